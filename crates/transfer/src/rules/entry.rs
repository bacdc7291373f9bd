//! What one row of a list says, or what is wrong with it.

use jiff::civil::Date;
use register::fields::{self, RecordKind};
use register::{MembershipKind, Term};
use serde::{Deserialize, Serialize};
use shell::{LINE, TEXT, looks_like_mail};

use super::field::Field;
use super::guess::Mapping;
use super::guide::{self, Guide};
use super::words::{day_of, full, is_failure, kind_of, told};

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

fn value(values: &[(Field, String)], field: Field) -> &str {
    let said = values.iter().find(|(it, _)| *it == field);
    said.map_or("", |(_, value)| value.as_str())
}

impl OrganisationPart {
    /// What is said in a field; empty where nothing is.
    pub(crate) fn value(&self, field: Field) -> &str {
        value(&self.values, field)
    }
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
    /// Whether the person gives its vote, where that is said.
    pub voting: Option<bool>,
    /// From when to when, as far as that is said.
    pub term: Term,
}

impl PersonPart {
    /// What is said in a field; empty where nothing is.
    pub(crate) fn value(&self, field: Field) -> &str {
        value(&self.values, field)
    }

    /// By what rows of one list mean the same person: name and mail address; none without one.
    pub(crate) fn key(&self) -> Option<(String, String)> {
        let mail = self.value(Field::PersonMail);
        (!mail.is_empty()).then(|| (super::name_key(&self.name), mail.to_lowercase()))
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
    /// What it says in the network's own fields of memberships.
    pub membership_values: Vec<(Field, String)>,
    /// The person.
    pub person: Option<PersonPart>,
}

/// A row that cannot be read: what it is about, in its own words, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The names in it, as they stand there.
    pub name: String,
    /// Everything that is wrong.
    pub flaws: Vec<Flaw>,
}

/// The cells of a row by what they mean.
struct Reader<'r> {
    cells: &'r [String],
    mapping: &'r Mapping,
    guide: &'r Guide,
    flaws: Vec<Flaw>,
}

/// Reads a row. `kind` is how organisations belong where no column says it.
///
/// # Errors
/// Everything that is wrong with it.
pub fn entry(
    cells: &[String],
    (mapping, guide): (&Mapping, &Guide),
    kind: Option<MembershipKind>,
) -> Result<Entry, Unread> {
    let mut reader = Reader {
        cells,
        mapping,
        guide,
        flaws: Vec::new(),
    };
    reader.refuse_formulas();
    let person = reader.person();
    let organisation = reader.organisation();
    let membership = reader.membership(kind).filter(|_| organisation.is_some());
    let membership_values = reader.own(RecordKind::Membership);
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
            membership_values,
            person,
        })
    } else {
        Err(Unread {
            name: reader.called(),
            flaws: reader.flaws,
        })
    }
}

