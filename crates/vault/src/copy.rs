//! The store's own backup: one file that holds what is valid now, and is written over each time.
//!
//! Old copies must never be kept: each would bring back keys that were destroyed since. What was
//! destroyed stands in the copy too, and is heeded when it is read back. The keys in it are
//! wrapped as they are in the folder: without the operator's key it is worthless.

use std::path::{Path, PathBuf};

use base::{Blame, Halt};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::files::{self, refused};
use crate::folder::{Contents, Folder, Found};
use crate::lines::{Tombstone, WrappedKey};
use crate::vault::{Places, Vault};

/// How the file begins, its form, and how its last line begins.
const HEAD: &str = "kreis-vault 1 ";
const END: &str = "end ";

/// What a copy holds.
#[derive(Debug, Default)]
struct Copied {
    keys: Vec<WrappedKey>,
    gone: Vec<Tombstone>,
}

/// What became of a copy that was read back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Keys that are here again.
    pub keys: usize,
    /// Keys that were here already.
    pub were_here: usize,
    /// Keys that were destroyed since, and stay so.
    pub stay_gone: usize,
    /// Keys that were destroyed now, because the copy knows that they were.
    pub went: usize,
}

/// Writes what is valid now into this file, in place of what it held; beside a service at work
/// or not. Says how many keys it holds, and how many that were destroyed.
///
/// # Errors
/// Refused where the file is another's, or lies in one of these folders.
pub fn copy_to(
    places: &Places,
    file: &Path,
    never_in: &[PathBuf],
    now: Timestamp,
) -> Result<(usize, usize), Halt> {
    let inside = never_in.iter().chain([&places.folder]);
    if inside.into_iter().any(|folder| lies_in(file, folder)) {
        return Err(refused("vault-copy-place", file, None));
    }
    write(&Folder::there(&places.folder)?, file, now)
}

/// Whether a file lies in a folder or below it, also where the one is named otherwise.
fn lies_in(file: &Path, folder: &Path) -> bool {
    let whole = |path: &Path| std::path::absolute(path).ok();
    let real = |path: &Path| path.canonicalize().ok().or_else(|| whole(path));
    let parent = match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    match (real(parent), real(folder)) {
        (Some(parent), Some(folder)) => parent.starts_with(folder),
        _ => false,
    }
}

/// Writes the copy of this moment.
pub(crate) fn write(folder: &Folder, file: &Path, now: Timestamp) -> Result<(usize, usize), Halt> {
    let is_other = std::fs::read(file).is_ok_and(|it| !it.starts_with(HEAD.as_bytes()));
    if is_other {
        return Err(refused("vault-copy-not-ours", file, None));
    }
    // Held until the copy lies in its place: what is destroyed meanwhile would stand in it.
    let _held = folder.hold()?;
    let contents = folder.read()?;
    files::replace(file, text(&contents, now).as_bytes())
        .map_err(|cause| refused("vault-unwritable", file, Some(&cause)))?;
    Ok((contents.keys.len(), contents.gone.len()))
}

fn text(contents: &Contents, now: Timestamp) -> String {
    let mut text = format!("{HEAD}{now}\n");
    let keys = contents.keys.values().map(WrappedKey::line);
    for line in keys.chain(contents.gone.values().map(Tombstone::line)) {
        text.push_str(&line);
        text.push('\n');
    }
    let sum = sum(&text);
    text + END + &sum + "\n"
}

fn sum(text: &str) -> String {
    format!("{:x}", Sha256::digest(text.as_bytes()))
}

fn read(file: &Path) -> Result<Copied, Halt> {
    let text =
        std::fs::read(file).map_err(|cause| refused("vault-unreadable", file, Some(&cause)))?;
    let text = String::from_utf8_lossy(&text);
    parsed(&text).ok_or_else(|| refused("vault-copy-damaged", file, None))
}

/// What stands in a copy whose every byte is as it was written.
fn parsed(text: &str) -> Option<Copied> {
    let (body, last) = text.strip_suffix('\n')?.rsplit_once('\n')?;
    let body = format!("{body}\n");
    if last.strip_prefix(END)? != sum(&body) {
        return None;
    }
    let mut lines = body.lines();
    lines.next()?.strip_prefix(HEAD)?;
    let mut copied = Copied::default();
    for line in lines {
        if let Some(key) = WrappedKey::read(line) {
            copied.keys.push(key);
        } else {
            copied.gone.push(Tombstone::read(line)?);
        }
    }
    Some(copied)
}

/// What is wrong with a copy that should hold what is valid now.
pub(crate) fn flaw(file: &Path, contents: &Contents) -> Option<Blame> {
    let named = |key| Some(Blame::at("", key).with("path", file.display()));
    if !file.exists() {
        return named("vault-check-no-copy");
    }
    let Ok(copied) = read(file) else {
        return named("vault-check-damaged");
    };
    let is_current = copied.keys.iter().eq(contents.keys.values())
        && copied.gone.iter().eq(contents.gone.values());
    if is_current {
        None
    } else {
        named("vault-check-old-copy")
    }
}

impl Vault {
    /// Reads a copy back. What was destroyed stays so, whether the folder knows it, the copy, or
    /// whoever remembers it elsewhere. A key that is here stays as it is.
    ///
    /// # Errors
    /// Refused where the copy is damaged or wrapped with another key of the operator's; then
    /// everything is as it was.
    pub fn take_back(
        &self,
        file: &Path,
        remembered: &[Tombstone],
        now: Timestamp,
    ) -> Result<Restored, Halt> {
        let copied = read(file)?;
        if copied
            .keys
            .iter()
            .any(|it| self.operator.open(it).is_none())
        {
            return Err(refused("vault-copy-other-key", file, None));
        }
        let mut restored = Restored {
            went: self.heed(remembered, now)? + self.heed(&copied.gone, now)?,
            ..Restored::default()
        };
        {
            let _held = self.folder.hold()?;
            for key in &copied.keys {
                match self.folder.find(&key.id)? {
                    Found::Gone(_) => restored.stay_gone += 1,
                    Found::Key(here) if self.operator.open(&here).is_some() => {
                        restored.were_here += 1;
                    }
                    Found::Key(_) | Found::Damaged | Found::Missing => {
                        self.folder.put(key)?;
                        restored.keys += 1;
                    }
                }
            }
        }
        self.keep_copy(now);
        Ok(restored)
    }
}
