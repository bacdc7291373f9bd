//! The list at the door: who is expected, who is here, who came without a registration.

use askama::Template;
use base::{Fault, Halt};
use gatherings::{FurtherGuests, Gathering, State, Tab, tabs};
use shell::{Fields, Form, Page, Pages, Visit, query_value};
use store::Conn;
use uuid::Uuid;

use super::{below, hour, words_of};
use crate::actions::Said;
use crate::records::{Asked, Counts, Line, Which};
use crate::rules::Outcome;
use crate::{links, records};

/// So many names stand on one page.
const EACH: i64 = 50;

/// Somebody on the list.
struct Row {
    name: String,
    with: Option<String>,
    organisation: String,
    place: String,
    /// The arrival with its hour.
    here: Option<(String, String)>,
}

/// Somebody without a registration.
struct GuestRow {
    name: String,
    organisation: String,
    arrival: String,
    at: String,
}

/// A part of the list, and how many are in it.
struct Filter {
    label: String,
    href: String,
    count: i64,
    is_current: bool,
}

/// What was just said, with the way back.
pub(super) struct Last {
    pub(super) words: String,
    pub(super) is_new: bool,
    pub(super) arrival: String,
}

/// What was typed into one of the page's forms and was refused.
pub(crate) enum Typed {
    /// Nothing.
    Nothing,
    /// The guest.
    Guest(Form),
    /// The count.
    Count(Form),
}

/// The list.
#[derive(Template)]
#[template(path = "reception/door.html")]
pub(crate) struct DoorPage {
    page: Page,
    tabs: String,
    kicker: String,
    is_open: bool,
    is_early: bool,
    last: Option<Last>,
    counts: Counts,
    further: String,
    total: String,
    search: String,
    which: String,
    filters: Vec<Filter>,
    rows: Vec<Row>,
    pages: Pages,
    guests: Vec<GuestRow>,
    here: String,
    certificates: String,
    guest: Fields,
    count: Fields,
}

/// The list of a gathering.
pub(crate) fn door_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
    typed: Typed,
) -> Result<DoorPage, Halt> {
    let slug = visit.network()?.slug.clone();
    let search = query_value(&visit.query, "suche").unwrap_or_default();
    let which = query_value(&visit.query, "wer").unwrap_or_default();
    let mut asked = Asked {
        search: search.trim().to_owned(),
        which: Which::from_word(&which),
        before: 0,
        limit: EACH,
    };
    let counts = records::counts(conn, it.id, &asked)?;
    let pages = Pages::of(visit, counts.found, EACH);
    asked.before = pages.before();
    let rows = records::lines(conn, it.id, &asked)?;
    let rows = rows.into_iter().map(|line| row(visit, it, line)).collect();
    let guests = records::guests(conn, it.id)?.into_iter();
    let guests = guests.map(|guest| GuestRow {
        at: hour(visit, it, guest.at),
        name: guest.name,
        organisation: guest.organisation,
        arrival: guest.arrival.to_string(),
    });
    let further = gatherings::further_guests(conn, it.id)?;
    let (guest, count) = match typed {
        Typed::Nothing => (Form::default(), counted(further)),
        Typed::Guest(form) => (form, counted(further)),
        Typed::Count(form) => (Form::default(), form),
    };
    let here = links::door(&slug, &it.slug, "");
    let page = Page::new(visit, visit.say("reception-title"));
    Ok(DoorPage {
        page: below(visit, it, page)?.here(),
        tabs: tabs(visit, it, Tab::Reception)?,
        kicker: it.title.clone(),
        is_open: !matches!(it.state, State::Draft | State::Cancelled),
        is_early: !it.is_begun_on(visit.today()),
        last: last(conn, visit, it)?,
        counts,
        further: further.map_or_else(|| "0".to_owned(), |it| number(visit, it, it.count)),
        total: total(visit, counts, further),
        filters: filters(visit, &here, (counts, &asked)),
        search: asked.search,
        which: asked.which.word().to_owned(),
        rows,
        pages,
        guests: guests.collect(),
        certificates: visit.href(&links::certificates(&slug, &it.slug, "")),
        here: visit.href(&here),
        guest: Fields::new(visit, guest),
        count: Fields::new(visit, count),
    })
}

fn row(visit: &Visit, it: &Gathering, line: Line) -> Row {
    Row {
        name: line.name,
        with: line.with,
        organisation: line.organisation,
        place: line.place.to_string(),
        here: line
            .here
            .map(|(arrival, at)| (arrival.to_string(), hour(visit, it, at))),
    }
}

/// How many were counted, as the form shows it.
fn counted(further: Option<FurtherGuests>) -> Form {
    let mut form = Form::default();
    if let Some(it) = further {
        form.put("further_guests", it.count.to_string());
        if it.is_about {
            form.put("further_guests_about", "true");
        }
    }
    form
}

fn number(visit: &Visit, it: FurtherGuests, count: i64) -> String {
    if it.is_about {
        visit.tell("gatherings-number-about", &[("count", count.into())])
    } else {
        count.to_string()
    }
}

fn total(visit: &Visit, counts: Counts, further: Option<FurtherGuests>) -> String {
    let named = counts.here.saturating_add(counts.guests);
    match further {
        Some(it) => number(visit, it, named.saturating_add(it.count)),
        None => named.to_string(),
    }
}

fn filters(visit: &Visit, here: &str, (counts, asked): (Counts, &Asked)) -> Vec<Filter> {
    let open = counts.expected.saturating_sub(counts.here);
    [
        (Which::All, "reception-filter-all", counts.expected),
        (Which::Open, "reception-filter-open", open),
        (Which::Here, "reception-filter-here", counts.here),
    ]
    .map(|(which, key, count)| Filter {
        label: visit.say(key).to_owned(),
        href: visit.href(&format!("{here}?wer={}", which.word())),
        count,
        is_current: which == asked.which && asked.search.is_empty(),
    })
    .into_iter()
    .collect()
}

/// Who was let in last, as the address says; only while that stands.
pub(super) fn last(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
) -> Result<Option<Last>, Fault> {
    let id = query_value(&visit.query, "zuletzt").and_then(|id| id.parse::<Uuid>().ok());
    let arrival = match id {
        Some(id) => records::arrival(conn, id)?,
        None => None,
    };
    let arrival = arrival.filter(|known| known.gathering == it.id && known.stands());
    let Some((arrival, line)) = arrival.and_then(|it| it.attendance.map(|line| (it, line))) else {
        return Ok(None);
    };
    let Some(row) = gatherings::attendance_line(conn, line)? else {
        return Ok(None);
    };
    let is_new = query_value(&visit.query, "schon").is_none();
    let said = Said {
        outcome: if is_new {
            Outcome::Arrived
        } else {
            Outcome::Already
        },
        name: row.name,
        arrival: Some(arrival.id),
        at: Some(arrival.at),
    };
    Ok(Some(Last {
        words: words_of(visit, it, &said),
        is_new,
        arrival: arrival.id.to_string(),
    }))
}
