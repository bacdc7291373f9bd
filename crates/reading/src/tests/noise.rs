//! Bytes that something has gnawed at: no reader falls over, whatever comes.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::calendars::{FREE, OFFICE, WEB};
use super::samples::{DOCX_BODY, ODT_BODY, RTF, bundled, docx, odt, packed, pdf, written};
use crate::page::MOST_TEXT;
use crate::{documents, read};

/// How many files are tried of each kind; `KREIS_GNAWED` says another number for a long run.
const TRIES: u64 = 300;

const HTML: &str = "<!doctype html><html><head><title>Termine</title><script type=\"application/ld+json\">\
    {\"@type\":\"Event\",\"name\":\"Fachtag\",\"startDate\":\"2027-06-03T09:30\"}</script></head><body><main>\
    <h1>Fachtag &amp; Fest</h1><table><tr><th>Wann</th><th>Was</th></tr><tr><td>3./4. Juni 2027, 9.30\u{2013}16 Uhr\
    </td><td>Stadthalle Gera</td></tr></table><p>Fragen: <a href=\"mailto:a@b.example\">B\u{fc}ro</a></p></main></body></html>";
const LINES: &str = "---\ntitle: Treff\n---\n# Treff\n\n* jeden ersten Dienstag im Monat, 19 Uhr\n\n| Wann | Was |\n\
    |---|---|\n| 7. Mai 2027 | Vortrag |\n\nVom 3. bis 5. Mai [mehr](https://x.example) ![Bild](b.png)\n";
const TABLE: &str = "Datum;Beginn;Thema;Ort\n07.05.2026;19:00;\"Gute; Briefe\";07545 Gera\n4. Juni 2026;9.30 Uhr;Fachtag;\n";
const MAIL: &str = "From: a@b.example\r\nSubject: Treff\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; \
    boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n\
    PHA+QW0gMy4gSnVuaSAyMDI3PC9wPg==\r\n--x--\r\n";

fn tries() -> u64 {
    let wished = std::env::var("KREIS_GNAWED").ok();
    wished.and_then(|it| it.parse().ok()).unwrap_or(TRIES)
}

/// The same throws every time (xorshift, Marsaglia 2003).
struct Throws(u64);

impl Throws {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn gnaw(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(6) {
            let place = self.below(bytes.len());
            let byte = [
                0, 0xff, b'"', b';', b'\n', b'<', b'9', b'-', b'(', b'/', 0x80, 0xe2,
            ][self.below(12)];
            match self.below(6) {
                0 => bytes.insert(place, byte),
                1 if !bytes.is_empty() => drop(bytes.remove(place)),
                2 if !bytes.is_empty() => bytes[place] ^= 1 << self.below(8),
                3 if self.below(4) == 0 => bytes.truncate(place + 1),
                4 if !bytes.is_empty() => bytes[place] = byte,
                _ => {
                    let end = (place + self.below(60)).min(bytes.len());
                    let part = bytes[place..end].to_vec();
                    let to = self.below(bytes.len());
                    bytes.splice(to..to, part);
                }
            }
        }
    }
}

fn look(name: &str, bytes: &[u8]) {
    // Not through `documents`, which would catch what falls over.
    let Ok(drafts) = read(name, bytes) else {
        return;
    };
    assert!(drafts.text.len() <= MOST_TEXT);
    for gathering in &drafts.gatherings {
        for passage in &gathering.evidence {
            assert!(drafts.text.get(passage.start..passage.end).is_some());
        }
    }
}

fn gnawed(name: &str, original: &[u8], seed: u64) {
    look(name, original);
    let mut throws = Throws(seed);
    for _ in 0..tries() {
        let mut bytes = original.to_vec();
        throws.gnaw(&mut bytes);
        look(name, &bytes);
    }
}

/// Gnaws at what is inside of an archive and packs it again, so that the reader gets to it.
fn gnawed_inside(name: &str, original: &[u8], seed: u64) {
    let mut archive = ZipArchive::new(Cursor::new(original)).unwrap();
    let parts: Vec<(String, Vec<u8>)> = (0..archive.len())
        .map(|place| {
            let mut part = archive.by_index(place).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect();
    let mut throws = Throws(seed);
    for _ in 0..tries() {
        let mut parts = parts.clone();
        let place = throws.below(parts.len());
        throws.gnaw(&mut parts[place].1);
        let parts: Vec<(&str, &[u8])> = parts
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        look(name, &bundled(&parts));
    }
}

#[test]
fn gnawed_pages_and_lines() {
    gnawed("a.html", HTML.as_bytes(), 1);
    gnawed("a.md", LINES.as_bytes(), 2);
    let (old, ..) = encoding_rs::WINDOWS_1252.encode(HTML);
    gnawed("a.html", &old, 3);
}

#[test]
fn gnawed_calendars() {
    for (seed, text) in [(4, WEB), (5, OFFICE), (6, FREE)] {
        let text = text.replace("FREQ=DAILY", "FREQ=DAILY;COUNT=9");
        gnawed("a.ics", text.as_bytes(), seed);
    }
}

#[test]
fn gnawed_tables_and_mails() {
    gnawed("a.csv", TABLE.as_bytes(), 7);
    gnawed("a.eml", MAIL.as_bytes(), 8);
}

#[test]
fn gnawed_documents() {
    gnawed("a.docx", &docx(DOCX_BODY), 9);
    gnawed_inside("a.docx", &docx(DOCX_BODY), 10);
    gnawed("a.rtf", RTF.as_bytes(), 15);
    gnawed("a.odt", &odt(ODT_BODY), 11);
    gnawed_inside("a.odt", &odt(ODT_BODY), 12);
}

#[test]
fn gnawed_pdfs() {
    let sheet = written(&[
        (72, 100, 20, "Fachtag"),
        (72, 140, 11, "Am 3. Juni 2027 um 9.30 Uhr"),
    ]);
    gnawed("a.pdf", &pdf(&[&sheet, &sheet]), 13);
}

#[test]
fn gnawed_archives() {
    let file = packed(&[
        ("a.html", HTML.as_bytes()),
        ("b.zip", &packed(&[("c.md", LINES.as_bytes())])),
    ]);
    let mut throws = Throws(14);
    for _ in 0..tries() {
        let mut bytes = file.clone();
        throws.gnaw(&mut bytes);
        let _ = documents("a.zip", &bytes);
    }
}
