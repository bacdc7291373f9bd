//! A merge, and undoing it.

use axum::extract::Path;
use base::Halt;
use shell::{Answer, Fields, Form, Named, Page, Visit, go, show_as};
use uuid::Uuid;

use super::here;
use crate::merging::Declared;
use crate::pages::MergedPage;
use crate::records::Merge;
use crate::{actions, links, records};

async fn found(visit: &Visit, id: &str) -> Result<Merge, Halt> {
    let (network, _) = here(visit)?;
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    visit
        .store()
        .read(move |conn| records::merge_by_id(conn, id))
        .await?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)
}

pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let it = found(&visit, &id).await?;
    page(&visit, it, Form::default())
}

fn page(visit: &Visit, it: Merge, form: Form) -> Answer {
    let (_, slug) = here(visit)?;
    let list = links::of(links::DUPLICATES, &slug);
    let until = actions::undoable_until(it.merged_at);
    let is_open = it.undone_at.is_none() && it.is_kept && visit.now <= until;
    let status = form.status();
    let record = |id| visit.href(&links::record(&slug, it.named, id));
    show_as(
        status,
        &MergedPage {
            page: Page::new(visit, visit.say("duplicates-merged"))
                .below(visit.say("duplicates-title"), &list)
                .here(),
            fields: Fields::new(visit, form),
            kept_href: it.kept.map(record),
            when: visit.hour(it.merged_at),
            until: visit.hour(until),
            undone: it.undone_at.map(|at| visit.hour(at)),
            undo_href: is_open.then(|| visit.href(&links::merged(links::UNDOING, &slug, it.id))),
            kept: it.kept_name,
            gone: it.gone_name,
            by: it.merged_by,
        },
    )
}

pub(super) async fn undo(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let it = found(&visit, &id).await?;
    let (network, slug) = here(&visit)?;
    let (who, mut moment, merge) = (visit.actor.clone(), visit.moment(), it.id);
    let declared = Declared::of(&visit.app.rooms);
    let done = visit
        .store()
        .write(move |conn| actions::undo(conn, &mut moment, &who, &declared, (network, merge)))
        .await;
    match done {
        Ok(undone) => {
            // A group's page stands where its name says, not where its id does.
            let page = match undone.named {
                Named::Group => links::merged(links::MERGED, &slug, undone.id),
                named => links::record(&slug, named, undone.gone),
            };
            Ok(go(&visit, &page, "duplicates-undone"))
        }
        Err(halt) => {
            let mut form = Form::default();
            form.take_refusal(halt)?;
            page(&visit, it, form)
        }
    }
}
