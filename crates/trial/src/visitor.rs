//! A person at a browser.

use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tower::ServiceExt;

use crate::seen::Seen;

/// A browser with or without a session.
#[derive(Clone)]
pub struct Visitor {
    router: Router,
    cookie: Option<String>,
}

/// A file to upload.
#[derive(Clone, Debug)]
pub struct File<'f> {
    /// The form's field.
    pub field: &'f str,
    /// The file's name.
    pub name: &'f str,
    /// What the browser says it is.
    pub kind: &'f str,
    /// Its bytes.
    pub bytes: &'f [u8],
}

/// What a form sends: pairs of field and value.
pub type Fields = Vec<(String, String)>;

/// The fields of a form: `form![("title", "Sitzung"), ("day", day)]`.
#[macro_export]
macro_rules! form {
    ($(($name:expr, $value:expr)),* $(,)?) => {
        vec![$(($name.to_string(), $value.to_string())),*] as Vec<(String, String)>
    };
}

impl Visitor {
    /// Somebody at a browser that speaks to a program on the network; where nobody answers, it
    /// sees the status 502.
    pub fn of(address: SocketAddr) -> Self {
        let router = Router::new().fallback(move |request: Request<Body>| async move {
            over_the_wire(address, request)
                .await
                .unwrap_or_else(|_| StatusCode::BAD_GATEWAY.into_response())
        });
        Self::new(router, None)
    }

    pub(crate) fn new(router: Router, cookie: Option<String>) -> Self {
        Self { router, cookie }
    }

    /// The cookie that this browser sends.
    pub fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    /// The same person with a cookie that an answer set.
    #[must_use]
    pub fn with_cookie_of(&self, seen: &Seen) -> Self {
        let cookie = seen.header("set-cookie").split(';').next();
        Self {
            router: self.router.clone(),
            cookie: cookie.filter(|it| !it.is_empty()).map(str::to_owned),
        }
    }

    /// Reads a page; `path` may be a whole address of ours.
    pub async fn get(&self, path: &str) -> Seen {
        self.ask(Method::GET, path, &[], Body::empty()).await
    }

    /// Asks for the headers of a page alone.
    pub async fn head(&self, path: &str) -> Seen {
        self.ask(Method::HEAD, path, &[], Body::empty()).await
    }

    /// Sends a form from a page of ours.
    pub async fn post(&self, path: &str, fields: Fields) -> Seen {
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.ask(
            Method::POST,
            path,
            &headers,
            Body::from(urlencoded(&fields)),
        )
        .await
    }

    /// Sends a form and goes on to where its answer leads.
    pub async fn post_on(&self, path: &str, fields: Fields) -> Seen {
        let answer = self.post(path, fields).await;
        if answer.status == 303 {
            return self.get(answer.location()).await;
        }
        answer
    }

    /// Sends a form with files.
    pub async fn upload(&self, path: &str, fields: Fields, files: &[File<'_>]) -> Seen {
        let boundary = "kreis-trial-boundary-7f3a";
        let mut body = Vec::new();
        for (name, value) in &fields {
            body.extend_from_slice(
                format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .as_bytes(),
            );
        }
        for file in files {
            body.extend_from_slice(
                format!(
                    "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
                    file.field, file.name, file.kind
                )
                .as_bytes(),
            );
            body.extend_from_slice(file.bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={boundary}");
        let headers = [
            ("content-type", kind.as_str()),
            ("sec-fetch-site", "same-origin"),
        ];
        self.ask(Method::POST, path, &headers, Body::from(body))
            .await
    }

    /// Asks anything.
    ///
    /// # Panics
    /// When the request cannot be written.
    pub async fn ask(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Seen {
        let path = [crate::BASE_URL, crate::SERVED_URL]
            .iter()
            .find_map(|origin| path.strip_prefix(origin))
            .unwrap_or(path);
        let path = path.split('#').next().unwrap_or_default();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "kreis.test");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let request = request.body(body).expect("the request can be written");
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router answers");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("the body comes whole");
        Seen {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: body.to_bytes().to_vec(),
        }
    }
}

async fn over_the_wire(
    address: SocketAddr,
    request: Request<Body>,
) -> Result<Response, Box<dyn std::error::Error>> {
    let wire = TokioIo::new(TcpStream::connect(address).await?);
    let (mut browser, line) = hyper::client::conn::http1::handshake(wire).await?;
    tokio::spawn(line);
    let (parts, body) = browser.send_request(request).await?.into_parts();
    // Whole before it counts: the program may end in the middle of it.
    let body = body.collect().await?.to_bytes();
    Ok(Response::from_parts(parts, Body::from(body)))
}

fn urlencoded(fields: &[(String, String)]) -> String {
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", shell::encoded(name), shell::encoded(value)))
        .collect::<Vec<_>>()
        .join("&")
}
