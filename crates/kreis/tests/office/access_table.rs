//! What every route grants to whom.

use shell::Method;

/// Who asks, in the order of the columns.
pub const ROLES: [&str; 12] = [
    "nobody",
    "stranger",
    "member",
    "leader",
    "office",
    "operator",
    "protection",
    "editor",
    "assistance",
    "jury",
    "auditor",
    "partner",
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
pub type Doors = [Door; 12];

/// A letter for each role: `+` open, `s` sign in, `f` forbidden, `-` hidden.
fn doors(word: &str) -> Doors {
    let doors: Vec<Door> = word
        .chars()
        .map(|sign| match sign {
            '+' => Open,
            's' => SignIn,
            'f' => Forbidden,
            '-' => Hidden,
            _ => panic!("a sign: {sign}"),
        })
        .collect();
    doors.try_into().expect("a sign for each role")
}

/// The classes of doors. The columns: nobody, another office, a member, a leader, the office,
/// the operator, data protection; then editor, assistance contact, jury, auditor and partner,
/// each of all of the network and nothing else.
const CLASSES: [(&str, &str); 26] = [
    // Everybody.
    ("PUBLIC", "++++++++++++"),
    // Whoever is signed in.
    ("OWN", "s+++++++++++"),
    // Whoever reads what is for the network's members.
    ("MEMBERS", "s-+++-++ff+f"),
    // Members who take part.
    ("TAKE_PART", "s-+++-ffffff"),
    // The leaders of the group, and the office.
    ("LEAD", "s-f++-ffffff"),
    // The office, where the record belongs to no group that the leader leads.
    ("LEAD_OFFICE", "s-ff+-ffffff"),
    ("OFFICE", "s-ff+-ffffff"),
    // Who writes, and the office.
    ("PUBLISH", "s-ff+-f+ffff"),
    // Who watches, who audits, and the office.
    ("LOOK", "s-ff+-+fff+f"),
    // The office and data protection.
    ("PROTECT", "s-ff+-+fffff"),
    // Data protection alone.
    ("ACCESS_LOG", "s-fff-+fffff"),
    ("OPERATOR", "sffff+ffffff"),
    // A record for members: others must not learn of it.
    ("MEMBERS_RECORD", "--+++-++--++"),
    // The same where it belongs to the directory or still goes round among members, which is
    // nothing for partners.
    ("MEMBERS_ENTRY", "--+++-++--+-"),
    // A record that the leaders of its group and the office alone may read.
    ("LEADERS_RECORD", "---++-------"),
    // A record of the office alone.
    ("OFFICE_RECORD", "----+-------"),
    // A post that is not out yet.
    ("DRAFT_POST", "----+--+----"),
    // A link out of a mail: what it opens hangs on its secret, not on a role; a wrong one opens
    // nothing.
    ("SECRET", "------------"),
    // The same for what belongs to an account: whose it is not learns nothing.
    ("OWN_SECRET", "s-----------"),
    // Between link or password and everything else: who has nothing to give there is sent back.
    ("BETWEEN", "ssssssssssss"),
    // The leaders and the office, for whom an empty form says nothing that could be done.
    ("LEAD_NOTHING", "s-f---ffffff"),
    // Whom participants tell what they need, and nobody else.
    ("ASSIST", "s-fff-ff+fff"),
    // The same, where there is no such need.
    ("ASSIST_NOTHING", "s-fff-ff-fff"),
    // Whoever speaks for an organisation.
    ("CONTACTS", "s-++f-ffffff"),
    // The contacts of an organisation, where the sample is another one.
    ("CONTACTS_OTHER", "s-fff-ffffff"),
    // The office, where the sample is in no state for it.
    ("OFFICE_NOTHING", "s-ff--ffffff"),
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
    let known = CLASSES.iter().find(|(word, _)| *word == class);
    known.map(|(_, signs)| doors(signs))
}
