//! All polls.

use askama::Template;
use base::Halt;
use base::access::Right;
use calendar::dates;
use shell::{Page, Visit};
use store::Conn;

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
    let mut rows = Vec::new();
    for poll in records::polls_of(conn, network.id)? {
        if visit.may(Right::Lead, &poll.subject()) {
            rows.push(row(conn, visit, &poll)?);
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

fn row(conn: &mut Conn<'_>, visit: &Visit, poll: &DatePoll) -> Result<Row, Halt> {
    let stage = poll.stage(visit.now);
    let asked = records::asked_of(conn, poll.id)?;
    let answered = asked.iter().filter(|it| it.answered_at.is_some()).count();
    let facts = if stage == Stage::Draft {
        String::new()
    } else {
        visit.tell(
            "polls-list-facts",
            &[
                ("answered", answered.into()),
                ("asked", asked.len().into()),
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
