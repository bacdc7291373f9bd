//! The section `[sign_in]`.

use std::path::{Path, PathBuf};

use base::{Blame, Halt};
use serde::Deserialize;
use sign_in::{Locks, Provider, Seal, role_of_word};

use super::kinds::first_line;

/// What signing in asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SignIn {
    /// The roles that must give a second factor.
    pub second_factor: Vec<String>,
    /// The file whose first line is the key of its secrets.
    pub key_file: Option<PathBuf>,
}

impl SignIn {
    /// What the room of sign-in takes.
    ///
    /// # Errors
    /// Refused where the file cannot be read or holds no key, and where roles must give a factor
    /// and there is none: nobody could set one up without a script then. Commands beside the
    /// service do without, as the service alone may see the key.
    pub fn locks(&self, providers: Vec<Provider>) -> Result<Locks, Halt> {
        let seal = match &self.key_file {
            None => None,
            Some(file) => Some(seal(file).map_err(|flaw| {
                Halt::Refused(vec![Blame {
                    field: "sign_in.key_file".to_owned(),
                    ..flaw
                }])
            })?),
        };
        if seal.is_none() && !self.second_factor.is_empty() {
            return Err(Halt::at("sign_in.key_file", "config-no-sign-in-key"));
        }
        let roles = self.second_factor.iter();
        Ok(Locks::new(
            roles.filter_map(|word| role_of_word(word)).collect(),
            seal,
            providers,
        ))
    }
}

/// The key of a file.
pub(super) fn seal(file: &Path) -> Result<Seal, Blame> {
    Seal::of_line(&first_line(file)?)
        .map_err(|_| Blame::at("", "config-not-a-key").with("path", file.display()))
}
