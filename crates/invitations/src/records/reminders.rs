//! How a network reminds, what its gatherings have of their own, and who was reminded of what.

use base::{Fault, GatheringId, InvitationId, NetworkId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Conn, params, sql};

use crate::rules::{OwnReminders, Reminder, ReminderRule};

/// How a network reminds.
///
/// # Errors
/// When the database fails.
pub fn reminder_rule(conn: &mut Conn<'_>, network: NetworkId) -> Result<ReminderRule, Fault> {
    let rule = conn.one(
        sql!("SELECT days, without_release, day_before FROM reminder_rule WHERE network_id = $1"),
        params![network],
        |row| {
            Ok(ReminderRule {
                days: row.take()?,
                without_release: row.take()?,
                day_before: row.take()?,
            })
        },
    )?;
    Ok(rule.unwrap_or_default())
}

/// Writes how a network reminds.
///
/// # Errors
/// When the database fails.
pub fn set_reminder_rule(
    conn: &mut Conn<'_>,
    network: NetworkId,
    rule: ReminderRule,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO reminder_rule (network_id, days, without_release, day_before)
             VALUES ($1, $2, $3, $4) ON CONFLICT (network_id) DO UPDATE SET days = EXCLUDED.days,
             without_release = EXCLUDED.without_release, day_before = EXCLUDED.day_before"
        ),
        params![network, rule.days, rule.without_release, rule.day_before],
    )?;
    Ok(())
}

/// What a gathering has of its own about reminding.
///
/// # Errors
/// When the database fails.
pub fn own_reminders(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<OwnReminders, Fault> {
    let own = conn.one(
        sql!("SELECT days, day_before FROM gathering_reminder WHERE gathering_id = $1"),
        params![gathering],
        |row| {
            Ok(OwnReminders {
                days: row.take()?,
                day_before: row.take()?,
            })
        },
    )?;
    Ok(own.unwrap_or_default())
}

/// Writes what a gathering has of its own about reminding.
pub(crate) fn set_own_reminders(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    own: OwnReminders,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO gathering_reminder (gathering_id, days, day_before) VALUES ($1, $2, $3)
             ON CONFLICT (gathering_id) DO UPDATE SET days = EXCLUDED.days,
             day_before = EXCLUDED.day_before"
        ),
        params![gathering, own.days, own.day_before],
    )?;
    Ok(())
}

/// Writes down that somebody is reminded of a day; says whether this is the first time.
pub(crate) fn mark_reminded(
    conn: &mut Conn<'_>,
    invitation: InvitationId,
    (kind, day): (Reminder, Date),
    now: Timestamp,
) -> Result<bool, Fault> {
    let touched = conn.exec(
        sql!(
            "INSERT INTO invitation_reminder (invitation_id, kind, day, at)
             VALUES ($1, $2, $3, $4) ON CONFLICT (invitation_id, kind, day) DO NOTHING"
        ),
        params![invitation, kind.word(), day, now],
    )?;
    Ok(touched == 1)
}
