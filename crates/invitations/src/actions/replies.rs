//! Answers: from a mail's link, from an account, by the office for somebody.

use base::access::{self, Actor, Audience, Decision, Right};
use base::{Fault, Halt, InvitationId, Moment, PersonId};
use gatherings::{Document, Gathering, Invitation, Reply, ReplyInput};
use jiff::Timestamp;
use registration::{Coming, PlaceState, Says};
use store::{Conn, Entry};

use super::{known, send};
use crate::letters::{Detail, REGISTER};

/// An answer as somebody gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The answer.
    pub reply: Reply,
    /// Who comes instead; empty for nobody.
    pub deputy: String,
    /// What else is said.
    pub note: String,
}

/// What came of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// It is written down, or follows from the person's place.
    Recorded,
    /// To come means to register, and that asks some questions first; nothing is written down.
    Asked,
}

/// What lies behind a link in a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByLink {
    /// The invitation that it answers.
    pub invitation: Invitation,
    /// Its gathering.
    pub gathering: Gathering,
}

/// What a link leads to; none where it is unknown, revoked, past its term, or the person it
/// was issued to is no longer the one invited.
pub fn by_link(conn: &mut Conn<'_>, token: &str, now: Timestamp) -> Result<Option<ByLink>, Halt> {
    let Some(invitation) = gatherings::guest_by_link(conn, token, now)? else {
        return Ok(None);
    };
    let gathering = gatherings::gathering(conn, invitation.gathering)?.ok_or(Halt::Missing)?;
    Ok(Some(ByLink {
        invitation,
        gathering,
    }))
}

/// The documents of a gathering that one of its guests may read without signing in: what signing
/// in would show, but for what is the office's. A mail is passed on more easily than a password.
///
/// # Errors
/// When the database fails.
pub(crate) fn documents_for(
    conn: &mut Conn<'_>,
    gathering: &Gathering,
    guest: PersonId,
) -> Result<Vec<Document>, Fault> {
    let mut documents = gatherings::documents(conn, gathering.id)?;
    if documents.is_empty() {
        return Ok(documents);
    }
    let who = register::standing_of(conn, guest, gathering.starts.date())?;
    documents.retain(|it| {
        let subject = gathering.subject_for(it.audience, true);
        it.audience != Audience::Office
            && access::decide(&who, Right::ReadRecord, &subject) == Decision::Allowed
    });
    Ok(documents)
}

/// Answers from a mail.
///
/// # Errors
/// [`Halt::Missing`] for a link that opens nothing; refused once the gathering has begun.
pub fn answer_by_link(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    token: &str,
    spoken: Spoken,
) -> Result<Answered, Halt> {
    let found = by_link(conn, token, moment.now())?.ok_or(Halt::Missing)?;
    let guest = register::person(conn, found.invitation.person)?.ok_or(Halt::Missing)?;
    let name = Actor {
        name: guest.name,
        ..Actor::default()
    };
    record(conn, moment, &name, &found.invitation, ("link", spoken))
}

/// Answers for oneself, signed in.
///
/// # Errors
/// [`Halt::Missing`] for somebody who is not invited.
pub fn answer_as_guest(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: base::GatheringId,
    spoken: Spoken,
) -> Result<Answered, Halt> {
    let person = who.person.ok_or(Halt::Missing)?;
    let invitation = gatherings::invitation_of(conn, gathering, person)?
        .filter(|it| !it.withdrawn)
        .ok_or(Halt::Missing)?;
    record(conn, moment, who, &invitation, ("account", spoken))
}

/// Answers for somebody who told the office; `through` is `office-phone`,
/// `office-letter` or `office-mail`.
///
/// # Errors
/// Refused as by [`gatherings::record_reply`], and where registering asks questions.
pub fn answer_for(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: InvitationId,
    (through, spoken): (&'static str, Spoken),
) -> Result<(), Halt> {
    let invitation = gatherings::invitation(conn, id)?.ok_or(Halt::Missing)?;
    match record(conn, moment, who, &invitation, (through, spoken))? {
        Answered::Recorded => Ok(()),
        Answered::Asked => Err(Halt::no("invitations-fault-asks")),
    }
}

/// Writes down what a guest's calendar program answered. Where coming means to answer questions
/// first, a mail leads the guest there.
///
/// # Errors
/// Refused once the gathering has begun, was called off, or the guest was taken off the list.
pub fn answer_by_calendar(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    id: InvitationId,
    spoken: Spoken,
) -> Result<(), Halt> {
    let (invitation, gathering) = known(conn, id)?;
    let guest = register::person(conn, invitation.person)?.ok_or(Halt::Missing)?;
    let name = Actor {
        name: guest.name,
        ..Actor::default()
    };
    if record(conn, moment, &name, &invitation, ("calendar", spoken))? == Answered::Asked {
        let about = (&invitation, &gathering);
        send(
            conn,
            moment,
            about,
            (REGISTER, &Detail::default()),
            &name.name,
        )?;
    }
    Ok(())
}

fn record(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    invitation: &Invitation,
    (through, spoken): (&'static str, Spoken),
) -> Result<Answered, Halt> {
    let gathering = gatherings::answerable(conn, moment, invitation)?;
    let says = if through.starts_with("office-") {
        Says::Office(who)
    } else {
        Says::Guest
    };
    let about = (&gathering, invitation.person);
    match registration::answered(conn, moment, about, (spoken.reply, says))? {
        Coming::Asked => return Ok(Answered::Asked),
        Coming::Stands(state) if state != PlaceState::Confirmed => return Ok(Answered::Recorded),
        Coming::Stands(_) | Coming::AsSaid => {}
    }
    let before = invitation.reply.map_or("–", Reply::word);
    let detail = format!("{before} → {} ({through})", spoken.reply.word());
    let input = ReplyInput {
        reply: spoken.reply,
        through,
        deputy: spoken.deputy,
        note: spoken.note,
    };
    gatherings::record_reply(conn, moment, invitation.id, &input)?;
    conn.note(
        moment,
        &Entry {
            network: Some(gathering.network),
            account: who.account,
            actor: &who.name,
            verb: "reply-recorded",
            kind: "invitation",
            subject: invitation.id.into(),
            detail,
        },
    )?;
    Ok(Answered::Recorded)
}
