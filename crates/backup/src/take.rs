//! Taking a backup, beside whoever works meanwhile.

use std::path::Path;

use base::{Fault, Halt};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use store::{Address, Conn, Dialect, LeftOut, Value, snapshot};

use crate::file::Writer;
use crate::head::{Head, Part};
use crate::row;

/// What the taker says of a backup.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The version of the program.
    pub program: String,
    /// The hour.
    pub now: Timestamp,
    /// What stays out.
    pub left_out: &'static [LeftOut],
}

/// Takes a backup of everything as it is at one moment.
///
/// # Errors
/// Refused where there is a file already or nothing to take; a fault where it cannot be
/// written whole, and then there is no file.
pub async fn take(address: &Address, place: &Path, wish: Wish) -> Result<Head, Halt> {
    if let Address::Sqlite(file) = address
        && !file.exists()
    {
        return Err(Halt::no("backup-nothing"));
    }
    let place = place.to_owned();
    snapshot(address, move |conn| {
        let mut head = Head::new(&wish.program, wish.now, name_of(conn.dialect()));
        head.steps = conn.steps_taken()?;
        if head.steps.is_empty() {
            return Err(Halt::no("backup-nothing"));
        }
        let tables = conn.tables()?;
        for table in &tables {
            let rows = conn.count_rows(table, wish.left_out)?;
            head.tables.push(Part::of(table, rows));
        }
        let mut writer = Writer::create(&place)?;
        writer.line(&head.line()?)?;
        for (table, part) in tables.iter().zip(&head.tables) {
            writer.line(&format!("\"{}\"", table.name))?;
            let mut written = 0;
            conn.each_row(table, wish.left_out, |values| {
                written += 1;
                writer.line(&row::written(values)?)
            })?;
            if written != part.rows {
                return Err(Fault::new(format!("read all rows of {}", table.name)).into());
            }
        }
        writer.finish()?;
        Ok(head)
    })
    .await
}

const fn name_of(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => "sqlite",
        Dialect::Postgres => "postgresql",
    }
}

/// How many kept files no longer have the bytes that their name is made of.
///
/// # Errors
/// When the database does not answer.
pub fn broken_files(conn: &mut Conn<'_>) -> Result<u64, Fault> {
    let Some(blobs) = conn.tables()?.into_iter().find(|it| it.name == "blob") else {
        return Ok(0);
    };
    let place = |name: &str| blobs.columns.iter().position(|it| it.name == name);
    let (hash, bytes) = (place("hash"), place("bytes"));
    let mut broken = 0;
    conn.each_row(&blobs, &[], |values| {
        let at = |place: Option<usize>| place.and_then(|place| values.get(place));
        let (Some(Value::Bytes(hash)), Some(Value::Bytes(bytes))) = (at(hash), at(bytes)) else {
            return Err(Fault::new("read a kept file"));
        };
        if Sha256::digest(bytes).as_slice() != hash.as_slice() {
            broken += 1;
        }
        Ok(())
    })?;
    Ok(broken)
}
