//! A letter as it will be, on a page: head, HTML in a frame, files; and what the frame loads.

use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse};
use base::{Fault, Halt};
use shell::{Answer, Content, ContentLang, Visit};

/// A file of a letter.
struct File<'c> {
    name: &'c str,
    size: String,
    href: String,
}

#[derive(Template)]
#[template(path = "outbox/view.html")]
struct ViewHtml<'c> {
    visit: &'c Visit,
    content: Option<&'c Content>,
    lang: ContentLang,
    to: &'c str,
    here: &'c str,
    files: Vec<File<'c>>,
}

/// A letter to `to` as HTML for a page. Below the address `here` the page's room serves
/// `/html` by [`frame`] and `/anlage/{number}` by [`file`].
///
/// # Errors
/// When the template cannot be rendered.
pub fn view(
    visit: &Visit,
    content: Option<&Content>,
    to: &str,
    here: &str,
) -> Result<String, Fault> {
    let attachments = content.map_or(&[][..], |content| &content.attachments);
    let files = attachments.iter().enumerate().map(|(number, file)| File {
        name: &file.file_name,
        size: size(visit, file.bytes.len()),
        href: format!("{here}/anlage/{number}"),
    });
    // A letter speaks the language of whom it goes to.
    let html = content.and_then(|content| content.html.as_deref());
    ViewHtml {
        visit,
        content,
        lang: ContentLang::of_document(html, visit.lang),
        to,
        here,
        files: files.collect(),
    }
    .render()
    .map_err(|cause| Fault::because("render a letter's preview", cause))
}

fn size(visit: &Visit, bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1024);
    visit.tell("outbox-kilobytes", &[("count", kilobytes.into())])
}

/// What a mail's HTML may do in a frame: show itself with its own style, nothing else.
const FRAME_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox; \
                            base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// The HTML part for the frame.
///
/// # Errors
/// [`Halt::Missing`] where the letter has none.
pub fn frame(content: Option<Content>) -> Answer {
    let html = content.and_then(|it| it.html).ok_or(Halt::Missing)?;
    let policy = HeaderValue::from_static(FRAME_POLICY);
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], Html(html)).into_response())
}

/// One of the files, to be kept and never shown inside the site.
///
/// # Errors
/// [`Halt::Missing`] where the letter has no such file.
pub fn file(content: Option<Content>, number: usize) -> Answer {
    let attachments = content.map(|it| it.attachments).unwrap_or_default();
    let file = attachments.into_iter().nth(number).ok_or(Halt::Missing)?;
    let kind = if file.content_type == "application/pdf" {
        "application/pdf"
    } else {
        "application/octet-stream"
    };
    let name = format!(
        "attachment; filename*=UTF-8''{}",
        shell::encoded(&file.file_name).replace('/', "%2F")
    );
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, file.bytes).into_response())
}
