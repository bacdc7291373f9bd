//! Where an SQLite file lies: on a disk of this machine, readable by its owner alone.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use base::Fault;

/// File systems whose locks and shared memory SQLite cannot rely on.
const NETWORK: [&str; 12] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "9p",
    "ceph",
    "glusterfs",
    "lustre",
    "fuse.sshfs",
];

/// Refuses a file on a network file system, where two writers would destroy it.
///
/// Linux tells of its mounts in a file; where there is none, nobody is refused.
pub(crate) fn refuse_network(path: &Path) -> Result<(), Fault> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let (Ok(folder), Ok(mounts)) = (
        folder.canonicalize(),
        std::fs::read_to_string("/proc/self/mounts"),
    ) else {
        return Ok(());
    };
    match file_system(&mounts, &folder) {
        Some(kind) if NETWORK.contains(&kind) => Err(Fault::new(format!(
            "keep an SQLite file on a network file system ({kind}); it needs a disk of this \
             machine, or use PostgreSQL"
        ))),
        _ => Ok(()),
    }
}

/// The kind of file system that a folder lies on: that of the deepest mount above it, and
/// of the last one where several share a place.
fn file_system<'m>(mounts: &'m str, folder: &Path) -> Option<&'m str> {
    mounts
        .lines()
        .filter_map(|line| {
            let mut parts = line.split(' ');
            let (_device, place, kind) = (parts.next()?, parts.next()?, parts.next()?);
            // Blanks stand as octal numbers in this file.
            let place = place.replace("\\040", " ");
            folder.starts_with(&place).then_some((place.len(), kind))
        })
        .max_by_key(|(depth, _)| *depth)
        .map(|(_, kind)| kind)
}

/// A file that the system does not let us have, and what an operator does about it.
pub(crate) fn kept_from_us(doing: &str, path: &Path, cause: std::io::Error) -> Fault {
    let file = path.display();
    let folder = path.parent().unwrap_or(path).display();
    if cause.kind() == ErrorKind::PermissionDenied {
        return Fault::because(
            format!(
                "{doing} {file} (it must belong to the account that the program runs as: \
                 sudo chown -R kreis:kreis {folder})"
            ),
            cause,
        );
    }
    Fault::because(format!("{doing} {file}"), cause)
}

/// Makes the file, where there is none, so that nobody but its owner reads it; what SQLite
/// lays beside it gets the same rights.
pub(crate) fn make_private(path: &Path) -> Result<(), Fault> {
    match OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
    {
        Err(cause) if cause.kind() != ErrorKind::AlreadyExists => {
            Err(kept_from_us("make the SQLite file", path, cause))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_another_account_is_named_with_its_cure() {
        let file = Path::new("/var/lib/kreis/kreis.db.lock");
        let told = |kind: ErrorKind| kept_from_us("open the lock", file, kind.into()).to_string();

        let denied = told(ErrorKind::PermissionDenied);
        assert!(denied.starts_with("open the lock /var/lib/kreis/kreis.db.lock ("));
        assert!(denied.ends_with("sudo chown -R kreis:kreis /var/lib/kreis)"));
        assert!(!told(ErrorKind::NotFound).contains("chown"));
    }

    #[test]
    fn the_deepest_and_latest_mount_decides() {
        let mounts = "/dev/sda / ext4 rw 0 0\n\
                      host:/export /srv/our\\040office nfs4 rw 0 0\n\
                      /dev/sdb /srv/local ext4 rw 0 0\n\
                      host:/other /srv/local cifs rw 0 0\n";
        let kind = |folder: &str| file_system(mounts, Path::new(folder));

        assert_eq!(kind("/var/lib/kreis"), Some("ext4"));
        assert_eq!(kind("/srv/our office/data"), Some("nfs4"));
        assert_eq!(kind("/srv/our"), Some("ext4"));
        assert_eq!(kind("/srv/local"), Some("cifs"));
    }
}
