//! How files are read: the program gives the way, so that hostile files are read apart from it.

use std::fmt;
use std::sync::Arc;

use reading::Fault;
use reading::apart::{Apart, Document};

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

    /// A reader in processes of their own.
    pub fn apart(apart: Apart) -> Self {
        Self::new(move |name, bytes| apart.read(name, bytes))
    }

    /// A reader that reads where it is asked: for files of one's own.
    pub fn inside() -> Self {
        Self::new(reading::documents)
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

/// Phrase key of why a file could not be read.
pub(crate) const fn sentence(fault: Fault) -> &'static str {
    match fault {
        Fault::Empty => "move-in-fault-empty",
        Fault::TooLarge => "move-in-fault-too-large",
        Fault::NoText => "move-in-fault-no-text",
        Fault::Unknown => "move-in-fault-unknown",
        Fault::Broken => "move-in-fault-broken",
        Fault::TooLong => "move-in-fault-too-long",
        Fault::TooMuch => "move-in-fault-too-much",
        Fault::Locked => "move-in-fault-locked",
        Fault::OldOffice => "move-in-fault-old-office",
        Fault::NotStarted => "move-in-fault-not-started",
    }
}
