//! What the register knows already, arranged so that a long list finds it quickly.

use std::collections::{HashMap, HashSet};

use base::{OrganisationId, PersonId};
use jiff::civil::Date;
use register::actions::{PersonInput, Sheet};
use register::fields::Values;
use register::likeness::{Index, Likely};
use register::{
    Function, Membership, MembershipKind, Organisation, Person, Probe, Profile, Reason, Term,
    sort_key,
};
use uuid::Uuid;

use super::entry::{Entry, OrganisationPart, PersonPart};
use super::field::Field;
use super::values::PersonSheet;

/// The register of a network.
#[derive(Default)]
pub struct Known {
    organisations: HashMap<OrganisationId, Organisation>,
    profiles: HashMap<OrganisationId, Profile>,
    people: HashMap<PersonId, Person>,
    functions: HashMap<PersonId, Vec<Function>>,
    memberships: HashMap<OrganisationId, Vec<Membership>>,
    /// What stands in the network's own fields, by record.
    values: HashMap<Uuid, Values>,
    by_name: HashMap<String, OrganisationId>,
    people_by_name: HashMap<String, Vec<PersonId>>,
    with_contact: HashSet<OrganisationId>,
    /// Who gives, gave or will give an organisation's vote.
    voters: HashMap<OrganisationId, Vec<Function>>,
    organisations_alike: Index,
    people_alike: Index,
    on: Date,
}

/// A record that a row may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Like {
    /// Its id: of an organisation or a person.
    pub id: Uuid,
    /// Why; nothing where the office chose it.
    pub reasons: Vec<Reason>,
}

impl From<Likely> for Like {
    fn from(it: Likely) -> Self {
        Self {
            id: it.id,
            reasons: it.reasons,
        }
    }
}

/// What the register says to the person of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matched {
    /// It is this one, and why.
    Sure(PersonId, &'static str),
    /// It may be one of these.
    Like(Vec<Like>),
    /// It is one whose record is closed.
    Closed,
    /// Nobody is like that.
    Nobody,
}

