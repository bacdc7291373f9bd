//! Readers: one for each kind of file, all handing on the same page.

mod address;
pub(crate) mod archive;
mod dates;
mod docx;
mod encoding;
mod html;
mod ics;
mod kind;
mod odt;
mod paper;
mod pdf;
mod plain;
mod post;
mod row;
mod rtf;

use serde::{Deserialize, Serialize};

use crate::MOST_BYTES;
use crate::page::Page;
pub use kind::ENDINGS;
use kind::Kind;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// It is larger than what is read.
    TooLarge,
    /// There are no words in it, only pictures: a scan.
    NoText,
    /// It is of no kind that is read: a picture, a sound, a program.
    Unknown,
    /// It is damaged, or not what it says that it is.
    Broken,
    /// Reading it takes too long.
    TooLong,
    /// It becomes too much when it is unpacked or read.
    TooMuch,
    /// It is locked with a password.
    Locked,
    /// It comes from an office program of earlier times, which today's can save anew.
    OldOffice,
    /// No process could be started to read it in; the file is not to blame.
    NotStarted,
}

/// Reads a file by its first bytes and, where these leave it open, by its name.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Page, Fault> {
    sized(bytes)?;
    match kind::of(name, bytes)? {
        Kind::Archive => Err(Fault::Unknown),
        Kind::Html(text) if plain::has_head(&text) => Ok(plain::read_tags(&text)),
        Kind::Html(text) => Ok(html::read(&text)),
        Kind::Plain(text) => Ok(plain::read(&text)),
        Kind::Calendar(text) => Ok(ics::read(&text)),
        Kind::Mail => post::read(bytes),
        Kind::Table => dates::read(name, bytes),
        Kind::TableOr(text) => dates::read(name, bytes).or_else(|_| Ok(plain::read(&text))),
        Kind::Docx => docx::read(bytes),
        Kind::Odt => odt::read(bytes),
        Kind::Rtf => rtf::read(bytes),
        Kind::Pdf => pdf::read(bytes),
    }
}

/// Whether a file is packed: a bundle of others, or a document.
pub(crate) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(kind::ZIP)
}

/// Whether a file is a mail, or a page saved as one.
pub(crate) fn is_mail(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(8_192)).unwrap_or_default();
    post::is_mail(&String::from_utf8_lossy(head))
}

/// Whether a file is a bundle of others.
pub(crate) fn is_archive(bytes: &[u8]) -> Result<bool, Fault> {
    sized(bytes)?;
    if !bytes.starts_with(kind::ZIP) {
        return Ok(false);
    }
    Ok(matches!(archive::kind(bytes)?, Kind::Archive))
}

fn sized(bytes: &[u8]) -> Result<(), Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Fault::Empty);
    }
    Ok(())
}
