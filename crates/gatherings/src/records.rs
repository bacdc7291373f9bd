//! All SQL of gatherings.

pub mod agenda;
pub(crate) mod archive;
pub mod attendance;
pub mod changes;
pub mod documents;
pub mod gathering;
pub mod guests;
pub mod holdings;
pub mod listing;
pub mod outline;
pub(crate) mod participants;
pub mod series;

use base::Fault;
use base::access::Audience;
use store::Row;

fn audience(row: &mut Row) -> Result<Audience, Fault> {
    Audience::from_word(&row.take::<String>()?).ok_or_else(|| Fault::new("read an audience"))
}
