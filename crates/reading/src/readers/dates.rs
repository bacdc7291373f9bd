//! Tables of dates: a row for each gathering, in whatever columns an office has thought of. Which
//! column says what is known by its name, and by what stands below it.

mod columns;

use jiff::civil::Date;
use tables::{Header, Table, Wish};

use super::Fault;
use super::address;
use crate::grammar::{When, towns, when};
use crate::page::{Kind, Page, Told, Zone};
use columns::{Columns, Role};

/// The most sheets that are read.
const MOST_SHEETS: usize = 24;

/// Reads a table, all its sheets.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Page, Fault> {
    let wish = Wish {
        knows: Some(columns::is_known),
        ..Wish::default()
    };
    let first = tables::read(bytes, &wish).map_err(fault)?;
    let others: Vec<String> = first
        .found
        .sheets
        .iter()
        .take(MOST_SHEETS)
        .cloned()
        .collect();
    let read_already = first.found.sheet.clone();
    let mut page = Page::default();
    let mut is_told = sheet(name, &first, &mut page);
    for other in others {
        if Some(&other) == read_already.as_ref() {
            continue;
        }
        let wish = Wish {
            sheet: Some(other),
            ..wish.clone()
        };
        if let Ok(table) = tables::read(bytes, &wish) {
            is_told &= sheet(name, &table, &mut page);
        }
    }
    page.is_told = is_told && !page.told.is_empty();
    let mut page = page.finish();
    page.title = page.title.take().or_else(|| stem(name));
    Ok(page)
}

pub(super) fn fault(fault: tables::Fault) -> Fault {
    use tables::Fault as Of;
    match fault {
        Of::Empty | Of::NoRows => Fault::Empty,
        Of::TooLarge => Fault::TooLarge,
        Of::TooManyRows | Of::TooManyColumns | Of::CellTooLong(_) | Of::Explodes => Fault::TooMuch,
        Of::Locked => Fault::Locked,
        Of::OldExcel => Fault::OldOffice,
        Of::WebPage | Of::NoTable => Fault::Unknown,
        Of::Broken | Of::QuoteOpen(_) => Fault::Broken,
    }
}

fn stem(name: &str) -> Option<String> {
    let file = name.rsplit(['/', '\\']).next()?;
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Some(stem.to_owned()).filter(|it| !it.is_empty())
}

/// Reads a sheet; says whether every row of it is a gathering that is understood.
fn sheet(name: &str, table: &Table, page: &mut Page) -> bool {
    let lines_above = above(table);
    for line in &lines_above {
        page.push(Kind::Heading(2), Zone::Main, line);
    }
    let title = table.found.sheet.iter();
    let clues = lines_above.iter().chain(title).map(String::as_str);
    let year = clues.chain([name]).find_map(year_in);
    let columns = Columns::of(table);
    if table.found.header != Header::None {
        page.push_row(Zone::Main, &table.columns, true);
    }
    let mut is_understood = true;
    for row in &table.rows {
        let begin = page.text.len();
        page.push_row(Zone::Main, &row.cells, false);
        let Some(block) = page.blocks.last().filter(|it| it.span.end > begin) else {
            continue;
        };
        let span = block.span.clone();
        match gathering(&columns, &row.cells, year) {
            Some(told) => page.told.push(Told { span, ..told }),
            // A row without a day is a heading or a remark.
            None => is_understood &= !columns.has_day(&row.cells),
        }
    }
    is_understood
}

/// What stands above the names of the columns.
fn above(table: &Table) -> Vec<String> {
    let Header::Row(header) = table.found.header else {
        return Vec::new();
    };
    let rows = table.found.top.iter().filter(|row| row.number < header);
    rows.map(|row| {
        let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
        cells.join(" ").trim().to_owned()
    })
    .filter(|it| !it.is_empty())
    .collect()
}

/// A year that stands in a title or in the name of a file.
fn year_in(text: &str) -> Option<i16> {
    let numbers = text.split(|it: char| !it.is_ascii_digit());
    numbers
        .filter(|it| it.len() == 4)
        .filter_map(|it| it.parse().ok())
        .find(|it| (1990..=2099).contains(it))
}

