//! One row after the other into the register, with a note of each change.

use std::collections::{HashMap, HashSet};

use base::access::Actor;
use base::{Halt, Moment, OrganisationId, PersonId};
use register::actions::{
    FunctionInput, Hand, MembershipInput, PersonInput, Sheet, add_function, add_membership,
    add_organisation, add_person, add_person_at, add_sheet, change_function, change_membership,
    change_organisation, change_person, change_sheet, fill_membership, sheet_of,
};
use register::fields::{self, Of, RecordKind, Values};
use register::{Function, Person, Profile};
use store::Conn;

use super::check::Ground;
use super::snapshots;
use crate::records::{self, Change, Changed, Outcome, Transfer};
use crate::rules::{
    Entry, Field, Guide, Known, Line, OrganisationPart, PersonPart, PersonSheet, begun, filled,
    gives_up_vote, name_key, told, told_function,
};

/// What a person is called at an organisation where the list does not say it.
const NAMELESS: &str = "Ansprechperson";

/// Writes rows, and remembers what the rows before have entered.
pub(super) struct Writer<'w, 'c> {
    conn: &'w mut Conn<'c>,
    moment: &'w mut Moment,
    who: &'w Actor,
    transfer: &'w Transfer,
    known: &'w Known,
    guide: &'w Guide,
    organisations: HashMap<String, OrganisationId>,
    written: HashSet<OrganisationId>,
    people: HashMap<(String, String), PersonId>,
    with_contact: HashSet<OrganisationId>,
    /// The rows whose function was written ahead of the others.
    ahead: HashSet<usize>,
    /// What is to stand above which organisation, by name, with the row that says so.
    parents: Vec<(usize, OrganisationId, String)>,
    number: i64,
    /// What was written so far.
    pub(super) outcome: Outcome,
}

/// A person's record as its form shows it.
pub(super) fn person_sheet(it: &Person, values: Values) -> PersonSheet {
    PersonSheet {
        main: PersonInput {
            name: it.name.clone(),
            sort_name: it.sort_name.clone(),
            address_form: it.address_form.clone(),
            mail: it.mail.clone(),
            phone: it.phone.clone(),
            lang: it.lang,
            note: it.note.clone(),
        },
        values,
    }
}

fn values_of(said: &[(Field, String)]) -> Values {
    let own = said.iter().filter_map(|(field, value)| match field {
        Field::Custom(_, id) => Some((*id, value.clone())),
        _ => None,
    });
    own.collect()
}

impl<'w, 'c> Writer<'w, 'c> {
    pub(super) fn new(
        conn: &'w mut Conn<'c>,
        moment: &'w mut Moment,
        (who, transfer): (&'w Actor, &'w Transfer),
        ground: &'w Ground,
    ) -> Self {
        Self {
            conn,
            moment,
            who,
            transfer,
            known: &ground.known,
            guide: &ground.guide,
            organisations: HashMap::new(),
            written: HashSet::new(),
            people: HashMap::new(),
            with_contact: HashSet::new(),
            ahead: HashSet::new(),
            parents: Vec::new(),
            number: 0,
            outcome: Outcome::default(),
        }
    }

    /// Lets a row's person give up the vote of an organisation, before any other gets it.
    pub(super) fn give_up_vote(
        &mut self,
        number: usize,
        entry: &Entry,
        line: &Line,
    ) -> Result<(), Halt> {
        let (Some(part), Some(person), Some(at)) = (&entry.person, line.person, line.organisation)
        else {
            return Ok(());
        };
        let known = self.known;
        match known.function(person, at, part) {
            Some(function) if gives_up_vote(function, part) => {
                self.ahead.insert(number);
                self.change_function(function, part)
            }
            _ => Ok(()),
        }
    }

    /// Writes what a row says.
    pub(super) fn row(&mut self, number: usize, entry: &Entry, line: &Line) -> Result<(), Halt> {
        let organisation = match &entry.organisation {
            Some(part) => Some(self.organisation((number, entry), part, line)?),
            None => None,
        };
        let Some(part) = &entry.person else {
            return Ok(());
        };
        match (self.known_person(part, line.person)?, organisation) {
            (Some(_), Some(_)) if self.ahead.contains(&number) => Ok(()),
            (Some(person), Some(at)) => self.function(part, person, at),
            (None, Some(at)) => self.add_person_at(part, at),
            (None, None) => self.add_person(part).map(drop),
            (Some(_), None) => Ok(()),
        }
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
        (number, entry): (usize, &Entry),
        part: &OrganisationPart,
        line: &Line,
    ) -> Result<OrganisationId, Halt> {
        let key = name_key(&part.name);
        let before = line.organisation.filter(|id| self.written.contains(id));
        if let Some(id) = before.or_else(|| self.organisations.get(&key).copied()) {
            return Ok(id);
        }
        let known = line.organisation.and_then(|id| self.known.organisation(id));
        let id = match known {
            Some(it) => {
                let was = self.known.sheet(it);
                self.change_organisation(it.id, &was, part)?;
                it.id
            }
            None => self.add_organisation(part)?,
        };
        self.organisations.insert(key, id);
        self.written.insert(id);
        let parent = part.value(Field::Parent);
        if !parent.is_empty() {
            self.parents.push((number, id, parent.to_owned()));
        }
        self.belong(id, entry)?;
        Ok(id)
    }

