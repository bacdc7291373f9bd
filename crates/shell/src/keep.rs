//! Rendered public pages, kept until something that pages show has changed.
//!
//! What is kept has its headers and is compressed already, so that an answer costs hardly more
//! than its bytes.

mod making;
pub(crate) mod memory;

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header};
use axum::response::IntoResponse;
use base::Lang;
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::routes::Route;
use crate::visit::SESSION_COOKIE;
pub(crate) use making::Turn;
use making::{Making, Makings};

/// Marks a response that everyone may see alike until something changes.
#[derive(Clone, Copy, Debug)]
pub struct Keep;

/// The kept pages; together never more than [`LIMIT`] bytes.
#[derive(Default)]
pub struct Kept {
    pages: RwLock<Pages>,
    makings: Makings,
}

#[derive(Default)]
struct Pages {
    generation: u64,
    hour: i64,
    bytes: usize,
    by_key: HashMap<String, Arc<Page>>,
}

/// One page as it goes out.
pub(crate) struct Page {
    headers: HeaderMap,
    bytes: Bytes,
    /// For the log, which names the route and not the address.
    route: Option<Route>,
}

const LIMIT: usize = 16 * 1024 * 1024;
const LARGEST: usize = 1024 * 1024;
const LONGEST_KEY: usize = 400;

impl Kept {
    fn get(&self, key: &str, generation: u64, hour: i64) -> Option<Arc<Page>> {
        let kept = self.pages.read().unwrap_or_else(PoisonError::into_inner);
        if kept.generation != generation || kept.hour != hour {
            return None;
        }
        kept.by_key.get(key).cloned()
    }

    fn put(&self, key: String, generation: u64, hour: i64, page: Arc<Page>) {
        let mut kept = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        if generation < kept.generation {
            // Made from what was there before a change that others have seen already.
            return;
        }
        let size = page.bytes.len() + key.len() + 1024;
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

/// A request for a page that may be kept.
///
/// The generation is read before the page is made: a change meanwhile makes the copy stale,
/// never the reader. What a page says of "today" changes with the hour at the latest.
pub(crate) struct Wish {
    /// None where the page is not worth its room.
    key: Option<String>,
    /// What the browser or reader has already.
    known: Option<HeaderValue>,
    generation: u64,
    hour: i64,
}

impl Wish {
    /// None where somebody asks who may see more than everybody does, or for more than a look.
    pub(crate) fn of(app: &App, request: &Request, lang: Lang) -> Option<Self> {
        let headers = request.headers();
        if request.method() != Method::GET || has_session(headers) || app.settings.demo {
            return None;
        }
        Some(Self {
            key: key(request, lang),
            known: headers.get(header::IF_NONE_MATCH).cloned(),
            generation: app.store.generation(),
            hour: app.clock.now().as_second() / 3600,
        })
    }

    /// The answer, where the page is kept.
    pub(crate) fn kept(&self, app: &App) -> Option<Response<Body>> {
        let key = self.key.as_ref()?;
        let page = app.kept.get(key, self.generation, self.hour)?;
        Some(self.answered(&page))
    }

    /// Whose turn it is to make the page: where somebody is at it, theirs is waited for.
    pub(crate) async fn turn<'a>(&self, app: &'a App) -> Turn<'a> {
        match &self.key {
            Some(key) => app.kept.makings.turn((self.generation, key)).await,
            None => Turn::Alone,
        }
    }

