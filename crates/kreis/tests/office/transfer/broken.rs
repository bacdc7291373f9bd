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
    for (name, bytes, word) in refused() {
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
