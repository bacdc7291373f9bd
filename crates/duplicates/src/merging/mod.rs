//! Two records become one: what moves, what says the same, and how all of it goes back.

mod plan;
mod step;
mod undo;

use std::collections::BTreeMap;

use base::NetworkId;
use shell::{Below, Named, Reference, Room};
use uuid::Uuid;

use crate::rules::Pick;

pub(crate) use plan::{ACCOUNT, named_of, own_field, record_of, values};
pub use plan::{Plan, plan};
pub(crate) use step::{Step, apply};
pub(crate) use undo::put_back;

/// What all rooms declare of their columns that name people and organisations.
#[derive(Clone, Debug, Default)]
pub struct Declared {
    references: Vec<Reference>,
    below: Vec<Below>,
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
        }
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
