//! Functions: entering, changing, ending, taking up again.

use axum::extract::Path;
use base::access::Right;
use base::{Blame, FunctionId, Halt, OrganisationId};
use shell::{Answer, Fields, Form, LINE, Page, Pick, Routes, Visit, go, show_as};

use super::{id, path};
use crate::actions::{self, FunctionInput};
use crate::choosing::Among;
use crate::pages::{EndPage, Ending, FunctionForm};
use crate::types::{Function, Person};
use crate::{choosing, links};

/// Where functions end and go on.
pub(super) const ENDING: Ending = Ending {
    end: links::FUNCTION_END,
    resume: links::FUNCTION_RESUME,
};

/// The field that takes the vote from who has it.
const TAKE_OVER: &str = "take_over";

/// Whether somebody else has the vote that a form gives.
fn is_taken(form: &Form) -> bool {
    let says = |blame: &Blame| blame.field == "voting" && blame.key == actions::TAKEN;
    form.has(TAKE_OVER) || form.blames().iter().any(says)
}

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::FUNCTION_NEW, Right::RunOffice, ask_new);
    routes.post(links::FUNCTION_NEW, Right::RunOffice, add);
    routes.get(links::FUNCTION_EDIT, Right::RunOffice, ask_change);
    routes.post(links::FUNCTION_EDIT, Right::RunOffice, change);
    routes.get(links::FUNCTION_END, Right::RunOffice, ask_end);
    routes.post(links::FUNCTION_END, Right::RunOffice, end);
    routes.post(links::FUNCTION_RESUME, Right::RunOffice, resume);
}

async fn ask_new(visit: Visit, Path((_, person)): Path<(String, String)>) -> Answer {
    let person = super::people::found(&visit, &person).await?;
    let form = Form::of([("from", visit.today().to_string())]);
    new_form(&visit, &person, form).await
}

async fn new_form(visit: &Visit, person: &Person, form: Form) -> Answer {
    let here = (person.network, visit.today());
    let (inner, typed) = (visit.clone(), form.clone());
    let organisations = visit
        .store()
        .read(move |conn| {
            let field = (
                "organisation",
                Among::Organisations,
                inner.say("register-choose"),
            );
            choosing::offer(conn, &inner, here, &typed, field)
        })
        .await?;
    let record = path(visit, links::PERSON, person.id);
    let status = form.status();
    let page = FunctionForm {
        page: Page::new(visit, visit.say("register-function-new"))
            .below_record(person.name.clone(), &record)
            .here(),
        action: visit.href(&path(visit, links::FUNCTION_NEW, person.id)),
        save: "register-function-save",
        cancel_href: visit.href(&record),
        at: None,
        organisations,
        is_taken: is_taken(&form),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn add(visit: Visit, Path((_, person)): Path<(String, String)>, form: Form) -> Answer {
    let person = super::people::found(&visit, &person).await?;
    let (network, of) = (person.network, person.id);
    let field = ("organisation", Among::Organisations);
    let mut form = choosing::settled(&visit, form, field).await?;
    let organisation: Option<OrganisationId> = form.id("organisation");
    if organisation.is_none() && form.value("organisation").trim().is_empty() {
        form.blame(Blame::at("organisation", "fault-missing"));
    }
    let title = form.required("title", LINE);
    let (contact, voting) = (form.has("contact"), form.has("voting"));
    let term = super::term(&mut form);
    let takes_over = voting && form.has(TAKE_OVER);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        if let Some(at) = organisation.filter(|_| takes_over) {
            actions::take_vote(conn, moment, who, (network, at), (of, term))?;
        }
        let input = FunctionInput {
            person: of,
            organisation: organisation.ok_or(Halt::Missing)?,
            title,
            contact,
            voting,
            term,
        };
        actions::add_function(conn, moment, who, network, &input)
    });
    match done.await? {
        Some(_) => {
            let path = path(&visit, links::PERSON, of);
            Ok(go(&visit, &path, "register-function-added"))
        }
        None => new_form(&visit, &person, form).await,
    }
}

