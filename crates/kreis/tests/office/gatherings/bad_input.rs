//! Whatever people type into the forms of gatherings.

use std::io::Read;

use trial::{File, form, story};

use super::{announced, at, but, facts, planned};

const FORM: &str = "/weimar/termin-anlegen";

story!(
    a_form_with_wrong_facts_comes_back_with_everything_typed,
    |trial| async {
        let megabyte = "x".repeat(1_000_000);
        let cases = [
            ("title", "", "Bitte füllen Sie dieses Feld aus."),
            ("title", megabyte.as_str(), "Bitte kürzen Sie den Text"),
            ("about", megabyte.as_str(), "Bitte kürzen Sie den Text"),
            (
                "venue_access",
                megabyte.as_str(),
                "Bitte kürzen Sie den Text",
            ),
            ("tags", megabyte.as_str(), "Bitte kürzen Sie den Text"),
            ("day", "", "Bitte füllen Sie dieses Feld aus."),
            ("day", "0000-01-01", "zwischen 1900 und 2199"),
            ("day", "9999-12-31", "zwischen 1900 und 2199"),
            ("day", "31.2.2018", "Bitte geben Sie einen Tag an"),
            ("start", "25:00", "Bitte geben Sie eine Uhrzeit an"),
            ("end", "14:00", "Das Ende muss nach dem Beginn liegen."),
            ("end", "9:00", "Das Ende muss nach dem Beginn liegen."),
            (
                "end_day",
                "2018-01-01",
                "Das Ende muss nach dem Beginn liegen.",
            ),
            ("zone", "Mond/Krater", "Bitte geben Sie eine Zeitzone an"),
            (
                "audience",
                "office",
                "Bitte wählen Sie einen der angebotenen Werte.",
            ),
            ("audience", "", "Bitte füllen Sie dieses Feld aus."),
            (
                "online_url",
                "javascript:alert(1)",
                "die mit https:// beginnt",
            ),
            ("host", "kein-haus", "Dazu haben wir nichts gefunden."),
            (
                "host",
                "00000000-0000-7000-8000-000000000000",
                "Bitte wählen Sie einen der angebotenen Werte.",
            ),
            (
                "series",
                "00000000-0000-7000-8000-000000000000",
                "Bitte wählen Sie einen der angebotenen Werte.",
            ),
            ("series_number", "-1", "Bitte geben Sie eine Zahl"),
            (
                "co_organisers",
                "x",
                "Bitte wählen Sie einen der angebotenen Werte.",
            ),
        ];
        for (field, value, words) in cases {
            let mut fields = but(facts("Sitzung im Februar", "2018-02-01"), field, value);
            fields.push(("focus".to_owned(), "Bleibt stehen".to_owned()));
            let answer = trial.office.post(FORM, fields).await;
            assert_eq!(answer.status, 422, "{field} {words}");
            assert!(
                answer.has(words),
                "{field}: {}",
                answer.main_text().get(..600).unwrap_or_default()
            );
            assert_eq!(
                answer.field("focus").as_deref(),
                Some("Bleibt stehen"),
                "{field}"
            );
        }
        let empty = trial.office.post(FORM, form![]).await;
        assert_eq!(empty.status, 422);
        assert!(empty.has("Bitte prüfen Sie"));
    }
);

story!(
    markup_marks_and_emoji_are_text_and_nothing_else,
    |trial| async {
        let title = "<script>alert(1)</script> \u{202e}gnuztiS 😀";
        let path = announced(
            trial,
            but(facts(title, "2018-02-01"), "about", "<b>fett</b>\n\n- 😀"),
        )
        .await;

        let page = trial.nobody.get(&path).await;

        assert_eq!(
            path,
            "/weimar/termine/2018-02-01-script-alert-1-script-gnuztis"
        );
        assert_eq!(page.status, 200);
        assert!(!page.html().contains("<script>alert"));
        assert!(!page.html().contains('\u{202e}'));
        assert!(page.has("<script>alert(1)</script> gnuztiS 😀"));
        assert!(page.has("<b>fett</b>"));
        assert!(
            !trial
                .nobody
                .get("/weimar/termine.atom")
                .await
                .html()
                .contains("<script>")
        );
    }
);

story!(
    a_title_of_emoji_alone_has_the_day_as_its_address,
    |trial| async {
        let first = planned(trial, facts("😀😀", "2018-02-01")).await;
        let second = planned(trial, facts("🎉", "2018-02-01")).await;

        assert_eq!(first, "/weimar/termine/2018-02-01");
        assert_eq!(second, "/weimar/termine/2018-02-01-2");
    }
);

story!(the_hour_that_summer_time_skips_is_refused, |trial| async {
    let fields = but(facts("Nachtdienst", "2018-03-25"), "start", "02:30");
    let answer = trial.office.post(FORM, but(fields, "end", "05:00")).await;

    assert_eq!(answer.status, 422);
    assert!(answer.has("Die Uhr wird auf 03:00 Uhr vorgestellt"));
});

story!(
    the_hour_that_comes_twice_asks_which_one_is_meant,
    |trial| async {
        let fields = but(facts("Nachtdienst", "2018-10-28"), "start", "02:30");
        let fields = but(fields, "end", "05:00");
        let asked = trial.office.post(FORM, fields.clone()).await;
        assert_eq!(asked.status, 422);
        assert!(asked.has("Diese Uhrzeit gibt es an diesem Tag zweimal"));
        assert!(asked.has("Nach der Umstellung (Winterzeit)"));

        let path = planned(trial, but(fields, "start_fold", "second")).await;

        let it = at(trial, &path).await;
        assert_eq!(it.starts_at.to_string(), "2018-10-28T01:30:00Z");
        let again = trial.office.get(&format!("{path}/bearbeiten")).await;
        assert!(again.has("Welcher Beginn ist gemeint?"));
    }
);

