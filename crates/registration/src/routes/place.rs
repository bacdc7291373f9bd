//! One place at work.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use base::access::Right;
use base::{GatheringId, Halt};
use gatherings::Gathering;
use shell::{Answer, Form, Problem, Visit, go, show_as};
use uuid::Uuid;

use super::{led_desk, network_slug};
use crate::rules::Readers;
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

/// A file that somebody answered with, to whom the question's answers are open; to be kept and
/// never shown inside the site.
pub(super) async fn file(
    visit: Visit,
    Path((_, slug, id, field)): Path<(String, String, String, String)>,
) -> Answer {
    let (_, id) = found(&visit, &slug, &id).await?;
    let field: Uuid = field.parse().map_err(|_| Halt::Missing)?;
    let (question, file) = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let question = records::field(conn, field)?.ok_or(Halt::Missing)?;
            let file = records::file(conn, (id, field))?.ok_or(Halt::Missing)?;
            Ok((question, file))
        })
        .await?;
    if question.readers == Readers::Office && !visit.may_here(Right::RunOffice) {
        return Err(Halt::Missing.into());
    }
    let name = shell::encoded(&file.file_name).replace('/', "%2F");
    let headers = [
        (header::CONTENT_TYPE, file.content_type),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename*=UTF-8''{name}"),
        ),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox".to_owned(),
        ),
    ];
    Ok((headers, file.bytes).into_response())
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
