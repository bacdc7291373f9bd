//! Duplicates over HTTP.

mod group;
mod list;
mod merged;
mod pair;

use base::access::Right;
use base::{Halt, NetworkId};
use shell::{Named, Routes, Visit};
use uuid::Uuid;

use crate::links;

/// The room's addresses with the rights they need.
pub(crate) fn routes(routes: &mut Routes) {
    routes.get(links::DUPLICATES, Right::RunOffice, list::show);
    routes.get(links::GROUP, Right::RunOffice, group::ask);
    routes.post(links::GROUP, Right::RunOffice, group::choose);
    routes.get(links::PAIR, Right::RunOffice, pair::show);
    routes.get(links::PREVIEW, Right::RunOffice, pair::preview);
    routes.post(links::MERGING, Right::RunOffice, pair::merge);
    routes.post(links::DIFFERENT, Right::RunOffice, list::say_different);
    routes.post(
        links::DIFFERENT_NO_MORE,
        Right::RunOffice,
        list::take_back_different,
    );
    routes.get(links::MERGED, Right::RunOffice, merged::show);
    routes.post(links::UNDOING, Right::RunOffice, merged::undo);
}

/// The network of the address: its id and slug.
fn here(visit: &Visit) -> Result<(NetworkId, String), Halt> {
    let network = visit.network()?;
    Ok((network.id, network.slug.clone()))
}

/// The places of an address that names a pair.
type Places = (String, String, String, String);

/// Which two records an address names.
#[derive(Clone, Copy)]
struct Two {
    named: Named,
    one: Uuid,
    other: Uuid,
}

impl Two {
    fn of((_, kind, one, other): &Places) -> Result<Self, Halt> {
        let id = |text: &str| text.parse().map_err(|_| Halt::Missing);
        Ok(Self {
            named: links::named(kind).ok_or(Halt::Missing)?,
            one: id(one)?,
            other: id(other)?,
        })
    }

    /// The pair, where records of its kind are looked through for such; groups are not.
    fn found_alike(self) -> Result<Self, Halt> {
        if self.named == Named::Group {
            return Err(Halt::Missing);
        }
        Ok(self)
    }

    fn link(self, address: &str, slug: &str) -> String {
        links::pair(address, slug, self.named, (self.one, self.other))
    }
}
