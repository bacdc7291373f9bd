//! Rules by examples.

use jiff::civil::{Date, date};

use super::*;

fn mark(start: usize, end: usize, label: &str) -> Mark {
    Mark {
        start,
        end,
        label: label.to_owned(),
    }
}

#[test]
fn evidence_is_cut_out_of_its_source_and_says_what_it_is() {
    let text = "Am 3. Mai in Gera, ab 9 Uhr";
    let marks = [
        mark(3, 27, "evidence"),
        mark(13, 17, "town"),
        mark(40, 50, "place"),
    ];
    let told: Vec<(String, bool, String)> = segments(text, &marks)
        .into_iter()
        .map(|it| (it.text, it.is_marked, it.labels.join(" ")))
        .collect();

    let piece =
        |text: &str, is_marked, labels: &str| (text.to_owned(), is_marked, labels.to_owned());
    assert_eq!(
        told,
        [
            piece("Am ", false, ""),
            piece("3. Mai in Gera", true, "town"),
            piece(", ab 9 Uhr", true, "evidence"),
        ]
    );
}

#[test]
fn a_long_source_is_shown_around_its_evidence_and_never_cut_inside_a_letter() {
    let text = format!("{}Sitzung{}", "ä".repeat(20_000), "ö".repeat(20_000));
    let pieces = segments(&text, &[mark(40_000, 40_007, "evidence")]);

    let shown: usize = pieces.iter().map(|it| it.text.len()).sum();
    assert!(shown < 10_000, "{shown}");
    assert!(pieces.iter().any(|it| it.is_marked && it.text == "Sitzung"));
}

#[test]
fn days_of_a_rhythm_lie_in_its_span() {
    let span = (date(2018, 1, 3), date(2018, 4, 30));
    let told = |rhythm: &str, on: &str| {
        let rhythm = Rhythm::from_word(rhythm).unwrap();
        let days = days(rhythm, on, span, 60);
        days.iter().map(ToString::to_string).collect::<Vec<_>>()
    };

    assert_eq!(told("m1", "TU"), ["2018-02-06", "2018-03-06", "2018-04-03"]);
    assert_eq!(
        told("m-1", "FR"),
        ["2018-01-26", "2018-02-23", "2018-03-30", "2018-04-27"]
    );
    assert_eq!(
        told("w4", "WE"),
        [
            "2018-01-03",
            "2018-01-31",
            "2018-02-28",
            "2018-03-28",
            "2018-04-25"
        ]
    );
    assert_eq!(told("w1", "XX"), Vec::<String>::new());
}

#[test]
fn a_rule_is_a_rhythm_as_far_as_offices_say_it() {
    let of = |rule: &str| Rhythm::of_rule(rule);
    let pair = |rhythm: &str, day: &str| Some((rhythm.to_owned(), day.to_owned()));

    assert_eq!(of("FREQ=MONTHLY;BYDAY=1TU"), pair("m1", "TU"));
    assert_eq!(of("FREQ=MONTHLY;BYDAY=-1FR"), pair("m-1", "FR"));
    assert_eq!(of("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"), pair("w2", "MO"));
    for other in [
        "FREQ=WEEKLY",
        "FREQ=YEARLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=MO,WE",
        "ä",
    ] {
        assert_eq!(of(other), None, "{other}");
    }
}

#[test]
fn a_draft_fills_only_what_is_empty() {
    let values = |all: &[(&str, &str)]| -> Values {
        let all = all.iter();
        all.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    };
    let draft = values(&[
        ("venue", "Saal"),
        ("street", "Weg 1"),
        ("town", "Gera"),
        ("about", "x"),
    ]);
    let fields = ["venue", "street", "postcode", "town", "about"];

    let there = values(&[("street", "Platz 2"), ("about", "y")]);
    assert_eq!(fills(&there, &draft, &fields), values(&[("town", "Gera")]));
    assert_eq!(fills(&Values::new(), &draft, &fields), draft);
}

#[test]
fn a_newer_version_finds_its_draft_by_title_or_else_by_day() {
    let day = |day: i8| -> Option<Date> { Some(date(2018, 5, day)) };
    let before = [
        (1, "Sitzung", day(1)),
        (2, "Fest", day(2)),
        (3, "Markt", day(2)),
    ];

    assert_eq!(successor(("Sitzung", day(9)), &before), Some(1));
    assert_eq!(successor(("Vollversammlung", day(1)), &before), Some(1));
    assert_eq!(successor(("Anderes", day(2)), &before), None);
    assert_eq!(successor(("Anderes", None), &before), None);
}

#[test]
fn titles_are_alike_but_for_small_words() {
    assert!(are_alike(
        "Werkstatt Gute Briefe",
        "Die Werkstatt: Gute Briefe"
    ));
    assert!(!are_alike("Sommerfest", "Sommerfest der Nachbarn"));
    assert!(!are_alike("", ""));
}
