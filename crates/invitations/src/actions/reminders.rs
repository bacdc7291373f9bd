//! Reminders: who has not answered, and who comes tomorrow.

use base::access::Actor;
use base::{Fault, GatheringId, Halt, Moment, NetworkId};
use gatherings::{Gathering, State};
use jiff::civil::Date;
use outbox::NewLetter;
use store::Conn;

use super::{about, note};
use crate::letters::{Detail, REMINDER, TOMORROW};
use crate::records;
use crate::rules::{OwnReminders, Reminder, ReminderRule, reminder_today};

/// How many letters a morning brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reminded {
    /// Letters that wait for release.
    pub waiting: usize,
    /// Letters that are on their way.
    pub sent: usize,
}

/// Writes today's reminders of a network. Each guest is reminded of each day once; a second
/// call on the same day writes nothing.
///
/// # Errors
/// When the database fails.
pub fn remind(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: NetworkId,
    today: Date,
) -> Result<Reminded, Fault> {
    let network_rule = records::reminder_rule(conn, network)?;
    let last = today.saturating_add(jiff::Span::new().days(ReminderRule::MOST_DAYS + 1));
    let mut reminded = Reminded::default();
    for gathering in gatherings::announced_before(conn, network, (moment.now(), last))? {
        let rule = network_rule.of(records::own_reminders(conn, gathering.id)?);
        remind_of(conn, moment, (&gathering, rule, today), &mut reminded)?;
    }
    Ok(reminded)
}

/// Says how guests of a gathering are reminded.
///
/// # Errors
/// Refused where nobody can be reminded any more.
pub(crate) fn set_own_reminders(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (gathering, own): (GatheringId, OwnReminders),
) -> Result<(), Halt> {
    let it = gatherings::gathering(conn, gathering)?.ok_or(Halt::Missing)?;
    if it.state != State::Announced || it.starts_at <= moment.now() {
        return Err(Halt::no("invitations-fault-nobody-to-remind"));
    }
    if own == records::own_reminders(conn, it.id)? {
        return Ok(());
    }
    records::set_own_reminders(conn, it.id, own)?;
    note(conn, moment, who, &it, ("own-reminders-set", String::new()))?;
    Ok(())
}

fn remind_of(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (gathering, rule, today): (&Gathering, ReminderRule, Date),
    reminded: &mut Reminded,
) -> Result<(), Fault> {
    let day = gathering.starts.date();
    let standings = registration::standings(conn, gathering.id)?;
    for invitation in gatherings::invitations(conn, gathering.id)? {
        if invitation.reply.is_none() && standings.contains_key(&invitation.person) {
            // Who waits for a place has said so.
            continue;
        }
        let days = (today, moment.now(), day);
        let Some(kind) = reminder_today(rule, &invitation, days) else {
            continue;
        };
        let person = register::person(conn, invitation.person)?;
        let Some(person) = person.filter(|it| !it.mail.is_empty() && !it.ended) else {
            continue;
        };
        if outbox::is_paused(conn, &person.mail)?
            || !records::mark_reminded(conn, invitation.id, (kind, day), moment.now())?
        {
            continue;
        }
        let letter = NewLetter {
            network: Some(gathering.network),
            kind: match kind {
                Reminder::Answer => REMINDER,
                Reminder::Tomorrow => TOMORROW,
            },
            subject: &invitation.id.to_string(),
            detail: Detail::default().to_json()?,
            about: about(gathering),
            to_name: &person.name,
            to_address: &person.mail,
            lang: person.lang,
            by: "Kreis",
        };
        if rule.without_release {
            outbox::send_now(conn, moment, &letter)?;
            reminded.sent += 1;
        } else {
            outbox::lay_out(conn, moment, &letter)?;
            reminded.waiting += 1;
        }
    }
    Ok(())
}