pub(crate) async fn found(visit: &Visit, function: &str) -> Result<Function, Halt> {
    let (network, _) = super::here(visit)?;
    let function: FunctionId = id(function)?;
    visit
        .store()
        .read(move |conn| actions::function_in(conn, network, function))
        .await
}

async fn ask_change(visit: Visit, Path((_, function)): Path<(String, String)>) -> Answer {
    let it = found(&visit, &function).await?;
    let day = |day: Option<jiff::civil::Date>| day.map(|it| it.to_string()).unwrap_or_default();
    let mut form = Form::of([
        ("title", it.title.clone()),
        ("from", day(it.term.from)),
        ("until", day(it.term.until)),
    ]);
    if it.contact {
        form.put("contact", "true");
    }
    if it.voting {
        form.put("voting", "true");
    }
    change_form(&visit, &it, form)
}

fn change_form(visit: &Visit, it: &Function, form: Form) -> Answer {
    let record = path(visit, links::PERSON, it.person);
    let status = form.status();
    let page = FunctionForm {
        page: Page::new(visit, visit.say("register-function-edit"))
            .below_record(it.person_name.clone(), &record)
            .here(),
        action: visit.href(&path(visit, links::FUNCTION_EDIT, it.id)),
        save: "register-function-save",
        cancel_href: visit.href(&record),
        at: Some(it.organisation_name.clone()),
        organisations: Pick::default(),
        is_taken: is_taken(&form),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn change(
    visit: Visit,
    Path((_, function)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let it = found(&visit, &function).await?;
    let (network, _) = super::here(&visit)?;
    let at = (network, it.id);
    let title = form.required("title", LINE);
    let marks = (form.has("contact"), form.has("voting"));
    let term = super::term(&mut form);
    let takes_over = marks.1 && form.has(TAKE_OVER);
    let (place, voter) = ((network, it.organisation), (it.person, term));
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        if takes_over {
            actions::take_vote(conn, moment, who, place, voter)?;
        }
        actions::change_function(conn, moment, who, at, (&title, marks, term))
    });
    match done.await? {
        Some(person) => {
            let path = path(&visit, links::PERSON, person);
            Ok(go(&visit, &path, "register-function-changed"))
        }
        None => change_form(&visit, &it, form),
    }
}

async fn ask_end(visit: Visit, Path((_, function)): Path<(String, String)>) -> Answer {
    let it = found(&visit, &function).await?;
    end_form(&visit, &it, super::until_today(&visit))
}

fn end_form(visit: &Visit, it: &Function, form: Form) -> Answer {
    let record = path(visit, links::PERSON, it.person);
    let status = form.status();
    let page = EndPage {
        page: Page::new(visit, visit.say("register-function-end"))
            .below_record(it.person_name.clone(), &record)
            .here(),
        what: visit.tell(
            "register-function-of",
            &[
                ("person", (&it.person_name).into()),
                ("function", (&it.title).into()),
                ("organisation", (&it.organisation_name).into()),
            ],
        ),
        consequence: "register-function-end-consequence",
        action: visit.href(&path(visit, links::FUNCTION_END, it.id)),
        cancel_href: visit.href(&record),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn end(visit: Visit, Path((_, function)): Path<(String, String)>, mut form: Form) -> Answer {
    let it = found(&visit, &function).await?;
    let (network, _) = super::here(&visit)?;
    let at = (network, it.id);
    let until = super::last_day(&mut form);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        actions::end_function(conn, moment, who, at, until)
    });
    match done.await? {
        Some(person) => {
            let path = path(&visit, links::PERSON, person);
            Ok(go(&visit, &path, "register-function-ended"))
        }
        None => end_form(&visit, &it, form),
    }
}

async fn resume(visit: Visit, Path((_, function)): Path<(String, String)>) -> Answer {
    let (network, _) = super::here(&visit)?;
    let function: FunctionId = id(&function)?;
    let person = super::act_at_once(&visit, move |conn, moment, who| {
        actions::end_function(conn, moment, who, (network, function), None)
    })
    .await?;
    let path = path(&visit, links::PERSON, person);
    Ok(go(&visit, &path, "register-function-resumed"))
}
