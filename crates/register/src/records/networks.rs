//! Networks in the database.

mod requests;

use base::{Fault, NetworkId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{BlobHash, Conn, Row, params, sql};

use crate::types::Network;

pub(crate) use requests::*;

/// A network by its id.
pub fn network(conn: &mut Conn<'_>, id: NetworkId) -> Result<Option<Network>, Fault> {
    conn.one(
        sql!(
            "SELECT id, slug, name, association, about, land, zone, accent, logo, logo_type,
                    logo_alt, office_name, office_address, office_phone, office_mail,
                    sender_name, imprint, objection_days, sample_data, parent_id
             FROM network WHERE id = $1"
        ),
        params![id],
        read,
    )
}

/// A network by its first path segment.
pub fn network_by_slug(conn: &mut Conn<'_>, slug: &str) -> Result<Option<Network>, Fault> {
    conn.one(
        sql!(
            "SELECT id, slug, name, association, about, land, zone, accent, logo, logo_type,
                    logo_alt, office_name, office_address, office_phone, office_mail,
                    sender_name, imprint, objection_days, sample_data, parent_id
             FROM network WHERE slug = $1"
        ),
        params![slug],
        read,
    )
}

/// All networks of the installation, by name.
pub fn networks(conn: &mut Conn<'_>) -> Result<Vec<Network>, Fault> {
    let mut networks = conn.all(
        sql!(
            "SELECT id, slug, name, association, about, land, zone, accent, logo, logo_type,
                    logo_alt, office_name, office_address, office_phone, office_mail,
                    sender_name, imprint, objection_days, sample_data, parent_id
             FROM network"
        ),
        &[],
        read,
    )?;
    networks.sort_by_cached_key(|network| crate::rules::sort_key(&network.name));
    Ok(networks)
}

fn read(row: &mut Row) -> Result<Network, Fault> {
    Ok(Network {
        id: row.take()?,
        slug: row.take()?,
        name: row.take()?,
        association: row.take()?,
        about: row.take()?,
        land: row.take()?,
        zone: row.take()?,
        accent: row.take()?,
        logo: row.take()?,
        logo_type: row.take()?,
        logo_alt: row.take()?,
        office_name: row.take()?,
        office_address: row.take()?,
        office_phone: row.take()?,
        office_mail: row.take()?,
        sender_name: row.take()?,
        imprint: row.take()?,
        objection_days: row.take()?,
        sample_data: row.take()?,
        parent: row.take()?,
    })
}

/// Whether there is any network yet.
pub(crate) fn any_network(conn: &mut Conn<'_>) -> Result<bool, Fault> {
    Ok(conn.count(sql!("SELECT COUNT(*) FROM network"), &[])? > 0)
}

/// Enters a network.
pub(crate) fn insert_network(
    conn: &mut Conn<'_>,
    network: &Network,
    now: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO network
             (id, slug, name, association, about, land, zone, accent, logo, logo_type, logo_alt,
              office_name, office_address, office_phone, office_mail, sender_name, imprint,
              objection_days, sample_data, parent_id, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                     $18, $19, $20, $21)"
        ),
        params![
            network.id,
            network.slug,
            network.name,
            network.association,
            network.about,
            network.land,
            network.zone,
            network.accent,
            network.logo,
            network.logo_type,
            network.logo_alt,
            network.office_name,
            network.office_address,
            network.office_phone,
            network.office_mail,
            network.sender_name,
            network.imprint,
            network.objection_days,
            network.sample_data,
            network.parent,
            now
        ],
    )?;
    Ok(())
}

/// Writes a network's settings, all but its logo.
pub(crate) fn update_network(conn: &mut Conn<'_>, network: &Network) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE network SET slug = $2, name = $3, association = $4, about = $5, land = $6,
             accent = $7, office_name = $8, office_address = $9, office_phone = $10,
             office_mail = $11, sender_name = $12, imprint = $13, objection_days = $14
             WHERE id = $1"
        ),
        params![
            network.id,
            network.slug,
            network.name,
            network.association,
            network.about,
            network.land,
            network.accent,
            network.office_name,
            network.office_address,
            network.office_phone,
            network.office_mail,
            network.sender_name,
            network.imprint,
            network.objection_days
        ],
    )?;
    Ok(())
}

/// Writes a network's logo, or takes it away.
pub(crate) fn update_logo(
    conn: &mut Conn<'_>,
    network: NetworkId,
    logo: Option<BlobHash>,
    media_type: &str,
    alt: &str,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE network SET logo = $2, logo_type = $3, logo_alt = $4 WHERE id = $1"),
        params![network, logo, media_type, alt],
    )?;
    Ok(())
}

/// Writes of which network a network is a part.
pub(crate) fn update_parent(
    conn: &mut Conn<'_>,
    network: NetworkId,
    parent: Option<NetworkId>,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE network SET parent_id = $2 WHERE id = $1"),
        params![network, parent],
    )?;
    Ok(())
}

/// The networks that are part of a network, by name, each with how many organisations are
/// members on a day.
///
/// # Errors
/// When the database fails.
pub fn child_networks(
    conn: &mut Conn<'_>,
    network: NetworkId,
    on: Date,
) -> Result<Vec<(Network, i64)>, Fault> {
    let all = networks(conn)?;
    let mut children = Vec::new();
    for child in all.into_iter().filter(|it| it.parent == Some(network)) {
        let members = super::member_count(conn, child.id, on)?;
        children.push((child, members));
    }
    Ok(children)
}
