//! Reading a mail that somebody sent us: what it answers, what was written, what a machine
//! wants to say with it.
//!
//! Nothing in it is trusted: texts are cut and cleaned, HTML becomes text, nested mails are
//! looked at only for what a bounce tells of.

mod bounce;
mod quote;

use jiff::Timestamp;
use mail_parser::{HeaderValue, Message, MessageParser, MimeHeaders};

use crate::letter::Mailbox;
use crate::read::{ReadAttachment, ReadCalendar, attachments, calendar, mailboxes};

pub(crate) use bounce::status_in;
pub use bounce::{Bounce, Severity};

/// The longest text that is kept, in characters.
const LONGEST_TEXT: usize = 100_000;
/// The longest line of a head.
const LONGEST_LINE: usize = 500;
/// The most files that are shown of one mail.
const MOST_FILES: usize = 50;

/// A mail that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The message id without angle brackets.
    pub message_id: Option<String>,
    /// The ids of the mails that it answers, the nearest first.
    pub answers: Vec<String>,
    /// Who wrote.
    pub from: Option<Mailbox>,
    /// When, as the sender says.
    pub date: Option<Timestamp>,
    /// The subject.
    pub subject: String,
    /// What was written.
    pub text: String,
    /// The older mail below it.
    pub quoted: String,
    /// The calendar entry.
    pub calendar: Option<ReadCalendar>,
    /// The files.
    pub attachments: Vec<ReadAttachment>,
    /// Whether a machine sent it of its own accord (RFC 3834 and what came before it).
    pub is_automatic: bool,
    /// What could not be delivered.
    pub bounce: Option<Bounce>,
}

/// Reads a mail; `None` when the bytes are none.
pub fn incoming(raw: &[u8]) -> Option<Incoming> {
    let message = MessageParser::default().parse(raw)?;
    let whole = message.body_text(0).unwrap_or_default();
    let (text, quoted) = quote::parted(&cleaned(&whole, LONGEST_TEXT));
    let bounce = bounce::bounce(&message, &whole);
    Some(Incoming {
        message_id: message.message_id().and_then(id),
        answers: answers(&message),
        from: mailboxes(message.from())
            .into_iter()
            .next()
            .map(|from| Mailbox {
                name: from
                    .name
                    .map(|name| line(&name))
                    .filter(|it| !it.is_empty()),
                address: line(&from.address),
            }),
        date: message
            .date()
            .filter(|date| date.is_valid())
            .and_then(|date| Timestamp::from_second(date.to_timestamp()).ok()),
        subject: line(message.subject().unwrap_or_default()),
        text,
        quoted,
        calendar: calendar(&message),
        attachments: attachments(&message).into_iter().take(MOST_FILES).collect(),
        is_automatic: bounce.is_none() && is_automatic(&message),
        bounce,
    })
}

/// The ids of `In-Reply-To` and, from the end, of `References`.
fn answers(message: &Message<'_>) -> Vec<String> {
    let mut ids = texts(message.in_reply_to());
    ids.extend(texts(message.references()).into_iter().rev());
    let mut nearest: Vec<String> = Vec::new();
    for one in ids.iter().filter_map(|one| id(one)) {
        if !nearest.contains(&one) {
            nearest.push(one);
        }
    }
    nearest.truncate(100);
    nearest
}

fn texts(value: &HeaderValue<'_>) -> Vec<String> {
    match value {
        HeaderValue::Text(text) => vec![text.to_string()],
        HeaderValue::TextList(list) => list.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

/// A message id as it is compared; none where it could not be one.
fn id(text: &str) -> Option<String> {
    let bare = text.trim().trim_matches(['<', '>']);
    let is_one = !bare.is_empty()
        && bare.len() <= 900
        && !bare.chars().any(|it| it.is_control() || it.is_whitespace());
    is_one.then(|| bare.to_owned())
}

/// Out-of-office notices, receipts, mailing lists: nobody wrote this by hand for us.
fn is_automatic(message: &Message<'_>) -> bool {
    let header = |name: &'static str| {
        let raw = message.header_raw(name).unwrap_or_default();
        raw.trim().to_ascii_lowercase()
    };
    let submitted = header("Auto-Submitted");
    if !submitted.is_empty() && !submitted.starts_with("no") {
        return true;
    }
    let precedence = header("Precedence");
    if ["bulk", "junk", "list", "auto_reply", "auto-reply"].contains(&precedence.as_str()) {
        return true;
    }
    let said = [
        "X-Autoreply",
        "X-Autorespond",
        "X-Auto-Reply",
        "X-Auto-Response-Suppress",
    ];
    if said.into_iter().any(|name| {
        let value = header(name);
        !value.is_empty() && value != "no" && value != "none"
    }) {
        return true;
    }
    if header("Return-Path") == "<>" {
        return true;
    }
    message.content_type().is_some_and(|kind| {
        kind.ctype().eq_ignore_ascii_case("multipart")
            && kind
                .subtype()
                .is_some_and(|it| it.eq_ignore_ascii_case("report"))
    })
}

/// One line without control characters, cut to a bearable length.
fn line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|it: char| it.is_control() || it.is_whitespace())
        .filter(|it| !it.is_empty())
        .collect();
    words
        .join(" ")
        .chars()
        .filter(|it| is_harmless(*it))
        .take(LONGEST_LINE)
        .collect()
}

/// Lines without other control characters and without marks that turn the order of reading.
fn cleaned(text: &str, most: usize) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|it| *it == '\n' || *it == '\t' || is_harmless(*it))
        .take(most)
        .collect()
}

fn is_harmless(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
