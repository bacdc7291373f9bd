//! Rendered public pages, kept until something that pages show has changed.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, Response, StatusCode, header};
use axum::middleware::Next;
use base::Lang;
use jiff::Timestamp;

use crate::app::App;
use crate::visit::SESSION_COOKIE;

/// Marks a response that everyone may see alike until something changes.
#[derive(Clone, Copy, Debug)]
pub struct Keep;

/// The kept pages; together never more than [`LIMIT`] bytes.
#[derive(Default)]
pub struct Kept(RwLock<Pages>);

#[derive(Default)]
struct Pages {
    generation: u64,
    hour: i64,
    bytes: usize,
    by_key: HashMap<String, (HeaderMap, Bytes)>,
}

const LIMIT: usize = 16 * 1024 * 1024;
const LARGEST: usize = 512 * 1024;

impl Kept {
    fn get(&self, key: &str, generation: u64, hour: i64) -> Option<(HeaderMap, Bytes)> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if kept.generation != generation || kept.hour != hour {
            return None;
        }
        kept.by_key.get(key).cloned()
    }

    fn put(&self, key: String, generation: u64, hour: i64, page: (HeaderMap, Bytes)) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let size = page.1.len() + key.len() + 512;
        let is_old = kept.generation != generation || kept.hour != hour;
        if is_old || kept.bytes + size > LIMIT {
            *kept = Pages {
                generation,
                hour,
                ..Pages::default()
            };
        }
        kept.bytes += size;
        kept.by_key.insert(key, page);
    }
}

/// Answers from what is kept, or lets the page be made and keeps it.
///
/// The generation is read before the page is made: a change meanwhile makes the copy stale,
/// never the reader. What a page says of "today" changes with the hour at the latest.
pub(crate) async fn keep(State(app): State<App>, request: Request, next: Next) -> Response<Body> {
    if request.method() != Method::GET || has_session(request.headers()) || app.settings.demo {
        return next.run(request).await;
    }
    let lang = request
        .extensions()
        .get::<Lang>()
        .copied()
        .unwrap_or_default();
    let key = format!("{}{}", lang.tag(), request.uri());
    let (generation, hour) = (app.store.generation(), hour(app.clock.now()));
    if let Some((headers, body)) = app.kept.get(&key, generation, hour) {
        let mut response = Response::new(Body::from(body));
        *response.headers_mut() = headers;
        return response;
    }
    let response = next.run(request).await;
    if response.status() != StatusCode::OK || response.extensions().get::<Keep>().is_none() {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, LARGEST * 8).await else {
        let mut failed = Response::new(Body::empty());
        *failed.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        return failed;
    };
    if bytes.len() <= LARGEST {
        app.kept.put(
            key,
            generation,
            hour,
            (parts.headers.clone(), bytes.clone()),
        );
    }
    Response::from_parts(parts, Body::from(bytes))
}

fn hour(now: Timestamp) -> i64 {
    now.as_second() / 3600
}

fn has_session(headers: &HeaderMap) -> bool {
    headers.get_all(header::COOKIE).iter().any(|value| {
        value
            .to_str()
            .is_ok_and(|cookies| cookies.contains(SESSION_COOKIE))
    })
}

/// Lets a public page be kept.
///
/// # Errors
/// Those of making the page.
pub fn kept(answer: crate::answer::Answer) -> crate::answer::Answer {
    answer.map(|mut response| {
        response.extensions_mut().insert(Keep);
        response
    })
}
