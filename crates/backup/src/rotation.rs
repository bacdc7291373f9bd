//! Which of the backups that were taken day by day stay.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// How many stay: the newest of each of so many days, weeks and months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keep {
    /// Days.
    pub days: u16,
    /// Weeks.
    pub weeks: u16,
    /// Months.
    pub months: u16,
}

/// Tells days of one period from those of another.
type Period = fn(Date) -> (i16, i8, i8);

/// The form of the hour in a name, in UTC.
const HOUR: &str = "%Y-%m-%d-%H%M%S";

/// A backup's name: what it was taken for, and when, in UTC.
pub fn stamp(occasion: &str, at: Timestamp) -> String {
    format!("{occasion}-{}.gz", at.strftime(HOUR))
}

/// When a backup of this occasion was taken, by its name; none for anything else.
pub fn taken_at(occasion: &str, name: &str) -> Option<Timestamp> {
    let hour = name
        .strip_prefix(occasion)?
        .strip_prefix('-')?
        .strip_suffix(".gz")?;
    let at: DateTime = DateTime::strptime(HOUR, hour).ok()?;
    at.in_tz("UTC").ok().map(|it| it.timestamp())
}

/// Those of these hours whose backups go: all but the newest of each day, week and month that
/// is kept. The newest of all always stays.
pub fn to_remove(taken: &[Timestamp], keep: Keep) -> Vec<Timestamp> {
    let mut newest_first: Vec<Timestamp> = taken.to_vec();
    newest_first.sort_unstable_by(|a, b| b.cmp(a));
    let mut stay: BTreeSet<Timestamp> = newest_first.first().copied().into_iter().collect();
    let periods: [(u16, Period); 3] = [
        (keep.days, |day| (day.year(), day.month(), day.day())),
        (keep.weeks, |day| {
            let week = day.iso_week_date();
            (week.year(), week.week(), 0)
        }),
        (keep.months, |day| (day.year(), day.month(), 0)),
    ];
    for (count, period) in periods {
        let mut seen = BTreeSet::new();
        for at in &newest_first {
            let day = at.to_zoned(TimeZone::UTC).date();
            if seen.len() < usize::from(count) && seen.insert(period(day)) {
                stay.insert(*at);
            }
        }
    }
    newest_first.retain(|at| !stay.contains(at));
    newest_first
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;

    const KEEP: Keep = Keep {
        days: 7,
        weeks: 4,
        months: 12,
    };

    #[test]
    fn a_name_tells_its_hour_and_nothing_else_has_one() {
        let at: Timestamp = "2017-11-20T02:00:05Z".parse().unwrap();

        assert_eq!(stamp("kreis", at), "kreis-2017-11-20-020005.gz");
        assert_eq!(taken_at("kreis", &stamp("kreis", at)), Some(at));
        for other in [
            "kreis-upgrade-2017-11-20-020005.gz",
            "kreis-2017-11-20-020005.gz.part",
            "kreis.gz",
            "notes.txt",
        ] {
            assert_eq!(taken_at("kreis", other), None, "{other}");
        }
    }

    #[test]
    fn after_two_years_of_days_the_last_days_weeks_and_months_are_there() {
        let mut there: Vec<Timestamp> = Vec::new();
        let mut day: jiff::Zoned = "2016-01-01T02:00[UTC]".parse().unwrap();
        for _ in 0..730 {
            there.push(day.timestamp());
            let gone = to_remove(&there, KEEP);
            there.retain(|at| !gone.contains(at));
            day = day.checked_add(1.day()).unwrap();
        }

        let days: Vec<String> = there
            .iter()
            .map(|at| at.strftime("%Y-%m-%d").to_string())
            .collect();
        assert_eq!(
            days,
            [
                "2017-01-31",
                "2017-02-28",
                "2017-03-31",
                "2017-04-30",
                "2017-05-31",
                "2017-06-30",
                "2017-07-31",
                "2017-08-31",
                "2017-09-30",
                "2017-10-31",
                "2017-11-30",
                "2017-12-10",
                "2017-12-17",
                "2017-12-24",
                "2017-12-25",
                "2017-12-26",
                "2017-12-27",
                "2017-12-28",
                "2017-12-29",
                "2017-12-30",
            ]
        );
    }

    #[test]
    fn the_newest_stays_whatever_is_asked() {
        let none = Keep {
            days: 0,
            weeks: 0,
            months: 0,
        };
        let taken = [3, 1, 2].map(|second| Timestamp::from_second(second).unwrap());

        assert_eq!(to_remove(&taken, none), [taken[2], taken[1]]);
    }
}
