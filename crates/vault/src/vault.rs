//! The store at work: keys are made, used and destroyed.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use base::{Blame, Fault, Halt};
use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::copy;
use crate::files::Held;
use crate::folder::{Folder, Found, no_operator_key};
use crate::lines::{KeyId, Tombstone, Why, WrappedKey};
use crate::operator::Operator;
use crate::seal::{self, Key, Label};

/// Where everything lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The folder with the keys.
    pub folder: PathBuf,
    /// The file with the operator's key.
    pub key_file: PathBuf,
    /// Where a copy is kept of what is valid now, if anywhere.
    pub copy: Option<PathBuf>,
}

/// What is done where the operator has no key yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// One is made: the first start.
    MakesKey,
    /// It must be there: a command on what exists.
    NeedsKey,
}

/// Why nothing is sealed or opened.
#[derive(Debug)]
pub enum Closed {
    /// The key was destroyed.
    Gone(Tombstone),
    /// There is no such key.
    Missing,
    /// The key cannot be read, or does not open this.
    Damaged,
    /// Something broke.
    Fault(Fault),
}

impl From<Fault> for Closed {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Closed> for Fault {
    fn from(closed: Closed) -> Self {
        match closed {
            Closed::Gone(_) => Self::new("use a key that was destroyed"),
            Closed::Missing => Self::new("use a key that is not there"),
            Closed::Damaged => Self::new("open something with its key"),
            Closed::Fault(fault) => fault,
        }
    }
}

/// The store, which this process has to itself.
#[derive(Debug)]
pub struct Vault {
    pub(crate) folder: Folder,
    pub(crate) operator: Operator,
    copy: Option<PathBuf>,
    copy_trouble: Mutex<Option<String>>,
    _alone: Held,
}

impl Vault {
    /// Opens the store for this process alone, and ends what a killed one began.
    ///
    /// # Errors
    /// Refused where another process has it, where others can read it, and where the operator's
    /// key is missing or another one than that which wrapped the keys.
    pub fn open(places: &Places, start: Start) -> Result<Self, Halt> {
        let folder = Folder::make(&places.folder)?;
        let alone = folder.alone()?;
        let held = folder.hold()?;
        let contents = folder.read()?;
        folder.tidy(&contents)?;
        let operator = match Operator::read(&places.key_file)? {
            Some(operator) => operator,
            None if start == Start::MakesKey && contents.keys.is_empty() => {
                Operator::make(&places.key_file)?
            }
            None => return Err(no_operator_key(places, contents.keys.len())),
        };
        let opens = |it: &WrappedKey| operator.open(it).is_some();
        if !contents.keys.is_empty() && !contents.keys.values().any(opens) {
            return Err(Halt::Refused(vec![
                Blame::at("", "vault-other-operator-key")
                    .with("path", places.key_file.display())
                    .with("count", contents.keys.len()),
            ]));
        }
        drop(held);
        Ok(Self {
            folder,
            operator,
            copy: places.copy.clone(),
            copy_trouble: Mutex::default(),
            _alone: alone,
        })
    }

    /// Makes a key of this name, or finds it there.
    ///
    /// # Errors
    /// Closed where one of this name was destroyed, or cannot be read.
    pub fn make(&self, id: &KeyId, now: Timestamp) -> Result<(), Closed> {
        let held = self.folder.hold()?;
        match self.key(id) {
            Ok(_) => return Ok(()),
            Err(Closed::Missing) => {}
            Err(other) => return Err(other),
        }
        let wrapped = WrappedKey::of(id, now, &seal::fresh_key()?, self.operator.current())?;
        self.folder.put(&wrapped)?;
        drop(held);
        self.keep_copy(now);
        Ok(())
    }

    /// Seals words with a key.
    ///
    /// # Errors
    /// Closed where there is no key that seals.
    pub fn seal(&self, id: &KeyId, label: &Label<'_>, words: &[u8]) -> Result<Vec<u8>, Closed> {
        let key = self.key(id)?;
        Ok(seal::sealed(&key, id.as_str(), label, words)?)
    }

    /// Opens what was sealed with this key under this label.
    ///
    /// # Errors
    /// Closed where there is no key that opens it.
    pub fn open_sealed(
        &self,
        id: &KeyId,
        label: &Label<'_>,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Closed> {
        let key = self.key(id)?;
        seal::opened(&key, id.as_str(), label, sealed).ok_or(Closed::Damaged)
    }

