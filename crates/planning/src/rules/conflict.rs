//! What speaks against a row of a plan; it is said and never forbids.

use calendar::holidays::{Holiday, Land, Reach, holidays_on};
use jiff::civil::{Date, Time, Weekday};

use super::SchoolHoliday;

/// What speaks against a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// The day is over.
    Past,
    /// It is a Saturday or a Sunday.
    Weekend,
    /// It is a public holiday.
    Holiday(Holiday),
    /// Schools are closed.
    School(String),
    /// Something else of the network, or of the one above it, is on that day.
    Other {
        /// Its title.
        title: String,
        /// The network above, where it is theirs.
        network: Option<String>,
    },
    /// Another row of the plan is on that day.
    SameDay {
        /// The other row's number.
        number: usize,
    },
    /// Nobody receives the others.
    NoHost,
    /// The clock never shows this hour, because summer time begins.
    Skipped,
    /// The clock shows this hour twice, because summer time ends.
    Repeated,
}

impl Conflict {
    /// Whether it speaks against the row as strongly as a holiday does.
    pub const fn is_strong(&self) -> bool {
        match self {
            Self::Past | Self::Weekend | Self::Skipped | Self::SameDay { .. } => true,
            Self::Holiday(holiday) => matches!(holiday.reach, Reach::Everywhere),
            Self::School(_) | Self::Other { .. } | Self::NoHost | Self::Repeated => false,
        }
    }
}

/// Something else on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Its day.
    pub day: Date,
    /// Its title.
    pub title: String,
    /// The network above, where it is theirs.
    pub network: Option<String>,
}

/// What a plan is looked at against.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// Today; nothing counts as past without it.
    pub today: Option<Date>,
    /// The Land whose holidays count.
    pub land: Option<Land>,
    /// When schools are closed.
    pub school: Vec<SchoolHoliday>,
    /// What else there is, outside the plan.
    pub others: Vec<Other>,
    /// The IANA name of the zone.
    pub zone: String,
}

/// What speaks against one row: its day and start, whether it has a host, and the days of the
/// plan's rows by their numbers.
pub fn conflicts(
    (number, day, start): (usize, Date, Option<Time>),
    has_host: bool,
    rows: &[(usize, Date)],
    around: &Surroundings,
) -> Vec<Conflict> {
    let mut found = Vec::new();
    if around.today.is_some_and(|today| day < today) {
        found.push(Conflict::Past);
    }
    if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        found.push(Conflict::Weekend);
    }
    if let Some(land) = around.land {
        found.extend(holidays_on(land, day).into_iter().map(Conflict::Holiday));
    }
    found.extend(
        around
            .school
            .iter()
            .filter(|it| it.first <= day && day <= it.last)
            .map(|it| Conflict::School(it.name.clone())),
    );
    found.extend(
        around
            .others
            .iter()
            .filter(|it| it.day == day)
            .map(|it| Conflict::Other {
                title: it.title.clone(),
                network: it.network.clone(),
            }),
    );
    found.extend(
        rows.iter()
            .filter(|(other, on)| *other != number && *on == day)
            .map(|(other, _)| Conflict::SameDay { number: *other }),
    );
    found.extend(start.and_then(|start| clock(day, start, &around.zone)));
    if !has_host {
        found.push(Conflict::NoHost);
    }
    found
}

/// What the change of the clock has against a time.
fn clock(day: Date, start: Time, zone: &str) -> Option<Conflict> {
    let zone = calendar::Zone::named(zone).ok()?;
    match calendar::instant(day, start, &zone) {
        Err(calendar::LocalTimeRefusal::Skipped { .. }) => Some(Conflict::Skipped),
        Ok(calendar::Resolved::Repeated { .. }) => Some(Conflict::Repeated),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn around() -> Surroundings {
        Surroundings {
            today: Some(date(2018, 1, 10)),
            land: Some(Land::TH),
            school: vec![SchoolHoliday {
                name: "Winterferien".to_owned(),
                first: date(2018, 2, 5),
                last: date(2018, 2, 9),
            }],
            others: vec![Other {
                day: date(2018, 3, 14),
                title: "Fachtag".to_owned(),
                network: None,
            }],
            zone: "Europe/Berlin".to_owned(),
        }
    }

    fn found(day: Date) -> Vec<Conflict> {
        conflicts(
            (1, day, Some(time(2, 30, 0, 0))),
            true,
            &[(1, day)],
            &around(),
        )
    }

    #[test]
    fn a_working_day_ahead_has_nothing_against_it() {
        assert_eq!(found(date(2018, 2, 14)), []);
    }

    #[test]
    fn each_conflict_is_named() {
        assert_eq!(found(date(2018, 1, 9)), [Conflict::Past]);
        assert_eq!(found(date(2018, 2, 17)), [Conflict::Weekend]);
        assert!(matches!(
            found(date(2018, 10, 31))[..],
            [Conflict::Holiday(_)]
        ));
        let school = Conflict::School("Winterferien".to_owned());
        assert_eq!(found(date(2018, 2, 5)), std::slice::from_ref(&school));
        assert_eq!(found(date(2018, 2, 9)), [school]);
        assert!(matches!(
            found(date(2018, 3, 14))[..],
            [Conflict::Other { .. }]
        ));
        assert_eq!(
            found(date(2018, 3, 25)),
            [Conflict::Weekend, Conflict::Skipped]
        );
        assert_eq!(
            found(date(2018, 10, 28)),
            [Conflict::Weekend, Conflict::Repeated]
        );
    }

    #[test]
    fn two_rows_on_one_day_name_each_other_and_a_missing_host_is_said() {
        let day = date(2018, 2, 14);

        let found = conflicts((1, day, None), false, &[(1, day), (4, day)], &around());

        assert_eq!(found, [Conflict::SameDay { number: 4 }, Conflict::NoHost]);
    }
}
