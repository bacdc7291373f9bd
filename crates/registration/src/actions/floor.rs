//! One desk at work: its rules, its dates, its places. Whatever frees a place passes it on
//! before the write ends.

use base::{Fault, GatheringId, Halt, Moment};
use store::{Asked, Conn};
use uuid::Uuid;

use super::{Event, known_desk, settle, tell, wake_by};
use crate::records::{self, AskedLine};
use crate::rules::{Desk, Line, Offered, Passing, Place, PlaceState, Registration, Waiting};

/// A desk with everything that decides who gets a place.
pub(crate) struct Floor {
    pub(crate) desk: Desk,
    pub(crate) dates: Vec<Offered>,
    pub(crate) line: Line,
}

/// Whoever stands so far behind in line has to wait for another round.
const MOST: i64 = 20_000;

/// A desk that was asked for, to be heard with what else was asked.
pub(super) struct AskedFloor {
    desk: Asked<Desk>,
    dates: Asked<Offered>,
    line: AskedLine,
}

impl AskedFloor {
    /// # Errors
    /// Missing where the desk is gone.
    pub(super) fn heard(self, conn: &mut Conn<'_>) -> Result<Floor, Halt> {
        Ok(Floor {
            desk: self.desk.one(conn)?.ok_or(Halt::Missing)?,
            dates: self.dates.all(conn)?,
            line: self.line.heard(conn)?,
        })
    }
}

impl Floor {
    /// Reads it.
    pub(crate) fn of(conn: &mut Conn<'_>, desk: Desk, now: jiff::Timestamp) -> Result<Self, Fault> {
        let dates = records::ask_offered(conn, &desk)?;
        let line = records::line(conn, desk.id, now)?;
        let dates = dates.all(conn)?;
        Ok(Self { desk, dates, line })
    }

    /// Asks for the desk that somebody has seen, as it is now.
    pub(super) fn ask(
        conn: &mut Conn<'_>,
        seen: &Desk,
        now: jiff::Timestamp,
    ) -> Result<AskedFloor, Fault> {
        Ok(AskedFloor {
            desk: records::ask_desk(conn, seen.id)?,
            dates: records::ask_offered(conn, seen)?,
            line: records::ask_line(conn, seen.id, now)?,
        })
    }

    /// Reads the one of this id.
    pub(crate) fn at(conn: &mut Conn<'_>, desk: Uuid, now: jiff::Timestamp) -> Result<Self, Halt> {
        let desk = known_desk(conn, desk)?;
        Ok(Self::of(conn, desk, now)?)
    }

    /// A date of the desk that one can register for.
    pub(crate) fn date(&self, gathering: GatheringId) -> Option<&Offered> {
        let mut dates = self.dates.iter();
        dates.find(|it| it.id == gathering && self.line.knows(gathering))
    }

    /// The date of a place, whatever became of it.
    pub(crate) fn date_of(&self, place: &Place) -> Result<Offered, Fault> {
        let mut dates = self.dates.iter();
        let found = dates.find(|it| it.id == place.gathering);
        found
            .cloned()
            .ok_or_else(|| Fault::new("find the date of a place"))
    }

    /// Gives a place to somebody where one is free: taken of every quota in this write. Says
    /// whether it was; the place itself is the caller's to write down.
    pub(crate) fn seat(
        &mut self,
        conn: &mut Conn<'_>,
        place: &mut Place,
        mine: &[Uuid],
    ) -> Result<bool, Fault> {
        let Some(contingent) = self.line.seat(place.gathering, mine) else {
            return Ok(false);
        };
        records::take(conn, &self.line.quotas_of(place.gathering))?;
        if let Some(contingent) = contingent {
            records::use_contingent(conn, contingent, 1)?;
        }
        place.contingent = contingent;
        place.holds = true;
        Ok(true)
    }

    /// Takes the place back, where it holds one; the place itself is the caller's to write down.
    pub(crate) fn vacate(&mut self, conn: &mut Conn<'_>, place: &mut Place) -> Result<(), Fault> {
        if !place.holds {
            return Ok(());
        }
        records::release(conn, (self.desk.id, place.gathering))?;
        for quota in &mut self.line.quotas {
            if quota.covers.contains(&place.gathering) {
                quota.taken -= 1;
            }
        }
        if let Some(id) = place.contingent.take() {
            records::use_contingent(conn, id, -1)?;
            let mut all = self.line.contingents.iter_mut();
            if let Some(it) = all.find(|it| it.id == id) {
                it.used -= 1;
            }
        }
        place.holds = false;
        place.until = None;
        Ok(())
    }

