//! Workshops over HTTP: choosing through one's own link, and the office's lists.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::access::Right;
use base::{Fault, Halt};
use gatherings::Gathering;
use shell::{Answer, Form, Look, Routes, Visit, go, show, show_as};
use uuid::Uuid;

use super::{actions, form, links, pages};
use crate::actions as room_actions;
use crate::routes::{closed, led_desk, led_home, unlisted};

/// The addresses with the rights they need.
pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::LIST, Right::Lead, list);
    routes.get(links::LIST_CSV, Right::Lead, csv);
    routes.get(links::LIST_PDF, Right::Lead, pdf);
    routes.get(links::OWN, Right::ReadPublic, own);
    routes.post(links::OWN, Right::ReadPublic, choose);
}

async fn own(visit: Visit, Path(token): Path<String>) -> Answer {
    shown(&visit, token, None).await
}

async fn shown(visit: &Visit, token: String, form: Option<Form>) -> Answer {
    let status = form.as_ref().map_or(StatusCode::OK, Form::status);
    let (inner, secret) = (visit.clone(), token.clone());
    let page = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let id = room_actions::by_link(conn, &secret, inner.now)?.ok_or(Halt::Missing)?;
            let own = room_actions::own(conn, id, inner.now)?;
            pages::own_page(conn, &inner, (&own, &secret), form)
        })
        .await;
    match page {
        Ok(Some(page)) => show_as(status, &page).map(unlisted),
        Ok(None) => Ok(led_home(visit, &token)),
        Err(Halt::Missing) => closed(visit).await,
        Err(halt) => Err(halt.into()),
    }
}

async fn choose(visit: Visit, Path(token): Path<String>, mut form: Form) -> Answer {
    let mut wishes = Vec::new();
    for place in pages::places_of(&form) {
        let typed = form::typed(&mut form, &format!("{place}-"));
        wishes.extend(typed.into_iter().map(|wish| (place, wish)));
    }
    if form.is_blamed() {
        return shown(&visit, token, Some(form)).await;
    }
    let (mut moment, now, secret) = (visit.moment(), visit.now, token.clone());
    let done = visit
        .store()
        .write(move |conn| {
            let id = room_actions::by_link(conn, &secret, now)?.ok_or(Halt::Missing)?;
            actions::choose_for(conn, &mut moment, id, &wishes)
        })
        .await;
    match done {
        Ok(()) => {
            let path = crate::links::own(&token, "");
            Ok(unlisted(go(&visit, &path, "registration-workshops")))
        }
        Err(Halt::Missing) => closed(&visit).await,
        Err(halt) => {
            form.take_refusal(halt)?;
            shown(&visit, token, Some(form)).await
        }
    }
}

async fn list(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let (it, _) = led_desk(&visit, &slug).await?;
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::list_page(conn, &inner, &it))
        .await?;
    show(&page)
}

/// Whoever takes a list along is seen doing so.
async fn noted(visit: &Visit, it: &Gathering) -> Result<(), Halt> {
    let look = Look {
        what: "slots-look-list",
        subject: it.id.into(),
        detail: it.title.clone(),
        is_frequent: false,
    };
    let (inner, mut moment, network) = (visit.clone(), visit.moment(), it.network);
    let done = visit.store().housekeep(move |conn| {
        let by = (&inner.actor, network);
        inner.app.note_look(conn, &mut moment, by, &look)
    });
    Ok(done.await?)
}

/// A file for the one who asked, to be kept by nobody on the way.
fn file(kind: &str, name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

async fn csv(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let (it, _) = led_desk(&visit, &slug).await?;
    let (inner, id) = (visit.clone(), it.id);
    let (names, rows) = visit
        .store()
        .read(move |conn| pages::sheet(conn, &inner, id))
        .await?;
    noted(&visit, &it).await?;
    let made = tokio::task::spawn_blocking(move || tables::to_csv(&names, &rows));
    let bytes = made
        .await
        .map_err(|cause| Fault::because("write a table", cause))?;
    let name = format!("workshops-{}.csv", it.slug);
    Ok(file("text/csv; charset=utf-8", &name, bytes))
}

async fn pdf(visit: Visit, Path((_, slug, slot)): Path<(String, String, String)>) -> Answer {
    let (it, _) = led_desk(&visit, &slug).await?;
    let slot: Uuid = slot.parse().map_err(|_| Halt::Missing)?;
    let (inner, about) = (visit.clone(), it.clone());
    let paper = visit
        .store()
        .read(move |conn| pages::paper(conn, &inner, (&about, slot)))
        .await?;
    noted(&visit, &it).await?;
    let bytes =
        gatherings::papers::printed(&visit, move |press| press.participants(&paper)).await?;
    let name = format!("workshop-{}.pdf", it.slug);
    Ok(file("application/pdf", &name, bytes))
}
