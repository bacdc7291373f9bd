//! The section `[backup]`: where backups lie, when they are taken, how many stay.

use std::path::PathBuf;

use backup::Keep;
use serde::Deserialize;

/// The section `[backup]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Backup {
    /// Where they lie; without it none is taken by itself.
    pub folder: Option<PathBuf>,
    /// From which hour of the machine's day on.
    pub hour: i8,
    /// How many days keep one.
    pub days: u16,
    /// How many weeks.
    pub weeks: u16,
    /// How many months.
    pub months: u16,
}

impl Default for Backup {
    fn default() -> Self {
        Self {
            folder: None,
            hour: 3,
            days: 7,
            weeks: 4,
            months: 12,
        }
    }
}

impl Backup {
    /// How many stay.
    pub const fn keep(&self) -> Keep {
        Keep {
            days: self.days,
            weeks: self.weeks,
            months: self.months,
        }
    }
}
