//! What the columns of a list mean: guessed by what they are called and by what is in them.

use base::Blame;
use register::fields::CustomField;

use super::field::Field;

/// What each column means; none for those that are left out.
pub type Mapping = Vec<Option<Field>>;

/// A text as names of columns are compared: letters and digits alone, umlauts written out.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => plain.push_str("ae"),
            'ö' => plain.push_str("oe"),
            'ü' => plain.push_str("ue"),
            'ß' => plain.push_str("ss"),
            it if it.is_alphanumeric() => plain.push(it),
            _ => {}
        }
    }
    plain
}

/// Names that say what a column holds but not whose it is.
const MAILS: [&str; 7] = [
    "email",
    "mail",
    "emailadresse",
    "mailadresse",
    "emails",
    "emailaddress",
    "epost",
];
const PHONES: [&str; 9] = [
    "telefon",
    "tel",
    "telefonnummer",
    "telefonnr",
    "telnr",
    "rufnummer",
    "fon",
    "phone",
    "telephone",
];
const NAMES: [&str; 3] = ["name", "namen", "bezeichnung"];

/// Whether a text is the name of a column.
pub fn is_known_header(text: &str) -> bool {
    let text = plain(text);
    !text.is_empty() && (named(&text).is_some() || is_shared(&text))
}

fn is_shared(plain: &str) -> bool {
    MAILS.contains(&plain) || PHONES.contains(&plain) || NAMES.contains(&plain)
}

fn named(plain: &str) -> Option<Field> {
    Field::common().find(|field| field.is_called(plain))
}

/// A field of the network's own that is called so.
fn own(name: &str, fields: &[CustomField]) -> Option<Field> {
    let is_called = |it: &&CustomField| {
        !name.is_empty() && (plain(&it.label) == name || plain(&it.label_en) == name)
    };
    let found = fields.iter().find(is_called)?;
    Some(Field::Custom(found.record_kind, found.id))
}

/// What these columns mean, as far as it can be told; no field twice. The network's own fields
/// are asked first: it has given them their names.
pub fn guess(columns: &[String], rows: &[&[String]], fields: &[CustomField]) -> Mapping {
    let plains: Vec<String> = columns.iter().map(|name| plain(name)).collect();
    let mut mapping: Mapping = plains
        .iter()
        .map(|name| own(name, fields).or_else(|| named(name)))
        .collect();
    once(&mut mapping);
    settle_names(&plains, &mut mapping);
    let mails = |name: &str| MAILS.contains(&name);
    settle(
        &plains,
        &mut mapping,
        mails,
        (Field::Mail, Field::PersonMail),
    );
    let phones = |name: &str| PHONES.contains(&name);
    settle(
        &plains,
        &mut mapping,
        phones,
        (Field::Phone, Field::PersonPhone),
    );
    if mapping.iter().all(Option::is_none) {
        mapping = by_content(columns.len(), rows);
    }
    once(&mut mapping);
    mapping
}

/// Takes back what was said before in another column.
fn once(mapping: &mut Mapping) {
    let mut said = Vec::new();
    for field in mapping {
        match *field {
            Some(it) if said.contains(&it) => *field = None,
            Some(it) => said.push(it),
            None => {}
        }
    }
}

/// "Name" beside a first name is the last name; beside an organisation it is a person; alone it
/// is the organisation's.
fn settle_names(plains: &[String], mapping: &mut Mapping) {
    let has = |mapping: &Mapping, field| mapping.contains(&Some(field));
    let Some(place) = plains.iter().position(|it| NAMES.contains(&it.as_str())) else {
        return;
    };
    let field = if has(mapping, Field::FirstName) && !has(mapping, Field::LastName) {
        Field::LastName
    } else if has(mapping, Field::Organisation) {
        Field::Person
    } else {
        Field::Organisation
    };
    put(mapping, place, field);
}

fn put(mapping: &mut Mapping, place: usize, field: Field) {
    if let (Some(meant), true) = (mapping.get_mut(place), true) {
        meant.get_or_insert(field);
    }
}

