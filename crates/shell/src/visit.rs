//! A visit: one request with its person, language, network and hour.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum_extra::extract::CookieJar;
use base::access::{Actor, Right, Subject};
use base::{AccountId, Fault, Halt, Lang, Moment, NetworkId, SessionId};
use calendar::{Zone, dates};
use jiff::Timestamp;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use store::Store;

use crate::app::App;
use crate::keep::memory::Remembered;
use crate::page::language::{self, ContentLang, Marked};
use crate::phrases::Arg;
use crate::room::Hours;

/// What every page shows of its network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkCard {
    /// Its id.
    pub id: NetworkId,
    /// Its first path segment.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The IANA name of the zone it lives in.
    pub zone: String,
    /// Its accent colour, `#rrggbb`.
    pub accent: String,
    /// The text for its logo, where it has one.
    pub logo_alt: Option<String>,
    /// Whether its data are examples.
    pub sample_data: bool,
    /// What its office calls itself; empty where it has not said.
    pub office_name: String,
    /// Where its office is reached; empty where it has not said.
    pub office_mail: String,
}

/// What the register knows of an address and a session.
#[derive(Clone, Debug, Default)]
pub struct Identified {
    /// The network of the address.
    pub network: Option<NetworkCard>,
    /// The person; nobody where no session is.
    pub actor: Actor,
    /// The session.
    pub session: Option<SessionId>,
    /// Whether the session's use is to be noted, so that it lives on.
    pub session_is_due: bool,
    /// What has to be done before the session opens what its account may; `actor` is then as
    /// small as that leaves it.
    pub detour: Option<Detour>,
}

/// Something that has to be done first: giving a second factor, or setting one up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detour {
    /// Whose session it is.
    pub account: AccountId,
    /// Where it is done; the addresses below are open, too.
    pub at: &'static str,
}

/// One request; cheap to clone, so that work on the database can take it along.
#[derive(Clone)]
pub struct Visit(Arc<Facts>);

/// The facts of a visit.
pub struct Facts {
    /// The program.
    pub app: App,
    /// The language of the address.
    pub lang: Lang,
    /// Who asks.
    pub actor: Actor,
    /// The session, where somebody is signed in.
    pub session: Option<SessionId>,
    /// What has to be done before the session opens what its account may.
    pub detour: Option<Detour>,
    /// The network of the address.
    pub network: Option<NetworkCard>,
    /// The path without its language.
    pub path: String,
    /// The query without its question mark.
    pub query: String,
    /// Where the request came from, for rate limits only; never logged.
    pub client: String,
    /// The office's hour.
    pub now: Timestamp,
    /// How often something had been written when the request came.
    pub(crate) generation: u64,
}

impl std::ops::Deref for Visit {
    type Target = Facts;

    fn deref(&self) -> &Facts {
        &self.0
    }
}

/// The name of the session cookie. Over TLS it bears the prefix that keeps neighbours below
/// the same domain from setting it (RFC 6265bis, `__Host-`).
pub const SESSION_COOKIE: &str = "kreis_session";
const SEALED_COOKIE: &str = "__Host-kreis_session";

const fn cookie_name(is_https: bool) -> &'static str {
    if is_https {
        SEALED_COOKIE
    } else {
        SESSION_COOKIE
    }
}

/// The session token of a request, hashed as the database knows it.
pub fn session_token(app: &App, headers: &HeaderMap) -> Option<Vec<u8>> {
    let jar = CookieJar::from_headers(headers);
    jar.get(cookie_name(app.settings.is_https()))
        .map(|cookie| Sha256::digest(cookie.value()).to_vec())
}

/// What a request itself says, before the register is asked.
pub(crate) struct Arrival {
    lang: Lang,
    path: String,
    query: String,
    client: String,
    slug: Option<String>,
    token: Option<Vec<u8>>,
    generation: u64,
}

