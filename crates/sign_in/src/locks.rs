//! What the operator asks of sign-in, and the key of its secrets.

use std::sync::Arc;

use base::access::Role;
use shell::App;

use crate::provider::Provider;
use crate::rules::Seal;

/// The settings of this room; cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Locks(Arc<Parts>);

#[derive(Debug, Default)]
struct Parts {
    demanded_of: Vec<Role>,
    seal: Option<Seal>,
    providers: Vec<Provider>,
}

impl Locks {
    /// Asks a second factor of these roles; without a key no app can be tied. Lets people in
    /// through these providers, too.
    pub fn new(demanded_of: Vec<Role>, seal: Option<Seal>, providers: Vec<Provider>) -> Self {
        Self(Arc::new(Parts {
            demanded_of,
            seal,
            providers,
        }))
    }

    /// Those of a program; without the room nothing is asked.
    pub(crate) fn of(app: &App) -> Self {
        app.tool::<Self>().cloned().unwrap_or_default()
    }

    /// The roles that must give a second factor.
    pub(crate) fn demanded_of(&self) -> &[Role] {
        &self.0.demanded_of
    }

    /// The other providers.
    pub(crate) fn providers(&self) -> &[Provider] {
        &self.0.providers
    }

    /// The provider of a word.
    pub(crate) fn provider(&self, word: &str) -> Option<&Provider> {
        self.0.providers.iter().find(|it| it.word == word)
    }

    /// The key of sealed secrets.
    pub(crate) fn seal(&self) -> Option<&Seal> {
        self.0.seal.as_ref()
    }
}
