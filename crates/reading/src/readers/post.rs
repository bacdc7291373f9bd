//! Mails and web pages that a browser has saved as one (MHTML, RFC 2557): the page in them, else
//! their text.

use mail_parser::{MessageParser, MimeHeaders};

use super::Fault;
use super::{html, ics, plain};
use crate::page::{Page, tidy};

/// Whether a text begins as mails do, with lines that name themselves.
pub(crate) fn is_mail(text: &str) -> bool {
    let lines = text.lines().take_while(|it| !it.trim().is_empty()).take(60);
    let names = [
        "mime-version:",
        "content-type:",
        "from:",
        "subject:",
        "date:",
        "received:",
        "message-id:",
    ];
    let known = lines.filter(|line| {
        let lower = line.to_lowercase();
        names.iter().any(|it| lower.starts_with(it))
    });
    known.count() >= 3
}

/// Reads a mail.
pub(crate) fn read(bytes: &[u8]) -> Result<Page, Fault> {
    let mail = MessageParser::default().parse(bytes).ok_or(Fault::Broken)?;
    let calendar = mail.parts.iter().find(|part| {
        part.content_type()
            .is_some_and(|it| it.ctype() == "text" && it.subtype() == Some("calendar"))
    });
    if let Some(text) = calendar.and_then(|it| it.text_contents())
        && ics::is_calendar(text)
    {
        return Ok(ics::read(text));
    }
    let mut page = match (mail.html_bodies().next(), mail.text_bodies().next()) {
        (Some(part), _) if part.is_text_html() => {
            html::read(part.text_contents().unwrap_or_default())
        }
        (_, Some(part)) => plain::read(part.text_contents().unwrap_or_default()),
        _ => return Err(Fault::NoText),
    };
    let subject = mail.subject().map(tidy).filter(|it| !it.is_empty());
    page.title = page.title.take().or(subject);
    if page.published.is_none()
        && let Some(date) = mail.date()
    {
        let small = |it: u8| i8::try_from(it).unwrap_or(0);
        let year = i16::try_from(date.year).unwrap_or(0);
        page.published = jiff::civil::Date::new(year, small(date.month), small(date.day)).ok();
    }
    super::paper::worded(page)
}
