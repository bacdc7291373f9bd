//! Secrets as the database keeps them: sealed with a key that lies beside it
//! (ChaCha20-Poly1305, RFC 8439).

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use uuid::Uuid;

use base::{Fault, Moment};

const KEY_LENGTH: usize = 32;

/// The key of all sealed secrets.
#[derive(Clone)]
pub struct Seal(LessSafeKey);

/// What is wrong with a line that should hold a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyFlaw;

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seal")
    }
}

impl Seal {
    /// The key of a line: 32 bytes in base 64 (RFC 4648), as `openssl rand -base64 32` says them.
    ///
    /// # Errors
    /// When the line holds anything else.
    pub fn of_line(line: &str) -> Result<Self, KeyFlaw> {
        let bytes = STANDARD.decode(line.trim()).map_err(|_| KeyFlaw)?;
        if bytes.len() != KEY_LENGTH {
            return Err(KeyFlaw);
        }
        Self::of_bytes(&bytes)
    }

    fn of_bytes(bytes: &[u8]) -> Result<Self, KeyFlaw> {
        let key = UnboundKey::new(&CHACHA20_POLY1305, bytes).map_err(|_| KeyFlaw)?;
        Ok(Self(LessSafeKey::new(key)))
    }

    /// A line that [`Self::of_line`] reads, with a fresh key.
    pub fn fresh_line(moment: &mut Moment) -> String {
        STANDARD.encode(moment.secret())
    }

    /// A secret for this record and no other: the nonce, then what is sealed.
    pub(crate) fn sealed(
        &self,
        moment: &mut Moment,
        record: Uuid,
        secret: &[u8],
    ) -> Result<Vec<u8>, Fault> {
        let mut nonce = [0; NONCE_LEN];
        for (place, byte) in nonce.iter_mut().zip(moment.secret()) {
            *place = byte;
        }
        let mut inside = secret.to_vec();
        let place = Aad::from(record.into_bytes());
        self.0
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), place, &mut inside)
            .map_err(|_| Fault::new("seal a secret"))?;
        Ok([nonce.as_slice(), &inside].concat())
    }

    /// What was sealed for this record; none with another key, or where it was touched.
    pub(crate) fn opened(&self, record: Uuid, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, inside) = sealed.split_first_chunk::<NONCE_LEN>()?;
        let mut inside = inside.to_vec();
        let place = Aad::from(record.into_bytes());
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let secret = self.0.open_in_place(nonce, place, &mut inside).ok()?;
        Some(secret.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use base::Dice;
    use jiff::Timestamp;

    use super::*;

    fn moment(seed: u64) -> Moment {
        Moment::new(Timestamp::UNIX_EPOCH, Dice::seeded(seed).throw())
    }

    #[test]
    fn what_is_sealed_opens_for_its_record_and_key_alone() {
        let (mut moment, record) = (moment(1), Uuid::from_u128(7));
        let key = Seal::of_line(&Seal::fresh_line(&mut moment)).unwrap();
        let other = Seal::of_line(&Seal::fresh_line(&mut moment)).unwrap();
        let sealed = key.sealed(&mut moment, record, b"secret").unwrap();

        assert_eq!(key.opened(record, &sealed).unwrap(), b"secret");
        assert!(!sealed.windows(6).any(|part| part == b"secret"));
        assert_eq!(key.opened(Uuid::from_u128(8), &sealed), None);
        assert_eq!(other.opened(record, &sealed), None);
        let mut touched = sealed.clone();
        *touched.last_mut().unwrap() ^= 1;
        assert_eq!(key.opened(record, &touched), None);
        assert_eq!(key.opened(record, &[]), None);
        assert_ne!(sealed, key.sealed(&mut moment, record, b"secret").unwrap());
    }

    #[test]
    fn a_key_is_thirty_two_bytes_in_base_64() {
        assert!(Seal::of_line(&format!(" {}\n", STANDARD.encode([7; 32]))).is_ok());
        for line in [
            "",
            "password",
            &STANDARD.encode([7; 31]),
            &STANDARD.encode([7; 33]),
        ] {
            assert!(Seal::of_line(line).is_err(), "{line}");
        }
    }
}
