//! The folder with the keys.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use base::{Blame, Fault, Halt};

use crate::files::{self, Held, fault, refused};
use crate::lines::{KeyId, Tombstone, WrappedKey};
use crate::operator::Operator;
use crate::vault::Places;

const KEY: &str = ".key";
const GONE: &str = ".gone";
/// Whoever holds this one has the folder to itself: the service, or a command that changes it.
const ALONE: &str = "alone.lock";
/// Held for a moment by whoever writes, and by whoever must see everything at one moment.
const CHANGE: &str = "change.lock";

/// What stands under a name.
#[derive(Debug)]
pub(crate) enum Found {
    Key(WrappedKey),
    Gone(Tombstone),
    Missing,
    Damaged,
}

/// The folder.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

/// All that it holds at one moment.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    pub(crate) keys: BTreeMap<KeyId, WrappedKey>,
    pub(crate) gone: BTreeMap<KeyId, Tombstone>,
    /// What we cannot read.
    pub(crate) damaged: Vec<PathBuf>,
    /// What a killed program left half written.
    pub(crate) drafts: Vec<PathBuf>,
}

impl Folder {
    /// The folder of a path, which is made where there is none.
    pub(crate) fn make(path: &Path) -> Result<Self, Halt> {
        files::make_folder(path).map_err(|cause| refused("vault-folder", path, Some(&cause)))?;
        files::refuse_too_open(path)?;
        Ok(Self(path.to_owned()))
    }

    /// The folder of a path, where there is one.
    pub(crate) fn there(path: &Path) -> Result<Self, Halt> {
        files::refuse_too_open(path)?;
        Ok(Self(path.to_owned()))
    }

    fn key_path(&self, id: &KeyId) -> PathBuf {
        self.0.join(format!("{id}{KEY}"))
    }

    fn gone_path(&self, id: &KeyId) -> PathBuf {
        self.0.join(format!("{id}{GONE}"))
    }

    /// The whole folder, for this process alone.
    pub(crate) fn alone(&self) -> Result<Held, Halt> {
        let lock = self.0.join(ALONE);
        files::try_hold(&lock)
            .map_err(|cause| refused("vault-folder", &self.0, Some(&cause)))?
            .ok_or_else(|| refused("vault-busy", &self.0, None))
    }

    /// While this is held nobody else changes anything.
    pub(crate) fn hold(&self) -> Result<Held, Fault> {
        files::hold(&self.0.join(CHANGE)).map_err(fault("lock the folder of keys"))
    }

    /// What stands under a name. A key that was destroyed is gone, whatever else lies there.
    pub(crate) fn find(&self, id: &KeyId) -> Result<Found, Fault> {
        if let Some(text) = read(&self.gone_path(id))? {
            let stone = one_line(&text).and_then(Tombstone::read);
            return Ok(match stone.filter(|it| it.id == *id) {
                Some(stone) => Found::Gone(stone),
                None => Found::Damaged,
            });
        }
        let Some(text) = read(&self.key_path(id))? else {
            return Ok(Found::Missing);
        };
        let key = one_line(&text).and_then(WrappedKey::read);
        Ok(match key.filter(|it| it.id == *id) {
            Some(key) => Found::Key(key),
            None => Found::Damaged,
        })
    }

    /// Everything that lies there.
    pub(crate) fn read(&self) -> Result<Contents, Fault> {
        let broken = fault("read the folder of keys");
        let mut contents = Contents::default();
        let mut names = Vec::new();
        for entry in std::fs::read_dir(&self.0).map_err(&broken)? {
            names.push(entry.map_err(&broken)?.file_name());
        }
        names.sort();
        for name in names {
            let path = self.0.join(&name);
            let name = name.to_string_lossy();
            if name == ALONE || name == CHANGE {
                continue;
            }
            let id = [KEY, GONE].iter().find_map(|end| name.strip_suffix(end));
            match id.map(str::parse::<KeyId>) {
                Some(Ok(id)) => self.sort_in(&mut contents, id, path)?,
                _ if files::is_draft(&name) => contents.drafts.push(path),
                _ => contents.damaged.push(path),
            }
        }
        Ok(contents)
    }

