//! Names in minutes, tasks, objections and attendance as something that is kept about people.

use base::{Fault, GatheringId, MinutesId, Moment};
use shell::{Erased, Ground, Held, Holding, How, NOBODY, Whom};
use store::{Conn, Row, params, sql};

use super::minutes_of;
use crate::rules::State;

/// What minutes keep about people. Approved minutes are documents of record: their names stay.
pub(crate) const HOLDINGS: &[Holding] = &[
    Holding {
        name: "minutes-tasks",
        label: "minutes-holding-tasks",
        purpose: "minutes-holding-tasks-purpose",
        ground: Ground::Interest,
        columns: &[
            "task.person_id",
            "task.who",
            "task.made_by",
            "task.settled_by",
            "minutes_answer.person_id",
        ],
        former: None,
        tell: tell_tasks,
        erase: erase_tasks,
    },
    Holding {
        name: "minutes-objections",
        label: "minutes-holding-objections",
        purpose: "minutes-holding-objections-purpose",
        ground: Ground::Membership,
        columns: &[
            "objection.person_id",
            "objection.account_id",
            "objection.by_name",
            "objection.settled_by",
        ],
        former: None,
        tell: tell_objections,
        erase: erase_objections,
    },
    Holding {
        name: "minutes-record",
        label: "minutes-holding-record",
        purpose: "minutes-holding-record-purpose",
        ground: Ground::Interest,
        columns: &[
            "attendance.person_id",
            "attendance.represented_by",
            "minutes.chair_person_id",
            "minutes.taker_person_id",
            "minutes.begun_by",
            "minutes_text.changed_by",
            "minutes_revision.account_id",
            "minutes_revision.by_name",
            "minutes_step.account_id",
            "minutes_step.by_name",
            "decision.noted_by",
            "decision.settled_by",
        ],
        former: None,
        tell: tell_record,
        erase: erase_record,
    },
];

fn tell_tasks(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    conn.all(
        sql!("SELECT wording, made_at FROM task WHERE person_id = $1 ORDER BY made_at DESC, id"),
        params![whom.person],
        |row| Ok(Held::new("minutes-holding-task", row.take::<String>()?).at(row.take()?)),
    )
}

fn erase_tasks(
    conn: &mut Conn<'_>,
    _: &mut Moment,
    whom: &Whom,
    _: How,
) -> Result<Vec<Erased>, Fault> {
    let tasks = conn.exec(
        sql!("UPDATE task SET person_id = NULL, who = $2 WHERE person_id = $1"),
        params![whom.person, NOBODY],
    )?;
    // Whom a spoken name meant is only asked again where minutes are still being written.
    conn.exec(
        sql!("DELETE FROM minutes_answer WHERE person_id = $1"),
        params![whom.person],
    )?;
    let noted = [
        sql!("UPDATE task SET made_by = $3 WHERE network_id = $1 AND made_by = $2"),
        sql!("UPDATE task SET settled_by = $3 WHERE network_id = $1 AND settled_by = $2"),
    ];
    let noted = whom.forget_names(conn, &noted)?;
    Ok(vec![
        Erased::anonymised("minutes-holding-task", tasks),
        Erased::anonymised("minutes-holding-noted", noted),
    ])
}

fn tell_objections(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    conn.all(
        sql!("SELECT wording, at FROM objection WHERE person_id = $1 ORDER BY at DESC, id"),
        params![whom.person],
        |row| Ok(Held::new("minutes-holding-objection", row.take::<String>()?).at(row.take()?)),
    )
}

