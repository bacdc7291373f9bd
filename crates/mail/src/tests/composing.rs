//! What was composed is read back by the parser, which shares no code with the composer.

use mail_parser::{MessageParser, MimeHeaders};
use proptest::prelude::*;

use super::{ICS, date, full_letter, small_letter};
use crate::{
    AutoSubmitted, CalendarPart, Letter, Mailbox, ReadCalendar, Unwritable, compose, read,
};

fn structure(raw: &[u8]) -> Vec<String> {
    let message = MessageParser::default().parse(raw).unwrap();
    let name = |part: &mail_parser::MessagePart<'_>| {
        let found = part.content_type().unwrap();
        format!("{}/{}", found.ctype(), found.subtype().unwrap())
    };
    message.parts.iter().map(name).collect()
}

fn header_names(raw: &[u8]) -> Vec<String> {
    let message = MessageParser::default().parse(raw).unwrap();
    message
        .headers_raw()
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[test]
fn small_letter_is_one_text_part() {
    let raw = compose(&small_letter()).unwrap();

    insta::assert_snapshot!(String::from_utf8(raw).unwrap().replace('\r', ""));
}

#[test]
fn full_letter_nests_alternative_in_mixed() {
    let raw = compose(&full_letter()).unwrap();

    assert_eq!(
        structure(&raw),
        [
            "multipart/mixed",
            "multipart/alternative",
            "text/plain",
            "text/html",
            "text/calendar",
            "application/pdf",
            "text/calendar",
        ]
    );
}

#[test]
fn without_files_there_is_no_mixed_level() {
    let letter = Letter {
        attachments: Vec::new(),
        calendar: None,
        ..full_letter()
    };

    let raw = compose(&letter).unwrap();

    assert_eq!(
        structure(&raw),
        ["multipart/alternative", "text/plain", "text/html"]
    );
}

#[test]
fn text_with_files_needs_no_alternative_level() {
    let letter = Letter {
        html: None,
        calendar: None,
        ..full_letter()
    };

    let raw = compose(&letter).unwrap();

    assert_eq!(
        structure(&raw),
        [
            "multipart/mixed",
            "text/plain",
            "application/pdf",
            "text/calendar"
        ]
    );
}

#[test]
fn everything_comes_back_as_it_was() {
    let letter = full_letter();

    let mail = read(&compose(&letter).unwrap()).unwrap();

    assert_eq!(mail.message_id.as_deref(), Some("018f-0001@example.org"));
    assert_eq!(mail.subject, letter.subject);
    assert_eq!(mail.from, [letter.from]);
    assert_eq!(mail.to, [letter.to]);
    assert_eq!(mail.reply_to, [letter.reply_to.unwrap()]);
    assert_eq!(mail.date, Some(date()));
    assert_eq!(
        mail.text.unwrap().replace("\r\n", "\n").trim_end(),
        letter.text.trim_end()
    );
    assert_eq!(mail.html.unwrap().trim_end(), letter.html.unwrap());
    assert_eq!(mail.attachments.len(), 2);
    for (found, sent) in mail.attachments.iter().zip(&letter.attachments) {
        assert_eq!(found.file_name.as_deref(), Some(sent.file_name.as_str()));
        assert_eq!(found.bytes, sent.bytes);
    }
}

#[test]
fn calendar_part_carries_the_method_of_its_text() {
    let raw = compose(&full_letter()).unwrap();

    let ReadCalendar { text, method } = read(&raw).unwrap().calendar.unwrap();
    assert_eq!(method.as_deref(), Some("REQUEST"));
    assert_eq!(text.trim_end(), ICS.trim_end());
    assert!(text.contains("\r\nMETHOD:REQUEST\r\n"));
}

#[test]
fn calendar_with_another_method_is_refused() {
    for (method, found) in [("CANCEL", ICS), ("REQUEST", ""), ("request", ICS)] {
        let calendar = CalendarPart {
            text: found.to_owned(),
            method: method.to_owned(),
        };
        let letter = Letter {
            calendar: Some(calendar),
            ..small_letter()
        };

        assert!(
            matches!(compose(&letter), Err(Unwritable::Method { .. })),
            "{method}"
        );
    }
}

#[test]
fn same_letter_gives_same_bytes() {
    assert_eq!(
        compose(&full_letter()).unwrap(),
        compose(&full_letter()).unwrap()
    );
}

#[test]
fn long_lines_are_broken_and_come_back_whole() {
    let text = format!("{}\n{}\n", "Lang ".repeat(500), "ü".repeat(3000));
    let html = format!("<p>{}</p>", "x".repeat(5000));
    let subject = "Tagesordnung und Übersicht "
        .repeat(40)
        .trim_end()
        .to_owned();
    let name = "Arbeitsgruppe Übergang ".repeat(12).trim_end().to_owned();
    let letter = Letter {
        text: text.clone(),
        html: Some(html.clone()),
        subject: subject.clone(),
        to: Mailbox::named(name.clone(), "gruppe@example.net"),
        ..small_letter()
    };

    let raw = compose(&letter).unwrap();

    assert!(raw.is_ascii());
    assert!(raw.split(|b| *b == b'\n').all(|line| line.len() <= 998));
    let mail = read(&raw).unwrap();
    assert_eq!(
        mail.text.unwrap().replace("\r\n", "\n").trim_end(),
        text.trim_end()
    );
    assert_eq!(mail.html.unwrap().trim_end(), html);
    assert_eq!(mail.subject, subject);
    assert_eq!(mail.to, [Mailbox::named(name, "gruppe@example.net")]);
}

#[test]
fn word_longer_than_a_line_in_the_subject_is_refused() {
    let letter = Letter {
        subject: "x".repeat(1200),
        ..small_letter()
    };

    assert_eq!(compose(&letter), Err(Unwritable::LineTooLong));
}

#[test]
fn every_line_ends_with_cr_lf_and_dots_stay() {
    let text = ".\n..\r\nfoo\rbar\n.\n\u{0}From here\n".to_owned();
    let letter = Letter {
        text,
        ..small_letter()
    };

    let raw = compose(&letter).unwrap();

    let bare = raw
        .windows(2)
        .filter(|two| (two[1] == b'\n') != (two[0] == b'\r'));
    assert_eq!(bare.count(), 0);
    let read_text = read(&raw).unwrap().text.unwrap();
    assert_eq!(
        read_text.trim_end(),
        ".\r\n..\r\nfoo\r\nbar\r\n.\r\nFrom here"
    );
}

#[test]
fn line_breaks_in_what_people_typed_become_spaces() {
    let evil = "Hallo\r\nBcc: opfer@example.net\r\n\r\nText\u{2028}\u{85}\u{0}Ende";
    let mut letter = full_letter();
    letter.subject = evil.to_owned();
    letter.from.name = Some(evil.to_owned());
    letter.to.name = Some(format!("ü{evil}"));
    letter.attachments[0].file_name = format!("a/..\\{evil}.pdf");

    let raw = compose(&letter).unwrap();

    assert!(
        !header_names(&raw)
            .iter()
            .any(|name| name.eq_ignore_ascii_case("bcc"))
    );
    let mail = read(&raw).unwrap();
    assert_eq!(mail.subject, "Hallo Bcc: opfer@example.net Text Ende");
    let name = mail.from[0].name.as_deref();
    assert_eq!(name, Some("Hallo Bcc: opfer@example.net Text Ende"));
    assert_eq!(mail.to.len(), 1);
    let file_name = mail.attachments[0].file_name.as_deref();
    assert_eq!(
        file_name,
        Some("a-..-Hallo Bcc: opfer@example.net Text Ende.pdf")
    );
}

#[test]
fn name_with_quotes_commas_and_brackets_stays_one_mailbox() {
    let name = "Träger \"Nord\" <x@example.net>, y@example.net; (z) \\";
    let letter = Letter {
        to: Mailbox::named(name, "a@example.net"),
        ..small_letter()
    };
    let plain = "Traeger \"Nord\" <x@example.net>, y@example.net; (z) \\";
    let ascii = Letter {
        to: Mailbox::named(plain, "a@example.net"),
        ..small_letter()
    };

    for (letter, name) in [(letter, name), (ascii, plain)] {
        let mail = read(&compose(&letter).unwrap()).unwrap();

        assert_eq!(mail.to, [Mailbox::named(name, "a@example.net")]);
    }
}

#[test]
fn technical_values_with_line_breaks_are_refused() {
    let with_header = |name: &str, value: &str| Letter {
        headers: vec![(name.to_owned(), value.to_owned())],
        ..small_letter()
    };
    let mut bad_type = full_letter();
    bad_type.attachments[0].content_type = "application/pdf\r\nX: y".to_owned();
    let mut multipart = full_letter();
    multipart.attachments[0].content_type = "multipart/mixed; boundary=x".to_owned();

    for letter in [
        with_header("X-Kreis", "a\r\nBcc: x@example.net"),
        with_header("X-Kreis\r\nBcc", "a"),
        with_header("X: y", "a"),
        with_header("", "a"),
        with_header("bCC", "x@example.net"),
        with_header("Content-Type", "text/plain"),
        Letter {
            message_id: "a@b>\r\nBcc: x".to_owned(),
            ..small_letter()
        },
        Letter {
            message_id: "without-domain".to_owned(),
            ..small_letter()
        },
        Letter {
            to: Mailbox::bare("a@b.de\r\nBcc: c@d.de"),
            ..small_letter()
        },
        Letter {
            from: Mailbox::bare("nobody"),
            ..small_letter()
        },
        Letter {
            date: "1960-01-01T00:00:00Z".parse().unwrap(),
            ..small_letter()
        },
        bad_type,
        multipart,
    ] {
        assert!(compose(&letter).is_err(), "{letter:?}");
    }
}

#[test]
fn letters_written_by_hand_carry_no_auto_submitted() {
    let letter = Letter {
        auto_submitted: AutoSubmitted::No,
        ..small_letter()
    };

    let names = header_names(&compose(&letter).unwrap());

    assert!(!names.iter().any(|name| name == "Auto-Submitted"));
}

#[test]
fn domain_with_umlaut_goes_out_as_ascii() {
    let letter = Letter {
        to: Mailbox::bare("info@müller.example"),
        ..small_letter()
    };

    let raw = compose(&letter).unwrap();

    assert!(raw.is_ascii());
    assert_eq!(
        read(&raw).unwrap().to,
        [Mailbox::bare("info@xn--mller-kva.example")]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

    /// Whatever people type, the mail has the headers it should have, no line breaks but
    /// CR LF, and one sender, one recipient and one file.
    #[test]
    fn nothing_typed_breaks_out(
        name in any_text(), subject in any_text(), file_name in any_text(), text in any_text(),
    ) {
        let mut letter = full_letter();
        letter.attachments.truncate(1);
        letter.attachments[0].file_name = file_name;
        letter.to.name = Some(name.clone());
        letter.from.name = Some(name);
        letter.subject = subject;
        letter.text = text;
        let wanted = header_names(&compose(&full_letter()).unwrap());

        let raw = compose(&letter).unwrap();

        prop_assert!(raw.is_ascii());
        prop_assert!(raw.windows(2).all(|two| (two[1] == b'\n') == (two[0] == b'\r')));
        prop_assert_eq!(header_names(&raw), wanted);
        let mail = read(&raw).unwrap();
        prop_assert_eq!((mail.from.len(), mail.to.len(), mail.attachments.len()), (1, 1, 1));
        prop_assert_eq!(&mail.to[0].address, "leitung@example.net");
        if !letter.subject.contains("=?") {
            prop_assert_eq!(mail.subject, compose::one_line(&letter.subject));
        }
        prop_assert_eq!(&mail.attachments[0].bytes, &letter.attachments[0].bytes);
    }
}

/// Words, control characters, quotes, encodings and all the rest of Unicode.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[ -~]{0,30}",
        "[a-zäöüß ]{0,60}",
        "\\PC{0,20}",
        prop::sample::select(vec![
            "\r\n",
            "\n",
            "\r",
            "\t",
            "\"",
            "\\",
            "=?utf-8?q?",
            "?=",
            "<",
            "--",
            "''%",
            ";"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}
