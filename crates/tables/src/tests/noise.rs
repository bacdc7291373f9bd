//! Bytes that something has gnawed at: no reader panics, none goes beyond its limits.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::samples::{CARDS, ODS_ROWS, bundled, open_document, sheet};
use crate::{LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Wish, read};

/// How many files are tried of each kind.
const TRIES: u64 = 4_000;

const TEXT: &str = "Mitglieder\r\nName;PLZ;\"Ort\"\r\n\"Träger; \"\"Nord\"\"\";99423;Weimar\r\n\
                    '=1;=\"01067\";\"zwei\nZeilen\"\r\n";

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
            let byte = [0, 0xff, b'"', b';', b'\n', b'<', b'9', 0x80][self.below(8)];
            match self.below(5) {
                0 => bytes.insert(place, byte),
                1 if !bytes.is_empty() => drop(bytes.remove(place)),
                2 if !bytes.is_empty() => bytes[place] ^= 1 << self.below(8),
                3 => bytes.truncate(place + 1),
                _ => {
                    let end = (place + self.below(60)).min(bytes.len());
                    let part = bytes[place..end].to_vec();
                    bytes.extend(part);
                }
            }
        }
    }
}

fn look(bytes: &[u8]) {
    let Ok(table) = read(bytes, &Wish::default()) else {
        return;
    };
    assert!(!table.rows.is_empty() && table.rows.len() <= MOST_ROWS);
    assert!(table.columns.len() <= MOST_COLUMNS);
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len());
        assert!(
            row.cells
                .iter()
                .all(|it| it.chars().count() <= LONGEST_CELL)
        );
    }
}

fn gnawed(original: &[u8], seed: u64) {
    let mut throws = Throws(seed);
    for _ in 0..TRIES {
        let mut bytes = original.to_vec();
        throws.gnaw(&mut bytes);
        look(&bytes);
    }
}

/// Gnaws at what is inside of an archive and packs it again, so that the reader gets to it.
fn gnawed_inside(original: &[u8], seed: u64, tries: u64) {
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
    for _ in 0..tries {
        let mut parts = parts.clone();
        let place = throws.below(parts.len());
        throws.gnaw(&mut parts[place].1);
        let parts: Vec<(&str, &[u8])> = parts
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        look(&bundled(&parts));
    }
}

#[test]
fn gnawed_text_is_refused_or_read() {
    gnawed(TEXT.as_bytes(), 1);
    let wide: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    gnawed(&wide, 2);
}

#[test]
fn gnawed_cards_are_refused_or_read() {
    gnawed(CARDS.as_bytes(), 3);
}

#[test]
fn gnawed_archives_are_refused_or_read() {
    gnawed(&sheet(), 4);
    gnawed(&open_document(ODS_ROWS), 5);
}

#[test]
fn gnawed_sheets_are_refused_or_read() {
    gnawed_inside(&sheet(), 6, 500);
}

#[test]
fn gnawed_open_documents_are_refused_or_read() {
    gnawed_inside(&open_document(ODS_ROWS), 7, 1_000);
}
