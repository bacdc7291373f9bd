//! Organisations and their memberships.

use base::access::Actor;
use base::{Blame, Fault, Halt, MembershipId, Moment, NetworkId, OrganisationId};
use jiff::civil::Date;
use store::Conn;

use super::{Check, finding};
use crate::records::{self, About, Changes};
use crate::rules;
use crate::types::{Membership, MembershipKind, Organisation, Term};

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

/// How an organisation joins a network.
#[derive(Clone, Copy, Debug)]
pub struct MembershipInput {
    /// The organisation.
    pub organisation: OrganisationId,
    /// How it belongs.
    pub kind: MembershipKind,
    /// From when to when.
    pub term: Term,
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
    named(records::update_organisation(conn, &new))?;
    finding::find_organisation(conn, moment, &new)?;
    if old.name != new.name {
        finding::find_people_at(conn, moment, &new)?;
    }
    let (about, detail) = (about(network, id), changes.detail());
    records::note(conn, moment, who, about, "register-changed", detail)?;
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

/// Enters a membership.
///
/// # Errors
/// Refused where the term ends before it begins, or the same membership already holds.
pub fn add_membership(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &MembershipInput,
) -> Result<MembershipId, Halt> {
    organisation_in(conn, network, input.organisation)?;
    let mut check = Check::default();
    check.must(
        rules::is_ordered(input.term),
        "until",
        "register-fault-term",
    );
    check.done()?;
    let twice = records::memberships_of(conn, input.organisation)?
        .iter()
        .any(|it| it.kind == input.kind && rules::overlap(it.term, input.term));
    if twice {
        return Err(Halt::at("kind", "register-fault-membership-twice"));
    }
    let id: MembershipId = moment.id();
    let membership = Membership {
        id,
        network,
        organisation: input.organisation,
        kind: input.kind,
        term: input.term,
    };
    records::insert_membership(conn, &membership)?;
    let change = Changes::default()
        .open("register-membership", "", input.kind.word())
        .term(Term::default(), input.term);
    let about = about(network, input.organisation);
    let detail = change.detail();
    records::note(
        conn,
        moment,
        who,
        about,
        "register-membership-added",
        detail,
    )?;
    Ok(id)
}

/// Enters a membership's last day; none lets it go on.
///
/// # Errors
/// Missing in another network; refused where the day lies before the first.
pub fn end_membership(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, MembershipId),
    until: Option<Date>,
) -> Result<OrganisationId, Halt> {
    let old = records::membership(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)?;
    let term = super::ended_term(old.term, until)?;
    let twice = records::memberships_of(conn, old.organisation)?
        .iter()
        .any(|it| it.id != id && it.kind == old.kind && rules::overlap(it.term, term));
    if twice {
        return Err(Halt::at("until", "register-fault-membership-twice"));
    }
    records::end_membership(conn, id, until)?;
    let changes = Changes::default()
        .term(old.term, term)
        .about("register-membership", old.kind.word());
    let verb = super::ending_verb(
        until,
        "register-membership-ended",
        "register-membership-resumed",
    );
    let (about, detail) = (about(network, old.organisation), changes.detail());
    records::note(conn, moment, who, about, verb, detail)?;
    Ok(old.organisation)
}

fn check(input: &OrganisationInput) -> Result<(), Halt> {
    let mut check = Check::default();
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
    check.done()
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
