//! How a plan comes about: each row against the register and against the rows before it.

use std::collections::{HashMap, HashSet};

use base::{OrganisationId, PersonId};
use register::likeness::Index;
use register::{Function, MembershipKind, Organisation, Probe, Term};
use uuid::Uuid;

use super::votes::Ballot;
use super::{Line, Pick, Picks, Planned, Verdict};
use crate::rules::entry::{Entry, Flaw, OrganisationPart, PersonPart, Unread};
use crate::rules::field::Field;
use crate::rules::guide::Guide;
use crate::rules::known::{Known, Like, Matched, is_ordered, name_key, probe, told_function};
use crate::rules::values::{Difference, differences, differences_of_person};

/// What the rows before said.
pub struct Plan<'k> {
    pub(super) known: &'k Known,
    guide: &'k Guide,
    /// What the organisations of the list are called.
    names: HashSet<String>,
    /// Which organisation a name of the list means.
    meant: HashMap<String, Meant>,
    seen: HashMap<Which, Seen>,
    people: HashMap<[String; 4], usize>,
    new_people: HashSet<(String, String)>,
    with_contact: HashSet<String>,
    /// The organisations that the list enters, by the numbers of their rows.
    alike: Index,
    /// What the rows do to votes.
    pub(super) ballots: Vec<Ballot>,
    /// How many rows came before.
    pub(super) place: usize,
}

/// Phrase key of why a row means a record that the office chose.
const CHOSEN: &str = "transfer-why-chosen";

/// Which organisation a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meant {
    Known(OrganisationId),
    New,
    /// The office has not said yet.
    Open,
    /// One whose record is closed.
    Closed,
}

/// By what rows of one organisation find each other.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Which {
    Known(OrganisationId),
    Named(String),
}

/// What the first row of an organisation said.
struct Seen {
    number: usize,
    part: OrganisationPart,
    membership: Option<(MembershipKind, Term)>,
}

impl Planned {
    fn begun() -> Self {
        Self {
            line: Line {
                verdict: Verdict::Wrong,
                name: String::new(),
                why: None,
                organisation: None,
                person: None,
                differences: Vec::new(),
                adds: Vec::new(),
                flaws: Vec::new(),
                notes: Vec::new(),
            },
            organisations: Vec::new(),
            people: Vec::new(),
            mark: String::new(),
            asks: false,
        }
    }

    fn add(&mut self, key: &str) {
        self.line.adds.push(key.to_owned());
    }

    fn flaw(&mut self, key: &str, what: impl std::fmt::Display) {
        self.line.flaws.push(Flaw::new(None, key, what));
    }

    /// That the office chose it says more than anything else.
    fn why(&mut self, key: &str) {
        if self.line.why.as_deref() != Some(CHOSEN) {
            self.line.why = Some(key.to_owned());
        }
    }
}

impl<'k> Plan<'k> {
    /// A plan for a list with organisations of these names, against what is known.
    pub fn new((known, guide): (&'k Known, &'k Guide), names: HashSet<String>) -> Self {
        Self {
            known,
            guide,
            names,
            meant: HashMap::new(),
            seen: HashMap::new(),
            people: HashMap::new(),
            new_people: HashSet::new(),
            with_contact: HashSet::new(),
            alike: Index::default(),
            ballots: Vec::new(),
            place: 0,
        }
    }

    /// What would become of the row of this number, with what the office chose for it.
    pub fn line(&mut self, number: usize, entry: &Result<Entry, Unread>, picks: Picks) -> Planned {
        let mut it = Planned::begun();
        match entry {
            Err(unread) => {
                it.line.name.clone_from(&unread.name);
                it.line.flaws.clone_from(&unread.flaws);
            }
            Ok(entry) => {
                self.fill(number, (entry, picks), &mut it);
                self.ballots.extend(self.ballot(number, entry, &it.line));
            }
        }
        self.place += 1;
        it
    }

