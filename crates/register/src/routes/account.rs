//! One's own account: language, password, sessions.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use base::access::{Right, Subject};
use base::{Blame, Fault, Halt, Lang};
use calendar::dates;
use shell::{Answer, Fields, Form, LINE, Page, Routes, Visit, go, show_as};

use crate::pages::{self, AccountPage, SessionLine};
use crate::records::accounts::{self, Account};
use crate::records::sessions::{self, Session};
use crate::{actions, links};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::ACCOUNT, Right::OwnAccount, look);
    routes.post(links::ACCOUNT, Right::OwnAccount, change);
    routes.post(links::PASSWORD, Right::OwnAccount, set_password);
    routes.post(links::PASSWORD_GONE, Right::OwnAccount, remove_password);
    routes.post(links::SESSION_END, Right::OwnAccount, end_session);
    routes.post(links::SESSIONS_END, Right::OwnAccount, end_others);
}

struct Own {
    account: Account,
    kept_name: Option<String>,
    sessions: Vec<Session>,
}

async fn own(visit: &Visit) -> Result<Own, Halt> {
    let id = visit.actor.account.ok_or(Halt::Missing)?;
    let real_now = visit.app.real_clock.now();
    visit
        .store()
        .read(move |conn| {
            let account = accounts::account(conn, id)?.ok_or(Halt::Missing)?;
            let behind = accounts::behind(conn, id)?;
            Ok(Own {
                account,
                kept_name: behind.first().map(|it| it.name.clone()),
                sessions: sessions::of_account(conn, id, real_now)?,
            })
        })
        .await
}

async fn look(visit: Visit) -> Answer {
    let own = own(&visit).await?;
    let form = Form::of([
        ("name", own.account.name.clone()),
        ("lang", own.account.lang.tag().to_owned()),
    ]);
    answer(&visit, StatusCode::OK, own, form)
}

fn answer(visit: &Visit, status: StatusCode, own: Own, form: Form) -> Answer {
    let local = |instant| {
        let zone = pages::zone(visit);
        dates::instant_local_short(instant, &zone, visit.lang)
    };
    let sessions = own.sessions.iter().map(|it| SessionLine {
        browser: if it.browser.is_empty() {
            visit.say("register-browser-unknown").to_owned()
        } else {
            it.browser.clone()
        },
        since: local(it.created_at),
        used: local(it.used_at),
        is_this: Some(it.id) == visit.session,
        end_href: visit.href(&links::session_end(it.id)),
    });
    let page = AccountPage {
        page: Page::new(visit, visit.say("register-account")),
        mail: own.account.mail.clone(),
        kept_name: own.kept_name,
        has_password: own.account.password.is_some(),
        is_operator: visit.may(Right::Operate, &Subject::Installation),
        sessions: sessions.collect(),
        languages: pages::languages(visit),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn refused(visit: &Visit, form: Form) -> Result<Response, shell::Problem> {
    let own = own(visit).await?;
    answer(visit, StatusCode::UNPROCESSABLE_ENTITY, own, form)
}

async fn change(visit: Visit, mut form: Form) -> Answer {
    let own = own(&visit).await?;
    let name = if own.kept_name.is_some() {
        own.account.name.clone()
    } else {
        form.required("name", LINE)
    };
    let lang = form.choice("lang", known_language);
    let done = super::act(&visit, &mut form, move |conn, _, who| {
        actions::change_account(conn, who, &name, lang.unwrap_or_default())
    });
    match done.await? {
        Some(()) => Ok(go(&visit, links::ACCOUNT, "register-account")),
        None => answer(&visit, StatusCode::UNPROCESSABLE_ENTITY, own, form),
    }
}

fn known_language(tag: &str) -> Option<Lang> {
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

async fn set_password(visit: Visit, mut form: Form) -> Answer {
    let (password, again) = (
        form.value("password").to_owned(),
        form.value("password_again").to_owned(),
    );
    form.forget("password");
    form.forget("password_again");
    let own = own(&visit).await?;
    form.put("name", own.account.name.clone());
    form.put("lang", own.account.lang.tag());
    if password != again {
        form.blame(Blame::at("password_again", "register-fault-password-again"));
        return answer(&visit, StatusCode::UNPROCESSABLE_ENTITY, own, form);
    }
    let mut moment = visit.app.real_moment();
    let hashed =
        tokio::task::spawn_blocking(move || actions::password_hash(&mut moment, &password))
            .await
            .map_err(|cause| Fault::because("hash a password", cause))?;
    let hash = match hashed {
        Ok(hash) => Some(hash),
        Err(halt) => {
            form.take_refusal(halt)?;
            return answer(&visit, StatusCode::UNPROCESSABLE_ENTITY, own, form);
        }
    };
    let kept = visit.session;
    let done = super::act(&visit, &mut form, move |conn, _, who| {
        actions::keep_password(conn, who, hash, kept)
    });
    match done.await? {
        Some(()) => Ok(go(&visit, links::ACCOUNT, "register-password")),
        None => refused(&visit, form).await,
    }
}

async fn remove_password(visit: Visit) -> Answer {
    let kept = visit.session;
    super::act_at_once(&visit, move |conn, _, who| {
        actions::keep_password(conn, who, None, kept)
    })
    .await?;
    Ok(go(&visit, links::ACCOUNT, "register-password-gone"))
}

async fn end_session(visit: Visit, Path(session): Path<String>) -> Answer {
    let session = super::id(&session)?;
    super::act_at_once(&visit, move |conn, _, who| {
        actions::end_session(conn, who, session)
    })
    .await?;
    Ok(go(&visit, links::ACCOUNT, "register-session-ended"))
}

async fn end_others(visit: Visit) -> Answer {
    let kept = visit.session;
    super::act_at_once(&visit, move |conn, _, who| {
        actions::end_other_sessions(conn, who, kept)
    })
    .await?;
    Ok(go(&visit, links::ACCOUNT, "register-sessions-ended"))
}
