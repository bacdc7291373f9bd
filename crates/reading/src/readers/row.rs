//! A row of a table while it is read: cells of data, or parts of a page that a table holds
//! where they shall stand.

use crate::page::{Kind, tidy};

/// Cells longer than this are no data.
const LONG: usize = 400;

#[derive(Default)]
pub(crate) struct Row {
    cells: Vec<Vec<(Kind, String)>>,
    heads: usize,
}

impl Row {
    pub(crate) fn begin_cell(&mut self, is_head: bool) {
        self.cells.push(Vec::new());
        self.heads += usize::from(is_head);
    }

    pub(crate) fn has_cell(&self) -> bool {
        !self.cells.is_empty()
    }

    pub(crate) fn add(&mut self, kind: Kind, words: &str) {
        if let Some(cell) = self.cells.last_mut() {
            cell.push((kind, words.to_owned()));
        }
    }

    /// Whether every cell names a column.
    pub(crate) fn is_head(&self) -> bool {
        self.heads > 1 && self.heads == self.cells.len()
    }

    /// Whether the table is there for its looks: a single cell with words, headings, long texts.
    pub(crate) fn is_layout(&self) -> bool {
        let filled = self
            .cells
            .iter()
            .filter(|it| it.iter().any(|(_, words)| !words.trim().is_empty()))
            .count();
        let has_heading = |cell: &Vec<(Kind, String)>| {
            cell.len() > 2
                && cell
                    .iter()
                    .any(|(kind, _)| matches!(kind, Kind::Heading(_)))
        };
        let length = |cell: &Vec<(Kind, String)>| -> usize {
            cell.iter().map(|(_, words)| words.len()).sum()
        };
        filled <= 1
            || self.cells.iter().any(|it| has_heading(it) || it.len() > 8)
            || self.cells.iter().any(|it| length(it) > LONG)
    }

    pub(crate) fn cells(&self) -> Vec<String> {
        let cells = self.cells.iter().map(|cell| {
            let parts: Vec<String> = cell.iter().map(|(_, words)| tidy(words)).collect();
            parts.join("\n")
        });
        cells.collect()
    }

    pub(crate) fn into_segments(self) -> impl Iterator<Item = (Kind, String)> {
        self.cells.into_iter().flatten()
    }
}
