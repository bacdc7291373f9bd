//! What looks alike, and what does not.

use proptest::prelude::*;

use super::*;

fn person<'p>(name: &'p str, mail: &'p str) -> Probe<'p> {
    Probe::person(name, mail, "")
}

fn organisation(name: &str) -> Probe<'_> {
    Probe {
        is_organisation: true,
        name,
        ..Probe::default()
    }
}

fn verdict(one: &Probe<'_>, other: &Probe<'_>) -> Option<Reason> {
    let found = compare(one, other)?;
    found.1.first().copied()
}

fn shares_key(one: &Probe<'_>, other: &Probe<'_>) -> bool {
    let keys = score::keys(other);
    score::keys(one).iter().any(|key| keys.contains(key))
}

#[test]
fn the_same_organisation_is_known_in_every_spelling() {
    for (one, other) in [
        ("Lebensräume e.V.", "LEBENSRAEUME eV"),
        ("Lebensräume e. V.", "Lebensräume (eingetragener Verein)"),
        (
            "Pflegedienst Abendläuten gGmbH",
            "Pflegedienst Abendläuten gemeinnützige GmbH",
        ),
        ("Haus am Park GmbH & Co. KG", "Haus am Park"),
        (
            "AWO Kreisverband Weimar e.V.",
            "Arbeiterwohlfahrt KV Weimar",
        ),
        (
            "DRK Kreisverband Apolda",
            "Deutsches Rotes Kreuz, Kreisverband Apolda e. V.",
        ),
        ("Landkreis Weimarer Land", "LK Weimarer Land"),
        ("Café Größe", "Cafe Groesse"),
        ("Cafe\u{301} Gro\u{308}ße", "Café Größe"),
        (
            "Verein für Bildung und Arbeit",
            "Verein Bildung & Arbeit e.V.",
        ),
        (
            "Ev. Kirchenkreis Weimar",
            "Evangelischer Kirchenkreis Weimar",
        ),
        (
            "Nachbarschaftshilfe Ilmtal",
            "Nachbarschafthilfe Ilmtal e.V.",
        ),
        ("Schuldnerberatung Kompass", "Schuldnerbertung Kompass"),
        (
            "Freiwilligenagentur Brücke e.V.",
            "Freiwilligen-Agentur Brücke",
        ),
    ] {
        let (one, other) = (organisation(one), organisation(other));
        assert!(
            compare(&one, &other).is_some(),
            "{} / {}",
            one.name,
            other.name
        );
        assert!(shares_key(&one, &other), "{} / {}", one.name, other.name);
    }
}

#[test]
fn two_organisations_stay_two() {
    for (one, other) in [
        ("Kita Sonnenschein Weimar", "Kita Sonnenschein Apolda"),
        ("Träger 17 e. V.", "Träger 18 e. V."),
        ("Beratungsstelle A", "Beratungsstelle B"),
        (
            "Suchtberatung Wegzeichen e.V.",
            "Suchtberatung Kompass e.V.",
        ),
        ("Stadt Weimar", "Jobcenter Weimar"),
        ("Kreisverband Weimar", "Ortsverband Weimar"),
        ("e.V.", "gGmbH"),
        ("", ""),
    ] {
        assert_eq!(
            compare(&organisation(one), &organisation(other)),
            None,
            "{one} / {other}"
        );
    }
}

#[test]
fn a_town_tells_branches_apart_and_may_be_left_out() {
    let at = |name, town| Probe {
        town,
        ..organisation(name)
    };
    let here = at("Lebensräume Weimar e.V.", "Weimar");

    assert!(compare(&here, &at("Lebensräume e.V.", "Weimar")).is_some());
    assert!(compare(&here, &at("Lebensräume e.V.", "Apolda")).is_none());
    let branch = at("Lebensräume e.V.", "Erfurt");
    assert!(compare(&at("Lebensräume e.V.", "Weimar"), &branch).is_none());
}

#[test]
fn an_organisation_is_known_by_how_it_is_reached() {
    let one = Probe {
        mail: "Info@lebensraeume.example",
        phone: "+49 (0)3643 555-0170",
        street: "Schwanseestraße 26",
        postcode: "99423",
        web: "https://www.lebensraeume.example/start",
        ..organisation("Lebensräume e.V.")
    };
    let other = Probe {
        mail: "info@Lebensraeume.example",
        phone: "0 36 43 / 555 01 70",
        street: "Schwansee-Str. 26",
        postcode: "99423",
        web: "lebensraeume.example",
        ..organisation("Wohnverbund Nord")
    };
    let (score, reasons) = compare(&one, &other).unwrap();

    assert_eq!(score, 100);
    let expected = [Reason::Mail, Reason::Phone, Reason::Web, Reason::Address];
    assert_eq!(reasons, expected);
}

