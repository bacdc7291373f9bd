//! What happens to a mail: taken in, filed, answered for, dismissed.

mod desk;
mod place;
mod take;

pub(crate) use desk::{Rules, answer_for, dismiss, file, reopen, rules, set_rules};
pub(crate) use place::people_of;
pub use take::{Arrived, Taken, take_in};
