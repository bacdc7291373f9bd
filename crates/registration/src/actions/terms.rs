//! Terms that end: holds for mails that nobody confirmed, offers, contingents, answers.

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use store::{Conn, Job};
use uuid::Uuid;

use super::{Event, Floor, settle, tell};
use crate::rules::PlaceState;
use crate::{mailings, records};

/// The work on a network's terms; its subject is the network.
pub(crate) const TERMS: &str = "registration.terms";

/// Sees to it that the terms of a network are looked at by then. One wake is enough for all of
/// them: each work says when the next is due.
pub(crate) fn wake_by(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: NetworkId,
    due: Timestamp,
) -> Result<(), Fault> {
    let known = records::wake(conn, network)?;
    wake_before(conn, moment, (network, known), due)
}

/// The same where it is known when they are looked at next.
pub(super) fn wake_before(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, known): (NetworkId, Option<Timestamp>),
    due: Timestamp,
) -> Result<(), Fault> {
    if known.is_some_and(|known| known <= due) {
        return Ok(());
    }
    records::set_wake(conn, network, Some(due))?;
    let job = Job {
        kind: TERMS,
        subject: &network.to_string(),
        due,
    };
    conn.later(moment, &job).map(drop)
}

/// Ends what is over now, passes on what that frees, and says when to look again. May run twice.
pub(crate) fn end_terms(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: NetworkId,
) -> Result<(), Fault> {
    let now = moment.now();
    let mut desks = records::lapse_contingents(conn, network, now)?;
    for mut place in records::due_places(conn, network, now)? {
        let Some(desk) = records::desk(conn, place.desk)? else {
            continue;
        };
        let mut floor = Floor::of(conn, desk, now)?;
        floor.vacate(conn, &mut place)?;
        if place.state == PlaceState::Offered {
            settle(
                conn,
                moment,
                &mut place,
                (PlaceState::Expired, "expired", ""),
            )?;
            let date = floor.date_of(&place)?;
            if let Some(it) = records::registration(conn, place.registration)? {
                tell(conn, moment, (&it, &date), (Event::Lapsed, Some(place.id)))?;
            }
        } else {
            // The link still opens: whoever comes late is seated where there is room.
            let state = place.state;
            settle(conn, moment, &mut place, (state, "hold-lapsed", ""))?;
        }
        desks.push(place.desk);
    }
    desks.sort_unstable();
    desks.dedup();
    for desk in desks {
        pass_on(conn, moment, desk)?;
    }
    forget_answers(conn, network, now)?;
    mailings::remind(conn, moment, network)?;
    again(conn, moment, network)
}

/// Passes on what is free at a desk.
pub(crate) fn pass_on(conn: &mut Conn<'_>, moment: &mut Moment, desk: Uuid) -> Result<(), Fault> {
    match records::desk(conn, desk)? {
        Some(desk) => Floor::of(conn, desk, moment.now())?.pass_on(conn, moment),
        None => Ok(()),
    }
}

fn forget_answers(conn: &mut Conn<'_>, network: NetworkId, now: Timestamp) -> Result<(), Fault> {
    for desk in records::desks_with_terms(conn, network)? {
        for field in records::fields(conn, desk.id)? {
            let Some(days) = field.kept_days else {
                continue;
            };
            let before = now.checked_sub(jiff::SignedDuration::from_hours(24 * days));
            if let Ok(before) = before {
                records::remove_answers_older(conn, field.id, before)?;
            }
        }
    }
    Ok(())
}

fn again(conn: &mut Conn<'_>, moment: &mut Moment, network: NetworkId) -> Result<(), Fault> {
    let next = [
        records::next_until(conn, network)?,
        records::next_lapse(conn, network)?,
        records::next_forgetting(conn, network)?,
        mailings::next_reminder(conn, network, moment.now())?,
    ];
    let next = next.into_iter().flatten().min();
    records::set_wake(conn, network, next)?;
    if let Some(due) = next {
        let job = Job {
            kind: TERMS,
            subject: &network.to_string(),
            // What has become due meanwhile is looked at by the next work, never by none.
            due: due.max(moment.now()),
        };
        conn.later(moment, &job)?;
    }
    Ok(())
}
