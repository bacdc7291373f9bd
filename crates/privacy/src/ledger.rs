//! The list of erasures outside of the database: an older backup must not bring anybody back.
//!
//! One line for each: person, network, how, when. Ids alone, no word about anybody.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use base::Fault;
use shell::How;

use crate::records::erasures::Erasure;

/// The name of the file, beside the data.
pub const FILE: &str = "erasures";

/// Where the list lies, where it lies anywhere.
#[derive(Clone, Debug, Default)]
pub struct Ledger(Option<PathBuf>);

impl Ledger {
    /// In this folder.
    pub fn in_folder(folder: Option<&Path>) -> Self {
        Self(folder.map(|folder| folder.join(FILE)))
    }

    /// Who stands in it; nobody where there is none yet.
    ///
    /// # Errors
    /// When the file cannot be read or holds something else.
    pub fn read(&self) -> Result<Vec<Erasure>, Fault> {
        let Some(path) = &self.0 else {
            return Ok(Vec::new());
        };
        match std::fs::read_to_string(path) {
            Ok(text) => text.lines().map(read).collect(),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(cause) => Err(Fault::because("read the list of erasures", cause)),
        }
    }

    /// Adds whoever is missing; a file that breaks off in the middle never stays.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn add(&self, erased: &[Erasure]) -> Result<(), Fault> {
        let Some(path) = &self.0 else {
            return Ok(());
        };
        let known = self.read()?;
        let before = known.len();
        let all = together(known, erased);
        if all.len() == before {
            return Ok(());
        }
        let line = |it: &Erasure| {
            let (how, at) = (it.how.word(), it.at);
            format!("{} {} {how} {at}\n", it.person, it.network)
        };
        let text: String = all.iter().map(line).collect();
        let broken = |cause| Fault::because("write the list of erasures", cause);
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
        std::fs::rename(&beside, path).map_err(broken)
    }
}

/// Both lists as one, each person once.
pub fn together(mut known: Vec<Erasure>, more: &[Erasure]) -> Vec<Erasure> {
    for it in more {
        if !known.iter().any(|other| other.person == it.person) {
            known.push(it.clone());
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
