//! Going back: every row as it was, unless somebody has changed it since.

use base::{Blame, Fault, Halt};
use store::{Conn, Value};

use super::step::{Cell, Cells, Step, What, given};

/// Puts the rows of these steps back, the last first.
///
/// What has gone in the meantime stays away: whoever deleted it meant it.
///
/// # Errors
/// Refused where a cell holds something else by now, or a name or key is taken.
pub(crate) fn put_back(conn: &mut Conn<'_>, steps: &[Step], kind: &str) -> Result<(), Halt> {
    for step in steps.iter().rev() {
        match &step.what {
            What::Changed(changed) => change_back(conn, step, changed, kind)?,
            What::Removed(cells) => bring_back(conn, step, cells)?,
            What::Added(_) => {
                conn.remove_rows(&step.table, &given(&step.key))?;
            }
        }
    }
    Ok(())
}

fn change_back(
    conn: &mut Conn<'_>,
    step: &Step,
    changed: &[(String, Cell, Cell)],
    kind: &str,
) -> Result<(), Halt> {
    let table = conn.table_named(&step.table)?;
    let key = step.key_after();
    let found = conn.rows_with(&table, &given(&key))?;
    let Some(row) = found.first() else {
        return Ok(());
    };
    let mut back: Vec<(&str, Value)> = Vec::new();
    for (column, before, after) in changed {
        let now = crate::rules::cell(&table, row, column);
        if *now == before.value() {
            continue;
        }
        if *now != after.value() {
            return Err(Halt::Refused(vec![refusal(step, kind)]));
        }
        back.push((column.as_str(), before.value()));
    }
    if !back.is_empty() {
        conn.put_cells(&step.table, &given(&key), &back)?;
    }
    Ok(())
}

fn refusal(step: &Step, kind: &str) -> Blame {
    if step.table == kind {
        Blame::at("", "duplicates-fault-record-changed")
    } else {
        Blame::at("", "duplicates-fault-row-changed")
    }
}

fn bring_back(conn: &mut Conn<'_>, step: &Step, cells: &Cells) -> Result<(), Halt> {
    let held = |column: &str| cells.iter().find(|(it, _)| it == column);
    for key in conn.foreign_keys(&step.table)? {
        let value = held(&key.column).map_or(Value::Null, |(_, cell)| cell.value());
        if value == Value::Null {
            continue;
        }
        let above = conn.table_named(&key.table)?;
        if conn.rows_with(&above, &[(&key.key, value)])?.is_empty() {
            return Ok(());
        }
    }
    conn.add_row(&step.table, &given(cells))
        .map_err(|fault| match fault {
            Fault::Taken(_) => Halt::no("duplicates-fault-taken"),
            other => Halt::Fault(other),
        })
}
