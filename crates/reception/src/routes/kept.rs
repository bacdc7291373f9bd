//! What a browser keeps, so that codes can be read where there is no network.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use shell::{Answer, Visit, show_as};

use super::led;
use crate::pages;

type Below = Path<(String, String)>;

/// Text of the script; what it does stands at its top.
const WORKER: &str = include_str!("../../assets/worker.js");

pub(super) async fn show(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, &slug).await?;
    let page = pages::kept_page(&visit, &it)?;
    show_as(axum::http::StatusCode::OK, &page)
}

pub(super) async fn worker(visit: Visit, Path((_, slug)): Below) -> Answer {
    led(&visit, &slug).await?;
    let kind = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")];
    Ok((kind, WORKER).into_response())
}
