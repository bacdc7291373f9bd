//! Which tables there are and what their columns hold, the same from both databases.

use base::Fault;

use crate::conn::Conn;
use crate::dialect::Dialect;
use crate::value::{Col, Row, Value};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An id.
    Id,
    /// A whole number.
    Number,
    /// Yes or no.
    Switch,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

impl Kind {
    const ALL: [Self; 5] = [
        Self::Id,
        Self::Number,
        Self::Switch,
        Self::Text,
        Self::Bytes,
    ];

    /// Its name in a copy.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Number => "number",
            Self::Switch => "switch",
            Self::Text => "text",
            Self::Bytes => "bytes",
        }
    }

    /// Reads the name.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// By the type's name in either schema.
    fn of(declared: &str) -> Option<Self> {
        Some(match declared.to_ascii_uppercase().as_str() {
            "UUID" => Self::Id,
            "BIGINT" | "INTEGER" => Self::Number,
            "BOOLEAN" => Self::Switch,
            "TEXT" => Self::Text,
            "BLOB" | "BYTEA" => Self::Bytes,
            _ => return None,
        })
    }

    /// SQLite knows neither ids nor yes and no.
    pub(super) fn restore(self, value: Value) -> Result<Value, Fault> {
        Ok(match (self, value) {
            (_, Value::Null) => Value::Null,
            (Self::Id, value) => Value::Id(uuid::Uuid::read(value)?),
            (Self::Switch, value) => Value::Bool(bool::read(value)?),
            (_, value) => value,
        })
    }
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// One table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns as they stand in the schema.
    pub columns: Vec<Column>,
    /// The columns that put its rows in one order.
    pub(super) key: Vec<usize>,
}

impl Table {
    /// The columns by which its rows are told apart.
    pub fn key_columns(&self) -> Vec<&Column> {
        let column = |at: &usize| self.columns.get(*at);
        self.key.iter().filter_map(column).collect()
    }

    /// Where a column stands.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|it| it.name == column)
    }
}

/// The search terms by the number of their entry: databases had them before they had words, and
/// older backups bring them.
pub(super) const TERMS: &str = "search_terms";
/// Tables that older backups hold and that a later step has made into others.
pub const MADE_INTO_OTHERS: [&str; 1] = [TERMS];
/// The names of the migrations; the loading itself writes them.
const MIGRATIONS: &str = "schema_migration";

const LITE_TABLES: &str = "SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name";
const LITE_HAS_TERMS: &str = "SELECT COUNT(*) FROM pragma_table_list
     WHERE schema = 'main' AND name = 'search_terms'";
const PG_TABLES: &str = "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
     ORDER BY CAST(table_name AS TEXT) COLLATE \"C\"";
/// Name, type, and the place in the primary key, which counts from one.
const LITE_COLUMNS: &str = "SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid";
const PG_COLUMNS: &str = "SELECT CAST(c.column_name AS TEXT), CAST(c.data_type AS TEXT),
     CAST(COALESCE((SELECT array_position(CAST(i.indkey AS SMALLINT[]), a.attnum) + 1
        FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid
        WHERE i.indisprimary AND a.attname = c.column_name AND a.attnum = ANY (i.indkey)
        AND i.indrelid = CAST(quote_ident(c.table_name) AS regclass)), 0) AS BIGINT)
     FROM information_schema.columns c
     WHERE c.table_schema = current_schema() AND c.table_name = CAST($1 AS TEXT)
     ORDER BY c.ordinal_position";

impl Conn<'_> {
    /// All tables of the rooms and of the ground floor, by name.
    ///
    /// # Errors
    /// When a column has a type that no copy can carry.
    pub fn tables(&mut self) -> Result<Vec<Table>, Fault> {
        let mut tables = Vec::new();
        for name in self.table_names()? {
            if name != MIGRATIONS && name != TERMS {
                tables.push(self.table(name)?);
            }
        }
        if self.has_terms()? {
            tables.push(terms());
        }
        tables.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(tables)
    }

    /// SQLite does not list its virtual tables among the others.
    fn has_terms(&mut self) -> Result<bool, Fault> {
        Ok(match self.dialect() {
            Dialect::Sqlite => self.count(LITE_HAS_TERMS, &[])? > 0,
            Dialect::Postgres => self.table_names()?.iter().any(|name| name == TERMS),
        })
    }

    /// One table.
    ///
    /// # Errors
    /// When there is none of this name, or a column has a type that no copy can carry.
    pub fn table_named(&mut self, name: &str) -> Result<Table, Fault> {
        let table = self.table(name.to_owned())?;
        if table.columns.is_empty() {
            return Err(Fault::new(format!("find the table {name}")));
        }
        Ok(table)
    }

    /// Whether there is any table at all, whoever made it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn has_tables(&mut self) -> Result<bool, Fault> {
        Ok(!self.table_names()?.is_empty())
    }

    /// The names of the steps that made the tables; none where there are no tables yet.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn steps_taken(&mut self) -> Result<Vec<String>, Fault> {
        if !self.table_names()?.iter().any(|name| name == MIGRATIONS) {
            return Ok(Vec::new());
        }
        let mut steps = self.all("SELECT name FROM schema_migration", &[], Row::take)?;
        steps.sort_unstable();
        Ok(steps)
    }

    pub(super) fn table_names(&mut self) -> Result<Vec<String>, Fault> {
        let sql = match self.dialect() {
            Dialect::Sqlite => LITE_TABLES,
            Dialect::Postgres => PG_TABLES,
        };
        self.all(sql, &[], Row::take)
    }

    fn table(&mut self, name: String) -> Result<Table, Fault> {
        let sql = match self.dialect() {
            Dialect::Sqlite => LITE_COLUMNS,
            Dialect::Postgres => PG_COLUMNS,
        };
        let found = self.all(sql, crate::params![name], |row| {
            Ok((
                row.take::<String>()?,
                row.take::<String>()?,
                row.take::<usize>()?,
            ))
        })?;
        let mut key: Vec<(usize, usize)> = found
            .iter()
            .enumerate()
            .filter(|(_, (_, _, place))| *place > 0)
            .map(|(at, (_, _, place))| (*place, at))
            .collect();
        key.sort_unstable();
        let mut key: Vec<usize> = key.into_iter().map(|(_, at)| at).collect();
        if key.is_empty() {
            key = (0..found.len()).collect();
        }
        let columns = found
            .into_iter()
            .map(|(column, declared, _)| match Kind::of(&declared) {
                Some(kind) => Ok(Column { name: column, kind }),
                None => Err(Fault::new(format!(
                    "copy the column {name}.{column}, which holds {declared}"
                ))),
            })
            .collect::<Result<_, _>>()?;
        Ok(Table { name, columns, key })
    }
}

fn terms() -> Table {
    let column = |name: &str, kind| Column {
        name: name.to_owned(),
        kind,
    };
    Table {
        name: TERMS.to_owned(),
        columns: vec![column("number", Kind::Number), column("terms", Kind::Text)],
        key: vec![0],
    }
}
