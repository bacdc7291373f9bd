//! Roles over HTTP: who may do what, giving, taking.

use axum::extract::Path;
use base::access::{Origin, Right, Role};
use base::{Blame, Halt, NetworkId, PersonId};
use calendar::dates;
use shell::{
    Answer, ConfirmPage, Fields, Form, LINE, Marked, Page, Routes, Visit, go, query_value, record,
    show, show_as,
};
use store::Conn;

use super::actions::{self, Giving};
use super::offices::unstaffed_from;
use super::pages::{self, RoleForm, RolesPage};
use super::records;
use super::rules::{Assignment, Place, RECORD_KINDS};
use super::{holders, journal};
use crate::routes::{self, path};
use crate::types::Term;
use crate::{actions as acts, links, records as register};

pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::ROLES, Right::ReadRoles, look);
    routes.get(links::ROLE_NEW, Right::RunOffice, ask_new);
    routes.post(links::ROLE_NEW, Right::RunOffice, give);
    routes.get(links::ROLE_TAKE, Right::RunOffice, ask_take);
    routes.post(links::ROLE_TAKE, Right::RunOffice, take);
    routes.get(links::JOURNAL, Right::ReadJournal, journal::look);
}

async fn look(visit: Visit) -> Answer {
    let (network, slug) = routes::here(&visit)?;
    let inner = visit.clone();
    let (sections, unstaffed) = visit
        .store()
        .read(move |conn| {
            let all = Role::ALL.into_iter();
            let sections = all
                .map(|role| holders::section(conn, &inner, role))
                .collect::<Result<Vec<_>, Halt>>()?;
            let unstaffed = unstaffed_from(conn, (network, None), inner.today())?;
            Ok::<_, Halt>((sections, unstaffed))
        })
        .await?;
    let may_give = visit.may_here(Right::RunOffice);
    show(&RolesPage {
        page: Page::new(&visit, visit.say("register-roles")),
        tabs: pages::tabs(&visit, &slug, links::ROLES),
        give_href: may_give.then(|| visit.href(&links::of(links::ROLE_NEW, &slug))),
        warning: unstaffed
            .filter(|day| may_give && *day > visit.today())
            .map(|day| pages::unstaffed(&visit, day)),
        everybody: pages::everybody(),
        members: pages::members(),
        sections,
    })
}

async fn ask_new(visit: Visit) -> Answer {
    let asked = |name: &str| query_value(&visit.query, name).unwrap_or_default();
    let form = Form::of([("who", asked("wer")), ("place", asked("fuer"))]);
    role_form(&visit, form).await
}

/// The places that a role can be given for: groups, gatherings and posts, the newest first.
fn places(conn: &mut Conn<'_>, visit: &Visit, typed: &str) -> Result<Vec<(String, String)>, Halt> {
    let network = visit.network()?.id;
    let mut places = vec![(
        Place::Network.word(),
        visit.say("register-role-everywhere").to_owned(),
    )];
    for group in register::groups_of(conn, network)? {
        places.push((Place::Group(group.id).word(), group.name));
    }
    for kind in RECORD_KINDS {
        let mut all = conn.newest_in(network, kind, 40)?;
        // What the address asked for stands here, however old it is.
        if let Some(Place::Record(known, id)) = Place::from_word(typed)
            && known == kind
            && !all.iter().any(|it| it.subject == id)
        {
            all.extend(conn.indexed_in(network, kind, id)?);
        }
        for found in all {
            let word = Place::Record(kind, found.subject).word();
            places.push((word, record_words(visit, &found)));
        }
    }
    Ok(places)
}

/// A record's title with its day.
pub(super) fn record_words(visit: &Visit, found: &store::Found) -> String {
    match found.day {
        Some(day) => {
            let day = dates::day_short(day, visit.lang);
            let words = [("title", found.title.as_str().into()), ("day", day.into())];
            visit.tell("register-role-record", &words)
        }
        None => found.title.clone(),
    }
}

fn roles(visit: &Visit) -> Vec<(String, String)> {
    let given = Role::ALL.into_iter();
    given
        .filter(|role| role.origin() == Origin::Given)
        .map(|role| {
            let short = visit
                .say(&format!("register-role-short-{}", role.word()))
                .to_owned();
            let words = [
                ("role", visit.say(role.key()).into()),
                ("short", short.into()),
            ];
            (
                role.word().to_owned(),
                visit.tell("register-role-choice", &words),
            )
        })
        .collect()
}

async fn role_form(visit: &Visit, form: Form) -> Answer {
    let (_, slug) = routes::here(visit)?;
    let (inner, typed) = (visit.clone(), form.value("place").to_owned());
    let places = visit
        .store()
        .read(move |conn| places(conn, &inner, &typed))
        .await?;
    let list = links::of(links::ROLES, &slug);
    let page = Page::new(visit, visit.say("register-role-give"));
    let status = form.status();
    show_as(
        status,
        &RoleForm {
            page: page.below(visit.say("register-roles"), &list).here(),
            roles: roles(visit),
            places,
            action: visit.href(&links::of(links::ROLE_NEW, &slug)),
            cancel_href: visit.href(&list),
            fields: Fields::new(visit, form),
        },
    )
}

fn read(form: &mut Form) -> (String, Option<Giving>) {
    let given = |word: &str| Role::from_word(word).filter(|it| it.origin() == Origin::Given);
    let who = form.required("who", LINE);
    let role = form.choice("role", given);
    let place = form.choice("place", Place::from_word);
    let term = Term {
        from: form.date("from"),
        until: form.date("until"),
    };
    let giving = role
        .zip(place)
        .map(|(role, place)| Giving { role, place, term });
    (who, giving)
}

