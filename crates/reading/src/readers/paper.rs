//! What documents of office programs have in common: paragraphs, some of them in the cells of
//! tables, some inside of others.

use super::Fault;
use super::archive::{Archive, Room};
use super::row::Row;
use crate::page::{Kind, Page, Zone, tidy};

/// How deep paragraphs may stand in others, as in text boxes.
const DEEPEST: usize = 40;
/// The longest paragraph, in bytes.
const LONGEST: usize = 400_000;

/// A paragraph that is being read.
#[derive(Default)]
struct Paragraph {
    words: String,
    kind: Option<Kind>,
    /// The mail address of a link that is open, and where its words begin.
    mail: Option<(String, usize)>,
}

/// A document that is being read.
#[derive(Default)]
pub(crate) struct Paper {
    pub(crate) page: Page,
    open: Vec<Paragraph>,
    row: Option<Row>,
    /// How many tables are open.
    tables: usize,
    /// How many elements are open whose words count for nothing.
    pub(crate) skipped: usize,
}

impl Paper {
    pub(crate) fn begin(&mut self, kind: Option<Kind>) {
        if self.open.len() < DEEPEST {
            self.open.push(Paragraph {
                kind,
                ..Paragraph::default()
            });
        }
    }

    /// Says what the open paragraph is.
    pub(crate) fn is(&mut self, kind: Kind) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.kind = Some(kind);
        }
    }

    pub(crate) fn is_heading(&self) -> bool {
        let kind = self.open.last().and_then(|it| it.kind.as_ref());
        matches!(kind, Some(Kind::Heading(_)))
    }

    /// The words of the open paragraph.
    pub(crate) fn words(&self) -> &str {
        self.open.last().map_or("", |it| it.words.as_str())
    }

    pub(crate) fn write(&mut self, words: &str) {
        if let (Some(paragraph), 0) = (self.open.last_mut(), self.skipped)
            && paragraph.words.len() < LONGEST
        {
            paragraph.words.push_str(words);
        }
    }

    pub(crate) fn begin_link(&mut self, address: &str) {
        if let (Some(mail), Some(paragraph)) =
            (address.strip_prefix("mailto:"), self.open.last_mut())
        {
            let mail = mail.split('?').next().unwrap_or("").to_owned();
            paragraph.mail = Some((mail, paragraph.words.len()));
        }
    }

    pub(crate) fn end_link(&mut self) {
        if let Some(paragraph) = self.open.last_mut()
            && let Some((mail, begin)) = paragraph.mail.take()
            && !paragraph.words.get(begin..).unwrap_or("").contains('@')
            && mail.contains('@')
        {
            paragraph.words.extend([" (", mail.as_str(), ")"]);
        }
    }

    pub(crate) fn end(&mut self) {
        let Some(paragraph) = self.open.pop() else {
            return;
        };
        if paragraph.words.trim().is_empty() {
            return;
        }
        let kind = paragraph.kind.unwrap_or(Kind::Text);
        match &mut self.row {
            Some(row) if row.has_cell() => row.add(kind, &paragraph.words),
            _ => self.push(kind, &paragraph.words),
        }
    }

    fn push(&mut self, kind: Kind, words: &str) {
        let is_heading = matches!(kind, Kind::Heading(_));
        if is_heading && self.page.title.is_none() {
            self.page.title = Some(tidy(words).replace('\n', " "));
        }
        self.page.push(kind, Zone::Main, words);
    }

    pub(crate) fn begin_table(&mut self) {
        self.tables += 1;
    }

    pub(crate) fn end_table(&mut self) {
        self.end_row();
        self.tables = self.tables.saturating_sub(1);
    }

    /// Tables in cells are part of the cell.
    pub(crate) fn begin_row(&mut self) {
        if self.tables == 1 {
            self.row = Some(Row::default());
        }
    }

    pub(crate) fn begin_cell(&mut self, is_head: bool) {
        if let (Some(row), 1) = (&mut self.row, self.tables) {
            row.begin_cell(is_head);
        }
    }

    pub(crate) fn end_row(&mut self) {
        if self.tables != 1 {
            return;
        }
        let Some(row) = self.row.take() else { return };
        if row.is_layout() {
            for (kind, words) in row.into_segments() {
                self.push(kind, &words);
            }
        } else {
            let is_head = row.is_head();
            self.page.push_row(Zone::Main, &row.cells(), is_head);
        }
    }

    /// The page, once all is read; what the document calls itself counts where it has no heading.
    pub(crate) fn finish(mut self, title: Option<String>) -> Page {
        while !self.open.is_empty() {
            self.end();
        }
        self.tables = self.tables.min(1);
        self.end_row();
        let mut page = self.page.finish();
        page.title = page
            .title
            .take()
            .or(title.filter(|it| !it.trim().is_empty()));
        page
    }
}

/// A part of a packed document as text; none where it has no such part.
pub(crate) fn part(
    archive: &mut Archive<'_>,
    room: &mut Room,
    name: &str,
) -> Result<Option<String>, Fault> {
    let Some(at) = archive.index_for_name(name) else {
        return Ok(None);
    };
    let bytes = room.unpack(archive, at)?;
    Ok(Some(super::encoding::decode(&bytes)))
}

/// A page of a document is only one if it has words.
pub(crate) fn worded(page: Page) -> Result<Page, Fault> {
    if page.blocks.is_empty() {
        return Err(Fault::NoText);
    }
    Ok(page)
}
