//! Giving a function to somebody else, and taking that back: each one transaction.

use base::access::Actor;
use base::{FunctionId, GroupMemberId, Halt, HandoverId, Moment, NetworkId, PersonId};
use jiff::ToSpan;
use jiff::civil::Date;
use store::Conn;

use super::{GroupPart, Handover, records};
use crate::actions::{
    self, Check, FunctionInput, GroupMemberInput, PersonInput, Tied, function_in, group_member_in,
    person_in,
};
use crate::records::{About, Changes, note};
use crate::types::{Function, Group, GroupMember, Party, Term};

/// Who gets a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Successor {
    /// Somebody who is entered already.
    Known(PersonId),
    /// Somebody new.
    New {
        /// The name as it is shown.
        name: String,
        /// The mail address; may be empty.
        mail: String,
    },
}

/// How a function goes to somebody else.
#[derive(Clone, Debug)]
pub struct HandoverInput {
    /// The function.
    pub function: FunctionId,
    /// The last day of the one who has it; the next one has it from the day after.
    pub last_day: Date,
    /// Who gets it.
    pub successor: Successor,
    /// The parts in groups that go along.
    pub groups: Vec<GroupMemberId>,
}

/// What a handover would do, with nothing written yet.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub(super) function: Function,
    /// The successor's name.
    pub(super) name: String,
    /// From when to when the successor has it.
    pub(super) term: Term,
    pub(super) parts: Vec<(GroupMember, Group)>,
}

/// The term after a day, up to the end that was planned for the whole.
fn rest(term: Term, last_day: Date) -> Term {
    Term {
        from: last_day.checked_add(1.day()).ok(),
        until: term.until.filter(|until| *until > last_day),
    }
}

/// What a handover would do.
///
/// # Errors
/// Missing in another network; refused where the function has not begun or has ended by that
/// day, where nobody new is named, or the function has gone to somebody already.
pub(super) fn plan(
    conn: &mut Conn<'_>,
    network: NetworkId,
    input: &HandoverInput,
) -> Result<Planned, Halt> {
    let function = function_in(conn, network, input.function)?;
    let mut check = Check::default();
    let gone = super::handovers_of(conn, function.person)?;
    check.must(
        gone.iter().all(|it| it.old != function.id),
        "last_day",
        "register-fault-handed-over",
    );
    check.must(
        function.term.holds_on(input.last_day),
        "last_day",
        "register-fault-handover-day",
    );
    let name = match &input.successor {
        Successor::Known(id) => {
            let person = person_in(conn, network, *id)?;
            let other = person.id != function.person;
            check.must(other, "successor", "register-fault-handover-same");
            check.must(!person.ended, "successor", "register-fault-handover-closed");
            person.name
        }
        Successor::New { name, mail } => {
            check.filled(name, "name");
            let is_mail = mail.is_empty() || shell::looks_like_mail(mail);
            check.must(is_mail, "mail", "fault-mail");
            name.clone()
        }
    };
    check.done()?;
    let mut parts = Vec::new();
    for id in &input.groups {
        let (member, group) = group_member_in(conn, network, *id)?;
        let is_own = member.party == Party::Person(function.person);
        if !is_own || !member.term.holds_on(input.last_day) {
            return Err(Halt::at("groups", "register-fault-handover-group"));
        }
        parts.push((member, group));
    }
    Ok(Planned {
        term: rest(function.term, input.last_day),
        function,
        name,
        parts,
    })
}

/// Ends a function on a day and gives it to somebody else from the day after, with the same
/// name and marks and with the parts in groups that go along. Tasks stay with who has them.
///
/// # Errors
/// Missing in another network; refused where the function has not begun or has ended by that
/// day, where nobody new is named, or the function has gone to somebody already.
pub fn hand_over(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &HandoverInput,
) -> Result<HandoverId, Halt> {
    let planned = plan(conn, network, input)?;
    let old = &planned.function;
    let person = match &input.successor {
        Successor::Known(person) => *person,
        Successor::New { name, mail } => {
            let input = PersonInput {
                name: name.clone(),
                mail: mail.clone(),
                ..PersonInput::default()
            };
            actions::add_person(conn, moment, who, network, &input)?
        }
    };
    let last_day = Some(input.last_day);
    actions::end_function(conn, moment, who, (network, old.id), last_day)?;
    let function = FunctionInput {
        person,
        organisation: old.organisation,
        title: old.title.clone(),
        contact: old.contact,
        voting: old.voting,
        term: planned.term,
    };
    let handover = Handover {
        id: moment.id(),
        network,
        old: old.id,
        new: actions::add_function(conn, moment, who, network, &function)?,
        last_day: input.last_day,
        until_before: old.term.until,
        made_by: who.name.clone(),
    };
    records::insert(conn, &handover, moment.now())?;
    for (member, _) in &planned.parts {
        pass_on(conn, moment, who, &handover, (member, person))?;
    }
    if old.contact {
        let both = (network, old.person, person);
        crate::entrusting::entrust_successor(conn, moment, who, both)?;
    }
    let changes = Changes::default()
        .open("register-successor", &old.person_name, &planned.name)
        .about("register-function", &old.title);
    note_of(
        conn,
        moment,
        who,
        old.person,
        (network, "register-handed-over", &changes),
    )?;
    note_of(
        conn,
        moment,
        who,
        person,
        (network, "register-handed-over", &changes),
    )?;
    Ok(handover.id)
}

