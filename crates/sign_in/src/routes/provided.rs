//! Signing in through another provider: there, back, and what is said where it fails.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use base::access::Right;
use base::{Fault, Halt, Lang};
use register::{browser, local_path, signed_in};
use ring::digest::{SHA256, digest};
use shell::{
    Answer, Denied, Limit, Link, Page, Problem, Routes, Visit, encoded, query_value, show_as,
};

use crate::actions::{self, Entered};
use crate::links;
use crate::locks::Locks;
use crate::pages::{Office, ProvidedPage};
use crate::provider::{self, Flow, Provider, Refusal};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::PROVIDER, Right::ReadPublic, there);
    routes.get(links::PROVIDER_BACK, Right::ReadPublic, back);
    routes.get(links::PROVIDER_NO, Right::ReadPublic, no);
}

/// The buttons of the sign-in page.
pub(crate) fn entrances(visit: &Visit, onward: &str) -> Vec<Link> {
    let locks = Locks::of(&visit.app);
    let providers = locks.providers().iter();
    let button = |it: &Provider| {
        let path = links::provider(links::PROVIDER, &it.word);
        let path = if onward.is_empty() {
            path
        } else {
            format!("{path}?weiter={}", encoded(onward))
        };
        Link::new(&it.name, visit.href(&path))
    };
    providers.map(button).collect()
}

/// Why nobody is signed in, as the address says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum No {
    Unknown,
    Other,
    Cancelled,
    Silent,
    Unbelieved,
    Late,
}

impl No {
    const ALL: [Self; 6] = [
        Self::Unknown,
        Self::Other,
        Self::Cancelled,
        Self::Silent,
        Self::Unbelieved,
        Self::Late,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unbekannt",
            Self::Other => "vergeben",
            Self::Cancelled => "abgebrochen",
            Self::Silent => "stumm",
            Self::Unbelieved => "ungueltig",
            Self::Late => "abgelaufen",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Unknown => "sign-in-provided-unknown",
            Self::Other => "sign-in-provided-other",
            Self::Cancelled => "sign-in-provided-cancelled",
            Self::Silent => "sign-in-provided-silent",
            Self::Unbelieved => "sign-in-provided-unbelieved",
            Self::Late => "sign-in-provided-late",
        }
    }

    const fn asks_somebody(self) -> bool {
        matches!(self, Self::Unknown | Self::Other)
    }
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Silent => Self::Silent,
            Refusal::Unbelieved => Self::Unbelieved,
        }
    }
}

fn admit(visit: &Visit) -> Result<(), Problem> {
    let now = visit.app.real_clock.now();
    if visit.app.limits.admit(Limit::Client, &visit.client, now) {
        Ok(())
    } else {
        Err(Problem(Denied::TooOften))
    }
}

fn redirect_address(visit: &Visit, provider: &Provider) -> String {
    let path = links::provider(links::PROVIDER_BACK, &provider.word);
    visit.app.url(Lang::De, &path)
}

/// The page that says no, in the language of whoever asked; the address loses what came with it.
fn say_no(visit: &Visit, provider: &Provider, lang: Lang, no: No) -> Response {
    let path = links::provider(links::PROVIDER_NO, &provider.word);
    let target = format!("{}{path}?grund={}", lang.prefix(), no.word());
    let (name, cookie) = Flow::forgotten(&visit.app);
    ([(name, cookie)], Redirect::to(&target)).into_response()
}

/// Sends the browser to the provider. Nothing changes here: all of it lies in the browser.
async fn there(visit: Visit, Path(word): Path<String>) -> Answer {
    let locks = Locks::of(&visit.app);
    let provider = locks.provider(&word).ok_or(Halt::Missing)?;
    admit(&visit)?;
    let onward = query_value(&visit.query, "weiter").unwrap_or_default();
    let onward = local_path(&onward).unwrap_or_default();
    let mut moment = visit.app.real_moment();
    let flow = Flow::new(&mut moment, &word, (&onward, visit.lang));
    let redirect = redirect_address(&visit, provider);
    match Box::pin(provider::begin(provider, (&redirect, &flow), moment.now())).await {
        Ok(target) => {
            let (name, cookie) = flow.cookie(&visit.app);
            Ok(([(name, cookie)], Redirect::to(&target)).into_response())
        }
        Err(refusal) => Ok(say_no(&visit, provider, visit.lang, refusal.into())),
    }
}

