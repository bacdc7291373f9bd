//! The desk's rules, opening and closing it, and its form before anybody sees it.

use axum::extract::Path;
use axum::http::StatusCode;
use base::{Halt, Moment};
use gatherings::Gathering;
use shell::{Answer, Form, Page, Problem, Visit, go, record, show, show_as};

use super::{choice_of, led, led_desk, network_slug};
use crate::pages::{self, Shown, below_list};
use crate::rules::{Desk, DeskState, Offered, Quota};
use crate::{actions, links, records, typed};

type Below = Path<(String, String)>;

/// A desk at work: the one that is there, or the one that we propose.
struct Work {
    it: Gathering,
    desk: Desk,
    dates: Vec<Offered>,
    quotas: Vec<Quota>,
}

async fn work(visit: &Visit, slug: &str) -> Result<Work, Problem> {
    let (it, desk) = led(visit, slug).await?;
    let mut moment: Moment = visit.moment();
    let work = visit
        .store()
        .read(move |conn| {
            let desk = if let Some(desk) = desk {
                desk
            } else {
                let series = choice_of(conn, &it)?;
                Desk {
                    gathering: series.is_none().then_some(it.id),
                    series,
                    ..Desk::proposed(moment.id(), it.network)
                }
            };
            Ok::<_, Halt>(Work {
                dates: records::offered(conn, &desk)?,
                quotas: records::quota_rows(conn, desk.id)?,
                it,
                desk,
            })
        })
        .await?;
    Ok(work)
}

async fn page(visit: &Visit, work: Work, form: Form, status: StatusCode) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| {
            let about = (&work.it, &work.desk, work.dates.as_slice());
            pages::settings_page(conn, &inner, about, form)
        })
        .await?;
    show_as(status, &page)
}

pub(super) async fn edit(visit: Visit, Path((_, slug)): Below) -> Answer {
    let work = work(&visit, &slug).await?;
    let form = typed::of_desk(&work.desk, &work.dates, &work.quotas);
    page(&visit, work, form, StatusCode::OK).await
}

pub(super) async fn save(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let work = work(&visit, &slug).await?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(input) = typed::desk(&mut form, &work.desk, &work.dates) else {
        return page(&visit, work, form, unprocessable).await;
    };
    let act = visit.clone();
    let saved = visit
        .store()
        .write(move |conn| actions::put_desk(conn, &mut act.moment(), &act.actor, &input))
        .await;
    match saved {
        Ok(()) => {
            let path = links::list(&network_slug(&visit)?, &work.it.slug, "");
            Ok(go(&visit, &path, "registration-desk-written"))
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            page(&visit, work, form, unprocessable).await
        }
    }
}

pub(super) async fn set_state(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let (it, desk) = led_desk(&visit, &slug).await?;
    let state = form.choice("state", DeskState::from_word);
    let state = state.filter(|it| *it != DeskState::Draft);
    let state = state.ok_or(Halt::Missing)?;
    let (act, id) = (visit.clone(), desk.id);
    visit
        .store()
        .write(move |conn| {
            actions::set_desk_state(conn, &mut act.moment(), &act.actor, (id, state))
        })
        .await?;
    let done = match state {
        DeskState::Open => "registration-opened",
        _ => "registration-closed",
    };
    let path = links::list(&network_slug(&visit)?, &it.slug, "");
    Ok(go(&visit, &path, done))
}

pub(super) async fn preview(visit: Visit, Path((_, slug)): Below) -> Answer {
    let (it, desk) = led_desk(&visit, &slug).await?;
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| {
            let slug = network_slug(&inner)?;
            let title = [("title", record(&it.title))];
            let page = Page::told(&inner, "registration-preview-title", &title);
            let shown = Shown {
                form: Form::of([("gathering", it.id.to_string())]),
                turned: None,
                is_preview: true,
                for_somebody: false,
                action: links::desk(&slug, &it.slug, ""),
                cancel: links::list(&slug, &it.slug, ""),
                guest: None,
            };
            let page = below_list(&inner, &it, page)?;
            pages::show_form(conn, &inner, (desk, page), shown)
        })
        .await?;
    show(&page)
}
