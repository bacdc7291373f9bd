//! Writing down who came.

use base::access::Actor;
use base::{GatheringId, Halt, Moment};
use store::Conn;

use super::{known, note};
use crate::records;
use crate::rules::{Attendance, FurtherGuests, State, represented_organisations};

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
    let it = known(conn, gathering)?;
    if matches!(it.state, State::Draft | State::Cancelled) {
        return Err(Halt::no("gatherings-fault-no-attendance"));
    }
    records::attendance::replace(conn, moment, gathering, rows)?;
    records::attendance::set_further_guests(conn, gathering, further)?;
    let people = represented_organisations(rows).people;
    let detail = match further {
        Some(FurtherGuests { count, is_about }) => {
            let about = if is_about { "~" } else { "" };
            format!("{people} + {about}{count}")
        }
        None => people.to_string(),
    };
    note(conn, moment, who, &it, ("attendance-set", detail))?;
    Ok(())
}
