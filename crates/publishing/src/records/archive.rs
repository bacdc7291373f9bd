//! What this room's part of an archive of everything holds.

use shell::Chapter;
use shell::ToldAs::{File, Id, Number, Text, When};
use store::sql;

/// The tables that go out.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "post",
        file: "meldungen",
        columns: &[
            ("slug", Text),
            ("title", Text),
            ("lead", Text),
            ("body", Text),
            ("audience", Text),
            ("state", Text),
            ("day", Text),
            ("picture", File),
            ("picture-alt", Text),
            ("picture-caption", Text),
            ("published-at", When),
            ("created-at", When),
            ("changed-at", When),
            ("id", Id),
            ("gathering-id", Id),
        ],
        read: sql!(
            "SELECT t.slug, t.title, t.lead, t.body, t.audience, t.state, t.day, t.picture,
             t.picture_alt, t.picture_caption, t.published_at, t.created_at, t.changed_at, t.id,
             t.gathering_id FROM post t WHERE t.network_id = $1 ORDER BY t.created_at, t.id"
        ),
    },
    Chapter {
        table: "post_tag",
        file: "meldungen-schlagworte",
        columns: &[("position", Number), ("tag", Text), ("post-id", Id)],
        read: sql!(
            "SELECT t.position, t.tag, t.post_id FROM post_tag t JOIN post x ON x.id = t.post_id
             WHERE x.network_id = $1 ORDER BY x.created_at, t.position"
        ),
    },
    Chapter {
        table: "page_text",
        file: "seitentexte",
        columns: &[("page", Text), ("lang", Text), ("text", Text)],
        read: sql!(
            "SELECT t.page, t.lang, t.text FROM page_text t WHERE t.scope = $1 ORDER BY t.page"
        ),
    },
];
