//! The register's lists as tables: which columns there are, who may see them, what is in them.

use std::collections::HashMap;

use base::{Fault, NetworkId, OrganisationId, PersonId};
use jiff::civil::Date;
use register::fields::{self, CustomField, RecordKind, ValueKind, Values};
use register::{Function, Membership, Organisation, Party, Person, Profile, whole};
use shell::Visit;
use store::Conn;
use tables::Cell;
use uuid::Uuid;

use crate::actions;
use crate::rules::{Field, Guide};

/// A list that goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// The organisations whose records are open.
    Organisations,
    /// The people whose records are open, once for each of their functions.
    People,
    /// Who is in the group of this slug.
    Group(String),
}

/// A column of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its word in forms; the phrase key is `transfer-column-` and it, but for the network's
    /// own fields.
    pub(crate) word: String,
    /// The field of the network's own that it shows.
    own: Option<CustomField>,
    /// Whether only the office may see it.
    is_offices: bool,
    /// Whether it goes out unless somebody chose otherwise.
    pub(crate) is_usual: bool,
}

impl Column {
    /// What it is called.
    pub(crate) fn label(&self, visit: &Visit) -> String {
        match &self.own {
            Some(own) => own.label_in(visit.lang).to_owned(),
            None => visit
                .say(&format!("transfer-column-{}", self.word))
                .to_owned(),
        }
    }

    fn of(&(word, is_offices, is_usual): &Known) -> Self {
        Self {
            word: word.to_owned(),
            own: None,
            is_offices,
            is_usual,
        }
    }

    fn own(it: CustomField) -> Self {
        Self {
            word: Field::Custom(it.record_kind, it.id).word().into_owned(),
            is_offices: it.internal || it.record_kind == RecordKind::Person,
            is_usual: false,
            own: Some(it),
        }
    }
}

/// A column that every network has: its word, whether only the office may see it, and whether
/// it goes out unless somebody chose otherwise.
type Known = (&'static str, bool, bool);

const ORGANISATIONS: [Known; 22] = [
    ("organisation", false, true),
    ("short-name", false, true),
    ("legal-form", false, false),
    ("street", false, true),
    ("postcode", false, true),
    ("town", false, true),
    ("postal-street", false, false),
    ("postal-postcode", false, false),
    ("postal-town", false, false),
    ("phone", true, true),
    ("mail", true, true),
    ("web", false, true),
    ("channels", true, false),
    ("regions", false, false),
    ("works", false, false),
    ("parent", false, false),
    ("can-host", false, false),
    ("kind", false, true),
    ("since", false, true),
    ("until", false, false),
    ("contacts", false, false),
    ("note", true, false),
];

const PEOPLE: [Known; 12] = [
    ("name", false, true),
    ("organisation", false, true),
    ("function", false, true),
    ("function-since", false, false),
    ("function-until", false, false),
    ("speaks", false, false),
    ("voting", false, false),
    ("address-form", true, true),
    ("mail", true, true),
    ("phone", true, true),
    ("lang", true, false),
    ("person-note", true, false),
];

const GROUP: [Known; 6] = [
    ("name", false, true),
    ("part", false, true),
    ("leads", false, true),
    ("from", false, true),
    ("mail", true, true),
    ("phone", true, false),
];

impl List {
    /// By what an account's choice of columns is remembered.
    pub(crate) fn word(&self) -> String {
        match self {
            Self::Organisations => "organisationen".to_owned(),
            Self::People => "personen".to_owned(),
            Self::Group(slug) => format!("gremium:{slug}"),
        }
    }

    /// The columns that somebody may have, in a network with these fields of its own.
    pub(crate) fn columns(&self, own: Vec<CustomField>, is_office: bool) -> Vec<Column> {
        let (all, kinds): (&[Known], &[RecordKind]) = match self {
            Self::Organisations => (
                &ORGANISATIONS,
                &[RecordKind::Organisation, RecordKind::Membership],
            ),
            Self::People => (&PEOPLE, &[RecordKind::Person]),
            Self::Group(_) => (&GROUP, &[]),
        };
        let own = own.into_iter().filter(|it| kinds.contains(&it.record_kind));
        let all = all.iter().map(Column::of).chain(own.map(Column::own));
        all.filter(|it| is_office || !it.is_offices).collect()
    }
}

/// What all rows of a list need at hand.
struct Scene<'v> {
    visit: &'v Visit,
    today: Date,
}

