//! The office's acts.

use axum::extract::Path;
use axum::http::StatusCode;
use base::GatheringId;
use gatherings::Reply;
use invitations::ReminderRule;
use shell::{Answer, Form, LINE, Visit, go, show, show_as};
use uuid::Uuid;

use super::{found, read};
use crate::actions::{self, Rules};
use crate::{links, pages};

type Below = Path<(String, String)>;

pub(super) async fn file(visit: Visit, Path((_, id)): Below, mut form: Form) -> Answer {
    let (network, mail) = found(&visit, &id).await?;
    let chosen: Option<GatheringId> = form.id("gathering");
    let Some(chosen) = chosen.filter(|_| !form.is_blamed()) else {
        return read::page(&visit, mail, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (act, id) = (visit.clone(), mail.id);
    let done = visit
        .store()
        .write(move |conn| {
            let desk = (&act.actor, network);
            actions::file(conn, &mut act.moment(), desk, (id, chosen))
        })
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        return read::page(&visit, mail, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    back(&visit, id, "mail-filed")
}

pub(super) async fn reply(visit: Visit, Path((_, id)): Below, mut form: Form) -> Answer {
    let (network, mail) = found(&visit, &id).await?;
    let Some(reply) = form.choice("reply", Reply::from_word) else {
        return read::page(&visit, mail, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (act, id) = (visit.clone(), mail.id);
    let done = visit
        .store()
        .write(move |conn| {
            let desk = (&act.actor, network);
            actions::answer_for(conn, &mut act.moment(), desk, (id, reply))
        })
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        return read::page(&visit, mail, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    back(&visit, id, "reply-recorded")
}

pub(super) async fn dismiss(visit: Visit, Path((_, id)): Below) -> Answer {
    let (network, mail) = found(&visit, &id).await?;
    let (act, id) = (visit.clone(), mail.id);
    visit
        .store()
        .write(move |conn| actions::dismiss(conn, &mut act.moment(), (&act.actor, network), id))
        .await?;
    let path = links::inbox(&visit.network()?.slug);
    Ok(go(&visit, &path, "mail-settled"))
}

pub(super) async fn reopen(visit: Visit, Path((_, id)): Below) -> Answer {
    let (network, mail) = found(&visit, &id).await?;
    let (act, id) = (visit.clone(), mail.id);
    visit
        .store()
        .write(move |conn| actions::reopen(conn, &mut act.moment(), (&act.actor, network), id))
        .await?;
    back(&visit, id, "mail-reopened")
}

fn back(visit: &Visit, id: Uuid, done: &str) -> Answer {
    let path = links::mail(&visit.network()?.slug, id, "");
    Ok(go(visit, &path, done))
}

pub(super) async fn free(visit: Visit, mut form: Form) -> Answer {
    let network = visit.network()?.id;
    let (act, address) = (visit.clone(), form.line("address", LINE));
    visit
        .store()
        .write(move |conn| {
            let desk = (&act.actor, network);
            outbox::free_address(conn, &mut act.moment(), desk, &address)
        })
        .await?;
    let path = links::inbox(&visit.network()?.slug);
    Ok(go(&visit, &path, "address-freed"))
}

pub(super) async fn settings(visit: Visit) -> Answer {
    let network = visit.network()?.id;
    let rules = visit
        .store()
        .read(move |conn| actions::rules(conn, network))
        .await?;
    show(&pages::settings_page(&visit, pages::typed(rules))?)
}

pub(super) async fn set(visit: Visit, mut form: Form) -> Answer {
    let network = visit.network()?.id;
    let days = form.number("days", 0, ReminderRule::MOST_DAYS);
    let Some(days) = days.filter(|_| !form.is_blamed()) else {
        if form.blames().is_empty() {
            form.blame(base::Blame::at("days", "fault-missing"));
        }
        let page = pages::settings_page(&visit, form)?;
        return show_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let rules = Rules {
        reminders: ReminderRule {
            days,
            without_release: form.has("without_release"),
            day_before: form.has("day_before"),
        },
        wants_digest: form.has("digest"),
    };
    let act = visit.clone();
    visit
        .store()
        .write(move |conn| {
            let desk = (&act.actor, network);
            actions::set_rules(conn, &mut act.moment(), desk, rules)
        })
        .await?;
    let path = links::settings(&visit.network()?.slug);
    Ok(go(&visit, &path, "inbox-settings"))
}
