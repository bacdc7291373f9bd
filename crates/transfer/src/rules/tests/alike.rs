//! Rows that look like records, or like each other.

use super::*;

#[test]
fn what_looks_alike_is_asked_and_the_answer_holds() {
    let mut scene = Scene::new();
    let see = scene.organisation("Haus am See e. V.", false);
    let kim = scene.person("Kim Muster", "", Some(see));
    let other = scene.organisation("Ganz anderes Haus", false);
    let known = scene.known();
    let row = |name| [name, "Weimar", "Kim Muster", "", "Leitung"];
    let rows = [row("Haus am See"), row("Haus am See")];

    let asked = chosen(&known, &rows[..1], &[]);
    assert_eq!(asked[0].line.verdict, Like);
    assert_eq!(asked[0].organisations[0].id, uuid::Uuid::from(see));
    assert_eq!(asked[0].people[0].id, uuid::Uuid::from(kim));
    assert!(
        asked[0]
            .line
            .adds
            .iter()
            .all(|it| it != "transfer-adds-organisation")
    );

    let same = Picks {
        organisation: Pick::Known(see),
        person: Pick::Open,
    };
    let told = chosen(&known, &rows[..1], &[same]);
    assert_eq!(
        told[0].line.verdict, Same,
        "the organisation leads to the person"
    );
    assert_eq!(told[0].line.person, Some(kim));

    let new = Picks {
        organisation: Pick::New,
        person: Pick::New,
    };
    let told = chosen(&known, &rows[..1], &[new]);
    assert_eq!(told[0].line.verdict, New);
    assert_eq!(told[0].picks(new), new);

    let gone = Picks {
        organisation: Pick::Known(OrganisationId::from(uuid::Uuid::nil())),
        person: Pick::Open,
    };
    let told = chosen(&known, &rows[..1], &[gone]);
    assert_eq!(
        told[0].line.verdict, Like,
        "a choice that is gone is asked again"
    );
    assert_eq!(told[0].mark, "transfer-mark-gone");
    assert_eq!(told[0].picks(gone), Picks::default());

    let named = Picks {
        organisation: Pick::Known(other),
        person: Pick::Open,
    };
    let told = chosen(&known, &[["Haus am See e. V.", "", "", "", ""]], &[named]);
    assert_eq!(told[0].mark, "transfer-mark-named");
}

#[test]
fn what_has_ended_is_not_there() {
    let mut scene = Scene::new();
    let see = scene.organisation("Haus am See", false);
    scene.person("Kim Muster", "kim@see.example", Some(see));
    let ended = Term {
        from: None,
        until: Some(date(2016, 12, 31)),
    };
    scene.functions[0].term = ended;
    scene.memberships[0].term = ended;
    let known = scene.known();
    let row = [
        "Haus am See",
        "Weimar",
        "Kim Muster",
        "kim@see.example",
        "Leitung",
    ];

    let told = chosen(&known, &[row], &[]);

    assert_eq!(
        told[0].line.adds,
        [
            "transfer-adds-membership",
            "transfer-adds-function",
            "transfer-adds-contact"
        ]
    );
    let mapping: Mapping = SHORT.map(Some).to_vec();
    let said = entry(
        &columns(&row),
        (&mapping, &Guide::default()),
        Some(MembershipKind::Member),
    );
    let (_, term) = known.missing(see, &said.unwrap()).unwrap();
    assert_eq!(
        term.from,
        Some(date(2017, 1, 1)),
        "the new one begins after it"
    );
}

#[test]
fn rows_of_one_list_that_look_alike_say_so() {
    let known = Scene::new().known();
    let lines = planned(
        &known,
        &[
            ["Lebensräume Weimar e.V.", "Weimar", "", "", ""],
            ["Lebensraeume Weimar", "Weimar", "", "", ""],
        ],
    );

    assert_eq!(verdicts(&lines), [New, New]);
    assert_eq!(lines[1].notes[0].key, "transfer-note-like-row");
    assert_eq!(lines[1].notes[0].what, "2");
}

#[test]
fn one_person_may_stand_in_several_rows() {
    let known = Scene::new().known();
    let lines = planned(
        &known,
        &[
            ["Haus A", "", "Kim Muster", "kim@a.example", "Leitung"],
            ["Haus B", "", "Kim Muster", "kim@a.example", "Vorstand"],
            ["Haus A", "", "Kim Muster", "kim@a.example", "Leitung"],
        ],
    );
    let adds = |line: &Line| line.adds.iter().any(|key| key == "transfer-adds-person");
    assert!(adds(&lines[0]) && !adds(&lines[1]));
    assert_eq!(lines[2].flaws[0].key, "transfer-flaw-person-again");
    let speaks = |line: &Line| line.adds.iter().any(|key| key == "transfer-adds-contact");
    assert!(
        speaks(&lines[0]) && speaks(&lines[1]),
        "the first of each organisation"
    );
}

#[test]
fn a_row_with_faults_is_called_as_it_calls_itself() {
    let known = Scene::new().known();
    let row = [
        "Neuer Verein",
        "Weimar",
        "Kim Beispiel",
        "keine Adresse",
        "",
    ];
    let lines = planned(&known, &[row]);
    assert_eq!(lines[0].flaws[0].key, "transfer-flaw-mail");
    assert_eq!(lines[0].name, "Kim Beispiel, Neuer Verein");
}
