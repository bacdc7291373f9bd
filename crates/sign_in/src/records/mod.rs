//! All statements of this room, by what they are about.

pub(crate) mod factors;
pub(crate) mod holdings;
pub(crate) mod passkeys;
pub(crate) mod providers;
pub(crate) mod sessions;
