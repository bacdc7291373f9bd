//! The programme to read, as page and on paper.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use base::access::Audience;
use gatherings::papers::{file_name, printed};
use shell::{Answer, Visit, kept};

use super::readable;
use crate::{pages, papers};

type Below = Path<(String, String)>;

pub(super) async fn show(visit: Visit, Path((_, slug)): Below) -> Answer {
    let (it, may_lead) = readable(&visit, &slug).await?;
    let is_open = it.audience == Audience::Public && !visit.actor.is_signed_in();
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::show::show_page(conn, &inner, (&it, may_lead)))
        .await?;
    let answer = shell::show(&page);
    if is_open { kept(answer) } else { answer }
}

pub(super) async fn pdf(visit: Visit, Path((_, slug)): Below) -> Answer {
    let (it, _) = readable(&visit, &slug).await?;
    let inner = visit.clone();
    let name = file_name(&visit, "programme-file", &it.slug);
    let paper = visit
        .store()
        .read(move |conn| papers::programme(conn, &inner, &it))
        .await?;
    let bytes = printed(&visit, move |press| press.programme(&paper)).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox".to_owned(),
        ),
    ];
    Ok((headers, bytes).into_response())
}
