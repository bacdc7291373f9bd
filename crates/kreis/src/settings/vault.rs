//! The section `[vault]`: where the keys lie that the database must not have.

use std::path::{Path, PathBuf};

use base::{Blame, Halt};
use serde::Deserialize;
use vault::Places;

use super::Settings;

/// The names below the folder of the data, where nothing else is said.
const FOLDER: &str = "vault";
const KEY_FILE: &str = "vault.key";

/// The section `[vault]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Vault {
    /// The folder with the keys.
    pub folder: Option<PathBuf>,
    /// The file with the operator's key, which wraps them.
    pub key_file: Option<PathBuf>,
    /// Where a copy of what is valid now is kept.
    pub copy_file: Option<PathBuf>,
}

impl Settings {
    /// Where the keys lie; none where neither the settings nor the data say a place.
    ///
    /// # Errors
    /// Refused where one theft would take what must lie apart, and where a copy would be kept
    /// along with others.
    pub fn vault_places(&self) -> Result<Option<Places>, Halt> {
        let data = self.data_folder();
        let beside = |name: &str| data.map(|it| it.join(name));
        let Some(folder) = self.vault.folder.clone().or_else(|| beside(FOLDER)) else {
            return Ok(None);
        };
        let key_file = self.vault.key_file.clone().or_else(|| beside(KEY_FILE));
        let key_file = key_file.ok_or_else(|| Halt::at("vault.key_file", "config-missing"))?;
        let copy = self.vault.copy_file.clone();
        let lies_in = |path: &Path, folder: &Path| {
            let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.into());
            whole(path).starts_with(whole(folder))
        };
        let mut faults = Vec::new();
        let mut blame = |field: &str, key, is_wrong: bool| {
            if is_wrong {
                faults.push(Blame::at(field, key));
            }
        };
        let inside = lies_in(&key_file, &folder);
        blame("vault.key_file", "config-vault-key-inside", inside);
        if let Some(copy) = &copy {
            let inside = lies_in(copy, &folder);
            blame("vault.copy_file", "config-vault-copy-inside", inside);
        }
        if let Some(backups) = &self.backup.folder {
            let among = lies_in(&folder, backups);
            blame("vault.folder", "config-vault-in-backups", among);
            let among = copy.as_ref().is_some_and(|it| lies_in(it, backups));
            blame("vault.copy_file", "config-vault-in-backups", among);
        }
        if !faults.is_empty() {
            return Err(Halt::Refused(faults));
        }
        Ok(Some(Places {
            folder,
            key_file,
            copy,
        }))
    }
}
