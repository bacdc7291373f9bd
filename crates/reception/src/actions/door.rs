//! Letting people in: by the list, by their codes, as guests; and taking it back.

use base::access::Actor;
use base::{Fault, Halt, Moment, OrganisationId};
use gatherings::{Attendance, Gathering, Presence};
use jiff::Timestamp;
use registration::Place;
use store::Conn;
use uuid::Uuid;

use super::{check_open, note};
use crate::records;
use crate::rules::{Arrival, Outcome, Scan, Through, judged};

/// What is said of a code or a press of a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What became of it.
    pub outcome: Outcome,
    /// Who it is; empty where nobody is known by it here.
    pub name: String,
    /// The arrival, where the person is in.
    pub arrival: Option<Uuid>,
    /// When the person was let in.
    pub at: Option<Timestamp>,
}

/// Lets somebody in whom the list shows. A second time changes nothing.
///
/// # Errors
/// Refused where nobody is let in at all; missing where there is no such place here.
pub fn arrive(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, it): (&Actor, &Gathering),
    place: Uuid,
) -> Result<Said, Halt> {
    check_open(it)?;
    let about = (Some(place), Through::List, moment.now());
    let said = let_in(conn, moment, it, about)?;
    if matches!(said.outcome, Outcome::Unknown | Outcome::Elsewhere) {
        return Err(Halt::Missing);
    }
    if said.outcome == Outcome::Arrived {
        note(
            conn,
            moment,
            (who, it),
            ("reception-arrived", String::new()),
        )?;
    }
    Ok(said)
}

/// Takes codes that were read, now or a while ago, in whatever order and however often: the same
/// codes again change nothing.
///
/// # Errors
/// Refused where nobody is let in at all.
pub fn take_scans(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, it): (&Actor, &Gathering),
    scans: &[Scan],
) -> Result<Vec<Said>, Halt> {
    check_open(it)?;
    let mut all = Vec::new();
    for scan in scans {
        let about = (scan.place, Through::Code, scan.at);
        all.push(let_in(conn, moment, it, about)?);
    }
    let arrived = all.iter().filter(|it| it.outcome == Outcome::Arrived);
    let arrived = arrived.count();
    if arrived > 0 {
        let verb = ("reception-scanned", arrived.to_string());
        note(conn, moment, (who, it), verb)?;
    }
    Ok(all)
}

fn let_in(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    it: &Gathering,
    (id, through, at): (Option<Uuid>, Through, Timestamp),
) -> Result<Said, Halt> {
    let place = match id {
        Some(id) => registration::place(conn, id)?,
        None => None,
    };
    // Whom another network registered is nobody here.
    let place = match place {
        Some(place) if is_of_network(conn, &place, it)? => Some(place),
        _ => None,
    };
    let known = match &place {
        Some(place) => records::arrival_of(conn, (it.id, place.id))?,
        None => None,
    };
    let outcome = judged(place.as_ref(), it.id, (known.as_ref(), at));
    let (arrival, at) = match (&place, outcome) {
        (Some(place), Outcome::Arrived) => {
            let arrival = welcomed(conn, moment, it, (place, known, through, at))?;
            (Some(arrival), Some(at))
        }
        (_, Outcome::Already) => {
            let known = known.map(|known| earlier(conn, known, at)).transpose()?;
            (known.as_ref().map(|it| it.id), known.map(|it| it.at))
        }
        _ => (None, None),
    };
    // Who registered for another gathering is nobody's business at this door.
    let name = place.filter(|_| outcome != Outcome::Elsewhere);
    Ok(Said {
        outcome,
        name: name.map(|it| it.name).unwrap_or_default(),
        arrival,
        at,
    })
}

fn is_of_network(conn: &mut Conn<'_>, place: &Place, it: &Gathering) -> Result<bool, Fault> {
    let desk = registration::desk(conn, place.desk)?;
    Ok(desk.is_some_and(|desk| desk.network == it.network))
}

/// Of two readings of one code the earlier one tells when the person came.
fn earlier(conn: &mut Conn<'_>, mut known: Arrival, at: Timestamp) -> Result<Arrival, Fault> {
    if at < known.at {
        known.at = at;
        records::set_arrival(conn, &known)?;
        if let Some(place) = known.place {
            registration::set_came(conn, place, Some(at))?;
        }
    }
    Ok(known)
}

