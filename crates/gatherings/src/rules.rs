//! What gatherings are and what holds for them: types, state changes, refusals; no clock, no SQL.

mod agenda;
mod attendance;
mod change;
mod document;
mod gathering;
mod guest;
mod participants;
mod series;
mod span;
mod when;

pub use agenda::{AgendaItem, Speaker, agenda_times};
pub use attendance::{Attendance, FurtherGuests, Presence, Represented, represented_organisations};
pub(crate) use change::ToldAgenda;
pub use change::{Change, ChangeKind, Difference, Fact};
pub use document::{Document, DocumentVersion, Kind, kind_of, safe_file_name};
pub use gathering::{CoOrganiser, Gathering, Listed, Online, State, Venue, slug_of, tags_of};
pub use guest::{Invitation, Reply, ReplyInput};
pub use participants::{Participant, named, who_came, who_comes};
pub use series::{Series, SeriesKind};
pub use span::{month_span, opening_month, year_span};
pub use when::{Fold, LocalInput, When};

#[cfg(test)]
pub(crate) mod tests;
