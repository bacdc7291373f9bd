//! One process at a time on one SQLite file.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use base::{Blame, Fault, Halt};

/// Held as long as the process works on the file; the system lets go of it at any end.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock beside a database file.
    ///
    /// # Errors
    /// Refused where another process holds it.
    pub fn take(database: &Path) -> Result<Self, Halt> {
        let path = beside(database);
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|cause| Fault::because("open the lock beside the database", cause))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Halt::Refused(vec![
                Blame::at("", "cli-locked").with("path", database.display()),
            ])),
            Err(TryLockError::Error(cause)) => {
                Err(Fault::because("lock the database", cause).into())
            }
        }
    }
}

fn beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_process_is_turned_away_until_the_first_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("kreis.db");
        let first = Lock::take(&database).unwrap();

        assert!(matches!(Lock::take(&database), Err(Halt::Refused(_))));
        drop(first);
        assert!(Lock::take(&database).is_ok());
    }
}
