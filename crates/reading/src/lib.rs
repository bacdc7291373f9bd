//! Files in, drafts out: pages and texts that an office has already, read for what stands in
//! them.
//!
//! A reader makes a [`page::Page`] of a file, whatever it was; [`grammar`] reads days, times and
//! places out of its words; what is found becomes a draft with the passages that it rests on.
//! Nothing here writes, asks the time, or knows of a database.

pub mod drafts;
mod finding;
pub mod grammar;
pub mod labels;
pub mod page;
mod readers;

use drafts::Drafts;
use page::Page;
pub use readers::Fault;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// Reads a file into a page. Its name tells only what its bytes leave open: HTML or plain text.
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
    Ok(finding::find(&page(name, bytes)?))
}

#[cfg(test)]
mod tests;
