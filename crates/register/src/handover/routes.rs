//! Handing a function over by HTTP: the form with its preview, what came of it, taking it back.

use axum::extract::Path;
use base::access::Right;
use base::{Blame, Halt, HandoverId, PersonId};
use calendar::dates;
use shell::{
    Answer, Fields, Form, LINE, Marked, Page, Place, Routes, Visit, go, record, show, show_as,
};
use store::Conn;

use super::actions::{self, HandoverInput, Planned, Successor};
use super::pages::{HandoverForm, HandoverPage, Preview};
use crate::choosing::{self, Among};
use crate::links;
use crate::routes::functions::found;
use crate::routes::{self, path};
use crate::types::{Function, Party, Term};

pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::HANDOVER_NEW, Right::RunOffice, ask);
    routes.post(links::HANDOVER_NEW, Right::RunOffice, enter);
    routes.get(links::HANDOVER, Right::RunOffice, look);
    routes.post(links::HANDOVER_UNDO, Right::RunOffice, undo);
}

type Below = Path<(String, String)>;

async fn ask(visit: Visit, Path((_, function)): Below) -> Answer {
    let it = found(&visit, &function).await?;
    let last_day = it.term.until.unwrap_or_else(|| visit.today());
    let mut form = Form::of([("last_day", last_day.to_string())]);
    for (id, _) in own_groups(&visit, it.person).await? {
        form.put("groups", id);
    }
    handover_form(&visit, &it, form, None).await
}

/// The groups that the person is in by themselves, as choices.
async fn own_groups(visit: &Visit, person: PersonId) -> Result<Vec<(String, String)>, Halt> {
    let today = visit.today();
    let groups = visit
        .store()
        .read(move |conn| crate::records::groups_of_person(conn, person))
        .await?;
    Ok(groups
        .into_iter()
        .filter(|(member, group)| {
            !group.ended && member.term.until.is_none_or(|until| until >= today)
        })
        .map(|(member, group)| {
            let label = if member.title.is_empty() {
                group.name
            } else {
                format!("{}: {}", group.name, member.title)
            };
            (member.id.to_string(), label)
        })
        .collect())
}

fn read(form: &mut Form, it: &Function) -> Option<HandoverInput> {
    form.required("last_day", 40);
    let last_day = form.date("last_day");
    let known: Option<PersonId> = form.id("successor");
    let (name, mail) = (form.line("name", LINE), form.mail("mail"));
    let chosen = known.is_some();
    if chosen && !name.is_empty() {
        form.blame(Blame::at("name", "register-fault-handover-both"));
    }
    if form.value("successor").trim().is_empty() && name.is_empty() {
        form.blame(Blame::at("successor", "register-fault-handover-nobody"));
    }
    let ids = form.values("groups").iter();
    let groups = ids.filter_map(|id| id.parse().ok()).collect();
    if form.is_blamed() {
        return None;
    }
    Some(HandoverInput {
        function: it.id,
        last_day: last_day?,
        successor: known.map_or(Successor::New { name, mail }, Successor::Known),
        groups,
    })
}

