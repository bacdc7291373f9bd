//! Reading what came in.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use base::Halt;
use shell::{Answer, Form, Visit, show, show_as};

use super::found;
use crate::pages;
use crate::records::mails::MailIn;

pub(super) async fn inbox(visit: Visit) -> Answer {
    let number: i64 = shell::query_value(&visit.query, "seite")
        .and_then(|number| number.parse().ok())
        .filter(|number| (1..100_000).contains(number))
        .unwrap_or(1);
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::inbox_page(conn, &inner, number))
        .await?;
    show(&page)
}

pub(super) async fn mail(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let (_, mail) = found(&visit, &id).await?;
    let form = Form::of([(
        "gathering",
        mail.gathering.map(|it| it.to_string()).unwrap_or_default(),
    )]);
    page(&visit, mail, form, StatusCode::OK).await
}

pub(super) async fn page(visit: &Visit, mail: MailIn, form: Form, status: StatusCode) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::mail_page(conn, &inner, &mail, form))
        .await?;
    show_as(status, &page)
}

/// One of a mail's files, to be kept and never shown inside the site: strangers made it.
pub(super) async fn file(
    visit: Visit,
    Path((_, id, number)): Path<(String, String, usize)>,
) -> Answer {
    let (_, mail) = found(&visit, &id).await?;
    let raw = visit.store().read(move |conn| conn.blob(mail.raw)).await?;
    let files = mail::incoming(&raw).map(|it| it.attachments);
    let file = files.unwrap_or_default().into_iter().nth(number);
    let file = file.ok_or(Halt::Missing)?;
    let name = file.file_name.unwrap_or_default();
    let name: String = name
        .chars()
        .filter(|it| !it.is_control() && !"/\\:\"<>|?*".contains(*it))
        .take(120)
        .collect();
    let name = if name.trim_matches(['.', ' ']).is_empty() {
        visit.say("inbox-file-nameless").to_owned()
    } else {
        name
    };
    let kind = if file.content_type.eq_ignore_ascii_case("application/pdf") {
        "application/pdf"
    } else {
        "application/octet-stream"
    };
    let manner = format!("attachment; filename*=UTF-8''{}", shell::encoded(&name));
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, manner),
    ];
    Ok((headers, file.bytes).into_response())
}
