//! The addresses of registration.

use base::SeriesId;
use uuid::Uuid;

/// Registering for a gathering.
pub const FORM: &str = "/{network}/termine/{slug}/anmeldung";
/// Registering for one of a choice series.
pub const SERIES_FORM: &str = "/{network}/reihen/{series}/anmeldung";
/// What whoever registered is told, the same for everybody.
pub const SENT: &str = "/{network}/termine/{slug}/anmeldung/gesendet";
/// Registering by the link of an invitation, which says who comes.
pub const GUEST_FORM: &str = "/{network}/termine/{slug}/anmeldung/einladung/{token}";
/// The office's list of a gathering; POST registers somebody.
pub const LIST: &str = "/{network}/termine/{slug}/anmeldungen";
/// Registering somebody.
pub const ADD: &str = "/{network}/termine/{slug}/anmeldungen/neu";
/// One place at work.
pub const PLACE: &str = "/{network}/termine/{slug}/anmeldungen/{place}";
/// What the office does with it.
pub const PLACE_ACT: &str = "/{network}/termine/{slug}/anmeldungen/{place}/{act}";
/// A file that somebody answered with.
pub const PLACE_FILE: &str = "/{network}/termine/{slug}/anmeldungen/{place}/datei/{field}";
/// The desk's rules.
pub const SETTINGS: &str = "/{network}/termine/{slug}/anmeldung/einrichten";
/// Opening or closing it.
pub const STATE: &str = "/{network}/termine/{slug}/anmeldung/stand";
/// Its own questions; POST adds one.
pub const QUESTIONS: &str = "/{network}/termine/{slug}/anmeldung/fragen";
/// One question.
pub const QUESTION: &str = "/{network}/termine/{slug}/anmeldung/fragen/{field}";
/// Its place among the others.
pub const QUESTION_PLACE: &str = "/{network}/termine/{slug}/anmeldung/fragen/{field}/platz";
/// Taking it away.
pub const QUESTION_REMOVAL: &str = "/{network}/termine/{slug}/anmeldung/fragen/{field}/entfernung";
/// Its contingents; POST adds one.
pub const CONTINGENTS: &str = "/{network}/termine/{slug}/anmeldung/kontingente";
/// Taking a contingent away.
pub const CONTINGENT_REMOVAL: &str =
    "/{network}/termine/{slug}/anmeldung/kontingente/{contingent}/entfernung";
/// The form as participants will see it.
pub const PREVIEW: &str = "/{network}/termine/{slug}/anmeldung/vorschau";
/// One's own registration.
pub const OWN: &str = "/anmeldung/{token}";
/// Confirming the mail address.
pub const OWN_CONFIRMATION: &str = "/anmeldung/{token}/bestaetigung";
/// Giving a place back.
pub const OWN_CANCELLATION: &str = "/anmeldung/{token}/absage";
/// Registering again after that.
pub const OWN_RETURN: &str = "/anmeldung/{token}/rueckkehr";
/// Taking an offered place.
pub const OWN_ACCEPTANCE: &str = "/anmeldung/{token}/annahme";
/// Leaving an offered place to others.
pub const OWN_DECLINE: &str = "/anmeldung/{token}/verzicht";
/// Going to another date.
pub const OWN_MOVE: &str = "/anmeldung/{token}/umbuchung";
/// Changing what was typed.
pub const OWN_DETAILS: &str = "/anmeldung/{token}/angaben";
/// What one says of a gathering afterwards; the room that asks answers here.
pub const OWN_FEEDBACK: &str = "/anmeldung/{token}/rueckmeldung";
/// What was said of a gathering, for those who lead it; the same room answers here.
pub const FEEDBACK: &str = "/{network}/termine/{slug}/rueckmeldung";
/// The contact of an organisation says whether somebody belongs to it.
pub const CONTACT: &str = "/anmeldung-kontakt/{token}";
/// Asking for one's link once more.
pub const AGAIN: &str = "/anmeldung-link";
/// What everybody is told who asked.
pub const AGAIN_SENT: &str = "/anmeldung-link/gesendet";

/// Something of a gathering's registration: empty for the form, else what follows it.
pub fn desk(network: &str, slug: &str, rest: &str) -> String {
    format!("/{network}/termine/{slug}/anmeldung{rest}")
}

/// Registering by the link of an invitation.
pub fn guest_form(network: &str, slug: &str, token: &str) -> String {
    format!("/{network}/termine/{slug}/anmeldung/einladung/{token}")
}

/// The form of a choice series.
pub fn series(network: &str, series: SeriesId) -> String {
    format!("/{network}/reihen/{series}/anmeldung")
}

/// The office's list, or something below it.
pub fn list(network: &str, slug: &str, rest: &str) -> String {
    format!("/{network}/termine/{slug}/anmeldungen{rest}")
}

/// One place at work, or an act on it.
pub fn place(network: &str, slug: &str, place: Uuid, rest: &str) -> String {
    format!("/{network}/termine/{slug}/anmeldungen/{place}{rest}")
}

/// A question, or something below it.
pub fn question(network: &str, slug: &str, field: Uuid, rest: &str) -> String {
    format!("/{network}/termine/{slug}/anmeldung/fragen/{field}{rest}")
}

/// Taking a contingent away.
pub fn contingent(network: &str, slug: &str, contingent: Uuid) -> String {
    format!("/{network}/termine/{slug}/anmeldung/kontingente/{contingent}/entfernung")
}

/// One's own registration, or an act on it.
pub fn own(token: &str, rest: &str) -> String {
    format!("/anmeldung/{token}{rest}")
}

/// The page of an organisation's contact.
pub fn contact(token: &str) -> String {
    format!("/anmeldung-kontakt/{token}")
}

/// Where feedback is asked for.
pub fn own_feedback(token: &str) -> String {
    format!("/anmeldung/{token}/rueckmeldung")
}

/// What was said of a gathering, or something below it.
pub fn feedback(network: &str, slug: &str, rest: &str) -> String {
    format!("/{network}/termine/{slug}/rueckmeldung{rest}")
}
