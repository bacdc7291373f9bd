//! School holidays as offices get them: a table with one line each, or a calendar file.

use base::Blame;
use jiff::ToSpan;
use jiff::civil::Date;

/// A time when schools are closed; both days belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolHoliday {
    /// What it is called.
    pub name: String,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

/// The most entries that one network keeps.
const MOST: usize = 500;
/// The longest name.
const NAME: usize = 100;
/// How many faults are named before it is enough.
const FAULTS: usize = 10;

/// Reads lines of `name; first day; last day`; tabs and commas part as well. A first line
/// without days is taken for a heading where others follow.
///
/// # Errors
/// Every line that cannot be read, with its number.
pub fn read_table(text: &str) -> Result<Vec<SchoolHoliday>, Vec<Blame>> {
    let mut found = Vec::new();
    let mut blames = Vec::new();
    let mut heading = None;
    for (before, line) in text.lines().enumerate() {
        let line = line.trim().trim_start_matches('\u{feff}');
        if line.is_empty() {
            continue;
        }
        match read_line(line) {
            Ok(it) => found.push(it),
            Err("planning-fault-school-line")
                if before == 0 && !line.contains(char::is_numeric) =>
            {
                heading = Some(Blame::at("rows", "planning-fault-school-line").with("line", 1));
            }
            Err(key) => blames.push(Blame::at("rows", key).with("line", before + 1)),
        }
    }
    // Words above nothing are no heading: somebody meant a holiday.
    if found.is_empty() {
        blames.extend(heading);
    }
    finished(found, blames, "rows")
}

fn read_line(line: &str) -> Result<SchoolHoliday, &'static str> {
    let separator = [';', '\t', ',']
        .into_iter()
        .find(|it| line.matches(*it).count() >= 2)
        .ok_or("planning-fault-school-line")?;
    let mut parts = line
        .split(separator)
        .map(|part| part.trim().trim_matches('"'));
    let (Some(name), Some(first), Some(last)) = (parts.next(), parts.next(), parts.next()) else {
        return Err("planning-fault-school-line");
    };
    let (Some(first), Some(last)) = (day(first), day(last)) else {
        return Err("planning-fault-school-line");
    };
    checked(name, first, last)
}

fn checked(name: &str, first: Date, last: Date) -> Result<SchoolHoliday, &'static str> {
    if last < first {
        return Err("planning-fault-school-order");
    }
    if name.is_empty() || name.chars().count() > NAME || name.contains(char::is_control) {
        return Err("planning-fault-school-name");
    }
    if last.since(first).is_ok_and(|span| span.get_days() > 120) {
        return Err("planning-fault-school-long");
    }
    Ok(SchoolHoliday {
        name: name.to_owned(),
        first,
        last,
    })
}

fn day(text: &str) -> Option<Date> {
    let day = text.parse().ok().or_else(|| german_day(text))?;
    (1995..=2199).contains(&Date::year(day)).then_some(day)
}

