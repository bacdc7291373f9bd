//! A database for every test: a copy of one that was filled once.

use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use postgres::error::SqlState;
use store::Address;
use tempfile::TempDir;

/// Which database a story is told to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DbKind {
    /// The embedded one.
    Sqlite,
    /// The server that `KREIS_TEST_POSTGRES` names.
    Postgres,
}

impl DbKind {
    /// Whether stories can be told to it here; says so loudly where not.
    ///
    /// # Panics
    /// On a CI machine without a server.
    pub fn is_here(self) -> bool {
        if self == Self::Sqlite || server().is_some() {
            return true;
        }
        assert!(
            std::env::var("CI").unwrap_or_default().is_empty(),
            "KREIS_TEST_POSTGRES is not set, and CI must tell every story to PostgreSQL"
        );
        eprintln!("SKIPPED on PostgreSQL: KREIS_TEST_POSTGRES is not set");
        false
    }
}

fn server() -> Option<String> {
    std::env::var("KREIS_TEST_POSTGRES")
        .ok()
        .filter(|url| !url.is_empty())
}

/// A database that goes away with its test.
pub struct Database {
    address: Address,
    _folder: Option<TempDir>,
    dropper: Option<Dropper>,
}

impl Database {
    /// A database without anything.
    pub fn empty(kind: DbKind) -> Self {
        match kind {
            DbKind::Postgres => create(None),
            DbKind::Sqlite => {
                let folder = tempfile::tempdir().expect("a temporary folder");
                Self {
                    address: Address::Sqlite(folder.path().join("kreis.db")),
                    _folder: Some(folder),
                    dropper: None,
                }
            }
        }
    }

    /// Where it is.
    pub const fn address(&self) -> &Address {
        &self.address
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        drop(self.dropper.take());
    }
}

/// Drops a database of the server when its test is over.
struct Dropper {
    name: String,
    /// Where its tables lie, when it is not where those of all others do.
    tablespace: Option<String>,
}

impl Drop for Dropper {
    fn drop(&mut self) {
        let name = self.name.clone();
        let tablespace = self.tablespace.take();
        let dropped = on_server(move |client| {
            client.batch_execute(&format!("DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)"))?;
            match tablespace {
                Some(space) => client.batch_execute(&format!("DROP TABLESPACE \"{space}\"")),
                None => Ok(()),
            }
        });
        if let Err(cause) = dropped {
            eprintln!("a database of a test stays behind: {cause}");
        }
    }
}

/// A database with the contents of the demo.
pub(crate) async fn filled(kind: DbKind) -> Database {
    match kind {
        DbKind::Sqlite => {
            let template = sqlite_template().await;
            let database = Database::empty(kind);
            if let Address::Sqlite(copy) = &database.address {
                std::fs::copy(template, copy).expect("the filled file is copied");
            }
            database
        }
        DbKind::Postgres => create(Some(&postgres_template().await)),
    }
}

/// The contents of the demo in an SQLite file in this folder.
pub(crate) async fn filled_in(folder: &Path) -> Database {
    let file = folder.join("kreis.db");
    std::fs::copy(sqlite_template().await, &file).expect("the filled file is copied");
    Database {
        address: Address::Sqlite(file),
        _folder: None,
        dropper: None,
    }
}

/// The test program as it was built: another build fills its own template.
fn build() -> String {
    let program = std::env::current_exe().expect("the test program has a path");
    let changed = std::fs::metadata(&program)
        .and_then(|it| it.modified())
        .expect("the test program has a date");
    let mut hasher = DefaultHasher::new();
    (program, changed).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Test runners may give every test a process of its own, so templates outlive them: the
/// first process that needs one fills it while the others wait at this lock.
async fn alone() -> File {
    let path = std::env::temp_dir().join("kreis-trial.lock");
    tokio::task::spawn_blocking(move || {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
            .expect("the lock opens");
        file.lock().expect("the lock is taken");
        file
    })
    .await
    .expect("the lock is waited for")
}

async fn sqlite_template() -> PathBuf {
    let folder = std::env::temp_dir();
    let path = folder.join(format!("kreis-trial-{}.db", build()));
    if path.exists() {
        return path;
    }
    let _alone = alone().await;
    if !path.exists() {
        forget_older(&folder);
        let work = tempfile::tempdir_in(&folder).expect("a temporary folder");
        let file = work.path().join("template.db");
        crate::fill(&Address::Sqlite(file.clone())).await;
        settle(&file);
        std::fs::rename(file, &path).expect("the template is put in place");
    }
    path
}

/// Templates of earlier builds that nobody has used for a day.
fn forget_older(folder: &Path) {
    let is_old = |entry: &std::fs::DirEntry| {
        entry
            .metadata()
            .and_then(|it| it.modified())
            .is_ok_and(|it| it.elapsed().is_ok_and(|age| age.as_secs() > 24 * 3600))
    };
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name.to_string_lossy().starts_with("kreis-trial-") && is_old(&entry) {
            drop(std::fs::remove_file(entry.path()));
        }
    }
}

