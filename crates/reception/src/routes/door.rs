//! The list at the door.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::{Blame, Halt};
use gatherings::{FurtherGuests, Gathering};
use shell::{Answer, Form, LINE, Visit, go, show_as};
use uuid::Uuid;

use super::{led, network_slug};
use crate::actions::{self, Said};
use crate::links;
use crate::pages::{self, Typed};

type Below = Path<(String, String)>;

async fn page(visit: &Visit, it: Gathering, typed: Typed) -> Answer {
    let status = match &typed {
        Typed::Nothing => StatusCode::OK,
        Typed::Guest(_) | Typed::Count(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::door_page(conn, &inner, &it, typed))
        .await?;
    show_as(status, &page)
}

pub(super) async fn show(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, &slug).await?;
    page(&visit, it, Typed::Nothing).await
}

/// On to a page that says who was let in, with the way back.
pub(super) fn said_at(visit: &Visit, path: &str, said: &Said) -> Response {
    let known = said.arrival.map(|id| format!("?zuletzt={id}"));
    let again = match said.outcome {
        crate::rules::Outcome::Already => "&schon=1",
        _ => "",
    };
    let path = format!("{path}{}{again}", known.unwrap_or_default());
    Redirect::to(&visit.href(&path)).into_response()
}

pub(super) async fn arrive(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let place: Uuid = form.id("place").ok_or(Halt::Missing)?;
    let path = links::door(&network_slug(&visit)?, &it.slug, "");
    let act = visit.clone();
    let said = visit
        .store()
        .write(move |conn| {
            let said = actions::arrive(conn, &mut act.moment(), (&act.actor, &it), place)?;
            if said.outcome.is_in() {
                Ok(said)
            } else {
                Err(Halt::no("reception-fault-no-place"))
            }
        })
        .await?;
    Ok(said_at(&visit, &path, &said))
}

pub(super) async fn welcome(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let name = form.required("name", LINE);
    let organisation = form.line("organisation", LINE);
    if form.is_blamed() {
        return page(&visit, it, Typed::Guest(form)).await;
    }
    let (act, at) = (visit.clone(), it.clone());
    let done = visit
        .store()
        .write(move |conn| {
            let who = (&act.actor, &at);
            actions::welcome(conn, &mut act.moment(), who, (&name, &organisation))
        })
        .await;
    match done {
        Ok(id) => {
            let path = links::door(&network_slug(&visit)?, &it.slug, "");
            let path = format!("{path}?zuletzt={id}");
            Ok(Redirect::to(&visit.href(&path)).into_response())
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            page(&visit, it, Typed::Guest(form)).await
        }
    }
}

pub(super) async fn take_back(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let id: Uuid = form.id("arrival").ok_or(Halt::Missing)?;
    let path = links::door(&network_slug(&visit)?, &it.slug, "");
    let act = visit.clone();
    visit
        .store()
        .write(move |conn| actions::take_back(conn, &mut act.moment(), (&act.actor, &it), id))
        .await?;
    Ok(go(&visit, &path, "reception-taken-back"))
}

/// An estimate without a number is a slip, not a wish.
fn typed_count(form: &mut Form) -> Option<FurtherGuests> {
    let is_about = form.has("further_guests_about");
    if is_about && form.value("further_guests").trim().is_empty() {
        let missing = Blame::at("further_guests", "gatherings-fault-further-missing");
        form.blame(missing);
    }
    let count = form.number("further_guests", 0, FurtherGuests::MOST)?;
    Some(FurtherGuests { count, is_about })
}

pub(super) async fn count(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let further = typed_count(&mut form);
    if form.is_blamed() {
        return page(&visit, it, Typed::Count(form)).await;
    }
    let (act, id) = (visit.clone(), it.id);
    let done = visit
        .store()
        .write(move |conn| {
            gatherings::count_guests(conn, &mut act.moment(), &act.actor, (id, further))
        })
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        return page(&visit, it, Typed::Count(form)).await;
    }
    let path = links::door(&network_slug(&visit)?, &it.slug, "");
    Ok(go(&visit, &path, "reception-counted"))
}
