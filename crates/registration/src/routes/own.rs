//! One's own registration, behind the link in one's mail. Opening it changes nothing: mail
//! programs and scanners open every link.

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use base::{GatheringId, Halt, Moment};
use jiff::civil::Date;
use shell::{Answer, Denied, Form, LINE, Page, Problem, Visit, go, show_as};
use store::Conn;
use uuid::Uuid;

use crate::actions::{self, Own};
use crate::pages::{self, ClosedPage};
use crate::rules::{Registration, attached, checked_with};
use crate::{links, records};

type Token = Path<String>;

/// Reads behind a link.
async fn reading<T: Send + 'static>(
    visit: &Visit,
    token: &str,
    make: impl FnOnce(&mut Conn<'_>, &Visit, (&Own, &str)) -> Result<T, Halt> + Send + 'static,
) -> Result<T, Halt> {
    let (inner, secret) = (visit.clone(), token.to_owned());
    visit
        .store()
        .read(move |conn| {
            let id = actions::by_link(conn, &secret, inner.now)?.ok_or(Halt::Missing)?;
            let own = actions::own(conn, id, inner.now)?;
            make(conn, &inner, (&own, &secret))
        })
        .await
}

/// A page that asks what to do with places; where all were given back there is nothing to ask,
/// and the page that says so is shown instead.
async fn asking<T: askama::Template + Send + 'static>(
    visit: &Visit,
    token: &str,
    status: StatusCode,
    make: impl FnOnce(&mut Conn<'_>, &Visit, (&Own, &str)) -> Result<T, Halt> + Send + 'static,
) -> Answer {
    let page = reading(visit, token, move |conn, visit, own| {
        let stands = own.0.places.iter().any(|it| it.state.is_alive());
        stands.then(|| make(conn, visit, own)).transpose()
    });
    match page.await {
        Ok(Some(page)) => show_as(status, &page).map(unlisted),
        Ok(None) if status == StatusCode::OK => Ok(led_home(visit, token)),
        Ok(None) => stands(visit, token, status).await,
        Err(Halt::Missing) => closed(visit).await,
        Err(halt) => Err(halt.into()),
    }
}

/// The page of a registration, which says what stands; also instead of an act that cannot be.
pub(crate) async fn stands(visit: &Visit, token: &str, status: StatusCode) -> Answer {
    match reading(visit, token, pages::own_page).await {
        Ok(page) => show_as(status, &page).map(unlisted),
        Err(Halt::Missing) => closed(visit).await,
        Err(halt) => Err(halt.into()),
    }
}

/// On to the page of a registration.
pub(crate) fn led_home(visit: &Visit, token: &str) -> Response {
    unlisted(Redirect::to(&visit.href(&links::own(token, ""))).into_response())
}

/// One page for everything that opens nothing, so that nobody learns why.
pub(crate) async fn closed(visit: &Visit) -> Answer {
    let networks = visit.store().read(register::networks).await?;
    let mut page = Page::new(visit, visit.say("registration-dead-link"));
    if let [network] = networks.as_slice() {
        page = page.of_network(&register::card(network.clone()));
    }
    page.sign_in_href = visit.href("/anmelden");
    let contacts = networks
        .iter()
        .map(|network| (network.name.clone(), pages::contact_lines(network)))
        .collect();
    show_as(StatusCode::NOT_FOUND, &ClosedPage { page, contacts }).map(unlisted)
}

/// What somebody sees behind the link to their registration, in whatever room: where the link
/// opens nothing, the page that says so; and no search engine keeps any of it.
pub async fn behind_link(visit: &Visit, answer: Answer) -> Answer {
    match answer {
        Err(Problem(Denied::Missing)) => closed(visit).await,
        other => other.map(unlisted),
    }
}

/// No search engine keeps such a page.
pub(crate) fn unlisted(mut response: Response) -> Response {
    let value = HeaderValue::from_static("noindex, nofollow");
    response.headers_mut().insert("x-robots-tag", value);
    response
}

pub(super) async fn show(visit: Visit, Path(token): Token) -> Answer {
    stands(&visit, &token, StatusCode::OK).await
}

pub(super) async fn ask_cancel(visit: Visit, Path(token): Token) -> Answer {
    asking(&visit, &token, StatusCode::OK, |conn, visit, own| {
        pages::cancel_page(conn, visit, own, Form::default())
    })
    .await
}

pub(super) async fn choose(visit: Visit, Path(token): Token) -> Answer {
    asking(&visit, &token, StatusCode::OK, |conn, visit, own| {
        pages::move_page(conn, visit, own, Form::default())
    })
    .await
}

pub(super) async fn details(visit: Visit, Path(token): Token) -> Answer {
    asking(&visit, &token, StatusCode::OK, |conn, visit, own| {
        pages::details_page(conn, visit, own, None)
    })
    .await
}

/// The day in the network of a registration.
fn today_of(conn: &mut Conn<'_>, id: Uuid, now: jiff::Timestamp) -> Result<Date, Halt> {
    let it = records::registration(conn, id)?.ok_or(Halt::Missing)?;
    let network = register::network(conn, it.network)?.ok_or(Halt::Missing)?;
    let zone = calendar::Zone::named(&network.zone).unwrap_or_else(|_| calendar::Zone::utc());
    Ok(zone.local(now).date())
}

/// Does something behind a link.
async fn acting<T: Send + 'static>(
    visit: &Visit,
    token: &str,
    act: impl FnOnce(&mut Conn<'_>, &mut Moment, (Uuid, Date)) -> Result<T, Halt> + Send + 'static,
) -> Result<T, Halt> {
    let (mut moment, now, secret) = (visit.moment(), visit.now, token.to_owned());
    visit
        .store()
        .write(move |conn| {
            let id = actions::by_link(conn, &secret, now)?.ok_or(Halt::Missing)?;
            let today = today_of(conn, id, now)?;
            act(conn, &mut moment, (id, today))
        })
        .await
}

