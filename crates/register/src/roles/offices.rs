//! Office and data protection: given for a term, or until they are taken. No act leaves a network
//! without its office at once; that a term will is said ahead of time.

use base::access::{Actor, Role};
use base::{AccountId, Fault, Halt, Moment, NetworkId, PersonId};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use store::Conn;

use super::actions::{leave_assignments, told};
use super::news::{self, News, What};
use super::rules::{Place, uncovered};
use super::watch;
use crate::actions::person_in;
use crate::records::{self as register, About, Changes, accounts};
use crate::types::Term;

/// Gives a person's account the office role in the network until it is taken, or takes it.
///
/// # Errors
/// Missing where the person has no account; refused where nobody of the office would be left,
/// or for who watches over data protection.
pub fn set_office(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    at: (NetworkId, PersonId),
    is_office: bool,
) -> Result<(), Halt> {
    set(conn, moment, who, at, (Role::Office, is_office))
}

/// Lets a person's account watch over the network's data protection, or no longer.
///
/// Who runs the office is watched, and so does not watch.
///
/// # Errors
/// Missing where the person has no account or the record is closed; refused for who runs the
/// office.
pub fn set_protection(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    at: (NetworkId, PersonId),
    protects: bool,
) -> Result<(), Halt> {
    set(conn, moment, who, at, (Role::DataProtection, protects))
}

fn set(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, person): (NetworkId, PersonId),
    (role, is_given): (Role, bool),
) -> Result<(), Halt> {
    person_in(conn, network, person)?;
    if accounts::account_of(conn, person)?.is_none() {
        return Err(Halt::Missing);
    }
    let at = (network, person);
    if is_given {
        give(conn, moment, who, at, (role, Term::default()))
    } else {
        take(conn, moment, who, at, role)
    }
}

/// Gives a person's account one of these roles for a term, or the one that it has another term.
pub(super) fn give(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, person): (NetworkId, PersonId),
    (role, term): (Role, Term),
) -> Result<(), Halt> {
    let is_closed = person_in(conn, network, person)?.ended;
    let account = accounts::account_of(conn, person)?.filter(|_| !is_closed);
    let at = (network, account.ok_or(Halt::Missing)?.id);
    let today = local_day(conn, network, moment)?;
    let (other, fault) = match role {
        Role::Office => (Role::DataProtection, "register-fault-watches"),
        _ => (Role::Office, "register-fault-watched"),
    };
    let against = accounts::term_of(conn, at, other)?;
    if against.is_some_and(|it| it.meets(term, today)) {
        return Err(Halt::no(fault));
    }
    let before = accounts::term_of(conn, at, role)?;
    if before == Some(term) {
        return Ok(());
    }
    if role == Role::Office && leaves_nobody(conn, at, Some(term), today)? {
        return Err(Halt::no("register-fault-last-office"));
    }
    accounts::set_role(conn, at, (role, term))?;
    let changes = Changes::default().term(before.unwrap_or_default(), term);
    let (verb, what) = match (before, role) {
        (Some(_), _) => ("register-role-changed", What::Changed),
        (None, Role::Office) => ("register-office-given", What::Given),
        (None, _) => ("register-protection-given", What::Given),
    };
    let detail = match before {
        Some(_) => told(changes, role, "").detail(),
        None if changes.is_empty() => String::new(),
        None => changes.detail(),
    };
    note(conn, moment, who, (network, person), (verb, detail))?;
    let news = News::of(what, (role, Place::Network, ""), term);
    news::tell(conn, moment, who, (network, person), &news)?;
    watch::end(conn, moment, (network, person), (role.word(), term))?;
    Ok(watch::office(conn, moment, network)?)
}

/// Takes one of these roles from a person who has it.
fn take(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, person): (NetworkId, PersonId),
    role: Role,
) -> Result<(), Halt> {
    let Some(account) = accounts::account_of(conn, person)? else {
        return Ok(());
    };
    let at = (network, account.id);
    let Some(term) = accounts::term_of(conn, at, role)? else {
        return Ok(());
    };
    let today = local_day(conn, network, moment)?;
    if role == Role::Office && leaves_nobody(conn, at, None, today)? {
        return Err(Halt::no("register-fault-last-office"));
    }
    accounts::take_role(conn, account.id, network, role)?;
    let verb = match role {
        Role::Office => "register-office-taken",
        _ => "register-protection-taken",
    };
    let to = (network, person);
    note(conn, moment, who, to, (verb, String::new()))?;
    if term.until.is_none_or(|until| until >= today) {
        let news = News::of(What::Taken, (role, Place::Network, ""), term);
        news::tell(conn, moment, who, to, &news)?;
    }
    Ok(watch::office(conn, moment, network)?)
}

