//! Archives over HTTP.

use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use base::access::Right;
use base::{Fault, Halt};
use futures_util::stream;
use shell::{Answer, Fields, Form, Page, Routes, Visit, go, show_as};
use store::Store;
use uuid::Uuid;

use crate::pages::{self, ArchivesPage};
use crate::{actions, links, records};

/// How many archives the page shows.
const SHOWN: i64 = 20;

/// The room's addresses with the rights they need.
pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::ARCHIVES, Right::RunOffice, look);
    routes.post(links::ARCHIVES, Right::RunOffice, ask);
    routes.post(links::FILE, Right::RunOffice, take);
    routes.post(links::REMOVAL, Right::RunOffice, remove);
}

async fn look(visit: Visit) -> Answer {
    page(&visit, Form::default()).await
}

async fn page(visit: &Visit, form: Form) -> Answer {
    let network = visit.network()?;
    let (id, slug) = (network.id, network.slug.clone());
    let all = visit
        .store()
        .read(move |conn| records::archives_of(conn, id, SHOWN))
        .await?;
    let status = form.status();
    let here = visit.href(&links::of(links::ARCHIVES, &slug));
    show_as(
        status,
        &ArchivesPage {
            page: Page::new(visit, visit.say("archive-title")).here(),
            fields: Fields::new(visit, form),
            action: here.clone(),
            here,
            lines: all.iter().map(|it| pages::line(visit, it)).collect(),
            busy: pages::busy(visit, &all),
            days: actions::DAYS,
        },
    )
}

async fn ask(visit: Visit, mut form: Form) -> Answer {
    let (act, network) = (visit.clone(), visit.network()?.id);
    let asked = visit
        .store()
        .write(move |conn| {
            let wanted = (network, act.lang);
            actions::ask(conn, &mut act.moment(), &act.actor, wanted)
        })
        .await;
    match asked {
        Ok(_) => Ok(go(&visit, &here(&visit)?, "archive-asked")),
        Err(halt) => {
            form.take_refusal(halt)?;
            page(&visit, form).await
        }
    }
}

fn here(visit: &Visit) -> Result<String, Halt> {
    Ok(links::of(links::ARCHIVES, &visit.network()?.slug))
}

fn id_of(text: &str) -> Result<Uuid, Halt> {
    text.parse().map_err(|_| Halt::Missing)
}

async fn take(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let (act, network, id) = (visit.clone(), visit.network()?.id, id_of(&id)?);
    let it = visit
        .store()
        .write(move |conn| actions::take(conn, &mut act.moment(), &act.actor, (network, id)))
        .await?;
    let day = it.asked_at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let name = format!("{}-{day}.zip", visit.network()?.slug);
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_LENGTH, it.size.to_string()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    let body = Body::from_stream(parts(visit.store().clone(), id));
    Ok((headers, body).into_response())
}

/// The file part by part, so that no more than one of them is in memory.
fn parts(store: Store, id: Uuid) -> impl stream::Stream<Item = Result<Bytes, Fault>> {
    stream::try_unfold((store, 0), move |(store, number)| async move {
        let part = store
            .read(move |conn| records::part(conn, (id, number)))
            .await?;
        Ok(part.map(|bytes| (Bytes::from(bytes), (store, number + 1))))
    })
}

async fn remove(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let (act, network, id) = (visit.clone(), visit.network()?.id, id_of(&id)?);
    visit
        .store()
        .write(move |conn| actions::remove(conn, &mut act.moment(), &act.actor, (network, id)))
        .await?;
    Ok(go(&visit, &here(&visit)?, "archive-removed"))
}
