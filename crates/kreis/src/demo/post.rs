//! The demo's mailbox: every mail as its recipient would see it.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use base::{Halt, Lang};
use calendar::{Zone, dates};
use jiff::Timestamp;
use mail::{Mailbox, ReadMail};
use shell::{Answer, ContentLang, Fields, Form, Page, Pages, Visit};
use uuid::Uuid;

use super::room::{KEY, POST, START};
use super::{answer, records};

const A_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "demo/post.html")]
struct Post {
    page: Page,
    mails: Vec<Line>,
    search: String,
    action: String,
    pages: Pages,
    key_href: &'static str,
}

struct Line {
    href: String,
    when: String,
    to: String,
    subject: String,
}

/// A piece of a text: words, or a link where `href` is one.
struct Piece {
    text: String,
    href: Option<String>,
}

struct File {
    href: String,
    name: String,
    kind: String,
}

#[derive(Template)]
#[template(path = "demo/mail.html")]
struct Mail {
    page: Page,
    lang: ContentLang,
    subject: String,
    when: String,
    from: String,
    reply_to: String,
    to: String,
    pieces: Vec<Piece>,
    html_href: Option<String>,
    files: Vec<File>,
    calendar: Option<String>,
    fields: Fields,
    invites: bool,
    answer_href: String,
    source_href: String,
}

fn when(at: Timestamp, lang: Lang) -> String {
    Zone::named("Europe/Berlin").map_or_else(
        |_| at.to_string(),
        |zone| dates::instant_local_short(at, &zone, lang),
    )
}

/// The mails, or those that a search finds; the newest first.
pub(super) async fn list(visit: Visit) -> Answer {
    let search = shell::query_value(&visit.query, "suche").unwrap_or_default();
    let words = search.clone();
    let mails = visit
        .store()
        .read(move |conn| records::mails(conn, &words))
        .await?;
    let pages = Pages::of(
        &visit,
        i64::try_from(mails.len()).unwrap_or(i64::MAX),
        A_PAGE,
    );
    let before = usize::try_from(pages.before()).unwrap_or(usize::MAX);
    let each = usize::try_from(pages.each).unwrap_or(usize::MAX);
    let lines = mails.into_iter().skip(before).take(each).map(|mail| Line {
        href: visit.href(&format!("{POST}/{}", mail.id)),
        when: when(mail.received_at, visit.lang),
        to: mail.to,
        subject: if mail.subject.is_empty() {
            visit.say("demo-post-no-subject").to_owned()
        } else {
            mail.subject
        },
    });
    shell::show(&Post {
        mails: lines.collect(),
        search,
        action: visit.href(POST),
        pages,
        key_href: KEY,
        page: Page::new(&visit, visit.say("demo-post-title"))
            .below(visit.say("demo-start-link"), START)
            .here(),
    })
}

async fn load(visit: &Visit, id: &str) -> Result<(Timestamp, Vec<u8>), Halt> {
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    visit
        .store()
        .read(move |conn| records::mail(conn, id))
        .await?
        .ok_or(Halt::Missing)
}

pub(super) async fn read(visit: &Visit, id: &str) -> Result<(Timestamp, ReadMail), Halt> {
    let (at, raw) = load(visit, id).await?;
    let mail = mail::read(&raw).ok_or(Halt::Missing)?;
    Ok((at, mail))
}

/// One mail.
pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Answer {
    let (at, mail) = read(&visit, &id).await?;
    let here = |rest: &str| visit.href(&format!("{POST}/{id}/{rest}"));
    let files = mail
        .attachments
        .iter()
        .enumerate()
        .map(|(number, file)| File {
            href: here(&format!("anlage/{number}")),
            name: file
                .file_name
                .clone()
                .unwrap_or_else(|| file.content_type.clone()),
            kind: file.content_type.clone(),
        });
    let subject = if mail.subject.is_empty() {
        visit.say("demo-post-no-subject").to_owned()
    } else {
        mail.subject.clone()
    };
    shell::show(&Mail {
        lang: ContentLang::of_document(mail.html.as_deref(), visit.lang),
        when: when(at, visit.lang),
        from: names(&mail.from),
        reply_to: names(&mail.reply_to),
        to: names(&mail.to),
        pieces: pieces(mail.text.as_deref().unwrap_or_default()),
        html_href: mail.html.as_ref().map(|_| here("html")),
        files: files.collect(),
        fields: Fields::new(&visit, Form::of([])),
        invites: answer::invites(&mail),
        answer_href: here("antwort"),
        calendar: mail.calendar.map(|it| it.text),
        source_href: here("mail.eml"),
        page: Page::of_record(&visit, subject.clone())
            .below(visit.say("demo-start-link"), START)
            .below(visit.say("demo-post-title"), POST)
            .here(),
        subject,
    })
}

