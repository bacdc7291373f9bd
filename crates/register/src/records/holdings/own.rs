//! What people changed at their organisations and handed over, and what stands about them in
//! fields of the network's own, as something that is kept.

use base::{Fault, Moment};
use shell::{Erased, Held, How, NOBODY, Whom};
use store::{Conn, params, sql};

pub(super) fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut held = conn.all(
        sql!(
            "SELECT f.label, v.content FROM custom_value v JOIN custom_field f ON f.id = v.field_id
             WHERE v.person_id = $1 ORDER BY f.place, f.id"
        ),
        params![whom.person],
        |row| {
            let (label, content): (String, String) = (row.take()?, row.take()?);
            let words = format!("{label}: {content}");
            Ok(Held::new("register-fields-more", words))
        },
    )?;
    held.extend(conn.all(
        sql!(
            "SELECT o.name, c.became, c.changed_at FROM organisation_change c
             JOIN organisation o ON o.id = c.organisation_id
             WHERE c.network_id = $1 AND (c.account_id = $2 OR c.actor = $3)
             ORDER BY c.changed_at DESC, c.id"
        ),
        params![whom.network, whom.account, whom.name],
        |row| {
            let (name, became): (String, String) = (row.take()?, row.take()?);
            let words = format!("{name}: {}", became.replace(['\n', '\t'], " "));
            Ok(Held::new("register-own-changes", words).at(row.take()?))
        },
    )?);
    held.extend(conn.all(
        sql!(
            "SELECT last_day, made_at FROM handover
             WHERE network_id = $1 AND made_by = $2 ORDER BY made_at DESC, id"
        ),
        params![whom.network, whom.name],
        |row| {
            let last_day: String = row.take()?;
            Ok(Held::new("register-own-handovers", last_day).at(row.take()?))
        },
    )?);
    Ok(held)
}

/// The changes themselves are the organisation's and stay.
pub(super) fn erase(
    conn: &mut Conn<'_>,
    _: &mut Moment,
    whom: &Whom,
    _: How,
) -> Result<Vec<Erased>, Fault> {
    let values = conn.exec(
        sql!("DELETE FROM custom_value WHERE person_id = $1"),
        params![whom.person],
    )?;
    let changes = conn.exec(
        sql!(
            "UPDATE organisation_change SET account_id = NULL, actor = $4
             WHERE network_id = $1 AND (account_id = $2 OR actor = $3)"
        ),
        params![whom.network, whom.account, whom.name, NOBODY],
    )?;
    conn.exec(
        sql!(
            "UPDATE organisation_change SET settled_by = $3
             WHERE network_id = $1 AND settled_by = $2"
        ),
        params![whom.network, whom.name, NOBODY],
    )?;
    let handovers = conn.exec(
        sql!("UPDATE handover SET made_by = $3 WHERE network_id = $1 AND made_by = $2"),
        params![whom.network, whom.name, NOBODY],
    )?;
    Ok(vec![
        Erased::deleted("register-fields-more", values),
        Erased::anonymised("register-own-changes", changes),
        Erased::anonymised("register-own-handovers", handovers),
    ])
}
