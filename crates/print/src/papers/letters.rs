//! Many letters with one text, each to its own recipient.

use serde::Serialize;

use super::Letterhead;
use super::invitation::Recipient;
use crate::prose::Prose;

/// Letters that are printed together; each begins a page.
#[derive(Clone, Debug, Serialize)]
pub struct LettersPaper {
    /// Who sends them.
    pub letterhead: Letterhead,
    /// The document's title.
    pub title: String,
    /// The letters.
    pub letters: Vec<SerialLetter>,
    /// Who signs above the office's name.
    pub signatory: Option<String>,
}

/// One of many letters.
#[derive(Clone, Debug, Serialize)]
pub struct SerialLetter {
    /// To whom.
    pub recipient: Recipient,
    /// Place and date.
    pub place_and_date: String,
    /// What it is about.
    pub subject: String,
    /// How the recipient is addressed; empty where the text says it.
    pub salutation: String,
    /// What it says.
    pub body: Prose,
}
