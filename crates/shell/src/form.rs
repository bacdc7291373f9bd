//! What a person typed: read with limits, kept whole when something is wrong.

use std::collections::BTreeMap;

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use base::{Blame, Halt};
use jiff::civil::{Date, Time};

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
        if !typed.is_empty() && !looks_like_mail(&typed) {
            self.blame(Blame::at(field, "fault-mail"));
        }
        typed
    }

    /// An id that a choice sent; nothing where nothing was chosen.
    pub fn id<T: std::str::FromStr>(&mut self, field: &str) -> Option<T> {
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

    /// Says that something is wrong.
    pub fn blame(&mut self, blame: Blame) {
        self.blames.push(blame);
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

    fn is_blamed_at(&self, field: &str) -> bool {
        self.blames.iter().any(|blame| blame.field == field)
    }

    /// Empties a field that must not be shown again (a password).
    pub fn forget(&mut self, field: &str) {
        self.fields.remove(field);
    }
}

fn clean(typed: &str, keep_lines: bool) -> String {
    let text: String = typed
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .map(|letter| {
            if letter == '\n' && !keep_lines {
                ' '
            } else {
                letter
            }
        })
        .filter(|letter| *letter == '\n' || !(letter.is_control() || is_direction_mark(*letter)))
        .collect();
    text.trim().to_owned()
}

/// Marks that turn the direction of the text behind them, beyond their own field.
const fn is_direction_mark(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn german_date(typed: &str) -> Option<Date> {
    let mut parts = typed.split('.').map(|part| part.trim().parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn clock_time(typed: &str) -> Option<Time> {
    let typed = typed.trim_end_matches("Uhr").trim();
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

/// A value of a query.
pub fn query_value(query: &str, name: &str) -> Option<String> {
    pairs(query.as_bytes())
        .into_iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value)
}

/// A text as a query's value.
pub fn encoded(text: &str) -> String {
    use std::fmt::Write;
    text.bytes()
        .fold(String::with_capacity(text.len()), |mut out, byte| {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                    out.push(char::from(byte));
                }
                _ => {
                    let _infallible = write!(out, "%{byte:02X}");
                }
            }
            out
        })
}

/// The pairs of `application/x-www-form-urlencoded` (WHATWG URL).
fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
    bytes
        .split(|byte| *byte == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let mut halves = pair.splitn(2, |byte| *byte == b'=');
            let mut half = || halves.next().map(decoded).unwrap_or_default();
            (half(), half())
        })
        .collect()
}

fn decoded(bytes: &[u8]) -> String {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes.iter().copied();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => out.push(b' '),
            b'%' => {
                let mut ahead = rest.clone();
                let digit = |byte: Option<u8>| {
                    byte.and_then(|it| char::from(it).to_digit(16))
                        .and_then(|it| u8::try_from(it).ok())
                };
                if let (Some(high), Some(low)) = (digit(ahead.next()), digit(ahead.next())) {
                    out.push(high * 16 + low);
                    rest = ahead;
                } else {
                    out.push(byte);
                }
            }
            _ => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = StatusCode;

    async fn from_request(request: Request, state: &S) -> Result<Self, StatusCode> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|it| it.to_str().ok());
        if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            let parts = Multipart::from_request(request, state)
                .await
                .map_err(|_| StatusCode::BAD_REQUEST)?;
            return multipart(parts).await;
        }
        let bytes = axum::body::Bytes::from_request(request, state)
            .await
            .map_err(|rejection| rejection.into_response().status())?;
        Ok(pairs(&bytes)
            .into_iter()
            .fold(Self::default(), |mut form, (field, value)| {
                form.put(&field, value);
                form
            }))
    }
}

async fn multipart(mut parts: Multipart) -> Result<Form, StatusCode> {
    let mut form = Form::default();
    while let Some(part) = parts.next_field().await.map_err(|error| error.status())? {
        let field = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(ToOwned::to_owned);
        let content_type = part.content_type().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(|error| error.status())?.to_vec();
        match file_name {
            Some(file_name) => {
                form.uploads.push(Upload {
                    field,
                    file_name,
                    content_type,
                    bytes,
                });
            }
            None => form.put(&field, String::from_utf8_lossy(&bytes)),
        }
    }
    Ok(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_form_comes_back_as_typed() {
        let pairs = pairs("name=M%C3%BCller+%26+S%C3%B6hne&leer=&kaputt=%zz".as_bytes());

        assert_eq!(
            pairs,
            [("name", "Müller & Söhne"), ("leer", ""), ("kaputt", "%zz")]
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
        );
    }

    #[test]
    fn days_are_read_as_browsers_and_people_write_them() {
        for typed in ["2017-12-07", "7.12.2017", "07. 12. 2017"] {
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
    fn a_line_loses_control_and_direction_marks() {
        let mut form = Form::of([("title", " a\u{202e}b\0c\r\nd ".to_owned())]);

        assert_eq!(form.line("title", LINE), "abc d");
    }
}
