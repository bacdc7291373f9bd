//! What a rule says, in the words in which offices say it: nobody reads `FREQ=MONTHLY;BYDAY=1TU`.

use calendar::content::Line;

use super::stamp::{Home, Stamp};

const WEEKDAYS: [(&str, &str); 7] = [
    ("MO", "Montag"),
    ("TU", "Dienstag"),
    ("WE", "Mittwoch"),
    ("TH", "Donnerstag"),
    ("FR", "Freitag"),
    ("SA", "Samstag"),
    ("SU", "Sonntag"),
];
const PLACES: [(&str, &str); 6] = [
    ("1", "ersten"),
    ("2", "zweiten"),
    ("3", "dritten"),
    ("4", "vierten"),
    ("5", "fünften"),
    ("-1", "letzten"),
];

/// A rule in words; as it is written where it says what these words cannot.
pub(super) fn told(rule: &str, home: &Home) -> String {
    said(rule, home).unwrap_or_else(|| rule.to_owned())
}

fn said(rule: &str, home: &Home) -> Option<String> {
    let (mut every, mut interval, mut days, mut place, mut end) = ("", 1, Vec::new(), "", None);
    for (name, value) in rule.split(';').filter_map(|it| it.split_once('=')) {
        match name {
            "FREQ" => every = value,
            "INTERVAL" => interval = value.parse::<u32>().ok()?,
            "BYDAY" => days = value.split(',').collect(),
            "BYSETPOS" => place = value,
            "COUNT" => end = Some(format!(", {value}-mal")),
            "UNTIL" => end = Some(format!(", bis {}", until(value, home)?)),
            // These only say again on what day the first time is.
            "BYMONTH" | "BYMONTHDAY" if !value.contains(',') => {}
            "WKST" => {}
            _ => return None,
        }
    }
    let often = often(every, interval)?;
    let on = on(&days, place)?;
    Some(format!("{often}{on}{}", end.unwrap_or_default()))
}

fn often(every: &str, interval: u32) -> Option<String> {
    let (single, several) = match every {
        "DAILY" => ("jeden Tag", "Tage"),
        "WEEKLY" => ("jede Woche", "Wochen"),
        "MONTHLY" => ("jeden Monat", "Monate"),
        "YEARLY" => ("jedes Jahr", "Jahre"),
        _ => return None,
    };
    Some(match interval {
        1 => single.to_owned(),
        _ => format!("alle {interval} {several}"),
    })
}

/// ` am ersten Dienstag`, ` am Montag und Mittwoch`; nothing where the first time says it.
fn on(days: &[&str], place: &str) -> Option<String> {
    let named = days.iter().map(|it| day(it, place));
    let named: Vec<String> = named.collect::<Option<_>>()?;
    Some(match named.split_last() {
        None => String::new(),
        Some((only, [])) => format!(" am {only}"),
        // A place among several days names only one of them.
        Some(_) if !place.is_empty() => return None,
        Some((last, others)) => format!(" am {} und {last}", others.join(", ")),
    })
}

fn day(word: &str, place: &str) -> Option<String> {
    let at = word.len().checked_sub(2)?;
    let (number, short) = word.split_at_checked(at)?;
    let (_, name) = WEEKDAYS.iter().find(|(it, _)| *it == short)?;
    let number = match number.trim_start_matches('+') {
        "" => place,
        number => number,
    };
    if number.is_empty() {
        return Some((*name).to_owned());
    }
    let (_, place) = PLACES.iter().find(|(it, _)| *it == number)?;
    Some(format!("{place} {name}"))
}

/// The last day by the clocks at home.
fn until(value: &str, home: &Home) -> Option<String> {
    let line = Line {
        name: String::new(),
        parameters: Vec::new(),
        value: value.to_owned(),
    };
    let last = Stamp::of(value, &line)?.at_home(home);
    Some(last.strftime("%d.%m.%Y").to_string())
}
