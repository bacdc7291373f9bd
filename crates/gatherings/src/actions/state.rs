//! From draft to held: announcing, calling off, deleting.

use base::access::Actor;
use base::{GatheringId, Halt, Moment};
use store::Conn;

use super::plan::follow_clock;
use super::{Inform, index, known, note, tell};
use crate::jobs::OVER;
use crate::records;
use crate::rules::{ChangeKind, Difference, Fact, State};

/// Announces a draft to its audience. One that lies in the past is held at once: the office
/// enters what was.
///
/// # Errors
/// Refused for anything but a draft.
pub fn announce(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: GatheringId,
) -> Result<(), Halt> {
    let mut it = known(conn, id)?;
    if it.state != State::Draft {
        return Err(Halt::no("gatherings-fault-not-a-draft"));
    }
    it.state = State::Announced;
    it.announced_at = Some(moment.now());
    it.changed_at = moment.now();
    follow_clock(conn, moment, &mut it)?;
    records::gathering::write(conn, &it)?;
    index(conn, moment, &it)?;
    note(
        conn,
        moment,
        who,
        &it,
        ("gathering-announced", String::new()),
    )?;
    Ok(())
}

/// Calls a gathering off.
///
/// # Errors
/// Refused unless it is announced, or where the choice whether to tell is missing.
pub fn cancel(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: GatheringId,
    (reason, inform): (&str, Option<Inform>),
) -> Result<(), Halt> {
    let mut it = known(conn, id)?;
    if it.state != State::Announced {
        return Err(Halt::no("gatherings-fault-not-announced"));
    }
    if tell::choice(conn, id, inform)? == Inform::Tell {
        let differences = vec![Difference::new(Fact::Cancelled, "", reason)];
        tell::tell(conn, moment, &mut it, (ChangeKind::Cancelled, differences))?;
    }
    it.state = State::Cancelled;
    reason.clone_into(&mut it.cancelled_reason);
    it.changed_at = moment.now();
    conn.forget_jobs(OVER, &it.id.to_string())?;
    tell::tell_registered(conn, moment, &it)?;
    records::gathering::write(conn, &it)?;
    index(conn, moment, &it)?;
    note(
        conn,
        moment,
        who,
        &it,
        ("gathering-cancelled", reason.to_owned()),
    )?;
    Ok(())
}

/// Takes a cancellation back.
///
/// # Errors
/// Refused unless it is cancelled, or where the choice whether to tell is missing.
pub fn withdraw_cancellation(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: GatheringId,
    inform: Option<Inform>,
) -> Result<(), Halt> {
    let mut it = known(conn, id)?;
    if it.state != State::Cancelled {
        return Err(Halt::no("gatherings-fault-not-cancelled"));
    }
    if tell::choice(conn, id, inform)? == Inform::Tell {
        let differences = vec![Difference::new(Fact::Reinstated, "", "")];
        tell::tell(conn, moment, &mut it, (ChangeKind::Changed, differences))?;
    }
    it.state = State::Announced;
    it.cancelled_reason.clear();
    it.changed_at = moment.now();
    tell::tell_registered(conn, moment, &it)?;
    follow_clock(conn, moment, &mut it)?;
    records::gathering::write(conn, &it)?;
    index(conn, moment, &it)?;
    note(
        conn,
        moment,
        who,
        &it,
        ("gathering-cancellation-withdrawn", String::new()),
    )?;
    Ok(())
}

/// Says that a gathering took place, where it ended before its planned end.
///
/// # Errors
/// Refused unless it is announced and has begun.
pub fn hold(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: GatheringId,
) -> Result<(), Halt> {
    let mut it = known(conn, id)?;
    if it.state != State::Announced || it.starts_at > moment.now() {
        return Err(Halt::no("gatherings-fault-not-begun"));
    }
    it.state = State::Held;
    it.changed_at = moment.now();
    conn.forget_jobs(OVER, &it.id.to_string())?;
    records::gathering::write(conn, &it)?;
    note(conn, moment, who, &it, ("gathering-held", String::new()))?;
    Ok(())
}

/// The end has come: an announced gathering counts as held. May run twice.
pub fn over(conn: &mut Conn<'_>, moment: &mut Moment, id: GatheringId) -> Result<(), Halt> {
    let Some(mut it) = records::gathering::gathering(conn, id)? else {
        return Ok(());
    };
    if it.state != State::Announced || it.ends_at > moment.now() {
        return Ok(());
    }
    it.state = State::Held;
    records::gathering::write(conn, &it)?;
    let program = Actor::default();
    note(
        conn,
        moment,
        &program,
        &it,
        ("gathering-held", String::new()),
    )?;
    Ok(())
}

/// Deletes a draft with everything that belongs to it alone.
///
/// # Errors
/// Refused for anything but a draft; the rest is cancelled, not deleted.
pub fn remove_draft(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: GatheringId,
) -> Result<(), Halt> {
    let it = known(conn, id)?;
    if it.state != State::Draft {
        return Err(Halt::no("gatherings-fault-not-a-draft"));
    }
    for item in records::agenda::agenda(conn, id)? {
        records::agenda::remove(conn, item.id)?;
    }
    records::documents::remove_all(conn, id)?;
    records::guests::remove_all(conn, id)?;
    records::gathering::remove(conn, id)?;
    conn.unindex("gathering", id.into())?;
    note(
        conn,
        moment,
        who,
        &it,
        ("gathering-deleted", it.title.clone()),
    )?;
    Ok(())
}
