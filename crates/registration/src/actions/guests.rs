//! Invited people: their answer and their place are one fact, whichever of them comes first.

use base::access::Actor;
use base::{Fault, GatheringId, Halt, Moment, PersonId};
use gatherings::{Gathering, Reply, SeriesKind};
use jiff::Timestamp;
use jiff::civil::Date;
use store::Conn;
use uuid::Uuid;

use super::{By, Floor, SignUp, cancel, cancel_for, sign_up};
use crate::records;
use crate::rules::{Desk, DeskState, Offered, Place, PlaceState, Stage, reply_of, stage_of};

/// Registration for a gathering as those see it who are invited to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admission {
    /// How far it has come.
    pub stage: Stage,
    /// Whether there are questions without whose answers nobody gets a place.
    pub asks: bool,
}

/// Who says that somebody comes or stays away.
#[derive(Clone, Copy, Debug)]
pub enum Says<'a> {
    /// The invited person.
    Guest,
    /// The office, for somebody.
    Office(&'a Actor),
}

/// What an answer to an invitation comes to where people register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coming {
    /// The answer is what was said.
    AsSaid,
    /// The answer follows from the place, which stands like this.
    Stands(PlaceState),
    /// There is no place before some questions are answered.
    Asked,
}

/// A desk at work for one gathering.
struct Counter {
    desk: Desk,
    date: Offered,
    today: Date,
    entry: Admission,
}

/// The desk where one registers for a gathering.
pub(crate) fn desk_at(conn: &mut Conn<'_>, it: &Gathering) -> Result<Option<Desk>, Fault> {
    let series = match it.series {
        Some(id) => gatherings::series(conn, id)?,
        None => None,
    };
    let series = series.filter(|it| it.kind == SeriesKind::Choice);
    records::desk_of(conn, (Some(it.id), series.map(|it| it.id)))
}

fn counter(conn: &mut Conn<'_>, it: &Gathering, now: Timestamp) -> Result<Option<Counter>, Fault> {
    let desk = desk_at(conn, it)?;
    let Some(desk) = desk.filter(|desk| desk.state != DeskState::Draft) else {
        return Ok(None);
    };
    let floor = Floor::of(conn, desk, now)?;
    let Some(date) = floor.date(it.id).cloned() else {
        return Ok(None);
    };
    let zone = calendar::Zone::named(&date.zone).unwrap_or_else(|_| calendar::Zone::utc());
    let today = zone.local(now).date();
    let stage = stage_of(&floor.desk, &date, (today, now));
    if matches!(stage, Stage::Draft | Stage::Cancelled) {
        return Ok(None);
    }
    let asks = records::fields(conn, floor.desk.id)?
        .iter()
        .any(|question| question.required && question.shown_if.is_none());
    Ok(Some(Counter {
        desk: floor.desk,
        date,
        today,
        entry: Admission { stage, asks },
    }))
}

/// Whether people register for a gathering, and how far that has come; none where an answer to
/// the invitation is all that there is.
///
/// # Errors
/// When the database fails.
pub fn entry(
    conn: &mut Conn<'_>,
    it: &Gathering,
    now: Timestamp,
) -> Result<Option<Admission>, Fault> {
    Ok(counter(conn, it, now)?.map(|found| found.entry))
}

/// How somebody's own place at a gathering stands; none where there is none, or none any more.
///
/// # Errors
/// When the database fails.
pub fn standing_of(
    conn: &mut Conn<'_>,
    (gathering, person): (GatheringId, PersonId),
) -> Result<Option<PlaceState>, Fault> {
    let states = records::states_of(conn, (gathering, person))?;
    Ok(best(&states))
}

/// What counts where somebody stands more than once.
fn best(states: &[PlaceState]) -> Option<PlaceState> {
    let has = |state: &PlaceState| states.contains(state);
    let mut alive = PlaceState::ALL.into_iter().filter(|it| it.is_alive());
    alive.find(has)
}

