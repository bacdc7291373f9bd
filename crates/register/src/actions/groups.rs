//! Groups and who is in them.

use base::access::Actor;
use base::{Fault, GroupId, GroupMemberId, Halt, Moment, NetworkId};
use jiff::civil::Date;
use store::Conn;

use super::Check;
use super::organisations::organisation_in;
use super::people::person_in;
use crate::records::{self, About, Changes, slugs};
use crate::rules;
use crate::types::{Group, GroupMember, Party, Term};

/// The kind under which groups keep their old slugs.
pub(crate) const SLUG_KIND: &str = "group";

/// What is known of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupInput {
    /// Its name.
    pub name: String,
    /// Its path segment; made of the name where it is empty.
    pub slug: String,
    /// What it does.
    pub about: String,
    /// The group that it is part of.
    pub parent: Option<GroupId>,
}

/// Who is to be in a group.
#[derive(Clone, Debug)]
pub struct GroupMemberInput {
    /// The group.
    pub group: GroupId,
    /// Who it is.
    pub party: Party,
    /// What it is in the group.
    pub title: String,
    /// Whether it leads the group; an organisation leads through its contacts.
    pub leader: bool,
    /// From when to when.
    pub term: Term,
}

/// A group of this network.
pub(crate) fn group_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: GroupId,
) -> Result<Group, Halt> {
    records::group(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)
}

/// Enters a group.
///
/// # Errors
/// Refused where the name is missing or the slug taken; missing where the group above is in
/// another network.
pub fn add_group(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &GroupInput,
) -> Result<GroupId, Halt> {
    let slug = slug_of(input)?;
    let id: GroupId = moment.id();
    let above = name_above(conn, network, input.parent)?;
    let group = Group {
        id,
        network,
        slug,
        name: input.name.clone(),
        about: input.about.clone(),
        parent: input.parent,
        ended: false,
    };
    addressed(records::insert_group(conn, &group))?;
    let changes = Changes::default()
        .open("register-name", "", &group.name)
        .open("register-group-parent", "", &above);
    let (about, detail) = (about(network, id), changes.detail());
    records::note(conn, moment, who, about, "register-added", detail)?;
    Ok(id)
}

/// Changes a group's record; an old address goes on leading to it.
///
/// # Errors
/// Missing in another network; refused where the name is missing, the slug taken, or the group
/// above lies below this one.
pub fn change_group(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, GroupId),
    input: &GroupInput,
) -> Result<(), Halt> {
    let old = group_in(conn, network, id)?;
    let new = Group {
        slug: slug_of(input)?,
        name: input.name.clone(),
        about: input.about.clone(),
        parent: input.parent,
        ..old.clone()
    };
    let above = name_above(conn, network, new.parent)?;
    let was_above = name_above(conn, network, old.parent)?;
    let changes = Changes::default()
        .open("register-name", &old.name, &new.name)
        .open("register-slug", &old.slug, &new.slug)
        .open("register-group-parent", &was_above, &above)
        .closed("register-group-about", &old.about, &new.about);
    if changes.is_empty() {
        return Ok(());
    }
    let parents: Vec<_> = records::every_group_of(conn, network)?
        .into_iter()
        .map(|it| (it.id, it.parent))
        .collect();
    if rules::makes_circle(&parents, id, new.parent) {
        return Err(Halt::at("parent", "register-fault-group-circle"));
    }
    addressed(records::update_group(conn, &new))?;
    if old.slug != new.slug {
        slugs::keep_old_slug(conn, network, SLUG_KIND, &old.slug, id)?;
    }
    let (about, detail) = (about(network, id), changes.detail());
    records::note(conn, moment, who, about, "register-changed", detail)?;
    Ok(())
}

/// Ends a group, or takes it up again.
///
/// # Errors
/// Missing in another network.
pub fn close_group(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, GroupId),
    closed: bool,
) -> Result<(), Halt> {
    let mut group = group_in(conn, network, id)?;
    if group.ended == closed {
        return Ok(());
    }
    group.ended = closed;
    records::update_group(conn, &group)?;
    let about = about(network, id);
    Ok(records::note_closed(
        conn,
        moment,
        who,
        about,
        (closed, group.name),
    )?)
}

