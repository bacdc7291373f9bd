//! Readers: one for each kind of file, all handing on the same page.

mod encoding;
mod html;
mod plain;

use crate::MOST_BYTES;
use crate::page::Page;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// It is larger than what is read.
    TooLarge,
    /// It is what it says but cannot be read.
    Broken,
    /// It would become larger than what is kept.
    Explodes,
    /// It is locked with a password.
    Locked,
    /// It holds pictures of words and no words.
    NoWords,
    /// It is something that nobody reads here.
    Unknown,
}

/// Reads a file by its first bytes and, where these leave it open, by its name.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Page, Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Fault::Empty);
    }
    let text = encoding::decode(bytes);
    if is_html(name, &text) {
        return Ok(html::read(&text));
    }
    Ok(plain::read(&text))
}

fn is_html(name: &str, text: &str) -> bool {
    let lower = name.to_lowercase();
    let named = [".html", ".htm", ".xhtml"]
        .iter()
        .any(|it| lower.ends_with(it));
    let head: String = text.trim_start().chars().take(600).collect();
    let head = head.to_lowercase();
    named
        || head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || head.contains("<body")
}
