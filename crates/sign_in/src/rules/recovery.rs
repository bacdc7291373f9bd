//! Recovery codes: sixteen letters each, for the day when app and key are gone.

use base::Moment;
use sha2::{Digest, Sha256};

/// How many there are at first.
const CODES: usize = 8;
const LETTERS: usize = 16;
/// Without those that look like others (Crockford's base 32): five bits each, eighty in all.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Fresh codes, as they are shown once.
pub(crate) fn made(moment: &mut Moment) -> Vec<String> {
    (0..CODES).map(|_| one(moment)).collect()
}

fn one(moment: &mut Moment) -> String {
    let letters: Vec<char> = moment
        .secret()
        .into_iter()
        .take(LETTERS)
        .filter_map(|byte| ALPHABET.get(usize::from(byte % 32)))
        .map(|letter| char::from(*letter))
        .collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join("-")
}

/// A typed code without what people put between its letters; none where it can be none.
pub(crate) fn normal(typed: &str) -> Option<String> {
    let letters: String = typed
        .chars()
        .filter(|it| !it.is_whitespace() && !matches!(it, '-' | '–' | '_'))
        .map(|it| match it.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect();
    let is_code = letters.len() == LETTERS && letters.bytes().all(|it| ALPHABET.contains(&it));
    is_code.then_some(letters)
}

/// What the database keeps of a code. Eighty bits of chance need no salt.
pub(crate) fn hashed(normal: &str) -> Vec<u8> {
    Sha256::digest(normal).to_vec()
}

#[cfg(test)]
mod tests {
    use base::Dice;
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn codes_are_found_again_however_they_are_typed() {
        let mut moment = Moment::new(Timestamp::UNIX_EPOCH, Dice::seeded(3).throw());
        let codes = made(&mut moment);
        let mut different = codes.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), CODES);

        for code in codes {
            let plain = normal(&code).unwrap();
            assert_eq!(
                normal(&code.to_uppercase().replace('-', " ")),
                Some(plain.clone())
            );
            assert_eq!(
                normal(&plain.replace('0', "O").replace('1', "l")),
                Some(plain)
            );
        }
    }

    #[test]
    fn what_is_no_code_is_not_looked_up() {
        for typed in [
            "",
            "123456",
            "abcd-efgh-jkmn-pqr",
            "abcd-efgh-jkmn-pqrs-t",
            "äbcd-efgh-jkmn-pqr",
        ] {
            assert_eq!(normal(typed), None, "{typed}");
        }
    }
}
