//! The first line: what a backup is, and what it holds.

use base::Fault;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Column, Kind, Table};

/// The form of the file; a newer one is refused.
const FORM: u32 = 1;

/// What a backup says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    kreis_backup: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// When it was taken.
    pub taken_at: Timestamp,
    /// Which database it came from.
    pub database: String,
    /// The steps of the schema that had been taken.
    pub steps: Vec<String>,
    /// The tables, in the order in which they follow.
    pub tables: Vec<Part>,
}

/// One table of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// How many rows follow.
    pub rows: u64,
    /// Its columns with what each holds.
    columns: Vec<(String, String)>,
}

impl Head {
    pub(crate) fn new(program: &str, taken_at: Timestamp, database: &str) -> Self {
        Self {
            kreis_backup: FORM,
            program: program.to_owned(),
            taken_at,
            database: database.to_owned(),
            ..Self::default()
        }
    }

    /// Reads the line; none where it has a form that we do not know.
    pub(crate) fn read(line: &str) -> Result<Option<Self>, Fault> {
        #[derive(Deserialize)]
        struct Form {
            kreis_backup: u32,
        }
        let broken = |cause| Fault::because("read the first line of the backup", cause);
        let form: Form = serde_json::from_str(line).map_err(broken)?;
        if form.kreis_backup > FORM {
            return Ok(None);
        }
        serde_json::from_str(line).map(Some).map_err(broken)
    }

    pub(crate) fn line(&self) -> Result<String, Fault> {
        serde_json::to_string(self).map_err(|cause| Fault::because("write the backup", cause))
    }

    /// All rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|part| part.rows).sum()
    }
}

impl Part {
    pub(crate) fn of(table: &Table, rows: u64) -> Self {
        Self {
            name: table.name.clone(),
            rows,
            columns: table
                .columns
                .iter()
                .map(|column| (column.name.clone(), column.kind.word().to_owned()))
                .collect(),
        }
    }

    /// What its columns hold.
    pub(crate) fn kinds(&self) -> Result<Vec<Kind>, Fault> {
        self.columns
            .iter()
            .map(|(name, word)| {
                Kind::from_word(word)
                    .ok_or_else(|| Fault::new(format!("read what {name} of a backup holds")))
            })
            .collect()
    }

    /// Whether a table has these very columns, whatever their order; then in the part's order.
    pub(crate) fn fits(&self, table: &Table) -> Option<Vec<Column>> {
        let columns: Option<Vec<Column>> = self
            .columns
            .iter()
            .map(|(name, word)| {
                let column = table.columns.iter().find(|column| column.name == *name);
                column.filter(|it| it.kind.word() == word).cloned()
            })
            .collect();
        columns.filter(|columns| columns.len() == table.columns.len())
    }
}
