//! What one row of a list says, or what is wrong with it.

use jiff::civil::Date;
use register::{MembershipKind, Term};
use serde::{Deserialize, Serialize};
use shell::{LINE, TEXT, looks_like_mail};

use super::field::Field;
use super::guess::Mapping;

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flaw {
    /// The column, where it is about one.
    pub column: Option<usize>,
    /// Phrase key.
    pub key: String,
    /// What fills the phrase: a word or a number.
    pub what: String,
}

impl Flaw {
    pub(super) fn new(column: Option<usize>, key: &str, what: impl std::fmt::Display) -> Self {
        Self {
            column,
            key: key.to_owned(),
            what: what.to_string(),
        }
    }
}

/// What a row says of an organisation; what is empty is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationPart {
    /// Its name.
    pub name: String,
    /// What else is said, field by field.
    pub values: Vec<(Field, String)>,
}

/// What a row says of a person; what is empty is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonPart {
    /// The name as it is shown.
    pub name: String,
    /// The name that lists sort by.
    pub sort_name: String,
    /// What else is said, field by field.
    pub values: Vec<(Field, String)>,
    /// What the person is at the organisation.
    pub function: String,
    /// Whether the person speaks for it, where that is said.
    pub contact: Option<bool>,
}

impl PersonPart {
    /// By what rows of one list mean the same person: name and mail address; none without one.
    pub(crate) fn key(&self) -> Option<(String, String)> {
        let mail = self
            .values
            .iter()
            .find(|(field, _)| *field == Field::PersonMail);
        mail.map(|(_, mail)| (super::name_key(&self.name), mail.to_lowercase()))
    }
}

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The organisation.
    pub organisation: Option<OrganisationPart>,
    /// How it belongs to the network.
    pub membership: Option<(MembershipKind, Term)>,
    /// Whether the row itself says so, and not the choice for all rows.
    pub says_kind: bool,
    /// The person.
    pub person: Option<PersonPart>,
}

/// The cells of a row by what they mean.
struct Reader<'r> {
    cells: &'r [String],
    mapping: &'r Mapping,
    flaws: Vec<Flaw>,
}

/// Reads a row. `kind` is how organisations belong where no column says it.
///
/// # Errors
/// Everything that is wrong with it.
pub fn entry(
    cells: &[String],
    mapping: &Mapping,
    kind: Option<MembershipKind>,
) -> Result<Entry, Vec<Flaw>> {
    let mut reader = Reader {
        cells,
        mapping,
        flaws: Vec::new(),
    };
    reader.refuse_formulas();
    let person = reader.person();
    let organisation = reader.organisation();
    let membership = reader.membership(kind).filter(|_| organisation.is_some());
    if organisation.is_none() && person.is_none() && reader.flaws.is_empty() {
        let field = if reader.column(Field::Organisation).is_some() {
            Field::Organisation
        } else {
            Field::Person
        };
        reader.flaw(field, "transfer-flaw-no-name");
    }
    if reader.flaws.is_empty() {
        Ok(Entry {
            organisation,
            membership,
            says_kind: !reader.raw(Field::Kind).is_empty(),
            person,
        })
    } else {
        Err(reader.flaws)
    }
}

