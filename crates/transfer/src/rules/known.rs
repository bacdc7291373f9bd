//! What the register knows already, arranged so that a long list finds it quickly.

use std::collections::{HashMap, HashSet};

use base::{OrganisationId, PersonId};
use jiff::civil::Date;
use register::{Function, Membership, Organisation, Person, sort_key};

use super::entry::PersonPart;
use super::field::Field;

/// The register of a network.
#[derive(Default)]
pub struct Known {
    organisations: HashMap<OrganisationId, Organisation>,
    people: HashMap<PersonId, Person>,
    functions: HashMap<PersonId, Vec<Function>>,
    memberships: HashMap<OrganisationId, Vec<Membership>>,
    by_name: HashMap<String, OrganisationId>,
    people_by_name: HashMap<String, Vec<PersonId>>,
    with_contact: HashSet<OrganisationId>,
}

/// How a name is compared: without case, accents and doubled blanks.
pub(crate) fn name_key(name: &str) -> String {
    sort_key(&name.split_whitespace().collect::<Vec<_>>().join(" "))
}

impl Known {
    /// Arranges what the register has on a day.
    pub fn of(
        organisations: Vec<Organisation>,
        people: Vec<Person>,
        functions: Vec<Function>,
        memberships: Vec<Membership>,
        on: Date,
    ) -> Self {
        let mut known = Self::default();
        for it in organisations {
            known.by_name.insert(name_key(&it.name), it.id);
            known.organisations.insert(it.id, it);
        }
        for it in people {
            let names = known.people_by_name.entry(name_key(&it.name)).or_default();
            names.push(it.id);
            known.people.insert(it.id, it);
        }
        for it in functions {
            if it.contact && it.term.holds_on(on) {
                known.with_contact.insert(it.organisation);
            }
            known.functions.entry(it.person).or_default().push(it);
        }
        for it in memberships {
            let of = known.memberships.entry(it.organisation).or_default();
            of.push(it);
        }
        for ids in known.people_by_name.values_mut() {
            ids.sort_unstable();
        }
        known
    }

    /// An organisation.
    pub fn organisation(&self, id: OrganisationId) -> Option<&Organisation> {
        self.organisations.get(&id)
    }

    /// A person.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id)
    }

    /// The organisation of this name.
    pub fn named(&self, name: &str) -> Option<&Organisation> {
        self.organisations.get(self.by_name.get(&name_key(name))?)
    }

    /// An organisation's memberships.
    pub fn memberships(&self, id: OrganisationId) -> &[Membership] {
        self.memberships.get(&id).map_or(&[], Vec::as_slice)
    }

    /// What a person is at an organisation.
    pub fn functions(
        &self,
        person: PersonId,
        at: OrganisationId,
    ) -> impl Iterator<Item = &Function> {
        let functions = self.functions.get(&person).map_or(&[][..], Vec::as_slice);
        functions.iter().filter(move |it| it.organisation == at)
    }

    /// Whether somebody speaks for an organisation.
    pub fn has_contact(&self, id: OrganisationId) -> bool {
        self.with_contact.contains(&id)
    }

    /// The person that a row means, with the reason; an error where several could be meant.
    ///
    /// The one seam of matching: by name with the same mail address, then by name at the same
    /// organisation, then by name alone where nothing contradicts.
    pub fn matching(
        &self,
        part: &PersonPart,
        at: Option<OrganisationId>,
    ) -> Result<Option<(PersonId, &'static str)>, &'static str> {
        let ids = self.people_by_name.get(&name_key(&part.name));
        let named: Vec<&Person> = ids
            .into_iter()
            .flatten()
            .filter_map(|id| self.person(*id))
            .collect();
        let mail = part
            .values
            .iter()
            .find(|(field, _)| *field == Field::PersonMail);
        let mail = mail.map_or("", |(_, mail)| mail.as_str()).to_lowercase();
        let only = |found: Vec<&Person>, why| match found.as_slice() {
            [] => Ok(None),
            [one] if one.ended => Err("transfer-flaw-closed"),
            [one] => Ok(Some((one.id, why))),
            _ => Err("transfer-flaw-several"),
        };
        if !mail.is_empty() {
            let same = named
                .iter()
                .copied()
                .filter(|it| it.mail.to_lowercase() == mail);
            if let Some(found) = only(same.collect(), "transfer-why-mail")? {
                return Ok(Some(found));
            }
        }
        let fits = |it: &&Person| mail.is_empty() || it.mail.is_empty();
        if let Some(at) = at {
            let here = named.iter().copied();
            let here = here.filter(|it| self.functions(it.id, at).next().is_some());
            if let Some(found) = only(here.collect(), "transfer-why-organisation")? {
                return Ok(Some(found));
            }
        }
        only(
            named.into_iter().filter(fits).collect(),
            "transfer-why-name",
        )
    }
}
