//! What ties people to organisations, networks and groups: rights derive from it.

use base::{AccountId, Fault, GroupId, NetworkId, OrganisationId, PersonId};
use jiff::civil::Date;
use store::{Conn, params, sql};

/// Where somebody has a function: the organisation, the network that keeps its record, whether
/// it is as its contact, and a network whose member it is.
type At = (OrganisationId, NetworkId, bool, Option<NetworkId>);

/// Whose ties are asked for: those of an account's people, or of one person.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Whose {
    Account(AccountId),
    Person(PersonId),
}

impl Whose {
    const fn ids(self) -> (Option<AccountId>, Option<PersonId>) {
        match self {
            Self::Account(account) => (Some(account), None),
            Self::Person(person) => (None, Some(person)),
        }
    }
}

/// A tie to a group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GroupTie {
    pub(crate) network: NetworkId,
    pub(crate) group: GroupId,
    /// Whether it is leading; else it is belonging.
    pub(crate) leads: bool,
}

/// Where people have a function, and the network whose member it is.
pub(crate) fn organisations(
    conn: &mut Conn<'_>,
    whose: Whose,
    today: Date,
) -> Result<Vec<At>, Fault> {
    let (account, person) = whose.ids();
    conn.all(
        sql!(
            "SELECT f.organisation_id, o.network_id, f.contact, m.network_id
             FROM person p JOIN person_function f ON f.person_id = p.id
             JOIN organisation o ON o.id = f.organisation_id AND o.ended = FALSE
             LEFT JOIN membership m ON m.organisation_id = o.id AND m.kind = 'member'
                  AND (m.from_day IS NULL OR m.from_day <= $3)
                  AND (m.until_day IS NULL OR m.until_day >= $3)
             WHERE p.ended = FALSE AND p.id IN (
                 SELECT person_id FROM account_person WHERE account_id = $1
                 UNION ALL SELECT id FROM person WHERE id = $2)
             AND (f.from_day IS NULL OR f.from_day <= $3)
             AND (f.until_day IS NULL OR f.until_day >= $3)"
        ),
        params![account, person, today],
        |row| Ok((row.take()?, row.take()?, row.take()?, row.take()?)),
    )
}

// CROSS JOIN holds SQLite to the order that is written: it would begin with all groups.
/// The groups of people, in person or through an organisation, and what they lead.
///
/// An organisation leads through its contacts. Who leads a group leads the groups below it;
/// who belongs to one belongs to no other by that. Groups that have ended tie nobody, nor does
/// what lies below them through them.
pub(crate) fn groups(
    conn: &mut Conn<'_>,
    whose: Whose,
    today: Date,
) -> Result<Vec<GroupTie>, Fault> {
    let (account, person) = whose.ids();
    conn.all(
        sql!(
            "WITH RECURSIVE people (id) AS (
                 SELECT p.id FROM person p WHERE p.ended = FALSE AND p.id IN (
                     SELECT person_id FROM account_person WHERE account_id = $1
                     UNION ALL SELECT id FROM person WHERE id = $2)
             ), direct (network_id, id, leader) AS (
                 SELECT g.network_id, g.id, m.leader
                 FROM people JOIN group_member m ON m.person_id = people.id
                 JOIN network_group g ON g.id = m.group_id AND g.ended = FALSE
                 WHERE (m.from_day IS NULL OR m.from_day <= $3)
                 AND (m.until_day IS NULL OR m.until_day >= $3)
                 UNION ALL
                 SELECT g.network_id, g.id, m.leader AND f.contact
                 FROM people CROSS JOIN person_function f
                 CROSS JOIN organisation o CROSS JOIN group_member m
                 CROSS JOIN network_group g
                 WHERE f.person_id = people.id AND o.id = f.organisation_id
                 AND m.organisation_id = o.id AND g.id = m.group_id
                 AND o.ended = FALSE AND g.ended = FALSE
                 AND (f.from_day IS NULL OR f.from_day <= $3)
                 AND (f.until_day IS NULL OR f.until_day >= $3)
                 AND (m.from_day IS NULL OR m.from_day <= $3)
                 AND (m.until_day IS NULL OR m.until_day >= $3)
             ), led (network_id, id) AS (
                 SELECT network_id, id FROM direct WHERE leader = TRUE
                 UNION
                 SELECT g.network_id, g.id FROM led
                 JOIN network_group g ON g.parent_id = led.id AND g.ended = FALSE
             )
             SELECT network_id, id, FALSE FROM direct
             UNION ALL SELECT network_id, id, TRUE FROM led"
        ),
        params![account, person, today],
        |row| {
            Ok(GroupTie {
                network: row.take()?,
                group: row.take()?,
                leads: row.take()?,
            })
        },
    )
}
