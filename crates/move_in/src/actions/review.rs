//! Correcting, accepting and rejecting a draft.

use base::access::Actor;
use base::{Blame, Halt, Moment, NetworkId};
use jiff::civil::Date;
use store::Conn;
use uuid::Uuid;

use super::making::{Work, make};
use super::{home_of, note};
use crate::records::drafts::{self, Decided, Draft};
use crate::records::made::{self, Made, Record};
use crate::records::uploads::{self, Upload};
use crate::rules::{self, State, Values};

/// A draft of this network.
pub(crate) fn draft_in(conn: &mut Conn<'_>, network: NetworkId, id: Uuid) -> Result<Draft, Halt> {
    drafts::draft(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)
}

/// A file of this network.
pub(crate) fn upload_in(conn: &mut Conn<'_>, network: NetworkId, id: Uuid) -> Result<Upload, Halt> {
    uploads::upload(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)
}

/// A draft that nobody has decided about.
pub(super) fn open_draft(
    conn: &mut Conn<'_>,
    (network, id): (NetworkId, Uuid),
) -> Result<Draft, Halt> {
    let draft = draft_in(conn, network, id)?;
    if draft.state == State::Open {
        Ok(draft)
    } else {
        Err(Halt::Stale)
    }
}

/// Keeps what the office has made of a draft.
///
/// # Errors
/// Missing in another network; stale once it is decided; refused without a name.
pub(crate) fn correct(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    at: (NetworkId, Uuid),
    values: &Values,
) -> Result<(), Halt> {
    let draft = open_draft(conn, at)?;
    keep(conn, &draft, values)?;
    Ok(note(conn, moment, who, &draft, "move-in-corrected")?)
}

/// Writes the corrected values, or none where they are what was found.
pub(super) fn keep(conn: &mut Conn<'_>, draft: &Draft, values: &Values) -> Result<(), Halt> {
    let name = draft.kind.called_by();
    let Some(title) = values.get(name) else {
        return Err(Halt::Refused(vec![Blame::at(name, "fault-missing")]));
    };
    let corrected = (*values != draft.found.values).then_some(values);
    let day: Option<Date> = ["day", "post_day"]
        .iter()
        .find_map(|it| values.get(*it)?.parse().ok());
    Ok(drafts::correct(conn, draft.id, corrected, (title, day))?)
}

/// Lets a draft say again what its page says.
///
/// # Errors
/// Missing in another network; stale once it is decided.
pub(crate) fn uncorrect(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    at: (NetworkId, Uuid),
) -> Result<(), Halt> {
    let draft = open_draft(conn, at)?;
    let found = draft.found.values.clone();
    keep(conn, &draft, &found)?;
    Ok(note(conn, moment, who, &draft, "move-in-uncorrected")?)
}

/// Makes records of a draft, none of which is published by that; says which.
///
/// # Errors
/// Missing in another network; stale once it is decided, so that of two who accept it at once one
/// does; refused where something is lacking.
pub(crate) fn accept(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    at: (NetworkId, Uuid),
    values: &Values,
) -> Result<(), Halt> {
    let draft = open_draft(conn, at)?;
    let lacking = rules::missing(draft.kind, values);
    if !lacking.is_empty() {
        return Err(Halt::Refused(lacking));
    }
    keep(conn, &draft, values)?;
    let network = home_of(conn, draft.network)?;
    let mut work = Work::new(who, &network, &draft);
    make(conn, moment, &mut work, (draft.kind, values))?;
    settle(conn, moment, who, (&draft, State::Accepted), work.done())
}

/// Notes what a draft has become.
pub(super) fn settle(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (draft, state): (&Draft, State),
    done: Vec<(Record, bool, Values)>,
) -> Result<(), Halt> {
    for (number, (record, is_new, facts)) in (0..).zip(done) {
        let made = Made {
            number,
            record,
            is_new,
            facts,
        };
        made::insert(conn, draft.id, &made)?;
    }
    let decided = Decided {
        state,
        account: who.account,
        actor: &who.name,
        at: Some(moment.now()),
    };
    drafts::decide(conn, draft.id, &decided)?;
    let verb = match state {
        State::Open => "move-in-undone",
        State::Accepted => "move-in-accepted",
        State::Merged => "move-in-merged",
        State::Rejected => "move-in-rejected",
    };
    Ok(note(conn, moment, who, draft, verb)?)
}

/// Lets a draft become nothing.
///
/// # Errors
/// Missing in another network; stale once it is decided.
pub(crate) fn reject(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    at: (NetworkId, Uuid),
) -> Result<(), Halt> {
    let draft = open_draft(conn, at)?;
    settle(conn, moment, who, (&draft, State::Rejected), Vec::new())
}
