//! Whom rooms expect at a gathering beside those who were invited.

use base::{Fault, GatheringId};
use store::Conn;

use crate::app::App;

/// Says whom a room expects at a gathering who stands neither on its guest list nor on its
/// attendance list, by name.
pub type Expects = fn(&mut Conn<'_>, GatheringId) -> Result<Vec<Expected>, Fault>;

/// Somebody who is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Their name.
    pub name: String,
    /// Where they come from; may be empty.
    pub organisation: String,
}

/// Whom all rooms expect.
///
/// # Errors
/// When the database fails.
pub fn expected(
    conn: &mut Conn<'_>,
    app: &App,
    gathering: GatheringId,
) -> Result<Vec<Expected>, Fault> {
    let mut all = Vec::new();
    for expects in app.rooms.iter().filter_map(|room| room.expects) {
        all.extend(expects(conn, gathering)?);
    }
    Ok(all)
}
