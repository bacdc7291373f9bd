//! Answers that are not the page one asked for: missing, forbidden, refused, broken.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use base::access::{Right, Role, roles_with};
use base::{Blame, Fault, Halt, Lack, Lang};
use tower_http::csrf::ProtectionError;

use crate::app::App;
use crate::page::language::ContentLang;
use crate::page::{Link, Page};
use crate::phrases::Arg;
use crate::visit::Visit;

/// What a handler returns.
pub type Answer = Result<Response, Problem>;

/// A refusal on its way to the guard, which knows person and language and writes the page.
#[derive(Debug)]
pub struct Problem(pub Denied);

/// Why a page is not shown.
#[derive(Clone, Debug)]
pub enum Denied {
    /// 404.
    Missing,
    /// 403 with the right that is missing.
    Forbidden(Right),
    /// 422 with what is wrong.
    Refused(Vec<Blame>),
    /// 409.
    Stale,
    /// 429.
    TooOften,
    /// 413.
    TooLarge,
    /// 400, what came is no form.
    Unreadable,
    /// 403, another site sent the form.
    Elsewhere,
    /// 408.
    TooSlow,
    /// 503, something is missing that may come back.
    Lacking(Lack),
    /// 500.
    Broken,
}

impl From<Halt> for Denied {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::Refused(blames) => Self::Refused(blames),
            Halt::Missing => Self::Missing,
            Halt::Stale => Self::Stale,
            Halt::Fault(fault) => {
                tracing::error!(story = fault.whole_story(), "a request failed");
                fault.lack().map_or(Self::Broken, Self::Lacking)
            }
        }
    }
}

impl<T: Into<Halt>> From<T> for Problem {
    fn from(halt: T) -> Self {
        Self(Denied::from(halt.into()))
    }
}

