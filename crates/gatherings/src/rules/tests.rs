//! Rules told by example, and times of agendas by chance.

use base::access::Audience;
use base::{AgendaItemId, GatheringId, NetworkId};
use jiff::civil::{Date, Time, date, time};
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

pub(crate) fn gathering(state: State) -> Gathering {
    let when = LocalInput::on(
        date(2017, 12, 7),
        time(9, 30, 0, 0),
        time(12, 0, 0, 0),
        "Europe/Berlin",
    )
    .resolved()
    .expect("a plain morning");
    Gathering {
        id: GatheringId::from(Uuid::from_u128(1)),
        network: NetworkId::from(Uuid::from_u128(2)),
        group: None,
        series: None,
        series_number: None,
        slug: "2017-12-07-sitzung".to_owned(),
        title: "Sitzung".to_owned(),
        focus: String::new(),
        about: String::new(),
        starts: when.starts,
        ends: when.ends,
        zone: when.zone,
        starts_at: when.starts_at,
        ends_at: when.ends_at,
        host: None,
        venue_name: "Haus am Markt".to_owned(),
        venue_street: "Markt 1".to_owned(),
        venue_postcode: "99423".to_owned(),
        venue_town: "Weimar".to_owned(),
        venue_access: String::new(),
        online_url: "https://treffen.example/1".to_owned(),
        audience: Audience::Public,
        state,
        sequence: 0,
        tags: Vec::new(),
        cancelled_reason: String::new(),
        announced_at: None,
        changed_at: Timestamp::UNIX_EPOCH,
        co_organisers: Vec::new(),
        guests: Vec::new(),
    }
}

fn item(position: i64, minutes: Option<i64>) -> AgendaItem {
    AgendaItem {
        id: AgendaItemId::from(Uuid::from_u128(position.unsigned_abs().into())),
        gathering: GatheringId::from(Uuid::from_u128(1)),
        position,
        title: format!("TOP {position}"),
        text: String::new(),
        minutes,
        speakers: Vec::new(),
    }
}

fn local(day: Date, start: Time, end: Time) -> LocalInput {
    LocalInput::on(day, start, end, "Europe/Berlin")
}

fn keys(input: &LocalInput) -> Vec<(String, &'static str)> {
    input
        .resolved()
        .err()
        .unwrap_or_default()
        .into_iter()
        .map(|blame| (blame.field, blame.key))
        .collect()
}

#[test]
fn agenda_with_an_item_without_minutes_has_no_times_after_it() {
    let agenda = [item(1, Some(15)), item(2, None), item(3, Some(10))];

    let times = agenda_times(&gathering(State::Announced), &agenda);

    assert_eq!(
        times,
        [Some(time(9, 30, 0, 0)), Some(time(9, 45, 0, 0)), None]
    );
}

