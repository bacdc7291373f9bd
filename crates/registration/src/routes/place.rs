//! One place at work.

use axum::extract::Path;
use axum::http::StatusCode;
use base::{GatheringId, Halt};
use gatherings::Gathering;
use shell::{Answer, Form, Problem, Visit, go, show_as};
use uuid::Uuid;

use super::{led_desk, network_slug};
use crate::{actions, links, pages, records};

/// A place of a gathering that the visitor leads.
async fn found(visit: &Visit, slug: &str, id: &str) -> Result<(Gathering, Uuid), Problem> {
    let (it, desk) = led_desk(visit, slug).await?;
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    let place = visit
        .store()
        .read(move |conn| records::place(conn, id))
        .await?;
    let is_here = place.is_some_and(|place| place.desk == desk.id && place.gathering == it.id);
    if is_here {
        Ok((it, id))
    } else {
        Err(Halt::Missing.into())
    }
}

async fn page(
    visit: &Visit,
    (it, id): (Gathering, Uuid),
    form: Form,
    status: StatusCode,
) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::place_page(conn, &inner, (&it, id), form))
        .await?;
    show_as(status, &page)
}

pub(super) async fn show(
    visit: Visit,
    Path((_, slug, id)): Path<(String, String, String)>,
) -> Answer {
    let found = found(&visit, &slug, &id).await?;
    page(&visit, found, Form::default(), StatusCode::OK).await
}

pub(super) async fn act(
    visit: Visit,
    Path((_, slug, id, act)): Path<(String, String, String, String)>,
    mut form: Form,
) -> Answer {
    let (it, id) = found(&visit, &slug, &id).await?;
    let chosen = form.id::<GatheringId>("gathering");
    let (does, done): (Does, _) = match act.as_str() {
        "zustimmung" => (Does::Approve, "registration-approved"),
        "ablehnung" => (Does::Refuse, "registration-refused"),
        "absage" => (Does::Cancel, "registration-cancelled-for"),
        "platz" => (Does::Give, "registration-given"),
        "umbuchung" => (Does::Move, "registration-moved-for"),
        _ => return Err(Halt::Missing.into()),
    };
    let inner = visit.clone();
    let outcome = visit
        .store()
        .write(move |conn| {
            let (moment, who) = (&mut inner.moment(), &inner.actor);
            match (does, chosen) {
                (Does::Approve, _) => actions::approve(conn, moment, who, id),
                (Does::Refuse, _) => actions::refuse(conn, moment, who, id),
                (Does::Cancel, _) => actions::cancel_for(conn, moment, who, id),
                (Does::Give, _) => actions::give_now(conn, moment, who, id),
                (Does::Move, Some(to)) => actions::move_for(conn, moment, who, (id, to)),
                (Does::Move, None) => Err(Halt::at("gathering", "registration-fault-which")),
            }
        })
        .await;
    match outcome {
        Ok(()) => {
            let slug = network_slug(&visit)?;
            // Who was moved stands in the list of the other date.
            let path = match does {
                Does::Move => links::list(&slug, &it.slug, ""),
                _ => links::place(&slug, &it.slug, id, ""),
            };
            Ok(go(&visit, &path, done))
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            page(&visit, (it, id), form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// What the office does with a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Does {
    Approve,
    Refuse,
    Cancel,
    Give,
    Move,
}
