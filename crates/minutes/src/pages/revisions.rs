//! All revisions of all entries, with what each one changed.

use askama::Template;
use shell::{Page, Problem, Visit};
use store::Conn;

use super::Ground;
use super::conflict::{DiffRow, pieces};
use crate::records;
use crate::rules::Revision;

/// The history of the minutes' texts.
#[derive(Template)]
#[template(path = "minutes/revisions.html")]
pub(crate) struct RevisionsPage {
    page: Page,
    tabs: String,
    entries: Vec<History>,
}

struct History {
    title: String,
    revisions: Vec<Row>,
}

struct Row {
    when: String,
    by: String,
    reason: String,
    title: Option<Vec<DiffRow>>,
    public: Option<Vec<DiffRow>>,
    internal: Option<Vec<DiffRow>>,
}

/// The history, for those who lead.
pub(crate) fn revisions(
    conn: &mut Conn<'_>,
    visit: &Visit,
    slug: &str,
) -> Result<RevisionsPage, Problem> {
    let ground = Ground::led(conn, visit, slug)?;
    let scene = ground.scene()?;
    let all = records::revisions(conn, scene.minutes.id)?;
    let mut order: Vec<_> = records::entries(conn, scene.minutes.id)?
        .into_iter()
        .map(|entry| entry.id)
        .collect();
    for revision in &all {
        if !order.contains(&revision.entry) {
            order.push(revision.entry);
        }
    }
    let entries = order
        .into_iter()
        .map(|entry| {
            let own: Vec<&Revision> = all.iter().filter(|it| it.entry == entry).collect();
            history((visit, &ground), &own)
        })
        .collect();
    Ok(RevisionsPage {
        page: ground.page_below(visit, visit.say("minutes-revisions")),
        tabs: ground.tabs(visit)?,
        entries,
    })
}

/// The newest change first, each against the one before it.
fn history(at: (&Visit, &Ground), own: &[&Revision]) -> History {
    let befores = std::iter::once(None).chain(own.iter().map(Some));
    let mut revisions: Vec<Row> = own
        .iter()
        .zip(befores)
        .filter(|(_, before)| before.is_some())
        .map(|(after, before)| row(at, before.copied(), after))
        .collect();
    revisions.reverse();
    History {
        title: own
            .last()
            .map(|revision| revision.title.clone())
            .unwrap_or_default(),
        revisions,
    }
}

fn row((visit, ground): (&Visit, &Ground), before: Option<&Revision>, after: &Revision) -> Row {
    let text = |of: fn(&Revision) -> &str| {
        let old = before.map_or("", of);
        let new = of(after);
        (old != new).then(|| pieces(old, new))
    };
    Row {
        when: ground.when(visit, after.at),
        by: after.by.clone(),
        reason: visit
            .say(&format!("minutes-reason-{}", after.reason.word()))
            .to_owned(),
        title: text(|it| it.title.as_str()),
        public: text(|it| it.public_text.as_str()),
        internal: text(|it| it.internal_text.as_str()),
    }
}
