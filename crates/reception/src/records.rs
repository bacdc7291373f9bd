//! All SQL of the reception.

pub(crate) mod archive;
mod arrivals;
mod certificates;
mod holdings;
mod lists;

pub(crate) use arrivals::{add_arrival, remove_arrival, set_arrival};
pub use arrivals::{arrival, arrival_of};
pub use certificates::certificates;
pub(crate) use certificates::{
    add_certificate, by_arrival, by_code, certificate, revoke, revoke_all_of, without_certificate,
};
pub(crate) use holdings::{HOLDINGS, RETAINED};
pub(crate) use lists::{
    Asked, Counts, Guest, Line, MOST, Which, counts, expected, guests, lines, not_listed,
    of_registration,
};
