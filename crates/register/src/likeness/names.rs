//! Names as they are compared: the words that tell one from another, spelled in one way.

/// Forms of address and academic titles; some of their parts stand alone.
const TITLES: [&str; 27] = [
    "frau",
    "herr",
    "dr",
    "prof",
    "professor",
    "professorin",
    "doktor",
    "pd",
    "priv",
    "dipl",
    "diplom",
    "ing",
    "paed",
    "psych",
    "kfm",
    "kffr",
    "sozpaed",
    "sozarb",
    "med",
    "phil",
    "rer",
    "nat",
    "jur",
    "theol",
    "mag",
    "msc",
    "bsc",
];
/// Between the words of a name, and often left out.
const PARTICLES: [&str; 30] = [
    "der", "die", "das", "des", "dem", "den", "und", "u", "fuer", "f", "in", "im", "am", "an",
    "auf", "zu", "zum", "zur", "von", "vom", "v", "bei", "mit", "e", "beim", "the", "and", "of",
    "aus", "ueber",
];
/// What a body is in law, word by word; `e. V.` and `gemeinnützige GmbH` are several.
const LEGAL_FORMS: [&[&str]; 27] = [
    &[
        "gemeinnuetzige",
        "gesellschaft",
        "mit",
        "beschraenkter",
        "haftung",
    ],
    &["gesellschaft", "mit", "beschraenkter", "haftung"],
    &["koerperschaft", "des", "oeffentlichen", "rechts"],
    &["anstalt", "des", "oeffentlichen", "rechts"],
    &["gemeinnuetzige", "gmbh"],
    &["gemeinnuetziger", "verein"],
    &["gemeinnuetzige", "ug"],
    &["eingetragener", "verein"],
    &["eingetragene", "genossenschaft"],
    &["gmbh", "co", "kg"],
    &["e", "v"],
    &["g", "gmbh"],
    &["e", "g"],
    &["ug", "haftungsbeschraenkt"],
    &["k", "d", "oe", "r"],
    &["ev"],
    &["ggmbh"],
    &["gmbh"],
    &["mbh"],
    &["gug"],
    &["ug"],
    &["ag"],
    &["eg"],
    &["kg"],
    &["ohg"],
    &["gbr"],
    &["kdoer"],
];
/// Associations and their parts by their longer names; the short one stands first.
const SHORT: [(&str, &[&str]); 32] = [
    ("awo", &["arbeiterwohlfahrt"]),
    ("drk", &["deutsches", "rotes", "kreuz"]),
    ("drk", &["deutschen", "roten", "kreuzes"]),
    ("drk", &["rotes", "kreuz"]),
    ("asb", &["arbeiter", "samariter", "bund"]),
    ("juh", &["johanniter", "unfall", "hilfe"]),
    ("juh", &["johanniter"]),
    ("mhd", &["malteser", "hilfsdienst"]),
    ("mhd", &["malteser"]),
    ("diakonie", &["diakonisches", "werk"]),
    ("diakonie", &["dw"]),
    ("caritas", &["caritasverband"]),
    (
        "paritaet",
        &["deutscher", "paritaetischer", "wohlfahrtsverband"],
    ),
    ("paritaet", &["paritaetischer", "wohlfahrtsverband"]),
    ("paritaet", &["paritaetischer"]),
    ("paritaet", &["paritaetische"]),
    ("paritaet", &["dpwv"]),
    ("vhs", &["volkshochschule"]),
    ("dlrg", &["deutsche", "lebens", "rettungs", "gesellschaft"]),
    ("dgb", &["deutscher", "gewerkschaftsbund"]),
    ("kreisverband", &["kv"]),
    ("ortsverband", &["ov"]),
    ("ortsverband", &["ortsverein"]),
    ("landesverband", &["lv"]),
    ("bezirksverband", &["bv"]),
    ("landkreis", &["lk"]),
    ("landkreis", &["lkr"]),
    ("sankt", &["st"]),
    ("evangelisch", &["evangelische"]),
    ("evangelisch", &["evangelischer"]),
    ("evangelisch", &["evangelisches"]),
    ("evangelisch", &["evangelischen"]),
];

/// The words of a text as they stand, without marks above the letters: small and in ASCII where
/// ASCII can write them.
pub(crate) fn words(text: &str) -> Vec<String> {
    spelled(text).into_iter().map(|(word, _)| word).collect()
}

