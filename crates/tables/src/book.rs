//! Packed files (XLSX, ODS): what is in them, and that they do not explode.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::kind::Kind;
use crate::{Fault, MOST_PARTS, MOST_UNPACKED};

/// An archive in memory.
pub(crate) type Book<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Opens the archive; its list of parts alone is read.
pub(crate) fn open(bytes: &[u8]) -> Result<Book<'_>, Fault> {
    let book = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Broken)?;
    if book.len() > MOST_PARTS {
        return Err(Fault::Explodes);
    }
    Ok(book)
}

/// What kind of table an archive holds, by the names of its parts.
pub(crate) fn kind(bytes: &[u8]) -> Result<Kind, Fault> {
    let book = open(bytes)?;
    let has = |name: &str| book.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        Ok(Kind::Xlsx)
    } else if has("content.xml") {
        Ok(Kind::Ods)
    } else {
        Err(Fault::NoTable)
    }
}

/// Unpacks every part into nothing and counts: what an archive says of its sizes may be a lie.
pub(crate) fn refuse_bomb(book: &mut Book<'_>, most: u64) -> Result<(), Fault> {
    let declared = (0..book.len())
        .map(|place| book.by_index_raw(place).map_or(0, |part| part.size()))
        .fold(0_u64, u64::saturating_add);
    if declared > most {
        return Err(Fault::Explodes);
    }
    let mut room = most;
    for place in 0..book.len() {
        let part = book.by_index(place).map_err(|fault| refusal(&fault))?;
        let came = std::io::copy(&mut part.take(room + 1), &mut std::io::sink())
            .map_err(|_| Fault::Broken)?;
        room = room.checked_sub(came).ok_or(Fault::Explodes)?;
    }
    Ok(())
}

fn refusal(fault: &zip::result::ZipError) -> Fault {
    match fault {
        zip::result::ZipError::UnsupportedArchive(why)
            if *why == zip::result::ZipError::PASSWORD_REQUIRED =>
        {
            Fault::Locked
        }
        _ => Fault::Broken,
    }
}

/// A part as text.
pub(crate) fn text_of(book: &mut Book<'_>, name: &str) -> Result<String, Fault> {
    let part = book.by_name(name).map_err(|fault| refusal(&fault))?;
    let mut text = String::new();
    part.take(MOST_UNPACKED)
        .read_to_string(&mut text)
        .map_err(|_| Fault::Broken)?;
    Ok(text)
}
