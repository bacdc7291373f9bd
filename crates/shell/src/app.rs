//! What the whole program shares: store, clocks, dice, phrases, rooms and settings.

use std::sync::Arc;

use base::{Clock, Dice, Fault, Lang, Moment};
use store::Store;

use crate::front::Measures;
use crate::keep::Kept;
use crate::keep::memory::Memory;
use crate::limits::Limits;
use crate::phrases::Phrases;
use crate::room::Room;

/// What the shell needs to know of the installation.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address that people type, without a slash at its end: `https://kreis.example`.
    pub base_url: String,
    /// Whether a proxy in front of us says who the client is (`X-Forwarded-For`).
    pub behind_proxy: bool,
    /// The largest upload in bytes.
    pub upload_limit: usize,
    /// Whether this is the demo, with its clock and its mail page.
    pub demo: bool,
    /// The address that mails come from where a network has none of its own.
    pub mail_from: String,
    /// The address of the mailbox that the program reads; letters ask for answers there, and
    /// the office's own address stands back behind it.
    pub answers_to: Option<String>,
}

impl Settings {
    /// Whether browsers reach us over TLS, so that cookies may say so.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// A handle to everything shared; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Shared>);

/// The shared parts themselves.
pub struct Shared {
    /// The database.
    pub store: Store,
    /// The office's time; the demo moves it.
    pub clock: Clock,
    /// The machine's time, for sign-in and cookies.
    pub real_clock: Clock,
    /// Chance.
    pub dice: Dice,
    /// All words.
    pub phrases: Phrases,
    /// The rooms of the house.
    pub rooms: Vec<Room>,
    /// How the installation is set up.
    pub settings: Settings,
    /// Rendered public pages.
    pub kept: Kept,
    /// What was reckoned out and holds until something changes.
    pub(crate) memory: Memory,
    /// How often something may be tried.
    pub limits: Limits,
    /// How many requests were answered.
    pub measures: Measures,
    /// Held while jobs run, so that two who ask for it never run the same job at once.
    pub(crate) queue: tokio::sync::Mutex<()>,
}

impl std::ops::Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// Where time and chance come from.
pub struct Seams {
    /// The office's time.
    pub clock: Clock,
    /// The machine's time.
    pub real_clock: Clock,
    /// Chance.
    pub dice: Dice,
}

impl App {
    /// Puts the rooms together.
    ///
    /// # Errors
    /// When the rooms' phrase files do not fit together.
    pub fn new(
        store: Store,
        seams: Seams,
        rooms: Vec<Room>,
        settings: Settings,
    ) -> Result<Self, Fault> {
        let mut files = vec![
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ];
        files.extend(rooms.iter().flat_map(|room| room.phrases.iter().copied()));
        let phrases = Phrases::read(&files)?;
        let Seams {
            clock,
            real_clock,
            dice,
        } = seams;
        let kept = Kept::default();
        Ok(Self(Arc::new(Shared {
            store,
            clock,
            real_clock,
            dice,
            phrases,
            rooms,
            settings,
            kept,
            memory: Memory::default(),
            limits: Limits::default(),
            measures: Measures::default(),
            queue: tokio::sync::Mutex::default(),
        })))
    }

    /// An act at the office's present.
    pub fn moment(&self) -> Moment {
        Moment::new(self.clock.now(), self.dice.throw())
    }

    /// An act at the machine's present: sign-in, sessions.
    pub fn real_moment(&self) -> Moment {
        Moment::new(self.real_clock.now(), self.dice.throw())
    }

    /// A room's tool, by its type.
    pub fn tool<T: std::any::Any>(&self) -> Option<&T> {
        self.rooms
            .iter()
            .filter_map(|room| room.tool.as_ref())
            .find_map(|tool| tool.downcast_ref())
    }

    /// The full address of a path, for mails, feeds and documents.
    pub fn url(&self, lang: Lang, path: &str) -> String {
        format!("{}{}{path}", self.settings.base_url, lang.prefix())
    }
}
