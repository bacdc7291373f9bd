//! The contract that every room fills and that the program collects.

pub mod archive;
pub mod described;
pub mod digest;
pub mod expected;
pub mod holding;
pub mod protection;
pub mod reference;
pub mod wording;

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use base::access::Right;
use base::{
    Fault, GatheringId, GroupId, HandoverId, Lang, LetterId, Moment, NetworkId, PersonId, SessionId,
};
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Conn, Filling, Found, Migration};
use uuid::Uuid;

use crate::app::App;
use crate::page::Link;
use crate::routes::Routes;
use crate::visit::{Identified, Visit};
use archive::{Chapter, NotTold};
use described::Describe;
use digest::Digest;
use expected::Expects;
use holding::{Holding, Retained};
use protection::Protection;
use reference::{Below, Named, Reference};
use wording::{Wording, Wordings};

/// One room: what it brings to the program.
#[derive(Clone, Default)]
pub struct Room {
    /// Its name, as its folder.
    pub name: &'static str,
    /// Its tables.
    pub migrations: &'static [Migration],
    /// What it fills in once its tables are there.
    pub fillings: &'static [Filling],
    /// Its words.
    pub phrases: &'static [(Lang, &'static str)],
    /// Its addresses with the rights they need.
    pub routes: Option<fn(&mut Routes)>,
    /// Its entries in a network's main navigation.
    pub nav: &'static [NavEntry],
    /// Its work in the background.
    pub jobs: &'static [JobKind],
    /// Its mails.
    pub letters: &'static [LetterKind],
    /// The texts of its mails that a network may say in its own words.
    pub wordings: &'static [Wording],
    /// What it shows on other rooms' pages.
    pub panels: &'static [Panel],
    /// What it adds to the machine-readable facts of a gathering.
    pub describe: Option<Describe>,
    /// Whom it expects at a gathering beside those who were invited.
    pub expects: Option<Expects>,
    /// What it tells the office in the morning.
    pub digest: &'static [Digest],
    /// Who its records for invited people are for.
    pub circles: &'static [Circle],
    /// What it keeps about people.
    pub holdings: &'static [Holding],
    /// What it keeps for a time only.
    pub retained: &'static [Retained],
    /// Its columns that name a person, an organisation or a group.
    pub references: &'static [Reference],
    /// Its columns that hang on rows which may give way to others.
    pub below: &'static [Below],
    /// How it makes findable again what follows from a record that was merged or parted.
    pub refresh: Option<Refresh>,
    /// What it puts into an archive of everything.
    pub chapters: &'static [Chapter],
    /// Its tables that go into no archive.
    pub not_told: &'static [NotTold],
    /// How it recognises networks and accounts; one room offers this.
    pub identify: Option<Identify>,
    /// How it lets a session live on from its use; the room that identifies offers this.
    pub renew: Option<Renew>,
    /// What it asks of a session before that opens what its account may.
    pub gate: Option<Gate>,
    /// The ways to sign in that it adds to the sign-in page.
    pub entrances: Option<Entrances>,
    /// What it does for data protection in all rooms; one room offers this.
    pub protection: Option<Protection>,
    /// What its background work needs at hand and no transaction gives: a connection to the
    /// mail server, a press. Found again by its type, see [`App::tool`].
    pub tool: Option<Arc<dyn Any + Send + Sync>>,
}

/// Finds the network of an address and the person of a session token.
pub type Identify = fn(
    conn: &mut Conn<'_>,
    slug: Option<&str>,
    token: Option<&[u8]>,
    hours: Hours,
) -> Result<Identified, Fault>;

