//! Which columns of this room name a person or a group, and what hangs on invitations.

use shell::{Below, Reference};

/// Who was chosen for a round, and who asked for links.
pub(crate) const REFERENCES: &[Reference] = &[
    Reference::person("invitation_round", "chosen", "").in_text(),
    Reference::person("letter", "subject", ""),
    Reference::group("invitation_round", "chosen", "invitations-moves-rounds").in_text(),
];

/// Reminders, mails, and the links in them: they open the invitation that stays.
pub(crate) const BELOW: &[Below] = &[
    Below::of("invitation", "invitation_reminder", "invitation_id").unlike_in(&["kind", "day"]),
    Below::of("invitation", "letter", "subject"),
    Below::of("invitation", "access_link", "subject"),
];
