//! Addresses of plans and topics.

use base::TopicId;

/// All plans; POST begins one.
pub const PLANS: &str = "/{network}/jahresplan";
/// One plan; its segment may end in `.ics` or `.pdf`.
pub const PLAN: &str = "/{network}/jahresplan/{plan}";
/// Its table.
pub const EDIT: &str = "/{network}/jahresplan/{plan}/bearbeiten";
/// Making it public.
pub const PUBLICATION: &str = "/{network}/jahresplan/{plan}/veroeffentlichung";
/// Deleting a draft.
pub const DELETION: &str = "/{network}/jahresplan/{plan}/loeschung";
/// Taking in gatherings that are known already.
pub const ADOPTION: &str = "/{network}/jahresplan/{plan}/uebernahme";
/// When schools are closed.
pub const SCHOOL: &str = "/{network}/schulferien";
/// Topics; POST proposes one.
pub const TOPICS: &str = "/{network}/themen";
/// One topic at work.
pub const TOPIC: &str = "/{network}/themen/{topic}";
/// Putting it onto an agenda.
pub const ASSIGNMENT: &str = "/{network}/themen/{topic}/zuordnung";
/// Declining it.
pub const DISMISSAL: &str = "/{network}/themen/{topic}/ablehnung";
/// Taking either back.
pub const REOPENING: &str = "/{network}/themen/{topic}/ruecknahme";
/// Proposing an item for a gathering.
pub const PROPOSAL: &str = "/{network}/termine/{slug}/vorschlag";
/// Until when that is possible.
pub const DEADLINE: &str = "/{network}/termine/{slug}/vorschlagsfrist";

/// All plans.
pub fn plans(network: &str) -> String {
    format!("/{network}/jahresplan")
}

/// One plan.
pub fn plan(network: &str, segment: &str) -> String {
    format!("/{network}/jahresplan/{segment}")
}

/// A page or act below a plan.
pub fn below(network: &str, segment: &str, rest: &str) -> String {
    format!("/{network}/jahresplan/{segment}/{rest}")
}

/// When schools are closed.
pub fn school(network: &str) -> String {
    format!("/{network}/schulferien")
}

/// Topics.
pub fn topics(network: &str) -> String {
    format!("/{network}/themen")
}

/// A topic, or something below it.
pub fn topic(network: &str, topic: TopicId, rest: &str) -> String {
    format!("/{network}/themen/{topic}{rest}")
}

/// Proposing an item for a gathering.
pub fn proposal(network: &str, slug: &str) -> String {
    format!("/{network}/termine/{slug}/vorschlag")
}

/// Until when that is possible.
pub fn deadline(network: &str, slug: &str) -> String {
    format!("/{network}/termine/{slug}/vorschlagsfrist")
}
