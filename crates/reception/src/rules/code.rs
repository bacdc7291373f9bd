//! The code that lets somebody in: the place, in letters that scanners and people can type.
//!
//! A place's id has 74 bits of chance and stands in no public address, so that nobody guesses
//! one; whoever shows it is let in under the name that the office sees, and nothing else follows
//! from it. That the code needs no row of its own means that no place can be without one.

use uuid::Uuid;

/// Without letters that look like others (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// So many letters hold the 128 bits of an id.
const LETTERS: u32 = 26;

/// The code of a place.
pub fn door_code(place: Uuid) -> String {
    let bits = place.as_u128();
    (0..LETTERS)
        .rev()
        .filter_map(|letter| {
            let five = usize::try_from((bits >> (letter * 5)) & 31).ok()?;
            ALPHABET.get(five).map(|it| char::from(*it))
        })
        .collect()
}

/// The place of a code, however it was typed; none where it can be no code.
pub fn place_of_code(typed: &str) -> Option<Uuid> {
    let letters = letters_of(typed);
    if u32::try_from(letters.len()) != Ok(LETTERS) {
        return None;
    }
    let mut bits: u128 = 0;
    for letter in letters {
        let five = ALPHABET.iter().position(|it| *it == letter)?;
        // What does not fit 128 bits was never written by us.
        bits = bits
            .checked_mul(32)?
            .checked_add(u128::try_from(five).ok()?)?;
    }
    Some(Uuid::from_u128(bits))
}

/// The letters of a typed code: capital, without what people put between them, and with the
/// right one where another looks like it.
pub(super) fn letters_of(typed: &str) -> Vec<u8> {
    typed
        .chars()
        .filter(|it| !it.is_whitespace() && !matches!(it, '-' | '–' | '_' | '.'))
        .map(|it| match it.to_ascii_uppercase() {
            'O' => b'0',
            'I' | 'L' => b'1',
            other => u8::try_from(other).unwrap_or(b'?'),
        })
        .collect()
}

/// Whether a letter may stand in a code.
pub(super) fn is_letter(letter: u8) -> bool {
    ALPHABET.contains(&letter)
}

/// A letter of the alphabet for a byte of chance.
pub(super) fn letter_for(byte: u8) -> Option<char> {
    ALPHABET
        .get(usize::from(byte % 32))
        .map(|it| char::from(*it))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_place_is_found_again_by_its_code(bits: u128) {
            let place = Uuid::from_u128(bits);
            let code = door_code(place);
            prop_assert_eq!(code.len(), 26);
            prop_assert_eq!(place_of_code(&code), Some(place));
            let (head, tail) = code.split_at(13);
            let typed = format!(" {}-{tail} ", head.to_lowercase());
            prop_assert_eq!(place_of_code(&typed), Some(place));
        }

        #[test]
        fn whatever_is_typed_is_a_place_or_none(typed: String) {
            if let Some(place) = place_of_code(&typed) {
                prop_assert_eq!(letters_of(&typed), door_code(place).into_bytes());
            }
        }
    }

    #[test]
    fn what_is_too_large_for_an_id_is_no_code() {
        assert_eq!(place_of_code(&"Z".repeat(26)), None);
        assert_eq!(place_of_code(&"0".repeat(26)), Some(Uuid::nil()));
        assert_eq!(place_of_code(&"0".repeat(25)), None);
        assert_eq!(place_of_code("ÄÖÜ"), None);
        assert_eq!(place_of_code(""), None);
    }
}
