//! What holds in the register, without a database: names, addresses, colours, slugs.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

mod colour;
mod line;
mod picture;
mod tree;

pub(crate) use colour::*;
pub(crate) use line::line;
pub(crate) use picture::*;
pub(crate) use tree::*;

use crate::types::{Network, Term};

/// What a name sorts by: without case, umlauts as their vowel (DIN 5007-1).
pub fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for letter in name.trim().chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' | 'á' | 'à' | 'â' => key.push('a'),
            'ö' | 'ó' | 'ò' | 'ô' => key.push('o'),
            'ü' | 'ú' | 'ù' | 'û' => key.push('u'),
            'é' | 'è' | 'ê' => key.push('e'),
            'ß' => key.push_str("ss"),
            other => key.push(other),
        }
    }
    key
}

pub(crate) fn written_out(text: &str) -> String {
    text.to_lowercase()
        .replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue")
        .replace('ß', "ss")
}

/// What searches look through: these texts without case, in both spellings of umlauts.
pub(crate) fn found_by(texts: &[&str]) -> String {
    let text = texts.join(" ");
    format!("{} {}", sort_key(&text), written_out(&text))
}

/// How many words of a search count.
pub(crate) const SEARCHED_WORDS: usize = 4;

/// The words of a search as they stand in [`found_by`].
pub(crate) fn searched_words(search: &str) -> Vec<String> {
    let words = search.split_whitespace().take(SEARCHED_WORDS);
    words.map(written_out).collect()
}

/// The words of a search as patterns of `LIKE … ESCAPE '!'` for [`found_by`].
pub(crate) fn patterns(search: &str) -> [String; SEARCHED_WORDS] {
    let mut patterns = [const { String::new() }; SEARCHED_WORDS];
    let words = search
        .split_whitespace()
        .map(Some)
        .chain(std::iter::repeat(None));
    for (pattern, word) in patterns.iter_mut().zip(words) {
        *pattern = word.map_or_else(|| "%".to_owned(), pattern_of);
    }
    patterns
}

fn pattern_of(word: &str) -> String {
    let word = written_out(word)
        .replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_");
    format!("%{word}%")
}

/// A mail address as accounts know it.
pub(crate) fn mail_key(mail: &str) -> String {
    mail.trim().to_lowercase()
}

/// What the database keeps of a secret.
pub(crate) fn hashed(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}

/// Bytes as text that stands in an address.
pub(crate) fn url_text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The network as every page's frame shows it.
pub fn card(network: Network) -> shell::NetworkCard {
    shell::NetworkCard {
        id: network.id,
        slug: network.slug,
        name: network.name,
        zone: network.zone,
        accent: network.accent,
        logo_alt: network.logo.map(|_| network.logo_alt),
        sample_data: network.sample_data,
        office_name: network.office_name,
        office_mail: network.office_mail,
    }
}

/// The Länder, by the last two letters of ISO 3166-2:DE.
pub(crate) const LANDS: [&str; 16] = [
    "BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH",
];

/// Whether a text can be a path segment: lower-case letters, digits, single hyphens inside.
pub(crate) fn is_slug(text: &str) -> bool {
    let plain = text
        .chars()
        .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-');
    plain
        && (2..=60).contains(&text.len())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
}

/// Whether a first path segment belongs to the program itself.
pub(crate) fn is_reserved(slug: &str) -> bool {
    base::RESERVED.contains(&slug)
}

/// Whether a term does not end before it begins.
pub(crate) fn is_ordered(term: Term) -> bool {
    match (term.from, term.until) {
        (Some(from), Some(until)) => from <= until,
        _ => true,
    }
}

/// Whether a text is the address of a web page.
pub fn is_web_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split('/').next().unwrap_or_default();
        host.contains('.')
            && !rest
                .chars()
                .any(|it| it.is_whitespace() || it == '"' || it == '<')
    })
}

