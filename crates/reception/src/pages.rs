//! The pages of this room.

mod attendance;
mod certificates;
mod check;
mod door;
mod kept;
mod own;
mod scan;

pub(crate) use certificates::certificates_page;
pub(crate) use check::{CheckPage, checked_page};
pub(crate) use door::{Typed, door_page};
pub(crate) use kept::kept_page;
pub(crate) use scan::{scan_page, told};

use base::Halt;
use calendar::{Zone, dates};
use gatherings::Gathering;
use jiff::Timestamp;
use shell::{Page, Panel, Visit, record};

use crate::actions::Said;
use crate::links;

/// What the reception shows on other rooms' pages.
pub(crate) const PANELS: &[Panel] = &[
    Panel {
        order: 30,
        show: own::panel,
    },
    Panel {
        order: 30,
        show: attendance::panel,
    },
];

/// Day and month, hour and "Uhr" stay on one line.
fn together(text: &str) -> String {
    text.replace(". ", ".\u{a0}").replace(" Uhr", "\u{a0}Uhr")
}

/// The hour as the clocks of the gathering show it; the day too, where it is another.
pub(crate) fn hour(visit: &Visit, it: &Gathering, at: Timestamp) -> String {
    let zone = Zone::named(&it.zone).unwrap_or_else(|_| Zone::utc());
    let local = zone.local(at);
    let is_that_day = local.date() >= it.starts.date() && local.date() <= it.ends.date();
    together(&if is_that_day {
        dates::time(local.time(), visit.lang)
    } else {
        dates::instant_local_short(at, &zone, visit.lang)
    })
}

/// When the gathering takes place.
fn when(visit: &Visit, it: &Gathering) -> String {
    together(&dates::span(it.starts, it.ends, visit.lang))
}

/// The path to a page below a gathering.
fn below(visit: &Visit, it: &Gathering, page: Page) -> Result<Page, Halt> {
    let network = visit.network()?;
    let slug = &network.slug;
    Ok(page
        .below_record(&network.name, &format!("/{slug}"))
        .below(visit.say("gatherings-list"), &gatherings::links::list(slug))
        .below_record(&it.title, &gatherings::links::gathering(slug, &it.slug)))
}

/// The path to a page below the door.
fn below_door(visit: &Visit, it: &Gathering, page: Page) -> Result<Page, Halt> {
    let path = links::door(&visit.network()?.slug, &it.slug, "");
    Ok(below(visit, it, page)?
        .below(visit.say("reception-title"), &path)
        .here())
}

/// What is said of somebody at the door.
pub(crate) fn words_of(visit: &Visit, it: &Gathering, said: &Said) -> String {
    let at = said.at.map(|at| hour(visit, it, at)).unwrap_or_default();
    let args = [("name", record(said.name.as_str())), ("time", at.into())];
    visit.tell(said.outcome.key(), &args)
}
