//! What contacts change at their own organisations, and what the office says to it.

use std::hash::{DefaultHasher, Hash, Hasher};

use base::access::Actor;
use base::{Halt, Moment, NetworkId, OrganisationChangeId};
use store::Conn;

use super::{organisation_in, parts, sheets};
use crate::fields::{self, RecordKind};
use crate::records::{self, About, ChangeState, OwnChange};
use crate::types::Organisation;

/// The parts of a record, each with its text.
pub(crate) type Parts = [(String, String)];

/// How far back a part that waits is looked for.
const LOOKED_BACK: i64 = 200;

/// Notes for the office which parts a contact changed. A part that waits already goes on from
/// there; one that is again what it was waits no longer.
pub(crate) fn note_own_changes(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    at: &Organisation,
    (before, after): (&Parts, &Parts),
) -> Result<(), Halt> {
    let mut waiting = records::changes_at(conn, at.id, LOOKED_BACK)?;
    waiting.retain(|it| it.state == ChangeState::Waiting);
    let changed = before.iter().zip(after).filter(|(old, new)| old != new);
    for ((part, was), (_, became)) in changed {
        let known = waiting
            .iter()
            .find(|it| it.part == *part && it.became == *was);
        match known {
            Some(known) if known.was == *became => records::drop_change(conn, known.id)?,
            Some(known) => {
                let change = OwnChange {
                    became: became.clone(),
                    account: who.account,
                    actor: who.name.clone(),
                    at: moment.now(),
                    ..known.clone()
                };
                records::go_on_with_change(conn, &change)?;
            }
            None => {
                let change = OwnChange {
                    id: moment.id(),
                    network: at.network,
                    organisation: at.id,
                    organisation_name: at.name.clone(),
                    part: part.clone(),
                    was: was.clone(),
                    became: became.clone(),
                    account: who.account,
                    actor: who.name.clone(),
                    at: moment.now(),
                    state: ChangeState::Waiting,
                };
                records::insert_change(conn, &change)?;
            }
        }
    }
    Ok(())
}

fn waiting_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: OrganisationChangeId,
) -> Result<Option<OwnChange>, Halt> {
    let change = records::own_change(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)?;
    Ok((change.state == ChangeState::Waiting).then_some(change))
}

/// What the office saw of a contact's change: which, and a word that is another one as soon as the
/// contact writes something else there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenChange {
    /// The change.
    pub id: OrganisationChangeId,
    /// The word.
    pub mark: String,
}

impl SeenChange {
    /// What is seen of a change as it stands.
    pub fn of(change: &OwnChange) -> Self {
        let mut hasher = DefaultHasher::new();
        (&change.part, &change.was, &change.became).hash(&mut hasher);
        Self {
            id: change.id,
            mark: format!("{:016x}", hasher.finish()),
        }
    }

    /// Reads what a form sent along.
    pub fn read(text: &str) -> Option<Self> {
        let (id, mark) = text.split_once(' ')?;
        Some(Self {
            id: id.parse().ok()?,
            mark: mark.to_owned(),
        })
    }

    /// As a form sends it along.
    pub fn word(&self) -> String {
        format!("{} {}", self.id, self.mark)
    }
}

/// Leaves what contacts changed as it is, as far as the office has seen it; says how many changes
/// wait that it has not seen. Those that are settled stay so.
///
/// # Errors
/// Missing in another network.
pub fn accept_own_changes(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    seen: &[SeenChange],
) -> Result<i64, Halt> {
    let mut at = Vec::new();
    for seen in seen {
        let change = waiting_in(conn, network, seen.id)?;
        let Some(change) = change.filter(|it| SeenChange::of(it) == *seen) else {
            continue;
        };
        let settled = (change.id, ChangeState::Seen);
        records::settle_change(conn, settled, (&who.name, moment.now()))?;
        if !at.contains(&change.organisation) {
            at.push(change.organisation);
        }
    }
    for organisation in at {
        let about = super::about(network, organisation);
        let verb = "register-change-accepted";
        records::note(conn, moment, who, about, verb, String::new())?;
    }
    Ok(records::waiting_change_count(conn, network)?)
}

/// Puts back what stood there before a contact's change.
///
/// # Errors
/// Missing in another network; refused where the part has been changed again since, or what
/// stood there can no longer stand there.
pub fn take_own_change_back(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, OrganisationChangeId),
) -> Result<(), Halt> {
    let Some(change) = waiting_in(conn, network, id)? else {
        return Err(Halt::no("register-fault-change-settled"));
    };
    let organisation = organisation_in(conn, network, change.organisation)?;
    let defined = fields::of(conn, network, RecordKind::Organisation)?;
    let old = sheets::state(conn, &organisation)?;
    let now = parts::of(&old, &defined);
    let is_still = now
        .iter()
        .any(|(part, text)| *part == change.part && *text == change.became);
    if !is_still {
        return Err(Halt::no("register-fault-change-moved-on"));
    }
    let mut new = old.clone();
    parts::put(&mut new, &change.part, &change.was);
    let verb = "register-change-undone";
    sheets::write_state(conn, moment, who, (&organisation, verb), (&old, &new))?;
    let settled = (id, ChangeState::Undone);
    records::settle_change(conn, settled, (&who.name, moment.now()))?;
    Ok(())
}

/// The network as what a journal entry is about.
pub(super) fn about_network(network: NetworkId) -> About {
    About {
        network,
        kind: "network",
        subject: network.into(),
    }
}
