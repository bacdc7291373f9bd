//! One row after the other into the register, with a note of each change.

use std::collections::{HashMap, HashSet};

use base::access::Actor;
use base::{Halt, Moment, OrganisationId, PersonId};
use register::Term;
use register::actions::{
    FunctionInput, MembershipInput, OrganisationInput, PersonInput, add_function, add_membership,
    add_organisation, add_person, change_organisation, change_person,
};
use store::Conn;

use super::snapshots;
use crate::records::{self, Change, Changed, Outcome, Transfer};
use crate::rules::{Entry, Field, Known, Line, OrganisationPart, PersonPart, missing, name_key};

/// What a person is called at an organisation where the list does not say it.
const NAMELESS: &str = "Ansprechperson";

/// Writes rows, and remembers what the rows before have entered.
pub(super) struct Writer<'w, 'c> {
    conn: &'w mut Conn<'c>,
    moment: &'w mut Moment,
    who: &'w Actor,
    transfer: &'w Transfer,
    known: &'w Known,
    organisations: HashMap<String, OrganisationId>,
    people: HashMap<(String, String), PersonId>,
    with_contact: HashSet<OrganisationId>,
    number: i64,
    /// What was written so far.
    pub(super) outcome: Outcome,
}

impl<'w, 'c> Writer<'w, 'c> {
    pub(super) fn new(
        conn: &'w mut Conn<'c>,
        moment: &'w mut Moment,
        (who, transfer): (&'w Actor, &'w Transfer),
        known: &'w Known,
    ) -> Self {
        Self {
            conn,
            moment,
            who,
            transfer,
            known,
            organisations: HashMap::new(),
            people: HashMap::new(),
            with_contact: HashSet::new(),
            number: 0,
            outcome: Outcome::default(),
        }
    }

    /// Writes what a row says; `anew` enters its person although one of this name is known.
    pub(super) fn row(&mut self, entry: &Entry, line: &Line, anew: bool) -> Result<(), Halt> {
        let organisation = match &entry.organisation {
            Some(part) => Some(self.organisation(entry, part)?),
            None => None,
        };
        if let Some(part) = &entry.person {
            let known = line.person.filter(|_| !anew);
            let person = self.person(part, known)?;
            if let Some(at) = organisation {
                self.function(part, person, at)?;
            }
        }
        Ok(())
    }

    fn note(&mut self, of: Changed, was: String, became: String) -> Result<(), Halt> {
        self.number += 1;
        let change = Change {
            number: self.number,
            of,
            was,
            became,
        };
        Ok(records::insert_change(
            self.conn,
            self.transfer.id,
            &change,
            false,
        )?)
    }

    fn organisation(
        &mut self,
        entry: &Entry,
        part: &OrganisationPart,
    ) -> Result<OrganisationId, Halt> {
        let key = name_key(&part.name);
        if let Some(id) = self.organisations.get(&key) {
            return Ok(*id);
        }
        let id = match self.known.named(&part.name) {
            Some(it) => {
                let was = snapshots::organisation_input(it);
                self.change_organisation(it.id, &was, part)?;
                it.id
            }
            None => self.add_organisation(part)?,
        };
        self.organisations.insert(key, id);
        if let Some((kind, term)) = missing(self.known, id, entry) {
            self.membership(id, (kind, term))?;
        }
        Ok(id)
    }

    fn add_organisation(&mut self, part: &OrganisationPart) -> Result<OrganisationId, Halt> {
        let input = filled(
            OrganisationInput {
                name: part.name.clone(),
                ..OrganisationInput::default()
            },
            part,
        );
        let network = self.transfer.network;
        let id = add_organisation(self.conn, self.moment, self.who, network, &input)?;
        self.outcome.organisations += 1;
        let became = snapshots::of_organisation(&input);
        self.note(Changed::Organisation(id), String::new(), became)?;
        Ok(id)
    }

    fn change_organisation(
        &mut self,
        id: OrganisationId,
        was: &OrganisationInput,
        part: &OrganisationPart,
    ) -> Result<(), Halt> {
        let input = filled(was.clone(), part);
        if input == *was {
            return Ok(());
        }
        let place = (self.transfer.network, id);
        change_organisation(self.conn, self.moment, self.who, place, &input)?;
        self.outcome.changed += 1;
        let (was, became) = (
            snapshots::of_organisation(was),
            snapshots::of_organisation(&input),
        );
        self.note(Changed::Organisation(id), was, became)
    }

