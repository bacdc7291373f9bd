//! The two languages that every page, mail and document exists in.

use serde::{Deserialize, Serialize};

/// A language of the product; German is the first and the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// German, spoken to with "Sie".
    #[default]
    De,
    /// English.
    En,
}

impl Lang {
    /// Both languages, German first.
    pub const ALL: [Self; 2] = [Self::De, Self::En];

    /// The language tag of BCP 47.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
        }
    }

    /// What stands before every path of this language: nothing in German, `/en` in English.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::De => "",
            Self::En => "/en",
        }
    }

    /// The language of a stored or sent tag; anything unknown is German.
    pub fn from_tag(tag: &str) -> Self {
        if tag == "en" { Self::En } else { Self::De }
    }

    /// The other one of the two.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::De => Self::En,
            Self::En => Self::De,
        }
    }
}
