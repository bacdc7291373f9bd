//! A folder of broken tables: each gives a clear report and changes nothing.

use super::*;
use jiff::civil::date;
use tables::Cell;
use trial::story;

const HEAD: &str = "Organisation;PLZ;Ort;E-Mail\r\n";

fn text(rows: &str) -> Vec<u8> {
    format!("{HEAD}{rows}").into_bytes()
}

fn sheet(rows: &[[&str; 2]]) -> Vec<u8> {
    let columns = ["Organisation", "Ort"].map(str::to_owned);
    let rows: Vec<Vec<Cell>> = rows
        .iter()
        .map(|row| row.map(Cell::text).to_vec())
        .collect();
    tables::to_xlsx("Liste", &columns, &rows, date(2017, 11, 20)).unwrap()
}

/// An archive of these parts as they are.
fn bundled(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut list) = (Vec::new(), Vec::new());
    let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    for (name, bytes) in parts {
        let mut check = flate2::Crc::new();
        check.update(bytes);
        let begin = archive.len();
        let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 33, 0];
        about.extend(check.sum().to_le_bytes());
        about.extend(number(bytes.len()));
        about.extend(number(bytes.len()));
        about.extend([u8::try_from(name.len()).unwrap(), 0, 0, 0]);
        archive.extend(b"PK\x03\x04");
        archive.extend(&about);
        archive.extend(name.as_bytes());
        archive.extend(*bytes);
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&about);
        list.extend([0; 10]);
        list.extend(number(begin));
        list.extend(name.as_bytes());
    }
    let count = u8::try_from(parts.len()).unwrap();
    let (size, begin) = (number(list.len()), number(archive.len()));
    archive.extend(list);
    archive.extend(b"PK\x05\x06\x00\x00\x00\x00");
    archive.extend([count, 0, count, 0]);
    archive.extend(size);
    archive.extend(begin);
    archive.extend([0, 0]);
    archive
}

/// A workbook with macros, as Excel keeps it.
fn with_macros() -> Vec<u8> {
    let workbook = b"<workbook><sheets><sheet name=\"Liste\" id=\"r1\"/></sheets></workbook>";
    let relations = b"<Relationships><Relationship Id=\"r1\" \
        Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |one: &str, two: &str| format!("<row>{}{}</row>", cell(one), cell(two));
    let sheet = format!(
        "<worksheet><sheetData>{}{}</sheetData></worksheet>",
        row("Organisation", "Ort"),
        row("=Verein", "Weimar")
    );
    bundled(&[
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/vbaProject.bin", b"Attribute VB_Name"),
    ])
}

/// A table that says of itself that it becomes larger than anybody reads.
fn bomb() -> Vec<u8> {
    let mut bytes = sheet(&[["Verein", "Weimar"]]);
    let places: Vec<usize> = (0..bytes.len() - 4)
        .filter(|place| bytes[*place..].starts_with(b"PK\x01\x02"))
        .collect();
    for place in places {
        bytes[place + 24..place + 28].copy_from_slice(&0x0c00_0000_u32.to_le_bytes());
    }
    bytes
}

/// A table whose one row is there a thousand million times.
fn endless() -> Vec<u8> {
    let content = "<office:document-content><table:table table:name=\"Liste\">\
        <table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell>\
        <text:p>Verein</text:p></table:table-cell></table:table-row></table:table>\
        </office:document-content>";
    bundled(&[("content.xml", content.as_bytes())])
}

fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.extend([0; 600]);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

/// Files that are refused as a whole, with what the office reads about each.
fn refused() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let million = "Verein;1;Weimar;\r\n".repeat(1_000_000);
    let wide = format!("{}\r\n{}\r\n", "A;".repeat(200), "1;".repeat(200));
    let mut cut = sheet(&[["Verein", "Weimar"]]);
    cut.truncate(cut.len() / 2);
    let mut open = text("\"Verein;99423;Weimar;\r\n");
    open.extend(
        "Anderer Verein;99423;Weimar;\r\n"
            .repeat(1_000)
            .into_bytes(),
    );
    let page = b"<html><table><tr><td>Organisation</td></tr></table></html>".to_vec();
    vec![
        ("leer.csv", Vec::new(), "Wählen Sie eine Datei aus."),
        ("leer.xlsx", b" \r\n".to_vec(), "Die Datei ist leer."),
        (
            "kopf.csv",
            text(""),
            "Unter den Namen der Spalten steht nichts.",
        ),
        ("million.csv", text(&million), "Das ist zu viel auf einmal"),
        (
            "viele.csv",
            text(&"Verein;1;Weimar;\r\n".repeat(30_000)),
            "Die Liste hat mehr als 20.000 Zeilen.",
        ),
        (
            "breit.csv",
            wide.into_bytes(),
            "Die Liste hat mehr als 100 Spalten.",
        ),
        (
            "lang.csv",
            text(&format!("{};;;\r\n", "x".repeat(5_000))),
            "In Zeile 2 steht in einer Zelle mehr als 4.000 Zeichen.",
        ),
        (
            "kennwort.xlsx",
            compound("EncryptedPackage"),
            "Die Datei ist mit einem Kennwort geschützt.",
        ),
        (
            "alt.xls",
            compound("Workbook"),
            "Das ist das Format von Excel vor 2007.",
        ),
        ("seite.xls", page, "Das ist eine Webseite, keine Tabelle"),
        (
            "bild.xlsx",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0".to_vec(),
            "Das ist keine Tabelle.",
        ),
        (
            "papier.csv",
            b"%PDF-1.7\n".to_vec(),
            "Das ist keine Tabelle.",
        ),
        ("kaputt.xlsx", cut, "Die Datei ist beschädigt"),
        (
            "offen.csv",
            open,
            "Ein Anführungszeichen in Zeile 2 wird nicht geschlossen.",
        ),
    ]
}

