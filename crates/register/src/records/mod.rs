//! All statements of the register, by what they are about.

pub mod access_links;
pub(crate) mod accounts;
pub(crate) mod archive;
mod groups;
mod holdings;
mod journal;
mod left_out;
mod lists;
pub(crate) mod networks;
mod organisations;
mod people;
mod representatives;
pub(crate) mod sessions;
pub(crate) mod slugs;
pub(crate) mod ties;
pub mod whole;
mod wordings;

pub use access_links::{Ended, end_again, ended};
pub use groups::*;
pub(crate) use holdings::{HOLDINGS, RETAINED};
pub use holdings::{people_behind, protects, whom};
pub(crate) use journal::*;
pub use left_out::LEFT_OUT_OF_BACKUPS;
pub use lists::*;
pub use networks::*;
pub use organisations::*;
pub use people::*;
pub use representatives::*;
pub use wordings::*;
