//! SQLite and PostgreSQL behind one concrete type.
//!
//! One text of every query (`$1`, common SQL) serves both databases; what differs stands in
//! [`dialect`]. Connections live on plain threads: one writer, several readers, on both
//! databases, so that two changes never race. Nothing here knows of networks or pages.

mod alone;
mod blobs;
mod conn;
mod dialect;
mod filling;
mod jobs;
mod journal;
mod migrate;
mod place;
mod postgres;
mod search;
mod store;
mod value;
mod whole;
mod workers;

pub use blobs::BlobHash;
pub use conn::{Asked, Conn};
pub use dialect::Dialect;
pub use filling::Filling;
pub use jobs::{Job, JobCounts, Waiting};
pub use journal::{Entry, Noted};
pub use migrate::Migration;
pub use search::{ASIDE, Found, Indexed, terms};
pub use store::{Address, Store};
pub use value::{Bind, Col, Row, Value};
pub use whole::{Column, ForeignKey, Kind, LeftOut, MADE_INTO_OTHERS, Table, rewrite, snapshot};

/// Marks a statement in SQL that both databases understand.
///
/// The mark changes nothing; a test finds every marked statement in the sources and prepares
/// it on both databases, in place of a check at compile time. Statements of one file that
/// begin alike share their beginning: `sql!(listed!, "AND …")` with a macro `listed` of it.
#[macro_export]
macro_rules! sql {
    ($text:literal) => {
        $text
    };
    ($beginning:ident!, $rest:literal) => {
        concat!($beginning!(), $rest)
    };
}

/// The values of a statement's `$1`, `$2` … in order.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => {
        &[$($crate::Bind::bind(&$value)),*]
    };
}

/// The migrations of the ground floor: journal, jobs, blobs, search.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "store-0001",
        sql: include_str!("migrations/0001.sql"),
        sqlite: include_str!("migrations/0001.sqlite.sql"),
        postgres: include_str!("migrations/0001.postgres.sql"),
    },
    Migration::both("store-0002", include_str!("migrations/0002.sql")),
    Migration {
        name: "store-words",
        sql: include_str!("migrations/words.sql"),
        sqlite: include_str!("migrations/words.sqlite.sql"),
        postgres: include_str!("migrations/words.postgres.sql"),
    },
];
