//! Addresses of this room.

use base::{DecisionId, ObjectionId, TaskId};
use gatherings::Gathering;

use crate::rules::EntryId;

pub const MINUTES: &str = "/{network}/termine/{slug}/protokoll";
pub const PDF: &str = "/{network}/termine/{slug}/protokoll.pdf";
pub const EDIT: &str = "/{network}/termine/{slug}/protokoll/bearbeiten";
pub const PEOPLE: &str = "/{network}/termine/{slug}/protokoll/personen";
pub const REVISIONS: &str = "/{network}/termine/{slug}/protokoll/fassungen";
pub const ENTRIES: &str = "/{network}/termine/{slug}/protokoll/eintraege";
pub const ENTRY: &str = "/{network}/termine/{slug}/protokoll/eintraege/{entry}";
pub const ENTRY_PLACE: &str = "/{network}/termine/{slug}/protokoll/eintraege/{entry}/platz";
pub const ENTRY_REMOVAL: &str = "/{network}/termine/{slug}/protokoll/eintraege/{entry}/entfernung";
pub const ENTRY_TASKS: &str = "/{network}/termine/{slug}/protokoll/eintraege/{entry}/aufgaben";
pub const ENTRY_DECISIONS: &str =
    "/{network}/termine/{slug}/protokoll/eintraege/{entry}/beschluesse";
pub const ANSWERS: &str = "/{network}/termine/{slug}/protokoll/eintraege/{entry}/antworten";
pub const DECISION: &str = "/{network}/termine/{slug}/protokoll/beschluesse/{decision}";
pub const DECISION_REMOVAL: &str =
    "/{network}/termine/{slug}/protokoll/beschluesse/{decision}/entfernung";
pub const CIRCULATION: &str = "/{network}/termine/{slug}/protokoll/umlauf";
pub const APPROVAL: &str = "/{network}/termine/{slug}/protokoll/genehmigung";
pub const APPROVAL_WITHDRAWAL: &str = "/{network}/termine/{slug}/protokoll/genehmigung/ruecknahme";
pub const DISTRIBUTION: &str = "/{network}/termine/{slug}/protokoll/verteilung";
pub const OBJECTIONS: &str = "/{network}/termine/{slug}/protokoll/einwaende";
pub const OBJECTION_ACCEPTANCE: &str =
    "/{network}/termine/{slug}/protokoll/einwaende/{objection}/annahme";
pub const OBJECTION_DEFERRAL: &str =
    "/{network}/termine/{slug}/protokoll/einwaende/{objection}/vertagung";
pub const OBJECTION_WITHDRAWAL: &str =
    "/{network}/termine/{slug}/protokoll/einwaende/{objection}/ruecknahme";
pub const OBJECTION_BY_LINK: &str = "/einwand/{token}";
pub const OPEN_POINTS: &str = "/{network}/termine/{slug}/offene-punkte";
pub const TASKS: &str = "/{network}/aufgaben";
pub const TASK_STATE: &str = "/{network}/aufgaben/{task}/stand";
pub const TASK_BY_LINK: &str = "/aufgabe/{token}";
pub const DECISIONS: &str = "/{network}/beschluesse";
pub const DECISION_STATE: &str = "/{network}/beschluesse/{decision}/stand";

/// A gathering's minutes; `network` is its slug.
pub fn minutes(network: &str, slug: &str) -> String {
    format!("/{network}/termine/{slug}/protokoll")
}

/// The printed minutes; `internal` asks for the internal part too.
pub fn pdf(network: &str, slug: &str, internal: bool) -> String {
    let query = if internal { "?fassung=voll" } else { "" };
    format!("/{network}/termine/{slug}/protokoll.pdf{query}")
}

pub fn edit(network: &str, slug: &str) -> String {
    format!("{}/bearbeiten", minutes(network, slug))
}

pub fn below(network: &str, slug: &str, noun: &str) -> String {
    format!("{}/{noun}", minutes(network, slug))
}

pub fn entry(network: &str, slug: &str, entry: EntryId) -> String {
    format!("{}/eintraege/{entry}", minutes(network, slug))
}

pub fn entry_anchor(network: &str, slug: &str, entry: EntryId) -> String {
    format!("{}#eintrag-{entry}", edit(network, slug))
}

pub fn decision(network: &str, slug: &str, decision: DecisionId) -> String {
    format!("{}/beschluesse/{decision}", minutes(network, slug))
}

pub fn objections(network: &str, slug: &str) -> String {
    format!("{}/einwaende", minutes(network, slug))
}

pub fn objection(network: &str, slug: &str, id: ObjectionId, noun: &str) -> String {
    format!("{}/{id}/{noun}", objections(network, slug))
}

pub fn open_points(network: &str, slug: &str) -> String {
    format!("/{network}/termine/{slug}/offene-punkte")
}

pub fn gathering(network: &str, gathering: &Gathering) -> String {
    format!("/{network}/termine/{}", gathering.slug)
}

/// All tasks of a network.
pub fn tasks(network: &str) -> String {
    format!("/{network}/aufgaben")
}

pub fn task_state(network: &str, task: TaskId) -> String {
    format!("/{network}/aufgaben/{task}/stand")
}

/// All decisions of a network.
pub fn decisions(network: &str) -> String {
    format!("/{network}/beschluesse")
}

pub fn decision_state(network: &str, decision: DecisionId) -> String {
    format!("/{network}/beschluesse/{decision}/stand")
}

/// Marks a task as done without an account.
pub fn task_by_link(token: &str) -> String {
    format!("/aufgabe/{token}")
}

/// Objects to minutes without an account.
pub fn objection_by_link(token: &str) -> String {
    format!("/einwand/{token}")
}
