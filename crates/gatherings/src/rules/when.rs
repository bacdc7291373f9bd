//! When a gathering takes place: from what people type to local times and instants.

use base::Blame;
use calendar::{LocalTimeRefusal, Resolved, Zone};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};

/// Which of two is meant where the clock shows an hour twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Before the clock is set back.
    First,
    /// After it was set back.
    Second,
}

impl Fold {
    /// The word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }

    /// Reads the word of a form.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::First, Self::Second]
            .into_iter()
            .find(|fold| fold.word() == word)
    }
}

/// Day and times as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalInput {
    /// The first day.
    pub day: Date,
    /// When it begins.
    pub start: Time,
    /// The last day, where it is another.
    pub end_day: Option<Date>,
    /// When it ends.
    pub end: Time,
    /// The IANA name of the zone.
    pub zone: String,
    /// Which start is meant where the hour comes twice.
    pub start_fold: Option<Fold>,
    /// Which end is meant where the hour comes twice.
    pub end_fold: Option<Fold>,
}

/// Day and times that are sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// Local start.
    pub starts: DateTime,
    /// Local end.
    pub ends: DateTime,
    /// The IANA name of the zone.
    pub zone: String,
    /// The instant of the start.
    pub starts_at: Timestamp,
    /// The instant of the end.
    pub ends_at: Timestamp,
}

impl LocalInput {
    /// Day and times on one day, in one zone, away from the nights when the clock changes.
    pub fn on(day: Date, start: Time, end: Time, zone: &str) -> Self {
        Self {
            day,
            start,
            end_day: None,
            end,
            zone: zone.to_owned(),
            start_fold: None,
            end_fold: None,
        }
    }

    /// Finds the instants.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its field.
    pub fn resolved(&self) -> Result<When, Vec<Blame>> {
        let zone = Zone::named(&self.zone)
            .map_err(|_| vec![Blame::at("zone", "gatherings-fault-zone")])?;
        let end_day = self.end_day.unwrap_or(self.day);
        let starts_at = meant("start", (self.day, self.start), &zone, self.start_fold);
        let ends_at = meant("end", (end_day, self.end), &zone, self.end_fold);
        match (starts_at, ends_at) {
            (Ok(starts_at), Ok(ends_at)) if ends_at > starts_at => Ok(When {
                starts: self.day.to_datetime(self.start),
                ends: end_day.to_datetime(self.end),
                zone: zone.name().to_owned(),
                starts_at,
                ends_at,
            }),
            (Ok(_), Ok(_)) => Err(vec![Blame::at("end", "gatherings-fault-end-before-start")]),
            (start, end) => Err([start.err(), end.err()].into_iter().flatten().collect()),
        }
    }
}

fn meant(
    field: &'static str,
    (day, time): (Date, Time),
    zone: &Zone,
    fold: Option<Fold>,
) -> Result<Timestamp, Blame> {
    match calendar::instant(day, time, zone) {
        Ok(Resolved::Once(instant)) => Ok(instant),
        Ok(Resolved::Repeated { first, second }) => match fold {
            Some(Fold::First) => Ok(first),
            Some(Fold::Second) => Ok(second),
            None => Err(Blame::at(
                format!("{field}_fold"),
                "gatherings-fault-repeated",
            )),
        },
        Err(LocalTimeRefusal::Skipped { resumes }) => {
            let resumes = calendar::dates::iso_time(resumes.time());
            Err(Blame::at(field, "gatherings-fault-skipped").with("resumes", resumes))
        }
        Err(_) => Err(Blame::at("day", "fault-year")),
    }
}
