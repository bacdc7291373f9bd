//! What the pages show, as ready words.

pub mod home;
pub mod legal;
pub mod posts;
pub mod search;

use base::access::Audience;
use calendar::dates;
use jiff::civil::Date;
use shell::Visit;

use crate::links;
use crate::records::Listed;
use crate::rules::State;

/// A day as it is read and as machines read it.
pub struct Day {
    /// As it is read.
    pub text: String,
    /// ISO 8601.
    pub iso: String,
}

impl Day {
    /// A day in the language of the visit.
    pub fn of(day: Date, visit: &Visit) -> Self {
        Self {
            text: dates::day(day, visit.lang),
            iso: dates::iso_day(day),
        }
    }
}

/// A post as lists show it.
pub struct Card {
    /// Its headline.
    pub title: String,
    /// Where it is.
    pub href: String,
    /// Where it comes from.
    pub source_mark: String,
    /// The day that it carries.
    pub day: Option<Day>,
    /// What it says in one or two sentences.
    pub lead: String,
    /// Who may read it, where not everyone may.
    pub audience: Option<String>,
    /// Whether it is not out yet.
    pub is_draft: bool,
}

impl Card {
    /// A post of the visit's network.
    pub fn of(listed: Listed, visit: &Visit, network: &str) -> Self {
        Self {
            href: visit.href(&links::post(network, &listed.slug)),
            title: listed.title,
            source_mark: listed.source_mark,
            day: listed.day.map(|day| Day::of(day, visit)),
            lead: listed.lead,
            audience: audience_mark(visit, listed.audience),
            is_draft: listed.state == State::Draft,
        }
    }

    /// Whether anything stands above its headline.
    pub fn has_mark(&self) -> bool {
        !self.source_mark.is_empty() || self.day.is_some() || self.audience.is_some()
    }
}

/// How a page says that not everyone may read what it shows.
pub fn audience_mark(visit: &Visit, audience: Audience) -> Option<String> {
    let key = match audience {
        Audience::Public => return None,
        Audience::Members => "publishing-for-members",
        Audience::Invited => "publishing-for-invited",
        Audience::Office => "publishing-for-office",
    };
    Some(visit.say(key).to_owned())
}

/// The lines of a text that are not empty.
pub fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// A telephone number as machines dial it.
pub fn dialled(number: &str) -> String {
    number
        .chars()
        .filter(|letter| letter.is_ascii_digit() || *letter == '+')
        .collect()
}
