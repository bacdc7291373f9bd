//! What rooms put into an archive of everything that a network keeps.

/// What stands in a column of an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldAs {
    /// Words, and days as they are kept.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    Yes,
    /// An instant.
    When,
    /// An id, by which other tables name the row.
    Id,
    /// A file, which goes into the archive; its name stands in the column.
    File,
    /// The same of a file that lies in the table itself: the statement that reads its bytes, and
    /// the columns whose values it asks for. One file at a time is read.
    Bytes(&'static str, &'static [&'static str]),
}

/// One kind of record, as it goes out.
#[derive(Clone, Copy, Debug)]
pub struct Chapter {
    /// The table that it tells of; phrase keys are `archive-` and it, and the same with `-about`.
    pub table: &'static str,
    /// The name of its file.
    pub file: &'static str,
    /// Its columns in order; the phrase key of a heading is `archive-col-` and the word.
    pub columns: &'static [(&'static str, ToldAs)],
    /// The statement that reads them; `$1` is the network.
    pub read: &'static str,
}

/// A table that does not go out.
#[derive(Clone, Copy, Debug)]
pub struct NotTold {
    /// Its name.
    pub table: &'static str,
    /// Phrase key of the reason.
    pub why: &'static str,
}
