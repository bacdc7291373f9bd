//! What a file is, by its first bytes: names and media types are not to be believed.

use crate::{Fault, book};

/// What can be read.
pub(crate) enum Kind {
    Xlsx,
    Ods,
    Text,
}

/// How a ZIP archive begins.
const ZIP: &[u8] = b"PK\x03\x04";
/// How a compound file begins: Excel before 2007, and what is locked with a password.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// How files begin that are text only at first sight.
const OTHERS: [&[u8]; 3] = [b"%PDF-", b"{\\rtf", b"PK\x05\x06"];

pub(crate) fn of(bytes: &[u8]) -> Result<Kind, Fault> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Fault::Empty);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(if names(bytes, "EncryptedPackage") {
            Fault::Locked
        } else {
            Fault::OldExcel
        });
    }
    if bytes.starts_with(ZIP) {
        return book::kind(bytes);
    }
    if OTHERS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(Fault::NoTable);
    }
    Ok(Kind::Text)
}

/// Whether a compound file has a stream of this name; names stand there in UTF-16.
fn names(bytes: &[u8], stream: &str) -> bool {
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|part| part == name)
}

/// Refuses web pages and XML, which some programs save under the name of a table.
pub(crate) fn refuse_markup(text: &str) -> Result<(), Fault> {
    let start: String = text
        .trim_start()
        .chars()
        .take(2_000)
        .collect::<String>()
        .to_lowercase();
    let is_markup = start.starts_with("<?xml")
        || start.starts_with("<!doctype")
        || ["<html", "<table", "<head", "<body", "<meta", "<style"]
            .iter()
            .any(|tag| start.starts_with(tag))
        || start.starts_with('<') && start.contains("<table");
    if is_markup {
        return Err(Fault::WebPage);
    }
    Ok(())
}
