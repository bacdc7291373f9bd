//! Giving the second factor, right after link or password.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use base::access::{Actor, Right};
use base::{AccountId, Halt};
use register::{admit_address, local_path};
use shell::{
    Answer, Fields, Form, LINE, Page, Routes, Visit, query_value, session_cookie, show_as,
};

use super::{act, owner};
use crate::actions;
use crate::links;
use crate::pages::AskedPage;
use crate::passkeys;
use crate::records::factors::{self, Kind};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::ASKED, Right::ReadPublic, ask);
    routes.post(links::ASKED, Right::ReadPublic, take);
    routes.post(links::ASKED_END, Right::ReadPublic, give_up);
}

/// Whose factor is asked for; nobody's where there is nothing to give.
pub(super) fn asked(visit: &Visit) -> Option<AccountId> {
    let detour = visit.detour.filter(|it| it.at == links::ASKED)?;
    Some(detour.account)
}

pub(super) fn onward(visit: &Visit, typed: &str) -> String {
    local_path(typed).unwrap_or_else(|| visit.href(links::SIGN_IN))
}

async fn ask(visit: Visit) -> Answer {
    let typed = query_value(&visit.query, "weiter").unwrap_or_default();
    if asked(&visit).is_none() {
        return Ok(Redirect::to(&onward(&visit, &typed)).into_response());
    }
    let form = Form::of([("weiter", local_path(&typed).unwrap_or_default())]);
    answer(&visit, StatusCode::OK, form).await
}

pub(super) async fn answer(visit: &Visit, status: StatusCode, form: Form) -> Answer {
    let account = owner(visit)?.account;
    let all = visit
        .store()
        .read(move |conn| factors::of_account(conn, account))
        .await?;
    let has = |kind| all.iter().any(|it| it.kind == kind);
    let site = passkeys::site(&visit.app.settings.base_url);
    let page = AskedPage {
        page: Page::new(visit, visit.say("sign-in-asked")),
        fields: Fields::new(visit, form),
        has_app: has(Kind::App),
        passkeys_at: site.filter(|_| has(Kind::Passkey)).map(|it| it.origin),
    };
    show_as(status, &page)
}

async fn take(visit: Visit, mut form: Form) -> Answer {
    let onward = onward(&visit, form.value("weiter"));
    let Some(account) = asked(&visit) else {
        return Ok(Redirect::to(&onward).into_response());
    };
    admit_address(&visit, "second-factor", &account.to_string())?;
    let code = form.required("code", LINE);
    form.forget("code");
    let done = act(&visit, &mut form, move |conn, moment, (owner, _)| {
        actions::give_code(conn, moment, owner, &code)
    });
    match done.await? {
        Some(()) => Ok(Redirect::to(&onward).into_response()),
        None => answer(&visit, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

/// Ends a session that has only begun.
async fn give_up(visit: Visit) -> Answer {
    let begun = asked(&visit).zip(visit.session);
    if let Some((account, session)) = begun {
        let whose = Actor {
            account: Some(account),
            ..Actor::default()
        };
        let ended = visit
            .store()
            .write(move |conn| register::actions::end_session(conn, &whose, session))
            .await;
        match ended {
            Ok(()) | Err(Halt::Missing) => {}
            Err(other) => return Err(other.into()),
        }
        let (name, cookie) = session_cookie(&visit.app, None, 0);
        let target = visit.href(links::SIGN_IN);
        return Ok(([(name, cookie)], Redirect::to(&target)).into_response());
    }
    Ok(Redirect::to(&visit.href(links::SIGN_IN)).into_response())
}
