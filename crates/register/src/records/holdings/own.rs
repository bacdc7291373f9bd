//! What people changed at their organisations and handed over, and what stands about them in
//! fields of the network's own, as something that is kept.

use base::{Fault, Moment};
use jiff::Timestamp;
use jiff::civil::Date;
use shell::{Erased, Held, How, Whom, Words};
use store::{Conn, Row, params, sql};

use crate::actions::{Names, told};
use crate::profile::LEGAL_FORMS;

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

/// What a row of the changes holds: organisation, part, what it became, and when.
type Changed = (String, String, String, Timestamp);

fn changes(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut found = conn.all(
        sql!(
            changes!,
            "c.account_id = $2 ORDER BY c.changed_at DESC, c.id"
        ),
        params![whom.network, whom.account],
        read,
    )?;
    for name in &whom.own_names {
        found.extend(conn.all(
            sql!(
                changes!,
                "c.account_id IS NULL AND c.actor = $2 ORDER BY c.changed_at DESC, c.id"
            ),
            params![whom.network, name],
            read,
        )?);
    }
    let texts = found
        .iter()
        .map(|(_, part, became, _)| (part.as_str(), became.as_str()));
    let names = Names::read(conn, whom.network, texts)?;
    Ok(found.into_iter().map(|it| change(&names, it)).collect())
}

fn read(row: &mut Row) -> Result<Changed, Fault> {
    Ok((row.take()?, row.take()?, row.take()?, row.take()?))
}

/// The organisation, its part and what that became.
fn change(names: &Names, (organisation, part, became, at): Changed) -> Held {
    let (label, words) = told(names, &part, &became);
    let words = match part.as_str() {
        "register-can-host" => value("yes-no", words),
        "register-legal-form" if LEGAL_FORMS.contains(&words.as_str()) => {
            Words::Said(format!("register-legal-{words}"))
        }
        _ => value(names.kind_of(&part), words),
    };
    let label = if label == part {
        Words::Said(label)
    } else {
        Words::Record(label)
    };
    let words = Words::Part(Box::new(label), Box::new(words));
    Held::of("register-own-changes", words)
        .about(organisation)
        .at(Some(at))
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
