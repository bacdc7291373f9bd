//! Acts on mailing lists.

use base::access::Actor;
use base::{Blame, Fault, Halt, MailingListId, Moment, NetworkId};
use store::Conn;

use super::names::Names;
use super::records;
use super::rules::{MailingList, Wanted};
use crate::actions::{Check, group_in};
use crate::records::{About, Changes, note, note_closed};
use crate::types::MembershipKind;
use crate::{fields, regions};

/// What is known of a mailing list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailingListInput {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub about: String,
    /// Who belongs to it.
    pub wanted: Wanted,
}

/// A mailing list of this network.
pub(super) fn list_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: MailingListId,
) -> Result<MailingList, Halt> {
    records::mailing_list(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)
}

/// Makes a mailing list.
///
/// # Errors
/// Refused where the name is missing or taken, or nobody in particular is wanted.
pub fn add_mailing_list(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &MailingListInput,
) -> Result<MailingListId, Halt> {
    check(conn, network, input)?;
    let id: MailingListId = moment.id();
    let list = filled(id, network, input, false);
    named(records::put(conn, &list))?;
    note(
        conn,
        moment,
        who,
        about(network, id),
        "register-added",
        list.name,
    )?;
    Ok(id)
}

/// Changes a mailing list; who uses it reaches at once whom it means now.
///
/// # Errors
/// Missing in another network; refused where the name is missing or taken, or nobody in
/// particular is wanted.
pub fn change_mailing_list(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, MailingListId),
    input: &MailingListInput,
) -> Result<(), Halt> {
    let old = list_in(conn, network, id)?;
    check(conn, network, input)?;
    let new = filled(id, network, input, old.ended);
    let changes = compared(conn, &old, &new)?;
    if changes.is_empty() {
        return Ok(());
    }
    named(records::put(conn, &new))?;
    let (about, detail) = (about(network, id), changes.detail());
    note(conn, moment, who, about, "register-changed", detail)?;
    Ok(())
}

/// Ends a mailing list, or takes it up again.
///
/// # Errors
/// Missing in another network.
pub fn close_mailing_list(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, MailingListId),
    closed: bool,
) -> Result<(), Halt> {
    let mut list = list_in(conn, network, id)?;
    if list.ended == closed {
        return Ok(());
    }
    list.ended = closed;
    records::put(conn, &list)?;
    let about = about(network, id);
    Ok(note_closed(conn, moment, who, about, (closed, list.name))?)
}

/// What is wrong with a list before it is kept, and before it is shown what it would hold.
pub(super) fn check(
    conn: &mut Conn<'_>,
    network: NetworkId,
    input: &MailingListInput,
) -> Result<(), Halt> {
    let wanted = &input.wanted;
    let mut check = Check::default();
    check.filled(&input.name, "name");
    check.must(!wanted.is_empty(), "functions", "register-fault-list-empty");
    check.must(
        wanted.kind.is_empty() || MembershipKind::from_word(&wanted.kind).is_some(),
        "kind",
        "fault-choice",
    );
    let known = crate::records::fields_of_work(conn, network)?;
    let is_known = |id| known.iter().any(|it| it.id == id);
    let works_known = wanted.works.iter().all(|id| is_known(*id));
    check.must(works_known, "works", "fault-choice");
    let is_region = wanted.region.is_empty() || regions::region(conn, &wanted.region)?.is_some();
    check.must(is_region, "region", "fault-choice");
    let own = fields::every(conn, network)?;
    for id in wanted.own.keys() {
        let is_own = own.iter().any(|it| it.id == *id);
        check.must(is_own, &format!("custom-{id}"), "fault-choice");
    }
    check.done()?;
    match wanted.group {
        Some(group) => group_in(conn, network, group).map(drop),
        None => Ok(()),
    }
}

fn named(written: Result<(), Fault>) -> Result<(), Halt> {
    written.map_err(|fault| match fault {
        Fault::Taken(name) if name == "mailing_list_network_id_name" => {
            Halt::Refused(vec![Blame::at("name", "register-fault-list-taken")])
        }
        other => Halt::Fault(other),
    })
}

fn about(network: NetworkId, id: MailingListId) -> About {
    About {
        network,
        kind: "mailing_list",
        subject: id.into(),
    }
}

fn filled(
    id: MailingListId,
    network: NetworkId,
    input: &MailingListInput,
    ended: bool,
) -> MailingList {
    MailingList {
        id,
        network,
        name: input.name.clone(),
        about: input.about.clone(),
        wanted: input.wanted.clone(),
        ended,
    }
}

fn compared(conn: &mut Conn<'_>, old: &MailingList, new: &MailingList) -> Result<Changes, Fault> {
    let mut group = |it: &MailingList| match it.wanted.group {
        Some(id) => {
            Ok::<_, Fault>(crate::records::group(conn, id)?.map_or_else(String::new, |it| it.name))
        }
        None => Ok(String::new()),
    };
    let (was_in, is_in) = (group(old)?, group(new)?);
    let contact = |it: &MailingList| match it.wanted.contact {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    let functions = |it: &MailingList| it.wanted.functions.join(", ");
    let names = Names::read(conn, old.network, &[&old.wanted, &new.wanted])?;
    let region = |it: &MailingList| names.region(&it.wanted).to_owned();
    let works = |it: &MailingList| names.works(&it.wanted);
    let none = String::new();
    let own = names
        .fields
        .iter()
        .fold(Changes::default(), |changes, field| {
            let said = |it: &MailingList| it.wanted.own.get(&field.id).unwrap_or(&none).clone();
            changes.open(&field.label, &said(old), &said(new))
        });
    Ok(own
        .open("register-regions", &region(old), &region(new))
        .open("register-works", &works(old), &works(new))
        .open("register-name", &old.name, &new.name)
        .closed("register-list-about", &old.about, &new.about)
        .open("register-list-functions", &functions(old), &functions(new))
        .open("register-contact", contact(old), contact(new))
        .open("register-membership", &old.wanted.kind, &new.wanted.kind)
        .open("register-town", &old.wanted.town, &new.wanted.town)
        .open("register-group", &was_in, &is_in))
}
