//! What reading a list in would do, row by row: the review is made of it, and so is the act.

use std::collections::{HashMap, HashSet};

use base::{OrganisationId, PersonId};
use register::{MembershipKind, Organisation, Person, Term};
use serde::{Deserialize, Serialize};

use super::entry::{Entry, Flaw, OrganisationPart, PersonPart};
use super::field::Field;
use super::known::{Known, name_key};

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// Nothing of it is known.
    New,
    /// It is known, and something would change.
    Match,
    /// It is known and says nothing new.
    Same,
    /// It cannot be read in.
    Wrong,
}

impl Verdict {
    /// All of them, in the order of the pages.
    pub const ALL: [Self; 4] = [Self::New, Self::Match, Self::Same, Self::Wrong];

    /// The word in the database and in addresses; the phrase key is `transfer-verdict-` and it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Match => "match",
            Self::Same => "same",
            Self::Wrong => "wrong",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// What the office decides about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Enter what is new, write what has changed.
    Take,
    /// Leave the row out.
    Leave,
    /// Enter the person anew, although one of this name is known.
    Anew,
}

impl Choice {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Take, Self::Leave, Self::Anew];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::Leave => "leave",
            Self::Anew => "anew",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// A field that would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The word of the field.
    pub field: String,
    /// What it is.
    pub from: String,
    /// What it would be.
    pub to: String,
}

/// What would become of one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What becomes of it.
    pub verdict: Verdict,
    /// What it is about, in words of the list.
    pub name: String,
    /// Phrase key of why it is taken for something that is known.
    pub why: Option<String>,
    /// The organisation that it is taken for.
    #[serde(skip)]
    pub organisation: Option<OrganisationId>,
    /// The person that it is taken for.
    #[serde(skip)]
    pub person: Option<PersonId>,
    /// What would change in these.
    pub differences: Vec<Difference>,
    /// What would be entered: phrase keys.
    pub adds: Vec<String>,
    /// What is wrong with it.
    pub flaws: Vec<Flaw>,
}

/// What the rows before said.
pub struct Plan<'k> {
    known: &'k Known,
    organisations: HashMap<String, (usize, OrganisationPart)>,
    memberships: HashMap<String, Option<(MembershipKind, Term)>>,
    people: HashMap<[String; 4], usize>,
    new_people: HashSet<(String, String)>,
    with_contact: HashSet<String>,
}

/// The fields of an organisation that a list can fill, as they are.
pub(crate) fn of_organisation(it: &Organisation, field: Field) -> &str {
    match field {
        Field::ShortName => &it.short_name,
        Field::Street => &it.street,
        Field::Postcode => &it.postcode,
        Field::Town => &it.town,
        Field::Phone => &it.phone,
        Field::Mail => &it.mail,
        Field::Web => &it.web,
        Field::Note => &it.note,
        _ => "",
    }
}

/// The fields of a person that a list can fill, as they are.
pub(crate) fn of_person(it: &Person, field: Field) -> &str {
    match field {
        Field::AddressForm => &it.address_form,
        Field::PersonMail => &it.mail,
        Field::PersonPhone => &it.phone,
        Field::PersonNote => &it.note,
        _ => "",
    }
}

fn differences<'v>(
    values: &'v [(Field, String)],
    is: impl Fn(Field) -> &'v str,
) -> Vec<Difference> {
    values
        .iter()
        .filter(|(field, value)| is(*field) != value)
        .map(|(field, value)| Difference {
            field: field.word().to_owned(),
            from: is(*field).to_owned(),
            to: value.clone(),
        })
        .collect()
}

impl<'k> Plan<'k> {
    /// A plan for a list, against what is known.
    pub fn new(known: &'k Known) -> Self {
        Self {
            known,
            organisations: HashMap::new(),
            memberships: HashMap::new(),
            people: HashMap::new(),
            new_people: HashSet::new(),
            with_contact: HashSet::new(),
        }
    }

    /// What would become of the row of this number.
    pub fn line(&mut self, number: usize, entry: &Result<Entry, Vec<Flaw>>) -> Line {
        let mut line = Line {
            verdict: Verdict::Wrong,
            name: String::new(),
            why: None,
            organisation: None,
            person: None,
            differences: Vec::new(),
            adds: Vec::new(),
            flaws: Vec::new(),
        };
        match entry {
            Err(flaws) => line.flaws.clone_from(flaws),
            Ok(entry) => self.fill(number, entry, &mut line),
        }
        line
    }

    fn fill(&mut self, number: usize, entry: &Entry, line: &mut Line) {
        let mut is_new = false;
        if let Some(part) = &entry.organisation {
            line.name.clone_from(&part.name);
            is_new = self.organisation(number, (entry, part), line);
        }
        if let Some(part) = &entry.person {
            line.name = match &entry.organisation {
                Some(at) => format!("{}, {}", part.name, at.name),
                None => part.name.clone(),
            };
            is_new = self.person(number, (entry, part), line);
        }
        line.verdict = if !line.flaws.is_empty() {
            Verdict::Wrong
        } else if is_new {
            Verdict::New
        } else if line.differences.is_empty() && line.adds.is_empty() {
            Verdict::Same
        } else {
            Verdict::Match
        };
    }

