//! What becomes of roles by time alone: a term ends and is told; soon nobody runs the office, and
//! those who do learn of it.

use base::access::Role;
use base::{Fault, Moment, NetworkId, PersonId};
use jiff::civil::{Date, time};
use jiff::{Span, Timestamp, ToSpan};
use shell::{App, Done, JobFault};
use store::{Conn, Job};

use super::news::{self, News, What};
use super::offices::{local_day, unstaffed_from, zone_of};
use super::records;
use super::rules::Place;
use crate::records::accounts;
use crate::types::Term;

/// A role's term is over.
pub(crate) const ENDS: &str = "register.role_ends";
/// Nobody will run an office.
pub(crate) const LAPSES: &str = "register.office_lapses";

/// How many days ahead an office learns that it will have nobody.
const AHEAD: [i32; 2] = [30, 7];

/// Enters that the end of a role is told, on the morning after its last day.
pub(super) fn end(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, person): (NetworkId, PersonId),
    (which, term): (&str, Term),
) -> Result<(), Fault> {
    let Some(until) = term.until else {
        return Ok(());
    };
    let subject = format!("{network} {person} {which} {until}");
    let due = morning(conn, network, (until, 1.day()))?;
    enter(conn, moment, (ENDS, &subject), due)
}

/// Enters that those who run an office learn ahead of time from when on nobody will.
pub(super) fn office(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: NetworkId,
) -> Result<(), Fault> {
    let today = local_day(conn, network, moment)?;
    let Some(day) = unstaffed_from(conn, (network, None), today)? else {
        return Ok(());
    };
    for ahead in AHEAD {
        let due = morning(conn, network, (day, -ahead.days()))?;
        // Of two that are late the nearer one says it all.
        let is_late = due < moment.now();
        if is_late && AHEAD.last() != Some(&ahead) && is_near(today, day) {
            continue;
        }
        let subject = format!("{network} {day} {ahead}");
        enter(conn, moment, (LAPSES, &subject), due.max(moment.now()))?;
    }
    Ok(())
}

/// Whether the last warning is due, too.
fn is_near(today: Date, day: Date) -> bool {
    let last = AHEAD.last().copied().unwrap_or_default();
    day.checked_sub(last.days()).is_ok_and(|it| it <= today)
}

/// Once, however often a term comes and goes.
fn enter(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (kind, subject): (&'static str, &str),
    due: Timestamp,
) -> Result<(), Fault> {
    conn.forget_jobs(kind, subject)?;
    let job = Job { kind, subject, due };
    conn.later(moment, &job).map(drop)
}

/// Seven o'clock of a day so long after another, in a network's zone.
fn morning(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (day, after): (Date, Span),
) -> Result<Timestamp, Fault> {
    let zone = zone_of(conn, network)?;
    let day = day.checked_add(after).unwrap_or(day);
    let at = day.to_datetime(time(7, 0, 0, 0)).to_zoned(zone);
    at.map(|it| it.timestamp())
        .map_err(|cause| Fault::because("find a morning", cause))
}

/// Tells that a role is over, if it is.
pub(crate) fn ends(app: &App, subject: &str) -> Result<Done, JobFault> {
    let mut parts = subject.split(' ');
    let (Some(network), Some(person), Some(which), Some(until)) = (
        parts.next().and_then(|it| it.parse().ok()),
        parts.next().and_then(|it| it.parse().ok()),
        parts.next().map(ToOwned::to_owned),
        parts.next().and_then(|it| it.parse().ok()),
    ) else {
        return Err(JobFault::Never(Fault::new("read which role ends")));
    };
    let mut moment = app.moment();
    Ok(Done::with(move |conn| {
        ended(conn, &mut moment, (network, person), (&which, until))
    }))
}

fn ended(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, person): (NetworkId, PersonId),
    (which, until): (&str, Date),
) -> Result<(), Fault> {
    let Some(account) = accounts::account_of(conn, person)? else {
        return Ok(());
    };
    let at = (network, account.id);
    let news = match (Role::from_word(which), which.parse()) {
        (Some(role), _) => {
            let term = accounts::term_of(conn, at, role)?;
            term.map(|term| {
                (
                    term,
                    News::of(What::Ended, (role, Place::Network, ""), term),
                )
            })
        }
        (None, Ok(id)) => match records::assignment(conn, id)? {
            Some(it) if it.account == account.id => {
                let name = super::actions::known_name(conn, network, it.place)?;
                let news = News::of(What::Ended, (it.role, it.place, &name), it.term);
                Some((it.term, news))
            }
            _ => None,
        },
        _ => None,
    };
    match news {
        Some((term, news)) if term.until == Some(until) => {
            let subject = person.to_string();
            news::send(conn, moment, (network, person), (&news, &subject, ""))
        }
        _ => Ok(()),
    }
}

/// Tells those who run an office that soon nobody will, once for each of the days ahead.
pub(crate) fn lapses(app: &App, subject: &str) -> Result<Done, JobFault> {
    let mut parts = subject.split(' ');
    let (Some(network), Some(day)) = (
        parts.next().and_then(|it| it.parse().ok()),
        parts.next().and_then(|it| it.parse().ok()),
    ) else {
        return Err(JobFault::Never(Fault::new("read which office lapses")));
    };
    let (mut moment, subject) = (app.moment(), subject.to_owned());
    Ok(Done::with(move |conn| {
        lapsing(conn, &mut moment, (network, day), &subject)
    }))
}

fn lapsing(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, day): (NetworkId, Date),
    subject: &str,
) -> Result<(), Fault> {
    let today = local_day(conn, network, moment)?;
    let is_so = today < day && unstaffed_from(conn, (network, None), today)? == Some(day);
    if !is_so || !outbox::letters_about(conn, news::ROLE, subject)?.is_empty() {
        return Ok(());
    }
    let term = Term::since(day);
    let news = News::of(What::Lapsing, (Role::Office, Place::Network, ""), term);
    for (holder, term) in records::holders(conn, network, Role::Office)? {
        if let (Some(person), true) = (holder.person, term.holds_on(today)) {
            news::send(conn, moment, (network, person), (&news, subject, ""))?;
        }
    }
    Ok(())
}
