//! Who takes part, by name where people agreed.

use askama::Template;
use shell::Page;

use crate::rules::Participant;

/// The list for everybody who may read of the gathering in the network.
#[derive(Template)]
#[template(path = "gatherings/participants.html")]
pub(crate) struct ParticipantsPage {
    pub(crate) page: Page,
    pub(crate) title: String,
    pub(crate) when: String,
    pub(crate) rows: Vec<Participant>,
    /// How many take part, in words.
    pub(crate) summary: String,
    /// How many are not named, in words; none where all are.
    pub(crate) others: Option<String>,
    /// Whether whoever looks is named; none where the network has no record of them.
    pub(crate) is_listed: Option<bool>,
    pub(crate) consent: String,
    pub(crate) pdf: String,
}
