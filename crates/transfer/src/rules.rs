//! What holds when lists come in and go out: what a column means, what a row says, what is known
//! of it already. No database, no clock, no words of pages.

mod entry;
mod field;
mod guess;
mod guide;
mod known;
mod plan;
mod values;
mod words;

pub use entry::{Entry, Flaw, OrganisationPart, PersonPart, Unread, entry};
pub use field::Field;
pub use guess::{Mapping, flaws_of_mapping, guess, is_known_header};
pub use guide::Guide;
pub use known::{Known, Like};
pub(crate) use known::{name_key, told_function};
pub(crate) use plan::gives_up_vote;
pub use plan::{Choice, Line, Pick, Picks, Plan, Planned, Verdict};
#[cfg(test)]
use values::of_sheet;
pub(crate) use values::{PersonSheet, begun, filled, told};

#[cfg(test)]
mod tests;
