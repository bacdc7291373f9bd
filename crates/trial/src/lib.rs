//! For tests: the whole program with sample data, a frozen hour, people of each role, both
//! databases.
//!
//! ```ignore
//! use trial::{form, story};
//!
//! story!(the_office_sees_what_is_due, |trial| async {
//!     let page = trial.office.get("/weimar/intern").await;
//!     assert_eq!(page.status, 200);
//!     assert!(page.has("Postausgang"));
//!     let answer = trial.office.post("/weimar/personen", form![("name", "Leitung Mobile Hilfen")]).await;
//!     trial.run_due().await;
//!     let mails = trial.mails().await;
//! });
//! ```
//!
//! A story is told twice, as the tests `NAME::sqlite` and `NAME::postgres`. It begins on
//! 20 November 2017 at nine, with the contents of the demo: the networks `weimar`, `celle` and
//! the Landesverband. `Trial::empty` gives a program without any network.

#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a trial fails by panicking, like every test"
)]

mod database;
mod installation;
mod mailbox;
mod place;
mod process;
mod seen;
mod story;
mod visitor;

use std::sync::Arc;

use axum::Router;
use base::{Clock, Dice, Halt, access};
use jiff::Timestamp;
use jiff::civil::date;
use kreis::demo::{Role, contents};
use mail::{MailSettings, Sink, SinkManners};
use shell::{App, Seams, Settings};
use sign_in::{Locks, Seal};
use store::{Address, Conn};
use tempfile::TempDir;
use vault::{Places, Start, Vault};

pub use axum::http::StatusCode;
pub use database::{Database, DbKind};
pub use installation::Installation;
pub use mail::ReadMail;
pub use process::Process;
pub use seen::Seen;
pub use story::tell;
pub use tokio;
pub use visitor::{File, Visitor};

use mailbox::Mailbox;

/// The address that links in mails begin with.
pub const BASE_URL: &str = "http://kreis.test";
/// The same where the program is a process of its own, which takes no other without TLS.
pub const SERVED_URL: &str = "http://localhost";

/// A program at work on a database of its own.
pub struct Trial {
    /// The program.
    pub app: App,
    /// Nobody who is signed in.
    pub nobody: Visitor,
    /// The office of `weimar`.
    pub office: Visitor,
    /// The leader of a group of `weimar`.
    pub leader: Visitor,
    /// The contact person of a member of `weimar`.
    pub member: Visitor,
    /// The operator, who belongs to no network.
    pub operator: Visitor,
    /// Who watches over data protection in `weimar`.
    pub protection: Visitor,
    /// The office of `celle`.
    pub stranger: Visitor,
    router: Router,
    mailbox: Mailbox,
    keys: TempDir,
    // Last, so that the database outlives the program that uses it.
    database: Database,
}

impl Trial {
    /// The sample networks on the morning of 20 November 2017.
    pub async fn open(kind: DbKind) -> Self {
        Self::with_manners(kind, SinkManners::default()).await
    }

    /// The same, with a mail server of these manners.
    pub async fn with_manners(kind: DbKind, manners: SinkManners) -> Self {
        Self::start(database::filled(kind).await, manners, false)
            .await
            .with_people()
            .await
    }

    /// The same where these roles must give a second factor.
    pub async fn demanding(kind: DbKind, roles: Vec<access::Role>) -> Self {
        let filled = database::filled(kind).await;
        Self::start_with(filled, SinkManners::default(), locks(roles), false)
            .await
            .with_people()
            .await
    }

    /// The same as `kreis demo` shows it: with its clock, its mailbox and its doors. Mails stay
    /// with the trial until they are handed to `kreis::demo::keep`.
    pub async fn demo(kind: DbKind) -> Self {
        Self::start(database::filled(kind).await, SinkManners::default(), true)
            .await
            .with_people()
            .await
    }

    async fn with_people(mut self) -> Self {
        let trial = &mut self;
        trial.office = trial.signed_in_as(Role::Office.mail()).await;
        trial.leader = trial.signed_in_as(Role::Leader.mail()).await;
        trial.member = trial.signed_in_as(Role::Member.mail()).await;
        trial.operator = trial.signed_in_as(Role::Operator.mail()).await;
        trial.protection = trial.known(Role::Protection.mail()).await;
        trial.stranger = trial.signed_in_as(contents::STRANGER).await;
        self
    }

    /// A program without any network, as on its first day.
    pub async fn empty(kind: DbKind) -> Self {
        Self::start(Database::empty(kind), SinkManners::default(), false).await
    }

    async fn start(database: Database, manners: SinkManners, demo: bool) -> Self {
        Self::start_with(database, manners, locks(Vec::new()), demo).await
    }

    async fn start_with(
        database: Database,
        manners: SinkManners,
        locks: Locks,
        demo: bool,
    ) -> Self {
        let (mailbox, sink_port) = Mailbox::open(manners).await;
        let chance = (database::seed(), demo);
        let keys = tempfile::tempdir().expect("a temporary folder");
        let vault = Vault::open(&places(&keys), Start::MakesKey).expect("the keys' store opens");
        let app = program(database.address(), sink_port, (locks, vault), chance).await;
        let router = shell::open(&app);
        let nobody = Visitor::new(router.clone(), None);
        Self {
            router,
            office: nobody.clone(),
            leader: nobody.clone(),
            member: nobody.clone(),
            operator: nobody.clone(),
            protection: nobody.clone(),
            stranger: nobody.clone(),
            nobody,
            mailbox,
            app,
            keys,
            database,
        }
    }

