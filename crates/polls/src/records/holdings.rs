//! Answers in date polls as something that is kept about people.

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use shell::{Due, Erased, Going, Ground, Held, Holding, How, Retained, Whom};
use store::{Conn, params, sql};
use uuid::Uuid;

/// What polls keep about people.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "polls-answers",
    label: "polls-holding",
    purpose: "polls-holding-purpose",
    ground: Ground::Interest,
    columns: &["date_poll_person.person_id", "date_poll.made_by"],
    former: None,
    tell,
    erase,
}];

/// What polls keep for a time only.
pub(crate) const RETAINED: &[Retained] = &[Retained {
    name: "polls-answers",
    label: "polls-retained",
    hint: "polls-retained-hint",
    months: 12,
    due,
    going: Going::Rows(go),
}];

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let found = conn.all(
        sql!(
            "SELECT poll.title, asked.answered_at, asked.remark FROM date_poll_person asked
             JOIN date_poll poll ON poll.id = asked.poll_id
             WHERE asked.person_id = $1 ORDER BY poll.made_at DESC, poll.id"
        ),
        params![whom.person],
        |row| {
            let (title, at): (String, Option<_>) = (row.take()?, row.take()?);
            let remark: String = row.take()?;
            let mut held = vec![Held::new("polls-holding-asked", title).at(at)];
            if !remark.is_empty() {
                held.push(Held::new("polls-holding-remark", remark).at(at));
            }
            Ok(held)
        },
    )?;
    Ok(found.into_iter().flatten().collect())
}

fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, how: How) -> Result<Vec<Erased>, Fault> {
    let asked = match how {
        How::Erase => {
            let gone = conn.exec(
                sql!("DELETE FROM date_poll_person WHERE person_id = $1"),
                params![whom.person],
            )?;
            Erased::deleted("polls-holding-asked", gone)
        }
        How::Anonymise => {
            let gone = conn.exec(
                sql!("UPDATE date_poll_person SET remark = '' WHERE person_id = $1"),
                params![whom.person],
            )?;
            Erased::anonymised("polls-holding-asked", gone)
        }
    };
    let made = whom.forget_names(
        conn,
        &[sql!(
            "UPDATE date_poll SET made_by = $3 WHERE network_id = $1 AND made_by = $2"
        )],
    )?;
    Ok(vec![asked, Erased::anonymised("polls-holding-made", made)])
}

/// Counted from the end of the last day for answers.
fn due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    let day = before.to_zoned(TimeZone::UTC).date();
    let found = conn.all(
        sql!(
            "SELECT asked.id, person.name, poll.title, poll.until_day
             FROM date_poll_person asked JOIN date_poll poll ON poll.id = asked.poll_id
             JOIN person ON person.id = asked.person_id
             WHERE poll.network_id = $1 AND poll.until_day < $2 AND poll.state <> 'draft'
             ORDER BY poll.until_day, asked.id LIMIT $3"
        ),
        params![network, day, limit],
        |row| {
            let (id, name, title): (Uuid, String, String) = (row.take()?, row.take()?, row.take()?);
            Ok((id, format!("{name}: {title}"), row.take::<Date>()?))
        },
    )?;
    found
        .into_iter()
        .map(|(id, words, last)| {
            let since = last
                .tomorrow()
                .unwrap_or(last)
                .to_zoned(TimeZone::UTC)
                .map_err(|cause| Fault::because("reckon when a poll ended", cause))?
                .timestamp();
            Ok(Due { id, words, since })
        })
        .collect()
}

fn go(conn: &mut Conn<'_>, network: NetworkId, id: Uuid, before: Timestamp) -> Result<bool, Fault> {
    let day = before.to_zoned(TimeZone::UTC).date();
    let gone = conn.exec(
        sql!(
            "DELETE FROM date_poll_person WHERE id = $1 AND poll_id IN
             (SELECT id FROM date_poll
              WHERE network_id = $2 AND until_day < $3 AND state <> 'draft')"
        ),
        params![id, network, day],
    )?;
    Ok(gone > 0)
}
