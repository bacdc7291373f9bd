//! Decisions.

use base::{DecisionId, Fault, MinutesId, NetworkId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

use crate::rules::{Decision, Outcome, Vote};

fn read_decision(row: &mut Row) -> Result<Decision, Fault> {
    Ok(Decision {
        id: row.take()?,
        network: row.take()?,
        minutes: row.take()?,
        entry: row.take()?,
        year: row.take()?,
        number: row.take()?,
        wording: row.take()?,
        internal: row.take()?,
        result: Outcome::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the result of a decision"))?,
        vote: read_vote(row)?,
        version: row.take()?,
        settled_at: row.take()?,
        settled_by: row.take()?,
    })
}

fn read_vote(row: &mut Row) -> Result<Option<Vote>, Fault> {
    let counts: [Option<i64>; 3] = [row.take()?, row.take()?, row.take()?];
    Ok(match counts {
        [Some(yes), Some(no), Some(abstentions)] => Some(Vote {
            yes,
            no,
            abstentions,
        }),
        _ => None,
    })
}

pub fn last_decision_number(
    conn: &mut Conn<'_>,
    network: NetworkId,
    year: i64,
) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COALESCE(MAX(number), 0) FROM decision WHERE network_id = $1 AND year = $2"),
        params![network, year],
    )
}

pub fn add_decision(
    conn: &mut Conn<'_>,
    decision: &Decision,
    (by, at): (&str, Timestamp),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO decision (id, network_id, minutes_id, minutes_text_id, year, number,
             wording, internal, result, votes_yes, votes_no, votes_abstained, version, noted_at,
             noted_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        ),
        params![
            decision.id,
            decision.network,
            decision.minutes,
            decision.entry,
            decision.year,
            decision.number,
            decision.wording,
            decision.internal,
            decision.result.word(),
            decision.vote.map(|vote| vote.yes),
            decision.vote.map(|vote| vote.no),
            decision.vote.map(|vote| vote.abstentions),
            decision.version,
            at,
            by
        ],
    )?;
    Ok(())
}

pub fn change_decision(conn: &mut Conn<'_>, decision: &Decision) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE decision SET wording = $2, internal = $3, result = $4, votes_yes = $5,
             votes_no = $6, votes_abstained = $7, version = $8 WHERE id = $1"
        ),
        params![
            decision.id,
            decision.wording,
            decision.internal,
            decision.result.word(),
            decision.vote.map(|vote| vote.yes),
            decision.vote.map(|vote| vote.no),
            decision.vote.map(|vote| vote.abstentions),
            decision.version
        ],
    )?;
    Ok(())
}

/// Takes a decision out; its number is not given again.
pub fn remove_decision(conn: &mut Conn<'_>, id: DecisionId) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE decision SET removed = TRUE WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

pub fn settle_decision(
    conn: &mut Conn<'_>,
    id: DecisionId,
    (by, at): (&str, Option<Timestamp>),
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE decision SET settled_at = $2, settled_by = $3 WHERE id = $1"),
        params![id, at, by],
    )?;
    Ok(())
}

pub fn decision(conn: &mut Conn<'_>, id: DecisionId) -> Result<Option<Decision>, Fault> {
    conn.one(
        sql!(
            "SELECT id, network_id, minutes_id, minutes_text_id, year, number, wording, internal,
             result, votes_yes, votes_no, votes_abstained, version, settled_at, settled_by
             FROM decision WHERE id = $1 AND removed = FALSE"
        ),
        params![id],
        read_decision,
    )
}

pub fn decisions_of(conn: &mut Conn<'_>, minutes: MinutesId) -> Result<Vec<Decision>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, minutes_id, minutes_text_id, year, number, wording, internal,
             result, votes_yes, votes_no, votes_abstained, version, settled_at, settled_by
             FROM decision WHERE minutes_id = $1 AND removed = FALSE ORDER BY noted_at, id"
        ),
        params![minutes],
        read_decision,
    )
}

/// All decisions of a network, the newest first.
pub fn decisions_of_network(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<Decision>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, minutes_id, minutes_text_id, year, number, wording, internal,
             result, votes_yes, votes_no, votes_abstained, version, settled_at, settled_by
             FROM decision WHERE network_id = $1 AND removed = FALSE
             ORDER BY year DESC, number DESC LIMIT 1000"
        ),
        params![network],
        read_decision,
    )
}
