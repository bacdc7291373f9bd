//! Every story is told to both databases, each time to a fresh one.

use std::sync::atomic::{AtomicU32, Ordering};

use postgres::{Client, NoTls};
use store::{Address, Store};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A fresh database with the ground floor's tables, gone when dropped.
pub struct Fresh {
    store: Option<Store>,
    pub address: Address,
    server: Option<(String, String)>,
    _folder: tempfile::TempDir,
}

impl Fresh {
    pub fn store(&self) -> Store {
        self.store.clone().unwrap()
    }

    pub fn is_postgres(&self) -> bool {
        self.server.is_some()
    }

    /// Says something to the server past the store; only on PostgreSQL.
    pub fn past_the_store(&self, sql: &'static str) {
        let (server, name) = self.server.clone().unwrap();
        with_client(&server, move |client| {
            client.batch_execute(&sql.replace("{name}", &name))
        });
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        self.store = None;
        if let Some((server, name)) = self.server.take() {
            with_client(&server, move |client| {
                client.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)"))
            });
        }
    }
}

/// The blocking client must not be used inside the asynchronous runtime.
fn with_client(
    server: &str,
    work: impl FnOnce(&mut Client) -> Result<(), postgres::Error> + Send + 'static,
) {
    let server = server.to_owned();
    std::thread::spawn(move || {
        let mut client = Client::connect(&server, NoTls).unwrap();
        work(&mut client).unwrap();
    })
    .join()
    .unwrap();
}

/// A fresh database of each kind. Without a server PostgreSQL is left out, which is said aloud
/// and is a failure where the checks must be whole.
pub async fn both() -> Vec<Fresh> {
    let folder = tempfile::tempdir().unwrap();
    let mut all = vec![
        fresh(
            Address::Sqlite(folder.path().join("kreis.db")),
            None,
            folder,
        )
        .await,
    ];
    if let Some(fresh) = on_postgres("").await {
        all.push(fresh);
    }
    all
}

/// A fresh database on the server, where there is one.
pub async fn on_postgres(query: &str) -> Option<Fresh> {
    let Ok(server) = std::env::var("KREIS_TEST_POSTGRES") else {
        assert!(
            std::env::var("CI").is_err(),
            "KREIS_TEST_POSTGRES must name a PostgreSQL server"
        );
        eprintln!("SKIPPED ON POSTGRESQL: KREIS_TEST_POSTGRES is not set");
        return None;
    };
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("story_{}_{number}", std::process::id());
    let made = name.clone();
    with_client(&server, move |client| {
        client.batch_execute(&format!("CREATE DATABASE {made}"))
    });
    let (host, _) = server.rsplit_once('/').unwrap();
    let address = Address::Postgres(format!("{host}/{name}{query}"));
    let folder = tempfile::tempdir().unwrap();
    Some(fresh(address, Some((server, name)), folder).await)
}

async fn fresh(
    address: Address,
    server: Option<(String, String)>,
    folder: tempfile::TempDir,
) -> Fresh {
    let store = Store::open(&address).unwrap();
    store.migrate(&[store::MIGRATIONS]).await.unwrap();
    Fresh {
        store: Some(store),
        address,
        server,
        _folder: folder,
    }
}