    /// Whether the organisation is new with this row.
    fn organisation(
        &mut self,
        number: usize,
        (entry, part): (&Entry, &OrganisationPart),
        line: &mut Line,
    ) -> bool {
        let key = name_key(&part.name);
        let found = self.known.named(&part.name);
        line.organisation = found.map(|it| it.id);
        if let Some((first, said)) = self.organisations.get(&key) {
            line.flaws
                .extend(repeated(*first, said, part, entry.person.is_some()));
            self.later_membership(&key, entry, line);
            return false;
        }
        self.organisations
            .insert(key.clone(), (number, part.clone()));
        self.memberships.insert(key, entry.membership);
        match found {
            None => {
                line.adds.push("transfer-adds-organisation".to_owned());
                if entry.membership.is_some() {
                    line.adds.push("transfer-adds-membership".to_owned());
                }
                true
            }
            Some(it) if it.ended => {
                line.flaws
                    .push(Flaw::new(None, "transfer-flaw-closed", &it.name));
                false
            }
            Some(it) => {
                line.why = Some("transfer-why-organisation-name".to_owned());
                line.differences = differences(&part.values, |field| of_organisation(it, field));
                if missing(self.known, it.id, entry).is_some() {
                    line.adds.push("transfer-adds-membership".to_owned());
                }
                false
            }
        }
    }

    /// Rows of one organisation must agree on how it belongs.
    fn later_membership(&self, key: &str, entry: &Entry, line: &mut Line) {
        let first = self.memberships.get(key).copied().flatten();
        if let (Some(first), Some(here)) = (first, entry.membership)
            && first != here
        {
            line.flaws
                .push(Flaw::new(None, "transfer-flaw-membership", ""));
        }
    }

    /// Whether the person is new with this row.
    fn person(
        &mut self,
        number: usize,
        (entry, part): (&Entry, &PersonPart),
        line: &mut Line,
    ) -> bool {
        let at = entry.organisation.as_ref().map(|it| name_key(&it.name));
        let at = at.unwrap_or_default();
        let mail = part.key().map_or_else(String::new, |(_, mail)| mail);
        let key = [name_key(&part.name), at, name_key(&part.function), mail];
        if let Some(first) = self.people.insert(key, number) {
            line.flaws
                .push(Flaw::new(None, "transfer-flaw-person-again", first));
            return false;
        }
        let found = match self.known.matching(part, line.organisation) {
            Ok(found) => found,
            Err(key) => {
                line.flaws.push(Flaw::new(None, key, &part.name));
                None
            }
        };
        line.person = found.map(|(id, _)| id);
        match found.and_then(|(id, why)| Some((self.known.person(id)?, why))) {
            None => {
                let is_known = part.key().is_some_and(|key| !self.new_people.insert(key));
                if !is_known {
                    line.adds.push("transfer-adds-person".to_owned());
                }
                self.function(entry, None, line);
                true
            }
            Some((it, why)) => {
                line.why = Some(why.to_owned());
                let said = differences(&part.values, |field| of_person(it, field));
                line.differences.extend(said);
                self.function(entry, Some(it.id), line);
                false
            }
        }
    }

    fn function(&mut self, entry: &Entry, person: Option<PersonId>, line: &mut Line) {
        let (Some(at), Some(part)) = (&entry.organisation, &entry.person) else {
            return;
        };
        let here = line.organisation.zip(person);
        let has = here.is_some_and(|(at, person)| {
            let same = |title: &str| {
                part.function.is_empty() || name_key(title) == name_key(&part.function)
            };
            self.known.functions(person, at).any(|it| same(&it.title))
        });
        if !has {
            line.adds.push("transfer-adds-function".to_owned());
            if self.speaks(&name_key(&at.name), line.organisation, part) {
                line.adds.push("transfer-adds-contact".to_owned());
            }
        }
    }

    /// Whether this person is to speak for the organisation: as the list says, or as the first
    /// of those for whom nobody speaks yet.
    fn speaks(&mut self, key: &str, at: Option<OrganisationId>, part: &PersonPart) -> bool {
        let nobody =
            !at.is_some_and(|at| self.known.has_contact(at)) && !self.with_contact.contains(key);
        let speaks = part.contact.unwrap_or(nobody);
        if speaks {
            self.with_contact.insert(key.to_owned());
        }
        speaks
    }
}

/// What a second row of one organisation has wrong: nothing new in it, or something else.
fn repeated(
    first: usize,
    said: &OrganisationPart,
    part: &OrganisationPart,
    with_person: bool,
) -> Vec<Flaw> {
    if !with_person {
        return vec![Flaw::new(None, "transfer-flaw-again", first)];
    }
    let is_else = part.values.iter().any(|(field, value)| {
        let before = said.values.iter().find(|(it, _)| it == field);
        before.is_none_or(|(_, before)| before != value)
    });
    if is_else {
        return vec![Flaw::new(None, "transfer-flaw-other", first)];
    }
    Vec::new()
}

/// The membership that is to be entered for an organisation, where it does not belong so yet.
/// What was chosen for all rows is for those that do not belong in any way.
pub(crate) fn missing(
    known: &Known,
    id: OrganisationId,
    entry: &Entry,
) -> Option<(MembershipKind, Term)> {
    let (kind, term) = entry.membership?;
    let mut memberships = known.memberships(id).iter();
    let belongs = memberships.any(|it| {
        !entry.says_kind
            || it.kind == kind
                && begins_before_end(it.term, term)
                && begins_before_end(term, it.term)
    });
    (!belongs).then_some((kind, term))
}

fn begins_before_end(one: Term, other: Term) -> bool {
    match (one.from, other.until) {
        (Some(from), Some(until)) => from <= until,
        _ => true,
    }
}