/// Makes findable again what follows from a record of this kind and id, after rows were written
/// past the room's own acts.
pub type Refresh = fn(&mut Conn<'_>, &mut Moment, (Named, Uuid)) -> Result<(), Fault>;

/// Notes that a session is in use; asked for when [`Identified::session_is_due`] says so.
pub type Renew =
    fn(conn: &mut Conn<'_>, session: SessionId, real_now: Timestamp) -> Result<(), Fault>;

/// Looks at a session that was recognised, and may hold it back: it then says where what is
/// missing is done ([`Identified::detour`]), and leaves the actor no right beyond that.
pub type Gate =
    fn(conn: &mut Conn<'_>, app: &App, identified: &mut Identified) -> Result<(), Fault>;

/// Links of the sign-in page to other ways of signing in, which lead on to this path then.
pub type Entrances = fn(visit: &Visit, onward: &str) -> Vec<Link>;

/// The two hours of a request: terms go by the office's, sessions by the machine's.
#[derive(Clone, Copy, Debug)]
pub struct Hours {
    /// The office's time; the demo moves it.
    pub office: Timestamp,
    /// The machine's time.
    pub real: Timestamp,
}

/// An entry of the main navigation, shown to whom its right allows it.
#[derive(Clone, Copy, Debug)]
pub struct NavEntry {
    /// Phrase key of its label.
    pub key: &'static str,
    /// Path below the network, with a leading slash; empty for the network's home.
    pub path: &'static str,
    /// Who sees it.
    pub right: Right,
    /// Where it stands.
    pub section: Section,
    /// Lower numbers stand first.
    pub order: u8,
}

/// The parts of the main navigation. Whoever sees few entries finds them side by side; for an
/// office, which sees nearly all, they stand under their sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What everybody may read, in a row of its own.
    Public,
    /// The start page of those who belong to the network.
    Inner,
    /// Tasks, decisions, polls.
    Work,
    /// Organisations, people, groups and their lists.
    Register,
    /// Mails and letters.
    Post,
    /// Settings, rights, data protection.
    Administration,
}

impl Section {
    /// Phrase key of its label.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Public => "shell-nav-public",
            Self::Inner => "shell-nav-inner",
            Self::Work => "shell-nav-work",
            Self::Register => "shell-nav-register",
            Self::Post => "shell-nav-post",
            Self::Administration => "shell-nav-administration",
        }
    }
}

/// A kind of background work.
#[derive(Clone, Copy)]
pub struct JobKind {
    /// Its name in the queue.
    pub kind: &'static str,
    /// Does it; may be called twice for the same job and looks at the record again.
    pub run: fn(App, String) -> BoxFuture<'static, Result<Done, JobFault>>,
}

/// A job has succeeded; what is left to write is written together with its end.
#[derive(Default)]
pub struct Done(Option<LastWord>);

type LastWord = Box<dyn FnOnce(&mut Conn<'_>) -> Result<(), Fault> + Send>;

impl Done {
    /// With something to write in the transaction that strikes the job: all of it or nothing.
    pub fn with(
        last_word: impl FnOnce(&mut Conn<'_>) -> Result<(), Fault> + Send + 'static,
    ) -> Self {
        Self(Some(Box::new(last_word)))
    }

    pub(crate) fn write(self, conn: &mut Conn<'_>) -> Result<(), Fault> {
        self.0.map_or(Ok(()), |last_word| last_word(conn))
    }
}

/// Why a job did not succeed.
#[derive(Debug)]
pub enum JobFault {
    /// Worth another try, after this wait or after the queue's own.
    Again(Fault, Option<Duration>),
    /// No use in trying again.
    Never(Fault),
}

impl From<Fault> for JobFault {
    fn from(fault: Fault) -> Self {
        Self::Again(fault, None)
    }
}

/// A kind of mail and how it is written when it goes out.
#[derive(Clone, Copy)]
pub struct LetterKind {
    /// Its name in the outbox; the phrase key of its label is `letter-` and this name.
    pub kind: &'static str,
    /// Writes it; none where what it tells has passed away meanwhile.
    pub compose: fn(&mut Conn<'_>, &App, &Addressed) -> Result<Option<Content>, Fault>,
    /// Writes an example, for whoever chooses a network's words; none where a network has no
    /// say in them.
    pub sample: Option<Sample>,
}

/// Writes an example of a letter in a network's name, in a language and in these words. What
/// is in it opens nothing, and nothing is kept of it.
pub type Sample =
    fn(&mut Conn<'_>, &App, NetworkId, (Lang, &Wordings)) -> Result<Option<Content>, Fault>;

/// A letter that waits to be written: whom it goes to and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressed {
    /// Its id.
    pub id: LetterId,
    /// The network in whose name it goes.
    pub network: Option<NetworkId>,
    /// Its kind.
    pub kind: String,
    /// What it is about, mostly an id.
    pub subject: String,
    /// What else its writer needs, as JSON.
    pub detail: String,
    /// The recipient's name.
    pub to_name: String,
    /// The recipient's mail address.
    pub to_address: String,
    /// The recipient's language.
    pub lang: Lang,
    /// When the office wrote it.
    pub written_at: Timestamp,
}

/// What a letter says; sender, recipient, id and signature are the outbox's.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// The subject line.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: Option<String>,
    /// The calendar part.
    pub calendar: Option<mail::CalendarPart>,
    /// Files that are printed for it; they stand before the others.
    pub papers: Vec<Paper>,
    /// Files as they are.
    pub attachments: Vec<mail::Attachment>,
    /// Whether one person's act asked for it (a sign-in link) or the program sent it.
    pub automatic: bool,
}

impl Content {
    /// The same with its papers printed, which takes milliseconds each: to be called where
    /// blocking is allowed and where nobody waits for the transaction that read them.
    ///
    /// # Errors
    /// When a paper cannot be printed.
    pub fn printed(mut self) -> Result<Self, Fault> {
        let papers = std::mem::take(&mut self.papers).into_iter();
        let mut files: Vec<_> = papers.map(Paper::printed).collect::<Result<_, _>>()?;
        files.append(&mut self.attachments);
        self.attachments = files;
        Ok(self)
    }
}

/// A PDF that goes with a letter, with everything that is to stand in it.
#[derive(Clone)]
pub struct Paper {
    file_name: String,
    print: Arc<dyn Fn() -> Result<Vec<u8>, Fault> + Send + Sync>,
}

impl Paper {
    /// A paper that `print` makes.
    pub fn new(
        file_name: String,
        print: impl Fn() -> Result<Vec<u8>, Fault> + Send + Sync + 'static,
    ) -> Self {
        Self {
            file_name,
            print: Arc::new(print),
        }
    }

    /// What the file will be called.
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// The file; see [`Content::printed`].
    ///
    /// # Errors
    /// When the press refuses.
    pub fn printed(self) -> Result<mail::Attachment, Fault> {
        Ok(mail::Attachment {
            bytes: (self.print)()?,
            file_name: self.file_name,
            content_type: "application/pdf".to_owned(),
        })
    }
}

impl std::fmt::Debug for Paper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Paper").field(&self.file_name).finish()
    }
}

