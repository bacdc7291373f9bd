//! What somebody is told who comes back from another provider and is not let in.

use askama::Template;
use shell::Page;

/// A network's office, to be asked.
pub(crate) struct Office {
    pub(crate) network: String,
    pub(crate) name: String,
    pub(crate) mail: String,
    pub(crate) phone: String,
}

/// Why nobody is signed in, and what can be done.
#[derive(Template)]
#[template(path = "sign_in/provided.html")]
pub(crate) struct ProvidedPage {
    pub(crate) page: Page,
    pub(crate) text: String,
    /// Whom to ask; nobody where asking does not help.
    pub(crate) offices: Vec<Office>,
    pub(crate) sign_in: String,
}
