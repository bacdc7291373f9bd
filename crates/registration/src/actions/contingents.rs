//! Places kept for an organisation or a group.

use base::access::Actor;
use base::{GatheringId, GroupId, Halt, Moment, OrganisationId};
use jiff::civil::Date;
use store::Conn;
use uuid::Uuid;

use super::settings::tell_journal;
use super::{Floor, wake_by};
use crate::records::{self, Kept};

/// A contingent as the office types it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContingentInput {
    /// The date.
    pub gathering: GatheringId,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// For which group.
    pub group: Option<GroupId>,
    /// How many places.
    pub places: i64,
    /// The last day on which they are kept.
    pub until: Date,
}

/// Keeps places for some.
///
/// # Errors
/// Refused where nobody is named, the day is over, or the date is none of the desk's.
pub fn add_contingent(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (desk, today): (Uuid, Date),
    input: &ContingentInput,
) -> Result<(), Halt> {
    let floor = Floor::at(conn, desk, moment.now())?;
    let date = floor.date(input.gathering);
    let date = date.ok_or_else(|| Halt::at("gathering", "registration-fault-date"))?;
    if input.organisation.is_some() == input.group.is_some() {
        return Err(Halt::at("organisation", "registration-fault-for-whom"));
    }
    if input.until < today || input.until >= date.starts.date() {
        return Err(Halt::at("until", "registration-fault-until"));
    }
    let zone = calendar::Zone::named(&date.zone).unwrap_or_else(|_| calendar::Zone::utc());
    let end = input.until.tomorrow().ok();
    let end = end.and_then(|day| day.to_zoned(zone.rules().clone()).ok());
    let end = end.ok_or_else(|| Halt::at("until", "fault-year"))?;
    let kept = Kept {
        id: moment.id(),
        gathering: input.gathering,
        organisation: input.organisation,
        group: input.group,
        name: String::new(),
        places: input.places,
        used: 0,
        until: input.until,
        until_at: end.timestamp(),
    };
    records::put_contingent(conn, desk, &kept)?;
    wake_by(conn, moment, floor.desk.network, kept.until_at)?;
    tell_journal(conn, moment, who, (&floor, "registration-contingent-added"))
}

/// Keeps them no longer; what is free goes to the first in line.
///
/// # Errors
/// [`Halt::Missing`] where there is none.
pub fn remove_contingent(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (desk, id): (Uuid, Uuid),
) -> Result<(), Halt> {
    if records::remove_contingent(conn, desk, id)? == 0 {
        return Err(Halt::Missing);
    }
    let mut floor = Floor::at(conn, desk, moment.now())?;
    floor.pass_on(conn, moment)?;
    tell_journal(
        conn,
        moment,
        who,
        (&floor, "registration-contingent-removed"),
    )
}
