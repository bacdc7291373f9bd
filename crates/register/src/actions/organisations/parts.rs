//! The parts of an organisation's record, as its contacts change them and as the office takes
//! them back: each is one text, so that two states can be compared and one put back.

use std::collections::BTreeMap;

use base::{CustomFieldId, Fault, FieldOfWorkId, NetworkId};
use store::{BlobHash, Col, Conn, Value};

use super::sheets::State;
use crate::fields::{self, CustomField, RecordKind};
use crate::profile::{Address, Channel, Logo, Profile};
use crate::{records, regions};

/// What a part of a network's own field is called.
const FIELD: &str = "field:";

/// The parts that contacts may change, by the phrase keys of their labels.
const PARTS: [&str; 13] = [
    "register-name",
    "register-short-name",
    "register-legal-form",
    "register-address",
    "register-postal",
    "register-phone",
    "register-mail",
    "register-web",
    "register-can-host",
    "register-works",
    "register-regions",
    "register-channels",
    "register-logo",
];

/// What ids and keys in parts are called.
pub(crate) struct Names {
    works: BTreeMap<FieldOfWorkId, String>,
    regions: BTreeMap<String, String>,
    fields: Vec<CustomField>,
}

impl Names {
    /// The names that parts of these texts need.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) fn read<'t>(
        conn: &mut Conn<'_>,
        network: NetworkId,
        texts: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Self, Fault> {
        let works = records::fields_of_work(conn, network)?;
        let mut keys = BTreeMap::new();
        for (part, text) in texts {
            if part != "register-regions" {
                continue;
            }
            for key in text.lines() {
                let region = regions::region(conn, key)?;
                let label = region.map_or_else(|| key.to_owned(), |it| it.label);
                keys.insert(key.to_owned(), label);
            }
        }
        Ok(Self {
            works: works.into_iter().map(|it| (it.id, it.name)).collect(),
            regions: keys,
            fields: fields::every(conn, network)?,
        })
    }

    /// The kind of value in a part that is a network's own field; nothing for any other.
    pub(crate) fn kind_of(&self, part: &str) -> &'static str {
        let field = field_of(part);
        let known = self.fields.iter().find(|it| Some(it.id) == field);
        known.map_or("", |it| it.value_kind.word())
    }

    /// The names that two states of one record need.
    pub(super) fn of_states(
        conn: &mut Conn<'_>,
        network: NetworkId,
        states: [&State; 2],
    ) -> Result<Self, Fault> {
        let texts = states.map(|it| it.profile.regions.join("\n"));
        let [one, other] = &texts;
        let part = "register-regions";
        Self::read(
            conn,
            network,
            [(part, one.as_str()), (part, other.as_str())],
        )
    }
}

/// What a part is called and what its text says: ids by their names, several with commas. Words
/// of closed lists stay what they are; pages say them.
pub(crate) fn told(names: &Names, part: &str, text: &str) -> (String, String) {
    if let Some(field) = field_of(part) {
        let known = names.fields.iter().find(|it| it.id == field);
        let label = known.map_or_else(String::new, |it| it.label.clone());
        return (label, text.to_owned());
    }
    let listed = |name: &dyn Fn(&str) -> String| {
        let names: Vec<String> = text.lines().map(name).collect();
        names.join(", ")
    };
    let words = match part {
        "register-works" => listed(&|id| {
            let known = id.parse().ok().and_then(|id| names.works.get(&id));
            known.cloned().unwrap_or_default()
        }),
        "register-regions" => listed(&|key| {
            names
                .regions
                .get(key)
                .map_or(key, String::as_str)
                .to_owned()
        }),
        "register-channels" => listed(&|line| {
            line.split_once('\t')
                .map_or(line, |(_, address)| address)
                .to_owned()
        }),
        "register-address" | "register-postal" => address(text).lines().join(", "),
        "register-legal-form" => text.strip_prefix("other\t").unwrap_or(text).to_owned(),
        "register-logo" => text.splitn(3, '\t').nth(2).unwrap_or_default().to_owned(),
        _ => text.to_owned(),
    };
    (part.to_owned(), words)
}

fn field_of(part: &str) -> Option<CustomFieldId> {
    part.strip_prefix(FIELD)?.parse().ok()
}

fn address(text: &str) -> Address {
    let mut lines = text.split('\n').map(str::to_owned);
    let mut next = || lines.next().unwrap_or_default();
    Address {
        street: next(),
        postcode: next(),
        town: next(),
    }
}

fn address_text(it: &Address) -> String {
    if it.is_empty() {
        String::new()
    } else {
        format!("{}\n{}\n{}", it.street, it.postcode, it.town)
    }
}

