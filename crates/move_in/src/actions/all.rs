//! Accepting everything that is sure enough: what is complete and new becomes records, an
//! organisation that the register knows is joined with it, and the rest stays open.

use base::access::Actor;
use base::{Fault, Halt, Moment, NetworkId};
use store::Conn;
use uuid::Uuid;

use super::joining::join;
use super::matching::matches;
use super::noted;
use super::review::accept;
use crate::records::drafts::{self, Draft};
use crate::rules::{self, Kind};

/// The most drafts that are accepted at once.
const MOST: i64 = 300;

/// What would become of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It becomes records.
    Make,
    /// It goes into a record that is there.
    Join(Uuid),
    /// It stays open: something is lacking.
    Lacks,
    /// It stays open: there may be such a record already.
    Alike,
    /// It stays open: it needs a look.
    Look,
}

/// What would become of every open draft that is at least so sure.
///
/// # Errors
/// When the database fails.
pub(crate) fn plan(
    conn: &mut Conn<'_>,
    who: &Actor,
    from: (NetworkId, Option<Uuid>),
    least: i64,
) -> Result<Vec<(Draft, Fate)>, Fault> {
    let drafts = drafts::sure(conn, from, (least, MOST))?;
    let mut planned = Vec::new();
    for draft in drafts {
        let fate = fate(conn, who, &draft)?;
        planned.push((draft, fate));
    }
    Ok(planned)
}

fn fate(conn: &mut Conn<'_>, who: &Actor, draft: &Draft) -> Result<Fate, Fault> {
    if !rules::missing(draft.kind, draft.values()).is_empty() {
        return Ok(Fate::Lacks);
    }
    // A series of dates is a decision of its own; whatever contradicts itself needs a look.
    let marks = &draft.found.marks;
    if draft.kind == Kind::Recurring || marks.iter().any(|it| it.label == "contradiction") {
        return Ok(Fate::Look);
    }
    let found = matches(conn, who, draft)?;
    Ok(match (draft.kind, found.first()) {
        (Kind::Organisation, Some(known)) if known.is_strong && !known.is_closed => {
            Fate::Join(known.id)
        }
        (Kind::Gathering | Kind::Post, _) if !found.iter().any(|it| it.is_strong) => Fate::Make,
        (_, Some(_)) => Fate::Alike,
        (_, None) => Fate::Make,
    })
}

/// What accepting many has brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// By what all of it is found again, to be taken back together.
    pub(crate) bulk: Uuid,
    /// Drafts that became records.
    pub(crate) made: usize,
    /// Drafts that went into records that were there.
    pub(crate) joined: usize,
    /// Drafts that stay open.
    pub(crate) left: usize,
}

/// Accepts every open draft that is at least so sure, as [`plan`] says.
///
/// # Errors
/// When the database fails.
pub(crate) fn accept_all(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    from: (NetworkId, Option<Uuid>),
    least: i64,
) -> Result<Outcome, Halt> {
    let mut outcome = Outcome {
        bulk: moment.id(),
        made: 0,
        joined: 0,
        left: 0,
    };
    for draft in drafts::sure(conn, from, (least, MOST))? {
        // Looked at one by one: the one before may have made what this one is like.
        let fate = fate(conn, who, &draft)?;
        let at = (draft.network, draft.id);
        let tried = conn.attempt(|conn| {
            let done = match fate {
                Fate::Make => accept(conn, moment, who, at, draft.values()),
                Fate::Join(id) => join(conn, moment, who, at, id),
                Fate::Lacks | Fate::Alike | Fate::Look => Err(Halt::Stale),
            };
            done.map_err(|halt| match halt {
                Halt::Fault(fault) => fault,
                _ => Fault::new("accept what a room refuses"),
            })?;
            drafts::put_together(conn, draft.id, outcome.bulk)
        })?;
        match (tried, fate) {
            (Some(()), Fate::Join(_)) => outcome.joined += 1,
            (Some(()), _) => outcome.made += 1,
            (None, _) => outcome.left += 1,
        }
    }
    let accepted = outcome.made + outcome.joined;
    if accepted > 0 {
        let verb = ("move-in-accepted-together", accepted.to_string());
        noted(conn, moment, who, (from.0, outcome.bulk), verb)?;
    }
    Ok(outcome)
}
