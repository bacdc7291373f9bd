//! Roles in the database, and who has which.

use base::access::{Assigned, Role};
use base::{AccountId, Fault, GroupId, NetworkId, PersonId, RoleAssignmentId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use super::rules::{Assignment, Place, record_kind};
use crate::types::Term;

/// The roles that an account was given and that hold on a day.
pub(crate) fn assigned(
    conn: &mut Conn<'_>,
    account: AccountId,
    today: Date,
) -> Result<Vec<Assigned>, Fault> {
    let all = conn.all(
        sql!(
            "SELECT id, account_id, network_id, role, group_id, record_kind, record_id,
             from_day, until_day FROM role_assignment
             WHERE account_id = $1 AND (from_day IS NULL OR from_day <= $2)
             AND (until_day IS NULL OR until_day >= $2)"
        ),
        params![account, today],
        read,
    )?;
    Ok(all.iter().map(Assignment::assigned).collect())
}

/// The networks that gave an account a role, whether it holds today or not.
pub(crate) fn networks_of(
    conn: &mut Conn<'_>,
    account: AccountId,
) -> Result<Vec<NetworkId>, Fault> {
    conn.all(
        sql!("SELECT DISTINCT network_id FROM role_assignment WHERE account_id = $1"),
        params![account],
        Row::take,
    )
}

/// What a network gave, former and coming ones too.
pub(super) fn of_network(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<Assignment>, Fault> {
    conn.all(
        sql!(
            "SELECT id, account_id, network_id, role, group_id, record_kind, record_id,
             from_day, until_day FROM role_assignment
             WHERE network_id = $1 ORDER BY role, created_at, id"
        ),
        params![network],
        read,
    )
}

/// What a network gave an account, former and coming ones too.
pub(super) fn of_account(
    conn: &mut Conn<'_>,
    (network, account): (NetworkId, AccountId),
) -> Result<Vec<Assignment>, Fault> {
    conn.all(
        sql!(
            "SELECT id, account_id, network_id, role, group_id, record_kind, record_id,
             from_day, until_day FROM role_assignment
             WHERE network_id = $1 AND account_id = $2 ORDER BY role, created_at, id"
        ),
        params![network, account],
        read,
    )
}

/// A role that was given.
pub(super) fn assignment(
    conn: &mut Conn<'_>,
    id: RoleAssignmentId,
) -> Result<Option<Assignment>, Fault> {
    conn.one(
        sql!(
            "SELECT id, account_id, network_id, role, group_id, record_kind, record_id,
             from_day, until_day FROM role_assignment WHERE id = $1"
        ),
        params![id],
        read,
    )
}

fn read(row: &mut Row) -> Result<Assignment, Fault> {
    let (id, account, network) = (row.take()?, row.take()?, row.take()?);
    let role: String = row.take()?;
    let group: Option<GroupId> = row.take()?;
    let kind: String = row.take()?;
    let record: Option<Uuid> = row.take()?;
    let place = match (group, record) {
        (Some(group), _) => Place::Group(group),
        (None, Some(record)) => Place::Record(
            record_kind(&kind).ok_or_else(|| Fault::new("read the kind of a record"))?,
            record,
        ),
        (None, None) => Place::Network,
    };
    Ok(Assignment {
        id,
        account,
        network,
        role: Role::from_word(&role).ok_or_else(|| Fault::new("read a role"))?,
        place,
        term: Term {
            from: row.take()?,
            until: row.take()?,
        },
    })
}

/// Writes down that a role was given.
pub(super) fn insert(conn: &mut Conn<'_>, it: &Assignment, now: Timestamp) -> Result<(), Fault> {
    let (group, kind, record) = match it.place {
        Place::Network => (None, "", None),
        Place::Group(group) => (Some(group), "", None),
        Place::Record(kind, record) => (None, kind, Some(record)),
    };
    conn.exec(
        sql!(
            "INSERT INTO role_assignment (id, account_id, network_id, role, group_id, record_kind,
             record_id, from_day, until_day, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            it.id,
            it.account,
            it.network,
            it.role.word(),
            group,
            kind,
            record,
            it.term.from,
            it.term.until,
            now
        ],
    )?;
    Ok(())
}

/// Writes another term for a role that was given.
pub(super) fn set_term(conn: &mut Conn<'_>, id: RoleAssignmentId, term: Term) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE role_assignment SET from_day = $2, until_day = $3 WHERE id = $1"),
        params![id, term.from, term.until],
    )?;
    Ok(())
}

/// Strikes a role that was given.
pub(super) fn delete(conn: &mut Conn<'_>, id: RoleAssignmentId) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM role_assignment WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

/// Strikes everything that a network gave an account.
pub(crate) fn delete_of(
    conn: &mut Conn<'_>,
    (network, account): (NetworkId, AccountId),
) -> Result<u64, Fault> {
    conn.exec(
        sql!("DELETE FROM role_assignment WHERE network_id = $1 AND account_id = $2"),
        params![network, account],
    )
}

/// Somebody who has a role: the person of the network's register, and the name.
pub(super) struct Holding {
    pub(super) account: AccountId,
    pub(super) person: Option<PersonId>,
    pub(super) name: String,
}

/// Who runs a network's office, or watches over its data protection, and for which term; former
/// and coming ones too.
pub(super) fn holders(
    conn: &mut Conn<'_>,
    network: NetworkId,
    role: Role,
) -> Result<Vec<(Holding, Term)>, Fault> {
    conn.all(
        sql!(
            "SELECT a.id, p.id, COALESCE(p.name, a.name), r.from_day, r.until_day
             FROM account_role r JOIN account a ON a.id = r.account_id AND a.ended = FALSE
             LEFT JOIN person p ON p.network_id = r.network_id AND p.id IN (
                 SELECT person_id FROM account_person WHERE account_id = a.id)
             WHERE r.network_id = $1 AND r.role = $2 ORDER BY 3, 1"
        ),
        params![network, role.word()],
        |row| {
            let holding = read_holding(row)?;
            let term = Term {
                from: row.take()?,
                until: row.take()?,
            };
            Ok((holding, term))
        },
    )
}

/// The one behind an account, as a network knows them.
pub(super) fn holder(
    conn: &mut Conn<'_>,
    network: NetworkId,
    account: AccountId,
) -> Result<Option<Holding>, Fault> {
    conn.one(
        sql!(
            "SELECT a.id, p.id, COALESCE(p.name, a.name)
             FROM account a LEFT JOIN person p ON p.network_id = $1 AND p.id IN (
                 SELECT person_id FROM account_person WHERE account_id = a.id)
             WHERE a.id = $2 AND a.ended = FALSE"
        ),
        params![network, account],
        read_holding,
    )
}

/// Who runs the installation.
pub(super) fn operators(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Holding>, Fault> {
    conn.all(
        sql!(
            "SELECT a.id, p.id, COALESCE(p.name, a.name)
             FROM account a LEFT JOIN person p ON p.network_id = $1 AND p.id IN (
                 SELECT person_id FROM account_person WHERE account_id = a.id)
             WHERE a.operator = TRUE AND a.ended = FALSE ORDER BY 3, 1"
        ),
        params![network],
        read_holding,
    )
}

fn read_holding(row: &mut Row) -> Result<Holding, Fault> {
    Ok(Holding {
        account: row.take()?,
        person: row.take()?,
        name: row.take()?,
    })
}

/// Somebody who leads a group: a person, or an organisation through its contacts.
pub(super) struct Leading {
    pub(super) person: Option<PersonId>,
    pub(super) name: String,
    pub(super) group: String,
    pub(super) term: Term,
}

/// Who leads the groups of a network on a day; the groups below them they lead, too.
pub(super) fn leaders(
    conn: &mut Conn<'_>,
    (network, today): (NetworkId, Date),
) -> Result<Vec<Leading>, Fault> {
    conn.all(
        sql!(
            "SELECT p.id, COALESCE(p.name, o.name, ''), g.name, m.from_day, m.until_day
             FROM network_group g JOIN group_member m ON m.group_id = g.id AND m.leader = TRUE
             LEFT JOIN person p ON p.id = m.person_id AND p.ended = FALSE
             LEFT JOIN organisation o ON o.id = m.organisation_id AND o.ended = FALSE
             WHERE g.network_id = $1 AND g.ended = FALSE
             AND (p.id IS NOT NULL OR o.id IS NOT NULL)
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)
             ORDER BY g.name, 2, m.id LIMIT 500"
        ),
        params![network, today],
        |row| {
            Ok(Leading {
                person: row.take()?,
                name: row.take()?,
                group: row.take()?,
                term: Term {
                    from: row.take()?,
                    until: row.take()?,
                },
            })
        },
    )
}

/// How many people speak for the organisations of a network's register on a day.
pub(super) fn contact_count(
    conn: &mut Conn<'_>,
    (network, today): (NetworkId, Date),
) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(DISTINCT f.person_id) FROM person_function f
             JOIN organisation o ON o.id = f.organisation_id AND o.ended = FALSE
             JOIN person p ON p.id = f.person_id AND p.ended = FALSE
             WHERE o.network_id = $1 AND f.contact = TRUE
             AND (f.from_day IS NULL OR f.from_day <= $2)
             AND (f.until_day IS NULL OR f.until_day >= $2)"
        ),
        params![network, today],
    )
}

/// The people of a network that a typed word means: by mail address, else by the whole name.
pub(super) fn meant(
    conn: &mut Conn<'_>,
    network: NetworkId,
    typed: &str,
) -> Result<Vec<PersonId>, Fault> {
    conn.all(
        sql!(
            "SELECT id FROM person WHERE network_id = $1 AND ended = FALSE
             AND (LOWER(mail) = $2 OR name = $3) ORDER BY id LIMIT 3"
        ),
        params![network, typed.to_lowercase(), typed],
        Row::take,
    )
}
