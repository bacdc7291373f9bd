//! A poll, its mail, and asking.

use axum::extract::Path;
use shell::{Answer, Visit, go};

use super::led;
use crate::rules::{DatePoll, PollState};
use crate::{actions, letters, links, pages};

type Below = Path<(String, String)>;

async fn show_poll(visit: &Visit, poll: DatePoll) -> Answer {
    let inner = visit.clone();
    if poll.state == PollState::Draft {
        let page = visit
            .store()
            .read(move |conn| pages::draft_page(conn, &inner, &poll))
            .await?;
        return shell::show(&page);
    }
    let page = visit
        .store()
        .read(move |conn| pages::results_page(conn, &inner, &poll, None))
        .await?;
    shell::show(&page)
}

pub(super) async fn show(visit: Visit, Path((_, id)): Below) -> Answer {
    let poll = led(&visit, &id).await?;
    show_poll(&visit, poll).await
}

pub(super) async fn html(visit: Visit, Path((_, id)): Below) -> Answer {
    let poll = led(&visit, &id).await?;
    let app = visit.app.clone();
    let content = visit
        .store()
        .read(move |conn| letters::sample(conn, &app, &poll, None))
        .await?;
    outbox::frame(outbox::printed(content).await?)
}

pub(super) async fn trial(visit: Visit, Path((_, id)): Below) -> Answer {
    let id = led(&visit, &id).await?.id;
    let act = visit.clone();
    visit
        .store()
        .write(move |conn| actions::send_test(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::poll(&visit.network()?.slug, id, "");
    Ok(go(&visit, &path, "date-poll-test"))
}

pub(super) async fn lay_out(visit: Visit, Path((_, id)): Below) -> Answer {
    let id = led(&visit, &id).await?.id;
    let act = visit.clone();
    visit
        .store()
        .write(move |conn| actions::lay_out(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::poll(&visit.network()?.slug, id, "");
    Ok(go(&visit, &path, "date-poll-laid-out"))
}

pub(super) async fn remind(visit: Visit, Path((_, id)): Below) -> Answer {
    let id = led(&visit, &id).await?.id;
    let act = visit.clone();
    visit
        .store()
        .write(move |conn| actions::remind(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::poll(&visit.network()?.slug, id, "");
    Ok(go(&visit, &path, "date-poll-reminded"))
}