impl Scene<'_> {
    fn yes(&self, it: bool) -> Cell {
        Cell::text(
            self.visit
                .say(if it { "transfer-yes" } else { "transfer-no" }),
        )
    }

    fn day(day: Option<Date>) -> Cell {
        day.map_or(Cell::Empty, Cell::Day)
    }

    /// What stands in a field of the network's own.
    fn own(&self, field: &CustomField, values: Option<&Values>) -> Cell {
        let Some(value) = values.and_then(|it| it.get(&field.id)) else {
            return Cell::Empty;
        };
        match field.value_kind {
            ValueKind::YesNo => self.yes(value == "yes"),
            ValueKind::Date => value.parse().map_or(Cell::Empty, Cell::Day),
            ValueKind::Number => value.parse().map_or(Cell::Empty, Cell::Number),
            ValueKind::Text | ValueKind::Choice => Cell::text(value),
        }
    }
}

/// The rows of a list with these columns; none where there is no such group.
pub(crate) fn rows(
    conn: &mut Conn<'_>,
    visit: &Visit,
    network: NetworkId,
    (list, columns): (&List, &[Column]),
) -> Result<Option<Vec<Vec<Cell>>>, Fault> {
    let scene = Scene {
        visit,
        today: visit.today(),
    };
    Ok(match list {
        List::Organisations => Some(organisations(conn, &scene, network, columns)?),
        List::People => Some(people(conn, &scene, network, columns)?),
        List::Group(slug) => group(conn, &scene, (network, slug), columns)?,
    })
}

/// What all organisations of a list need at hand.
struct Facts {
    belongs: HashMap<OrganisationId, Membership>,
    contacts: HashMap<OrganisationId, Vec<String>>,
    profiles: HashMap<OrganisationId, Profile>,
    names: HashMap<OrganisationId, String>,
    values: HashMap<Uuid, Values>,
    guide: Guide,
}

fn values_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
    columns: &[Column],
) -> Result<HashMap<Uuid, Values>, Fault> {
    let mut values: HashMap<Uuid, Values> = HashMap::new();
    for kind in RecordKind::ALL {
        let is_wanted = |it: &&Column| it.own.as_ref().is_some_and(|it| it.record_kind == kind);
        if !columns.iter().any(|it| is_wanted(&it)) {
            continue;
        }
        for (record, field, value) in fields::all_values(conn, network, kind)? {
            values.entry(record).or_default().insert(field, value);
        }
    }
    Ok(values)
}

fn facts(
    conn: &mut Conn<'_>,
    scene: &Scene<'_>,
    network: NetworkId,
    columns: &[Column],
) -> Result<Facts, Fault> {
    let mut belongs: HashMap<OrganisationId, Membership> = HashMap::new();
    for it in whole::memberships(conn, network)? {
        if it.term.holds_on(scene.today) {
            belongs.entry(it.organisation).or_insert(it);
        }
    }
    let mut contacts: HashMap<OrganisationId, Vec<String>> = HashMap::new();
    for it in current_functions(conn, scene, network)? {
        if it.contact {
            let names = contacts.entry(it.organisation).or_default();
            names.push(it.person_name);
        }
    }
    let asks_regions = columns.iter().any(|it| it.word == "regions");
    let mapping = vec![asks_regions.then_some(Field::Regions)];
    let names = whole::organisations(conn, network)?;
    Ok(Facts {
        belongs,
        contacts,
        profiles: whole::profiles(conn, network)?,
        names: names.into_iter().map(|it| (it.id, it.name)).collect(),
        values: values_of(conn, network, columns)?,
        guide: actions::guide(conn, network, &mapping)?,
    })
}

