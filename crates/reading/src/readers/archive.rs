//! Archives: a bundle of files, a saved site, an office document. What an archive says of its
//! sizes may be a lie, so that every byte is counted that comes out.

use std::io::{Cursor, Read};
use std::ops::Range;

use zip::ZipArchive;
use zip::result::ZipError;

use super::Fault;
use super::kind::{ENDINGS, Kind, ends_with};
use crate::MOST_BYTES;

/// The most entries of an archive, whatever they are.
const MOST_ENTRIES: usize = 10_000;
/// The most documents of a file, those of archives inside of it included.
pub(crate) const MOST_DOCUMENTS: usize = 2_000;
/// The most bytes that may come out of a file.
const MOST_UNPACKED: u64 = 200 * 1024 * 1024;
/// How many times as large as the archive what comes out of it may be; honest text is packed to a
/// twentieth at best.
const MOST_RATIO: u64 = 150;
/// Below this size nothing explodes.
const HARMLESS: u64 = 8 * 1024 * 1024;
/// How deep archives may lie in archives.
const DEEPEST: usize = 2;

/// An archive in memory.
pub(crate) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A document of an archive.
pub(crate) struct Part {
    /// Its name with the way to it.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) bytes: Result<Box<[u8]>, Fault>,
}

/// The documents of an archive.
#[derive(Default)]
pub(crate) struct Parts {
    /// The names of all.
    pub(crate) names: Vec<String>,
    /// Those that were asked for.
    pub(crate) parts: Vec<Part>,
}

/// Opens an archive; its list of entries alone is read.
pub(crate) fn open(bytes: &[u8]) -> Result<Archive<'_>, Fault> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Broken)?;
    if archive.len() > MOST_ENTRIES {
        return Err(Fault::TooMuch);
    }
    Ok(archive)
}

/// What an archive is, by what lies in it.
pub(crate) fn kind(bytes: &[u8]) -> Result<Kind, Fault> {
    let mut archive = open(bytes)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("word/document.xml") {
        return Ok(Kind::Docx);
    }
    if has("xl/workbook.xml") {
        return Ok(Kind::Table);
    }
    if has("ppt/presentation.xml") {
        return Err(Fault::Unknown);
    }
    if has("content.xml") {
        return Ok(open_document(&mut archive, bytes));
    }
    Ok(Kind::Archive)
}

/// A text or a table of `OpenDocument`, as it says itself.
fn open_document(archive: &mut Archive<'_>, bytes: &[u8]) -> Kind {
    let at = archive.index_for_name("mimetype");
    let said = at.and_then(|it| Room::of(bytes).unpack(archive, it).ok());
    let is_table = said.is_some_and(|it| it.windows(11).any(|it| it == b"spreadsheet"));
    if is_table { Kind::Table } else { Kind::Odt }
}

/// The documents of an archive, and the bytes of those that are wanted.
pub(crate) fn parts(bytes: &[u8], wanted: Range<usize>) -> Result<Parts, Fault> {
    let mut search = Search {
        wanted,
        room: Room::of(bytes),
        found: Parts::default(),
    };
    search.walk(bytes, "", 0)?;
    Ok(search.found)
}

/// How much may still come out.
pub(crate) struct Room(u64);

impl Room {
    /// For what came in as these bytes.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let honest = packed.saturating_mul(MOST_RATIO).max(HARMLESS);
        Self(honest.min(MOST_UNPACKED))
    }

    /// Refuses what says by itself that it becomes too much.
    pub(crate) fn refuse(&self, archive: &mut Archive<'_>) -> Result<(), Fault> {
        let said = (0..archive.len())
            .map(|at| archive.by_index_raw(at).map_or(0, |entry| entry.size()))
            .fold(0_u64, u64::saturating_add);
        if said > self.0 {
            return Err(Fault::TooMuch);
        }
        Ok(())
    }

    /// Unpacks an entry, byte by byte and never more than there is room for.
    pub(crate) fn unpack(
        &mut self,
        archive: &mut Archive<'_>,
        at: usize,
    ) -> Result<Vec<u8>, Fault> {
        let entry = archive.by_index(at).map_err(|fault| refusal(&fault))?;
        let largest = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        entry
            .take(self.0.min(largest) + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| Fault::Broken)?;
        let came = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let is_too_much = came > self.0;
        self.0 = self.0.saturating_sub(came);
        if is_too_much {
            return Err(Fault::TooMuch);
        }
        if came > largest {
            return Err(Fault::TooLarge);
        }
        Ok(bytes)
    }
}

fn refusal(fault: &ZipError) -> Fault {
    match fault {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => Fault::Locked,
        _ => Fault::Broken,
    }
}

/// A walk through archives within archives.
struct Search {
    wanted: Range<usize>,
    room: Room,
    found: Parts,
}

impl Search {
    fn walk(&mut self, bytes: &[u8], way: &str, depth: usize) -> Result<(), Fault> {
        let mut archive = open(bytes)?;
        self.room.refuse(&mut archive)?;
        for at in 0..archive.len() {
            let Some(name) = name(&mut archive, at) else {
                continue;
            };
            let way = format!("{way}{name}");
            let is_inner = ends_with(&name, &["zip"]);
            if is_inner && depth + 1 < DEEPEST {
                let inner = self.room.unpack(&mut archive, at)?;
                self.walk(&inner, &format!("{way}/"), depth + 1)?;
            } else if !is_inner {
                self.take(&mut archive, at, way)?;
            }
        }
        Ok(())
    }

    fn take(&mut self, archive: &mut Archive<'_>, at: usize, name: String) -> Result<(), Fault> {
        let number = self.found.names.len();
        if number >= MOST_DOCUMENTS {
            return Err(Fault::TooMuch);
        }
        if self.wanted.contains(&number) {
            let bytes = self.room.unpack(archive, at);
            self.found.parts.push(Part {
                name: name.clone(),
                bytes: bytes.map(Vec::into_boxed_slice),
            });
        }
        self.found.names.push(name);
        Ok(())
    }
}

/// The name of an entry that may be a document: no folder, nothing hidden, nothing that a browser
/// has saved beside a page.
fn name(archive: &mut Archive<'_>, at: usize) -> Option<String> {
    let entry = archive.by_index_raw(at).ok()?;
    let name = entry.name().ok()?.replace('\\', "/");
    let mut folders: Vec<&str> = name.split('/').collect();
    let file = folders.pop()?;
    let is_beside = |folder: &&str| {
        let lower = folder.to_lowercase();
        *folder == "__MACOSX" || lower.ends_with("_files") || lower.ends_with("-dateien")
    };
    let is_hidden = file.starts_with('.') || file.starts_with("~$");
    let is_document = ends_with(file, &ENDINGS);
    (!is_hidden && is_document && !folders.iter().any(is_beside)).then_some(name.clone())
}
