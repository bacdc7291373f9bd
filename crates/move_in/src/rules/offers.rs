//! What a reading found, as drafts: fields, evidence, and what to look at.

mod gatherings;
mod others;

use std::collections::BTreeMap;
use std::fmt::Write;

use jiff::civil::{Date, Time};
use reading::drafts::{Drafts, Passage, Said};
use sha2::{Digest, Sha256};

use super::{Found, Kind, Mark, Notice, Picture, Values};
pub(crate) use others::picture_file;

/// A draft that a reading offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    /// What it is.
    pub(crate) kind: Kind,
    /// By what a later reading finds it again.
    pub(crate) fingerprint: String,
    /// What it is called.
    pub(crate) title: String,
    /// Its day.
    pub(crate) day: Option<Date>,
    /// How sure it is, in hundredths.
    pub(crate) confidence: u8,
    /// What it says.
    pub(crate) found: Found,
}

/// The drafts of a page, each once; what comes again begins on `today` where nothing says when.
pub(crate) fn offers(drafts: &Drafts, today: Date) -> Vec<Offer> {
    let mut all: Vec<Offer> = Vec::new();
    let is_single = drafts.gatherings.len() == 1;
    let asking = is_single.then_some(&drafts.asking);
    let gatherings = drafts.gatherings.iter();
    all.extend(gatherings.map(|it| gatherings::gathering(it, asking)));
    let from = drafts.published.map_or(today, |it| it.max(today));
    let recurring = drafts.recurring.iter();
    all.extend(recurring.map(|it| gatherings::recurring(it, from)));
    all.extend(drafts.organisations.iter().map(others::organisation));
    all.extend(drafts.contacts.iter().map(others::contact));
    let post = drafts.post.as_ref();
    all.extend(post.map(|it| others::post(it, &drafts.text)));
    let mut seen = std::collections::HashSet::new();
    all.retain(|it| !it.title.is_empty() && seen.insert(it.fingerprint.clone()));
    all
}

/// What a later reading finds a draft by: short, whatever a page says.
fn fingerprint(kind: Kind, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    hash.update(kind.word());
    for part in parts {
        hash.update("|");
        hash.update(base::slug(part));
    }
    let digest = hash.finalize();
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _infallible = write!(hex, "{byte:02x}");
        hex
    })
}

/// A draft under construction.
#[derive(Default)]
struct Builder {
    values: Values,
    marks: Vec<Mark>,
    notices: Vec<Notice>,
    pictures: Vec<Picture>,
}

impl Builder {
    fn put(&mut self, field: &str, value: impl Into<String>) {
        let value: String = value.into();
        let value = value.trim();
        if !value.is_empty() {
            self.values.insert(field.to_owned(), value.to_owned());
        }
    }

    fn mark(&mut self, passage: &Passage, label: &str) {
        let mark = Mark {
            start: passage.start,
            end: passage.end,
            label: label.to_owned(),
        };
        if mark.start < mark.end && !self.marks.contains(&mark) {
            self.marks.push(mark);
        }
    }

    fn said(&mut self, said: Option<&Said>, label: &str) {
        if let Some(said) = said {
            self.mark(&said.passage, label);
        }
    }

    fn notice(&mut self, key: &str, args: &[(&str, String)]) {
        let args = args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()));
        self.notices.push(Notice {
            key: key.to_owned(),
            args: args.collect::<BTreeMap<_, _>>(),
        });
    }

    /// House, street and town, as far as they can be told apart.
    fn place(&mut self, venue: Option<&Said>, town: Option<&Said>) {
        self.said(venue, "place");
        self.said(town, "town");
        if let Some(venue) = venue {
            match venue.value.split_once(", ") {
                Some((house, street)) if street.contains(|it: char| it.is_ascii_digit()) => {
                    self.put("venue", house);
                    self.put("street", street);
                }
                _ => self.put("venue", &venue.value),
            }
        }
        if let Some(town) = town {
            let is_postcode = |it: &str| it.len() == 5 && it.bytes().all(|it| it.is_ascii_digit());
            match town.value.split_once(' ') {
                Some((postcode, name)) if is_postcode(postcode) => {
                    self.put("postcode", postcode);
                    self.put("town", name);
                }
                _ => self.put("town", &town.value),
            }
        }
    }

    fn done(self, called: (Kind, &str), of: (Option<Date>, u8), print: &[&str]) -> Offer {
        let (kind, title) = called;
        Offer {
            kind,
            fingerprint: fingerprint(kind, print),
            title: title.trim().to_owned(),
            day: of.0,
            confidence: of.1,
            found: Found {
                values: self.values,
                marks: self.marks,
                notices: self.notices,
                pictures: self.pictures,
            },
        }
    }
}

fn clock(time: Time) -> String {
    calendar::dates::iso_time(time)
}
