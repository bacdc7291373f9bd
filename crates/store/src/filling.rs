//! What only the program can fill in, once the tables are there: keys to sort by, words for the
//! search. Each filling runs once in a database's life, in one transaction with its mark.

use base::{Fault, Moment};

use crate::conn::Conn;
use crate::value::Row;
use crate::{params, sql};

/// One thing to fill in, after all migrations: it may use what the newest tables have.
///
/// Whoever changes how something is filled gives the filling a new name, and it runs again.
#[derive(Clone, Copy, Debug)]
pub struct Filling {
    /// Its name, never used for anything else.
    pub name: &'static str,
    /// Fills in; may meet records that are filled already.
    pub run: fn(&mut Conn<'_>, &mut Moment) -> Result<(), Fault>,
}

/// Runs the filling unless it ran before.
pub(crate) fn fill(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    filling: Filling,
) -> Result<(), Fault> {
    let known = conn.one(
        sql!("SELECT name FROM filling WHERE name = $1"),
        params![filling.name],
        Row::take::<String>,
    )?;
    if known.is_some() {
        return Ok(());
    }
    (filling.run)(conn, moment)?;
    conn.exec(
        sql!("INSERT INTO filling (name) VALUES ($1)"),
        params![filling.name],
    )?;
    Ok(())
}
