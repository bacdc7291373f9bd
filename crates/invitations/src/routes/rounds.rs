//! Rounds over HTTP: form, preview, test, laying out.

use axum::extract::Path;
use axum::http::StatusCode;
use base::Halt;
use gatherings::Gathering;
use shell::{Answer, Content, Form, Problem, TEXT, Visit, go, show_as};
use uuid::Uuid;

use super::led;
use crate::records::{self, Round};
use crate::rules::{Choice, Enclosed};
use crate::{actions, letters, links, pages, select};

type Below = Path<(String, String)>;
type BelowRound = Path<(String, String, String)>;

/// A round of a gathering that the visitor leads.
async fn found(visit: &Visit, slug: String, id: &str) -> Result<(Gathering, Round), Problem> {
    let it = led(visit, slug).await?;
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    let found = visit
        .store()
        .read(move |conn| records::round(conn, id))
        .await?;
    let round = found
        .filter(|round| round.gathering == it.id)
        .ok_or(Halt::Missing)?;
    Ok((it, round))
}

async fn form_page(
    visit: &Visit,
    (it, action): (Gathering, String),
    form: Form,
    status: StatusCode,
) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::form_page(conn, &inner, (&it, action), form))
        .await?;
    show_as(status, &page)
}

pub(super) async fn new(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, slug).await?;
    let action = links::round_new(&visit.network()?.slug, &it.slug);
    let mut form = Form::default();
    if let Some(group) = it.group {
        form.put("groups", group.to_string());
    }
    form.put("last_minutes", "yes");
    let (app, gathering) = (visit.app.clone(), it.clone());
    let note = visit
        .store()
        .read(move |conn| letters::note(conn, &app, &gathering))
        .await?;
    form.put("note", note);
    form_page(&visit, (it, action), form, StatusCode::OK).await
}

pub(super) async fn make(visit: Visit, Path((_, slug)): Below, form: Form) -> Answer {
    let it = led(&visit, slug).await?;
    let action = links::round_new(&visit.network()?.slug, &it.slug);
    put(visit, (it, None), action, form).await
}

pub(super) async fn edit(visit: Visit, Path((_, slug, id)): BelowRound) -> Answer {
    let (it, round) = found(&visit, slug, &id).await?;
    let action = links::round(&visit.network()?.slug, &it.slug, round.id, "/bearbeiten");
    form_page(&visit, (it, action), typed(&round), StatusCode::OK).await
}

pub(super) async fn change(visit: Visit, Path((_, slug, id)): BelowRound, form: Form) -> Answer {
    let (it, round) = found(&visit, slug, &id).await?;
    let action = links::round(&visit.network()?.slug, &it.slug, round.id, "/bearbeiten");
    put(visit, (it, Some(round.id)), action, form).await
}

async fn put(
    visit: Visit,
    (it, known): (Gathering, Option<Uuid>),
    action: String,
    form: Form,
) -> Answer {
    let mut form = select::settled(&visit, form).await?;
    if form.has("more") && !form.is_blamed() {
        return form_page(&visit, (it, action), form, StatusCode::OK).await;
    }
    let input = input(&mut form);
    let (act, id) = (visit.clone(), it.id);
    let put = if form.is_blamed() {
        Err(Halt::Refused(Vec::new()))
    } else {
        visit
            .store()
            .write(move |conn| {
                actions::put_round(conn, &mut act.moment(), &act.actor, (id, known), input)
            })
            .await
    };
    match put {
        Ok(round) => {
            let path = links::round(&visit.network()?.slug, &it.slug, round, "");
            Ok(axum::response::IntoResponse::into_response(
                axum::response::Redirect::to(&visit.href(&path)),
            ))
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            form_page(&visit, (it, action), form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// What the form says.
fn input(form: &mut Form) -> (Choice, Enclosed) {
    let note = form.text("note", TEXT);
    let enclosed = Enclosed {
        note,
        documents: select::ids(form, "documents"),
        last_minutes: form.has("last_minutes"),
    };
    (Choice::of(form), enclosed)
}

/// A round as its form shows it.
fn typed(round: &Round) -> Form {
    let mut form = Form::of([("note", round.enclosed.note.clone())]);
    round.choice.put(&mut form);
    for id in &round.enclosed.documents {
        form.put("documents", id.to_string());
    }
    if round.enclosed.last_minutes {
        form.put("last_minutes", "yes");
    }
    form
}

pub(super) async fn show_round(visit: Visit, it: Gathering, round: Round) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::round_page(conn, &inner, (&it, &round)))
        .await?;
    shell::show(&page)
}

pub(super) async fn show(visit: Visit, Path((_, slug, id)): BelowRound) -> Answer {
    let (it, round) = found(&visit, slug, &id).await?;
    show_round(visit, it, round).await
}

async fn content(visit: &Visit, slug: String, id: &str) -> Result<Option<Content>, Problem> {
    let (_, round) = found(visit, slug, id).await?;
    let app = visit.app.clone();
    let content = visit
        .store()
        .read(move |conn| letters::sample(conn, &app, &round, None))
        .await?;
    Ok(outbox::printed(content).await?)
}

pub(super) async fn html(visit: Visit, Path((_, slug, id)): BelowRound) -> Answer {
    outbox::frame(content(&visit, slug, &id).await?)
}

pub(super) async fn file(
    visit: Visit,
    Path((_, slug, id, number)): Path<(String, String, String, usize)>,
) -> Answer {
    outbox::file(content(&visit, slug, &id).await?, number)
}

pub(super) async fn test(visit: Visit, Path((_, slug, id)): BelowRound) -> Answer {
    let (it, round) = found(&visit, slug, &id).await?;
    let (act, id) = (visit.clone(), round.id);
    visit
        .store()
        .write(move |conn| actions::send_test(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::round(&visit.network()?.slug, &it.slug, id, "");
    Ok(go(&visit, &path, "invitation-test"))
}

pub(super) async fn lay_out(visit: Visit, Path((_, slug, id)): BelowRound) -> Answer {
    let (it, round) = found(&visit, slug, &id).await?;
    let (act, id) = (visit.clone(), round.id);
    visit
        .store()
        .write(move |conn| actions::lay_out_round(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::invitation(&visit.network()?.slug, &it.slug);
    Ok(go(&visit, &path, "invitations-laid-out"))
}
