//! Minutes themselves, the steps of their life, and what written names mean in them.

use base::{AccountId, Fault, GatheringId, MinutesId, Moment, NetworkId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{
    Answer, AnswerKind, Minutes, Named, Responsible, Standing, State, Step, StepKind,
};

pub fn add_minutes(conn: &mut Conn<'_>, minutes: &Minutes) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO minutes
             (id, network_id, gathering_id, group_id, state, begun_at, begun_by, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            minutes.id,
            minutes.network,
            minutes.gathering,
            minutes.group,
            minutes.state.word(),
            minutes.begun_at,
            minutes.begun_by,
            minutes.changed_at
        ],
    )?;
    Ok(())
}

fn read_minutes(row: &mut Row) -> Result<Minutes, Fault> {
    Ok(Minutes {
        id: row.take()?,
        network: row.take()?,
        gathering: row.take()?,
        group: row.take()?,
        state: State::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of minutes"))?,
        chair: Named {
            person: row.take()?,
            name: row.take()?,
        },
        taker: Named {
            person: row.take()?,
            name: row.take()?,
        },
        begun_at: row.take()?,
        begun_by: row.take()?,
        changed_at: row.take()?,
    })
}

/// Minutes by their id.
pub fn minutes(conn: &mut Conn<'_>, id: MinutesId) -> Result<Option<Minutes>, Fault> {
    conn.one(
        sql!(
            "SELECT id, network_id, gathering_id, group_id, state, chair_person_id, chair_name,
             taker_person_id, taker_name, begun_at, begun_by, changed_at
             FROM minutes WHERE id = $1"
        ),
        params![id],
        read_minutes,
    )
}

/// The minutes of a gathering.
pub fn minutes_of(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Option<Minutes>, Fault> {
    conn.one(
        sql!(
            "SELECT id, network_id, gathering_id, group_id, state, chair_person_id, chair_name,
             taker_person_id, taker_name, begun_at, begun_by, changed_at
             FROM minutes WHERE gathering_id = $1"
        ),
        params![gathering],
        read_minutes,
    )
}

pub fn minutes_in_state(
    conn: &mut Conn<'_>,
    network: NetworkId,
    state: State,
) -> Result<Vec<Minutes>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, gathering_id, group_id, state, chair_person_id, chair_name,
             taker_person_id, taker_name, begun_at, begun_by, changed_at
             FROM minutes WHERE network_id = $1 AND state = $2
             ORDER BY begun_at DESC, id LIMIT 50"
        ),
        params![network, state.word()],
        read_minutes,
    )
}

pub fn set_state(
    conn: &mut Conn<'_>,
    id: MinutesId,
    state: State,
    at: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE minutes SET state = $2, changed_at = $3 WHERE id = $1"),
        params![id, state.word(), at],
    )?;
    Ok(())
}

pub fn set_people(
    conn: &mut Conn<'_>,
    id: MinutesId,
    (chair, taker): (&Named, &Named),
    at: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE minutes SET chair_person_id = $2, chair_name = $3, taker_person_id = $4,
             taker_name = $5, changed_at = $6 WHERE id = $1"
        ),
        params![id, chair.person, chair.name, taker.person, taker.name, at],
    )?;
    Ok(())
}

pub fn add_step(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    minutes: MinutesId,
    account: Option<AccountId>,
    step: &Step,
) -> Result<(), Fault> {
    let id: Uuid = moment.id();
    let number = 1 + conn.count(
        sql!("SELECT COUNT(id) FROM minutes_step WHERE minutes_id = $1"),
        params![minutes],
    )?;
    conn.exec(
        sql!(
            "INSERT INTO minutes_step
             (id, minutes_id, number, kind, at, account_id, by_name, until_day, meeting_id, letters)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            id,
            minutes,
            number,
            step.kind.word(),
            step.at,
            account,
            step.by,
            step.until,
            step.meeting,
            step.letters
        ],
    )?;
    Ok(())
}

