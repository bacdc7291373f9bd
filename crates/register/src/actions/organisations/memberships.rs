//! Memberships: an organisation's ties to networks.

use base::access::Actor;
use base::{Halt, MembershipId, Moment, NetworkId, OrganisationId};
use jiff::civil::Date;
use store::Conn;

use super::{about, organisation_in};
use crate::fields::{self, RecordKind, Values};
use crate::records::{self, Changes};
use crate::types::{Membership, MembershipKind, Term};
use crate::{actions, rules};

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
    enter(conn, moment, who, network, input)
}

/// Enters a membership in another network than the one whose office keeps the record: a member
/// here may be a partner there.
///
/// # Errors
/// Refused where the one who acts is not of that network's office, and as in
/// [`add_membership`].
pub fn add_membership_elsewhere(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (keeper, network): (NetworkId, NetworkId),
    input: &MembershipInput,
) -> Result<MembershipId, Halt> {
    organisation_in(conn, keeper, input.organisation)?;
    if !who.is_office_of(network) {
        return Err(Halt::at("network", "fault-choice"));
    }
    let id = enter(conn, moment, who, network, input)?;
    records::mark_elsewhere(conn, id)?;
    Ok(id)
}

fn enter(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &MembershipInput,
) -> Result<MembershipId, Halt> {
    if !rules::is_ordered(input.term) {
        return Err(Halt::at("until", "register-fault-term"));
    }
    let twice = records::memberships_of(conn, input.organisation)?
        .iter()
        .any(|it| it.network == network && it.kind == input.kind && it.term.overlaps(input.term));
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
    let term = actions::ended_term(old.term, until)?;
    let twice = records::memberships_of(conn, old.organisation)?
        .iter()
        .any(|it| {
            it.id != id
                && it.network == old.network
                && it.kind == old.kind
                && it.term.overlaps(term)
        });
    if twice {
        return Err(Halt::at("until", "register-fault-membership-twice"));
    }
    records::end_membership(conn, id, until)?;
    let changes = Changes::default()
        .term(old.term, term)
        .about("register-membership", old.kind.word());
    let verb = actions::ending_verb(
        until,
        "register-membership-ended",
        "register-membership-resumed",
    );
    let (about, detail) = (about(network, old.organisation), changes.detail());
    records::note(conn, moment, who, about, verb, detail)?;
    Ok(old.organisation)
}

/// Fills the network's own fields of a membership that has just been entered.
///
/// # Errors
/// Refused where a field is filled wrongly.
pub fn fill_membership(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, of): (NetworkId, fields::Of),
    typed: &Values,
) -> Result<(), Halt> {
    let defined = fields::of(conn, network, of.kind)?;
    let none = Values::new();
    let values = fields::checked(&defined, typed, &none).map_err(Halt::Refused)?;
    Ok(fields::write(conn, moment, of, (&none, &values))?)
}

/// Changes a membership's days and what stands in the network's own fields.
///
/// # Errors
/// Missing in another network; refused where the term ends before it begins or overlaps, or a
/// field is filled wrongly.
pub fn change_membership(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, MembershipId),
    (term, typed): (Term, &Values),
) -> Result<Membership, Halt> {
    let old = records::membership(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)?;
    if !rules::is_ordered(term) {
        return Err(Halt::at("until", "register-fault-term"));
    }
    let twice = records::memberships_of(conn, old.organisation)?
        .iter()
        .any(|it| {
            it.id != id && it.network == network && it.kind == old.kind && it.term.overlaps(term)
        });
    if twice {
        return Err(Halt::at("from", "register-fault-membership-twice"));
    }
    let of = fields::Of {
        kind: RecordKind::Membership,
        id: id.into(),
    };
    let defined = fields::of(conn, network, of.kind)?;
    let before = fields::values(conn, of.kind, of.id)?;
    let after = fields::checked(&defined, typed, &before).map_err(Halt::Refused)?;
    let changes = Changes::default().term(old.term, term);
    let changes = fields::compared(&defined, (&before, &after), changes);
    if changes.is_empty() {
        return Ok(old);
    }
    records::write_membership_term(conn, id, term)?;
    fields::write(conn, moment, of, (&before, &after))?;
    let (about, detail) = (about(network, old.organisation), changes.detail());
    records::note(
        conn,
        moment,
        who,
        about,
        "register-membership-changed",
        detail,
    )?;
    Ok(Membership { term, ..old })
}