impl Reader<'_> {
    fn column(&self, field: Field) -> Option<usize> {
        self.mapping.iter().position(|it| *it == Some(field))
    }

    /// The cell of a field in one line; empty where there is none.
    fn line(&mut self, field: Field) -> String {
        let text = self.raw(field);
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.within(field, line, LINE)
    }

    fn raw(&self, field: Field) -> &str {
        self.column(field)
            .and_then(|place| self.cells.get(place))
            .map_or("", String::as_str)
    }

    fn within(&mut self, field: Field, text: String, most: usize) -> String {
        if text.chars().count() > most {
            let flaw = Flaw::new(self.column(field), "transfer-flaw-long", most);
            self.flaws.push(flaw);
        }
        text
    }

    fn flaw(&mut self, field: Field, key: &str) {
        let what = self.raw(field).chars().take(60).collect::<String>();
        self.flaws.push(Flaw::new(self.column(field), key, what));
    }

    /// A formula or its failure is not what the office wants to write down.
    fn refuse_formulas(&mut self) {
        for (place, (cell, meant)) in self.cells.iter().zip(self.mapping).enumerate() {
            if meant.is_none() {
                continue;
            }
            let key = if cell.starts_with('=') && cell.len() > 1 {
                "transfer-flaw-formula"
            } else if is_failure(cell) {
                "transfer-flaw-failure"
            } else {
                continue;
            };
            let what: String = cell.chars().take(60).collect();
            self.flaws.push(Flaw::new(Some(place), key, what));
        }
    }

    fn mail(&mut self, field: Field) -> String {
        let typed = self.line(field);
        let mail = typed.strip_prefix("mailto:").unwrap_or(&typed).to_owned();
        if mail.is_empty() || looks_like_mail(&mail) {
            return mail;
        }
        let is_several = mail.matches('@').count() > 1;
        self.flaw(
            field,
            if is_several {
                "transfer-flaw-mails"
            } else {
                "transfer-flaw-mail"
            },
        );
        String::new()
    }

    fn organisation(&mut self) -> Option<OrganisationPart> {
        let name = self.line(Field::Organisation);
        let mut values = Vec::new();
        let (postcode, town) = self.place();
        for (field, value) in [
            (Field::ShortName, self.line(Field::ShortName)),
            (Field::Street, self.line(Field::Street)),
            (Field::Postcode, postcode),
            (Field::Town, town),
            (Field::Phone, self.line(Field::Phone)),
            (Field::Mail, self.mail(Field::Mail)),
            (Field::Web, self.web()),
            (Field::Note, self.raw(Field::Note).to_owned()),
        ] {
            if !value.is_empty() {
                values.push((field, value));
            }
        }
        let note = self.raw(Field::Note).to_owned();
        self.within(Field::Note, note, TEXT);
        if name.is_empty() && !values.is_empty() {
            self.flaw(Field::Organisation, "transfer-flaw-no-organisation");
        }
        (!name.is_empty()).then_some(OrganisationPart { name, values })
    }

    /// Postcode and town, out of one column or two. Spreadsheets drop the nought of Saxony.
    fn place(&mut self) -> (String, String) {
        let (mut postcode, mut town) = (self.line(Field::Postcode), self.line(Field::Town));
        let place = self.line(Field::Place);
        if let (Some((first, rest)), true) = (place.split_once(' '), postcode.is_empty())
            && first.chars().all(|it| it.is_ascii_digit())
        {
            (postcode, town) = (first.to_owned(), rest.to_owned());
        } else if town.is_empty() {
            town = place;
        }
        if postcode.len() == 4 && postcode.chars().all(|it| it.is_ascii_digit()) {
            postcode.insert(0, '0');
        }
        (postcode, town)
    }

    fn web(&mut self) -> String {
        let typed = self.line(Field::Web);
        let address = register::web_address(&typed);
        if address.is_empty() || register::is_web_address(&address) {
            return address;
        }
        self.flaw(Field::Web, "transfer-flaw-web");
        String::new()
    }

    fn membership(&mut self, all: Option<MembershipKind>) -> Option<(MembershipKind, Term)> {
        let term = Term {
            from: self.day(Field::Since, false),
            until: self.day(Field::Until, true),
        };
        if let (Some(from), Some(until)) = (term.from, term.until)
            && until < from
        {
            self.flaw(Field::Until, "transfer-flaw-term");
        }
        let typed = self.line(Field::Kind);
        if typed.is_empty() {
            return all.map(|kind| (kind, term));
        }
        let kind = kind_of(&typed);
        if kind.is_none() {
            self.flaw(Field::Kind, "transfer-flaw-kind");
        }
        kind.map(|kind| (kind, term))
    }

    /// A day; of a year alone the first, or the last where it is an end.
    fn day(&mut self, field: Field, is_end: bool) -> Option<Date> {
        let typed = self.line(field);
        if typed.is_empty() {
            return None;
        }
        let day = day_of(&typed, is_end).filter(|day| (1900..=2199).contains(&day.year()));
        if day.is_none() {
            self.flaw(field, "transfer-flaw-day");
        }
        day
    }

    fn person(&mut self) -> Option<PersonPart> {
        let (first, last) = (self.line(Field::FirstName), self.line(Field::LastName));
        let whole = self.line(Field::Person);
        let (name, sort_name) = if !last.is_empty() {
            let name = format!("{first} {last}").trim().to_owned();
            let sort_name = if first.is_empty() {
                last
            } else {
                format!("{last}, {first}")
            };
            (name, sort_name)
        } else if let Some((last, first)) = whole.split_once(", ") {
            (format!("{first} {last}"), whole.clone())
        } else {
            (whole.clone(), whole.clone())
        };
        let mut values = Vec::new();
        for (field, value) in [
            (Field::AddressForm, self.address_form()),
            (Field::PersonMail, self.mail(Field::PersonMail)),
            (Field::PersonPhone, self.line(Field::PersonPhone)),
            (Field::PersonNote, self.raw(Field::PersonNote).to_owned()),
        ] {
            if !value.is_empty() {
                values.push((field, value));
            }
        }
        let function = self.line(Field::Function);
        let contact = self.contact();
        let is_said = !first.is_empty() || !function.is_empty() || has_reach(&values);
        if name.is_empty() && is_said {
            self.flaw(self.name_field(), "transfer-flaw-no-person");
        }
        (!name.is_empty()).then_some(PersonPart {
            name,
            sort_name,
            values,
            function,
            contact,
        })
    }

    fn name_field(&self) -> Field {
        if self.column(Field::LastName).is_some() {
            Field::LastName
        } else {
            Field::Person
        }
    }

    fn address_form(&mut self) -> String {
        let typed = self.line(Field::AddressForm).to_lowercase();
        let word = match typed.trim_end_matches('.') {
            "" => "",
            "frau" | "fr" | "w" | "weiblich" | "ms" | "mrs" | "sehr geehrte frau" => "frau",
            "herr" | "hr" | "herrn" | "m" | "männlich" | "mr" | "sehr geehrter herr" => "herr",
            "divers" | "d" | "neutral" | "keine" | "ohne" | "mx" | "-" | "–" => "neutral",
            _ => {
                self.flaw(Field::AddressForm, "transfer-flaw-address-form");
                ""
            }
        };
        word.to_owned()
    }

    fn contact(&mut self) -> Option<bool> {
        match self.line(Field::Contact).to_lowercase().as_str() {
            "" => None,
            "ja" | "j" | "x" | "1" | "yes" | "y" | "true" | "wahr" | "✓" => Some(true),
            "nein" | "n" | "0" | "no" | "false" | "falsch" | "-" | "–" => Some(false),
            _ => {
                self.flaw(Field::Contact, "transfer-flaw-yes-no");
                None
            }
        }
    }
}

