//! Asking again before a day is settled on or a poll is taken back.

use askama::Template;
use base::Halt;
use gatherings::Inform;
use shell::{Fields, Form, Marked, Page, Visit, record};
use store::Conn;

use super::marks::{Mark, around, marks};
use super::{below, span};
use crate::rules::{DatePoll, ProposedDate};
use crate::{actions, links};

/// Settling on a day.
#[derive(Template)]
#[template(path = "polls/settle.html")]
pub(crate) struct SettlePage {
    pub(crate) page: Page,
    when: String,
    marks: Vec<Mark>,
    consequences: Vec<Marked>,
    informs: Vec<(String, String)>,
    action: String,
    cancel: String,
    fields: Fields,
}

/// What settling on a day means.
pub(crate) fn settle_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (poll, date): (&DatePoll, &ProposedDate),
    form: Form,
) -> Result<SettlePage, Halt> {
    let slug = &visit.network()?.slug;
    let day = date.starts.date();
    let around = around(conn, visit, (poll.network, poll.gathering), &[day])?;
    let invited = match poll.gathering {
        Some(id) => gatherings::invited_count(conn, id)?,
        None => 0,
    };
    let informs = [
        (Inform::Tell, "gatherings-inform-tell"),
        (Inform::KeepQuiet, "gatherings-inform-quiet"),
    ];
    let informs = informs
        .into_iter()
        .filter(|_| invited > 0)
        .map(|(inform, key)| (inform.word().to_owned(), visit.say(key).to_owned()));
    Ok(SettlePage {
        page: below(visit, poll, Page::new(visit, visit.say("polls-settle")))?,
        when: span(visit, date),
        marks: marks(visit, &around, (day, Some(date.starts.time()))),
        consequences: consequences(conn, visit, (poll, date))?,
        informs: informs.collect(),
        action: visit.href(&links::settlement(slug, poll.id, date.id)),
        cancel: visit.href(&links::poll(slug, poll.id, "")),
        fields: Fields::new(visit, form),
    })
}

fn consequences(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (poll, date): (&DatePoll, &ProposedDate),
) -> Result<Vec<Marked>, Halt> {
    let (letters, invited) = actions::news_counts(conn, (poll, date))?;
    let first = if poll.gathering.is_some() {
        "polls-settle-moves"
    } else {
        "polls-settle-plans"
    };
    let mut told = vec![
        visit.tell_marked(first, &[("title", record(&poll.title))]),
        visit.tell_marked("polls-settle-tells", &[("count", letters.into())]),
    ];
    if invited > 0 {
        let args = [("count", invited.into())];
        told.push(visit.tell_marked("polls-settle-tells-invited", &args));
    }
    told.push(Marked::own(visit.say("polls-settle-ends")));
    Ok(told)
}
