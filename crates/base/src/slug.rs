//! Short readable addresses out of German titles.

/// First path segments that no network may take.
pub const RESERVED: [&str; 24] = [
    "en",
    "de",
    "anmelden",
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
    "link",
    "impressum",
    "datenschutz",
    "barrierefreiheit",
    "static",
];

/// Turns a title into a slug: lower case, umlauts written out, words joined by `-`,
/// at most 60 characters and never cut inside a word where it can be helped.
///
/// ```
/// assert_eq!(base::slug("Fachkräfte dringend gesucht!"), "fachkraefte-dringend-gesucht");
/// ```
pub fn slug(title: &str) -> String {
    let mut words = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => words.push_str("ae"),
            'ö' => words.push_str("oe"),
            'ü' => words.push_str("ue"),
            'ß' => words.push_str("ss"),
            'é' | 'è' | 'ê' => words.push('e'),
            'á' | 'à' | 'â' => words.push('a'),
            it if it.is_ascii_alphanumeric() => words.push(it),
            _ => words.push(' '),
        }
    }
    let mut slug = String::new();
    for word in words.split_whitespace() {
        if !slug.is_empty() && slug.len() + 1 + word.len() > 60 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(60));
    }
    slug
}
