//! How files are read: the program gives the way, so that hostile files are read apart from it.

use std::fmt;
use std::sync::Arc;

use reading::Fault;
use reading::drafts::Drafts;

/// A page that was in a file: the file itself, or one of those in an archive.
#[derive(Clone, Debug)]
pub struct Document {
    /// The name that it has there.
    pub name: String,
    /// What stands in it.
    pub read: Result<Drafts, Fault>,
}

type Read = dyn Fn(&str, &[u8]) -> Result<Vec<Document>, Fault> + Send + Sync;

/// What reads files; blocks while it does.
#[derive(Clone)]
pub struct Reader(Arc<Read>);

impl Reader {
    /// A reader that works like this.
    pub fn new(
        read: impl Fn(&str, &[u8]) -> Result<Vec<Document>, Fault> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(read))
    }

    /// A reader that reads where it is asked.
    pub fn inside() -> Self {
        Self::new(|name, bytes| {
            Ok(vec![Document {
                name: name.to_owned(),
                read: reading::read(name, bytes),
            }])
        })
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Why nothing of it can be read.
    pub fn read(&self, name: &str, bytes: &[u8]) -> Result<Vec<Document>, Fault> {
        (self.0)(name, bytes)
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reader")
    }
}

/// Phrase key of why a file could not be read: named as the reader names it, so that a further
/// reason needs its sentence alone.
pub(crate) fn sentence(fault: Fault) -> String {
    let mut word = String::new();
    for letter in format!("{fault:?}").chars() {
        if letter.is_ascii_uppercase() && !word.is_empty() {
            word.push('-');
        }
        word.push(letter.to_ascii_lowercase());
    }
    format!("move-in-fault-{word}")
}