async fn postgres_template() -> String {
    let name = format!("kreis_template_{}", build());
    let _alone = alone().await;
    if !exists(&name) {
        // Under another name until it is whole: a run that is broken off leaves no half.
        let draft = fresh_name("draft");
        let address = created(&draft, None);
        crate::fill(&address).await;
        let renamed = format!("ALTER DATABASE \"{draft}\" RENAME TO \"{name}\"");
        patiently(&renamed);
    }
    name
}

fn exists(name: &str) -> bool {
    let name = name.to_owned();
    let found = on_server(move |client| {
        client.query_opt("SELECT 1 FROM pg_database WHERE datname = $1", &[&name])
    });
    found.expect("PostgreSQL lists its databases").is_some()
}

/// A server notices a moment later that the last connection is gone.
fn patiently(statement: &str) {
    for _ in 0..100 {
        let text = statement.to_owned();
        match on_server(move |client| client.batch_execute(&text)) {
            Ok(()) => return,
            Err(cause) if cause.code() == Some(&SqlState::OBJECT_IN_USE) => {
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(cause) => panic!("PostgreSQL: {cause} ({:?})", cause.as_db_error()),
        }
    }
    panic!("PostgreSQL: the template stays in use");
}

/// Everything must stand in the file itself before it is copied. SQLite leaves the rest beside
/// it where the program's connections are closed at the same moment and none is the last.
fn settle(path: &Path) {
    for _ in 0..500 {
        let settled = rusqlite::Connection::open(path).and_then(|file| {
            file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| {
                row.get::<_, i64>(0)
            })
        });
        if settled == Ok(0) {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("the filled file did not settle");
}

fn create(template: Option<&str>) -> Database {
    let name = fresh_name("story");
    Database {
        address: created(&name, template),
        _folder: None,
        dropper: Some(Dropper {
            name,
            tablespace: None,
        }),
    }
}

/// The contents of the demo in a database of the server whose tables lie in this folder, while
/// everything else of the server lies where it always does. Who asks must be root, or the
/// server's own user.
pub(crate) async fn filled_in_tablespace(folder: &Path) -> Database {
    let template = postgres_template().await;
    let owner = on_server(|client| client.query_one("SHOW data_directory", &[]))
        .and_then(|row| row.try_get::<_, String>(0))
        .expect("PostgreSQL says where its data lie");
    let owner = std::fs::metadata(owner).expect("the server's folder is here");
    std::os::unix::fs::chown(folder, Some(owner.uid()), Some(owner.gid()))
        .expect("the folder becomes the server's");
    let (name, space) = (fresh_name("story"), fresh_name("space"));
    let place = folder.display();
    patiently(&format!("CREATE TABLESPACE \"{space}\" LOCATION '{place}'"));
    patiently(&format!(
        "CREATE DATABASE \"{name}\" TEMPLATE \"{template}\" TABLESPACE \"{space}\""
    ));
    let server = server().expect("KREIS_TEST_POSTGRES is set");
    Database {
        address: Address::Postgres(with_name(&server, &name)),
        _folder: None,
        dropper: Some(Dropper {
            name,
            tablespace: Some(space),
        }),
    }
}

fn created(name: &str, template: Option<&str>) -> Address {
    let server = server().expect("KREIS_TEST_POSTGRES is set");
    patiently(&match template {
        Some(template) => format!("CREATE DATABASE \"{name}\" TEMPLATE \"{template}\""),
        None => format!("CREATE DATABASE \"{name}\""),
    });
    Address::Postgres(with_name(&server, name))
}

/// The same server's address with another database.
fn with_name(server: &str, name: &str) -> String {
    let (address, query) = server.split_once('?').unwrap_or((server, ""));
    let (host, _) = address
        .rsplit_once('/')
        .expect("an address with a database");
    if query.is_empty() {
        format!("{host}/{name}")
    } else {
        format!("{host}/{name}?{query}")
    }
}

/// The blocking client must not be used inside the asynchronous runtime.
fn on_server<T: Send + 'static>(
    work: impl FnOnce(&mut postgres::Client) -> Result<T, postgres::Error> + Send + 'static,
) -> Result<T, postgres::Error> {
    let server = server().expect("KREIS_TEST_POSTGRES is set");
    std::thread::spawn(move || {
        let mut client = postgres::Client::connect(&server, postgres::NoTls)?;
        work(&mut client)
    })
    .join()
    .expect("the server's thread ends")
}

static COUNT: AtomicU64 = AtomicU64::new(0);

fn fresh_name(kind: &str) -> String {
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("kreis_{kind}_{}_{number}", std::process::id())
}

/// Every program of this process throws differently, and none as the one that filled the
/// templates did: throws become ids.
pub(crate) fn seed() -> u64 {
    FILLING + 1 + COUNT.fetch_add(1, Ordering::Relaxed)
}

/// The seed of the program that fills templates.
pub(crate) const FILLING: u64 = 1_000;
