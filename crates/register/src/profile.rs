//! What is known of an organisation beside name and visiting address.

use base::{FieldOfWorkId, OrganisationId};
use store::BlobHash;

/// The legal forms to choose from; `other` is said in words. The phrase key is
/// `register-legal-` and the word.
pub const LEGAL_FORMS: [&str; 15] = [
    "ev", "nev", "ggmbh", "gmbh", "gug", "gag", "ag", "eg", "stiftung", "kdoer", "adoer",
    "behoerde", "gbr", "einzel", "other",
];

/// The kinds of further contact channels. The phrase key is `register-channel-` and the word.
pub const CHANNEL_KINDS: [&str; 10] = [
    "phone",
    "mobile",
    "fax",
    "mail",
    "web",
    "mastodon",
    "instagram",
    "facebook",
    "linkedin",
    "other",
];

/// A further way to reach an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Channel {
    /// A word of [`CHANNEL_KINDS`].
    pub kind: String,
    /// A number, an address, a name there.
    pub address: String,
}

/// Street, postcode and town.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
}

impl Address {
    /// Its lines that say something.
    pub fn lines(&self) -> Vec<String> {
        let place = format!("{} {}", self.postcode, self.town);
        [self.street.trim(), place.trim()]
            .into_iter()
            .filter(|line| !line.is_empty())
            .map(ToOwned::to_owned)
            .collect()
    }

    /// Whether nothing is known.
    pub const fn is_empty(&self) -> bool {
        self.street.is_empty() && self.postcode.is_empty() && self.town.is_empty()
    }
}

/// An organisation's logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Its file.
    pub hash: BlobHash,
    /// Its media type.
    pub media_type: String,
    /// What it shows.
    pub alt: String,
}

/// What is known of an organisation beside name and visiting address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// A word of [`LEGAL_FORMS`]; empty where it is not known.
    pub legal_form: String,
    /// The legal form in words, where the word is `other`.
    pub legal_form_other: String,
    /// Where letters go, where that is not the visiting address.
    pub postal: Address,
    /// The organisation that it is part of.
    pub parent: Option<OrganisationId>,
    /// Its fields of work, in the order of their ids.
    pub works: Vec<FieldOfWorkId>,
    /// The official keys (AGS) of the regions that it serves, in their order.
    pub regions: Vec<String>,
    /// Further ways to reach it.
    pub channels: Vec<Channel>,
    /// Its logo.
    pub logo: Option<Logo>,
}

/// A field of work that a network keeps to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldOfWork {
    /// Its id.
    pub id: FieldOfWorkId,
    /// Its name.
    pub name: String,
    /// Whether it is no longer offered.
    pub ended: bool,
}
