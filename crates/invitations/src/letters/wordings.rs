//! What a network may say in its own words in this room's mails.

use base::Lang;
use shell::{Blank, Wording};

const BLANKS: &[Blank] = &[
    Blank {
        word: "Titel",
        arg: "title",
    },
    Blank {
        word: "Tag",
        arg: "day",
    },
];

/// The first sentence of an invitation.
pub(crate) const OPENING: Wording = Wording {
    name: "invitation-opening",
    label: "invitations-wording-opening",
    hint: "invitations-wording-opening-hint",
    built_in: Some("invitations-opening"),
    blanks: BLANKS,
    langs: &Lang::ALL,
};

/// What the office writes besides; a round has one for all its recipients.
pub(crate) const NOTE: Wording = Wording {
    name: "invitation-note",
    label: "invitations-wording-note",
    hint: "invitations-wording-note-hint",
    built_in: None,
    blanks: BLANKS,
    langs: &[Lang::De],
};

/// What stands before the closing words when something changes.
pub(crate) const AFTERWORD: Wording = Wording {
    name: "change-afterword",
    label: "invitations-wording-afterword",
    hint: "invitations-wording-afterword-hint",
    built_in: None,
    blanks: BLANKS,
    langs: &Lang::ALL,
};

/// All of them, in the order in which they are asked for.
pub(crate) const WORDINGS: &[Wording] = &[OPENING, NOTE, AFTERWORD];