    /// Keeps a page that was just made, where it is everyone's, and hands it to whoever waited.
    pub(crate) async fn keep(
        self,
        app: &App,
        response: Response<Body>,
        making: Option<Making<'_>>,
    ) -> Response<Body> {
        if !is_keepable(&response) {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        // Compression may add a little to what it cannot make smaller.
        let Ok(bytes) = to_bytes(body, LARGEST * 2).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        mark(&mut parts.headers, &bytes);
        let page = Arc::new(Page {
            headers: parts.headers,
            bytes,
            route: parts.extensions.get().copied(),
        });
        let response = self.answered(&page);
        if let Some(key) = self.key {
            app.kept
                .put(key, self.generation, self.hour, Arc::clone(&page));
        }
        if let Some(making) = making {
            making.done(page);
        }
        response
    }

    /// Who has the same bytes already is told so (RFC 9110, section 13.1.2).
    pub(crate) fn answered(&self, page: &Page) -> Response<Body> {
        let is_known = page
            .headers
            .get(header::ETAG)
            .zip(self.known.as_ref())
            .is_some_and(|(tag, known)| names(known, tag));
        let mut response = Response::new(if is_known {
            Body::empty()
        } else {
            Body::from(page.bytes.clone())
        });
        response.headers_mut().clone_from(&page.headers);
        if is_known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response.headers_mut().remove(header::CONTENT_LENGTH);
        }
        if let Some(route) = page.route {
            response.extensions_mut().insert(route);
        }
        response
    }
}

/// Language, what the browser can unpack, and address; one without end is not worth its room.
fn key(request: &Request, lang: Lang) -> Option<String> {
    let address = request.uri().path_and_query()?.as_str();
    let unpacks = match request.headers().get(header::ACCEPT_ENCODING) {
        Some(value) => value.to_str().ok()?,
        None => "",
    };
    let key = [lang.tag(), unpacks, address].join(" ");
    (key.len() <= LONGEST_KEY).then_some(key)
}

/// Whether the page is everyone's.
fn is_keepable(response: &Response<Body>) -> bool {
    response.status() == StatusCode::OK
        && response.extensions().get::<Keep>().is_some()
        && !response.headers().contains_key(header::SET_COOKIE)
}

/// Lets browsers keep the page as long as they ask each time whether it is still the same.
fn mark(headers: &mut HeaderMap, bytes: &[u8]) {
    if let Some(tag) = tag_of(bytes) {
        headers.insert(header::ETAG, tag);
    }
    // The front door's word for pages that say nothing about it themselves.
    if headers
        .get(header::CACHE_CONTROL)
        .is_none_or(|said| said == "no-store")
    {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    headers.append(header::VARY, HeaderValue::from_static("cookie"));
}

/// Weak, as every compression of the same bytes has its own.
fn tag_of(bytes: &[u8]) -> Option<HeaderValue> {
    let hash = Sha256::digest(bytes);
    HeaderValue::try_from(format!("W/\"{hash:.16x}\"")).ok()
}

/// A file that one person alone may have: never kept here or on the way, and not sent again to
/// whoever has the same bytes already.
pub fn private(asked: &HeaderMap, kind: &str, text: String) -> Response<Body> {
    let tag = tag_of(text.as_bytes());
    let is_known = tag
        .as_ref()
        .zip(asked.get(header::IF_NONE_MATCH))
        .is_some_and(|(tag, known)| names(known, tag));
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, kind)], text).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-cache"),
    );
    if let Some(tag) = tag {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// Whether a list of tags names this one; proxies may have made the weak mark a strong one.
fn names(list: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(list), Ok(tag)) = (list.to_str(), tag.to_str()) else {
        return false;
    };
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    list.split(',')
        .any(|known| known.trim() == "*" || bare(known) == bare(tag))
}

fn has_session(headers: &HeaderMap) -> bool {
    headers.get_all(header::COOKIE).iter().any(|value| {
        value
            .to_str()
            .is_ok_and(|cookies| cookies.contains(SESSION_COOKIE))
    })
}

/// Lets a public page be kept, unless it is so large that it crowds out the others.
///
/// # Errors
/// Those of making the page.
pub fn kept(answer: crate::answer::Answer) -> crate::answer::Answer {
    answer.map(|mut response| {
        let size = response.body().size_hint().upper();
        if size.is_some_and(|size| usize::try_from(size).is_ok_and(|size| size <= LARGEST)) {
            response.extensions_mut().insert(Keep);
        }
        response
    })
}
