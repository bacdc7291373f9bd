//! Which columns of this room name a person, an organisation or a group.

use shell::{Alike, Below, More, Reference};

/// The columns. Nobody is asked twice in one poll; of two the one who answered last counts.
pub(crate) const REFERENCES: &[Reference] = &[
    Reference::person("date_poll_person", "person_id", "polls-moves-asked").joined(
        Alike::in_columns(&["poll_id"]).by(&[
            More::Filled("answered_at"),
            More::Larger("answered_at"),
            More::Filled("remark"),
        ]),
    ),
    Reference::person("date_poll", "chosen", "").in_text(),
    Reference::group("date_poll", "group_id", "polls-moves-polls"),
    Reference::group("date_poll", "chosen", "").in_text(),
];

/// What hangs on who was asked: answers, mails, the links in them.
pub(crate) const BELOW: &[Below] = &[
    Below::of("date_poll_person", "date_poll_answer", "asked_id").unlike_in(&["date_id"]),
    Below::of("date_poll_person", "letter", "subject"),
    Below::of("date_poll_person", "access_link", "subject"),
];
