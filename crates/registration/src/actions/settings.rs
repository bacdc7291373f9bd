//! The desk's rules and its places, as the office sets them.

use base::access::Actor;
use base::{Blame, GatheringId, Halt, Moment};
use store::Conn;
use uuid::Uuid;

use super::{Floor, known_desk, note};
use crate::records;
use crate::rules::{Desk, DeskState, Quota};

/// How many places there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// For each date; none means without limit.
    pub dates: Vec<(GatheringId, Option<i64>)>,
    /// For all dates together.
    pub shared: Option<i64>,
}

/// A desk as the office sets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskInput {
    /// Its rules.
    pub desk: Desk,
    /// Its places.
    pub places: Places,
}

/// Writes a desk down; what becomes free by it goes to the first in line.
///
/// # Errors
/// Refused where there would be fewer places than are taken.
pub fn put_desk(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    input: &DeskInput,
) -> Result<(), Halt> {
    let desk = &input.desk;
    records::put_desk(conn, desk, moment.now())?;
    let known = records::quota_rows(conn, desk.id)?;
    let mut blames = Vec::new();
    let mut taken_of_all = 0;
    for (number, (gathering, capacity)) in (1_i64..).zip(&input.places.dates) {
        let mut before = known.iter().filter(|it| !it.shared);
        let before = before.find(|it| it.covers.contains(gathering));
        let quota = Quota {
            id: before.map_or_else(|| moment.id(), |it| it.id),
            shared: false,
            capacity: *capacity,
            taken: before.map_or(0, |it| it.taken),
            covers: vec![*gathering],
        };
        taken_of_all += quota.taken;
        if capacity.is_some_and(|it| it < quota.taken) {
            blames.push(
                Blame::at(format!("places{number}"), "registration-fault-taken")
                    .with("count", quota.taken),
            );
        }
        records::put_quota(conn, (desk.id, number), &quota)?;
    }
    let shared = known.iter().find(|it| it.shared);
    match (input.places.shared, shared) {
        (Some(capacity), before) => {
            if capacity < taken_of_all {
                blames.push(
                    Blame::at("shared", "registration-fault-taken").with("count", taken_of_all),
                );
            }
            let quota = Quota {
                id: before.map_or_else(|| moment.id(), |it| it.id),
                shared: true,
                capacity: Some(capacity),
                taken: taken_of_all,
                covers: input.places.dates.iter().map(|(id, _)| *id).collect(),
            };
            records::put_quota(conn, (desk.id, 0), &quota)?;
        }
        (None, Some(before)) => records::remove_quota(conn, before.id)?,
        (None, None) => {}
    }
    if !blames.is_empty() {
        return Err(Halt::Refused(blames));
    }
    let mut floor = Floor::of(conn, desk.clone(), moment.now())?;
    floor.pass_on(conn, moment)?;
    tell_journal(conn, moment, who, (&floor, "registration-desk-written"))
}

/// Opens the desk, closes it, or opens it again.
///
/// # Errors
/// [`Halt::Missing`] where there is none.
pub fn set_desk_state(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, state): (Uuid, DeskState),
) -> Result<(), Halt> {
    let desk = known_desk(conn, id)?;
    records::set_state(conn, (id, state), moment.now())?;
    let floor = Floor::of(conn, Desk { state, ..desk }, moment.now())?;
    let verb = match state {
        DeskState::Open => "registration-opened",
        DeskState::Closed => "registration-closed",
        DeskState::Draft => "registration-desk-written",
    };
    tell_journal(conn, moment, who, (&floor, verb))
}

pub(super) fn tell_journal(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (floor, verb): (&Floor, &'static str),
) -> Result<(), Halt> {
    let at = floor.desk.gathering;
    let at = at.or_else(|| floor.dates.first().map(|it| it.id));
    if let Some(gathering) = at {
        let at = (floor.desk.network, gathering);
        note(conn, moment, who, at, (verb, String::new()))?;
    }
    Ok(())
}
