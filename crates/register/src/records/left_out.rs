//! What a backup does without: whatever opens a door by itself, and who just knocked.

use store::LeftOut;

/// Sessions end with the installation that they were opened in, and so do links that sign in;
/// links out of mails that were sent keep working.
pub const LEFT_OUT_OF_BACKUPS: &[LeftOut] = &[
    LeftOut {
        table: "session",
        rows: "TRUE",
    },
    LeftOut {
        table: "setup_key",
        rows: "TRUE",
    },
    LeftOut {
        table: "access_link",
        rows: "purpose = 'sign-in'",
    },
    // A file with everything is no part of everything.
    LeftOut {
        table: "archive_part",
        rows: "TRUE",
    },
    LeftOut {
        table: "job",
        rows: "kind = 'register.sign_in_wished'",
    },
    LeftOut {
        table: "letter",
        rows: "kind = 'register.sign_in' AND state = 'queued'",
    },
];
