//! Everything that differs between SQLite and PostgreSQL.

use base::Fault;

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// The embedded one.
    Sqlite,
    /// The server.
    Postgres,
}

/// Opens the SQLite file with everything that durability needs.
pub(crate) fn open_lite(path: &std::path::Path) -> Result<rusqlite::Connection, Fault> {
    let conn = rusqlite::Connection::open(path)
        .map_err(|cause| Fault::because("open the SQLite file", cause))?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA busy_timeout = 10000;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -8000;",
    )
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
pub(crate) const fn begin(dialect: Dialect, writes: bool) -> &'static str {
    match (dialect, writes) {
        (Dialect::Sqlite, true) => "BEGIN IMMEDIATE",
        (Dialect::Sqlite, false) => "BEGIN DEFERRED",
        (Dialect::Postgres, true) => "BEGIN",
        (Dialect::Postgres, false) => "BEGIN READ ONLY ISOLATION LEVEL REPEATABLE READ",
    }
}

/// A broken statement; a unique index answers with its name (`table_column_column`).
pub(crate) fn lite_fault(sql: &str, cause: rusqlite::Error) -> Fault {
    if let rusqlite::Error::SqliteFailure(code, Some(text)) = &cause
        && code.code == rusqlite::ErrorCode::ConstraintViolation
        && let Some(columns) = text.strip_prefix("UNIQUE constraint failed: ")
    {
        return Fault::Taken(index_name(columns));
    }
    Fault::because(format!("run `{}`", first_line(sql)), cause)
}

/// See [`lite_fault`].
pub(crate) fn pg_fault(sql: &str, cause: postgres::Error) -> Fault {
    if let Some(error) = cause.as_db_error()
        && *error.code() == postgres::error::SqlState::UNIQUE_VIOLATION
    {
        return Fault::Taken(error.constraint().unwrap_or("unknown").to_owned());
    }
    Fault::because(format!("run `{}`", first_line(sql)), cause)
}

/// `member.network_id, member.name` → `member_network_id_name`.
fn index_name(columns: &str) -> String {
    let table = columns.split('.').next().unwrap_or_default();
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

/// The statement that finds the terms; both rank the best first.
pub(crate) const fn search_statement(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => {
            "SELECT e.kind, e.subject_id, e.audience, e.title, e.href, e.day
             FROM search_terms t JOIN search_entry e ON e.number = t.rowid
             WHERE t.terms MATCH $1 AND e.network_id = $2
             ORDER BY rank, e.day DESC LIMIT $3"
        }
        Dialect::Postgres => {
            "SELECT e.kind, e.subject_id, e.audience, e.title, e.href, e.day
             FROM search_terms t JOIN search_entry e ON e.number = t.number,
                  to_tsquery('simple', $1) q
             WHERE t.terms @@ q AND e.network_id = $2
             ORDER BY ts_rank(t.terms, q) DESC, e.day DESC LIMIT $3"
        }
    }
}

/// The statements that forget and remember an entry's terms.
pub(crate) const fn terms_statements(dialect: Dialect) -> (&'static str, &'static str) {
    match dialect {
        Dialect::Sqlite => (
            "DELETE FROM search_terms WHERE rowid = $1",
            "INSERT INTO search_terms (rowid, terms) VALUES ($1, $2)",
        ),
        Dialect::Postgres => (
            "DELETE FROM search_terms WHERE number = $1",
            "INSERT INTO search_terms (number, terms) VALUES ($1, to_tsvector('simple', $2))",
        ),
    }
}

/// One query text of every term, each as the beginning of a word.
pub(crate) fn search_query(dialect: Dialect, terms: &[String]) -> String {
    match dialect {
        Dialect::Sqlite => terms
            .iter()
            .map(|term| format!("\"{term}\"*"))
            .collect::<Vec<_>>()
            .join(" "),
        Dialect::Postgres => terms
            .iter()
            .map(|term| format!("{term}:*"))
            .collect::<Vec<_>>()
            .join(" & "),
    }
}
