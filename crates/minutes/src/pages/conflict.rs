//! Two people wrote into one entry: both texts side by side, and one to keep.

use askama::Template;
use base::Halt;
use shell::{Form, Marked, Page, Problem, Visit};
use store::Conn;

use super::Ground;
use super::edit::saved_status;
use crate::links;
use crate::records;
use crate::rules::{EntryId, Piece, changes, union};

/// What stands there, what was typed, and a form with both for putting them together.
#[derive(Template)]
#[template(path = "minutes/conflict.html")]
pub(crate) struct ConflictPage {
    page: Page,
    entry_title: String,
    who: Marked,
    action: String,
    version: i64,
    title: Option<String>,
    parts: Vec<PartInConflict>,
    back: String,
}

struct PartInConflict {
    label: String,
    field: &'static str,
    theirs: String,
    mine: String,
    pieces: Vec<DiffRow>,
    merged: String,
}

/// A piece of a difference, by lines.
pub(crate) struct DiffRow {
    pub added: bool,
    pub removed: bool,
    pub lines: Vec<String>,
}

/// A difference, ready to be shown.
pub(crate) fn pieces(before: &str, after: &str) -> Vec<DiffRow> {
    let lines = |piece: &Piece| piece.text.split('\n').map(str::to_owned).collect();
    changes(before, after)
        .iter()
        .map(|piece| DiffRow {
            added: piece.is_added(),
            removed: piece.is_removed(),
            lines: lines(piece),
        })
        .collect()
}

/// The page for an entry that somebody else changed meanwhile.
pub(crate) fn conflict(
    conn: &mut Conn<'_>,
    visit: &Visit,
    slug: &str,
    (id, form): (EntryId, &Form),
) -> Result<ConflictPage, Problem> {
    let ground = Ground::led(conn, visit, slug)?;
    let entry = records::entry(conn, id)?.ok_or(Halt::Missing)?;
    let part = |key: &str, field: &'static str, theirs: &str| {
        let mine = form.value(field).replace("\r\n", "\n").trim().to_owned();
        PartInConflict {
            label: visit.say(key).to_owned(),
            field,
            pieces: pieces(theirs, &mine),
            merged: union(theirs, &mine),
            theirs: theirs.to_owned(),
            mine,
        }
    };
    let parts = vec![
        part("minutes-public", "public", &entry.public_text),
        part("minutes-internal", "internal", &entry.internal_text),
    ];
    let (network, slug) = (&ground.network.slug, &ground.gathering.slug);
    Ok(ConflictPage {
        page: ground.page_below(visit, visit.say("minutes-conflict-title")),
        who: saved_status(visit, &ground, &entry),
        action: visit.href(&links::entry(network, slug, id)),
        version: entry.version,
        title: entry
            .agenda_item
            .is_none()
            .then(|| form.value("title").to_owned()),
        back: visit.href(&links::entry_anchor(network, slug, id)),
        entry_title: entry.title,
        parts,
    })
}
