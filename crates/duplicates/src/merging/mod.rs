//! Two records become one: what moves, what says the same, and how all of it goes back.

mod joining;
mod plan;
mod step;
mod undo;

use std::collections::BTreeMap;

use base::{Fault, Moment, NetworkId};
use shell::{Below, Named, Reference, Refresh, Room};
use store::Conn;
use uuid::Uuid;

use crate::rules::Pick;

pub(crate) use plan::{ACCOUNT, Asked, named_of, own_field, record_of, values};
pub use plan::{Plan, plan};
pub(crate) use step::{Step, apply};
pub(crate) use undo::put_back;

/// What all rooms declare of their columns that name people, organisations and groups.
#[derive(Clone, Debug, Default)]
pub struct Declared {
    references: Vec<Reference>,
    below: Vec<Below>,
    refresh: Vec<Refresh>,
}

impl Declared {
    /// What these rooms declare.
    pub fn of(rooms: &[Room]) -> Self {
        Self {
            references: rooms
                .iter()
                .flat_map(|room| room.references)
                .copied()
                .collect(),
            below: rooms.iter().flat_map(|room| room.below).copied().collect(),
            refresh: rooms.iter().filter_map(|room| room.refresh).collect(),
        }
    }

    /// Makes findable again what follows from a record, in all rooms.
    pub(crate) fn refresh(
        &self,
        conn: &mut Conn<'_>,
        moment: &mut Moment,
        record: (Named, Uuid),
    ) -> Result<(), Fault> {
        let mut rooms = self.refresh.iter();
        rooms.try_for_each(|refresh| refresh(conn, moment, record))
    }
}

/// Which records become one, and whose values it has.
#[derive(Clone, Debug)]
pub struct Order {
    /// Their network.
    pub network: NetworkId,
    /// What they are.
    pub named: Named,
    /// The record that stays.
    pub kept: Uuid,
    /// The record that goes.
    pub gone: Uuid,
    /// Fields by their names, those of the network's own by `own-` and their id, and `account`;
    /// of others the fuller value stays.
    pub picks: BTreeMap<String, Pick>,
}