/// Takes what an invited person answers, or the office for them, where people register: whoever
/// comes gets a place or stands in line, whoever stays away gives the place back.
///
/// # Errors
/// Refused where the time for it is over, and for a reservation by somebody who has a place.
pub fn answered(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (it, person): (&Gathering, PersonId),
    (reply, says): (Reply, Says<'_>),
) -> Result<Coming, Halt> {
    match reply {
        Reply::Yes => comes(conn, moment, (it, person), says),
        Reply::No => {
            stays_away(conn, moment, (it.id, person), says)?;
            Ok(Coming::AsSaid)
        }
        Reply::Tentative if standing_of(conn, (it.id, person))?.is_some() => {
            Err(Halt::no("registration-fault-no-reservation"))
        }
        Reply::Tentative => Ok(Coming::AsSaid),
    }
}

fn comes(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (it, person): (&Gathering, PersonId),
    says: Says<'_>,
) -> Result<Coming, Halt> {
    let Some(counter) = counter(conn, it, moment.now())? else {
        return Ok(Coming::AsSaid);
    };
    let standing = standing_of(conn, (it.id, person))?;
    if let Some(state) = standing.filter(|state| *state != PlaceState::Unconfirmed) {
        return Ok(Coming::Stands(state));
    }
    let is_open = counter.entry.stage == Stage::Running;
    if !is_open && matches!(says, Says::Guest) {
        return Err(Halt::no("registration-fault-guest-closed"));
    }
    if counter.entry.asks {
        return Ok(Coming::Asked);
    }
    let guest = register::representative(conn, person, counter.date.starts.date())?;
    let guest = guest.ok_or(Halt::Missing)?;
    let lang = guest.person.lang;
    let by = match says {
        Says::Guest => By::Guest(lang, person),
        Says::Office(who) => By::OfficeFor(who, lang, person),
    };
    let input = SignUp {
        gathering: it.id.into(),
        name: guest.person.name,
        mail: guest.person.mail,
        phone: String::new(),
        organisation: guest.organisation.map(|(_, name)| name).unwrap_or_default(),
        companions: Vec::new(),
        answers: Vec::new(),
        files: Vec::new(),
        slots: Vec::new(),
        list_consent: false,
        asks_contact: false,
        needs: None,
    };
    sign_up(conn, moment, (&counter.desk, counter.today), by, &input)?;
    let stands = standing_of(conn, (it.id, person))?;
    Ok(stands.map_or(Coming::AsSaid, Coming::Stands))
}

fn stays_away(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    about: (GatheringId, PersonId),
    says: Says<'_>,
) -> Result<(), Halt> {
    for place in records::own_places(conn, about)? {
        match says {
            Says::Guest => cancel(conn, moment, place.registration, &[place.id])?,
            Says::Office(who) => cancel_for(conn, moment, who, place.id)?,
        }
    }
    Ok(())
}

/// Lets the answer of somebody follow from the place that they have at a gathering; nothing
/// follows where they never asked for one.
///
/// # Errors
/// When the database fails.
pub fn follow_guest(
    conn: &mut Conn<'_>,
    moment: &Moment,
    about: (GatheringId, PersonId),
) -> Result<(), Fault> {
    let states = records::states_of(conn, about)?;
    match reply_of(&states) {
        Some(reply) => gatherings::follow_place(conn, moment, about, reply),
        None => Ok(()),
    }
}

/// The same for whoever a place belongs to; who comes along is not invited.
pub(super) fn follow(conn: &mut Conn<'_>, moment: &Moment, place: &Place) -> Result<(), Fault> {
    if place.position > 0 {
        return Ok(());
    }
    match records::person_of(conn, place.registration)? {
        Some(person) => follow_guest(conn, moment, (place.gathering, person)),
        None => Ok(()),
    }
}

/// The same once a place went to another date: to this one the person does not come.
pub(super) fn follow_left(
    conn: &mut Conn<'_>,
    moment: &Moment,
    (registration, gathering): (Uuid, GatheringId),
) -> Result<(), Fault> {
    let Some(person) = records::person_of(conn, registration)? else {
        return Ok(());
    };
    if standing_of(conn, (gathering, person))?.is_some() {
        return Ok(());
    }
    gatherings::follow_place(conn, moment, (gathering, person), Some(Reply::No))
}
