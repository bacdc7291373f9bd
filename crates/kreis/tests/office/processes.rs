//! The program as processes: one at a time serves a database, others work beside it or not.

use mail::SinkManners;
use store::{Address, Conn, Store};
use trial::{Database, DbKind, Installation, Process, Visitor, form, tokio};

use crate::one_guest;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kreis");

/// The sessions that hold the database for one process, or wait to hold it.
const CLAIMS: &str = "FROM pg_locks WHERE locktype = 'advisory'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

/// Nothing here reaches a mail server.
const NO_MAIL: u16 = 9;

fn start(database: &Database, arguments: &[&str]) -> Process {
    Process::start(PROGRAM, database.address(), NO_MAIL, arguments)
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

#[test]
fn the_demo_begins_on_a_day_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let mut demo = Process::demo(PROGRAM, folder.path(), &["--on", "2018-03-05"]);
    let address = demo.becomes_ready().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let page = runtime.block_on(async { Visitor::of(address).get("/weimar").await });

    assert!(page.has("5. März 2018"), "{}", page.text());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    let (success, said) = demo.stop();
    assert!(success, "{said}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// The last path segment of the link with these words in it.
fn token_of(text: &str, words: &str) -> String {
    let mut links = text.split_whitespace().filter(|it| it.contains(words));
    let link = links.next().unwrap_or_else(|| panic!("no {words}: {text}"));
    let path = link.split('?').next().unwrap();
    path.rsplit('/').next().unwrap().to_owned()
}

/// The words of the mail that holds such a link, as soon as it comes.
async fn mail_with(office: &Installation, words: &str) -> String {
    for _ in 0..3000 {
        let mails = office.mails().await;
        let mut texts = mails.into_iter().rev().filter_map(|it| it.text);
        if let Some(text) = texts.find(|it| it.contains(words)) {
            return text;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("no mail with {words}");
}

/// The address of a calendar of one's own.
async fn calendar(browser: &Visitor) -> String {
    let made = browser.post("/konto/kalender", form![]).await;
    assert_eq!(made.status, 303, "{}", made.text());
    made.location().rsplit('/').next().unwrap().to_owned()
}

async fn the_log_names_nobody() {
    let office = Installation::furnished(PROGRAM, DbKind::Sqlite, SinkManners::default()).await;
    let link = office.sign_in_link(kreis::demo::contents::OFFICE);
    let (process, nobody) = office.serve();
    let entered = nobody.post(&link, form![]).await;
    assert_eq!(entered.status, 303);
    let browser = nobody.clone().with_cookie_of(&entered);
    let mut secrets = vec![token_of(&link, "/anmelden/link/")];

    let wish = form![("mail", kreis::demo::contents::OFFICE), ("weiter", "")];
    assert_eq!(nobody.post("/anmelden", wish).await.status, 303);
    let by_mail = token_of(
        &mail_with(&office, "/anmelden/link/").await,
        "/anmelden/link/",
    );
    let path = format!("/anmelden/link/{by_mail}");
    assert_eq!(nobody.get(&path).await.status, 200);
    assert_eq!(nobody.post(&path, form![]).await.status, 303);

    one_guest::invite(&office, &browser).await;
    let invitation = mail_with(&office, one_guest::TITLE).await;
    let answer = token_of(&invitation, "/antwort/");
    let path = format!("/antwort/{answer}");
    assert_eq!(nobody.get(&path).await.status, 200);
    assert_eq!(
        nobody.post(&path, form![("reply", "yes")]).await.status,
        303
    );

    let feed = calendar(&browser).await;
    let path = format!("/kalender/{feed}.ics");
    assert_eq!(nobody.get(&path).await.status, 200);
    let search = "/weimar/suche?q=Abendstern";
    assert!(browser.get(search).await.has(one_guest::NAME));

    let (success, said) = process.stop();
    assert!(success, "{said}");
    // What was asked for stands there, without what nobody may read.
    for path in [
        "/antwort",
        "/kalender",
        "/anmelden/link",
        "/{network}/suche",
    ] {
        assert!(said.contains(path), "{path} is not in {said}");
    }
    secrets.extend([by_mail, answer, feed, cookie_of(&entered)]);
    secrets.extend(["Abendstern", "abendstern", kreis::demo::contents::OFFICE].map(str::to_owned));
    for secret in secrets {
        assert!(!said.contains(&secret), "{secret} is in {said}");
    }
}

/// The secret that a browser was given.
fn cookie_of(entered: &trial::Seen) -> String {
    let cookie = entered.header("set-cookie").split(';').next().unwrap();
    let (_, value) = cookie.split_once('=').unwrap();
    assert!(value.len() >= 40, "{value}");
    value.to_owned()
}

#[test]
fn the_log_of_a_server_names_neither_people_nor_secrets() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(the_log_names_nobody());
}
