//! Those who are asked, and what they answered.

use std::collections::HashMap;

use base::{Fault, GatheringId, NetworkId, PersonId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{Answer, Asked, Fits};

/// How every statement about those who are asked begins.
macro_rules! asked {
    () => {
        "SELECT asked.id, asked.poll_id, asked.person_id, asked.via, asked.remark,
         asked.answered_at, asked.answered_through FROM date_poll_person asked "
    };
}

fn read(row: &mut Row) -> Result<Asked, Fault> {
    Ok(Asked {
        id: row.take()?,
        poll: row.take()?,
        person: row.take()?,
        via: row.take()?,
        remark: row.take()?,
        answered_at: row.take()?,
        through: row.take()?,
    })
}

/// Somebody who was asked, by the id that letters and links name.
///
/// # Errors
/// When the database fails.
pub fn asked(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Asked>, Fault> {
    conn.one(sql!(asked!, "WHERE asked.id = $1"), params![id], read)
}

/// What a person was asked in a poll.
pub(crate) fn asked_by_person(
    conn: &mut Conn<'_>,
    poll: Uuid,
    person: PersonId,
) -> Result<Option<Asked>, Fault> {
    conn.one(
        sql!(
            asked!,
            "WHERE asked.poll_id = $1 AND asked.person_id = $2"
        ),
        params![poll, person],
        read,
    )
}

/// Everybody who was asked, in the order of their names.
///
/// # Errors
/// When the database fails.
pub fn asked_of(conn: &mut Conn<'_>, poll: Uuid) -> Result<Vec<Asked>, Fault> {
    conn.all(
        sql!(
            asked!,
            "JOIN person ON person.id = asked.person_id WHERE asked.poll_id = $1
             ORDER BY LOWER(person.sort_name), asked.id"
        ),
        params![poll],
        read,
    )
}

/// How many were asked in a poll, and how many of them answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) asked: i64,
    pub(crate) answered: i64,
    /// When the latest answer came.
    pub(crate) latest: Option<Timestamp>,
}

/// How every statement that counts answers begins.
macro_rules! counts {
    () => {
        "SELECT asked.poll_id, COUNT(*), COUNT(asked.answered_at), MAX(asked.answered_at)
         FROM date_poll_person asked JOIN date_poll poll ON poll.id = asked.poll_id "
    };
}

fn read_count(row: &mut Row) -> Result<(Uuid, Count), Fault> {
    let poll = row.take()?;
    let count = Count {
        asked: row.take()?,
        answered: row.take()?,
        latest: row.take()?,
    };
    Ok((poll, count))
}

/// The answers to all polls of a network, counted; a poll that nobody is asked in is left out.
pub(crate) fn counts_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<HashMap<Uuid, Count>, Fault> {
    let rows = conn.all(
        sql!(counts!, "WHERE poll.network_id = $1 GROUP BY asked.poll_id"),
        params![network],
        read_count,
    )?;
    Ok(rows.into_iter().collect())
}

/// The same of the polls about a gathering's day.
pub(crate) fn counts_of_gathering(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<HashMap<Uuid, Count>, Fault> {
    let rows = conn.all(
        sql!(counts!, "WHERE poll.gathering_id = $1 GROUP BY asked.poll_id"),
        params![gathering],
        read_count,
    )?;
    Ok(rows.into_iter().collect())
}

/// What a person is asked in polls of a network that are open; whether they are over, their
/// days say.
pub(crate) fn open_of_person(
    conn: &mut Conn<'_>,
    network: NetworkId,
    person: PersonId,
) -> Result<Vec<Asked>, Fault> {
    conn.all(
        sql!(
            asked!,
            "JOIN date_poll poll ON poll.id = asked.poll_id
             WHERE asked.person_id = $1 AND poll.network_id = $2 AND poll.state = 'open'
             ORDER BY poll.until_day, poll.id"
        ),
        params![person, network],
        read,
    )
}

/// Writes down that a person is asked; who was asked before stays so.
pub(crate) fn add_asked(conn: &mut Conn<'_>, it: &Asked) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO date_poll_person (id, poll_id, person_id, via, remark, answered_at,
             answered_through) VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            it.id,
            it.poll,
            it.person,
            it.via,
            it.remark,
            it.answered_at,
            it.through
        ],
    )?;
    Ok(())
}

/// All answers of a poll.
pub(crate) fn answers(conn: &mut Conn<'_>, poll: Uuid) -> Result<Vec<Answer>, Fault> {
    conn.all(
        sql!(
            "SELECT answer.asked_id, answer.date_id, answer.answer FROM date_poll_answer answer
             JOIN date_poll_date date ON date.id = answer.date_id WHERE date.poll_id = $1"
        ),
        params![poll],
        |row| {
            Ok(Answer {
                asked: row.take()?,
                date: row.take()?,
                fits: Fits::from_word(&row.take::<String>()?)
                    .ok_or_else(|| Fault::new("read an answer"))?,
            })
        },
    )
}

/// Writes what a person answers, in place of what stood there.
pub(crate) fn put_answers(
    conn: &mut Conn<'_>,
    asked: Uuid,
    answers: &[(Uuid, Fits)],
    (remark, through, at): (&str, &str, Timestamp),
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM date_poll_answer WHERE asked_id = $1"),
        params![asked],
    )?;
    for (date, fits) in answers {
        conn.exec(
            sql!("INSERT INTO date_poll_answer (asked_id, date_id, answer) VALUES ($1, $2, $3)"),
            params![asked, *date, fits.word()],
        )?;
    }
    conn.exec(
        sql!(
            "UPDATE date_poll_person SET remark = $2, answered_at = $3, answered_through = $4
             WHERE id = $1"
        ),
        params![asked, remark, at, through],
    )?;
    Ok(())
}