    fn add_organisation(&mut self, part: &OrganisationPart) -> Result<OrganisationId, Halt> {
        let sheet = filled(begun(&part.name), &part.values, self.guide);
        let network = self.transfer.network;
        let is_plain = sheet.profile == Profile::default() && sheet.values.is_empty();
        let id = if is_plain {
            add_organisation(self.conn, self.moment, self.who, network, &sheet.main)?
        } else {
            add_sheet(self.conn, self.moment, self.who, network, &sheet)?
        };
        self.outcome.organisations += 1;
        let became = snapshots::of_organisation(&self.kept(id, sheet, is_plain)?);
        self.note(Changed::Organisation(id), String::new(), became)?;
        Ok(id)
    }

    /// A record as the register has kept it, where it may have brought it into another form.
    fn kept(&mut self, id: OrganisationId, sheet: Sheet, is_plain: bool) -> Result<Sheet, Halt> {
        if is_plain {
            return Ok(sheet);
        }
        let kept = register::organisation(self.conn, id)?.ok_or(Halt::Missing)?;
        Ok(sheet_of(self.conn, &kept)?)
    }

    fn change_organisation(
        &mut self,
        id: OrganisationId,
        was: &Sheet,
        part: &OrganisationPart,
    ) -> Result<(), Halt> {
        let sheet = filled(was.clone(), &part.values, self.guide);
        if sheet == *was {
            return Ok(());
        }
        let place = (self.transfer.network, id);
        let is_plain = sheet.profile == was.profile && sheet.values == was.values;
        if is_plain {
            change_organisation(self.conn, self.moment, self.who, place, &sheet.main)?;
        } else {
            let change = (&sheet, Hand::Office);
            change_sheet(self.conn, self.moment, self.who, place, change)?;
        }
        self.outcome.changed += 1;
        let became = snapshots::of_organisation(&self.kept(id, sheet, is_plain)?);
        self.note(
            Changed::Organisation(id),
            snapshots::of_organisation(was),
            became,
        )
    }

    /// Puts organisations below those that stand above them; these may have come later.
    ///
    /// # Errors
    /// Refused, with the row, where one stands above itself or was left out.
    pub(super) fn parents(&mut self) -> Result<(), Halt> {
        for (number, id, name) in std::mem::take(&mut self.parents) {
            self.parent(id, &name)
                .map_err(|halt| super::write::at_row(halt, number))?;
        }
        Ok(())
    }

    fn parent(&mut self, id: OrganisationId, name: &str) -> Result<(), Halt> {
        let known = self.known.named(name).map(|it| it.id);
        let parent = known.or_else(|| self.organisations.get(&name_key(name)).copied());
        let parent = parent.ok_or_else(|| Halt::no("transfer-fault-parent-left"))?;
        let it = register::organisation(self.conn, id)?.ok_or(Halt::Missing)?;
        let mut sheet = sheet_of(self.conn, &it)?;
        if parent == id || sheet.profile.parent == Some(parent) {
            return Ok(());
        }
        let was = snapshots::of_organisation(&sheet);
        sheet.profile.parent = Some(parent);
        let place = (self.transfer.network, id);
        let change = (&sheet, Hand::Office);
        change_sheet(self.conn, self.moment, self.who, place, change)?;
        let became = snapshots::of_organisation(&sheet);
        self.note(Changed::Organisation(id), was, became)
    }

    /// Enters how an organisation belongs to the network, or what is said of it.
    fn belong(&mut self, organisation: OrganisationId, entry: &Entry) -> Result<(), Halt> {
        let network = self.transfer.network;
        let values = values_of(&entry.membership_values);
        if let Some((kind, term)) = self.known.missing(organisation, entry) {
            let input = MembershipInput {
                organisation,
                kind,
                term,
            };
            let id = add_membership(self.conn, self.moment, self.who, network, &input)?;
            if !values.is_empty() {
                let of = Of {
                    kind: RecordKind::Membership,
                    id: id.into(),
                };
                fill_membership(self.conn, self.moment, (network, of), &values)?;
            }
            self.outcome.memberships += 1;
            let became = snapshots::of_membership((kind, term), &values);
            return self.note(Changed::Membership(id), String::new(), became);
        }
        let kind = entry.membership.map(|(kind, _)| kind);
        let Some(known) = self.known.membership(organisation, kind) else {
            return Ok(());
        };
        let was = self.known.values_of(known.id);
        let mut is = was.clone();
        is.extend(values);
        if is == was {
            return Ok(());
        }
        let place = (network, known.id);
        change_membership(self.conn, self.moment, self.who, place, (known.term, &is))?;
        self.outcome.changed += 1;
        let (was, became) = (
            snapshots::membership(known, &was),
            snapshots::membership(known, &is),
        );
        self.note(Changed::Membership(known.id), was, became)
    }

