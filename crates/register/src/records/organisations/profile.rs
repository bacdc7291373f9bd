//! What else is known of an organisation, in the database.

use base::{Fault, FieldOfWorkId, Moment, NetworkId, OrganisationId};
use store::{BlobHash, Conn, Row, params, sql};
use uuid::Uuid;

use crate::actions::finding::ORGANISATION;
use crate::profile::{Address, Channel, Logo, Profile};

/// What else is known of an organisation; nothing where there is none.
///
/// # Errors
/// When the database fails.
pub fn profile(conn: &mut Conn<'_>, organisation: OrganisationId) -> Result<Profile, Fault> {
    let main = conn.one(
        sql!(
            "SELECT legal_form, legal_form_other, postal_street, postal_postcode, postal_town,
                    parent_id, logo, logo_type, logo_alt
             FROM organisation WHERE id = $1"
        ),
        params![organisation],
        |row| {
            let profile = Profile {
                legal_form: row.take()?,
                legal_form_other: row.take()?,
                postal: Address {
                    street: row.take()?,
                    postcode: row.take()?,
                    town: row.take()?,
                },
                parent: row.take()?,
                ..Profile::default()
            };
            let hash: Option<BlobHash> = row.take()?;
            let (media_type, alt) = (row.take()?, row.take()?);
            let logo = hash.map(|hash| Logo {
                hash,
                media_type,
                alt,
            });
            Ok(Profile { logo, ..profile })
        },
    )?;
    let Some(profile) = main else {
        return Ok(Profile::default());
    };
    Ok(Profile {
        works: works_of_organisation(conn, organisation)?,
        regions: regions_of_organisation(conn, organisation)?,
        channels: channels(conn, organisation)?,
        ..profile
    })
}

fn works_of_organisation(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
) -> Result<Vec<FieldOfWorkId>, Fault> {
    conn.all(
        sql!("SELECT work_id FROM organisation_work WHERE organisation_id = $1 ORDER BY work_id"),
        params![organisation],
        Row::take,
    )
}

fn regions_of_organisation(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
) -> Result<Vec<String>, Fault> {
    conn.all(
        sql!("SELECT ags FROM organisation_region WHERE organisation_id = $1 ORDER BY ags"),
        params![organisation],
        Row::take,
    )
}

fn channels(conn: &mut Conn<'_>, organisation: OrganisationId) -> Result<Vec<Channel>, Fault> {
    conn.all(
        sql!(
            "SELECT kind, address FROM organisation_channel WHERE organisation_id = $1
             ORDER BY place, id"
        ),
        params![organisation],
        |row| {
            Ok(Channel {
                kind: row.take()?,
                address: row.take()?,
            })
        },
    )
}

/// Writes what else is known of an organisation, its logo too.
pub(crate) fn write_profile(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    organisation: OrganisationId,
    it: &Profile,
) -> Result<(), Fault> {
    let logo = it.logo.as_ref();
    conn.exec(
        sql!(
            "UPDATE organisation SET legal_form = $2, legal_form_other = $3, postal_street = $4,
             postal_postcode = $5, postal_town = $6, parent_id = $7, logo = $8, logo_type = $9,
             logo_alt = $10 WHERE id = $1"
        ),
        params![
            organisation,
            it.legal_form,
            it.legal_form_other,
            it.postal.street,
            it.postal.postcode,
            it.postal.town,
            it.parent,
            logo.map(|logo| logo.hash),
            logo.map_or("", |logo| logo.media_type.as_str()),
            logo.map_or("", |logo| logo.alt.as_str())
        ],
    )?;
    write_works(conn, organisation, &it.works)?;
    write_regions(conn, organisation, &it.regions)?;
    write_channels(conn, moment, organisation, &it.channels)
}

fn write_works(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
    works: &[FieldOfWorkId],
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM organisation_work WHERE organisation_id = $1"),
        params![organisation],
    )?;
    for work in works {
        conn.exec(
            sql!(
                "INSERT INTO organisation_work (organisation_id, work_id) VALUES ($1, $2)
                 ON CONFLICT (organisation_id, work_id) DO NOTHING"
            ),
            params![organisation, *work],
        )?;
    }
    Ok(())
}

fn write_regions(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
    regions: &[String],
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM organisation_region WHERE organisation_id = $1"),
        params![organisation],
    )?;
    for ags in regions {
        conn.exec(
            sql!(
                "INSERT INTO organisation_region (organisation_id, ags) VALUES ($1, $2)
                 ON CONFLICT (organisation_id, ags) DO NOTHING"
            ),
            params![organisation, ags],
        )?;
    }
    Ok(())
}

fn write_channels(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    organisation: OrganisationId,
    channels: &[Channel],
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM organisation_channel WHERE organisation_id = $1"),
        params![organisation],
    )?;
    for (place, channel) in channels.iter().enumerate() {
        conn.exec(
            sql!(
                "INSERT INTO organisation_channel (id, organisation_id, place, kind, address)
                 VALUES ($1, $2, $3, $4, $5)"
            ),
            params![
                moment.id::<Uuid>(),
                organisation,
                place,
                channel.kind,
                channel.address
            ],
        )?;
    }
    Ok(())
}

/// The organisation that another one is part of.
pub(crate) fn parent_of(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
) -> Result<Option<OrganisationId>, Fault> {
    let parent = conn.one(
        sql!("SELECT parent_id FROM organisation WHERE id = $1"),
        params![organisation],
        Row::take::<Option<OrganisationId>>,
    )?;
    Ok(parent.flatten())
}

/// The organisations that are part of another one and not closed: id and name.
pub fn parts_of(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
) -> Result<Vec<(OrganisationId, String)>, Fault> {
    conn.all(
        sql!(
            "SELECT id, name FROM organisation WHERE parent_id = $1 AND ended = FALSE
             ORDER BY sort_key, id"
        ),
        params![organisation],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// The organisations of a network that a name leads to: those called so, or else those that
/// every word of it finds.
pub(crate) fn called(
    conn: &mut Conn<'_>,
    network: NetworkId,
    name: &str,
) -> Result<Vec<(OrganisationId, String)>, Fault> {
    let exact = conn.all(
        sql!(
            "SELECT id, name FROM organisation
             WHERE network_id = $1 AND name = $2 AND ended = FALSE"
        ),
        params![network, name],
        |row| Ok((row.take()?, row.take()?)),
    )?;
    if !exact.is_empty() {
        return Ok(exact);
    }
    let mut found = Vec::new();
    for hit in conn.search_kind(network, ORGANISATION, (name, LOOKED_AT))? {
        found.extend(super::organisation(conn, hit.subject.into())?);
    }
    if found.iter().any(|it| it.short_name == name) {
        found.retain(|it| it.short_name == name);
    }
    found.sort_by_cached_key(|it| crate::rules::sort_key(&it.name));
    let named = found.into_iter().map(|it| (it.id, it.name));
    Ok(named.take(NAMED).collect())
}

/// So many are looked at to find the one that has this short name.
const LOOKED_AT: i64 = 60;
/// So many are named where several may be meant.
const NAMED: usize = 6;
