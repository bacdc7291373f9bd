//! Handing organisations their own records: who speaks for a member gets an account and a mail
//! that says how to sign in, for many at once; and who has come in since.

mod actions;
mod letter;
mod pages;
mod records;
pub(crate) mod routes;

pub(crate) use actions::entrust_successor;
pub use actions::{Entrusted, entrust};
pub(crate) use letter::{ACCESS, access};
