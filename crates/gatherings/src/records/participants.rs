//! Who takes part in a gathering.

use base::Fault;
use store::Conn;

use super::{attendance, guests};
use crate::rules::{self, Gathering, Participant};

/// Those who came, or those who said that they come where nobody has been written down yet.
pub(crate) fn participants(conn: &mut Conn<'_>, it: &Gathering) -> Result<Vec<Participant>, Fault> {
    let saved = attendance::attendance(conn, it.id)?;
    if !saved.is_empty() {
        return Ok(rules::who_came(&saved));
    }
    let guests = guests::guest_list(conn, it.id)?.into_iter();
    let coming = guests.filter_map(|(invitation, guest)| {
        let itself = Participant {
            person: Some(guest.person.id),
            name: guest.person.name,
            function: guest.function,
            organisation: guest.organisation.map(|(_, name)| name).unwrap_or_default(),
        };
        rules::who_comes(&invitation, itself)
    });
    Ok(coming.collect())
}
