//! What a network offers that the cells of a list may name: its fields of work and its own
//! fields, and the regions that there are.

use std::collections::HashMap;

use base::FieldOfWorkId;
use register::FieldOfWork;
use register::fields::CustomField;
use register::regions::{Region, RegionKind, lies_in};

use super::guess::plain;

/// So many commas a field of work may have in its name.
const MOST_COMMAS: usize = 4;

/// How legal forms are called, by their words.
const LEGAL_FORMS: [(&str, &str); 14] = [
    (
        "ev",
        "ev verein eingetragenerverein eingetragenervereinev registeredassociation \
         registeredassociationev",
    ),
    (
        "nev",
        "nev nichteingetragenerverein vereinohneeintragung vereinohneeintragunginitiative \
         initiative associationwithoutregistrationinitiative",
    ),
    ("ggmbh", "ggmbh gemeinnuetzigegmbh"),
    ("gmbh", "gmbh"),
    (
        "gug",
        "gug gughaftungsbeschraenkt guglimitedliability gemeinnuetzigeug",
    ),
    ("gag", "gag gemeinnuetzigeag"),
    ("ag", "ag aktiengesellschaft"),
    (
        "eg",
        "eg genossenschaft genossenschafteg eingetragenegenossenschaft cooperativeeg",
    ),
    ("stiftung", "stiftung foundation"),
    (
        "kdoer",
        "kdoer koerperschaftdesoeffentlichenrechts koerperschaft corporationunderpubliclaw",
    ),
    (
        "adoer",
        "adoer anstaltdesoeffentlichenrechts anstalt institutionunderpubliclaw",
    ),
    ("behoerde", "behoerde amt publicauthority authority"),
    ("gbr", "gbr gesellschaftbuergerlichenrechts partnershipgbr"),
    (
        "einzel",
        "einzelunternehmen einzelunternehmerin einzelunternehmer soletrader soleproprietorship",
    ),
];

/// How further ways to get in touch are called, by their words.
const CHANNELS: [(&str, &str); 10] = [
    ("phone", "telefon tel phone telephone"),
    ("mobile", "mobiltelefon mobil handy mobile mobilephone"),
    ("fax", "fax telefax"),
    ("mail", "email mail"),
    ("web", "webseite website web homepage"),
    ("mastodon", "mastodon"),
    ("instagram", "instagram"),
    ("facebook", "facebook"),
    ("linkedin", "linkedin"),
    ("other", "anderer andere other"),
];

/// What a network offers.
#[derive(Clone, Debug, Default)]
pub struct Guide {
    /// Its own fields that are open.
    pub fields: Vec<CustomField>,
    works: Vec<(FieldOfWorkId, String)>,
    regions: HashMap<String, Region>,
    /// Keys of regions by what they may be called.
    called: HashMap<String, Vec<String>>,
}

impl Guide {
    /// Arranges it.
    pub fn of(fields: Vec<CustomField>, works: Vec<FieldOfWork>, regions: Vec<Region>) -> Self {
        let mut guide = Self {
            fields,
            works: works.into_iter().map(|it| (it.id, it.name)).collect(),
            ..Self::default()
        };
        for it in regions.into_iter().filter(|it| !it.ended) {
            let short = it.name.split(',').next().unwrap_or(&it.name);
            let mut names = vec![plain(&it.label), plain(&it.name), plain(short)];
            names.sort_unstable();
            names.dedup();
            for name in names {
                guide.called.entry(name).or_default().push(it.ags.clone());
            }
            guide.regions.insert(it.ags.clone(), it);
        }
        guide
    }

    /// A field of the network's own.
    pub fn field(&self, id: base::CustomFieldId) -> Option<&CustomField> {
        self.fields.iter().find(|it| it.id == id)
    }

    /// The names of fields of work in one text.
    pub fn works_told(&self, ids: &[FieldOfWorkId]) -> String {
        let meant = self.works.iter().filter(|(id, _)| ids.contains(id));
        let mut names: Vec<&str> = meant.map(|(_, name)| name.as_str()).collect();
        names.sort_unstable();
        names.join("; ")
    }

    /// The fields of work of such a text.
    pub(crate) fn works_of(&self, told: &str) -> Vec<FieldOfWorkId> {
        let named = |name: &str| self.works.iter().find(|(_, it)| it == name);
        let mut ids: Vec<FieldOfWorkId> = told
            .split("; ")
            .filter_map(|it| Some(named(it)?.0))
            .collect();
        ids.sort_unstable();
        ids
    }