fn organisations(
    conn: &mut Conn<'_>,
    scene: &Scene<'_>,
    network: NetworkId,
    columns: &[Column],
) -> Result<Vec<Vec<Cell>>, Fault> {
    let facts = facts(conn, scene, network, columns)?;
    let all = register::organisations_of(conn, network)?;
    let none = Profile::default();
    Ok(all
        .iter()
        .map(|it| {
            let profile = facts.profiles.get(&it.id).unwrap_or(&none);
            let cell = |column: &Column| organisation(scene, &facts, (it, profile), column);
            columns.iter().map(cell).collect()
        })
        .collect())
}

fn organisation(
    scene: &Scene<'_>,
    facts: &Facts,
    (it, profile): (&Organisation, &Profile),
    column: &Column,
) -> Cell {
    let belongs = facts.belongs.get(&it.id);
    let day = |day: fn(&Membership) -> Option<Date>| Scene::day(belongs.and_then(day));
    if let Some(own) = &column.own {
        let record = match own.record_kind {
            RecordKind::Membership => belongs.map(|it| it.id.into()),
            _ => Some(it.id.into()),
        };
        return scene.own(own, record.and_then(|id: Uuid| facts.values.get(&id)));
    }
    match column.word.as_str() {
        "organisation" => Cell::text(&it.name),
        "short-name" => Cell::text(&it.short_name),
        "legal-form" => Cell::text(legal_form_told(scene.visit, profile)),
        "street" => Cell::text(&it.street),
        "postcode" => Cell::text(&it.postcode),
        "town" => Cell::text(&it.town),
        "postal-street" => Cell::text(&profile.postal.street),
        "postal-postcode" => Cell::text(&profile.postal.postcode),
        "postal-town" => Cell::text(&profile.postal.town),
        "phone" => Cell::text(&it.phone),
        "mail" => Cell::text(&it.mail),
        "web" => Cell::text(&it.web),
        "channels" => {
            let lines = profile.channels.iter();
            let lines: Vec<String> = lines
                .map(|it| format!("{}\t{}", it.kind, it.address))
                .collect();
            Cell::text(channels_told(scene.visit, &lines.join("\n")))
        }
        "regions" => Cell::text(facts.guide.regions_told(&profile.regions)),
        "works" => Cell::text(facts.guide.works_told(&profile.works)),
        "parent" => {
            let name = profile.parent.and_then(|id| facts.names.get(&id));
            Cell::text(name.map_or("", String::as_str))
        }
        "can-host" => scene.yes(it.can_host),
        "kind" => Cell::text(belongs.map_or("", |it| scene.visit.say(it.kind.key()))),
        "since" => day(|it| it.term.from),
        "until" => day(|it| it.term.until),
        "contacts" => {
            let contacts = facts.contacts.get(&it.id);
            Cell::text(contacts.map(|names| names.join(", ")).unwrap_or_default())
        }
        "note" => Cell::text(&it.note),
        _ => Cell::Empty,
    }
}

fn legal_form_told(visit: &Visit, profile: &Profile) -> String {
    match profile.legal_form.as_str() {
        "" => String::new(),
        "other" => profile.legal_form_other.clone(),
        word => visit.say(&format!("register-legal-{word}")).to_owned(),
    }
}

/// Further ways to get in touch, a line each with word and address, as people read them.
pub(crate) fn channels_told(visit: &Visit, lines: &str) -> String {
    let told = lines.lines().map(|line| match line.split_once('\t') {
        Some((kind, address)) => {
            let kind = visit.say(&format!("register-channel-{kind}")).to_owned();
            let words = [("kind", kind.into()), ("address", address.into())];
            visit.tell("transfer-channel", &words)
        }
        None => line.to_owned(),
    });
    told.collect::<Vec<_>>().join("; ")
}

