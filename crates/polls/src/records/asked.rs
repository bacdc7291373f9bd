//! Those who are asked, and what they answered.

use base::{Fault, NetworkId, PersonId};
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
