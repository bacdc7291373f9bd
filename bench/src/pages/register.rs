//! The register with 35 organisations and with 10,800: what a page costs of either.

use std::sync::Arc;
use std::time::Duration;

use base::{
    Clock, Dice, Fault, FunctionId, GroupId, GroupMemberId, MembershipId, Moment, NetworkId,
    OrganisationId, PersonId,
};
use shell::Named;
use store::{Address, Conn, Row as Record, Store, params, sql};

use crate::child::Child;
use crate::load::{self, Load};
use crate::office::{Office, cookie, in_runtime};
use crate::records::{Amount, NETWORK};
use crate::table::{Row, Table, millis};
use crate::{Failed, Size, wire};

const AIM: &str = "≤ 1.5 of the small one";
const SEARCH_AIM: &str = "≤ 5 ms CPU";
/// What browsers say they can unpack.
const BROWSERS: Option<&str> = Some("gzip, deflate, br, zstd");

/// How large a register is.
#[derive(Clone, Copy)]
struct Extent {
    organisations: u32,
    people: u32,
    groups: u32,
}

/// A register that is served.
struct House {
    office: Office,
    kreis: Child,
    found: Found,
}

/// Records whose pages are measured.
#[derive(Clone)]
struct Found {
    organisation: OrganisationId,
    person: PersonId,
    function: FunctionId,
}

/// The pages of both, and the search.
pub fn measure(size: Size) -> Result<Table, Failed> {
    let small = house(Extent {
        organisations: 35,
        people: 70,
        groups: 10,
    })?;
    let large = house(size.pick(
        Extent {
            organisations: 600,
            people: 2_000,
            groups: 20,
        },
        Extent {
            organisations: 10_800,
            people: 60_000,
            groups: 100,
        },
    ))?;
    let mut rows = Vec::new();
    for it in PAGES {
        let (less, fewer) = cost(&small, &(it.small)(&small), size)?;
        let (more, bytes) = cost(&large, &(it.large)(&large), size)?;
        rows.push(Row {
            what: format!("{} ({bytes} bytes, small {fewer})", it.name),
            kreis: millis(more),
            other: millis(less),
            ratio: format!("{:.2}", more / less),
            cpu: format!("{} / {}", millis(more), millis(less)),
            aim: it.aim,
        });
    }
    Ok(Table {
        title: "The register, signed in as the office: large against small",
        other: "small",
        rows,
    })
}

type Path = fn(&House) -> String;

/// A page, what it is held against in the small register, and its aim there. Where the small one
/// has no page that is full, its fullest one stands in.
struct Measured {
    name: &'static str,
    large: Path,
    small: Path,
    aim: &'static str,
}

const fn as_small(name: &'static str, path: Path) -> Measured {
    full(name, path, path)
}

const fn full(name: &'static str, large: Path, small: Path) -> Measured {
    Measured {
        name,
        large,
        small,
        aim: AIM,
    }
}

const fn search(name: &'static str, path: Path) -> Measured {
    Measured {
        aim: SEARCH_AIM,
        ..as_small(name, path)
    }
}

fn at(rest: &str) -> String {
    format!("/{NETWORK}{rest}")
}

fn organisations(_: &House) -> String {
    at("/organisationen")
}

fn people(_: &House) -> String {
    at("/personen")
}

