//! How guests of one gathering are reminded, over HTTP.

use axum::extract::Path;
use axum::http::StatusCode;
use base::Blame;
use gatherings::Gathering;
use shell::{Answer, Form, Visit, go, show_as};

use super::led;
use crate::rules::{OwnReminders, ReminderRule};
use crate::{actions, links, pages, records};

type Below = Path<(String, String)>;

pub(super) async fn show(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, slug).await?;
    let id = it.id;
    let own = visit
        .store()
        .read(move |conn| records::own_reminders(conn, id))
        .await?;
    page(&visit, it, pages::typed_reminders(own), StatusCode::OK).await
}

async fn page(visit: &Visit, it: Gathering, form: Form, status: StatusCode) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::reminders_page(conn, &inner, &it, form))
        .await?;
    show_as(status, &page)
}

pub(super) async fn set(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let it = led(&visit, slug).await?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(own) = own(&mut form) else {
        return page(&visit, it, form, unprocessable).await;
    };
    let (act, id) = (visit.clone(), it.id);
    let done = visit
        .store()
        .write(move |conn| {
            actions::set_own_reminders(conn, &mut act.moment(), &act.actor, (id, own))
        })
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        return page(&visit, it, form, unprocessable).await;
    }
    let path = links::invitation(&visit.network()?.slug, &it.slug);
    Ok(go(&visit, &path, "own-reminders-set"))
}

/// What the form says; none where it is blamed.
fn own(form: &mut Form) -> Option<OwnReminders> {
    let answer = form.choice("answer", |word| match word {
        "network" => Some(Wanted::AsUsual),
        "own" => Some(Wanted::Own),
        "never" => Some(Wanted::Never),
        _ => None,
    });
    let day_before = form.choice("day_before", |word| match word {
        "network" => Some(None),
        "yes" => Some(Some(true)),
        "no" => Some(Some(false)),
        _ => None,
    });
    let days = match answer? {
        Wanted::AsUsual => None,
        Wanted::Never => Some(0),
        Wanted::Own => Some(own_days(form)?),
    };
    let day_before = day_before?;
    (!form.is_blamed()).then_some(OwnReminders { days, day_before })
}

/// Which of three ways the form names.
#[derive(Clone, Copy)]
enum Wanted {
    AsUsual,
    Own,
    Never,
}

fn own_days(form: &mut Form) -> Option<i64> {
    let days = form.number("days", 1, ReminderRule::MOST_DAYS);
    if days.is_none() && form.value("days").trim().is_empty() {
        form.blame(Blame::at("days", "fault-missing"));
    }
    days
}
