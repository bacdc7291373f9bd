//! Series.

use base::{Fault, NetworkId, SeriesId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

use crate::rules::{Series, SeriesKind};

/// A series by its id.
pub fn series(conn: &mut Conn<'_>, id: SeriesId) -> Result<Option<Series>, Fault> {
    conn.one(
        sql!("SELECT id, network_id, name, about, kind FROM series WHERE id = $1"),
        params![id],
        read,
    )
}

/// All series of a network.
pub fn series_of(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Series>, Fault> {
    conn.all(
        sql!("SELECT id, network_id, name, about, kind FROM series WHERE network_id = $1 ORDER BY name"),
        params![network],
        read,
    )
}

fn read(row: &mut Row) -> Result<Series, Fault> {
    Ok(Series {
        id: row.take()?,
        network: row.take()?,
        name: row.take()?,
        about: row.take()?,
        kind: SeriesKind::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read a kind of series"))?,
    })
}

/// Writes a new series.
pub fn add(conn: &mut Conn<'_>, it: &Series, at: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO series (id, network_id, name, about, kind, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        params![it.id, it.network, it.name, it.about, it.kind.word(), at],
    )?;
    Ok(())
}

/// Writes a known series.
pub fn change(conn: &mut Conn<'_>, it: &Series, at: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE series SET name = $2, about = $3, kind = $4, changed_at = $5 WHERE id = $1"),
        params![it.id, it.name, it.about, it.kind.word(), at],
    )?;
    Ok(())
}

/// Strikes a series; the database forbids it where something belongs to it.
pub fn strike(conn: &mut Conn<'_>, id: SeriesId) -> Result<(), Fault> {
    conn.exec(sql!("DELETE FROM series WHERE id = $1"), params![id])?;
    Ok(())
}
