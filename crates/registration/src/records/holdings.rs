//! Registrations as something that is kept about people, and how long.

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use shell::{Due, Erased, Going, Ground, Held, Holding, How, NOBODY, Retained, Whom};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::{actions, slots};

/// What registration keeps about people.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "registration-places",
    label: "registration-holding",
    purpose: "registration-holding-purpose",
    ground: Ground::Interest,
    columns: &[
        "registration.person_id",
        "registration.made_by",
        "registration_step.by_name",
    ],
    former: None,
    tell,
    erase,
}];

/// What registration keeps for a time only.
pub(crate) const RETAINED: &[Retained] = &[Retained {
    name: "registration-past",
    label: "registration-retained",
    hint: "registration-retained-hint",
    months: 12,
    due,
    going: Going::Rows(go),
}];

/// A registration is somebody's by the person, or by a mail address that is the person's alone.
fn mail_of(whom: &Whom) -> &str {
    if whom.mail_is_own { &whom.mail } else { "" }
}

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut held = places(conn, whom)?;
    held.extend(answers(conn, whom)?);
    held.extend(slots::told(conn, whom)?);
    held.extend(whom.under_own_names(|name| {
        conn.all(
            sql!(
                "SELECT r.name, r.made_at FROM registration r
                 WHERE r.network_id = $1 AND r.made_by = $2 ORDER BY r.made_at DESC, r.id"
            ),
            params![whom.network, name],
            |row| {
                let name: String = row.take()?;
                Ok(Held::new("registration-holding-made", name).at(row.take()?))
            },
        )
    })?);
    held.extend(whom.under_own_names(|name| {
        conn.all(
            sql!(
                "SELECT g.title, s.at FROM registration_step s
                 JOIN registration_place p ON p.id = s.place_id
                 JOIN gathering g ON g.id = p.gathering_id
                 WHERE g.network_id = $1 AND s.by_name = $2 ORDER BY s.at DESC, s.id"
            ),
            params![whom.network, name],
            |row| {
                let title: String = row.take()?;
                Ok(Held::new("registration-holding-step", title).at(row.take()?))
            },
        )
    })?);
    Ok(held)
}

fn places(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let found = conn.all(
        sql!(
            "SELECT g.title, p.name, p.state, r.made_at, r.mail, r.phone, r.organisation_name
             FROM registration r JOIN registration_place p ON p.registration_id = r.id
             JOIN gathering g ON g.id = p.gathering_id
             WHERE r.network_id = $1 AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> ''))
             ORDER BY r.made_at DESC, r.id, p.position"
        ),
        params![whom.network, whom.person, mail_of(whom)],
        |row| {
            let (title, name, state): (String, String, String) =
                (row.take()?, row.take()?, row.take()?);
            let at: Option<Timestamp> = row.take()?;
            let typed: [String; 3] = [row.take()?, row.take()?, row.take()?];
            let mut held = vec![
                Held::new("registration-holding-name", name)
                    .about(&title)
                    .at(at),
                Held::said(
                    "registration-holding-state",
                    format!("registration-state-{state}"),
                )
                .about(&title)
                .at(at),
            ];
            let typed = typed.into_iter().filter(|it| !it.is_empty());
            held.extend(typed.map(|it| {
                Held::new("registration-holding-typed", it)
                    .about(&title)
                    .at(at)
            }));
            Ok(held)
        },
    )?;
    Ok(found.into_iter().flatten().collect())
}

fn answers(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    conn.all(
        sql!(
            "SELECT f.label_de, a.value, r.made_at FROM registration r
             JOIN registration_place p ON p.registration_id = r.id
             JOIN registration_answer a ON a.place_id = p.id
             JOIN form_field f ON f.id = a.field_id
             WHERE r.network_id = $1 AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> ''))
             ORDER BY r.made_at DESC, f.position, a.place_id"
        ),
        params![whom.network, whom.person, mail_of(whom)],
        |row| {
            let (label, value): (String, String) = (row.take()?, row.take()?);
            Ok(Held::new("registration-holding-answer", value)
                .about(label)
                .at(row.take()?))
        },
    )
}