impl Arrival {
    pub(crate) fn of(app: &App, request: &Request, with_network: bool) -> Self {
        // Links are made of it: several slashes at its beginning would name another host.
        let path = request.uri().path().trim_start_matches(['/', '\\']);
        let path = format!("/{path}");
        Self {
            lang: request
                .extensions()
                .get::<Lang>()
                .copied()
                .unwrap_or_default(),
            query: request.uri().query().unwrap_or_default().to_owned(),
            client: client(app, request),
            slug: with_network.then(|| path.split('/').nth(1).unwrap_or_default().to_owned()),
            token: session_token(app, request.headers()),
            generation: app.store.generation(),
            path,
        }
    }

    /// Asks the register who and where this is. Where it does not answer: a visit of nobody to
    /// no network, for the page that says why.
    pub(crate) async fn identified(self, app: &App) -> Result<Visit, Box<(Visit, Fault)>> {
        let identified = match self.token {
            Some(token) => identify(app, self.slug, Some(token)).await,
            None => self.identified_nobody(app).await,
        };
        let (identified, fault) = match identified {
            Ok(identified) => (identified, None),
            Err(fault) => (Identified::default(), Some(fault)),
        };
        let visit = Visit(Arc::new(Facts {
            app: app.clone(),
            lang: self.lang,
            actor: identified.actor,
            session: identified.session,
            detour: identified.detour,
            network: identified.network,
            path: self.path,
            query: self.query,
            client: self.client,
            now: app.clock.now(),
            generation: self.generation,
        }));
        match fault {
            None => Ok(visit),
            Some(fault) => Err(Box::new((visit, fault))),
        }
    }

    /// Without a session there is only the network to be found, and that is the same for all.
    async fn identified_nobody(&self, app: &App) -> Result<Identified, Fault> {
        let Some(slug) = &self.slug else {
            return Ok(Identified::default());
        };
        let remembered = Remembered::of(app, self.generation);
        let key = format!("network {slug}");
        if let Some(network) = remembered.known::<NetworkCard>(&key) {
            return Ok(Identified {
                network: Some(NetworkCard::clone(&network)),
                ..Identified::default()
            });
        }
        let identified = identify(app, self.slug.clone(), None).await?;
        // Addresses that somebody makes up are not worth their room.
        if let Some(network) = &identified.network {
            remembered.keep(key, network.clone());
        }
        Ok(identified)
    }
}

async fn identify(
    app: &App,
    slug: Option<String>,
    token: Option<Vec<u8>>,
) -> Result<Identified, Fault> {
    let Some(identify) = app.rooms.iter().find_map(|room| room.identify) else {
        return Ok(Identified::default());
    };
    if slug.is_none() && token.is_none() {
        return Ok(Identified::default());
    }
    let hours = Hours {
        office: app.clock.now(),
        real: app.real_clock.now(),
    };
    let gates = app.clone();
    let identified = app
        .store
        .read(move |conn| {
            let mut identified = identify(conn, slug.as_deref(), token.as_deref(), hours)?;
            for gate in gates.rooms.iter().filter_map(|room| room.gate) {
                gate(conn, &gates, &mut identified)?;
            }
            Ok::<_, Fault>(identified)
        })
        .await?;
    renew(app, &identified, hours).await;
    Ok(identified)
}

/// Where nothing can be written, people still read; the session lives on from its next use.
async fn renew(app: &App, identified: &Identified, hours: Hours) {
    let renew = app.rooms.iter().find_map(|room| room.renew);
    let (Some(renew), Some(session), true) = (renew, identified.session, identified.session_is_due)
    else {
        return;
    };
    let renewed = app
        .store
        .housekeep(move |conn| renew(conn, session, hours.real))
        .await;
    if let Err(fault) = renewed {
        tracing::error!(story = fault.whole_story(), "a session's use is not noted");
    }
}

