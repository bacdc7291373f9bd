//! What a web page tells machines: its title, its day, and gatherings as linked data.

use html5gum::StartTag;
use jiff::civil::Date;
use serde_json::Value;

use super::attribute;
use crate::page::{Page, Told, tidy};

/// How deep linked data is followed.
const DEEPEST: usize = 8;

pub(super) fn meta(tag: &StartTag<()>, page: &mut Page, title: &mut Option<String>) {
    let name = attribute(tag, "property").or_else(|| attribute(tag, "name"));
    let (Some(name), Some(content)) = (name, attribute(tag, "content")) else {
        return;
    };
    match name.to_lowercase().as_str() {
        "article:published_time"
        | "date"
        | "dc.date"
        | "dcterms.date"
        | "dcterms.created"
        | "publish_date" => page.published = day(&content).or(page.published),
        "og:title" => {
            title.get_or_insert_with(|| tidy(&content));
        }
        "author" => page.author = Some(tidy(&content)),
        "keywords" => {
            let words = content.split(',').map(tidy).filter(|it| !it.is_empty());
            page.tags = words.take(40).collect();
        }
        _ => {}
    }
}

/// The day at the beginning of a time stamp.
pub(super) fn day(stamp: &str) -> Option<Date> {
    stamp.get(..10)?.parse().ok()
}

/// A day that a `time` element marks; where its words will stand is known by its beginning.
pub(super) fn marked_day(stamp: &str, words: &str, page: &mut Page) {
    if let Some(day) = day(stamp)
        && !words.trim().is_empty()
        && page.days.len() < 1_000
    {
        let at = page.text.len();
        page.days.push((at..at, day));
    }
}

/// The day of a `time` element that says that the page was published then, as blogs do.
pub(super) fn published(tag: &StartTag<()>) -> Option<Date> {
    let stamp = attribute(tag, "datetime")?;
    let class = attribute(tag, "class").unwrap_or_default();
    let is_said = tag.attributes.contains_key(b"pubdate".as_slice())
        || class.split_whitespace().any(|it| {
            matches!(
                it,
                "published" | "entry-date" | "dt-published" | "post-date"
            )
        });
    day(&stamp).filter(|_| is_said)
}

/// Linked data (JSON-LD, schema.org): gatherings, and when a page was published.
pub(super) fn linked_data(data: &str, page: &mut Page) {
    if let Ok(value) = serde_json::from_str::<Value>(data.trim()) {
        walk(&value, 0, page);
    }
}

fn walk(value: &Value, depth: usize, page: &mut Page) {
    if depth > DEEPEST || page.told.len() > 500 {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|it| walk(it, depth + 1, page)),
        Value::Object(fields) => {
            let kinds = words(fields.get("@type"));
            if kinds.iter().any(|it| it.ends_with("Event")) {
                page.told.push(gathering(value));
            } else if kinds
                .iter()
                .any(|it| it.ends_with("Article") || it == "BlogPosting")
            {
                let stamp = text(value, "datePublished");
                page.published = stamp.as_deref().and_then(day).or(page.published);
            }
            for key in [
                "@graph",
                "itemListElement",
                "item",
                "event",
                "subEvent",
                "mainEntity",
            ] {
                if let Some(inner) = fields.get(key) {
                    walk(inner, depth + 1, page);
                }
            }
        }
        _ => {}
    }
}

fn words(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(word)) => vec![word.clone()],
        Some(Value::Array(list)) => list
            .iter()
            .filter_map(|it| it.as_str().map(str::to_owned))
            .collect(),
        _ => Vec::new(),
    }
}

fn text(value: &Value, key: &str) -> Option<String> {
    let found = value.get(key)?.as_str()?;
    Some(tidy(found)).filter(|it| !it.is_empty())
}

fn gathering(value: &Value) -> Told {
    let place = match value.get("location") {
        Some(Value::Array(list)) => list.first().cloned().unwrap_or(Value::Null),
        Some(place) => place.clone(),
        None => Value::Null,
    };
    let address = place.get("address").cloned().unwrap_or(Value::Null);
    let name = text(&place, "name").or_else(|| place.as_str().map(tidy));
    let is_online = words(place.get("@type"))
        .iter()
        .any(|it| it == "VirtualLocation");
    let street = text(&address, "streetAddress").or_else(|| address.as_str().map(tidy));
    let venue = crate::readers::address::house(name, street)
        .or_else(|| is_online.then(|| "Online".to_owned()));
    Told {
        title: text(value, "name"),
        start: text(value, "startDate"),
        end: text(value, "endDate"),
        venue,
        city: text(&address, "addressLocality"),
        uid: text(value, "@id").or_else(|| text(value, "url")),
        description: text(value, "description"),
        ..Told::default()
    }
}
