//! Gatherings for calendar programs and news readers.

mod shelf;

use std::fmt::Write;

use base::access::Audience;
use calendar::{Event, Status, When, Zone};
use jiff::Timestamp;

use crate::rules::{Gathering, State};

pub(crate) use shelf::Shelf;

/// A gathering as calendars know it.
///
/// `network_url` is the full address of the network, in the reader's language
/// (`https://kreis.example/weimar`). What is to be `public` says no more than its title and
/// time where the gathering is not for everyone. The online link is in no calendar but a
/// person's own: it is shown in time on the page.
pub fn ics_event(it: &Gathering, network_url: &str, public: bool) -> Event {
    event_in(zone_of(it), it, network_url, public)
}

/// The same of many gatherings. Looking a zone up takes longer than writing an event, and
/// nearly all of a network's are in one.
pub(crate) fn ics_events<'g>(
    all: impl IntoIterator<Item = &'g Gathering>,
    network_url: &str,
    public: bool,
) -> Vec<Event> {
    let mut last: Option<Zone> = None;
    let of_each = all.into_iter().map(|it| {
        let same = last.take().filter(|zone| zone.name() == it.zone);
        let zone = same.unwrap_or_else(|| zone_of(it));
        last = Some(zone.clone());
        event_in(zone, it, network_url, public)
    });
    of_each.collect()
}

fn zone_of(it: &Gathering) -> Zone {
    Zone::named(&it.zone).unwrap_or_else(|_| Zone::utc())
}

fn event_in(zone: Zone, it: &Gathering, network_url: &str, public: bool) -> Event {
    let is_open = !public || it.audience == Audience::Public;
    Event {
        uid: it.uid(),
        sequence: u32::try_from(it.sequence).unwrap_or(0),
        dtstamp: it.changed_at,
        when: When::Timed {
            start: it.starts,
            end: it.ends,
            zone,
        },
        summary: it.title.clone(),
        description: Some(description(it)).filter(|text| is_open && !text.is_empty()),
        location: Some(it.place()).filter(|text| is_open && !text.is_empty()),
        url: Some(format!("{network_url}/termine/{}", it.slug)),
        status: match it.state {
            State::Draft => Status::Tentative,
            State::Announced | State::Held => Status::Confirmed,
            State::Cancelled => Status::Cancelled,
        },
        categories: if is_open { it.tags.clone() } else { Vec::new() },
        last_modified: Some(it.changed_at),
    }
}

fn description(it: &Gathering) -> String {
    [&it.focus, &it.about, &it.venue_access]
        .into_iter()
        .filter(|text| !text.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// One entry of the news feed.
pub(crate) struct NewsEntry {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) summary: String,
    pub(crate) published: Timestamp,
    pub(crate) updated: Timestamp,
}

/// The head of the news feed.
pub(crate) struct News<'n> {
    pub(crate) lang: &'n str,
    pub(crate) title: &'n str,
    pub(crate) author: &'n str,
    pub(crate) page: &'n str,
    pub(crate) feed: &'n str,
}

/// An Atom feed (RFC 4287).
pub(crate) fn atom(news: &News<'_>, entries: &[NewsEntry]) -> String {
    let updated = entries
        .iter()
        .map(|entry| entry.updated)
        .max()
        .unwrap_or(Timestamp::UNIX_EPOCH);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let mut put = |text: std::fmt::Arguments<'_>| {
        let _infallible = out.write_fmt(text);
    };
    put(format_args!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{feed}</id>\n\
         <title>{}</title>\n<updated>{}</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{feed}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        Xml(news.lang),
        Xml(news.title),
        calendar::dates::iso_instant(updated),
        Xml(news.author),
        Xml(news.page),
        feed = Xml(news.feed),
    ));
    for entry in entries {
        put(format_args!(
            "<entry>\n<id>urn:uuid:{}</id>\n<title>{}</title>\n<published>{}</published>\n\
             <updated>{}</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
             <summary>{}</summary>\n</entry>\n",
            entry.id,
            Xml(&entry.title),
            calendar::dates::iso_instant(entry.published),
            calendar::dates::iso_instant(entry.updated),
            Xml(&entry.href),
            Xml(&entry.summary),
        ));
    }
    put(format_args!("</feed>\n"));
    out
}

struct Xml<'t>(&'t str);

impl std::fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                it if it.is_control() && !matches!(it, '\n' | '\t') => {}
                it => f.write_char(it)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::gathering;

    #[test]
    fn of_several_zones_each_gathering_keeps_its_own() {
        let berlin = gathering(State::Announced);
        let zone = "Atlantic/Azores".to_owned();
        let azores = Gathering {
            zone,
            ..berlin.clone()
        };

        let events = ics_events([&berlin, &azores, &azores, &berlin], "https://a", true);

        let zones: Vec<_> = events.iter().map(|it| &it.when).collect();
        let alone = |it| ics_event(it, "https://a", true).when;
        let (berlin, azores) = (alone(&berlin), alone(&azores));
        assert_ne!(berlin, azores);
        assert_eq!(zones, [&berlin, &azores, &azores, &berlin]);
    }

    #[test]
    fn atom_with_markup_in_a_title_stays_well_formed() {
        let news = News {
            lang: "de",
            title: "Termine & mehr",
            author: "Netzwerk",
            page: "https://kreis.example/weimar/termine",
            feed: "https://kreis.example/weimar/termine.atom",
        };
        let entry = NewsEntry {
            id: "018f".to_owned(),
            title: "<script>\"\u{1}".to_owned(),
            href: "https://kreis.example/weimar/termine/x".to_owned(),
            summary: String::new(),
            published: Timestamp::UNIX_EPOCH,
            updated: Timestamp::UNIX_EPOCH,
        };

        let text = atom(&news, &[entry]);

        assert!(text.contains("<title>Termine &amp; mehr</title>"));
        assert!(text.contains("<title>&lt;script&gt;&quot;</title>"));
    }
}
