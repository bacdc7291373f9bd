//! Mail addresses, numbers, streets and web addresses as they are compared.

use super::names::words;

/// A mail address, which nobody types in one case.
pub(crate) fn mail(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// Whether a mailbox belongs to a place and not to one person.
pub(crate) fn is_shared_mailbox(mail: &str) -> bool {
    const SHARED: [&str; 14] = [
        "info",
        "kontakt",
        "contact",
        "post",
        "mail",
        "email",
        "office",
        "buero",
        "verwaltung",
        "geschaeftsstelle",
        "sekretariat",
        "zentrale",
        "poststelle",
        "team",
    ];
    let before = mail.split('@').next().unwrap_or_default();
    SHARED.contains(&before)
}

/// The digits of a telephone number as they are dialled in Germany; empty where there are too
/// few to tell one from another.
pub(crate) fn phone(typed: &str) -> String {
    let typed = typed.trim().replace("(0)", "");
    let is_abroad = typed.starts_with('+');
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let national = match (digits.strip_prefix("0049"), digits.strip_prefix("49")) {
        (Some(rest), _) => home(rest),
        (None, Some(rest)) if is_abroad => home(rest),
        (None, _) if is_abroad => format!("00{digits}"),
        _ => digits,
    };
    if national.len() >= 6 {
        national
    } else {
        String::new()
    }
}

fn home(rest: &str) -> String {
    if rest.starts_with('0') {
        rest.to_owned()
    } else {
        format!("0{rest}")
    }
}

/// A web address by its host alone.
pub(crate) fn host(typed: &str) -> String {
    let small = typed.trim().to_lowercase();
    let bare = small
        .split_once("://")
        .map_or(small.as_str(), |(_, rest)| rest);
    let host = bare.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// Street and number in one word: "Straße" is "Str.", however they are parted.
pub(crate) fn street(typed: &str) -> String {
    words(typed)
        .iter()
        .map(|word| word.replace("strasse", "str").replace("platz", "pl"))
        .collect()
}

/// Postcode and street in one; empty where one of them is missing.
pub(crate) fn place(postcode: &str, typed: &str) -> String {
    let street = street(typed);
    if street.is_empty() || postcode.trim().is_empty() {
        return String::new();
    }
    format!("{} {street}", postcode.trim())
}
