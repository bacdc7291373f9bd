//! Lines that hand somebody a task: `@Name bis 15.3.: Text`, in English `@Name until 15 March: text`.
//!
//! Whatever begins with `@` is taken for such a line and is either understood whole or asked
//! about; it never silently stays text. What is understood is only who, when and what as
//! written: whether the register knows the name is asked elsewhere.

use jiff::civil::Date;

/// A line that hands somebody a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskLine<'t> {
    /// The line as it stands in the text, without the spaces around it.
    pub line: &'t str,
    /// Who, as written; may be empty.
    pub name: &'t str,
    /// Until when.
    pub due: Due<'t>,
    /// What is to be done; may be empty.
    pub text: &'t str,
}

/// Until when something is to be done, as far as it was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due<'t> {
    /// Until this day.
    On(Date),
    /// A day before the gathering: a slip.
    Past(Date),
    /// Something that is no day.
    Unreadable(&'t str),
    /// Nothing is said.
    Missing,
}

/// The lines of a text that hand somebody a task. A day without a year is the next such day
/// after the gathering.
pub fn found_lines(text: &str, gathering: Date) -> Vec<TaskLine<'_>> {
    text.lines()
        .filter_map(|line| read(line.trim(), gathering))
        .collect()
}

/// The text without the lines that `is_task` recognises, for readers who see the tasks apart.
pub fn without_lines(text: &str, is_task: impl Fn(&str) -> bool) -> String {
    let kept: Vec<&str> = text.lines().filter(|line| !is_task(line.trim())).collect();
    kept.join("\n").trim().to_owned()
}

fn read(line: &str, gathering: Date) -> Option<TaskLine<'_>> {
    let bare = without_mark(line);
    let begins = bare.strip_prefix('@');
    let rest = match begins {
        Some(rest) => rest,
        None => bare.split_once(" @").map(|(_, rest)| rest)?,
    };
    let (head, text) = match rest.split_once(':') {
        Some((head, text)) => (head.trim(), text.trim()),
        None if begins.is_some() => (rest.trim(), ""),
        None => return None,
    };
    let (name, due) = match split_due(head) {
        Some((name, typed)) => (name, due(typed, gathering)),
        None if begins.is_some() => (head, Due::Missing),
        None => return None,
    };
    Some(TaskLine {
        line,
        name: name.trim_matches([' ', '\t', ',', '\u{a0}']),
        due,
        text,
    })
}

/// `- `, `• `, `* ` or `3. ` in front of a line is only its mark.
fn without_mark(line: &str) -> &str {
    let line = line
        .strip_prefix(['-', '•', '*', '–'])
        .unwrap_or(line)
        .trim_start();
    match line.split_once(['.', ')']) {
        Some((number, rest))
            if !number.is_empty()
                && number.len() < 4
                && number.bytes().all(|it| it.is_ascii_digit()) =>
        {
            rest.trim_start()
        }
        _ => line,
    }
}

/// The last "bis" or "until" parts the name from the day.
fn split_due(head: &str) -> Option<(&str, &str)> {
    let mut found = None;
    let mut begin = 0;
    for word in head.split_inclusive(char::is_whitespace) {
        let bare = word.trim().to_lowercase();
        if matches!(bare.as_str(), "bis" | "until") {
            let name = head.get(..begin)?;
            let typed = head.get(begin + word.len()..)?;
            found = Some((name, typed.trim()));
        }
        begin += word.len();
    }
    found
}

fn due(typed: &str, gathering: Date) -> Due<'_> {
    if typed.is_empty() {
        return Due::Missing;
    }
    match day(typed, gathering) {
        Some(day) if !(1900..=2199).contains(&day.year()) => Due::Unreadable(typed),
        Some(day) if day < gathering => Due::Past(day),
        Some(day) => Due::On(day),
        None => Due::Unreadable(typed),
    }
}

