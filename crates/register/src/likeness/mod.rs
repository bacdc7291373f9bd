//! Which records may be the same one: names, addresses and numbers compared as people do.
//!
//! Everything but `records.rs` is pure. Each record has a few keys, words of which records that
//! are the same share at least one; only records that share a key are compared. Keys and likely
//! pairs are renewed whenever a record is written.

mod contact;
mod index;
mod names;
mod records;
mod score;
#[cfg(test)]
mod tests;
mod waiting;

use base::{Fault, NetworkId};
use shell::Named;
use store::Conn;
use uuid::Uuid;

use crate::actions::{OrganisationInput, PersonInput};
use crate::types::{Organisation, Person};

pub use index::{Index, Likely};
pub use score::{Reason, compare};
pub(crate) use waiting::{FILLING, JOB};
pub use waiting::{Progress, compare_some, progress, put_off, take_up};

/// What is known of a record that may be in the register already.
#[derive(Clone, Copy, Debug, Default)]
pub struct Probe<'p> {
    /// Whether it is an organisation and no person.
    pub is_organisation: bool,
    /// Its name.
    pub name: &'p str,
    /// An organisation's short name.
    pub short_name: &'p str,
    /// Its mail address.
    pub mail: &'p str,
    /// Its telephone number.
    pub phone: &'p str,
    /// Its web address.
    pub web: &'p str,
    /// Its street and number.
    pub street: &'p str,
    /// Its postcode.
    pub postcode: &'p str,
    /// Its town.
    pub town: &'p str,
}

impl<'p> Probe<'p> {
    /// A person.
    pub const fn person(name: &'p str, mail: &'p str, phone: &'p str) -> Self {
        Self {
            is_organisation: false,
            name,
            short_name: "",
            mail,
            phone,
            web: "",
            street: "",
            postcode: "",
            town: "",
        }
    }

    /// What it would be in the register.
    pub const fn named(&self) -> Named {
        if self.is_organisation {
            Named::Organisation
        } else {
            Named::Person
        }
    }
}

impl<'p> From<&'p Person> for Probe<'p> {
    fn from(it: &'p Person) -> Self {
        Self::person(&it.name, &it.mail, &it.phone)
    }
}

impl<'p> From<&'p PersonInput> for Probe<'p> {
    fn from(it: &'p PersonInput) -> Self {
        Self::person(&it.name, &it.mail, &it.phone)
    }
}

impl<'p> From<&'p OrganisationInput> for Probe<'p> {
    fn from(it: &'p OrganisationInput) -> Self {
        Self {
            is_organisation: true,
            name: &it.name,
            short_name: &it.short_name,
            mail: &it.mail,
            phone: &it.phone,
            web: &it.web,
            street: &it.street,
            postcode: &it.postcode,
            town: &it.town,
        }
    }
}

impl<'p> From<&'p Organisation> for Probe<'p> {
    fn from(it: &'p Organisation) -> Self {
        Self {
            is_organisation: true,
            name: &it.name,
            short_name: &it.short_name,
            mail: &it.mail,
            phone: &it.phone,
            web: &it.web,
            street: &it.street,
            postcode: &it.postcode,
            town: &it.town,
        }
    }
}

/// A record that may be the one that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its id: of an organisation or a person, as the probe is.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Whether its record is closed.
    pub ended: bool,
    /// How likely it is, up to 100.
    pub score: u8,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The most candidates that help anybody.
const MOST: usize = 20;

/// The records of a network that may be this one, the likeliest first; closed ones too.
///
/// # Errors
/// When the database fails.
pub fn candidates(
    conn: &mut Conn<'_>,
    network: NetworkId,
    probe: &Probe<'_>,
) -> Result<Vec<Candidate>, Fault> {
    let own = score::Prepared::of(probe);
    let keys = own.keys();
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let mut found: Vec<Candidate> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for other in records::sharing(conn, network, (probe.named(), &keys))? {
        if !seen.insert(other.id) {
            continue;
        }
        let its = score::Prepared::of(&other.probe(probe.is_organisation));
        let verdict = score::compared(&own, &its);
        if let Some((score, reasons)) = verdict {
            found.push(Candidate {
                id: other.id,
                name: other.name,
                ended: other.ended,
                score,
                reasons,
            });
        }
    }
    found.sort_by(|a, b| (b.score, &a.name, a.id).cmp(&(a.score, &b.name, b.id)));
    found.truncate(MOST);
    Ok(found)
}

/// Renews the keys of a record and the pairs that it is likely one of.
fn keep(conn: &mut Conn<'_>, place: (NetworkId, Uuid), probe: &Probe<'_>) -> Result<(), Fault> {
    records::forget(conn, probe.named(), place.1)?;
    enter(conn, place, probe)
}

/// The same for a record that was not there before.
fn enter(
    conn: &mut Conn<'_>,
    (network, id): (NetworkId, Uuid),
    probe: &Probe<'_>,
) -> Result<(), Fault> {
    if waiting::waits(conn, (probe.named(), id))? {
        return Ok(());
    }
    let found = candidates(conn, network, probe)?;
    records::write_keys(conn, id, (probe.named(), &score::keys(probe)))?;
    for it in found {
        records::write_pair(conn, network, (probe.named(), id), &it)?;
    }
    Ok(())
}

/// Forgets what was compared of a record: whoever takes a person's words out of the register
/// past its own acts calls this, or [`crate::refresh`] where the record stays.
///
/// # Errors
/// When the database fails.
pub fn forget(conn: &mut Conn<'_>, named: Named, id: Uuid) -> Result<(), Fault> {
    records::forget(conn, named, id)
}

/// Renews what is compared of a person.
pub(crate) fn keep_person(conn: &mut Conn<'_>, it: &Person) -> Result<(), Fault> {
    keep(conn, (it.network, it.id.into()), &it.into())
}

/// Enters what is compared of a person who was not there before.
pub(crate) fn enter_person(conn: &mut Conn<'_>, it: &Person) -> Result<(), Fault> {
    enter(conn, (it.network, it.id.into()), &it.into())
}

/// Enters what is compared of an organisation that was not there before.
pub(crate) fn enter_organisation(conn: &mut Conn<'_>, it: &Organisation) -> Result<(), Fault> {
    enter(conn, (it.network, it.id.into()), &it.into())
}

/// Renews what is compared of an organisation.
pub(crate) fn keep_organisation(conn: &mut Conn<'_>, it: &Organisation) -> Result<(), Fault> {
    keep(conn, (it.network, it.id.into()), &it.into())
}