/// After an act that has no form of its own: on to the page, which says what stands; a refusal
/// is said above it.
async fn led_on(visit: &Visit, token: &str, done: (Result<(), Halt>, &str)) -> Answer {
    match done {
        (Ok(()), word) => Ok(unlisted(go(visit, &links::own(token, ""), word))),
        (Err(Halt::Missing), _) => closed(visit).await,
        (Err(halt), _) => Err(halt.into()),
    }
}

/// After an answer to an offer: on to the page; it is shown at once where the offer has lapsed.
async fn answered(visit: &Visit, token: &str, done: (Result<(), Halt>, &str)) -> Answer {
    match done {
        (Err(Halt::Refused(_)), _) => stands(visit, token, StatusCode::UNPROCESSABLE_ENTITY).await,
        done => led_on(visit, token, done).await,
    }
}

pub(super) async fn confirm(visit: Visit, Path(token): Token) -> Answer {
    let done = acting(&visit, &token, actions::confirm).await;
    led_on(&visit, &token, (done, "registration-confirmed")).await
}

fn place(form: &mut Form) -> Result<Uuid, Halt> {
    pages::place_of(form).ok_or(Halt::Missing)
}

pub(super) async fn return_to(visit: Visit, Path(token): Token, mut form: Form) -> Answer {
    let place = place(&mut form)?;
    let done = acting(&visit, &token, move |conn, moment, (id, today)| {
        actions::return_to(conn, moment, (id, place, today))
    });
    let done = done.await;
    led_on(&visit, &token, (done, "registration-returned")).await
}

pub(super) async fn accept(visit: Visit, Path(token): Token, mut form: Form) -> Answer {
    let place = place(&mut form)?;
    let done = acting(&visit, &token, move |conn, moment, (id, _)| {
        actions::accept(conn, moment, (id, place))
    });
    let done = done.await;
    answered(&visit, &token, (done, "registration-accepted")).await
}

pub(super) async fn decline(visit: Visit, Path(token): Token, mut form: Form) -> Answer {
    let place = place(&mut form)?;
    let done = acting(&visit, &token, move |conn, moment, (id, _)| {
        actions::decline(conn, moment, (id, place))
    });
    let done = done.await;
    answered(&visit, &token, (done, "registration-declined")).await
}

pub(super) async fn cancel(visit: Visit, Path(token): Token, mut form: Form) -> Answer {
    let chosen: Vec<Uuid> = form
        .values("place")
        .iter()
        .filter_map(|it| it.parse().ok())
        .collect();
    let done = if chosen.is_empty() {
        Err(Halt::at("place", "registration-fault-nobody"))
    } else {
        acting(&visit, &token, move |conn, moment, (id, _)| {
            actions::cancel(conn, moment, id, &chosen)
        })
        .await
    };
    let Err(halt) = done else {
        return led_on(&visit, &token, (done, "registration-cancelled")).await;
    };
    if matches!(halt, Halt::Missing) {
        return closed(&visit).await;
    }
    form.take_refusal(halt)?;
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    asking(&visit, &token, status, |conn, visit, own| {
        pages::cancel_page(conn, visit, own, form)
    })
    .await
}

pub(super) async fn move_to(visit: Visit, Path(token): Token, mut form: Form) -> Answer {
    let gathering = form.id::<GatheringId>("gathering");
    let waits = form.has("waits") && form.value("waits") != "false";
    let done = match gathering {
        None => Err(Halt::at("gathering", "registration-fault-which")),
        Some(gathering) => {
            acting(&visit, &token, move |conn, moment, about| {
                actions::move_to(conn, moment, about, (gathering, waits))
            })
            .await
        }
    };
    let Err(halt) = done else {
        return led_on(&visit, &token, (done, "registration-moved")).await;
    };
    if matches!(halt, Halt::Missing) {
        return closed(&visit).await;
    }
    form.take_refusal(halt)?;
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    asking(&visit, &token, status, |conn, visit, own| {
        pages::move_page(conn, visit, own, form)
    })
    .await
}

pub(super) async fn change(visit: Visit, Path(token): Token, form: Form) -> Answer {
    let (secret, now) = (token.clone(), visit.now);
    let known = visit
        .store()
        .read(move |conn| {
            let id = actions::by_link(conn, &secret, now)?.ok_or(Halt::Missing)?;
            let own = actions::own(conn, id, now)?;
            let questions = records::fields(conn, own.desk.id)?;
            Ok::<_, Halt>((own, questions))
        })
        .await;
    let (own, questions) = match known {
        Ok(known) => known,
        Err(Halt::Missing) => return closed(&visit).await,
        Err(halt) => return Err(halt.into()),
    };
    let mut form = form;
    let it = Registration {
        name: form.required("name", LINE),
        organisation_name: form.line("organisation", LINE),
        phone: form.line("phone", 60),
        list_consent: form.has("list_consent") && form.value("list_consent") != "false",
        ..own.registration.clone()
    };
    let answers = checked_with(&mut form, &questions, &own.answers);
    let files = attached(&form, &questions, &answers);
    if !form.is_blamed() {
        let done = acting(&visit, &token, move |conn, moment, _| {
            actions::change_details(conn, moment, &it, (&answers, &files))
        });
        match done.await {
            Ok(()) => {
                return led_on(&visit, &token, (Ok(()), "registration-changed")).await;
            }
            Err(halt) => form.take_refusal(halt)?,
        }
    }
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    asking(&visit, &token, status, |conn, visit, own| {
        pages::details_page(conn, visit, own, Some(form))
    })
    .await
}
