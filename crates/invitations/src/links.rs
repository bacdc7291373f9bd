//! The addresses of invitations.

use base::{DocumentId, InvitationId};
use uuid::Uuid;

/// Who is invited, and what they answered.
pub const INVITATION: &str = "/{network}/termine/{slug}/einladung";
/// Choosing whom to invite; POST writes the round down.
pub const ROUND_NEW: &str = "/{network}/termine/{slug}/einladung/runde";
/// A round before it is laid out.
pub const ROUND: &str = "/{network}/termine/{slug}/einladung/runde/{round}";
/// Choosing again; POST writes the round down.
pub const ROUND_EDIT: &str = "/{network}/termine/{slug}/einladung/runde/{round}/bearbeiten";
/// The mail's HTML part, for a frame.
pub const ROUND_HTML: &str = "/{network}/termine/{slug}/einladung/runde/{round}/html";
/// One of the mail's files.
pub const ROUND_FILE: &str = "/{network}/termine/{slug}/einladung/runde/{round}/anlage/{number}";
/// Sending the mail to oneself.
pub const ROUND_TEST: &str = "/{network}/termine/{slug}/einladung/runde/{round}/test";
/// Laying the letters out.
pub const ROUND_LAY_OUT: &str = "/{network}/termine/{slug}/einladung/runde/{round}/auslage";
/// One guest: what was sent, what was answered.
pub const GUEST: &str = "/{network}/termine/{slug}/einladung/gast/{invitation}";
/// Answering for a guest.
pub const GUEST_REPLY: &str = "/{network}/termine/{slug}/einladung/gast/{invitation}/antwort";
/// Sending a guest's mail once more.
pub const GUEST_AGAIN: &str = "/{network}/termine/{slug}/einladung/gast/{invitation}/erneut";
/// Taking a guest off the list.
pub const GUEST_WITHDRAWAL: &str =
    "/{network}/termine/{slug}/einladung/gast/{invitation}/ruecknahme";
/// Giving a guest's invitation to whoever has the function now.
pub const GUEST_SUCCESSION: &str =
    "/{network}/termine/{slug}/einladung/gast/{invitation}/nachfolge";
/// Answering for oneself, signed in.
pub const OWN_REPLY: &str = "/{network}/termine/{slug}/einladung/antwort";
/// Answering from a mail, without an account.
pub const REPLY: &str = "/antwort/{token}";

/// A document of the gathering, for whom the link was written.
pub const REPLY_DOCUMENT: &str = "/antwort/{token}/unterlagen/{document}";

/// Asking for one's links once more, without an account.
pub const AGAIN: &str = "/einladung";
/// What everybody is told who asked.
pub const AGAIN_SENT: &str = "/einladung/gesendet";
/// How guests of a gathering are reminded.
pub const REMINDERS: &str = "/{network}/termine/{slug}/einladung/erinnerung";

/// How guests of a gathering are reminded.
pub fn reminders(network: &str, slug: &str) -> String {
    format!("/{network}/termine/{slug}/einladung/erinnerung")
}

/// Who is invited to a gathering.
pub fn invitation(network: &str, slug: &str) -> String {
    format!("/{network}/termine/{slug}/einladung")
}

/// Choosing whom to invite.
pub fn round_new(network: &str, slug: &str) -> String {
    format!("/{network}/termine/{slug}/einladung/runde")
}

/// A round, or something below it.
pub fn round(network: &str, slug: &str, round: Uuid, rest: &str) -> String {
    format!("/{network}/termine/{slug}/einladung/runde/{round}{rest}")
}

/// A guest, or something below it.
pub fn guest(network: &str, slug: &str, guest: InvitationId, rest: &str) -> String {
    format!("/{network}/termine/{slug}/einladung/gast/{guest}{rest}")
}

/// The page behind an answer's link.
pub fn reply_page(token: &str) -> String {
    REPLY.replace("{token}", token)
}

/// A document, for whom an answer's link was written.
pub fn reply_document(token: &str, document: DocumentId) -> String {
    format!("/antwort/{token}/unterlagen/{document}")
}

/// The page behind an answer's link; `answer` is what its address says.
pub fn reply(token: &str, answer: &str) -> String {
    format!("/antwort/{token}?a={answer}")
}
