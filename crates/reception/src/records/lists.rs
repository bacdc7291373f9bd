//! Who is expected, who is here, who came without a registration.

use base::{Fault, GatheringId};
use jiff::Timestamp;
use shell::Expected;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// More than anybody expects.
pub(crate) const MOST: i64 = 20_000;

/// Which part of the list is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Which {
    /// Everybody.
    #[default]
    All,
    /// Who has not come yet.
    Open,
    /// Who is here.
    Here,
}

impl Which {
    /// The word in addresses and statements.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Open => "offen",
            Self::Here => "da",
        }
    }

    /// Reads the word of an address.
    pub(crate) fn from_word(word: &str) -> Self {
        let mut known = [Self::Open, Self::Here].into_iter();
        known.find(|it| it.word() == word).unwrap_or_default()
    }
}

/// What a page or a paper asks of the list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    /// A part of a name or an organisation.
    pub(crate) search: String,
    /// Which part.
    pub(crate) which: Which,
    /// How many come before.
    pub(crate) before: i64,
    /// How many at most.
    pub(crate) limit: i64,
}

/// Somebody who is expected, or came.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) place: Uuid,
    pub(crate) name: String,
    /// Who registered, where it was for others.
    pub(crate) with: Option<String>,
    pub(crate) organisation: String,
    /// The arrival with its hour.
    pub(crate) here: Option<(Uuid, Timestamp)>,
}

/// Somebody who came without a registration.
#[derive(Clone, Debug)]
pub(crate) struct Guest {
    pub(crate) arrival: Uuid,
    pub(crate) name: String,
    pub(crate) organisation: String,
    pub(crate) at: Timestamp,
}

/// How many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// With a certain place.
    pub(crate) expected: i64,
    /// Of those here.
    pub(crate) here: i64,
    /// Here without a registration.
    pub(crate) guests: i64,
    /// What the search found.
    pub(crate) found: i64,
}

/// How every statement begins that reads lines of the list.
macro_rules! listed {
    () => {
        "SELECT p.id, p.name, p.position, r.name, COALESCE(o.name, r.organisation_name), a.id, a.at
         FROM registration_place p JOIN registration r ON r.id = p.registration_id
         LEFT JOIN organisation o ON o.id = r.organisation_id
         LEFT JOIN reception_arrival a ON a.place_id = p.id
         AND a.gathering_id = p.gathering_id AND a.undone_at IS NULL "
    };
}

fn read(row: &mut Row) -> Result<Line, Fault> {
    let (place, name): (Uuid, String) = (row.take()?, row.take()?);
    let (position, registrant): (i64, String) = (row.take()?, row.take()?);
    let organisation = row.take()?;
    let (arrival, at): (Option<Uuid>, Option<Timestamp>) = (row.take()?, row.take()?);
    Ok(Line {
        place,
        name,
        with: (position > 0).then_some(registrant),
        organisation,
        here: arrival.zip(at),
    })
}

/// A part of the list of a gathering, by name.
pub(crate) fn lines(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    asked: &Asked,
) -> Result<Vec<Line>, Fault> {
    let (sorted, folded) = likes(asked);
    conn.all(
        sql!(
            listed!,
            "WHERE p.gathering_id = $1 AND (p.state = 'confirmed' OR a.id IS NOT NULL)
             AND (p.sort_key LIKE $2 OR LOWER(COALESCE(o.name, r.organisation_name)) LIKE $3)
             AND ($4 = '' OR ($4 = 'offen' AND a.id IS NULL) OR ($4 = 'da' AND a.id IS NOT NULL))
             ORDER BY p.sort_key, p.id LIMIT $5 OFFSET $6"
        ),
        params![
            gathering,
            sorted,
            folded,
            asked.which.word(),
            asked.limit,
            asked.before
        ],
        read,
    )
}

/// Who is expected and does not stand on the attendance list, because nobody invited them or wrote
/// them down, by name. Who was let in stands there by that.
pub(crate) fn not_listed(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    limit: i64,
) -> Result<Vec<Line>, Fault> {
    conn.all(
        sql!(
            listed!,
            "WHERE p.gathering_id = $1 AND p.state = 'confirmed' AND a.id IS NULL
             AND (p.position > 0 OR r.person_id IS NULL OR (NOT EXISTS
              (SELECT 1 FROM invitation i WHERE i.gathering_id = p.gathering_id
               AND i.person_id = r.person_id AND i.withdrawn = FALSE)
              AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.gathering_id = p.gathering_id
               AND t.person_id = r.person_id)))
             ORDER BY p.sort_key, p.id LIMIT $2"
        ),
        params![gathering, limit],
        read,
    )
}

