//! Writing down who came.

use base::access::Actor;
use base::{GatheringId, Halt, Moment};
use store::Conn;

use super::{known, note};
use crate::records;
use crate::rules::{Attendance, State, represented_organisations};

/// Writes the attendance list in place of what was there.
///
/// # Errors
/// Refused for drafts and for what was called off.
pub fn set_attendance(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: GatheringId,
    rows: &[Attendance],
) -> Result<(), Halt> {
    let it = known(conn, gathering)?;
    if matches!(it.state, State::Draft | State::Cancelled) {
        return Err(Halt::no("gatherings-fault-no-attendance"));
    }
    records::attendance::replace(conn, moment, gathering, rows)?;
    let people = represented_organisations(rows).people;
    note(
        conn,
        moment,
        who,
        &it,
        ("attendance-set", people.to_string()),
    )?;
    Ok(())
}
