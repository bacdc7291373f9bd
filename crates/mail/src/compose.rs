//! From letter to bytes: headers, MIME levels and encodings.
//!
//! The same letter always gives the same bytes, so that a mail can be composed again for a
//! second attempt and still carry the same signature.

use std::time::SystemTime;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use lettre::{
    Message,
    message::{
        MultiPart, MultiPartBuilder, SinglePart,
        header::{
            ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue,
            MessageId,
        },
    },
};
use sha2::{Digest, Sha256};

use crate::{
    address::{self, BadAddress},
    letter::{Attachment, AutoSubmitted, CalendarPart, Letter, Mailbox},
};

/// The longest line RFC 5322 allows, without its line break.
const LONGEST_LINE: usize = 998;

/// Headers that this crate writes itself; a second one would make two readers see two mails.
const OWN_HEADERS: &[&str] = &[
    "auto-submitted",
    "bcc",
    "cc",
    "content-disposition",
    "content-transfer-encoding",
    "content-type",
    "date",
    "dkim-signature",
    "from",
    "message-id",
    "mime-version",
    "reply-to",
    "sender",
    "subject",
    "to",
];

/// Why a letter can't be put into wire form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// An address is none.
    #[error(transparent)]
    Address(#[from] BadAddress),
    /// The message id is empty or has characters that don't belong there.
    #[error("{0:?} cannot be a message id")]
    MessageId(String),
    /// Mail knows no dates before 1970.
    #[error("the date lies before 1970")]
    Date,
    /// A further header has a forbidden name.
    #[error("{0:?} cannot be a further header")]
    HeaderName(String),
    /// A further header has line breaks or other control characters in its value.
    #[error("the value of {0} has control characters")]
    HeaderValue(String),
    /// A media type is none.
    #[error("{0:?} is not a media type")]
    ContentType(String),
    /// The calendar text names another method than the letter.
    #[error("the calendar text says METHOD {found:?}, the letter {wanted:?}")]
    Method {
        /// What the letter says.
        wanted: String,
        /// What the calendar text says.
        found: Option<String>,
    },
    /// A word in a header is longer than a line may be.
    #[error("a line is longer than {LONGEST_LINE} octets")]
    LineTooLong,
    /// The MIME writer refused.
    #[error("the mail cannot be built: {0}")]
    Build(String),
}

/// Puts a letter into wire form: `mixed{ alternative{ text, html, calendar }, files }`,
/// with only the levels that it needs. The result is ASCII unless an address is not.
pub fn compose(letter: &Letter) -> Result<Vec<u8>, Unwritable> {
    let message_id = checked_message_id(&letter.message_id)?;
    let mut message = Message::builder()
        .message_id(None)
        .header(MessageId::from(format!("<{message_id}>")))
        .date(date(letter)?)
        .from(mailbox(&letter.from)?)
        .to(mailbox(&letter.to)?)
        .subject(one_line(&breakable(&letter.subject)));
    if let Some(reply_to) = &letter.reply_to {
        message = message.reply_to(mailbox(reply_to)?);
    }
    if let Some(value) = auto_submitted(letter.auto_submitted) {
        message = message.raw_header(value);
    }
    for (name, value) in &letter.headers {
        message = message.raw_header(further_header(name, value)?);
    }
    let message = match body(letter)? {
        Body::Text(part) => message.singlepart(part),
        Body::Parts(parts) => message.multipart(parts),
    };
    let raw = message
        .map_err(|refused| Unwritable::Build(refused.to_string()))?
        .formatted();
    if raw
        .split(|byte| *byte == b'\n')
        .any(|line| line.len() > LONGEST_LINE + 1)
    {
        return Err(Unwritable::LineTooLong);
    }
    Ok(raw)
}

enum Body {
    Text(SinglePart),
    Parts(MultiPart),
}

fn body(letter: &Letter) -> Result<Body, Unwritable> {
    let readable = readable(letter)?;
    if letter.attachments.is_empty() {
        return Ok(readable);
    }
    let mixed = level(MultiPart::mixed(), "mixed", &letter.message_id);
    let mut mixed = match readable {
        Body::Text(part) => mixed.singlepart(part),
        Body::Parts(parts) => mixed.multipart(parts),
    };
    for attachment in &letter.attachments {
        mixed = mixed.singlepart(file(attachment)?);
    }
    Ok(Body::Parts(mixed))
}

fn readable(letter: &Letter) -> Result<Body, Unwritable> {
    let text = SinglePart::plain(network_lines(&breakable(&letter.text)));
    if letter.html.is_none() && letter.calendar.is_none() {
        return Ok(Body::Text(text));
    }
    let alternative = level(MultiPart::alternative(), "alternative", &letter.message_id);
    let mut parts = alternative.singlepart(text);
    if let Some(html) = &letter.html {
        parts = parts.singlepart(SinglePart::html(network_lines(html)));
    }
    if let Some(calendar) = &letter.calendar {
        parts = parts.singlepart(calendar_part(calendar)?);
    }
    Ok(Body::Parts(parts))
}