const PAGES: [Measured; 32] = [
    as_small("start page", |_| at("/intern")),
    as_small("organisations", organisations),
    full(
        "organisations, second page",
        |_| at("/organisationen?seite=2"),
        organisations,
    ),
    as_small("organisations, last page", |_| {
        at("/organisationen?seite=9999")
    }),
    full(
        "organisations from M",
        |_| at("/organisationen?ab=m"),
        organisations,
    ),
    full(
        "organisations without membership",
        |_| at("/organisationen?art=andere"),
        organisations,
    ),
    as_small("people", people),
    full("people, second page", |_| at("/personen?seite=2"), people),
    full("people, middle page", |_| at("/personen?seite=600"), people),
    as_small("people, last page", |_| at("/personen?seite=9999")),
    full("people from M", |_| at("/personen?ab=m"), people),
    as_small("one organisation", |it| {
        at(&format!("/organisationen/{}", it.found.organisation))
    }),
    as_small("one person", |it| {
        at(&format!("/personen/{}", it.found.person))
    }),
    as_small("groups", |_| at("/gremien")),
    full(
        "one group with 35 members",
        |_| at("/gremien/arbeitskreis-1"),
        organisations,
    ),
    as_small("suggestions by two letters", |_| {
        at("/auswahl?art=beteiligte&q=ma")
    }),
    as_small("form of a person", |_| at("/person-anlegen")),
    as_small("form of an organisation", |_| at("/organisation-anlegen")),
    as_small("form of a function", |it| {
        at(&format!("/personen/{}/funktion", it.found.person))
    }),
    as_small("form of a part in a group", |_| {
        at("/gremien/arbeitskreis-1/mitwirkung")
    }),
    as_small("form of a handover", |it| {
        at(&format!("/funktionen/{}/nachfolge", it.found.function))
    }),
    as_small("form of a gathering", |_| at("/termin-anlegen")),
    as_small("form of an invitation", |it| {
        at(&format!(
            "/termine/{}/einladung/runde",
            it.office.filled.slug
        ))
    }),
    as_small("guest list", |it| {
        at(&format!("/termine/{}/teilnahme", it.office.filled.slug))
    }),
    as_small("topics", |_| at("/themen")),
    as_small("form of letters", |_| at("/briefe")),
    full("duplicates", |_| at("/dubletten"), organisations),
    search("organisations found by three letters", |_| {
        at("/organisationen?suche=ver")
    }),
    search("people found by three letters", |_| {
        at("/personen?suche=mar")
    }),
    search("search by 2 letters", |_| at("/suche?q=ma")),
    search("search by 3 letters", |_| at("/suche?q=mar")),
    search("search by 5 letters and a word", |_| {
        at("/suche?q=verei+mari")
    }),
];

fn house(extent: Extent) -> Result<House, Failed> {
    let amount = Amount {
        gatherings: 10,
        people: 1,
        plans: false,
    };
    let office = Office::furnish(amount, None)?;
    let store = Store::open(&Address::Sqlite(office.path("kreis.db")))?;
    let found = in_runtime(store.write(move |conn| fill(conn, extent)))??;
    drop(store);
    let kreis = office.open(Some(1))?;
    Ok(House {
        office,
        kreis,
        found,
    })
}

/// CPU per answer, and how long the answer is.
fn cost(house: &House, path: &str, size: Size) -> Result<(f64, usize), Failed> {
    let request = wire::get(path, Some(&cookie()), BROWSERS);
    let answer = house.office.ask(&request)?;
    if answer.status != 200 {
        return Err(format!("{path} answered {}", answer.status).into());
    }
    let load = |time| Load {
        address: house.office.address,
        request: Arc::new(request.clone()),
        connections: 2,
        time,
        status: 200,
    };
    load::run(&load(Duration::from_millis(100)))?;
    let before = house.kreis.cpu()?;
    let ran = load::run(&load(
        size.pick(Duration::from_millis(300), Duration::from_secs(1)),
    ))?;
    let cpu = house.kreis.cpu()? - before;
    Ok((cpu / f64::from(ran.answers), answer.body.len()))
}

const SURNAMES: [&str; 24] = [
    "Albrecht", "Bauer", "Clausen", "Dietrich", "Engel", "Fischer", "Graf", "Hartmann", "Illner",
    "Jahn", "Kaiser", "Lehmann", "Maurer", "Neumann", "Otto", "Peters", "Quandt", "Richter",
    "Schubert", "Thomas", "Ullrich", "Vogt", "Weber", "Zimmer",
];
const GIVEN: [&str; 16] = [
    "Anna", "Björn", "Clara", "David", "Eva", "Finn", "Greta", "Hans", "Ida", "Jonas", "Kim",
    "Lea", "Marie", "Noah", "Olga", "Paul",
];
const BODIES: [&str; 12] = [
    "Lebensraum",
    "Nachbarschaftshilfe",
    "Kinderhaus",
    "Begegnungsstätte",
    "Maria-Verein",
    "Jugendwerk",
    "Pflegedienst",
    "Frauenzentrum",
    "Tafel",
    "Wohnprojekt",
    "Beratungsstelle",
    "Verein für Teilhabe",
];

fn pick<'w>(words: &[&'w str], number: u32) -> &'w str {
    let at = usize::try_from(number).unwrap_or(0) % words.len();
    words.get(at).copied().unwrap_or_default()
}

