//! Files that the tests make for themselves.

use std::io::{Cursor, Write};

use jiff::civil::date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::{Cell, to_xlsx};

/// A small sheet with words, a number and a day.
pub(super) fn sheet() -> Vec<u8> {
    let columns = ["Name", "PLZ", "Beitritt"].map(str::to_owned);
    let rows = [
        vec![
            Cell::text("Träger für Bäume"),
            Cell::Number(99423.0),
            Cell::Day(date(2017, 12, 7)),
        ],
        vec![Cell::text("=2+2"), Cell::Number(0.5), Cell::Empty],
    ];
    to_xlsx("Mitglieder", &columns, &rows, date(2017, 11, 20)).unwrap()
}

/// The same table in `OpenDocument`, with this inside its sheet.
pub(super) fn open_document(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" \
         xmlns:text=\"x\"><office:body><office:spreadsheet>\
         <table:table table:name=\"Leer\"/><table:table table:name=\"Mitglieder\">{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[("content.xml", content.as_bytes())])
}

pub(super) const ODS_ROWS: &str = "<table:table-row table:number-rows-repeated=\"2\">\
    <table:table-cell table:number-columns-repeated=\"1000\"/></table:table-row>\
    <table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell>\
    <table:table-cell><text:p>PLZ</text:p></table:table-cell></table:table-row>\
    <table:table-row><table:table-cell office:value-type=\"string\"><text:p>A &amp; B&#228;</text:p>\
    <text:p>Haus<text:line-break/>2</text:p></table:table-cell>\
    <table:table-cell office:value-type=\"float\" office:value=\"1067\"><text:p>01067</text:p>\
    </table:table-cell><table:table-cell office:value-type=\"date\" \
    office:date-value=\"2017-12-07T00:00:00\"/></table:table-row>";

pub(super) const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Leitung;Haus;;;\r\n\
    FN:Haus Leitung\r\nORG:Lebensräume e.V.;Beratung\r\nTITLE:Leitung\r\n\
    EMAIL;TYPE=INTERNET:leitung@lebensraeume.example\r\nTEL;TYPE=WORK:+49 3643 1\r\n\
    ADR;TYPE=WORK:;;Marktstraße 1;Weimar;;99423;Deutschland\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zweite Person\r\nTEL;VALUE=uri:tel:+49-3643-2\r\nEND:VCARD\r\n";

/// An archive of these parts.
pub(super) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    archive(parts, CompressionMethod::Deflated)
}

/// An archive of these parts as they are.
pub(super) fn bundled(parts: &[(&str, &[u8])]) -> Vec<u8> {
    archive(parts, CompressionMethod::Stored)
}

fn archive(parts: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in parts {
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