    /// Fields of work as somebody typed them, in one text.
    ///
    /// # Errors
    /// The one that the network does not offer.
    pub(super) fn works(&self, typed: &str) -> Result<String, String> {
        let mut ids = Vec::new();
        // Names may hold commas: of a list parted by commas the longest names are tried first.
        let whole = |part: &str| self.works.iter().find(|(_, it)| plain(it) == plain(part));
        for part in parts(typed, &[';', '\n', '|']) {
            if let Some((id, _)) = whole(part) {
                ids.push(*id);
                continue;
            }
            let pieces: Vec<&str> = parts(part, &[',']).collect();
            let mut rest = pieces.as_slice();
            while let Some(first) = rest.first() {
                let found = (1..=rest.len().min(MOST_COMMAS + 1))
                    .rev()
                    .find_map(|count| {
                        let (name, after) = rest.split_at_checked(count)?;
                        Some((whole(&name.join(", "))?.0, after))
                    });
                let (id, after) = found.ok_or_else(|| (*first).to_owned())?;
                ids.push(id);
                rest = after;
            }
        }
        Ok(self.works_told(&ids))
    }

    /// Regions in one text, each with its official key.
    pub fn regions_told(&self, keys: &[String]) -> String {
        let mut told: Vec<String> = keys
            .iter()
            .map(|key| match self.regions.get(key) {
                Some(region) => format!("{key} {}", region.label),
                None => key.clone(),
            })
            .collect();
        told.sort_unstable();
        told.dedup();
        told.join("; ")
    }

    /// Regions as somebody typed them, in one text.
    ///
    /// # Errors
    /// The phrase of what is wrong, and the part that it is about.
    pub(super) fn regions(&self, typed: &str) -> Result<String, (&'static str, String)> {
        let mut keys = Vec::new();
        for part in parts(typed, &[';', '\n', '|']) {
            if let Ok(key) = self.region(part) {
                keys.push(key);
                continue;
            }
            for part in parts(part, &[',']) {
                let key = self
                    .region(part)
                    .map_err(|fault| (fault, part.to_owned()))?;
                keys.push(key);
            }
        }
        Ok(self.regions_told(&keys))
    }

    fn region(&self, typed: &str) -> Result<String, &'static str> {
        let digits: String = typed.chars().take_while(char::is_ascii_digit).collect();
        if !digits.is_empty() {
            // Spreadsheets drop the nought of the first Länder.
            let key = match digits.len() {
                1 | 4 | 7 => format!("0{digits}"),
                _ => digits,
            };
            let rest = typed.trim_start_matches(|it: char| it.is_ascii_digit());
            let known = self.regions.get(&key).is_some_and(|it| {
                // What stands behind a comma may be another region.
                !rest.contains(',')
                    || [&it.label, &it.name]
                        .iter()
                        .any(|it| plain(it) == plain(rest))
            });
            return known.then_some(key).ok_or("transfer-flaw-region");
        }
        let found = self.called.get(&plain(typed));
        match found.map_or(&[][..], Vec::as_slice) {
            [] => Err("transfer-flaw-region"),
            [one] => Ok(one.clone()),
            several => {
                // "Berlin" is the Land, and at once the only Kreis in it.
                let land = several
                    .iter()
                    .find(|it| RegionKind::of_key(it) == Some(RegionKind::State));
                let is_one = land.filter(|land| several.iter().all(|it| lies_in(it, land)));
                is_one.cloned().ok_or("transfer-flaw-region-several")
            }
        }
    }
}

/// The keys of regions of a text that tells them.
pub(crate) fn region_keys(told: &str) -> Vec<String> {
    let key = |part: &str| -> String { part.chars().take_while(char::is_ascii_digit).collect() };
    let mut keys: Vec<String> = told.split("; ").map(key).collect();
    keys.retain(|key| !key.is_empty());
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn parts<'t>(typed: &'t str, separators: &'t [char]) -> impl Iterator<Item = &'t str> {
    let parts = typed.split(separators).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

/// A legal form as somebody typed it: its word, or `other` and the words after a tabulator.
pub(super) fn legal_form(typed: &str) -> String {
    let called = plain(typed);
    let is_called = |names: &str| names.split(' ').any(|name| name == called);
    match LEGAL_FORMS.iter().find(|(_, names)| is_called(names)) {
        Some((word, _)) => (*word).to_owned(),
        None if called.is_empty() => String::new(),
        None => format!("other\t{typed}"),
    }
}

/// Ways to get in touch as somebody typed them: the word of each, a tabulator, the address; a
/// line each.
pub(super) fn channels(typed: &str) -> String {
    let lines: Vec<String> = parts(typed, &[';', '\n', '|']).map(channel).collect();
    lines.join("\n")
}

fn channel(part: &str) -> String {
    let named = part.split_once(':').and_then(|(name, address)| {
        let called = plain(name);
        let is_called = |names: &str| names.split(' ').any(|name| name == called);
        let (word, _) = CHANNELS.iter().find(|(_, names)| is_called(names))?;
        Some((*word, address.trim()))
    });
    let (word, address) = named.unwrap_or_else(|| {
        let word = if part.contains("://") || part.starts_with("www.") {
            "web"
        } else if part.contains('@') && shell::looks_like_mail(part) {
            "mail"
        } else {
            "other"
        };
        (word, part)
    });
    let address = match word {
        "web" => register::web_address(address),
        _ => address.to_owned(),
    };
    format!("{word}\t{address}")
}
