//! The sample networks, told day by day through the same actions that people use.

use base::Fault;
use jiff::civil::Date;
use shell::App;

/// The account of the office.
pub const OFFICE: &str = "geschaeftsstelle@kreisgruppe-weimar.example";
/// The account of the leader.
pub const LEADER: &str = "sprecherin@lebenshilfe-werk.example";
/// The account of a member's contact person.
pub const MEMBER: &str = "leitung@lebensraeume.example";
/// The account of the operator.
pub const OPERATOR: &str = "betrieb@kreis.example";
/// The account of another network's office.
pub const STRANGER: &str = "integration@landkreis-celle.example";

/// Fills an empty installation up to this morning.
///
/// # Errors
/// When an action refuses the sample data.
pub async fn fill(app: &App, on: Date) -> Result<(), Fault> {
    let morning = on
        .at(9, 0, 0, 0)
        .in_tz("Europe/Berlin")
        .map_err(|cause| Fault::because("find the demo's morning", cause))?;
    app.clock.move_to(morning.timestamp());
    Ok(())
}
