//! The front door: everything that happens to a request before and after its room.

mod measure;

use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use base::{Halt, Lang};
use tower::Layer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use crate::answer::{self, Denied};
use crate::app::App;
use crate::routes::{Route, Routes};
use crate::visit::Arrival;
use crate::{assets, keep};

pub use measure::Measures;

/// Who watches over the program asks here, often and without a browser.
const PROBES: [&str; 2] = ["/healthz", "/readyz"];
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
        .layer(CompressionLayer::new().compress_when(worth_compressing()))
        .layer(cross_site(app))
        .layer(DefaultBodyLimit::max(app.settings.upload_limit))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            LONGEST,
        ))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(app.clone(), explain))
        .layer(from_fn_with_state(app.clone(), headers))
        .layer(from_fn_with_state(app.clone(), keep::keep))
        .layer(from_fn_with_state(app.clone(), log));
    // Routing looks at the path, so the language must be taken off it outside the router.
    Router::new().fallback_service(from_fn(language).layer(rooms))
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

/// `/en/weimar` is `/weimar` in English.
async fn language(mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let english = path == "/en" || path.starts_with("/en/");
    let lang = if english { Lang::En } else { Lang::De };
    if english && let Some(uri) = without_language(request.uri()) {
        *request.uri_mut() = uri;
    }
    request.extensions_mut().insert(lang);
    let mut response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE);
    if kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        let tag = HeaderValue::from_static(lang.tag());
        response.headers_mut().insert(header::CONTENT_LANGUAGE, tag);
    }
    response
}

fn without_language(uri: &Uri) -> Option<Uri> {
    let rest = uri.path().strip_prefix("/en")?;
    let path = if rest.is_empty() { "/" } else { rest };
    let target = match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(target.parse().ok()?);
    Uri::from_parts(parts).ok()
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
        Err(fault) => answer::broken(&app, &fault),
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

/// One line a request, without query, person or address. Paths carry secrets (the links of
/// mails) and whatever people type, so the route is named as its room wrote it.
async fn log(State(app): State<App>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let probe = PROBES.into_iter().find(|it| *it == request.uri().path());
    let is_asset = request.uri().path().starts_with("/assets/");
    let begun = Instant::now();
    let response = next.run(request).await;
    let route = response.extensions().get::<Route>().map(|it| it.address);
    let route = route.or(probe).unwrap_or("no route");
    let status = response.status().as_u16();
    let counted = if is_asset { "/assets/{name}" } else { route };
    app.measures
        .note(method.as_str(), counted, status, begun.elapsed());
    if is_asset || probe.is_some() {
        tracing::debug!(%method, route, status, "answered a request");
    } else {
        tracing::info!(%method, route, status, "answered a request");
    }
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
        Err(fault) => answer::broken(&app, &fault),
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
