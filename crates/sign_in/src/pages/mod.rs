//! The room's pages.

mod asked;
mod factors;

pub(crate) use asked::AskedPage;
pub(crate) use factors::{AppPage, CodesPage, FactorLine, FactorPage, FactorsPage};
