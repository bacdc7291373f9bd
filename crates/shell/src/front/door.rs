//! The door itself: what happens before anything is routed, and the log line at the end.
//!
//! Most of what is asked for are public pages that nothing has changed since. They are answered
//! right here: every layer around the rooms costs such an answer more than its bytes do.

use std::convert::Infallible;
use std::task::{Context, Poll};
use std::time::Instant;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, Uri, header};
use axum::response::Response;
use base::Lang;
use futures_util::future::{BoxFuture, Either, Ready, ready};
use tower::Service;

use crate::app::App;
use crate::keep::{Turn, Wish};
use crate::routes::Route;

/// Who watches over the program asks here, often and without a browser.
pub(super) const PROBES: [&str; 2] = ["/healthz", "/readyz"];

/// The service around all others.
#[derive(Clone)]
pub(super) struct Door {
    pub(super) app: App,
    pub(super) rooms: Router,
}

type Answered = Result<Response, Infallible>;

impl Service<Request> for Door {
    type Response = Response;
    type Error = Infallible;
    type Future = Either<Ready<Answered>, BoxFuture<'static, Answered>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        // Routing looks at the path, so the language must be taken off it before.
        let lang = take_language(&mut request);
        let line = Line::of(&request);
        let wish = Wish::of(&self.app, &request, lang);
        if let Some(kept) = wish.as_ref().and_then(|wish| wish.kept(&self.app)) {
            line.write(&self.app, &kept);
            return Either::Left(ready(Ok(kept)));
        }
        request.extensions_mut().insert(lang);
        let door = self.clone();
        Either::Right(Box::pin(async move {
            let app = door.app.clone();
            let response = door.made(request, lang, wish).await;
            line.write(&app, &response);
            Ok(response)
        }))
    }
}

impl Door {
    /// What the rooms answer; kept where it may be.
    async fn made(mut self, request: Request, lang: Lang, wish: Option<Wish>) -> Response {
        let Some(wish) = wish else {
            return self.answered(request, lang).await;
        };
        let app = self.app.clone();
        let making = match wish.turn(&app).await {
            Turn::Made(page) => return wish.answered(&page),
            Turn::Mine(making) => Some(making),
            Turn::Alone => None,
        };
        let response = self.answered(request, lang).await;
        wish.keep(&app, response, making).await
    }

    async fn answered(&mut self, request: Request, lang: Lang) -> Response {
        let Ok(mut response) = self.rooms.call(request).await;
        name_language(&mut response, lang);
        response
    }
}

/// `/en/weimar` is `/weimar` in English.
fn take_language(request: &mut Request) -> Lang {
    let path = request.uri().path();
    if path != "/en" && !path.starts_with("/en/") {
        return Lang::De;
    }
    if let Some(uri) = without_language(request.uri()) {
        *request.uri_mut() = uri;
    }
    Lang::En
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

fn name_language(response: &mut Response, lang: Lang) {
    let kind = response.headers().get(header::CONTENT_TYPE);
    if kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        let tag = HeaderValue::from_static(lang.tag());
        response.headers_mut().insert(header::CONTENT_LANGUAGE, tag);
    }
}

/// One line a request, without query, person or address. Paths carry secrets (the links of
/// mails) and whatever people type, so the route is named as its room wrote it.
struct Line {
    method: Method,
    probe: Option<&'static str>,
    is_asset: bool,
    begun: Instant,
}

impl Line {
    fn of(request: &Request) -> Self {
        let path = request.uri().path();
        Self {
            method: request.method().clone(),
            probe: PROBES.into_iter().find(|it| *it == path),
            is_asset: path.starts_with("/assets/"),
            begun: Instant::now(),
        }
    }

    fn write(self, app: &App, response: &Response) {
        let Self {
            method,
            probe,
            is_asset,
            begun,
        } = self;
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
    }
}
