//! Memberships in the database.

use base::{Fault, MembershipId, NetworkId, OrganisationId};
use jiff::civil::Date;
use store::{Conn, Row, params, sql};

use crate::types::{Membership, MembershipKind, Term};

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

/// From when to when an organisation is a member of a network.
pub fn member_terms(
    conn: &mut Conn<'_>,
    (network, organisation): (NetworkId, OrganisationId),
) -> Result<Vec<Term>, Fault> {
    let mut terms: Vec<_> = memberships_of(conn, organisation)?
        .into_iter()
        .filter(|it| it.network == network && it.kind == MembershipKind::Member)
        .map(|it| it.term)
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

/// Writes a membership's days.
pub(crate) fn write_membership_term(
    conn: &mut Conn<'_>,
    id: MembershipId,
    term: Term,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE membership SET from_day = $2, until_day = $3 WHERE id = $1"),
        params![id, term.from, term.until],
    )?;
    Ok(())
}

/// Marks a membership in another network than the one whose office keeps the organisation.
pub(crate) fn mark_elsewhere(conn: &mut Conn<'_>, id: MembershipId) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE membership SET elsewhere = TRUE WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

/// An organisation that another network's office keeps and that belongs to this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FromElsewhere {
    /// The membership.
    pub membership: MembershipId,
    /// The organisation's name.
    pub name: String,
    /// Its kind of membership.
    pub kind: MembershipKind,
    /// The name of the network whose office keeps the record.
    pub keeper: String,
}

/// The organisations of other networks' registers that belong to this network on a day, by name.
pub fn members_from_elsewhere(
    conn: &mut Conn<'_>,
    network: NetworkId,
    on: Date,
) -> Result<Vec<FromElsewhere>, Fault> {
    conn.all(
        sql!(
            "SELECT m.id, o.name, m.kind, n.name FROM membership m
             JOIN organisation o ON o.id = m.organisation_id AND o.ended = FALSE
             JOIN network n ON n.id = o.network_id
             WHERE m.network_id = $1 AND m.elsewhere = TRUE
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)
             ORDER BY o.sort_key, o.id LIMIT 500"
        ),
        params![network, on],
        |row| {
            Ok(FromElsewhere {
                membership: row.take()?,
                name: row.take()?,
                kind: MembershipKind::from_word(&row.take::<String>()?)
                    .ok_or_else(|| Fault::new("read a membership's kind"))?,
                keeper: row.take()?,
            })
        },
    )
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
