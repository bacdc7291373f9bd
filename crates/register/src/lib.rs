//! Organisations, people, functions, memberships, groups, accounts and sign-in.

pub mod access_links;
pub mod actions;
mod identify;
pub mod links;
mod records;
mod rules;
mod types;

use base::Lang;
use shell::Room;
use store::Migration;

pub use actions::setup_key;
pub use identify::identify;
pub use records::accounts::{Account, account, account_by_mail, account_of};
pub use records::slugs::{keep_old_slug, old_slug};
pub use records::{
    find_person_by_name, group, groups_of, member_contacts, member_count, members_of_group,
    network, network_by_slug, networks, organisation, organisations_of, people_of, person,
    representative,
};
pub use types::{
    Function, Group, GroupMember, Membership, MembershipKind, Network, Organisation, Party, Person,
    Representative, Term,
};

/// The register's tables.
pub const MIGRATIONS: &[Migration] = &[Migration::both(
    "register-0001",
    include_str!("../migrations/0001.sql"),
)];

/// What the register brings to the program.
pub fn room() -> Room {
    Room {
        name: "register",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        identify: Some(identify),
        renew: Some(identify::renew),
        ..Room::default()
    }
}
