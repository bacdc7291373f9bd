//! Short readable addresses out of German titles.

/// First path segments that no network may take.
pub const RESERVED: [&str; 36] = [
    "en",
    "de",
    "anmelden",
    "anmeldung",
    "anmeldung-kontakt",
    "anmeldung-link",
    "bescheinigung",
    "abmelden",
    "konto",
    "einrichten",
    "betrieb",
    "assets",
    "healthz",
    "readyz",
    "metrics",
    "robots.txt",
    "favicon.ico",
    "sitemap.xml",
    "api",
    "oparl",
    "hsds",
    "demo",
    "antwort",
    "aufgabe",
    "einwand",
    "einladung",
    "suche",
    "termine",
    "meldungen",
    "netzwerke",
    "link",
    "kalender",
    "impressum",
    "datenschutz",
    "barrierefreiheit",
    "static",
];

/// The longest slug.
const LONGEST: usize = 60;

/// Turns a title into a slug: lower case, umlauts written out, words joined by `-`,
/// at most 60 characters and never cut inside a word where it can be helped.
/// A title without a letter or digit that ASCII knows has an empty slug.
///
/// ```
/// assert_eq!(base::slug("Fachkräfte dringend gesucht!"), "fachkraefte-dringend-gesucht");
/// ```
pub fn slug(title: &str) -> String {
    let mut words = String::new();
    let mut letters = title.chars().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // Two dots that some systems write as a letter of their own.
            'a' | 'o' | 'u' if letters.next_if_eq(&'\u{308}').is_some() => {
                words.extend([letter, 'e']);
            }
            it if it.is_ascii_alphanumeric() => words.push(it),
            // Other marks over the letter before, and soft hyphens, part no words.
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\'' | '’' => {}
            it => words.push_str(written_out(it).unwrap_or(" ")),
        }
    }
    let mut slug = String::new();
    for word in words.split_whitespace() {
        if !slug.is_empty() && slug.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST));
    }
    slug
}

/// A small letter of ours or our neighbours as ASCII writes it.
///
/// ```
/// assert_eq!(base::written_out('é'), Some("e"));
/// assert_eq!(base::written_out('ж'), None);
/// ```
pub const fn written_out(letter: char) -> Option<&'static str> {
    let plain = match letter {
        'ä' | 'æ' => "ae",
        'ö' | 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'á' | 'à' | 'â' | 'ã' | 'å' | 'ą' | 'ă' => "a",
        'ç' | 'č' | 'ć' => "c",
        'ď' | 'đ' => "d",
        'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' => "e",
        'ğ' => "g",
        'í' | 'ì' | 'î' | 'ï' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ň' | 'ń' => "n",
        'ó' | 'ò' | 'ô' | 'õ' | 'ø' | 'ő' => "o",
        'ř' => "r",
        'š' | 'ś' | 'ş' | 'ș' => "s",
        'ť' | 'ț' => "t",
        'ú' | 'ù' | 'û' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ž' | 'ź' | 'ż' => "z",
        _ => return None,
    };
    Some(plain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_become_readable_addresses() {
        for (title, expected) in [
            ("Größe: ÄÖÜ", "groesse-aeoeue"),
            ("Fachkra\u{308}fte", "fachkraefte"),
            ("Café Kovač & Łódź", "cafe-kovac-lodz"),
            ("Cafe\u{301}s", "cafes"),
            ("Geht’s los?", "gehts-los"),
            ("  2017/18 – Bericht  ", "2017-18-bericht"),
            ("STRASSE und Maẞe", "strasse-und-masse"),
            ("日本", ""),
            ("!!!", ""),
            ("", ""),
        ] {
            assert_eq!(slug(title), expected, "{title}");
        }
        assert_eq!(slug(&"wort ".repeat(20)), ["wort"; 12].join("-"));
        assert_eq!(slug(&"x".repeat(100)), "x".repeat(60));
    }

    proptest! {
        #[test]
        fn every_slug_is_a_plain_segment(title in ".{0,120}") {
            let slug = slug(&title);

            prop_assert!(slug.len() <= LONGEST);
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
            prop_assert!(slug.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-'));
            prop_assert_eq!(super::slug(&slug), slug);
        }
    }
}
