//! One portable file of everything: taken while the program runs, read back into either
//! database.
//!
//! The file is gzip. Unpacked it is text: a first line that says what follows, then for each
//! table a line with its name and one JSON array a row, at last the checksum of the packed
//! bytes before it. It holds no keys; what else stays out, its taker says.

mod file;
mod head;
mod put_back;
mod rotation;
mod row;
mod take;

pub use file::{Checked, write_lines};
pub use head::{Head, Part};
pub use put_back::{PutBack, put_back, refuse_newer};
pub use rotation::{Keep, stamp, taken_at, to_remove};
pub use take::{Wish, broken_files, take};
