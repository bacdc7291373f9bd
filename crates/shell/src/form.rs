//! What a person typed: read with limits, kept whole when something is wrong.

mod wire;

use std::collections::BTreeMap;

use axum::http::StatusCode;
use base::{Blame, Halt};
use jiff::civil::{Date, Time};

pub use wire::{encoded, query_value};

/// A file that came with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The field.
    pub field: String,
    /// Its name on the sender's machine.
    pub file_name: String,
    /// What the sender says it is; not to be believed.
    pub content_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A form's fields as typed, with what is wrong with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    fields: BTreeMap<String, Vec<String>>,
    uploads: Vec<Upload>,
    blames: Vec<Blame>,
}

/// The longest single-line text.
pub const LINE: usize = 200;
/// The longest text of several paragraphs.
pub const TEXT: usize = 20_000;

impl Form {
    /// A form that shows these values, for a record that is to be edited.
    pub fn of<'v>(values: impl IntoIterator<Item = (&'v str, String)>) -> Self {
        let mut form = Self::default();
        for (field, value) in values {
            form.put(field, value);
        }
        form
    }

    /// Adds a value to a field.
    pub fn put(&mut self, field: &str, value: impl Into<String>) {
        self.fields
            .entry(field.to_owned())
            .or_default()
            .push(value.into());
    }

    /// The field as typed.
    pub fn value(&self, field: &str) -> &str {
        self.fields
            .get(field)
            .and_then(|values| values.first())
            .map_or("", String::as_str)
    }

    /// All values of a field.
    pub fn values(&self, field: &str) -> &[String] {
        self.fields.get(field).map_or(&[], Vec::as_slice)
    }

    /// The names of all fields that came.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.keys().map(String::as_str)
    }

    /// Whether a box is ticked or a button was pressed.
    pub fn has(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }

    /// The files of a field that are not empty.
    pub fn uploads<'f>(&'f self, field: &'f str) -> impl Iterator<Item = &'f Upload> {
        self.uploads
            .iter()
            .filter(move |upload| upload.field == field && !upload.bytes.is_empty())
    }

    /// The files of a field that were chosen, also where nothing is in them. Browsers send a part
    /// without a name where none was.
    pub fn chosen<'f>(&'f self, field: &'f str) -> impl Iterator<Item = &'f Upload> {
        self.uploads
            .iter()
            .filter(move |upload| upload.field == field && !upload.file_name.is_empty())
    }

    /// A line that may be empty: trimmed, without control characters, of at most `max` characters.
    pub fn line(&mut self, field: &str, max: usize) -> String {
        let text = clean(self.value(field), false);
        self.within(field, text, max)
    }

    /// A line that must not be empty.
    pub fn required(&mut self, field: &str, max: usize) -> String {
        let text = self.line(field, max);
        if text.is_empty() && !self.is_blamed_at(field) {
            self.blame(Blame::at(field, "fault-missing"));
        }
        text
    }

    /// A text of several lines that may be empty.
    pub fn text(&mut self, field: &str, max: usize) -> String {
        let text = clean(self.value(field), true);
        self.within(field, text, max)
    }

    fn within(&mut self, field: &str, text: String, max: usize) -> String {
        let length = text.chars().count();
        if length > max {
            self.blame(
                Blame::at(field, "fault-too-long")
                    .with("max", max)
                    .with("length", length),
            );
        }
        text
    }

    /// A day, typed as `2017-12-07` (what browsers send) or `7.12.2017`.
    pub fn date(&mut self, field: &str) -> Option<Date> {
        let typed = self.line(field, 40);
        if typed.is_empty() {
            return None;
        }
        let day = typed.parse().ok().or_else(|| german_date(&typed));
        match day {
            Some(day) if (1900..=2199).contains(&Date::year(day)) => Some(day),
            Some(_) => {
                self.blame(Blame::at(field, "fault-year"));
                None
            }
            None => {
                self.blame(Blame::at(field, "fault-date"));
                None
            }
        }
    }

    /// A time of the day, typed as `14:00`, `14.00` or `14`.
    pub fn time(&mut self, field: &str) -> Option<Time> {
        let typed = self.line(field, 40);
        if typed.is_empty() {
            return None;
        }
        let time = clock_time(&typed);
        if time.is_none() {
            self.blame(Blame::at(field, "fault-time"));
        }
        time
    }

    /// A whole number from `least` to `most`.
    pub fn number(&mut self, field: &str, least: i64, most: i64) -> Option<i64> {
        let typed = self.line(field, 40);
        if typed.is_empty() {
            return None;
        }
        match typed.parse() {
            Ok(number) if (least..=most).contains(&number) => Some(number),
            _ => {
                let blame = Blame::at(field, "fault-number");
                self.blame(blame.with("least", least).with("most", most));
                None
            }
        }
    }

    /// A mail address, as far as its form tells.
    pub fn mail(&mut self, field: &str) -> String {
        let typed = self.line(field, 254);
        if !typed.is_empty() && !self.is_blamed_at(field) && !looks_like_mail(&typed) {
            self.blame(Blame::at(field, "fault-mail"));
        }
        typed
    }

    /// An id that a choice sent; nothing where nothing was chosen.
    pub fn id<T: std::str::FromStr>(&mut self, field: &str) -> Option<T> {
        if self.is_blamed_at(field) {
            // A name that means nothing or too much was told of already.
            return None;
        }
        let typed = self.line(field, 40);
        if typed.is_empty() {
            return None;
        }
        let id = typed.parse().ok();
        if id.is_none() {
            self.blame(Blame::at(field, "fault-choice"));
        }
        id
    }

    /// One of the words that `read` knows.
    pub fn choice<T>(&mut self, field: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        if self.is_blamed_at(field) {
            return None;
        }
        let typed = self.line(field, 60);
        let choice = read(&typed);
        if choice.is_none() {
            let key = if typed.is_empty() {
                "fault-missing"
            } else {
                "fault-choice"
            };
            self.blame(Blame::at(field, key));
        }
        choice
    }

    /// Says that something is wrong; the same a second time is said once.
    pub fn blame(&mut self, blame: Blame) {
        if !self.blames.contains(&blame) {
            self.blames.push(blame);
        }
    }

    /// Takes over what an action refused; anything else goes on its way.
    ///
    /// # Errors
    /// Every halt that is not a refusal.
    pub fn take_refusal(&mut self, halt: Halt) -> Result<(), Halt> {
        match halt {
            Halt::Refused(blames) => {
                self.blames.extend(blames);
                Ok(())
            }
            other => Err(other),
        }
    }

    /// What is wrong.
    pub fn blames(&self) -> &[Blame] {
        &self.blames
    }

    /// Whether anything is wrong.
    pub fn is_blamed(&self) -> bool {
        !self.blames.is_empty()
    }

    /// With what status the form is shown: as it is, or as a refusal.
    pub fn status(&self) -> StatusCode {
        if self.is_blamed() {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        }
    }

    fn is_blamed_at(&self, field: &str) -> bool {
        self.blames.iter().any(|blame| blame.field == field)
    }

    /// Empties a field that must not be shown again (a password).
    pub fn forget(&mut self, field: &str) {
        self.fields.remove(field);
    }
}

