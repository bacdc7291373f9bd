//! Giving roles and taking them back.

use base::access::{Actor, Role, may_give};
use base::{AccountId, Blame, Fault, Halt, Moment, NetworkId, PersonId, RoleAssignmentId};
use jiff::civil::Date;
use store::Conn;

use super::news::{self, News, What};
use super::offices::{self, local_day};
use super::rules::{Assignment, Place, can_hold};
use super::{records, watch};
use crate::actions::{Check, create_account, person_in};
use crate::records::{self as register, About, Changes, accounts};
use crate::rules;
use crate::types::Term;

/// A role that is to be given.
#[derive(Clone, Copy, Debug)]
pub struct Giving {
    /// The role.
    pub role: Role,
    /// Where it is to hold.
    pub place: Place,
    /// From when until when.
    pub term: Term,
}

/// Gives a person a role; whoever has no account yet gets one. A role that the person has at
/// this place already gets the new term.
///
/// # Errors
/// Missing in another network; refused where the role does not fit the place, its term is no
/// term, the giver may not give it, or the person has no mail address.
pub fn give_role_to(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, person): (NetworkId, PersonId),
    giving: &Giving,
) -> Result<(), Halt> {
    let today = local_day(conn, network, moment)?;
    check(giving, today)?;
    let name = name_of(conn, network, giving.place)?;
    let known = person_in(conn, network, person)?;
    if known.ended {
        return Err(Halt::Missing);
    }
    if known.mail.is_empty() && accounts::account_of(conn, person)?.is_none() {
        return Err(Halt::at("who", "register-fault-account-mail"));
    }
    let account = create_account(conn, moment, who, network, person)?;
    may(who, giving.role, network, account)?;
    if giving.role.is_standing() {
        let given = (giving.role, giving.term);
        return offices::give(conn, moment, who, (network, person), given);
    }
    let whom = (network, person, account);
    assign(conn, moment, who, whom, (giving, &name))
}

fn may(who: &Actor, role: Role, network: NetworkId, account: AccountId) -> Result<(), Halt> {
    if may_give(who, role, network, account) {
        return Ok(());
    }
    Err(Halt::at("role", "register-fault-role-giver"))
}

fn check(giving: &Giving, today: Date) -> Result<(), Halt> {
    let term = giving.term;
    let mut check = Check::default();
    let fits = can_hold(giving.role, giving.place);
    check.must(fits, "place", "register-fault-role-place");
    check.must(rules::is_ordered(term), "until", "register-fault-term");
    let is_past = term.until.is_some_and(|until| until < today);
    check.must(!is_past, "until", "register-fault-role-past");
    check.done()
}

/// What a place is called; empty for the whole network.
fn name_of(conn: &mut Conn<'_>, network: NetworkId, place: Place) -> Result<String, Halt> {
    let gone = || Halt::Refused(vec![Blame::at("place", "register-fault-role-gone")]);
    match place {
        Place::Network => Ok(String::new()),
        Place::Group(id) => {
            let groups = register::groups_of(conn, network)?;
            let group = groups.into_iter().find(|it| it.id == id);
            Ok(group.ok_or_else(gone)?.name)
        }
        Place::Record(kind, id) => {
            let found = conn.indexed_in(network, kind, id)?;
            Ok(found.ok_or_else(gone)?.title)
        }
    }
}

/// The same, and nothing where the place is gone.
pub(super) fn known_name(
    conn: &mut Conn<'_>,
    network: NetworkId,
    place: Place,
) -> Result<String, Fault> {
    match name_of(conn, network, place) {
        Err(Halt::Fault(fault)) => Err(fault),
        other => Ok(other.unwrap_or_default()),
    }
}

fn assign(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, person, account): (NetworkId, PersonId, AccountId),
    (giving, name): (&Giving, &str),
) -> Result<(), Halt> {
    let given = records::of_account(conn, (network, account))?;
    let mut given = given.into_iter();
    let known = given.find(|it| it.role == giving.role && it.place == giving.place);
    let (id, what, before) = match known {
        Some(known) if known.term == giving.term => return Ok(()),
        Some(known) => {
            records::set_term(conn, known.id, giving.term)?;
            (known.id, What::Changed, known.term)
        }
        None => {
            let id: RoleAssignmentId = moment.id();
            let it = Assignment {
                id,
                account,
                network,
                role: giving.role,
                place: giving.place,
                term: giving.term,
            };
            records::insert(conn, &it, moment.now())?;
            (id, What::Given, Term::default())
        }
    };
    let verb = match what {
        What::Changed => "register-role-changed",
        _ => "register-role-given",
    };
    let changes = Changes::default().term(before, giving.term);
    let (told, to) = (told(changes, giving.role, name), (network, person));
    note(conn, moment, who, to, (verb, told))?;
    let news = News::of(what, (giving.role, giving.place, name), giving.term);
    news::tell(conn, moment, who, to, &news)?;
    Ok(watch::end(
        conn,
        moment,
        to,
        (&id.to_string(), giving.term),
    )?)
}

/// Takes a role back that was given for a term.
///
/// # Errors
/// Missing in another network; refused where the taker may not take it.
pub fn take_assignment(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, RoleAssignmentId),
) -> Result<(), Halt> {
    let it = records::assignment(conn, id)?.filter(|it| it.network == network);
    let it = it.ok_or(Halt::Missing)?;
    if !may_give(who, it.role, network, it.account) {
        return Err(Halt::no("register-fault-role-giver"));
    }
    let holder = records::holder(conn, network, it.account)?;
    let person = holder.and_then(|it| it.person).ok_or(Halt::Missing)?;
    Ok(strike(conn, moment, who, (person, &it))?)
}

fn strike(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (person, it): (PersonId, &Assignment),
) -> Result<(), Fault> {
    records::delete(conn, it.id)?;
    let name = known_name(conn, it.network, it.place)?;
    let told = told(Changes::default(), it.role, &name);
    let at = (it.network, person);
    note(conn, moment, who, at, ("register-role-taken", told))?;
    let today = local_day(conn, it.network, moment)?;
    if it.term.until.is_some_and(|until| until < today) {
        return Ok(());
    }
    let news = News::of(What::Taken, (it.role, it.place, &name), it.term);
    news::tell(conn, moment, who, at, &news)
}

/// Takes from a person whose record is closed what the network gave for a term.
pub(super) fn leave_assignments(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, person): (NetworkId, PersonId),
) -> Result<(), Fault> {
    for it in of_person(conn, (network, person))? {
        strike(conn, moment, who, (person, &it))?;
    }
    Ok(())
}

/// What a network gave a person for a term.
pub(crate) fn of_person(
    conn: &mut Conn<'_>,
    (network, person): (NetworkId, PersonId),
) -> Result<Vec<Assignment>, Fault> {
    match accounts::account_of(conn, person)? {
        Some(account) => records::of_account(conn, (network, account.id)),
        None => Ok(Vec::new()),
    }
}

/// Which role at which place the changes are about.
pub(super) fn told(changes: Changes, role: Role, place: &str) -> Changes {
    let changes = if place.is_empty() {
        changes
    } else {
        changes.about("register-role-place", place)
    };
    changes.about("register-role", role.word())
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, person): (NetworkId, PersonId),
    (verb, changes): (&'static str, Changes),
) -> Result<(), Fault> {
    let about = About {
        network,
        kind: "person",
        subject: person.into(),
    };
    register::note(conn, moment, who, about, verb, changes.detail())
}
