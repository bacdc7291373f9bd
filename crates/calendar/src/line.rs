//! Content lines of iCalendar: escaped, free of control characters, folded (RFC 5545, 3.1).

use std::fmt::{self, Write};

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::Offset,
};

/// A line has at most 75 octets without its line break.
const OCTETS: usize = 75;

/// The text under construction; every line goes through [`Lines::line`] and is folded there.
#[derive(Default)]
pub(crate) struct Lines {
    out: String,
}

impl Lines {
    pub(crate) fn with_room_for(events: usize) -> Self {
        Self {
            out: String::with_capacity(1024 + events * 768),
        }
    }

    pub(crate) fn into_text(self) -> String {
        self.out
    }

    /// One content line whose parts need no escaping.
    pub(crate) fn line(&mut self, content: fmt::Arguments<'_>) {
        let begin = self.out.len();
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(content);
        self.end(begin);
    }

    /// Lines that were written before.
    pub(crate) fn written(&mut self, lines: &str) {
        self.out.push_str(lines);
    }

    /// `NAME:text` with a value of type TEXT.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.line(format_args!("{name}:{}", Text(value)));
    }

    /// Ends the line that began there, and folds it where it is too long.
    fn end(&mut self, begin: usize) {
        if self.out.len() - begin <= OCTETS {
            self.out.push_str("\r\n");
        } else {
            let long = self.out.split_off(begin);
            fold(&long, &mut self.out);
        }
    }

    /// `NAME:text`, or nothing at all where there is nothing to say.
    pub(crate) fn optional_text(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            self.text(name, value);
        }
    }

    /// `NAME:one,two` with a list of TEXT; nothing at all for an empty list.
    pub(crate) fn texts(&mut self, name: &str, values: &[String]) {
        if !values.is_empty() {
            self.line(format_args!("{name}:{}", TextList(values)));
        }
    }

    /// `NAME:https://…`: a URI is not escaped, but it must not break the line either.
    pub(crate) fn uri(&mut self, name: &str, value: &str) {
        self.line(format_args!("{name}:{}", Uri(value)));
    }

    /// `NAME:20171207T130000Z`.
    pub(crate) fn instant(&mut self, name: &str, instant: Timestamp) {
        self.line(format_args!(
            "{name}:{}Z",
            Local(Offset::UTC.to_datetime(instant))
        ));
    }
}

fn fold(mut rest: &str, out: &mut String) {
    let mut room = OCTETS;
    while let Some((head, tail)) = rest.split_at_checked(rest.floor_char_boundary(room)) {
        out.push_str(head);
        if tail.is_empty() {
            break;
        }
        out.push_str("\r\n ");
        // The space that marks the continuation counts, too.
        room = OCTETS - 1;
        rest = tail;
    }
    out.push_str("\r\n");
}

/// Whether a TEXT value has nothing that would be escaped or left out, as nearly all have. What
/// begins like a control character or a line break of Unicode is looked at more closely.
fn stays_as_it_is(value: &str) -> bool {
    let is_plain = |byte: &u8| !matches!(byte, ..0x20 | 0x7f | b'\\' | b';' | b',' | 0xc2 | 0xe2);
    value.as_bytes().iter().all(is_plain)
}

/// A TEXT value: `\`, `;`, `,` and line breaks escaped, control characters left out.
pub(crate) struct Text<'a>(pub &'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if stays_as_it_is(self.0) {
            return f.write_str(self.0);
        }
        let mut rest = self.0;
        while let Some((head, found, tail)) = cut(rest, |c| matches!(c, '\\' | ';' | ',')) {
            f.write_str(head)?;
            match found {
                '\r' if tail.starts_with('\n') => {}
                c if is_break(c) => f.write_str("\\n")?,
                c if is_noise(c) => {}
                c => write!(f, "\\{c}")?,
            }
            rest = tail;
        }
        f.write_str(rest)
    }
}

struct TextList<'a>(&'a [String]);

impl fmt::Display for TextList<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, value) in self.0.iter().enumerate() {
            if n > 0 {
                f.write_char(',')?;
            }
            Text(value).fmt(f)?;
        }
        Ok(())
    }
}

/// A quoted parameter value. All clients share no escape in it: few read RFC 6868, and some
/// take a backslash for one, which could hide the closing mark. So neither character is
/// written; an apostrophe and a slash stand for them.
pub(crate) struct Quoted<'a>(pub &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        let mut rest = self.0;
        while let Some((head, found, tail)) = cut(rest, |c| matches!(c, '"' | '\\')) {
            f.write_str(head)?;
            match found {
                '"' => f.write_char('\'')?,
                '\\' => f.write_char('/')?,
                '\r' if tail.starts_with('\n') => {}
                c if is_break(c) => f.write_char(' ')?,
                _ => {}
            }
            rest = tail;
        }
        f.write_str(rest)?;
        f.write_char('"')
    }
}

struct Uri<'a>(&'a str);

impl fmt::Display for Uri<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .chars()
            .filter(|c| !is_break(*c) && !is_noise(*c) && !c.is_whitespace())
            .try_for_each(|c| f.write_char(c))
    }
}

/// `mailto:` with the characters encoded that would end the address (RFC 6068, 2).
pub(crate) struct Mailto<'a>(pub &'a str);

impl fmt::Display for Mailto<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("mailto:")?;
        for c in self.0.trim().chars() {
            match c {
                '%' | '?' | '#' | '&' | ';' | '=' | '/' | '[' | ']' | '"' | ',' | ' ' => {
                    write!(f, "%{:02X}", u32::from(c))?;
                }
                c if is_break(c) || is_noise(c) => {}
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// `20171207`.
pub(crate) struct Day(pub Date);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        number(f, self.0.year(), 4)?;
        number(f, self.0.month().into(), 2)?;
        number(f, self.0.day().into(), 2)
    }
}

/// `20171207T140000`.
pub(crate) struct Local(pub DateTime);

impl fmt::Display for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = self.0.time();
        Day(self.0.date()).fmt(f)?;
        f.write_char('T')?;
        number(f, time.hour().into(), 2)?;
        number(f, time.minute().into(), 2)?;
        number(f, time.second().into(), 2)
    }
}

/// A number with leading zeros. Feeds have thousands, and the formatter's own way takes several
/// times as long. Years before our era, which no calendar has, come out as their amount.
fn number(f: &mut fmt::Formatter<'_>, value: i16, places: u32) -> fmt::Result {
    let value = u32::from(value.unsigned_abs());
    for place in (0..places).rev() {
        let digit = char::from_digit(value / 10_u32.pow(place) % 10, 10);
        f.write_char(digit.unwrap_or('0'))?;
    }
    Ok(())
}

/// The text before the first character that cannot stay as it is, that character, the rest.
fn cut(text: &str, is_special: impl Fn(char) -> bool) -> Option<(&str, char, &str)> {
    let at = text.find(|c| is_special(c) || is_break(c) || is_noise(c))?;
    let (head, tail) = text.split_at_checked(at)?;
    let mut tail = tail.chars();
    Some((head, tail.next()?, tail.as_str()))
}

/// Several readers take these for the end of a line although RFC 5545 does not.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_noise(c: char) -> bool {
    c.is_control() && c != '\t'
}