/// Each word with whether it is written `Ev`, which is no legal form.
fn spelled(text: &str) -> Vec<(String, bool)> {
    let mut plain = String::with_capacity(text.len() + 8);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            'a' | 'o' | 'u' | 'A' | 'O' | 'U' if letters.next_if_eq(&'\u{308}').is_some() => {
                plain.extend([letter, 'e']);
            }
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\'' | '’' | '`' | '´' => {}
            it if it.is_alphanumeric() => plain.push(it),
            _ => plain.push(' '),
        }
    }
    plain
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| (small(word), word == "Ev"))
        .collect()
}

fn small(word: &str) -> String {
    let mut small = String::with_capacity(word.len() + 2);
    for letter in word.chars().flat_map(char::to_lowercase) {
        match base::written_out(letter) {
            Some(plain) => small.push_str(plain),
            None => small.push(letter),
        }
    }
    small
}

/// Without these words, where others are left.
fn without(words: Vec<String>, dropped: &[&str]) -> Vec<String> {
    let kept: Vec<String> = words
        .iter()
        .filter(|word| !dropped.contains(&word.as_str()))
        .cloned()
        .collect();
    if kept.is_empty() { words } else { kept }
}

/// The words of a person's name, the given name first: without titles, "Nachname, Vorname"
/// turned round.
pub(crate) fn person(name: &str) -> Vec<String> {
    let turned = match name.split_once(',') {
        Some((last, first)) if !words(first).is_empty() => format!("{first} {last}"),
        _ => name.to_owned(),
    };
    let all = words(&turned);
    let has_title = all.iter().any(|word| word == "dr" || word == "prof");
    let mut kept = without(all, &TITLES);
    // "Dr. h. c." leaves two letters.
    if has_title && let Some(at) = kept.windows(2).position(|it| it == ["h", "c"]) {
        kept.drain(at..at + 2);
    }
    without(
        kept,
        &["von", "van", "der", "den", "de", "zu", "zum", "zur", "vom"],
    )
}

/// The words of an organisation's name: without its legal form, associations by their short
/// names.
pub(crate) fn organisation(name: &str) -> Vec<String> {
    let spelled = spelled(name);
    let last = spelled.len().saturating_sub(1);
    let all: Vec<String> = spelled
        .into_iter()
        .enumerate()
        .map(|(at, (word, is_ev))| {
            if is_ev && at < last {
                "evangelisch".to_owned()
            } else {
                word
            }
        })
        .collect();
    let bare = LEGAL_FORMS
        .iter()
        .fold(all.clone(), |words, form| replaced(words, form, None));
    let bare = if bare.is_empty() { all } else { bare };
    let short = SHORT.iter().fold(bare, |words, (short, long)| {
        replaced(words, long, Some(short))
    });
    let mut kept = without(short, &PARTICLES);
    kept.dedup();
    kept
}

/// The words with each run of these put into one, or taken out.
fn replaced(words: Vec<String>, run: &[&str], with: Option<&str>) -> Vec<String> {
    // Most names hold none of them, and long lists ask for all of them.
    if !run.iter().all(|it| words.iter().any(|word| word == it)) {
        return words;
    }
    let mut left = words.as_slice();
    let mut kept = Vec::with_capacity(words.len());
    while let Some((first, rest)) = left.split_first() {
        let is_run = left.len() >= run.len() && left.iter().zip(run).all(|(a, b)| a == b);
        if is_run {
            kept.extend(with.map(ToOwned::to_owned));
            left = left.get(run.len()..).unwrap_or_default();
        } else {
            kept.push(first.clone());
            left = rest;
        }
    }
    kept
}

/// A word as it sounds: spellings that German ears do not tell apart are one.
pub(crate) fn sounded(word: &str) -> String {
    if has_digit(word) {
        return word.to_owned();
    }
    let pairs = [
        ("ay", "ei"),
        ("ai", "ei"),
        ("ey", "ei"),
        ("ie", "i"),
        ("ae", "e"),
        ("oe", "o"),
        ("ue", "u"),
        ("ph", "f"),
        ("th", "t"),
        ("dt", "t"),
        ("tz", "z"),
        ("ck", "k"),
        ("qu", "kw"),
        ("y", "i"),
        ("c", "k"),
        ("v", "f"),
    ];
    let said = pairs
        .iter()
        .fold(word.replace("sch", "9"), |said, (from, to)| {
            said.replace(from, to)
        });
    let mut once = String::with_capacity(said.len());
    for letter in said.chars() {
        if !once.ends_with(letter) {
            once.push(letter);
        }
    }
    match once.strip_suffix('d') {
        Some(stem) if stem.len() > 1 => format!("{stem}t"),
        _ => once,
    }
}

