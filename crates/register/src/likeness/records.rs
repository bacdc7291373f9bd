//! Keys and pairs of records that may be one, in the database.

pub(super) mod waiting;

use base::{Fault, NetworkId};
use shell::Named;
use store::{Bind, Conn, Row, Value, params, sql};
use uuid::Uuid;

use super::score::MOST_KEYS;
use super::{Candidate, Probe, Reason};

/// A record that shares a key.
pub(super) struct Sharing {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) ended: bool,
    short_name: String,
    mail: String,
    phone: String,
    web: String,
    street: String,
    postcode: String,
    town: String,
}

impl Sharing {
    pub(super) fn probe(&self, is_organisation: bool) -> Probe<'_> {
        Probe {
            is_organisation,
            name: &self.name,
            short_name: &self.short_name,
            mail: &self.mail,
            phone: &self.phone,
            web: &self.web,
            street: &self.street,
            postcode: &self.postcode,
            town: &self.town,
        }
    }

    fn person(row: &mut Row) -> Result<Self, Fault> {
        Ok(Self {
            id: row.take()?,
            name: row.take()?,
            ended: row.take()?,
            mail: row.take()?,
            phone: row.take()?,
            short_name: String::new(),
            web: String::new(),
            street: String::new(),
            postcode: String::new(),
            town: String::new(),
        })
    }

    fn organisation(row: &mut Row) -> Result<Self, Fault> {
        Ok(Self {
            id: row.take()?,
            name: row.take()?,
            ended: row.take()?,
            mail: row.take()?,
            phone: row.take()?,
            short_name: row.take()?,
            web: row.take()?,
            street: row.take()?,
            postcode: row.take()?,
            town: row.take()?,
        })
    }
}

/// The records of a network that share most of these keys, each once. Of very common keys only
/// the first few records count, and only so many records are compared as can be told apart.
pub(super) fn sharing(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (named, keys): (Named, &[String]),
) -> Result<Vec<Sharing>, Fault> {
    let values = with_keys(network, keys);
    match named {
        Named::Person => conn.all(
            sql!(
                "SELECT p.id, p.name, p.ended, p.mail, p.phone FROM (
                     SELECT s.person_id AS id, COUNT(*) AS shared, MIN(s.word) AS word FROM (
                     SELECT person_id, word FROM (SELECT person_id, word FROM person_key
                     WHERE network_id = $1 AND word = $2 ORDER BY person_id LIMIT 60) k2
                     UNION ALL SELECT person_id, word FROM (SELECT person_id, word FROM person_key
                     WHERE network_id = $1 AND word = $3 ORDER BY person_id LIMIT 60) k3
                     UNION ALL SELECT person_id, word FROM (SELECT person_id, word FROM person_key
                     WHERE network_id = $1 AND word = $4 ORDER BY person_id LIMIT 60) k4
                     UNION ALL SELECT person_id, word FROM (SELECT person_id, word FROM person_key
                     WHERE network_id = $1 AND word = $5 ORDER BY person_id LIMIT 60) k5
                     UNION ALL SELECT person_id, word FROM (SELECT person_id, word FROM person_key
                     WHERE network_id = $1 AND word = $6 ORDER BY person_id LIMIT 60) k6
                     UNION ALL SELECT person_id, word FROM (SELECT person_id, word FROM person_key
                     WHERE network_id = $1 AND word = $7 ORDER BY person_id LIMIT 60) k7
                     UNION ALL SELECT person_id, word FROM (SELECT person_id, word FROM person_key
                     WHERE network_id = $1 AND word = $8 ORDER BY person_id LIMIT 60) k8
                     UNION ALL SELECT person_id, word FROM (SELECT person_id, word FROM person_key
                     WHERE network_id = $1 AND word = $9 ORDER BY person_id LIMIT 60) k9) s
                     GROUP BY s.person_id ORDER BY COUNT(*) DESC, MIN(s.word), s.person_id
                     LIMIT 60) f
                 JOIN person p ON p.id = f.id"
            ),
            &values,
            Sharing::person,
        ),
        Named::Organisation => conn.all(
            sql!(
                "SELECT o.id, o.name, o.ended, o.mail, o.phone, o.short_name, o.web, o.street,
                        o.postcode, o.town FROM (
                     SELECT s.organisation_id AS id, COUNT(*) AS shared, MIN(s.word) AS word FROM (
                     SELECT organisation_id, word FROM (SELECT organisation_id, word FROM organisation_key
                     WHERE network_id = $1 AND word = $2 ORDER BY organisation_id LIMIT 60) k2
                     UNION ALL SELECT organisation_id, word FROM (SELECT organisation_id, word FROM organisation_key
                     WHERE network_id = $1 AND word = $3 ORDER BY organisation_id LIMIT 60) k3
                     UNION ALL SELECT organisation_id, word FROM (SELECT organisation_id, word FROM organisation_key
                     WHERE network_id = $1 AND word = $4 ORDER BY organisation_id LIMIT 60) k4
                     UNION ALL SELECT organisation_id, word FROM (SELECT organisation_id, word FROM organisation_key
                     WHERE network_id = $1 AND word = $5 ORDER BY organisation_id LIMIT 60) k5
                     UNION ALL SELECT organisation_id, word FROM (SELECT organisation_id, word FROM organisation_key
                     WHERE network_id = $1 AND word = $6 ORDER BY organisation_id LIMIT 60) k6
                     UNION ALL SELECT organisation_id, word FROM (SELECT organisation_id, word FROM organisation_key
                     WHERE network_id = $1 AND word = $7 ORDER BY organisation_id LIMIT 60) k7
                     UNION ALL SELECT organisation_id, word FROM (SELECT organisation_id, word FROM organisation_key
                     WHERE network_id = $1 AND word = $8 ORDER BY organisation_id LIMIT 60) k8
                     UNION ALL SELECT organisation_id, word FROM (SELECT organisation_id, word FROM organisation_key
                     WHERE network_id = $1 AND word = $9 ORDER BY organisation_id LIMIT 60) k9) s
                     GROUP BY s.organisation_id
                     ORDER BY COUNT(*) DESC, MIN(s.word), s.organisation_id LIMIT 60) f
                 JOIN organisation o ON o.id = f.id"
            ),
            &values,
            Sharing::organisation,
        ),
        // Groups are few, and whoever merges two has chosen both.
        Named::Group => Ok(Vec::new()),
    }
}

