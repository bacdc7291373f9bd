//! Passkeys over HTTP: a question for the script, and the form that carries the answer.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use base::Halt;
use base::access::Right;
use register::admit_address;
use serde_json::Value;
use shell::{Answer, Form, Routes, Visit, go};

use super::{act, asked, factors, owner};
use crate::passkeys::{self, Site};
use crate::{actions, links};

pub(super) fn fill(routes: &mut Routes) {
    routes.post(links::PASSKEY_ASK, Right::OwnAccount, ask_for_new);
    routes.post(links::PASSKEY_NEW, Right::OwnAccount, tie);
    routes.post(links::ASKED_PASSKEY_ASK, Right::ReadPublic, ask_for_known);
    routes.post(links::ASKED_PASSKEY, Right::ReadPublic, give);
}

/// The most that an answer may hold.
const LONGEST: usize = 16_000;

fn site(visit: &Visit) -> Result<Site, Halt> {
    passkeys::site(&visit.app.settings.base_url).ok_or(Halt::Missing)
}

fn said(form: &mut Form) -> String {
    let said = form.text("credential", LONGEST);
    form.forget("credential");
    said
}

async fn ask_for_new(visit: Visit) -> Answer {
    let (owner, site) = (owner(&visit)?, site(&visit)?);
    let question: Value = visit
        .store()
        .write(move |conn| actions::ask_for_new(conn, &owner, &site))
        .await?;
    Ok(Json(question).into_response())
}

async fn tie(visit: Visit, mut form: Form) -> Answer {
    let site = site(&visit)?;
    let name = form.required("name", 60);
    let said = said(&mut form);
    let done = act(&visit, &mut form, move |conn, moment, (owner, _)| {
        actions::tie_passkey(conn, moment, (owner, &site), (&name, &said))
    });
    match done.await? {
        Some(codes) if codes.is_empty() => Ok(go(&visit, links::FACTORS, "sign-in-added")),
        Some(codes) => factors::show_codes(&visit, codes, true),
        None => factors::list(&visit, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

async fn ask_for_known(visit: Visit) -> Answer {
    if asked::asked(&visit).is_none() {
        return Ok(Redirect::to(&visit.href(links::SIGN_IN)).into_response());
    }
    let (owner, site) = (owner(&visit)?, site(&visit)?);
    let question: Value = visit
        .store()
        .write(move |conn| actions::ask_for_known(conn, &owner, &site))
        .await?;
    Ok(Json(question).into_response())
}

async fn give(visit: Visit, mut form: Form) -> Answer {
    let onward = asked::onward(&visit, form.value("weiter"));
    let Some(account) = asked::asked(&visit) else {
        return Ok(Redirect::to(&onward).into_response());
    };
    admit_address(&visit, "second-factor", &account.to_string())?;
    let site = site(&visit)?;
    let said = said(&mut form);
    let done = act(&visit, &mut form, move |conn, _, (owner, _)| {
        actions::give_passkey(conn, (owner, &site), &said)
    });
    match done.await? {
        Some(()) => Ok(Redirect::to(&onward).into_response()),
        None => asked::answer(&visit, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}
