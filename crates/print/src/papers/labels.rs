//! Address labels on sheets of labels.

use serde::Serialize;

use super::Letterhead;

/// Labels, one behind the other over as many sheets as they need.
#[derive(Clone, Debug, Serialize)]
pub struct LabelsPaper {
    /// The network; its letterhead is not printed on labels.
    pub letterhead: Letterhead,
    /// The document's title.
    pub title: String,
    /// The sheet.
    pub sheet: LabelSheet,
    /// How many labels of the first sheet are used already.
    pub skipped: u16,
    /// The lines of each label.
    pub labels: Vec<Vec<String>>,
}

/// Where labels are on a sheet of A4; lengths in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LabelSheet {
    /// Beside each other.
    pub columns: u16,
    /// Below each other.
    pub rows: u16,
    /// The width of a label.
    pub width: f64,
    /// The height of a label.
    pub height: f64,
    /// From the sheet's upper edge to the first row.
    pub top: f64,
    /// From the sheet's left edge to the first column.
    pub left: f64,
    /// Between two columns.
    pub gap: f64,
}