fn german_day(text: &str) -> Option<Date> {
    let mut parts = text.split('.').map(|part| part.trim().parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Reads the events of a calendar file (RFC 5545) that last whole days; `DTEND` is the day
/// after the last, and an event without it lasts one day.
///
/// # Errors
/// When it is no calendar, has no such event, or one cannot be read.
pub fn read_ics(text: &str) -> Result<Vec<SchoolHoliday>, Vec<Blame>> {
    let unfolded = text
        .replace("\r\n", "\n")
        .replace("\n ", "")
        .replace("\n\t", "");
    if !unfolded
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with("BEGIN:VCALENDAR")
    {
        return Err(vec![Blame::at("file", "planning-fault-school-no-calendar")]);
    }
    let mut found = Vec::new();
    let mut blames = Vec::new();
    for (before, event) in unfolded.split("BEGIN:VEVENT").skip(1).enumerate() {
        let event = event.split("END:VEVENT").next().unwrap_or_default();
        match read_event(event) {
            Ok(it) => found.push(it),
            Err(key) => blames.push(Blame::at("file", key).with("number", before + 1)),
        }
    }
    if found.is_empty() && blames.is_empty() {
        blames.push(Blame::at("file", "planning-fault-school-no-event"));
    }
    finished(found, blames, "file")
}

fn read_event(event: &str) -> Result<SchoolHoliday, &'static str> {
    let (mut name, mut first, mut end) = (String::new(), None, None);
    for line in event.lines() {
        let Some((head, value)) = line.split_once(':') else {
            continue;
        };
        let property = head.split(';').next().unwrap_or_default();
        match property.to_ascii_uppercase().as_str() {
            "SUMMARY" => name = unescaped(value),
            "DTSTART" => first = basic_day(value),
            "DTEND" => end = Some(basic_day(value).ok_or("planning-fault-school-event")?),
            _ => {}
        }
    }
    let first = first.ok_or("planning-fault-school-event")?;
    let last = match end {
        Some(end) if end > first => end
            .checked_sub(1.day())
            .map_err(|_| "planning-fault-school-event")?,
        Some(end) if end < first => return Err("planning-fault-school-event-order"),
        _ => first,
    };
    checked(name.trim(), first, last).map_err(|_| "planning-fault-school-event")
}

fn basic_day(value: &str) -> Option<Date> {
    let digits: String = value.trim().chars().take(8).collect();
    day(&Date::strptime("%Y%m%d", &digits).ok()?.to_string())
}

fn unescaped(value: &str) -> String {
    value
        .replace("\\n", " ")
        .replace("\\N", " ")
        .replace("\\,", ",")
        .replace("\\;", ";")
        .replace("\\\\", "\\")
}

fn finished(
    mut found: Vec<SchoolHoliday>,
    mut blames: Vec<Blame>,
    field: &'static str,
) -> Result<Vec<SchoolHoliday>, Vec<Blame>> {
    if found.len() > MOST {
        blames.push(Blame::at(field, "planning-fault-school-many").with("most", MOST));
    }
    if blames.is_empty() {
        found.sort_by(|a, b| (a.first, a.last, &a.name).cmp(&(b.first, b.last, &b.name)));
        found.dedup();
        return Ok(found);
    }
    blames.truncate(FAULTS);
    Err(blames)
}

/// The lines that [`read_table`] reads back.
pub fn written(rows: &[SchoolHoliday]) -> String {
    rows.iter()
        .map(|it| format!("{}; {}; {}", it.name.replace(';', ","), it.first, it.last))
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn winter() -> SchoolHoliday {
        SchoolHoliday {
            name: "Winterferien".to_owned(),
            first: date(2018, 2, 5),
            last: date(2018, 2, 9),
        }
    }

    #[test]
    fn lines_are_read_as_people_write_them() {
        for text in [
            "Winterferien; 2018-02-05; 2018-02-09",
            "Winterferien;5.2.2018;9.2.2018\n\n",
            "Name,von,bis\r\nWinterferien,05.02.2018,09.02.2018",
            "\u{feff}\"Winterferien\"\t2018-02-05\t2018-02-09",
        ] {
            assert_eq!(read_table(text), Ok(vec![winter()]), "{text}");
        }
        assert_eq!(read_table(""), Ok(Vec::new()));
    }

    #[test]
    fn each_bad_line_is_named_and_nothing_is_taken() {
        let text = "Winter; 2018-02-05; 2018-02-09\nOstern; morgen; 2018-04-07\nSommer; 2018-08-11; 2018-07-02";

        let blames = read_table(text).unwrap_err();

        assert_eq!(
            blames,
            [
                Blame::at("rows", "planning-fault-school-line").with("line", 2),
                Blame::at("rows", "planning-fault-school-order").with("line", 3),
            ]
        );
    }

    #[test]
    fn words_above_nothing_are_no_heading() {
        let blames = read_table("Winterferien; morgen").unwrap_err();

        let line = Blame::at("rows", "planning-fault-school-line").with("line", 1);
        assert_eq!(blames, [line]);
    }

    #[test]
    fn a_calendar_file_ends_the_day_before_its_end() {
        let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n\
                    DTSTART;VALUE=DATE:20180205\r\nDTEND;VALUE=DATE:20180210\r\n\
                    SUMMARY:Winter\r\n ferien\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        assert_eq!(read_ics(text), Ok(vec![winter()]));
    }

    #[test]
    fn what_is_no_calendar_or_holds_nothing_is_said() {
        for (text, key) in [
            ("PK\u{3}\u{4}", "planning-fault-school-no-calendar"),
            (
                "BEGIN:VCALENDAR\nEND:VCALENDAR",
                "planning-fault-school-no-event",
            ),
            (
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT",
                "planning-fault-school-event",
            ),
            (
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20180205\nDTEND:20180201\nEND:VEVENT",
                "planning-fault-school-event-order",
            ),
        ] {
            assert_eq!(read_ics(text).unwrap_err()[0].key, key, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_the_readers_panic(text in ".{0,400}") {
            let _table = read_table(&text);
            let _event = read_ics(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{text}\nEND:VEVENT"));
        }

        #[test]
        fn what_is_written_is_read_back(name in "[A-Za-zäöüß .-]{0,20}[a-z]", days in 0_i64..100) {
            let first = date(2018, 2, 5);
            let row = SchoolHoliday { name: name.trim().to_owned(), first, last: first.checked_add(days.days()).unwrap() };
            prop_assert_eq!(read_table(&written(std::slice::from_ref(&row))), Ok(vec![row]));
        }
    }
}
