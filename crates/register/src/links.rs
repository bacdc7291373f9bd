//! The register's addresses.

/// The page that asks for a mail address, and who answers.
pub const SIGN_IN: &str = "/anmelden";
/// Signing in with a password.
pub const SIGN_IN_PASSWORD: &str = "/anmelden/passwort";
/// A one-time link.
pub const SIGN_IN_LINK: &str = "/anmelden/link/{token}";
/// Signing out.
pub const SIGN_OUT: &str = "/abmelden";

/// The path of a one-time link.
pub fn sign_in_link(token: &str) -> String {
    format!("/anmelden/link/{token}")
}
