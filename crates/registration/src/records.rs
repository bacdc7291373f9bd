//! All SQL of registration.

pub(crate) mod archive;
mod contingents;
mod desks;
mod fields;
mod files;
mod holdings;
mod lists;
mod places;
mod quotas;
mod registrations;
mod steps;
mod ties;

pub use contingents::Kept;
pub(crate) use contingents::{
    contingents, lapse_contingents, next_lapse, open_contingents_for, put_contingent,
    remove_contingent, use_contingent,
};
pub(crate) use desks::{ask_desk, ask_offered, desks_with_terms, put_desk, set_state};
pub use desks::{desk, desk_of, offered};
pub use fields::fields;
pub(crate) use fields::{
    answers, field, move_field, next_forgetting, put_answers, put_field, remove_answers_older,
    remove_field,
};
pub(crate) use files::{file, forget_files, put_files, remove_files_older};
pub(crate) use holdings::{HOLDINGS, RETAINED};
pub(crate) use lists::{Listing, Row, counts, listed, overview};
pub(crate) use places::{
    add_place, alive_of, due_places, in_line, line_place, next_line_no, next_until, registered_at,
    same_person, set_gathering, set_name, set_place,
};
pub(crate) use places::{own_places, states_of};
pub use places::{place, places_of, set_came, standings};
pub use quotas::line;
pub(crate) use quotas::{AskedLine, ask_line, put_quota, quota_rows, release, remove_quota, take};
pub(crate) use registrations::{
    add_registration, ask_by_mail, confirm_mail, person_of, registrations_of_mail, set_details,
    set_person, set_tie, set_told,
};
pub use registrations::{by_mail, registration};
pub(crate) use steps::{add_step, ask_wake, set_wake, steps, wake, was_replaced};
pub(crate) use ties::{
    ask_member, contact_of, groups_with, member_by_name, member_domains, member_names,
};
