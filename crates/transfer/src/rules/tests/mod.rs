//! What rows mean, and what becomes of them.

mod alike;
mod offered;

use base::{MembershipId, Moment, NetworkId, OrganisationId, PersonId};
use jiff::civil::date;
use register::{Function, Membership, MembershipKind, Organisation, Person, Term};

use super::*;
use Verdict::{Like, New, Same, Wrong};

fn columns(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn guessed(names: &[&str], rows: &[&[&str]]) -> Vec<String> {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| columns(row)).collect();
    let rows: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
    let mapping = guess(&columns(names), &rows, &[]);
    let word = |it: &Option<Field>| it.map_or_else(String::new, |it| it.word().into_owned());
    mapping.iter().map(word).collect()
}

#[test]
fn columns_are_guessed_by_their_names() {
    assert_eq!(
        guessed(
            &[
                "Träger",
                "Straße / Hausnr.",
                "PLZ",
                "Ort",
                "E-Mail",
                "Ansprechpartner/in",
                "Tel.",
                "E-Mail-Adresse",
                "Lfd. Nr."
            ],
            &[]
        ),
        [
            "organisation",
            "street",
            "postcode",
            "town",
            "mail",
            "person",
            "person-phone",
            "person-mail",
            ""
        ]
    );
    assert_eq!(
        guessed(
            &["Name", "Vorname", "Funktion", "Organisation", "E-Mail"],
            &[]
        ),
        [
            "last-name",
            "first-name",
            "function",
            "organisation",
            "person-mail"
        ]
    );
    assert_eq!(
        guessed(&["Name", "City", "Zip code", "Phone"], &[]),
        ["organisation", "town", "postcode", "phone"]
    );
}

#[test]
fn nameless_columns_are_guessed_by_their_content() {
    assert_eq!(
        guessed(
            &["A", "B", "C", "D", "E"],
            &[
                &[
                    "Haus am See e.V.",
                    "99423",
                    "Weimar",
                    "a@b.de",
                    "03643 1234"
                ],
                &["Verein B", "99425", "Apolda", "", "+49 3643 99"],
            ]
        ),
        ["organisation", "postcode", "town", "mail", "phone"]
    );
}

#[test]
fn a_mapping_needs_a_name_and_no_field_twice() {
    let keys = |mapping: &Mapping| -> Vec<(String, &'static str)> {
        let blames = flaws_of_mapping(mapping).into_iter();
        blames.map(|blame| (blame.field, blame.key)).collect()
    };
    assert!(keys(&vec![Some(Field::Organisation), None, Some(Field::Town)]).is_empty());
    assert!(keys(&vec![Some(Field::LastName)]).is_empty());
    assert_eq!(
        keys(&vec![Some(Field::Town), Some(Field::Town)]),
        [
            ("c1".to_owned(), "transfer-fault-twice"),
            (String::new(), "transfer-fault-no-name"),
            ("c0".to_owned(), "transfer-fault-no-organisation"),
        ]
    );
    assert_eq!(
        keys(&vec![Some(Field::Organisation), Some(Field::PersonMail)]),
        [("c1".to_owned(), "transfer-fault-no-person")]
    );
}

const WHOLE: [Field; 13] = [
    Field::Organisation,
    Field::Place,
    Field::Mail,
    Field::Web,
    Field::Kind,
    Field::Since,
    Field::Until,
    Field::AddressForm,
    Field::FirstName,
    Field::LastName,
    Field::PersonMail,
    Field::Function,
    Field::Contact,
];

fn read(cells: &[&str]) -> Result<Entry, Vec<Flaw>> {
    let mapping: Mapping = WHOLE.map(Some).to_vec();
    let guide = Guide::default();
    entry(
        &columns(cells),
        (&mapping, &guide),
        Some(MembershipKind::Member),
    )
    .map_err(|it| it.flaws)
}

#[test]
fn a_row_says_what_its_cells_mean() {
    let said = read(&[
        "Haus am See",
        "1067 Dresden",
        "info@see.example",
        "see.example",
        "Fördermitglied",
        "1.3.2015",
        "2019",
        "Frau",
        "Vera",
        "Beispiel",
        "v@see.example",
        "Vorstand",
        "x",
    ])
    .unwrap();
    let organisation = said.organisation.unwrap();
    assert_eq!(
        organisation.values,
        [
            (Field::Postcode, "01067".to_owned()),
            (Field::Town, "Dresden".to_owned()),
            (Field::Mail, "info@see.example".to_owned()),
            (Field::Web, "https://see.example".to_owned()),
        ]
    );
    let term = Term {
        from: Some(date(2015, 3, 1)),
        until: Some(date(2019, 12, 31)),
    };
    assert_eq!(said.membership, Some((MembershipKind::Funder, term)));
    let person = said.person.unwrap();
    assert_eq!(
        (person.name.as_str(), person.sort_name.as_str()),
        ("Vera Beispiel", "Beispiel, Vera")
    );
    assert_eq!(person.contact, Some(true));
}

