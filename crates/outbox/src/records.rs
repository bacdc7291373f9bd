//! Everything the outbox asks of the database.

pub(crate) mod addresses;
pub(crate) mod archive;
pub(crate) mod hold;
mod holdings;
pub(crate) mod way;

use base::{Fault, LetterId, NetworkId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

pub(crate) use holdings::{HOLDINGS, RETAINED};
pub use holdings::{addresses_of, forget_recipients};

use crate::letter::{About, Group, Letter, LetterState, NewLetter, State};
use crate::sender::Sender;

/// Adds a letter.
pub(crate) fn add(
    conn: &mut Conn<'_>,
    (id, now): (LetterId, Timestamp),
    letter: &NewLetter<'_>,
    state: State,
) -> Result<(), Fault> {
    let queued_at = (state == State::Queued).then_some(now);
    conn.put(
        sql!(
            "INSERT INTO letter (id, network_id, kind, subject, detail, about, about_day, to_name,
             to_address, lang, state, laid_at, laid_by, queued_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
        params![
            id,
            letter.network,
            letter.kind,
            letter.subject,
            letter.detail,
            letter.about.title,
            letter.about.day,
            letter.to_name,
            letter.to_address,
            letter.lang,
            state.word(),
            now,
            letter.by,
            queued_at,
        ],
    )?;
    Ok(())
}

/// Copies a letter that went out already, as one to be sent now.
pub(crate) fn copy(
    conn: &mut Conn<'_>,
    from: LetterId,
    (id, now): (LetterId, Timestamp),
    by: &str,
) -> Result<(), Fault> {
    conn.put(
        sql!(
            "INSERT INTO letter (id, network_id, kind, subject, detail, about, about_day, to_name,
             to_address, lang, state, laid_at, laid_by, queued_at)
             SELECT $1, network_id, kind, subject, detail, about, about_day, to_name, to_address,
             lang, 'queued', $2, $3, $2 FROM letter WHERE id = $4"
        ),
        params![id, now, by, from],
    )?;
    Ok(())
}

/// A letter.
pub fn letter(conn: &mut Conn<'_>, id: LetterId) -> Result<Option<Letter>, Fault> {
    conn.one(
        sql!(
            "SELECT id, network_id, kind, subject, detail, about, about_day, to_name, to_address,
             lang, state, laid_at, laid_by, queued_at, attempts, settled_at, answer
             FROM letter WHERE id = $1"
        ),
        params![id],
        read_letter,
    )
}

/// The waiting letters of a group, in the order of their recipients.
pub fn waiting_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (kind, about): (&str, &About),
) -> Result<Vec<Letter>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, kind, subject, detail, about, about_day, to_name, to_address,
             lang, state, laid_at, laid_by, queued_at, attempts, settled_at, answer
             FROM letter WHERE network_id = $1 AND state = 'waiting' AND kind = $2 AND about = $3
             AND COALESCE(about_day, '') = $4
             ORDER BY to_name, id"
        ),
        params![network, kind, about.title, about.iso()],
        read_letter,
    )
}

/// Letters of a network in one of the states behind the outbox, the newest first.
pub fn settled(
    conn: &mut Conn<'_>,
    network: NetworkId,
    state: State,
    (limit, offset): (i64, i64),
) -> Result<Vec<Letter>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, kind, subject, detail, about, about_day, to_name, to_address,
             lang, state, laid_at, laid_by, queued_at, attempts, settled_at, answer
             FROM letter WHERE network_id = $1 AND state = $2
             ORDER BY COALESCE(settled_at, queued_at, laid_at) DESC, id DESC LIMIT $3 OFFSET $4"
        ),
        params![network, state.word(), limit, offset],
        read_letter,
    )
}

/// The groups of waiting letters, the oldest first.
pub fn groups(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Group>, Fault> {
    let letters = conn.all(
        sql!(
            "SELECT l.kind, l.about, l.about_day, l.id, l.laid_at, l.held_since FROM letter l
             WHERE l.network_id = $1 AND l.state = 'waiting'
             ORDER BY l.laid_at, l.id"
        ),
        params![network],
        |row| {
            Ok(Group {
                kind: row.take()?,
                about: read_about(row)?,
                count: 1,
                first: row.take()?,
                since: row.take()?,
                held: u32::from(row.take::<Option<Timestamp>>()?.is_some()),
            })
        },
    )?;
    let mut groups: Vec<Group> = Vec::new();
    for letter in letters {
        let known = groups
            .iter_mut()
            .find(|group| group.kind == letter.kind && group.about == letter.about);
        match known {
            Some(group) => {
                group.count += 1;
                group.held += letter.held;
            }
            None => groups.push(letter),
        }
    }
    Ok(groups)
}

/// How many letters of a network are in a state.
pub fn count(conn: &mut Conn<'_>, network: NetworkId, state: State) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM letter WHERE network_id = $1 AND state = $2"),
        params![network, state.word()],
    )
}

