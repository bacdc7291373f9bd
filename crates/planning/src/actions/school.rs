//! School holidays.

use base::access::Actor;
use base::{Halt, Moment, NetworkId};
use store::{Conn, Entry};

use crate::records;
use crate::rules::SchoolHoliday;

/// Writes a network's school holidays anew.
pub fn set_school_holidays(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    rows: &[SchoolHoliday],
) -> Result<(), Halt> {
    records::school::replace(conn, network, rows)?;
    conn.note(
        moment,
        &Entry {
            network: Some(network),
            account: who.account,
            actor: &who.name,
            verb: "school-holidays-set",
            kind: "network",
            subject: network.into(),
            detail: rows.len().to_string(),
        },
    )?;
    Ok(())
}