/// What a group at a provider of sign-in has done to somebody's role.
#[derive(Clone, Copy, Debug)]
pub struct GroupAct<'a> {
    /// The role.
    pub role: Role,
    /// Whether the group gave it, or took it along.
    pub is_given: bool,
    /// What the provider is called.
    pub by: &'a str,
}

/// Tells somebody of a role that came or went with a group, as if a person had given or taken
/// it: power that comes without anybody's word is noticed by its holder at least. Who has no
/// record in any network is told nothing.
///
/// # Errors
/// When the database fails.
pub fn tell_of_group(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, person): (NetworkId, Option<PersonId>),
    act: GroupAct<'_>,
) -> Result<(), Fault> {
    if let Some(person) = person {
        let what = if act.is_given {
            What::Given
        } else {
            What::Taken
        };
        let news = News::of(what, (act.role, Place::Network, ""), Term::default()).by_group();
        let subject = person.to_string();
        news::send(conn, moment, (network, person), (&news, &subject, act.by))?;
    }
    watch::office(conn, moment, network)
}

/// Takes every role in the network from a person whose record is closed.
pub(crate) fn leave_roles(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    at: (NetworkId, PersonId),
) -> Result<(), Halt> {
    take(conn, moment, who, at, Role::Office)?;
    take(conn, moment, who, at, Role::DataProtection)?;
    Ok(leave_assignments(conn, moment, who, at)?)
}

/// Whether nobody would run the office today if an account's term became another, or none;
/// where nobody runs it anyway, nothing is lost.
fn leaves_nobody(
    conn: &mut Conn<'_>,
    (network, account): (NetworkId, AccountId),
    becomes: Option<Term>,
    today: Date,
) -> Result<bool, Fault> {
    let all = accounts::office_of(conn, network)?;
    let is_run = all.iter().any(|(_, term)| term.holds_on(today));
    let others = all.iter().filter(|(it, _)| *it != account);
    let mut after = others.map(|(_, term)| *term).chain(becomes);
    Ok(is_run && !after.any(|it| it.holds_on(today)))
}

/// Whether nobody would be left to run a network's office today without this account.
///
/// # Errors
/// When the database fails.
pub fn runs_office_alone(
    conn: &mut Conn<'_>,
    moment: &Moment,
    (network, account): (NetworkId, AccountId),
) -> Result<bool, Fault> {
    let today = local_day(conn, network, moment)?;
    leaves_nobody(conn, (network, account), None, today)
}

/// The same for a person.
///
/// # Errors
/// When the database fails.
pub fn is_last_office(
    conn: &mut Conn<'_>,
    moment: &Moment,
    (network, person): (NetworkId, PersonId),
) -> Result<bool, Fault> {
    match accounts::account_of(conn, person)? {
        Some(account) => runs_office_alone(conn, moment, (network, account.id)),
        None => Ok(false),
    }
}

/// The first day from today on which nobody runs the office, as long as this account does not
/// count.
pub(crate) fn unstaffed_from(
    conn: &mut Conn<'_>,
    (network, without): (NetworkId, Option<AccountId>),
    today: Date,
) -> Result<Option<Date>, Fault> {
    let all = accounts::office_of(conn, network)?.into_iter();
    let counting = all.filter(|(it, _)| Some(*it) != without);
    let terms: Vec<Term> = counting.map(|(_, term)| term).collect();
    Ok(uncovered(&terms, today))
}

/// Today in a network's zone.
pub(super) fn local_day(
    conn: &mut Conn<'_>,
    network: NetworkId,
    moment: &Moment,
) -> Result<Date, Fault> {
    let zone = zone_of(conn, network)?;
    Ok(zone.to_datetime(moment.now()).date())
}

/// A network's zone.
pub(super) fn zone_of(conn: &mut Conn<'_>, network: NetworkId) -> Result<TimeZone, Fault> {
    let network = register::network(conn, network)?;
    let zone = network.and_then(|it| TimeZone::get(&it.zone).ok());
    Ok(zone.unwrap_or(TimeZone::UTC))
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, person): (NetworkId, PersonId),
    (verb, detail): (&'static str, String),
) -> Result<(), Fault> {
    let about = About {
        network,
        kind: "person",
        subject: person.into(),
    };
    register::note(conn, moment, who, about, verb, detail)
}