fn gathering(columns: &Columns, cells: &[String], year: Option<i16>) -> Option<Told> {
    let cell = |role: Role| columns.cell(role, cells);
    let day = cell(Role::Day)?;
    let words = said(day);
    let mention = words.days.first()?;
    let whole = |it: crate::grammar::days::Day| {
        it.whole().or_else(|| year.and_then(|year| it.within(year)))
    };
    let first = whole(mention.first)?;
    let last = mention
        .last
        .and_then(whole)
        .or_else(|| last_day(cell(Role::LastDay)?, year));
    let (start, end) = times(&words, cell(Role::Start), cell(Role::End));
    let place = place(cell(Role::Venue), cell(Role::City), cell(Role::Street));
    let title = cell(Role::Title).or(cell(Role::Description));
    let names = |it: &str| -> Vec<String> {
        let names = it.split([';', '\n', '/']).map(str::trim);
        names
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let owned = |role: Role| cell(role).map(str::to_owned);
    let at = |day: Date, time: Option<&String>| match time {
        Some(time) => format!("{day}T{time}"),
        None => day.to_string(),
    };
    let last = last.filter(|it| *it > first);
    let ending = match (last, &end) {
        (None, None) => None,
        (last, end) => Some(at(last.unwrap_or(first), end.as_ref())),
    };
    Some(Told {
        title: title.map(|it| it.replace('\n', " ")),
        start: Some(at(first, start.as_ref())),
        end: ending,
        venue: place.venue,
        city: place.city,
        description: owned(Role::Description),
        series: owned(Role::Series),
        speakers: cell(Role::Speaker).map(names).unwrap_or_default(),
        audience: owned(Role::Audience),
        register_until: cell(Role::Deadline).and_then(|it| last_day(it, year)),
        organiser: owned(Role::Organiser),
        ..Told::default()
    })
}

/// What a cell says about when; days of machines are said as people do.
pub(super) fn said(cell: &str) -> When {
    when(&spoken(cell))
}

/// `2026-05-07 19:00` as `7.5.2026 19:00 Uhr`, and a bare `19:00` as a time of day.
fn spoken(cell: &str) -> String {
    let cell = cell.trim();
    let day = cell.get(..10).and_then(|it| it.parse::<Date>().ok());
    let Some(day) = day else {
        return cell.to_owned();
    };
    let rest = cell.get(10..).unwrap_or("").trim_start_matches('T').trim();
    let day = format!("{}.{}.{}", day.day(), day.month(), day.year());
    match clock(rest) {
        Some(time) => format!("{day} {time} Uhr"),
        None => format!("{day} {rest}"),
    }
}

/// `19:00`, `9.30 Uhr`, `19`, `0,79166` (a part of a day, as spreadsheets keep it) as `HH:MM`.
pub(super) fn clock(cell: &str) -> Option<String> {
    let bare = cell
        .trim()
        .trim_end_matches("Uhr")
        .trim_end_matches('h')
        .trim();
    if let Some(part) = bare.strip_prefix("0,").or(bare.strip_prefix("0.")) {
        let is_part = part.len() > 2 || part == "5" || part == "75" || part == "25";
        let digits: String = part.chars().take(6).collect();
        let scale = 10_u32.checked_pow(u32::try_from(digits.len()).ok()?)?;
        let share: u32 = digits.parse().ok()?;
        if is_part {
            let minutes = (u64::from(share) * 1440 + u64::from(scale) / 2) / u64::from(scale);
            return Some(format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60));
        }
    }
    let mut numbers = bare.split([':', '.']);
    let hour: u8 = numbers.next()?.parse().ok().filter(|it| *it < 24)?;
    let minute: u8 = match numbers.next() {
        Some(minute) if minute.len() == 2 => minute.parse().ok().filter(|it| *it < 60)?,
        Some(_) => return None,
        None => 0,
    };
    Some(format!("{hour:02}:{minute:02}"))
}

/// When it begins and ends: by the cells for it, else by what stands beside the day.
fn times(day: &When, start: Option<&str>, end: Option<&str>) -> (Option<String>, Option<String>) {
    let stamp = |it: jiff::civil::Time| it.strftime("%H:%M").to_string();
    let of_words = |it: &When| {
        let clock = it.clocks.first();
        (
            clock.map(|it| stamp(it.first)),
            clock.and_then(|it| it.last).map(stamp),
        )
    };
    let of_cell = |cell: &str| match clock(cell) {
        Some(time) => (Some(time), None),
        None => of_words(&said(&format!(
            "{} Uhr",
            cell.trim_end_matches("Uhr").trim()
        ))),
    };
    let (mut first, mut last) = start.map(of_cell).unwrap_or_default();
    if first.is_none() {
        (first, last) = of_words(day);
    }
    let said_end = end.map(of_cell).and_then(|(time, _)| time);
    (first, said_end.or(last))
}

fn last_day(cell: &str, year: Option<i16>) -> Option<Date> {
    let words = said(cell);
    let day = words.days.first()?.first;
    day.whole().or_else(|| day.within(year?))
}

fn place(venue: Option<&str>, city: Option<&str>, street: Option<&str>) -> address::Address {
    let mut place = venue.map(address::parted).unwrap_or_default();
    if let Some(street) = street {
        place.venue = Some(match place.venue {
            Some(venue) => format!("{venue}, {street}"),
            None => street.to_owned(),
        });
    }
    if let Some(city) = city {
        let named = address::parted(city);
        place.city = named.city.or(named.venue).or(place.city);
    } else if place.city.is_none() && place.venue.as_deref().is_some_and(towns::is_listed) {
        // "Ort" is a house to some, a town to others.
        place.city = place.venue.take();
    }
    place
}