#[test]
fn the_same_person_is_known_in_every_spelling() {
    for (one, other, reason) in [
        ("Dr. Sam Müller", "Sam Mueller", Reason::Name),
        ("Müller, Sam", "Sam Müller", Reason::Name),
        ("Prof. Dr. h. c. Sam Groß", "sam gross", Reason::Name),
        ("Sam von der Aue", "Sam Aue", Reason::Name),
        ("Sam Meier", "Sam Mayer", Reason::Spelling),
        ("Sam Schmidt", "Sam Schmitt", Reason::Spelling),
        ("Sam Beispielmann", "Sam Beispielman", Reason::Spelling),
        ("S. Müller", "Sam Müller", Reason::Initial),
        ("Leitung Lebensräume", "Leitung Lebensraeume", Reason::Name),
    ] {
        let (one, other) = (person(one, ""), person(other, ""));
        assert_eq!(
            verdict(&one, &other),
            Some(reason),
            "{} / {}",
            one.name,
            other.name
        );
        assert!(shares_key(&one, &other), "{} / {}", one.name, other.name);
    }
}

#[test]
fn two_people_stay_two() {
    for (one, other) in [
        ("Anna Muster", "Anne Muster"),
        ("Sam Muster", "Kim Muster"),
        ("Leitung Kompass", "Leitung Lebensräume"),
        ("Leitung 17", "Leitung 18"),
        ("T. Müller", "Sam Müller"),
    ] {
        assert_eq!(
            compare(&person(one, ""), &person(other, "")),
            None,
            "{one} / {other}"
        );
    }
}

#[test]
fn one_mailbox_is_one_person_unless_many_share_it() {
    let own = |name| person(name, "leitung@beispiel.example");
    let shared = |name| person(name, "info@beispiel.example");

    assert_eq!(
        verdict(&own("Sam Eins"), &own("Kim Zwei")),
        Some(Reason::Mail)
    );
    assert_eq!(verdict(&shared("Sam Eins"), &shared("Kim Zwei")), None);
}

#[test]
fn numbers_are_dialled_in_one_way() {
    for typed in [
        "+49 3643 5550170",
        "0049 3643 555-0170",
        "03643/5550170",
        "+49 (0) 3643 555 0170",
    ] {
        assert_eq!(contact::phone(typed), "036435550170", "{typed}");
    }
    assert_eq!(contact::phone("+43 1 5550170"), "004315550170");
    assert_eq!(contact::phone("110"), "");
}

proptest! {
    #[test]
    fn nothing_typed_breaks_the_comparison(
        one in ".{0,60}", other in ".{0,60}", mail in ".{0,20}", street in ".{0,20}",
    ) {
        let probe = |name| Probe {
            mail: &mail,
            street: &street,
            postcode: "99423",
            ..organisation(name)
        };
        let (there, back) = (compare(&probe(&one), &probe(&other)), compare(&probe(&other), &probe(&one)));
        prop_assert_eq!(there.map(|it| it.0), back.map(|it| it.0));
        compare(&person(&one, &mail), &person(&other, &street));
        prop_assert!(score::keys(&probe(&one)).len() <= score::MOST_KEYS);
        prop_assert!(score::keys(&person(&one, &mail)).len() <= score::MOST_KEYS);
    }

    #[test]
    fn a_name_is_like_itself_in_capitals_and_out_of_order(
        first in "[A-ZÄÖÜ][a-zäöüß]{2,9}", last in "[A-ZÄÖÜ][a-zäöüß]{2,9}",
    ) {
        let name = format!("{first} {last}");
        let loud = format!("Dr. {}, {}", last.to_uppercase(), first.to_uppercase());
        let (one, other) = (person(&name, ""), person(&loud, ""));
        prop_assert_eq!(verdict(&one, &other), Some(Reason::Name));
        prop_assert!(shares_key(&one, &other));
    }

    #[test]
    fn one_letter_more_is_found_again(
        word in "[bdfglmnprst][aeiou][bdfglmnprst][aeiou][bdfglmnprst][aeiou][bdfglmnprst]{2}",
        at in 4usize..9,
    ) {
        let mut typo = word.clone();
        typo.insert(at.min(word.len()), 'k');
        let names = [format!("Verein {word} Weimar"), format!("Verein {typo} Weimar")];
        let (one, other) = (organisation(&names[0]), organisation(&names[1]));
        prop_assert!(compare(&one, &other).is_some(), "{} / {}", names[0], names[1]);
        prop_assert!(shares_key(&one, &other), "{} / {}", names[0], names[1]);
    }
}
