//! How likely two records are one, and why.

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

/// How likely two records are one, up to 100, and why; none where it is not worth a look.
pub fn compare(one: &Probe<'_>, other: &Probe<'_>) -> Option<(u8, Vec<Reason>)> {
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
    fn name(&mut self, one: &[String], other: &[String], less: i32) -> bool {
        if one.is_empty() || other.is_empty() {
            return false;
        }
        let plain = |word: &str| word.to_owned();
        // "Probe-Haus" is "Probehaus".
        let is_same = names::joined(one, plain) == names::joined(other, plain)
            || one.concat() == other.concat();
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

    fn person(&mut self, one: &Probe<'_>, other: &Probe<'_>) {
        let (mine, its) = (names::person(one.name), names::person(other.name));
        if !self.name(&mine, &its, 0) && is_initialled(&mine, &its) {
            self.add(Reason::Initial, 50);
        }
        let (mail, other_mail) = (contact::mail(one.mail), contact::mail(other.mail));
        let worth = if contact::is_shared_mailbox(&mail) {
            25
        } else {
            50
        };
        self.same(Reason::Mail, worth, (&mail, &other_mail));
        let phones = (contact::phone(one.phone), contact::phone(other.phone));
        self.same(Reason::Phone, 20, (&phones.0, &phones.1));
        // Namesakes are many; of two with addresses of their own only the same spelling tells.
        let differ = !mail.is_empty() && !other_mail.is_empty() && mail != other_mail;
        if differ && !self.reasons.contains(&Reason::Phone) {
            self.points -= 10;
        }
    }

    fn organisation(&mut self, one: &Probe<'_>, other: &Probe<'_>) {
        let (mine, its) = (
            names::organisation(one.name),
            names::organisation(other.name),
        );
        let towns = (names::words(one.town), names::words(other.town));
        let is_elsewhere = !towns.0.is_empty()
            && !towns.1.is_empty()
            && !towns.0.iter().any(|word| towns.1.contains(word));
        if !self.name(&mine, &its, 0) && !is_elsewhere {
            let (mine, its) = (without(&mine, &towns), without(&its, &towns));
            self.name(&mine, &its, 4);
        }
        let short = (names::words(one.short_name), names::words(other.short_name));
        let short = (short.0.concat(), short.1.concat());
        if short.0.chars().count() >= 3 {
            self.same(Reason::ShortName, 25, (&short.0, &short.1));
        }
        self.same(
            Reason::Mail,
            35,
            (&contact::mail(one.mail), &contact::mail(other.mail)),
        );
        self.same(
            Reason::Phone,
            25,
            (&contact::phone(one.phone), &contact::phone(other.phone)),
        );
        self.same(
            Reason::Web,
            25,
            (&contact::host(one.web), &contact::host(other.web)),
        );
        let places = (
            contact::place(one.postcode, one.street),
            contact::place(other.postcode, other.street),
        );
        self.same(Reason::Address, 15, (&places.0, &places.1));
        // The same name in two towns is mostly two branches.
        if is_elsewhere {
            self.points -= 20;
        }
    }
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "a likeness lies between 0 and 1"
)]
fn points(likeness: f64) -> i32 {
    (likeness.clamp(0.0, 1.0) * f64::from(NAME)).round() as i32
}

/// The words of a name but for those of the town, where others are left.
fn without(name: &[String], (one, other): &(Vec<String>, Vec<String>)) -> Vec<String> {
    let kept: Vec<String> = name
        .iter()
        .filter(|word| !one.contains(word) && !other.contains(word))
        .cloned()
        .collect();
    if kept.is_empty() { name.to_vec() } else { kept }
}

/// Whether the names differ in given names alone, of which one has only the first letter.
fn is_initialled(one: &[String], other: &[String]) -> bool {
    let (Some((last, given)), Some((other_last, other_given))) =
        (one.split_last(), other.split_last())
    else {
        return false;
    };
    let (Some(given), Some(other_given)) = (given.first(), other_given.first()) else {
        return false;
    };
    let begins = |long: &str, short: &str| short.len() == 1 && long.starts_with(short);
    names::sounded(last) == names::sounded(other_last)
        && (begins(given, other_given) || begins(other_given, given))
}

/// The keys of a record, the most telling first. Records that are the same share one of them.
pub(super) fn keys(probe: &Probe<'_>) -> Vec<String> {
    let mut keys = Vec::new();
    let mut add = |kind: char, text: String| {
        let text: String = text.chars().take(80).collect();
        let key = format!("{kind}{text}");
        if !text.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    };
    add('a', contact::mail(probe.mail));
    add('b', contact::phone(probe.phone));
    if probe.is_organisation {
        let name = names::organisation(probe.name);
        add('c', contact::host(probe.web));
        add('d', names::sounded(&name.concat()));
        add('e', names::words(probe.short_name).concat());
        add('f', contact::place(probe.postcode, probe.street));
        add('g', names::joined(&longest(&name), names::skeleton));
        add('h', names::joined(&longest(&name), |word| begun(word, 4)));
    } else {
        let name = names::person(probe.name);
        add('d', names::joined(&name, names::sounded));
        if let (Some(first), Some(last)) = (name.first(), name.last())
            && name.len() > 1
        {
            add('e', format!("{} {}", begun(first, 1), names::sounded(last)));
        }
        add('g', names::joined(&name, names::skeleton));
        add('h', names::joined(&name, |word| begun(word, 3)));
    }
    keys
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
