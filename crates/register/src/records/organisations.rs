//! Organisations and their memberships in the database.

use base::{Fault, MembershipId, NetworkId, OrganisationId};
use jiff::civil::Date;
use store::{Conn, Row, params, sql};

use crate::likeness;
use crate::rules::{found_by, sort_key};
use crate::types::{Membership, MembershipKind, Organisation, Term};

/// An organisation by its id.
pub fn organisation(
    conn: &mut Conn<'_>,
    id: OrganisationId,
) -> Result<Option<Organisation>, Fault> {
    conn.one(
        sql!(
            "SELECT id, network_id, name, short_name, street, postcode, town, phone, mail, web,
                    can_host, note, ended
             FROM organisation WHERE id = $1"
        ),
        params![id],
        read_organisation,
    )
}

/// A network's organisations that are not closed, by name.
pub fn organisations_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<Organisation>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, name, short_name, street, postcode, town, phone, mail, web,
                    can_host, note, ended
             FROM organisation WHERE network_id = $1 AND ended = FALSE ORDER BY sort_key, id"
        ),
        params![network],
        read_organisation,
    )
}

/// A network's organisations, closed ones too, in no order.
pub(crate) fn every_organisation_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<Organisation>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, name, short_name, street, postcode, town, phone, mail, web,
                    can_host, note, ended
             FROM organisation WHERE network_id = $1"
        ),
        params![network],
        read_organisation,
    )
}

pub(super) fn read_organisation(row: &mut Row) -> Result<Organisation, Fault> {
    Ok(Organisation {
        id: row.take()?,
        network: row.take()?,
        name: row.take()?,
        short_name: row.take()?,
        street: row.take()?,
        postcode: row.take()?,
        town: row.take()?,
        phone: row.take()?,
        mail: row.take()?,
        web: row.take()?,
        can_host: row.take()?,
        note: row.take()?,
        ended: row.take()?,
    })
}

/// Enters an organisation.
pub(crate) fn insert_organisation(conn: &mut Conn<'_>, it: &Organisation) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO organisation
             (id, network_id, name, short_name, street, postcode, town, phone, mail, web,
              can_host, note, ended, sort_key, found_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        ),
        params![
            it.id,
            it.network,
            it.name,
            it.short_name,
            it.street,
            it.postcode,
            it.town,
            it.phone,
            it.mail,
            it.web,
            it.can_host,
            it.note,
            it.ended,
            sort_key(&it.name),
            found_by(&[&it.name, &it.short_name, &it.town])
        ],
    )?;
    likeness::keep_organisation(conn, it)
}

/// Writes an organisation's record.
pub(crate) fn update_organisation(conn: &mut Conn<'_>, it: &Organisation) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE organisation SET name = $2, short_name = $3, street = $4, postcode = $5,
             town = $6, phone = $7, mail = $8, web = $9, can_host = $10, note = $11, ended = $12,
             sort_key = $13, found_by = $14 WHERE id = $1"
        ),
        params![
            it.id,
            it.name,
            it.short_name,
            it.street,
            it.postcode,
            it.town,
            it.phone,
            it.mail,
            it.web,
            it.can_host,
            it.note,
            it.ended,
            sort_key(&it.name),
            found_by(&[&it.name, &it.short_name, &it.town])
        ],
    )?;
    likeness::keep_organisation(conn, it)
}

/// How many organisations are members on a day.
pub fn member_count(conn: &mut Conn<'_>, network: NetworkId, on: Date) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(DISTINCT organisation_id) FROM membership
             WHERE network_id = $1 AND kind = 'member'
             AND (from_day IS NULL OR from_day <= $2) AND (until_day IS NULL OR until_day >= $2)"
        ),
        params![network, on],
    )
}

/// From when to when which organisations are members of a network.
pub fn member_terms(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<(OrganisationId, Term)>, Fault> {
    let mut terms: Vec<_> = memberships_in(conn, network)?
        .into_iter()
        .filter(|it| it.kind == MembershipKind::Member)
        .map(|it| (it.organisation, it.term))
        .collect();
    terms.reverse();
    Ok(terms)
}

/// All memberships of a network, the newest first.
pub(crate) fn memberships_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<Membership>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, organisation_id, kind, from_day, until_day
             FROM membership WHERE network_id = $1 ORDER BY COALESCE(from_day, '') DESC, id DESC"
        ),
        params![network],
        read_membership,
    )
}

/// An organisation's memberships, the newest first.
pub(crate) fn memberships_of(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
) -> Result<Vec<Membership>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, organisation_id, kind, from_day, until_day
             FROM membership WHERE organisation_id = $1 ORDER BY COALESCE(from_day, '') DESC, id DESC"
        ),
        params![organisation],
        read_membership,
    )
}

/// A membership by its id.
pub(crate) fn membership(
    conn: &mut Conn<'_>,
    id: MembershipId,
) -> Result<Option<Membership>, Fault> {
    conn.one(
        sql!(
            "SELECT id, network_id, organisation_id, kind, from_day, until_day
             FROM membership WHERE id = $1"
        ),
        params![id],
        read_membership,
    )
}

fn read_membership(row: &mut Row) -> Result<Membership, Fault> {
    Ok(Membership {
        id: row.take()?,
        network: row.take()?,
        organisation: row.take()?,
        kind: MembershipKind::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read a membership's kind"))?,
        term: Term {
            from: row.take()?,
            until: row.take()?,
        },
    })
}

/// Enters a membership.
pub(crate) fn insert_membership(conn: &mut Conn<'_>, it: &Membership) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO membership (id, network_id, organisation_id, kind, from_day, until_day)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        params![
            it.id,
            it.network,
            it.organisation,
            it.kind.word(),
            it.term.from,
            it.term.until
        ],
    )?;
    Ok(())
}

/// Writes a membership's last day.
pub(crate) fn end_membership(
    conn: &mut Conn<'_>,
    id: MembershipId,
    until: Option<Date>,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE membership SET until_day = $2 WHERE id = $1"),
        params![id, until],
    )?;
    Ok(())
}
