//! Organisations, people, functions, memberships, groups, accounts and sign-in.

pub mod actions;
mod browsing;
mod choosing;
mod entrusting;
pub mod fields;
mod handover;
mod identify;
mod jobs;
mod letters;
pub mod likeness;
pub mod links;
mod mailing_lists;
mod pages;
mod profile;
mod records;
mod references;
pub mod regions;
pub mod roles;
mod routes;
mod rules;
mod standing;
mod types;

use base::Lang;
use base::access::Right;
use shell::{NavEntry, Room, Section};
use store::Migration;

pub use actions::finding::refresh;
pub use actions::setup_key;
pub use choosing::{
    Among, is_small, meant_by, named, offer, offer_several, settle, settle_several, settled,
};
pub use entrusting::{Entrusted, entrust};
pub use handover::{HandoverInput, Successor, hand_over, take_back};
pub use identify::{everywhere, identify, standing_of};
pub use letters::{CLOSING, closing, salutation, salutation_in, sample_guest};
pub use likeness::{Candidate, Probe, Reason, candidates};
pub use mailing_lists::{
    MailingList, MailingListInput, Wanted, add_mailing_list, change_mailing_list,
    close_mailing_list, mailing_list, mailing_list_people, mailing_lists_of,
};
pub use profile::{Address, CHANNEL_KINDS, Channel, FieldOfWork, LEGAL_FORMS, Logo, Profile};
pub use records::LEFT_OUT_OF_BACKUPS;
pub use records::access_links;
pub use records::accounts::{
    Account, account, account_by_mail, account_of, give_role, networks_with_role, take_role,
};
pub use records::slugs::{keep_old_slug, old_slug};
pub use records::whole;
pub use records::{
    ChangeState, Ended, FromElsewhere, OwnChange, child_networks, end_again, ended, fields_of_work,
    group, group_by_slug, groups_of, main_function, member_contacts, member_count, member_terms,
    members_from_elsewhere, members_of_group, network, network_by_slug, networks, organisation,
    organisations_of, organisations_of_kind, parts_of, people_behind, people_by_mail, people_of,
    people_with_function, person, profile, protects, representative, shared_functions,
    voting_representative, waiting_change_count, whom, wordings,
};
pub use roles::{is_last_office, runs_office_alone};
pub use routes::{admit_address, browser, signed_in};
pub use rules::{card, is_web_address, local_path, sort_key, web_address};
pub use standing::gives_vote;
pub use types::{
    Function, Group, GroupMember, Membership, MembershipKind, Network, Organisation, Party, Person,
    Representative, Term,
};

/// The register's tables.
pub const MIGRATIONS: &[Migration] = &[
    Migration::both("register-0001", include_str!("../migrations/0001.sql")),
    Migration::both("register-0002", include_str!("../migrations/0002.sql")),
    Migration {
        name: "register-0003",
        sql: include_str!("../migrations/0003.sql"),
        sqlite: "",
        // Both databases sort by code points then, whatever the server's language.
        postgres: include_str!("../migrations/0003.postgres.sql"),
    },
    Migration::both("register-0004", include_str!("../migrations/0004.sql")),
    Migration::both("register-0005", include_str!("../migrations/0005.sql")),
    Migration::both("register-0006", include_str!("../migrations/0006.sql")),
    Migration::both("register-0007", include_str!("../migrations/0007.sql")),
    Migration::both(
        "register-holdings",
        include_str!("../migrations/holdings.sql"),
    ),
    Migration::both(
        "register-likeness",
        include_str!("../migrations/likeness.sql"),
    ),
    Migration::both("register-roles", include_str!("../migrations/roles.sql")),
    Migration::both("register-scale", include_str!("../migrations/scale.sql")),
    Migration::both("register-parts", include_str!("../migrations/parts.sql")),
    Migration::both(
        "register-waiting",
        include_str!("../migrations/waiting.sql"),
    ),
    Migration::both(
        "register-lookups",
        include_str!("../migrations/lookups.sql"),
    ),
    Migration::both(
        "register-office-terms",
        include_str!("../migrations/office-terms.sql"),
    ),
];

/// The register's entries in a network's main navigation.
const NAV: &[NavEntry] = &[
    NavEntry {
        key: "register-own",
        path: "/meine-organisation",
        right: Right::MaintainOrganisation,
        section: Section::Register,
        order: 59,
    },
    NavEntry {
        key: "register-organisations",
        path: "/organisationen",
        right: Right::ReadAsMember,
        section: Section::Register,
        order: 60,
    },
    NavEntry {
        key: "register-people",
        path: "/personen",
        right: Right::ReadAsMember,
        section: Section::Register,
        order: 61,
    },
    NavEntry {
        key: "register-groups",
        path: "/gremien",
        right: Right::ReadAsMember,
        section: Section::Register,
        order: 62,
    },
    NavEntry {
        key: "register-roles-nav",
        path: "/rollen",
        right: Right::ReadRoles,
        section: Section::Administration,
        order: 89,
    },
    NavEntry {
        key: "register-settings",
        path: "/einstellungen",
        right: Right::RunOffice,
        section: Section::Administration,
        order: 90,
    },
];

/// What the register brings to the program.
pub fn room() -> Room {
    Room {
        name: "register",
        migrations: MIGRATIONS,
        fillings: &[
            actions::finding::FILLING,
            actions::finding::WORDS,
            actions::finding::CLOSED,
            likeness::FILLING,
            regions::FILLING,
        ],
        references: references::REFERENCES,
        below: references::BELOW,
        refresh: Some(refresh),
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
            (Lang::De, include_str!("../phrases/organisations/de.ftl")),
            (Lang::En, include_str!("../phrases/organisations/en.ftl")),
            (Lang::De, include_str!("../phrases/roles/de.ftl")),
            (Lang::En, include_str!("../phrases/roles/en.ftl")),
        ],
        routes: Some(routes::fill),
        nav: NAV,
        jobs: jobs::JOBS,
        letters: letters::LETTERS,
        panels: pages::PANELS,
        wordings: &[CLOSING],
        holdings: records::HOLDINGS,
        retained: records::RETAINED,
        identify: Some(identify),
        renew: Some(identify::renew),
        chapters: records::archive::CHAPTERS,
        not_told: records::archive::NOT_TOLD,
        ..Room::default()
    }
}
