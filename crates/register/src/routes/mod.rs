//! The register's routes and their handlers.

mod account;
mod alike;
pub(crate) mod functions;
mod group_members;
mod groups;
mod memberships;
mod organisations;
mod people;
mod person_accounts;
mod settings;
mod setup;
mod sign_in;
mod wordings;

pub use sign_in::{admit_address, browser};

use std::fmt::Display;
use std::str::FromStr;

use axum::response::{IntoResponse, Redirect, Response};
use base::access::Actor;
use base::{Halt, Moment, NetworkId};
use jiff::civil::Date;
use shell::{
    Answer, ConfirmPage, Form, LINE, Marked, Page, Routes, Visit, query_value, session_cookie, show,
};
use store::Conn;

use crate::links;
use crate::types::Term;

/// All routes of the register.
pub(crate) fn fill(routes: &mut Routes) {
    sign_in::fill(routes);
    account::fill(routes);
    setup::fill(routes);
    settings::fill(routes);
    wordings::fill(routes);
    organisations::fill(routes);
    memberships::fill(routes);
    people::fill(routes);
    functions::fill(routes);
    person_accounts::fill(routes);
    groups::fill(routes);
    group_members::fill(routes);
    crate::choosing::fill(routes);
    crate::mailing_lists::routes::fill(routes);
    crate::handover::routes::fill(routes);
    crate::roles::routes::fill(routes);
    crate::entrusting::routes::fill(routes);
}

/// The id in an address; an address that holds none leads nowhere.
pub(crate) fn id<T: FromStr>(text: &str) -> Result<T, Halt> {
    text.parse().map_err(|_| Halt::Missing)
}

/// Does an act in one transaction, unless the form is blamed already; a refusal goes into the
/// form, which is then to be shown again.
pub(crate) async fn act<T: Send + 'static>(
    visit: &Visit,
    form: &mut Form,
    act: impl FnOnce(&mut Conn<'_>, &mut Moment, &Actor) -> Result<T, Halt> + Send + 'static,
) -> Result<Option<T>, Halt> {
    if form.is_blamed() {
        return Ok(None);
    }
    match act_at_once(visit, act).await {
        Ok(done) => Ok(Some(done)),
        Err(halt) => {
            form.take_refusal(halt)?;
            Ok(None)
        }
    }
}

/// Does an act in one transaction.
pub(crate) async fn act_at_once<T: Send + 'static>(
    visit: &Visit,
    act: impl FnOnce(&mut Conn<'_>, &mut Moment, &Actor) -> Result<T, Halt> + Send + 'static,
) -> Result<T, Halt> {
    let (who, mut moment) = (visit.actor.clone(), visit.moment());
    visit
        .store()
        .write(move |conn| act(conn, &mut moment, &who))
        .await
}

/// Sends a browser on with its new session.
pub fn signed_in(visit: &Visit, session: &str, target: &str) -> Response {
    const YEAR: i64 = 365 * 24 * 3600;
    let (name, cookie) = session_cookie(&visit.app, Some(session), YEAR);
    ([(name, cookie)], Redirect::to(target)).into_response()
}

/// What the address searches for.
pub(crate) fn searched(visit: &Visit) -> String {
    let typed = query_value(&visit.query, "suche").unwrap_or_default();
    typed.chars().take(LINE).collect()
}

/// The network of the address: its id and slug.
pub(crate) fn here(visit: &Visit) -> Result<(NetworkId, String), Halt> {
    let network = visit.network()?;
    Ok((network.id, network.slug.clone()))
}

/// A path below the network of the address, in no language yet.
pub(crate) fn path(visit: &Visit, address: &str, record: impl Display) -> String {
    let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
    links::below(address, slug, record)
}

/// The first and last day of a form.
fn term(form: &mut Form) -> Term {
    Term {
        from: form.date("from"),
        until: form.date("until"),
    }
}

/// What is said about closing one kind of record; all phrase keys.
struct Closing {
    question: &'static str,
    consequence: &'static str,
    label: &'static str,
    closed: &'static str,
    reopened: &'static str,
}

impl Closing {
    const fn done(&self, closed: bool) -> &'static str {
        if closed { self.closed } else { self.reopened }
    }
}

/// Asks before a record is closed; `close` is where that happens, `record` where one comes from.
fn closing_question(
    visit: &Visit,
    words: &Closing,
    name: &str,
    (close, record): (&str, &str),
) -> Answer {
    let page = Page::told(visit, words.question, &[("name", shell::record(name))]);
    show(&ConfirmPage {
        question: page.heading.clone(),
        page,
        consequences: vec![
            Marked::own(visit.say(words.consequence)),
            Marked::own(visit.say("register-close-undo")),
        ],
        action: visit.href(close),
        confirm_label: visit.say(words.label).to_owned(),
        danger: true,
        cancel_href: visit.href(record),
    })
}

/// A last day to begin with: today.
fn until_today(visit: &Visit) -> Form {
    Form::of([("until", visit.today().to_string())])
}

/// The last day of something that ends; it must be given.
fn last_day(form: &mut Form) -> Option<Date> {
    form.required("until", 40);
    if form.is_blamed() {
        return None;
    }
    form.date("until")
}