/// Writes an arrival and its line on the attendance list.
fn welcomed(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    it: &Gathering,
    (place, known, through, at): (&Place, Option<Arrival>, Through, Timestamp),
) -> Result<Uuid, Halt> {
    let row = line_of(conn, place)?;
    let attendance = Some(gatherings::add_at_door(conn, moment, it.id, &row)?);
    let is_new = known.is_none();
    let arrival = Arrival {
        id: known.map_or_else(|| moment.id(), |known| known.id),
        gathering: it.id,
        place: Some(place.id),
        attendance,
        at,
        through,
        undone_at: None,
    };
    if is_new {
        records::add_arrival(conn, &arrival)?;
    } else {
        records::set_arrival(conn, &arrival)?;
    }
    registration::set_came(conn, place.id, Some(at))?;
    Ok(arrival.id)
}

/// What the attendance list says of a place: the person, where it is the one who registered.
fn line_of(conn: &mut Conn<'_>, place: &Place) -> Result<Attendance, Halt> {
    let made = registration::registration(conn, place.registration)?.ok_or(Halt::Missing)?;
    let known = match made.organisation {
        Some(id) => register::organisation(conn, id)?,
        None => None,
    };
    Ok(Attendance {
        person: made.person.filter(|_| place.position == 0),
        organisation: known.as_ref().map(|it| it.id),
        name: place.name.clone(),
        organisation_name: known.map_or(made.organisation_name, |it| it.name),
        function: String::new(),
        state: Presence::Present,
        represented_by: String::new(),
    })
}

/// Welcomes somebody who did not register: written down, and marked as that.
///
/// # Errors
/// Refused where nobody is let in at all.
pub fn welcome(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, it): (&Actor, &Gathering),
    (name, organisation): (&str, &str),
) -> Result<Uuid, Halt> {
    check_open(it)?;
    let known = organisation_of(conn, it, organisation)?;
    let row = Attendance {
        person: None,
        organisation: known.as_ref().map(|(id, _)| *id),
        name: name.to_owned(),
        organisation_name: known.map_or_else(|| organisation.to_owned(), |(_, name)| name),
        function: String::new(),
        state: Presence::Present,
        represented_by: String::new(),
    };
    let attendance = gatherings::add_at_door(conn, moment, it.id, &row)?;
    let arrival = Arrival {
        id: moment.id(),
        gathering: it.id,
        place: None,
        attendance: Some(attendance),
        at: moment.now(),
        through: Through::Guest,
        undone_at: None,
    };
    records::add_arrival(conn, &arrival)?;
    note(
        conn,
        moment,
        (who, it),
        ("reception-welcomed", String::new()),
    )?;
    Ok(arrival.id)
}

/// The organisation that is called just like that.
fn organisation_of(
    conn: &mut Conn<'_>,
    it: &Gathering,
    typed: &str,
) -> Result<Option<(OrganisationId, String)>, Fault> {
    if typed.is_empty() {
        return Ok(None);
    }
    let (_, meant) = register::meant_by(conn, it.network, &[typed])?;
    let mut meant = meant.into_iter();
    let found = meant.find(|it| it.name == typed || it.short_name == typed);
    Ok(found.map(|it| (it.id, it.name)))
}

/// Takes an arrival back: the line leaves the attendance list, what was certified is revoked.
///
/// # Errors
/// Missing where nobody is in by it.
pub fn take_back(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, it): (&Actor, &Gathering),
    id: Uuid,
) -> Result<(), Halt> {
    let arrival = records::arrival(conn, id)?.ok_or(Halt::Missing)?;
    if arrival.gathering != it.id || !arrival.stands() {
        return Err(Halt::Missing);
    }
    records::revoke_all_of(conn, id, moment.now())?;
    if let Some(line) = arrival.attendance {
        gatherings::remove_at_door(conn, line)?;
    }
    if let Some(place) = arrival.place {
        registration::set_came(conn, place, None)?;
        let undone = Arrival {
            attendance: None,
            undone_at: Some(moment.now()),
            ..arrival
        };
        records::set_arrival(conn, &undone)?;
    } else {
        records::remove_arrival(conn, id)?;
    }
    note(
        conn,
        moment,
        (who, it),
        ("reception-taken-back", String::new()),
    )?;
    Ok(())
}
