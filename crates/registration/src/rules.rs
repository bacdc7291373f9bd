//! What registration is, apart from clock, dice, database and pages.

mod attached;
mod desk;
mod field;
mod line;
mod place;
mod tie;

pub use attached::{Attached, MOST_BYTES, attached};
pub use desk::{Desk, DeskState, Offered, Passing, Stage, Texts, Who, stage_of};
pub use field::{Answer, FieldKind, FormField, Readers, checked, checked_with, is_shown};
pub use line::{Contingent, Line, Move, Quota, Waiting};
pub use place::{Level, Place, PlaceState, Registration, Step, Through, fold, reply_of};
pub use tie::{Tie, domain_of, is_public_domain, web_domain};
