//! What holds when lists come in and go out: what a column means, what a row says, what is known
//! of it already. No database, no clock, no words of pages.

mod entry;
mod field;
mod guess;
mod known;
mod plan;

pub use entry::{Entry, Flaw, OrganisationPart, PersonPart, entry};
pub use field::Field;
pub use guess::{Mapping, flaws_of_mapping, guess, is_known_header};
pub use known::Known;
pub(crate) use known::name_key;
pub(crate) use plan::missing;
pub use plan::{Choice, Line, Plan, Verdict};

#[cfg(test)]
mod tests;
