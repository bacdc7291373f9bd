//! The office's lists of who comes.

use std::collections::BTreeMap;

use base::{Fault, GatheringId};
use jiff::Timestamp;
use store::{Conn, Row as DbRow, params, sql};
use uuid::Uuid;

use crate::rules::{PlaceState, Through};

/// Which part of a gathering's list is asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listing {
    /// Only places in this state.
    pub(crate) state: Option<PlaceState>,
    /// A part of a name, address or organisation.
    pub(crate) search: String,
    /// How many come before.
    pub(crate) before: i64,
    /// How many at most.
    pub(crate) limit: i64,
}

/// A place with what its registration says.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) place: Uuid,
    pub(crate) name: String,
    pub(crate) position: i64,
    pub(crate) state: PlaceState,
    pub(crate) until: Option<Timestamp>,
    pub(crate) line_no: Option<i64>,
    pub(crate) registrant: String,
    pub(crate) mail: String,
    pub(crate) organisation: String,
    pub(crate) through: Through,
    pub(crate) made_at: Timestamp,
}

/// How every statement begins that reads rows of the list.
macro_rules! rows {
    () => {
        "SELECT p.id, p.name, p.position, p.state, p.until, p.line_no, r.name, r.mail,
         COALESCE(o.name, r.organisation_name), r.through, r.made_at
         FROM registration_place p JOIN registration r ON r.id = p.registration_id
         LEFT JOIN organisation o ON o.id = r.organisation_id "
    };
}

fn read(row: &mut DbRow) -> Result<Row, Fault> {
    Ok(Row {
        place: row.take()?,
        name: row.take()?,
        position: row.take()?,
        state: PlaceState::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of a place"))?,
        until: row.take()?,
        line_no: row.take()?,
        registrant: row.take()?,
        mail: row.take()?,
        organisation: row.take()?,
        through: Through::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read which way a registration came"))?,
        made_at: row.take()?,
    })
}

/// A page of the list of a gathering; who stands in line stands in the line's order.
pub(crate) fn listed(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    asked: &Listing,
) -> Result<Vec<Row>, Fault> {
    let (search, like) = search_of(asked);
    conn.all(
        sql!(
            rows!,
            "WHERE p.gathering_id = $1 AND ($2 = '' OR p.state = $2)
             AND ($3 = '' OR p.sort_key LIKE $4 OR r.mail_key LIKE $5
             OR LOWER(COALESCE(o.name, r.organisation_name)) LIKE $5)
             ORDER BY CASE p.state WHEN 'requested' THEN 0 WHEN 'confirmed' THEN 1
             WHEN 'offered' THEN 2 WHEN 'waiting' THEN 3 WHEN 'unconfirmed' THEN 4 ELSE 5 END,
             CASE WHEN p.state = 'waiting' THEN p.line_no ELSE 0 END, p.sort_key, p.id
             LIMIT $6 OFFSET $7"
        ),
        params![
            gathering,
            asked.state.map_or("", PlaceState::word),
            search,
            like,
            format!("%{}%", search.to_lowercase()),
            asked.limit,
            asked.before
        ],
        read,
    )
}

fn search_of(asked: &Listing) -> (String, String) {
    let plain: String = asked
        .search
        .chars()
        .filter(|it| !matches!(it, '%' | '_'))
        .collect();
    let like = format!("%{}%", register::sort_key(&plain));
    (plain, like)
}

/// How many places of a gathering stand in each state, among those that a search finds.
pub(crate) fn counts(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    asked: &Listing,
) -> Result<BTreeMap<&'static str, i64>, Fault> {
    let (search, like) = search_of(asked);
    let found = conn.all(
        sql!(
            "SELECT p.state, COUNT(*) FROM registration_place p
             JOIN registration r ON r.id = p.registration_id
             LEFT JOIN organisation o ON o.id = r.organisation_id
             WHERE p.gathering_id = $1 AND ($2 = '' OR p.sort_key LIKE $3 OR r.mail_key LIKE $4
             OR LOWER(COALESCE(o.name, r.organisation_name)) LIKE $4) GROUP BY p.state"
        ),
        params![
            gathering,
            search,
            like,
            format!("%{}%", search.to_lowercase())
        ],
        |row| {
            let state = PlaceState::from_word(&row.take::<String>()?);
            Ok((state, row.take::<i64>()?))
        },
    )?;
    let known = found.into_iter();
    Ok(known
        .filter_map(|(state, count)| Some((state?.word(), count)))
        .collect())
}

/// How many hold a place and how many wait, for each gathering of a desk.
pub(crate) fn overview(
    conn: &mut Conn<'_>,
    desk: Uuid,
) -> Result<BTreeMap<GatheringId, (i64, i64)>, Fault> {
    let found = conn.all(
        sql!(
            "SELECT gathering_id, SUM(CASE WHEN holds THEN 1 ELSE 0 END),
             SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END)
             FROM registration_place WHERE desk_id = $1 GROUP BY gathering_id"
        ),
        params![desk],
        |row| {
            let gathering: GatheringId = row.take()?;
            Ok((gathering, (row.take::<i64>()?, row.take::<i64>()?)))
        },
    )?;
    Ok(found.into_iter().collect())
}
