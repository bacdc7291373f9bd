//! What records say field by field, in the one form in which lists say it, and records with what
//! a list says of them.

use base::Lang;
use register::actions::{OrganisationInput, PersonInput, Sheet};
use register::fields::Values;
use register::{Address, Channel, Profile};
use serde::{Deserialize, Serialize};

use super::field::Field;
use super::guide::{Guide, region_keys};

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

impl Difference {
    pub(super) fn of(field: Field, from: impl Into<String>, to: impl Into<String>) -> Self {
        Self {
            field: field.word().into_owned(),
            from: from.into(),
            to: to.into(),
        }
    }
}

/// A person's record with the network's own fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PersonSheet {
    pub(crate) main: PersonInput,
    pub(crate) values: Values,
}

fn mark(it: bool) -> String {
    if it { "yes" } else { "no" }.to_owned()
}

fn own(values: &Values, field: Field) -> String {
    let Field::Custom(_, id) = field else {
        return String::new();
    };
    values.get(&id).cloned().unwrap_or_default()
}

fn channels_told(channels: &[Channel]) -> String {
    let lines: Vec<String> = channels
        .iter()
        .map(|it| format!("{}\t{}", it.kind, it.address))
        .collect();
    lines.join("\n")
}

/// What an organisation's record says in a field; its parent is told by whoever knows the name.
pub(crate) fn of_sheet(it: &Sheet, guide: &Guide, field: Field) -> String {
    let (main, profile) = (&it.main, &it.profile);
    let text = match field {
        Field::ShortName => &main.short_name,
        Field::Street => &main.street,
        Field::Postcode => &main.postcode,
        Field::Town => &main.town,
        Field::Phone => &main.phone,
        Field::Mail => &main.mail,
        Field::Web => &main.web,
        Field::Note => &main.note,
        Field::PostalStreet => &profile.postal.street,
        Field::PostalPostcode => &profile.postal.postcode,
        Field::PostalTown => &profile.postal.town,
        Field::LegalForm if profile.legal_form == "other" => {
            return format!("other\t{}", profile.legal_form_other);
        }
        Field::LegalForm => &profile.legal_form,
        Field::Fax => {
            let fax = profile.channels.iter().find(|it| it.kind == "fax");
            return fax.map_or_else(String::new, |it| it.address.clone());
        }
        Field::Channels => return channels_told(&profile.channels),
        Field::Regions => return guide.regions_told(&profile.regions),
        Field::Works => return guide.works_told(&profile.works),
        Field::CanHost => return mark(main.can_host),
        _ => return own(&it.values, field),
    };
    text.clone()
}

/// The record with what a list says of it, in the form in which the register keeps it.
pub(crate) fn filled(mut it: Sheet, values: &[(Field, String)], guide: &Guide) -> Sheet {
    for (field, value) in values {
        put(&mut it, (*field, value), guide);
    }
    let visiting = Address {
        street: it.main.street.clone(),
        postcode: it.main.postcode.clone(),
        town: it.main.town.clone(),
    };
    if it.profile.postal == visiting {
        it.profile.postal = Address::default();
    }
    it
}

fn put(it: &mut Sheet, (field, value): (Field, &str), guide: &Guide) {
    let (main, profile) = (&mut it.main, &mut it.profile);
    let place = match field {
        Field::ShortName => &mut main.short_name,
        Field::Street => &mut main.street,
        Field::Postcode => &mut main.postcode,
        Field::Town => &mut main.town,
        Field::Phone => &mut main.phone,
        Field::Mail => &mut main.mail,
        Field::Web => &mut main.web,
        Field::Note => &mut main.note,
        Field::PostalStreet => &mut profile.postal.street,
        Field::PostalPostcode => &mut profile.postal.postcode,
        Field::PostalTown => &mut profile.postal.town,
        Field::CanHost => {
            main.can_host = value == "yes";
            return;
        }
        Field::Custom(_, id) => {
            it.values.insert(id, value.to_owned());
            return;
        }
        _ => return put_profile(profile, (field, value), guide),
    };
    value.clone_into(place);
}

fn put_profile(it: &mut Profile, (field, value): (Field, &str), guide: &Guide) {
    match field {
        Field::LegalForm => {
            let (word, other) = value.split_once('\t').unwrap_or((value, ""));
            word.clone_into(&mut it.legal_form);
            other.clone_into(&mut it.legal_form_other);
        }
        Field::Channels => it.channels = value.lines().filter_map(channel).collect(),
        Field::Fax => {
            let fax = Channel {
                kind: "fax".to_owned(),
                address: value.to_owned(),
            };
            match it.channels.iter_mut().find(|it| it.kind == "fax") {
                Some(known) => *known = fax,
                None => it.channels.push(fax),
            }
        }
        Field::Regions => it.regions = region_keys(value),
        Field::Works => it.works = guide.works_of(value),
        _ => {}
    }
}

fn channel(line: &str) -> Option<Channel> {
    let (kind, address) = line.split_once('\t')?;
    Some(Channel {
        kind: kind.to_owned(),
        address: address.to_owned(),
    })
}

/// What would change in an organisation's record.
pub(super) fn differences(
    was: &Sheet,
    values: &[(Field, String)],
    guide: &Guide,
) -> Vec<Difference> {
    let is = filled(was.clone(), values, guide);
    let mut fields: Vec<Field> = values.iter().map(|(field, _)| *field).collect();
    // A fax number is one of the further ways, and is told once.
    if fields.contains(&Field::Channels) {
        fields.retain(|field| *field != Field::Fax);
    }
    fields
        .into_iter()
        .map(|field| {
            (
                field,
                of_sheet(was, guide, field),
                of_sheet(&is, guide, field),
            )
        })
        .filter(|(_, from, to)| from != to)
        .map(|(field, from, to)| Difference::of(field, from, to))
        .collect()
}

/// What a person's record says in a field.
pub(crate) fn of_person(it: &PersonSheet, field: Field) -> String {
    match field {
        Field::AddressForm => it.main.address_form.clone(),
        Field::PersonMail => it.main.mail.clone(),
        Field::PersonPhone => it.main.phone.clone(),
        Field::Language => it.main.lang.tag().to_owned(),
        Field::PersonNote => it.main.note.clone(),
        _ => own(&it.values, field),
    }
}

/// The person's record with what a list says of it.
pub(crate) fn told(mut it: PersonSheet, values: &[(Field, String)]) -> PersonSheet {
    for (field, value) in values {
        let place = match field {
            Field::AddressForm => &mut it.main.address_form,
            Field::PersonMail => &mut it.main.mail,
            Field::PersonPhone => &mut it.main.phone,
            Field::PersonNote => &mut it.main.note,
            Field::Language => {
                it.main.lang = Lang::from_tag(value);
                continue;
            }
            Field::Custom(_, id) => {
                it.values.insert(*id, value.clone());
                continue;
            }
            _ => continue,
        };
        place.clone_from(value);
    }
    it
}

/// What would change in a person's record.
pub(super) fn differences_of_person(
    was: &PersonSheet,
    values: &[(Field, String)],
) -> Vec<Difference> {
    let differ = |(field, value): &(Field, String)| {
        let from = of_person(was, *field);
        (from != *value).then(|| Difference::of(*field, from, value))
    };
    values.iter().filter_map(differ).collect()
}

/// What an organisation's record is to begin with.
pub(crate) fn begun(name: &str) -> Sheet {
    Sheet {
        main: OrganisationInput {
            name: name.to_owned(),
            ..OrganisationInput::default()
        },
        ..Sheet::default()
    }
}
