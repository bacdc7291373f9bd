//! Objections to circulated minutes, and what becomes of them.

use base::access::Actor;
use base::{Halt, MinutesId, Moment, ObjectionId};
use jiff::civil::Date;
use store::Conn;

use super::{Scene, life, note, scene, write};
use crate::records;
use crate::rules::{Act, EntryId, Objection, ObjectionState, allow};

/// An objection to one entry.
#[derive(Clone, Debug)]
pub struct NewObjection {
    /// The minutes.
    pub minutes: MinutesId,
    /// The entry.
    pub entry: EntryId,
    /// The wording that is wished for.
    pub wording: String,
    /// Why; may be empty.
    pub reason: String,
}

/// Objects to circulated minutes; `who` may be a person without an account.
///
/// # Errors
/// [`Halt::Refused`] where the minutes are not round or the term is over.
pub fn object(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    new: NewObjection,
) -> Result<ObjectionId, Halt> {
    let scene = scene(conn, new.minutes)?;
    let today = life::today(&scene, moment.now())?;
    let standing = records::standing(conn, &scene.minutes)?;
    allow(&standing, Act::Object { today })?;
    let entry = records::entry(conn, new.entry)?.ok_or(Halt::Missing)?;
    if entry.minutes != scene.minutes.id {
        return Err(Halt::Missing);
    }
    let objection = Objection {
        id: moment.id(),
        minutes: scene.minutes.id,
        network: scene.minutes.network,
        entry: entry.id,
        circulation: life::round(conn, scene.minutes.id)?,
        wording: new.wording,
        reason: new.reason,
        at: moment.now(),
        person: who.person,
        by: who.name.clone(),
        state: ObjectionState::Open,
        settled_at: None,
        settled_by: String::new(),
        meeting: None,
        agenda_item: None,
    };
    records::add_objection(conn, who.account, &objection)?;
    note(
        conn,
        moment,
        (who, &scene.minutes),
        "minutes-objected",
        entry.title,
    )?;
    Ok(objection.id)
}

/// What is to become of an objection.
#[derive(Clone, Debug)]
pub enum Settlement {
    /// The entry's public text becomes this; once nothing is open, the minutes go round again.
    Accept {
        /// The whole new public text of the entry.
        public_text: String,
        /// The last day of the new term.
        until: Date,
    },
    /// The next meeting decides; there it becomes an agenda item where one is planned.
    NextMeeting {
        /// The title of that item.
        title: String,
        /// Its explanation.
        text: String,
    },
    /// The one who objected takes it back.
    Withdraw,
}

/// Settles an open objection.
///
/// # Errors
/// [`Halt::Refused`] where it is settled already or the minutes are approved.
pub fn settle_objection(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: ObjectionId,
    settlement: Settlement,
) -> Result<(), Halt> {
    let objection = records::objection(conn, id)?.ok_or(Halt::Missing)?;
    if objection.state != ObjectionState::Open {
        return Err(Halt::no("minutes-fault-objection-settled"));
    }
    let scene = scene(conn, objection.minutes)?;
    let now = moment.now();
    let mut until = None;
    let (state, meeting, verb) = match settlement {
        Settlement::Accept {
            public_text,
            until: day,
        } => {
            write::reword(conn, moment, (who, objection.entry), public_text)?;
            until = Some(day);
            (ObjectionState::Accepted, None, "objection-accepted")
        }
        Settlement::NextMeeting { title, text } => {
            let next = gatherings::next_of_group(
                conn,
                scene.minutes.network,
                scene.minutes.group,
                later(now, scene.gathering.ends_at),
            )?;
            let meeting = match next {
                Some(next) => {
                    let item = super::put_on_agenda(conn, moment, who, next.id, (&title, &text))?;
                    Some((next.id, item))
                }
                None => None,
            };
            (ObjectionState::NextMeeting, meeting, "objection-deferred")
        }
        Settlement::Withdraw => (ObjectionState::Withdrawn, None, "objection-withdrawn"),
    };
    records::settle_objection(conn, id, state, (&who.name, now), meeting)?;
    note(conn, moment, (who, &scene.minutes), verb, String::new())?;
    go_on(conn, moment, (who, &scene), until)
}

fn later(one: jiff::Timestamp, other: jiff::Timestamp) -> jiff::Timestamp {
    if one > other { one } else { other }
}

/// Once nothing is open: a changed text goes round again, an unchanged one may lapse.
fn go_on(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, scene): (&Actor, &Scene),
    until: Option<Date>,
) -> Result<(), Halt> {
    let standing = records::standing(conn, &scene.minutes)?;
    if standing.open > 0 {
        return Ok(());
    }
    let round = life::round(conn, scene.minutes.id)?;
    if records::has_accepted(conn, scene.minutes.id, round)? {
        let until = match until {
            Some(until) => until,
            None => life::usual_term(conn, scene, moment.now())?,
        };
        life::circulate(conn, moment, who, scene.minutes.id, until)?;
        return Ok(());
    }
    life::plan_lapse(conn, moment, scene, standing.until)?;
    Ok(())
}
