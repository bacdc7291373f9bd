//! Stylesheets, fonts and the one script, out of the binary, kept by browsers for a year.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Assets;

/// Every page names several; their contents are hashed once.
static HREFS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    Assets::iter()
        .filter_map(|name| Some((name.to_string(), hashed(&name)?)))
        .collect()
});

fn hashed(name: &str) -> Option<String> {
    let [a, b, c, d, ..] = Assets::get(name)?.metadata.sha256_hash();
    Some(format!("/assets/{name}?{a:02x}{b:02x}{c:02x}{d:02x}"))
}

/// The address of an asset; it changes when the content does.
pub fn href(name: &str) -> &'static str {
    HREFS.get(name).map_or("", String::as_str)
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
