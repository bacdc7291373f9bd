//! Times of day as people write them: `14.00–16.30 Uhr`, `ab 14 Uhr`, `18:30`, and what they
//! are: the beginning, the end, or when the doors open.

use std::ops::Range;

use jiff::civil::Time;

use super::tokens::Tokens;

/// What a time is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockRole {
    /// Something begins.
    Begin,
    /// The doors open; what begins, begins later.
    Doors,
    /// Something ends.
    End,
}

/// A time, or a span of two, in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockMention {
    /// Where it stands.
    pub span: Range<usize>,
    /// The time, or the first of two.
    pub first: Time,
    /// The second of two.
    pub last: Option<Time>,
    /// What it is for.
    pub role: ClockRole,
    /// Whether it says seconds, or stands beside a date as machines write it.
    pub is_stamp: bool,
}

/// A single time.
struct Clock {
    time: Time,
    until: usize,
    /// Whether it can be nothing else: it says "Uhr" or has a colon.
    is_sure: bool,
    /// Whether it says minutes.
    has_minutes: bool,
    is_stamp: bool,
}

/// All times of a text, outside of what was read as days.
pub(crate) fn clocks(tokens: &Tokens<'_>, days: &[Range<usize>]) -> Vec<ClockMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let start = tokens.start(at);
        if let Some(day) = days.iter().find(|it| it.contains(&start)) {
            at = tokens.at_offset(day.end).max(at + 1);
            continue;
        }
        match mention(tokens, at).or_else(|| below_day(tokens, at, days)) {
            Some((mention, until)) => {
                found.push(mention);
                at = until.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// "Sa, 5. Juni / 19.30": a number alone in the line below its day.
fn below_day(
    tokens: &Tokens<'_>,
    at: usize,
    days: &[Range<usize>],
) -> Option<(ClockMention, usize)> {
    let first = clock(tokens, at)?;
    let end = tokens.end_before(at);
    let is_alone = first.until >= tokens.len()
        || tokens.begins_line(first.until)
        || tokens.is(first.until, '|');
    let is_below = tokens.begins_line(at) && days.iter().any(|it| it.end == end);
    (first.has_minutes && is_alone && is_below).then(|| {
        let mention = ClockMention {
            span: tokens.start(at)..tokens.end_before(first.until),
            first: first.time,
            last: None,
            role: ClockRole::Begin,
            is_stamp: first.is_stamp,
        };
        (mention, first.until)
    })
}

fn mention(tokens: &Tokens<'_>, at: usize) -> Option<(ClockMention, usize)> {
    if let Some(found) = half(tokens, at) {
        return Some(found);
    }
    let first = clock(tokens, at)?;
    let is_between = at > 0 && tokens.lower(at - 1) == "zwischen";
    let second = behind(tokens, first.until)
        .or_else(|| (is_between && tokens.lower(first.until) == "und").then_some(first.until + 1))
        .and_then(|next| clock(tokens, next));
    let build = |first: &Clock, last: Option<Time>, until: usize| {
        let mention = ClockMention {
            span: tokens.start(at)..tokens.end_before(until),
            first: first.time,
            last,
            role: if last.is_none() && ends_behind(tokens, until) {
                ClockRole::End
            } else {
                role(tokens, at)
            },
            is_stamp: first.is_stamp,
        };
        Some((mention, until))
    };
    // "von 19.00 bis 20.00 im Saal"
    let is_led = at > 0
        && tokens.lower(at - 1) == "von"
        && tokens.lower(first.until) == "bis"
        && first.has_minutes
        && second
            .as_ref()
            .is_some_and(|it| it.has_minutes && !says_measure(tokens, it.until));
    if let Some(second) = second
        && (first.is_sure || second.is_sure || is_led)
        && (first.time < second.time || second.time.hour() < 6)
    {
        return build(&first, Some(second.time), second.until);
    }
    let is_told = first.has_minutes && at > 0 && is_hour_word(tokens, at - 1);
    (first.is_sure || is_told)
        .then(|| build(&first, None, first.until))
        .flatten()
}

/// Whether what stands behind two numbers says that they measure something.
fn says_measure(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.lower(at);
    tokens.is_one_of(at, &['€', '%', '$', '°', '.', '/'])
        || matches!(
            word.as_str(),
            "euro" | "eur" | "prozent" | "meter" | "m" | "km" | "kg" | "cent" | "mio" | "millionen"
        )
}

/// Words after which a number with two decimals is a time.
fn is_hour_word(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(
        tokens.lower(at).as_str(),
        "um" | "ab" | "gegen" | "beginn" | "einlass" | "uhrzeit"
    )
}

/// What joins the two times of a span; where the second begins.
fn behind(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if !tokens.is_one_of(at, &['-', '–', '—', '−', '‐', '‑']) && tokens.lower(at) != "bis"
    {
        return None;
    }
    let mut next = at + 1;
    // "18:30 -- 21:00", as typewriters write the dash.
    while tokens.is(next, '-') && tokens.is_joined(next) {
        next += 1;
    }
    while matches!(
        tokens.lower(next).as_str(),
        "ca" | "circa" | "etwa" | "gegen" | "um"
    ) {
        next += 1;
        if tokens.is(next, '.') {
            next += 1;
        }
    }
    Some(next)
}

/// One time: hour, perhaps minutes, perhaps "Uhr".
fn clock(tokens: &Tokens<'_>, at: usize) -> Option<Clock> {
    let (hour, digits) = tokens.number(at)?;
    if digits > 2 || hour > 24 || is_inside_number(tokens, at) {
        return None;
    }
    let mut next = at + 1;
    let mut minute = 0;
    let (mut is_sure, mut has_minutes, mut is_stamp) = (false, false, false);
    if tokens.is_one_of(next, &[':', '.']) && tokens.is_joined(next) && tokens.is_joined(next + 1) {
        match tokens.number(next + 1) {
            Some((number, 2)) if number < 60 => {
                (minute, has_minutes) = (number, true);
                is_sure = tokens.is(next, ':');
                next += 2;
            }
            _ if tokens.is(next, ':') => return None,
            _ => {}
        }
    }
    if has_minutes
        && tokens.is(next, ':')
        && tokens.is_joined(next + 1)
        && let Some((_, 2)) = tokens.number(next + 1)
    {
        is_stamp = true;
        next += 2;
    }
    while tokens.is_one_of(next, &['°', '⁰', 'º', 'ᵒ']) {
        next += 1;
    }
    if matches!(tokens.lower(next).as_str(), "uhr" | "h") {
        is_sure = true;
        next += 1;
        // "19 Uhr 30"
        if let Some((number, 2)) = tokens.number(next).filter(|_| !has_minutes)
            && number < 60
            && !tokens.is_one_of(next + 1, &['.', ':', '/'])
            && tokens
                .get(next + 1)
                .is_none_or(|_| !tokens.is_joined(next + 1))
        {
            minute = number;
            next += 1;
        }
    } else if has_minutes && tokens.is_one_of(next, &['.', ',']) && tokens.is_joined(next + 1) {
        // "1.50.000", "12.30,5"
        if tokens.number(next + 1).is_some() && tokens.is_joined(next) {
            return None;
        }
    }
    let hour = match half_of_day(tokens, next).filter(|_| has_minutes && (1..=12).contains(&hour)) {
        Some(noon) => {
            (is_sure, next) = (true, next + 1);
            hour % 12 + noon
        }
        None if hour == 24 => 0,
        None => hour,
    };
    let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
    Some(Clock {
        time,
        until: next,
        is_sure,
        has_minutes,
        is_stamp,
    })
}

/// "06:30 PM": the hours that programs of other countries leave out. In small letters "am" is a word.
fn half_of_day(tokens: &Tokens<'_>, at: usize) -> Option<i16> {
    match tokens.letters(at) {
        "AM" => Some(0),
        "PM" | "pm" => Some(12),
        _ => None,
    }
}

fn is_inside_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    tokens.is_joined(at)
        && tokens.is_one_of(before, &['.', ',', ':', '/', '+'])
        && before
            .checked_sub(1)
            .and_then(|it| tokens.number(it))
            .is_some()
}

const HOURS: &[&str] = &[
    "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
    "zwölf",
];

/// "halb acht abends", "um zwölf Uhr": hours as words.
fn half(tokens: &Tokens<'_>, at: usize) -> Option<(ClockMention, usize)> {
    let is_half = tokens.lower(at) == "halb";
    let place = at + usize::from(is_half);
    let word = tokens.lower(place);
    let hour = HOURS
        .iter()
        .zip(1_i8..)
        .find_map(|(name, hour)| (*name == word).then_some(hour))?;
    let mut until = place + 1;
    let says_hour = tokens.lower(until) == "uhr";
    until += usize::from(says_hour);
    let is_late = matches!(tokens.lower(until).as_str(), "abends" | "nachmittags");
    until += usize::from(is_late);
    if !(says_hour || is_late) {
        return None;
    }
    let hour = hour - i8::from(is_half) + if is_late && hour < 12 { 12 } else { 0 };
    let first = Time::new(hour, if is_half { 30 } else { 0 }, 0, 0).ok()?;
    let mention = ClockMention {
        span: tokens.start(at)..tokens.end_before(until),
        first,
        last: None,
        role: role(tokens, at),
        is_stamp: false,
    };
    Some((mention, until))
}

/// "und um 20.00 Uhr enden": a verb behind a time that says that something ends.
fn ends_behind(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.lower(at).as_str(), "enden" | "endet" | "endete")
}

/// What a time is for, by the nearest word before it.
fn role(tokens: &Tokens<'_>, at: usize) -> ClockRole {
    for back in 1..=4 {
        let Some(place) = at.checked_sub(back) else {
            break;
        };
        let word = tokens.lower(place);
        match word.as_str() {
            "einlass" | "einlaß" | "türöffnung" | "saalöffnung" | "doors" | "ankommen"
            | "ankunft" => return ClockRole::Doors,
            "beginn" | "start" | "anfang" | "beginnt" | "startet" => return ClockRole::Begin,
            "ende" | "endet" | "schluss" | "spätestens" => return ClockRole::End,
            "bis" if back <= 2 => return ClockRole::End,
            "uhr" => break,
            _ if tokens.is_one_of(place, &['.', ';', '|']) => break,
            _ => {}
        }
    }
    ClockRole::Begin
}
