//! What people do with invitations: each act is change, journal entry and letters in one
//! transaction.

mod again;
mod reminders;
mod replies;
mod rounds;
mod succession;

use base::access::Actor;
use base::{Fault, GatheringId, Halt, InvitationId, Moment};
use gatherings::{Gathering, Invitation};
use outbox::{About, NewLetter};
use register::access_links;
use store::{Conn, Entry};

use crate::letters::{CANCELLATION, Detail, INVITATION, REPLY};
use crate::rules::Counts;

pub(crate) use again::send_links;
pub(crate) use reminders::set_own_reminders;
pub use reminders::{Reminded, remind};
pub(crate) use replies::documents_for;
pub use replies::{
    Answered, ByLink, Spoken, answer_as_guest, answer_by_calendar, answer_by_link, answer_for,
    by_link,
};
pub use rounds::{LaidOut, lay_out_round, put_round, send_test};
pub use succession::succeed;

/// How many of these guests of a gathering answered what; whoever waits for a place has answered.
///
/// # Errors
/// When the database fails.
pub fn counted(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    invitations: &[Invitation],
) -> Result<Counts, Fault> {
    let counts = Counts::of(invitations);
    if counts.silent == 0 {
        return Ok(counts);
    }
    let standings = registration::standings(conn, gathering)?;
    Ok(Counts::with(invitations, |person| {
        standings.contains_key(&person)
    }))
}

/// Takes a guest off the list: the letter that waits goes back, links open nothing any more,
/// and whoever has been invited is told where the office says so.
///
/// # Errors
/// [`Halt::Missing`] for somebody who is not on the list.
pub fn withdraw(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, tell): (InvitationId, bool),
) -> Result<(), Halt> {
    let (invitation, gathering) = known(conn, id)?;
    if invitation.withdrawn {
        return Err(Halt::Missing);
    }
    gatherings::withdraw_guest(conn, moment, who, id)?;
    outbox::withdraw_waiting(conn, INVITATION, &id.to_string())?;
    access_links::revoke_for(conn, REPLY, &id.to_string(), moment.now())?;
    if tell && invitation.invited_at.is_some() {
        send(
            conn,
            moment,
            (&invitation, &gathering),
            (CANCELLATION, &Detail::default()),
            &who.name,
        )?;
    }
    Ok(())
}

/// Sends a guest's invitation once more, to the address that the register knows now.
///
/// # Errors
/// Refused for somebody who was never sent one, is off the list or has no mail address.
pub fn send_again(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: InvitationId,
) -> Result<(), Halt> {
    let (invitation, gathering) = known(conn, id)?;
    let letters = outbox::letters_about(conn, INVITATION, &id.to_string())?;
    let Some(last) = letters.first().filter(|_| !invitation.withdrawn) else {
        return Err(Halt::no("invitations-fault-never-sent"));
    };
    if gathering.starts_at <= moment.now() || gathering.state != gatherings::State::Announced {
        return Err(Halt::no("invitations-fault-not-to-come"));
    }
    if last.state == outbox::State::Waiting || last.state == outbox::State::Queued {
        return Err(Halt::no("invitations-fault-on-its-way"));
    }
    let letter = outbox::letter(conn, last.id)?.ok_or(Halt::Missing)?;
    let detail: Detail = serde_json::from_str(&letter.detail)
        .map_err(|cause| Fault::because("read a letter's detail", cause))?;
    let is_sent = send(
        conn,
        moment,
        (&invitation, &gathering),
        (INVITATION, &detail),
        &who.name,
    )?;
    if !is_sent {
        return Err(Halt::no("invitations-fault-no-address"));
    }
    note(
        conn,
        moment,
        who,
        &gathering,
        ("invitation-sent-again", String::new()),
    )?;
    Ok(())
}

/// Queues a letter about an invitation; says whether there was an address to send it to.
pub(crate) fn send(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (invitation, gathering): (&Invitation, &Gathering),
    (kind, detail): (&'static str, &Detail),
    by: &str,
) -> Result<bool, Fault> {
    let person = register::person(conn, invitation.person)?;
    let Some(person) = person.filter(|it| !it.mail.is_empty()) else {
        return Ok(false);
    };
    let letter = NewLetter {
        network: Some(gathering.network),
        kind,
        subject: &invitation.id.to_string(),
        detail: detail.to_json()?,
        about: about(gathering),
        to_name: &person.name,
        to_address: &person.mail,
        lang: person.lang,
        by,
    };
    outbox::send_now(conn, moment, &letter)?;
    Ok(true)
}

/// How the outbox names a gathering: its title alone may come twice a year.
pub(crate) fn about(gathering: &Gathering) -> About {
    About::on(&gathering.title, gathering.starts.date())
}

pub(crate) fn known(
    conn: &mut Conn<'_>,
    id: InvitationId,
) -> Result<(Invitation, Gathering), Halt> {
    let invitation = gatherings::invitation(conn, id)?.ok_or(Halt::Missing)?;
    let gathering = gatherings::gathering(conn, invitation.gathering)?.ok_or(Halt::Missing)?;
    Ok((invitation, gathering))
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
