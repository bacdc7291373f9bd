//! How something is sealed: ChaCha20-Poly1305 (RFC 8439) with a nonce by chance, over a text that
//! is filled up to a fixed step.

use base::Fault;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use zeroize::{Zeroize, Zeroizing};

/// So many bytes has a key.
pub(crate) const KEY_LENGTH: usize = 32;

/// What is sealed has so many bytes, or twice as many, or thrice: its length tells nothing.
pub const STEP: usize = 2048;

/// The form of what is sealed; another one is not opened.
const FORM: u8 = 1;

/// In front of the words stands how many bytes they have.
const LENGTH_BYTES: usize = 4;

/// A key in the clear, for as long as it is needed.
pub(crate) type Key = Zeroizing<[u8; KEY_LENGTH]>;

/// What something sealed belongs to. It opens there and nowhere else: whoever can write into the
/// database cannot lay one person's words under another's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'l> {
    /// The gathering.
    pub gathering: &'l str,
    /// The place at it.
    pub place: &'l str,
    /// What it was told for.
    pub purpose: &'l str,
}

/// Bytes that nobody can guess.
pub(crate) fn fill_by_chance(bytes: &mut [u8]) -> Result<(), Fault> {
    SystemRandom::new()
        .fill(bytes)
        .map_err(|_| Fault::new("ask the system for chance"))
}

/// A key that nobody has seen.
pub(crate) fn fresh_key() -> Result<Key, Fault> {
    let mut key = Key::default();
    fill_by_chance(key.as_mut_slice())?;
    Ok(key)
}

/// Parts as one, so that no two lists of parts become the same bytes.
pub(crate) fn bound(parts: &[&[u8]]) -> Vec<u8> {
    let mut all = Vec::new();
    for part in parts {
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
        all.extend(length.to_be_bytes());
        all.extend_from_slice(part);
    }
    all
}

/// The nonce, then what is sealed.
pub(crate) fn lock(
    key: &Key,
    about: &[u8],
    mut inside: Zeroizing<Vec<u8>>,
) -> Result<Vec<u8>, Fault> {
    let mut nonce = [0; NONCE_LEN];
    fill_by_chance(&mut nonce)?;
    inside.reserve_exact(CHACHA20_POLY1305.tag_len());
    ready(key)?
        .seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(about),
            &mut *inside,
        )
        .map_err(|_| Fault::new("seal something"))?;
    Ok([nonce.as_slice(), &inside].concat())
}

/// What was locked about the very same; none with another key or where it was touched.
pub(crate) fn unlock(key: &Key, about: &[u8], locked: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, inside) = locked.split_first_chunk::<NONCE_LEN>()?;
    let mut inside = Zeroizing::new(inside.to_vec());
    let nonce = Nonce::assume_unique_for_key(*nonce);
    let length = ready(key)
        .ok()?
        .open_in_place(nonce, Aad::from(about), &mut inside)
        .ok()?
        .len();
    inside.truncate(length);
    Some(inside)
}

fn ready(key: &Key) -> Result<LessSafeKey, Fault> {
    UnboundKey::new(&CHACHA20_POLY1305, key.as_slice())
        .map(LessSafeKey::new)
        .map_err(|_| Fault::new("take up a key"))
}

/// Words as they are stored.
pub(crate) fn sealed(
    key: &Key,
    id: &str,
    label: &Label<'_>,
    words: &[u8],
) -> Result<Vec<u8>, Fault> {
    let locked = lock(key, &about(id, label), padded(words)?)?;
    Ok([&[FORM], locked.as_slice()].concat())
}

/// Words as they were told.
pub(crate) fn opened(
    key: &Key,
    id: &str,
    label: &Label<'_>,
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let locked = sealed.strip_prefix(&[FORM])?;
    unpadded(unlock(key, &about(id, label), locked)?)
}

fn about(id: &str, label: &Label<'_>) -> Vec<u8> {
    let Label {
        gathering,
        place,
        purpose,
    } = label;
    let parts = ["kreis vault words", id, gathering, place, purpose];
    bound(&parts.map(str::as_bytes))
}

/// Filled up to the next step.
fn padded(words: &[u8]) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let too_long = |_| Fault::new("seal something so long");
    let length = u32::try_from(words.len()).map_err(too_long)?;
    let whole = (LENGTH_BYTES + words.len()).next_multiple_of(STEP);
    // All room at once: a vector that grows leaves what it held behind in memory.
    let mut padded = Zeroizing::new(Vec::with_capacity(whole + CHACHA20_POLY1305.tag_len()));
    padded.extend(length.to_be_bytes());
    padded.extend_from_slice(words);
    padded.resize(whole, 0);
    Ok(padded)
}

fn unpadded(mut padded: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    let (length, rest) = padded.split_first_chunk::<LENGTH_BYTES>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let words = Zeroizing::new(rest.get(..length)?.to_vec());
    padded.zeroize();
    Some(words)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HERE: Label<'_> = Label {
        gathering: "g",
        place: "p",
        purpose: "needs",
    };

    proptest! {
        #[test]
        fn words_come_back_and_their_length_is_not_told(words in prop::collection::vec(any::<u8>(), 0..5000)) {
            let key = fresh_key().unwrap();
            let sealed = sealed(&key, "id", &HERE, &words).unwrap();

            prop_assert_eq!((sealed.len() - 1 - NONCE_LEN - 16) % STEP, 0);
            prop_assert_eq!(&*opened(&key, "id", &HERE, &sealed).unwrap(), &words);
        }

        #[test]
        fn whatever_is_touched_stays_closed(at in 0_usize..2077, bit in 0_u8..8) {
            let key = fresh_key().unwrap();
            let mut sealed = sealed(&key, "id", &HERE, b"Induktionsschleife").unwrap();
            prop_assert_eq!(sealed.len(), 2077);
            sealed[at] ^= 1 << bit;
            prop_assert!(opened(&key, "id", &HERE, &sealed).is_none());
        }
    }

    #[test]
    fn all_short_words_are_equally_long_and_none_can_be_seen() {
        let key = fresh_key().unwrap();
        let short = sealed(&key, "id", &HERE, b"").unwrap();
        let words = "Gebärdensprache ".repeat(100);
        let long = sealed(&key, "id", &HERE, words.as_bytes()).unwrap();

        assert_eq!(short.len(), long.len());
        assert!(!long.windows(6).any(|part| part == b"sprach"));
        assert_ne!(short, sealed(&key, "id", &HERE, b"").unwrap());
    }

    #[test]
    fn words_open_at_their_own_place_alone() {
        let key = fresh_key().unwrap();
        let sealed = sealed(&key, "id", &HERE, b"words").unwrap();
        let others = [
            ("other", HERE),
            (
                "id",
                Label {
                    gathering: "gp",
                    place: "",
                    ..HERE
                },
            ),
            ("id", Label { place: "q", ..HERE }),
            (
                "id",
                Label {
                    purpose: "menu",
                    ..HERE
                },
            ),
        ];

        for (id, label) in others {
            assert!(
                opened(&key, id, &label, &sealed).is_none(),
                "{id} {label:?}"
            );
        }
        assert!(opened(&fresh_key().unwrap(), "id", &HERE, &sealed).is_none());
        assert!(opened(&key, "id", &HERE, &[]).is_none());
        assert!(opened(&key, "id", &HERE, &sealed[..20]).is_none());
    }
}
