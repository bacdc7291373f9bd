//! What this room shows elsewhere: on the start page, at a person, in the privacy notice.

use askama::Template;
use base::access::Right;
use base::{Fault, PersonId};
use shell::{Block, Link, Panel, Place, Visit, blocks};
use store::Conn;

use crate::records::{notices, requests, retention};
use crate::routes::version_links;
use crate::rules::{self, Stage};
use crate::{links, pages};

pub(crate) const PANELS: &[Panel] = &[Panel { order: 70, show }];

fn show(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    match place {
        Place::Start => start(conn, visit),
        Place::Keeping(person) => at_person(conn, visit, person),
        Place::Notice => notice(conn, visit),
        Place::Home
        | Place::Gathering(_)
        | Place::Group(_)
        | Place::Tag(_)
        | Place::Person(_)
        | Place::Standing(_)
        | Place::Attendance(_)
        | Place::Registration(..)
        | Place::Handover(_) => Ok(None),
    }
}

/// Something that waits for the office.
pub(crate) struct Waiting {
    pub(crate) count: i64,
    pub(crate) key: &'static str,
    pub(crate) rest: &'static str,
}

/// What waits in a network: requests, previews, what is overdue.
pub(crate) fn waiting(
    conn: &mut Conn<'_>,
    network: base::NetworkId,
    now: jiff::Timestamp,
) -> Result<Vec<Waiting>, Fault> {
    let (open, _) = requests::open(conn, network)?;
    let lists = retention::lists(conn, network)?;
    let previews = lists.iter().filter(|it| it.stage == Stage::Preview);
    let overdue = lists
        .iter()
        .filter(|it| rules::overdue(it.stage, it.first_listed_at, it.goes_at, now).is_some());
    let all = [
        (open, "privacy-due-requests", ""),
        (
            previews.map(|it| it.items).sum(),
            "privacy-due-previews",
            "/regeln",
        ),
        (
            overdue.map(|it| it.items).sum(),
            "privacy-due-overdue",
            "/nachweise",
        ),
    ];
    Ok(all
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, key, rest)| Waiting { count, key, rest })
        .collect())
}

struct DueItem {
    count: i64,
    title: String,
    href: String,
}

#[derive(Template)]
#[template(path = "privacy/panel-start.html")]
struct StartPanel<'v> {
    visit: &'v Visit,
    due: Vec<DueItem>,
}

fn start(conn: &mut Conn<'_>, visit: &Visit) -> Result<Option<String>, Fault> {
    let card = visit.network.as_ref();
    let Some(card) = card.filter(|_| visit.may_here(Right::ProtectData)) else {
        return Ok(None);
    };
    let due: Vec<DueItem> = waiting(conn, card.id, visit.now)?
        .into_iter()
        .map(|it| DueItem {
            count: it.count,
            title: visit.tell(it.key, &[("count", it.count.into())]),
            href: visit.href(&links::below(&card.slug, it.rest)),
        })
        .collect();
    if due.is_empty() {
        return Ok(None);
    }
    pages::rendered(&StartPanel { visit, due }).map(Some)
}

#[derive(Template)]
#[template(path = "privacy/panel-person.html")]
struct PersonPanel<'v> {
    visit: &'v Visit,
    links: Vec<Link>,
    /// Where the role is given or taken, and the words of the button.
    role: Option<(String, &'static str)>,
}

fn at_person(
    conn: &mut Conn<'_>,
    visit: &Visit,
    person: PersonId,
) -> Result<Option<String>, Fault> {
    let card = visit.network.as_ref();
    let Some(card) = card.filter(|_| visit.may_here(Right::ProtectData)) else {
        return Ok(None);
    };
    let at = |rest| visit.href(&links::of_person(&card.slug, person, rest));
    let role = if visit.may_here(Right::RunOffice) {
        register::protects(conn, card.id, person)?.map(|protects| {
            if protects {
                (at("datenschutzrolle/ende"), "privacy-role-take")
            } else {
                (at("datenschutzrolle"), "privacy-role-give")
            }
        })
    } else {
        None
    };
    let panel = PersonPanel {
        visit,
        links: vec![
            Link::new(visit.say("privacy-to-held"), at("daten")),
            Link::new(visit.say("privacy-to-erasure"), at("datenloeschung")),
        ],
        role,
    };
    pages::rendered(&panel).map(Some)
}

#[derive(Template)]
#[template(path = "privacy/panel-notice.html")]
struct NoticePanel<'v> {
    page: &'v Visit,
    standing: String,
    blocks: Vec<Block>,
    versions: Vec<Link>,
}

fn notice(conn: &mut Conn<'_>, visit: &Visit) -> Result<Option<String>, Fault> {
    let Some(card) = visit.network.as_ref() else {
        return Ok(None);
    };
    let versions = notices::notices(conn, card.id)?;
    let Some(last) = versions.first() else {
        return Ok(None);
    };
    let day = pages::day(visit, last.published_at);
    let args = [("version", last.version.into()), ("day", day.into())];
    let panel = NoticePanel {
        page: visit,
        standing: visit.tell("privacy-notice-stands", &args),
        blocks: blocks(&last.text),
        versions: version_links(visit, &card.slug, &versions),
    };
    pages::rendered(&panel).map(Some)
}
