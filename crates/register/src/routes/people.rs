//! People: the record, entering and changing; the list stands beside it.

mod list;

use axum::extract::Path;
use base::access::{Right, Role};
use base::{Fault, Halt, HandoverId, Lang, NetworkId, PersonId};
use calendar::dates;
use shell::{
    Answer, Fields, Form, LINE, Look, Marked, Named, Page, Place, Routes, TEXT, Visit, go, record,
    show, show_as,
};
use store::{Conn, Noted};

use super::{Closing, id, path};
use crate::actions::{self, PersonInput};
use crate::fields::{self, RecordKind};
use crate::pages::{self, AccountWords, AlikeLine, PersonForm, PersonLinks, PersonPage, Tie};
use crate::records::accounts;
use crate::standing::{Standing, standing};
use crate::types::{Function, Group, GroupMember, Person};
use crate::{handover, links, records};

/// The words about closing a person.
const CLOSING: Closing = Closing {
    question: "register-close-question",
    consequence: "register-close-person-consequence",
    label: "register-close-record",
    closed: "register-closed",
    reopened: "register-reopened",
};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::PEOPLE, Right::ReadAsMember, list::list);
    routes.get(links::PERSON_NEW, Right::RunOffice, ask_new);
    routes.post(links::PERSON_NEW, Right::RunOffice, add);
    routes.get(links::PERSON, Right::ReadAsMember, look);
    routes.get(links::PERSON_EDIT, Right::RunOffice, ask_change);
    routes.post(links::PERSON_EDIT, Right::RunOffice, change);
    routes.get(links::PERSON_CLOSE, Right::RunOffice, ask_close);
    routes.post(links::PERSON_CLOSE, Right::RunOffice, close);
    routes.post(links::PERSON_REOPEN, Right::RunOffice, reopen);
}

struct Record {
    person: Person,
    functions: Vec<Function>,
    groups: Vec<(GroupMember, Group)>,
    account: Option<AccountWords>,
    journal: Vec<Noted>,
    panels: Vec<String>,
    handovers: Vec<(HandoverId, Marked)>,
    standing: Option<Standing>,
    further: Vec<String>,
    keeping: Vec<String>,
}

/// The functions that went from a person or to it: what they are and where, and when.
fn handovers(
    conn: &mut Conn<'_>,
    visit: &Visit,
    person: PersonId,
) -> Result<Vec<(HandoverId, Marked)>, Fault> {
    let mut found = Vec::new();
    for it in handover::handovers_of(conn, person)? {
        let (old, new) = (
            records::function(conn, it.old)?,
            records::function(conn, it.new)?,
        );
        if let (Some(old), Some(new)) = (old, new) {
            let words = visit.tell_marked(
                "register-handover-of",
                &[
                    ("function", record(old.title)),
                    ("from", record(old.person_name)),
                    ("to", record(new.person_name)),
                    ("day", dates::day_short(it.last_day, visit.lang).into()),
                ],
            );
            found.push((it.id, words));
        }
    }
    Ok(found)
}

/// A person with everything that the page shows to whoever looks.
fn read_record(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (network, person): (NetworkId, PersonId),
) -> Result<Record, Halt> {
    let is_office = visit.may_here(Right::RunOffice);
    let found = actions::person_in(conn, network, person)?;
    if found.ended && !is_office {
        return Err(Halt::Missing);
    }
    let account = match accounts::account_of(conn, person)? {
        Some(account) => Some(AccountWords {
            is_office: accounts::networks_with_role(conn, account.id, Role::Office)?
                .contains(&network),
            roles: crate::roles::of_person(conn, visit, (network, person))?,
            mail: account.mail,
        }),
        None => None,
    };
    let mut record = Record {
        panels: shell::panels(conn, visit, Place::Person(person))?,
        functions: records::functions_of_person(conn, person)?,
        groups: records::groups_of_person(conn, person)?,
        account,
        journal: Vec::new(),
        handovers: Vec::new(),
        standing: None,
        further: Vec::new(),
        keeping: shell::panels(conn, visit, Place::Keeping(person))?,
        person: found,
    };
    if visit.may_here(Right::ReadJournal) {
        record.journal = conn.journal_of(person)?;
    }
    if is_office {
        record.handovers = handovers(conn, visit, person)?;
    }
    // What follows is for the office and for the person it is about.
    if !record.person.ended && (is_office || visit.actor.person == Some(person)) {
        record.standing = Some(standing(conn, (network, visit.today()), person)?);
        record.further = shell::panels(conn, visit, Place::Standing(person))?;
    }
    Ok(record)
}

