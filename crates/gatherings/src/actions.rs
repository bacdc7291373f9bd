//! What people do with gatherings: each act is change, journal entry and jobs in one transaction.

mod agenda;
mod attendance;
mod documents;
mod guests;
mod personal;
mod plan;
mod series;
mod state;
mod tell;

pub use agenda::{
    ItemInput, Step, add_agenda_item, add_speaker, change_agenda_item, copy_agenda,
    move_agenda_item, plan_agenda_item, remove_agenda_item,
};
pub use attendance::{count_guests, set_attendance};
pub use documents::{
    FileInput, add_document, add_document_version, change_document, withdraw_document,
};
pub use guests::{
    GUEST_LINK, add_guest, answerable, follow_place, guest_by_link, mark_invited, record_reply,
    withdraw_guest,
};
pub(crate) use personal::{CALENDAR, calendar_account};
pub use personal::{end_calendar, renew_calendar};
pub(crate) use plan::OLD_SLUG;
pub use plan::{GatheringInput, change_gathering, plan_gathering};
pub use series::{SeriesInput, add_series, change_series, withdraw_series};
pub use state::{announce, cancel, hold, over, remove_draft, withdraw_cancellation};
pub use tell::{CHANGE_JOB, Inform, SHIFT_JOB, pending_agenda, tell_agenda};

use base::access::Actor;
use base::{Fault, GatheringId, Halt, Moment};
use store::{Conn, Entry, Indexed};

use crate::links;
use crate::records;
use crate::rules::{Gathering, State};

/// A gathering that must be there.
fn known(conn: &mut Conn<'_>, id: GatheringId) -> Result<Gathering, Halt> {
    records::gathering::gathering(conn, id)?.ok_or(Halt::Missing)
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: &Gathering,
    (verb, detail): (&'static str, String),
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(gathering.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "gathering",
            subject: gathering.id.into(),
            detail,
        },
    )
}

/// Lets a gathering be found by its words, by those whom it is for.
fn index(conn: &mut Conn<'_>, moment: &mut Moment, it: &Gathering) -> Result<(), Fault> {
    let Some(network) = register::network(conn, it.network)? else {
        return Ok(());
    };
    let mut words = vec![
        it.focus.clone(),
        it.about.clone(),
        it.place(),
        it.tags.join(" "),
    ];
    for item in records::agenda::agenda(conn, it.id)? {
        words.push(item.title);
        words.push(item.text);
    }
    conn.index(
        moment,
        &Indexed {
            network: it.network,
            kind: "gathering",
            subject: it.id.into(),
            audience: match it.state {
                State::Draft => base::access::Audience::Office,
                _ => it.audience,
            },
            title: &it.title,
            href: &links::gathering(&network.slug, &it.slug),
            day: Some(it.starts.date()),
            text: &words.join("\n"),
        },
    )
}
