//! Pictures that came along, for who reviews a draft.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use base::Halt;
use shell::picture::Picture;
use shell::{Answer, Visit};

use super::found;
use crate::records::pictures;

/// One picture of a draft's page.
pub(super) async fn show(
    visit: Visit,
    Path((_, id, number)): Path<(String, String, String)>,
) -> Answer {
    let (_, draft) = found(&visit, &id).await?;
    let number: usize = number.parse().map_err(|_| Halt::Missing)?;
    let file = visit
        .store()
        .read(move |conn| pictures::file(conn, (draft.source, number)))
        .await?
        .ok_or(Halt::Missing)?;
    let kind = Picture::of(&file).ok_or(Halt::Missing)?.kind;
    let headers = [
        (header::CONTENT_TYPE, kind.mime()),
        (header::CACHE_CONTROL, "private, no-store"),
        (header::CONTENT_DISPOSITION, "inline"),
    ];
    Ok((headers, file).into_response())
}
