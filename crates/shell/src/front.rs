//! The front door: everything that happens to a request before and after its room.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use base::{Halt, Lang};
use tower::Layer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use crate::answer::{self, Denied};
use crate::app::App;
use crate::routes::Routes;
use crate::visit::Arrival;
use crate::{assets, keep};

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
        .layer(from_fn_with_state(app.clone(), keep::keep))
        .layer(CompressionLayer::new())
        .layer(CsrfLayer::new())
        .layer(DefaultBodyLimit::max(app.settings.upload_limit))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            Duration::from_mins(1),
        ))
        .layer(CatchPanicLayer::new())
        .layer(from_fn(headers))
        .layer(from_fn(log));
    // Routing looks at the path, so the language must be taken off it outside the router.
    Router::new().fallback_service(from_fn(language).layer(rooms))
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
    next.run(request).await
}

fn without_language(uri: &Uri) -> Option<Uri> {
    let rest = uri.path().strip_prefix("/en")?;
    let path = if rest.is_empty() { "/" } else { rest };
    let target = match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    target.parse().ok()
}

async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
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

/// One line a request, without query, person or address: links carry secrets in their path's
/// last segment, so only the first segments are named.
async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let path = request
        .uri()
        .path()
        .split('/')
        .take(3)
        .collect::<Vec<_>>()
        .join("/");
    let response = next.run(request).await;
    tracing::info!(%method, path, status = response.status().as_u16(), "answered a request");
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
    match Arrival::of(&app, &request, true).identified(&app).await {
        Ok(visit) => answer::page(&visit, &Denied::from(Halt::Missing)),
        Err(fault) => answer::broken(&app, &fault),
    }
}
