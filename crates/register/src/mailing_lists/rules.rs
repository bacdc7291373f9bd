//! Who is wanted on a mailing list. Pure.

use std::collections::BTreeMap;

use base::{CustomFieldId, FieldOfWorkId, GroupId, MailingListId, NetworkId};
use serde::{Deserialize, Serialize};

use crate::fields::ValueKind;
use crate::rules::{found_by, written_out};

/// A living group: a filter with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailingList {
    /// Its id.
    pub id: MailingListId,
    /// Its network.
    pub network: NetworkId,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub about: String,
    /// Who belongs to it.
    pub wanted: Wanted,
    /// Whether it has ended.
    pub ended: bool,
}

/// What a person's function and organisation must be; everything that is said must hold of one
/// and the same function.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// Words of which the function's name holds one.
    pub functions: Vec<String>,
    /// Whether contacts are meant, or those who are none.
    pub contact: Option<bool>,
    /// How the organisation belongs to the network: the word of a kind of membership.
    pub kind: String,
    /// What the organisation's town is called, or a part of it.
    pub town: String,
    /// The group that the person is in, or the organisation whose contact it is.
    pub group: Option<GroupId>,
    /// The official key of a region that the organisation serves, or of which it serves a part.
    pub region: String,
    /// Fields of work of which the organisation has one.
    pub works: Vec<FieldOfWorkId>,
    /// What stands in the network's own fields: of the organisation, of its membership or of
    /// the person.
    pub own: BTreeMap<CustomFieldId, String>,
}

impl Wanted {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a function's name and an organisation's town are as they should be.
    pub(crate) fn fits(&self, title: &str, town: &str) -> bool {
        let has = |text: &str, word: &str| found_by(&[text]).contains(&written_out(word));
        (self.functions.is_empty() || self.functions.iter().any(|word| has(title, word)))
            && (self.town.is_empty() || has(town, &self.town))
    }
}

/// Whether what stands in a field of the network's own is what is wanted there: a part of a
/// text, the whole of anything else.
pub(crate) fn says(kind: ValueKind, content: &str, wanted: &str) -> bool {
    match kind {
        ValueKind::Text => found_by(&[content]).contains(&written_out(wanted)),
        _ => content == wanted,
    }
}

/// The words of a line, parted by commas.
pub(crate) fn words(line: &str) -> Vec<String> {
    let words = line.split(',').map(|word| word.trim().to_owned());
    words.filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_of_the_function_is_enough_and_the_town_counts_besides() {
        let wanted = Wanted {
            functions: words("Leitung, , Geschäftsführung"),
            town: "weimar".to_owned(),
            ..Wanted::default()
        };

        assert!(wanted.fits("Stellvertretende Leitung", "Weimar-Tröbsdorf"));
        assert!(wanted.fits("GESCHAEFTSFUEHRUNG", "Weimar"));
        assert!(!wanted.fits("Koordination", "Weimar"));
        assert!(!wanted.fits("Leitung", "Apolda"));
    }

    #[test]
    fn texts_hold_what_is_wanted_and_choices_are_it() {
        assert!(says(ValueKind::Text, "Träger der Jugendhilfe", "jugend"));
        assert!(!says(ValueKind::Choice, "Träger der Jugendhilfe", "jugend"));
        assert!(says(ValueKind::Choice, "Rot", "Rot"));
    }

    #[test]
    fn a_filter_of_an_older_release_is_read() {
        let wanted: Wanted = serde_json::from_str("{\"town\":\"Weimar\"}").unwrap();

        assert_eq!(wanted.town, "Weimar");
        assert!(!wanted.is_empty() && Wanted::default().is_empty());
    }
}
