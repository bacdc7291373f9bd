//! What participants do with their own registration, from the link in their mail.

use base::access::Actor;
use base::{Fault, GatheringId, Halt, Lang, Moment};
use jiff::Timestamp;
use jiff::civil::Date;
use register::access_links;
use store::Conn;
use uuid::Uuid;

use super::contact::ask_contact;
use super::guests::{follow, follow_left};
use super::{Event, Floor, PURPOSE, known, note, settle, tell};
use crate::records;
use crate::rules::{
    Answer, Attached, Desk, Line, Offered, Place, PlaceState, Registration, Stage, fold, stage_of,
};

/// Everything that one's own page shows.
#[derive(Clone, Debug)]
pub struct Own {
    /// The registration.
    pub registration: Registration,
    /// Its places, also those that were given back.
    pub places: Vec<Place>,
    /// The desk.
    pub desk: Desk,
    /// The dates that one can register for there.
    pub dates: Vec<Offered>,
    /// The places as they stand.
    pub line: Line,
    /// What was answered.
    pub answers: Vec<Answer>,
}

impl Own {
    /// The date of a place.
    pub fn date(&self, gathering: GatheringId) -> Option<&Offered> {
        self.dates.iter().find(|it| it.id == gathering)
    }
}

/// The registration that a link leads to; none where it opens nothing.
///
/// # Errors
/// When the database fails.
pub fn by_link(conn: &mut Conn<'_>, token: &str, now: Timestamp) -> Result<Option<Uuid>, Fault> {
    let link = access_links::find(conn, PURPOSE, token, now)?;
    Ok(link.and_then(|it| it.subject.parse().ok()))
}

/// A registration with everything around it.
///
/// # Errors
/// [`Halt::Missing`] where it is gone.
pub fn own(conn: &mut Conn<'_>, id: Uuid, now: Timestamp) -> Result<Own, Halt> {
    let registration = known(conn, id)?;
    let floor = Floor::at(conn, registration.desk, now)?;
    let places = records::places_of(conn, id)?;
    let answers = match places.first() {
        Some(first) => records::answers(conn, first.id)?,
        None => Vec::new(),
    };
    Ok(Own {
        registration,
        places,
        desk: floor.desk,
        dates: floor.dates,
        line: floor.line,
        answers,
    })
}

pub(super) fn opened(
    conn: &mut Conn<'_>,
    moment: &Moment,
    id: Uuid,
) -> Result<(Registration, Floor), Halt> {
    let it = known(conn, id)?;
    let floor = Floor::at(conn, it.desk, moment.now())?;
    Ok((it, floor))
}

/// Confirms the mail address: places that are held are the person's, others are given where
/// there are any, else the person stands in line. A second time changes nothing.
///
/// # Errors
/// Refused once the gathering has begun or was called off, and where nothing is left of the
/// registration.
pub fn confirm(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (id, today): (Uuid, Date),
) -> Result<(), Halt> {
    let (it, mut floor) = opened(conn, moment, id)?;
    let mut told = None;
    for mut place in records::alive_of(conn, id)? {
        if place.state != PlaceState::Unconfirmed {
            continue;
        }
        let date = floor.date_of(&place)?;
        if date.starts_at <= moment.now() || date.state != gatherings::State::Announced {
            return Err(Halt::no("registration-fault-over"));
        }
        let mine: Vec<Uuid> = place.contingent.into_iter().collect();
        if place.holds || floor.seat(conn, &mut place, &mine)? {
            let state = floor.joined(&it);
            settle(conn, moment, &mut place, (state, "seated", ""))?;
        } else {
            place.line_no = Some(records::next_line_no(conn, floor.desk.id)?);
            settle(
                conn,
                moment,
                &mut place,
                (PlaceState::Waiting, "in-line", ""),
            )?;
        }
        told = Some(date);
    }
    let Some(date) = told else {
        if records::alive_of(conn, id)?.is_empty() {
            return Err(Halt::no("registration-fault-gone"));
        }
        return Ok(());
    };
    records::confirm_mail(conn, id, moment.now())?;
    tell(conn, moment, (&it, &date), (Event::Stand, None))?;
    ask_contact(conn, moment, (&it, &date), today)?;
    let at = (it.network, date.id);
    let verb = ("registration-confirmed", String::new());
    note(conn, moment, &Actor::default(), at, verb)?;
    Ok(())
}

