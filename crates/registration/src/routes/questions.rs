//! The office's own questions.

use axum::extract::Path;
use axum::http::StatusCode;
use base::Halt;
use gatherings::Gathering;
use shell::{Answer, Form, Problem, Visit, go, show_as};
use uuid::Uuid;

use super::{led_desk, network_slug};
use crate::actions::{self, Turn};
use crate::rules::{Desk, FormField};
use crate::{links, pages, records, typed};

type Below = Path<(String, String)>;
type BelowQuestion = Path<(String, String, String)>;

async fn all_page(
    visit: &Visit,
    (it, desk): (Gathering, Desk),
    form: Form,
    status: StatusCode,
) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::questions_page(conn, &inner, (&it, &desk), form))
        .await?;
    show_as(status, &page)
}

pub(super) async fn all(visit: Visit, Path((_, slug)): Below) -> Answer {
    let found = led_desk(&visit, &slug).await?;
    all_page(&visit, found, typed::of_question(None), StatusCode::OK).await
}

fn path(visit: &Visit, it: &Gathering) -> Result<String, Halt> {
    Ok(links::desk(&network_slug(visit)?, &it.slug, "/fragen"))
}

/// Writes a question; says whether it was refused, which the form then tells.
async fn put(
    visit: &Visit,
    (desk, known): (Uuid, Option<Uuid>),
    form: &mut Form,
) -> Result<bool, Halt> {
    let Some(input) = typed::question(form) else {
        return Ok(false);
    };
    let act = visit.clone();
    let put = visit
        .store()
        .write(move |conn| {
            let about = (desk, known);
            actions::put_field(conn, &mut act.moment(), &act.actor, about, &input)
        })
        .await;
    match put {
        Ok(()) => Ok(true),
        Err(halt) => form.take_refusal(halt).map(|()| false),
    }
}

pub(super) async fn add(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let (it, desk) = led_desk(&visit, &slug).await?;
    if put(&visit, (desk.id, None), &mut form).await? {
        let path = path(&visit, &it)?;
        return Ok(go(&visit, &path, "registration-question-written"));
    }
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    all_page(&visit, (it, desk), form, status).await
}

async fn found(
    visit: &Visit,
    slug: &str,
    id: &str,
) -> Result<(Gathering, Desk, FormField), Problem> {
    let (it, desk) = led_desk(visit, slug).await?;
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    let field = visit
        .store()
        .read(move |conn| records::field(conn, id))
        .await?
        .filter(|field| field.desk == desk.id)
        .ok_or(Halt::Missing)?;
    Ok((it, desk, field))
}

async fn one_page(
    visit: &Visit,
    (it, field): (Gathering, FormField),
    form: Form,
    status: StatusCode,
) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::question_page(conn, &inner, (&it, &field), form))
        .await?;
    show_as(status, &page)
}

pub(super) async fn edit(visit: Visit, Path((_, slug, id)): BelowQuestion) -> Answer {
    let (it, _, field) = found(&visit, &slug, &id).await?;
    let form = typed::of_question(Some(&field));
    one_page(&visit, (it, field), form, StatusCode::OK).await
}

pub(super) async fn save(
    visit: Visit,
    Path((_, slug, id)): BelowQuestion,
    mut form: Form,
) -> Answer {
    let (it, desk, field) = found(&visit, &slug, &id).await?;
    if put(&visit, (desk.id, Some(field.id)), &mut form).await? {
        let path = path(&visit, &it)?;
        return Ok(go(&visit, &path, "registration-question-written"));
    }
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    one_page(&visit, (it, field), form, status).await
}

pub(super) async fn turn(
    visit: Visit,
    Path((_, slug, id)): BelowQuestion,
    mut form: Form,
) -> Answer {
    let (it, desk, field) = found(&visit, &slug, &id).await?;
    let turn = form.choice("move", |word| match word {
        "up" => Some(Turn::Up),
        "down" => Some(Turn::Down),
        _ => None,
    });
    let turn = turn.ok_or(Halt::Missing)?;
    let (act, about) = (visit.clone(), (desk.id, field.id, turn));
    visit
        .store()
        .write(move |conn| actions::turn_field(conn, &mut act.moment(), &act.actor, about))
        .await?;
    let path = path(&visit, &it)?;
    Ok(go(&visit, &path, "registration-question-moved"))
}

pub(super) async fn remove(visit: Visit, Path((_, slug, id)): BelowQuestion) -> Answer {
    let (it, desk, field) = found(&visit, &slug, &id).await?;
    let (act, about) = (visit.clone(), (desk.id, field.id));
    visit
        .store()
        .write(move |conn| actions::remove_field(conn, &mut act.moment(), &act.actor, about))
        .await?;
    let path = path(&visit, &it)?;
    Ok(go(&visit, &path, "registration-question-removed"))
}