/// An id and then always as many keys; no record has an empty one.
fn with_keys(id: impl Bind, keys: &[String]) -> Vec<Value> {
    let keys = keys.iter().map(String::as_str);
    let padded = keys.chain(std::iter::repeat("")).take(MOST_KEYS);
    std::iter::once(id.bind())
        .chain(padded.map(Bind::bind))
        .collect()
}

/// Writes the keys of a record that has none.
pub(super) fn write_keys(
    conn: &mut Conn<'_>,
    id: Uuid,
    (named, keys): (Named, &[String]),
) -> Result<(), Fault> {
    let statement = match named {
        Named::Person => sql!(
            "INSERT INTO person_key (person_id, network_id, word)
             SELECT p.id, p.network_id, k.word FROM person p, (
                 SELECT CAST($2 AS TEXT) AS word UNION SELECT CAST($3 AS TEXT)
                 UNION SELECT CAST($4 AS TEXT) UNION SELECT CAST($5 AS TEXT)
                 UNION SELECT CAST($6 AS TEXT) UNION SELECT CAST($7 AS TEXT)
                 UNION SELECT CAST($8 AS TEXT) UNION SELECT CAST($9 AS TEXT)) k
             WHERE p.id = $1 AND k.word <> ''"
        ),
        Named::Organisation => sql!(
            "INSERT INTO organisation_key (organisation_id, network_id, word)
             SELECT o.id, o.network_id, k.word FROM organisation o, (
                 SELECT CAST($2 AS TEXT) AS word UNION SELECT CAST($3 AS TEXT)
                 UNION SELECT CAST($4 AS TEXT) UNION SELECT CAST($5 AS TEXT)
                 UNION SELECT CAST($6 AS TEXT) UNION SELECT CAST($7 AS TEXT)
                 UNION SELECT CAST($8 AS TEXT) UNION SELECT CAST($9 AS TEXT)) k
             WHERE o.id = $1 AND k.word <> ''"
        ),
        Named::Group => return Ok(()),
    };
    conn.exec(statement, &with_keys(id, keys))?;
    Ok(())
}

/// Forgets the keys and pairs of a record, and that it waits to be compared.
pub(super) fn forget(conn: &mut Conn<'_>, named: Named, id: Uuid) -> Result<(), Fault> {
    waiting::remove(conn, id)?;
    let statements = match named {
        Named::Person => [
            sql!("DELETE FROM person_key WHERE person_id = $1"),
            sql!("DELETE FROM person_pair WHERE one_id = $1"),
            sql!("DELETE FROM person_pair WHERE other_id = $1"),
        ],
        Named::Organisation => [
            sql!("DELETE FROM organisation_key WHERE organisation_id = $1"),
            sql!("DELETE FROM organisation_pair WHERE one_id = $1"),
            sql!("DELETE FROM organisation_pair WHERE other_id = $1"),
        ],
        Named::Group => return Ok(()),
    };
    for statement in statements {
        conn.exec(statement, params![id])?;
    }
    Ok(())
}

/// Writes down that a record is likely the same as another; each pair stands once, the smaller
/// id first.
pub(super) fn write_pair(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (named, id): (Named, Uuid),
    other: &Candidate,
) -> Result<(), Fault> {
    let statement = match named {
        Named::Person => sql!(
            "INSERT INTO person_pair (one_id, other_id, network_id, score, reasons)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        Named::Organisation => sql!(
            "INSERT INTO organisation_pair (one_id, other_id, network_id, score, reasons)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        Named::Group => return Ok(()),
    };
    let (one, two) = (id.min(other.id), id.max(other.id));
    let words: Vec<&str> = other.reasons.iter().map(|it| Reason::word(*it)).collect();
    let score = i64::from(other.score);
    conn.exec(
        statement,
        params![one, two, network, score, words.join(" ")],
    )?;
    Ok(())
}