/// Whether the person may still change a place by themselves.
fn check_term(floor: &Floor, place: &Place, now: Timestamp) -> Result<Offered, Halt> {
    let date = floor.date_of(place)?;
    if floor.desk.term_of(place, &date) <= now {
        return Err(Halt::no("registration-fault-too-late"));
    }
    Ok(date)
}

/// Gives places back; what that frees goes to the first in line. A second time changes nothing.
///
/// # Errors
/// Refused after the term, and [`Halt::Missing`] for places that are not the registration's.
pub fn cancel(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    id: Uuid,
    chosen: &[Uuid],
) -> Result<(), Halt> {
    let (it, mut floor) = opened(conn, moment, id)?;
    let mut places = records::places_of(conn, id)?;
    places.retain(|place| chosen.contains(&place.id));
    if places.is_empty() {
        return Err(Halt::Missing);
    }
    let mut last = None;
    for mut place in places.into_iter().filter(|its| its.state.is_alive()) {
        let date = check_term(&floor, &place, moment.now())?;
        floor.vacate(conn, &mut place)?;
        settle(
            conn,
            moment,
            &mut place,
            (PlaceState::Cancelled, "cancelled", ""),
        )?;
        last = Some((date, place.id));
    }
    let Some((date, place)) = last else {
        return Ok(());
    };
    tell(conn, moment, (&it, &date), (Event::Cancelled, Some(place)))?;
    floor.pass_on(conn, moment)?;
    let at = (it.network, date.id);
    let verb = ("registration-cancelled", String::new());
    note(conn, moment, &Actor::default(), at, verb)?;
    Ok(())
}

/// Registers again after a place was given back or an offer has lapsed.
///
/// # Errors
/// Refused where registration does not run any more or the person has another place.
pub fn return_to(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (id, place, today): (Uuid, Uuid, Date),
) -> Result<(), Halt> {
    let (it, mut floor) = opened(conn, moment, id)?;
    let place = records::place(conn, place)?.filter(|its| its.registration == id);
    let mut place = place.ok_or(Halt::Missing)?;
    if !matches!(place.state, PlaceState::Cancelled | PlaceState::Expired) {
        return Ok(());
    }
    let date = floor.date(place.gathering).cloned();
    let date = date.ok_or_else(|| Halt::no("registration-fault-not-running"))?;
    if stage_of(&floor.desk, &date, (today, moment.now())) != Stage::Running {
        return Err(Halt::no("registration-fault-not-running"));
    }
    let others = records::same_person(conn, (floor.desk.id, &place.who_key))?;
    let stands = |its: &Place| its.state != PlaceState::Waiting || its.gathering == place.gathering;
    if others.iter().any(stands) {
        return Err(Halt::no("registration-fault-has-another"));
    }
    let mine: Vec<Uuid> = place.contingent.into_iter().collect();
    let (state, step) = if floor.seat(conn, &mut place, &mine)? {
        (floor.joined(&it), "returned")
    } else {
        place.line_no = Some(records::next_line_no(conn, floor.desk.id)?);
        (PlaceState::Waiting, "in-line")
    };
    settle(conn, moment, &mut place, (state, step, ""))?;
    tell(conn, moment, (&it, &date), (Event::Stand, None))?;
    let at = (it.network, date.id);
    let verb = ("registration-returned", String::new());
    note(conn, moment, &Actor::default(), at, verb)?;
    Ok(())
}

/// A place that is offered; none where the answer was given before.
fn offered_place(
    conn: &mut Conn<'_>,
    moment: &Moment,
    ((id, place), answered): ((Uuid, Uuid), &[PlaceState]),
) -> Result<Option<Place>, Halt> {
    let found = records::place(conn, place)?.filter(|its| its.registration == id);
    let found = found.ok_or(Halt::Missing)?;
    if answered.contains(&found.state) {
        return Ok(None);
    }
    let is_open = found.until.is_some_and(|until| until > moment.now());
    if found.state != PlaceState::Offered || !is_open {
        return Err(Halt::no("registration-fault-offer-over"));
    }
    Ok(Some(found))
}

