//! Writing tables anew: away with what is there, the schema as it was, row after row.

use base::Fault;
use rusqlite::params_from_iter;

use super::catalog::{TERMS, Table};
use super::quoted;
use crate::conn::{Conn, Link, lite_param};
use crate::dialect::{self, Dialect};
use crate::migrate::{self, Migration};
use crate::postgres::Conversation;
use crate::value::{Bind, Value};

/// The next row, while there is one.
type Next<'n> = &'n mut dyn FnMut() -> Result<Option<Vec<Value>>, Fault>;

impl Conn<'_> {
    /// Takes the steps of these names, or, with `None`, all that are missing.
    ///
    /// # Errors
    /// When a step fails.
    pub fn take_steps(
        &mut self,
        all: &[&[Migration]],
        named: Option<&[String]>,
    ) -> Result<usize, Fault> {
        migrate::check_names(all)?;
        let mut taken = 0;
        for step in all.iter().copied().flatten() {
            let is_wanted = named.is_none_or(|names| names.iter().any(|it| it == step.name));
            if is_wanted {
                taken += usize::from(migrate::apply(self, step)?);
            }
        }
        Ok(taken)
    }

    /// Removes every table with what is in it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn remove_tables(&mut self) -> Result<(), Fault> {
        let names = self.table_names()?;
        if names.is_empty() {
            return Ok(());
        }
        let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        match self.dialect() {
            Dialect::Postgres => self.batch(&format!("DROP TABLE {} CASCADE", names.join(", "))),
            Dialect::Sqlite => {
                self.batch("DROP TABLE IF EXISTS search_terms")?;
                names
                    .iter()
                    .try_for_each(|name| self.batch(&format!("DROP TABLE {name}")))
            }
        }
    }

    /// Writes the rows that `next` gives into a table and counts them.
    ///
    /// # Errors
    /// When a row does not fit, or `next` says so.
    pub fn fill(&mut self, table: &Table, next: Next<'_>) -> Result<u64, Fault> {
        if table.name == TERMS {
            return self.fill_terms(next);
        }
        self.on_link(|link| match link {
            Link::Lite(conn) => fill_lite(conn, table, next),
            Link::Pg(link) => fill_pg(link, table, next),
        })
    }

    fn fill_terms(&mut self, next: Next<'_>) -> Result<u64, Fault> {
        let dialect = self.dialect();
        let remember = dialect::terms_statement(dialect);
        let mut filled = 0;
        while let Some(row) = next()? {
            let [number, Value::Text(terms)] = row.as_slice() else {
                return Err(Fault::new("read an entry's search terms"));
            };
            let terms: Vec<String> = terms
                .split(' ')
                .filter(|term| !term.is_empty())
                .map(str::to_owned)
                .collect();
            let words = dialect::search_text(dialect, &terms);
            self.exec(remember, &[number.clone(), words.bind()])?;
            filled += 1;
        }
        Ok(filled)
    }
}

fn fill_lite(conn: &rusqlite::Connection, table: &Table, next: Next<'_>) -> Result<u64, Fault> {
    let (columns, places): (Vec<String>, Vec<&str>) = table
        .columns
        .iter()
        .map(|column| (quoted(&column.name), "?"))
        .unzip();
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({})",
        quoted(&table.name),
        columns.join(", "),
        places.join(", ")
    );
    let broken = |cause| dialect::lite_fault(&sql, cause);
    let mut statement = conn.prepare(&sql).map_err(broken)?;
    let mut filled = 0;
    while let Some(row) = next()? {
        statement
            .execute(params_from_iter(row.iter().map(lite_param)))
            .map_err(broken)?;
        filled += 1;
    }
    Ok(filled)
}

/// In one stream: a server far away would take a journey for each row.
fn fill_pg(pg: &mut Conversation, table: &Table, next: Next<'_>) -> Result<u64, Fault> {
    let columns: Vec<String> = table.columns.iter().map(|it| quoted(&it.name)).collect();
    let sql = format!(
        "COPY {} ({}) FROM STDIN",
        quoted(&table.name),
        columns.join(", ")
    );
    pg.copy_in(&sql, || Ok(next()?.as_deref().map(line)))
}

/// A row as PostgreSQL reads it from a stream.
fn line(row: &[Value]) -> String {
    let mut text = String::new();
    for (at, value) in row.iter().enumerate() {
        if at > 0 {
            text.push('\t');
        }
        write_field(&mut text, value);
    }
    text.push('\n');
    text
}

/// A value as PostgreSQL reads it from a stream.
fn write_field(line: &mut String, value: &Value) {
    use std::fmt::Write as _;
    // Writing into a text cannot fail.
    let written = match value {
        Value::Null => write!(line, "\\N"),
        Value::Int(number) => write!(line, "{number}"),
        Value::Real(number) => write!(line, "{number}"),
        Value::Bool(it) => write!(line, "{}", if *it { "t" } else { "f" }),
        Value::Id(id) => write!(line, "{id}"),
        Value::Bytes(bytes) => {
            line.push_str("\\\\x");
            bytes.iter().try_for_each(|byte| write!(line, "{byte:02x}"))
        }
        Value::Text(text) => {
            for letter in text.chars() {
                match letter {
                    '\\' => line.push_str("\\\\"),
                    '\n' => line.push_str("\\n"),
                    '\r' => line.push_str("\\r"),
                    '\t' => line.push_str("\\t"),
                    other => line.push(other),
                }
            }
            Ok(())
        }
    };
    debug_assert!(written.is_ok());
}
