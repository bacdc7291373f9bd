//! Files that are there whole or not at all, and files that are wiped before they go.

use std::fs::{DirBuilder, File, Metadata, OpenOptions};
use std::io::{Error, ErrorKind, Result, Seek, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use base::{Blame, Fault, Halt, Lack};

use crate::seal::fill_by_chance;

/// What nobody may: others read, the group write.
const TOO_OPEN: u32 = 0o027;
/// For the owner alone.
const FILE_MODE: u32 = 0o600;
const FOLDER_MODE: u32 = 0o700;

/// Drafts begin and end with these.
const HIDDEN: &str = ".";
const DRAFT: &str = ".new";

/// A refusal that names a file, and why where the system said it.
pub(crate) fn refused(key: &'static str, path: &Path, cause: Option<&Error>) -> Halt {
    let blame = Blame::at("", key).with("path", path.display());
    Halt::Refused(vec![match cause {
        Some(cause) => blame.with("reason", cause),
        None => blame,
    }])
}

/// What broke, and whether it was for want of room.
pub(crate) fn fault(doing: &'static str) -> impl Fn(Error) -> Fault {
    move |cause| match cause.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            Fault::lacking(Lack::Room, doing, cause)
        }
        _ => Fault::because(doing, cause),
    }
}

/// Refuses what others than the service can read, or change.
pub(crate) fn refuse_too_open(path: &Path) -> std::result::Result<(), Halt> {
    let found = path
        .metadata()
        .map_err(|cause| refused("vault-unreadable", path, Some(&cause)))?;
    match too_open(path, &found) {
        Some(blame) => Err(Halt::Refused(vec![blame])),
        None => Ok(()),
    }
}

/// What is wrong with who may what, where something is.
pub(crate) fn too_open(path: &Path, found: &Metadata) -> Option<Blame> {
    let mode = found.permissions().mode() & 0o777;
    (mode & TOO_OPEN != 0).then(|| {
        Blame::at("", "vault-too-open")
            .with("path", path.display())
            .with("mode", format!("{mode:o}"))
            .with("wanted", if found.is_dir() { "700" } else { "600" })
    })
}

/// Makes a folder for its owner alone, where there is none.
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true).mode(FOLDER_MODE).create(path)?;
    sync_folder_of(path)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Names must outlive a crash too.
fn sync_folder_of(path: &Path) -> Result<()> {
    File::open(folder_of(path))?.sync_all()
}

/// Where a file is written before it takes its place.
fn draft_of(path: &Path) -> Result<PathBuf> {
    let name = path
        .file_name()
        .and_then(|it| it.to_str())
        .ok_or_else(|| Error::from(ErrorKind::InvalidFilename))?;
    Ok(path.with_file_name(format!("{HIDDEN}{name}{DRAFT}")))
}

/// Whether this is a file on its way, which a killed program left.
pub(crate) fn is_draft(name: &str) -> bool {
    name.starts_with(HIDDEN) && name.ends_with(DRAFT)
}

/// Puts a file into its place: whoever looks finds the old one or the new one, also after a
/// power cut. The old one's bytes are wiped. It belongs to whom the old one belonged, or else the
/// folder, so that a command of root's leaves nothing that the service cannot read.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let draft = draft_of(path)?;
    let old = match path.metadata() {
        Ok(found) => Some(found),
        Err(cause) if cause.kind() == ErrorKind::NotFound => None,
        Err(cause) => return Err(cause),
    };
    let (like, mode) = match &old {
        Some(old) => (old.clone(), old.permissions().mode() & 0o777),
        None => (folder_of(path).metadata()?, FILE_MODE),
    };
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(FILE_MODE)
        .open(&draft)?;
    belong(&file, &like)?;
    file.set_permissions(PermissionsExt::from_mode(mode))?;
    file.write_all(bytes)?;
    file.sync_all()?;
    // Held open, so that its bytes can be wiped once it has no name any more.
    let before = match old {
        Some(_) => Some(OpenOptions::new().write(true).open(path)?),
        None => None,
    };
    std::fs::rename(&draft, path)?;
    sync_folder_of(path)?;
    before.map_or(Ok(()), |mut file| scribble(&mut file))
}

/// Gives a new file to whom another belongs; only root makes files for others.
fn belong(file: &File, like: &Metadata) -> Result<()> {
    if file.metadata()?.uid() == like.uid() {
        return Ok(());
    }
    fchown(file, Some(like.uid()), Some(like.gid()))
}

/// Overwrites a file, then takes its name away. Nothing where there is none.
pub(crate) fn wipe(path: &Path) -> Result<()> {
    match path.symlink_metadata() {
        Ok(found) if found.is_file() => {
            scribble(&mut OpenOptions::new().write(true).open(path)?)?;
        }
        Ok(_) => {}
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(()),
        Err(cause) => return Err(cause),
    }
    std::fs::remove_file(path)?;
    sync_folder_of(path)
}

/// Writes chance over all that a file holds.
fn scribble(file: &mut File) -> Result<()> {
    let mut rest = file.metadata()?.len();
    file.rewind()?;
    let mut noise = [0; 512];
    while rest > 0 {
        fill_by_chance(&mut noise).map_err(Error::other)?;
        let count = usize::try_from(rest)
            .unwrap_or(noise.len())
            .min(noise.len());
        file.write_all(noise.get(..count).unwrap_or_default())?;
        rest = rest.saturating_sub(u64::try_from(count).unwrap_or(rest));
    }
    file.sync_all()
}

/// A file whose lock is held for as long as this lives, or the process.
#[derive(Debug)]
pub(crate) struct Held(#[expect(dead_code, reason = "the lock ends with it")] File);

/// Opens a file for a lock; whoever may read it may lock it.
fn lock_file(path: &Path) -> Result<File> {
    match File::open(path) {
        Err(cause) if cause.kind() == ErrorKind::NotFound => {}
        other => return other,
    }
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(FILE_MODE)
        .open(path)?;
    belong(&file, &folder_of(path).metadata()?)?;
    Ok(file)
}

/// Waits for a lock.
pub(crate) fn hold(path: &Path) -> Result<Held> {
    let file = lock_file(path)?;
    file.lock()?;
    Ok(Held(file))
}

/// Takes a lock; none where somebody else has it.
pub(crate) fn try_hold(path: &Path) -> Result<Option<Held>> {
    let file = lock_file(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Held(file))),
        Err(std::fs::TryLockError::WouldBlock) => Ok(None),
        Err(std::fs::TryLockError::Error(cause)) => Err(cause),
    }
}