/// Takes the browser back from the provider.
async fn back(visit: Visit, Path(word): Path<String>, headers: HeaderMap) -> Answer {
    let locks = Locks::of(&visit.app);
    let provider = locks.provider(&word).ok_or(Halt::Missing)?;
    admit(&visit)?;
    let Some(flow) = Flow::of(&visit.app, &headers).filter(|it| is_of(&visit, it, provider)) else {
        return Ok(say_no(&visit, provider, visit.lang, No::Late));
    };
    let Some(code) = query_value(&visit.query, "code") else {
        return Ok(say_no(&visit, provider, flow.lang(), No::Cancelled));
    };
    let redirect = redirect_address(&visit, provider);
    let now = visit.app.real_clock.now();
    let seen = match Box::pin(provider::redeem(provider, (&redirect, &flow), code, now)).await {
        Ok(seen) => seen,
        Err(refusal) => return Ok(say_no(&visit, provider, flow.lang(), refusal.into())),
    };
    let (mut moment, mut real_moment) = (visit.moment(), visit.app.real_moment());
    let browser = browser(&headers);
    let entered = visit
        .store()
        .write(move |conn| {
            let locks_of_act = &locks;
            let provider = locks_of_act.provider(&word).ok_or(Halt::Missing)?;
            let moments = (&mut moment, &mut real_moment);
            let entered = actions::enter(conn, moments, (provider, &seen), &browser)?;
            Ok::<_, Halt>((entered, word))
        })
        .await?;
    finish(&visit, entered, &flow)
}

fn finish(visit: &Visit, (entered, word): (Entered, String), flow: &Flow) -> Answer {
    let locks = Locks::of(&visit.app);
    let provider = locks.provider(&word).ok_or(Halt::Missing)?;
    let no = match entered {
        Entered::In(session) => {
            let home = format!("{}{}", flow.lang().prefix(), links::SIGN_IN);
            let target = local_path(&flow.onward).unwrap_or(home);
            let mut response = signed_in(visit, &session, &target);
            let (name, cookie) = Flow::forgotten(&visit.app);
            let cookie = cookie
                .parse()
                .map_err(|cause| Fault::because("write a cookie", cause))?;
            response.headers_mut().append(name, cookie);
            return Ok(response);
        }
        Entered::Unknown => No::Unknown,
        Entered::Other => No::Other,
    };
    Ok(say_no(visit, provider, flow.lang(), no))
}

/// Whether what came back belongs to what this browser began, and comes from whom it went to
/// (RFC 9207).
fn is_of(visit: &Visit, flow: &Flow, provider: &Provider) -> bool {
    let state = query_value(&visit.query, "state").unwrap_or_default();
    // Compared by hashes, which tell nothing by their time.
    let hash = |text: &str| digest(&SHA256, text.as_bytes());
    let issuer = query_value(&visit.query, "iss");
    flow.provider == provider.word
        && hash(&state).as_ref() == hash(&flow.state).as_ref()
        && issuer.is_none_or(|it| it == provider.issuer)
}

async fn no(visit: Visit, Path(word): Path<String>) -> Answer {
    let locks = Locks::of(&visit.app);
    let provider = locks.provider(&word).ok_or(Halt::Missing)?;
    let said = query_value(&visit.query, "grund").unwrap_or_default();
    let no = No::ALL.into_iter().find(|it| it.word() == said);
    let no = no.ok_or(Halt::Missing)?;
    let offices = if no.asks_somebody() {
        offices(&visit).await?
    } else {
        Vec::new()
    };
    let args = [("provider", provider.name.as_str().into())];
    let page = ProvidedPage {
        page: Page::new(&visit, visit.say("sign-in-provided")),
        text: visit.tell(no.key(), &args),
        offices,
        sign_in: visit.href(links::SIGN_IN),
    };
    show_as(StatusCode::OK, &page)
}

/// More than these nobody reads.
const OFFICES: usize = 12;

async fn offices(visit: &Visit) -> Result<Vec<Office>, Fault> {
    let networks = visit.store().read(register::networks).await?;
    let offices = networks.into_iter().map(|it| Office {
        network: it.name,
        name: it.office_name,
        mail: it.office_mail,
        phone: it.office_phone,
    });
    Ok(offices.take(OFFICES).collect())
}
