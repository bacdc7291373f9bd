//! Kinds of drafts and the fields that each has: the same for showing, correcting and accepting.

use std::collections::BTreeMap;

use base::Blame;
use calendar::dates;
use serde::{Deserialize, Serialize};
use shell::{Form, LINE, TEXT};
use uuid::Uuid;

use super::rhythm::{Rhythm, WEEKDAYS};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Something on a day.
    Gathering,
    /// Something that comes again.
    Recurring,
    /// An organisation.
    Organisation,
    /// Somebody to ask.
    Contact,
    /// The page as news.
    Post,
}

/// How far a draft has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Nobody has decided.
    Open,
    /// It became a record.
    Accepted,
    /// It went into a record that was there.
    Merged,
    /// It becomes nothing.
    Rejected,
}

impl State {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::Open, Self::Accepted, Self::Merged, Self::Rejected];

    /// The word in the database.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Merged => "merged",
            Self::Rejected => "rejected",
        }
    }

    /// Reads the word of the database.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// How a field is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One line.
    Line,
    /// Several lines.
    Text(u8),
    /// A day.
    Day,
    /// A time.
    Time,
    /// A mail address.
    Mail,
    /// How often something comes again.
    Rhythm,
    /// A weekday.
    Weekday,
    /// An organisation of the register.
    Organisation,
    /// One of the pictures that came along, by its place among them.
    Picture,
}

/// A field of a kind of drafts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldOf {
    /// Its name.
    pub(crate) name: &'static str,
    /// How it is typed.
    pub(crate) shape: Shape,
    /// Whether no record comes about without it.
    pub(crate) must: bool,
}

const fn must(name: &'static str, shape: Shape) -> FieldOf {
    FieldOf {
        name,
        shape,
        must: true,
    }
}

const fn may(name: &'static str, shape: Shape) -> FieldOf {
    FieldOf {
        name,
        shape,
        must: false,
    }
}

const GATHERING: &[FieldOf] = &[
    must("title", Shape::Line),
    must("day", Shape::Day),
    must("start", Shape::Time),
    must("end", Shape::Time),
    may("last_day", Shape::Day),
    may("venue", Shape::Line),
    may("street", Shape::Line),
    may("postcode", Shape::Line),
    may("town", Shape::Line),
    may("series", Shape::Line),
    may("speakers", Shape::Text(3)),
    may("about", Shape::Text(5)),
];

const RECURRING: &[FieldOf] = &[
    must("title", Shape::Line),
    must("rhythm", Shape::Rhythm),
    must("weekday", Shape::Weekday),
    must("start", Shape::Time),
    must("end", Shape::Time),
    must("from", Shape::Day),
    must("until", Shape::Day),
    may("venue", Shape::Line),
    may("street", Shape::Line),
    may("postcode", Shape::Line),
    may("town", Shape::Line),
];

const ORGANISATION: &[FieldOf] = &[
    must("name", Shape::Line),
    may("short_name", Shape::Line),
    may("street", Shape::Line),
    may("postcode", Shape::Line),
    may("town", Shape::Line),
    may("phone", Shape::Line),
    may("mail", Shape::Mail),
    may("web", Shape::Line),
];

const CONTACT: &[FieldOf] = &[
    must("name", Shape::Line),
    may("function", Shape::Line),
    may("organisation", Shape::Organisation),
    may("mail", Shape::Mail),
    may("phone", Shape::Line),
];

const POST: &[FieldOf] = &[
    must("title", Shape::Line),
    may("post_day", Shape::Day),
    may("source_mark", Shape::Line),
    may("tags", Shape::Line),
    may("body", Shape::Text(14)),
    may("picture", Shape::Picture),
    may("picture_alt", Shape::Text(2)),
    may("picture_caption", Shape::Text(2)),
];

impl Kind {
    /// All of them.
    pub(crate) const ALL: [Self; 5] = [
        Self::Gathering,
        Self::Recurring,
        Self::Organisation,
        Self::Contact,
        Self::Post,
    ];

