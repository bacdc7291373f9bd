//! What a list has changed in the register, so that it can be taken back.

use base::{Fault, FunctionId, MembershipId, OrganisationId, PersonId};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// What was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Changed {
    /// An organisation.
    Organisation(OrganisationId),
    /// A person.
    Person(PersonId),
    /// A function.
    Function(FunctionId),
    /// A membership.
    Membership(MembershipId),
}

/// One change: what the record was before and after, as JSON.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// Where it stands among the changes of its list.
    pub(crate) number: i64,
    /// The record.
    pub(crate) of: Changed,
    /// What it was; empty where it was not there.
    pub(crate) was: String,
    /// What it became.
    pub(crate) became: String,
}

/// Enters a change.
pub(crate) fn insert_change(
    conn: &mut Conn<'_>,
    transfer: Uuid,
    it: &Change,
    stays: bool,
) -> Result<(), Fault> {
    let mut ids: [Option<Uuid>; 4] = [None; 4];
    let [organisation, person, function, membership] = &mut ids;
    let kind = match it.of {
        Changed::Organisation(id) => {
            *organisation = Some(id.into());
            "organisation"
        }
        Changed::Person(id) => {
            *person = Some(id.into());
            "person"
        }
        Changed::Function(id) => {
            *function = Some(id.into());
            "function"
        }
        Changed::Membership(id) => {
            *membership = Some(id.into());
            "membership"
        }
    };
    conn.exec(
        sql!(
            "INSERT INTO transfer_change
             (transfer_id, number, kind, organisation_id, person_id, function_id, membership_id,
              was, became, stays)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            transfer,
            it.number,
            kind,
            *organisation,
            *person,
            *function,
            *membership,
            it.was,
            it.became,
            stays
        ],
    )?;
    Ok(())
}

fn read(row: &mut Row) -> Result<Option<Change>, Fault> {
    let number = row.take()?;
    let ids = (
        row.take::<Option<OrganisationId>>()?,
        row.take::<Option<PersonId>>()?,
        row.take::<Option<FunctionId>>()?,
        row.take::<Option<MembershipId>>()?,
    );
    let of = match ids {
        (Some(id), ..) => Changed::Organisation(id),
        (_, Some(id), ..) => Changed::Person(id),
        (_, _, Some(id), _) => Changed::Function(id),
        (.., Some(id)) => Changed::Membership(id),
        _ => return Ok(None),
    };
    Ok(Some(Change {
        number,
        of,
        was: row.take()?,
        became: row.take()?,
    }))
}

/// The changes of a list whose records are still there, the last first.
pub(crate) fn changes_of(conn: &mut Conn<'_>, transfer: Uuid) -> Result<Vec<Change>, Fault> {
    let found = conn.all(
        sql!(
            "SELECT number, organisation_id, person_id, function_id, membership_id, was, became
             FROM transfer_change WHERE transfer_id = $1 ORDER BY number DESC"
        ),
        params![transfer],
        read,
    )?;
    Ok(found.into_iter().flatten().collect())
}

/// The changes that stayed when their list was taken back.
pub(crate) fn staying(conn: &mut Conn<'_>, transfer: Uuid) -> Result<Vec<Change>, Fault> {
    let found = conn.all(
        sql!(
            "SELECT number, organisation_id, person_id, function_id, membership_id, was, became
             FROM transfer_change WHERE transfer_id = $1 AND stays = TRUE
             ORDER BY number LIMIT 200"
        ),
        params![transfer],
        read,
    )?;
    Ok(found.into_iter().flatten().collect())
}

/// Strikes a change.
pub(crate) fn strike_change(conn: &mut Conn<'_>, transfer: Uuid, number: i64) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM transfer_change WHERE transfer_id = $1 AND number = $2"),
        params![transfer, number],
    )?;
    Ok(())
}

/// Forgets all changes of a list: it cannot be taken back any more.
pub(crate) fn clear_changes(conn: &mut Conn<'_>, transfer: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM transfer_change WHERE transfer_id = $1"),
        params![transfer],
    )?;
    Ok(())
}

/// How many changes of a list could be taken back.
pub(crate) fn count_changes(conn: &mut Conn<'_>, transfer: Uuid) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM transfer_change WHERE transfer_id = $1 AND stays = FALSE"),
        params![transfer],
    )
}