    fn membership(
        &mut self,
        organisation: OrganisationId,
        (kind, term): (register::MembershipKind, Term),
    ) -> Result<(), Halt> {
        let input = MembershipInput {
            organisation,
            kind,
            term,
        };
        let network = self.transfer.network;
        let id = add_membership(self.conn, self.moment, self.who, network, &input)?;
        self.outcome.memberships += 1;
        let became = snapshots::of_membership((kind, term));
        self.note(Changed::Membership(id), String::new(), became)
    }

    fn person(&mut self, part: &PersonPart, known: Option<PersonId>) -> Result<PersonId, Halt> {
        if let Some(it) = known.and_then(|id| self.known.person(id)) {
            let was = snapshots::person_input(it);
            let input = told(was.clone(), part);
            if input != was {
                let place = (self.transfer.network, it.id);
                change_person(self.conn, self.moment, self.who, place, &input)?;
                self.outcome.changed += 1;
                let (was, became) = (snapshots::of_person(&was), snapshots::of_person(&input));
                self.note(Changed::Person(it.id), was, became)?;
            }
            return Ok(it.id);
        }
        let key = part.key();
        if let Some(id) = key.as_ref().and_then(|key| self.people.get(key)) {
            return Ok(*id);
        }
        let input = told(
            PersonInput {
                name: part.name.clone(),
                sort_name: part.sort_name.clone(),
                address_form: "neutral".to_owned(),
                ..PersonInput::default()
            },
            part,
        );
        let network = self.transfer.network;
        let id = add_person(self.conn, self.moment, self.who, network, &input)?;
        self.outcome.people += 1;
        let became = snapshots::of_person(&input);
        self.note(Changed::Person(id), String::new(), became)?;
        if let Some(key) = key {
            self.people.insert(key, id);
        }
        Ok(id)
    }

    fn function(
        &mut self,
        part: &PersonPart,
        person: PersonId,
        organisation: OrganisationId,
    ) -> Result<(), Halt> {
        let is_same =
            |title: &str| part.function.is_empty() || name_key(title) == name_key(&part.function);
        let mut here = self.known.functions(person, organisation);
        if here.any(|it| is_same(&it.title)) {
            return Ok(());
        }
        let nobody =
            !self.known.has_contact(organisation) && !self.with_contact.contains(&organisation);
        let contact = part.contact.unwrap_or(nobody);
        if contact {
            self.with_contact.insert(organisation);
        }
        let title = if part.function.is_empty() {
            NAMELESS
        } else {
            &part.function
        };
        let input = FunctionInput {
            person,
            organisation,
            title: title.to_owned(),
            contact,
            voting: false,
            term: Term::default(),
        };
        let network = self.transfer.network;
        let id = add_function(self.conn, self.moment, self.who, network, &input)?;
        self.outcome.functions += 1;
        let became = snapshots::of_function((title, contact, Term::default()));
        self.note(Changed::Function(id), String::new(), became)
    }
}

/// The organisation with what the list says of it.
fn filled(mut it: OrganisationInput, part: &OrganisationPart) -> OrganisationInput {
    for (field, value) in &part.values {
        let place = match field {
            Field::ShortName => &mut it.short_name,
            Field::Street => &mut it.street,
            Field::Postcode => &mut it.postcode,
            Field::Town => &mut it.town,
            Field::Phone => &mut it.phone,
            Field::Mail => &mut it.mail,
            Field::Web => &mut it.web,
            Field::Note => &mut it.note,
            _ => continue,
        };
        place.clone_from(value);
    }
    it
}

/// The person with what the list says of it.
fn told(mut it: PersonInput, part: &PersonPart) -> PersonInput {
    for (field, value) in &part.values {
        let place = match field {
            Field::AddressForm => &mut it.address_form,
            Field::PersonMail => &mut it.mail,
            Field::PersonPhone => &mut it.phone,
            Field::PersonNote => &mut it.note,
            _ => continue,
        };
        place.clone_from(value);
    }
    it
}
