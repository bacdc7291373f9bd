//! Mailing lists: groups that live, made of a filter over people and asked anew at each use.

mod actions;
mod names;
mod pages;
mod records;
pub(crate) mod routes;
mod rules;

use base::{Fault, MailingListId, NetworkId, PersonId};
use jiff::civil::Date;
use store::Conn;

pub use actions::{MailingListInput, add_mailing_list, change_mailing_list, close_mailing_list};
pub use records::{mailing_list, mailing_lists_of};
pub use rules::{MailingList, Wanted};

use crate::types::Representative;

/// Everybody whom a mailing list reaches on a day, each once, by name; a list that has ended
/// reaches nobody.
///
/// # Errors
/// When the database fails.
pub fn mailing_list_people(
    conn: &mut Conn<'_>,
    id: MailingListId,
    on: Date,
) -> Result<Vec<Representative>, Fault> {
    let list = mailing_list(conn, id)?.filter(|it| !it.ended);
    list.map_or_else(
        || Ok(Vec::new()),
        |list| records::people(conn, (list.network, on), &list.wanted, None),
    )
}

/// The mailing lists of a network that reach a person on a day.
pub(crate) fn lists_of_person(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
    person: PersonId,
) -> Result<Vec<MailingList>, Fault> {
    let mut lists = Vec::new();
    for list in mailing_lists_of(conn, network)? {
        if !records::people(conn, (network, on), &list.wanted, Some(person))?.is_empty() {
            lists.push(list);
        }
    }
    Ok(lists)
}
