//! Answers in date polls as something that is kept about people.

use base::{Fault, Moment};
use shell::{Erased, Ground, Held, Holding, How, NOBODY, Whom};
use store::{Conn, params, sql};

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
    let made = conn.exec(
        sql!("UPDATE date_poll SET made_by = $3 WHERE network_id = $1 AND made_by = $2"),
        params![whom.network, whom.name, NOBODY],
    )?;
    Ok(vec![asked, Erased::anonymised("polls-holding-made", made)])
}
