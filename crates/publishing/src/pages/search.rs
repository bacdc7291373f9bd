//! The search.

use askama::Template;
use shell::Page;
use store::Found;

use super::{Day, audience_mark};

/// A hit.
pub struct Hit {
    /// What kind of record.
    pub kind: String,
    /// The headline.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// The day that it belongs to.
    pub day: Option<Day>,
    /// Who may read it, where not everyone may.
    pub audience: Option<String>,
}

impl Hit {
    /// A record that was found.
    pub fn of(found: Found, visit: &shell::Visit) -> Self {
        let key = format!("found-{}", found.kind);
        Self {
            kind: visit.say(&key).to_owned(),
            title: found.title,
            href: visit.href(&found.href),
            day: found.day.map(|day| Day::of(day, visit)),
            audience: audience_mark(visit, found.audience),
        }
    }
}

/// The search of a network.
#[derive(Template)]
#[template(path = "publishing/search.html")]
pub struct SearchPage {
    /// The page.
    pub page: Page,
    /// What was asked.
    pub query: String,
    /// Where the form goes.
    pub action: String,
    /// How many hits there are, in words; nothing where nothing was asked.
    pub count: Option<String>,
    /// The hits.
    pub hits: Vec<Hit>,
    /// Whether there are more than are shown.
    pub has_more: bool,
    /// Where all gatherings and all posts are.
    pub elsewhere: Vec<shell::Link>,
}
