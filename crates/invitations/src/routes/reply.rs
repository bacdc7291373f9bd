//! Answering from a mail, without an account. Opening the page changes nothing: mail
//! programs and scanners open every link.

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use base::{DocumentId, Halt};
use shell::{Answer, Form, Page, Visit, query_value, show_as};

use super::guests::{agree, listed, spoken};
use crate::actions::{self, Answered, ByLink};
use crate::pages::{self, ClosedPage};
use crate::rules::answer_of;

/// The query after an answer was taken; the page says so beside what it shows.
const RECORDED: &str = "eingetragen";

pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    let Some(found) = found(&visit, token.clone()).await? else {
        return closed(&visit).await;
    };
    let asked = query_value(&visit.query, "a").and_then(|word| answer_of(&word));
    let is_done = visit.query == RECORDED;
    let mut form = pages::reply_fields(&found.invitation, asked);
    let (inner, person) = (visit.clone(), found.invitation.person);
    let listed = visit
        .store()
        .read(move |conn| inner.app.may_be_listed(conn, person));
    if listed.await? {
        form.put("listed", "true".to_owned());
    }
    page(&visit, (found, token), (form, is_done), StatusCode::OK).await
}

pub(super) async fn record(visit: Visit, Path(token): Path<String>, mut form: Form) -> Answer {
    let Some(found) = found(&visit, token.clone()).await? else {
        return closed(&visit).await;
    };
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(spoken) = spoken(&mut form) else {
        return page(&visit, (found, token), (form, false), unprocessable).await;
    };
    let (mut moment, secret, inner) = (visit.moment(), token.clone(), visit.clone());
    let listed = (found.invitation.person, listed(&form));
    let done = visit
        .store()
        .write(move |conn| {
            let answered = actions::answer_by_link(conn, &mut moment, &secret, spoken)?;
            agree(conn, &mut moment, &inner, listed)?;
            Ok::<_, Halt>(answered)
        })
        .await;
    match done {
        Ok(Answered::Asked) => {
            let path = form_path(&visit, (found, token)).await?;
            Ok(unlisted(Redirect::to(&visit.href(&path)).into_response()))
        }
        Ok(Answered::Recorded) => {
            let path = visit.href(&format!("/antwort/{token}?{RECORDED}"));
            Ok(unlisted(Redirect::to(&path).into_response()))
        }
        Err(Halt::Missing) => closed(&visit).await,
        Err(halt) => {
            form.take_refusal(halt)?;
            page(&visit, (found, token), (form, false), unprocessable).await
        }
    }
}

/// A document of the gathering, to whom the link was written, where signing in would show it.
pub(super) async fn document(
    visit: Visit,
    Path((token, document)): Path<(String, String)>,
) -> Answer {
    let id: DocumentId = document.parse().map_err(|_| Halt::Missing)?;
    let Some(found) = found(&visit, token).await? else {
        return closed(&visit).await;
    };
    let readable = visit
        .store()
        .read(move |conn| actions::documents_for(conn, &found.gathering, found.invitation.person))
        .await?;
    let document = readable
        .into_iter()
        .find(|it| it.id == id)
        .ok_or(Halt::Missing)?;
    gatherings::hand_out(&visit, &document).await.map(unlisted)
}

/// Where the questions are that come with a place.
async fn form_path(visit: &Visit, (found, token): (ByLink, String)) -> Result<String, Halt> {
    let network = found.gathering.network;
    let network = visit
        .store()
        .read(move |conn| register::network(conn, network))
        .await?
        .ok_or(Halt::Missing)?;
    let slug = &found.gathering.slug;
    Ok(registration::links::guest_form(&network.slug, slug, &token))
}

async fn found(visit: &Visit, token: String) -> Result<Option<ByLink>, Halt> {
    let now = visit.now;
    visit
        .store()
        .read(move |conn| actions::by_link(conn, &token, now))
        .await
}

async fn page(
    visit: &Visit,
    (found, token): (ByLink, String),
    shown: (Form, bool),
    status: StatusCode,
) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::reply_page(conn, &inner, (&found, &token), shown))
        .await?;
    show_as(status, &page).map(unlisted)
}

/// One page for everything that opens nothing, so that nobody learns why. Nothing says which
/// network a dead link belonged to; with one network in the house its office is named.
async fn closed(visit: &Visit) -> Answer {
    let networks = visit.store().read(register::networks).await?;
    let mut page = Page::new(visit, visit.say("invitations-dead-link"));
    if let [network] = networks.as_slice() {
        page = page.of_network(&pages::card(network));
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