/// Takes an offered place; a place on another day goes back then, and to the first in line there.
/// A second time changes nothing.
///
/// # Errors
/// Refused once the offer has lapsed.
pub fn accept(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (id, place): (Uuid, Uuid),
) -> Result<(), Halt> {
    let (it, mut floor) = opened(conn, moment, id)?;
    let taken = [PlaceState::Confirmed, PlaceState::Requested];
    let Some(place) = offered_place(conn, moment, ((id, place), &taken))? else {
        return Ok(());
    };
    let at = (it.network, place.gathering);
    floor.give(conn, moment, (&it, place), ("accepted", ""))?;
    floor.pass_on(conn, moment)?;
    let verb = ("registration-accepted", String::new());
    note(conn, moment, &Actor::default(), at, verb)?;
    Ok(())
}

/// Leaves an offered place to the next in line. A second time changes nothing.
///
/// # Errors
/// Refused once the offer has lapsed.
pub fn decline(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (id, place): (Uuid, Uuid),
) -> Result<(), Halt> {
    let (it, mut floor) = opened(conn, moment, id)?;
    let left = [PlaceState::Cancelled];
    let Some(mut place) = offered_place(conn, moment, ((id, place), &left))? else {
        return Ok(());
    };
    floor.vacate(conn, &mut place)?;
    settle(
        conn,
        moment,
        &mut place,
        (PlaceState::Cancelled, "declined", ""),
    )?;
    floor.pass_on(conn, moment)?;
    let at = (it.network, place.gathering);
    let verb = ("registration-declined", String::new());
    note(conn, moment, &Actor::default(), at, verb)?;
    Ok(())
}

/// Goes to another date with everybody who comes along: the new places first, then the old ones
/// go back. Where there is no room for all, `waits` puts them in line there beside what they
/// have. A second time changes nothing.
///
/// # Errors
/// Refused after the term, where registration for the other date does not run, and where it is
/// full and nobody wants to wait.
pub fn move_to(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (id, today): (Uuid, Date),
    (gathering, waits): (GatheringId, bool),
) -> Result<(), Halt> {
    let (it, mut floor) = opened(conn, moment, id)?;
    let date = floor.date(gathering).cloned();
    let date = date.ok_or_else(|| Halt::at("gathering", "registration-fault-date"))?;
    if stage_of(&floor.desk, &date, (today, moment.now())) != Stage::Running {
        return Err(Halt::at("gathering", "registration-fault-not-running"));
    }
    let party = party(records::alive_of(conn, id)?);
    // Who only stands in line there has not got what a move promises.
    let is_there =
        |its: &Place| its.gathering == gathering && (waits || its.state != PlaceState::Waiting);
    if !party.is_empty() && party.iter().all(is_there) {
        return Ok(());
    }
    if party.is_empty() || party.iter().any(|its| its.gathering == gathering) {
        return Err(Halt::at("gathering", "registration-fault-date"));
    }
    for place in &party {
        check_term(&floor, place, moment.now())?;
    }
    let mut trial = floor.line.clone();
    let has_room = party.iter().all(|place| {
        let mine: Vec<Uuid> = place.contingent.into_iter().collect();
        trial.seat(gathering, &mine).is_some()
    });
    match (has_room, waits) {
        (true, _) => rebook(conn, moment, (&mut floor, &it), (party, gathering))?,
        (false, true) => stand_in_line(conn, moment, &floor, (party, gathering))?,
        (false, false) => return Err(Halt::at("gathering", "registration-fault-full")),
    }
    let (event, verb) = if has_room {
        (Event::Moved, "registration-moved")
    } else {
        (Event::Stand, "registration-waits")
    };
    tell(conn, moment, (&it, &date), (event, None))?;
    floor.pass_on(conn, moment)?;
    let at = (it.network, date.id);
    note(conn, moment, &Actor::default(), at, (verb, String::new()))?;
    Ok(())
}

/// Who moves: those who have a place; where nobody has, those who wait, each once.
pub(crate) fn party(places: Vec<Place>) -> Vec<Place> {
    let (mut party, others): (Vec<Place>, _) =
        places.into_iter().partition(|it| it.state.is_firm());
    if party.is_empty() {
        for it in others {
            let is_new = party.iter().all(|known| known.who_key != it.who_key);
            if it.state == PlaceState::Waiting && is_new {
                party.push(it);
            }
        }
    }
    party
}