/// Subjects and plain text have ordinary spaces, which every program finds and quotes.
fn breakable(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn calendar_part(calendar: &CalendarPart) -> Result<SinglePart, Unwritable> {
    let method = &calendar.method;
    let found = method_in(&calendar.text);
    if found.as_deref() != Some(method.as_str()) || !method.bytes().all(|b| b.is_ascii_uppercase())
    {
        return Err(Unwritable::Method {
            wanted: method.clone(),
            found,
        });
    }
    let content_type = media_type(&format!("text/calendar; method={method}; charset=utf-8"))?;
    Ok(SinglePart::builder()
        .content_type(content_type)
        .body(network_lines(&calendar.text)))
}

fn method_in(text: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("METHOD")
            .then(|| value.trim_end().to_owned())
    })
}

/// Files always go as base64: as text their line ends would be at the servers' mercy, and a
/// signature over a PDF or a calendar file would break.
fn file(attachment: &Attachment) -> Result<SinglePart, Unwritable> {
    Ok(SinglePart::builder()
        .content_type(media_type(&attachment.content_type)?)
        .header(ContentDisposition::attachment(&file_name(
            &attachment.file_name,
        )))
        .header(ContentTransferEncoding::Base64)
        .body(attachment.bytes.clone()))
}

fn file_name(name: &str) -> String {
    one_line(name).replace(['/', '\\', '"'], "-")
}

fn media_type(text: &str) -> Result<ContentType, Unwritable> {
    let bad = || Unwritable::ContentType(text.to_owned());
    if text.chars().any(|c| c.is_control() || !c.is_ascii()) || text.starts_with("multipart/") {
        return Err(bad());
    }
    ContentType::parse(text).map_err(|_| bad())
}

/// The border between parts comes from the message id: no dice, and nobody who writes a
/// text can know it beforehand.
fn level(builder: MultiPartBuilder, name: &str, message_id: &str) -> MultiPartBuilder {
    let digest = Sha256::new()
        .chain_update(name)
        .chain_update([0])
        .chain_update(message_id);
    let border = URL_SAFE_NO_PAD.encode(digest.finalize());
    builder.boundary(format!("={border}"))
}

fn date(letter: &Letter) -> Result<SystemTime, Unwritable> {
    if letter.date.as_second() < 0 {
        return Err(Unwritable::Date);
    }
    Ok(SystemTime::from(letter.date))
}

fn mailbox(mailbox: &Mailbox) -> Result<lettre::message::Mailbox, Unwritable> {
    let name = mailbox
        .name
        .as_deref()
        .map(one_line)
        .filter(|name| !name.is_empty());
    Ok(lettre::message::Mailbox::new(
        name,
        address::parse(&mailbox.address)?,
    ))
}

fn checked_message_id(id: &str) -> Result<&str, Unwritable> {
    let well_formed = id
        .split_once('@')
        .is_some_and(|(left, right)| !left.is_empty() && !right.is_empty() && !right.contains('@'));
    let clean = id
        .bytes()
        .all(|b| b.is_ascii_graphic() && !b"<>()[]\\,;:\"".contains(&b));
    if well_formed && clean && id.len() <= 200 {
        Ok(id)
    } else {
        Err(Unwritable::MessageId(id.to_owned()))
    }
}

fn auto_submitted(kind: AutoSubmitted) -> Option<HeaderValue> {
    let value = match kind {
        AutoSubmitted::No => return None,
        AutoSubmitted::Generated => "auto-generated",
        AutoSubmitted::Replied => "auto-replied",
    };
    Some(HeaderValue::new(
        HeaderName::new_from_ascii_str("Auto-Submitted"),
        value.to_owned(),
    ))
}

fn further_header(name: &str, value: &str) -> Result<HeaderValue, Unwritable> {
    let bad = || Unwritable::HeaderName(name.to_owned());
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !plain || OWN_HEADERS.iter().any(|own| own.eq_ignore_ascii_case(name)) {
        return Err(bad());
    }
    if value.chars().any(char::is_control) {
        return Err(Unwritable::HeaderValue(name.to_owned()));
    }
    let header_name = HeaderName::new_from_ascii(name.to_owned()).map_err(|_| bad())?;
    Ok(HeaderValue::new(header_name, value.to_owned()))
}

/// What people typed, on one line: control characters become spaces, runs of space one.
pub(crate) fn one_line(text: &str) -> String {
    let breaking =
        |c: char| c.is_control() || c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(breaking)
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Line ends as mail wants them, whatever they were. A lone CR would split a line for some
/// servers and not for others; a NUL none of them takes.
fn network_lines(text: &str) -> String {
    let unix = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\0', "");
    unix.replace('\n', "\r\n")
}
