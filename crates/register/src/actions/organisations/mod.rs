//! Organisations: the record with everything that its form shows, and its memberships.

mod changes;
mod memberships;
mod parts;
mod sheets;
mod works;

use base::access::Actor;
use base::{Blame, Fault, Halt, Moment, NetworkId, OrganisationId};
use store::Conn;

pub use changes::*;
pub use memberships::*;
pub(crate) use parts::{Names, told};
pub use sheets::*;
pub use works::*;

use super::{Check, finding};
use crate::records::{self, About, Changes};
use crate::rules;
use crate::types::Organisation;

/// What is known of an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationInput {
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// Telephone number.
    pub phone: String,
    /// Mail address.
    pub mail: String,
    /// Web address.
    pub web: String,
    /// Whether it can receive the others.
    pub can_host: bool,
    /// What the office notes for itself.
    pub note: String,
}

/// An organisation of this network.
pub(crate) fn organisation_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: OrganisationId,
) -> Result<Organisation, Halt> {
    records::organisation(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)
}

/// Enters an organisation.
///
/// # Errors
/// Refused where the name is missing or taken.
pub fn add_organisation(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &OrganisationInput,
) -> Result<OrganisationId, Halt> {
    check(input)?;
    let id: OrganisationId = moment.id();
    let organisation = filled(id, network, input, false);
    named(records::insert_organisation(conn, &organisation))?;
    finding::find_organisation(conn, moment, &organisation)?;
    let about = about(network, id);
    records::note(
        conn,
        moment,
        who,
        about,
        "register-added",
        organisation.name,
    )?;
    Ok(id)
}

/// Changes an organisation's record.
///
/// # Errors
/// Missing in another network; refused where the name is missing or taken.
pub fn change_organisation(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, OrganisationId),
    input: &OrganisationInput,
) -> Result<(), Halt> {
    let old = organisation_in(conn, network, id)?;
    check(input)?;
    let new = filled(id, network, input, old.ended);
    let changes = compared(&old, &new);
    if changes.is_empty() {
        return Ok(());
    }
    write_main(conn, moment, (&old, &new))?;
    let (about, detail) = (about(network, id), changes.detail());
    records::note(conn, moment, who, about, "register-changed", detail)?;
    Ok(())
}

/// Writes a record's main part and what finds it.
fn write_main(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (old, new): (&Organisation, &Organisation),
) -> Result<(), Halt> {
    named(records::update_organisation(conn, new))?;
    finding::find_organisation(conn, moment, new)?;
    if old.name != new.name {
        finding::find_people_at(conn, moment, new)?;
    }
    Ok(())
}

/// Closes an organisation's record, or opens it again.
///
/// # Errors
/// Missing in another network.
pub fn close_organisation(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, OrganisationId),
    closed: bool,
) -> Result<(), Halt> {
    let mut organisation = organisation_in(conn, network, id)?;
    if organisation.ended == closed {
        return Ok(());
    }
    organisation.ended = closed;
    records::update_organisation(conn, &organisation)?;
    finding::find_organisation(conn, moment, &organisation)?;
    let about = about(network, id);
    Ok(records::note_closed(
        conn,
        moment,
        who,
        about,
        (closed, organisation.name),
    )?)
}

fn check(input: &OrganisationInput) -> Result<(), Halt> {
    let mut check = Check::default();
    check_main(&mut check, input);
    check.done()
}

fn check_main(check: &mut Check, input: &OrganisationInput) {
    check.filled(&input.name, "name");
    check.must(
        input.web.is_empty() || rules::is_web_address(&input.web),
        "web",
        "register-fault-web",
    );
    check.must(
        input.mail.is_empty() || shell::looks_like_mail(&input.mail),
        "mail",
        "fault-mail",
    );
}

fn named(written: Result<(), Fault>) -> Result<(), Halt> {
    written.map_err(|fault| match fault {
        Fault::Taken(name) if name == "organisation_network_id_name" => {
            Halt::Refused(vec![Blame::at("name", "register-fault-name-taken")])
        }
        other => Halt::Fault(other),
    })
}

pub(super) fn about(network: NetworkId, id: OrganisationId) -> About {
    About {
        network,
        kind: "organisation",
        subject: id.into(),
    }
}

impl From<&Organisation> for OrganisationInput {
    fn from(it: &Organisation) -> Self {
        Self {
            name: it.name.clone(),
            short_name: it.short_name.clone(),
            street: it.street.clone(),
            postcode: it.postcode.clone(),
            town: it.town.clone(),
            phone: it.phone.clone(),
            mail: it.mail.clone(),
            web: it.web.clone(),
            can_host: it.can_host,
            note: it.note.clone(),
        }
    }
}

fn filled(
    id: OrganisationId,
    network: NetworkId,
    input: &OrganisationInput,
    ended: bool,
) -> Organisation {
    Organisation {
        id,
        network,
        name: input.name.clone(),
        short_name: input.short_name.clone(),
        street: input.street.clone(),
        postcode: input.postcode.clone(),
        town: input.town.clone(),
        phone: input.phone.clone(),
        mail: input.mail.clone(),
        web: input.web.clone(),
        can_host: input.can_host,
        note: input.note.clone(),
        ended,
    }
}

fn compared(old: &Organisation, new: &Organisation) -> Changes {
    Changes::default()
        .open("register-name", &old.name, &new.name)
        .open("register-short-name", &old.short_name, &new.short_name)
        .open("register-street", &old.street, &new.street)
        .open("register-postcode", &old.postcode, &new.postcode)
        .open("register-town", &old.town, &new.town)
        .open("register-phone", &old.phone, &new.phone)
        .open("register-mail", &old.mail, &new.mail)
        .open("register-web", &old.web, &new.web)
        .mark("register-can-host", old.can_host, new.can_host)
        .closed("register-note", &old.note, &new.note)
}
