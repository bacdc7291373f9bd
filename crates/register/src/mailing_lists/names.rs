//! What is called how in the filters of mailing lists.

use base::{Fault, NetworkId};
use store::Conn;

use super::rules::Wanted;
use crate::fields::{self, CustomField};
use crate::profile::FieldOfWork;
use crate::regions::{self, Region};
use crate::types::Group;

/// The names that filters need.
pub(super) struct Names {
    pub(super) groups: Vec<Group>,
    pub(super) works: Vec<FieldOfWork>,
    /// The network's own fields, closed ones too.
    pub(super) fields: Vec<CustomField>,
    regions: Vec<Region>,
}

impl Names {
    /// The names for these filters of a network.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) fn read(
        conn: &mut Conn<'_>,
        network: NetworkId,
        filters: &[&Wanted],
    ) -> Result<Self, Fault> {
        let mut keys: Vec<String> = filters.iter().map(|it| it.region.clone()).collect();
        keys.retain(|key| !key.is_empty());
        keys.sort_unstable();
        keys.dedup();
        Ok(Self {
            groups: crate::records::groups_of(conn, network)?,
            works: crate::records::fields_of_work(conn, network)?,
            fields: fields::every(conn, network)?,
            regions: regions::chosen(conn, &keys)?,
        })
    }

    /// What the region of a filter is called; empty where it asks for none.
    pub(super) fn region<'n>(&'n self, wanted: &'n Wanted) -> &'n str {
        let known = self.regions.iter().find(|it| it.ags == wanted.region);
        known.map_or(&wanted.region, |it| &it.label)
    }

    /// What the fields of work of a filter are called.
    pub(super) fn works(&self, wanted: &Wanted) -> String {
        let wished = self.works.iter().filter(|it| wanted.works.contains(&it.id));
        let names: Vec<&str> = wished.map(|it| it.name.as_str()).collect();
        names.join(", ")
    }
}
