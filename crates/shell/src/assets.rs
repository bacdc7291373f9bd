//! Stylesheets, fonts and the one script, out of the binary, kept by browsers for a year.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Assets;

/// The address of an asset; it changes when the content does.
pub fn href(name: &str) -> String {
    use std::fmt::Write;
    let hash = Assets::get(name)
        .map(|file| file.metadata.sha256_hash())
        .unwrap_or_default();
    let mut href = format!("/assets/{name}?");
    for byte in hash.iter().take(4) {
        let _infallible = write!(href, "{byte:02x}");
    }
    href
}

/// Serves an asset.
pub(crate) async fn serve(Path(name): Path<String>) -> Response {
    let Some(file) = Assets::get(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, file.data).into_response()
}
