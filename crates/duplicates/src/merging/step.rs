//! One row that is changed, taken away or put down, with what puts it back.

use base::Fault;
use serde::{Deserialize, Serialize};
use store::{Conn, Table, Value};
use uuid::Uuid;

/// A cell as it is kept for going back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Cell {
    #[serde(rename = "0")]
    Null,
    #[serde(rename = "n")]
    Number(i64),
    #[serde(rename = "t")]
    Text(String),
    #[serde(rename = "m")]
    Mark(bool),
    #[serde(rename = "i")]
    Id(Uuid),
    #[serde(rename = "b")]
    Bytes(Vec<u8>),
}

impl Cell {
    pub(super) fn of(value: &Value) -> Result<Self, Fault> {
        Ok(match value {
            Value::Null => Self::Null,
            Value::Int(number) => Self::Number(*number),
            Value::Text(text) => Self::Text(text.clone()),
            Value::Bool(it) => Self::Mark(*it),
            Value::Id(id) => Self::Id(*id),
            Value::Bytes(bytes) => Self::Bytes(bytes.clone()),
            Value::Real(_) => return Err(Fault::new("keep a fraction for going back")),
        })
    }

    pub(super) fn value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Number(number) => Value::Int(*number),
            Self::Text(text) => Value::Text(text.clone()),
            Self::Mark(it) => Value::Bool(*it),
            Self::Id(id) => Value::Id(*id),
            Self::Bytes(bytes) => Value::Bytes(bytes.clone()),
        }
    }
}

/// Cells of a row by the names of their columns.
pub(crate) type Cells = Vec<(String, Cell)>;

/// What happens to one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Step {
    /// Its table.
    pub(super) table: String,
    /// By what the row is told from others, before it is changed.
    pub(super) key: Cells,
    /// What happens.
    pub(super) what: What,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum What {
    /// Columns with what they held and what they hold then.
    Changed(Vec<(String, Cell, Cell)>),
    /// The row goes; all of its cells.
    Removed(Cells),
    /// The row comes; all of its cells.
    Added(Cells),
}

impl Step {
    pub(super) fn changed(
        table: &Table,
        row: &[Value],
        cells: &[(&str, Value)],
    ) -> Result<Option<Self>, Fault> {
        let mut changed = Vec::new();
        for (column, after) in cells {
            let before = crate::rules::cell(table, row, column);
            if before != after {
                changed.push(((*column).to_owned(), Cell::of(before)?, Cell::of(after)?));
            }
        }
        if changed.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self {
            table: table.name.clone(),
            key: key(table, row)?,
            what: What::Changed(changed),
        }))
    }

    pub(super) fn removed(table: &Table, row: &[Value]) -> Result<Self, Fault> {
        Ok(Self {
            table: table.name.clone(),
            key: key(table, row)?,
            what: What::Removed(cells(table, row)?),
        })
    }

    pub(super) fn added(table: &Table, row: &[Value]) -> Result<Self, Fault> {
        Ok(Self {
            table: table.name.clone(),
            key: key(table, row)?,
            what: What::Added(cells(table, row)?),
        })
    }

    /// By what the row is told from others once it is changed.
    pub(super) fn key_after(&self) -> Cells {
        let What::Changed(changed) = &self.what else {
            return self.key.clone();
        };
        let after = |column: &String| changed.iter().find(|(it, _, _)| it == column);
        self.key
            .iter()
            .map(|(column, cell)| {
                let cell = after(column).map_or(cell, |(_, _, after)| after);
                (column.clone(), cell.clone())
            })
            .collect()
    }
}

fn key(table: &Table, row: &[Value]) -> Result<Cells, Fault> {
    table
        .key_columns()
        .into_iter()
        .map(|column| {
            let cell = Cell::of(crate::rules::cell(table, row, &column.name))?;
            Ok((column.name.clone(), cell))
        })
        .collect()
}

fn cells(table: &Table, row: &[Value]) -> Result<Cells, Fault> {
    table
        .columns
        .iter()
        .zip(row)
        .map(|(column, value)| Ok((column.name.clone(), Cell::of(value)?)))
        .collect()
}

/// Cells as statements take them.
pub(super) fn given(cells: &Cells) -> Vec<(&str, Value)> {
    cells
        .iter()
        .map(|(column, cell)| (column.as_str(), cell.value()))
        .collect()
}

/// Does the steps, one after the other.
pub(crate) fn apply(conn: &mut Conn<'_>, steps: &[Step]) -> Result<(), Fault> {
    for step in steps {
        let key = given(&step.key);
        let touched = match &step.what {
            What::Changed(changed) => {
                let after: Vec<(&str, Value)> = changed
                    .iter()
                    .map(|(column, _, after)| (column.as_str(), after.value()))
                    .collect();
                conn.put_cells(&step.table, &key, &after)?
            }
            What::Removed(_) => conn.remove_rows(&step.table, &key)?,
            What::Added(cells) => {
                conn.add_row(&step.table, &given(cells))?;
                1
            }
        };
        if touched != 1 {
            return Err(Fault::new(format!("touch one row of {}", step.table)));
        }
    }
    Ok(())
}
