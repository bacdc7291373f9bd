//! The rows of lists under review.

use base::{Fault, OrganisationId, PersonId};
use register::Reason;
use store::{Bind, Conn, Row, params, sql};
use uuid::Uuid;

use super::transfers::written;
use crate::rules::{Choice, Like, Line, Pick, Picks, Planned, Verdict};

/// A row with what would become of it and what the office chose.
#[derive(Clone, Debug)]
pub(crate) struct Reviewed {
    pub(crate) number: i64,
    pub(crate) line: Line,
    pub(crate) choice: Choice,
    pub(crate) picks: Picks,
    /// Phrase key of what has become of a choice; empty where it holds.
    pub(crate) mark: String,
}

/// Forgets all rows of a list.
pub(crate) fn clear_rows(conn: &mut Conn<'_>, transfer: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM transfer_like WHERE transfer_id = $1"),
        params![transfer],
    )?;
    conn.exec(
        sql!("DELETE FROM transfer_row WHERE transfer_id = $1"),
        params![transfer],
    )?;
    Ok(())
}

/// The word of a choice between records: the record itself stands in a column of its own.
const fn word<Id>(pick: &Pick<Id>) -> &'static str {
    match pick {
        Pick::Open => "",
        Pick::Known(_) => "known",
        Pick::New => "new",
    }
}

fn pick<Id>(word: &str, id: Option<Id>) -> Pick<Id> {
    match (word, id) {
        ("known", Some(id)) => Pick::Known(id),
        ("new", _) => Pick::New,
        _ => Pick::Open,
    }
}

