//! What people changed at their organisations and handed over, and what stands about them in
//! fields of the network's own, as something that is kept.

use base::{Fault, Moment};
use jiff::civil::Date;
use shell::{Erased, Held, How, Whom, Words};
use store::{Conn, Row, params, sql};

/// The parts of an organisation whose text is not words but ids, keys or a file's mark.
const NOT_WORDS: [&str; 4] = [
    "register-works",
    "register-regions",
    "register-logo",
    "register-can-host",
];

pub(super) fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut held = conn.all(
        sql!(
            "SELECT f.label, f.value_kind, v.content FROM custom_value v
             JOIN custom_field f ON f.id = v.field_id
             WHERE v.person_id = $1 ORDER BY f.place, f.id"
        ),
        params![whom.person],
        |row| {
            let label: String = row.take()?;
            let words = value(&row.take::<String>()?, row.take()?);
            Ok(Held::of("register-fields-more", words).about(label))
        },
    )?;
    held.extend(changes(conn, whom)?);
    held.extend(whom.under_own_names(|name| {
        conn.all(
            sql!(
                "SELECT p.name, h.made_at FROM handover h
                 JOIN person_function f ON f.id = h.new_function_id
                 JOIN person p ON p.id = f.person_id
                 WHERE h.network_id = $1 AND h.made_by = $2 ORDER BY h.made_at DESC, h.id"
            ),
            params![whom.network, name],
            |row| {
                let to: String = row.take()?;
                Ok(Held::new("register-own-handovers", to).at(row.take()?))
            },
        )
    })?);
    Ok(held)
}

fn value(kind: &str, content: String) -> Words {
    match (kind, content.parse::<Date>()) {
        ("yes-no", _) if content == "yes" => Words::Said("register-yes".to_owned()),
        ("yes-no", _) => Words::Said("register-no".to_owned()),
        ("date", Ok(day)) => Words::Day(day),
        _ => Words::Record(content),
    }
}

macro_rules! changes {
    () => {
        "SELECT o.name, c.part, c.became, c.changed_at FROM organisation_change c
         JOIN organisation o ON o.id = c.organisation_id WHERE c.network_id = $1 AND "
    };
}

fn changes(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut held = conn.all(
        sql!(
            changes!,
            "c.account_id = $2 ORDER BY c.changed_at DESC, c.id"
        ),
        params![whom.network, whom.account],
        change,
    )?;
    held.extend(whom.under_own_names(|name| {
        conn.all(
            sql!(
                changes!,
                "c.account_id IS NULL AND c.actor = $2 ORDER BY c.changed_at DESC, c.id"
            ),
            params![whom.network, name],
            change,
        )
    })?);
    Ok(held)
}

/// The organisation, and what its part became, where that is words at all.
fn change(row: &mut Row) -> Result<Held, Fault> {
    let (name, part, became): (String, String, String) = (row.take()?, row.take()?, row.take()?);
    let words = if NOT_WORDS.contains(&part.as_str()) {
        Words::Said(part)
    } else {
        Words::Record(became.replace(['\n', '\t'], " "))
    };
    Ok(Held::of("register-own-changes", words)
        .about(name)
        .at(row.take()?))
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
    let by_account = [sql!(
        "UPDATE organisation_change SET account_id = NULL, actor = $3
         WHERE network_id = $1 AND account_id = $2"
    )];
    let by_name = [
        sql!(
            "UPDATE organisation_change SET actor = $3
             WHERE network_id = $1 AND account_id IS NULL AND actor = $2"
        ),
        sql!(
            "UPDATE organisation_change SET settled_by = $3
             WHERE network_id = $1 AND settled_by = $2"
        ),
    ];
    let changes = whom.forget_account(conn, &by_account)? + whom.forget_names(conn, &by_name)?;
    let handovers = [sql!(
        "UPDATE handover SET made_by = $3 WHERE network_id = $1 AND made_by = $2"
    )];
    let handovers = whom.forget_names(conn, &handovers)?;
    Ok(vec![
        Erased::deleted("register-fields-more", values),
        Erased::anonymised("register-own-changes", changes),
        Erased::anonymised("register-own-handovers", handovers),
    ])
}