fn has_reach(values: &[(Field, String)]) -> bool {
    values
        .iter()
        .any(|(field, _)| matches!(field, Field::PersonMail | Field::PersonPhone))
}

/// What a spreadsheet shows where a formula failed, in German and in English.
fn is_failure(cell: &str) -> bool {
    [
        "#BEZUG!",
        "#REF!",
        "#NV",
        "#N/A",
        "#NAME?",
        "#WERT!",
        "#VALUE!",
        "#DIV/0!",
        "#NULL!",
        "#ZAHL!",
        "#NUM!",
        "#ÜBERLAUF!",
        "#SPILL!",
    ]
    .contains(&cell)
}

fn kind_of(typed: &str) -> Option<MembershipKind> {
    let typed = super::guess::plain(typed);
    if let Some(kind) = MembershipKind::from_word(&typed) {
        return Some(kind);
    }
    // A supporting member is a funder, so that is asked first.
    let has = |parts: &[&str]| parts.iter().any(|part| typed.contains(part));
    if has(&["foerder", "funder", "sponsor", "donor"]) {
        Some(MembershipKind::Funder)
    } else if has(&["partner", "kooperation"]) {
        Some(MembershipKind::Partner)
    } else if has(&["gast", "gaest", "guest", "beobacht"]) {
        Some(MembershipKind::Guest)
    } else if has(&["mitglied", "ordentlich", "member", "aktiv"]) {
        Some(MembershipKind::Member)
    } else {
        None
    }
}

/// A day as sheets and people write it: `2017-12-07`, `7.12.2017`, `12/2017`, `2017`.
fn day_of(typed: &str, is_end: bool) -> Option<Date> {
    let typed = typed.split(' ').next().unwrap_or_default();
    if let Ok(day) = typed.parse::<Date>() {
        return Some(day);
    }
    let parts: Vec<i16> = typed
        .split(['.', '/'])
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let full = |year: i16| {
        if (0..100).contains(&year) {
            year + 2000
        } else {
            year
        }
    };
    let small = |part: i16| i8::try_from(part).ok();
    match parts.as_slice() {
        [day, month, year] => Date::new(full(*year), small(*month)?, small(*day)?).ok(),
        [month, year] if *year >= 1000 => {
            let first = Date::new(*year, small(*month)?, 1).ok()?;
            Some(if is_end { first.last_of_month() } else { first })
        }
        [year] if *year >= 1000 => {
            let (month, day) = if is_end { (12, 31) } else { (1, 1) };
            Date::new(*year, month, day).ok()
        }
        _ => None,
    }
}
