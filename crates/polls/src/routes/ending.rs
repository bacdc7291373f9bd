//! The end of a poll: closed, extended, taken back, settled.

use axum::extract::Path;
use axum::http::StatusCode;
use base::{Blame, Halt};
use gatherings::Inform;
use shell::{Answer, ConfirmPage, Form, Marked, Page, Problem, Visit, go, show, show_as};
use uuid::Uuid;

use super::led;
use crate::pages;
use crate::rules::{DatePoll, PollState, ProposedDate};
use crate::{actions, links, records};

type Below = Path<(String, String)>;
type BelowDate = Path<(String, String, String)>;

pub(super) async fn close(visit: Visit, Path((_, id)): Below) -> Answer {
    let id = led(&visit, &id).await?.id;
    let act = visit.clone();
    visit
        .store()
        .write(move |conn| actions::close(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::poll(&visit.network()?.slug, id, "");
    Ok(go(&visit, &path, "date-poll-closed"))
}

pub(super) async fn set_deadline(visit: Visit, Path((_, id)): Below, mut form: Form) -> Answer {
    let poll = led(&visit, &id).await?;
    if form.value("until").trim().is_empty() {
        form.blame(Blame::at("until", "fault-missing"));
    }
    let until = form.date("until");
    let (Some(until), id, act) = (until, poll.id, visit.clone()) else {
        return refused(&visit, poll, form).await;
    };
    let done = visit
        .store()
        .write(move |conn| actions::set_deadline(conn, &mut act.moment(), &act.actor, (id, until)))
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        return refused(&visit, poll, form).await;
    }
    let path = links::poll(&visit.network()?.slug, id, "");
    Ok(go(&visit, &path, "date-poll-extended"))
}

/// The poll with what is wrong with the deadline. One without such a form only says so.
async fn refused(visit: &Visit, poll: DatePoll, form: Form) -> Answer {
    if !poll.stage(visit.now).can_be_settled() {
        return Err(Halt::Refused(form.blames().to_vec()).into());
    }
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::results_page(conn, &inner, &poll, Some(form)))
        .await?;
    show_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

pub(super) async fn ask_withdrawal(visit: Visit, Path((_, id)): Below) -> Answer {
    let poll = led(&visit, &id).await?;
    let here = links::poll(&visit.network()?.slug, poll.id, "");
    let is_draft = poll.state == PollState::Draft;
    let (key, follows) = if is_draft {
        ("polls-delete", "polls-delete-follows")
    } else {
        ("polls-withdraw", "polls-withdraw-follows")
    };
    let title = [("title", shell::record(&poll.title))];
    let question = if is_draft {
        visit.tell_marked("polls-delete-question", &title)
    } else {
        visit.tell_marked("polls-withdraw-question", &title)
    };
    show(&ConfirmPage {
        page: pages::below(&visit, &poll, Page::new(&visit, visit.say(key)))?,
        question,
        consequences: vec![Marked::own(visit.say(follows))],
        action: visit.href(&format!("{here}/ruecknahme")),
        confirm_label: visit.say(key).to_owned(),
        cancel_href: visit.href(&here),
        danger: true,
    })
}

pub(super) async fn withdraw(visit: Visit, Path((_, id)): Below) -> Answer {
    let poll = led(&visit, &id).await?;
    let (id, act) = (poll.id, visit.clone());
    visit
        .store()
        .write(move |conn| actions::withdraw(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let slug = &visit.network()?.slug;
    if poll.state == PollState::Draft {
        return Ok(go(&visit, &links::polls(slug), "date-poll-deleted"));
    }
    let path = links::poll(slug, id, "");
    Ok(go(&visit, &path, "date-poll-withdrawn"))
}

/// A day of a poll that the visitor leads.
async fn found(visit: &Visit, id: &str, date: &str) -> Result<(DatePoll, ProposedDate), Problem> {
    let poll = led(visit, id).await?;
    let (id, date): (_, Uuid) = (poll.id, date.parse().map_err(|_| Halt::Missing)?);
    let dates = visit
        .store()
        .read(move |conn| records::dates(conn, id))
        .await?;
    let date = dates.into_iter().find(|it| it.id == date);
    Ok((poll, date.ok_or(Halt::Missing)?))
}

pub(super) async fn ask_settlement(visit: Visit, Path((_, id, date)): BelowDate) -> Answer {
    let found = found(&visit, &id, &date).await?;
    settle_page(&visit, found, (Form::default(), StatusCode::OK)).await
}

async fn settle_page(
    visit: &Visit,
    (poll, date): (DatePoll, ProposedDate),
    (form, status): (Form, StatusCode),
) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::settle_page(conn, &inner, (&poll, &date), form))
        .await?;
    show_as(status, &page)
}

pub(super) async fn settle(visit: Visit, Path((_, id, date)): BelowDate, mut form: Form) -> Answer {
    let (poll, date) = found(&visit, &id, &date).await?;
    let inform = Inform::from_word(form.value("inform"));
    let (about, act) = ((poll.id, date.id), visit.clone());
    let done = visit
        .store()
        .write(move |conn| actions::settle(conn, &mut act.moment(), &act.actor, about, inform))
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        let refused = (form, StatusCode::UNPROCESSABLE_ENTITY);
        return settle_page(&visit, (poll, date), refused).await;
    }
    let path = links::poll(&visit.network()?.slug, poll.id, "");
    Ok(go(&visit, &path, "date-poll-settled"))
}
