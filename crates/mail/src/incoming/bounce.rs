//! What a mail server says of a letter that it could not deliver (RFC 3464), also where it
//! says so in words of its own.

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::{cleaned, id, line};

/// Whether another try could help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// For good: status 5.
    Hard,
    /// For now: status 4, or none that is known.
    Soft,
}

/// A letter that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// Whether another try could help.
    pub severity: Severity,
    /// The status, as in `5.1.1`; empty where there is none.
    pub status: String,
    /// Whom the letter did not reach, where the server says so.
    pub recipient: Option<String>,
    /// The server's words.
    pub reason: String,
    /// Ids that can be the letter's own.
    pub message_ids: Vec<String>,
}

/// The most text in which ids are looked for.
const LOOKED_THROUGH: usize = 200_000;

/// The bounce that a mail is; none where it is something else, or tells of a delay only.
pub(super) fn bounce(message: &Message<'_>, text: &str) -> Option<Bounce> {
    if let Some(report) = message
        .parts
        .iter()
        .find(|it| is_kind(it, "message", "delivery-status"))
    {
        let fields = Fields(cleaned(
            &String::from_utf8_lossy(report.contents()),
            LOOKED_THROUGH,
        ));
        return fields.bounce(message, text);
    }
    if !is_from_a_server(message) {
        return None;
    }
    // qmail and others write prose, with the letter's head below it.
    let whole = String::from_utf8_lossy(message.raw_message.get(..).unwrap_or_default());
    let whole = cleaned(&whole, LOOKED_THROUGH);
    let message_ids = ids_in(&whole, own_id(message).as_deref());
    if message_ids.is_empty() {
        return None;
    }
    let status = status_in(text).unwrap_or_default();
    Some(Bounce {
        severity: severity(&status),
        recipient: recipient_in(text),
        reason: line(text),
        status,
        message_ids,
    })
}

fn own_id(message: &Message<'_>) -> Option<String> {
    message.message_id().and_then(id)
}

fn is_from_a_server(message: &Message<'_>) -> bool {
    let from = message
        .from()
        .and_then(|it| it.first())
        .and_then(|it| it.address());
    let local = from
        .and_then(|it| it.split('@').next())
        .unwrap_or_default()
        .to_ascii_lowercase();
    let path = message.header_raw("Return-Path").unwrap_or_default();
    local == "mailer-daemon" || (local == "postmaster" && path.trim() == "<>")
}

fn is_kind(part: &MessagePart<'_>, kind: &str, subtype: &str) -> bool {
    part.content_type().is_some_and(|it| {
        it.ctype().eq_ignore_ascii_case(kind)
            && it
                .subtype()
                .is_some_and(|found| found.eq_ignore_ascii_case(subtype))
    })
}

/// The fields of a delivery report.
struct Fields(String);

impl Fields {
    fn bounce(&self, message: &Message<'_>, text: &str) -> Option<Bounce> {
        // Of several recipients the one that failed; our letters have one each.
        let failed = self.0.split("\n\n").find(|block| {
            field(block, "action").is_some_and(|it| it.eq_ignore_ascii_case("failed"))
        })?;
        let address =
            field(failed, "original-recipient").or_else(|| field(failed, "final-recipient"));
        let said = field(failed, "diagnostic-code").unwrap_or_default();
        let status = field(failed, "status")
            .as_deref()
            .and_then(status_in)
            .or_else(|| status_in(&said))
            .unwrap_or_default();
        let reason = behind_type(&said);
        Some(Bounce {
            severity: severity(&status),
            status,
            recipient: address
                .map(|it| behind_type(&it))
                .filter(|it| it.contains('@')),
            reason: line(if reason.is_empty() { text } else { &reason }),
            message_ids: returned_ids(message),
        })
    }
}

/// A field of a block, with its folded lines put together.
fn field(block: &str, name: &str) -> Option<String> {
    let mut lines = block.lines().skip_while(|it| {
        it.split_once(':')
            .is_none_or(|(found, _)| !found.trim().eq_ignore_ascii_case(name))
    });
    let (_, first) = lines.next()?.split_once(':')?;
    let mut value = first.trim().to_owned();
    for more in lines.take_while(|it| it.starts_with([' ', '\t'])) {
        value.push(' ');
        value.push_str(more.trim());
    }
    Some(value)
}

/// `rfc822;name@example.org` without its type.
fn behind_type(value: &str) -> String {
    let value = value.split_once(';').map_or(value, |(_, behind)| behind);
    value.trim().trim_matches(['<', '>']).to_owned()
}

/// The id of the letter that came back, whole or as its head.
fn returned_ids(message: &Message<'_>) -> Vec<String> {
    let mut ids = Vec::new();
    for part in &message.parts {
        if let PartType::Message(inner) = &part.body {
            ids.extend(inner.message_id().and_then(id));
        } else if is_kind(part, "text", "rfc822-headers") || is_kind(part, "message", "rfc822") {
            let head = cleaned(&String::from_utf8_lossy(part.contents()), LOOKED_THROUGH);
            ids.extend(field(&head, "message-id").as_deref().and_then(id));
        }
    }
    if ids.is_empty() {
        let whole = String::from_utf8_lossy(&message.raw_message);
        ids = ids_in(&cleaned(&whole, LOOKED_THROUGH), own_id(message).as_deref());
    }
    ids
}

/// Ids in angle brackets behind the name of their field.
fn ids_in(text: &str, not: Option<&str>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for found in text.lines().filter_map(|line| {
        let (name, value) = line.trim_start_matches(['>', ' ', '\t']).split_once(':')?;
        name.eq_ignore_ascii_case("message-id")
            .then(|| id(value))
            .flatten()
    }) {
        if Some(found.as_str()) != not && !ids.contains(&found) {
            ids.push(found);
        }
    }
    ids.truncate(20);
    ids
}

/// The first enhanced status code (RFC 3463) in a text, or what a three-digit code says.
pub(crate) fn status_in(text: &str) -> Option<String> {
    let words = || {
        text.split(|it: char| !it.is_ascii_digit() && it != '.')
            .map(|it| it.trim_matches('.'))
    };
    let enhanced = words().find(|word| {
        let parts: Vec<&str> = word.split('.').collect();
        matches!(parts[..], [class, subject, detail]
            if matches!(class, "2" | "4" | "5")
            && (1..=3).contains(&subject.len()) && (1..=3).contains(&detail.len()))
    });
    if let Some(found) = enhanced {
        return Some(found.to_owned());
    }
    let plain = words().find(|word| {
        word.len() == 3
            && (word.starts_with("55") || word.starts_with("45") || word.starts_with("42"))
    })?;
    Some(
        if plain.starts_with('5') {
            "5.0.0"
        } else {
            "4.0.0"
        }
        .to_owned(),
    )
}

fn severity(status: &str) -> Severity {
    if status.starts_with('5') {
        Severity::Hard
    } else {
        Severity::Soft
    }
}

/// The first address in angle brackets, as prose names the one who was not reached.
fn recipient_in(text: &str) -> Option<String> {
    text.split('<')
        .skip(1)
        .filter_map(|it| it.split('>').next())
        .find(|it| it.contains('@') && !it.contains(char::is_whitespace))
        .map(line)
}