#[test]
fn what_is_wrong_with_a_row_is_all_told() {
    let keys = |cells: &[&str]| -> Vec<(Option<usize>, String)> {
        let flaws = read(cells).unwrap_err().into_iter();
        flaws.map(|flaw| (flaw.column, flaw.key)).collect()
    };
    let at = |column, key: &str| (Some(column), format!("transfer-flaw-{key}"));
    assert_eq!(
        keys(&[
            "=A1",
            "",
            "keine",
            "kein Netz",
            "König",
            "gestern",
            "",
            "Doktor",
            "",
            "Beispiel",
            "a@b.de; c@d.de",
            "",
            "vielleicht"
        ]),
        [
            at(0, "formula"),
            at(7, "address-form"),
            at(10, "mails"),
            at(12, "yes-no"),
            at(2, "mail"),
            at(3, "web"),
            at(5, "day"),
            at(4, "kind")
        ]
    );
    assert_eq!(
        keys(&[
            "",
            "99423 Weimar",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            ""
        ]),
        [at(0, "no-organisation")]
    );
    assert_eq!(
        keys(&[
            "#BEZUG!", "", "", "", "", "2018", "2017", "", "Vera", "", "", "", ""
        ]),
        [at(0, "failure"), at(9, "no-person"), at(6, "term")]
    );
    assert_eq!(
        keys(&["", "", "", "", "", "", "", "", "", "", "", "", ""]),
        [at(0, "no-name")]
    );
}

struct Scene {
    moment: Moment,
    network: NetworkId,
    organisations: Vec<Organisation>,
    people: Vec<Person>,
    functions: Vec<Function>,
    memberships: Vec<Membership>,
}

impl Scene {
    fn new() -> Self {
        let now = "2017-11-20T09:00:00Z".parse().unwrap();
        let mut moment = Moment::new(now, base::Dice::seeded(7).throw());
        Self {
            network: moment.id(),
            moment,
            organisations: Vec::new(),
            people: Vec::new(),
            functions: Vec::new(),
            memberships: Vec::new(),
        }
    }

    fn organisation(&mut self, name: &str, ended: bool) -> OrganisationId {
        let id = self.moment.id();
        let organisation: Organisation = blank_organisation(id, self.network, name, ended);
        self.organisations.push(organisation);
        let membership: MembershipId = self.moment.id();
        self.memberships.push(Membership {
            id: membership,
            network: self.network,
            organisation: id,
            kind: MembershipKind::Member,
            term: Term::default(),
        });
        id
    }

    fn person(&mut self, name: &str, mail: &str, at: Option<OrganisationId>) -> PersonId {
        let id = self.moment.id();
        self.people.push(blank_person(id, self.network, name, mail));
        if let Some(organisation) = at {
            self.functions.push(Function {
                id: self.moment.id(),
                person: id,
                person_name: name.to_owned(),
                organisation,
                organisation_name: String::new(),
                title: "Leitung".to_owned(),
                contact: true,
                voting: false,
                term: Term::default(),
            });
        }
        id
    }

    fn known(self) -> Known {
        let on = date(2017, 11, 20);
        Known::of(
            self.organisations,
            self.people,
            self.functions,
            self.memberships,
            on,
        )
    }
}

fn blank_organisation(
    id: OrganisationId,
    network: NetworkId,
    name: &str,
    ended: bool,
) -> Organisation {
    Organisation {
        id,
        network,
        name: name.to_owned(),
        short_name: String::new(),
        street: String::new(),
        postcode: String::new(),
        town: "Weimar".to_owned(),
        phone: String::new(),
        mail: String::new(),
        web: String::new(),
        can_host: false,
        note: String::new(),
        ended,
    }
}

fn blank_person(id: PersonId, network: NetworkId, name: &str, mail: &str) -> Person {
    Person {
        id,
        network,
        name: name.to_owned(),
        sort_name: name.to_owned(),
        address_form: "neutral".to_owned(),
        mail: mail.to_owned(),
        phone: String::new(),
        lang: base::Lang::De,
        note: String::new(),
        ended: false,
    }
}