story!(
    agenda_cancellation_series_and_attendance_refuse_a_megabyte,
    |trial| async {
        let megabyte = "x".repeat(1_000_000);
        let path = announced(trial, facts("Sitzung", "2018-02-01")).await;
        let cases = [
            (format!("{path}/tagesordnung"), "title"),
            (format!("{path}/tagesordnung"), "text"),
            (format!("{path}/tagesordnung"), "speaker1_function"),
            (format!("{path}/tagesordnung"), "minutes"),
            (format!("{path}/absage"), "reason"),
            (format!("{path}/teilnahme"), "walk1_name"),
            ("/weimar/reihen".to_owned(), "name"),
            ("/weimar/reihen".to_owned(), "about"),
        ];
        for (address, field) in cases {
            let mut fields = form![("title", "Punkt"), ("name", "Reihe"), ("kind", "recurring")];
            fields.retain(|(name, _)| name != field);
            fields.push((field.to_owned(), megabyte.clone()));
            let answer = trial.office.post(&address, fields).await;
            assert_eq!(answer.status, 422, "{address} {field}");
        }
        for address in [format!("{path}/tagesordnung"), "/weimar/reihen".to_owned()] {
            assert_eq!(
                trial.office.post(&address, form![]).await.status,
                422,
                "{address}"
            );
        }
    }
);

story!(files_of_wrong_kinds_are_refused, |trial| async {
    let path = announced(trial, facts("Sitzung", "2018-02-01")).await;
    let address = format!("{path}/dokumente");
    let bomb = [b"PK\x03\x04".as_slice(), &[0; 4000]].concat();
    let refused: [(&str, &[u8]); 6] = [
        ("programm.pdf", b"MZ\x90\0"),
        ("seite.txt", b"<html><script>1</script>"),
        (
            "bild.png",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        ),
        ("archiv.odt", &bomb),
        ("skript.txt", b"#!/bin/sh"),
        ("leer.pdf", b""),
    ];
    for (name, bytes) in refused {
        let file = File {
            field: "file",
            name,
            kind: "application/pdf",
            bytes,
        };
        let fields = form![("title", "Anlage"), ("audience", "public")];
        let answer = trial.office.upload(&address, fields, &[file]).await;
        assert_eq!(answer.status, 422, "{name}");
        assert_eq!(answer.field("title").as_deref(), Some("Anlage"), "{name}");
    }
    assert!(trial.office.get(&address).await.has("Noch keine Dokumente"));
});

/// An archive of one file that unpacks to a thousand times its size (deflate, APPNOTE 4.3.7).
fn exploding_archive() -> Vec<u8> {
    const UNPACKED: u64 = 64 * 1024 * 1024;
    let name = b"word/document.xml";
    let mut press = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::copy(&mut std::io::repeat(b' ').take(UNPACKED), &mut press).unwrap();
    let packed = press.finish().unwrap();
    let small = |number: u64| u32::try_from(number).unwrap().to_le_bytes();
    let length = |bytes: &[u8]| small(u64::try_from(bytes.len()).unwrap());
    let head = [
        [20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0].as_slice(),
        length(&packed).as_slice(),
        small(UNPACKED).as_slice(),
        &[u8::try_from(name.len()).unwrap(), 0, 0, 0],
    ]
    .concat();
    let mut archive = [b"PK\x03\x04", head.as_slice(), name, &packed].concat();
    let directory_at = length(&archive);
    let head_at = archive.len();
    archive.extend([b"PK\x01\x02\x14\0", head.as_slice(), &[0; 14], name].concat());
    let size = length(archive.get(head_at..).unwrap());
    let comment = b"[Content_Types].xml";
    archive.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    archive.extend([size, directory_at].concat());
    archive.extend([u8::try_from(comment.len()).unwrap(), 0]);
    archive.extend(comment);
    archive
}

story!(an_exploding_archive_stays_packed, |trial| async {
    let path = announced(trial, facts("Sitzung", "2018-02-01")).await;
    let bytes = exploding_archive();
    assert!(bytes.len() < 80 * 1024, "{}", bytes.len());
    let file = File {
        field: "file",
        name: "anlage.docx",
        kind: "application/zip",
        bytes: &bytes,
    };
    let fields = form![("title", "Anlage"), ("audience", "public")];
    let kept = trial
        .office
        .upload(&format!("{path}/dokumente"), fields, &[file])
        .await;
    assert_eq!(kept.status, 303, "{}", kept.text());

    let address = trial.nobody.get(&path).await.link("Anlage");
    assert_eq!(trial.nobody.get(&address).await.body, bytes);
});

story!(a_file_over_the_limit_is_refused, |trial| async {
    let path = announced(trial, facts("Sitzung", "2018-02-01")).await;
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(11 * 1024 * 1024, b' ');
    let file = File {
        field: "file",
        name: "gross.pdf",
        kind: "application/pdf",
        bytes: &bytes,
    };

    let fields = form![("title", "Anlage"), ("audience", "public")];
    let answer = trial
        .office
        .upload(&format!("{path}/dokumente"), fields, &[file])
        .await;

    assert_eq!(answer.status, 413);
});
