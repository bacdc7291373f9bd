//! What holds in the register, without a database: names, addresses, colours, slugs.

use base::Lang;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::types::{Network, Term};

/// What a name sorts by: without case, umlauts as their vowel (DIN 5007-1).
pub(crate) fn sort_key(name: &str) -> String {
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

/// Whether all words of a search stand in any of these texts, whatever case and spelling of
/// umlauts.
pub(crate) fn is_found(search: &str, texts: &[&str]) -> bool {
    let written_out = |text: &str| {
        text.to_lowercase()
            .replace('ä', "ae")
            .replace('ö', "oe")
            .replace('ü', "ue")
            .replace('ß', "ss")
    };
    search.split_whitespace().all(|word| {
        texts.iter().any(|text| {
            sort_key(text).contains(&sort_key(word))
                || written_out(text).contains(&written_out(word))
        })
    })
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
pub(crate) fn card(network: Network) -> shell::NetworkCard {
    shell::NetworkCard {
        id: network.id,
        slug: network.slug,
        name: network.name,
        zone: network.zone,
        accent: network.accent,
        logo_alt: network.logo.map(|_| network.logo_alt),
        sample_data: network.sample_data,
    }
}

/// The accent colour of a network that has not chosen one: KERN's own action colour.
pub(crate) const DEFAULT_ACCENT: &str = "#17476d";

/// What WCAG 2.2 asks of text and its ground (1.4.3, level AA).
pub(crate) const READABLE: f64 = 4.5;

/// The largest logo in bytes.
pub(crate) const LARGEST_LOGO: usize = 512 * 1024;

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

/// A colour of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Colour {
    channels: [u8; 3],
}

/// Near-black and white, the two colours that text on an accent can have.
const DARK: Colour = Colour {
    channels: [0x17, 0x17, 0x17],
};
const WHITE: Colour = Colour {
    channels: [0xff, 0xff, 0xff],
};

impl Colour {
    /// Reads `#rrggbb`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self {
            channels: [red, green, blue],
        })
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        let [red, green, blue] = self.channels.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio (WCAG 2.2), from 1 to 21.
    pub(crate) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The text colour that reads best on this one, and its contrast.
    pub(crate) fn text_on_it(self) -> (&'static str, f64) {
        let (white, dark) = (self.contrast(WHITE), self.contrast(DARK));
        if white >= dark {
            ("#ffffff", white)
        } else {
            ("#171717", dark)
        }
    }
}

/// A contrast ratio as it is written: one decimal, cut and never rounded up.
pub(crate) fn ratio_words(ratio: f64, lang: Lang) -> String {
    let digits = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
    match lang {
        Lang::De => digits.replace('.', ","),
        Lang::En => digits,
    }
}

/// The media type of a picture that browsers show, told from its bytes.
///
/// An SVG that holds scripts, handlers or references to elsewhere is no picture for us.
pub(crate) fn picture_type(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some("image/png");
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some("image/jpeg");
    }
    let text = std::str::from_utf8(bytes)
        .ok()?
        .trim_start_matches('\u{feff}');
    let lower = text.to_lowercase();
    let begins = lower.trim_start();
    let is_svg =
        (begins.starts_with("<?xml") || begins.starts_with("<svg") || begins.starts_with("<!--"))
            && begins.contains("<svg");
    let is_active = [
        "<script",
        "<!doctype",
        "<!entity",
        "<foreignobject",
        "javascript:",
        "<iframe",
    ]
    .iter()
    .any(|word| lower.contains(word))
        || has_handler(&lower);
    (is_svg && !is_active).then_some("image/svg+xml")
}

/// Whether an attribute such as `onload=` stands in the text.
fn has_handler(lower: &str) -> bool {
    lower.split_whitespace().any(|word| {
        word.strip_prefix("on").is_some_and(|rest| {
            let name: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
            !name.is_empty()
                && rest
                    .trim_start_matches(char::is_alphabetic)
                    .starts_with('=')
        })
    })
}

/// Whether a term does not end before it begins.
pub(crate) fn is_ordered(term: Term) -> bool {
    match (term.from, term.until) {
        (Some(from), Some(until)) => from <= until,
        _ => true,
    }
}

/// Whether two terms share a day.
pub(crate) fn overlap(one: Term, other: Term) -> bool {
    let begins_in_time = |it: Term, end: Term| match (it.from, end.until) {
        (Some(from), Some(until)) => from <= until,
        _ => true,
    };
    begins_in_time(one, other) && begins_in_time(other, one)
}

/// Whether a text is the address of a web page.
pub(crate) fn is_web_address(text: &str) -> bool {
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
pub(crate) fn web_address(typed: &str) -> String {
    if typed.is_empty() || typed.contains("://") {
        typed.to_owned()
    } else {
        format!("https://{typed}")
    }
}

/// A path of this program that a sign-in may lead on to: nothing that browsers take for
/// another host, nothing that signs in or out again.
pub(crate) fn local_path(text: &str) -> Option<String> {
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
