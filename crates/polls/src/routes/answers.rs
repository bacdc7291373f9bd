//! Saying which days suit: from a mail, signed in, or the office for somebody. Opening a mail's
//! link changes nothing: mail programs and scanners open every link.

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use base::Halt;
use shell::{Answer, Form, Page, Problem, Visit, go, show_as};
use uuid::Uuid;

use super::led;
use crate::actions::{self, ByLink, Spoken};
use crate::pages::{self, Answering, ClosedPage};
use crate::rules::{Fits, MOST_DATES};
use crate::{links, records};

/// The query after an answer was taken; the page says so beside what it shows.
const RECORDED: &str = "eingetragen";
/// The longest remark.
const REMARK: usize = 1000;

/// What a form says; nothing where it is too long, which the form then says.
fn spoken(form: &mut Form) -> Option<Spoken> {
    let remark = form.text("remark", REMARK);
    let fits = (0..MOST_DATES).map(|place| Fits::from_word(form.value(&actions::field(place))));
    let fits = fits.collect();
    (!form.is_blamed()).then_some(Spoken { fits, remark })
}

/// An answer on its way: what it is about, who gives it, and where its form goes.
struct Asking {
    found: ByLink,
    answering: Answering,
    action: String,
}

async fn page(
    visit: &Visit,
    asking: Asking,
    shown: Option<(Form, StatusCode)>,
    is_done: bool,
) -> Answer {
    let inner = visit.clone();
    let status = shown.as_ref().map_or(StatusCode::OK, |(_, status)| *status);
    let page = visit
        .store()
        .read(move |conn| {
            let form = match shown {
                Some((form, _)) => form,
                None => pages::typed_answers(conn, &asking.found)?,
            };
            let about = (&asking.found, asking.answering);
            pages::answer_page(conn, &inner, about, &asking.action, (form, is_done))
        })
        .await?;
    show_as(status, &page)
}

async fn refused(visit: &Visit, asking: Asking, form: Form) -> Answer {
    let shown = Some((form, StatusCode::UNPROCESSABLE_ENTITY));
    page(visit, asking, shown, false).await
}

async fn by_link(visit: &Visit, token: &str) -> Result<Option<Asking>, Halt> {
    let (now, action) = (visit.now, links::answer(token));
    let token = token.to_owned();
    let found = visit
        .store()
        .read(move |conn| actions::by_link(conn, &token, now))
        .await?;
    Ok(found.map(|found| Asking {
        found,
        answering: Answering::ByLink,
        action,
    }))
}

pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    let Some(asking) = by_link(&visit, &token).await? else {
        return closed(&visit).await;
    };
    let is_done = visit.query == RECORDED;
    page(&visit, asking, None, is_done).await.map(unlisted)
}

pub(super) async fn record(visit: Visit, Path(token): Path<String>, mut form: Form) -> Answer {
    let Some(asking) = by_link(&visit, &token).await? else {
        return closed(&visit).await;
    };
    let Some(spoken) = spoken(&mut form) else {
        return refused(&visit, asking, form).await.map(unlisted);
    };
    let (mut moment, secret) = (visit.moment(), token.clone());
    let done = visit
        .store()
        .write(move |conn| actions::answer_by_link(conn, &mut moment, &secret, &spoken))
        .await;
    match done {
        Ok(()) => {
            let path = format!("{}?{RECORDED}", links::answer(&token));
            Ok(unlisted(Redirect::to(&visit.href(&path)).into_response()))
        }
        Err(Halt::Missing) => closed(&visit).await,
        Err(halt) => {
            form.take_refusal(halt)?;
            refused(&visit, asking, form).await.map(unlisted)
        }
    }
}

/// One page for everything that opens nothing, so that nobody learns why. Nothing says which
/// network a dead link belonged to; with one network in the house its office is named.
async fn closed(visit: &Visit) -> Answer {
    let networks = visit.store().read(register::networks).await?;
    let mut page = Page::new(visit, visit.say("invitations-dead-link"));
    if let [network] = networks.as_slice() {
        page = page.of_network(&register::card(network.clone()));
    }
    page.sign_in_href = visit.href("/anmelden");
    let contacts = networks
        .iter()
        .map(|network| (network.name.clone(), pages::contact(network)))
        .collect();
    show_as(StatusCode::NOT_FOUND, &ClosedPage { page, contacts }).map(unlisted)
}

/// No search engine keeps such a page.
fn unlisted(mut response: Response) -> Response {
    let value = HeaderValue::from_static("noindex, nofollow");
    response.headers_mut().insert("x-robots-tag", value);
    response
}

/// What the visitor is asked; whoever is not learns nothing.
async fn oneself(visit: &Visit, id: &str) -> Result<Asking, Problem> {
    let network = visit.network()?;
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    let about = (network.id, id);
    let person = visit.actor.person;
    let found = visit
        .store()
        .read(move |conn| actions::for_oneself(conn, about, person))
        .await?;
    Ok(Asking {
        action: links::poll(&network.slug, id, "/antwort"),
        found: found.ok_or(Halt::Missing)?,
        answering: Answering::AsOneself,
    })
}

pub(super) async fn own(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let asking = oneself(&visit, &id).await?;
    page(&visit, asking, None, false).await
}

pub(super) async fn as_oneself(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let asking = oneself(&visit, &id).await?;
    let Some(spoken) = spoken(&mut form) else {
        return refused(&visit, asking, form).await;
    };
    let about = (visit.network()?.id, asking.found.poll.id);
    let act = visit.clone();
    let done = visit
        .store()
        .write(move |conn| {
            actions::answer_as_asked(conn, &mut act.moment(), &act.actor, about, &spoken)
        })
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        return refused(&visit, asking, form).await;
    }
    Ok(go(&visit, &asking.action, "date-poll-answered"))
}

/// Somebody who is asked in a poll that the visitor leads.
async fn asked(visit: &Visit, id: &str, asked: &str) -> Result<Asking, Problem> {
    let poll = led(visit, id).await?;
    let asked: Uuid = asked.parse().map_err(|_| Halt::Missing)?;
    let asked = visit
        .store()
        .read(move |conn| records::asked(conn, asked))
        .await?
        .filter(|it| it.poll == poll.id)
        .ok_or(Halt::Missing)?;
    Ok(Asking {
        action: links::person(&visit.network()?.slug, poll.id, asked.id),
        found: ByLink { asked, poll },
        answering: Answering::ForSomebody,
    })
}

type BelowPerson = Path<(String, String, String)>;

pub(super) async fn somebody(visit: Visit, Path((_, id, who)): BelowPerson) -> Answer {
    let asking = asked(&visit, &id, &who).await?;
    page(&visit, asking, None, false).await
}

pub(super) async fn for_somebody(
    visit: Visit,
    Path((_, id, who)): BelowPerson,
    mut form: Form,
) -> Answer {
    let asking = asked(&visit, &id, &who).await?;
    let Some(spoken) = spoken(&mut form) else {
        return refused(&visit, asking, form).await;
    };
    let (act, who) = (visit.clone(), asking.found.asked.id);
    let done = visit
        .store()
        .write(move |conn| actions::answer_for(conn, &mut act.moment(), &act.actor, who, &spoken))
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        return refused(&visit, asking, form).await;
    }
    let path = links::poll(&visit.network()?.slug, asking.found.poll.id, "");
    Ok(go(&visit, &path, "date-poll-answered"))
}