    fn fill(&mut self, number: usize, (entry, picks): (&Entry, Picks), it: &mut Planned) {
        let mut is_new = false;
        if let Some(part) = &entry.organisation {
            it.line.name.clone_from(&part.name);
            is_new = self.organisation(number, (entry, part, picks.organisation), it);
        }
        if let Some(part) = &entry.person {
            it.line.name = match &entry.organisation {
                Some(at) => format!("{}, {}", part.name, at.name),
                None => part.name.clone(),
            };
            is_new = self.person(number, (entry, part, picks.person), it);
        }
        let line = &mut it.line;
        line.verdict = if !line.flaws.is_empty() {
            Verdict::Wrong
        } else if it.asks {
            Verdict::Like
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
        (entry, part, pick): (&Entry, &OrganisationPart, Pick<OrganisationId>),
        it: &mut Planned,
    ) -> bool {
        let key = name_key(&part.name);
        let meant = match self.meant.get(&key) {
            Some(meant) => *meant,
            None => self.mean(part, pick, it),
        };
        self.meant.insert(key.clone(), meant);
        let which = match meant {
            Meant::Known(id) => {
                it.line.organisation = Some(id);
                Which::Known(id)
            }
            _ => Which::Named(key),
        };
        if meant == Meant::Closed {
            it.flaw("transfer-flaw-closed", &part.name);
            return false;
        }
        if let Some(seen) = self.seen.get(&which) {
            let flaws = repeated(seen, part, entry);
            it.line.flaws.extend(flaws);
            if meant == Meant::Open {
                it.asks = true;
                let note = Flaw::new(None, "transfer-note-asked-above", seen.number);
                it.line.notes.push(note);
            }
            return false;
        }
        self.parent(part, it);
        self.seen.insert(
            which,
            Seen {
                number,
                part: part.clone(),
                membership: entry.membership,
            },
        );
        let found = it
            .line
            .organisation
            .and_then(|id| self.known.organisation(id));
        match found {
            None => {
                self.new_organisation(number, (entry, part, meant), it);
                true
            }
            Some(found) => {
                self.known_organisation(found, (entry, part), it);
                false
            }
        }
    }

    /// Which organisation a name means that comes for the first time.
    fn mean(&self, part: &OrganisationPart, pick: Pick<OrganisationId>, it: &mut Planned) -> Meant {
        if let Some(found) = self.known.named(&part.name) {
            if !matches!(pick, Pick::Open) && pick != Pick::Known(found.id) {
                "transfer-mark-named".clone_into(&mut it.mark);
            }
            if found.ended {
                return Meant::Closed;
            }
            it.why("transfer-why-organisation-name");
            return Meant::Known(found.id);
        }
        it.organisations = self.known.alike(part);
        match pick {
            Pick::Known(id) if self.known.is_open(id) => {
                it.why(CHOSEN);
                offered(&mut it.organisations, id.into());
                return Meant::Known(id);
            }
            Pick::New => return Meant::New,
            Pick::Known(_) => "transfer-mark-gone".clone_into(&mut it.mark),
            Pick::Open => {}
        }
        if it.organisations.is_empty() {
            Meant::New
        } else {
            it.asks = true;
            Meant::Open
        }
    }

    /// An organisation that stands above must be known, or stand in the list.
    fn parent(&self, part: &OrganisationPart, it: &mut Planned) {
        let name = part.value(Field::Parent);
        let key = name_key(name);
        if name.is_empty() || key == name_key(&part.name) {
            return;
        }
        if self.known.named(name).is_none() && !self.names.contains(&key) {
            it.flaw("transfer-flaw-parent", name);
        }
    }

    fn new_organisation(
        &mut self,
        number: usize,
        (entry, part, meant): (&Entry, &OrganisationPart, Meant),
        it: &mut Planned,
    ) {
        let probe: Probe<'_> = probe(part);
        if let Some(like) = self.alike.like(&probe).first() {
            let row = like.id.as_u128();
            it.line
                .notes
                .push(Flaw::new(None, "transfer-note-like-row", row));
        }
        if let Ok(row) = u128::try_from(number) {
            self.alike.add(Uuid::from_u128(row), &probe);
        }
        if meant == Meant::New {
            it.add("transfer-adds-organisation");
            if entry.membership.is_some() {
                it.add("transfer-adds-membership");
            }
        }
    }

    fn known_organisation(
        &self,
        found: &Organisation,
        (entry, part): (&Entry, &OrganisationPart),
        it: &mut Planned,
    ) {
        let sheet = self.known.sheet(found);
        let line = &mut it.line;
        line.differences = differences(&sheet, &part.values, self.guide);
        let (parent, said) = (self.known.parent_name(found.id), part.value(Field::Parent));
        if !said.is_empty() && name_key(parent) != name_key(said) {
            line.differences
                .push(Difference::of(Field::Parent, parent, said));
        }
        if self.known.missing(found.id, entry).is_some() {
            it.add("transfer-adds-membership");
            return;
        }
        let kind = entry.membership.map(|(kind, _)| kind);
        let Some(belongs) = self.known.membership(found.id, kind) else {
            return;
        };
        let values = self.known.values_of(belongs.id);
        for (field, value) in &entry.membership_values {
            let Field::Custom(_, id) = field else {
                continue;
            };
            let from = values.get(id).map_or("", String::as_str);
            if from != value {
                it.line
                    .differences
                    .push(Difference::of(*field, from, value));
            }
        }
    }

    /// Whether the person is new with this row.
    fn person(
        &mut self,
        number: usize,
        (entry, part, pick): (&Entry, &PersonPart, Pick<PersonId>),
        it: &mut Planned,
    ) -> bool {
        let at = entry.organisation.as_ref().map(|at| name_key(&at.name));
        let mail = part.key().map_or_else(String::new, |(_, mail)| mail);
        let key = [
            name_key(&part.name),
            at.unwrap_or_default(),
            name_key(&part.function),
            mail,
        ];
        if let Some(first) = self.people.insert(key, number) {
            it.flaw("transfer-flaw-person-again", first);
            return false;
        }
        it.line.person = self.meet(part, (pick, entry.organisation.is_some()), it);
        let Some(found) = it.line.person.and_then(|id| self.known.person(id)) else {
            let is_known = part.key().is_some_and(|key| !self.new_people.insert(key));
            if !is_known && !it.asks {
                it.add("transfer-adds-person");
            }
            self.function(entry, None, it);
            return true;
        };
        let sheet = self.known.person_sheet(found);
        let differ = differences_of_person(&sheet, &part.values);
        it.line.differences.extend(differ);
        self.function(entry, Some(found.id), it);
        false
    }

    /// The person whom a row means.
    fn meet(
        &self,
        part: &PersonPart,
        (pick, names_one): (Pick<PersonId>, bool),
        it: &mut Planned,
    ) -> Option<PersonId> {
        let matched = self.known.matching(part, (it.line.organisation, names_one));
        match &matched {
            Matched::Sure(id, _) => offered(&mut it.people, (*id).into()),
            Matched::Like(likes) => it.people.clone_from(likes),
            Matched::Closed | Matched::Nobody => {}
        }
        match pick {
            Pick::New => return None,
            Pick::Known(id) if self.known.person(id).is_some_and(|it| !it.ended) => {
                it.why(CHOSEN);
                offered(&mut it.people, id.into());
                return Some(id);
            }
            Pick::Known(_) => "transfer-mark-gone".clone_into(&mut it.mark),
            Pick::Open => {}
        }
        match matched {
            Matched::Sure(id, why) => {
                it.why(why);
                Some(id)
            }
            Matched::Closed => {
                it.flaw("transfer-flaw-closed", &part.name);
                None
            }
            Matched::Like(_) | Matched::Nobody => {
                it.asks |= !it.people.is_empty();
                None
            }
        }
    }

    fn function(&mut self, entry: &Entry, person: Option<PersonId>, it: &mut Planned) {
        let (Some(at), Some(part)) = (&entry.organisation, &entry.person) else {
            return;
        };
        let here = it.line.organisation.zip(person);
        let known = here.and_then(|(at, person)| self.known.function(person, at, part));
        let term = match (known, here) {
            (Some(known), _) => told_function(known, part).1,
            (None, Some((at, person))) => self.known.term(person, at, part),
            (None, None) => part.term,
        };
        if !is_ordered(term) {
            it.flaw("transfer-flaw-function-term", "");
        }
        if let Some(known) = known {
            it.line
                .differences
                .extend(differences_of_function(known, part));
        } else {
            it.add("transfer-adds-function");
            if self.speaks(&name_key(&at.name), it.line.organisation, part) {
                it.add("transfer-adds-contact");
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

/// Lets a record be among those that are offered.
fn offered(likes: &mut Vec<Like>, id: Uuid) {
    if likes.iter().all(|it| it.id != id) {
        likes.push(Like {
            id,
            reasons: Vec::new(),
        });
    }
}

/// What a row says of a function that is known, where it is something else.
fn differences_of_function(known: &Function, part: &PersonPart) -> Vec<Difference> {
    let word = |it: bool| if it { "yes" } else { "no" }.to_owned();
    let day = |day: Option<jiff::civil::Date>| day.map(|it| it.to_string()).unwrap_or_default();
    let mark = |field, said: Option<bool>, is: bool| {
        said.filter(|said| *said != is)
            .map(|said| Difference::of(field, word(is), word(said)))
    };
    let days = |field, said: Option<jiff::civil::Date>, is| {
        let differs = said.is_some() && said != is;
        differs.then(|| Difference::of(field, day(is), day(said)))
    };
    [
        mark(Field::Contact, part.contact, known.contact),
        mark(Field::Voting, part.voting, known.voting),
        days(Field::FunctionSince, part.term.from, known.term.from),
        days(Field::FunctionUntil, part.term.until, known.term.until),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What a second row of one organisation has wrong: nothing new in it, or something else.
fn repeated(seen: &Seen, part: &OrganisationPart, entry: &Entry) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let is_else = part.values.iter().any(|(field, value)| {
        let before = seen.part.values.iter().find(|(it, _)| it == field);
        before.is_none_or(|(_, before)| before != value)
    });
    if entry.person.is_none() {
        flaws.push(Flaw::new(None, "transfer-flaw-again", seen.number));
    } else if is_else {
        flaws.push(Flaw::new(None, "transfer-flaw-other", seen.number));
    }
    if let (Some(first), Some(here)) = (seen.membership, entry.membership)
        && first != here
    {
        flaws.push(Flaw::new(None, "transfer-flaw-membership", ""));
    }
    flaws
}
