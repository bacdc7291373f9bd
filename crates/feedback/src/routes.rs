//! Feedback over HTTP.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect};
use base::Halt;
use base::access::Right;
use gatherings::Gathering;
use registration::behind_link;
use shell::{Answer, Form, Problem, Routes, Visit, go, show, show_as};
use uuid::Uuid;

use crate::actions::{self, Asked};
use crate::rules::{FeedbackForm, FormState};
use crate::{links, pages, records, typed};

/// The room's addresses with the rights they need.
pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::RESULTS, Right::Lead, results);
    routes.get(links::SETTINGS, Right::Lead, settings);
    routes.post(links::SETTINGS, Right::Lead, save);
    routes.get(links::PREVIEW, Right::Lead, preview);
    routes.post(links::STATE, Right::Lead, set_state);
    routes.get(links::CSV, Right::Lead, csv);
    routes.get(links::OWN, Right::ReadPublic, own);
    routes.post(links::OWN, Right::ReadPublic, answer);
}

type Below = Path<(String, String)>;
type Token = Path<String>;

/// A gathering that this person leads, with its form.
async fn led(visit: &Visit, slug: &str) -> Result<(Gathering, Option<FeedbackForm>), Problem> {
    let network = visit.network()?.id;
    let slug = slug.to_owned();
    let (it, form) = visit
        .store()
        .read(move |conn| {
            let it = gatherings::gathering_by_slug(conn, network, &slug)?.ok_or(Halt::Missing)?;
            let form = records::form_of(conn, it.id)?;
            Ok::<_, Halt>((it, form))
        })
        .await?;
    visit.require(Right::Lead, &it.subject(false))?;
    Ok((it, form))
}

fn path(visit: &Visit, it: &Gathering) -> Result<String, Halt> {
    Ok(links::results(&visit.network()?.slug, &it.slug, ""))
}

async fn results(visit: Visit, Path((_, slug)): Below) -> Answer {
    let (it, form) = led(&visit, &slug).await?;
    let Some(form) = form else {
        return show(&pages::none_page(&visit, &it)?);
    };
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::results_page(conn, &inner, (&it, &form)))
        .await?;
    show(&page)
}

async fn settings(visit: Visit, Path((_, slug)): Below) -> Answer {
    let (it, form) = led(&visit, &slug).await?;
    let input = match form {
        Some(form) => {
            let id = form.id;
            let questions = visit
                .store()
                .read(move |conn| records::questions(conn, id))
                .await?;
            typed::input_of(&form, &questions)
        }
        None => actions::proposed(&visit.app.phrases),
    };
    let form = typed::of_settings(&input);
    show(&pages::settings_page(&visit, &it, form)?)
}

async fn save(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let (it, _) = led(&visit, &slug).await?;
    if let Some(input) = typed::settings(&mut form) {
        let (act, about) = (visit.clone(), it.clone());
        let saved = visit
            .store()
            .write(move |conn| {
                actions::put_form(conn, &mut act.moment(), &act.actor, (&about, &input))
            })
            .await;
        match saved {
            Ok(_) => return Ok(go(&visit, &path(&visit, &it)?, "feedback-written")),
            Err(halt) => form.take_refusal(halt)?,
        }
    }
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    show_as(status, &pages::settings_page(&visit, &it, form)?)
}

async fn preview(visit: Visit, Path((_, slug)): Below) -> Answer {
    let (it, form) = led(&visit, &slug).await?;
    let form = form.ok_or(Halt::Missing)?;
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::preview_page(conn, &inner, (&it, &form)))
        .await?;
    show(&page)
}

async fn set_state(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let (it, _) = led(&visit, &slug).await?;
    let state = form.choice("state", FormState::from_word);
    let state = state.filter(|it| *it != FormState::Draft);
    let state = state.ok_or(Halt::Missing)?;
    let (act, about) = (visit.clone(), it.clone());
    visit
        .store()
        .write(move |conn| actions::set_state(conn, &mut act.moment(), &act.actor, (&about, state)))
        .await?;
    let done = match state {
        FormState::Open => "feedback-opened",
        _ => "feedback-closed",
    };
    Ok(go(&visit, &path(&visit, &it)?, done))
}

async fn csv(visit: Visit, Path((_, slug)): Below) -> Answer {
    let (it, form) = led(&visit, &slug).await?;
    let form = form.ok_or(Halt::Missing)?;
    let inner = visit.clone();
    let name = format!("rueckmeldung-{}.csv", it.slug);
    let bytes = visit
        .store()
        .read(move |conn| pages::csv(conn, &inner, (&it, &form)))
        .await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    Ok((headers, bytes).into_response())
}

/// The registration of a link, with what it is asked; nothing where nobody asks.
async fn asked(visit: &Visit, token: &str) -> Result<(Uuid, Option<Asked>), Halt> {
    let (token, now) = (token.to_owned(), visit.now);
    visit
        .store()
        .read(move |conn| {
            let id = registration::by_link(conn, &token, now)?.ok_or(Halt::Missing)?;
            Ok((id, actions::asked(conn, id, now)?))
        })
        .await
}

async fn own_page(visit: &Visit, (it, token): (Asked, String), form: Form) -> Answer {
    let status = form.status();
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::own_page(conn, &inner, (&it, &token), form))
        .await?;
    show_as(status, &page)
}

async fn own(visit: Visit, Path(token): Token) -> Answer {
    behind_link(&visit, shown(&visit, token).await).await
}

async fn shown(visit: &Visit, token: String) -> Answer {
    let Some(it) = asked(visit, &token).await?.1 else {
        // A mail may lead here before there are questions.
        let own = registration::links::own(&token, "");
        return Ok(Redirect::to(&visit.href(&own)).into_response());
    };
    own_page(visit, (it, token), Form::default()).await
}

async fn answer(visit: Visit, Path(token): Token, form: Form) -> Answer {
    behind_link(&visit, answered(&visit, token, form).await).await
}

async fn answered(visit: &Visit, token: String, mut form: Form) -> Answer {
    let (id, it) = asked(visit, &token).await?;
    let it = it.ok_or(Halt::Missing)?;
    let of = it.form.id;
    let questions = visit
        .store()
        .read(move |conn| records::questions(conn, of))
        .await?;
    let Some(given) = typed::answer(&mut form, &questions) else {
        return own_page(visit, (it, token), form).await;
    };
    let now = visit.now;
    let done = visit
        .store()
        .write(move |conn| actions::answer(conn, id, (&given, now)))
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        return own_page(visit, (it, token), form).await;
    }
    let own = registration::links::own(&token, "");
    Ok(go(visit, &own, "feedback-given"))
}