    /// The person of a row where the register knows it, with what the row says, or where a row
    /// before has entered it.
    fn known_person(
        &mut self,
        part: &PersonPart,
        known: Option<PersonId>,
    ) -> Result<Option<PersonId>, Halt> {
        if let Some(it) = known.and_then(|id| self.known.person(id)) {
            let was = self.known.person_sheet(it);
            let is = told(was.clone(), &part.values);
            if is != was {
                self.write_person(it.id, (&was, &is))?;
                self.outcome.changed += 1;
                let (was, became) = (snapshots::of_person(&was), snapshots::of_person(&is));
                self.note(Changed::Person(it.id), was, became)?;
            }
            return Ok(Some(it.id));
        }
        let key = part.key();
        Ok(key.and_then(|key| self.people.get(&key).copied()))
    }

    /// The record of a person who is new.
    fn begun(part: &PersonPart) -> PersonSheet {
        let blank = PersonSheet {
            main: PersonInput {
                name: part.name.clone(),
                sort_name: part.sort_name.clone(),
                address_form: "neutral".to_owned(),
                ..PersonInput::default()
            },
            values: Values::new(),
        };
        told(blank, &part.values)
    }

    fn add_person(&mut self, part: &PersonPart) -> Result<PersonId, Halt> {
        let sheet = Self::begun(part);
        let network = self.transfer.network;
        let id = add_person(self.conn, self.moment, self.who, network, &sheet.main)?;
        self.entered(part, id, &sheet)?;
        Ok(id)
    }

    /// Enters a person with the function, so that it is made findable once.
    fn add_person_at(&mut self, part: &PersonPart, at: OrganisationId) -> Result<(), Halt> {
        let sheet = Self::begun(part);
        let input = self.new_function(part, at);
        let place = (self.transfer.network, &sheet.main);
        let (title, marks) = (input.title.clone(), (input.contact, input.voting));
        let term = input.term;
        let (id, function) = add_person_at(self.conn, self.moment, self.who, place, input)?;
        self.entered(part, id, &sheet)?;
        self.outcome.functions += 1;
        let became = snapshots::of_function((&title, marks, term));
        self.note(Changed::Function(function), String::new(), became)
    }

    /// Notes that a person was entered.
    fn entered(
        &mut self,
        part: &PersonPart,
        id: PersonId,
        sheet: &PersonSheet,
    ) -> Result<(), Halt> {
        self.save_values(id, &sheet.values)?;
        self.outcome.people += 1;
        if let Some(key) = part.key() {
            self.people.insert(key, id);
        }
        self.note(
            Changed::Person(id),
            String::new(),
            snapshots::of_person(sheet),
        )
    }

    /// A function that a row says and nobody has yet; whose it is, is not said.
    fn new_function(&mut self, part: &PersonPart, organisation: OrganisationId) -> FunctionInput {
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
        FunctionInput {
            person: PersonId::from(uuid::Uuid::nil()),
            organisation,
            title: title.to_owned(),
            contact,
            voting: part.voting.unwrap_or(false),
            term: part.term,
        }
    }

    fn write_person(
        &mut self,
        id: PersonId,
        (was, is): (&PersonSheet, &PersonSheet),
    ) -> Result<(), Halt> {
        if was.main != is.main {
            let place = (self.transfer.network, id);
            change_person(self.conn, self.moment, self.who, place, &is.main)?;
        }
        if was.values != is.values {
            self.save_values(id, &is.values)?;
        }
        Ok(())
    }

    fn save_values(&mut self, id: PersonId, values: &Values) -> Result<(), Halt> {
        if values.is_empty() {
            return Ok(());
        }
        let of = Of {
            kind: RecordKind::Person,
            id: id.into(),
        };
        let place = (self.transfer.network, of);
        fields::save(self.conn, self.moment, self.who, place, values)
    }

    fn function(
        &mut self,
        part: &PersonPart,
        person: PersonId,
        organisation: OrganisationId,
    ) -> Result<(), Halt> {
        let known = self.known;
        if let Some(function) = known.function(person, organisation, part) {
            return self.change_function(function, part);
        }
        let input = FunctionInput {
            person,
            term: self.known.term(person, organisation, part),
            ..self.new_function(part, organisation)
        };
        let network = self.transfer.network;
        let id = add_function(self.conn, self.moment, self.who, network, &input)?;
        self.outcome.functions += 1;
        let marks = (input.contact, input.voting);
        let became = snapshots::of_function((&input.title, marks, input.term));
        self.note(Changed::Function(id), String::new(), became)
    }

    fn change_function(&mut self, known: &Function, part: &PersonPart) -> Result<(), Halt> {
        let (marks, term) = told_function(known, part);
        let (was, became) = (
            snapshots::function(known),
            snapshots::of_function((&known.title, marks, term)),
        );
        if was == became {
            return Ok(());
        }
        let place = (self.transfer.network, known.id);
        let input = (known.title.as_str(), marks, term);
        change_function(self.conn, self.moment, self.who, place, input)?;
        self.outcome.changed += 1;
        self.note(Changed::Function(known.id), was, became)
    }
}