/// The same of files that would become more than anybody reads, or hold nothing at all.
fn refused_in_size() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    vec![
        (
            "bombe.xlsx",
            bomb(),
            "Die Datei ist beim Auspacken zu groß geworden",
        ),
        (
            "endlos.ods",
            endless(),
            "Die Liste hat mehr als 20.000 Zeilen.",
        ),
        (
            "nur-leer.csv",
            b";;;\r\n;;;\r\n".to_vec(),
            "Die Datei ist leer.",
        ),
    ]
}

/// Files that are read, with what the review says about their rows.
fn questionable() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    vec![
        (
            "doppelt.csv",
            text("Verein A;99423;Weimar;\r\nVerein A;99423;Weimar;\r\n"),
            "Diese Organisation steht schon in Zeile 2.",
        ),
        (
            "verbunden.xlsx",
            sheet(&[["Verein A", "Weimar"], ["", "Apolda"]]),
            "Der Name der Organisation fehlt. Sind in der Tabelle Zellen verbunden",
        ),
        (
            "formel.csv",
            text("=A1&B1;99423;Weimar;\r\n"),
            "Spalte „Organisation“: „=A1&B1“ ist eine Formel.",
        ),
        (
            "fehler.xlsx",
            sheet(&[["Verein A", "#BEZUG!"]]),
            "„#BEZUG!“ ist das Ergebnis einer fehlerhaften Formel.",
        ),
        (
            "makros.xlsm",
            with_macros(),
            "Spalte „Organisation“: „=Verein“ ist eine Formel.",
        ),
        (
            "region.csv",
            "Organisation;Region\r\nVerein A;Atlantis\r\n".into(),
            "Spalte „Region“: „Atlantis“ ist keine Region.",
        ),
        (
            "adresse.csv",
            text("Verein A;99423;Weimar;info(at)verein.example\r\n"),
            "Spalte „E-Mail“: „info(at)verein.example“ ist keine E-Mail-Adresse.",
        ),
        (
            "falsche-zeichen.csv",
            b"Organisation;Ort\r\nTr\xe4ger f\xfcr B\xe4ume;J\xfcchsen\r\n;Apolda\r\n".to_vec(),
            "Träger für Bäume",
        ),
    ]
}

story!(broken_tables_are_refused_with_a_clear_word, |trial| async {
    let before = counts(trial).await;
    for (name, bytes, word) in refused().into_iter().chain(refused_in_size()) {
        let seen = upload(&trial.office, name, &bytes).await;
        assert!(matches!(seen.status, 422 | 413), "{name}: {}", seen.status);
        let text = seen.main_text().replace('\u{a0}', " ");
        let plain = |text: &str| text.replace("20.000", "20000").replace("4.000", "4000");
        assert!(plain(&text).contains(&plain(word)), "{name}: {text}");
    }
    assert_eq!(counts(trial).await, before);
    let kept = trial.read(|conn| conn.count("SELECT COUNT(*) FROM transfer", &[]));
    assert_eq!(kept.await, 0, "nothing of them is kept");
});

story!(questionable_rows_are_told_one_by_one, |trial| async {
    let before = counts(trial).await;
    for (name, bytes, word) in questionable() {
        let (list, review) = reviewed(trial, name, &bytes).await;
        assert!(review.has(word), "{name}: {}", review.main_text());
        let wrong = review.has("mit Fehlern") && !review.has("0 mit Fehlern");
        assert!(wrong, "{name}: {}", review.main_text());
        let stopped = trial
            .office
            .post(&format!("{list}/eintragung"), form![])
            .await;
        assert_eq!(stopped.status, 422, "{name}");
    }
    trial.run_due().await;
    assert_eq!(counts(trial).await, before);
});

story!(
    a_table_without_header_has_columns_by_letters,
    |trial| async {
        let table =
            b"Haus am See e.V.;99423;Weimar;info@see.example\nVerein B;99425;Apolda;b@b.example\n";
        let (_, columns) = received(trial, "ohne.csv", table).await;
        assert!(
            columns.has("CSV-Datei mit 2 Zeilen und 4 Spalten."),
            "{}",
            columns.main_text()
        );
        assert_eq!(
            proposed(&columns),
            ["organisation", "postcode", "town", "mail"]
        );
    }
);
