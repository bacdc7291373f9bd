//! Postal addresses as something that is kept about people.

use base::{Fault, Moment};
use shell::{Erased, Ground, Held, Holding, How, Whom};
use store::{Conn, params, sql};

/// What is kept of people's postal addresses.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "postal-addresses",
    label: "letters-holding",
    purpose: "letters-holding-purpose",
    ground: Ground::Membership,
    columns: &["person_address.person_id"],
    former: None,
    tell,
    erase,
}];

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let found = super::address_of(conn, whom.person)?;
    Ok(found
        .into_iter()
        .map(|it| {
            let mut lines = vec![it.household];
            lines.extend(it.address.lines());
            lines.retain(|line| !line.is_empty());
            Held::new("letters-holding", lines.join(", "))
        })
        .collect())
}

fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let gone = conn.exec(
        sql!("DELETE FROM person_address WHERE person_id = $1"),
        params![whom.person],
    )?;
    Ok(vec![Erased::deleted("letters-holding", gone)])
}
