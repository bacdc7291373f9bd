//! Who has a role, as the page about roles shows it.

use base::access::{Audience, Origin, Right, Role, may_give};
use base::{Fault, Halt, NetworkId};
use shell::{Arg, Marked, Visit, record};
use store::Conn;

use super::pages::{HolderLine, RoleSection};
use super::records::{self, Holding};
use super::routes::{record_words, standing_word};
use super::rules::{Assignment, Place};
use crate::routes::path;
use crate::types::Term;
use crate::{links, pages, records as register};

/// How many names are read before they are only counted.
const MOST: usize = 100;

/// A role, what it may do and who has it.
pub(super) fn section(conn: &mut Conn<'_>, visit: &Visit, role: Role) -> Result<RoleSection, Halt> {
    let network = visit.network()?.id;
    let mut section = RoleSection::of(visit, role);
    section.holders = match role.origin() {
        Origin::Installation => plain(visit, records::operators(conn, network)?),
        Origin::Group => leaders(conn, visit, network)?,
        Origin::Function => Vec::new(),
        Origin::Given if role.is_standing() => standing(conn, visit, network, role)?,
        Origin::Given => assigned(conn, visit, network, role)?,
    };
    section.instead = match (role.origin(), section.holders.len()) {
        (Origin::Function, _) => {
            let count = records::contact_count(conn, (network, visit.today()))?;
            Some(visit.tell("register-role-contacts", &[("count", count.into())]))
        }
        (_, 0) => Some(visit.say("register-role-nobody").to_owned()),
        (_, count) if count > MOST => {
            section.holders.truncate(MOST);
            let more = count - MOST;
            Some(visit.tell("register-role-more", &[("count", more.into())]))
        }
        _ => None,
    };
    Ok(section)
}

fn line(visit: &Visit, it: Holding) -> HolderLine {
    HolderLine {
        href: it
            .person
            .map(|id| visit.href(&path(visit, links::PERSON, id))),
        name: it.name,
        place: Marked::default(),
        term: String::new(),
        state: None,
        take_href: None,
    }
}

fn plain(visit: &Visit, all: Vec<Holding>) -> Vec<HolderLine> {
    all.into_iter().map(|it| line(visit, it)).collect()
}

/// Office and data protection.
fn standing(
    conn: &mut Conn<'_>,
    visit: &Visit,
    network: NetworkId,
    role: Role,
) -> Result<Vec<HolderLine>, Fault> {
    let all = records::holders(conn, network, role)?.into_iter();
    Ok(all
        .map(|(it, term)| {
            let may = may_give(&visit.actor, role, network, it.account);
            let take = it.person.filter(|_| may).map(|person| {
                let word = standing_word(role, person);
                visit.href(&path(visit, links::ROLE_TAKE, word))
            });
            HolderLine {
                take_href: take,
                term: pages::term(visit, term),
                state: state(visit, term),
                ..line(visit, it)
            }
        })
        .collect())
}

fn leaders(
    conn: &mut Conn<'_>,
    visit: &Visit,
    network: NetworkId,
) -> Result<Vec<HolderLine>, Fault> {
    let all = records::leaders(conn, (network, visit.today()))?.into_iter();
    Ok(all
        .map(|it| HolderLine {
            href: it
                .person
                .map(|id| visit.href(&path(visit, links::PERSON, id))),
            name: it.name,
            place: Marked::record(visit.content_lang(), &it.group),
            term: pages::term(visit, it.term),
            state: None,
            take_href: None,
        })
        .collect())
}

fn assigned(
    conn: &mut Conn<'_>,
    visit: &Visit,
    network: NetworkId,
    role: Role,
) -> Result<Vec<HolderLine>, Fault> {
    let mut lines = Vec::new();
    for it in records::of_network(conn, network)? {
        if it.role != role {
            continue;
        }
        let Some(holder) = records::holder(conn, network, it.account)? else {
            continue;
        };
        let may = may_give(&visit.actor, role, network, it.account);
        let take = path(visit, links::ROLE_TAKE, it.id);
        let place = place(conn, visit, &it)?;
        lines.push(HolderLine {
            place: marked(visit, place),
            term: pages::term(visit, it.term),
            state: state(visit, it.term),
            take_href: may.then(|| visit.href(&take)),
            ..line(visit, holder)
        });
    }
    Ok(lines)
}

fn state(visit: &Visit, term: Term) -> Option<&'static str> {
    let today = visit.today();
    if term.holds_on(today) {
        None
    } else if term.from.is_some_and(|from| from > today) {
        Some("register-role-coming")
    } else {
        Some("register-state-ended")
    }
}

/// What a role is bound to, in words; nothing for all of the network. What only the office may
/// know of is not named to others.
fn place(conn: &mut Conn<'_>, visit: &Visit, it: &Assignment) -> Result<Option<Arg>, Fault> {
    Ok(match it.place {
        Place::Network => None,
        Place::Group(id) => register::group(conn, id)?.map(|it| record(it.name)),
        Place::Record(kind, id) => {
            let is_office = visit.may_here(Right::RunOffice);
            let found = conn.indexed_in(it.network, kind, id)?;
            let open = |audience| matches!(audience, Audience::Public | Audience::Members);
            Some(match found.filter(|it| is_office || open(it.audience)) {
                Some(found) => record(record_words(visit, &found)),
                None => visit.say("register-role-one-record").into(),
            })
        }
    })
}

fn marked(visit: &Visit, words: Option<Arg>) -> Marked {
    match words {
        None => Marked::default(),
        Some(Arg::Record(words)) => Marked::record(visit.content_lang(), &words),
        Some(Arg::Text(words)) => Marked::own(&words),
        Some(Arg::Number(count)) => Marked::own(&count.to_string()),
    }
}

/// The roles that a network gave a person, in words.
pub(crate) fn of_person(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (network, person): (NetworkId, base::PersonId),
) -> Result<Vec<Marked>, Fault> {
    let mut words = Vec::new();
    let Some(account) = register::accounts::account_of(conn, person)? else {
        return Ok(words);
    };
    for role in Role::ALL.into_iter().filter(|role| role.is_standing()) {
        let at = (network, account.id);
        if let Some(term) = register::accounts::term_of(conn, at, role)? {
            words.push(in_words(visit, role, None, term));
        }
    }
    for it in super::actions::of_person(conn, (network, person))? {
        let place = place(conn, visit, &it)?;
        words.push(in_words(visit, it.role, place, it.term));
    }
    Ok(words)
}

/// A role with its place and its term.
fn in_words(visit: &Visit, role: Role, place: Option<Arg>, term: Term) -> Marked {
    let term = pages::term(visit, term);
    let key = match (place.is_some(), term.is_empty()) {
        (false, true) => role.key(),
        (true, true) => "register-role-placed",
        (false, false) => "register-role-termed",
        (true, false) => "register-role-whole",
    };
    let told = [
        ("role", visit.say(role.key()).into()),
        ("place", place.unwrap_or_else(|| "".into())),
        ("term", term.into()),
    ];
    visit.tell_marked(key, &told)
}
