//! Certificates of attendance and the codes by which others check them.

use base::{GatheringId, Moment};
use jiff::Timestamp;
use uuid::Uuid;

use super::code::{is_letter, letter_for, letters_of};

/// How many letters a code has, five bits of chance each.
const LETTERS: usize = 12;

/// What was certified to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its id.
    pub id: Uuid,
    /// For which gathering.
    pub gathering: GatheringId,
    /// The arrival that it rests on; none once that was forgotten.
    pub arrival: Option<Uuid>,
    /// The code, in groups of four.
    pub code: String,
    /// Who came, as printed.
    pub name: String,
    /// For whom, as printed.
    pub organisation: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

impl Certificate {
    /// Whether it holds.
    pub const fn holds(&self) -> bool {
        self.revoked_at.is_none()
    }
}

/// A fresh code.
pub fn certificate_code(moment: &mut Moment) -> String {
    let letters = moment.secret().into_iter().take(LETTERS);
    grouped(letters.filter_map(letter_for))
}

/// A typed code as it was printed; none where it can be none.
pub fn normal_code(typed: &str) -> Option<String> {
    let letters = letters_of(typed);
    let is_code = letters.len() == LETTERS && letters.iter().all(|it| is_letter(*it));
    is_code.then(|| grouped(letters.into_iter().map(char::from)))
}

fn grouped(letters: impl Iterator<Item = char>) -> String {
    let letters: Vec<char> = letters.collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join("-")
}

#[cfg(test)]
mod tests {
    use base::Dice;

    use super::*;

    #[test]
    fn codes_are_found_again_however_they_are_typed() {
        let mut moment = Moment::new(Timestamp::UNIX_EPOCH, Dice::seeded(5).throw());
        let code = certificate_code(&mut moment);

        assert_eq!(code.len(), 14);
        assert_eq!(normal_code(&code).as_ref(), Some(&code));
        let typed = format!(" {} ", code.to_lowercase().replace('-', " "));
        assert_eq!(normal_code(&typed).as_ref(), Some(&code));
        assert_eq!(
            normal_code("o1il-0000-0000").as_deref(),
            Some("0111-0000-0000")
        );
        for wrong in [
            "",
            "7KQ2",
            "7KQ2-M9XA-4RTBX",
            "7KQ2-M9XA-4RT?",
            "ÄKQ2-M9XA-4RTB",
        ] {
            assert_eq!(normal_code(wrong), None, "{wrong}");
        }
        assert_ne!(certificate_code(&mut moment), code);
    }
}
