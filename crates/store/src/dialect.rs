//! Everything that differs between SQLite and PostgreSQL.

use base::{Fault, Lack};
use rusqlite::config::DbConfig;

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// The embedded one.
    Sqlite,
    /// The server.
    Postgres,
}

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// Everything.
    Write,
    /// Reading only, which the database itself watches over.
    Read,
}

/// Opens the SQLite file with everything that durability needs.
pub(crate) fn open_lite(
    path: &std::path::Path,
    access: Access,
) -> Result<rusqlite::Connection, Fault> {
    crate::place::make_private(path)?;
    let conn = rusqlite::Connection::open(path)
        .map_err(|cause| lite_broken("open the SQLite file", cause))?;
    let prepare = |sql| {
        conn.execute_batch(sql)
            .map_err(|cause| lite_broken("prepare the SQLite file", cause))
    };
    // Waiting comes first: the other statements may meet a lock already.
    prepare(
        "PRAGMA busy_timeout = 10000;
         PRAGMA journal_mode = WAL;
         PRAGMA journal_size_limit = 67108864;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -8000;",
    )?;
    if access == Access::Read {
        prepare("PRAGMA query_only = ON;")?;
    }
    // Once there are statistics SQLite would plan a statement anew for every new value.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(|cause| Fault::because("prepare the SQLite file", cause))?;
    conn.set_prepared_statement_cache_capacity(400);
    Ok(conn)
}

/// `$1` is a name in SQLite and a position in PostgreSQL; `?1` is the position in SQLite.
pub(crate) fn lite_prepared<'c>(
    conn: &'c rusqlite::Connection,
    sql: &str,
) -> Result<rusqlite::CachedStatement<'c>, Fault> {
    conn.prepare_cached(&sql.replace('$', "?"))
        .map_err(|cause| lite_fault(sql, cause))
}

/// The schema's `BLOB` is PostgreSQL's `BYTEA`.
pub(crate) fn pg_schema(sql: &str) -> String {
    sql.replace(" BLOB", " BYTEA")
}

/// The words that begin a reading or a writing transaction.
///
/// The lock makes one writer of all processes that work on a PostgreSQL database; its number
/// means nothing to others.
pub(crate) const fn begin(dialect: Dialect, writes: bool) -> &'static str {
    match (dialect, writes) {
        (Dialect::Sqlite, true) => "BEGIN IMMEDIATE",
        (Dialect::Sqlite, false) => "BEGIN DEFERRED",
        (Dialect::Postgres, true) => {
            "BEGIN READ WRITE ISOLATION LEVEL READ COMMITTED;
             SELECT pg_advisory_xact_lock(5071865413)"
        }
        (Dialect::Postgres, false) => "BEGIN READ ONLY ISOLATION LEVEL REPEATABLE READ",
    }
}

/// What a migration needs before it: an index on a large table may take its time.
pub(crate) const fn before_migration(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => "",
        Dialect::Postgres => "SET LOCAL statement_timeout = 0",
    }
}

/// What the database wants done now and then; PostgreSQL does it by itself.
pub(crate) const fn settle(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => "PRAGMA optimize = 0x10002",
        Dialect::Postgres => "",
    }
}

/// A broken statement; a unique constraint answers with its name: `table_column_column`, or
/// `table_pkey` for the primary key, as PostgreSQL names them.
pub(crate) fn lite_fault(sql: &str, cause: rusqlite::Error) -> Fault {
    if let rusqlite::Error::SqliteFailure(code, Some(text)) = &cause
        && code.code == rusqlite::ErrorCode::ConstraintViolation
        && let Some(columns) = text.strip_prefix("UNIQUE constraint failed: ")
    {
        let is_primary = code.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY;
        return Fault::Taken(constraint_name(columns, is_primary));
    }
    lite_broken(format!("run `{}`", first_line(sql)), cause)
}

/// Mostly a command has run as root once.
const OF_ANOTHER: &str = "(a file of the database belongs to another account: \
    sudo chown -R kreis:kreis and the folder of the database, such as /var/lib/kreis)";

