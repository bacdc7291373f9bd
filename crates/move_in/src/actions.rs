//! What can be done with files and drafts, one function per act: taking in, keeping what was
//! read, correcting, accepting, joining, rejecting, taking back.

mod all;
mod enter;
mod facts;
mod joining;
mod making;
mod matching;
mod receive;
mod review;
mod undo;
mod undo_all;

pub(crate) use all::{Fate, accept_all, plan};
pub use enter::{Counts, enter};
pub(crate) use joining::{join, preview};
pub(crate) use matching::{Match, matches};
pub(crate) use receive::discard;
pub use receive::{Incoming, Received, receive};
pub(crate) use review::{accept, correct, draft_in, reject, uncorrect, upload_in};
pub(crate) use undo::{Undone, undo};
pub(crate) use undo_all::{Foreseen, foresee, undo_all};

use base::access::Actor;
use base::{Fault, Halt, Moment, NetworkId};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use register::Network;
use store::{Conn, Entry};
use uuid::Uuid;

use crate::records::drafts::Draft;
use crate::rules::Kind;

fn home_of(conn: &mut Conn<'_>, network: NetworkId) -> Result<Network, Halt> {
    register::network(conn, network)?.ok_or(Halt::Missing)
}

/// Today where a network lives.
fn today(network: &Network, moment: &Moment) -> Date {
    let zone = TimeZone::get(&network.zone).unwrap_or(TimeZone::UTC);
    moment.now().to_zoned(zone).date()
}

/// Notes what was done to a draft. Names of people stay out of the journal.
fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    draft: &Draft,
    verb: &'static str,
) -> Result<(), Fault> {
    let detail = match draft.kind {
        Kind::Contact => String::new(),
        _ => draft.title.clone(),
    };
    noted(conn, moment, who, (draft.network, draft.id), (verb, detail))
}

fn noted(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, subject): (NetworkId, Uuid),
    (verb, detail): (&'static str, String),
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "move-in",
            subject,
            detail,
        },
    )
}
