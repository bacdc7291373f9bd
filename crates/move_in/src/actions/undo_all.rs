//! Taking back what was accepted together, with the care of taking back a single decision: what
//! was changed or used since stays, and so do the decisions that it belongs to.

use base::access::Actor;
use base::{Halt, Moment, NetworkId};
use store::Conn;
use uuid::Uuid;

use super::facts;
use super::noted;
use super::undo::{is_as_made, undo_some};
use crate::records::drafts::{self, Draft};
use crate::records::made::{self, Made};
use crate::rules::Values;

/// A draft that was accepted together with others.
pub(crate) struct Foreseen {
    /// The draft.
    pub(crate) draft: Draft,
    /// Whether something that it made or filled was changed since, and so would stay.
    pub(crate) stays: bool,
}

/// What taking back together would come to, as far as it can be seen before; what is used
/// elsewhere shows itself in the act only.
///
/// # Errors
/// Missing where the network has accepted nothing as this; stale where all of it is open again.
pub(crate) fn foresee(
    conn: &mut Conn<'_>,
    network: NetworkId,
    bulk: Uuid,
) -> Result<Vec<Foreseen>, Halt> {
    let mut all = Vec::new();
    for draft in members(conn, network, bulk)? {
        let made = made::of_draft(conn, draft.id)?;
        all.push((draft, made));
    }
    let made: Vec<&Made> = all.iter().flat_map(|(_, made)| made).collect();
    let mut changed = Vec::new();
    for it in &made {
        let now = facts::now(conn, network, it)?;
        changed.push(now.is_some_and(|now| !is_as_made(&without(now, it, &made), it)));
    }
    let mut changed = changed.into_iter();
    Ok(all
        .into_iter()
        .map(|(draft, made)| Foreseen {
            draft,
            stays: changed.by_ref().take(made.len()).filter(|it| *it).count() > 0,
        })
        .collect())
}

/// What was accepted together and still is.
fn members(conn: &mut Conn<'_>, network: NetworkId, bulk: Uuid) -> Result<Vec<Draft>, Halt> {
    let found = drafts::of_bulk(conn, network, bulk)?;
    if !found.is_empty() {
        return Ok(found);
    }
    Err(if drafts::is_bulk(conn, network, bulk)? {
        Halt::Stale
    } else {
        Halt::Missing
    })
}

/// What a record that is new says without what others of the same act have filled in it, which
/// goes before it does.
fn without(mut now: Values, made: &Made, all: &[&Made]) -> Values {
    let filling = all
        .iter()
        .filter(|it| made.is_new && !it.is_new && it.record == made.record);
    for it in filling {
        now.retain(|name, value| it.facts.get(name) != Some(&*value));
    }
    now
}

/// What taking back together came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    /// Drafts that are open again.
    pub(crate) undone: usize,
    /// Drafts of which something stays.
    pub(crate) stays: usize,
}

/// Takes back everything that was accepted together.
///
/// # Errors
/// Missing where the network has accepted nothing as this; stale where all of it is open again.
pub(crate) fn undo_all(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, bulk): (NetworkId, Uuid),
) -> Result<Taken, Halt> {
    let mut left = members(conn, network, bulk)?;
    let all = left.len();
    // What one holds on to may go once another has let it go: a series, an organisation.
    loop {
        let (mut still, mut moved) = (Vec::new(), 0);
        for draft in left {
            let (gone, stays) = undo_some(conn, moment, who, &draft)?;
            moved += gone;
            if stays > 0 {
                still.push(draft);
            }
        }
        left = still;
        if left.is_empty() || moved == 0 {
            break;
        }
    }
    let taken = Taken {
        undone: all - left.len(),
        stays: left.len(),
    };
    let verb = ("move-in-undone-together", taken.undone.to_string());
    noted(conn, moment, who, (network, bulk), verb)?;
    Ok(taken)
}
