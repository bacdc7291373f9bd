//! What public calendars hold of each gathering, kept until the gathering is written again: one
//! change must not cost the writing of a thousand others.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use base::access::{Actor, Decision, Right, decide};
use base::{Fault, GatheringId, NetworkId};
use calendar::Written;
use jiff::Timestamp;
use store::Conn;

use super::ics_events;
use crate::records::gathering::{Reach, for_calendars, gathering, revisions};
use crate::rules::Gathering;

/// From so many on, all of a network's are read at once.
const MANY: usize = 20;

/// A gathering as of a revision; nothing of one that is not everyone's.
type Kept = (i64, Option<Arc<Written>>);

/// The gatherings of each network's public calendar, by its address and so by its language.
#[derive(Default)]
pub(crate) struct Shelf(Mutex<HashMap<String, HashMap<GatheringId, Kept>>>);

impl Shelf {
    /// The gatherings of a network's public calendar from an instant on, in order.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) fn events(
        &self,
        conn: &mut Conn<'_>,
        (network, network_url): (NetworkId, &str),
        since: Timestamp,
    ) -> Result<Vec<Arc<Written>>, Fault> {
        let now = revisions(conn, network, since)?;
        let mut kept = self.taken(network_url);
        let is_new = |it: &&(GatheringId, i64)| kept.get(&it.0).is_none_or(|kept| kept.0 != it.1);
        let new: Vec<_> = now.iter().filter(is_new).copied().collect();
        kept.extend(written(conn, (network, network_url), since, &new)?);
        let shown: HashMap<_, _> = now
            .iter()
            .filter_map(|(id, _)| kept.remove(id).map(|kept| (*id, kept)))
            .collect();
        let events = now.iter().filter_map(|(id, _)| shown.get(id)?.1.clone());
        let events = events.collect();
        self.put(network_url, shown);
        Ok(events)
    }

    /// What is kept of a calendar, out of the shelf: whoever comes meanwhile writes it anew.
    fn taken(&self, network_url: &str) -> HashMap<GatheringId, Kept> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.remove(network_url).unwrap_or_default()
    }

    fn put(&self, network_url: &str, kept: HashMap<GatheringId, Kept>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(network_url.to_owned(), kept);
    }
}

/// Reads and writes what is new.
fn written(
    conn: &mut Conn<'_>,
    (network, network_url): (NetworkId, &str),
    since: Timestamp,
    new: &[(GatheringId, i64)],
) -> Result<HashMap<GatheringId, Kept>, Fault> {
    let mut found: HashMap<_, _> = new.iter().map(|it| (it.0, (it.1, None))).collect();
    let mut read = if new.len() > MANY {
        for_calendars(conn, (network, Reach::Public), since)?
    } else {
        each(conn, new)?
    };
    read.retain(|it| found.contains_key(&it.id) && is_everyones(it));
    let events = ics_events(&read, network_url, true);
    for (it, event) in read.iter().zip(&events) {
        if let Some(kept) = found.get_mut(&it.id) {
            kept.1 = Some(Arc::new(Written::of(event)));
        }
    }
    Ok(found)
}

fn each(conn: &mut Conn<'_>, new: &[(GatheringId, i64)]) -> Result<Vec<Gathering>, Fault> {
    let mut read = Vec::with_capacity(new.len());
    for (id, _) in new {
        read.extend(gathering(conn, *id)?);
    }
    Ok(read)
}

/// Feeds without a secret address say what somebody unknown may read, whoever fetches them.
fn is_everyones(it: &Gathering) -> bool {
    let nobody = Actor::default();
    decide(&nobody, Right::ReadRecord, &it.subject(false)) == Decision::Allowed
}
