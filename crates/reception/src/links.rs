//! The addresses of the reception.

use uuid::Uuid;

/// The door of a gathering.
pub const DOOR: &str = "/{network}/termine/{slug}/einlass";
/// Somebody came whom the list shows.
pub const ARRIVAL: &str = "/{network}/termine/{slug}/einlass/ankunft";
/// Somebody came without a registration.
pub const GUEST: &str = "/{network}/termine/{slug}/einlass/besuch";
/// An arrival is taken back.
pub const TAKING_BACK: &str = "/{network}/termine/{slug}/einlass/ruecknahme";
/// How many were counted only.
pub const COUNT: &str = "/{network}/termine/{slug}/einlass/zaehlung";
/// Reading codes; POST takes one that was typed.
pub const SCAN: &str = "/{network}/termine/{slug}/einlass/codes";
/// Many codes that a device has read.
pub const SCANS: &str = "/{network}/termine/{slug}/einlass/codes/abgleich";
/// Reading codes where there is no network: the page that a browser keeps. It names nobody.
pub const KEPT: &str = "/{network}/termine/{slug}/einlass/codes/ohne-netz";
/// The script that brings the kept page up. Its place lets it reach pages of the door alone.
pub const WORKER: &str = "/{network}/termine/{slug}/einlass/ohne-netz.js";
/// The list, the badges or the table, by its file name.
pub const PAPER: &str = "/{network}/termine/{slug}/einlass/{file}";
/// What was certified; POST certifies to all who came.
pub const CERTIFICATES: &str = "/{network}/termine/{slug}/bescheinigungen";
/// All certificates that hold, to print.
pub const CERTIFICATES_PDF: &str = "/{network}/termine/{slug}/bescheinigungen.pdf";
/// Revoking one.
pub const REVOCATION: &str = "/{network}/termine/{slug}/bescheinigungen/{certificate}/widerruf";
/// Certifying anew.
pub const RENEWAL: &str = "/{network}/termine/{slug}/bescheinigungen/{certificate}/erneuerung";
/// One's own certificate.
pub const OWN: &str = "/anmeldung/{token}/bescheinigung";
/// Where anybody checks a certificate.
pub const CHECK: &str = "/bescheinigung";
/// The answer.
pub const CHECKED: &str = "/bescheinigung/{code}";

/// The door, or something below it.
pub fn door(network: &str, slug: &str, rest: &str) -> String {
    format!("/{network}/termine/{slug}/einlass{rest}")
}

/// What was certified at a gathering, or something below it.
pub fn certificates(network: &str, slug: &str, rest: &str) -> String {
    format!("/{network}/termine/{slug}/bescheinigungen{rest}")
}

/// An act on a certificate.
pub fn certificate(network: &str, slug: &str, certificate: Uuid, act: &str) -> String {
    format!("/{network}/termine/{slug}/bescheinigungen/{certificate}/{act}")
}

/// One's own certificate.
pub fn own(token: &str) -> String {
    OWN.replace("{token}", token)
}

/// The page that checks a code.
pub fn checked(code: &str) -> String {
    CHECKED.replace("{code}", code)
}
