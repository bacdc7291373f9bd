//! Long work on a connection of its own, so that nobody waits for it.

use base::Fault;

use crate::conn::{Conn, Link};
use crate::dialect::{self, Access};
use crate::store::Address;
use crate::{place, postgres};

/// Reads in one consistent view, beside whoever writes meanwhile.
///
/// # Errors
/// When the database cannot be opened, or `work` says so.
pub async fn snapshot<T, E>(
    address: &Address,
    work: impl FnOnce(&mut Conn<'_>) -> Result<T, E> + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Fault> + Send + 'static,
{
    let address = address.clone();
    on_a_thread(move || match address {
        Address::Sqlite(path) => {
            let conn = dialect::open_lite(&path, Access::Write)?;
            // The words of the search may be many; the snapshot writes nothing else.
            lite_batch(&conn, "PRAGMA temp_store = FILE; BEGIN DEFERRED")?;
            ended(&mut Conn::new(Link::Lite(&conn)), work)
        }
        Address::Postgres(url) => {
            let mut link = postgres::connect(&url)?;
            let mut conn = Conn::new(Link::Pg(&mut link));
            conn.batch(
                "BEGIN READ ONLY ISOLATION LEVEL REPEATABLE READ;
                 SET LOCAL statement_timeout = 0;
                 SET LOCAL idle_in_transaction_session_timeout = 0",
            )?;
            ended(&mut conn, work)
        }
    })
    .await
}

/// Changes whole tables: all of it, or, where `work` fails, nothing. What rows refer to is
/// looked at when `work` asks for it.
///
/// # Errors
/// When the database cannot be opened, or `work` says so.
pub async fn rewrite<T, E>(
    address: &Address,
    work: impl FnOnce(&mut Conn<'_>) -> Result<T, E> + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Fault> + Send + 'static,
{
    let address = address.clone();
    on_a_thread(move || match address {
        Address::Sqlite(path) => {
            place::refuse_network(&path)?;
            let conn = dialect::open_lite(&path, Access::Write)?;
            lite_batch(&conn, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE")?;
            ended(&mut Conn::new(Link::Lite(&conn)), work)
        }
        Address::Postgres(url) => {
            let mut link = postgres::connect(&url)?;
            let mut conn = Conn::new(Link::Pg(&mut link));
            conn.batch(dialect::begin(crate::Dialect::Postgres, true))?;
            conn.batch(
                "SET LOCAL statement_timeout = 0;
                 SET LOCAL idle_in_transaction_session_timeout = 0",
            )?;
            ended(&mut conn, work)
        }
    })
    .await
}

fn ended<T, E: From<Fault>>(
    conn: &mut Conn<'_>,
    work: impl FnOnce(&mut Conn<'_>) -> Result<T, E>,
) -> Result<T, E> {
    // What is not committed ends with the connection.
    let done = work(conn)?;
    conn.commit()?;
    Ok(done)
}

fn lite_batch(conn: &rusqlite::Connection, sql: &str) -> Result<(), Fault> {
    conn.execute_batch(sql)
        .map_err(|cause| Fault::because("prepare the SQLite file", cause))
}

/// A conversation with PostgreSQL must not be held inside the asynchronous runtime.
async fn on_a_thread<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Fault> + Send + 'static,
{
    let (answer, answered) = tokio::sync::oneshot::channel();
    std::thread::Builder::new()
        .name("store-aside".to_owned())
        .spawn(move || drop(answer.send(work())))
        .map_err(|cause| Fault::because("start a database thread", cause))?;
    answered
        .await
        .map_err(|_| Fault::new("finish work on the database"))?
}