/// Who looks at what is confidential about somebody else is seen looking.
async fn noted(visit: &Visit, (network, person): (NetworkId, PersonId)) -> Result<(), Fault> {
    let sees = visit.may_here(Right::RunOffice) && visit.actor.person != Some(person);
    if !sees {
        return Ok(());
    }
    let (inner, mut moment) = (visit.clone(), visit.moment());
    let look = Look {
        what: "register-look-person",
        subject: person.into(),
        detail: String::new(),
        is_frequent: true,
    };
    visit
        .store()
        .housekeep(move |conn| {
            let by = (&inner.actor, network);
            inner.app.note_look(conn, &mut moment, by, &look)
        })
        .await
}

async fn look(visit: Visit, Path((_, person)): Path<(String, String)>) -> Answer {
    let (network, slug) = super::here(&visit)?;
    let person: PersonId = id(&person)?;
    let inner = visit.clone();
    let found = visit
        .store()
        .read(move |conn| read_record(conn, &inner, (network, person)))
        .await;
    let found = match found {
        Err(Halt::Missing) => return super::alike::moved(&visit, Named::Person, person).await,
        other => other?,
    };
    noted(&visit, (network, person)).await?;
    let page = Page::of_record(&visit, found.person.name.clone())
        .below(
            visit.say("register-people"),
            &links::of(links::PEOPLE, &slug),
        )
        .here();
    let is_office = visit.may_here(Right::RunOffice);
    show(&PersonPage {
        page,
        address_form: format!("register-address-{}", found.person.address_form),
        lang: format!("register-lang-{}", found.person.lang.tag()),
        functions: functions(&visit, &found.functions, is_office),
        groups: super::groups::of_record(&visit, &found.groups),
        handovers: found
            .handovers
            .into_iter()
            .map(|(id, words)| (visit.href(&path(&visit, links::HANDOVER, id)), words))
            .collect(),
        consequences: found
            .standing
            .map_or_else(Vec::new, |it| it.in_words(&visit)),
        further: found.further,
        keeping: found.keeping,
        account: found.account,
        journal: pages::journal(&visit, found.journal),
        panels: found.panels,
        links: office_links(&visit, person, &found.person.mail),
        person: found.person,
        is_office,
    })
}

fn office_links(visit: &Visit, person: PersonId, mail: &str) -> PersonLinks {
    let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
    let role = links::of(links::ROLE_NEW, slug);
    let href = |address| visit.href(&path(visit, address, person));
    PersonLinks {
        edit: href(links::PERSON_EDIT),
        close: href(links::PERSON_CLOSE),
        reopen: href(links::PERSON_REOPEN),
        function: href(links::FUNCTION_NEW),
        account: href(links::PERSON_ACCOUNT),
        office: href(links::OFFICE_GIVE),
        office_end: href(links::OFFICE_TAKE),
        role: visit.href(&format!("{role}?wer={}", shell::encoded(mail))),
    }
}

/// A person's functions; the office sees former ones too.
fn functions(visit: &Visit, functions: &[Function], is_office: bool) -> Vec<Tie> {
    let today = visit.today();
    functions
        .iter()
        .filter(|it| is_office || it.term.holds_on(today))
        .map(|it| {
            let tie = Tie {
                title: Marked::record(visit.content_lang(), &it.organisation_name),
                href: Some(visit.href(&path(visit, links::ORGANISATION, it.organisation))),
                words: Marked::record(visit.content_lang(), &it.title),
                mark: match (it.contact, it.voting) {
                    (true, true) => Some(visit.say("register-contact-voting").to_owned()),
                    (true, false) => Some(visit.say("register-contact").to_owned()),
                    (false, _) => None,
                },
                handover_href: it
                    .term
                    .until
                    .is_none_or(|until| until >= today)
                    .then(|| visit.href(&path(visit, links::HANDOVER_NEW, it.id))),
                edit_href: Some(visit.href(&path(visit, links::FUNCTION_EDIT, it.id))),
                ..Tie::default()
            };
            tie.with_term(visit, it.term, super::functions::ENDING, it.id)
        })
        .collect()
}

async fn ask_new(visit: Visit) -> Answer {
    let form = Form::of([
        ("address_form", "neutral".to_owned()),
        ("lang", Lang::De.tag().to_owned()),
    ]);
    person_form(&visit, None, form, Vec::new()).await
}

async fn person_form(
    visit: &Visit,
    person: Option<&Person>,
    mut form: Form,
    alike: Vec<AlikeLine>,
) -> Answer {
    let (_, slug) = super::here(visit)?;
    let list = links::of(links::PEOPLE, &slug);
    let title = if person.is_some() {
        "register-person-edit"
    } else {
        "register-person-new"
    };
    let page = Page::new(visit, visit.say(title)).below(visit.say("register-people"), &list);
    let (page, action, back) = match person {
        Some(person) => {
            let record = path(visit, links::PERSON, person.id);
            (
                page.below_record(person.name.clone(), &record),
                path(visit, links::PERSON_EDIT, person.id),
                record,
            )
        }
        None => (page, links::of(links::PERSON_NEW, &slug), list),
    };
    let address_forms = actions::ADDRESS_FORMS.map(|form| {
        let key = format!("register-address-{form}");
        (form.to_owned(), visit.say(&key).to_owned())
    });
    let status = form.status();
    let of = (RecordKind::Person, person.map(|it| it.id.into()));
    let custom = fields::mounted(visit, of, &mut form).await?;
    show_as(
        status,
        &PersonForm {
            custom,
            page: page.here(),
            action: visit.href(&action),
            save: "register-person-save",
            cancel_href: visit.href(&back),
            alike,
            address_forms: address_forms.to_vec(),
            languages: pages::languages(visit),
            fields: Fields::new(visit, form),
        },
    )
}

