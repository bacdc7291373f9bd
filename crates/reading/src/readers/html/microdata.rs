//! Gatherings that a page marks in its own words for machines: microdata (HTML Living Standard,
//! 5) with the names of schema.org, and `RDFa` Lite, which marks the same with other attributes.

use html5gum::StartTag;

use super::attribute;
use crate::page::{Told, tidy};

/// How deep elements are followed.
const DEEPEST: usize = 400;
/// The most things that are marked on a page.
const MOST: usize = 2_000;
/// The longest value, in bytes.
const LONGEST: usize = 2_000;

/// Elements that have no end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// A thing that is marked, with what is said of it.
#[derive(Default)]
struct Thing {
    kind: String,
    said: Vec<(String, Value)>,
}

enum Value {
    Words(String),
    /// Another thing, by its number.
    Thing(usize),
}

/// An element that is open.
struct Element {
    name: String,
    /// The thing that begins with it.
    thing: Option<usize>,
    /// The value that its words are: of which thing, and which of its values.
    value: Option<(usize, usize)>,
}

#[derive(Default)]
pub(super) struct Microdata {
    open: Vec<Element>,
    things: Vec<Thing>,
    /// How many open elements gather words.
    gathering: usize,
}

impl Microdata {
    pub(super) fn open(&mut self, name: &str, tag: &StartTag<()>) {
        let is_void = tag.self_closing || VOID.contains(&name);
        let (kind, property) = marks(tag);
        if is_void && property.is_none() || self.open.len() >= DEEPEST {
            return;
        }
        let mut element = Element {
            name: name.to_owned(),
            thing: None,
            value: None,
        };
        let owner = self.open.iter().rev().find_map(|it| it.thing);
        if let Some(kind) = kind.filter(|_| self.things.len() < MOST) {
            self.things.push(Thing {
                kind,
                said: Vec::new(),
            });
            element.thing = Some(self.things.len() - 1);
        }
        if let (Some(owner), Some(property)) = (owner, property) {
            self.say(owner, property, tag, &mut element);
        }
        if !is_void {
            self.gathering += usize::from(element.value.is_some());
            self.open.push(element);
        }
    }

    /// Notes what an element says of a thing: another thing, an attribute, or its words.
    fn say(&mut self, owner: usize, property: String, tag: &StartTag<()>, element: &mut Element) {
        let Some(thing) = self.things.get_mut(owner).filter(|it| it.said.len() < 200) else {
            return;
        };
        let attribute = attribute(tag, "content").or_else(|| attribute(tag, "datetime"));
        let value = match (element.thing, attribute) {
            (Some(number), _) => Value::Thing(number),
            (None, Some(words)) => Value::Words(words),
            (None, None) => {
                element.value = Some((owner, thing.said.len()));
                Value::Words(String::new())
            }
        };
        thing.said.push((property, value));
    }

    pub(super) fn words(&mut self, words: &str) {
        if self.gathering == 0 {
            return;
        }
        for (thing, place) in self.open.iter().filter_map(|it| it.value) {
            let said = self.things.get_mut(thing).map(|it| &mut it.said);
            if let Some((_, Value::Words(value))) = said.and_then(|it| it.get_mut(place))
                && value.len() + words.len() <= LONGEST
            {
                value.push_str(words);
            }
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        let mut from_top = self.open.iter().rev().take(40);
        let Some(count) = from_top.position(|it| it.name == name) else {
            return;
        };
        for _ in 0..=count {
            let ended = self.open.pop();
            self.gathering -= usize::from(ended.is_some_and(|it| it.value.is_some()));
        }
    }

    /// The gatherings among what was marked.
    pub(super) fn gatherings(&self) -> Vec<Told> {
        let gatherings = self.things.iter().filter(|it| it.kind.ends_with("Event"));
        gatherings
            .map(|it| self.told(it))
            .filter(|it| it.start.is_some())
            .collect()
    }

    /// The day on which an article was published.
    pub(super) fn published(&self) -> Option<String> {
        let is_article = |it: &&Thing| {
            ["Article", "BlogPosting", "NewsArticle"]
                .iter()
                .any(|kind| it.kind.ends_with(kind))
        };
        let mut articles = self.things.iter().filter(is_article);
        articles.find_map(|it| words(it, "datePublished"))
    }

    fn told(&self, thing: &Thing) -> Told {
        let place = self.inner(thing, "location");
        let address = place.and_then(|it| self.inner(it, "address"));
        let name = place.map_or_else(|| words(thing, "location"), |it| words(it, "name"));
        let street = address.map_or_else(
            || place.and_then(|it| words(it, "address")),
            |it| words(it, "streetAddress"),
        );
        Told {
            title: words(thing, "name").or_else(|| words(thing, "summary")),
            start: words(thing, "startDate"),
            end: words(thing, "endDate"),
            venue: crate::readers::address::house(name, street),
            city: address.and_then(|it| words(it, "addressLocality")),
            description: words(thing, "description"),
            ..Told::default()
        }
    }

    fn inner(&self, thing: &Thing, property: &str) -> Option<&Thing> {
        thing.said.iter().find_map(|(name, value)| match value {
            Value::Thing(number) if name == property => self.things.get(*number),
            _ => None,
        })
    }
}

/// The kind of thing that begins with an element, and what it says of the thing around it.
fn marks(tag: &StartTag<()>) -> (Option<String>, Option<String>) {
    let kind = attribute(tag, "itemtype").or_else(|| attribute(tag, "typeof"));
    let is_thing = tag.attributes.contains_key(b"itemscope".as_slice());
    let kind = kind.or_else(|| is_thing.then(String::new));
    let property = attribute(tag, "itemprop").or_else(|| attribute(tag, "property"));
    (
        kind,
        property.map(|it| it.trim_start_matches("schema:").to_owned()),
    )
}

fn words(thing: &Thing, property: &str) -> Option<String> {
    thing.said.iter().find_map(|(name, value)| match value {
        Value::Words(words) if name == property => {
            Some(tidy(words).replace('\n', " ")).filter(|it| !it.is_empty())
        }
        _ => None,
    })
}