fn erase_objections(
    conn: &mut Conn<'_>,
    _: &mut Moment,
    whom: &Whom,
    _: How,
) -> Result<Vec<Erased>, Fault> {
    let own = conn.exec(
        sql!(
            "UPDATE objection SET person_id = NULL, account_id = NULL, by_name = $2
             WHERE person_id = $1"
        ),
        params![whom.person, NOBODY],
    )?;
    let by_link = [sql!(
        "UPDATE objection SET by_name = $3
         WHERE network_id = $1 AND by_name = $2 AND person_id IS NULL AND account_id IS NULL"
    )];
    let by_account = [sql!(
        "UPDATE objection SET account_id = NULL, by_name = $3
         WHERE network_id = $1 AND account_id = $2"
    )];
    let by_link = whom.forget_account(conn, &by_account)? + whom.forget_names(conn, &by_link)?;
    let settled = [sql!(
        "UPDATE objection SET settled_by = $3 WHERE network_id = $1 AND settled_by = $2"
    )];
    let settled = whom.forget_names(conn, &settled)?;
    Ok(vec![
        Erased::anonymised("minutes-holding-objection", own + by_link),
        Erased::anonymised("minutes-holding-noted", settled),
    ])
}

fn tell_record(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut held: Vec<Held> = gatherings::attended(conn, whom.person)?
        .into_iter()
        .map(|it| {
            let page = gatherings::links::gathering(&whom.slug, &it.slug);
            Held::new("minutes-holding-attendance", it.title)
                .at(Some(it.starts_at))
                .on(page)
        })
        .collect();
    held.extend(conn.all(
        sql!(
            "SELECT g.title, g.starts_at FROM minutes m JOIN gathering g ON g.id = m.gathering_id
             WHERE m.chair_person_id = $1 OR m.taker_person_id = $1
             ORDER BY g.starts_at DESC, m.id"
        ),
        params![whom.person],
        |row| Ok(Held::new("minutes-holding-named", row.take::<String>()?).at(row.take()?)),
    )?);
    held.extend(written(conn, whom)?);
    Ok(held)
}

macro_rules! revisions {
    () => {
        "SELECT COUNT(*), MAX(r.at) FROM minutes_revision r
         JOIN minutes_text t ON t.id = r.minutes_text_id JOIN minutes m ON m.id = t.minutes_id
         WHERE m.network_id = $1 AND "
    };
}

/// How often the person has written at minutes, with the latest time.
fn written(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let count = |row: &mut Row| {
        let (count, latest): (i64, _) = (row.take()?, row.take()?);
        let held = Held::new("minutes-holding-written", count.to_string()).at(latest);
        Ok((count > 0).then_some(held))
    };
    let of_account = conn.one(
        sql!(revisions!, "r.account_id = $2"),
        params![whom.network, whom.account],
        count,
    )?;
    let mut held: Vec<Held> = of_account.flatten().into_iter().collect();
    held.extend(whom.under_own_names(|name| {
        let found = conn.one(
            sql!(revisions!, "r.account_id IS NULL AND r.by_name = $2"),
            params![whom.network, name],
            count,
        )?;
        Ok(found.flatten().into_iter().collect())
    })?);
    Ok(held)
}

fn erase_record(
    conn: &mut Conn<'_>,
    _: &mut Moment,
    whom: &Whom,
    _: How,
) -> Result<Vec<Erased>, Fault> {
    let (mut stays, mut unnamed) = (0, 0);
    for it in gatherings::attended(conn, whom.person)? {
        let is_record = is_record(conn, it.gathering)?;
        let of = (it.gathering, whom.person);
        let rows = gatherings::leave_attendance(conn, of, is_record)?;
        *(if is_record { &mut stays } else { &mut unnamed }) += rows;
    }
    for name in &whom.own_names {
        for gathering in gatherings::represented(conn, whom.network, name)? {
            if is_record(conn, gathering)? {
                stays += 1;
            } else {
                unnamed += gatherings::forget_representative(conn, gathering, name)?;
            }
        }
    }
    for (id, is_record) in named_in(conn, whom)? {
        let rows = leave(conn, id, whom, is_record)?;
        *(if is_record { &mut stays } else { &mut unnamed }) += rows;
    }
    let noted = forget_writer(conn, whom)?;
    Ok(vec![
        Erased::anonymised("minutes-holding-attendance", unnamed),
        Erased::anonymised("minutes-holding-noted", noted),
        Erased::stays(
            "minutes-holding-record",
            stays,
            "minutes-holding-record-stays",
        ),
    ])
}

