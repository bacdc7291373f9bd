//! Records of the register as a list found and left them: how one knows whether somebody has
//! changed them since, and puts back what was.

use base::{FieldOfWorkId, Lang, OrganisationId};
use jiff::civil::Date;
use register::actions::{OrganisationInput, PersonInput, Sheet};
use register::fields::Values;
use register::{Address, Channel, Function, Membership, MembershipKind, Term};
use serde::{Deserialize, Serialize};

use crate::rules::PersonSheet;

/// An organisation's record as it is kept. Lists that older releases wrote kept the words of
/// its main part alone, as an array.
#[derive(Serialize, Deserialize, PartialEq)]
struct Organisations {
    main: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    profile: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<OrganisationId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    works: Vec<FieldOfWorkId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    regions: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    channels: Vec<(String, String)>,
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    values: Values,
}

/// A person's record as it is kept; of older lists as with organisations.
#[derive(Serialize, Deserialize, PartialEq)]
struct People {
    main: Vec<String>,
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    values: Values,
}

fn written<T: Serialize>(it: &T) -> String {
    serde_json::to_string(it).unwrap_or_default()
}

fn is_old(text: &str) -> bool {
    text.starts_with('[')
}

fn main_words(it: &OrganisationInput) -> Vec<String> {
    let can_host = if it.can_host { "yes" } else { "" };
    [
        &it.name,
        &it.short_name,
        &it.street,
        &it.postcode,
        &it.town,
        &it.phone,
        &it.mail,
        &it.web,
        can_host,
        &it.note,
    ]
    .map(ToOwned::to_owned)
    .to_vec()
}

fn main_from(words: Vec<String>) -> Option<OrganisationInput> {
    let [
        name,
        short_name,
        street,
        postcode,
        town,
        phone,
        mail,
        web,
        can_host,
        note,
    ] = <[String; 10]>::try_from(words).ok()?;
    Some(OrganisationInput {
        name,
        short_name,
        street,
        postcode,
        town,
        phone,
        mail,
        web,
        can_host: can_host == "yes",
        note,
    })
}

fn organisations(it: &Sheet) -> Organisations {
    let profile = &it.profile;
    let words = [
        &profile.legal_form,
        &profile.legal_form_other,
        &profile.postal.street,
        &profile.postal.postcode,
        &profile.postal.town,
    ];
    let is_said = words.iter().any(|word| !word.is_empty());
    Organisations {
        main: main_words(&it.main),
        profile: if is_said {
            words.map(ToOwned::to_owned).to_vec()
        } else {
            Vec::new()
        },
        parent: profile.parent,
        works: profile.works.clone(),
        regions: profile.regions.clone(),
        channels: profile
            .channels
            .iter()
            .map(|it| (it.kind.clone(), it.address.clone()))
            .collect(),
        values: it.values.clone(),
    }
}

/// An organisation in one text.
pub(super) fn of_organisation(it: &Sheet) -> String {
    written(&organisations(it))
}

/// Whether an organisation is what a list made of it.
pub(super) fn is_organisation(text: &str, now: &Sheet) -> bool {
    if is_old(text) {
        return text == written(&main_words(&now.main));
    }
    serde_json::from_str(text).is_ok_and(|it: Organisations| it == organisations(now))
}

/// An organisation out of its text; what the text does not hold stays as it is.
pub(super) fn organisation_from(text: &str, mut it: Sheet) -> Option<Sheet> {
    if is_old(text) {
        it.main = main_from(serde_json::from_str(text).ok()?)?;
        return Some(it);
    }
    let kept: Organisations = serde_json::from_str(text).ok()?;
    it.main = main_from(kept.main)?;
    let mut words = kept.profile.into_iter();
    let mut next = || words.next().unwrap_or_default();
    let profile = &mut it.profile;
    profile.legal_form = next();
    profile.legal_form_other = next();
    profile.postal = Address {
        street: next(),
        postcode: next(),
        town: next(),
    };
    profile.parent = kept.parent;
    profile.works = kept.works;
    profile.regions = kept.regions;
    profile.channels = kept
        .channels
        .into_iter()
        .map(|(kind, address)| Channel { kind, address })
        .collect();
    it.values = back(&it.values, kept.values);
    Some(it)
}

