//! The program as processes: one at a time serves a database, others work beside it or not.

use store::{Address, Conn, Store};
use trial::{Database, DbKind, Process, tokio};

/// The sessions that hold the database for one process, or wait to hold it.
const CLAIMS: &str = "FROM pg_locks WHERE locktype = 'advisory'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

/// Nothing here reaches a mail server.
const NO_MAIL: u16 = 9;

fn start(database: &Database, arguments: &[&str]) -> Process {
    let program = env!("CARGO_BIN_EXE_kreis");
    Process::start(program, database.address(), NO_MAIL, arguments)
}

fn refused(process: Process, sentence: &str) {
    let (success, said) = process.end();
    assert!(!success && said.contains(sentence), "{said}");
}

fn one_at_a_time(kind: DbKind) {
    if !kind.is_here() {
        return;
    }
    let database = Database::empty(kind);
    let mut first = start(&database, &["serve"]);
    assert!(first.becomes_ready().is_some());

    let sentence = "Ein anderer Kreis-Prozess arbeitet schon mit ";
    refused(start(&database, &["serve"]), sentence);
    refused(start(&database, &["migrate"]), sentence);
    // Who is locked out must get a link while the program is at work.
    let link = start(&database, &["sign-in", "leitung@example.org"]);
    refused(link, "Zu dieser Adresse gibt es kein Konto.");
    drop(first);
    assert!(start(&database, &["serve"]).becomes_ready().is_some());
}

#[test]
fn the_second_server_on_a_file_is_refused() {
    one_at_a_time(DbKind::Sqlite);
}

#[test]
fn the_second_server_on_a_postgresql_database_is_refused() {
    one_at_a_time(DbKind::Postgres);
}

#[test]
fn a_link_for_signing_in_never_changes_tables() {
    let database = Database::empty(DbKind::Sqlite);
    let link = start(&database, &["sign-in", "leitung@example.org"]);

    refused(
        link,
        "Die Datenbank ist nicht auf dem Stand dieses Programms.",
    );
}

#[test]
fn a_server_whose_database_was_taken_away_ends() {
    if !DbKind::Postgres.is_here() {
        return;
    }
    let database = Database::empty(DbKind::Postgres);
    let mut first = start(&database, &["serve"]);
    assert!(first.becomes_ready().is_some());
    let mut second = start(&database, &["serve"]);

    cut_off_once_another_waits(database.address());
    assert!(second.becomes_ready().is_some());
    refused(
        first,
        "hat ein anderer Kreis-Prozess die Datenbank übernommen",
    );
}

/// Ends the session of the process that holds the database, as a restart of the server does.
fn cut_off_once_another_waits(address: &Address) {
    let ask = |sql: String| {
        let sql: &'static str = sql.leak();
        move |conn: &mut Conn<'_>| conn.count(sql, &[])
    };
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let store = Store::open(address).unwrap();
        let waiting = format!("SELECT COUNT(pg_sleep(0.01)) {CLAIMS} AND NOT granted");
        while store.read(ask(waiting.clone())).await.unwrap() == 0 {}
        let cut = format!("SELECT COUNT(pg_terminate_backend(pid)) {CLAIMS} AND granted");
        assert_eq!(store.read(ask(cut)).await.unwrap(), 1);
    });
}