fn erase(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    whom: &Whom,
    how: How,
) -> Result<Vec<Erased>, Fault> {
    super::forget_files(conn, (whom.network, whom.person), mail_of(whom))?;
    let answers = conn.exec(
        sql!(
            "DELETE FROM registration_answer WHERE place_id IN
             (SELECT p.id FROM registration_place p JOIN registration r ON r.id = p.registration_id
              WHERE r.network_id = $1 AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> '')))"
        ),
        params![whom.network, whom.person, mail_of(whom)],
    )?;
    let places = match how {
        How::Erase => {
            let freed = give_back(conn, whom)?;
            let workshops = slots::leave_of(conn, whom)?;
            let gone = conn.exec(
                sql!(
                    "DELETE FROM registration
                     WHERE network_id = $1 AND (person_id = $2 OR (mail_key = $3 AND $3 <> ''))"
                ),
                params![whom.network, whom.person, mail_of(whom)],
            )?;
            for desk in freed {
                actions::pass_on(conn, moment, desk)?;
            }
            slots::pass_on(conn, moment, (workshops, None))?;
            Erased::deleted("registration-holding-name", gone)
        }
        How::Anonymise => Erased::anonymised("registration-holding-name", unname(conn, whom)?),
    };
    let made = whom.forget_names(
        conn,
        &[
            sql!("UPDATE registration SET made_by = $3 WHERE network_id = $1 AND made_by = $2"),
            sql!(
                "UPDATE registration_step SET by_name = $3 WHERE by_name = $2 AND place_id IN
                 (SELECT p.id FROM registration_place p JOIN registration_desk d
                  ON d.id = p.desk_id WHERE d.network_id = $1)"
            ),
        ],
    )?;
    Ok(vec![
        Erased::deleted("registration-holding-answer", answers),
        places,
        Erased::anonymised("registration-holding-made", made),
    ])
}

/// The places of whoever goes are nobody's any more; says at which desks.
fn give_back(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Uuid>, Fault> {
    let holding = conn.all(
        sql!(
            "SELECT p.desk_id, p.gathering_id, p.contingent_id FROM registration_place p
             JOIN registration r ON r.id = p.registration_id
             WHERE p.holds = TRUE AND r.network_id = $1
             AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> ''))"
        ),
        params![whom.network, whom.person, mail_of(whom)],
        |row| {
            let desk: Uuid = row.take()?;
            Ok((desk, row.take()?, row.take::<Option<Uuid>>()?))
        },
    )?;
    let mut desks = Vec::new();
    for (desk, gathering, contingent) in holding {
        super::release(conn, (desk, gathering))?;
        if let Some(contingent) = contingent {
            super::use_contingent(conn, contingent, -1)?;
        }
        if !desks.contains(&desk) {
            desks.push(desk);
        }
    }
    Ok(desks)
}

/// So many came stays; who they were goes.
fn unname(conn: &mut Conn<'_>, whom: &Whom) -> Result<u64, Fault> {
    let places = conn.all(
        sql!(
            "SELECT p.id FROM registration_place p JOIN registration r ON r.id = p.registration_id
             WHERE r.network_id = $1 AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> ''))"
        ),
        params![whom.network, whom.person, mail_of(whom)],
        Row::take::<Uuid>,
    )?;
    for place in places {
        // Who is told from others by it is nobody any more, and still not the same as others.
        conn.put(
            sql!(
                "UPDATE registration_place SET name = $2, sort_key = '', who_key = $3
                 WHERE id = $1"
            ),
            params![place, NOBODY, place.to_string()],
        )?;
    }
    conn.exec(
        sql!(
            "UPDATE registration SET name = $4, mail = '', mail_key = '', phone = '',
             organisation_name = '', person_id = NULL, request_key = '', list_consent = FALSE
             WHERE network_id = $1 AND (person_id = $2 OR (mail_key = $3 AND $3 <> ''))"
        ),
        params![whom.network, whom.person, mail_of(whom), NOBODY],
    )
}

/// Counted from the end of the last gathering of a registration.
fn due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(
            "SELECT r.id, r.name, MAX(g.title), MAX(g.ends_at) FROM registration r
             JOIN registration_place p ON p.registration_id = r.id
             JOIN gathering g ON g.id = p.gathering_id WHERE r.network_id = $1
             GROUP BY r.id, r.name HAVING MAX(g.ends_at) < $2
             ORDER BY MAX(g.ends_at), r.id LIMIT $3"
        ),
        params![network, before, limit],
        |row| {
            let id: Uuid = row.take()?;
            let (name, title): (String, String) = (row.take()?, row.take()?);
            Ok(Due {
                id,
                words: format!("{name}: {title}"),
                since: row.take()?,
            })
        },
    )
}

fn go(conn: &mut Conn<'_>, network: NetworkId, id: Uuid, before: Timestamp) -> Result<bool, Fault> {
    let gone = conn.exec(
        sql!(
            "DELETE FROM registration WHERE id = $1 AND network_id = $2 AND NOT EXISTS
             (SELECT 1 FROM registration_place p JOIN gathering g ON g.id = p.gathering_id
              WHERE p.registration_id = registration.id AND g.ends_at >= $3)"
        ),
        params![id, network, before],
    )?;
    Ok(gone > 0)
}
