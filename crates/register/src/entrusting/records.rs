//! Who speaks for members, and whether they can sign in, in the database.

use base::{AccountId, Fault, NetworkId, OrganisationId, PersonId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Conn, Row, params, sql};

/// Somebody who speaks for a member.
pub(super) struct Speaker {
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) mail: String,
    /// The account, where there is one that is open.
    pub(super) account: Option<AccountId>,
    /// When its last session was used, as far as that is still known.
    pub(super) used_at: Option<Timestamp>,
}

/// Whom to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    All,
    Without,
    With,
}

impl Shown {
    pub(super) const ALL: [Self; 3] = [Self::All, Self::Without, Self::With];

    /// The word in addresses and statements.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Without => "ohne",
            Self::With => "mit",
        }
    }

    pub(super) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// How every statement about those who speak for members ends.
macro_rules! speakers {
    () => {
        "SELECT p.id, p.name, p.mail,
                (SELECT a.id FROM account_person b JOIN account a ON a.id = b.account_id
                 WHERE b.person_id = p.id AND a.ended = FALSE),
                (SELECT MAX(s.used_at) FROM account_person b
                 JOIN session s ON s.account_id = b.account_id WHERE b.person_id = p.id)
         FROM person p WHERE p.network_id = $1 AND p.ended = FALSE
         AND p.id IN (
             SELECT f.person_id FROM membership m
             JOIN organisation o ON o.id = m.organisation_id AND o.ended = FALSE
             JOIN person_function f ON f.organisation_id = o.id AND f.contact = TRUE
             WHERE m.network_id = $1 AND m.kind = 'member'
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)
             AND (f.from_day IS NULL OR f.from_day <= $2)
             AND (f.until_day IS NULL OR f.until_day >= $2))
         AND ($3 = '' OR ($3 = 'mit') = EXISTS (
             SELECT 1 FROM account_person b JOIN account a ON a.id = b.account_id
             WHERE b.person_id = p.id AND a.ended = FALSE)) "
    };
}

/// Those who speak for a network's members on a day, by name.
pub(super) fn speakers(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
    shown: Shown,
    (limit, offset): (i64, i64),
) -> Result<Vec<Speaker>, Fault> {
    conn.all(
        sql!(speakers!, "ORDER BY p.sort_key, p.id LIMIT $4 OFFSET $5"),
        params![network, on, shown.word(), limit, offset],
        read,
    )
}

/// One of them; none where this person does not speak for a member.
pub(super) fn speaker(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
    person: PersonId,
) -> Result<Option<Speaker>, Fault> {
    conn.one(
        sql!(speakers!, "AND p.id = $4"),
        params![network, on, "", person],
        read,
    )
}

fn read(row: &mut Row) -> Result<Speaker, Fault> {
    Ok(Speaker {
        person: row.take()?,
        name: row.take()?,
        mail: row.take()?,
        account: row.take()?,
        used_at: row.take()?,
    })
}

/// How many speak for members: all, and those with an account.
pub(super) fn counts(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
) -> Result<(i64, i64), Fault> {
    let found = conn.one(
        sql!(
            "SELECT COUNT(*), COUNT(c.account_id) FROM (
                 SELECT p.id AS person_id, (
                     SELECT a.id FROM account_person b JOIN account a ON a.id = b.account_id
                     WHERE b.person_id = p.id AND a.ended = FALSE) AS account_id
                 FROM person p WHERE p.network_id = $1 AND p.ended = FALSE AND p.id IN (
                     SELECT f.person_id FROM membership m
                     JOIN organisation o ON o.id = m.organisation_id AND o.ended = FALSE
                     JOIN person_function f ON f.organisation_id = o.id AND f.contact = TRUE
                     WHERE m.network_id = $1 AND m.kind = 'member'
                     AND (m.from_day IS NULL OR m.from_day <= $2)
                     AND (m.until_day IS NULL OR m.until_day >= $2)
                     AND (f.from_day IS NULL OR f.from_day <= $2)
                     AND (f.until_day IS NULL OR f.until_day >= $2))) AS c"
        ),
        params![network, on],
        |row| Ok((row.take()?, row.take()?)),
    )?;
    Ok(found.unwrap_or((0, 0)))
}

/// How many members nobody speaks for.
pub(super) fn count_silent(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(DISTINCT o.id) FROM membership m
             JOIN organisation o ON o.id = m.organisation_id AND o.ended = FALSE
             WHERE m.network_id = $1 AND m.kind = 'member'
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)
             AND NOT EXISTS (
                 SELECT 1 FROM person_function f JOIN person p ON p.id = f.person_id
                 WHERE f.organisation_id = o.id AND f.contact = TRUE AND p.ended = FALSE
                 AND (f.from_day IS NULL OR f.from_day <= $2)
                 AND (f.until_day IS NULL OR f.until_day >= $2))"
        ),
        params![network, on],
    )
}

/// The first of those, by name.
pub(super) fn silent(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
    most: i64,
) -> Result<Vec<(OrganisationId, String)>, Fault> {
    conn.all(
        sql!(
            "SELECT o.id, o.name FROM membership m
             JOIN organisation o ON o.id = m.organisation_id AND o.ended = FALSE
             WHERE m.network_id = $1 AND m.kind = 'member'
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)
             AND NOT EXISTS (
                 SELECT 1 FROM person_function f JOIN person p ON p.id = f.person_id
                 WHERE f.organisation_id = o.id AND f.contact = TRUE AND p.ended = FALSE
                 AND (f.from_day IS NULL OR f.from_day <= $2)
                 AND (f.until_day IS NULL OR f.until_day >= $2))
             GROUP BY o.id, o.name, o.sort_key ORDER BY o.sort_key, o.id LIMIT $3"
        ),
        params![network, on, most],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// The open organisations for which a person speaks on a day.
pub(super) fn speaks_for(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
    person: PersonId,
) -> Result<Vec<String>, Fault> {
    conn.all(
        sql!(
            "SELECT o.name FROM person_function f
             JOIN organisation o ON o.id = f.organisation_id AND o.ended = FALSE
             WHERE f.person_id = $1 AND o.network_id = $2 AND f.contact = TRUE
             AND (f.from_day IS NULL OR f.from_day <= $3)
             AND (f.until_day IS NULL OR f.until_day >= $3)
             GROUP BY o.id, o.name, o.sort_key ORDER BY o.sort_key, o.id"
        ),
        params![person, network, on],
        Row::take,
    )
}
