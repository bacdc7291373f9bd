//! What the office does with a mail, and how it wants to be told in the morning.

use base::access::Actor;
use base::{Fault, GatheringId, Halt, Moment, NetworkId};
use gatherings::Reply;
use invitations::{ReminderRule, Spoken};
use store::{Conn, Entry};
use uuid::Uuid;

use super::place;
use crate::records::mails::{self, MailIn};
use crate::records::mornings::{self, Morning};
use crate::rules::State;

/// The office and its network.
pub(crate) type Desk<'d> = (&'d Actor, NetworkId);

fn known(conn: &mut Conn<'_>, network: NetworkId, id: Uuid) -> Result<MailIn, Halt> {
    let found = mails::mail_in(conn, id)?;
    found
        .filter(|it| it.network == Some(network))
        .ok_or(Halt::Missing)
}

/// Files a mail at a gathering of the network.
///
/// # Errors
/// Refused where no gathering of the network is named.
pub(crate) fn file(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): Desk<'_>,
    (id, gathering): (Uuid, GatheringId),
) -> Result<(), Halt> {
    let mail = known(conn, network, id)?;
    let found = gatherings::gathering(conn, gathering)?.filter(|it| it.network == network);
    let Some(found) = found else {
        return Err(Halt::at("gathering", "inbox-fault-gathering"));
    };
    let invitation = place::guest(conn, found.id, &mail.from_address)?;
    mails::lay_with(conn, id, (found.id, invitation.map(|it| it.id)))?;
    mails::settle(conn, id, State::Filed, (Some(moment.now()), &who.name))?;
    note(conn, moment, (who, network), ("mail-filed", id))
}

/// Writes down what a mail's sender answers to the invitation, and settles the mail.
///
/// # Errors
/// Refused once the gathering has begun, was called off, or the guest was taken off the list.
pub(crate) fn answer_for(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): Desk<'_>,
    (id, reply): (Uuid, Reply),
) -> Result<(), Halt> {
    let mail = known(conn, network, id)?;
    let invitation = mail.invitation.ok_or(Halt::Missing)?;
    let before = gatherings::invitation(conn, invitation)?.ok_or(Halt::Missing)?;
    let spoken = Spoken {
        reply,
        deputy: before.deputy,
        note: before.note,
    };
    invitations::answer_for(conn, moment, who, invitation, ("office-mail", spoken))?;
    mails::settle(conn, id, State::Filed, (Some(moment.now()), &who.name))?;
    Ok(())
}

/// Says that nothing is left to do about a mail.
///
/// # Errors
/// [`Halt::Missing`] for a mail of another office.
pub(crate) fn dismiss(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): Desk<'_>,
    id: Uuid,
) -> Result<(), Halt> {
    let mail = known(conn, network, id)?;
    // What lies with a gathering stays there.
    let state = if mail.gathering.is_some() {
        State::Filed
    } else {
        State::Dismissed
    };
    mails::settle(conn, id, state, (Some(moment.now()), &who.name))?;
    note(conn, moment, (who, network), ("mail-settled", id))
}

/// Takes a mail up again.
///
/// # Errors
/// [`Halt::Missing`] for a mail of another office.
pub(crate) fn reopen(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): Desk<'_>,
    id: Uuid,
) -> Result<(), Halt> {
    known(conn, network, id)?;
    mails::settle(conn, id, State::Open, (None, ""))?;
    note(conn, moment, (who, network), ("mail-reopened", id))
}

/// How a network reminds and is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rules {
    /// Reminders of guests.
    pub(crate) reminders: ReminderRule,
    /// Whether the office wants the daily mail.
    pub(crate) wants_digest: bool,
}

pub(crate) fn rules(conn: &mut Conn<'_>, network: NetworkId) -> Result<Rules, Fault> {
    Ok(Rules {
        reminders: invitations::reminder_rule(conn, network)?,
        wants_digest: mornings::morning(conn, network)?.wants_digest,
    })
}

/// Writes how a network reminds and is told.
pub(crate) fn set_rules(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): Desk<'_>,
    rules: Rules,
) -> Result<(), Halt> {
    invitations::set_reminder_rule(conn, network, rules.reminders)?;
    let morning = Morning {
        wants_digest: rules.wants_digest,
        ..mornings::morning(conn, network)?
    };
    mornings::set_morning(conn, network, &morning)?;
    note(
        conn,
        moment,
        (who, network),
        ("reminders-set", network.into()),
    )
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): Desk<'_>,
    (verb, subject): (&'static str, Uuid),
) -> Result<(), Halt> {
    conn.note(
        moment,
        &Entry {
            network: Some(network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "mail",
            subject,
            detail: String::new(),
        },
    )?;
    Ok(())
}