async fn handover_form(
    visit: &Visit,
    it: &Function,
    form: Form,
    preview: Option<Preview>,
) -> Answer {
    let (network, _) = routes::here(visit)?;
    let (inner, typed, today) = (visit.clone(), form.clone(), visit.today());
    let mut people = visit
        .store()
        .read(move |conn| {
            let nobody = inner.say("register-handover-new-person");
            let field = ("successor", Among::People, nobody);
            choosing::offer(conn, &inner, (network, today), &typed, field)
        })
        .await?;
    let own = it.person.to_string();
    if let Some(all) = &mut people.all {
        all.retain(|(id, _)| *id != own);
    }
    people.meant.retain(|(id, _)| *id != own);
    let record = path(visit, links::PERSON, it.person);
    let status = form.status();
    let page = HandoverForm {
        page: Page::new(visit, visit.say("register-handover"))
            .below_record(it.person_name.clone(), &record)
            .here(),
        what: what(visit, it),
        action: visit.href(&path(visit, links::HANDOVER_NEW, it.id)),
        cancel_href: visit.href(&record),
        people,
        groups: own_groups(visit, it.person).await?,
        preview,
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

fn what(visit: &Visit, it: &Function) -> Marked {
    visit.tell_marked(
        "register-function-of",
        &[
            ("person", record(&it.person_name)),
            ("function", record(&it.title)),
            ("organisation", record(&it.organisation_name)),
        ],
    )
}

/// What a handover does, in sentences.
fn sentences(visit: &Visit, it: &Planned) -> Vec<Marked> {
    let day = |day: Option<jiff::civil::Date>| {
        day.map_or_else(String::new, |day| dates::day(day, visit.lang))
    };
    let last_day = it.term.from.and_then(|day| day.yesterday().ok());
    let mut lines = vec![
        visit.tell_marked(
            "register-handover-ends",
            &[
                ("person", record(&it.function.person_name)),
                ("function", record(&it.function.title)),
                ("organisation", record(&it.function.organisation_name)),
                ("day", day(last_day).into()),
            ],
        ),
        visit.tell_marked(
            "register-handover-begins",
            &[
                ("person", record(&it.name)),
                ("function", record(&it.function.title)),
                ("organisation", record(&it.function.organisation_name)),
                ("day", day(it.term.from).into()),
            ],
        ),
    ];
    for (holds, key) in [
        (it.function.contact, "register-handover-contact"),
        (it.function.voting, "register-handover-voting"),
    ] {
        if holds {
            lines.push(visit.tell_marked(key, &[("person", record(&it.name))]));
        }
    }
    for (member, group) in &it.parts {
        let key = if member.leader {
            "register-handover-leads"
        } else {
            "register-handover-group"
        };
        let (name, group) = (record(&it.name), record(&group.name));
        lines.push(visit.tell_marked(key, &[("person", name), ("group", group)]));
    }
    lines
}

/// What would happen as typed; nothing where something is wrong with it.
async fn preview(
    visit: &Visit,
    form: &mut Form,
    input: HandoverInput,
) -> Result<Option<Preview>, Halt> {
    let (network, _) = routes::here(visit)?;
    let inner = visit.clone();
    let planned = visit
        .store()
        .read(move |conn| {
            let planned = actions::plan(conn, network, &input)?;
            let place = shell::Handover {
                from: planned.function.person,
                to: match input.successor {
                    Successor::Known(person) => Some(person),
                    Successor::New { .. } => None,
                },
                last_day: input.last_day,
                entered: None,
            };
            let panels = shell::panels(conn, &inner, Place::Handover(place))?;
            Ok::<_, Halt>((planned, panels))
        })
        .await;
    match planned {
        Ok((planned, panels)) => Ok(Some(Preview {
            lines: sentences(visit, &planned),
            panels,
        })),
        Err(halt) => {
            form.take_refusal(halt)?;
            Ok(None)
        }
    }
}

async fn enter(visit: Visit, Path((_, function)): Below, form: Form) -> Answer {
    let it = found(&visit, &function).await?;
    let mut form = choosing::settled(&visit, form, ("successor", Among::People)).await?;
    let (network, _) = routes::here(&visit)?;
    let Some(input) = read(&mut form, &it) else {
        return handover_form(&visit, &it, form, None).await;
    };
    if !form.has("save") {
        let preview = preview(&visit, &mut form, input).await?;
        return handover_form(&visit, &it, form, preview).await;
    }
    let done = routes::act(&visit, &mut form, move |conn, moment, who| {
        actions::hand_over(conn, moment, who, network, &input)
    });
    match done.await? {
        Some(handover) => {
            let path = path(&visit, links::HANDOVER, handover);
            Ok(go(&visit, &path, "register-handed-over"))
        }
        None => handover_form(&visit, &it, form, None).await,
    }
}

/// A handover as it was planned, with who got it.
fn entered(conn: &mut Conn<'_>, it: &super::Handover) -> Result<(Planned, PersonId), Halt> {
    let function = crate::actions::function_in(conn, it.network, it.old)?;
    let new = crate::actions::function_in(conn, it.network, it.new)?;
    let mut parts = Vec::new();
    for part in super::records::parts(conn, it.id)? {
        let (member, group) = crate::actions::group_member_in(conn, it.network, part.old)?;
        if member.party == Party::Person(function.person) {
            parts.push((member, group));
        }
    }
    let term = Term {
        from: it.last_day.tomorrow().ok(),
        until: new.term.until,
    };
    let planned = Planned {
        name: new.person_name,
        term,
        function,
        parts,
    };
    Ok((planned, new.person))
}

async fn look(visit: Visit, Path((_, handover)): Below) -> Answer {
    let (network, _) = routes::here(&visit)?;
    let id: HandoverId = routes::id(&handover)?;
    let inner = visit.clone();
    let (planned, panels) = visit
        .store()
        .read(move |conn| {
            let it = actions::handover_in(conn, network, id)?;
            let (planned, to) = entered(conn, &it)?;
            let place = shell::Handover {
                from: planned.function.person,
                to: Some(to),
                last_day: it.last_day,
                entered: Some(id),
            };
            let panels = shell::panels(conn, &inner, Place::Handover(place))?;
            Ok::<_, Halt>((planned, panels))
        })
        .await?;
    let record = path(&visit, links::PERSON, planned.function.person);
    show(&HandoverPage {
        page: Page::new(&visit, visit.say("register-handover"))
            .below_record(planned.function.person_name.clone(), &record)
            .here(),
        lines: sentences(&visit, &planned),
        panels,
        undo: visit.href(&path(&visit, links::HANDOVER_UNDO, id)),
    })
}

async fn undo(visit: Visit, Path((_, handover)): Below) -> Answer {
    let (network, _) = routes::here(&visit)?;
    let id: HandoverId = routes::id(&handover)?;
    let person = routes::act_at_once(&visit, move |conn, moment, who| {
        actions::take_back(conn, moment, who, (network, id))
    })
    .await?;
    let path = path(&visit, links::PERSON, person);
    Ok(go(&visit, &path, "register-handover-undone"))
}
