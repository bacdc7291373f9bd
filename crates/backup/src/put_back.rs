//! Reading a backup back: everything, or nothing.

use base::{Blame, Fault, Halt};
use store::{Address, Conn, LeftOut, Migration, Table, rewrite};

use crate::file::Checked;
use crate::head::{Head, Part};
use crate::row;

/// What is done once everything is there, in the same transaction.
pub type Afterwards = Box<dyn FnOnce(&mut Conn<'_>, &Head) -> Result<(), Fault> + Send>;

/// How a backup is read back.
pub struct PutBack {
    /// All steps of the schema that this program knows.
    pub steps: &'static [&'static [Migration]],
    /// What a backup does without, and what therefore does not make a database full.
    pub left_out: &'static [LeftOut],
    /// Whether what is there now goes away.
    pub replace: bool,
    /// What is done at the end.
    pub afterwards: Afterwards,
}

/// Reads a backup back into a database: the schema as it was then, the rows, the steps that
/// the schema has taken since, the last words; in one piece.
///
/// # Errors
/// Refused where the backup comes from a newer program or the database is not empty; a fault
/// where anything else breaks. Then everything is as it was.
pub async fn put_back(address: &Address, mut backup: Checked, how: PutBack) -> Result<Head, Halt> {
    refuse_newer(backup.head(), how.steps)?;
    rewrite(address, move |conn| {
        let head = backup.head().clone();
        make_room(conn, &how)?;
        conn.remove_tables()?;
        conn.take_steps(how.steps, Some(&head.steps))?;
        let put_off = conn.put_off_references()?;
        let tables = conn.tables()?;
        if tables.len() != head.tables.len() {
            return Err(Fault::new("find the same tables as in the backup").into());
        }
        for part in &head.tables {
            fill(conn, part, &tables, &mut backup)?;
        }
        conn.check_references(&put_off)?;
        conn.take_steps(how.steps, None)?;
        (how.afterwards)(conn, &head)?;
        Ok(head)
    })
    .await
}

/// Refuses the backup of a program that knows more than we: a step of the schema that we do
/// not know may have changed what any table means.
///
/// # Errors
/// Refused, with the version of that program.
pub fn refuse_newer(head: &Head, steps: &[&[Migration]]) -> Result<(), Halt> {
    let is_known = |name: &str| steps.iter().copied().flatten().any(|it| it.name == name);
    let unknown = head.steps.iter().find(|name| !is_known(name));
    match unknown {
        None => Ok(()),
        Some(step) => Err(Halt::Refused(vec![
            Blame::at("", "restore-newer")
                .with("program", &head.program)
                .with("step", step),
        ])),
    }
}

/// Nothing may be lost unasked, and nothing of another program at all.
fn make_room(conn: &mut Conn<'_>, how: &PutBack) -> Result<(), Halt> {
    if conn.steps_taken()?.is_empty() {
        return if conn.has_tables()? {
            Err(Halt::no("restore-others"))
        } else {
            Ok(())
        };
    }
    for table in &conn.tables()? {
        if !how.replace && conn.count_rows(table, how.left_out)? > 0 {
            return Err(Halt::no("restore-not-empty"));
        }
    }
    Ok(())
}

fn fill(
    conn: &mut Conn<'_>,
    part: &Part,
    tables: &[Table],
    backup: &mut Checked,
) -> Result<(), Fault> {
    let odd = || Fault::new(format!("read the table {} of the backup", part.name));
    if backup.line()? != format!("\"{}\"", part.name) {
        return Err(odd());
    }
    let mut table = tables
        .iter()
        .find(|table| table.name == part.name)
        .cloned()
        .ok_or_else(odd)?;
    table.columns = part.fits(&table).ok_or_else(odd)?;
    let kinds = part.kinds()?;
    let mut rest = part.rows;
    let filled = conn.fill(&table, &mut || {
        if rest == 0 {
            return Ok(None);
        }
        rest -= 1;
        row::read(&backup.line()?, &kinds).map(Some)
    })?;
    if filled == part.rows {
        Ok(())
    } else {
        Err(odd())
    }
}
