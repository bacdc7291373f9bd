//! Readers: one for each kind of file, all handing on the same page.

mod encoding;
mod html;
mod plain;

use crate::MOST_BYTES;
use crate::page::Page;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// It is larger than what is read.
    TooLarge,
    /// It is neither a page nor a text.
    NoText,
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
    // No letters have NUL among them; a PDF may do without, yet says what it is.
    if text.contains('\0') || bytes.starts_with(b"%PDF-") {
        return Err(Fault::NoText);
    }
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