/// The consonants of a word as it sounds, and the letter that it begins with.
pub(crate) fn skeleton(word: &str) -> String {
    if has_digit(word) {
        return word.to_owned();
    }
    let said = sounded(word);
    let (first, rest) = said.split_at_checked(1).unwrap_or((&said, ""));
    let consonants = rest.chars().filter(|it| !"aeiouhj".contains(*it));
    first.chars().chain(consonants).collect()
}

fn has_digit(word: &str) -> bool {
    word.contains(|letter: char| letter.is_ascii_digit())
}

/// Words in one order, joined.
pub(crate) fn joined(words: &[String], of: impl Fn(&str) -> String) -> String {
    let mut all: Vec<String> = words.iter().map(|word| of(word)).collect();
    all.sort_unstable();
    all.join(" ")
}

/// A word of a name with how it sounds, worked out once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) text: String,
    said: String,
    has_digit: bool,
}

impl Word {
    pub(crate) fn of(text: String) -> Self {
        Self {
            said: sounded(&text),
            has_digit: has_digit(&text),
            text,
        }
    }
}

/// How much two names say the same, from 0 to 1: each word finds its like, long ones weigh
/// more, and the order says nothing. Names that both have a word, or a number, of their own
/// are two names.
pub(crate) fn likeness(one: &[&Word], other: &[&Word]) -> f64 {
    let weight = |words: &[&Word]| -> usize { words.iter().map(|it| length(&it.text)).sum() };
    let all = weight(one) + weight(other);
    if all == 0 || numbers(one) != numbers(other) {
        return 0.0;
    }
    let mut left: Vec<&Word> = other.to_vec();
    let mut mine: Vec<&Word> = one.to_vec();
    mine.sort_by_key(|word| std::cmp::Reverse(word.text.len()));
    let (mut alike, mut alone) = (0.0, 0);
    for word in mine {
        let degrees = left.iter().map(|it| word_likeness(word, it)).enumerate();
        let best = degrees.max_by(|a, b| a.1.total_cmp(&b.1));
        let Some((at, degree)) = best.filter(|(_, degree)| *degree > 0.0) else {
            alone += 1;
            continue;
        };
        let its = left.swap_remove(at);
        alike += degree * fraction(length(&word.text) + length(&its.text));
    }
    if alone > 0 && !left.is_empty() {
        return 0.0;
    }
    alike / fraction(all)
}

fn length(word: &str) -> usize {
    word.chars().count()
}

fn numbers<'w>(words: &[&'w Word]) -> Vec<&'w str> {
    let with_digits = words.iter().filter(|word| word.has_digit);
    let mut numbers: Vec<&str> = with_digits.map(|word| word.text.as_str()).collect();
    numbers.sort_unstable();
    numbers
}

/// Below this two words are two words.
const LEAST_OF_A_WORD: f64 = 0.93;

fn word_likeness(one: &Word, other: &Word) -> f64 {
    if one.text == other.text {
        return 1.0;
    }
    // A number is another number, however much alike, and short words are soon others.
    let shorter = one.text.len().min(other.text.len());
    if one.has_digit || other.has_digit || shorter < 3 {
        return 0.0;
    }
    if one.said == other.said {
        return 0.97;
    }
    spelled_nearly(&one.text, &other.text).max(spelled_nearly(&one.said, &other.said))
}

/// How alike two spellings are where a letter or two is the difference; else nothing.
fn spelled_nearly(one: &str, other: &str) -> f64 {
    let degree = strsim::jaro_winkler(one, other);
    let shorter = length(one).min(length(other));
    let few = 1 + shorter / 12;
    if degree >= LEAST_OF_A_WORD && shorter >= 4 && strsim::damerau_levenshtein(one, other) <= few {
        degree
    } else {
        0.0
    }
}

/// Small counts as fractions.
fn fraction(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
