//! Forgetting a list before it is written, and taking it back afterwards.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use base::Halt;
use shell::{Answer, ConfirmPage, Marked, Page, Visit, go, show};

use super::{found, path};
use crate::pages::below;
use crate::records::State;
use crate::{actions, links};

type Below = Path<(String, String)>;

/// Asks before a list is forgotten.
pub(super) async fn ask_discard(visit: Visit, Path((_, id)): Below) -> Answer {
    let it = found(&visit, &id).await?;
    if it.state.was_written() || it.state == State::Writing {
        return Err(Halt::Stale.into());
    }
    let name = [("name", shell::record(&it.file_name))];
    let page = Page::told(&visit, "transfer-discard-question", &name);
    show(&ConfirmPage {
        question: page.heading.clone(),
        page: below(&visit, page),
        consequences: vec![Marked::own(visit.say("transfer-discard-follows"))],
        action: visit.href(&path(&visit, links::DISCARDING, it.id)),
        confirm_label: visit.say("transfer-discard").to_owned(),
        danger: true,
        cancel_href: visit.href(&path(&visit, links::TRANSFER, it.id)),
    })
}

/// Forgets a list.
pub(super) async fn discard(visit: Visit, Path((_, id)): Below) -> Answer {
    let it = found(&visit, &id).await?;
    let about = (it.network, it.id);
    visit
        .store()
        .write(move |conn| actions::discard(conn, about))
        .await?;
    let lists = links::of(links::LISTS, &visit.network()?.slug);
    Ok(go(&visit, &lists, "transfer-discarded"))
}

/// Asks before a list is taken back.
pub(super) async fn ask_undo(visit: Visit, Path((_, id)): Below) -> Answer {
    let it = found(&visit, &id).await?;
    if it.state != State::Written {
        return Err(Halt::Stale.into());
    }
    let name = [("name", shell::record(&it.file_name))];
    let page = Page::told(&visit, "transfer-undo-question", &name);
    let follows = [
        "transfer-undo-follows-new",
        "transfer-undo-follows-changed",
        "transfer-undo-follows-stays",
    ];
    show(&ConfirmPage {
        question: page.heading.clone(),
        page: below(&visit, page),
        consequences: follows.map(|key| Marked::own(visit.say(key))).to_vec(),
        action: visit.href(&path(&visit, links::UNDOING, it.id)),
        confirm_label: visit.say("transfer-undo").to_owned(),
        danger: true,
        cancel_href: visit.href(&path(&visit, links::TRANSFER, it.id)),
    })
}

/// Has a list taken back.
pub(super) async fn undo(visit: Visit, Path((_, id)): Below) -> Answer {
    let it = found(&visit, &id).await?;
    let (about, act) = ((it.network, it.id), visit.clone());
    visit
        .store()
        .write(move |conn| actions::begin_undo(conn, &mut act.moment(), about))
        .await?;
    let to = visit.href(&path(&visit, links::TRANSFER, it.id));
    Ok(Redirect::to(&to).into_response())
}
