//! The room's addresses.

use std::fmt::Display;

/// One's own second factors.
pub const FACTORS: &str = "/konto/zweiter-faktor";
/// A new app: the secret is made.
pub const APP_NEW: &str = "/konto/zweiter-faktor/app";
/// Tying the app: the secret is shown, a first code proves it.
pub const APP: &str = "/konto/zweiter-faktor/app/{id}";
/// Naming one factor, and where it is taken away.
pub const FACTOR: &str = "/konto/zweiter-faktor/{id}";
/// Taking a factor away.
pub const FACTOR_GONE: &str = "/konto/zweiter-faktor/{id}/entfernung";
/// Recovery codes: how many are left, and making new ones.
pub const CODES: &str = "/konto/zweiter-faktor/codes";

/// What a browser is asked for a new passkey.
pub const PASSKEY_ASK: &str = "/konto/zweiter-faktor/passkey/frage";
/// A new passkey.
pub const PASSKEY_NEW: &str = "/konto/zweiter-faktor/passkey";
/// Untying an account at another provider.
pub const RELEASE: &str = "/konto/zweiter-faktor/verbindungen/{provider}";

/// The sign-in page; it sends who is signed in home.
pub const SIGN_IN: &str = "/anmelden";
/// The way to another provider.
pub const PROVIDER: &str = "/anmelden/mit/{provider}";
/// The way back from there.
pub const PROVIDER_BACK: &str = "/anmelden/mit/{provider}/zurueck";
/// Why nobody was signed in.
pub const PROVIDER_NO: &str = "/anmelden/mit/{provider}/ergebnis";

/// Giving the second factor.
pub const ASKED: &str = "/anmelden/zweiter-faktor";
/// What a browser is asked for one of the account's passkeys.
pub const ASKED_PASSKEY_ASK: &str = "/anmelden/zweiter-faktor/passkey/frage";
/// Giving a passkey.
pub const ASKED_PASSKEY: &str = "/anmelden/zweiter-faktor/passkey";
/// Giving up to sign in.
pub const ASKED_END: &str = "/anmelden/zweiter-faktor/abbruch";

/// An address of a factor.
pub fn of(address: &str, id: impl Display) -> String {
    address.replace("{id}", &id.to_string())
}

/// An address of a provider.
pub fn provider(address: &str, word: &str) -> String {
    address.replace("{provider}", word)
}