impl Reader<'_> {
    fn column(&self, field: Field) -> Option<usize> {
        self.mapping.iter().position(|it| *it == Some(field))
    }

    /// Whom the row names, right or wrong.
    fn called(&self) -> String {
        let person = [Field::FirstName, Field::LastName].map(|field| self.raw(field).trim());
        let person = person.join(" ");
        let names = [
            self.raw(Field::Person),
            &person,
            self.raw(Field::Organisation),
        ];
        let names = names.map(str::trim).into_iter();
        let names: Vec<_> = names.filter(|name| !name.is_empty()).collect();
        names.join(", ").chars().take(LINE).collect()
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
        let (postcode, town) = self.place();
        let mut values = vec![
            (Field::ShortName, self.line(Field::ShortName)),
            (Field::Street, self.line(Field::Street)),
            (Field::Postcode, postcode),
            (Field::Town, town),
            (Field::Phone, self.line(Field::Phone)),
            (Field::Mail, self.mail(Field::Mail)),
            (Field::Web, self.web()),
            (Field::Note, self.raw(Field::Note).to_owned()),
        ];
        values.extend(self.profile());
        values.extend(self.own(RecordKind::Organisation));
        values.retain(|(_, value)| !value.is_empty());
        let note = self.raw(Field::Note).to_owned();
        self.within(Field::Note, note, TEXT);
        if name.is_empty() && !values.is_empty() {
            self.flaw(Field::Organisation, "transfer-flaw-no-organisation");
        }
        (!name.is_empty()).then_some(OrganisationPart { name, values })
    }

    /// What it says of the organisation beside name and visiting address.
    fn profile(&mut self) -> Vec<(Field, String)> {
        let legal_form = self.line(Field::LegalForm);
        let channels = self.raw(Field::Channels).to_owned();
        let channels = self.within(Field::Channels, channels, TEXT);
        vec![
            (Field::LegalForm, guide::legal_form(&legal_form)),
            (Field::PostalStreet, self.line(Field::PostalStreet)),
            (
                Field::PostalPostcode,
                full(self.line(Field::PostalPostcode)),
            ),
            (Field::PostalTown, self.line(Field::PostalTown)),
            (Field::Channels, guide::channels(&channels)),
            (Field::Fax, self.line(Field::Fax)),
            (Field::Regions, self.regions()),
            (Field::Works, self.works()),
            (Field::Parent, self.line(Field::Parent)),
            (Field::CanHost, told(self.yes_or_no(Field::CanHost))),
        ]
    }

    fn regions(&mut self) -> String {
        let guide = self.guide;
        guide
            .regions(self.raw(Field::Regions))
            .unwrap_or_else(|(key, part)| {
                let column = self.column(Field::Regions);
                self.flaws.push(Flaw::new(column, key, part));
                String::new()
            })
    }

    fn works(&mut self) -> String {
        let guide = self.guide;
        guide.works(self.raw(Field::Works)).unwrap_or_else(|part| {
            let column = self.column(Field::Works);
            self.flaws
                .push(Flaw::new(column, "transfer-flaw-work", part));
            String::new()
        })
    }

    /// What it says in the network's own fields of a kind of record.
    fn own(&mut self, kind: RecordKind) -> Vec<(Field, String)> {
        let guide = self.guide;
        let mapped = self
            .mapping
            .iter()
            .flatten()
            .filter(|field| matches!(field, Field::Custom(of, _) if *of == kind));
        let mapped: Vec<Field> = mapped.copied().collect();
        let mut values = Vec::new();
        for field in mapped {
            let Field::Custom(_, id) = field else {
                continue;
            };
            let Some(own) = guide.field(id) else {
                continue;
            };
            match fields::read(own, self.raw(field)) {
                Ok(value) if value.is_empty() => {}
                Ok(value) => values.push((field, value)),
                Err(key) => self.flaw(field, key),
            }
        }
        values
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
        (full(postcode), town)
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
        let term = self.term(Field::Since, Field::Until);
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

    fn term(&mut self, since: Field, until: Field) -> Term {
        let term = Term {
            from: self.day(since, false),
            until: self.day(until, true),
        };
        if let (Some(from), Some(last)) = (term.from, term.until)
            && last < from
        {
            self.flaw(until, "transfer-flaw-term");
        }
        term
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
        let mut values = vec![
            (Field::AddressForm, self.address_form()),
            (Field::PersonMail, self.mail(Field::PersonMail)),
            (Field::PersonPhone, self.line(Field::PersonPhone)),
            (Field::Language, self.language()),
            (Field::PersonNote, self.raw(Field::PersonNote).to_owned()),
        ];
        values.extend(self.own(RecordKind::Person));
        values.retain(|(_, value)| !value.is_empty());
        let function = self.line(Field::Function);
        let contact = self.yes_or_no(Field::Contact);
        let voting = self.yes_or_no(Field::Voting);
        let term = self.term(Field::FunctionSince, Field::FunctionUntil);
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
            voting,
            term,
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

    fn language(&mut self) -> String {
        let typed = self.line(Field::Language).to_lowercase();
        let tag = match typed.as_str() {
            "" => "",
            "de" | "deutsch" | "german" => "de",
            "en" | "englisch" | "english" => "en",
            _ => {
                self.flaw(Field::Language, "transfer-flaw-language");
                ""
            }
        };
        tag.to_owned()
    }

    fn yes_or_no(&mut self, field: Field) -> Option<bool> {
        match self.line(field).to_lowercase().as_str() {
            "" => None,
            "ja" | "j" | "x" | "1" | "yes" | "y" | "true" | "wahr" | "✓" => Some(true),
            "nein" | "n" | "0" | "no" | "false" | "falsch" | "-" | "–" => Some(false),
            _ => {
                self.flaw(field, "transfer-flaw-yes-no");
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
