//! What every route grants to whom.

use shell::Method;

/// Who asks, in the order of the columns.
pub const ROLES: [&str; 7] = [
    "nobody",
    "stranger",
    "member",
    "leader",
    "office",
    "operator",
    "protection",
];

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
pub type Doors = [Door; 7];

/// Everybody.
pub const PUBLIC: Doors = [Open; 7];
/// Whoever is signed in.
pub const OWN: Doors = [SignIn, Open, Open, Open, Open, Open, Open];
/// The network's members.
pub const MEMBERS: Doors = [SignIn, Hidden, Open, Open, Open, Hidden, Open];
/// The leaders of the group, and the office.
pub const LEAD: Doors = [SignIn, Hidden, Forbidden, Open, Open, Hidden, Forbidden];
/// The office, where the record belongs to no group that the leader leads.
pub const LEAD_OFFICE: Doors = [
    SignIn, Hidden, Forbidden, Forbidden, Open, Hidden, Forbidden,
];
/// The office.
pub const OFFICE: Doors = [
    SignIn, Hidden, Forbidden, Forbidden, Open, Hidden, Forbidden,
];
/// The office and data protection.
pub const PROTECT: Doors = [SignIn, Hidden, Forbidden, Forbidden, Open, Hidden, Open];
/// Data protection alone.
pub const ACCESS_LOG: Doors = [
    SignIn, Hidden, Forbidden, Forbidden, Forbidden, Hidden, Open,
];
/// The operator.
pub const OPERATOR: Doors = [
    SignIn, Forbidden, Forbidden, Forbidden, Forbidden, Open, Forbidden,
];
/// A record for members: others must not learn of it.
pub const MEMBERS_RECORD: Doors = [Hidden, Hidden, Open, Open, Open, Hidden, Open];
/// A record that the leaders of its group and the office alone may read.
pub const LEADERS_RECORD: Doors = [Hidden, Hidden, Hidden, Open, Open, Hidden, Hidden];
/// A record of the office alone.
pub const OFFICE_RECORD: Doors = [Hidden, Hidden, Hidden, Hidden, Open, Hidden, Hidden];
/// A link out of a mail: what it opens hangs on its secret, not on a role; a wrong one opens
/// nothing.
pub const SECRET: Doors = [Hidden; 7];

/// The same for what belongs to an account: whose it is not learns nothing.
pub const OWN_SECRET: Doors = [SignIn, Hidden, Hidden, Hidden, Hidden, Hidden, Hidden];

/// Between link or password and everything else: who has nothing to give there is sent back.
pub const BETWEEN: Doors = [SignIn; 6];

/// The leaders and the office, for whom an empty form says nothing that could be done.
pub const LEAD_NOTHING: Doors = [SignIn, Hidden, Forbidden, Hidden, Hidden, Hidden, Forbidden];
/// Whoever speaks for an organisation.
pub const CONTACTS: Doors = [SignIn, Hidden, Open, Open, Forbidden, Hidden, Forbidden];
/// The contacts of an organisation, where the sample is another one.
pub const CONTACTS_OTHER: Doors = [
    SignIn, Hidden, Forbidden, Forbidden, Forbidden, Hidden, Forbidden,
];
/// The office, where the sample is in no state for it.
pub const OFFICE_NOTHING: Doors = [
    SignIn, Hidden, Forbidden, Forbidden, Hidden, Hidden, Forbidden,
];

/// One route with its doors and an address to try it at.
#[derive(Clone, Copy)]
pub struct Row {
    pub method: Method,
    pub address: &'static str,
    pub doors: Doors,
    /// Words in braces stand for records of the sample; see `samples::Samples`.
    pub sample: &'static str,
}

/// Every route, some at more than one address.
pub fn table() -> Vec<Row> {
    include_str!("access_table.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [method, class, address, ..] = words[..] else {
                panic!("a row of three or four words: {line}");
            };
            Row {
                method: match method {
                    "GET" => Method::Get,
                    "POST" => Method::Post,
                    _ => panic!("a method: {line}"),
                },
                address,
                doors: doors_of(class).unwrap_or_else(|| panic!("a class: {line}")),
                sample: words.get(3).copied().unwrap_or(address),
            }
        })
        .collect()
}

fn doors_of(class: &str) -> Option<Doors> {
    Some(match class {
        "PUBLIC" => PUBLIC,
        "OWN" => OWN,
        "MEMBERS" => MEMBERS,
        "LEAD" => LEAD,
        "LEAD_OFFICE" => LEAD_OFFICE,
        "OFFICE" => OFFICE,
        "OPERATOR" => OPERATOR,
        "PROTECT" => PROTECT,
        "ACCESS_LOG" => ACCESS_LOG,
        "MEMBERS_RECORD" => MEMBERS_RECORD,
        "LEADERS_RECORD" => LEADERS_RECORD,
        "OFFICE_RECORD" => OFFICE_RECORD,
        "SECRET" => SECRET,
        "OWN_SECRET" => OWN_SECRET,
        "BETWEEN" => BETWEEN,
        "LEAD_NOTHING" => LEAD_NOTHING,
        "CONTACTS" => CONTACTS,
        "CONTACTS_OTHER" => CONTACTS_OTHER,
        "OFFICE_NOTHING" => OFFICE_NOTHING,
        _ => return None,
    })
}