fn current_functions(
    conn: &mut Conn<'_>,
    scene: &Scene<'_>,
    network: NetworkId,
) -> Result<Vec<Function>, Fault> {
    let mut functions = whole::functions(conn, network)?;
    functions.retain(|it| it.term.holds_on(scene.today));
    Ok(functions)
}

fn people(
    conn: &mut Conn<'_>,
    scene: &Scene<'_>,
    network: NetworkId,
    columns: &[Column],
) -> Result<Vec<Vec<Cell>>, Fault> {
    let mut functions: HashMap<PersonId, Vec<Function>> = HashMap::new();
    for it in current_functions(conn, scene, network)? {
        functions.entry(it.person).or_default().push(it);
    }
    let mut all = whole::people(conn, network)?;
    all.retain(|it| !it.ended);
    all.sort_by_cached_key(|it| (register::sort_key(&it.sort_name), it.id));
    let values = values_of(conn, network, columns)?;
    let row = |it: &Person, function: Option<&Function>| -> Vec<Cell> {
        let cell = |column: &Column| match &column.own {
            Some(own) => scene.own(own, values.get(&it.id.into())),
            None => person(scene, it, function, &column.word),
        };
        columns.iter().map(cell).collect()
    };
    Ok(all
        .iter()
        .flat_map(|it| match functions.get(&it.id) {
            Some(here) => here
                .iter()
                .map(|function| row(it, Some(function)))
                .collect(),
            None => vec![row(it, None)],
        })
        .collect())
}

fn person(scene: &Scene<'_>, it: &Person, function: Option<&Function>, column: &str) -> Cell {
    match column {
        "name" => Cell::text(&it.name),
        "organisation" => Cell::text(function.map_or("", |it| &it.organisation_name)),
        "function" => Cell::text(function.map_or("", |it| &it.title)),
        "function-since" => Scene::day(function.and_then(|it| it.term.from)),
        "function-until" => Scene::day(function.and_then(|it| it.term.until)),
        "speaks" => function.map_or(Cell::Empty, |it| scene.yes(it.contact)),
        "voting" => function.map_or(Cell::Empty, |it| scene.yes(it.voting)),
        "address-form" => Cell::text(match it.address_form.as_str() {
            "frau" => scene.visit.say("transfer-address-frau"),
            "herr" => scene.visit.say("transfer-address-herr"),
            _ => "",
        }),
        "mail" => Cell::text(&it.mail),
        "phone" => Cell::text(&it.phone),
        "lang" => Cell::text(it.lang.tag()),
        "person-note" => Cell::text(&it.note),
        _ => Cell::Empty,
    }
}

fn group(
    conn: &mut Conn<'_>,
    scene: &Scene<'_>,
    (network, slug): (NetworkId, &str),
    columns: &[Column],
) -> Result<Option<Vec<Vec<Cell>>>, Fault> {
    let Some((_, members)) = whole::group(conn, network, slug)? else {
        return Ok(None);
    };
    let mut rows = Vec::new();
    for it in members.iter().filter(|it| it.term.holds_on(scene.today)) {
        let (mail, phone) = match it.party {
            Party::Person(id) => {
                let person = register::person(conn, id)?;
                person.map(|it| (it.mail, it.phone)).unwrap_or_default()
            }
            Party::Organisation(id) => {
                let organisation = register::organisation(conn, id)?;
                organisation
                    .map(|it| (it.mail, it.phone))
                    .unwrap_or_default()
            }
        };
        let cell = |column: &Column| match column.word.as_str() {
            "name" => Cell::text(&it.name),
            "part" => Cell::text(&it.title),
            "leads" => scene.yes(it.leader),
            "from" => Scene::day(it.term.from),
            "mail" => Cell::text(&mail),
            "phone" => Cell::text(&phone),
            _ => Cell::Empty,
        };
        rows.push(columns.iter().map(cell).collect());
    }
    Ok(Some(rows))
}