    /// The word in the database.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Gathering => "gathering",
            Self::Recurring => "recurring",
            Self::Organisation => "organisation",
            Self::Contact => "contact",
            Self::Post => "post",
        }
    }

    /// Reads the word of the database.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// Its fields, in the order in which they are read.
    pub(crate) const fn fields(self) -> &'static [FieldOf] {
        match self {
            Self::Gathering => GATHERING,
            Self::Recurring => RECURRING,
            Self::Organisation => ORGANISATION,
            Self::Contact => CONTACT,
            Self::Post => POST,
        }
    }

    /// The name of the field that a draft is called by.
    pub(crate) const fn called_by(self) -> &'static str {
        match self {
            Self::Gathering | Self::Recurring | Self::Post => "title",
            Self::Organisation | Self::Contact => "name",
        }
    }
}

/// What a draft says, field by field; empty fields are left out.
pub(crate) type Values = BTreeMap<String, String>;

/// A passage of the source with what it is evidence of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    /// The byte where it begins.
    pub(crate) start: usize,
    /// The byte where it ends.
    pub(crate) end: usize,
    /// The end of the phrase key `move-in-mark-…`.
    pub(crate) label: String,
}

/// Something that whoever reviews a draft should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Notice {
    /// Phrase key.
    pub(crate) key: String,
    /// Its places.
    pub(crate) args: BTreeMap<String, String>,
}

/// A picture of a page that is news.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Picture {
    /// Where it lay, as the page says; empty where it was part of the page.
    pub(crate) address: String,
    /// What it shows, for those who cannot see it.
    pub(crate) alternative: String,
    /// What stands below it.
    pub(crate) caption: String,
    /// Its width and height, where it came along.
    pub(crate) size: Option<(u32, u32)>,
}

/// What a reading found of one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Found {
    /// What it says.
    pub(crate) values: Values,
    /// Where.
    pub(crate) marks: Vec<Mark>,
    /// What to look at.
    pub(crate) notices: Vec<Notice>,
    /// Pictures, where it is a post.
    #[serde(default)]
    pub(crate) pictures: Vec<Picture>,
}

/// Reads a draft out of a form; what cannot be read is blamed there.
pub(crate) fn typed(kind: Kind, form: &mut Form) -> Values {
    let mut values = Values::new();
    for field in kind.fields() {
        let value = read(field, form);
        if !value.is_empty() {
            values.insert(field.name.to_owned(), value);
        }
    }
    values
}

fn read(field: &FieldOf, form: &mut Form) -> String {
    let name = field.name;
    match field.shape {
        Shape::Line => form.line(name, LINE),
        Shape::Text(_) => form.text(name, TEXT),
        Shape::Day => form.date(name).map_or_else(String::new, dates::iso_day),
        Shape::Time => form.time(name).map_or_else(String::new, dates::iso_time),
        Shape::Mail => form.mail(name),
        Shape::Organisation => form
            .id::<Uuid>(name)
            .map_or_else(String::new, |it| it.to_string()),
        Shape::Rhythm => chosen(name, form, |it| Rhythm::from_word(it).is_some()),
        Shape::Weekday => chosen(name, form, |it| WEEKDAYS.contains(&it)),
        Shape::Picture => chosen(name, form, |it| it.parse::<u8>().is_ok()),
    }
}

fn chosen(name: &'static str, form: &mut Form, knows: impl Fn(&str) -> bool) -> String {
    let word = form.line(name, 20);
    if !word.is_empty() && !knows(&word) {
        form.blame(Blame::at(name, "fault-choice"));
        return String::new();
    }
    word
}

/// What a draft lacks to become a record.
pub(crate) fn missing(kind: Kind, values: &Values) -> Vec<Blame> {
    let lacking = kind
        .fields()
        .iter()
        .filter(|it| it.must && !values.contains_key(it.name));
    lacking
        .map(|it| Blame::at(it.name, "fault-missing"))
        .collect()
}
