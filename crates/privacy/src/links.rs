//! Where everything is, and the paths that lead there.

use base::{NetworkId, PersonId};
use uuid::Uuid;

/// What is held about whoever is signed in.
pub const OWN: &str = "/konto/daten";
/// The same as a file.
pub const OWN_FILE: &str = "/konto/daten/datei";
/// Where one asks the office for a correction or for erasure.
pub const OWN_REQUEST: &str = "/konto/daten/{person}/anfrage";
/// Where one sees what would go and what must stay, and asks the office to be erased.
pub const OWN_ERASURE: &str = "/konto/daten/{person}/loeschung";
/// A request that is taken back.
pub const OWN_WITHDRAWAL: &str = "/konto/daten/{person}/anfragen/{request}/ruecknahme";
/// A consent given or taken back.
pub const OWN_CONSENT: &str = "/konto/daten/{person}/einwilligung";
/// What is held about a person of the register.
pub const PERSON: &str = "/{network}/personen/{id}/daten";
/// The same as a file.
pub const PERSON_FILE: &str = "/{network}/personen/{id}/daten/datei";
/// What would go and what would stay, and the act itself.
pub const ERASURE: &str = "/{network}/personen/{id}/datenloeschung";
/// The role data protection, given.
pub const ROLE_GIVE: &str = "/{network}/personen/{id}/datenschutzrolle";
/// The role data protection, taken away.
pub const ROLE_TAKE: &str = "/{network}/personen/{id}/datenschutzrolle/ende";
/// What people ask for.
pub const REQUESTS: &str = "/{network}/daten";
/// One request with its answer.
pub const REQUEST: &str = "/{network}/daten/anfragen/{request}";
/// How long what may stay.
pub const RULES: &str = "/{network}/daten/regeln";
/// What is to go for one purpose.
pub const LIST: &str = "/{network}/daten/regeln/{purpose}";
/// A preview that is released.
pub const RELEASE: &str = "/{network}/daten/regeln/{purpose}/freigabe";
/// A quarantine that is taken back.
pub const UNDO: &str = "/{network}/daten/regeln/{purpose}/ruecknahme";
/// A record that stays all the same.
pub const KEEP: &str = "/{network}/daten/regeln/{purpose}/behalten";
/// The privacy notice at work.
pub const NOTICES: &str = "/{network}/daten/hinweise";
/// The privacy notice, brought out.
pub const NOTICE_OUT: &str = "/{network}/daten/hinweise/veroeffentlichung";
/// One version of the privacy notice.
pub const NOTICE: &str = "/{network}/datenschutz/{version}";
/// What went, and what should have gone.
pub const PROOFS: &str = "/{network}/daten/nachweise";
/// Who looked at what is held about whom.
pub const READS: &str = "/{network}/daten/zugriffe";

/// A page below a network's privacy.
pub fn below(network: &str, rest: &str) -> String {
    format!("/{network}/daten{rest}")
}

/// A page below one purpose.
pub fn of_purpose(network: &str, purpose: &str, rest: &str) -> String {
    format!("/{network}/daten/regeln/{purpose}{rest}")
}

/// A page below a person.
pub fn of_person(network: &str, person: PersonId, rest: &str) -> String {
    format!("/{network}/personen/{person}/{rest}")
}

/// A request.
pub fn request(network: &str, id: Uuid) -> String {
    format!("/{network}/daten/anfragen/{id}")
}

/// An act about what is held about oneself in one network.
pub fn own(person: PersonId, rest: &str) -> String {
    format!("/konto/daten/{person}/{rest}")
}

/// A request of one's own that is taken back.
pub fn withdrawal(person: PersonId, request: Uuid) -> String {
    format!("/konto/daten/{person}/anfragen/{request}/ruecknahme")
}

/// A version of a network's privacy notice.
pub fn notice(network: &str, version: i64) -> String {
    format!("/{network}/datenschutz/{version}")
}

/// The place of a network on the page of what is held about oneself.
pub fn anchor(network: NetworkId) -> String {
    format!("netz-{network}")
}