/// Values as they were: what was empty is typed as empty, so that it becomes so again.
fn back(now: &Values, was: Values) -> Values {
    let emptied = now.keys().map(|id| (*id, String::new()));
    let mut values: Values = emptied.collect();
    values.extend(was);
    values
}

fn person_words(it: &PersonInput) -> Vec<String> {
    [
        &it.name,
        &it.sort_name,
        &it.address_form,
        &it.mail,
        &it.phone,
        it.lang.tag(),
        &it.note,
    ]
    .map(ToOwned::to_owned)
    .to_vec()
}

fn people(it: &PersonSheet) -> People {
    People {
        main: person_words(&it.main),
        values: it.values.clone(),
    }
}

/// A person in one text.
pub(super) fn of_person(it: &PersonSheet) -> String {
    written(&people(it))
}

/// Whether a person is what a list made of it.
pub(super) fn is_person(text: &str, now: &PersonSheet) -> bool {
    if is_old(text) {
        return text == written(&person_words(&now.main));
    }
    serde_json::from_str(text).is_ok_and(|it: People| it == people(now))
}

/// A person out of its text; what the text does not hold stays as it is.
pub(super) fn person_from(text: &str, now: &PersonSheet) -> Option<PersonSheet> {
    let (words, values) = if is_old(text) {
        (serde_json::from_str(text).ok()?, now.values.clone())
    } else {
        let kept: People = serde_json::from_str(text).ok()?;
        (kept.main, back(&now.values, kept.values))
    };
    let [name, sort_name, address_form, mail, phone, lang, note] =
        <[String; 7]>::try_from(words).ok()?;
    Some(PersonSheet {
        main: PersonInput {
            name,
            sort_name,
            address_form,
            mail,
            phone,
            lang: Lang::from_tag(&lang),
            note,
        },
        values,
    })
}

fn day(day: Option<Date>) -> String {
    day.map(|it| it.to_string()).unwrap_or_default()
}

fn days((from, until): (&str, &str)) -> Option<Term> {
    let day = |text: &str| match text {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    };
    Some(Term {
        from: day(from)?,
        until: day(until)?,
    })
}

/// A function in one text.
pub(super) fn of_function((title, (contact, voting), term): (&str, (bool, bool), Term)) -> String {
    let contact = if contact { "contact" } else { "" };
    let mut words = vec![title.to_owned(), contact.to_owned()];
    words.extend([day(term.from), day(term.until)]);
    if voting {
        words.push("voting".to_owned());
    }
    written(&words)
}

/// A function of the register in one text.
pub(super) fn function(it: &Function) -> String {
    of_function((&it.title, (it.contact, it.voting), it.term))
}

/// A function out of its text.
pub(super) fn function_from(text: &str) -> Option<(String, (bool, bool), Term)> {
    let words: Vec<String> = serde_json::from_str(text).ok()?;
    let [title, contact, from, until, rest @ ..] = words.as_slice() else {
        return None;
    };
    let marks = (contact == "contact", !rest.is_empty());
    Some((title.clone(), marks, days((from, until))?))
}

/// A membership in one text.
pub(super) fn of_membership((kind, term): (MembershipKind, Term), values: &Values) -> String {
    let mut words = vec![kind.word().to_owned(), day(term.from), day(term.until)];
    if !values.is_empty() {
        words.push(written(values));
    }
    written(&words)
}

/// A membership of the register in one text.
pub(super) fn membership(it: &Membership, values: &Values) -> String {
    of_membership((it.kind, it.term), values)
}

/// The days and values of a membership out of its text.
pub(super) fn membership_from(text: &str, now: &Values) -> Option<(Term, Values)> {
    let words: Vec<String> = serde_json::from_str(text).ok()?;
    let [_, from, until, rest @ ..] = words.as_slice() else {
        return None;
    };
    let was = match rest.first() {
        Some(values) => serde_json::from_str(values).ok()?,
        None => Values::new(),
    };
    Some((days((from, until))?, back(now, was)))
}
