//! The contact's answer, from the link in a mail.

use axum::extract::Path;
use base::Halt;
use shell::{Answer, Form, Visit, go};

use super::own::{closed, unlisted};
use crate::{actions, links, pages};

async fn show_page(visit: &Visit, token: &str) -> Answer {
    let (inner, secret) = (visit.clone(), token.to_owned());
    let page = visit
        .store()
        .read(move |conn| {
            let asked = actions::asked_contact(conn, &secret, inner.now)?;
            let asked = asked.ok_or(Halt::Missing)?;
            pages::contact_page(conn, &inner, (&asked, &secret))
        })
        .await;
    match page {
        Ok(page) => shell::show(&page).map(unlisted),
        Err(Halt::Missing) => closed(visit).await,
        Err(halt) => Err(halt.into()),
    }
}

/// Opening the link changes nothing: mail programs and scanners open every link.
pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    show_page(&visit, &token).await
}

pub(super) async fn answer(visit: Visit, Path(token): Path<String>, mut form: Form) -> Answer {
    let belongs = form.choice("answer", |word| match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    });
    let Some(belongs) = belongs else {
        return show_page(&visit, &token).await;
    };
    let (mut moment, secret) = (visit.moment(), token.clone());
    let done = visit
        .store()
        .write(move |conn| actions::contact_says(conn, &mut moment, (&secret, belongs)))
        .await;
    match done {
        Ok(()) => Ok(go(&visit, &links::contact(&token), "registration-vouched")),
        Err(Halt::Missing) => closed(&visit).await,
        // It was answered meanwhile: the page says so.
        Err(Halt::Refused(_)) => show_page(&visit, &token).await,
        Err(halt) => Err(halt.into()),
    }
}
