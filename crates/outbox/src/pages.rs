//! The pages of the outbox.

use askama::Template;
use base::{Fault, Halt, NetworkId};
use calendar::{Zone, dates};
use jiff::Timestamp;
use jiff::civil::Date;
use shell::{Arg, Marked, Page, Place, Visit, record};
use store::Conn;

use crate::letter::{About, Group, Letter, State};
use crate::{links, records};

/// How many letters one page lists.
pub(crate) const PER_PAGE: i64 = 25;

/// One line of a list of letters.
pub(crate) struct Line {
    pub(crate) letter: Letter,
    pub(crate) about: Marked,
    pub(crate) kind: String,
    pub(crate) when: String,
    pub(crate) answer: String,
    pub(crate) href: String,
}

/// One group of waiting letters.
pub(crate) struct Bundle {
    pub(crate) group: Group,
    pub(crate) about: Marked,
    pub(crate) kind: String,
    pub(crate) since: String,
    pub(crate) href: String,
}

/// The outbox.
#[derive(Template)]
#[template(path = "outbox/outbox.html")]
pub(crate) struct OutboxPage {
    pub(crate) page: Page,
    pub(crate) held_since: Option<String>,
    pub(crate) hold_end: String,
    pub(crate) bundles: Vec<Bundle>,
    pub(crate) failed: Vec<Line>,
    pub(crate) queued: Vec<Line>,
    pub(crate) sent: Vec<Line>,
    pub(crate) sent_count: i64,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
}

/// A group of waiting letters, to be released or discarded.
#[derive(Template)]
#[template(path = "outbox/group.html")]
pub(crate) struct GroupPage {
    pub(crate) page: Page,
    pub(crate) bundle: Bundle,
    pub(crate) lines: Vec<Line>,
    pub(crate) view: String,
}

/// One letter.
#[derive(Template)]
#[template(path = "outbox/letter.html")]
pub(crate) struct LetterPage {
    pub(crate) page: Page,
    pub(crate) line: Line,
    pub(crate) sent_by: String,
    pub(crate) group_href: Option<String>,
    pub(crate) view: String,
}

/// What the office is told on its start page.
#[derive(Template)]
#[template(path = "outbox/due.html")]
struct Due<'v> {
    visit: &'v Visit,
    href: String,
    waiting: i64,
    failed: i64,
}

/// What waits and what failed, for the office's start page.
pub(crate) fn due(
    conn: &mut Conn<'_>,
    visit: &Visit,
    place: Place,
) -> Result<Option<String>, Fault> {
    let Some(network) = visit
        .network
        .as_ref()
        .filter(|_| place == Place::Start && visit.may_here(base::access::Right::RunOffice))
    else {
        return Ok(None);
    };
    let waiting = records::count(conn, network.id, State::Waiting)?;
    let failed = records::count(conn, network.id, State::Failed)?;
    if waiting + failed == 0 {
        return Ok(None);
    }
    let due = Due {
        visit,
        href: visit.href(&links::outbox(&network.slug)),
        waiting,
        failed,
    };
    due.render()
        .map(Some)
        .map_err(|cause| Fault::because("render the outbox's panel", cause))
}

/// The words for a kind of letter: phrase `letter-` and the kind, with `-` for each dot.
pub(crate) fn kind_name(visit: &Visit, kind: &str) -> String {
    let key = format!("letter-{}", kind.replace('.', "-"));
    visit.say(&key).to_owned()
}

/// What letters are about, in the reader's language.
pub(crate) fn about(visit: &Visit, about: &About) -> Marked {
    match about.day {
        Some(day) => visit.tell_marked("outbox-about", &about_args(visit, about, day)),
        None => Marked::record(visit.content_lang(), &about.title),
    }
}

/// A page that is called by what letters are about.
pub(crate) fn page_about(visit: &Visit, about: &About) -> Page {
    match about.day {
        Some(day) => Page::told(visit, "outbox-about", &about_args(visit, about, day)),
        None => Page::of_record(visit, &about.title),
    }
}

fn about_args(visit: &Visit, about: &About, day: Date) -> [(&'static str, Arg); 2] {
    let day = dates::day_short(day, visit.lang);
    [("title", record(&about.title)), ("day", day.into())]
}

/// An instant as the network's clock shows it.
pub(crate) fn when(visit: &Visit, instant: Timestamp) -> String {
    let zone = visit
        .network
        .as_ref()
        .and_then(|network| Zone::named(&network.zone).ok())
        .unwrap_or_else(Zone::utc);
    dates::instant_local_short(instant, &zone, visit.lang)
}

impl Line {
    pub(crate) fn of(visit: &Visit, letter: Letter) -> Result<Self, Halt> {
        let at = letter
            .settled_at
            .or(letter.queued_at)
            .unwrap_or(letter.laid_at);
        Ok(Self {
            kind: kind_name(visit, &letter.kind),
            about: about(visit, &letter.about),
            when: when(visit, at),
            answer: visit.say(&letter.answer).to_owned(),
            href: visit.href(&links::letter(&visit.network()?.slug, letter.id)),
            letter,
        })
    }

    pub(crate) fn has_failed(&self) -> bool {
        self.letter.state == State::Failed
    }

    pub(crate) fn may_go_again(&self) -> bool {
        matches!(self.letter.state, State::Failed | State::Sent)
    }
}

impl Bundle {
    pub(crate) fn of(visit: &Visit, group: Group) -> Result<Self, Halt> {
        Ok(Self {
            kind: kind_name(visit, &group.kind),
            about: about(visit, &group.about),
            since: when(visit, group.since),
            href: visit.href(&links::group(&visit.network()?.slug, group.first)),
            group,
        })
    }
}

/// Letters of one state as lines.
pub(crate) fn lines(
    conn: &mut Conn<'_>,
    visit: &Visit,
    network: NetworkId,
    (state, offset): (State, i64),
) -> Result<Vec<Line>, Halt> {
    records::settled(conn, network, state, (PER_PAGE, offset))?
        .into_iter()
        .map(|letter| Line::of(visit, letter))
        .collect()
}
