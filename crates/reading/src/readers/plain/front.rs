//! What stands at the head of pages that programs build from Markdown: `title: …` between two
//! lines of dashes (YAML) or of pluses (TOML), `Title: …` in the first lines, or `:date: …` below
//! the title (reStructuredText).

use jiff::civil::Date;

use crate::page::{Kind, Page, Told, Zone};
use crate::readers::address;

/// Reads the head into a page; what is left is its text.
pub(super) fn matter<'t>(text: &'t str, page: &mut Page) -> &'t str {
    let text = text.trim_start_matches('\u{feff}');
    let found = [("---", ':'), ("+++", '=')]
        .into_iter()
        .find_map(|(rule, mark)| Some((split(text, rule)?, mark)));
    let Some(((head, body), mark)) = found else {
        return labelled(text, page).unwrap_or(text);
    };
    let fields = fields(head, mark);
    describe(&fields, page);
    if let Some(title) = page.title.clone() {
        page.push(Kind::Heading(1), Zone::Main, &title);
    }
    page.told.extend(gathering(&fields));
    body
}

/// How many lines of a head are looked at.
const MOST_LINES: usize = 30;

/// Lines of the head that are marked as such by their colons alone. The lines of one that stands
/// below the title are left out; a day of writing must be among them.
fn labelled<'t>(text: &'t str, page: &mut Page) -> Option<&'t str> {
    let (mut head, mut above, mut at) = (String::new(), "", 0);
    let is_marked = text
        .lines()
        .take(MOST_LINES)
        .any(|it| it.starts_with(":date:"));
    let is_field = |line: &str| line.starts_with(':') && line.matches(':').count() > 1;
    for line in text.split_inclusive('\n').take(MOST_LINES) {
        let bare = line.trim_end();
        let name = bare.split(':').next().unwrap_or("");
        let is_named = !is_marked && above.is_empty() && bare.contains(": ") && is_key(name);
        if is_field(bare) || is_named {
            head.push_str(bare.trim_start_matches(':'));
            head.push('\n');
        } else if !head.is_empty() {
            break;
        } else {
            above = text.get(..at + line.len())?;
        }
        at += line.len();
    }
    let fields = fields(&head, ':');
    value(&fields, &["date"]).filter(|it| is_stamp(it))?;
    describe(&fields, page);
    let title = page.title.clone().or_else(|| {
        let line = above.lines().map(str::trim).find(|it| !it.is_empty());
        line.map(str::to_owned)
    });
    if let Some(title) = &title {
        page.push(Kind::Heading(1), Zone::Main, title);
    }
    page.title = title;
    text.get(at..)
}

/// A word that begins with a capital letter.
fn is_key(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphanumeric)
}

/// The head and the text below it.
fn split<'t>(text: &'t str, rule: &str) -> Option<(&'t str, &'t str)> {
    let rest = text.strip_prefix(rule)?;
    let rest = rest.strip_prefix("\r\n").or(rest.strip_prefix('\n'))?;
    let end = rest.find(&format!("\n{rule}"))?;
    let (head, body) = rest.split_at(end);
    let mark = rule.chars().next().unwrap_or('-');
    Some((head, body.trim_start_matches('\n').trim_start_matches(mark)))
}

/// Keys in small letters with their values; what stands further in belongs to something else.
fn fields(head: &str, mark: char) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in head.lines() {
        let entry = line.trim().strip_prefix("- ");
        if let (Some(entry), Some((_, value))) = (entry, found.last_mut()) {
            // A list below its key.
            if !value.is_empty() {
                value.push_str(", ");
            }
            value.push_str(bare(entry));
            continue;
        }
        if line.starts_with([' ', '\t', '#', '[']) {
            continue;
        }
        if let Some((key, value)) = line.split_once(mark) {
            found.push((key.trim().to_lowercase(), bare(value).to_owned()));
        }
    }
    found
}

fn bare(value: &str) -> &str {
    value.trim().trim_matches(['"', '\'']).trim()
}

fn value<'f>(fields: &'f [(String, String)], keys: &[&str]) -> Option<&'f str> {
    keys.iter().find_map(|key| {
        let mut values = fields.iter().filter(|(name, _)| name == key);
        values.find_map(|(_, value)| Some(value.as_str()).filter(|it| !it.is_empty()))
    })
}

/// Title, day, author and tags of the page.
fn describe(fields: &[(String, String)], page: &mut Page) {
    page.title = value(fields, &["title", "titel"]).map(str::to_owned);
    let written = [
        "date",
        "datum",
        "published",
        "pubdate",
        "publishdate",
        "published_at",
        "date_published",
    ];
    page.published = written
        .iter()
        .find_map(|key| value(fields, &[key])?.get(..10)?.parse::<Date>().ok());
    page.author = value(fields, &["author", "autor", "authors"]).map(|it| list(it).join(", "));
    page.tags = value(fields, &["tags", "categories", "keywords"])
        .map(list)
        .unwrap_or_default();
}

fn list(value: &str) -> Vec<String> {
    value
        .trim_matches(['[', ']'])
        .split(',')
        .map(|it| bare(it).to_owned())
        .filter(|it| !it.is_empty())
        .collect()
}

/// The gathering that a page is about, where its head has a day for it beside that of writing.
fn gathering(fields: &[(String, String)]) -> Option<Told> {
    let begin = [
        "eventdate",
        "event_date",
        "dateofevent",
        "eventstart",
        "event_start",
        "startdate",
        "start_date",
        "begin",
        "beginn",
        "start",
        "termin",
    ];
    let end = [
        "eventend",
        "event_end",
        "enddate",
        "end_date",
        "ende",
        "end",
    ];
    let house = ["veranstaltungsort", "venue", "location", "treffpunkt"];
    let start = value(fields, &begin).filter(|it| is_stamp(it))?;
    let street = value(fields, &["strasse", "straße", "street"]).map(str::to_owned);
    let place = address::house(value(fields, &house).map(str::to_owned), street);
    let place = place.as_deref().map(address::parted).unwrap_or_default();
    let until = value(fields, &["endtime", "end_time"]).filter(|it| is_hour(it));
    Some(Told {
        title: value(fields, &["title", "titel"]).map(str::to_owned),
        start: Some(with_hour(
            start,
            value(fields, &["starttime", "start_time"]),
        )),
        end: value(fields, &end)
            .filter(|it| is_stamp(it))
            .map(str::to_owned)
            .or_else(|| until.map(|hour| with_hour(start, Some(hour)))),
        venue: place.venue,
        city: value(fields, &["ort", "stadt", "city"])
            .map(str::to_owned)
            .or(place.city),
        ..Told::default()
    })
}

/// A day with an hour of its own key: `starttime: 19:00`.
fn with_hour(day: &str, hour: Option<&str>) -> String {
    match (day.get(..10), hour.filter(|it| is_hour(it))) {
        (Some(date), Some(hour)) if day.len() == 10 => format!("{date}T{hour}"),
        _ => day.to_owned(),
    }
}

/// `19:00`, as `moment` reads it behind a day.
fn is_hour(value: &str) -> bool {
    value.len() == 5 && value.as_bytes().get(2) == Some(&b':')
}

/// Whether a value begins with a day: `2026-05-07`.
fn is_stamp(value: &str) -> bool {
    value.get(..10).is_some_and(|it| it.parse::<Date>().is_ok())
}
