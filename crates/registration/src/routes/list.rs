//! The office's list, and registering somebody who called.

use axum::extract::Path;
use axum::http::StatusCode;
use base::Halt;
use gatherings::Gathering;
use shell::{Answer, Form, Page, Visit, go, record, show, show_as};

use super::{choice_of, led, led_desk, network_slug};
use crate::actions::{self, By, SignedUp};
use crate::pages::{self, Shown, below_list};
use crate::rules::Desk;
use crate::{links, records, typed};

type Below = Path<(String, String)>;

async fn show_page(visit: &Visit, it: Gathering, desk: Option<Desk>) -> Answer {
    let inner = visit.clone();
    let Some(desk) = desk else {
        let page = visit
            .store()
            .read(move |conn| {
                let is_choice = choice_of(conn, &it)?.is_some();
                pages::none_page(&inner, (&it, is_choice))
            })
            .await?;
        return show(&page);
    };
    let page = visit
        .store()
        .read(move |conn| pages::list_page(conn, &inner, (&it, desk)))
        .await?;
    show(&page)
}

pub(super) async fn list(visit: Visit, Path((_, slug)): Below) -> Answer {
    let (it, desk) = led(&visit, &slug).await?;
    show_page(&visit, it, desk).await
}

async fn form_page(
    visit: &Visit,
    (it, desk): (Gathering, Desk),
    form: Form,
    status: StatusCode,
) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| {
            let slug = network_slug(&inner)?;
            let title = [("title", record(&it.title))];
            let page = Page::told(&inner, "registration-add-title", &title);
            let shown = Shown {
                form,
                turned: None,
                is_preview: false,
                for_somebody: true,
                action: links::list(&slug, &it.slug, "/neu"),
                cancel: links::list(&slug, &it.slug, ""),
                guest: None,
            };
            let page = below_list(&inner, &it, page)?;
            pages::show_form(conn, &inner, (desk, page), shown)
        })
        .await?;
    show_as(status, &page)
}

pub(super) async fn blank(visit: Visit, Path((_, slug)): Below) -> Answer {
    let found = led_desk(&visit, &slug).await?;
    let form = Form::of([("gathering", found.0.id.to_string())]);
    form_page(&visit, found, form, StatusCode::OK).await
}

pub(super) async fn add(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let (it, desk) = led_desk(&visit, &slug).await?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let id = desk.id;
    let questions = visit
        .store()
        .read(move |conn| records::fields(conn, id))
        .await?;
    let Some(input) = typed::sign_up(&mut form, (&desk, &questions), true) else {
        return form_page(&visit, (it, desk), form, unprocessable).await;
    };
    let (act, today, seen) = (visit.clone(), visit.today(), desk.clone());
    let done = visit
        .store()
        .write(move |conn| {
            let by = By::Office(&act.actor, act.lang);
            actions::sign_up(conn, &mut act.moment(), (&seen, today), by, &input)
        })
        .await;
    match done {
        Ok(SignedUp::Done(_)) => {
            let path = links::list(&network_slug(&visit)?, &it.slug, "");
            Ok(go(&visit, &path, "registration-made-for"))
        }
        Ok(_) => Err(Halt::Missing.into()),
        Err(halt) => {
            form.take_refusal(halt)?;
            form_page(&visit, (it, desk), form, unprocessable).await
        }
    }
}
