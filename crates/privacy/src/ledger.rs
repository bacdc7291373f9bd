//! The lists outside of the database of what an older backup must not bring back: whoever was
//! erased, and links that were ended.
//!
//! One line for each erasure: person, network, how, when. Ids alone, no word about anybody. One
//! line for each link: the hash by which the database knows it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use base::{Fault, PersonId};
use shell::How;

use crate::records::erasures::Erasure;

/// The name of the file of erasures, beside the data.
pub const FILE: &str = "erasures";
/// The name of the file of ended links.
pub const ENDED: &str = "ended";

/// The folder of the lists, where they lie anywhere.
#[derive(Clone, Debug, Default)]
pub struct Ledger(Option<PathBuf>);

impl Ledger {
    /// In this folder.
    pub fn in_folder(folder: Option<&Path>) -> Self {
        Self(folder.map(Path::to_owned))
    }

    /// Who stands in it; nobody where there is none yet.
    ///
    /// # Errors
    /// When the file cannot be read or holds something else.
    pub fn read(&self) -> Result<Vec<Erasure>, Fault> {
        self.text(FILE)?.lines().map(read).collect()
    }

    /// The links that were ended, by their hashes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn ended(&self) -> Result<BTreeSet<String>, Fault> {
        Ok(self.text(ENDED)?.lines().map(str::to_owned).collect())
    }

    /// What a file of the folder says; nothing where it is not there.
    fn text(&self, name: &str) -> Result<String, Fault> {
        let Some(folder) = &self.0 else {
            return Ok(String::new());
        };
        match std::fs::read_to_string(folder.join(name)) {
            Ok(text) => Ok(text),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
            Err(cause) => Err(Fault::because("read a list beside the data", cause)),
        }
    }

    /// Adds whoever is missing.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn add(&self, erased: &[Erasure]) -> Result<(), Fault> {
        let known = self.read()?;
        let all = together(known.clone(), erased);
        if all == known {
            return Ok(());
        }
        let line = |it: &Erasure| {
            let (how, at) = (it.how.word(), it.at);
            format!("{} {} {how} {at}\n", it.person, it.network)
        };
        self.write(FILE, &all.iter().map(line).collect::<String>())
    }

    /// Adds the ended links that are missing.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn add_ended(&self, links: &BTreeSet<String>) -> Result<(), Fault> {
        let known = self.ended()?;
        if links.is_subset(&known) {
            return Ok(());
        }
        let all = known.union(links).map(|it| format!("{it}\n"));
        self.write(ENDED, &all.collect::<String>())
    }

    /// Writes a file of the folder; one that breaks off in the middle never stays.
    fn write(&self, name: &str, text: &str) -> Result<(), Fault> {
        let Some(folder) = &self.0 else {
            return Ok(());
        };
        let path = folder.join(name);
        let broken = |cause| Fault::because("write a list beside the data", cause);
        let beside = path.with_extension("new");
        let mut file = std::fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&beside)
            .map_err(broken)?;
        file.write_all(text.as_bytes()).map_err(broken)?;
        file.sync_all().map_err(broken)?;
        std::fs::rename(&beside, &path).map_err(broken)?;
        // The new name itself must outlive a crash too.
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
        let folder =
            std::fs::File::open(folder.unwrap_or_else(|| Path::new("."))).map_err(broken)?;
        folder.sync_all().map_err(broken)
    }
}

/// Both lists as one, each person once; of two ways the stronger one wins.
pub fn together(mut known: Vec<Erasure>, more: &[Erasure]) -> Vec<Erasure> {
    let mut places: BTreeMap<PersonId, usize> = BTreeMap::new();
    for (place, it) in known.iter().enumerate() {
        places.insert(it.person, place);
    }
    for it in more {
        match places
            .get(&it.person)
            .and_then(|place| known.get_mut(*place))
        {
            Some(before) if it.how == How::Erase => before.how = How::Erase,
            Some(_) => (),
            None => {
                places.insert(it.person, known.len());
                known.push(it.clone());
            }
        }
    }
    known
}

fn read(line: &str) -> Result<Erasure, Fault> {
    let odd = || Fault::new("read a line of the list of erasures");
    let mut words = line.split(' ');
    let mut next = || words.next().ok_or_else(odd);
    Ok(Erasure {
        person: next()?.parse().map_err(|_| odd())?,
        network: next()?.parse().map_err(|_| odd())?,
        how: How::from_word(next()?).ok_or_else(odd)?,
        at: next()?.parse().map_err(|_| odd())?,
        by_rule: false,
        deleted: 0,
        anonymised: 0,
        stayed: 0,
        repeated_at: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::NetworkId;
    use uuid::Uuid;

    fn erasure(number: u128, how: How) -> Erasure {
        Erasure {
            person: PersonId::from(Uuid::from_u128(number)),
            network: NetworkId::from(Uuid::from_u128(1)),
            how,
            at: "2017-11-20T08:00:00Z".parse().unwrap(),
            by_rule: false,
            deleted: 0,
            anonymised: 0,
            stayed: 0,
            repeated_at: None,
        }
    }

    #[test]
    fn who_was_erased_after_being_anonymised_is_remembered_as_erased() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::in_folder(Some(folder.path()));
        ledger.add(&[erasure(7, How::Anonymise)]).unwrap();
        ledger
            .add(&[erasure(7, How::Erase), erasure(8, How::Anonymise)])
            .unwrap();
        ledger.add(&[erasure(7, How::Anonymise)]).unwrap();
        let ways: Vec<How> = ledger.read().unwrap().iter().map(|it| it.how).collect();
        assert_eq!(ways, [How::Erase, How::Anonymise]);
    }
}