/// Ends a part in a group and lets somebody else go on with it; who is in the group already
/// stays as they are, unless there is a lead to take over.
fn pass_on(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    handover: &Handover,
    (member, to): (&GroupMember, PersonId),
) -> Result<(), Halt> {
    let last_day = Some(handover.last_day);
    let term = rest(member.term, handover.last_day);
    let end = |conn: &mut Conn<'_>, moment: &mut Moment, id: GroupMemberId| {
        actions::end_group_member(conn, moment, who, (handover.network, id), last_day)
    };
    end(conn, moment, member.id)?;
    let mut part = GroupPart {
        old: member.id,
        new: None,
        until_before: member.term.until,
    };
    let others = crate::records::group_members(conn, member.group)?;
    let known: Vec<_> = others
        .into_iter()
        .filter(|it| it.party == Party::Person(to) && it.term.overlaps(term))
        .collect();
    let takes_lead = member.leader
        && known
            .iter()
            .all(|it| !it.leader && it.term.holds_on(handover.last_day));
    if known.is_empty() || takes_lead {
        for it in known {
            end(conn, moment, it.id)?;
            let ended = GroupPart {
                old: it.id,
                new: None,
                until_before: it.term.until,
            };
            records::insert_part(conn, (moment.id(), handover.id), ended)?;
        }
        let input = GroupMemberInput {
            group: member.group,
            party: Party::Person(to),
            title: member.title.clone(),
            leader: member.leader,
            term,
        };
        let new = actions::add_group_member(conn, moment, who, handover.network, &input)?;
        part.new = Some(new);
    }
    records::insert_part(conn, (moment.id(), handover.id), part)?;
    Ok(())
}

/// A handover of this network.
pub(super) fn handover_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: HandoverId,
) -> Result<Handover, Halt> {
    records::handover(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)
}

/// Takes a handover back: everything holds again as it did before. Somebody who was entered
/// for it stays entered.
///
/// # Errors
/// Missing in another network; refused where one of the functions or parts was changed since.
pub fn take_back(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, HandoverId),
) -> Result<PersonId, Halt> {
    let handover = handover_in(conn, network, id)?;
    let old = function_in(conn, network, handover.old)?;
    let new = function_in(conn, network, handover.new)?;
    let was = Term {
        until: handover.until_before,
        ..old.term
    };
    let is_as_left = old.term.until == Some(handover.last_day)
        && new.term == rest(was, handover.last_day)
        && (&new.title, new.contact, new.voting) == (&old.title, old.contact, old.voting);
    if !is_as_left {
        return Err(Halt::no("register-fault-handover-changed"));
    }
    let parts = records::parts(conn, id)?;
    records::delete(conn, id)?;
    for part in parts.iter().filter_map(|part| part.new) {
        let (member, group) = group_member_in(conn, network, part)?;
        crate::records::delete_group_member(conn, part)?;
        let changes = Changes::default().term(member.term, Term::default());
        let at = (&group, member.party, member.name.as_str());
        actions::note_part(conn, moment, who, at, ("register-part-removed", changes))?;
    }
    for part in parts {
        actions::end_group_member(conn, moment, who, (network, part.old), part.until_before)?;
    }
    crate::records::delete_function(conn, new.id)?;
    let changes = Changes::default()
        .term(new.term, Term::default())
        .about("register-function", &new.title);
    Tied::of(network, &new).note(conn, moment, who, "register-function-removed", changes)?;
    actions::finding::find_person(conn, moment, new.person)?;
    actions::end_function(conn, moment, who, (network, old.id), handover.until_before)?;
    let changes = Changes::default()
        .open("register-successor", &new.person_name, &old.person_name)
        .about("register-function", &old.title);
    note_of(
        conn,
        moment,
        who,
        old.person,
        (network, "register-handover-undone", &changes),
    )?;
    Ok(old.person)
}

fn note_of(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    person: PersonId,
    (network, verb, changes): (NetworkId, &'static str, &Changes),
) -> Result<(), Halt> {
    let about = About {
        network,
        kind: "person",
        subject: person.into(),
    };
    Ok(note(conn, moment, who, about, verb, changes.detail())?)
}
