//! What the pages of gatherings show.

pub(crate) mod agenda;
pub(crate) mod attendance;
pub(crate) mod documents;
pub(crate) mod entry;
pub(crate) mod form;
pub(crate) mod list;
pub(crate) mod panels;
pub(crate) mod participants;
pub(crate) mod personal;
pub(crate) mod series;
pub(crate) mod show;
pub(crate) mod tabs;

use shell::Visit;

/// The number of a day as its circle shows it.
pub(crate) fn day_number(visit: &Visit, day: jiff::civil::Date) -> String {
    match visit.lang {
        base::Lang::De => format!("{}.", day.day()),
        base::Lang::En => day.day().to_string(),
    }
}

/// The focus, unless it only says the title again.
pub(crate) fn focus(title: &str, focus: &str) -> String {
    if title == focus {
        String::new()
    } else {
        focus.to_owned()
    }
}

/// What a file is and how much, in words.
pub fn file_words(visit: &Visit, content_type: &str, bytes: i64) -> String {
    visit.tell(
        "gatherings-file",
        &[
            ("kind", kind_label(content_type).into()),
            ("size", size(visit, bytes).into()),
        ],
    )
}

/// A size in bytes as people read it.
fn size(visit: &Visit, bytes: i64) -> String {
    let (key, number) = if bytes >= 1_000_000 {
        ("gatherings-size-mb", bytes / 1_000_000)
    } else {
        ("gatherings-size-kb", (bytes / 1000).max(1))
    };
    visit.tell(key, &[("size", number.into())])
}

/// What a media type is called.
fn kind_label(content_type: &str) -> &'static str {
    match content_type {
        "application/pdf" => "PDF",
        "image/png" => "PNG",
        "image/jpeg" => "JPEG",
        "image/gif" => "GIF",
        "image/webp" => "WebP",
        "application/vnd.oasis.opendocument.text" => "ODT",
        "application/vnd.oasis.opendocument.spreadsheet" => "ODS",
        "application/vnd.oasis.opendocument.presentation" => "ODP",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "DOCX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "XLSX",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "PPTX",
        _ => "Text",
    }
}
