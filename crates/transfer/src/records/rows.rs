//! The rows of lists under review.

use base::Fault;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use super::transfers::written;
use crate::rules::{Choice, Line, Verdict};

/// A row with what would become of it and what the office chose.
#[derive(Clone, Debug)]
pub(crate) struct Reviewed {
    pub(crate) number: i64,
    pub(crate) line: Line,
    pub(crate) choice: Choice,
}

/// Forgets all rows of a list.
pub(crate) fn clear_rows(conn: &mut Conn<'_>, transfer: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM transfer_row WHERE transfer_id = $1"),
        params![transfer],
    )?;
    Ok(())
}

/// Enters a row.
pub(crate) fn insert_row(
    conn: &mut Conn<'_>,
    transfer: Uuid,
    (number, cells): (usize, &[String]),
    (line, choice): (&Line, Choice),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO transfer_row
             (transfer_id, number, cells, verdict, choice, detail, organisation_id, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            transfer,
            number,
            written(&cells),
            line.verdict.word(),
            choice.word(),
            written(line),
            line.organisation,
            line.person
        ],
    )?;
    Ok(())
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
            "SELECT number, choice, detail, organisation_id, person_id FROM transfer_row
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
    Ok(Reviewed {
        number,
        line,
        choice,
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
            "SELECT cells, number, choice, detail, organisation_id, person_id FROM transfer_row
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

/// How many rows would be written.
pub(crate) fn count_taken(conn: &mut Conn<'_>, transfer: Uuid) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM transfer_row WHERE transfer_id = $1 AND choice <> 'leave'
             AND verdict IN ('new', 'match')"
        ),
        params![transfer],
    )
}
