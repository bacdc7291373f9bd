//! What the store promises, told to SQLite and to PostgreSQL alike.

mod both;
mod finding;
mod keeping;
mod trouble;

use base::{Dice, Moment};

/// A moment at a fixed hour with its own dice.
fn moment(seed: u64) -> Moment {
    Moment::new(
        "2017-12-07T09:00:00Z".parse().unwrap(),
        Dice::seeded(seed).throw(),
    )
}
