//! A file as a table, as the office wishes it to be read.

use std::fmt::Write;

use sha2::{Digest, Sha256};
use tables::{Encoding, Header, Separator, Table, Wish};

use crate::records::Asked;
use crate::rules;

/// What the reader of tables is told.
fn wish_of(asked: &Asked) -> Wish {
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    Wish {
        encoding: Encoding::from_word(&word(&asked.encoding)),
        separator: Separator::from_word(&word(&asked.separator)),
        sheet: asked.sheet.clone(),
        header: asked.header.map(|row| match row {
            0 => Header::None,
            row => Header::Row(row),
        }),
        knows: Some(rules::is_known_header),
    }
}

/// Reads a file. Takes a while with a long one: to be called where blocking is allowed.
pub(crate) fn parse(file: &[u8], asked: &Asked) -> Result<Table, tables::Fault> {
    tables::read(file, &wish_of(asked))
}

/// What columns of the same names are remembered by.
pub(crate) fn hash_of(columns: &[String]) -> String {
    let mut hash = Sha256::new();
    for name in columns {
        hash.update(name.as_bytes());
        hash.update([0]);
    }
    let mut text = String::with_capacity(64);
    for byte in hash.finalize() {
        let _infallible = write!(text, "{byte:02x}");
    }
    text
}
