//! School holidays.

use base::{Fault, NetworkId};
use store::{Conn, params, sql};

use crate::rules::SchoolHoliday;

/// The school holidays that a network's office entered, in order.
pub fn school_holidays(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<SchoolHoliday>, Fault> {
    conn.all(
        sql!(
            "SELECT name, first_day, last_day FROM school_holiday
             WHERE network_id = $1 ORDER BY first_day, last_day, name"
        ),
        params![network],
        |row| {
            Ok(SchoolHoliday {
                name: row.take()?,
                first: row.take()?,
                last: row.take()?,
            })
        },
    )
}

/// Writes the whole table anew.
pub fn replace(
    conn: &mut Conn<'_>,
    network: NetworkId,
    rows: &[SchoolHoliday],
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM school_holiday WHERE network_id = $1"),
        params![network],
    )?;
    for it in rows {
        conn.exec(
            sql!(
                "INSERT INTO school_holiday (network_id, first_day, last_day, name)
                 VALUES ($1, $2, $3, $4)"
            ),
            params![network, it.first, it.last, it.name],
        )?;
    }
    Ok(())
}