/// Enters a row with the records that it may mean.
pub(crate) fn insert_row(
    conn: &mut Conn<'_>,
    transfer: Uuid,
    (number, cells): (usize, &[String]),
    (planned, choice, picks): (&Planned, Choice, Picks),
) -> Result<(), Fault> {
    let line = &planned.line;
    conn.exec(
        sql!(
            "INSERT INTO transfer_row
             (transfer_id, number, cells, verdict, choice, detail, organisation_id, person_id,
              organisation_pick, person_pick, mark)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        params![
            transfer,
            number,
            written(&cells),
            line.verdict.word(),
            choice.word(),
            written(line),
            line.organisation,
            line.person,
            word(&picks.organisation),
            word(&picks.person),
            planned.mark
        ],
    )?;
    let organisations = planned.organisations.iter();
    let organisations = organisations.map(|it| (Some(it.id), None, it));
    let people = planned.people.iter().map(|it| (None, Some(it.id), it));
    for (place, (organisation, person, it)) in organisations.chain(people).enumerate() {
        insert_like(conn, (transfer, number, place), (organisation, person), it)?;
    }
    Ok(())
}

fn insert_like(
    conn: &mut Conn<'_>,
    (transfer, number, place): (Uuid, usize, usize),
    (organisation, person): (Option<Uuid>, Option<Uuid>),
    it: &Like,
) -> Result<(), Fault> {
    let reasons: Vec<&str> = it.reasons.iter().map(|it| Reason::word(*it)).collect();
    conn.exec(
        sql!(
            "INSERT INTO transfer_like
             (transfer_id, number, place, organisation_id, person_id, reasons)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        params![
            transfer,
            number,
            place,
            organisation,
            person,
            reasons.join(" ")
        ],
    )?;
    Ok(())
}

/// A record that a row may mean, as the review shows it.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    /// The row.
    pub(crate) number: i64,
    pub(crate) organisation: Option<OrganisationId>,
    pub(crate) person: Option<PersonId>,
    pub(crate) name: String,
    /// What tells it from others: a town, a mail address.
    pub(crate) more: String,
    pub(crate) reasons: Vec<Reason>,
}

/// The records that the rows between two may mean, the likeliest of each first.
pub(crate) fn offers(
    conn: &mut Conn<'_>,
    transfer: Uuid,
    (first, last): (i64, i64),
) -> Result<Vec<Offer>, Fault> {
    conn.all(
        sql!(
            "SELECT l.number, l.organisation_id, l.person_id, COALESCE(o.name, p.name, ''),
                    COALESCE(o.town, p.mail, ''), l.reasons
             FROM transfer_like l LEFT JOIN organisation o ON o.id = l.organisation_id
             LEFT JOIN person p ON p.id = l.person_id
             WHERE l.transfer_id = $1 AND l.number >= $2 AND l.number <= $3
             ORDER BY l.number, l.place"
        ),
        params![transfer, first, last],
        |row| {
            Ok(Offer {
                number: row.take()?,
                organisation: row.take()?,
                person: row.take()?,
                name: row.take()?,
                more: row.take()?,
                reasons: row
                    .take::<String>()?
                    .split(' ')
                    .filter_map(Reason::from_word)
                    .collect(),
            })
        },
    )
}

/// A row with an organisation or a person that it may mean.
pub(crate) type Meant = (i64, Option<OrganisationId>, Option<PersonId>);

/// The likeliest record of each kind for every row that the office is asked about.
pub(crate) fn best_offers(conn: &mut Conn<'_>, transfer: Uuid) -> Result<Vec<Meant>, Fault> {
    conn.all(
        sql!(
            "SELECT l.number, l.organisation_id, l.person_id FROM transfer_like l
             JOIN transfer_row r ON r.transfer_id = l.transfer_id AND r.number = l.number
             WHERE l.transfer_id = $1 AND r.verdict = 'like'
             ORDER BY l.number, l.place"
        ),
        params![transfer],
        |row| Ok((row.take()?, row.take()?, row.take()?)),
    )
}

/// How many rows have which verdict.
pub(crate) fn count_verdicts(
    conn: &mut Conn<'_>,
    transfer: Uuid,
) -> Result<Vec<(Verdict, i64)>, Fault> {
    let counted = conn.all(
        sql!("SELECT verdict, COUNT(*) FROM transfer_row WHERE transfer_id = $1 GROUP BY verdict"),
        params![transfer],
        |row| Ok((row.take::<String>()?, row.take::<i64>()?)),
    )?;
    let count = |verdict: Verdict| {
        let found = counted.iter().find(|(word, _)| word == verdict.word());
        found.map_or(0, |(_, count)| *count)
    };
    Ok(Verdict::ALL.map(|it| (it, count(it))).to_vec())
}

/// The rows of one page of the review, of one verdict or of all.
pub(crate) fn reviewed(
    conn: &mut Conn<'_>,
    transfer: Uuid,
    shown: Option<Verdict>,
    (limit, offset): (i64, i64),
) -> Result<Vec<Reviewed>, Fault> {
    conn.all(
        sql!(
            "SELECT number, choice, detail, organisation_id, person_id, organisation_pick,
                    person_pick, mark
             FROM transfer_row
             WHERE transfer_id = $1 AND ($2 = '' OR verdict = $2)
             ORDER BY number LIMIT $3 OFFSET $4"
        ),
        params![transfer, shown.map_or("", Verdict::word), limit, offset],
        read,
    )
}

fn read(row: &mut Row) -> Result<Reviewed, Fault> {
    let number = row.take()?;
    let choice = Choice::from_word(&row.take::<String>()?).unwrap_or(Choice::Leave);
    let detail: String = row.take()?;
    let mut line: Line = serde_json::from_str(&detail)
        .map_err(|cause| Fault::because("read a row under review", cause))?;
    line.organisation = row.take()?;
    line.person = row.take()?;
    let picks = Picks {
        organisation: pick(&row.take::<String>()?, line.organisation),
        person: pick(&row.take::<String>()?, line.person),
    };
    Ok(Reviewed {
        number,
        line,
        choice,
        picks,
        mark: row.take()?,
    })
}

/// A row as it came, with what was said of it and what was chosen.
pub(crate) struct Kept {
    pub(crate) number: usize,
    pub(crate) cells: Vec<String>,
    pub(crate) reviewed: Reviewed,
}

/// All rows of a list.
pub(crate) fn every_row(conn: &mut Conn<'_>, transfer: Uuid) -> Result<Vec<Kept>, Fault> {
    conn.all(
        sql!(
            "SELECT cells, number, choice, detail, organisation_id, person_id,
                    organisation_pick, person_pick, mark
             FROM transfer_row
             WHERE transfer_id = $1 ORDER BY number"
        ),
        params![transfer],
        |row| {
            let cells: String = row.take()?;
            let reviewed = read(row)?;
            Ok(Kept {
                number: usize::try_from(reviewed.number).unwrap_or(0),
                cells: serde_json::from_str(&cells).unwrap_or_default(),
                reviewed,
            })
        },
    )
}

/// Writes what the office chose for a row; not for rows that are wrong.
pub(crate) fn choose(
    conn: &mut Conn<'_>,
    transfer: Uuid,
    number: i64,
    choice: Choice,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE transfer_row SET choice = $3
             WHERE transfer_id = $1 AND number = $2 AND verdict <> 'wrong'"
        ),
        params![transfer, number, choice.word()],
    )?;
    Ok(())
}

/// Writes one choice for all rows of a verdict.
pub(crate) fn choose_all(
    conn: &mut Conn<'_>,
    transfer: Uuid,
    verdict: Verdict,
    choice: Choice,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE transfer_row SET choice = $3
             WHERE transfer_id = $1 AND verdict = $2 AND verdict <> 'wrong'"
        ),
        params![transfer, verdict.word(), choice.word()],
    )?;
    Ok(())
}