/// The parts of a state that contacts may change, with their texts.
pub(super) fn of(state: &State, defined: &[CustomField]) -> Vec<(String, String)> {
    let own = PARTS
        .iter()
        .map(|part| ((*part).to_owned(), text(state, part)));
    let custom = defined.iter().filter(|it| !it.internal).map(|it| {
        let value = state.values.get(&it.id).cloned().unwrap_or_default();
        (format!("{FIELD}{}", it.id), value)
    });
    own.chain(custom).collect()
}

pub(super) fn text(state: &State, part: &str) -> String {
    let (main, profile) = (&state.main, &state.profile);
    match part {
        "register-name" => main.name.clone(),
        "register-short-name" => main.short_name.clone(),
        "register-legal-form" => legal_form(profile),
        "register-address" => address_text(&Address {
            street: main.street.clone(),
            postcode: main.postcode.clone(),
            town: main.town.clone(),
        }),
        "register-postal" => address_text(&profile.postal),
        "register-phone" => main.phone.clone(),
        "register-mail" => main.mail.clone(),
        "register-web" => main.web.clone(),
        "register-can-host" => if main.can_host { "yes" } else { "no" }.to_owned(),
        "register-works" => {
            let ids: Vec<String> = profile.works.iter().map(ToString::to_string).collect();
            ids.join("\n")
        }
        "register-regions" => profile.regions.join("\n"),
        "register-channels" => {
            let lines = profile.channels.iter();
            let lines: Vec<String> = lines
                .map(|it| format!("{}\t{}", it.kind, it.address))
                .collect();
            lines.join("\n")
        }
        _ => profile.logo.as_ref().map_or_else(String::new, |it| {
            format!("{}\t{}\t{}", it.hash, it.media_type, it.alt)
        }),
    }
}

/// The legal form: its word, or its words.
pub(super) fn legal_form(profile: &Profile) -> String {
    if profile.legal_form == "other" {
        format!("other\t{}", profile.legal_form_other)
    } else {
        profile.legal_form.clone()
    }
}

/// Puts a text into a part.
pub(super) fn put(state: &mut State, part: &str, text: &str) {
    if let Some(field) = field_of(part) {
        if text.is_empty() {
            state.values.remove(&field);
        } else {
            state.values.insert(field, text.to_owned());
        }
        return;
    }
    let (main, profile) = (&mut state.main, &mut state.profile);
    match part {
        "register-name" => text.clone_into(&mut main.name),
        "register-short-name" => text.clone_into(&mut main.short_name),
        "register-legal-form" => {
            let (word, other) = text.split_once('\t').unwrap_or((text, ""));
            word.clone_into(&mut profile.legal_form);
            other.clone_into(&mut profile.legal_form_other);
        }
        "register-address" => {
            let it = address(text);
            (main.street, main.postcode, main.town) = (it.street, it.postcode, it.town);
        }
        "register-postal" => profile.postal = address(text),
        "register-phone" => text.clone_into(&mut main.phone),
        "register-mail" => text.clone_into(&mut main.mail),
        "register-web" => text.clone_into(&mut main.web),
        "register-can-host" => main.can_host = text == "yes",
        "register-works" => {
            profile.works = text.lines().filter_map(|id| id.parse().ok()).collect();
        }
        "register-regions" => profile.regions = text.lines().map(str::to_owned).collect(),
        "register-channels" => profile.channels = text.lines().filter_map(channel).collect(),
        _ => profile.logo = logo(text),
    }
}

fn channel(line: &str) -> Option<Channel> {
    let (kind, address) = line.split_once('\t')?;
    Some(Channel {
        kind: kind.to_owned(),
        address: address.to_owned(),
    })
}

fn logo(text: &str) -> Option<Logo> {
    let mut cells = text.splitn(3, '\t');
    let (hash, media_type, alt) = (cells.next()?, cells.next()?, cells.next()?);
    let bytes: Option<Vec<u8>> = (0..hash.len() / 2)
        .map(|at| u8::from_str_radix(hash.get(at * 2..at * 2 + 2)?, 16).ok())
        .collect();
    Some(Logo {
        hash: BlobHash::read(Value::Bytes(bytes?)).ok()?,
        media_type: media_type.to_owned(),
        alt: alt.to_owned(),
    })
}

/// The values of a record's own fields.
pub(super) fn values(
    conn: &mut Conn<'_>,
    organisation: base::OrganisationId,
) -> Result<fields::Values, Fault> {
    fields::values(conn, RecordKind::Organisation, organisation.into())
}