    /// Destroys a key for good, also one that is not here: no copy of it opens anything here any
    /// more. A key that was destroyed before keeps its day and reason.
    ///
    /// # Errors
    /// When the disk fails; the key may be gone then, and a second call ends it.
    pub fn destroy(&self, id: &KeyId, why: Why, now: Timestamp) -> Result<Tombstone, Fault> {
        let stone = self.bury(&Tombstone {
            id: id.clone(),
            at: now,
            why,
        })?;
        self.keep_copy(now);
        Ok(stone)
    }

    /// Heeds what somebody else remembers of destroyed keys; says how many were still here.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn heed(&self, remembered: &[Tombstone], now: Timestamp) -> Result<usize, Fault> {
        let mut were_here = 0;
        for stone in remembered {
            match self.folder.find(&stone.id)? {
                Found::Gone(_) => continue,
                Found::Key(_) | Found::Damaged => were_here += 1,
                Found::Missing => {}
            }
            self.bury(stone)?;
        }
        if were_here > 0 {
            self.keep_copy(now);
        }
        Ok(were_here)
    }

    fn bury(&self, stone: &Tombstone) -> Result<Tombstone, Fault> {
        let _held = self.folder.hold()?;
        if let Found::Gone(before) = self.folder.find(&stone.id)? {
            self.folder.wipe_key(&stone.id)?;
            return Ok(before);
        }
        self.folder.bury(stone)?;
        Ok(stone.clone())
    }

    /// What remains of all keys that were destroyed.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn tombstones(&self) -> Result<Vec<Tombstone>, Fault> {
        Ok(self.folder.read()?.gone.into_values().collect())
    }

    /// The keys that are here, with the hour each was made.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn keys(&self) -> Result<Vec<(KeyId, Timestamp)>, Fault> {
        let keys = self.folder.read()?.keys.into_values();
        Ok(keys.map(|it| (it.id, it.made_at)).collect())
    }

    /// Changes the operator's key for a fresh one; says how many keys were wrapped anew. Broken
    /// off at any moment, every key can be opened, and the next call ends it.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn change_operator_key(&mut self, now: Timestamp) -> Result<usize, Halt> {
        if self.operator.is_changing() {
            self.wrap_anew()?;
            self.operator.end_change()?;
        }
        self.operator.begin_change()?;
        let count = self.wrap_anew()?;
        self.operator.end_change()?;
        self.keep_copy(now);
        Ok(count)
    }

    fn wrap_anew(&self) -> Result<usize, Halt> {
        let _held = self.folder.hold()?;
        let current = self.operator.current();
        let mut count = 0;
        for wrapped in self.folder.read()?.keys.into_values() {
            if wrapped.mark == current.mark() {
                count += 1;
            } else if let Some(key) = self.operator.open(&wrapped) {
                let anew = WrappedKey::of(&wrapped.id, wrapped.made_at, &key, current)?;
                self.folder.put(&anew)?;
                count += 1;
            }
        }
        Ok(count)
    }

    /// Why the copy is not of today, where it is not: it may hold a key that was destroyed.
    pub fn copy_trouble(&self) -> Option<String> {
        let trouble = self.copy_trouble.lock();
        trouble.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Writes the copy again, where one is kept. A disk that is away must not keep anybody from
    /// working; the trouble is remembered, and the next call tries again.
    pub fn keep_copy(&self, now: Timestamp) {
        let Some(place) = &self.copy else {
            return;
        };
        let trouble = copy::write(&self.folder, place, now)
            .err()
            .map(|halt| match halt {
                Halt::Fault(fault) => fault.whole_story(),
                Halt::Refused(blames) => {
                    let args = blames.into_iter().flat_map(|it| it.args);
                    let values: Vec<String> = args.map(|(_, value)| value).collect();
                    values.join(": ")
                }
                Halt::Missing | Halt::Stale => String::new(),
            });
        *self
            .copy_trouble
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = trouble;
    }

    /// The key of a name.
    fn key(&self, id: &KeyId) -> Result<Key, Closed> {
        match self.folder.find(id)? {
            Found::Key(wrapped) => self.operator.open(&wrapped).ok_or(Closed::Damaged),
            Found::Gone(stone) => Err(Closed::Gone(stone)),
            Found::Missing => Err(Closed::Missing),
            Found::Damaged => Err(Closed::Damaged),
        }
    }
}