/// Enters somebody into a group.
///
/// # Errors
/// Missing in another network; refused where the party is in it already or where the term ends
/// before it begins.
pub fn add_group_member(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &GroupMemberInput,
) -> Result<GroupMemberId, Halt> {
    let group = group_in(conn, network, input.group)?;
    let name = match input.party {
        Party::Person(person) => person_in(conn, network, person)?.name,
        Party::Organisation(organisation) => organisation_in(conn, network, organisation)?.name,
    };
    let mut check = Check::default();
    check.must(
        rules::is_ordered(input.term),
        "until",
        "register-fault-term",
    );
    check.done()?;
    refuse_twice(conn, input.group, None, input.party, input.term)?;
    let id: GroupMemberId = moment.id();
    records::insert_group_member(conn, id, input)?;
    let changes = Changes::default()
        .open("register-function-in-group", "", &input.title)
        .mark("register-leader", false, input.leader)
        .term(Term::default(), input.term);
    let part = (&group, input.party, name.as_str());
    note_part(conn, moment, who, part, ("register-joined", changes))?;
    Ok(id)
}

/// The history of somebody's part in a group stands with both.
pub(crate) fn note_part(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (group, party, name): (&Group, Party, &str),
    (verb, changes): (&'static str, Changes),
) -> Result<(), Fault> {
    let of = changes.clone().about("register-member", name);
    let at = about(group.network, group.id);
    records::note(conn, moment, who, at, verb, of.detail())?;
    let at = match party {
        Party::Person(person) => super::people::about(group.network, person),
        Party::Organisation(it) => super::organisations::about(group.network, it),
    };
    let detail = changes.about("register-group", &group.name).detail();
    records::note(conn, moment, who, at, verb, detail)
}

/// Enters the last day in a group; none lets it go on.
///
/// # Errors
/// Missing in another network; refused where the day lies before the first.
pub fn end_group_member(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, GroupMemberId),
    until: Option<Date>,
) -> Result<Group, Halt> {
    let (old, group) = group_member_in(conn, network, id)?;
    let term = super::ended_term(old.term, until)?;
    refuse_twice(conn, group.id, Some(id), old.party, term)?;
    records::end_group_member(conn, id, until)?;
    let changes = Changes::default().term(old.term, term);
    let verb = super::ending_verb(until, "register-left", "register-rejoined");
    let part = (&group, old.party, old.name.as_str());
    note_part(conn, moment, who, part, (verb, changes))?;
    Ok(group)
}

/// An entry of a group of this network.
pub(crate) fn group_member_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: GroupMemberId,
) -> Result<(GroupMember, Group), Halt> {
    let member = records::group_member(conn, id)?.ok_or(Halt::Missing)?;
    let group = group_in(conn, network, member.group)?;
    Ok((member, group))
}

fn name_above(
    conn: &mut Conn<'_>,
    network: NetworkId,
    parent: Option<GroupId>,
) -> Result<String, Halt> {
    parent.map_or_else(
        || Ok(String::new()),
        |parent| group_in(conn, network, parent).map(|it| it.name),
    )
}

fn refuse_twice(
    conn: &mut Conn<'_>,
    group: GroupId,
    id: Option<GroupMemberId>,
    party: Party,
    term: Term,
) -> Result<(), Halt> {
    let twice = records::group_members(conn, group)?
        .iter()
        .any(|it| Some(it.id) != id && it.party == party && it.term.overlaps(term));
    if twice {
        return Err(Halt::at("party", "register-fault-member-twice"));
    }
    Ok(())
}

fn slug_of(input: &GroupInput) -> Result<String, Halt> {
    let slug = if input.slug.is_empty() {
        base::slug(&input.name)
    } else {
        input.slug.clone()
    };
    let mut check = Check::default();
    check.filled(&input.name, "name");
    if !input.name.trim().is_empty() {
        check.must(rules::is_slug(&slug), "slug", "register-fault-slug");
        check.must(slug != "neu", "slug", "register-fault-slug-reserved");
    }
    check.done()?;
    Ok(slug)
}

fn addressed(written: Result<(), Fault>) -> Result<(), Halt> {
    written.map_err(|fault| match fault {
        Fault::Taken(name) if name == "network_group_network_id_slug" => {
            Halt::at("slug", "register-fault-slug-taken")
        }
        other => Halt::Fault(other),
    })
}

fn about(network: NetworkId, id: GroupId) -> About {
    About {
        network,
        kind: "group",
        subject: id.into(),
    }
}
