//! Prints days, times and spans as people read them, as tab-separated lines for the outside
//! check: language, form, what it is made of (two cells), and the words.
//!
//!     cargo run -p calendar --example dates -- 2016 2020

use std::io::{self, BufWriter, Write};

use base::Lang;
use calendar::{Zone, dates};
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};

/// The zones whose clocks are read off: with us, without summer time, beyond the date line.
const ZONES: [&str; 4] = [
    "Europe/Berlin",
    "Europe/London",
    "Asia/Kathmandu",
    "Pacific/Auckland",
];

type Out<'o> = BufWriter<io::StdoutLock<'o>>;

fn main() -> io::Result<()> {
    let mut years = std::env::args()
        .skip(1)
        .filter_map(|word| word.parse::<i16>().ok());
    let (Some(first), Some(last)) = (years.next(), years.next()) else {
        return Err(io::Error::other("the first and the last year are missing"));
    };
    let begin = Date::new(first, 1, 1).map_err(io::Error::other)?;
    let days = begin
        .series(1.day())
        .take_while(|day| day.year() <= last)
        .enumerate();
    let mut out = BufWriter::new(io::stdout().lock());
    for lang in [Lang::De, Lang::En] {
        for (number, day) in days.clone() {
            print_day(&mut out, day, lang)?;
            print_spans(&mut out, day, number, lang)?;
        }
        print_times(&mut out, lang)?;
        for zone in ZONES {
            print_instants(&mut out, (first, last), zone, lang)?;
        }
    }
    out.flush()
}

fn line(out: &mut Out<'_>, lang: Lang, form: &str, cells: [&str; 3]) -> io::Result<()> {
    let lang = match lang {
        Lang::De => "de",
        Lang::En => "en",
    };
    let [from, to, words] = cells;
    writeln!(out, "{lang}\t{form}\t{from}\t{to}\t{words}")
}

fn print_day(out: &mut Out<'_>, day: Date, lang: Lang) -> io::Result<()> {
    for (form, words) in [
        ("day_long", dates::day_long(day, lang)),
        ("day", dates::day(day, lang)),
        ("day_short", dates::day_short(day, lang)),
        ("day_without_year", dates::day_without_year(day, lang)),
        ("month_year", dates::month_year(day, lang)),
        ("weekday", dates::weekday(day, lang).to_owned()),
        ("weekday_short", dates::weekday_short(day, lang).to_owned()),
        ("month", dates::month(day, lang).to_owned()),
        ("month_short", dates::month_short(day, lang).to_owned()),
    ] {
        line(out, lang, form, [&day.to_string(), "", &words])?;
    }
    Ok(())
}

/// Spans of days and hours that begin on a day; how long they are goes round.
fn print_spans(out: &mut Out<'_>, day: Date, number: usize, lang: Lang) -> io::Result<()> {
    let lengths = [0, 1, 2, 27, 45, 370];
    let length: i64 = lengths.into_iter().cycle().nth(number % 6).unwrap_or(0);
    let last = day.checked_add(length.days()).map_err(io::Error::other)?;
    let words = dates::day_span(day, last, lang);
    let (from, to) = (day.to_string(), last.to_string());
    line(out, lang, "day_span", [&from, &to, &words])?;
    let (start, end) = (day.at(9, 5, 0, 0), last.at(16, 30, 0, 0));
    let (from, to) = (dates::iso_local(start), dates::iso_local(end));
    let words = dates::span(start, end, lang);
    line(out, lang, "span", [&from, &to, &words])?;
    let words = dates::day_and_time(start, lang);
    line(out, lang, "day_and_time", [&from, "", &words])?;
    let words = dates::day_and_time_short(start, lang);
    line(out, lang, "day_and_time_short", [&from, "", &words])
}

/// Every quarter of an hour, alone and until the last minute of the day.
fn print_times(out: &mut Out<'_>, lang: Lang) -> io::Result<()> {
    let midnight = Time::midnight();
    let late = dates::iso_time(Time::constant(23, 59, 0, 0));
    for quarter in 0..96 {
        let time = midnight.wrapping_add((quarter * 15).minutes());
        let from = dates::iso_time(time);
        let words = dates::time(time, lang);
        line(out, lang, "time", [&from, "", &words])?;
        let words = dates::time_span(time, Time::constant(23, 59, 0, 0), lang);
        line(out, lang, "time_span", [&from, &late, &words])?;
    }
    Ok(())
}

/// Every seven hours: all hours of a day, and both sides of every change of the clocks.
fn print_instants(
    out: &mut Out<'_>,
    (first, last): (i16, i16),
    zone: &str,
    lang: Lang,
) -> io::Result<()> {
    let place = Zone::named(zone).map_err(|_| io::Error::other("an unknown zone"))?;
    let mut at: Timestamp = format!("{first}-01-01T00:30:00Z")
        .parse()
        .map_err(io::Error::other)?;
    while place.local(at).year() <= last {
        let words = dates::instant_local(at, &place, lang);
        line(
            out,
            lang,
            "instant",
            [&dates::iso_instant(at), zone, &words],
        )?;
        at = at.checked_add(7.hours()).map_err(io::Error::other)?;
    }
    Ok(())
}