/// Tells a full disk and an unreadable file from our own mistakes.
pub(crate) fn lite_broken(doing: impl Into<String>, cause: rusqlite::Error) -> Fault {
    use rusqlite::ErrorCode::{CannotOpen, DatabaseBusy, DiskFull, ReadOnly, SystemIoFailure};

    match cause.sqlite_error_code() {
        Some(ReadOnly) => Fault::because(format!("{} {OF_ANOTHER}", doing.into()), cause),
        Some(DiskFull) => Fault::lacking(Lack::Room, doing, cause),
        Some(CannotOpen | DatabaseBusy | SystemIoFailure) => {
            Fault::lacking(Lack::Database, doing, cause)
        }
        _ => Fault::because(doing, cause),
    }
}

/// See [`lite_fault`]. The server's details quote whole rows and never reach the log.
pub(crate) fn pg_fault(sql: &str, cause: tokio_postgres::Error) -> Fault {
    use tokio_postgres::error::SqlState;

    let doing = || format!("run `{}`", first_line(sql));
    let Some(error) = cause.as_db_error() else {
        return if is_cut(&cause) {
            Fault::lacking(Lack::Database, doing(), cause)
        } else {
            Fault::because(doing(), cause)
        };
    };
    if *error.code() == SqlState::UNIQUE_VIOLATION {
        return Fault::Taken(error.constraint().unwrap_or("unknown").to_owned());
    }
    // Messages about malformed data (class 22) quote the data.
    let message = if error.code().code().starts_with("22") {
        "malformed data"
    } else {
        error.message()
    };
    let story = format!("{message} ({})", error.code().code());
    match pg_lack(error.code()) {
        Some(lack) => Fault::lacking(lack, doing(), story),
        None => Fault::because(doing(), story),
    }
}

/// Whether a connection broke; a value that cannot be sent is our own mistake.
fn is_cut(cause: &tokio_postgres::Error) -> bool {
    let is_io = |cause: &(dyn std::error::Error + 'static)| cause.is::<std::io::Error>();
    cause.is_closed() || std::error::Error::source(cause).is_some_and(is_io)
}

/// Class 08: no connection; 53: no room, memory or seat; 57P: the server is going or coming.
fn pg_lack(code: &tokio_postgres::error::SqlState) -> Option<Lack> {
    match code.code() {
        "53100" => Some(Lack::Room),
        code if ["08", "53", "57P"].iter().any(|it| code.starts_with(it)) => Some(Lack::Database),
        _ => None,
    }
}

/// `member.network_id, member.name` → `member_network_id_name`; an index over an expression
/// is named by SQLite itself: `index 'member_name'`.
fn constraint_name(columns: &str, is_primary: bool) -> String {
    if let Some(index) = columns.strip_prefix("index '") {
        return index.trim_end_matches('\'').to_owned();
    }
    let table = columns.split('.').next().unwrap_or_default();
    if is_primary {
        return format!("{table}_pkey");
    }
    columns
        .split(", ")
        .fold(table.to_owned(), |mut name, column| {
            name.push('_');
            name.push_str(column.rsplit('.').next().unwrap_or_default());
            name
        })
}

/// Statements stand in our source and carry no data, so naming them is safe.
fn first_line(sql: &str) -> &str {
    sql.lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or_default()
}

/// The statement that remembers an entry's terms as databases had them before they had words;
/// only older backups bring some. PostgreSQL's own parser is passed by, as it sees words and
/// addresses in its own way.
pub(crate) const fn terms_statement(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => "INSERT INTO search_terms (rowid, terms) VALUES ($1, $2)",
        Dialect::Postgres => {
            "INSERT INTO search_terms (number, terms)
             VALUES ($1, CAST(CAST($2 AS TEXT) AS tsvector))"
        }
    }
}

/// What is remembered of a text's terms; terms are letters and digits alone.
pub(crate) fn search_text(dialect: Dialect, terms: &[String]) -> String {
    match dialect {
        Dialect::Sqlite => terms.join(" "),
        Dialect::Postgres => terms
            .iter()
            .zip(1..)
            .map(|(term, place): (_, u32)| format!("'{term}':{}", place.min(16_383)))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_of_another_account_is_told_with_its_cure() {
        let broken = |code| {
            let cause = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
            lite_broken("prepare the SQLite file", cause).whole_story()
        };

        assert!(broken(rusqlite::ffi::SQLITE_READONLY).contains("sudo chown -R kreis:kreis"));
        assert!(!broken(rusqlite::ffi::SQLITE_CORRUPT).contains("chown"));
    }
}
