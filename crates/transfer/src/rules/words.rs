//! Words of cells: kinds of membership, days, postcodes, and what is none of them.

use jiff::civil::Date;
use register::MembershipKind;

/// A postcode with the nought that spreadsheets drop.
pub(super) fn full(mut postcode: String) -> String {
    if postcode.len() == 4 && postcode.chars().all(|it| it.is_ascii_digit()) {
        postcode.insert(0, '0');
    }
    postcode
}

/// A mark as it is compared.
pub(super) fn told(mark: Option<bool>) -> String {
    mark.map_or("", |it| if it { "yes" } else { "no" })
        .to_owned()
}

/// What a spreadsheet shows where a formula failed, in German and in English.
pub(super) fn is_failure(cell: &str) -> bool {
    [
        "#BEZUG!",
        "#REF!",
        "#NV",
        "#N/A",
        "#NAME?",
        "#WERT!",
        "#VALUE!",
        "#DIV/0!",
        "#NULL!",
        "#ZAHL!",
        "#NUM!",
        "#ÜBERLAUF!",
        "#SPILL!",
    ]
    .contains(&cell)
}

/// The kind of membership that a word means.
pub(super) fn kind_of(typed: &str) -> Option<MembershipKind> {
    let typed = super::guess::plain(typed);
    if let Some(kind) = MembershipKind::from_word(&typed) {
        return Some(kind);
    }
    // A supporting member is a funder, so that is asked first.
    let has = |parts: &[&str]| parts.iter().any(|part| typed.contains(part));
    if has(&["foerder", "funder", "sponsor", "donor"]) {
        Some(MembershipKind::Funder)
    } else if has(&["partner", "kooperation"]) {
        Some(MembershipKind::Partner)
    } else if has(&["gast", "gaest", "guest", "beobacht"]) {
        Some(MembershipKind::Guest)
    } else if has(&["mitglied", "ordentlich", "member", "aktiv"]) {
        Some(MembershipKind::Member)
    } else {
        None
    }
}

/// A day as sheets and people write it: `2017-12-07`, `7.12.2017`, `12/2017`, `2017`.
pub(super) fn day_of(typed: &str, is_end: bool) -> Option<Date> {
    let typed = typed.split(' ').next().unwrap_or_default();
    if let Ok(day) = typed.parse::<Date>() {
        return Some(day);
    }
    let parts: Vec<i16> = typed
        .split(['.', '/'])
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let full = |year: i16| {
        if (0..100).contains(&year) {
            year + 2000
        } else {
            year
        }
    };
    let small = |part: i16| i8::try_from(part).ok();
    match parts.as_slice() {
        [day, month, year] => Date::new(full(*year), small(*month)?, small(*day)?).ok(),
        [month, year] if *year >= 1000 => {
            let first = Date::new(*year, small(*month)?, 1).ok()?;
            Some(if is_end { first.last_of_month() } else { first })
        }
        [year] if *year >= 1000 => {
            let (month, day) = if is_end { (12, 31) } else { (1, 1) };
            Date::new(*year, month, day).ok()
        }
        _ => None,
    }
}