async fn give(visit: Visit, mut form: Form) -> Answer {
    let (network, slug) = routes::here(&visit)?;
    let (who_is_meant, giving) = read(&mut form);
    let Some(giving) = giving.filter(|_| !form.is_blamed()) else {
        if form.value("role").is_empty() {
            form.blame(Blame::at("role", "fault-missing"));
        }
        return role_form(&visit, form).await;
    };
    let done = routes::act(&visit, &mut form, move |conn, moment, who| {
        let person = meant(conn, network, who_is_meant.trim())?;
        actions::give_role_to(conn, moment, who, (network, person), &giving)
    });
    match done.await? {
        Some(()) => {
            let list = links::of(links::ROLES, &slug);
            Ok(go(&visit, &list, "register-role-given"))
        }
        None => role_form(&visit, form).await,
    }
}

fn meant(conn: &mut Conn<'_>, network: NetworkId, typed: &str) -> Result<PersonId, Halt> {
    match records::meant(conn, network, typed)?[..] {
        [person] => Ok(person),
        [] => Err(Halt::at("who", "register-fault-role-nobody")),
        _ => Err(Halt::at("who", "register-fault-role-several")),
    }
}

/// What is to be taken: a role that was given for a term, or one of a person that has none.
enum Taken {
    Assigned(Assignment),
    Standing(Role, PersonId),
}

/// The place of a role in an address: an assignment's id, or role and person.
pub(super) fn standing_word(role: Role, person: PersonId) -> String {
    format!("{}.{person}", role.word())
}

fn taken(conn: &mut Conn<'_>, network: NetworkId, word: &str) -> Result<Taken, Halt> {
    if let Some((role, person)) = word.split_once('.') {
        let role = Role::from_word(role).filter(|it| it.is_standing());
        let person: PersonId = routes::id(person)?;
        acts::person_in(conn, network, person)?;
        return Ok(Taken::Standing(role.ok_or(Halt::Missing)?, person));
    }
    let it = records::assignment(conn, routes::id(word)?)?;
    it.filter(|it| it.network == network)
        .map(Taken::Assigned)
        .ok_or(Halt::Missing)
}

async fn ask_take(visit: Visit, Path((_, word)): Path<(String, String)>) -> Answer {
    let (network, slug) = routes::here(&visit)?;
    let (at, today) = (word.clone(), visit.today());
    let (role, holder, unstaffed) = visit
        .store()
        .read(move |conn| {
            let (role, account) = match taken(conn, network, &at)? {
                Taken::Assigned(it) => (it.role, it.account),
                Taken::Standing(role, person) => {
                    let account = register::accounts::account_of(conn, person)?;
                    (role, account.ok_or(Halt::Missing)?.id)
                }
            };
            let holder = records::holder(conn, network, account)?;
            let without = (network, Some(account));
            let unstaffed = match role {
                Role::Office => unstaffed_from(conn, without, today)?,
                _ => None,
            };
            Ok::<_, Halt>((role, holder.ok_or(Halt::Missing)?, unstaffed))
        })
        .await?;
    let coming = unstaffed.filter(|day| *day > today);
    let coming = coming.map(|day| pages::unstaffed(&visit, day));
    let list = links::of(links::ROLES, &slug);
    let words = [
        ("role", visit.say(role.key()).into()),
        ("name", record(&holder.name)),
    ];
    let page = Page::told(&visit, "register-role-question", &words);
    show(&ConfirmPage {
        question: page.heading.clone(),
        page: page.below(visit.say("register-roles"), &list).here(),
        consequences: [visit.say("register-role-consequence")]
            .into_iter()
            .chain(coming.as_deref())
            .chain([visit.say("register-role-undo")])
            .map(Marked::own)
            .collect(),
        action: visit.href(&path(&visit, links::ROLE_TAKE, word)),
        confirm_label: visit.say("register-role-take").to_owned(),
        danger: true,
        cancel_href: visit.href(&list),
    })
}

/// That from a day on nobody runs the office, once this person does not; nothing where somebody
/// does.
pub(crate) async fn unstaffed_without(
    visit: &Visit,
    person: PersonId,
) -> Result<Option<String>, Halt> {
    let (network, today) = (visit.network()?.id, visit.today());
    let day = visit
        .store()
        .read(move |conn| {
            let account = register::accounts::account_of(conn, person)?;
            unstaffed_from(conn, (network, account.map(|it| it.id)), today)
        })
        .await?;
    let coming = day.filter(|day| *day > today);
    Ok(coming.map(|day| pages::unstaffed(visit, day)))
}

async fn take(visit: Visit, Path((_, word)): Path<(String, String)>) -> Answer {
    let (network, slug) = routes::here(&visit)?;
    routes::act_at_once(&visit, move |conn, moment, who| {
        match taken(conn, network, &word)? {
            Taken::Assigned(it) => actions::take_assignment(conn, moment, who, (network, it.id)),
            Taken::Standing(Role::Office, person) => {
                acts::set_office(conn, moment, who, (network, person), false)
            }
            Taken::Standing(_, person) => {
                acts::set_protection(conn, moment, who, (network, person), false)
            }
        }
    })
    .await?;
    let list = links::of(links::ROLES, &slug);
    Ok(go(&visit, &list, "register-role-taken"))
}
