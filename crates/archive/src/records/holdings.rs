//! Archives as something that is kept about people: who asked for them.

use base::{Fault, Moment};
use shell::{Erased, Ground, Held, Holding, How, NOBODY, Whom};
use store::{Conn, params, sql};

/// What is kept of archives about people.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "archives",
    label: "archive-holding",
    purpose: "archive-holding-purpose",
    ground: Ground::Interest,
    columns: &["archive.account_id", "archive.asked_by"],
    former: None,
    tell,
    erase,
}];

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    conn.all(
        sql!("SELECT asked_by, asked_at FROM archive WHERE account_id = $1 ORDER BY asked_at DESC"),
        params![whom.account],
        |row| {
            let name: String = row.take()?;
            Ok(Held::new("archive-holding", name).at(Some(row.take()?)))
        },
    )
}

fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let mut asked = 0;
    if let (Some(account), true) = (whom.account, whom.account_is_own) {
        asked = conn.exec(
            sql!("UPDATE archive SET account_id = NULL, asked_by = $2 WHERE account_id = $1"),
            params![account, NOBODY],
        )?;
    }
    Ok(vec![Erased::anonymised("archive-holding", asked)])
}