/// The last address that the proxy put down; what stands before it is the client's own word.
fn client(app: &App, request: &Request) -> String {
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .iter()
        .next_back()
        .filter(|_| app.settings.behind_proxy)
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next())
        .and_then(|address| address_of(address.trim()));
    let peer = || {
        let info = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
        Some(info.0.ip())
    };
    forwarded
        .or_else(peer)
        .map(|address| line_of(address.to_canonical()))
        .unwrap_or_default()
}

fn address_of(text: &str) -> Option<IpAddr> {
    let with_port = |text: &str| text.parse::<SocketAddr>().ok().map(|it| it.ip());
    text.parse().ok().or_else(|| with_port(text))
}

/// One line has one IPv4 address but 2⁶⁴ of IPv6: there the network counts.
fn line_of(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

impl Visit {
    /// The database.
    pub fn store(&self) -> &Store {
        &self.app.store
    }

    /// What was reckoned out before and held when this request came: a change meanwhile makes
    /// what is remembered stale, never the reader.
    pub fn remembered(&self) -> Remembered {
        Remembered::of(&self.app, self.generation)
    }

    /// An act of this visit, at the office's hour.
    pub fn moment(&self) -> Moment {
        self.app.moment()
    }

    /// The network of the address.
    ///
    /// # Errors
    /// Missing, on an address without a network.
    pub fn network(&self) -> Result<&NetworkCard, Halt> {
        self.network.as_ref().ok_or(Halt::Missing)
    }

    /// An instant as the clocks of the network show it; a page of no network shows Berlin's.
    pub fn hour(&self, at: Timestamp) -> String {
        let name = self.network.as_ref();
        let name = name.map_or("Europe/Berlin", |network| network.zone.as_str());
        let zone = Zone::named(name).unwrap_or_else(|_| Zone::utc());
        dates::instant_local_short(at, &zone, self.lang)
    }

    /// Today in the network's zone.
    pub fn today(&self) -> Date {
        let zone = self
            .network
            .as_ref()
            .map_or("Europe/Berlin", |network| network.zone.as_str());
        let here = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
        here.to_datetime(self.now).date()
    }

    /// A phrase.
    pub fn say<'v>(&'v self, key: &'v str) -> &'v str {
        self.app.phrases.say(self.lang, key)
    }

    /// A phrase with its places filled.
    pub fn tell(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.app.phrases.tell(self.lang, key, args)
    }

    /// A phrase for a page, in which every [`Arg::Record`] keeps its own language.
    pub fn tell_marked(&self, key: &str, args: &[(&str, Arg)]) -> Marked {
        Marked::phrase(self, key, args)
    }

    /// The attribute of an element that holds what a network wrote.
    pub fn content_lang(&self) -> ContentLang {
        ContentLang::of(language::LANG_OF_RECORDS, self.lang)
    }

    /// A path in the language of the visit.
    pub fn href(&self, path: &str) -> String {
        format!("{}{path}", self.lang.prefix())
    }

    /// The sign-in page that leads back to `back`.
    pub fn sign_in_href(&self, back: &str) -> String {
        if back.is_empty() {
            return self.href("/anmelden");
        }
        self.href(&format!("/anmelden?weiter={}", crate::form::encoded(back)))
    }

    /// Whether this person has a right in the network of the address.
    pub fn may_here(&self, right: Right) -> bool {
        self.network
            .as_ref()
            .is_some_and(|it| self.may(right, &Subject::Network(it.id)))
    }

    /// How the journal names the one who acts.
    pub fn actor_name(&self) -> &str {
        &self.actor.name
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// The cookie that carries a session, for as long as `max_age` says; none ends it.
pub fn session_cookie(
    app: &App,
    token: Option<&str>,
    max_age_seconds: i64,
) -> (header::HeaderName, String) {
    let is_https = app.settings.is_https();
    let name = cookie_name(is_https);
    let secure = if is_https { "; Secure" } else { "" };
    let (token, age) = match token {
        Some(token) => (token, max_age_seconds),
        None => ("", 0),
    };
    let cookie = format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}");
    (header::SET_COOKIE, cookie)
}