/// Writes which record the office takes a row for; says whether that is another choice than
/// before.
fn pick_record<Id: Bind>(
    conn: &mut Conn<'_>,
    statement: &'static str,
    (transfer, number): (Uuid, i64),
    picked: Pick<Id>,
) -> Result<bool, Fault> {
    let word = word(&picked);
    let id = match picked {
        Pick::Known(id) => Some(id),
        Pick::Open | Pick::New => None,
    };
    let changed = conn.exec(statement, params![transfer, number, word, id])?;
    Ok(changed > 0)
}

/// Writes which organisation the office takes a row for; says whether that is another choice
/// than before.
pub(crate) fn pick_organisation(
    conn: &mut Conn<'_>,
    (transfer, number): (Uuid, i64),
    picked: Pick<OrganisationId>,
) -> Result<bool, Fault> {
    pick_record(
        conn,
        sql!(
            "UPDATE transfer_row SET organisation_pick = $3, organisation_id = $4, mark = ''
             WHERE transfer_id = $1 AND number = $2 AND (organisation_pick <> $3
             OR COALESCE(organisation_id, $1) <> COALESCE($4, $1))
             AND NOT ($3 = 'known' AND organisation_pick = ''
             AND COALESCE(organisation_id, $1) = COALESCE($4, $1))"
        ),
        (transfer, number),
        picked,
    )
}

/// Writes which person the office takes a row for; says whether that is another choice than
/// before.
pub(crate) fn pick_person(
    conn: &mut Conn<'_>,
    (transfer, number): (Uuid, i64),
    picked: Pick<PersonId>,
) -> Result<bool, Fault> {
    pick_record(
        conn,
        sql!(
            "UPDATE transfer_row SET person_pick = $3, person_id = $4, mark = ''
             WHERE transfer_id = $1 AND number = $2 AND (person_pick <> $3
             OR COALESCE(person_id, $1) <> COALESCE($4, $1))
             AND NOT ($3 = 'known' AND person_pick = ''
             AND COALESCE(person_id, $1) = COALESCE($4, $1))"
        ),
        (transfer, number),
        picked,
    )
}

/// Takes a row for these records where the office has not said anything else.
pub(crate) fn propose(
    conn: &mut Conn<'_>,
    (transfer, number): (Uuid, i64),
    (organisation, person): (Option<OrganisationId>, Option<PersonId>),
) -> Result<(), Fault> {
    if let Some(id) = organisation {
        conn.exec(
            sql!(
                "UPDATE transfer_row SET organisation_pick = 'known', organisation_id = $3
                 WHERE transfer_id = $1 AND number = $2 AND organisation_pick = ''
                 AND organisation_id IS NULL"
            ),
            params![transfer, number, id],
        )?;
    }
    if let Some(id) = person {
        conn.exec(
            sql!(
                "UPDATE transfer_row SET person_pick = 'known', person_id = $3
                 WHERE transfer_id = $1 AND number = $2 AND person_pick = ''
                 AND person_id IS NULL"
            ),
            params![transfer, number, id],
        )?;
    }
    Ok(())
}

/// Takes all rows that the office is asked about for records that nobody knows.
pub(crate) fn pick_new_for_all(conn: &mut Conn<'_>, transfer: Uuid) -> Result<(), Fault> {
    for statement in [
        sql!(
            "UPDATE transfer_row SET organisation_pick = 'new'
             WHERE transfer_id = $1 AND verdict = 'like' AND organisation_id IS NULL
             AND EXISTS (SELECT 1 FROM transfer_like l WHERE l.transfer_id = $1
                         AND l.number = transfer_row.number AND l.organisation_id IS NOT NULL)"
        ),
        sql!(
            "UPDATE transfer_row SET person_pick = 'new'
             WHERE transfer_id = $1 AND verdict = 'like' AND person_id IS NULL
             AND EXISTS (SELECT 1 FROM transfer_like l WHERE l.transfer_id = $1
                         AND l.number = transfer_row.number AND l.person_id IS NOT NULL)"
        ),
    ] {
        conn.exec(statement, params![transfer])?;
    }
    Ok(())
}

/// How many rows would be written.
pub(crate) fn count_taken(conn: &mut Conn<'_>, transfer: Uuid) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM transfer_row WHERE transfer_id = $1 AND choice <> 'leave'
             AND verdict IN ('new', 'match', 'like')"
        ),
        params![transfer],
    )
}

/// How many rows wait for the office to say what they mean.
pub(crate) fn count_asked(conn: &mut Conn<'_>, transfer: Uuid) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM transfer_row WHERE transfer_id = $1 AND choice <> 'leave'
             AND verdict = 'like'"
        ),
        params![transfer],
    )
}
