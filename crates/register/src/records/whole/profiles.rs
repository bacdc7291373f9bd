//! What else is known of all organisations of a network, read at once.

use std::collections::HashMap;

use base::{Fault, NetworkId, OrganisationId};
use store::{Conn, params, sql};

use crate::profile::{Address, Channel, Profile};

/// What else is known of a network's organisations, without their logos; those of which
/// nothing is known are left out.
///
/// # Errors
/// When the database fails.
pub fn profiles(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<HashMap<OrganisationId, Profile>, Fault> {
    let mut all = HashMap::new();
    main(conn, network, &mut all)?;
    let works = conn.all(
        sql!(
            "SELECT w.organisation_id, w.work_id FROM organisation_work w
             JOIN organisation o ON o.id = w.organisation_id
             WHERE o.network_id = $1 ORDER BY w.work_id"
        ),
        params![network],
        |row| Ok((row.take()?, row.take()?)),
    )?;
    for (id, work) in works {
        of(&mut all, id).works.push(work);
    }
    let regions = conn.all(
        sql!(
            "SELECT r.organisation_id, r.ags FROM organisation_region r
             JOIN organisation o ON o.id = r.organisation_id
             WHERE o.network_id = $1 ORDER BY r.ags"
        ),
        params![network],
        |row| Ok((row.take()?, row.take()?)),
    )?;
    for (id, ags) in regions {
        of(&mut all, id).regions.push(ags);
    }
    let channels = conn.all(
        sql!(
            "SELECT c.organisation_id, c.kind, c.address FROM organisation_channel c
             JOIN organisation o ON o.id = c.organisation_id
             WHERE o.network_id = $1 ORDER BY c.place, c.id"
        ),
        params![network],
        |row| {
            let id = row.take()?;
            let (kind, address) = (row.take()?, row.take()?);
            Ok((id, Channel { kind, address }))
        },
    )?;
    for (id, channel) in channels {
        of(&mut all, id).channels.push(channel);
    }
    Ok(all)
}

fn of(all: &mut HashMap<OrganisationId, Profile>, id: OrganisationId) -> &mut Profile {
    all.entry(id).or_default()
}

fn main(
    conn: &mut Conn<'_>,
    network: NetworkId,
    all: &mut HashMap<OrganisationId, Profile>,
) -> Result<(), Fault> {
    let found = conn.all(
        sql!(
            "SELECT id, legal_form, legal_form_other, postal_street, postal_postcode,
                    postal_town, parent_id
             FROM organisation WHERE network_id = $1 AND (legal_form <> '' OR
             postal_street <> '' OR postal_postcode <> '' OR postal_town <> ''
             OR parent_id IS NOT NULL)"
        ),
        params![network],
        |row| {
            let id: OrganisationId = row.take()?;
            Ok((
                id,
                Profile {
                    legal_form: row.take()?,
                    legal_form_other: row.take()?,
                    postal: Address {
                        street: row.take()?,
                        postcode: row.take()?,
                        town: row.take()?,
                    },
                    parent: row.take()?,
                    ..Profile::default()
                },
            ))
        },
    )?;
    all.extend(found);
    Ok(())
}
