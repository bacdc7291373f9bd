//! What reading a file comes to: drafts, each with the passages that it rests on and how sure
//! it is. Nothing here is a record yet.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::grammar::years::YearReason;

/// A passage of the text that was read; offsets are bytes of [`Drafts::text`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its words.
    pub words: String,
}

/// A word with the passage that says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// What is said.
    pub value: String,
    /// Where.
    pub passage: Passage,
}

/// A day that may lack its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DraftDay {
    /// A whole date.
    Whole(Date),
    /// Month and day.
    Yearless(i8, i8),
}

/// What kind of gathering something seems to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GatheringKind {
    /// A meeting of people who belong together.
    Meeting,
    /// A conference.
    Conference,
    /// A workshop or course.
    Workshop,
    /// A talk.
    Lecture,
    /// A feast, a meal, a market.
    Social,
    /// Information for whoever comes.
    Info,
    /// A service in church.
    Worship,
    /// Several days of many things.
    Festival,
    /// Something else.
    #[default]
    Other,
}

/// Two things on a page that cannot both be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Contradiction {
    /// The day is another weekday than the one that stands with it.
    Weekday {
        /// The weekday of the text, from 1 for Monday.
        said: i8,
        /// The weekday of the date.
        is: i8,
        /// Where both stand.
        passage: Passage,
    },
    /// Two passages give different beginnings.
    Begin {
        /// The other beginning.
        other: Time,
        /// Where it stands.
        passage: Passage,
    },
    /// It ends before it begins.
    EndBeforeBegin {
        /// Where it stands.
        passage: Passage,
    },
}

/// Somebody who speaks or leads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The name.
    pub name: String,
    /// The function.
    pub function: Option<String>,
    /// The organisation.
    pub body: Option<String>,
    /// Where it stands.
    pub passage: Passage,
}

/// A gathering as a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GatheringDraft {
    /// Its title.
    pub title: String,
    /// Its day.
    pub day: DraftDay,
    /// Why it is that year.
    pub year_reason: Option<YearReason>,
    /// The last of several days.
    pub last_day: Option<DraftDay>,
    /// When it begins.
    pub start: Option<Time>,
    /// When it ends.
    pub end: Option<Time>,
    /// When the doors open.
    pub doors: Option<Time>,
    /// House and street.
    pub venue: Option<Said>,
    /// The town.
    pub city: Option<Said>,
    /// The series that it belongs to.
    pub series: Option<Said>,
    /// How it comes again, in the words of the page or after RFC 5545.
    pub recurrence: Option<Said>,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// What it is about.
    pub topics: Vec<Said>,
    /// Whom it is for.
    pub audience: Option<Said>,
    /// The last day to register.
    pub register_until: Option<Date>,
    /// What kind it is.
    pub kind: GatheringKind,
    /// The passages that it rests on, the strongest first.
    pub evidence: Vec<Passage>,
    /// What does not fit together.
    pub contradictions: Vec<Contradiction>,
    /// How sure it is, in hundredths.
    pub confidence: u8,
}

/// An appointment that comes again without a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecurringDraft {
    /// Its title.
    pub title: String,
    /// How it comes again, in the words of the page.
    pub recurrence: Said,
    /// The same after RFC 5545, where the words say enough.
    pub rule: Option<String>,
    /// When it begins.
    pub start: Option<Time>,
    /// Where.
    pub venue: Option<Said>,
    /// The town.
    pub city: Option<Said>,
    /// How sure it is, in hundredths.
    pub confidence: u8,
}

/// Somebody to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactDraft {
    /// The name.
    pub name: Option<String>,
    /// The function, or the office.
    pub function: Option<String>,
    /// The address for mail.
    pub mail: Option<String>,
    /// The telephone.
    pub phone: Option<String>,
    /// Where it stands.
    pub passage: Passage,
    /// How sure it is, in hundredths.
    pub confidence: u8,
}

/// What a page says about registering.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// Whether one shall register, and where it says so.
    pub wanted: Option<Passage>,
    /// The last day.
    pub until: Option<(Date, Passage)>,
    /// Whether only members may come.
    pub members_only: Option<Passage>,
    /// Whether needs of assistance are asked for.
    pub assistance: Option<Passage>,
}

/// A picture of a post.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureDraft {
    /// Where it lies.
    pub address: String,
    /// What it shows.
    pub alternative: Option<String>,
    /// The line below it.
    pub caption: Option<String>,
    /// The picture itself, where it came along with the page.
    #[serde(default, with = "crate::pictures::coded")]
    pub bytes: Option<Vec<u8>>,
}

/// A post: the page as news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostDraft {
    /// Its title.
    pub title: String,
    /// When it was written.
    pub day: Option<Date>,
    /// The mark of where it comes from: "(abc)", an author.
    pub source: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// Its pictures.
    pub pictures: Vec<PictureDraft>,
    /// How sure it is that this is a post, in hundredths.
    pub confidence: u8,
}

/// What a page is, taken as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageKind {
    /// One gathering.
    EventPage,
    /// Several gatherings.
    SeriesPage,
    /// A report.
    News,
    /// Something that is always on offer.
    Offer,
    /// Something else.
    #[default]
    Other,
}

/// All that was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drafts {
    /// The text that all passages lie in.
    pub text: String,
    /// What the page calls itself.
    pub title: Option<String>,
    /// When it was written.
    pub published: Option<Date>,
    /// What it is.
    pub kind: PageKind,
    /// Gatherings, by day.
    pub gatherings: Vec<GatheringDraft>,
    /// Appointments that come again.
    pub recurring: Vec<RecurringDraft>,
    /// Organisations.
    pub organisations: Vec<Said>,
    /// Contact persons.
    pub contacts: Vec<ContactDraft>,
    /// What is said about registering.
    pub asking: Asking,
    /// The page as a post.
    pub post: Option<PostDraft>,
}
