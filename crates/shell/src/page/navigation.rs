//! The main navigation: what everybody reads, and what those find who belong to the network.

use crate::room::{NavEntry, Section};
use crate::visit::Visit;

/// So many entries stand side by side; more stand under their sections.
const SIDE_BY_SIDE: usize = 9;

/// An entry of the main navigation.
pub struct Nav {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether the page lies below it.
    pub current: bool,
}

/// An entry, or a section with its entries.
pub struct Branch {
    /// The entry, or the section with the address of its first entry.
    pub entry: Nav,
    /// What stands in the section.
    pub below: Vec<Nav>,
}

impl Branch {
    const fn single(entry: Nav) -> Self {
        let below = Vec::new();
        Self { entry, below }
    }
}

impl AsRef<Nav> for Branch {
    fn as_ref(&self) -> &Nav {
        &self.entry
    }
}

/// What everybody may go to.
pub(super) fn public(visit: &Visit) -> Vec<Nav> {
    entries(visit, true)
        .into_iter()
        .map(|(_, entry)| entry)
        .collect()
}

/// What only those may go to who belong to the network.
pub(super) fn inner(visit: &Visit) -> Vec<Branch> {
    let mut entries = entries(visit, false);
    if entries.len() <= SIDE_BY_SIDE {
        let single = |(_, entry)| Branch::single(entry);
        return entries.into_iter().map(single).collect();
    }
    entries.sort_by_key(|(section, _)| *section);
    let mut sections: Vec<(Section, Vec<Nav>)> = Vec::new();
    for (section, entry) in entries {
        match sections.last_mut() {
            Some((last, below)) if *last == section => below.push(entry),
            _ => sections.push((section, vec![entry])),
        }
    }
    sections
        .into_iter()
        .filter_map(|(section, below)| gathered(visit, section, below))
        .collect()
}

/// A section leads to its first entry; one with a single entry is that entry.
fn gathered(visit: &Visit, section: Section, mut below: Vec<Nav>) -> Option<Branch> {
    if below.len() < 2 {
        return below.pop().map(Branch::single);
    }
    let entry = Nav {
        label: visit.say(section.key()).to_owned(),
        href: below.first()?.href.clone(),
        current: below.iter().any(|entry| entry.current),
    };
    Some(Branch { entry, below })
}

/// Marks the entry that a page's path leads through, where the page's address does not say it.
pub(super) fn lead_through(nav: &mut [Nav], inner: &mut [Branch], href: &str) {
    let is_marked = nav.iter().any(|entry| entry.current);
    if is_marked || inner.iter().any(|branch| branch.entry.current) {
        return;
    }
    for entry in nav.iter_mut().filter(|entry| entry.href == href) {
        entry.current = true;
    }
    for Branch { entry, below } in inner {
        if below.is_empty() {
            entry.current = entry.href == href;
        }
        for entry_below in below.iter_mut().filter(|it| it.href == href) {
            entry_below.current = true;
            entry.current = true;
        }
    }
}

fn entries(visit: &Visit, is_public: bool) -> Vec<(Section, Nav)> {
    let Some(network) = &visit.network else {
        return Vec::new();
    };
    let home = format!("/{}", network.slug);
    let mut entries: Vec<_> = visit.app.rooms.iter().flat_map(|room| room.nav).collect();
    entries.sort_by_key(|entry| entry.order);
    entries
        .into_iter()
        .filter(|entry| (entry.section == Section::Public) == is_public)
        .filter(|entry| visit.may_here(entry.right))
        .map(|entry| (entry.section, one(visit, &home, entry)))
        .collect()
}

fn one(visit: &Visit, home: &str, entry: &NavEntry) -> Nav {
    let path = format!("{home}{}", entry.path);
    let current = visit.path == path
        || (!entry.path.is_empty() && visit.path.starts_with(&format!("{path}/")));
    Nav {
        label: visit.say(entry.key).to_owned(),
        href: visit.href(&path),
        current,
    }
}
