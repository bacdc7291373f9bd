//! Files that are no table, or too much of one: each with its reason.

use super::samples::{open_document, packed, sheet};
use crate::{Fault, MOST_BYTES, Wish, book, read};

fn fault(bytes: &[u8]) -> Fault {
    read(bytes, &Wish::default()).unwrap_err()
}

#[test]
fn what_is_no_table_is_named() {
    let mut locked = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    locked.extend([0; 600]);
    let old = locked.clone();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let mut cut = sheet();
    cut.truncate(cut.len() / 2);
    for (bytes, reason) in [
        (&b""[..], Fault::Empty),
        (b" \r\n\r\n", Fault::Empty),
        (b";;;\n;;;\n", Fault::Empty),
        (b"%PDF-1.7 ...", Fault::NoTable),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Fault::NoTable),
        (
            b"<html><body><table><tr><td>Name</td></tr></table>",
            Fault::WebPage,
        ),
        (b"\n<table border=0><tr><td>Name", Fault::WebPage),
        (&locked, Fault::Locked),
        (&old, Fault::OldExcel),
        (&cut, Fault::Broken),
        (&packed(&[("readme.txt", b"Hallo")]), Fault::NoTable),
        (&vec![b'a'; MOST_BYTES + 1], Fault::TooLarge),
    ] {
        assert_eq!(fault(bytes), reason);
    }
}

#[test]
fn archives_that_explode_are_refused() {
    let nothing = vec![b' '; 400_000];
    let bomb = packed(&[("xl/workbook.xml", &nothing), ("xl/styles.xml", &nothing)]);
    assert!(bomb.len() < 10_000);
    let refusal = |bytes: &[u8]| book::refuse_bomb(&mut book::open(bytes).unwrap(), 500_000);
    assert_eq!(refusal(&bomb), Err(Fault::Explodes));

    // The list of parts says that each is small; what comes out says otherwise.
    let lying = saying(&bomb, 400_000, 16);
    assert!(matches!(
        refusal(&lying),
        Err(Fault::Explodes | Fault::Broken)
    ));
    let boasting = saying(&bomb, 400_000, 90_000_000);
    assert_eq!(fault(&boasting), Fault::Explodes);
}

/// The archive with another size in its list of parts.
fn saying(archive: &[u8], size: u32, other: u32) -> Vec<u8> {
    let mut archive = archive.to_vec();
    let places: Vec<usize> = (0..archive.len() - 4)
        .filter(|place| archive[*place..*place + 4] == size.to_le_bytes())
        .collect();
    assert!(places.len() >= 2, "the sizes are found");
    for place in places {
        archive[place..place + 4].copy_from_slice(&other.to_le_bytes());
    }
    archive
}

#[test]
fn cells_that_repeat_without_end_are_refused() {
    let cell = |attributes: &str| {
        format!(
            "<table:table-row {attributes}><table:table-cell \
             table:number-columns-repeated=\"3\"><text:p>x</text:p></table:table-cell>\
             </table:table-row>"
        )
    };
    let many_rows = cell("table:number-rows-repeated=\"1000000000\"");
    assert_eq!(fault(&open_document(&many_rows)), Fault::TooManyRows);
    let many_columns = cell("").replace("\"3\"", "\"1000000000\"");
    assert_eq!(fault(&open_document(&many_columns)), Fault::TooManyColumns);
    let endless = cell("").replace("\"3\"", "\"99999999999999999999999\"");
    assert!(read(&open_document(&endless), &Wish::default()).is_ok_and(|it| it.rows.len() == 1));
}

#[test]
fn what_is_empty_and_without_end_is_refused() {
    let sheets = "<table:table/>".repeat(crate::MOST_SHEETS + 1);
    let content = format!("<office:document-content>{sheets}</office:document-content>");
    let many_sheets = packed(&[("content.xml", content.as_bytes())]);
    assert_eq!(fault(&many_sheets), Fault::Explodes);

    let relations = b"<Relationships/>";
    let texts = format!("<sst>{}</sst>", "<si/>".repeat(crate::MOST_SHARED + 1));
    let many_texts = packed(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/sharedStrings.xml", texts.as_bytes()),
    ]);
    assert!(many_texts.len() < 50_000, "{}", many_texts.len());
    assert_eq!(fault(&many_texts), Fault::Explodes);
}
