//! The office's list of a gathering: who has a place, who waits, who awaits an answer.

use askama::Template;
use base::{Fault, Halt};
use calendar::dates;
use gatherings::{Gathering, Tab, tabs};
use shell::{Marked, Page, Pages, Visit, query_value};
use store::Conn;

use super::{below, together, until, when};
use crate::actions::Floor;
use crate::records::{Listing, Row as Listed};
use crate::rules::{Desk, DeskState, Level, Offered, PlaceState, Stage, stage_of};
use crate::{links, records, slots};

/// So many rows stand on one page.
const EACH: i64 = 100;

/// One of the desk's dates.
struct DateRow {
    when: String,
    href: String,
    is_here: bool,
    taken: i64,
    capacity: Option<i64>,
    waiting: i64,
    level: &'static str,
}

/// One place.
struct Row {
    name: String,
    href: String,
    along: Option<String>,
    organisation: String,
    mail: String,
    ring: &'static str,
    state: &'static str,
    note: String,
    made: String,
    through: &'static str,
}

/// A filter with how many it finds.
struct Filter {
    label: String,
    href: String,
    count: i64,
    is_current: bool,
}

/// The list.
#[derive(Template)]
#[template(path = "registration/list.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    stage: &'static str,
    stage_ring: &'static str,
    until: String,
    dates: Vec<DateRow>,
    rows: Vec<Row>,
    filters: Vec<Filter>,
    pages: Pages,
    search: String,
    state: String,
    is_searched: bool,
    here: String,
    public: Option<String>,
    settings: String,
    feedback: String,
    state_action: String,
    next_state: (&'static str, &'static str),
    is_draft: bool,
    add: Option<String>,
    workshops: Option<String>,
}

/// Nobody can register yet.
#[derive(Template)]
#[template(path = "registration/none.html")]
pub(crate) struct NonePage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    settings: String,
    is_choice: bool,
}

fn page_of(visit: &Visit, it: &Gathering) -> Result<Page, Halt> {
    let page = Page::new(visit, visit.say("registration-list-title"));
    Ok(below(visit, it, page)?.here())
}

/// Where there is no desk yet.
pub(crate) fn none_page(
    visit: &Visit,
    (it, is_choice): (&Gathering, bool),
) -> Result<NonePage, Halt> {
    let slug = &visit.network()?.slug;
    Ok(NonePage {
        page: page_of(visit, it)?,
        tabs: tabs(visit, it, Tab::Registration)?,
        kicker: it.title.clone(),
        settings: visit.href(&links::desk(slug, &it.slug, "/einrichten")),
        is_choice,
    })
}

/// The list of a gathering.
pub(crate) fn list_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, desk): (&Gathering, Desk),
) -> Result<ListPage, Halt> {
    let slug = &visit.network()?.slug;
    let floor = Floor::of(conn, desk, visit.now)?;
    let wanted = query_value(&visit.query, "stand").unwrap_or_default();
    let search = query_value(&visit.query, "suche").unwrap_or_default();
    let mut asked = Listing {
        state: PlaceState::from_word(&wanted),
        search: search.trim().to_owned(),
        before: 0,
        limit: EACH,
    };
    let counts = records::counts(conn, it.id, &asked)?;
    let count = match asked.state {
        Some(state) => counts.get(state.word()).copied().unwrap_or(0),
        None => counts.values().sum(),
    };
    let pages = Pages::of(visit, count, EACH);
    asked.before = pages.before();
    let date = floor.dates.iter().find(|date| date.id == it.id);
    let date = date.cloned().ok_or(Halt::Missing)?;
    let rows = records::listed(conn, it.id, &asked)?;
    let rows = rows
        .iter()
        .map(|row| self::row(visit, (slug, it), (&date, row)));
    let here = links::list(slug, &it.slug, "");
    let today = super::today(&date, visit.now);
    let stage = stage_of(&floor.desk, &date, (today, visit.now));
    let can_add = visit.now < date.starts_at && stage != Stage::Cancelled;
    Ok(ListPage {
        page: page_of(visit, it)?,
        tabs: tabs(visit, it, Tab::Registration)?,
        kicker: it.title.clone(),
        stage: stage.key(),
        stage_ring: ring(stage),
        until: until(visit, &date, floor.desk.closes_at(&date)),
        dates: dates_of(conn, visit, (slug, it), &floor)?,
        rows: rows.collect(),
        filters: filters(visit, &here, (&counts, &asked)),
        is_searched: !asked.search.is_empty() || asked.state.is_some(),
        search: asked.search,
        state: wanted,
        pages,
        public: public(visit, slug, &floor.desk, it),
        settings: visit.href(&links::desk(slug, &it.slug, "")),
        feedback: visit.href(&links::feedback(slug, &it.slug, "")),
        state_action: visit.href(&links::desk(slug, &it.slug, "/stand")),
        next_state: next_state(floor.desk.state),
        is_draft: floor.desk.state == DeskState::Draft,
        add: (can_add && floor.date(it.id).is_some())
            .then(|| visit.href(&links::list(slug, &it.slug, "/neu"))),
        here: visit.href(&here),
        workshops: slots::office_part(conn, visit, it)?,
    })
}

