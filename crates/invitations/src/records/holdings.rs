//! Rounds and reminders as something that is kept about people, and how long invitations stay.

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use shell::{Erased, Going, Ground, Held, Holding, How, Retained, Whom, Words};
use store::{Conn, params, sql};
use uuid::Uuid;

/// What invitations keep about people, beside the guest list itself.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "invitations-rounds",
    label: "invitations-holding",
    purpose: "invitations-holding-purpose",
    ground: Ground::Interest,
    columns: &["invitation_round.made_by"],
    former: None,
    tell,
    erase,
}];

/// Replies stay as long as one may want to look at them; who came stands in the minutes.
pub(crate) const RETAINED: &[Retained] = &[Retained {
    name: "invitations-past",
    label: "invitations-retained",
    hint: "invitations-retained-hint",
    months: 24,
    due: gatherings::invitations_before,
    going: Going::Rows(go),
}];

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut held = whom.under_own_names(|name| {
        conn.all(
            sql!(
                "SELECT g.title, r.made_at FROM invitation_round r
                 JOIN gathering g ON g.id = r.gathering_id
                 WHERE g.network_id = $1 AND r.made_by = $2 ORDER BY r.made_at DESC, r.id"
            ),
            params![whom.network, name],
            |row| Ok(Held::new("invitations-holding-made", row.take::<String>()?).at(row.take()?)),
        )
    })?;
    for invitation in gatherings::invitations_of_person(conn, whom.person)? {
        held.extend(conn.all(
            sql!("SELECT day, at FROM invitation_reminder WHERE invitation_id = $1 ORDER BY at"),
            params![invitation],
            |row| {
                let day = Words::Day(row.take()?);
                Ok(Held::of("invitations-holding-reminder", day).at(row.take()?))
            },
        )?);
    }
    Ok(held)
}

fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let mut reminders = 0;
    for invitation in gatherings::invitations_of_person(conn, whom.person)? {
        reminders += forget_reminders(conn, invitation.into())?;
    }
    let made = whom.forget_names(
        conn,
        &[sql!(
            "UPDATE invitation_round SET made_by = $3 WHERE made_by = $2 AND gathering_id IN
             (SELECT id FROM gathering WHERE network_id = $1)"
        )],
    )?;
    Ok(vec![
        Erased::deleted("invitations-holding-reminder", reminders),
        Erased::anonymised("invitations-holding-made", made),
    ])
}

fn forget_reminders(conn: &mut Conn<'_>, invitation: Uuid) -> Result<u64, Fault> {
    conn.exec(
        sql!("DELETE FROM invitation_reminder WHERE invitation_id = $1"),
        params![invitation],
    )
}

fn go(conn: &mut Conn<'_>, network: NetworkId, id: Uuid, before: Timestamp) -> Result<bool, Fault> {
    let Some(invitation) = gatherings::invitation(conn, id.into())? else {
        return Ok(false);
    };
    let over = gatherings::gathering(conn, invitation.gathering)?
        .is_some_and(|it| it.network == network && it.ends_at < before);
    if !over {
        return Ok(false);
    }
    forget_reminders(conn, id)?;
    gatherings::forget_invitation(conn, network, id.into(), before)
}
