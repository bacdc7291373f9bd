//! Comparing every row of a list with the register.

use base::{Fault, NetworkId};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use register::{MembershipKind, whole};
use store::Conn;
use tables::Row;
use uuid::Uuid;

use crate::records::{self, State, Transfer};
use crate::rules::{Choice, Entry, Flaw, Known, Line, Mapping, Plan, Verdict, entry};

/// The register as it is.
pub(super) fn known(conn: &mut Conn<'_>, network: NetworkId, on: Date) -> Result<Known, Fault> {
    let organisations = whole::organisations(conn, network)?;
    let people = whole::people(conn, network)?;
    let functions = whole::functions(conn, network)?;
    let memberships = whole::memberships(conn, network)?;
    Ok(Known::of(organisations, people, functions, memberships, on))
}

/// The day of an instant, close enough for terms.
pub(super) fn day_of(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

/// What the rows of a list say, and what would become of each.
pub(super) fn lines(
    known: &Known,
    rows: &[(usize, &[String])],
    (mapping, kind): (&Mapping, Option<MembershipKind>),
) -> Vec<(Result<Entry, Vec<Flaw>>, Line)> {
    let mut plan = Plan::new(known);
    rows.iter()
        .map(|(number, cells)| {
            let said = entry(cells, mapping, kind);
            let line = plan.line(*number, &said);
            (said, line)
        })
        .collect()
}

/// What would become of every row: reads alone, and may take its time.
pub(crate) fn check(
    conn: &mut Conn<'_>,
    transfer: &Transfer,
    rows: &[Row],
    now: Timestamp,
) -> Result<Vec<Line>, Fault> {
    let known = known(conn, transfer.network, day_of(now))?;
    let rows: Vec<(usize, &[String])> = rows
        .iter()
        .map(|row| (row.number, row.cells.as_slice()))
        .collect();
    let lines = lines(&known, &rows, (&transfer.mapping, transfer.kind));
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

/// Keeps what a check found, for the review; nothing where the list is gone meanwhile or was
/// told something else.
pub(crate) fn checked(
    conn: &mut Conn<'_>,
    checked: &Transfer,
    rows: &[Row],
    lines: &[Line],
    told: impl Fn(usize),
) -> Result<(), Fault> {
    let Some(mut it) = records::transfer(conn, checked.id)? else {
        return Ok(());
    };
    if it.state != State::Checking || it.mapping != checked.mapping {
        return Ok(());
    }
    records::clear_rows(conn, it.id)?;
    for (place, (row, line)) in rows.iter().zip(lines).enumerate() {
        keep(conn, it.id, row, line)?;
        if place % 500 == 0 {
            told(place);
        }
    }
    it.state = State::Ready;
    records::update_transfer(conn, &it)
}

fn keep(conn: &mut Conn<'_>, id: Uuid, row: &Row, line: &Line) -> Result<(), Fault> {
    let choice = match line.verdict {
        Verdict::New | Verdict::Match => Choice::Take,
        Verdict::Same | Verdict::Wrong => Choice::Leave,
    };
    records::insert_row(conn, id, (row.number, &row.cells), (line, choice))
}
