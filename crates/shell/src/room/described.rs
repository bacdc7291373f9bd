//! What rooms add to the machine-readable facts of a public gathering.

use base::{Fault, GatheringId};
use jiff::civil::DateTime;
use store::Conn;
use uuid::Uuid;

use crate::visit::Visit;

/// Says what a room knows of a gathering, in the language of a visit; facts that everybody may
/// read who reads the gathering.
pub type Describe = fn(&mut Conn<'_>, &Visit, GatheringId) -> Result<Described, Fault>;

/// What is known of a gathering beside its own facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Described {
    /// Its parts, in order of time.
    pub parts: Vec<Part>,
    /// What the place offers, and what it does not.
    pub amenities: Vec<Amenity>,
}

/// A part of a gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its id.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// What it is about; may be empty.
    pub about: String,
    /// Local start.
    pub starts: DateTime,
    /// Local end.
    pub ends: DateTime,
    /// The room; may be empty.
    pub room: String,
    /// The tag of its language; may be empty.
    pub lang: String,
    /// Who speaks: name, function, body; each may be empty.
    pub speakers: Vec<[String; 3]>,
    /// What helps to follow it, in the vocabulary of schema.org's accessibilityFeature.
    pub features: Vec<&'static str>,
    /// What its room offers.
    pub amenities: Vec<Amenity>,
    /// How many find room; none where nothing is said of it.
    pub capacity: Option<i64>,
}

/// Something that a place offers or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amenity {
    /// What programs know it by.
    pub id: &'static str,
    /// What people call it.
    pub name: String,
    /// Whether it is there.
    pub is_there: bool,
}

/// What all rooms know of a gathering.
///
/// # Errors
/// When the database fails.
pub fn described(
    conn: &mut Conn<'_>,
    visit: &Visit,
    gathering: GatheringId,
) -> Result<Described, Fault> {
    let mut all = Described::default();
    for describe in visit.app.rooms.iter().filter_map(|room| room.describe) {
        let known = describe(conn, visit, gathering)?;
        all.parts.extend(known.parts);
        all.amenities.extend(known.amenities);
    }
    Ok(all)
}