/// Where panels are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'p> {
    /// A network's public front page.
    Home,
    /// The signed-in start page.
    Start,
    /// A gathering's page.
    Gathering(GatheringId),
    /// A gathering's attendance list, for whoever keeps it.
    Attendance(GatheringId),
    /// A person's page.
    Person(PersonId),
    /// A group's page.
    Group(GroupId),
    /// What follows from somebody's functions, on the person's page.
    Standing(PersonId),
    /// What the office keeps of somebody beside their functions, further down on the person's page.
    Keeping(PersonId),
    /// A function that goes from one person to another.
    Handover(Handover),
    /// A network's privacy notice.
    Notice,
    /// Everything that carries a tag.
    Tag(&'p str),
    /// Somebody's own registration, with the token of the link that opened it.
    Registration(Uuid, &'p str),
}

/// A function that goes from one person to another: planned, or entered already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Who has it.
    pub from: PersonId,
    /// Who gets it; none where the person is not entered yet.
    pub to: Option<PersonId>,
    /// The last day of the one who has it.
    pub last_day: Date,
    /// Its id, once it is entered: only then there is something to do.
    pub entered: Option<HandoverId>,
}

/// What a room shows on another room's page.
#[derive(Clone, Copy)]
pub struct Panel {
    /// Lower numbers stand first.
    pub order: u8,
    /// Renders it for this place and person; none where it has nothing to show.
    pub show: fn(&mut Conn<'_>, &Visit, Place<'_>) -> Result<Option<String>, Fault>,
}

/// All rooms' panels for a place, in order, as HTML.
pub fn panels(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Vec<String>, Fault> {
    let mut all: Vec<&Panel> = visit
        .app
        .rooms
        .iter()
        .flat_map(|room| room.panels)
        .collect();
    all.sort_by_key(|panel| panel.order);
    let mut shown = Vec::new();
    for panel in all {
        shown.extend((panel.show)(conn, visit, place)?);
    }
    Ok(shown)
}

/// Whom the records of a kind are for, where their audience is [`Audience::Invited`].
///
/// [`Audience::Invited`]: base::access::Audience::Invited
#[derive(Clone, Copy)]
pub struct Circle {
    /// The kind of record, as the search names it.
    pub kind: &'static str,
    /// Whether this person was invited to this record's gathering.
    pub holds: fn(&mut Conn<'_>, PersonId, Uuid) -> Result<bool, Fault>,
}

/// Whether the person who asks was invited to what was found; rooms that own no such records
/// invite nobody.
///
/// # Errors
/// When the database fails.
pub fn is_invited(conn: &mut Conn<'_>, visit: &Visit, found: &Found) -> Result<bool, Fault> {
    let circles = visit.app.rooms.iter().flat_map(|room| room.circles);
    let circle = circles.copied().find(|circle| circle.kind == found.kind);
    match (circle, visit.actor.person) {
        (Some(circle), Some(person)) => (circle.holds)(conn, person, found.subject),
        _ => Ok(false),
    }
}
