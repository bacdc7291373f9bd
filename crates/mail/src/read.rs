//! Taking a mail apart again, for pages that show what went out.

use jiff::Timestamp;
use mail_parser::{Address, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::letter::Mailbox;

/// A calendar entry found in a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadCalendar {
    /// The iCalendar text.
    pub text: String,
    /// The method named by the part's media type.
    pub method: Option<String>,
}

/// A file found in a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadAttachment {
    /// Its name, if it has one.
    pub file_name: Option<String>,
    /// Its media type.
    pub content_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What a mail says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadMail {
    /// The message id without angle brackets.
    pub message_id: Option<String>,
    /// The subject.
    pub subject: String,
    /// Who wrote.
    pub from: Vec<Mailbox>,
    /// To whom.
    pub to: Vec<Mailbox>,
    /// Where answers go.
    pub reply_to: Vec<Mailbox>,
    /// When.
    pub date: Option<Timestamp>,
    /// The text body, if there is one of its own.
    pub text: Option<String>,
    /// The HTML body, if there is one of its own.
    pub html: Option<String>,
    /// The calendar entry.
    pub calendar: Option<ReadCalendar>,
    /// The files.
    pub attachments: Vec<ReadAttachment>,
}

/// Reads a mail; `None` when the bytes are none.
pub fn read(raw: &[u8]) -> Option<ReadMail> {
    let message = MessageParser::default().parse(raw)?;
    Some(ReadMail {
        message_id: message.message_id().map(str::to_owned),
        subject: message.subject().unwrap_or_default().to_owned(),
        from: mailboxes(message.from()),
        to: mailboxes(message.to()),
        reply_to: mailboxes(message.reply_to()),
        date: message
            .date()
            .and_then(|d| Timestamp::from_second(d.to_timestamp()).ok()),
        text: message.text_bodies().find_map(own_text),
        html: message.html_bodies().find_map(own_html),
        calendar: calendar(&message),
        attachments: attachments(&message),
    })
}

/// The calendar entry among a mail's bodies.
pub(crate) fn calendar(message: &Message<'_>) -> Option<ReadCalendar> {
    let mut bodies = message
        .parts
        .iter()
        .filter(|part| part.attachment_name().is_none());
    bodies.find(|part| is_calendar(part)).map(read_calendar)
}

/// The files of a mail.
pub(crate) fn attachments(message: &Message<'_>) -> Vec<ReadAttachment> {
    message
        .attachments()
        .filter(|part| part.attachment_name().is_some() || !is_calendar(part))
        .map(|part| ReadAttachment {
            file_name: part.attachment_name().map(str::to_owned),
            content_type: content_type(part),
            bytes: part.contents().to_vec(),
        })
        .collect()
}

fn own_text(part: &MessagePart<'_>) -> Option<String> {
    match &part.body {
        PartType::Text(text) if !is_calendar(part) => Some(text.to_string()),
        _ => None,
    }
}

fn own_html(part: &MessagePart<'_>) -> Option<String> {
    match &part.body {
        PartType::Html(html) => Some(html.to_string()),
        _ => None,
    }
}

fn is_calendar(part: &MessagePart<'_>) -> bool {
    part.is_content_type("text", "calendar")
}

fn read_calendar(part: &MessagePart<'_>) -> ReadCalendar {
    ReadCalendar {
        text: String::from_utf8_lossy(part.contents()).into_owned(),
        method: part
            .content_type()
            .and_then(|t| t.attribute("method"))
            .map(str::to_owned),
    }
}

fn content_type(part: &MessagePart<'_>) -> String {
    part.content_type().map_or_else(
        || "application/octet-stream".to_owned(),
        |found| {
            format!(
                "{}/{}",
                found.ctype(),
                found.subtype().unwrap_or("octet-stream")
            )
        },
    )
}

/// The mailboxes of a head's field.
pub(crate) fn mailboxes(address: Option<&Address<'_>>) -> Vec<Mailbox> {
    let Some(address) = address else {
        return Vec::new();
    };
    address
        .iter()
        .filter_map(|one| {
            Some(Mailbox {
                name: one.name().map(str::to_owned),
                address: one.address()?.to_owned(),
            })
        })
        .collect()
}
