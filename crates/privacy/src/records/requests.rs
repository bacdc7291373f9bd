//! What people ask of the office.

use base::{Fault, NetworkId, PersonId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// What somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// That something be corrected.
    Correction,
    /// That everything be erased.
    Erasure,
}

impl Kind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Correction, Self::Erasure];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Erasure => "erasure",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Correction => "privacy-request-correction",
            Self::Erasure => "privacy-request-erasure",
        }
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// How far a request has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The office has to answer.
    Open,
    /// It was done.
    Done,
    /// It was refused, with the reason as its answer.
    Refused,
}

impl State {
    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "privacy-request-open",
            Self::Done => "privacy-request-done",
            Self::Refused => "privacy-request-refused",
        }
    }

    /// Its ring on pages.
    pub const fn ring(self) -> &'static str {
        match self {
            Self::Open => "draft",
            Self::Done => "held",
            Self::Refused => "cancelled",
        }
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Open, Self::Done, Self::Refused]
            .into_iter()
            .find(|it| it.word() == word)
    }
}

/// What a person asks of the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: Uuid,
    /// The network.
    pub network: NetworkId,
    /// Who asks.
    pub person: PersonId,
    /// The person's name.
    pub name: String,
    /// What for.
    pub kind: Kind,
    /// In the person's own words.
    pub words: String,
    /// When.
    pub at: Timestamp,
    /// How far it has come.
    pub state: State,
    /// What the office answered.
    pub answer: String,
    /// When it was answered.
    pub settled_at: Option<Timestamp>,
}

macro_rules! request {
    () => {
        "SELECT r.id, r.network_id, r.person_id, p.name, r.kind, r.words, r.at, r.state, r.answer,
         r.settled_at FROM data_request r JOIN person p ON p.id = r.person_id "
    };
}

fn read(row: &mut Row) -> Result<Request, Fault> {
    Ok(Request {
        id: row.take()?,
        network: row.take()?,
        person: row.take()?,
        name: row.take()?,
        kind: Kind::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read a kind of request"))?,
        words: row.take()?,
        at: row.take()?,
        state: State::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read a request's state"))?,
        answer: row.take()?,
        settled_at: row.take()?,
    })
}

/// Enters a request.
pub(crate) fn add(conn: &mut Conn<'_>, it: &Request) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO data_request (id, network_id, person_id, kind, words, at, state)
             VALUES ($1, $2, $3, $4, $5, $6, 'open')"
        ),
        params![
            it.id,
            it.network,
            it.person,
            it.kind.word(),
            it.words,
            it.at
        ],
    )?;
    Ok(())
}

/// A request by its id.
pub(crate) fn request(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Request>, Fault> {
    conn.one(sql!(request!, "WHERE r.id = $1"), params![id], read)
}

/// A network's requests, the open ones first and of these the oldest, from a place on.
pub(crate) fn of_network(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (offset, limit): (i64, i64),
) -> Result<Vec<Request>, Fault> {
    conn.all(
        sql!(
            request!,
            "WHERE r.network_id = $1
             ORDER BY CASE WHEN r.state = 'open' THEN 0 ELSE 1 END,
             CASE WHEN r.state = 'open' THEN r.at ELSE -r.at END, r.id LIMIT $2 OFFSET $3"
        ),
        params![network, limit, offset],
        read,
    )
}

/// How many requests a network has.
pub(crate) fn count(conn: &mut Conn<'_>, network: NetworkId) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM data_request WHERE network_id = $1"),
        params![network],
    )
}

/// How many are open, and since when the newest.
pub(crate) fn open(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<(i64, Option<Timestamp>), Fault> {
    let found = conn.one(
        sql!("SELECT COUNT(*), MAX(at) FROM data_request WHERE network_id = $1 AND state = 'open'"),
        params![network],
        |row| Ok((row.take()?, row.take()?)),
    )?;
    Ok(found.unwrap_or_default())
}

/// Takes a request away.
pub(crate) fn delete(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.exec(sql!("DELETE FROM data_request WHERE id = $1"), params![id])?;
    Ok(())
}

/// What a person asked for, the latest first.
pub(crate) fn of_person(conn: &mut Conn<'_>, person: PersonId) -> Result<Vec<Request>, Fault> {
    conn.all(
        sql!(
            request!,
            "WHERE r.person_id = $1 ORDER BY r.at DESC, r.id"
        ),
        params![person],
        read,
    )
}

/// Writes the answer.
pub(crate) fn settle(
    conn: &mut Conn<'_>,
    id: Uuid,
    (state, answer): (State, &str),
    (now, by): (Timestamp, &str),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE data_request SET state = $2, answer = $3, settled_at = $4, settled_by = $5
             WHERE id = $1"
        ),
        params![id, state.word(), answer, now, by],
    )?;
    Ok(())
}
