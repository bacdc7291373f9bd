//! The operator's key, which wraps all others: a file of its own, for the service alone.
//!
//! One line is 32 bytes in base 64. While the key is changed for another there are two lines, the
//! new one first: whatever moment the change is broken off at, every key can be opened.

use std::fmt;
use std::path::{Path, PathBuf};

use base::{Fault, Halt};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::files::{self, refused};
use crate::lines::WrappedKey;
use crate::seal::{self, Key};

/// So much of a hash tells one key from another.
const MARK_BYTES: usize = 8;

/// One key of the operator's.
pub(crate) struct Wrapping {
    key: Key,
    mark: String,
}

impl fmt::Debug for Wrapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Wrapping").field(&self.mark).finish()
    }
}

impl Wrapping {
    /// A key that nobody has seen.
    pub(crate) fn fresh() -> Result<Self, Fault> {
        Ok(Self::of(seal::fresh_key()?))
    }

    fn of(key: Key) -> Self {
        let sum = Sha256::new()
            .chain_update(b"kreis vault operator key")
            .chain_update(key.as_slice())
            .finalize();
        let first = sum.first_chunk::<MARK_BYTES>().copied();
        let mark = format!("{:016x}", u64::from_be_bytes(first.unwrap_or_default()));
        Self { key, mark }
    }

    fn of_line(line: &str) -> Option<Self> {
        let bytes = Zeroizing::new(STANDARD.decode(line.trim()).ok()?);
        let mut key = Key::default();
        if bytes.len() != key.len() {
            return None;
        }
        key.copy_from_slice(&bytes);
        Some(Self::of(key))
    }

    fn line(&self) -> Zeroizing<String> {
        Zeroizing::new(STANDARD.encode(self.key.as_slice()))
    }

    pub(crate) const fn key(&self) -> &Key {
        &self.key
    }

    /// What tells this key from others, and nothing about it.
    pub(crate) fn mark(&self) -> &str {
        &self.mark
    }
}

/// The keys of the file.
#[derive(Debug)]
pub(crate) struct Operator {
    file: PathBuf,
    current: Wrapping,
    former: Option<Wrapping>,
}

impl Operator {
    /// Reads the file; none where there is none.
    pub(crate) fn read(file: &Path) -> Result<Option<Self>, Halt> {
        let text = match std::fs::read_to_string(file) {
            Ok(text) => Zeroizing::new(text),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(cause) => return Err(refused("vault-unreadable", file, Some(&cause))),
        };
        files::refuse_too_open(file)?;
        let lines: Vec<&str> = text.lines().filter(|it| !it.trim().is_empty()).collect();
        let read: Option<Vec<Wrapping>> = lines.into_iter().map(Wrapping::of_line).collect();
        let mut keys = read.unwrap_or_default().into_iter();
        let (Some(current), former, None) = (keys.next(), keys.next(), keys.next()) else {
            return Err(refused("vault-not-a-key", file, None));
        };
        Ok(Some(Self {
            file: file.to_owned(),
            current,
            former,
        }))
    }

    /// Makes the file with a fresh key.
    pub(crate) fn make(file: &Path) -> Result<Self, Halt> {
        let made = Self {
            file: file.to_owned(),
            current: Wrapping::fresh()?,
            former: None,
        };
        made.write()?;
        Ok(made)
    }

    /// The key that wraps from now on.
    pub(crate) const fn current(&self) -> &Wrapping {
        &self.current
    }

    /// Whether a change of the key was begun and not ended.
    pub(crate) const fn is_changing(&self) -> bool {
        self.former.is_some()
    }

    /// The key that wrapped this one.
    pub(crate) fn wrapping_of(&self, wrapped: &WrappedKey) -> Option<&Wrapping> {
        [Some(&self.current), self.former.as_ref()]
            .into_iter()
            .flatten()
            .find(|it| it.mark == wrapped.mark)
    }

    /// Opens a key.
    pub(crate) fn open(&self, wrapped: &WrappedKey) -> Option<Key> {
        wrapped.unwrap_with(self.wrapping_of(wrapped)?)
    }

    /// Puts a fresh key in front of the one that is there.
    pub(crate) fn begin_change(&mut self) -> Result<(), Halt> {
        let former = std::mem::replace(&mut self.current, Wrapping::fresh()?);
        self.former = Some(former);
        self.write()
    }

    /// Forgets the former key; nothing may be wrapped with it any more.
    pub(crate) fn end_change(&mut self) -> Result<(), Halt> {
        self.former = None;
        self.write()
    }

    fn write(&self) -> Result<(), Halt> {
        let mut text = Zeroizing::new(String::with_capacity(128));
        for key in [Some(&self.current), self.former.as_ref()]
            .into_iter()
            .flatten()
        {
            text.push_str(&key.line());
            text.push('\n');
        }
        files::replace(&self.file, text.as_bytes())
            .map_err(|cause| refused("vault-unwritable", &self.file, Some(&cause)))
    }
}
