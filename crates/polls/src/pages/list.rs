//! All polls.

use askama::Template;
use base::Halt;
use base::access::Right;
use calendar::dates;
use shell::{Page, Visit};
use store::Conn;

use crate::records::Count;
use crate::rules::{DatePoll, Stage};
use crate::{links, records};

/// A poll in the list.
struct Row {
    title: String,
    href: String,
    facts: String,
    ring: &'static str,
    stage: String,
}

/// The page.
#[derive(Template)]
#[template(path = "polls/list.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    rows: Vec<Row>,
    new: String,
}

/// The polls that this person leads.
pub(crate) fn list_page(conn: &mut Conn<'_>, visit: &Visit) -> Result<ListPage, Halt> {
    let network = visit.network()?;
    let counts = records::counts_of(conn, network.id)?;
    let mut rows = Vec::new();
    for poll in records::polls_of(conn, network.id)? {
        if visit.may(Right::Lead, &poll.subject()) {
            let count = counts.get(&poll.id).copied().unwrap_or_default();
            rows.push(row(visit, &poll, count)?);
        }
    }
    Ok(ListPage {
        page: Page::new(visit, visit.say("polls-nav"))
            .below_record(&network.name, &format!("/{}", network.slug))
            .here(),
        rows,
        new: visit.href(&links::new(&network.slug)),
    })
}

fn row(visit: &Visit, poll: &DatePoll, count: Count) -> Result<Row, Halt> {
    let stage = poll.stage(visit.now);
    let facts = if stage == Stage::Draft {
        String::new()
    } else {
        visit.tell(
            "polls-list-facts",
            &[
                ("answered", count.answered.into()),
                ("asked", count.asked.into()),
                ("until", dates::day(poll.until, visit.lang).into()),
            ],
        )
    };
    let path = links::poll(&visit.network()?.slug, poll.id, "");
    Ok(Row {
        title: poll.title.clone(),
        href: visit.href(&path),
        facts,
        ring: stage.ring(),
        stage: visit.say(stage.key()).to_owned(),
    })
}
