//! Other providers of sign-in (OpenID Connect Core 1.0): what the operator says of one, the way
//! there and back, and what it says of a person.

mod flow;
mod talk;
mod wire;

pub(crate) use flow::Flow;
pub(crate) use talk::{Refusal, Seen, begin, redeem};

use std::fmt;
use std::sync::{Mutex, PoisonError};

use base::access::Role;
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::CoreProviderMetadata;

/// One provider.
pub struct Provider {
    /// Its word in our addresses.
    pub word: String,
    /// What its button says.
    pub name: String,
    /// Its own address, exactly as it says it.
    pub issuer: String,
    /// How it knows us.
    pub client_id: String,
    /// What only it and we know; none for a public client.
    pub secret: Option<String>,
    /// The claim that lists somebody's groups.
    pub groups_claim: String,
    /// What we ask for beside `openid`.
    pub scopes: Vec<String>,
    /// Which groups give which roles.
    pub roles: Vec<GroupRole>,
    /// Whether it asks for a second factor itself, so that we do not.
    pub asks_second_factor: bool,
    /// Whether its mail addresses are known to be right, though it does not say so.
    pub vouches_for_mail: bool,
    /// What it said of itself last.
    pub known: Known,
}

/// Without its secret.
impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Provider").field(&self.word).finish()
    }
}

/// A group that gives a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRole {
    /// The group, as the provider calls it.
    pub group: String,
    /// The network's first path segment.
    pub network: String,
    /// The role.
    pub role: Role,
}

/// What a provider said of itself, for a while.
#[derive(Debug, Default)]
pub struct Known(Mutex<Option<(Timestamp, CoreProviderMetadata)>>);

/// How long that is believed.
const BELIEVED: SignedDuration = SignedDuration::from_mins(10);

impl Known {
    pub(crate) fn get(&self, now: Timestamp) -> Option<CoreProviderMetadata> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, metadata) = known.as_ref()?;
        let age = now.duration_since(*at);
        (!age.is_negative() && age < BELIEVED).then(|| metadata.clone())
    }

    pub(crate) fn put(&self, now: Timestamp, metadata: CoreProviderMetadata) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *known = Some((now, metadata));
    }
}
