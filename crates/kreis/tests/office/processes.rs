//! The program as processes: one at a time serves a database, others work beside it or not.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use store::{Address, Conn, Store};
use trial::{Database, DbKind, tokio};

/// The sessions that hold the database for one process, or wait to hold it.
const CLAIMS: &str = "FROM pg_locks WHERE locktype = 'advisory'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

impl Process {
    fn start(database: &Database, arguments: &[&str]) -> Self {
        let folder = std::env::temp_dir();
        let settings = folder.join(format!("kreis-nothing-{}.toml", std::process::id()));
        std::fs::write(&settings, "").unwrap();
        let (variable, place) = match database.address() {
            Address::Sqlite(path) => ("KREIS_DATABASE_PATH", path.display().to_string()),
            Address::Postgres(url) => ("DATABASE_URL", url.clone()),
        };
        let child = Command::new(env!("CARGO_BIN_EXE_kreis"))
            .args(["--lang", "de"])
            .args(arguments)
            .env_clear()
            .env(variable, place)
            .env("KREIS_CONFIG", settings)
            .env("KREIS_LISTEN", "127.0.0.1:0")
            .env("KREIS_BASE_URL", "http://localhost")
            .env("KREIS_MAIL_HOST", "127.0.0.1")
            .env("KREIS_MAIL_TLS", "none")
            .env("KREIS_MAIL_FROM", "kreis@example.org")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        Self(child)
    }

    /// Reads the log until the program says that it is ready; false where it ended before.
    fn becomes_ready(&mut self) -> bool {
        let log = self.0.stderr.as_mut().unwrap();
        // Byte by byte, so that nothing of what follows is lost.
        BufReader::with_capacity(1, log)
            .lines()
            .any(|line| line.unwrap().contains(" ready "))
    }

    /// What it says until it ends, and whether it did what it was asked.
    fn end(mut self) -> (bool, String) {
        let mut said = String::new();
        let log = self.0.stderr.as_mut().unwrap();
        log.read_to_string(&mut said).unwrap();
        (self.0.wait().unwrap().success(), said)
    }
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
    let mut first = Process::start(&database, &["serve"]);
    assert!(first.becomes_ready());

    let sentence = "Ein anderer Kreis-Prozess arbeitet schon mit ";
    refused(Process::start(&database, &["serve"]), sentence);
    refused(Process::start(&database, &["migrate"]), sentence);
    // Who is locked out must get a link while the program is at work.
    let link = Process::start(&database, &["sign-in", "leitung@example.org"]);
    refused(link, "Zu dieser Adresse gibt es kein Konto.");
    drop(first);
    assert!(Process::start(&database, &["serve"]).becomes_ready());
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
    let link = Process::start(&database, &["sign-in", "leitung@example.org"]);

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
    let mut first = Process::start(&database, &["serve"]);
    assert!(first.becomes_ready());
    let mut second = Process::start(&database, &["serve"]);

    cut_off_once_another_waits(database.address());
    assert!(second.becomes_ready());
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
