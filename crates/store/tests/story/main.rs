//! What the store promises, told to SQLite and to PostgreSQL alike.

#[cfg(test)]
mod alone;
#[cfg(test)]
mod both;
#[cfg(test)]
mod finding;
#[cfg(test)]
mod keeping;
#[cfg(test)]
mod together;
#[cfg(test)]
mod trouble;

use base::{Dice, Moment};

/// A moment at a fixed hour with its own dice.
#[cfg(test)]
fn moment(seed: u64) -> Moment {
    Moment::new(
        "2017-12-07T09:00:00Z".parse().unwrap(),
        Dice::seeded(seed).throw(),
    )
}
