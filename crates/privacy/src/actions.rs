//! What people do here: each act is change, journal entry and job in one transaction.

mod asking;
mod erasing;
mod retaining;

use base::access::Actor;
use base::{Fault, Moment, NetworkId};
use store::{Conn, Entry};
use uuid::Uuid;

pub use asking::{
    accept, agreed, answer_request, ask, keep_draft, may_be_listed, publish_notice,
    withdraw_request,
};
pub(crate) use erasing::erased_by_rule;
pub use erasing::{Section, erase, erase_again, in_order, tell_all};
pub(crate) use retaining::{carry_on, most, refresh, retained};
pub use retaining::{keep_item, release, set_terms, take_back};

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    verb: &'static str,
    (subject, detail): (Uuid, String),
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "privacy",
            subject,
            detail,
        },
    )
}
