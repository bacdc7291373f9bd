//! The list on paper: to be signed before, of who came afterwards.

use axum::extract::Path;
use base::Halt;
use print::{AttendancePaper, AttendanceRow, Party, Standing};
use shell::{Answer, Expected, Visit};
use store::Conn;

use super::super::{attachment, led};
use super::{Below, sheet};
use crate::papers;
use crate::rules::{Attendance, Gathering, Presence};

/// How many empty lines the paper offers.
const SPARE: u8 = 8;

pub(in crate::routes) async fn pdf(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, &slug).await?;
    let name = papers::file_name(&visit, "gatherings-attendance-file", &it.slug);
    let looker = visit.clone();
    let paper = visit
        .store()
        .read(move |conn| paper(conn, &looker, &it))
        .await?;
    let bytes = papers::printed(&visit, move |press| press.attendance(&paper)).await?;
    Ok(attachment("application/pdf", &name, bytes))
}

fn paper(conn: &mut Conn<'_>, visit: &Visit, it: &Gathering) -> Result<AttendancePaper, Halt> {
    let network = register::network(conn, it.network)?.ok_or(Halt::Missing)?;
    let sheet = sheet(conn, it)?;
    let mut rows: Vec<AttendanceRow> = sheet
        .lines(false)
        .into_iter()
        .map(|line| paper_row(&line.row, line.state, sheet.votes(&line.row)))
        .collect();
    let walk_ins = sheet.walk_ins();
    rows.extend(walk_ins.map(|row| paper_row(row, Some(row.state), false)));
    let door = sheet.door.iter();
    rows.extend(door.map(|row| paper_row(row, Some(row.state), sheet.votes(row))));
    if visit.now < it.ends_at {
        let registered = shell::expected(conn, &visit.app, it.id)?;
        rows.extend(registered.iter().map(expected_row));
    }
    Ok(AttendancePaper {
        letterhead: papers::letterhead(conn, &visit.app, &network, (visit.lang, visit.now))?,
        facts: papers::facts(conn, it, visit.lang)?,
        rows,
        further_guests: sheet.further.and_then(papers::further_guests),
        spare_rows: if sheet.is_saved() { 0 } else { SPARE },
    })
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A line to be signed by somebody who was not invited.
fn expected_row(it: &Expected) -> AttendanceRow {
    AttendanceRow {
        party: Party {
            name: filled(&it.name),
            function: None,
            body: filled(&it.organisation),
        },
        votes: false,
        standing: Standing::Open,
    }
}

fn paper_row(row: &Attendance, state: Option<Presence>, votes: bool) -> AttendanceRow {
    AttendanceRow {
        party: Party {
            name: filled(&row.name),
            function: filled(&row.function),
            body: filled(&row.organisation_name),
        },
        votes,
        standing: match state {
            None => Standing::Open,
            Some(Presence::Present) => Standing::Present,
            Some(Presence::Represented) => Standing::Represented {
                by: filled(&row.represented_by),
            },
            Some(Presence::Excused) => Standing::Excused,
            Some(Presence::Absent) => Standing::Absent,
        },
    }
}
