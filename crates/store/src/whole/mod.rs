//! A whole database as rows: read in one view, written back in one piece.
//!
//! What the tables are is asked of the database, not of the rooms: a room that adds a table has
//! it read and written without a word. The search terms, which both databases keep in ways of
//! their own, travel as one more table of words.

mod aside;
mod catalog;
mod fill;
mod read;
mod rows;
mod sound;

pub use aside::{rewrite, snapshot};
pub use catalog::{Column, Kind, MADE_INTO_OTHERS, Table};
pub use rows::ForeignKey;

/// Rows that a copy does without.
#[derive(Clone, Copy, Debug)]
pub struct LeftOut {
    /// Their table.
    pub table: &'static str,
    /// Which of its rows, as a condition in SQL.
    pub rows: &'static str,
}

/// The condition that keeps a table's rows in.
fn kept(table: &str, left_out: &[LeftOut]) -> String {
    let all: Vec<String> = left_out
        .iter()
        .filter(|it| it.table == table)
        .map(|it| format!("NOT ({})", it.rows))
        .collect();
    if all.is_empty() {
        String::new()
    } else {
        format!(" WHERE {}", all.join(" AND "))
    }
}

/// A name as SQL quotes it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