/// The same, for other rooms' papers.
pub(crate) fn expected(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<Vec<Expected>, Fault> {
    let lines = not_listed(conn, gathering, MOST)?.into_iter();
    Ok(lines
        .map(|line| Expected {
            name: line.name,
            organisation: line.organisation,
        })
        .collect())
}

/// The places of a registration that are certain or were used, each with its gathering.
pub(crate) fn of_registration(
    conn: &mut Conn<'_>,
    registration: Uuid,
) -> Result<Vec<(GatheringId, Line)>, Fault> {
    let lines = conn.all(
        sql!(
            listed!,
            "WHERE p.registration_id = $1 AND (p.state = 'confirmed' OR a.id IS NOT NULL)
             ORDER BY p.position, p.id"
        ),
        params![registration],
        read,
    )?;
    let mut found = Vec::new();
    for line in lines {
        let place = registration::place(conn, line.place)?;
        found.extend(place.map(|place| (place.gathering, line)));
    }
    Ok(found)
}

fn likes(asked: &Asked) -> (String, String) {
    let plain: String = asked
        .search
        .chars()
        .filter(|it| !matches!(it, '%' | '_'))
        .collect();
    (
        format!("%{}%", register::sort_key(&plain)),
        format!("%{}%", plain.trim().to_lowercase()),
    )
}

/// How many are expected and here, and how many a search finds.
pub(crate) fn counts(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    asked: &Asked,
) -> Result<Counts, Fault> {
    let (sorted, folded) = likes(asked);
    let found = conn.count(
        sql!(
            "SELECT COUNT(*) FROM registration_place p
             JOIN registration r ON r.id = p.registration_id
             LEFT JOIN organisation o ON o.id = r.organisation_id
             LEFT JOIN reception_arrival a ON a.place_id = p.id
             AND a.gathering_id = p.gathering_id AND a.undone_at IS NULL
             WHERE p.gathering_id = $1 AND (p.state = 'confirmed' OR a.id IS NOT NULL)
             AND (p.sort_key LIKE $2 OR LOWER(COALESCE(o.name, r.organisation_name)) LIKE $3)
             AND ($4 = '' OR ($4 = 'offen' AND a.id IS NULL) OR ($4 = 'da' AND a.id IS NOT NULL))"
        ),
        params![gathering, sorted, folded, asked.which.word()],
    )?;
    let (expected, here): (i64, i64) = conn
        .one(
            sql!(
                "SELECT COUNT(*), COUNT(a.id) FROM registration_place p
                 LEFT JOIN reception_arrival a ON a.place_id = p.id
                 AND a.gathering_id = p.gathering_id AND a.undone_at IS NULL
                 WHERE p.gathering_id = $1 AND (p.state = 'confirmed' OR a.id IS NOT NULL)"
            ),
            params![gathering],
            |row| Ok((row.take()?, row.take()?)),
        )?
        .unwrap_or_default();
    let guests = conn.count(
        sql!(
            "SELECT COUNT(*) FROM reception_arrival
             WHERE gathering_id = $1 AND place_id IS NULL AND undone_at IS NULL"
        ),
        params![gathering],
    )?;
    Ok(Counts {
        expected,
        here,
        guests,
        found,
    })
}

/// Who came without a registration, the latest first.
pub(crate) fn guests(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Guest>, Fault> {
    conn.all(
        sql!(
            "SELECT a.id, t.name, t.organisation_name, a.at FROM reception_arrival a
             JOIN attendance t ON t.id = a.attendance_id
             WHERE a.gathering_id = $1 AND a.place_id IS NULL AND a.undone_at IS NULL
             ORDER BY a.at DESC, a.id DESC"
        ),
        params![gathering],
        |row| {
            Ok(Guest {
                arrival: row.take()?,
                name: row.take()?,
                organisation: row.take()?,
                at: row.take()?,
            })
        },
    )
}
