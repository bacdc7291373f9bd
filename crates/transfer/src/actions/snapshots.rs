//! Records of the register as a list found and left them: how one knows whether somebody has
//! changed them since, and puts back what was.

use base::Lang;
use jiff::civil::Date;
use register::actions::{OrganisationInput, PersonInput};
use register::{Function, Membership, MembershipKind, Organisation, Person, Term};

/// An organisation as its form would say it.
pub(super) fn organisation_input(it: &Organisation) -> OrganisationInput {
    OrganisationInput {
        name: it.name.clone(),
        short_name: it.short_name.clone(),
        street: it.street.clone(),
        postcode: it.postcode.clone(),
        town: it.town.clone(),
        phone: it.phone.clone(),
        mail: it.mail.clone(),
        web: it.web.clone(),
        can_host: it.can_host,
        note: it.note.clone(),
    }
}

/// A person as its form would say it.
pub(super) fn person_input(it: &Person) -> PersonInput {
    PersonInput {
        name: it.name.clone(),
        sort_name: it.sort_name.clone(),
        address_form: it.address_form.clone(),
        mail: it.mail.clone(),
        phone: it.phone.clone(),
        lang: it.lang,
        note: it.note.clone(),
    }
}

fn listed(words: &[&str]) -> String {
    serde_json::to_string(words).unwrap_or_default()
}

/// An organisation in one text.
pub(super) fn of_organisation(it: &OrganisationInput) -> String {
    let can_host = if it.can_host { "yes" } else { "" };
    listed(&[
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
    ])
}

/// An organisation out of its text; what the text does not hold stays as it is.
pub(super) fn organisation_from(
    text: &str,
    mut it: OrganisationInput,
) -> Option<OrganisationInput> {
    let words: Vec<String> = serde_json::from_str(text).ok()?;
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
    (it.name, it.short_name, it.street) = (name, short_name, street);
    (it.postcode, it.town, it.phone) = (postcode, town, phone);
    (it.mail, it.web, it.note) = (mail, web, note);
    it.can_host = can_host == "yes";
    Some(it)
}

/// A person in one text.
pub(super) fn of_person(it: &PersonInput) -> String {
    listed(&[
        &it.name,
        &it.sort_name,
        &it.address_form,
        &it.mail,
        &it.phone,
        it.lang.tag(),
        &it.note,
    ])
}

/// A person out of its text; what the text does not hold stays as it is.
pub(super) fn person_from(text: &str, mut it: PersonInput) -> Option<PersonInput> {
    let words: Vec<String> = serde_json::from_str(text).ok()?;
    let [name, sort_name, address_form, mail, phone, lang, note] =
        <[String; 7]>::try_from(words).ok()?;
    (it.name, it.sort_name, it.address_form) = (name, sort_name, address_form);
    (it.mail, it.phone, it.note) = (mail, phone, note);
    it.lang = Lang::from_tag(&lang);
    Some(it)
}

fn day(day: Option<Date>) -> String {
    day.map(|it| it.to_string()).unwrap_or_default()
}

/// A function in one text.
pub(super) fn of_function((title, contact, term): (&str, bool, Term)) -> String {
    let contact = if contact { "contact" } else { "" };
    listed(&[title, contact, &day(term.from), &day(term.until)])
}

/// A function of the register in one text.
pub(super) fn function(it: &Function) -> String {
    of_function((&it.title, it.contact, it.term))
}

/// A membership in one text.
pub(super) fn of_membership((kind, term): (MembershipKind, Term)) -> String {
    listed(&[kind.word(), &day(term.from), &day(term.until)])
}

/// A membership of the register in one text.
pub(super) fn membership(it: &Membership) -> String {
    of_membership((it.kind, it.term))
}
