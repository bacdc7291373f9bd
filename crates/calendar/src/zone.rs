//! From a local date, time and zone to an instant, and what can be wrong on the way.

use std::{error, fmt, ops::RangeInclusive};

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::{AmbiguousOffset, Offset, TimeZone},
};

/// Years an office can mean; anything else is a slip of the keyboard.
const YEARS: RangeInclusive<i16> = 1900..=2199;

/// A time zone that the IANA database knows by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    name: String,
    rules: TimeZone,
}

impl Zone {
    /// Coordinated universal time, the one zone that needs no database.
    pub fn utc() -> Self {
        Self {
            name: "UTC".to_owned(),
            rules: TimeZone::UTC,
        }
    }

    /// Looks a zone up by its IANA name.
    ///
    /// # Errors
    /// [`LocalTimeRefusal::UnknownZone`] when the database has no such name.
    ///
    /// ```
    /// assert!(calendar::Zone::named("Europe/Berlin").is_ok());
    /// assert!(calendar::Zone::named("Europe/Weimar").is_err());
    /// ```
    pub fn named(name: &str) -> Result<Self, LocalTimeRefusal> {
        let unknown = || LocalTimeRefusal::UnknownZone {
            name: name.to_owned(),
        };
        let rules = TimeZone::get(name).map_err(|_| unknown())?;
        let name = rules.iana_name().ok_or_else(unknown)?.to_owned();
        Ok(Self { name, rules })
    }

    /// The IANA name, spelt as the database spells it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The rules behind the name.
    pub fn rules(&self) -> &TimeZone {
        &self.rules
    }

    /// What the clock on the wall shows at an instant.
    pub fn local(&self, instant: Timestamp) -> DateTime {
        self.rules.to_datetime(instant)
    }

    /// Whether local time here is universal time, all year round.
    pub(crate) fn is_utc(&self) -> bool {
        self.rules == TimeZone::UTC || matches!(self.name.as_str(), "Etc/UTC" | "Etc/UCT" | "Zulu")
    }
}

/// The instant or the two instants that a local time means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// The usual case.
    Once(Timestamp),
    /// The clock is set back and shows this time twice.
    Repeated {
        /// While summer time still holds.
        first: Timestamp,
        /// After the clock was set back.
        second: Timestamp,
    },
}

impl Resolved {
    /// The only instant, or the first of two: what people mean unless they say otherwise.
    pub const fn first(self) -> Timestamp {
        match self {
            Self::Once(instant) | Self::Repeated { first: instant, .. } => instant,
        }
    }

    /// The only instant, or the second of two.
    pub const fn second(self) -> Timestamp {
        match self {
            Self::Once(instant)
            | Self::Repeated {
                second: instant, ..
            } => instant,
        }
    }

    /// Whether the page should say that this time comes twice that night.
    pub const fn is_repeated(self) -> bool {
        matches!(self, Self::Repeated { .. })
    }
}

/// Why a local time cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocalTimeRefusal {
    /// Summer time begins and the clock never shows this time.
    Skipped {
        /// The first local time after the gap.
        resumes: DateTime,
    },
    /// The year lies outside 1900 to 2199.
    YearOutOfRange {
        /// The year that was asked for.
        year: i16,
    },
    /// The zone database has no such name.
    UnknownZone {
        /// The name that was asked for.
        name: String,
    },
}

impl LocalTimeRefusal {
    /// The key of the phrase that tells people about it.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Skipped { .. } => "local-time-skipped",
            Self::YearOutOfRange { .. } => "local-time-year-out-of-range",
            Self::UnknownZone { .. } => "local-time-unknown-zone",
        }
    }
}

impl fmt::Display for LocalTimeRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Skipped { resumes } => {
                write!(f, "the clock skips this time and goes on at {resumes}")
            }
            Self::YearOutOfRange { year } => write!(f, "the year {year} is out of range"),
            Self::UnknownZone { name } => write!(f, "no time zone is called {name:?}"),
        }
    }
}

impl error::Error for LocalTimeRefusal {}

/// Takes a date only if its year is one that an office can mean.
///
/// # Errors
/// [`LocalTimeRefusal::YearOutOfRange`] outside 1900 to 2199.
pub fn check_year(date: Date) -> Result<Date, LocalTimeRefusal> {
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        Err(LocalTimeRefusal::YearOutOfRange { year: date.year() })
    }
}

/// Finds the instant that a local date and time mean in a zone.
///
/// # Errors
/// [`LocalTimeRefusal::Skipped`] for the hour that summer time leaves out,
/// [`LocalTimeRefusal::YearOutOfRange`] outside 1900 to 2199. A repeated hour is no error:
/// [`Resolved::first`] is what people mean unless they say otherwise.
///
/// ```
/// use jiff::civil::{date, time};
///
/// let berlin = calendar::Zone::named("Europe/Berlin")?;
/// let start = calendar::instant(date(2017, 12, 7), time(14, 0, 0, 0), &berlin)?;
/// assert_eq!(start.first().to_string(), "2017-12-07T13:00:00Z");
/// assert!(calendar::instant(date(2018, 3, 25), time(2, 30, 0, 0), &berlin).is_err());
/// assert!(calendar::instant(date(2018, 10, 28), time(2, 30, 0, 0), &berlin)?.is_repeated());
/// # Ok::<(), calendar::LocalTimeRefusal>(())
/// ```
pub fn instant(date: Date, time: Time, zone: &Zone) -> Result<Resolved, LocalTimeRefusal> {
    let local = check_year(date)?.to_datetime(time);
    match zone.rules.to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Unambiguous { offset } => at(offset, local).map(Resolved::Once),
        AmbiguousOffset::Fold { before, after } => Ok(Resolved::Repeated {
            first: at(before, local)?,
            second: at(after, local)?,
        }),
        AmbiguousOffset::Gap { after, .. } => Err(skipped(after, local, zone)),
    }
}

fn at(offset: Offset, local: DateTime) -> Result<Timestamp, LocalTimeRefusal> {
    offset
        .to_timestamp(local)
        .map_err(|_| LocalTimeRefusal::YearOutOfRange { year: local.year() })
}

/// Read with the offset after the gap, a skipped time lies before it: the next change of
/// the clock is the gap itself.
fn skipped(after: Offset, local: DateTime, zone: &Zone) -> LocalTimeRefusal {
    let resumes = at(after, local)
        .ok()
        .and_then(|before_gap| zone.rules.following(before_gap).next())
        .map_or(local, |change| zone.local(change.timestamp()));
    LocalTimeRefusal::Skipped { resumes }
}
