//! What people do with registrations: each act is change, steps, journal entry and letters in
//! one transaction.

mod before;
mod contact;
mod contingents;
mod fields;
mod floor;
mod guests;
mod office;
mod own;
mod settings;
mod sign_up;
mod signing;
mod telling;
mod terms;
mod ties;

use base::access::Actor;
use base::{Fault, GatheringId, Halt, Moment, NetworkId};
use store::{Conn, Entry};
use uuid::Uuid;

use crate::rules::{Desk, Place, PlaceState, Registration};
use crate::{needs, records, slots};

pub use contact::contact_says;
pub(crate) use contact::{AskedContact, asked_contact};
pub use contingents::{ContingentInput, add_contingent, remove_contingent};
pub use fields::{FieldInput, Turn, put_field, remove_field, turn_field};
pub(crate) use floor::Floor;
pub(crate) use guests::desk_at;
pub use guests::{Admission, Coming, Says, answered, entry, follow_guest, standing_of};
pub use office::{approve, cancel_for, give_now, move_for, refuse};
pub(crate) use own::party;
pub use own::{
    Own, accept, by_link, cancel, change_details, confirm, decline, move_to, own, return_to,
    send_links,
};
pub use settings::{DeskInput, Places, put_desk, set_desk_state};
pub use sign_up::{By, SignUp, SignedUp};
pub use signing::sign_up;
pub(crate) use telling::{
    Detail, Event, PURPOSE, PURPOSE_CONTACT, issue_link, send, tell, tell_contact, tell_shifted,
};
pub(crate) use terms::{TERMS, end_terms, pass_on, wake_by};
pub(crate) use ties::{Standing, standing};

fn known_desk(conn: &mut Conn<'_>, id: Uuid) -> Result<Desk, Halt> {
    records::desk(conn, id)?.ok_or(Halt::Missing)
}

fn known(conn: &mut Conn<'_>, id: Uuid) -> Result<Registration, Halt> {
    records::registration(conn, id)?.ok_or(Halt::Missing)
}

/// Changes how a place stands, with the step that explains it.
fn settle(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    place: &mut Place,
    (state, step, by): (PlaceState, &str, &str),
) -> Result<(), Fault> {
    place.state = state;
    place.changed_at = moment.now();
    if state != PlaceState::Offered && !(state == PlaceState::Unconfirmed && place.holds) {
        place.until = None;
    }
    if state != PlaceState::Waiting {
        place.line_no = None;
    }
    records::set_place(conn, place)?;
    records::add_step(conn, moment, place.id, (step, by, ""))?;
    guests::follow(conn, moment, place)?;
    needs::follow(conn, moment, (place.id, state.is_alive()))?;
    slots::follow(conn, moment, place)
}

/// The journal names the office; participants stand in it without a name.
pub(crate) fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, gathering): (NetworkId, GatheringId),
    (verb, detail): (&'static str, String),
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "gathering",
            subject: gathering.into(),
            detail,
        },
    )
}
