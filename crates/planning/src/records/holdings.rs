//! Proposed topics as something that is kept about people.

use base::{Fault, Moment};
use shell::{Erased, Ground, Held, Holding, How, Whom};
use store::{Conn, params, sql};

/// What planning keeps about people.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "planning-topics",
    label: "planning-holding",
    purpose: "planning-holding-purpose",
    ground: Ground::Membership,
    columns: &["topic.person_id"],
    former: None,
    tell,
    erase,
}];

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    conn.all(
        sql!("SELECT title, created_at FROM topic WHERE person_id = $1 ORDER BY created_at DESC"),
        params![whom.person],
        |row| Ok(Held::new("planning-holding-topic", row.take::<String>()?).at(row.take()?)),
    )
}

/// The subject is the network's; who proposed it is forgotten.
fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let topics = conn.exec(
        sql!("UPDATE topic SET person_id = NULL WHERE person_id = $1"),
        params![whom.person],
    )?;
    Ok(vec![Erased::anonymised("planning-holding-topic", topics)])
}