    /// The same, or nobody: in what an earlier release left not every role is filled.
    async fn known(&self, address: &str) -> Visitor {
        let token = kreis::house::session(&self.app, address).await;
        let cookie = token
            .expect("the session opens")
            .map(|token| format!("{}={token}", shell::SESSION_COOKIE));
        Visitor::new(self.router.clone(), cookie)
    }

    /// Signs in the account of a mail address, without its mail.
    ///
    /// # Panics
    /// When there is no such account.
    pub async fn signed_in_as(&self, address: &str) -> Visitor {
        let token = kreis::house::session(&self.app, address)
            .await
            .expect("the session opens")
            .unwrap_or_else(|| panic!("no account {address}"));
        let cookie = format!("{}={token}", shell::SESSION_COOKIE);
        Visitor::new(self.router.clone(), Some(cookie))
    }

    /// Runs all work that is due, and hands the mails over.
    pub async fn run_due(&self) -> usize {
        shell::run_due(&self.app).await.expect("the queue is read")
    }

    /// Moves the clock; what becomes due on the way is done.
    pub async fn move_to(&self, at: Timestamp) {
        kreis::demo::clock::through(&self.app, at)
            .await
            .expect("the clock moves");
    }

    /// Moves the clock to a local time in Berlin, as in `2017-12-07T14:00`.
    pub async fn move_to_local(&self, local: &str) {
        let local: jiff::civil::DateTime = local.parse().expect("a local time");
        let zoned = local.in_tz("Europe/Berlin").expect("a time of Berlin");
        self.move_to(zoned.timestamp()).await;
    }

    /// All mails that went out so far, in order; due work is not run first.
    pub async fn mails(&self) -> Vec<ReadMail> {
        self.mailbox.read().await
    }

    /// The mails as they travelled.
    pub async fn raw_mails(&self) -> Vec<mail::ReceivedMail> {
        self.mailbox.raw().await
    }

    /// The folder with the keys that lie outside of the database, and the operator's key.
    pub fn keys(&self) -> &std::path::Path {
        self.keys.path()
    }

    /// Looks into the database.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn<'_>) -> Result<T, base::Fault> + Send + 'static,
    ) -> T {
        self.app.store.read(work).await.expect("the database reads")
    }

    /// Acts directly, past the pages.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn<'_>, &mut base::Moment) -> Result<T, Halt> + Send + 'static,
    ) -> Result<T, Halt> {
        let mut moment = self.app.moment();
        self.app
            .store
            .write(move |conn| work(conn, &mut moment))
            .await
    }
}

/// Where the keys of a trial lie.
fn places(keys: &TempDir) -> Places {
    Places {
        folder: keys.path().join("keys"),
        key_file: keys.path().join("operator.key"),
        copy: None,
    }
}

/// The morning on which every trial begins.
pub fn morning() -> Timestamp {
    date(2017, 11, 20)
        .at(9, 0, 0, 0)
        .in_tz("Europe/Berlin")
        .expect("Berlin is known")
        .timestamp()
}

/// The key of every trial's secrets.
fn locks(roles: Vec<access::Role>) -> Locks {
    let seal = Seal::of_line("dHJpYWwtdHJpYWwtdHJpYWwtdHJpYWwtdHJpYWwhIT0=");
    Locks::new(
        roles,
        Some(seal.expect("a key of thirty-two bytes")),
        Vec::new(),
    )
}

/// The program on a database, with a frozen hour and the same throws every time.
async fn program(
    address: &Address,
    sink_port: u16,
    (locks, vault): (Locks, Vault),
    (seed, demo): (u64, bool),
) -> App {
    let store = store::Store::open(address).expect("the database opens");
    let settings = MailSettings::on_this_machine(sink_port, kreis::demo::SENDER);
    let folder = match address {
        Address::Sqlite(path) => path.parent(),
        Address::Postgres(_) => None,
    };
    let rooms = kreis::house::rooms_with(&settings, locks, Arc::default(), folder)
        .expect("the rooms come together");
    let mut rooms = kreis::house::with_vault(rooms, Some(vault));
    if demo {
        rooms.push(kreis::demo::room());
    }
    let seams = Seams {
        clock: Clock::frozen(morning()),
        real_clock: Clock::frozen(morning()),
        dice: Dice::seeded(seed),
    };
    let settings = Settings {
        base_url: BASE_URL.to_owned(),
        behind_proxy: false,
        upload_limit: 10 * 1024 * 1024,
        demo,
        mail_from: kreis::demo::SENDER.to_owned(),
        answers_to: None,
    };
    kreis::house::build(store, seams, rooms, settings)
        .await
        .expect("the program comes together")
}

/// Fills a fresh database with the contents of the demo.
async fn fill(address: &Address) {
    let (mailbox, sink_port) = Mailbox::open(SinkManners::default()).await;
    let keys = tempfile::tempdir().expect("a temporary folder");
    let vault = Vault::open(&places(&keys), Start::MakesKey).expect("the keys' store opens");
    let app = program(
        address,
        sink_port,
        (locks(Vec::new()), vault),
        (database::FILLING, false),
    )
    .await;
    contents::fill(&app, kreis::demo::DAY)
        .await
        .expect("the sample data is accepted");
    drop(mailbox);
}

/// A sink that is kept open.
pub(crate) async fn sink(
    manners: SinkManners,
) -> (Sink, tokio::sync::mpsc::Receiver<mail::ReceivedMail>) {
    Sink::start(manners).await.expect("the mail sink starts")
}
