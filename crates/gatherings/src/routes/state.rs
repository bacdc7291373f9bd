//! Announcing, calling off, holding, deleting.

use axum::extract::Path;
use axum::http::StatusCode;
use base::Halt;
use shell::{Answer, ConfirmPage, Fields, Form, Marked, Problem, Visit, go, show, show_as};

use super::plan::below;
use super::{informs, led, network_slug};
use crate::actions::{self, Inform};
use crate::links;
use crate::pages::form::CancelPage;
use crate::pages::tabs::{Tab, tabs};
use crate::records;
use crate::rules::{Gathering, State};

/// The longest reason.
const REASON: usize = 500;

pub(super) async fn announce(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let it = led(&visit, &slug).await?;
    let act = visit.clone();
    let id = it.id;
    visit
        .store()
        .write(move |conn| actions::announce(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::gathering(&network_slug(&visit)?, &it.slug);
    Ok(go(&visit, &path, "gathering-announced"))
}

pub(super) async fn hold(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let it = led(&visit, &slug).await?;
    let act = visit.clone();
    let id = it.id;
    visit
        .store()
        .write(move |conn| actions::hold(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::gathering(&network_slug(&visit)?, &it.slug);
    Ok(go(&visit, &path, "gathering-held"))
}

/// What a page asks about a cancellation.
#[derive(Clone, Copy)]
enum Ask {
    Cancel,
    Withdraw,
}

impl Ask {
    const fn state(self) -> State {
        match self {
            Self::Cancel => State::Announced,
            Self::Withdraw => State::Cancelled,
        }
    }

    const fn refusal(self) -> &'static str {
        match self {
            Self::Cancel => "gatherings-fault-not-announced",
            Self::Withdraw => "gatherings-fault-not-cancelled",
        }
    }
}

pub(super) async fn ask_cancel(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let it = led(&visit, &slug).await?;
    ask(&visit, &it, (Ask::Cancel, Form::default(), StatusCode::OK)).await
}

pub(super) async fn ask_withdraw(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let it = led(&visit, &slug).await?;
    ask(
        &visit,
        &it,
        (Ask::Withdraw, Form::default(), StatusCode::OK),
    )
    .await
}

async fn ask(
    visit: &Visit,
    it: &Gathering,
    (what, form, status): (Ask, Form, StatusCode),
) -> Answer {
    if it.state != what.state() {
        return Err(Problem::from(Halt::no(what.refusal())));
    }
    let id = it.id;
    let invited = visit
        .store()
        .read(move |conn| records::guests::invited_count(conn, id))
        .await?;
    let slug = network_slug(visit)?;
    let (title, lead, submit, rest) = match what {
        Ask::Cancel => (
            "gatherings-cancel",
            "gatherings-cancel-lead",
            "gatherings-cancel-submit",
            "absage",
        ),
        Ask::Withdraw => (
            "gatherings-cancellation-withdraw",
            "gatherings-cancellation-withdraw-lead",
            "gatherings-cancellation-withdraw-submit",
            "absage/ruecknahme",
        ),
    };
    let is_cancel = matches!(what, Ask::Cancel);
    show_as(
        status,
        &CancelPage {
            page: below(visit, it, title)?,
            tabs: tabs(visit, it, Tab::Overview)?,
            fields: Fields::new(visit, form),
            action: visit.href(&links::below(&slug, &it.slug, rest)),
            cancel: visit.href(&links::gathering(&slug, &it.slug)),
            lead,
            submit,
            asks_reason: is_cancel,
            informs: if invited > 0 {
                informs(visit)
            } else {
                Vec::new()
            },
            is_danger: is_cancel,
        },
    )
}

pub(super) async fn cancel(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let it = led(&visit, &slug).await?;
    let reason = form.text("reason", REASON);
    let inform = Inform::from_word(form.value("inform"));
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    if form.is_blamed() {
        return ask(&visit, &it, (Ask::Cancel, form, unprocessable)).await;
    }
    let act = visit.clone();
    let id = it.id;
    let done = visit
        .store()
        .write(move |conn| {
            let why = (reason.as_str(), inform);
            actions::cancel(conn, &mut act.moment(), &act.actor, id, why)
        })
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        return ask(&visit, &it, (Ask::Cancel, form, unprocessable)).await;
    }
    let path = links::gathering(&network_slug(&visit)?, &it.slug);
    Ok(go(&visit, &path, "gathering-cancelled"))
}

pub(super) async fn withdraw(
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let it = led(&visit, &slug).await?;
    let inform = Inform::from_word(form.value("inform"));
    let act = visit.clone();
    let id = it.id;
    let done = visit
        .store()
        .write(move |conn| {
            let mut moment = act.moment();
            actions::withdraw_cancellation(conn, &mut moment, &act.actor, id, inform)
        })
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        let again = (Ask::Withdraw, form, StatusCode::UNPROCESSABLE_ENTITY);
        return ask(&visit, &it, again).await;
    }
    let path = links::gathering(&network_slug(&visit)?, &it.slug);
    Ok(go(&visit, &path, "gathering-reinstated"))
}

pub(super) async fn ask_delete(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let it = led(&visit, &slug).await?;
    if it.state != State::Draft {
        return Err(Problem::from(Halt::no("gatherings-fault-not-a-draft")));
    }
    let slug = network_slug(&visit)?;
    show(&ConfirmPage {
        page: below(&visit, &it, "gatherings-delete")?,
        question: visit.tell_marked(
            "gatherings-delete-question",
            &[("title", shell::record(&it.title))],
        ),
        consequences: vec![Marked::own(visit.say("gatherings-delete-consequence"))],
        action: visit.href(&links::below(&slug, &it.slug, "loeschung")),
        confirm_label: visit.say("gatherings-delete-submit").to_owned(),
        cancel_href: visit.href(&links::gathering(&slug, &it.slug)),
        danger: true,
    })
}

pub(super) async fn delete(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let it = led(&visit, &slug).await?;
    let act = visit.clone();
    let id = it.id;
    visit
        .store()
        .write(move |conn| actions::remove_draft(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::list(&network_slug(&visit)?);
    Ok(go(&visit, &path, "gathering-deleted"))
}
