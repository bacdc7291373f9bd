//! From a text to the words that it is found by.

use std::collections::BTreeSet;

/// Longer words are no words.
const LONGEST: usize = 80;
/// Words from this length on are taken for compounds: "Lebenshilfe" is found by "Hilfe".
const COMPOUND: usize = 8;
/// The shortest part of a compound, at its beginning and at its end.
const PART: usize = 4;

/// What a question asks for: the stem of each word, letters and digits alone, in lower case,
/// without marks above them. A word is found by how it begins, so a stem finds all its forms.
pub fn terms(text: &str) -> Vec<String> {
    let stemmer = frostem::Stemmer::new(frostem::Algorithm::German);
    words(text)
        .map(|word| stem(&stemmer, &word))
        .filter(|term| !term.is_empty())
        .collect()
}

/// What a record is found by: its words as they stand, and stems that do not begin them. The
/// title's long words are found by how they end, too.
pub(super) fn remembered(title: &str, text: &str) -> Vec<String> {
    let stemmer = frostem::Stemmer::new(frostem::Algorithm::German);
    let mut all = BTreeSet::new();
    for word in words(title).chain(words(text)) {
        let stem = stem(&stemmer, &word);
        let plain = plain(&word);
        if !plain.starts_with(&stem) {
            all.insert(stem);
        }
        all.insert(plain);
    }
    for word in words(title) {
        let letters: Vec<char> = plain(&word).chars().collect();
        if letters.len() >= COMPOUND {
            let ends = PART..=letters.len() - PART;
            all.extend(ends.filter_map(|from| Some(letters.get(from..)?.iter().collect())));
        }
    }
    all.remove("");
    all.into_iter().collect()
}

/// How well a title says what is asked for: whole words count more than beginnings.
pub(super) fn titled(title: &str, terms: &[String]) -> usize {
    let said: Vec<String> = words(title).map(|word| plain(&word)).collect();
    let worth = |term: &String| {
        let whole = said.iter().any(|word| word == term);
        let begun = said.iter().any(|word| word.starts_with(term.as_str()));
        usize::from(whole) * 2 + usize::from(begun)
    };
    terms.iter().map(worth).sum()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    folded(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(LONGEST).collect())
        .collect::<Vec<String>>()
        .into_iter()
}

fn stem(stemmer: &frostem::Stemmer, word: &str) -> String {
    plain(&stemmer.stem(word))
}

/// A word without dots over its letters, however they were written.
fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            'ä' => plain.push('a'),
            'ö' => plain.push('o'),
            'ü' => plain.push('u'),
            'ß' => plain.push_str("ss"),
            'a' | 'o' | 'u' => {
                plain.push(letter);
                letters.next_if_eq(&'e');
            }
            _ => plain.push(letter),
        }
    }
    plain
}

/// Small letters without marks. Umlauts and ß stay: the stemmer knows them in both spellings.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut letters = text.chars().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        let umlaut = match letter {
            'a' => Some('ä'),
            'o' => Some('ö'),
            'u' => Some('ü'),
            _ => None,
        };
        match (letter, umlaut) {
            // Some systems write the two dots as a letter of their own.
            (_, Some(umlaut)) if letters.next_if_eq(&'\u{308}').is_some() => folded.push(umlaut),
            ('ä' | 'ö' | 'ü' | 'ß', _) => folded.push(letter),
            // Other marks over the letter before, and soft hyphens, part no words.
            ('\u{300}'..='\u{36f}' | '\u{ad}', _) => {}
            _ => match base::written_out(letter) {
                Some(plain) => folded.push_str(plain),
                None => folded.push(letter),
            },
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_begins_what_is_remembered() {
        for (title, typed) in [
            ("Beratung", "Beratun"),
            ("Beratung", "Beratungen"),
            ("Geschäftsführung", "geschaeftsfuehr"),
            ("Geschäftsführung", "Geschäftsführun"),
            ("Lebenshilfe", "hilfe"),
            ("Häuser", "Haus"),
            ("Haus", "Häuser"),
            ("Café", "cafe"),
            ("Michael", "micha"),
            ("Michael", "michae"),
            ("Träger", "Trae"),
            ("Straße", "strasse"),
        ] {
            let known = remembered(title, "");
            for term in terms(typed) {
                let found = known.iter().any(|word| word.starts_with(&term));
                assert!(found, "{typed} → {term} in {known:?}");
            }
        }
    }

    #[test]
    fn titles_that_say_it_come_first() {
        let asked = terms("Haus");

        assert!(titled("Haus der Jugend", &asked) > titled("Hausordnung", &asked));
        assert!(titled("Hausordnung", &asked) > titled("Bericht", &asked));
    }
}
