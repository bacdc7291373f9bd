//! A poll before anybody is asked: who will be, and what they will get.

use askama::Template;
use base::Halt;
use calendar::dates;
use shell::{Content, Page, Visit};
use store::Conn;

use super::marks::{Mark, around, marks};
use super::span;
use crate::actions::{Reached, reached};
use crate::rules::DatePoll;
use crate::{letters, links, records};

/// The page.
#[derive(Template)]
#[template(path = "polls/draft.html")]
pub(crate) struct DraftPage {
    pub(crate) page: Page,
    here: String,
    until: String,
    days: Vec<(String, Vec<Mark>)>,
    to_write: Vec<Line>,
    without_mail: Vec<Line>,
    preview: String,
}

/// One person whom the poll means.
struct Line {
    name: String,
    mail: String,
}

impl Line {
    fn of(reached: &Reached) -> Self {
        let guest = &reached.chosen.guest;
        Self {
            name: guest.line(),
            mail: guest.person.mail.clone(),
        }
    }
}

/// Whom a poll means, and what they will get.
pub(crate) fn draft_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    poll: &DatePoll,
) -> Result<DraftPage, Halt> {
    let people = reached(conn, poll)?;
    let lines = |by_mail: bool| {
        let meant = people.iter().filter(|it| it.by_mail == by_mail);
        meant.map(Line::of).collect::<Vec<_>>()
    };
    let to_write = lines(true);
    let content = letters::sample(conn, &visit.app, poll, None)?;
    let content = content.map(Content::printed).transpose()?;
    let first = to_write
        .first()
        .map_or_else(String::new, |line| format!("{} <{}>", line.name, line.mail));
    let here = visit.href(&links::poll(&visit.network()?.slug, poll.id, ""));
    let dates = records::dates(conn, poll.id)?;
    let days: Vec<_> = dates.iter().map(|it| it.starts.date()).collect();
    let around = around(conn, visit, (poll.network, poll.gathering), &days)?;
    let marked = dates.iter().map(|it| {
        let about = (it.starts.date(), Some(it.starts.time()));
        (span(visit, it), marks(visit, &around, about))
    });
    Ok(DraftPage {
        page: super::below_polls(visit, Page::of_record(visit, &poll.title))?.here(),
        until: dates::day_long(poll.until, visit.lang),
        days: marked.collect(),
        preview: outbox::view(visit, content.as_ref(), &first, &here)?,
        without_mail: lines(false),
        to_write,
        here,
    })
}
