//! An installation whose program may be killed: database and mail server outlive it.

use std::path::Path;

use mail::{ReadMail, SinkManners};
use store::{Address, Store};

use crate::database::{self, Database, DbKind};
use crate::mailbox::Mailbox;
use crate::process::Process;
use crate::visitor::Visitor;

/// A database and a mail server for programs that come and go.
pub struct Installation {
    program: &'static str,
    mailbox: Mailbox,
    mail_port: u16,
    // Last, so that the database outlives what uses it.
    database: Database,
}

impl Installation {
    /// The sample networks, for the program at this path.
    pub async fn furnished(program: &'static str, kind: DbKind, manners: SinkManners) -> Self {
        Self::with(program, database::filled(kind).await, manners).await
    }

    /// The sample networks in an SQLite file in this folder.
    pub async fn furnished_in(program: &'static str, folder: &Path) -> Self {
        let database = database::filled_in(folder).await;
        Self::with(program, database, SinkManners::default()).await
    }

    /// The sample networks in a PostgreSQL database whose tables lie in this folder, which the
    /// server is given.
    pub async fn furnished_in_tablespace(program: &'static str, folder: &Path) -> Self {
        let database = database::filled_in_tablespace(folder).await;
        Self::with(program, database, SinkManners::default()).await
    }

    /// A database without any table.
    pub async fn empty(program: &'static str, kind: DbKind) -> Self {
        Self::with(program, Database::empty(kind), SinkManners::default()).await
    }

    async fn with(program: &'static str, database: Database, manners: SinkManners) -> Self {
        let (mailbox, mail_port) = Mailbox::open(manners).await;
        Self {
            program,
            mailbox,
            mail_port,
            database,
        }
    }

    /// Starts the program.
    pub fn start(&self, arguments: &[&str]) -> Process {
        self.start_at(self.database.address(), arguments)
    }

    fn start_at(&self, address: &Address, arguments: &[&str]) -> Process {
        Process::start(self.program, address, self.mail_port, arguments)
    }

    /// Starts to serve; a browser at where it listens.
    ///
    /// # Panics
    /// When the program ends before it is ready.
    pub fn serve(&self) -> (Process, Visitor) {
        self.serve_at(self.database.address())
    }

    /// The same where the program reaches its database by another address.
    ///
    /// # Panics
    /// When the program ends before it is ready.
    pub fn serve_at(&self, address: &Address) -> (Process, Visitor) {
        let mut process = self.start_at(address, &["serve"]);
        let Some(address) = process.becomes_ready() else {
            panic!("the program ended: {}", process.end().1);
        };
        (process, Visitor::of(address))
    }

    /// The link that lets an account in, from the program's own command.
    ///
    /// # Panics
    /// When the program refuses.
    pub fn sign_in_link(&self, account: &str) -> String {
        let (success, said) = self.start(&["sign-in", account]).end();
        assert!(success, "{said}");
        said.split_whitespace()
            .find(|word| word.starts_with(crate::SERVED_URL))
            .unwrap_or_else(|| panic!("no link: {said}"))
            .to_owned()
    }

    /// Looks into the database beside whoever works on it.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub fn store(&self) -> Store {
        Store::open(self.database.address()).expect("the database opens")
    }

    /// Where the database is.
    pub const fn address(&self) -> &Address {
        self.database.address()
    }

    /// All mails that came, in order.
    pub async fn mails(&self) -> Vec<ReadMail> {
        self.mailbox.read().await
    }
}
