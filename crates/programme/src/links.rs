//! The addresses of programmes.

use uuid::Uuid;

/// The programme to read.
pub const PROGRAMME: &str = "/{network}/termine/{slug}/programm";
/// The same on paper.
pub const PROGRAMME_PDF: &str = "/{network}/termine/{slug}/programm.pdf";
/// The programme at work; POST adds a section.
pub const EDIT: &str = "/{network}/termine/{slug}/programm/bearbeiten";
/// How accessible the place is.
pub const ACCESS: &str = "/{network}/termine/{slug}/programm/zugang";
/// One section.
pub const SECTION: &str = "/{network}/termine/{slug}/programm/abschnitte/{section}";
/// Taking a section away.
pub const SECTION_REMOVAL: &str =
    "/{network}/termine/{slug}/programm/abschnitte/{section}/entfernung";
/// A new session of a section.
pub const SESSION_NEW: &str = "/{network}/termine/{slug}/programm/abschnitte/{section}/beitrag";
/// One session.
pub const SESSION: &str = "/{network}/termine/{slug}/programm/beitraege/{session}";
/// Its place among those beside it.
pub const SESSION_PLACE: &str = "/{network}/termine/{slug}/programm/beitraege/{session}/platz";
/// Taking a session away.
pub const SESSION_REMOVAL: &str =
    "/{network}/termine/{slug}/programm/beitraege/{session}/entfernung";

/// The programme of a gathering, or something that follows its address.
pub fn programme(network: &str, slug: &str, rest: &str) -> String {
    format!("/{network}/termine/{slug}/programm{rest}")
}

/// A section, or something below it.
pub fn section(network: &str, slug: &str, section: Uuid, rest: &str) -> String {
    format!("/{network}/termine/{slug}/programm/abschnitte/{section}{rest}")
}

/// A session, or something below it.
pub fn session(network: &str, slug: &str, session: Uuid, rest: &str) -> String {
    format!("/{network}/termine/{slug}/programm/beitraege/{session}{rest}")
}