fn rebook(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (floor, it): (&mut Floor, &Registration),
    (party, gathering): (Vec<Place>, GatheringId),
) -> Result<(), Halt> {
    for mut old in party {
        let mine: Vec<Uuid> = old.contingent.into_iter().collect();
        let mut new = Place {
            gathering,
            ..old.clone()
        };
        if !floor.seat(conn, &mut new, &mine)? {
            return Err(Halt::at("gathering", "registration-fault-full"));
        }
        floor.vacate(conn, &mut old)?;
        for mut other in records::same_person(conn, (floor.desk.id, &new.who_key))? {
            if other.id != new.id && other.gathering == gathering {
                floor.vacate(conn, &mut other)?;
                settle(
                    conn,
                    moment,
                    &mut other,
                    (PlaceState::Cancelled, "settled", ""),
                )?;
            }
        }
        records::set_gathering(conn, new.id, gathering)?;
        let state = match old.state {
            PlaceState::Waiting => floor.joined(it),
            state => state,
        };
        settle(conn, moment, &mut new, (state, "moved", ""))?;
        if new.position == 0 {
            follow_left(conn, moment, (it.id, old.gathering))?;
        }
    }
    Ok(())
}

fn stand_in_line(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    floor: &Floor,
    (party, gathering): (Vec<Place>, GatheringId),
) -> Result<(), Halt> {
    for place in party {
        let others = records::same_person(conn, (floor.desk.id, &place.who_key))?;
        if others.iter().any(|its| its.gathering == gathering) {
            return Err(Halt::at("gathering", "registration-fault-waits-already"));
        }
        let waiting = Place {
            id: moment.id(),
            gathering,
            state: PlaceState::Waiting,
            holds: false,
            until: None,
            line_no: Some(records::next_line_no(conn, floor.desk.id)?),
            changed_at: moment.now(),
            ..place
        };
        records::add_place(conn, &waiting)?;
        records::add_step(conn, moment, waiting.id, ("in-line", "", ""))?;
        follow(conn, moment, &waiting)?;
    }
    Ok(())
}

/// Changes what was typed.
///
/// # Errors
/// Refused after the term.
pub fn change_details(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    it: &Registration,
    (answers, files): (&[Answer], &[Attached]),
) -> Result<(), Halt> {
    let (known, floor) = opened(conn, moment, it.id)?;
    let places = records::alive_of(conn, it.id)?;
    let first = places.iter().find(|its| its.position == 0);
    let first = first.ok_or_else(|| Halt::no("registration-fault-too-late"))?;
    let date = check_term(&floor, first, moment.now())?;
    records::set_details(conn, it)?;
    for place in places.iter().filter(|its| its.position == 0) {
        records::set_name(conn, place.id, &it.name)?;
        records::put_answers(conn, place.id, (false, answers))?;
        records::put_files(conn, place.id, (files, answers))?;
        if fold(&known.name) != fold(&it.name) {
            records::add_step(conn, moment, place.id, ("renamed", "", ""))?;
        }
    }
    let at = (it.network, date.id);
    let verb = ("registration-changed", String::new());
    note(conn, moment, &Actor::default(), at, verb)?;
    Ok(())
}

/// Sends the link of everything that is to come to whoever has this address. Where there is
/// nothing to send nobody learns it.
///
/// # Errors
/// When the database fails.
pub fn send_links(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (mail, lang): (&str, Lang),
) -> Result<(), Fault> {
    for it in records::registrations_of_mail(conn, &fold(mail), moment.now())? {
        let Some(desk) = records::desk(conn, it.desk)? else {
            continue;
        };
        let places = records::alive_of(conn, it.id)?;
        let dates = records::offered(conn, &desk)?;
        let first = places.first().and_then(|place| {
            let mut dates = dates.iter();
            dates.find(|date| date.id == place.gathering)
        });
        if let Some(date) = first {
            let it = Registration { lang, ..it };
            tell(conn, moment, (&it, date), (Event::Link, None))?;
        }
    }
    Ok(())
}
