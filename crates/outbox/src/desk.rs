//! The desk: the mail server at hand, the signature and the sender's address.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use base::LetterId;
use mail::{MailSettings, Postman, SettingsFault, Signer};

/// What delivery needs besides the database. One for the whole program.
pub struct Desk {
    pub(crate) postman: Postman,
    pub(crate) signer: Option<Signer>,
    pub(crate) from: String,
    pub(crate) bounces_to: String,
    pub(crate) domain: String,
    in_hand: Arc<Mutex<BTreeSet<LetterId>>>,
    /// One letter is printed and signed at a time: those that follow one another are alike, and
    /// the press sets them from memory. Side by side they cost more and keep pages waiting.
    /// Whoever waits for it keeps no thread waiting.
    pub(crate) bench: tokio::sync::Mutex<()>,
}

impl Desk {
    /// A desk for these settings. Reads password and key; connects to nothing yet.
    ///
    /// # Errors
    /// When the settings are of no use.
    pub fn new(settings: &MailSettings) -> Result<Self, SettingsFault> {
        Ok(Self {
            postman: Postman::new(settings)?,
            signer: settings
                .dkim
                .as_ref()
                .map(Signer::from_settings)
                .transpose()?,
            from: settings.from.clone(),
            bounces_to: settings.envelope_sender().to_owned(),
            domain: mail::domain_of(&settings.from)?,
            in_hand: Arc::default(),
            bench: tokio::sync::Mutex::default(),
        })
    }

    /// Says goodbye to the mail server.
    pub async fn close(&self) {
        self.postman.close().await;
    }

    /// Takes a letter in hand; none while it is in another hand, so that no letter is
    /// delivered twice at the same time.
    pub(crate) fn take_in_hand(&self, letter: LetterId) -> Option<InHand> {
        let mut in_hand = self.in_hand.lock().unwrap_or_else(PoisonError::into_inner);
        in_hand
            .insert(letter)
            .then(|| InHand(Arc::clone(&self.in_hand), letter))
    }
}

/// A letter in hand, until it is dropped.
pub(crate) struct InHand(Arc<Mutex<BTreeSet<LetterId>>>, LetterId);

impl Drop for InHand {
    fn drop(&mut self) {
        let mut in_hand = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        in_hand.remove(&self.1);
    }
}
