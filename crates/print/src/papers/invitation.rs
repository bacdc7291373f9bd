//! An invitation to one recipient, as a letter.

use serde::Serialize;

use super::{AgendaRow, Facts, Letterhead, Party};
use crate::prose::Prose;

/// The letter that invites one recipient to one gathering.
#[derive(Clone, Debug, Serialize)]
pub struct InvitationPaper {
    /// Who sends it.
    pub letterhead: Letterhead,
    /// To whom.
    pub recipient: Recipient,
    /// Place and date of the letter ("Weimar, 6. November 2017").
    pub place_and_date: String,
    /// What it is about; also the document's title.
    pub subject: String,
    /// How the recipient is addressed.
    pub salutation: String,
    /// What the letter says first.
    pub body: Prose,
    /// What the office writes besides; may be empty.
    pub note: Prose,
    /// The gathering.
    pub facts: Facts,
    /// Its agenda; may be empty.
    pub agenda: Vec<AgendaRow>,
    /// How to answer.
    pub answer: Answer,
    /// Who signs above the office's name.
    pub signatory: Option<Party>,
}

/// The address field; every line may be missing.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Recipient {
    /// The person's name.
    pub name: Option<String>,
    /// What the person is there.
    pub function: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// Street and town, a line each.
    pub address: Vec<String>,
}

/// The ways and the term to answer.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Answer {
    /// Whether the recipient also gets a mail with links to answer by.
    pub by_mail: bool,
    /// The day until which the office waits for an answer.
    pub until: Option<String>,
}
