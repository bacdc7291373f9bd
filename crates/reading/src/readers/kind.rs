//! What a file is: by its bytes, and by its name only where these leave it open.

use super::{Fault, archive, encoding, ics, post};

/// The endings of names of what is read.
pub const ENDINGS: [&str; 21] = [
    "html", "htm", "xhtml", "mht", "mhtml", "eml", "md", "markdown", "txt", "text", "pdf", "docx",
    "odt", "rtf", "ics", "ical", "csv", "tsv", "xlsx", "ods", "zip",
];

/// A kind of file, with its text where it is one.
pub(crate) enum Kind {
    /// A web page.
    Html(String),
    /// Lines.
    Plain(String),
    /// A calendar.
    Calendar(String),
    /// A mail, or a page saved as one.
    Mail,
    /// A table, in whatever form.
    Table,
    /// A text with separators, if it is a table; else lines.
    TableOr(String),
    /// A document of Word.
    Docx,
    /// A text of `OpenDocument`.
    Odt,
    /// A rich text.
    Rtf,
    /// A PDF.
    Pdf,
    /// Other files.
    Archive,
}

/// How an archive begins.
pub(crate) const ZIP: &[u8] = b"PK\x03\x04";
/// How a compound file begins: office programs before 2007, and what they lock with a password.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// How far behind its first byte a PDF may say what it is.
const WITHIN: usize = 1_024;

pub(crate) fn of(name: &str, bytes: &[u8]) -> Result<Kind, Fault> {
    if bytes.starts_with(ZIP) {
        return archive::kind(bytes);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Ok(Kind::Rtf);
    }
    let head = bytes.get(..bytes.len().min(WITHIN)).unwrap_or_default();
    if head.windows(5).any(|it| it == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    text(name, encoding::decode(bytes))
}

/// A compound file names its streams in UTF-16; one of them says that it is locked.
fn compound(bytes: &[u8]) -> Fault {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes.windows(name.len()).any(|it| it == name) {
        Fault::Locked
    } else {
        Fault::OldOffice
    }
}

fn text(name: &str, text: String) -> Result<Kind, Fault> {
    if is_binary(&text) {
        return Err(Fault::Unknown);
    }
    if ics::is_calendar(&text) {
        return Ok(Kind::Calendar(text));
    }
    if post::is_mail(&text) {
        return Ok(Kind::Mail);
    }
    if is_html(name, &text) {
        return Ok(Kind::Html(text));
    }
    if ends_with(name, &["csv", "tsv"]) {
        return Ok(Kind::TableOr(text));
    }
    Ok(Kind::Plain(text))
}

/// Whether a text holds what nobody types. No letters have NUL among them.
fn is_binary(text: &str) -> bool {
    let odd = |letter: &char| {
        letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}')
    };
    let (mut strange, mut all) = (0_usize, 0_usize);
    for letter in text.chars() {
        all += 1;
        if letter == '\0' {
            return true;
        }
        strange += usize::from(odd(&letter) || letter == '\u{fffd}');
    }
    strange * 10 > all
}

pub(crate) fn ends_with(name: &str, endings: &[&str]) -> bool {
    let lower = name.to_lowercase();
    let ending = lower.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|it| endings.contains(&it))
}

fn is_html(name: &str, text: &str) -> bool {
    let head: String = text.trim_start().chars().take(600).collect();
    let head = head.to_lowercase();
    ends_with(name, &["html", "htm", "xhtml"])
        || head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || head.contains("<body")
}