fn fill(conn: &mut Conn<'_>, extent: Extent) -> Result<Found, Fault> {
    let mut moment = Moment::new(Clock::real().now(), Dice::from_machine().throw());
    let network: NetworkId = conn
        .one(sql!("SELECT id FROM network"), &[], Record::take)?
        .ok_or_else(|| Fault::new("find the network"))?;
    let mut organisations = Vec::new();
    for number in 0..extent.organisations {
        organisations.push(add_organisation(conn, &mut moment, (network, number))?);
    }
    let groups = add_groups(conn, &mut moment, network, extent.groups)?;
    let mut found = None;
    for number in 0..extent.people {
        let at = usize::try_from(number).unwrap_or(0);
        let Some(home) = organisations.get(at % organisations.len().max(1)) else {
            continue;
        };
        let of_group = groups.get(at % groups.len().max(1)).copied();
        let of_group = of_group.filter(|_| number < 35 * extent.groups);
        let about = (network, *home, of_group);
        let (person, function) =
            add_person(conn, &mut moment, about, (number, extent.organisations))?;
        found.get_or_insert(Found {
            organisation: *home,
            person,
            function,
        });
    }
    found.ok_or_else(|| Fault::new("find anybody"))
}

fn add_organisation(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, number): (NetworkId, u32),
) -> Result<OrganisationId, Fault> {
    let (id, membership): (OrganisationId, MembershipId) = (moment.id(), moment.id());
    let name = format!(
        "{} {} {number} e.V.",
        pick(&BODIES, number),
        pick(&SURNAMES, number / 7)
    );
    conn.exec(
        sql!(
            "INSERT INTO organisation (id, network_id, name, short_name, street, postcode,
             town, phone, mail, web, can_host, note, ended)
             VALUES ($1, $2, $3, '', $4, '99425', 'Weimar', '', '', '', TRUE, '', FALSE)"
        ),
        params![id, network, name, format!("Beispielweg {number}")],
    )?;
    // A few belong in no way.
    if number % 40 != 39 {
        conn.exec(
            sql!(
                "INSERT INTO membership (id, network_id, organisation_id, kind)
                 VALUES ($1, $2, $3, 'member')"
            ),
            params![membership, network, id],
        )?;
    }
    register::refresh(conn, moment, (Named::Organisation, id.into()))?;
    Ok(id)
}

fn add_groups(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: NetworkId,
    count: u32,
) -> Result<Vec<GroupId>, Fault> {
    let mut groups = Vec::new();
    for number in 1..=count {
        let id: GroupId = moment.id();
        conn.exec(
            sql!(
                "INSERT INTO network_group (id, network_id, slug, name, about, ended)
                 VALUES ($1, $2, $3, $4, '', FALSE)"
            ),
            params![
                id,
                network,
                format!("arbeitskreis-{number}"),
                format!("Arbeitskreis {number}")
            ],
        )?;
        groups.push(id);
    }
    Ok(groups)
}

fn add_person(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, home, group): (NetworkId, OrganisationId, Option<GroupId>),
    (number, organisations): (u32, u32),
) -> Result<(PersonId, FunctionId), Fault> {
    let (id, function): (PersonId, FunctionId) = (moment.id(), moment.id());
    let (given, family) = (pick(&GIVEN, number), pick(&SURNAMES, number / 16));
    let second = pick(&SURNAMES, number / (16 * 24));
    let (name, sort_name) = (
        format!("{given} {family}-{second}"),
        format!("{family}-{second}, {given}"),
    );
    conn.exec(
        sql!(
            "INSERT INTO person (id, network_id, name, sort_name, address_form, mail, phone, lang,
             note, ended) VALUES ($1, $2, $3, $4, 'neutral', $5, '', 'de', '', FALSE)"
        ),
        params![
            id,
            network,
            name,
            sort_name,
            format!("mensch-{number}@kreis.example")
        ],
    )?;
    conn.exec(
        sql!(
            "INSERT INTO person_function (id, person_id, organisation_id, title, contact)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        params![
            function,
            id,
            home,
            pick(&["Leitung", "Beratung", "Verwaltung"], number),
            // As many speak for an organisation in a large register as in a small one.
            number < 2 * organisations
        ],
    )?;
    if let Some(group) = group {
        let member: GroupMemberId = moment.id();
        conn.exec(
            sql!(
                "INSERT INTO group_member (id, group_id, person_id, title, leader)
                 VALUES ($1, $2, $3, '', FALSE)"
            ),
            params![member, group, id],
        )?;
    }
    register::refresh(conn, moment, (Named::Person, id.into()))?;
    Ok((id, function))
}
