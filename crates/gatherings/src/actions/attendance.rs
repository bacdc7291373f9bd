//! Writing down who came.

use base::access::Actor;
use base::{GatheringId, Halt, Moment};
use store::Conn;

use super::{known, note};
use crate::records;
use crate::rules::{Attendance, FurtherGuests, Gathering, State, represented_organisations};

/// Writes the attendance list, and how many guests were counted beside it, in place of what was
/// there.
///
/// # Errors
/// Refused for drafts and for what was called off.
pub fn set_attendance(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: GatheringId,
    (rows, further): (&[Attendance], Option<FurtherGuests>),
) -> Result<(), Halt> {
    let it = known_open(conn, gathering)?;
    records::attendance::replace(conn, moment, gathering, rows)?;
    written(conn, moment, who, (&it, further))
}

/// Writes how many guests were counted, and leaves who came as it is.
///
/// # Errors
/// Refused for drafts and for what was called off.
pub fn count_guests(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (gathering, further): (GatheringId, Option<FurtherGuests>),
) -> Result<(), Halt> {
    let it = known_open(conn, gathering)?;
    written(conn, moment, who, (&it, further))
}

fn known_open(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Gathering, Halt> {
    let it = known(conn, gathering)?;
    if matches!(it.state, State::Draft | State::Cancelled) {
        return Err(Halt::no("gatherings-fault-no-attendance"));
    }
    Ok(it)
}

fn written(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (it, further): (&Gathering, Option<FurtherGuests>),
) -> Result<(), Halt> {
    records::attendance::set_further_guests(conn, it.id, further)?;
    let rows = records::attendance::attendance(conn, it.id)?;
    let people = represented_organisations(&rows).people;
    let detail = match further {
        Some(FurtherGuests { count, is_about }) => {
            let about = if is_about { "~" } else { "" };
            format!("{people} + {about}{count}")
        }
        None => people.to_string(),
    };
    note(conn, moment, who, it, ("attendance-set", detail))?;
    Ok(())
}
