//! Who and what cannot be in two places.

use jiff::civil::time;
use proptest::prelude::*;

use super::*;

fn session(id: u128, room: &str, speaker: &str) -> Session {
    Session {
        id: Uuid::from_u128(id),
        section: Uuid::from_u128(0),
        position: 1,
        title: Texts::default(),
        text: Texts::default(),
        own_hours: None,
        room: room.to_owned(),
        lang: String::new(),
        marks: Vec::new(),
        choosable: false,
        capacity: None,
        speakers: vec![Speaker {
            name: String::new(),
            function: speaker.to_owned(),
            body: String::new(),
        }],
    }
}

fn stretch(day: i64, (from, to): (i8, i8), sessions: Vec<Session>) -> Stretch {
    Stretch {
        section: Section {
            id: Uuid::from_u128(0),
            gathering: Uuid::from_u128(1).into(),
            hours: Hours {
                day,
                starts: time(from, 0, 0, 0),
                ends: time(to, 0, 0, 0),
            },
            title: Texts::default(),
            is_break: false,
        },
        sessions,
    }
}

#[test]
fn a_room_and_whoever_speaks_are_in_one_place_at_a_time() {
    let one = session(1, "Raum 2", "Fachberatung");
    let two = session(2, "raum  2", "Leitung");
    let three = session(3, "Saal", "fachberatung");
    let all = [stretch(0, (13, 15), vec![one.clone(), two, three])];
    let found = conflicts(&all);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].over, Over::Room("Raum 2".to_owned()));
    assert_eq!(found[1].over, Over::Speaker("Fachberatung".to_owned()));

    let later = Session {
        own_hours: Some((time(14, 0, 0, 0), time(15, 0, 0, 0))),
        ..session(4, "Raum 2", "Leitung")
    };
    let earlier = Session {
        own_hours: Some((time(13, 0, 0, 0), time(14, 0, 0, 0))),
        ..one
    };
    let all = [stretch(0, (13, 15), vec![earlier, later])];
    assert_eq!(conflicts(&all), [], "one after the other");
}

#[test]
fn nothing_is_shared_where_nothing_is_said() {
    let mut one = session(1, "", "");
    let mut two = session(2, "", "");
    one.speakers.clear();
    two.speakers.clear();
    assert_eq!(conflicts(&[stretch(0, (13, 15), vec![one, two])]), []);
}

proptest! {
    #[test]
    fn another_day_or_hour_is_no_conflict(
        day in 0_i64..3, other in 0_i64..3, from in 8_i8..12, long in 1_i8..4, after in 0_i8..8,
    ) {
        let first = stretch(day, (from, from + long), vec![session(1, "Saal", "Leitung")]);
        let to = (from + after, from + after + 1);
        let second = stretch(other, to, vec![session(2, "Saal", "Leitung")]);
        let meets = day == other && after < long;
        prop_assert_eq!(conflicts(&[first.clone(), second.clone()]).len(), if meets { 2 } else { 0 });
        prop_assert_eq!(conflicts(&[second, first]).len(), if meets { 2 } else { 0 });
    }
}
