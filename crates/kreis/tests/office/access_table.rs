//! What every route grants to whom.

use shell::Method::{self, Get, Post};

/// Who asks, in the order of the columns.
pub const ROLES: [&str; 6] = ["nobody", "stranger", "member", "leader", "office", "operator"];

/// What a door answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Lets in; what follows may still be a refused form.
    Open,
    /// Asks to sign in first.
    SignIn,
    /// Says that a right is missing.
    Forbidden,
    /// Does not say that there is anything.
    Hidden,
}

use Door::{Forbidden, Hidden, Open, SignIn};

/// The doors of a route, role by role.
pub type Doors = [Door; 6];

/// Everybody.
pub const PUBLIC: Doors = [Open; 6];
/// Whoever is signed in.
pub const OWN: Doors = [SignIn, Open, Open, Open, Open, Open];
/// The network's members.
pub const MEMBERS: Doors = [SignIn, Hidden, Open, Open, Open, Hidden];
/// The leaders of the group, and the office.
pub const LEAD: Doors = [SignIn, Hidden, Forbidden, Open, Open, Hidden];
/// The office, where the record belongs to no group that the leader leads.
pub const LEAD_OFFICE: Doors = [SignIn, Hidden, Forbidden, Forbidden, Open, Hidden];
/// The office.
pub const OFFICE: Doors = [SignIn, Hidden, Forbidden, Forbidden, Open, Hidden];
/// The operator.
pub const OPERATOR: Doors = [SignIn, Forbidden, Forbidden, Forbidden, Forbidden, Open];
/// A record for members: others must not learn of it.
pub const MEMBERS_RECORD: Doors = [Hidden, Hidden, Open, Open, Open, Hidden];
/// A record that the leaders of its group and the office alone may read.
pub const LEADERS_RECORD: Doors = [Hidden, Hidden, Hidden, Open, Open, Hidden];
/// A record of the office alone.
pub const OFFICE_RECORD: Doors = [Hidden, Hidden, Hidden, Hidden, Open, Hidden];
/// A link out of a mail: what it opens hangs on its secret, not on a role; a wrong one opens
/// nothing.
pub const SECRET: Doors = [Hidden; 6];

/// One route with its doors and an address to try it at.
pub struct Row {
    pub method: Method,
    pub address: &'static str,
    pub doors: Doors,
    /// Words in braces stand for records of the sample; see `house::Samples`.
    pub sample: &'static str,
}

const fn row(
    method: Method,
    address: &'static str,
    doors: Doors,
    sample: &'static str,
) -> Row {
    Row {
        method,
        address,
        doors,
        sample,
    }
}