fn clean(typed: &str, keep_lines: bool) -> String {
    let text: String = composed(typed)
        .replace("\r\n", "\n")
        .chars()
        .filter_map(|letter| match letter {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(if keep_lines { '\n' } else { ' ' }),
            '\t' => Some(' '),
            _ if letter.is_control() || is_unseen(letter) => None,
            _ => Some(letter),
        })
        .collect();
    text.trim().to_owned()
}

/// Some systems write umlauts as a letter and two dots; such words would not be found again.
fn composed(typed: &str) -> String {
    if !typed.contains('\u{308}') {
        return typed.to_owned();
    }
    [
        ("a\u{308}", "ä"),
        ("o\u{308}", "ö"),
        ("u\u{308}", "ü"),
        ("A\u{308}", "Ä"),
        ("O\u{308}", "Ö"),
        ("U\u{308}", "Ü"),
    ]
    .into_iter()
    .fold(typed.to_owned(), |text, (two, one)| text.replace(two, one))
}

/// Marks without a shape that make an empty field look filled, and such as turn the direction
/// of the text behind them, beyond their own field.
const fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{61c}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

fn german_date(typed: &str) -> Option<Date> {
    let mut parts = typed.split('.').map(|part| part.trim().parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    // Of two digits nobody means the years of the Romans.
    let year = if (0..100).contains(&year) {
        year + 2000
    } else {
        year
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn clock_time(typed: &str) -> Option<Time> {
    let typed = typed.trim_end_matches("Uhr").trim();
    if typed.matches(':').count() == 2 {
        // As records write it, and as browsers then send it back.
        return typed.parse().ok();
    }
    let (hour, minute) = typed.split_once([':', '.']).unwrap_or((typed, "0"));
    Time::new(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0, 0).ok()
}

/// Whether a text has the form of a mail address (RFC 5321's limits, no quoted parts).
pub fn looks_like_mail(typed: &str) -> bool {
    let Some((local, domain)) = typed.rsplit_once('@') else {
        return false;
    };
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.ends_with('.')
            && !part.contains("..")
            && part
                .chars()
                .all(|it| !it.is_whitespace() && !it.is_control() && !"<>()[],;:\\\"@".contains(it))
    };
    local.len() <= 64 && typed.len() <= 254 && plain(local) && plain(domain) && domain.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_browsers_and_people_write_them() {
        for typed in ["2017-12-07", "7.12.2017", "07. 12. 2017", "7.12.17"] {
            let mut form = Form::of([("day", typed.to_owned())]);
            assert_eq!(
                form.date("day"),
                Some(Date::constant(2017, 12, 7)),
                "{typed}"
            );
        }
        for (typed, key) in [
            ("0000-01-01", "fault-year"),
            ("9999-01-01", "fault-year"),
            ("morgen", "fault-date"),
        ] {
            let mut form = Form::of([("day", typed.to_owned())]);
            assert_eq!(form.date("day"), None);
            assert_eq!(form.blames(), [Blame::at("day", key)], "{typed}");
        }
    }

    #[test]
    fn times_are_read_as_browsers_records_and_people_write_them() {
        for typed in ["14:00", "14.00", "14", "14:00:00", "14:00 Uhr", "14 Uhr"] {
            let mut form = Form::of([("at", typed.to_owned())]);
            assert_eq!(
                form.time("at"),
                Some(Time::constant(14, 0, 0, 0)),
                "{typed}"
            );
        }
        for typed in ["24:00", "14:60", "14:00:99", "-1", "mittags", "1:2:3:4"] {
            let mut form = Form::of([("at", typed.to_owned())]);
            assert_eq!(form.time("at"), None, "{typed}");
            assert_eq!(form.blames(), [Blame::at("at", "fault-time")], "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_seen_does_not_fill_a_field() {
        for typed in [
            "\u{200b}",
            " \t\r\n ",
            "\u{feff}\u{2060}",
            "\u{202e}",
            "\0",
            "\u{a0}",
        ] {
            let mut form = Form::of([("title", typed.to_owned())]);
            assert_eq!(form.required("title", LINE), "");
            assert_eq!(
                form.blames(),
                [Blame::at("title", "fault-missing")],
                "{typed:?}"
            );
        }
    }

    #[test]
    fn what_is_too_long_is_counted_in_letters_and_kept() {
        let mut form = Form::of([("title", "ä".repeat(201))]);

        assert_eq!(form.line("title", LINE).chars().count(), 201);
        let blame = Blame::at("title", "fault-too-long");
        assert_eq!(form.blames(), [blame.with("max", 200).with("length", 201)]);
        assert_eq!(form.value("title"), "ä".repeat(201));
    }

    #[test]
    fn umlauts_of_two_letters_become_one() {
        let mut form = Form::of([("title", "Fachkra\u{308}fte\tund\u{2028}mehr".to_owned())]);

        assert_eq!(form.line("title", LINE), "Fachkräfte und mehr");
    }

    #[test]
    fn mail_addresses_are_known_by_their_form() {
        for typed in [
            "a@b.de",
            "vor.name+x@sub.beispiel.de",
            "info@müller.example",
        ] {
            assert!(looks_like_mail(typed), "{typed}");
        }
        for typed in [
            "",
            "a",
            "@",
            "a@b",
            "@b.de",
            "a@.de",
            "a b@c.de",
            "a@b.de, c@d.de",
            "<a@b.de>",
            "a@b@c.de",
            ".a@b.de",
            "a..b@c.de",
            "a@b.de\nBcc: c@d.de",
            "mailto:a@b.de",
        ] {
            assert!(!looks_like_mail(typed), "{typed}");
        }
    }

    #[test]
    fn a_line_loses_control_and_direction_marks() {
        let mut form = Form::of([("title", " a\u{202e}b\0c\r\nd ".to_owned())]);

        assert_eq!(form.line("title", LINE), "abc d");
    }
}
