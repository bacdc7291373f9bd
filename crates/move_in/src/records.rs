//! All SQL of moving in.

pub(crate) mod archive;
pub(crate) mod drafts;
pub(crate) mod holdings;
pub(crate) mod lists;
pub(crate) mod made;
pub(crate) mod pictures;
pub(crate) mod uploads;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value as the database keeps it.
fn written<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A value that the database keeps; what an older release has written otherwise is blank.
fn read_back<T: DeserializeOwned + Default>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_default()
}
