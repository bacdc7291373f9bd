//! Files that come in, and how far they are read.

use std::collections::HashMap;

use axum::extract::Path;
use base::{Blame, Fault, Halt};
use shell::{
    Answer, ConfirmPage, Fields, Form, Marked, Page, Visit, go, query_value, show, show_as,
};
use uuid::Uuid;

use super::id_of;
use crate::actions::{self, Incoming};
use crate::links;
use crate::pages::{BatchPage, UploadLine, UploadsPage, below, href, href_of};
use crate::records::lists;
use crate::records::uploads::{self, Stand, Upload};

type Below = Path<(String, String)>;

/// The page of files.
pub(super) async fn show_uploads(visit: Visit) -> Answer {
    page(&visit, Form::default()).await
}

async fn page(visit: &Visit, form: Form) -> Answer {
    let network = visit.network()?.id;
    let (uploads, counts, open) = visit
        .store()
        .read(move |conn| {
            let uploads = uploads::latest(conn, network)?;
            let counts = lists::counts_by_upload(conn, network)?;
            let open = lists::waiting(conn, network, 10_000)?;
            Ok::<_, Fault>((uploads, counts, open))
        })
        .await?;
    let counts: HashMap<Uuid, (i64, i64)> = counts
        .into_iter()
        .map(|(id, all, open)| (id, (all, open)))
        .collect();
    let status = form.status();
    let megabytes = visit.app.settings.upload_limit / (1024 * 1024);
    let each = (reading::MOST_BYTES / (1024 * 1024)).min(megabytes);
    let hint = [("megabytes", megabytes.into()), ("each", each.into())];
    let page = UploadsPage {
        page: Page::new(visit, visit.say("move-in-title")),
        fields: Fields::new(visit, form),
        action: href(visit, links::UPLOADS),
        hint: visit.tell("move-in-files-hint", &hint),
        open: (open > 0).then(|| visit.tell("move-in-open", &[("count", open.into())])),
        drafts_href: href(visit, links::DRAFTS),
        lines: uploads.iter().map(|it| line(visit, it, &counts)).collect(),
    };
    show_as(status, &page)
}

/// A file as a line of a table.
fn line(visit: &Visit, it: &Upload, counts: &HashMap<Uuid, (i64, i64)>) -> UploadLine {
    let (all, open) = counts.get(&it.id).copied().unwrap_or_default();
    let state = visit
        .say(&format!("move-in-stand-{}", it.stand.word()))
        .to_owned();
    let found = match it.stand {
        Stand::Read => {
            let args = [("all", all.into()), ("open", open.into())];
            visit.tell("move-in-found", &args)
        }
        Stand::Failed => visit.say(&it.note).to_owned(),
        Stand::Waiting => String::new(),
    };
    UploadLine {
        name: it.name.clone(),
        href: href_of(visit, links::UPLOAD, it.id),
        is_waiting: it.stand == Stand::Waiting,
        when: visit.hour(it.created_at),
        actor: it.actor.clone(),
        state,
        found,
    }
}

/// Files come in.
pub(super) async fn take_in(visit: Visit, mut form: Form) -> Answer {
    let files: Vec<Incoming> = form
        .chosen("files")
        .map(|it| Incoming {
            name: it.file_name.clone(),
            bytes: it.bytes.clone(),
        })
        .collect();
    if files.is_empty() {
        form.blame(Blame::at("files", "move-in-files-missing"));
        return page(&visit, form).await;
    }
    if let Some(large) = files.iter().find(|it| it.bytes.len() > reading::MOST_BYTES) {
        let megabytes = reading::MOST_BYTES / (1024 * 1024);
        let blame = Blame::at("files", "move-in-file-too-large").with("name", &large.name);
        form.blame(blame.with("megabytes", megabytes));
        return page(&visit, form).await;
    }
    let (act, network) = (visit.clone(), visit.network()?.id);
    let (batch, all, known) = visit
        .store()
        .write(move |conn| {
            let mut moment = act.moment();
            let batch: Uuid = moment.id();
            let mut known = 0;
            for file in &files {
                let place = (network, batch);
                let received = actions::receive(conn, &mut moment, &act.actor, place, file)?;
                known += usize::from(received.is_known);
            }
            Ok::<_, Halt>((batch, files.len(), known))
        })
        .await?;
    let slug = &visit.network()?.slug;
    if known == all {
        return Ok(go(
            &visit,
            &links::of(links::UPLOADS, slug),
            "move-in-known",
        ));
    }
    let path = links::below(links::BATCH, slug, batch);
    let path = format!("{path}?bekannt={known}");
    Ok(go(&visit, &path, "move-in-received"))
}