    fn sort_in(&self, contents: &mut Contents, id: KeyId, path: PathBuf) -> Result<(), Fault> {
        match self.find(&id)? {
            Found::Key(key) => drop(contents.keys.insert(id, key)),
            Found::Gone(stone) => drop(contents.gone.insert(id, stone)),
            Found::Damaged => contents.damaged.push(path),
            Found::Missing => {}
        }
        Ok(())
    }

    /// Writes a key down.
    pub(crate) fn put(&self, key: &WrappedKey) -> Result<(), Fault> {
        let text = format!("{}\n", key.line());
        files::replace(&self.key_path(&key.id), text.as_bytes()).map_err(fault("write a key"))
    }

    /// Destroys a key, if it is there: first the line that bars its return, then the key. Broken
    /// off in between, the key is gone all the same, and wiped at the next start.
    pub(crate) fn bury(&self, stone: &Tombstone) -> Result<(), Fault> {
        let text = format!("{}\n", stone.line());
        files::replace(&self.gone_path(&stone.id), text.as_bytes())
            .map_err(fault("write down that a key is gone"))?;
        self.wipe_key(&stone.id)
    }

    /// Wipes what is left of a key that is gone.
    pub(crate) fn wipe_key(&self, id: &KeyId) -> Result<(), Fault> {
        files::wipe(&self.key_path(id)).map_err(fault("wipe a key"))
    }

    /// Ends what a killed program began.
    pub(crate) fn tidy(&self, contents: &Contents) -> Result<(), Fault> {
        for draft in &contents.drafts {
            files::wipe(draft).map_err(fault("wipe a draft"))?;
        }
        contents.gone.keys().try_for_each(|id| self.wipe_key(id))
    }
}

/// A small file's text; none where there is none. What is no text is read as far as it is one.
fn read(path: &Path) -> Result<Option<String>, Fault> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(fault("read a key")(cause)),
    }
}

/// The only line of a text, which must have its end.
fn one_line(text: &str) -> Option<&str> {
    text.strip_suffix('\n').filter(|it| !it.contains('\n'))
}

/// What a look at everything has found.
#[derive(Debug, Default)]
pub struct Report {
    /// How many keys can be opened.
    pub keys: usize,
    /// How many have been destroyed.
    pub gone: usize,
    /// What is wrong.
    pub faults: Vec<Blame>,
}

/// Looks at everything, beside a service at work or not; changes nothing.
///
/// # Errors
/// Refused where there is no folder or no key of the operator's, or where others can read them.
pub fn check(places: &Places) -> Result<Report, Halt> {
    let folder = Folder::there(&places.folder)?;
    let _held = folder.hold()?;
    let contents = folder.read()?;
    let operator = Operator::read(&places.key_file)?
        .ok_or_else(|| no_operator_key(places, contents.keys.len()))?;
    let mut report = Report {
        gone: contents.gone.len(),
        ..Report::default()
    };
    let named = |key, path: &Path| Blame::at("", key).with("path", path.display());
    for wrapped in contents.keys.values() {
        let path = folder.key_path(&wrapped.id);
        if operator.wrapping_of(wrapped).is_none() {
            report.faults.push(named("vault-check-other-key", &path));
        } else if operator.open(wrapped).is_none() {
            report.faults.push(named("vault-check-damaged", &path));
        } else {
            report.keys += 1;
        }
        if let Ok(found) = path.metadata() {
            report.faults.extend(files::too_open(&path, &found));
        }
    }
    for id in contents.gone.keys() {
        let path = folder.key_path(id);
        if path.exists() {
            report.faults.push(named("vault-check-not-wiped", &path));
        }
    }
    let damaged = contents.damaged.iter();
    report
        .faults
        .extend(damaged.map(|it| named("vault-check-damaged", it)));
    let drafts = contents.drafts.iter();
    report
        .faults
        .extend(drafts.map(|it| named("vault-check-draft", it)));
    if operator.is_changing() {
        report
            .faults
            .push(named("vault-check-changing", &places.key_file));
    }
    if let Some(copy) = &places.copy {
        report.faults.extend(crate::copy::flaw(copy, &contents));
    }
    Ok(report)
}

/// Whoever lacks the operator's key while there are keys must not get another one.
pub(crate) fn no_operator_key(places: &Places, keys: usize) -> Halt {
    Halt::Refused(vec![
        Blame::at("", "vault-no-operator-key")
            .with("path", places.key_file.display())
            .with("count", keys),
    ])
}
