//! Migrations: forward only, final once released, each in one transaction.

use std::collections::HashSet;

use base::Fault;

use crate::conn::Conn;
use crate::dialect::{self, Dialect};
use crate::value::Row;

/// One step of the schema.
#[derive(Debug)]
pub struct Migration {
    /// Its name, never changed and never reused.
    pub name: &'static str,
    /// What both databases understand.
    pub sql: &'static str,
    /// What only SQLite needs, after `sql`; may be empty.
    pub sqlite: &'static str,
    /// What only PostgreSQL needs, after `sql`; may be empty.
    pub postgres: &'static str,
}

impl Migration {
    /// A step that is the same on both databases.
    pub const fn both(name: &'static str, sql: &'static str) -> Self {
        Self {
            name,
            sql,
            sqlite: "",
            postgres: "",
        }
    }
}

/// A name that stands twice would let the second step be passed over as done.
pub(crate) fn check_names(all: &[&[Migration]]) -> Result<(), Fault> {
    let mut names = HashSet::new();
    match all
        .iter()
        .copied()
        .flatten()
        .find(|migration| !names.insert(migration.name))
    {
        Some(twice) => Err(Fault::new(format!(
            "tell two migrations apart that are both named {}",
            twice.name
        ))),
        None => Ok(()),
    }
}

/// Applies the step unless it was applied before; says whether it did.
pub(crate) fn apply(conn: &mut Conn<'_>, migration: &Migration) -> Result<bool, Fault> {
    conn.batch(dialect::before_migration(conn.dialect()))?;
    if is_known(conn, migration)? {
        return Ok(false);
    }
    conn.batch(migration.sql)?;
    conn.batch(match conn.dialect() {
        Dialect::Sqlite => migration.sqlite,
        Dialect::Postgres => migration.postgres,
    })?;
    conn.exec(
        "INSERT INTO schema_migration (name) VALUES ($1)",
        crate::params![migration.name],
    )?;
    Ok(true)
}

/// Whether every step was applied before.
pub(crate) fn is_complete(conn: &mut Conn<'_>, all: &[&[Migration]]) -> Result<bool, Fault> {
    for migration in all.iter().copied().flatten() {
        if !is_known(conn, migration)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_known(conn: &mut Conn<'_>, migration: &Migration) -> Result<bool, Fault> {
    conn.batch("CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY)")?;
    let known = conn.one(
        "SELECT name FROM schema_migration WHERE name = $1",
        crate::params![migration.name],
        Row::take::<String>,
    )?;
    Ok(known.is_some())
}

/// Lets the database look again at how its tables are filled.
pub(crate) fn settle(conn: &mut Conn<'_>) -> Result<(), Fault> {
    conn.batch(dialect::settle(conn.dialect()))
}
