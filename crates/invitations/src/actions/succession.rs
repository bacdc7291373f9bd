//! An invitation that goes to whoever has the function now.

use base::access::Actor;
use base::{Halt, InvitationId, Moment, PersonId};
use gatherings::State;
use outbox::NewLetter;
use store::Conn;

use super::{about, known, note, withdraw};
use crate::letters::{Detail, INVITATION};
use crate::select;

/// Takes a guest off the list and puts somebody else on it, whose letter waits in the outbox:
/// the same that the guest got. Whoever has been invited is told where the office says so.
///
/// # Errors
/// Missing for somebody who is not on the list and for people of other networks; refused once
/// the gathering has begun or was called off.
pub fn succeed(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, to, tell): (InvitationId, PersonId, bool),
) -> Result<InvitationId, Halt> {
    let (old, gathering) = known(conn, id)?;
    if gathering.state != State::Announced || gathering.starts_at <= moment.now() {
        return Err(Halt::no("invitations-fault-not-to-come"));
    }
    let person = register::person(conn, to)?
        .filter(|it| it.network == gathering.network && !it.ended && it.id != old.person)
        .ok_or(Halt::Missing)?;
    let last = outbox::letters_about(conn, INVITATION, &id.to_string())?;
    let detail = match last.first() {
        Some(letter) => outbox::letter(conn, letter.id)?.map(|it| it.detail),
        None => None,
    };
    withdraw(conn, moment, who, (id, tell))?;
    let new = gatherings::add_guest(conn, moment, gathering.id, to, &old.via)?;
    registration::follow_guest(conn, moment, (gathering.id, to))?;
    let is_known = gatherings::invitation(conn, new)?.is_some_and(|it| it.invited_at.is_some());
    let is_free = !person.mail.is_empty() && !outbox::is_paused(conn, &person.mail)?;
    if is_free && !is_known && !select::has_letter(conn, new)? {
        let letter = NewLetter {
            network: Some(gathering.network),
            kind: INVITATION,
            subject: &new.to_string(),
            detail: match detail {
                Some(detail) => detail,
                None => Detail::default().to_json()?,
            },
            about: about(&gathering),
            to_name: &person.name,
            to_address: &person.mail,
            lang: person.lang,
            by: &who.name,
        };
        outbox::lay_out(conn, moment, &letter)?;
    }
    let verb = ("invitation-succeeded", String::new());
    note(conn, moment, who, &gathering, verb)?;
    Ok(new)
}