impl Denied {
    const fn status(&self) -> StatusCode {
        match self {
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Forbidden(_) | Self::Elsewhere => StatusCode::FORBIDDEN,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Stale => StatusCode::CONFLICT,
            Self::TooOften => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Lacking(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    const fn key(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Forbidden(_) => "forbidden",
            Self::Refused(_) => "refused",
            Self::Stale => "stale",
            Self::TooOften => "too-often",
            Self::TooLarge => "too-large",
            Self::Unreadable => "unreadable",
            Self::Elsewhere => "elsewhere",
            Self::TooSlow => "too-slow",
            Self::Lacking(Lack::Database) => "away",
            Self::Lacking(Lack::Room) => "full",
            Self::Broken => "broken",
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.0.status().into_response();
        response.extensions_mut().insert(self.0);
        response
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'p> {
    page: &'p Page,
    headline: &'p str,
    text: String,
    what_to_do: Option<String>,
    /// Whom to ask: a name and a mail address.
    asks: Option<(String, String)>,
    /// The language of the name, where a network has given it.
    office_lang: ContentLang,
    links: Vec<Link>,
}

/// After how many seconds machines may ask again.
const SOON: &str = "30";

/// The page for a request of which the register could not tell whose it is.
pub(crate) fn unidentified((visit, fault): (Visit, Fault)) -> Response {
    page(&visit, &Denied::from(Halt::Fault(fault)))
}

/// The page that says why, and what the person can do.
pub(crate) fn page(visit: &Visit, denied: &Denied) -> Response {
    page_as(denied.status(), visit, denied)
}

/// The same with a status of its own.
pub(crate) fn page_as(status: StatusCode, visit: &Visit, denied: &Denied) -> Response {
    let key = denied.key();
    let headline_key = format!("shell-error-{key}");
    let page = Page::new(visit, visit.say(&headline_key));
    let shown = ErrorPage {
        headline: visit.say(&headline_key),
        text: text(visit, denied),
        what_to_do: Some(advice(visit, denied)),
        asks: whom_to_ask(visit, denied),
        office_lang: visit.content_lang().when(visit.network.is_some()),
        links: links(visit, denied),
        page: &page,
    }
    .render();
    match shown {
        Ok(html) if status == StatusCode::SERVICE_UNAVAILABLE => {
            let later = [(header::RETRY_AFTER, SOON)];
            (status, later, Html(html)).into_response()
        }
        Ok(html) => (status, Html(html)).into_response(),
        Err(cause) => broken(&visit.app, &Fault::because("render the error page", cause)),
    }
}

fn text(visit: &Visit, denied: &Denied) -> String {
    match denied {
        Denied::Forbidden(right) => {
            let right = visit.say(right.key()).to_owned();
            let network = visit
                .network
                .as_ref()
                .map_or("Kreis", |it| it.name.as_str())
                .to_owned();
            visit.tell(
                "shell-error-forbidden-text",
                &[("right", right.into()), ("network", network.into())],
            )
        }
        Denied::Refused(blames) => blames
            .iter()
            .map(|blame| said(visit, blame))
            .collect::<Vec<_>>()
            .join(" "),
        other => visit
            .say(&format!("shell-error-{}-text", other.key()))
            .to_owned(),
    }
}

/// What to do; where a right is missing, which roles have it.
fn advice(visit: &Visit, denied: &Denied) -> String {
    let Denied::Forbidden(right) = denied else {
        let key = format!("shell-error-{}-advice", denied.key());
        return visit.say(&key).to_owned();
    };
    // A role that the person has already is not the one that opens this door.
    let has = |role: &Role| {
        let network = visit.network.as_ref();
        network.is_some_and(|it| visit.actor.has_role(*role, it.id))
    };
    let roles: Vec<&str> = roles_with(*right)
        .into_iter()
        .filter(|role| !has(role))
        .map(|role| visit.say(role.key()))
        .collect();
    let roles = roles.join(", ");
    let key = if has_office(visit, *right) {
        "shell-error-forbidden-advice"
    } else {
        "shell-error-forbidden-operator"
    };
    visit.tell(key, &[("roles", roles.into())])
}

/// What concerns the installation is no office's to give.
fn has_office(visit: &Visit, right: Right) -> bool {
    visit.network.is_some() && right != Right::Operate
}

fn whom_to_ask(visit: &Visit, denied: &Denied) -> Option<(String, String)> {
    let Denied::Forbidden(right) = denied else {
        return None;
    };
    let Some(network) = visit.network.as_ref().filter(|_| has_office(visit, *right)) else {
        let name = visit.say("role-operator").to_owned();
        return Some((name, visit.app.settings.mail_from.clone()));
    };
    let named = Some(&network.office_name).filter(|it| !it.is_empty());
    let name = named.map_or_else(|| visit.say("role-office"), String::as_str);
    Some((name.to_owned(), network.office_mail.clone()))
}

/// The words of a fault.
pub fn said(visit: &Visit, blame: &Blame) -> String {
    let args: Vec<(&str, Arg)> = blame
        .args
        .iter()
        .map(|(name, value)| {
            (
                *name,
                match value.parse::<i64>() {
                    // A postcode with a leading nought is text.
                    Ok(number) if number.to_string() == *value => Arg::Number(number),
                    _ => Arg::from(value),
                },
            )
        })
        .collect();
    visit.tell(blame.key, &args)
}

fn links(visit: &Visit, denied: &Denied) -> Vec<Link> {
    let mut links = Vec::new();
    if !visit.actor.is_signed_in() && matches!(denied, Denied::Missing) {
        let back = visit.href(&visit.path);
        links.push(Link::new(
            visit.say("shell-sign-in"),
            visit.sign_in_href(&back),
        ));
    }
    let home = match &visit.network {
        Some(network) => Link::new(&network.name, visit.href(&format!("/{}", network.slug))),
        None => Link::new(visit.say("shell-home"), visit.href("/")),
    };
    links.push(home);
    links
}

/// The page for an answer that came without one, from where person and language are unknown.
pub(crate) fn bare(response: &Response) -> Option<Denied> {
    let is_plain = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if !is_plain {
        return None;
    }
    match response.status() {
        StatusCode::FORBIDDEN => response
            .extensions()
            .get::<ProtectionError>()
            .map(|_| Denied::Elsewhere),
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(Denied::Missing),
        StatusCode::REQUEST_TIMEOUT => Some(Denied::TooSlow),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Denied::TooLarge),
        StatusCode::TOO_MANY_REQUESTS => Some(Denied::TooOften),
        StatusCode::INTERNAL_SERVER_ERROR => Some(Denied::Broken),
        status if status.is_client_error() => Some(Denied::Unreadable),
        _ => None,
    }
}

/// The last resort: no network, no person, no layout.
pub(crate) fn broken(app: &App, fault: &Fault) -> Response {
    tracing::error!(
        story = fault.whole_story(),
        "a request failed before its page"
    );
    let text = Lang::ALL.map(|lang| app.phrases.say(lang, "shell-error-broken-text"));
    let text = text.join("\n\n");
    let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (StatusCode::INTERNAL_SERVER_ERROR, kind, text).into_response()
}
