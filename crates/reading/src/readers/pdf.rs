//! PDF with text: the letters of each page with their places, put together as lines, paragraphs,
//! headings and rows. Nothing is drawn, no picture is decoded.

mod columns;
mod layout;
mod letters;

use std::sync::Arc;

use hayro_interpret::font::FontData;
use hayro_interpret::hayro_syntax::LoadPdfError;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use jiff::civil::Date;
use kurbo::{Affine, Rect};

use super::Fault;
use super::paper::worded;
use crate::page::{Page, tidy};
use layout::Sheet;
use letters::Letters;

/// The most pages that are read.
const MOST_PAGES: usize = 600;
/// The most letters of a document.
const MOST_LETTERS: usize = 3_000_000;
/// Stands for fonts that a document names without bringing them: its letters have no shape, and
/// how wide they are the document or the standard says.
const BLANK: &[u8] = include_bytes!("../../data/blank.ttf");

/// Reads a document.
pub(crate) fn read(bytes: &[u8]) -> Result<Page, Fault> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|fault| match fault {
        LoadPdfError::Decryption(_) => Fault::Locked,
        LoadPdfError::Invalid => Fault::Broken,
    })?;
    let cache = InterpreterCache::new();
    let mut room = MOST_LETTERS;
    let mut sheets = Vec::new();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let bounds = Rect::new(0.0, 0.0, width, height);
        let upright = Affine::new(page.initial_transform(true).as_coeffs());
        let mut context = Context::new(upright, bounds, &cache, pdf.xref(), settings());
        let mut letters = Letters::new(room);
        interpret_page(page, &mut context, &mut letters);
        room = room.saturating_sub(letters.runs.iter().map(|it| it.words.len()).sum());
        sheets.push(Sheet::of(letters.runs, height));
    }
    let about = pdf.metadata();
    let mut page = layout::page(sheets);
    page.published = about
        .modification_date
        .or(about.creation_date)
        .and_then(|it| day(it.year, it.month, it.day));
    let title = about.title.as_deref().map(words).map(|it| tidy(&it));
    let mut page = page.finish();
    page.title = page.title.take().or(title.filter(|it| is_title(it)));
    worded(page)
}

fn settings() -> InterpreterSettings {
    InterpreterSettings {
        font_resolver: Arc::new(|_| Some((blank(), 0))),
        cmap_resolver: Arc::new(|_| None),
        warning_sink: Arc::new(|_| {}),
        render_annotations: false,
    }
}

fn blank() -> FontData {
    Arc::new(BLANK)
}

fn day(year: u16, month: u8, day: u8) -> Option<Date> {
    let small = |it: u8| i8::try_from(it).ok();
    Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok()
}

/// Texts beside the page are UTF-16 with a mark, UTF-8 with a mark, or letters of one byte.
fn words(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0xef, 0xbb, 0xbf, ..] => {
            super::encoding::decode(bytes)
        }
        _ => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

/// Many programs write the name of the file instead.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    !title.is_empty()
        && !lower.starts_with("microsoft word")
        && !["doc", "docx", "odt", "indd", "pdf", "pub"]
            .iter()
            .any(|it| lower.ends_with(&format!(".{it}")))
}
