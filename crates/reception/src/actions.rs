//! What people do at the door and after the day: each act is change, attendance and journal
//! entry in one transaction.

mod certifying;
mod door;

use base::access::Actor;
use base::{Fault, Halt, Moment};
use gatherings::{Gathering, State};
use store::{Conn, Entry};

pub(crate) use certifying::{Own, own_certificates};
pub use certifying::{certify_all, certify_own, renew, withdraw};
pub use door::{Said, arrive, take_back, take_scans, welcome};

/// Where people are let in: neither a draft nor what was called off.
fn check_open(it: &Gathering) -> Result<(), Halt> {
    if matches!(it.state, State::Draft | State::Cancelled) {
        return Err(Halt::no("reception-fault-not-open"));
    }
    Ok(())
}

/// The journal names the office; who came stands in it without a name.
fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, it): (&Actor, &Gathering),
    (verb, detail): (&'static str, String),
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(it.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "gathering",
            subject: it.id.into(),
            detail,
        },
    )
}
