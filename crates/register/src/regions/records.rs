//! Regions in the database.

use std::collections::BTreeMap;

use base::{Fault, NetworkId, OrganisationId};
use store::{Conn, Row, params, sql};

use super::{Region, RegionKind};
use crate::rules::SEARCHED_WORDS;

fn read(row: &mut Row) -> Result<Region, Fault> {
    Ok(Region {
        ags: row.take()?,
        kind: RegionKind::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read a region's kind"))?,
        name: row.take()?,
        label: row.take()?,
        ended: row.take()?,
    })
}

/// A region by its key.
///
/// # Errors
/// When the database fails.
pub fn region(conn: &mut Conn<'_>, ags: &str) -> Result<Option<Region>, Fault> {
    conn.one(
        sql!("SELECT ags, kind, name, label, ended FROM region WHERE ags = $1"),
        params![ags],
        read,
    )
}

/// All regions by their keys.
pub(super) fn known(conn: &mut Conn<'_>) -> Result<BTreeMap<String, Region>, Fault> {
    let all = conn.all(
        sql!("SELECT ags, kind, name, label, ended FROM region"),
        &[],
        read,
    )?;
    Ok(all.into_iter().map(|it| (it.ags.clone(), it)).collect())
}

/// All regions, those that are no longer offered too.
///
/// # Errors
/// When the database fails.
pub fn every(conn: &mut Conn<'_>) -> Result<Vec<Region>, Fault> {
    Ok(known(conn)?.into_values().collect())
}

/// The regions that are offered and that all these words find, the largest first.
///
/// # Errors
/// When the database fails.
pub fn found(
    conn: &mut Conn<'_>,
    patterns: &[String; SEARCHED_WORDS],
    limit: i64,
) -> Result<Vec<Region>, Fault> {
    let [one, two, three, four] = patterns;
    conn.all(
        sql!(
            "SELECT ags, kind, name, label, ended FROM region WHERE ended = FALSE
             AND found_by LIKE $1 ESCAPE '!' AND found_by LIKE $2 ESCAPE '!'
             AND found_by LIKE $3 ESCAPE '!' AND found_by LIKE $4 ESCAPE '!'
             ORDER BY LENGTH(ags), sort_key, ags LIMIT $5"
        ),
        params![one, two, three, four, limit],
        read,
    )
}

/// The regions with these keys, in the keys' order.
pub(crate) fn chosen(conn: &mut Conn<'_>, keys: &[String]) -> Result<Vec<Region>, Fault> {
    let mut regions = Vec::with_capacity(keys.len());
    for key in keys {
        regions.extend(region(conn, key)?);
    }
    Ok(regions)
}

/// Enters a region, or writes it anew.
pub(super) fn write(
    conn: &mut Conn<'_>,
    it: &Region,
    (sort_key, found_by): (&str, &str),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO region (ags, kind, name, label, sort_key, found_by, ended)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (ags) DO UPDATE SET kind = EXCLUDED.kind, name = EXCLUDED.name,
             label = EXCLUDED.label, sort_key = EXCLUDED.sort_key,
             found_by = EXCLUDED.found_by, ended = EXCLUDED.ended"
        ),
        params![
            it.ags,
            it.kind.word(),
            it.name,
            it.label,
            sort_key,
            found_by,
            it.ended
        ],
    )?;
    Ok(())
}

/// No longer offers a region.
pub(super) fn end(conn: &mut Conn<'_>, ags: &str) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE region SET ended = TRUE WHERE ags = $1"),
        params![ags],
    )?;
    Ok(())
}

/// Where the regions of a kind come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The kind.
    pub kind: RegionKind,
    /// What they came from; the phrase key is `register-region-source-` and it.
    pub source: String,
    /// The day whose state they show, in ISO 8601; empty where nobody said so.
    pub as_of: String,
}

/// Where the regions come from, by kind.
///
/// # Errors
/// When the database fails.
pub fn sources(conn: &mut Conn<'_>) -> Result<Vec<Source>, Fault> {
    let mut sources = conn.all(
        sql!("SELECT kind, source, as_of FROM region_source"),
        &[],
        |row| {
            Ok(Source {
                kind: RegionKind::from_word(&row.take::<String>()?)
                    .ok_or_else(|| Fault::new("read a region's kind"))?,
                source: row.take()?,
                as_of: row.take()?,
            })
        },
    )?;
    sources.sort_by_key(|it| it.kind);
    Ok(sources)
}

/// Writes where the regions of a kind come from.
pub(super) fn write_source(
    conn: &mut Conn<'_>,
    kind: RegionKind,
    (source, as_of): (&str, &str),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO region_source (kind, source, as_of) VALUES ($1, $2, $3)
             ON CONFLICT (kind) DO UPDATE SET source = EXCLUDED.source, as_of = EXCLUDED.as_of"
        ),
        params![kind.word(), source, as_of],
    )?;
    Ok(())
}

/// How many regions of each kind are offered.
///
/// # Errors
/// When the database fails.
pub fn counts(conn: &mut Conn<'_>) -> Result<Vec<(RegionKind, i64)>, Fault> {
    conn.all(
        sql!("SELECT kind, COUNT(*) FROM region WHERE ended = FALSE GROUP BY kind"),
        &[],
        |row| {
            let kind = RegionKind::from_word(&row.take::<String>()?)
                .ok_or_else(|| Fault::new("read a region's kind"))?;
            Ok((kind, row.take()?))
        },
    )
}

/// The regions that a network's open organisations serve, by key, each with how many serve it.
///
/// # Errors
/// When the database fails.
pub fn served(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<(Region, i64)>, Fault> {
    conn.all(
        sql!(
            "SELECT r.ags, r.kind, r.name, r.label, r.ended, COUNT(o.id)
             FROM organisation_region s
             JOIN organisation o ON o.id = s.organisation_id AND o.ended = FALSE
             JOIN region r ON r.ags = s.ags
             WHERE o.network_id = $1
             GROUP BY r.ags, r.kind, r.name, r.label, r.ended ORDER BY r.ags"
        ),
        params![network],
        |row| Ok((read(row)?, row.take()?)),
    )
}

/// A network's open organisations that serve a region: it, one in it, or one around it. By
/// name.
///
/// # Errors
/// When the database fails.
pub fn organisations_serving(
    conn: &mut Conn<'_>,
    network: NetworkId,
    ags: &str,
) -> Result<Vec<(OrganisationId, String)>, Fault> {
    conn.all(
        sql!(
            "SELECT o.id, o.name FROM organisation o
             WHERE o.network_id = $1 AND o.ended = FALSE AND EXISTS (
                 SELECT 1 FROM organisation_region s WHERE s.organisation_id = o.id
                 AND (SUBSTR(s.ags, 1, LENGTH($2)) = $2 OR s.ags = SUBSTR($2, 1, LENGTH(s.ags))))
             ORDER BY o.sort_key, o.id"
        ),
        params![network, ags],
        |row| Ok((row.take()?, row.take()?)),
    )
}