/// A mail address or telephone number behind the first column about a person is the person's.
fn settle(
    plains: &[String],
    mapping: &mut Mapping,
    is_meant: impl Fn(&str) -> bool,
    (own, persons): (Field, Field),
) {
    let person = mapping
        .iter()
        .position(|field| field.is_some_and(Field::is_of_person));
    for (place, name) in plains.iter().enumerate() {
        if is_meant(name) {
            let is_persons = person.is_some_and(|first| first < place);
            put(mapping, place, if is_persons { persons } else { own });
        }
    }
}

/// What nameless columns hold, by what most of their cells look like.
fn by_content(width: usize, rows: &[&[String]]) -> Mapping {
    let mut mapping: Mapping = (0..width)
        .map(|place| {
            let cells: Vec<&str> = rows
                .iter()
                .take(200)
                .filter_map(|row| row.get(place))
                .map(String::as_str)
                .filter(|cell| !cell.is_empty())
                .collect();
            SIGNS
                .into_iter()
                .find(|(_, is)| {
                    let fitting = cells.iter().filter(|cell| is(cell)).count();
                    fitting > 0 && fitting * 10 >= cells.len() * 6
                })
                .map(|(field, _)| field)
        })
        .collect();
    once(&mut mapping);
    // The town stands behind its postcode, and a list begins with a name.
    let postcode = mapping.iter().position(|it| *it == Some(Field::Postcode));
    if let Some(place) = postcode {
        put(&mut mapping, place + 1, Field::Town);
    }
    if !mapping.contains(&Some(Field::Organisation)) {
        put(&mut mapping, 0, Field::Organisation);
    }
    mapping
}

type Sign = (Field, fn(&str) -> bool);

const SIGNS: [Sign; 7] = [
    (Field::Mail, |cell| cell.contains('@')),
    (Field::Postcode, |cell| {
        cell.len() == 5 && cell.chars().all(|it| it.is_ascii_digit())
    }),
    (Field::Web, |cell| {
        cell.starts_with("http") || cell.starts_with("www.")
    }),
    (Field::Phone, |cell| {
        cell.len() > 5
            && cell.starts_with(['0', '+', '('])
            && cell
                .chars()
                .all(|it| it.is_ascii_digit() || " +-/()".contains(it))
    }),
    (Field::AddressForm, |cell| matches!(cell, "Herr" | "Frau")),
    (Field::Organisation, |cell| {
        let cell = plain(cell);
        [
            "ev",
            "gmbh",
            "verein",
            "verband",
            "stiftung",
            "amt",
            "landkreis",
        ]
        .iter()
        .any(|part| cell.contains(part))
    }),
    (Field::Street, |cell| {
        cell.ends_with(|it: char| it.is_ascii_digit()) && cell.contains(' ')
    }),
];

/// What is wrong with what columns are to mean, at the fields of the form (`c0`, `c1` …).
pub fn flaws_of_mapping(mapping: &Mapping) -> Vec<Blame> {
    let has = |field| mapping.contains(&Some(field));
    let mut blames = Vec::new();
    for (place, field) in mapping.iter().enumerate() {
        let before = mapping.get(..place).unwrap_or_default();
        if field.is_some() && before.contains(field) {
            blames.push(Blame::at(format!("c{place}"), "transfer-fault-twice"));
        }
    }
    let names_person = has(Field::Person) || has(Field::LastName);
    if !has(Field::Organisation) && !names_person {
        blames.push(Blame::at("", "transfer-fault-no-name"));
    }
    let about_person = mapping
        .iter()
        .position(|field| field.is_some_and(Field::is_of_person));
    if let (Some(place), false) = (about_person, names_person) {
        blames.push(Blame::at(format!("c{place}"), "transfer-fault-no-person"));
    }
    let about_organisation = mapping
        .iter()
        .position(|field| field.is_some_and(|it| !it.is_of_person()));
    if let (Some(place), false) = (about_organisation, has(Field::Organisation)) {
        blames.push(Blame::at(
            format!("c{place}"),
            "transfer-fault-no-organisation",
        ));
    }
    blames
}
