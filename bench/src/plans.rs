//! Plans of many years, each with many rows.

use base::{Fault, Moment, NetworkId, YearPlanId};
use jiff::ToSpan;
use jiff::civil::Date;
use store::{Conn, params, sql};

use crate::records::{Dated, add_agenda, add_gathering, day_of};

/// How many years there are plans for.
const YEARS: i16 = 10;
/// How many rows each has.
const ROWS: i64 = 100;

/// Lays down published plans of this year and those before; this year's path segment.
pub fn add(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, group): (NetworkId, base::GroupId),
) -> Result<String, Fault> {
    let this_year = day_of(moment.now())?.year();
    for year in (this_year + 1 - YEARS)..=this_year {
        let plan: YearPlanId = moment.id();
        conn.exec(
            sql!(
                "INSERT INTO year_plan (id, network_id, year, state, published_at, changed_at)
                 VALUES ($1, $2, $3, 'published', $4, $4)"
            ),
            params![plan, network, i64::from(year), moment.now()],
        )?;
        for number in 0..ROWS {
            let day = Date::new(year, 1, 2)
                .and_then(|first| first.checked_add((number * 3).days()))
                .map_err(|cause| Fault::because("count days", cause))?;
            let dated = Dated {
                day,
                state: "announced",
                slug: format!("{day}-planung-{number}"),
            };
            let id = add_gathering(conn, moment, (network, group), (&dated, "Sitzung"))?;
            add_agenda(conn, moment, id)?;
            conn.exec(
                sql!(
                    "INSERT INTO plan_row (plan_id, gathering_id, kind) VALUES ($1, $2, 'meeting')"
                ),
                params![plan, id],
            )?;
        }
    }
    Ok(this_year.to_string())
}
