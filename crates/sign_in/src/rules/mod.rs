//! What holds of second factors, without a database: codes, secrets, whose role asks for one.

mod app_code;
mod demand;
mod groups;
mod picture;
mod recovery;
mod seal;

pub(crate) use app_code::{SECRET_LENGTH, address, fitting_step, spelled};
pub(crate) use demand::is_demanded;
pub use demand::{DEMANDABLE, role_of_word};
pub(crate) use groups::roles_of;
pub(crate) use picture::{QrCode, qr_code};
pub(crate) use recovery::{hashed, made, normal};
pub use seal::{KeyFlaw, Seal};
