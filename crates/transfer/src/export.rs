//! The register's lists as tables: which columns there are, who may see them, what is in them.

use std::collections::HashMap;

use base::{Fault, NetworkId, OrganisationId, PersonId};
use jiff::civil::Date;
use register::{Function, Membership, Organisation, Party, Person, whole};
use shell::Visit;
use store::Conn;
use tables::Cell;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its word in forms; the phrase key is `transfer-column-` and it.
    pub(crate) word: &'static str,
    /// Whether only the office may see it.
    is_offices: bool,
    /// Whether it goes out unless somebody chose otherwise.
    pub(crate) is_usual: bool,
}

const fn open(word: &'static str, is_usual: bool) -> Column {
    Column {
        word,
        is_offices: false,
        is_usual,
    }
}

const fn offices(word: &'static str, is_usual: bool) -> Column {
    Column {
        word,
        is_offices: true,
        is_usual,
    }
}

const ORGANISATIONS: [Column; 13] = [
    open("organisation", true),
    open("short-name", true),
    open("street", true),
    open("postcode", true),
    open("town", true),
    offices("phone", true),
    offices("mail", true),
    open("web", true),
    open("kind", true),
    open("since", true),
    open("contacts", false),
    open("can-host", false),
    offices("note", false),
];

const PEOPLE: [Column; 9] = [
    open("name", true),
    open("organisation", true),
    open("function", true),
    open("speaks", false),
    offices("address-form", true),
    offices("mail", true),
    offices("phone", true),
    offices("lang", false),
    offices("note", false),
];

const GROUP: [Column; 6] = [
    open("name", true),
    open("part", true),
    open("leads", true),
    open("from", true),
    offices("mail", true),
    offices("phone", false),
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

    /// The columns that somebody may have.
    pub(crate) fn columns(&self, is_office: bool) -> Vec<Column> {
        let all: &[Column] = match self {
            Self::Organisations => &ORGANISATIONS,
            Self::People => &PEOPLE,
            Self::Group(_) => &GROUP,
        };
        let may_see = |column: &&Column| is_office || !column.is_offices;
        all.iter().filter(may_see).copied().collect()
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

fn organisations(
    conn: &mut Conn<'_>,
    scene: &Scene<'_>,
    network: NetworkId,
    columns: &[Column],
) -> Result<Vec<Vec<Cell>>, Fault> {
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
    let all = register::organisations_of(conn, network)?;
    Ok(all
        .iter()
        .map(|it| {
            let contacts = contacts.get(&it.id).map(|names| names.join(", "));
            let of = (belongs.get(&it.id), contacts.unwrap_or_default());
            let cell = |column: &Column| organisation(scene, it, &of, column.word);
            columns.iter().map(cell).collect()
        })
        .collect())
}

fn organisation(
    scene: &Scene<'_>,
    it: &Organisation,
    (belongs, contacts): &(Option<&Membership>, String),
    column: &str,
) -> Cell {
    match column {
        "organisation" => Cell::text(&it.name),
        "short-name" => Cell::text(&it.short_name),
        "street" => Cell::text(&it.street),
        "postcode" => Cell::text(&it.postcode),
        "town" => Cell::text(&it.town),
        "phone" => Cell::text(&it.phone),
        "mail" => Cell::text(&it.mail),
        "web" => Cell::text(&it.web),
        "kind" => Cell::text(belongs.map_or("", |it| scene.visit.say(it.kind.key()))),
        "since" => Scene::day(belongs.and_then(|it| it.term.from)),
        "contacts" => Cell::text(contacts),
        "can-host" => scene.yes(it.can_host),
        "note" => Cell::text(&it.note),
        _ => Cell::Empty,
    }
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
    let row = |it: &Person, function: Option<&Function>| -> Vec<Cell> {
        let cell = |column: &Column| person(scene, it, function, column.word);
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
        "speaks" => function.map_or(Cell::Empty, |it| scene.yes(it.contact)),
        "address-form" => Cell::text(match it.address_form.as_str() {
            "frau" => scene.visit.say("transfer-address-frau"),
            "herr" => scene.visit.say("transfer-address-herr"),
            _ => "",
        }),
        "mail" => Cell::text(&it.mail),
        "phone" => Cell::text(&it.phone),
        "lang" => Cell::text(it.lang.tag()),
        "note" => Cell::text(&it.note),
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
        let cell = |column: &Column| match column.word {
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
