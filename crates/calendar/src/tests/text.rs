//! Any text survives writing and reading.

use calcard::icalendar::{ICalendarComponentType, ICalendarParameterName, ICalendarProperty};
use proptest::prelude::*;

use super::{components, feed, gathering, guest, office, read};
use crate::{Attendee, Event, Organizer, publish, request};

/// What a reader can get at best: every kind of line break as one, no control characters.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
        .collect()
}

fn values(text: &str, property: &ICalendarProperty) -> Vec<String> {
    let calendar = read(text);
    let event = components(&calendar, ICalendarComponentType::VEvent)
        .next()
        .unwrap();
    let entry = event.property(property).unwrap();
    entry
        .values
        .iter()
        .map(|value| value.as_text().unwrap().to_owned())
        .collect()
}

fn assert_lines_fit(text: &str) {
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line:?}", line.len());
        assert!(!line.contains(['\r', '\n', '\0', '\u{7f}']));
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::collection::vec(any::<char>(), 0..200).prop_map(String::from_iter),
        "[\\\\;,:\"nN \t\r\n\u{85}\u{2028}a\u{7f}\u{0}-\u{1f}äß😀👩‍🔬\u{202e}\u{301}]{0,200}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn text_written_and_read_back_is_the_same(text in any_text(), other in any_text()) {
        let event = Event {
            summary: format!("{text}."),
            description: Some(format!("{other}.")),
            categories: vec![format!("{text}."), format!("{other}.")],
            ..gathering()
        };

        let ics = publish(&feed(), &[event]);

        assert_lines_fit(ics.text());
        prop_assert_eq!(values(ics.text(), &ICalendarProperty::Summary), [plain(&text) + "."]);
        prop_assert_eq!(values(ics.text(), &ICalendarProperty::Description), [plain(&other) + "."]);
        // calcard drops blanks in lists, at the start of an item and after an escape.
        let bare = |text: &String| text.replace([' ', '\t'], "");
        let tags = values(ics.text(), &ICalendarProperty::Categories);
        let expected = [plain(&text) + ".", plain(&other) + "."];
        prop_assert_eq!(tags.iter().map(bare).collect::<Vec<_>>(), expected.each_ref().map(bare));
    }

    #[test]
    fn names_addresses_and_links_never_break_out_of_their_line(text in any_text()) {
        let event = Event { uid: text.clone(), url: Some(text.clone()), ..gathering() };
        let organizer = Organizer { name: text.clone(), ..office() };
        let attendee = Attendee { name: text.clone(), mail: text.clone(), ..guest() };

        let ics = request(&event, &organizer, &attendee);

        assert_lines_fit(ics.text());
        let calendar = read(ics.text());
        prop_assert_eq!(components(&calendar, ICalendarComponentType::VEvent).count(), 1);
        let event = components(&calendar, ICalendarComponentType::VEvent).next().unwrap();
        let organizer = event.property(&ICalendarProperty::Organizer).unwrap();
        prop_assert_eq!(organizer.calendar_address(), Some("weimar@kreis.example"));
        let name = organizer.parameter(&ICalendarParameterName::Cn);
        let expected = plain(&text).replace('\n', " ").replace('"', "'").replace('\\', "/");
        prop_assert_eq!(name.and_then(|name| name.as_text()).unwrap_or_default(), expected);
    }
}

#[test]
fn fold_at_the_limit_never_cuts_a_character() {
    for length in 60..90 {
        let text = format!("{}ü😀", "a".repeat(length));
        let event = Event {
            summary: text.clone(),
            ..gathering()
        };

        let ics = publish(&feed(), &[event]);

        assert_lines_fit(ics.text());
        assert_eq!(values(ics.text(), &ICalendarProperty::Summary), [text]);
    }
}