fn read(form: &mut Form) -> PersonInput {
    let known = |word: &str| actions::ADDRESS_FORMS.into_iter().find(|it| *it == word);
    let lang = |tag: &str| Lang::ALL.into_iter().find(|it| it.tag() == tag);
    PersonInput {
        name: form.required("name", LINE),
        sort_name: form.line("sort_name", LINE),
        address_form: form
            .choice("address_form", known)
            .unwrap_or_default()
            .to_owned(),
        mail: form.mail("mail"),
        phone: form.line("phone", 60),
        lang: form.choice("lang", lang).unwrap_or_default(),
        note: form.text("note", TEXT),
    }
}

async fn add(visit: Visit, mut form: Form) -> Answer {
    let (network, _) = super::here(&visit)?;
    let input = read(&mut form);
    let alike = super::alike::look(&visit, &mut form, &input).await?;
    let custom = fields::mounted(&visit, (RecordKind::Person, None), &mut form).await?;
    let typed = custom.typed(&mut form);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        let id = actions::add_person(conn, moment, who, network, &input)?;
        fields::save(conn, moment, who, (network, of_person(id)), &typed)?;
        Ok(id)
    });
    match done.await? {
        Some(person) => {
            let path = path(&visit, links::PERSON, person);
            Ok(go(&visit, &path, "register-person-added"))
        }
        None => person_form(&visit, None, form, alike).await,
    }
}

fn of_person(id: PersonId) -> fields::Of {
    fields::Of {
        kind: RecordKind::Person,
        id: id.into(),
    }
}

pub(super) async fn found(visit: &Visit, person: &str) -> Result<Person, Halt> {
    let (network, _) = super::here(visit)?;
    let person: PersonId = id(person)?;
    visit
        .store()
        .read(move |conn| actions::person_in(conn, network, person))
        .await
}

async fn ask_change(visit: Visit, Path((_, person)): Path<(String, String)>) -> Answer {
    let it = found(&visit, &person).await?;
    let form = Form::of([
        ("name", it.name.clone()),
        ("sort_name", it.sort_name.clone()),
        ("address_form", it.address_form.clone()),
        ("mail", it.mail.clone()),
        ("phone", it.phone.clone()),
        ("lang", it.lang.tag().to_owned()),
        ("note", it.note.clone()),
    ]);
    person_form(&visit, Some(&it), form, Vec::new()).await
}

async fn change(visit: Visit, Path((_, person)): Path<(String, String)>, mut form: Form) -> Answer {
    let it = found(&visit, &person).await?;
    let input = read(&mut form);
    let at = (it.network, it.id);
    let of = (RecordKind::Person, Some(it.id.into()));
    let custom = fields::mounted(&visit, of, &mut form).await?;
    let typed = custom.typed(&mut form);
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        actions::change_person(conn, moment, who, at, &input)?;
        fields::save(conn, moment, who, (at.0, of_person(at.1)), &typed)
    });
    match done.await? {
        Some(()) => {
            let path = path(&visit, links::PERSON, it.id);
            Ok(go(&visit, &path, "register-person-changed"))
        }
        None => person_form(&visit, Some(&it), form, Vec::new()).await,
    }
}

async fn ask_close(visit: Visit, Path((_, person)): Path<(String, String)>) -> Answer {
    let it = found(&visit, &person).await?;
    let record = path(&visit, links::PERSON, it.id);
    let close = path(&visit, links::PERSON_CLOSE, it.id);
    super::closing_question(&visit, &CLOSING, &it.name, (&close, &record))
}

async fn close(visit: Visit, Path((_, person)): Path<(String, String)>) -> Answer {
    set_closed(&visit, &person, true).await
}

async fn reopen(visit: Visit, Path((_, person)): Path<(String, String)>) -> Answer {
    set_closed(&visit, &person, false).await
}

async fn set_closed(visit: &Visit, person: &str, closed: bool) -> Answer {
    let (network, _) = super::here(visit)?;
    let person: PersonId = id(person)?;
    super::act_at_once(visit, move |conn, moment, who| {
        actions::close_person(conn, moment, who, (network, person), closed)
    })
    .await?;
    let done = CLOSING.done(closed);
    Ok(go(visit, &path(visit, links::PERSON, person), done))
}
