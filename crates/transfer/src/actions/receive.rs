//! Taking a file in, and saying what its columns mean.

use base::access::Actor;
use base::{Halt, Moment, NetworkId};
use register::MembershipKind;
use store::{Conn, Job};
use tables::Table;
use uuid::Uuid;

use super::{REVIEW_DAYS, days_after, hash_of, standing};
use crate::jobs;
use crate::records::{self, Asked, Outcome, State, Transfer};
use crate::rules::{self, Mapping};

/// A file that was read as a table.
pub struct Upload {
    /// What it is called on the sender's machine.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What was read.
    pub table: Table,
}

/// Takes a list in. It waits for its review and is forgotten if nobody looks.
///
/// # Errors
/// When the database fails.
pub fn receive(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    upload: &Upload,
) -> Result<Uuid, Halt> {
    let id: Uuid = moment.id();
    let mapping = mapping_for(conn, network, &upload.table)?;
    let file_name: String = upload.file_name.chars().take(shell::LINE).collect();
    let transfer = Transfer {
        id,
        network,
        account: who.account,
        actor: who.name.clone(),
        file_name,
        asked: Asked::default(),
        columns: upload.table.columns.clone(),
        mapping,
        kind: Some(MembershipKind::Member),
        state: State::Columns,
        note: String::new(),
        row_count: i64::try_from(upload.table.rows.len()).unwrap_or(i64::MAX),
        outcome: Outcome::default(),
        created_at: moment.now(),
        written_at: None,
    };
    records::insert_transfer(conn, &transfer, &upload.bytes)?;
    let due = days_after(moment.now(), REVIEW_DAYS);
    let subject = id.to_string();
    let job = Job {
        kind: jobs::FORGET,
        subject: &subject,
        due,
    };
    conn.later(moment, &job)?;
    Ok(id)
}

/// What the columns of a table meant last, or what they are likely to mean.
fn mapping_for(conn: &mut Conn<'_>, network: NetworkId, table: &Table) -> Result<Mapping, Halt> {
    let remembered = records::remembered(conn, network, &hash_of(&table.columns))?;
    if let Some(mapping) = remembered.filter(|it| it.len() == table.columns.len()) {
        return Ok(mapping);
    }
    let rows: Vec<&[String]> = table
        .rows
        .iter()
        .take(200)
        .map(|row| row.cells.as_slice())
        .collect();
    let own = super::own_fields(conn, network)?;
    Ok(rules::guess(&table.columns, &rows, &own))
}

/// Reads the file of a list in another way.
///
/// # Errors
/// Missing in another network; stale once it is under way.
pub(crate) fn read_again(
    conn: &mut Conn<'_>,
    (network, id): (NetworkId, Uuid),
    asked: Asked,
    table: &Table,
) -> Result<(), Halt> {
    let mut it = standing(conn, network, id, &[State::Columns, State::Ready])?;
    it.asked = asked;
    it.mapping = mapping_for(conn, network, table)?;
    it.columns.clone_from(&table.columns);
    it.row_count = i64::try_from(table.rows.len()).unwrap_or(i64::MAX);
    it.state = State::Columns;
    records::clear_rows(conn, id)?;
    Ok(records::update_transfer(conn, &it)?)
}

/// Says what the columns of a list mean, and has its rows compared.
///
/// # Errors
/// Missing in another network; stale once it is under way; refused where the columns do not
/// suffice.
pub(crate) fn choose_columns(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, id): (NetworkId, Uuid),
    (mapping, kind): (Mapping, Option<MembershipKind>),
) -> Result<(), Halt> {
    let mut it = standing(conn, network, id, &[State::Columns, State::Ready])?;
    if mapping.len() != it.columns.len() {
        return Err(Halt::Stale);
    }
    let flaws = rules::flaws_of_mapping(&mapping);
    if !flaws.is_empty() {
        return Err(Halt::Refused(flaws));
    }
    records::remember(conn, network, &hash_of(&it.columns), &mapping)?;
    if it.mapping != mapping || it.kind != kind {
        // What was chosen was about rows that said something else.
        records::clear_rows(conn, id)?;
    }
    it.mapping = mapping;
    it.kind = kind;
    it.state = State::Checking;
    it.note = String::new();
    records::update_transfer(conn, &it)?;
    at_once(conn, moment, jobs::CHECK, id)
}

/// Enters work on a list that is to begin now.
pub(super) fn at_once(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    kind: &'static str,
    id: Uuid,
) -> Result<(), Halt> {
    let (subject, due) = (id.to_string(), moment.now());
    let job = Job {
        kind,
        subject: &subject,
        due,
    };
    conn.later(moment, &job)?;
    Ok(())
}

/// Forgets a list that was not written.
///
/// # Errors
/// Missing in another network; stale once it was written.
pub(crate) fn discard(conn: &mut Conn<'_>, (network, id): (NetworkId, Uuid)) -> Result<(), Halt> {
    standing(
        conn,
        network,
        id,
        &[State::Columns, State::Ready, State::Checking],
    )?;
    let subject = id.to_string();
    conn.forget_jobs(jobs::FORGET, &subject)?;
    conn.forget_jobs(jobs::CHECK, &subject)?;
    records::clear_rows(conn, id)?;
    Ok(records::delete_transfer(conn, id)?)
}
