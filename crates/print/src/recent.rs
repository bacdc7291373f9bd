//! The last few documents, for papers that are asked for again at once: the minutes that go
//! along with every invitation of a round.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// How many documents are remembered; the least recently used goes first.
const KEPT: usize = 8;

/// Documents by everything that went into them.
#[derive(Default)]
pub(crate) struct Recent(Mutex<VecDeque<(Vec<u8>, Vec<u8>)>>);

impl Recent {
    /// The document that came of exactly this.
    pub(crate) fn find(&self, made_of: &[u8]) -> Option<Vec<u8>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(known, _)| known == made_of)?;
        let found = kept.remove(at)?;
        let pdf = found.1.clone();
        kept.push_front(found);
        Some(pdf)
    }

    /// Remembers what came of it.
    pub(crate) fn keep(&self, made_of: Vec<u8>, pdf: &[u8]) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_front((made_of, pdf.to_vec()));
        kept.truncate(KEPT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_what_is_not_goes() {
        let recent = Recent::default();
        recent.keep(b"minutes".to_vec(), b"pdf");

        for letter in 0_u8..100 {
            recent.keep(vec![letter], &[letter]);
            assert_eq!(recent.find(b"minutes"), Some(b"pdf".to_vec()));
        }

        assert_eq!(recent.find(&[99]), Some(vec![99]));
        assert_eq!(recent.find(&[0]), None);
    }
}
