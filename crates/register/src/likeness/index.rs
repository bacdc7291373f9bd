//! Records of one kind in memory, found by what they look like: for whoever compares a long list
//! with a whole register.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use uuid::Uuid;

use super::score::{Prepared, Reason, compared};
use super::{MOST, Probe};

/// How many records that share a key are compared, the most telling keys first.
const COMPARED: usize = 300;

/// Records of one kind by their keys.
#[derive(Default)]
pub struct Index {
    records: Vec<(Uuid, Prepared)>,
    /// Places in `records` by the hash of a key; two keys of one hash are two looks more.
    by_key: HashMap<u64, Vec<u32>>,
}

/// A record that looks like the one that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likely {
    /// Its id, of an organisation or a person as the index holds them.
    pub id: Uuid,
    /// How likely it is, up to 100.
    pub score: u8,
    /// Why.
    pub reasons: Vec<Reason>,
}

fn hashed(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

impl Index {
    /// Lets a record be found; closed ones have no business here.
    pub fn add(&mut self, id: Uuid, probe: &Probe<'_>) {
        let Ok(place) = u32::try_from(self.records.len()) else {
            return;
        };
        let own = Prepared::of(probe);
        for key in own.keys() {
            self.by_key.entry(hashed(&key)).or_default().push(place);
        }
        self.records.push((id, own));
    }

    /// The records that may be this one, the likeliest first.
    pub fn like(&self, probe: &Probe<'_>) -> Vec<Likely> {
        if self.records.is_empty() {
            return Vec::new();
        }
        let own = Prepared::of(probe);
        let keys = own.keys();
        let mut places: Vec<u32> = keys
            .iter()
            .filter_map(|key| self.by_key.get(&hashed(key)))
            .flatten()
            .copied()
            .take(COMPARED)
            .collect();
        places.sort_unstable();
        places.dedup();
        let mut found: Vec<Likely> = places
            .into_iter()
            .filter_map(|place| self.records.get(usize::try_from(place).ok()?))
            .filter_map(|(id, other)| {
                let (score, reasons) = compared(&own, other)?;
                Some(Likely {
                    id: *id,
                    score,
                    reasons,
                })
            })
            .collect();
        found.sort_by_key(|it| (std::cmp::Reverse(it.score), it.id));
        found.truncate(MOST);
        found
    }
}
