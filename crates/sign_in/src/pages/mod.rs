//! The room's pages.

mod asked;
mod factors;
mod provided;

pub(crate) use asked::AskedPage;
pub(crate) use factors::{AppPage, Binding, CodesPage, FactorLine, FactorPage, FactorsPage};
pub(crate) use provided::{Office, ProvidedPage};
