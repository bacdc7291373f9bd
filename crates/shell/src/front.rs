//! The front door: everything that happens to a request before and after its room.
//!
//! The outermost part, [`door`], has a file of its own.

mod door;
mod measure;

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use base::{Halt, Lang};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use crate::answer::{self, Denied};
use crate::app::App;
use crate::assets;
use crate::keep::Keep;
use crate::routes::{Route, Routes};
use crate::visit::Arrival;
use door::{Door, PROBES};

pub use measure::Measures;

/// A document of 20 MB through a slow line takes its time; nothing else does.
const LONGEST: Duration = Duration::from_mins(3);

/// All routes of all rooms.
pub fn every_route(app: &App) -> Routes {
    let mut routes = Routes::default();
    for fill in app.rooms.iter().filter_map(|room| room.routes) {
        fill(&mut routes);
    }
    routes
}

/// The whole program as one service.
pub fn open(app: &App) -> Router {
    let rooms = every_route(app)
        .into_router(app)
        .route("/assets/{*name}", get(assets::serve))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .fallback(nowhere)
        .with_state(app.clone())
        .layer(
            CompressionLayer::new()
                .quality(CompressionLevel::Fastest)
                .compress_when(worth_compressing().and(ForOneAnswer)),
        )
        .layer(CompressionLayer::new().compress_when(worth_compressing()))
        .layer(cross_site(app))
        .layer(DefaultBodyLimit::max(app.settings.upload_limit))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            LONGEST,
        ))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(app.clone(), explain))
        .layer(from_fn_with_state(app.clone(), headers));
    Router::new().fallback_service(Door {
        app: app.clone(),
        rooms,
    })
}

/// A page that is not kept: compressing it well would take longer than making it.
#[derive(Clone, Copy)]
struct ForOneAnswer;

impl Predicate for ForOneAnswer {
    fn should_compress<B: axum::body::HttpBody>(&self, response: &Response<B>) -> bool {
        let kind = response.headers().get(header::CONTENT_TYPE);
        kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
            && response.extensions().get::<Keep>().is_none()
    }
}

/// Files are compressed already.
fn worth_compressing() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::const_new("font/"))
        .and(NotForContentType::const_new("application/pdf"))
        .and(NotForContentType::const_new("application/zip"))
        .and(NotForContentType::const_new("application/octet-stream"))
}

/// Refuses forms that another site sends. Our own address is named, as a proxy may call us by
/// another host than browsers do.
fn cross_site(app: &App) -> CsrfLayer {
    let own = CsrfLayer::new().add_trusted_origin(&app.settings.base_url);
    own.unwrap_or_else(|_| CsrfLayer::new())
}

/// Writes the page for refusals that come without one: from the limits around the rooms, from
/// addresses that are no text, from a panic.
async fn explain(State(app): State<App>, request: Request, next: Next) -> Response {
    let arrival = Arrival::of(&app, &request, false);
    let is_for_machines = PROBES.contains(&request.uri().path());
    let response = next.run(request).await;
    let Some(denied) = answer::bare(&response).filter(|_| !is_for_machines) else {
        return response;
    };
    let mut page = match arrival.identified(&app).await {
        Ok(visit) => answer::page_as(response.status(), &visit, &denied),
        Err(unknown) => answer::unidentified(*unknown),
    };
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = response.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    if let Some(route) = response.extensions().get::<Route>() {
        page.extensions_mut().insert(*route);
    }
    page
}

async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if app.settings.is_https() {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    let all = [
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
             font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
             frame-src 'self'; frame-ancestors 'self'",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
    ];
    for (name, value) in all {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

async fn ready(State(app): State<App>) -> Response {
    let now = app.clock.now();
    match app.store.read(move |conn| conn.jobs_due(now, 1)).await {
        Ok(_) => "ready".into_response(),
        Err(fault) => {
            tracing::error!(story = fault.whole_story(), "the database does not answer");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

async fn nowhere(State(app): State<App>, request: Request) -> Response {
    if let Some(target) = without_last_slash(&request) {
        return Redirect::permanent(&target).into_response();
    }
    match Arrival::of(&app, &request, true).identified(&app).await {
        Ok(visit) => answer::page(&visit, &Denied::from(Halt::Missing)),
        Err(unknown) => answer::unidentified(*unknown),
    }
}

/// `/weimar/termine/` was meant as `/weimar/termine`.
fn without_last_slash(request: &Request) -> Option<String> {
    let path = request.uri().path().strip_suffix('/')?;
    let is_plain = path.len() > 1 && !path.contains("//") && !path.contains('\\');
    if !is_plain || request.method() != Method::GET {
        return None;
    }
    let lang = request.extensions().get::<Lang>().copied();
    let prefix = lang.unwrap_or_default().prefix();
    Some(match request.uri().query() {
        Some(query) => format!("{prefix}{path}?{query}"),
        None => format!("{prefix}{path}"),
    })
}
