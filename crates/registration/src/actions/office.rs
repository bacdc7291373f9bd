//! What the office does with the places of others; every step bears its name.

use base::access::Actor;
use base::{GatheringId, Halt, Moment};
use store::Conn;
use uuid::Uuid;

use super::guests::follow_left;
use super::{Event, Floor, known, note, settle, tell};
use crate::records;
use crate::rules::{Offered, Place, PlaceState, Registration};

/// A place at work.
struct Work {
    it: Registration,
    place: Place,
    date: Offered,
    floor: Floor,
}

fn work(conn: &mut Conn<'_>, moment: &Moment, id: Uuid) -> Result<Work, Halt> {
    let place = records::place(conn, id)?.ok_or(Halt::Missing)?;
    let floor = Floor::at(conn, place.desk, moment.now())?;
    Ok(Work {
        it: known(conn, place.registration)?,
        date: floor.date_of(&place)?,
        place,
        floor,
    })
}

impl Work {
    fn done(
        &mut self,
        conn: &mut Conn<'_>,
        moment: &mut Moment,
        who: &Actor,
        (event, verb): (Option<Event>, &'static str),
    ) -> Result<(), Halt> {
        if let Some(event) = event {
            let about = (event, Some(self.place.id));
            tell(conn, moment, (&self.it, &self.date), about)?;
        }
        self.floor.pass_on(conn, moment)?;
        let at = (self.it.network, self.date.id);
        note(conn, moment, who, at, (verb, String::new()))?;
        Ok(())
    }
}

/// Approves a place that awaits it.
///
/// # Errors
/// Refused for one that does not.
pub fn approve(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    place: Uuid,
) -> Result<(), Halt> {
    let mut work = work(conn, moment, place)?;
    if work.place.state != PlaceState::Requested {
        return Err(Halt::no("registration-fault-not-requested"));
    }
    let step = (PlaceState::Confirmed, "approved", who.name.as_str());
    settle(conn, moment, &mut work.place, step)?;
    work.done(
        conn,
        moment,
        who,
        (Some(Event::Approved), "registration-approved"),
    )
}

/// Refuses a place that awaits approval, or one in line.
///
/// # Errors
/// Refused for one that stands otherwise.
pub fn refuse(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    place: Uuid,
) -> Result<(), Halt> {
    let mut work = work(conn, moment, place)?;
    if !matches!(
        work.place.state,
        PlaceState::Requested | PlaceState::Waiting
    ) {
        return Err(Halt::no("registration-fault-not-requested"));
    }
    work.floor.vacate(conn, &mut work.place)?;
    let step = (PlaceState::Refused, "refused", who.name.as_str());
    settle(conn, moment, &mut work.place, step)?;
    work.done(
        conn,
        moment,
        who,
        (Some(Event::Refused), "registration-refused"),
    )
}

/// Takes somebody off the list who told the office.
///
/// # Errors
/// Refused for a place that stands for nobody any more.
pub fn cancel_for(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    place: Uuid,
) -> Result<(), Halt> {
    let mut work = work(conn, moment, place)?;
    if !work.place.state.is_alive() {
        return Err(Halt::no("registration-fault-ended"));
    }
    work.floor.vacate(conn, &mut work.place)?;
    let step = (PlaceState::Cancelled, "cancelled-for", who.name.as_str());
    settle(conn, moment, &mut work.place, step)?;
    work.done(
        conn,
        moment,
        who,
        (Some(Event::Cancelled), "registration-cancelled-for"),
    )
}

/// Gives somebody in line a place that is free, out of turn or where nothing is passed on by
/// itself; the step says who did.
///
/// # Errors
/// Refused where no place is free.
pub fn give_now(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    place: Uuid,
) -> Result<(), Halt> {
    let mut work = work(conn, moment, place)?;
    let state = work.place.state;
    if !matches!(
        state,
        PlaceState::Waiting | PlaceState::Offered | PlaceState::Expired | PlaceState::Unconfirmed
    ) {
        return Err(Halt::no("registration-fault-not-waiting"));
    }
    let mine: Vec<Uuid> = work.place.contingent.into_iter().collect();
    if !work.place.holds && !work.floor.seat(conn, &mut work.place, &mine)? {
        return Err(Halt::no("registration-fault-full"));
    }
    let given = (&work.it, work.place.clone());
    work.floor
        .give(conn, moment, given, ("given-by-office", &who.name))?;
    work.done(conn, moment, who, (None, "registration-given"))
}

/// Moves a place to another date of the series.
///
/// # Errors
/// Refused where the date is none of the desk's or full.
pub fn move_for(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (place, gathering): (Uuid, GatheringId),
) -> Result<(), Halt> {
    let mut work = work(conn, moment, place)?;
    let date = work.floor.date(gathering).cloned();
    let date = date.ok_or_else(|| Halt::at("gathering", "registration-fault-date"))?;
    if !work.place.state.is_alive() || work.place.gathering == gathering {
        return Err(Halt::at("gathering", "registration-fault-date"));
    }
    let mine: Vec<Uuid> = work.place.contingent.into_iter().collect();
    let mut new = Place {
        gathering,
        ..work.place.clone()
    };
    if !work.floor.seat(conn, &mut new, &mine)? {
        return Err(Halt::at("gathering", "registration-fault-full"));
    }
    work.floor.vacate(conn, &mut work.place)?;
    for mut other in records::same_person(conn, (work.floor.desk.id, &new.who_key))? {
        if other.id != new.id {
            work.floor.vacate(conn, &mut other)?;
            let step = (PlaceState::Cancelled, "settled", who.name.as_str());
            settle(conn, moment, &mut other, step)?;
        }
    }
    records::set_gathering(conn, new.id, gathering)?;
    let state = match new.state {
        PlaceState::Unconfirmed | PlaceState::Requested => new.state,
        _ => PlaceState::Confirmed,
    };
    settle(conn, moment, &mut new, (state, "moved-for", &who.name))?;
    follow_left(conn, moment, (work.it.id, work.place.gathering))?;
    work.place = new;
    work.date = date;
    work.done(
        conn,
        moment,
        who,
        (Some(Event::Moved), "registration-moved-for"),
    )
}
