//! The addresses of mails to participants.

use uuid::Uuid;

/// All of a gathering.
pub const ALL: &str = "/{network}/termine/{slug}/anmeldung/mails";
/// Writing one; POST writes it down.
pub const NEW: &str = "/{network}/termine/{slug}/anmeldung/mails/neu";
/// One, as its first recipient gets it.
pub const MAILING: &str = "/{network}/termine/{slug}/anmeldung/mails/{mailing}";
/// Changing it before it is laid out.
pub const EDIT: &str = "/{network}/termine/{slug}/anmeldung/mails/{mailing}/bearbeiten";
/// Laying its letters out.
pub const LAYING_OUT: &str = "/{network}/termine/{slug}/anmeldung/mails/{mailing}/auslage";
/// Taking it away before it is laid out.
pub const REMOVAL: &str = "/{network}/termine/{slug}/anmeldung/mails/{mailing}/entfernung";
/// The same as one of them gets it.
pub const TO: &str = "/{network}/termine/{slug}/anmeldung/mails/{mailing}/an/{registration}";
/// Its HTML part, for a frame.
pub const HTML: &str = "/{network}/termine/{slug}/anmeldung/mails/{mailing}/an/{registration}/html";
/// How the desk reminds by itself.
pub const REMINDER: &str = "/{network}/termine/{slug}/anmeldung/erinnerung";
/// The reminder's HTML part, for a frame.
pub const REMINDER_HTML: &str = "/{network}/termine/{slug}/anmeldung/erinnerung/html";

/// All of a gathering, or something below it.
pub fn all(network: &str, slug: &str, rest: &str) -> String {
    format!("/{network}/termine/{slug}/anmeldung/mails{rest}")
}

/// One, or something below it.
pub fn mailing(network: &str, slug: &str, mailing: Uuid, rest: &str) -> String {
    format!("/{network}/termine/{slug}/anmeldung/mails/{mailing}{rest}")
}

/// One as one of its recipients gets it.
pub fn to(network: &str, slug: &str, mailing: Uuid, registration: Uuid) -> String {
    format!("/{network}/termine/{slug}/anmeldung/mails/{mailing}/an/{registration}")
}

/// How the desk reminds by itself.
pub fn reminder(network: &str, slug: &str) -> String {
    format!("/{network}/termine/{slug}/anmeldung/erinnerung")
}