const SHORT: [Field; 5] = [
    Field::Organisation,
    Field::Town,
    Field::Person,
    Field::PersonMail,
    Field::Function,
];

fn chosen(known: &Known, rows: &[[&str; 5]], picks: &[Picks]) -> Vec<Planned> {
    let mapping: Mapping = SHORT.map(Some).to_vec();
    let guide = Guide::default();
    let mut plan = Plan::new((known, &guide), std::collections::HashSet::new());
    rows.iter()
        .enumerate()
        .map(|(place, cells)| {
            let said = entry(
                &columns(cells),
                (&mapping, &guide),
                Some(MembershipKind::Member),
            );
            let picks = picks.get(place).copied().unwrap_or_default();
            plan.line(place + 2, &said, picks)
        })
        .collect()
}

fn planned(known: &Known, rows: &[[&str; 5]]) -> Vec<Line> {
    let planned = chosen(known, rows, &[]);
    planned.into_iter().map(|it| it.line).collect()
}

fn verdicts(lines: &[Line]) -> Vec<Verdict> {
    lines.iter().map(|line| line.verdict).collect()
}

#[test]
fn rows_are_new_known_unchanged_or_wrong() {
    let mut scene = Scene::new();
    let see = scene.organisation("Haus am See", false);
    scene.organisation("Altes Haus", true);
    let leitung = scene.person("Leitung See", "l@see.example", Some(see));
    let known = scene.known();

    let lines = planned(
        &known,
        &[
            [
                "HAUS am  See",
                "Weimar",
                "Leitung See",
                "l@see.example",
                "Leitung",
            ],
            ["Haus am See", "Weimar", "Vertretung See", "", ""],
            ["Neues Haus", "Apolda", "", "", ""],
            ["Neues Haus", "Apolda", "", "", ""],
            ["Altes Haus", "", "", "", ""],
            ["Haus am See", "Apolda", "Dritte Person", "", ""],
        ],
    );

    assert_eq!(verdicts(&lines), [Same, New, New, Wrong, Wrong, Wrong]);
    assert_eq!(lines[0].person, Some(leitung));
    assert_eq!(
        lines[1].adds,
        ["transfer-adds-person", "transfer-adds-function"]
    );
    assert_eq!(
        lines[2].adds,
        ["transfer-adds-organisation", "transfer-adds-membership"]
    );
    let key = |line: &Line| line.flaws[0].key.clone();
    assert_eq!(key(&lines[3]), "transfer-flaw-again");
    assert_eq!(lines[3].flaws[0].what, "4");
    assert_eq!(key(&lines[4]), "transfer-flaw-closed");
    assert_eq!(key(&lines[5]), "transfer-flaw-other");
}

#[test]
fn what_differs_is_told_field_by_field() {
    let mut scene = Scene::new();
    scene.organisation("Haus am See", false);
    let known = scene.known();

    let lines = planned(&known, &[["Haus am See", "Apolda", "", "", ""]]);

    assert_eq!(verdicts(&lines), [Verdict::Match]);
    let said = &lines[0].differences[0];
    assert_eq!(
        (said.field.as_str(), said.from.as_str(), said.to.as_str()),
        ("town", "Weimar", "Apolda")
    );
}

#[test]
fn people_are_matched_with_care() {
    let mut scene = Scene::new();
    let see = scene.organisation("Haus am See", false);
    let berg = scene.organisation("Haus am Berg", false);
    let first = scene.person("Kim Muster", "kim@see.example", Some(see));
    let second = scene.person("Kim Muster", "", Some(berg));
    scene.person("Toni Probe", "t@a.example", None);
    scene.person("Toni Probe", "t@b.example", None);
    let known = scene.known();

    let lines = planned(
        &known,
        &[
            [
                "Haus am Berg",
                "",
                "Kim Muster",
                "kim@see.example",
                "Leitung",
            ],
            ["Haus am Berg", "", "Kim Muster", "", "Leitung"],
            ["", "", "Kim Muster", "", ""],
            ["", "", "Toni Probe", "", ""],
            ["", "", "Toni Probe", "t@c.example", ""],
            ["", "", "Toni Probe", "T@B.example", ""],
        ],
    );

    assert_eq!(lines[0].person, Some(first), "the mail address decides");
    assert_eq!(lines[1].person, Some(second), "then the organisation");
    assert_eq!(lines[2].verdict, Like, "two of this name: the office says");
    assert_eq!(lines[3].verdict, Like);
    assert_eq!(lines[4].verdict, New, "another address, another person");
    assert_eq!(lines[5].why.as_deref(), Some("transfer-why-mail"));
}
