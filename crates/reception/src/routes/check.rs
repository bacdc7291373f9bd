//! Where anybody checks whether a certificate is genuine. How often is limited, so that nobody
//! finds codes by trying.

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect};
use base::Blame;
use shell::{
    Answer, Denied, Fields, Form, Limit, Page, Problem, Visit, query_value, show, show_as,
};

use crate::pages::{self, CheckPage};
use crate::rules::normal_code;
use crate::{links, records};

fn admit(visit: &Visit) -> Result<(), Problem> {
    let now = visit.app.real_clock.now();
    // Apart from those who try to sign in from the same place.
    let client = format!("certificates {}", visit.client);
    if visit.app.limits.admit(Limit::Client, &client, now) {
        return Ok(());
    }
    Err(Problem(Denied::TooOften))
}

fn blank(visit: &Visit, form: Form, is_unknown: bool) -> CheckPage {
    let title = if is_unknown {
        "reception-unknown-title"
    } else {
        "reception-check-title"
    };
    CheckPage {
        page: Page::new(visit, visit.say(title)),
        fields: Fields::new(visit, form),
        action: visit.href(links::CHECK),
        is_unknown,
    }
}

/// The form; a code that was typed into it leads on.
pub(super) async fn ask(visit: Visit) -> Answer {
    let Some(typed) = query_value(&visit.query, "code") else {
        return show(&blank(&visit, Form::default(), false));
    };
    if let Some(code) = normal_code(&typed) {
        let path = visit.href(&links::checked(&code));
        return Ok(Redirect::to(&path).into_response());
    }
    let mut form = Form::of([("code", typed.chars().take(60).collect())]);
    let key = if typed.trim().is_empty() {
        "fault-missing"
    } else {
        "reception-fault-code"
    };
    form.blame(Blame::at("code", key));
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    show_as(status, &blank(&visit, form, false))
}

/// What a code stands for; a wrong one is told kindly.
pub(super) async fn answer(visit: Visit, Path(typed): Path<String>) -> Answer {
    admit(&visit)?;
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| {
            let code = normal_code(&typed);
            let known = match code {
                Some(code) => records::by_code(conn, &code)?,
                None => None,
            };
            known
                .map(|known| pages::checked_page(conn, &inner, &known))
                .transpose()
        })
        .await?;
    let mut answer = match page {
        Some(page) => show(&page)?,
        None => show_as(StatusCode::NOT_FOUND, &blank(&visit, Form::default(), true))?,
    };
    let unlisted = HeaderValue::from_static("noindex, nofollow");
    answer.headers_mut().insert("x-robots-tag", unlisted);
    Ok(answer)
}