/// How far files are that came in together; the page asks again by itself while they are read.
pub(super) async fn show_batch(visit: Visit, Path((_, id)): Below) -> Answer {
    let (network, batch) = (visit.network()?.id, id_of(&id)?);
    let (uploads, counts) = visit
        .store()
        .read(move |conn| {
            let uploads = uploads::uploads_of_batch(conn, network, batch)?;
            let counts = lists::counts_by_upload(conn, network)?;
            Ok::<_, Fault>((uploads, counts))
        })
        .await?;
    if uploads.is_empty() {
        return Err(Halt::Missing.into());
    }
    let counts: HashMap<Uuid, (i64, i64)> = counts
        .into_iter()
        .map(|(id, all, open)| (id, (all, open)))
        .collect();
    let waiting = uploads
        .iter()
        .filter(|it| it.stand == Stand::Waiting)
        .count();
    let (done, all) = (uploads.len() - waiting, uploads.len());
    let known: i64 = query_value(&visit.query, "bekannt")
        .and_then(|it| it.parse().ok())
        .unwrap_or(0);
    let title = if waiting > 0 {
        "move-in-reading"
    } else {
        "move-in-read"
    };
    let progress = [("done", done.into()), ("all", all.into())];
    show(&BatchPage {
        page: below(&visit, Page::new(&visit, visit.say(title))).here(),
        is_busy: waiting > 0,
        progress: visit.tell("move-in-progress", &progress),
        done,
        all,
        known: (known > 0).then(|| visit.tell("move-in-some-known", &[("count", known.into())])),
        lines: uploads.iter().map(|it| line(&visit, it, &counts)).collect(),
        here: href_of(&visit, links::BATCH, batch),
        drafts_href: href(&visit, links::DRAFTS),
    })
}

/// Asks before a file is forgotten.
pub(super) async fn ask_discard(visit: Visit, Path((_, id)): Below) -> Answer {
    let (network, id) = (visit.network()?.id, id_of(&id)?);
    let it = visit
        .store()
        .read(move |conn| actions::upload_in(conn, network, id))
        .await?;
    let name = [("name", shell::record(&it.name))];
    let page = Page::told(&visit, "move-in-discard-question", &name);
    let follows = ["move-in-discard-follows", "move-in-discard-stays"];
    show(&ConfirmPage {
        question: page.heading.clone(),
        page: below(&visit, page),
        consequences: follows.map(|key| Marked::own(visit.say(key))).to_vec(),
        action: href_of(&visit, links::DISCARDING, id),
        confirm_label: visit.say("move-in-discard").to_owned(),
        danger: true,
        cancel_href: href_of(&visit, links::UPLOAD, id),
    })
}

/// Forgets a file.
pub(super) async fn discard(visit: Visit, Path((_, id)): Below) -> Answer {
    let (about, act) = ((visit.network()?.id, id_of(&id)?), visit.clone());
    visit
        .store()
        .write(move |conn| actions::discard(conn, &mut act.moment(), &act.actor, about))
        .await?;
    let path = links::of(links::UPLOADS, &visit.network()?.slug);
    Ok(go(&visit, &path, "move-in-discarded"))
}
