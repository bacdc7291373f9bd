//! What drafts are, what they say and what becomes of them: no clock, no database, no page.

mod alike;
mod kinds;
mod marks;
mod offers;
mod rhythm;
#[cfg(test)]
mod tests;

pub(crate) use alike::{Trace, are_alike, fills, successor};
pub(crate) use kinds::{
    FieldOf, Found, Kind, Mark, Notice, Picture, Shape, State, Values, missing, typed,
};
pub(crate) use marks::segments;
pub(crate) use offers::{Offer, offers, picture_file};
pub(crate) use rhythm::{RHYTHMS, Rhythm, WEEKDAYS, days};
