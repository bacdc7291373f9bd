//! Everything that came in to a network.

use askama::Template;
use base::Halt;
use outbox::AddressHealth;
use shell::{Link, Marked, Page, Visit};
use store::Conn;

use super::{instant, label, sender, subject};
use crate::actions;
use crate::links;
use crate::records::mails::{self, MailIn};
use crate::records::marks;
use crate::rules::{State, beginning, why};

/// How many settled mails one page lists.
pub(crate) const PER_PAGE: i64 = 25;
/// How many open ones are shown at once.
const MOST_OPEN: i64 = 200;

/// The inbox.
#[derive(Template)]
#[template(path = "inbox/inbox.html")]
pub(crate) struct InboxPage {
    pub(crate) page: Page,
    open: Vec<Line>,
    paused: Vec<Paused>,
    settled: Vec<Line>,
    settled_count: i64,
    newer: Option<String>,
    older: Option<String>,
    settings: String,
    free: String,
    looked: String,
    fault: Option<String>,
}

/// One mail in a list.
struct Line {
    sender: String,
    subject: String,
    beginning: String,
    href: String,
    when: String,
    kind: &'static str,
    finding: String,
    gathering: Option<Marked>,
}

/// A paused address, and whose it is.
struct Paused {
    health: AddressHealth,
    why: &'static str,
    since: String,
    people: Vec<Link>,
}

/// The inbox of the network of the visit.
pub(crate) fn inbox_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    number: i64,
) -> Result<InboxPage, Halt> {
    let network = visit.network()?;
    let open = mails::in_state(conn, (network.id, State::Open), (MOST_OPEN, 0))?;
    let settled = mails::settled(conn, network.id, (PER_PAGE, (number - 1) * PER_PAGE))?;
    let settled_count = mails::settled_count(conn, network.id)?;
    let home = links::inbox(&network.slug);
    let at = |number: i64| visit.href(&format!("{home}?seite={number}#settled"));
    let look = marks::last_look(conn)?;
    let page = Page::new(visit, visit.say("inbox-title"))
        .below_record(&network.name, &format!("/{}", network.slug))
        .here();
    Ok(InboxPage {
        page,
        open: lines(conn, visit, open)?,
        paused: paused(conn, visit)?,
        settled: lines(conn, visit, settled)?,
        settled_count,
        newer: (number > 1).then(|| at(number - 1)),
        older: (number * PER_PAGE < settled_count).then(|| at(number + 1)),
        settings: visit.href(&links::settings(&network.slug)),
        free: visit.href(&links::free(&network.slug)),
        looked: match &look {
            Some(look) => visit.tell("inbox-looked", &[("when", instant(visit, look.at).into())]),
            None => visit.say("inbox-no-mailbox").to_owned(),
        },
        fault: look
            .filter(|it| !it.fault.is_empty())
            .map(|_| visit.say("inbox-mailbox-fault").to_owned()),
    })
}

fn lines(conn: &mut Conn<'_>, visit: &Visit, all: Vec<MailIn>) -> Result<Vec<Line>, Halt> {
    all.into_iter()
        .map(|mail| line(conn, visit, &mail))
        .collect()
}

fn line(conn: &mut Conn<'_>, visit: &Visit, mail: &MailIn) -> Result<Line, Halt> {
    let gathering = match mail.gathering {
        Some(id) => gatherings::gathering(conn, id)?,
        None => None,
    };
    Ok(Line {
        sender: sender(visit, mail),
        subject: subject(visit, mail),
        beginning: beginning(&mail.body, 120),
        href: visit.href(&links::mail(&visit.network()?.slug, mail.id, "")),
        when: instant(visit, mail.came_at),
        kind: mail.kind.key(),
        finding: mail.finding.clone(),
        gathering: gathering.map(|it| label(visit, &it)),
    })
}

fn paused(conn: &mut Conn<'_>, visit: &Visit) -> Result<Vec<Paused>, Halt> {
    let network = visit.network()?;
    let mut all = Vec::new();
    for health in outbox::paused(conn, network.id)? {
        let people = actions::people_of(conn, network.id, &health.address)?;
        let people = people.into_iter().map(|(id, name)| {
            let path = register::links::below(register::links::PERSON, &network.slug, id);
            Link::new(name, visit.href(&path))
        });
        all.push(Paused {
            people: people.collect(),
            since: health
                .paused_at
                .map(|at| instant(visit, at))
                .unwrap_or_default(),
            why: why(&health.status),
            health,
        });
    }
    Ok(all)
}
