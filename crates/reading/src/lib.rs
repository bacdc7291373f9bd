//! Files in, drafts out: pages, documents, calendars and tables that an office has already, read
//! for what stands in them.
//!
//! A reader makes a [`page::Page`] of a file, whatever it was; [`grammar`] reads days, times and
//! places out of its words; what is found becomes a draft with the passages that it rests on.
//! Nothing here writes, asks the time, or knows of a database. What nobody vouches for is read
//! [`apart`], in a process of its own.

pub mod apart;
pub mod drafts;
mod finding;
pub mod grammar;
pub mod labels;
pub mod page;
mod pictures;
mod readers;

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use apart::{Contents, Document};
use drafts::Drafts;
use page::Page;
use readers::archive::{self, Part};
pub use readers::{ENDINGS, Fault};

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// Reads a file into a page: by its bytes, and by its name where these leave it open. An archive
/// is no page.
///
/// # Errors
/// Why it cannot be read.
pub fn page(name: &str, bytes: &[u8]) -> Result<Page, Fault> {
    readers::read(name, bytes)
}

/// Reads a file and finds what stands in it.
///
/// # Errors
/// Why it cannot be read.
pub fn read(name: &str, bytes: &[u8]) -> Result<Drafts, Fault> {
    let mut drafts = finding::find(&page(name, bytes)?);
    pictures::attach(&mut drafts, &mut pictures::inside(bytes));
    Ok(drafts)
}

/// Reads all documents of a file in this process: a plain file is one, an archive has several.
/// For files of one's own; others are read with [`apart::Apart`].
///
/// # Errors
/// Why the file as a whole cannot be read.
pub fn documents(name: &str, bytes: &[u8]) -> Result<Vec<Document>, Fault> {
    let contents = contents(name, bytes)?;
    let documents = documents_from(name, bytes, 0..contents.names.len()).collect();
    apart::whole(documents, contents.is_archive)
}

/// Which documents are in a file.
pub(crate) fn contents(name: &str, bytes: &[u8]) -> Result<Contents, Fault> {
    guarded(|| {
        if readers::is_archive(bytes)? {
            let names = archive::parts(bytes, 0..0)?.names;
            if names.is_empty() {
                return Err(Fault::Unknown);
            }
            return Ok(Contents {
                names,
                is_archive: true,
            });
        }
        Ok(Contents {
            names: vec![name.to_owned()],
            is_archive: false,
        })
    })
}

/// Some of the documents of a file, each read when it is asked for.
pub(crate) fn documents_from<'f>(
    name: &str,
    bytes: &'f [u8],
    wanted: Range<usize>,
) -> impl Iterator<Item = Document> + use<'f> {
    let is_archive = guarded(|| readers::is_archive(bytes)).unwrap_or(false);
    let parts = if is_archive {
        let unpacked = guarded(|| archive::parts(bytes, wanted));
        unpacked.map(|it| it.parts).unwrap_or_default()
    } else if wanted.contains(&0) {
        vec![Part {
            name: name.to_owned(),
            bytes: Ok(bytes.into()),
        }]
    } else {
        Vec::new()
    };
    parts.into_iter().map(move |part| Document {
        read: guarded(|| {
            let mut drafts = read(&part.name, part.bytes.as_deref().map_err(|fault| *fault)?)?;
            if is_archive {
                pictures::attach(&mut drafts, &mut pictures::beside(bytes, &part.name));
            }
            Ok(drafts)
        }),
        name: part.name,
    })
}

/// A reader that falls over ends its own document alone.
fn guarded<T>(reads: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(reads)).unwrap_or(Err(Fault::Broken))
}

#[cfg(test)]
mod tests;
