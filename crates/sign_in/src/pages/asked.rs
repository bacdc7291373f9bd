//! The page between link or password and everything else.

use askama::Template;
use shell::{Fields, Page};

use crate::links;

/// Asks for the second factor.
#[derive(Template)]
#[template(path = "sign_in/asked.html")]
pub(crate) struct AskedPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    /// Whether the account has an app.
    pub(crate) has_app: bool,
    /// The address where the account's passkeys answer; none where it has none.
    pub(crate) passkeys_at: Option<String>,
}