/// Gives a letter to the queue.
pub(crate) fn set_queued(conn: &mut Conn<'_>, id: LetterId, now: Timestamp) -> Result<(), Fault> {
    conn.put(
        sql!(
            "UPDATE letter SET state = 'queued', queued_at = $2, attempts = 0,
             settled_at = NULL, answer = '' WHERE id = $1"
        ),
        params![id, now],
    )?;
    Ok(())
}

/// Counts one more failed try of delivery and says how many there were.
pub(crate) fn count_attempt(conn: &mut Conn<'_>, id: LetterId) -> Result<u32, Fault> {
    conn.put(
        sql!("UPDATE letter SET attempts = attempts + 1 WHERE id = $1"),
        params![id],
    )?;
    let failed = conn.one(
        sql!("SELECT attempts FROM letter WHERE id = $1"),
        params![id],
        Row::take,
    )?;
    Ok(failed.unwrap_or(u32::MAX))
}

/// Writes down what the server said without ending the letter's way.
pub(crate) fn set_answer(conn: &mut Conn<'_>, id: LetterId, answer: &str) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE letter SET answer = $2 WHERE id = $1 AND state = 'queued'"),
        params![id, answer],
    )?;
    Ok(())
}

/// Ends a letter's way.
pub(crate) fn settle(
    conn: &mut Conn<'_>,
    id: LetterId,
    (state, answer): (State, &str),
    now: Timestamp,
) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE letter SET state = $2, answer = $3, settled_at = $4 WHERE id = $1"),
        params![id, state.word(), answer, now],
    )?;
    Ok(())
}

/// Takes back what still waits about a subject; says how many letters that were.
pub fn withdraw_waiting(conn: &mut Conn<'_>, kind: &str, subject: &str) -> Result<u64, Fault> {
    conn.exec(
        sql!(
            "UPDATE letter SET state = 'withdrawn'
             WHERE kind = $1 AND subject = $2 AND state = 'waiting'"
        ),
        params![kind, subject],
    )
}

/// The letters of a kind about a subject, the newest first.
pub fn letters_about(
    conn: &mut Conn<'_>,
    kind: &str,
    subject: &str,
) -> Result<Vec<LetterState>, Fault> {
    conn.all(
        sql!(
            "SELECT id, state, to_name, to_address, settled_at, answer FROM letter
             WHERE kind = $1 AND subject = $2 ORDER BY laid_at DESC, id DESC"
        ),
        params![kind, subject],
        |row| {
            let mut letter = LetterState {
                id: row.take()?,
                state: read_state(row)?,
                to_name: row.take()?,
                to_address: row.take()?,
                sent_at: row.take()?,
                answer: row.take()?,
            };
            letter.sent_at = letter.sent_at.filter(|_| letter.state == State::Sent);
            Ok(letter)
        },
    )
}

fn read_state(row: &mut Row) -> Result<State, Fault> {
    let word: String = row.take()?;
    State::from_word(&word).ok_or_else(|| Fault::new("read a letter's state"))
}

fn read_about(row: &mut Row) -> Result<About, Fault> {
    Ok(About {
        title: row.take()?,
        day: row.take()?,
    })
}

fn read_letter(row: &mut Row) -> Result<Letter, Fault> {
    Ok(Letter {
        id: row.take()?,
        network: row.take()?,
        kind: row.take()?,
        subject: row.take()?,
        detail: row.take()?,
        about: read_about(row)?,
        to_name: row.take()?,
        to_address: row.take()?,
        lang: row.take()?,
        state: read_state(row)?,
        laid_at: row.take()?,
        laid_by: row.take()?,
        queued_at: row.take()?,
        attempts: row.take()?,
        settled_at: row.take()?,
        answer: row.take()?,
    })
}

/// What letters show of a network.
pub(crate) fn sender(conn: &mut Conn<'_>, network: NetworkId) -> Result<Option<Sender>, Fault> {
    conn.one(
        sql!(
            "SELECT name, sender_name, slug, accent, office_name, office_phone, office_mail, sample_data
             FROM network WHERE id = $1"
        ),
        params![network],
        |row| {
            Ok(Sender {
                name: row.take()?,
                sender_name: row.take()?,
                slug: row.take()?,
                accent: row.take()?,
                office_name: row.take()?,
                office_phone: row.take()?,
                office_mail: row.take()?,
                sample_data: row.take()?,
            })
        },
    )
}
