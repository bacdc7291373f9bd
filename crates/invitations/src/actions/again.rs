//! Somebody lost the link of an invitation and asks for it by mail address.

use base::{Fault, Lang, Moment};
use outbox::{About, NewLetter};
use store::Conn;

use crate::letters::{Detail, LINKS};

/// Sends the links of their open invitations to everybody with this address, one letter for
/// each network that invited them. Where there is nothing to send nobody learns it, and a
/// paused address stays paused.
///
/// # Errors
/// When the database fails.
pub(crate) fn send_links(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (mail, lang): (&str, Lang),
) -> Result<(), Fault> {
    for person in register::people_by_mail(conn, mail)? {
        let open = gatherings::open_invitations(conn, person.id, moment.now())?;
        if open.is_empty() || outbox::is_paused(conn, &person.mail)? {
            continue;
        }
        let letter = NewLetter {
            network: Some(person.network),
            kind: LINKS,
            subject: &person.id.to_string(),
            detail: Detail::default().to_json()?,
            about: About::default(),
            to_name: &person.name,
            to_address: &person.mail,
            lang,
            by: &person.name,
        };
        outbox::send_now(conn, moment, &letter)?;
    }
    Ok(())
}
