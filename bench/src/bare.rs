//! What public pages are held against: an axum handler that answers the same bytes with the
//! same headers and does nothing else.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response};
use axum::routing::get;
use tokio::net::TcpListener;

use crate::Failed;
use crate::wire::Answer;

/// Written by every server itself.
const OWN: [&str; 4] = ["date", "content-length", "transfer-encoding", "connection"];

struct Said {
    headers: HeaderMap,
    body: Bytes,
}

/// Puts an answer into a file for the bare handler.
pub fn keep(answer: &Answer, file: &Path) -> Result<(), Failed> {
    let mut bytes = Vec::new();
    for (name, value) in &answer.fields {
        if !OWN.contains(&name.as_str()) {
            bytes.extend_from_slice(format!("{name}: {value}\n").as_bytes());
        }
    }
    bytes.push(b'\n');
    bytes.extend_from_slice(&answer.body);
    Ok(std::fs::write(file, bytes)?)
}

fn read(file: &Path) -> Result<Said, Failed> {
    let bytes = std::fs::read(file)?;
    let end = bytes
        .windows(2)
        .position(|two| two == b"\n\n")
        .ok_or("a file without an answer")?;
    let (head, body) = bytes.split_at_checked(end + 2).ok_or("a torn file")?;
    let mut headers = HeaderMap::new();
    for line in std::str::from_utf8(head)?.lines() {
        if let Some((name, value)) = line.split_once(": ") {
            let name = HeaderName::from_bytes(name.as_bytes())?;
            headers.append(name, HeaderValue::from_str(value)?);
        }
    }
    Ok(Said {
        headers,
        body: Bytes::copy_from_slice(body),
    })
}

/// The role: serves the file's answer at this path until its input is closed.
pub fn serve(path: &str, file: &Path) -> Result<(), Failed> {
    let said = Arc::new(read(file)?);
    let router = Router::new().route(path, get(answer)).with_state(said);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        println!("ready {}", listener.local_addr()?);
        Ok(axum::serve(listener, router).await?)
    })
}

async fn answer(State(said): State<Arc<Said>>) -> Response<Body> {
    let mut response = Response::new(Body::from(said.body.clone()));
    response.headers_mut().clone_from(&said.headers);
    response
}
