//! The page of archives.

use askama::Template;
use calendar::{Zone, dates};
use jiff::Timestamp;
use shell::{Fields, Marked, Page, Visit};

use crate::links;
use crate::progress::Progress;
use crate::records::{Archive, State};

/// An archive in the table of them.
pub(crate) struct Line {
    pub(crate) when: String,
    pub(crate) asked_by: String,
    pub(crate) state: Marked,
    pub(crate) file: Option<String>,
    pub(crate) removal: Option<String>,
}

/// How far an archive has come that is being made.
pub(crate) struct Busy {
    pub(crate) words: String,
    pub(crate) done: usize,
    pub(crate) all: usize,
}

/// What archives there are, and asking for one.
#[derive(Template)]
#[template(path = "archive/archives.html")]
pub(crate) struct ArchivesPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) here: String,
    pub(crate) lines: Vec<Line>,
    pub(crate) busy: Option<Busy>,
    pub(crate) days: i64,
}

fn zone(visit: &Visit) -> Zone {
    let name = visit.network.as_ref().map_or("UTC", |it| it.zone.as_str());
    Zone::named(name).unwrap_or_else(|_| Zone::utc())
}

fn hour(visit: &Visit, at: Timestamp) -> String {
    dates::instant_local_short(at, &zone(visit), visit.lang)
}

/// An archive in words.
pub(crate) fn line(visit: &Visit, it: &Archive) -> Line {
    let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
    let is_there = it.state == State::Ready && it.ends_at.is_some_and(|end| visit.now < end);
    let at = |address| visit.href(&links::below(address, slug, it.id));
    let state = if let (true, Some(end)) = (is_there, it.ends_at) {
        let size = megabytes(visit, it.size);
        let args = [("size", size.into()), ("when", hour(visit, end).into())];
        visit.tell_marked("archive-state-until", &args)
    } else {
        let is_over = it.state == State::Ready;
        let state = if is_over { State::Gone } else { it.state };
        Marked::own(visit.say(&format!("archive-state-{}", state.word())))
    };
    Line {
        when: hour(visit, it.asked_at),
        asked_by: it.asked_by.clone(),
        state,
        file: is_there.then(|| at(links::FILE)),
        removal: is_there.then(|| at(links::REMOVAL)),
    }
}

fn megabytes(visit: &Visit, size: i64) -> String {
    let tenths = size.saturating_mul(10) / 1_000_000;
    visit.tell(
        "archive-size",
        &[
            ("whole", (tenths / 10).into()),
            ("tenth", (tenths % 10).into()),
        ],
    )
}

/// How far the newest archive has come, while it is being made.
pub(crate) fn busy(visit: &Visit, all: &[Archive]) -> Option<Busy> {
    let it = all.iter().find(|it| it.state == State::Making)?;
    let progress = visit.app.tool::<Progress>().and_then(|all| all.of(it.id));
    let (done, all) = progress.unwrap_or((0, 1));
    Some(Busy {
        words: match progress {
            Some(_) => visit.tell(
                "archive-busy-of",
                &[("done", done.into()), ("all", all.into())],
            ),
            None => visit.say("archive-busy").to_owned(),
        },
        done,
        all,
    })
}
