//! The restore drill: a backup is read back into a database of its own and looked at.

use std::path::Path;

use backup::{Checked, Head};
use base::{Fault, Halt};
use shell::Room;
use store::{Address, Conn, snapshot};

use super::{Letters, put_back};
use crate::words::Words;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    key: &'static str,
    wrong: u64,
    seen: u64,
}

impl Finding {
    pub(crate) const fn is_good(&self) -> bool {
        self.wrong == 0
    }

    pub(crate) fn say(&self, words: &Words) -> String {
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX).into();
        let sentence = words.tell(self.key, &[("seen", number(self.seen))]);
        if self.is_good() {
            words.tell("check-good", &[("sentence", sentence.into())])
        } else {
            let args = [("sentence", sentence.into()), ("wrong", number(self.wrong))];
            words.tell("check-bad", &args)
        }
    }
}

/// Reads the backup back into an empty database and looks at everything.
pub(crate) async fn run(
    file: &Path,
    target: &Address,
    rooms: &[Room],
) -> Result<(Head, Vec<Finding>), Halt> {
    let checked = Checked::open(file)?;
    let head = put_back(target, checked, rooms, (false, Letters::GoOn)).await?;
    let expected = head.clone();
    let findings = snapshot(target, move |conn| looked_at(conn, &expected)).await?;
    Ok((head, findings))
}

fn looked_at(conn: &mut Conn<'_>, head: &Head) -> Result<Vec<Finding>, Fault> {
    let tables = conn.tables()?;
    let (mut wrong, mut files) = (0, 0);
    for part in &head.tables {
        let rows = match tables.iter().find(|table| table.name == part.name) {
            Some(table) => Some(conn.count_rows(table, &[])?),
            None if store::MADE_INTO_OTHERS.contains(&part.name.as_str()) => Some(part.rows),
            None => None,
        };
        wrong += u64::from(rows != Some(part.rows));
        if part.name == "blob" {
            files = part.rows;
        }
    }
    let finding = |key, wrong, seen| Finding { key, wrong, seen };
    let torn = conn.check_references(&[]).is_err();
    Ok(vec![
        finding("check-rows", wrong, head.rows()),
        finding("check-references", u64::from(torn), 0),
        finding("check-files", backup::broken_files(conn)?, files),
        finding("check-database", u64::from(!conn.is_sound()?), 0),
    ])
}
