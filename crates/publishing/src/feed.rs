//! Posts as an Atom feed (RFC 4287).

use askama::Template;
use calendar::dates;
use jiff::Timestamp;

/// A feed.
#[derive(Template)]
#[template(path = "publishing/feed.xml")]
pub struct Feed {
    /// The language tag.
    pub lang: &'static str,
    /// Its id; the same for ever.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who writes.
    pub author: String,
    /// Its own address.
    pub self_href: String,
    /// The page that shows the same.
    pub page_href: String,
    /// When it last changed.
    pub updated: String,
    /// Its entries.
    pub entries: Vec<FeedEntry>,
}

/// A post in a feed.
pub struct FeedEntry {
    /// Its id; the same for ever.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// Its address.
    pub href: String,
    /// When it first came out.
    pub published: String,
    /// When it last changed.
    pub updated: String,
    /// What it says in one or two sentences.
    pub summary: String,
    /// Its text as HTML.
    pub content: String,
    /// Its tags.
    pub tags: Vec<String>,
}

/// An instant as feeds write it.
pub fn instant(at: Timestamp) -> String {
    dates::iso_instant(at)
}

/// A text without the characters that XML cannot hold.
pub fn xml_text(text: &str) -> String {
    text.chars()
        .filter(|it| !matches!(it, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_escapes_what_it_carries() {
        let at = Timestamp::constant(1_536_000_000, 0);
        let feed = Feed {
            lang: "de",
            id: "https://kreis.example/weimar/meldungen.atom".to_owned(),
            title: "Meldungen – Weimar & Umland".to_owned(),
            author: "Weimar & Umland".to_owned(),
            self_href: "https://kreis.example/weimar/meldungen.atom".to_owned(),
            page_href: "https://kreis.example/weimar/meldungen".to_owned(),
            updated: instant(at),
            entries: vec![FeedEntry {
                id: "urn:uuid:0198f000-0000-7000-8000-000000000001".to_owned(),
                title: xml_text("Ein <Fest>\u{b} für „Alle“ & mehr"),
                href: "https://kreis.example/weimar/meldungen/ein-fest".to_owned(),
                published: instant(at),
                updated: instant(at),
                summary: "Kurz & gut".to_owned(),
                content: crate::prose::html(
                    "Mit <script> und **Musik** & [Presse](https://example.org/?a=1&b=2)",
                    2,
                ),
                tags: vec!["Ehrenamt".to_owned()],
            }],
        };

        insta::assert_snapshot!(feed.render().unwrap());
    }
}
