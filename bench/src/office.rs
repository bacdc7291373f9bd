//! An installation in a folder of its own: migrated, filled, and served by `kreis serve`.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::time::Duration;

use base::{Clock, Dice, Moment};
use sha2::{Digest, Sha256};
use store::{Address, Store};
use tempfile::TempDir;

use crate::Failed;
use crate::child::Child;
use crate::records::{self, Amount, Filled};
use crate::wire::{Answer, Wire};

/// A key that everybody may know: the one that the tests of signing use.
const DKIM_KEY: &str = include_str!("../../crates/mail/src/tests/keys/rsa-2048.pem");
/// The value of the office's session cookie.
const TOKEN: &str = "the-office-of-the-bench";
/// How long a server may take to answer at all.
const PATIENCE: Duration = Duration::from_secs(20);

/// The installation; its folder goes when it is dropped.
pub struct Office {
    folder: TempDir,
    config: PathBuf,
    /// Where it listens when it is open.
    pub address: SocketAddr,
    /// The addresses of what lies in it.
    pub filled: Filled,
}

impl Office {
    /// Lays down settings and database, with this mail server where one is needed.
    pub fn furnish(amount: Amount, mail: Option<SocketAddr>) -> Result<Self, Failed> {
        Self::furnish_at(amount, mail, None)
    }

    /// The same on an empty database of this server, where one is named.
    pub fn furnish_at(
        amount: Amount,
        mail: Option<SocketAddr>,
        server: Option<&str>,
    ) -> Result<Self, Failed> {
        let folder = tempfile::tempdir()?;
        let config = folder.path().join("kreis.toml");
        let database = database_in(folder.path(), server);
        std::fs::write(folder.path().join("dkim.pem"), DKIM_KEY)?;
        let address = free_address()?;
        std::fs::write(
            &config,
            settings((folder.path(), &database), address, mail)?,
        )?;
        let migrate = ["migrate", "--config", text(&config)?];
        Child::start("kreis", &migrate, None)?.join()?;
        let filled = fill(&database, amount)?;
        Ok(Self {
            folder,
            config,
            address,
            filled,
        })
    }

    /// A path in the installation's folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Where its database is.
    pub fn database(&self, server: Option<&str>) -> Address {
        database_in(self.folder.path(), server)
    }

    /// Starts `kreis serve` with something in its environment, and waits until it answers.
    pub fn open_with(&self, env: &[(&str, String)]) -> Result<Child, Failed> {
        let serve = ["serve", "--config", text(&self.config)?];
        let child = Child::start_with("kreis", &serve, None, env)?;
        self.first_answer("/healthz")?;
        Ok(child)
    }

    /// Starts `kreis serve` without waiting for anything.
    pub fn start(&self, workers: Option<usize>) -> Result<Child, Failed> {
        Child::start(
            "kreis",
            &["serve", "--config", text(&self.config)?],
            workers,
        )
    }

    /// Starts `kreis serve` and waits until it answers.
    pub fn open(&self, workers: Option<usize>) -> Result<Child, Failed> {
        let child = self.start(workers)?;
        self.first_answer("/healthz")?;
        Ok(child)
    }

    /// Asks every millisecond until a page is answered with 200.
    pub fn first_answer(&self, path: &str) -> Result<(), Failed> {
        let request = crate::wire::get(path, None, None);
        let asking = async {
            loop {
                if let Ok(mut wire) = Wire::open(self.address).await
                    && matches!(wire.status(&request).await, Ok(200))
                {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        in_runtime(async { tokio::time::timeout(PATIENCE, asking).await })?
            .map_err(|_| format!("nobody answered {path}").into())
    }

    /// Asks once.
    pub fn ask(&self, request: &[u8]) -> Result<Answer, Failed> {
        in_runtime(async { Wire::open(self.address).await?.ask(request).await })?
    }

    /// The address that pages carry in their links.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// The office's cookie.
pub fn cookie() -> String {
    format!("kreis_session={TOKEN}")
}

/// Runs something asynchronous on this thread.
pub fn in_runtime<T>(work: impl Future<Output = T>) -> Result<T, Failed> {
    Ok(tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(work))
}

fn text(path: &Path) -> Result<&str, Failed> {
    path.to_str().ok_or_else(|| "a path beyond UTF-8".into())
}

fn free_address() -> Result<SocketAddr, Failed> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?)
}

fn database_in(folder: &Path, server: Option<&str>) -> Address {
    match server {
        Some(url) => Address::Postgres(url.to_owned()),
        None => Address::Sqlite(folder.join("kreis.db")),
    }
}

fn settings(
    (folder, database): (&Path, &Address),
    listen: SocketAddr,
    mail: Option<SocketAddr>,
) -> Result<String, Failed> {
    let port = mail.map_or(9, |it| it.port());
    let folder = text(folder)?;
    let database = match database {
        Address::Sqlite(path) => format!("path = '{}'", text(path)?),
        Address::Postgres(url) => format!("url = '{url}'"),
    };
    Ok(format!(
        "[server]\nlisten = '{listen}'\nbase_url = 'http://{listen}'\nbehind_proxy = true\n\
         [database]\n{database}\n\
         [mail]\nhost = '127.0.0.1'\nport = {port}\ntls = 'none'\nfrom = 'buero@kreis.example'\n\
         [mail.dkim]\ndomain = 'kreis.example'\nselector = 'bench'\n\
         key_file = '{folder}/dkim.pem'\n"
    ))
}

fn fill(database: &Address, amount: Amount) -> Result<Filled, Failed> {
    let store = Store::open(database)?;
    let mut moment = Moment::new(Clock::real().now(), Dice::from_machine().throw());
    let token = Sha256::digest(TOKEN).to_vec();
    let filled =
        in_runtime(store.write(move |conn| records::fill(conn, &mut moment, amount, &token)))?;
    Ok(filled?)
}