/// The address of a web page as people type it, with its scheme.
pub fn web_address(typed: &str) -> String {
    if typed.is_empty() || typed.contains("://") {
        typed.to_owned()
    } else {
        format!("https://{typed}")
    }
}

/// A path of this program that a sign-in may lead on to: nothing that browsers take for
/// another host, nothing that signs in or out again.
pub fn local_path(text: &str) -> Option<String> {
    let rest = text.strip_prefix('/')?;
    let is_plain = text.len() <= 1000
        && text.chars().all(|it| it.is_ascii_graphic() && it != '\\')
        && !rest.starts_with('/');
    let path = text.strip_prefix("/en").unwrap_or(text);
    let is_door = path.starts_with("/anmelden") || path.starts_with("/abmelden");
    (is_plain && !is_door).then(|| text.to_owned())
}

/// A browser and its system in two words, out of how it names itself.
pub(crate) fn browser_name(agent: &str) -> String {
    let first = |known: &[(&str, &'static str)]| {
        known
            .iter()
            .find(|(mark, _)| agent.contains(mark))
            .map(|(_, name)| *name)
    };
    let browser = first(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;

    fn term(from: Option<Date>, until: Option<Date>) -> Term {
        Term { from, until }
    }

    #[test]
    fn slugs_are_short_plain_words() {
        for slug in ["weimar", "kreis-celle", "ag-2017", "ab"] {
            assert!(is_slug(slug), "{slug}");
        }
        for slug in [
            "", "a", "Weimar", "-weimar", "weimar-", "a--b", "köln", "a b", "a/b", "..",
        ] {
            assert!(!is_slug(slug), "{slug}");
        }
        assert!(is_reserved("anmelden") && is_reserved("en") && !is_reserved("weimar"));
    }

    #[test]
    fn a_term_holds_on_both_its_days() {
        let (first, last) = (date(2017, 3, 1), date(2017, 11, 30));
        let it = term(Some(first), Some(last));

        assert!(it.holds_on(first) && it.holds_on(last));
        assert!(!it.holds_on(date(2017, 2, 28)) && !it.holds_on(date(2017, 12, 1)));
        assert!(Term::default().holds_on(first));
        assert!(is_ordered(it) && !is_ordered(term(Some(last), Some(first))));
    }

    #[test]
    fn terms_overlap_where_they_share_a_day() {
        let day = date(2017, 6, 30);
        let before = term(None, Some(day));

        assert!(before.overlaps(term(Some(day), None)));
        assert!(!before.overlaps(term(Some(date(2017, 7, 1)), None)));
        assert!(before.overlaps(Term::default()));
    }

    #[test]
    fn sign_in_leads_on_to_our_own_pages_only() {
        for path in ["/weimar/intern", "/en/weimar/termine?jahr=2018", "/en"] {
            assert_eq!(local_path(path).as_deref(), Some(path));
        }
        for path in [
            "",
            "//elsewhere.example",
            "/\\elsewhere.example",
            "https://elsewhere.example",
            "javascript:x",
            "/anmelden?weiter=/x",
            "/en/abmelden",
            "/a b",
            "/a\r\nset-cookie:x",
            "weimar",
        ] {
            assert_eq!(local_path(path), None, "{path}");
        }
    }

    #[test]
    fn a_search_is_patterns_that_mean_themselves() {
        assert_eq!(
            patterns(" 100% Träger_!"),
            ["%100!%%", "%traeger!_!!%", "%", "%"]
        );
        assert_eq!(patterns("a b c d e f g").len(), SEARCHED_WORDS);
    }

    #[test]
    fn names_sort_as_in_a_dictionary() {
        let mut names = ["Zoo", "Öhringen", "ohne", "Ähre", "Ass"];
        names.sort_by_key(|name| sort_key(name));

        assert_eq!(names, ["Ähre", "Ass", "ohne", "Öhringen", "Zoo"]);
    }

    #[test]
    fn browsers_are_named_in_two_words() {
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
        assert_eq!(browser_name(firefox), "Firefox, Linux");
        assert_eq!(browser_name("<script>"), "");
    }
}
