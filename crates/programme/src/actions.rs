//! What the office does with programmes: each act is change, journal entry and what follows for
//! those who have chosen, in one transaction.

use base::access::Actor;
use base::{Blame, Fault, GatheringId, Halt, Moment};
use gatherings::{Gathering, Speaker, Step};
use jiff::civil::Time;
use registration::Texts;
use registration::slots::{self, SlotInput};
use store::{Conn, Entry};
use uuid::Uuid;

use crate::records;
use crate::rules::{Access, Hours, Mark, Section, Session, Stretch};

/// What a section says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionInput {
    /// From when until when.
    pub hours: Hours,
    /// What it is called.
    pub title: Texts,
    /// Whether nothing takes place in it.
    pub is_break: bool,
}

/// What a session says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionInput {
    /// Its title.
    pub title: Texts,
    /// What it is about.
    pub text: Texts,
    /// Hours of its own.
    pub own_hours: Option<(Time, Time)>,
    /// The room.
    pub room: String,
    /// The tag of its language.
    pub lang: String,
    /// What helps to follow it.
    pub marks: Vec<Mark>,
    /// Whether people choose it when they register.
    pub choosable: bool,
    /// How many find room.
    pub capacity: Option<i64>,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
}

/// The most sections of one programme, and the most sessions of one section.
const MOST: usize = 100;

fn known(conn: &mut Conn<'_>, id: GatheringId) -> Result<Gathering, Halt> {
    gatherings::gathering(conn, id)?.ok_or(Halt::Missing)
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    it: &Gathering,
    (verb, detail): (&'static str, String),
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(it.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "gathering",
            subject: it.id.into(),
            detail,
        },
    )
}

/// A section of a gathering with its sessions.
pub(crate) fn stretch(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    section: Uuid,
) -> Result<Stretch, Halt> {
    let mut all = records::stretches(conn, gathering)?.into_iter();
    all.find(|it| it.section.id == section).ok_or(Halt::Missing)
}

/// A session of a gathering with the section that it is in.
pub(crate) fn session(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    id: Uuid,
) -> Result<(Stretch, Session), Halt> {
    for stretch in records::stretches(conn, gathering)? {
        let found = stretch.sessions.iter().find(|it| it.id == id).cloned();
        if let Some(session) = found {
            return Ok((stretch, session));
        }
    }
    Err(Halt::Missing)
}

/// Writes a section down, a new one where none is named.
///
/// # Errors
/// Refused where it ends before it begins, lies outside of the gathering's days, or would cut off
/// the hours of a session; a pause has no sessions.
pub fn put_section(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (gathering, id): (GatheringId, Option<Uuid>),
    input: &SectionInput,
) -> Result<Uuid, Halt> {
    let it = known(conn, gathering)?;
    if input.hours.ends <= input.hours.starts {
        return Err(Halt::at("end", "programme-fault-end"));
    }
    if !(0..days(&it)).contains(&input.hours.day) {
        return Err(Halt::at("day", "programme-fault-day"));
    }
    let before = match id {
        Some(id) => Some(stretch(conn, gathering, id)?),
        None if records::stretches(conn, gathering)?.len() >= MOST => {
            return Err(Halt::at("start", "programme-fault-many"));
        }
        None => None,
    };
    let sessions = before.map(|it| it.sessions).unwrap_or_default();
    if input.is_break && !sessions.is_empty() {
        return Err(Halt::at("is_break", "programme-fault-break"));
    }
    let section = Section {
        id: id.unwrap_or_else(|| moment.id()),
        gathering,
        hours: input.hours,
        title: input.title.clone(),
        is_break: input.is_break,
    };
    let stretch = Stretch { section, sessions };
    let is_outside = |its: &Session| !input.hours.holds(&stretch.hours_of(its));
    if stretch.sessions.iter().any(is_outside) {
        return Err(Halt::at("start", "programme-fault-cuts"));
    }
    records::put_section(conn, &stretch.section)?;
    for session in stretch.sessions.iter().filter(|it| it.choosable) {
        offer(conn, moment, (&stretch, session))?;
    }
    let verb = match id {
        Some(_) => "programme-section-changed",
        None => "programme-section-added",
    };
    note(conn, moment, who, &it, (verb, input.title.de.clone()))?;
    Ok(stretch.section.id)
}

/// How many days a gathering has.
pub(crate) fn days(it: &Gathering) -> i64 {
    let between = it.starts.date().until(it.ends.date());
    between.map_or(1, |span| i64::from(span.get_days()) + 1)
}

/// Takes a section away with its sessions; whoever has chosen one of them is told.
///
/// # Errors
/// Missing where the gathering has no such section.
pub fn remove_section(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (gathering, id): (GatheringId, Uuid),
) -> Result<(), Halt> {
    let it = known(conn, gathering)?;
    let stretch = stretch(conn, gathering, id)?;
    for session in &stretch.sessions {
        slots::remove_slot(conn, moment, session.id)?;
    }
    records::remove_section(conn, id)?;
    let detail = stretch.section.title.de;
    note(
        conn,
        moment,
        who,
        &it,
        ("programme-section-removed", detail),
    )?;
    Ok(())
}