fn names(mailboxes: &[Mailbox]) -> String {
    let one = |it: &Mailbox| match &it.name {
        Some(name) => format!("{name} <{}>", it.address),
        None => it.address.clone(),
    };
    mailboxes.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Cuts a text at its web addresses, so that they can be followed.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_start_matches(['<', '(']).trim_end();
        let link = word.trim_end_matches(['.', ',', ')', '>', ';']);
        if !(link.starts_with("http://") || link.starts_with("https://")) {
            words.push_str(part);
            continue;
        }
        let (before, after) = part.split_once(link).unwrap_or((part, ""));
        words.push_str(before);
        pieces.push(Piece {
            text: std::mem::take(&mut words),
            href: None,
        });
        pieces.push(Piece {
            text: link.to_owned(),
            href: Some(link.to_owned()),
        });
        words.push_str(after);
    }
    pieces.push(Piece {
        text: words,
        href: None,
    });
    pieces
}

/// The mail's own HTML, in a frame that may do nothing but follow a link that was clicked.
pub(super) async fn html(visit: Visit, Path(id): Path<String>) -> Answer {
    let (_, mail) = read(&visit, &id).await?;
    let html = mail.html.ok_or(Halt::Missing)?;
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
                  frame-ancestors 'self'; \
                  sandbox allow-top-navigation-by-user-activation allow-popups";
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, policy),
    ];
    Ok((headers, out_of_frame(&html)).into_response())
}

/// Links of the mail lead out of the frame.
fn out_of_frame(html: &str) -> String {
    let base = "<base target=\"_top\">";
    match html.split_once("<head>") {
        Some((before, after)) => format!("{before}<head>{base}{after}"),
        None => format!("{base}{html}"),
    }
}

/// The mail as it travelled.
pub(super) async fn source(visit: Visit, Path(id): Path<String>) -> Answer {
    let (_, raw) = load(&visit, &id).await?;
    Ok((as_file("message/rfc822", "mail.eml", false), raw).into_response())
}

/// One attachment.
pub(super) async fn file(visit: Visit, Path((id, number)): Path<(String, usize)>) -> Answer {
    let (_, mail) = read(&visit, &id).await?;
    let file = mail
        .attachments
        .into_iter()
        .nth(number)
        .ok_or(Halt::Missing)?;
    let name: String = file
        .file_name
        .unwrap_or_default()
        .chars()
        .filter(|it| it.is_ascii_alphanumeric() || "-_.".contains(*it))
        .collect();
    // A PDF and a calendar are what the demo wants to show; all else is only downloaded.
    let is_pdf = file.content_type.eq_ignore_ascii_case("application/pdf");
    let kind = match file.content_type.to_ascii_lowercase().as_str() {
        "application/pdf" => "application/pdf",
        "text/calendar" | "application/ics" => "text/calendar; charset=utf-8",
        _ => "application/octet-stream",
    };
    Ok((as_file(kind, &name, is_pdf), file.bytes).into_response())
}

fn as_file(kind: &str, name: &str, inline: bool) -> [(HeaderName, String); 2] {
    let manner = if inline { "inline" } else { "attachment" };
    [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("{manner}; filename=\"{name}\""),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_a_text_can_be_followed() {
        let found: Vec<_> = pieces("Antwort: http://a.example/x?y=1.\nBis dann")
            .into_iter()
            .map(|it| (it.text, it.href.is_some()))
            .collect();

        let expected = [
            ("Antwort: ", false),
            ("http://a.example/x?y=1", true),
            (".\nBis dann", false),
        ];
        assert_eq!(found, expected.map(|(text, link)| (text.to_owned(), link)));
    }
}
