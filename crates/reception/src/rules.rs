//! What is decided without clock, dice and database: whom a code lets in, how codes are written.

mod arrival;
mod certificate;
mod code;
mod picture;
mod scan;

pub use arrival::{Arrival, Outcome, Through, judged};
pub use certificate::{Certificate, certificate_code, normal_code};
pub use code::{door_code, place_of_code};
pub(crate) use picture::{QrCode, qr_code};
pub use scan::{MOST_SCANS, Scan, scans_of};