/// Whether a gathering has minutes in force.
fn is_record(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<bool, Fault> {
    let minutes = minutes_of(conn, gathering)?;
    Ok(minutes.is_some_and(|it| matches!(it.state, State::Approved | State::Distributed)))
}

/// The minutes that name a person as chair or taker, and whether they are in force.
fn named_in(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<(MinutesId, bool)>, Fault> {
    conn.all(
        sql!(
            "SELECT id, state FROM minutes WHERE chair_person_id = $1 OR taker_person_id = $1
             ORDER BY id"
        ),
        params![whom.person],
        |row: &mut Row| {
            let id = row.take()?;
            let state: String = row.take()?;
            Ok((id, matches!(state.as_str(), "approved" | "distributed")))
        },
    )
}

fn leave(conn: &mut Conn<'_>, id: MinutesId, whom: &Whom, name_stays: bool) -> Result<u64, Fault> {
    let else_named = if name_stays { &whom.name } else { NOBODY };
    conn.exec(
        sql!(
            "UPDATE minutes SET chair_person_id = NULL,
             chair_name = CASE WHEN $3 AND chair_name <> '' THEN chair_name ELSE $4 END
             WHERE id = $1 AND chair_person_id = $2"
        ),
        params![id, whom.person, name_stays, else_named],
    )?;
    conn.exec(
        sql!(
            "UPDATE minutes SET taker_person_id = NULL,
             taker_name = CASE WHEN $3 AND taker_name <> '' THEN taker_name ELSE $4 END
             WHERE id = $1 AND taker_person_id = $2"
        ),
        params![id, whom.person, name_stays, else_named],
    )?;
    Ok(1)
}

/// Who typed what is nobody's business once the person is gone; what was typed stays.
fn forget_writer(conn: &mut Conn<'_>, whom: &Whom) -> Result<u64, Fault> {
    let by_account = [
        sql!(
            "UPDATE minutes_revision SET by_name = $3, account_id = NULL
             WHERE account_id = $2 AND minutes_text_id IN
             (SELECT t.id FROM minutes_text t JOIN minutes m ON m.id = t.minutes_id
              WHERE m.network_id = $1)"
        ),
        sql!(
            "UPDATE minutes_step SET by_name = $3, account_id = NULL
             WHERE account_id = $2 AND minutes_id IN
             (SELECT id FROM minutes WHERE network_id = $1)"
        ),
    ];
    let by_name = [
        sql!("UPDATE minutes SET begun_by = $3 WHERE network_id = $1 AND begun_by = $2"),
        sql!(
            "UPDATE minutes_text SET changed_by = $3 WHERE changed_by = $2 AND minutes_id IN
             (SELECT id FROM minutes WHERE network_id = $1)"
        ),
        sql!(
            "UPDATE minutes_revision SET by_name = $3
             WHERE by_name = $2 AND account_id IS NULL AND minutes_text_id IN
             (SELECT t.id FROM minutes_text t JOIN minutes m ON m.id = t.minutes_id
              WHERE m.network_id = $1)"
        ),
        sql!(
            "UPDATE minutes_step SET by_name = $3
             WHERE by_name = $2 AND account_id IS NULL AND minutes_id IN
             (SELECT id FROM minutes WHERE network_id = $1)"
        ),
        sql!("UPDATE decision SET noted_by = $3 WHERE network_id = $1 AND noted_by = $2"),
        sql!("UPDATE decision SET settled_by = $3 WHERE network_id = $1 AND settled_by = $2"),
    ];
    Ok(whom.forget_account(conn, &by_account)? + whom.forget_names(conn, &by_name)?)
}
