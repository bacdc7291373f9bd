//! The lines of the folder's files: a key as it is wrapped, and what remains of one that is gone.

use std::fmt;
use std::str::FromStr;

use base::Fault;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;

use crate::operator::Wrapping;
use crate::seal::{self, Key};

/// The form of the lines; another one is not read.
const FORM: &str = "1";
const KEY: &str = "key";
const GONE: &str = "gone";

/// The longest name of a key.
const LONGEST: usize = 100;

/// The name of a key, which becomes a part of file names: small letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(String);

/// A text that can be no name of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoKeyId;

impl KeyId {
    /// The name as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for KeyId {
    type Err = NoKeyId;

    fn from_str(text: &str) -> Result<Self, NoKeyId> {
        let fits = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
        if text.is_empty() || text.len() > LONGEST || !text.bytes().all(fits) {
            return Err(NoKeyId);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a key was destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its day had come.
    Term,
    /// Nothing that it sealed is left.
    Unused,
    /// Whoever answers for the data wanted it.
    Wish,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Term, Self::Unused, Self::Wish];

    /// The word in files and in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Unused => "unused",
            Self::Wish => "wish",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// What remains of a key that was destroyed: the proof, and the bar against its return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tombstone {
    /// The key's name.
    pub id: KeyId,
    /// When it was destroyed.
    pub at: Timestamp,
    /// Why.
    pub why: Why,
}

impl Tombstone {
    pub(crate) fn line(&self) -> String {
        let (id, at, why) = (&self.id, self.at, self.why.word());
        format!("{GONE} {FORM} {id} {at} {why}")
    }

    pub(crate) fn read(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split(' ').collect();
        let [GONE, FORM, id, at, why] = words.as_slice() else {
            return None;
        };
        Some(Self {
            id: id.parse().ok()?,
            at: at.parse().ok()?,
            why: Why::from_word(why)?,
        })
    }
}

/// A key as it lies in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrappedKey {
    pub(crate) id: KeyId,
    pub(crate) made_at: Timestamp,
    /// Which of the operator's keys opens it.
    pub(crate) mark: String,
    locked: Vec<u8>,
}

impl WrappedKey {
    /// Wraps a key.
    pub(crate) fn of(
        id: &KeyId,
        made_at: Timestamp,
        key: &Key,
        by: &Wrapping,
    ) -> Result<Self, Fault> {
        let inside = zeroize::Zeroizing::new(key.to_vec());
        Ok(Self {
            id: id.clone(),
            made_at,
            mark: by.mark().to_owned(),
            locked: seal::lock(by.key(), &about(id, made_at), inside)?,
        })
    }

    /// The key; none with another key of the operator's, or where it was touched.
    pub(crate) fn unwrap_with(&self, by: &Wrapping) -> Option<Key> {
        let about = about(&self.id, self.made_at);
        let inside = seal::unlock(by.key(), &about, &self.locked)?;
        let mut key = Key::default();
        if inside.len() != key.len() {
            return None;
        }
        key.copy_from_slice(&inside);
        Some(key)
    }

    pub(crate) fn line(&self) -> String {
        let (id, made_at, mark) = (&self.id, self.made_at, &self.mark);
        let locked = STANDARD.encode(&self.locked);
        format!("{KEY} {FORM} {id} {made_at} {mark} {locked}")
    }

    pub(crate) fn read(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split(' ').collect();
        let [KEY, FORM, id, made_at, mark, locked] = words.as_slice() else {
            return None;
        };
        Some(Self {
            id: id.parse().ok()?,
            made_at: made_at.parse().ok()?,
            mark: (*mark).to_owned(),
            locked: STANDARD.decode(locked).ok()?,
        })
    }
}

/// A key opens under its own name and date alone.
fn about(id: &KeyId, made_at: Timestamp) -> Vec<u8> {
    let made_at = made_at.to_string();
    let parts = ["kreis vault key", FORM, id.as_str(), &made_at];
    seal::bound(&parts.map(str::as_bytes))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_lead_into_no_other_folder() {
        for name in ["", "..", "a/b", "A", "ä", "a.b", "a b", &"a".repeat(101)] {
            assert!(KeyId::from_str(name).is_err(), "{name}");
        }
        assert!(KeyId::from_str("0189c5d2-77aa-7bbb-8ccc-0123456789ab-2").is_ok());
    }

    proptest! {
        #[test]
        fn lines_read_back(id in "[a-z0-9-]{1,100}", second in -1_000_000_000_i64..4_000_000_000) {
            let (id, at): (KeyId, _) = (id.parse().unwrap(), Timestamp::from_second(second).unwrap());
            for why in Why::ALL {
                let stone = Tombstone { id: id.clone(), at, why };
                prop_assert_eq!(Tombstone::read(&stone.line()), Some(stone));
            }
            let by = Wrapping::fresh().unwrap();
            let key = seal::fresh_key().unwrap();
            let wrapped = WrappedKey::of(&id, at, &key, &by).unwrap();
            let read = WrappedKey::read(&wrapped.line()).unwrap();
            prop_assert_eq!(&read, &wrapped);
            prop_assert_eq!(read.unwrap_with(&by).unwrap(), key);
        }

        #[test]
        fn any_line_is_read_or_not(line in ".*") {
            let _either = (Tombstone::read(&line), WrappedKey::read(&line));
        }
    }

    #[test]
    fn a_wrapped_key_opens_for_its_operator_name_and_date_alone() {
        let by = Wrapping::fresh().unwrap();
        let id: KeyId = "one".parse().unwrap();
        let wrapped =
            WrappedKey::of(&id, Timestamp::UNIX_EPOCH, &seal::fresh_key().unwrap(), &by).unwrap();

        assert!(wrapped.unwrap_with(&Wrapping::fresh().unwrap()).is_none());
        let renamed = WrappedKey {
            id: "two".parse().unwrap(),
            ..wrapped.clone()
        };
        assert!(renamed.unwrap_with(&by).is_none());
        let redated = WrappedKey {
            made_at: Timestamp::MAX,
            ..wrapped
        };
        assert!(redated.unwrap_with(&by).is_none());
    }
}
