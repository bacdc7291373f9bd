//! How likely two records are one, and why.

use super::names::Word;
use super::{Probe, contact, names};

/// A reason to think that two records are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The same name, but for case, umlauts, titles, legal form and order.
    Name,
    /// Names that are spelled nearly alike.
    Spelling,
    /// A given name that the other one has as a letter.
    Initial,
    /// The same short name.
    ShortName,
    /// The same mail address.
    Mail,
    /// The same telephone number.
    Phone,
    /// The same web site.
    Web,
    /// The same street and number.
    Address,
}

impl Reason {
    /// All of them, the strongest first.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Spelling,
        Self::Initial,
        Self::ShortName,
        Self::Mail,
        Self::Phone,
        Self::Web,
        Self::Address,
    ];

    /// The word in the database; the phrase key is `register-alike-` and it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Spelling => "spelling",
            Self::Initial => "initial",
            Self::ShortName => "short",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Web => "web",
            Self::Address => "address",
        }
    }

    /// Phrase key of the reason in words.
    pub fn key(self) -> String {
        format!("register-alike-{}", self.word())
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

/// From here on two records are worth a look.
const LEAST: i32 = 50;
/// Names less alike than this are two names.
const LEAST_OF_A_NAME: f64 = 0.85;
/// What the same name is worth.
const NAME: i32 = 60;

/// A record as it is compared, worked out once.
#[derive(Clone, Debug)]
pub(super) struct Prepared {
    is_organisation: bool,
    name: Vec<Word>,
    /// The words of its name in one order.
    joined: String,
    /// Its name in one word.
    run: String,
    mail: String,
    phone: String,
    short: String,
    host: String,
    place: String,
    town: Vec<String>,
}

impl Prepared {
    pub(super) fn of(probe: &Probe<'_>) -> Self {
        let name = if probe.is_organisation {
            names::organisation(probe.name)
        } else {
            names::person(probe.name)
        };
        Self {
            is_organisation: probe.is_organisation,
            joined: names::joined(&name, ToOwned::to_owned),
            run: name.concat(),
            name: name.into_iter().map(Word::of).collect(),
            mail: contact::mail(probe.mail),
            phone: contact::phone(probe.phone),
            short: names::words(probe.short_name).concat(),
            host: contact::host(probe.web),
            place: contact::place(probe.postcode, probe.street),
            town: names::words(probe.town),
        }
    }

    fn words(&self) -> Vec<&Word> {
        self.name.iter().collect()
    }

    fn texts(&self) -> Vec<String> {
        self.name.iter().map(|word| word.text.clone()).collect()
    }
}

/// How likely two records are one, up to 100, and why; none where it is not worth a look.
pub fn compare(one: &Probe<'_>, other: &Probe<'_>) -> Option<(u8, Vec<Reason>)> {
    compared(&Prepared::of(one), &Prepared::of(other))
}

/// The same of records that are worked out already.
pub(super) fn compared(one: &Prepared, other: &Prepared) -> Option<(u8, Vec<Reason>)> {
    let mut tally = Tally::default();
    if one.is_organisation {
        tally.organisation(one, other);
    } else {
        tally.person(one, other);
    }
    tally.verdict()
}

#[derive(Default)]
struct Tally {
    points: i32,
    reasons: Vec<Reason>,
}

impl Tally {
    fn add(&mut self, reason: Reason, points: i32) {
        self.reasons.push(reason);
        self.points += points;
    }

    fn same(&mut self, reason: Reason, points: i32, (one, other): (&str, &str)) {
        if !one.is_empty() && one == other {
            self.add(reason, points);
        }
    }

    fn verdict(mut self) -> Option<(u8, Vec<Reason>)> {
        self.reasons.sort_unstable();
        let points = self.points.min(100);
        (points >= LEAST).then(|| (u8::try_from(points).unwrap_or(100), self.reasons))
    }

    /// What the names say; whether they are alike at all.
    fn name(&mut self, one: &Prepared, other: &Prepared) -> bool {
        // "Probe-Haus" is "Probehaus".
        let is_same = one.joined == other.joined || one.run == other.run;
        self.names((&one.words(), &other.words()), is_same, 0)
    }

    fn names(&mut self, (one, other): (&[&Word], &[&Word]), is_same: bool, less: i32) -> bool {
        if one.is_empty() || other.is_empty() {
            return false;
        }
        if is_same {
            self.add(Reason::Name, NAME - less);
            return true;
        }
        let likeness = names::likeness(one, other);
        if likeness < LEAST_OF_A_NAME {
            return false;
        }
        self.add(Reason::Spelling, points(likeness) - less);
        true
    }

    fn person(&mut self, one: &Prepared, other: &Prepared) {
        if !self.name(one, other) && is_initialled(&one.name, &other.name) {
            self.add(Reason::Initial, 50);
        }
        let worth = if contact::is_shared_mailbox(&one.mail) {
            25
        } else {
            50
        };
        self.same(Reason::Mail, worth, (&one.mail, &other.mail));
        self.same(Reason::Phone, 20, (&one.phone, &other.phone));
        // Namesakes are many; of two with addresses of their own only the same spelling tells.
        let differ = !one.mail.is_empty() && !other.mail.is_empty() && one.mail != other.mail;
        if differ && !self.reasons.contains(&Reason::Phone) {
            self.points -= 10;
        }
    }

    fn organisation(&mut self, one: &Prepared, other: &Prepared) {
        let is_elsewhere = !one.town.is_empty()
            && !other.town.is_empty()
            && !one.town.iter().any(|word| other.town.contains(word));
        if !self.name(one, other) && !is_elsewhere && has_town(one, other) {
            let (mine, its) = (without(one, other), without(other, one));
            let is_same = same_words(&mine, &its);
            self.names((&mine, &its), is_same, 4);
        }
        if one.short.chars().count() >= 3 {
            self.same(Reason::ShortName, 25, (&one.short, &other.short));
        }
        self.same(Reason::Mail, 35, (&one.mail, &other.mail));
        self.same(Reason::Phone, 25, (&one.phone, &other.phone));
        self.same(Reason::Web, 25, (&one.host, &other.host));
        self.same(Reason::Address, 15, (&one.place, &other.place));
        // The same name in two towns is mostly two branches.
        if is_elsewhere {
            self.points -= 20;
        }
    }
}

/// Whether a name holds a word of one of the towns.
fn has_town(one: &Prepared, other: &Prepared) -> bool {
    let towns = || one.town.iter().chain(&other.town);
    let mut words = one.name.iter().chain(&other.name);
    words.any(|word| towns().any(|town| *town == word.text))
}

fn same_words(one: &[&Word], other: &[&Word]) -> bool {
    let texts =
        |words: &[&Word]| -> Vec<String> { words.iter().map(|word| word.text.clone()).collect() };
    let (one, other) = (texts(one), texts(other));
    let plain = |word: &str| word.to_owned();
    names::joined(&one, plain) == names::joined(&other, plain) || one.concat() == other.concat()
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "a likeness lies between 0 and 1"
)]
fn points(likeness: f64) -> i32 {
    (likeness.clamp(0.0, 1.0) * f64::from(NAME)).round() as i32
}