proptest! {
    #[test]
    fn agenda_times_are_the_start_and_the_minutes_before(
        minutes in prop::collection::vec(prop::option::of(1_i64..=1440), 0..40)
    ) {
        let it = gathering(State::Announced);
        let agenda: Vec<AgendaItem> =
            (1..).zip(&minutes).map(|(number, minutes)| item(number, *minutes)).collect();

        let times = agenda_times(&it, &agenda);

        prop_assert_eq!(times.len(), agenda.len());
        for (at, time) in times.iter().enumerate() {
            let before: Option<i64> = minutes[..at].iter().copied().sum();
            let expected = before.map(|sum| (it.starts + sum.minutes()).time());
            prop_assert_eq!(*time, expected);
        }
    }

    #[test]
    fn slug_of_any_title_is_a_path_segment(title in ".{0,80}", attempt in 1_u32..5) {
        let slug = slug_of(date(2018, 1, 2), &title, attempt);

        prop_assert!(slug.starts_with("2018-01-02"));
        prop_assert!(slug.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-'));
    }

    #[test]
    fn kind_of_any_bytes_is_no_web_page(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Some(kind) = kind_of(&bytes) {
            prop_assert!(!kind.content_type.contains("html"));
            prop_assert!(!kind.content_type.contains("svg"));
        }
    }
}

#[test]
fn end_before_start_is_blamed_at_the_end() {
    let input = local(date(2017, 12, 7), time(14, 0, 0, 0), time(14, 0, 0, 0));

    assert_eq!(
        keys(&input),
        [("end".to_owned(), "gatherings-fault-end-before-start")]
    );
}

#[test]
fn start_in_the_hour_that_is_skipped_says_when_the_clock_goes_on() {
    let input = local(date(2018, 3, 25), time(2, 30, 0, 0), time(4, 0, 0, 0));

    let blames = input.resolved().expect_err("the hour does not exist");

    assert_eq!(blames[0].key, "gatherings-fault-skipped");
    assert_eq!(blames[0].args, [("resumes", "03:00".to_owned())]);
}

#[test]
fn start_in_the_hour_that_comes_twice_needs_a_choice() {
    let mut input = local(date(2018, 10, 28), time(2, 30, 0, 0), time(4, 0, 0, 0));
    assert_eq!(
        keys(&input),
        [("start_fold".to_owned(), "gatherings-fault-repeated")]
    );

    input.start_fold = Some(Fold::First);
    let first = input.resolved().expect("the first is meant").starts_at;
    input.start_fold = Some(Fold::Second);
    let second = input.resolved().expect("the second is meant").starts_at;

    assert_eq!(second.duration_since(first), SignedDuration::from_hours(1));
}

#[test]
fn end_in_the_same_repeated_hour_may_look_earlier_and_be_later() {
    let mut input = local(date(2018, 10, 28), time(2, 45, 0, 0), time(2, 15, 0, 0));
    input.start_fold = Some(Fold::First);
    input.end_fold = Some(Fold::Second);

    assert!(input.resolved().is_ok());
}

#[test]
fn years_and_zones_that_nobody_means_are_blamed() {
    let year = local(date(9999, 1, 1), time(1, 0, 0, 0), time(2, 0, 0, 0));
    let mut zone = local(date(2018, 1, 1), time(1, 0, 0, 0), time(2, 0, 0, 0));
    zone.zone = "Europe/Weimar".to_owned();

    assert_eq!(keys(&year)[0], ("day".to_owned(), "fault-year"));
    assert_eq!(keys(&zone), [("zone".to_owned(), "gatherings-fault-zone")]);
}

#[test]
fn online_link_opens_an_hour_before_and_closes_at_the_end() {
    let it = gathering(State::Announced);
    let minute = SignedDuration::from_mins(1);
    let opens = it.starts_at - SignedDuration::from_mins(60);

    assert!(!it.is_online_open(opens - minute));
    assert!(it.is_online_open(opens));
    assert!(it.is_online_open(it.ends_at - minute));
    assert!(!it.is_online_open(it.ends_at));
    assert!(!gathering(State::Cancelled).is_online_open(it.starts_at));
}

#[test]
fn differences_name_what_moved_and_hide_the_link() {
    let before = gathering(State::Announced);
    let mut after = before.clone();
    after.venue_name = "Rathaus".to_owned();
    after.online_url = "https://anderswo.example".to_owned();

    let found = Difference::between(&before, &after);

    assert_eq!(
        found,
        [
            Difference::new(
                Fact::Place,
                "Haus am Markt, Markt 1, 99423 Weimar",
                "Rathaus, Markt 1, 99423 Weimar"
            ),
            Difference::new(Fact::Online, "", ""),
        ]
    );
    assert_eq!(Difference::kind(&found), ChangeKind::Moved);
    assert_eq!(Difference::between(&before, &before), []);
}

#[test]
fn files_are_told_by_their_bytes() {
    let odt: Vec<u8> = [
        b"PK\x03\x04".as_slice(),
        &[0; 26],
        b"mimetypeapplication/vnd.oasis.opendocument.text",
    ]
    .concat();
    let docx = b"PK\x03\x04......[Content_Types].xml....word/document.xml".to_vec();
    let macros =
        b"PK\x03\x04..[Content_Types].xml..word/document.xml..word/vbaProject.bin".to_vec();
    let taken: [(&[u8], &str); 6] = [
        (b"%PDF-1.7\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "png"),
        (b"\xff\xd8\xff\xe0....", "jpg"),
        (&odt, "odt"),
        (&docx, "docx"),
        ("Grüße;1\r\n".as_bytes(), "txt"),
    ];
    let refused: [&[u8]; 7] = [
        b"MZ\x90\0\x03",
        b"\x7fELF\x02",
        b"#!/bin/sh\nrm",
        b"  <svg onload='x()'>",
        "\u{feff}<!doctype html>".as_bytes(),
        b"PK\x03\x04 an archive of something else",
        &macros,
    ];

    for (bytes, ending) in taken {
        assert_eq!(kind_of(bytes).map(|kind| kind.ending), Some(ending));
    }
    for bytes in refused {
        assert_eq!(kind_of(bytes), None, "{bytes:?}");
    }
}

#[test]
fn file_names_lose_paths_and_false_endings() {
    let pdf = kind_of(b"%PDF-1.7").expect("a PDF");
    let text = kind_of(b"a;b").expect("text");

    assert_eq!(safe_file_name("../../etc/passwd", pdf), "passwd.pdf");
    assert_eq!(safe_file_name("a\u{202e}\"b\r\n.html", pdf), "ab.pdf");
    assert_eq!(safe_file_name("...", pdf), "Dokument.pdf");
    assert_eq!(safe_file_name("Liste.CSV", text), "Liste.csv");
}

#[test]
fn represented_organisations_are_counted_once() {
    let row = |organisation: &str, state| Attendance {
        person: None,
        organisation: None,
        name: "Leitung".to_owned(),
        organisation_name: organisation.to_owned(),
        function: String::new(),
        state,
        represented_by: String::new(),
    };
    let rows = [
        row("Verein B", Presence::Present),
        row("Verein A", Presence::Represented),
        row("Verein B", Presence::Present),
        row("Verein C", Presence::Excused),
        row("", Presence::Present),
    ];

    assert_eq!(
        represented_organisations(&rows),
        Represented {
            people: 4,
            organisations: vec!["Verein A".to_owned(), "Verein B".to_owned()],
        }
    );
}

#[test]
fn tags_are_kept_once_and_few() {
    let many: Vec<String> = (0..30).map(|number| format!("tag{number}")).collect();

    assert_eq!(
        tags_of("  ,Arbeit,ARBEIT ,😀, Ehrenamt"),
        ["Arbeit", "Ehrenamt"]
    );
    assert_eq!(tags_of(&many.join(",")).len(), 12);
}
