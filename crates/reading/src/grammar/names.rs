//! The words for months, weekdays and ordinals, also shortened, as people write them.

use jiff::civil::Weekday;

const MONTHS: [&[&str]; 12] = [
    &["januar", "jänner", "jan", "jaenner"],
    &["februar", "feber", "feb", "febr"],
    &["märz", "mär", "mrz", "maerz", "mar", "march"],
    &["april", "apr"],
    &["mai"],
    &["juni", "jun", "juno"],
    &["juli", "jul", "julei"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "okt", "october"],
    &["november", "nov"],
    &["dezember", "dez", "december"],
];

/// The month of a word, however it is shortened; `true` where it is.
pub(crate) fn month(word: &str) -> Option<(i8, bool)> {
    let word = word.to_lowercase();
    MONTHS.iter().zip(1_i8..).find_map(|(names, number)| {
        match names.iter().position(|it| *it == word) {
            Some(0) => Some((number, false)),
            Some(_) => Some((number, true)),
            None => None,
        }
    })
}

const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Monday, &["montag", "mo", "mon"]),
    (Weekday::Tuesday, &["dienstag", "di", "die", "dien"]),
    (Weekday::Wednesday, &["mittwoch", "mi", "mitt"]),
    (Weekday::Thursday, &["donnerstag", "do", "don"]),
    (Weekday::Friday, &["freitag", "fr", "frei"]),
    (
        Weekday::Saturday,
        &["samstag", "sonnabend", "sa", "sam", "sbd"],
    ),
    (Weekday::Sunday, &["sonntag", "so", "son"]),
];

/// Parts of the day that follow a weekday in one word: "Dienstagabend".
const PARTS_OF_DAY: &[&str] = &[
    "abend",
    "morgen",
    "mittag",
    "nachmittag",
    "vormittag",
    "früh",
];

/// The weekday of a word; `true` where it is shortened and might be another word.
pub(crate) fn weekday(word: &str) -> Option<(Weekday, bool)> {
    let word = word.to_lowercase();
    for (day, names) in WEEKDAYS {
        for (place, name) in names.iter().enumerate() {
            let is_long = name.len() > 4;
            let rest = word.strip_prefix(name);
            if rest == Some("")
                || is_long && rest.is_some_and(|it| it == "s" || PARTS_OF_DAY.contains(&it))
            {
                return Some((day, !(place == 0 || is_long)));
            }
        }
    }
    None
}

/// The weekday of "dienstags".
pub(crate) fn every_weekday(word: &str) -> Option<Weekday> {
    let stem = word.strip_suffix('s')?;
    if stem.chars().next()?.is_uppercase() {
        return None;
    }
    weekday(stem)
        .filter(|(_, short)| !short)
        .map(|(day, _)| day)
}

const ORDINALS: [(i8, &[&str]); 6] = [
    (1, &["erste"]),
    (2, &["zweite"]),
    (3, &["dritte"]),
    (4, &["vierte"]),
    (5, &["fünfte"]),
    (-1, &["letzte"]),
];

/// The number of "ersten", "zweiter", "letzten"; the last is −1.
pub(crate) fn ordinal(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    ORDINALS.iter().find_map(|(number, stems)| {
        let fits = |stem: &&str| {
            word.strip_prefix(*stem)
                .is_some_and(|rest| matches!(rest, "" | "n" | "r" | "m" | "s"))
        };
        stems.iter().any(fits).then_some(*number)
    })
}

/// "umzüge", "arbeitseinsätze": the one of many whose vowel is bent.
pub(crate) fn unbent(lower: &str) -> Option<String> {
    let stem = lower.strip_suffix("en").or(lower.strip_suffix('e'))?;
    let (at, bent) = stem
        .char_indices()
        .rfind(|(_, it)| "aeiouäöü".contains(*it))?;
    // "läufe" has its bent vowel before another.
    let (at, bent) = match stem.get(..at)?.chars().next_back() {
        Some('ä') if bent == 'u' => (at - 'ä'.len_utf8(), 'ä'),
        _ => (at, bent),
    };
    let plain = match bent {
        'ä' => "a",
        'ö' => "o",
        'ü' => "u",
        _ => return None,
    };
    let tail = stem.get(at + bent.len_utf8()..)?;
    Some(format!("{}{plain}{tail}", stem.get(..at)?))
}
