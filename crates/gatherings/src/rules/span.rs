//! Which part of the list of gatherings one page shows.

use jiff::ToSpan;
use jiff::civil::Date;

/// More gatherings than these are read month by month.
const MOST_AT_ONCE: usize = 50;

/// The month that a long list opens at: the first from `today` on, else the last before. None
/// where everything can be read at once.
pub fn opening_month(months: &[(Date, usize)], today: Date) -> Option<Date> {
    let total: usize = months.iter().map(|(_, count)| count).sum();
    if total <= MOST_AT_ONCE {
        return None;
    }
    months
        .iter()
        .find(|(month, _)| *month >= today.first_of_month())
        .or(months.last())
        .map(|(month, _)| *month)
}

/// The first days of a year and of the next.
pub fn year_span(year: i16) -> (Date, Date) {
    (Date::constant(year, 1, 1), Date::constant(year + 1, 1, 1))
}

/// The first days of a month and of the next.
pub fn month_span(month: Date) -> (Date, Date) {
    let first = month.first_of_month();
    (first, first.saturating_add(1.month()))
}