const fn ring(stage: Stage) -> &'static str {
    match stage {
        Stage::Draft | Stage::Early => "draft",
        Stage::Running => "announced",
        Stage::Over => "held",
        Stage::Cancelled => "cancelled",
    }
}

/// What the office can do next with the desk: the word that is sent, and the button's phrase.
const fn next_state(state: DeskState) -> (&'static str, &'static str) {
    match state {
        DeskState::Draft => ("open", "registration-open-desk"),
        DeskState::Open => ("closed", "registration-close-desk"),
        DeskState::Closed => ("open", "registration-reopen-desk"),
    }
}

fn public(visit: &Visit, slug: &str, desk: &Desk, it: &Gathering) -> Option<String> {
    let path = match desk.series {
        Some(series) => links::series(slug, series),
        None => links::desk(slug, &it.slug, ""),
    };
    let is_shown = desk.state != DeskState::Draft && it.state != gatherings::State::Draft;
    is_shown.then(|| visit.href(&path))
}

fn dates_of(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (slug, it): (&str, &Gathering),
    floor: &Floor,
) -> Result<Vec<DateRow>, Fault> {
    let overview = records::overview(conn, floor.desk.id)?;
    let dates = floor.dates.iter().map(|date| {
        let (taken, waiting) = overview.get(&date.id).copied().unwrap_or((0, 0));
        let free = floor.line.free(date.id, None);
        let capacity = floor.line.capacity(date.id);
        DateRow {
            when: when(visit, date),
            href: visit.href(&links::list(slug, &date.slug, "")),
            is_here: date.id == it.id,
            taken,
            capacity,
            waiting,
            level: if floor.line.knows(date.id) {
                Level::of(free, capacity).key()
            } else {
                "registration-level-unset"
            },
        }
    });
    Ok(dates.collect())
}

fn filters(
    visit: &Visit,
    here: &str,
    (counts, asked): (&std::collections::BTreeMap<&'static str, i64>, &Listing),
) -> Vec<Filter> {
    let search = if asked.search.is_empty() {
        String::new()
    } else {
        format!("&suche={}", shell::encoded(&asked.search))
    };
    let all = Filter {
        label: visit.say("registration-filter-all").to_owned(),
        href: visit.href(&format!("{here}?stand={search}")),
        count: counts.values().sum(),
        is_current: asked.state.is_none(),
    };
    let states = PlaceState::ALL.into_iter().filter_map(|state| {
        let count = counts.get(state.word()).copied().unwrap_or(0);
        let is_current = asked.state == Some(state);
        (count > 0 || is_current).then(|| Filter {
            label: visit.say(state.key()).to_owned(),
            href: visit.href(&format!("{here}?stand={}{search}", state.word())),
            count,
            is_current,
        })
    });
    std::iter::once(all).chain(states).collect()
}

fn row(visit: &Visit, (slug, it): (&str, &Gathering), (date, row): (&Offered, &Listed)) -> Row {
    let zone = calendar::Zone::named(&date.zone).unwrap_or_else(|_| calendar::Zone::utc());
    let note = match (row.state, row.until, row.line_no) {
        (PlaceState::Waiting, _, Some(number)) => {
            visit.tell("registration-line-number", &[("number", number.into())])
        }
        (PlaceState::Offered | PlaceState::Unconfirmed, Some(at), _) => {
            let day = until(visit, date, at);
            visit.tell("registration-until-short", &[("until", day.into())])
        }
        _ => String::new(),
    };
    Row {
        name: row.name.clone(),
        href: visit.href(&links::place(slug, &it.slug, row.place, "")),
        along: (row.position > 0).then(|| row.registrant.clone()),
        organisation: row.organisation.clone(),
        mail: row.mail.clone(),
        ring: row.state.ring(),
        state: row.state.key(),
        note,
        made: together(&dates::instant_local_short(row.made_at, &zone, visit.lang)),
        through: row.through.key(),
    }
}

/// What the list calls somebody who comes along.
pub(crate) fn along(visit: &Visit, with: &str) -> Marked {
    visit.tell_marked("registration-along", &[("name", shell::record(with))])
}