    /// Gives what is free to the first in line, or offers it.
    pub(crate) fn pass_on(
        &mut self,
        conn: &mut Conn<'_>,
        moment: &mut Moment,
    ) -> Result<(), Fault> {
        loop {
            let waiting = self.waiting(conn, moment.now())?;
            // The rule counts on its own copy; what it moves is taken below, one by one.
            let moves = self.line.clone().pass_on(&waiting);
            if moves.is_empty() {
                return Ok(());
            }
            // Whoever gets one place stops waiting for others: then there may be more to pass on.
            for it in moves {
                self.hand_on(conn, moment, it.place)?;
            }
        }
    }

    /// Who stands in line where something is free, in their order.
    fn waiting(&self, conn: &mut Conn<'_>, now: jiff::Timestamp) -> Result<Vec<Waiting>, Fault> {
        let mut waiting = Vec::new();
        for date in &self.dates {
            if date.starts_at <= now || date.state != gatherings::State::Announced {
                continue;
            }
            let limit = if self.line.contingents.is_empty() {
                self.line.free(date.id, None).unwrap_or(MOST).max(0)
            } else {
                MOST
            };
            if limit > 0 {
                waiting.extend(records::in_line(conn, date.id, limit)?);
            }
        }
        waiting.sort_by_key(|(number, it)| (*number, it.place));
        Ok(waiting.into_iter().map(|(_, it)| it).collect())
    }

    fn hand_on(&mut self, conn: &mut Conn<'_>, moment: &mut Moment, id: Uuid) -> Result<(), Fault> {
        let Some(mut place) = records::place(conn, id)? else {
            return Ok(());
        };
        let Some(registration) = records::registration(conn, place.registration)? else {
            return Ok(());
        };
        let mine: Vec<Uuid> = place.contingent.into_iter().collect();
        if place.state != PlaceState::Waiting || !self.seat(conn, &mut place, &mine)? {
            return Ok(());
        }
        let others = records::same_person(conn, (self.desk.id, &place.who_key))?;
        // Nobody loses a place on another day unasked.
        let has_another = others.iter().any(|it| it.id != place.id && it.holds);
        if self.desk.passing == Passing::Give && !has_another {
            return self.give(conn, moment, (&registration, place), ("given", ""));
        }
        let date = self.date_of(&place)?;
        let until = self.desk.offer_ends(&date, moment.now());
        place.until = Some(until);
        settle(
            conn,
            moment,
            &mut place,
            (PlaceState::Offered, "offered", ""),
        )?;
        wake_by(conn, moment, self.desk.network, until)?;
        tell(
            conn,
            moment,
            (&registration, &date),
            (Event::Offered, Some(place.id)),
        )
    }

    /// A place that was waited for or offered is the person's: what else the same person waits
    /// for or holds at this desk ends with it.
    pub(crate) fn give(
        &mut self,
        conn: &mut Conn<'_>,
        moment: &mut Moment,
        (registration, mut place): (&Registration, Place),
        (step, by): (&str, &str),
    ) -> Result<(), Fault> {
        for mut other in records::same_person(conn, (self.desk.id, &place.who_key))? {
            if other.id == place.id {
                continue;
            }
            let end = if other.holds { "rebooked" } else { "settled" };
            self.vacate(conn, &mut other)?;
            settle(conn, moment, &mut other, (PlaceState::Cancelled, end, by))?;
        }
        let state = self.joined(registration);
        settle(conn, moment, &mut place, (state, step, by))?;
        let date = self.date_of(&place)?;
        tell(
            conn,
            moment,
            (registration, &date),
            (Event::Given, Some(place.id)),
        )
    }

    /// What a place becomes once it is sure: the person's, or a matter of approval.
    pub(crate) fn joined(&self, registration: &Registration) -> PlaceState {
        let is_by_office = registration.through == crate::rules::Through::Office;
        let asks = self.desk.approval || registration.tie == "asked";
        if asks && !is_by_office {
            PlaceState::Requested
        } else {
            PlaceState::Confirmed
        }
    }
}