/// The steps of a life, the first one first.
pub fn steps(conn: &mut Conn<'_>, minutes: MinutesId) -> Result<Vec<Step>, Fault> {
    conn.all(
        sql!(
            "SELECT kind, at, by_name, until_day, meeting_id, letters FROM minutes_step
             WHERE minutes_id = $1 ORDER BY number"
        ),
        params![minutes],
        |row| {
            Ok(Step {
                kind: StepKind::from_word(&row.take::<String>()?)
                    .ok_or_else(|| Fault::new("read a step of minutes"))?,
                at: row.take()?,
                by: row.take()?,
                until: row.take()?,
                meeting: row.take()?,
                letters: row.take()?,
            })
        },
    )
}

/// Where minutes stand.
pub fn standing(conn: &mut Conn<'_>, minutes: &Minutes) -> Result<Standing, Fault> {
    let steps = steps(conn, minutes.id)?;
    let round = steps
        .iter()
        .rposition(|step| step.kind == StepKind::Circulation);
    let since = round.map_or(&[][..], |at| steps.get(at..).unwrap_or_default());
    let mut count = |state: &str| {
        conn.count(
            sql!("SELECT COUNT(id) FROM objection WHERE minutes_id = $1 AND state = $2"),
            params![minutes.id, state],
        )
    };
    let (open, for_meeting) = (count("open")?, count("next_meeting")?);
    Ok(Standing {
        state: minutes.state,
        open: usize::try_from(open).unwrap_or(0),
        for_meeting: usize::try_from(for_meeting).unwrap_or(0),
        until: since.first().and_then(|step| step.until),
        taken_back: since
            .iter()
            .any(|step| step.kind == StepKind::ApprovalWithdrawal),
    })
}

/// Whether an objection of the present circulation was accepted, so that the text must go
/// round again.
pub fn has_accepted(
    conn: &mut Conn<'_>,
    minutes: MinutesId,
    circulation: i64,
) -> Result<bool, Fault> {
    let accepted = conn.count(
        sql!(
            "SELECT COUNT(id) FROM objection
             WHERE minutes_id = $1 AND circulation = $2 AND state = 'accepted'"
        ),
        params![minutes, circulation],
    )?;
    Ok(accepted > 0)
}

pub fn answers(conn: &mut Conn<'_>, minutes: MinutesId) -> Result<Vec<Answer>, Fault> {
    let rows = conn.all(
        sql!(
            "SELECT a.spoken, a.kind, a.person_id, a.organisation_id, p.name, o.name
             FROM minutes_answer a LEFT JOIN person p ON p.id = a.person_id
             LEFT JOIN organisation o ON o.id = a.organisation_id
             WHERE a.minutes_id = $1 ORDER BY a.spoken"
        ),
        params![minutes],
        |row| {
            let spoken = row.take()?;
            let kind: String = row.take()?;
            let (person, organisation) = (row.take()?, row.take()?);
            let names: (Option<String>, Option<String>) = (row.take()?, row.take()?);
            let name = match names {
                (Some(person), Some(body)) => format!("{person}, {body}"),
                (Some(name), None) | (None, Some(name)) => name,
                (None, None) => String::new(),
            };
            let kind = match kind.as_str() {
                "person" | "organisation" => AnswerKind::Known(Responsible {
                    person,
                    organisation,
                    name,
                }),
                "free" => AnswerKind::Free,
                _ => AnswerKind::Text,
            };
            Ok(Answer { spoken, kind })
        },
    )?;
    Ok(rows)
}

pub fn keep_answer(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    minutes: MinutesId,
    answer: &Answer,
) -> Result<(), Fault> {
    let id: Uuid = moment.id();
    let (kind, who) = match &answer.kind {
        AnswerKind::Known(who) if who.person.is_some() => ("person", Some(who)),
        AnswerKind::Known(who) => ("organisation", Some(who)),
        AnswerKind::Free => ("free", None),
        AnswerKind::Text => ("text", None),
    };
    conn.exec(
        sql!(
            "INSERT INTO minutes_answer (id, minutes_id, spoken, kind, person_id, organisation_id)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (minutes_id, spoken) DO UPDATE SET kind = excluded.kind,
             person_id = excluded.person_id, organisation_id = excluded.organisation_id"
        ),
        params![
            id,
            minutes,
            answer.spoken,
            kind,
            who.and_then(|it| it.person),
            who.and_then(|it| it.organisation)
        ],
    )?;
    Ok(())
}