fn day(typed: &str, gathering: Date) -> Option<Date> {
    if let Some(iso) = iso(typed) {
        return Some(iso);
    }
    let lower = typed.to_lowercase();
    let spaced = lower.replace(['.', ',', '\u{a0}'], " ");
    let words: Vec<&str> = spaced
        .split_whitespace()
        .filter(|word| !is_filler(word))
        .collect();
    let number = |word: &str| word.parse::<i16>().ok();
    let (day, month, year) = match words.as_slice() {
        [day, month] => (*day, *month, None),
        [day, month, year] => (*day, *month, Some(full_year(year)?)),
        _ => return None,
    };
    let (day, month) = match (number(ordinal(day)), month_of(month)) {
        (Some(day), Some(month)) => (day, month),
        // "March 15" of the English.
        _ => (number(ordinal(month))?, name_of_month(day)?),
    };
    resolve(i8::try_from(day).ok()?, month, year, gathering)
}

/// ISO 8601, which date fields of browsers write.
fn iso(typed: &str) -> Option<Date> {
    let shape: Vec<usize> = typed.split('-').map(str::len).collect();
    (shape == [4, 2, 2]).then(|| typed.parse().ok()).flatten()
}

fn is_filler(word: &str) -> bool {
    const FILLERS: [&str; 9] = [
        "zum",
        "zur",
        "den",
        "dem",
        "spätestens",
        "the",
        "of",
        "einschließlich",
        "inkl",
    ];
    const WEEKDAYS: [&str; 28] = [
        "mo",
        "di",
        "mi",
        "do",
        "fr",
        "sa",
        "so",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    FILLERS.contains(&word) || WEEKDAYS.contains(&word)
}

/// "15th" is 15.
fn ordinal(word: &str) -> &str {
    ["st", "nd", "rd", "th"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word)
}

fn full_year(word: &str) -> Option<i16> {
    let year: i16 = word.parse().ok()?;
    match word.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

fn month_of(word: &str) -> Option<i8> {
    if word.bytes().all(|it| it.is_ascii_digit()) {
        return word.parse().ok().filter(|month| (1..=12).contains(month));
    }
    name_of_month(word)
}

fn name_of_month(word: &str) -> Option<i8> {
    const NAMES: [&[&str]; 12] = [
        &["januar", "jänner", "january", "jan"],
        &["februar", "feber", "february", "feb"],
        &["märz", "maerz", "march", "mär", "mrz", "mar"],
        &["april", "apr"],
        &["mai", "may"],
        &["juni", "june", "jun"],
        &["juli", "july", "jul"],
        &["august", "aug"],
        &["september", "sept", "sep"],
        &["oktober", "october", "okt", "oct"],
        &["november", "nov"],
        &["dezember", "december", "dez", "dec"],
    ];
    let at = NAMES.iter().position(|names| names.contains(&word))?;
    i8::try_from(at + 1).ok()
}

/// Without a year it is the next such day after the gathering; the 29 February waits for a
/// leap year, at most eight years.
fn resolve(day: i8, month: i8, year: Option<i16>, gathering: Date) -> Option<Date> {
    match year {
        Some(year) => Date::new(year, month, day).ok(),
        None => (0..=8)
            .filter_map(|later| Date::new(gathering.year() + later, month, day).ok())
            .find(|date| *date > gathering),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELD: Date = Date::constant(2017, 12, 7);

    fn only(line: &str) -> TaskLine<'_> {
        let mut found = found_lines(line, HELD);
        assert_eq!(found.len(), 1, "{line}");
        found.remove(0)
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let table = [
            ("15.3.", (2018, 3, 15)),
            ("15.3", (2018, 3, 15)),
            ("15. 03.", (2018, 3, 15)),
            ("15.3.2018", (2018, 3, 15)),
            ("15.03.18", (2018, 3, 15)),
            ("2018-03-15", (2018, 3, 15)),
            ("15. März", (2018, 3, 15)),
            ("15. März 2019", (2019, 3, 15)),
            ("zum 15. Maerz", (2018, 3, 15)),
            ("spätestens 15.3.", (2018, 3, 15)),
            ("Do, 15.3.", (2018, 3, 15)),
            ("Donnerstag, den 15. März", (2018, 3, 15)),
            ("15 March", (2018, 3, 15)),
            ("15th of March", (2018, 3, 15)),
            ("March 15", (2018, 3, 15)),
            ("March 15, 2018", (2018, 3, 15)),
            ("31.12.", (2017, 12, 31)),
            ("8.12.", (2017, 12, 8)),
            ("7.12.", (2018, 12, 7)),
            ("6.12.", (2018, 12, 6)),
            ("7.12.2017", (2017, 12, 7)),
            ("29.2.", (2020, 2, 29)),
        ];
        for (typed, (year, month, day)) in table {
            assert_eq!(
                due(typed, HELD),
                Due::On(Date::constant(year, month, day)),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_no_day_is_asked_about() {
        let unreadable = [
            "morgen",
            "Ende März",
            "März",
            "32.1.",
            "31.2.",
            "15.13.",
            "nächste Sitzung",
            "15",
            "30.2.2018",
            "1.1.0000",
            "1.1.9999",
            "15/3",
            "15.3.123",
            "-1.3.",
        ];
        for typed in unreadable {
            assert_eq!(due(typed, HELD), Due::Unreadable(typed), "{typed}");
        }
        assert_eq!(due("", HELD), Due::Missing);
        assert_eq!(
            due("15.3.2017", HELD),
            Due::Past(Date::constant(2017, 3, 15))
        );
        // An hour behind the day reads as a year: asked about all the same.
        assert_eq!(
            due("15.3. 14", HELD),
            Due::Past(Date::constant(2014, 3, 15))
        );
    }

    #[test]
    fn lines_are_understood_whole() {
        let march = Due::On(Date::constant(2018, 3, 15));
        let table = [
            (
                "@Leitung Jobcenter Weimar bis 15.3.: Zahlen liefern",
                "Leitung Jobcenter Weimar",
                "Zahlen liefern",
            ),
            (
                "- @Geschäftsstelle bis 15. März: Protokoll: Anlage prüfen",
                "Geschäftsstelle",
                "Protokoll: Anlage prüfen",
            ),
            ("  3. @Caritas  Bis  15.3.2018:Raum", "Caritas", "Raum"),
            (
                "Nachtrag @Diakonie bis 15.3.: anrufen",
                "Diakonie",
                "anrufen",
            ),
            ("@Office until 15 March: write", "Office", "write"),
            (
                "@Bündnis bis Montag bis 15.3.: planen",
                "Bündnis bis Montag",
                "planen",
            ),
        ];
        for (line, name, text) in table {
            let read = only(line);
            assert_eq!(
                (read.name, read.due, read.text),
                (name, march, text),
                "{line}"
            );
        }
    }

    #[test]
    fn half_lines_are_found_and_lack_something() {
        assert_eq!(only("@Leitung: Zahlen").due, Due::Missing);
        assert_eq!(only("@Leitung bis 15.3.").text, "");
        assert_eq!(only("@").name, "");
        assert_eq!(only("@ bis 15.3.: Zahlen").name, "");
    }

    #[test]
    fn other_text_stays_text() {
        for text in [
            "Fragen an post@beispiel.de bis 15.3.: gern",
            "Rückmeldung bis 15.3.: alle",
            "Treffen @ 14 Uhr",
            "",
            "Siehe: @",
        ] {
            assert_eq!(found_lines(text, HELD), [], "{text}");
        }
    }

    #[test]
    fn lines_can_be_left_out_of_a_text() {
        let text = "Anfang\n@A bis 15.3.: x\nEnde";

        assert_eq!(
            without_lines(text, |line| line.starts_with('@')),
            "Anfang\nEnde"
        );
    }
}
