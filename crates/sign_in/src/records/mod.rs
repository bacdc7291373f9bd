//! All statements of this room, by what they are about.

pub(crate) mod factors;
pub(crate) mod holdings;
pub(crate) mod passkeys;
pub(crate) mod providers;
pub(crate) mod sessions;

use shell::NotTold;

/// The tables that stay out of an archive of everything, and why.
pub(crate) const NOT_TOLD: &[NotTold] = &[
    NotTold {
        table: "second_factor",
        why: "archive-not-secret",
    },
    NotTold {
        table: "recovery_code",
        why: "archive-not-secret",
    },
    NotTold {
        table: "session_factor",
        why: "archive-not-secret",
    },
    NotTold {
        table: "passkey_challenge",
        why: "archive-not-secret",
    },
    NotTold {
        table: "provider_identity",
        why: "archive-not-secret",
    },
    NotTold {
        table: "provider_role",
        why: "archive-not-told-elsewhere",
    },
];
