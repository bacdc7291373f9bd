//! Single rows of tables that only a run knows: found, changed, taken away, put back.

use base::Fault;
use rusqlite::params_from_iter;

use super::catalog::Table;
use super::quoted;
use crate::conn::{Conn, Link, lite_param, lite_row, pg_row};
use crate::dialect::{self, Dialect};
use crate::value::{Row, Value};

/// A column whose values are keys of another table's rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// The column.
    pub column: String,
    /// The other table.
    pub table: String,
    /// The other table's column.
    pub key: String,
}

const LITE_KEYS: &str = "SELECT \"from\", \"table\", COALESCE(\"to\", 'id')
     FROM pragma_foreign_key_list($1) ORDER BY id, seq";
const PG_KEYS: &str = "SELECT CAST(a.attname AS TEXT), CAST(f.relname AS TEXT),
        CAST(b.attname AS TEXT)
     FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
     JOIN pg_class f ON f.oid = c.confrelid
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
     WHERE c.contype = 'f' AND t.relname = CAST($1 AS TEXT)
     AND t.relnamespace = CAST(current_schema() AS regnamespace) ORDER BY c.conname";

impl Conn<'_> {
    /// The columns of a table that are keys of another.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn foreign_keys(&mut self, table: &str) -> Result<Vec<ForeignKey>, Fault> {
        let sql = match self.dialect() {
            Dialect::Sqlite => LITE_KEYS,
            Dialect::Postgres => PG_KEYS,
        };
        self.all(sql, crate::params![table], |row: &mut Row| {
            Ok(ForeignKey {
                column: row.take()?,
                table: row.take()?,
                key: row.take()?,
            })
        })
    }

    /// The rows with these values in these columns, in the order of their key.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn rows_with(
        &mut self,
        table: &Table,
        cells: &[(&str, Value)],
    ) -> Result<Vec<Vec<Value>>, Fault> {
        let (conditions, values) = conditions(cells, 1);
        self.rows_where(table, &conditions, &values)
    }

    /// The rows in whose column this text stands somewhere, for ids alone: signs that patterns
    /// know are not looked for.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn rows_naming(
        &mut self,
        table: &Table,
        column: &str,
        text: &str,
    ) -> Result<Vec<Vec<Value>>, Fault> {
        let condition = format!("{} LIKE $1", quoted(column));
        self.rows_where(table, &condition, &[Value::Text(format!("%{text}%"))])
    }

    fn rows_where(
        &mut self,
        table: &Table,
        condition: &str,
        values: &[Value],
    ) -> Result<Vec<Vec<Value>>, Fault> {
        let columns: Vec<String> = table.columns.iter().map(|it| quoted(&it.name)).collect();
        let key: Vec<String> = table
            .key_columns()
            .iter()
            .map(|it| quoted(&it.name))
            .collect();
        let sql = format!(
            "SELECT {} FROM {} WHERE {condition} ORDER BY {}",
            columns.join(", "),
            quoted(&table.name),
            key.join(", ")
        );
        let mut rows = self.on_link(|link| asked(link, &sql, values))?;
        for row in &mut rows {
            for (value, column) in row.iter_mut().zip(&table.columns) {
                let found = std::mem::replace(value, Value::Null);
                *value = column.kind.restore(found)?;
            }
        }
        Ok(rows)
    }

    /// Writes cells of the rows with this key; says how many there were.
    ///
    /// # Errors
    /// When a value does not fit.
    pub fn put_cells(
        &mut self,
        table: &str,
        key: &[(&str, Value)],
        cells: &[(&str, Value)],
    ) -> Result<u64, Fault> {
        let sets: Vec<String> = cells
            .iter()
            .zip(1..)
            .map(|((column, _), place): (_, usize)| format!("{} = ${place}", quoted(column)))
            .collect();
        let mut values: Vec<Value> = cells.iter().map(|(_, value)| value.clone()).collect();
        let (conditions, more) = conditions(key, values.len() + 1);
        values.extend(more);
        let sql = format!(
            "UPDATE {} SET {} WHERE {conditions}",
            quoted(table),
            sets.join(", ")
        );
        self.on_link(|link| done(link, &sql, &values))
    }

    /// Takes the rows with this key away; says how many there were.
    ///
    /// # Errors
    /// When other rows hang on one of them.
    pub fn remove_rows(&mut self, table: &str, key: &[(&str, Value)]) -> Result<u64, Fault> {
        let (conditions, values) = conditions(key, 1);
        let sql = format!("DELETE FROM {} WHERE {conditions}", quoted(table));
        self.on_link(|link| done(link, &sql, &values))
    }

    /// Puts a row down.
    ///
    /// # Errors
    /// When a key is taken or the row does not fit.
    pub fn add_row(&mut self, table: &str, cells: &[(&str, Value)]) -> Result<(), Fault> {
        let columns: Vec<String> = cells.iter().map(|(column, _)| quoted(column)).collect();
        let places: Vec<String> = (1..=cells.len()).map(|at| format!("${at}")).collect();
        let values: Vec<Value> = cells.iter().map(|(_, value)| value.clone()).collect();
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({})",
            quoted(table),
            columns.join(", "),
            places.join(", ")
        );
        self.on_link(|link| done(link, &sql, &values)).map(drop)
    }
}

/// Nothing is no value that another could equal.
fn conditions(cells: &[(&str, Value)], first: usize) -> (String, Vec<Value>) {
    let (mut parts, mut values) = (Vec::new(), Vec::new());
    for (column, value) in cells {
        if *value == Value::Null {
            parts.push(format!("{} IS NULL", quoted(column)));
        } else {
            parts.push(format!("{} = ${}", quoted(column), first + values.len()));
            values.push(value.clone());
        }
    }
    (parts.join(" AND "), values)
}

fn asked(link: &mut Link<'_>, sql: &str, values: &[Value]) -> Result<Vec<Vec<Value>>, Fault> {
    match link {
        Link::Lite(conn) => {
            let broken = |cause| dialect::lite_fault(sql, cause);
            let mut statement = conn.prepare(&sql.replace('$', "?")).map_err(broken)?;
            let columns = statement.column_count();
            let mut rows = statement
                .query(params_from_iter(values.iter().map(lite_param)))
                .map_err(broken)?;
            let mut found = Vec::new();
            while let Some(row) = rows.next().map_err(broken)? {
                found.push(lite_row(row, columns, sql)?);
            }
            Ok(found)
        }
        Link::Pg(pg) => pg
            .query_once(sql, values)?
            .iter()
            .map(|row| pg_row(row, sql))
            .collect(),
    }
}

fn done(link: &mut Link<'_>, sql: &str, values: &[Value]) -> Result<u64, Fault> {
    match link {
        Link::Lite(conn) => conn
            .prepare(&sql.replace('$', "?"))
            .and_then(|mut it| it.execute(params_from_iter(values.iter().map(lite_param))))
            .map(|touched| u64::try_from(touched).unwrap_or(u64::MAX))
            .map_err(|cause| dialect::lite_fault(sql, cause)),
        Link::Pg(pg) => pg.execute_once(sql, values),
    }
}
