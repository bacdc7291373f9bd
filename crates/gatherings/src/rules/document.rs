//! Documents: files with title, versions and audience, told by their bytes and never unpacked.

use base::access::Audience;
use base::{DocumentId, GatheringId};
use jiff::Timestamp;
use store::BlobHash;

/// A document with its newest version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// The gathering.
    pub gathering: GatheringId,
    /// Its title.
    pub title: String,
    /// Whom it is for.
    pub audience: Audience,
    /// The file's name.
    pub file_name: String,
    /// Its media type, told from its bytes.
    pub content_type: String,
    /// Its size in bytes.
    pub size: i64,
    /// Where its bytes are.
    pub hash: BlobHash,
    /// The number of the newest version, from 1.
    pub version: i64,
    /// When that version came.
    pub added_at: Timestamp,
}

/// One version of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentVersion {
    /// Its number, from 1.
    pub number: i64,
    /// The file's name.
    pub file_name: String,
    /// Its media type.
    pub content_type: String,
    /// Its size in bytes.
    pub size: i64,
    /// Where its bytes are.
    pub hash: BlobHash,
    /// When it came.
    pub added_at: Timestamp,
    /// Who brought it.
    pub added_by: String,
}

/// What a file is, told from its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The media type it is served with.
    pub content_type: &'static str,
    /// The ending that its name gets.
    pub ending: &'static str,
    /// How pages name it.
    pub label: &'static str,
}

const fn kind(content_type: &'static str, ending: &'static str, label: &'static str) -> Kind {
    Kind {
        content_type,
        ending,
        label,
    }
}

/// Kinds that their first bytes tell.
const BY_START: [(&[u8], Kind); 4] = [
    (b"%PDF-", kind("application/pdf", "pdf", "PDF")),
    (b"\x89PNG\r\n\x1a\n", kind("image/png", "png", "PNG")),
    (b"\xff\xd8\xff", kind("image/jpeg", "jpg", "JPEG")),
    (b"GIF8", kind("image/gif", "gif", "GIF")),
];

/// Office files say in their first entry, uncompressed, what they are (ODF 1.3, part 2, 3.3).
const OPEN_DOCUMENT: [(&[u8], Kind); 3] = [
    (
        b"application/vnd.oasis.opendocument.text",
        kind("application/vnd.oasis.opendocument.text", "odt", "ODT"),
    ),
    (
        b"application/vnd.oasis.opendocument.spreadsheet",
        kind(
            "application/vnd.oasis.opendocument.spreadsheet",
            "ods",
            "ODS",
        ),
    ),
    (
        b"application/vnd.oasis.opendocument.presentation",
        kind(
            "application/vnd.oasis.opendocument.presentation",
            "odp",
            "ODP",
        ),
    ),
];

/// Names of parts stand in the archive in plain bytes, so nothing has to be unpacked.
const OFFICE_OPEN: [(&[u8], Kind); 3] = [
    (
        b"word/document.xml",
        kind(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "docx",
            "DOCX",
        ),
    ),
    (
        b"xl/workbook.xml",
        kind(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
            "XLSX",
        ),
    ),
    (
        b"ppt/presentation.xml",
        kind(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "pptx",
            "PPTX",
        ),
    ),
];

/// What a file is; nothing where it is of no kind that is taken.
///
/// Programs, web pages, drawings with scripts, files with macros and plain archives are of
/// no such kind, whatever their names say.
pub fn kind_of(bytes: &[u8]) -> Option<Kind> {
    if let Some((_, kind)) = BY_START.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(*kind);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(kind("image/webp", "webp", "WebP"));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return office_file(bytes);
    }
    plain_text(bytes)
}

fn office_file(bytes: &[u8]) -> Option<Kind> {
    if holds(bytes, b"vbaProject.bin") || holds(bytes, b"Basic/script-lc.xml") {
        return None;
    }
    let first_entry = bytes.get(30..).unwrap_or_default();
    if first_entry.starts_with(b"mimetype") {
        return OPEN_DOCUMENT
            .iter()
            .find(|(name, _)| first_entry.get(8..).is_some_and(|it| it.starts_with(name)))
            .map(|(_, kind)| *kind);
    }
    if !holds(bytes, b"[Content_Types].xml") {
        return None;
    }
    OFFICE_OPEN
        .iter()
        .find(|(part, _)| holds(bytes, part))
        .map(|(_, kind)| *kind)
}

fn plain_text(bytes: &[u8]) -> Option<Kind> {
    let text = std::str::from_utf8(bytes).ok()?;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let is_plain = !start.starts_with(['<', '{'])
        && !start.starts_with("#!")
        && !start.starts_with("%!")
        && text
            .chars()
            .all(|it| !it.is_control() || matches!(it, '\n' | '\r' | '\t'));
    is_plain.then_some(kind("text/plain; charset=utf-8", "txt", "Text"))
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// A file name that is only a name, with the ending of what the file is.
///
/// ```
/// let pdf = gatherings::kind_of(b"%PDF-1.7").ok_or("no kind")?;
/// assert_eq!(gatherings::safe_file_name("C:\\Akten\\Einladung.exe", pdf), "Einladung.pdf");
/// # Ok::<(), &str>(())
/// ```
pub fn safe_file_name(typed: &str, kind: Kind) -> String {
    let name = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem: String = stem
        .chars()
        .filter(|it| it.is_alphanumeric() || matches!(it, ' ' | '-' | '_' | '.' | '(' | ')'))
        .take(100)
        .collect();
    let stem = stem.trim_matches([' ', '.']);
    let stem = if stem.is_empty() { "Dokument" } else { stem };
    let ending = match kind.ending {
        "txt" if name.to_lowercase().ends_with(".csv") => "csv",
        ending => ending,
    };
    format!("{stem}.{ending}")
}