/// The words of a name but for those of the towns, where others are left.
fn without<'p>(name: &'p Prepared, other: &Prepared) -> Vec<&'p Word> {
    let is_town = |word: &Word| name.town.contains(&word.text) || other.town.contains(&word.text);
    let kept: Vec<&Word> = name.name.iter().filter(|word| !is_town(word)).collect();
    if kept.is_empty() { name.words() } else { kept }
}

/// Whether the names differ in given names alone, of which one has only the first letter.
fn is_initialled(one: &[Word], other: &[Word]) -> bool {
    let (Some((last, given)), Some((other_last, other_given))) =
        (one.split_last(), other.split_last())
    else {
        return false;
    };
    let (Some(given), Some(other_given)) = (given.first(), other_given.first()) else {
        return false;
    };
    let begins = |long: &str, short: &str| short.len() == 1 && long.starts_with(short);
    let (given, other_given) = (&given.text, &other_given.text);
    names::sounded(&last.text) == names::sounded(&other_last.text)
        && (begins(given, other_given) || begins(other_given, given))
}

/// The keys of a record, the most telling first. Records that are the same share one of them.
pub(super) fn keys(probe: &Probe<'_>) -> Vec<String> {
    Prepared::of(probe).keys()
}

impl Prepared {
    pub(super) fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        let mut add = |kind: char, text: &str| {
            let text: String = text.chars().take(80).collect();
            let key = format!("{kind}{text}");
            if !text.is_empty() && !keys.contains(&key) {
                keys.push(key);
            }
        };
        let name = self.texts();
        add('a', &self.mail);
        add('b', &self.phone);
        if self.is_organisation {
            add('c', &self.host);
            add('d', &names::sounded(&self.run));
            add('e', &self.short);
            add('f', &self.place);
            add('g', &names::joined(&longest(&name), names::skeleton));
            add('h', &names::joined(&longest(&name), |word| begun(word, 4)));
        } else {
            add('d', &names::joined(&name, names::sounded));
            if let (Some(first), Some(last)) = (name.first(), name.last())
                && name.len() > 1
            {
                let initialled = format!("{} {}", begun(first, 1), names::sounded(last));
                add('e', &initialled);
            }
            add('g', &names::joined(&name, names::skeleton));
            add('h', &names::joined(&name, |word| begun(word, 3)));
        }
        keys
    }
}

/// The most keys that one record has.
pub(super) const MOST_KEYS: usize = 8;

/// The two longest words and all numbers; a name of one letter each has no key of this kind.
fn longest(name: &[String]) -> Vec<String> {
    let mut words: Vec<String> = name.to_vec();
    words.sort_by(|a, b| (b.len(), a).cmp(&(a.len(), b)));
    let is_number = |word: &&String| word.contains(|it: char| it.is_ascii_digit());
    let numbers: Vec<String> = words.iter().skip(2).filter(is_number).cloned().collect();
    words.truncate(2);
    words.extend(numbers);
    words
}

/// How a word begins as it sounds; numbers are whole.
fn begun(word: &str, letters: usize) -> String {
    if word.contains(|it: char| it.is_ascii_digit()) {
        return word.to_owned();
    }
    names::sounded(word).chars().take(letters).collect()
}