/// How many records that a row may mean are shown.
const MOST_LIKE: usize = 5;
/// From here on somebody is asked about a person who is at another organisation.
const WORTH_ASKING: u8 = 60;

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
        let mut known = Self {
            on,
            ..Self::default()
        };
        for it in organisations {
            known.by_name.insert(name_key(&it.name), it.id);
            if !it.ended {
                let probe = Probe::from(&it);
                known.organisations_alike.add(it.id.into(), &probe);
            }
            known.organisations.insert(it.id, it);
        }
        for it in people {
            let names = known.people_by_name.entry(name_key(&it.name)).or_default();
            names.push(it.id);
            if !it.ended {
                known.people_alike.add(it.id.into(), &Probe::from(&it));
            }
            known.people.insert(it.id, it);
        }
        for it in functions {
            if it.contact && it.term.holds_on(on) {
                known.with_contact.insert(it.organisation);
            }
            let is_open = known.person(it.person).is_some_and(|it| !it.ended);
            if it.voting && is_open {
                let voters = known.voters.entry(it.organisation).or_default();
                voters.push(it.clone());
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

    /// The same with what else is known of organisations, and with the network's own fields.
    #[must_use]
    pub fn detailed(
        mut self,
        profiles: HashMap<OrganisationId, Profile>,
        values: HashMap<Uuid, Values>,
    ) -> Self {
        self.profiles = profiles;
        self.values = values;
        self
    }

    /// An organisation.
    pub fn organisation(&self, id: OrganisationId) -> Option<&Organisation> {
        self.organisations.get(&id)
    }

    /// Whether an organisation's record is there and open.
    pub(crate) fn is_open(&self, id: OrganisationId) -> bool {
        self.organisation(id).is_some_and(|it| !it.ended)
    }

    /// A person.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id)
    }

    /// The organisation of this name.
    pub fn named(&self, name: &str) -> Option<&Organisation> {
        self.organisations.get(self.by_name.get(&name_key(name))?)
    }

    /// An organisation's record as its form shows it.
    pub(crate) fn sheet(&self, it: &Organisation) -> Sheet {
        Sheet {
            main: it.into(),
            profile: self.profiles.get(&it.id).cloned().unwrap_or_default(),
            values: self.values_of(it.id),
            ..Sheet::default()
        }
    }

    /// The name of the organisation that another one is part of; empty where there is none.
    pub(crate) fn parent_name(&self, id: OrganisationId) -> &str {
        let parent = self.profiles.get(&id).and_then(|it| it.parent);
        let parent = parent.and_then(|id| self.organisation(id));
        parent.map_or("", |it| it.name.as_str())
    }

    /// A person's record as its form shows it.
    pub(crate) fn person_sheet(&self, it: &Person) -> PersonSheet {
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
            values: self.values_of(it.id),
        }
    }

    /// What stands in the network's own fields of a record.
    pub(crate) fn values_of(&self, record: impl Into<Uuid>) -> Values {
        self.values.get(&record.into()).cloned().unwrap_or_default()
    }

    /// An organisation's memberships.
    pub fn memberships(&self, id: OrganisationId) -> &[Membership] {
        self.memberships.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The membership that a row speaks of where it does not enter one: of the kind that it
    /// says, or whichever holds.
    pub(crate) fn membership(
        &self,
        id: OrganisationId,
        kind: Option<MembershipKind>,
    ) -> Option<&Membership> {
        let open = || {
            let all = self.memberships(id).iter();
            all.filter(|it| !is_over(it.term, self.on))
        };
        open()
            .find(|it| Some(it.kind) == kind)
            .or_else(|| open().next())
    }

    /// The membership that is to be entered for an organisation, where it does not belong so
    /// yet. What was chosen for all rows is for those that do not belong in any way. One that
    /// has ended is none; the new one begins after it.
    pub(crate) fn missing(
        &self,
        id: OrganisationId,
        entry: &Entry,
    ) -> Option<(MembershipKind, Term)> {
        let (kind, term) = entry.membership?;
        let all = self.memberships(id);
        let is_past = is_over(term, self.on);
        let says_it = |it: &&Membership| {
            let holds = !is_over(it.term, self.on);
            let is_same = it.kind == kind && it.term.overlaps(term) && (holds || is_past);
            is_same || (!entry.says_kind && holds)
        };
        if all.iter().any(|it| says_it(&it)) {
            return None;
        }
        let same = all.iter().filter(|it| it.kind == kind);
        let ended = same.filter(|it| it.term.overlaps(term));
        let from = after(term.from, ended.filter_map(|it| it.term.until).max());
        let is_ordered = from
            .zip(term.until)
            .is_none_or(|(from, until)| from <= until);
        is_ordered.then_some((kind, Term { from, ..term }))
    }

    /// What a person is at an organisation, or will be.
    pub fn functions(
        &self,
        person: PersonId,
        at: OrganisationId,
    ) -> impl Iterator<Item = &Function> {
        let functions = self.functions_of(person).iter();
        functions.filter(move |it| it.organisation == at && !is_over(it.term, self.on))
    }

    /// The function that a row means, where the person has it already.
    pub(crate) fn function(
        &self,
        person: PersonId,
        at: OrganisationId,
        part: &PersonPart,
    ) -> Option<&Function> {
        self.functions(person, at)
            .find(|it| is_called(&it.title, part))
    }

    fn functions_of(&self, person: PersonId) -> &[Function] {
        self.functions.get(&person).map_or(&[], Vec::as_slice)
    }

    /// From when to when somebody has a function that a row says; it begins after one of the
    /// same name that has ended.
    pub(crate) fn term(&self, person: PersonId, at: OrganisationId, part: &PersonPart) -> Term {
        let before = self.functions_of(person).iter().filter(|it| {
            it.organisation == at && is_called(&it.title, part) && it.term.overlaps(part.term)
        });
        Term {
            from: after(part.term.from, before.filter_map(|it| it.term.until).max()),
            ..part.term
        }
    }

    /// The functions that give an organisation's vote, whenever they hold.
    pub(super) fn voters(&self, id: OrganisationId) -> &[Function] {
        self.voters.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Whether somebody speaks for an organisation.
    pub fn has_contact(&self, id: OrganisationId) -> bool {
        self.with_contact.contains(&id)
    }

    /// The organisations that a row may mean whose name is nobody's.
    pub(crate) fn alike(&self, part: &OrganisationPart) -> Vec<Like> {
        let probe = probe(part);
        let found = self.organisations_alike.like(&probe).into_iter();
        found.take(MOST_LIKE).map(Like::from).collect()
    }

    /// The person that a row means: by name with the same mail address, then by name at the
    /// same organisation, then by name alone where nothing contradicts; or those who are like
    /// that. The row may name an organisation that nobody knows.
    pub fn matching(
        &self,
        part: &PersonPart,
        (at, names_one): (Option<OrganisationId>, bool),
    ) -> Matched {
        let ids = self.people_by_name.get(&name_key(&part.name));
        let named: Vec<&Person> = ids
            .into_iter()
            .flatten()
            .filter_map(|id| self.person(*id))
            .collect();
        let mail = part.value(Field::PersonMail).to_lowercase();
        let is_at = |it: &Person, at| self.functions(it.id, at).next().is_some();
        if !mail.is_empty() {
            let same = |it: &&&Person| it.mail.to_lowercase() == mail;
            let same: Vec<&Person> = named.iter().filter(same).copied().collect();
            if let Some(found) = Self::only(&same, "transfer-why-mail") {
                return found;
            }
        }
        if let Some(at) = at {
            let here = named.iter().copied().filter(|it| is_at(it, at));
            let here: Vec<&Person> = here.collect();
            if let Some(found) = Self::only(&here, "transfer-why-organisation") {
                return found;
            }
        }
        let fits = |it: &&Person| mail.is_empty() || it.mail.is_empty();
        let fitting: Vec<&Person> = named.into_iter().filter(fits).collect();
        let is_free = |it: &Person| {
            let mut functions = self.functions_of(it.id).iter();
            functions.all(|it| is_over(it.term, self.on))
        };
        if let [one] = fitting.as_slice()
            && (!names_one || is_free(one) || one.ended)
            && let Some(found) = Self::only(&fitting, "transfer-why-name")
        {
            return found;
        }
        self.like_people(part, (at, &fitting))
    }

    fn only(found: &[&Person], why: &'static str) -> Option<Matched> {
        match found {
            [] => None,
            [one] if one.ended => Some(Matched::Closed),
            [one] => Some(Matched::Sure(one.id, why)),
            several => Some(Matched::Like(namesakes(several))),
        }
    }

    fn like_people(
        &self,
        part: &PersonPart,
        (at, namesakes_here): (Option<OrganisationId>, &[&Person]),
    ) -> Matched {
        let (mail, phone) = (
            part.value(Field::PersonMail),
            part.value(Field::PersonPhone),
        );
        let probe = Probe::person(&part.name, mail, phone);
        let mut likes: Vec<Like> = self
            .people_alike
            .like(&probe)
            .into_iter()
            .filter(|it| {
                let is_here = |at| self.functions(PersonId::from(it.id), at).next().is_some();
                it.score >= WORTH_ASKING || at.is_some_and(is_here)
            })
            .map(Like::from)
            .collect();
        for it in namesakes(namesakes_here) {
            if likes.iter().all(|known| known.id != it.id) {
                likes.push(it);
            }
        }
        likes.truncate(MOST_LIKE);
        if likes.is_empty() {
            Matched::Nobody
        } else {
            Matched::Like(likes)
        }
    }
}

fn namesakes(people: &[&Person]) -> Vec<Like> {
    let open = people.iter().filter(|it| !it.ended);
    let like = |it: &&Person| Like {
        id: it.id.into(),
        reasons: vec![Reason::Name],
    };
    open.map(like).take(MOST_LIKE).collect()
}

/// An organisation of a list as it is compared.
pub(super) fn probe(part: &OrganisationPart) -> Probe<'_> {
    Probe {
        is_organisation: true,
        name: &part.name,
        short_name: part.value(Field::ShortName),
        mail: part.value(Field::Mail),
        phone: part.value(Field::Phone),
        web: part.value(Field::Web),
        street: part.value(Field::Street),
        postcode: part.value(Field::Postcode),
        town: part.value(Field::Town),
    }
}

/// Whether a function is the one of a row; a row that names none means whichever there is.
pub(super) fn is_called(title: &str, part: &PersonPart) -> bool {
    part.function.is_empty() || name_key(title) == name_key(&part.function)
}

/// Whether somebody would speak and vote with a known function, and its term, if a row held.
pub(crate) fn told_function(known: &Function, part: &PersonPart) -> ((bool, bool), Term) {
    let contact = part.contact.unwrap_or(known.contact);
    let voting = part.voting.unwrap_or(known.voting);
    let term = Term {
        from: part.term.from.or(known.term.from),
        until: part.term.until.or(known.term.until),
    };
    ((contact, voting), term)
}

fn is_over(term: Term, on: Date) -> bool {
    term.until.is_some_and(|until| until < on)
}

/// A first day that lies behind a last one.
fn after(from: Option<Date>, end: Option<Date>) -> Option<Date> {
    match end {
        Some(end) if from.is_none_or(|from| from <= end) => end.tomorrow().ok(),
        _ => from,
    }
}

/// Whether a term does not end before it begins.
pub(super) fn is_ordered(term: Term) -> bool {
    term.overlaps(term)
}