/// Writes a session down, a new one where none is named. One that is open for choice can be
/// chosen with the registration from then on.
///
/// # Errors
/// Refused where its hours lie outside of the section's, where nobody registers for the gathering
/// and it is to be chosen, where fewer would find room than have chosen it, and where it is no
/// longer to be chosen though people have.
pub fn put_session(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (gathering, section, id): (GatheringId, Uuid, Option<Uuid>),
    input: &SessionInput,
) -> Result<Uuid, Halt> {
    let it = known(conn, gathering)?;
    let stretch = stretch(conn, gathering, section)?;
    if stretch.section.is_break {
        return Err(Halt::at("title_de", "programme-fault-break"));
    }
    let before = match id {
        Some(id) => {
            let mut all = stretch.sessions.iter();
            Some(all.find(|it| it.id == id).cloned().ok_or(Halt::Missing)?)
        }
        None if stretch.sessions.len() >= MOST => {
            return Err(Halt::at("title_de", "programme-fault-many"));
        }
        None => None,
    };
    let last = stretch.sessions.iter().map(|it| it.position).max();
    let session = Session {
        id: id.unwrap_or_else(|| moment.id()),
        section,
        position: before
            .as_ref()
            .map_or(last.unwrap_or(0) + 1, |it| it.position),
        title: input.title.clone(),
        text: input.text.clone(),
        own_hours: input.own_hours,
        room: input.room.clone(),
        lang: input.lang.clone(),
        marks: input.marks.clone(),
        choosable: input.choosable,
        capacity: input.capacity,
        speakers: input.speakers.clone(),
    };
    check_hours(&stretch, &session)?;
    records::put_session(conn, &session)?;
    if session.choosable {
        offer(conn, moment, (&stretch, &session))?;
    } else if before.is_some_and(|it| it.choosable) {
        withdraw(conn, moment, (gathering, session.id))?;
    }
    let verb = match id {
        Some(_) => "programme-session-changed",
        None => "programme-session-added",
    };
    note(conn, moment, who, &it, (verb, session.title.de))?;
    Ok(session.id)
}

fn check_hours(stretch: &Stretch, session: &Session) -> Result<(), Halt> {
    let Some((starts, ends)) = session.own_hours else {
        return Ok(());
    };
    if ends <= starts {
        return Err(Halt::at("end", "programme-fault-end"));
    }
    if !stretch.section.hours.holds(&stretch.hours_of(session)) {
        return Err(Halt::at("start", "programme-fault-outside"));
    }
    Ok(())
}

/// Registration says the same of a session as the programme.
fn offer(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (stretch, session): (&Stretch, &Session),
) -> Result<(), Halt> {
    let hours = stretch.hours_of(session);
    let slot = SlotInput {
        id: session.id,
        gathering: stretch.section.gathering,
        block: stretch.section.id,
        day: hours.day,
        starts: hours.starts,
        ends: hours.ends,
        position: session.position,
        block_title: stretch.section.title.clone(),
        title: session.title.clone(),
        room: session.room.clone(),
        capacity: session.capacity,
    };
    slots::put_slot(conn, moment, &slot)
}

/// A session is no longer to be chosen; nobody has yet.
fn withdraw(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (gathering, id): (GatheringId, Uuid),
) -> Result<(), Halt> {
    let all = slots::slots_of(conn, gathering)?;
    let taken = all.iter().find(|it| it.id == id).map_or(0, |it| it.taken);
    if taken > 0 {
        return Err(Halt::Refused(vec![
            Blame::at("choosable", "programme-fault-chosen").with("count", taken),
        ]));
    }
    Ok(slots::remove_slot(conn, moment, id)?)
}

/// Moves a session by one place among those beside it; at either end it stays.
///
/// # Errors
/// Missing where the gathering has no such session.
pub fn move_session(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (gathering, id): (GatheringId, Uuid),
    step: Step,
) -> Result<(), Halt> {
    let it = known(conn, gathering)?;
    let (stretch, _) = session(conn, gathering, id)?;
    let mut order = stretch.sessions;
    let from = order.iter().position(|it| it.id == id);
    let from = from.ok_or(Halt::Missing)?;
    let to = match step {
        Step::Up => from.checked_sub(1),
        Step::Down => Some(from + 1).filter(|to| *to < order.len()),
    };
    let Some(to) = to else { return Ok(()) };
    order.swap(from, to);
    let stretch = Stretch {
        section: stretch.section,
        sessions: Vec::new(),
    };
    for (position, session) in (1_i64..).zip(order) {
        records::place_session(conn, session.id, position)?;
        if session.choosable {
            let session = Session {
                position,
                ..session
            };
            offer(conn, moment, (&stretch, &session))?;
        }
    }
    let what = ("programme-session-moved", String::new());
    note(conn, moment, who, &it, what)?;
    Ok(())
}

/// Takes a session away; whoever has chosen it is told.
///
/// # Errors
/// Missing where the gathering has no such session.
pub fn remove_session(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (gathering, id): (GatheringId, Uuid),
) -> Result<(), Halt> {
    let it = known(conn, gathering)?;
    let (_, session) = session(conn, gathering, id)?;
    slots::remove_slot(conn, moment, id)?;
    records::remove_session(conn, id)?;
    let detail = session.title.de;
    note(
        conn,
        moment,
        who,
        &it,
        ("programme-session-removed", detail),
    )?;
    Ok(())
}

/// Writes down how accessible the place of a gathering is.
///
/// # Errors
/// Missing where there is no such gathering.
pub fn put_access(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: GatheringId,
    input: &Access,
) -> Result<(), Halt> {
    let it = known(conn, gathering)?;
    records::put_access(conn, gathering, input)?;
    let what = ("programme-access-changed", String::new());
    note(conn, moment, who, &it, what)?;
    Ok(())
}
