//! What happens to letters: laid out, released, discarded, sent again.

use base::access::Actor;
use base::{Fault, Halt, LetterId, Moment, NetworkId};
use jiff::Timestamp;
use store::{Conn, Entry, Job};

use crate::jobs::DELIVER;
use crate::letter::{About, NewLetter, State};
use crate::records::way::Way;
use crate::records::{self, addresses, hold};

/// Somebody waits for such a letter: it goes before the many that were released. A fixed
/// instant also keeps it due where sign-in and office live by different clocks.
const AT_ONCE: Timestamp = Timestamp::UNIX_EPOCH;

/// Sends a letter at once: the answer to one person's act. After a restore it waits like any
/// other, until the office ends that.
pub fn send_now(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    letter: &NewLetter<'_>,
) -> Result<LetterId, Fault> {
    let way = records::way::way(conn, letter.network, letter.to_address)?;
    send_on(conn, moment, letter, way)
}

/// The same on a way that is known.
///
/// # Errors
/// When the database fails.
pub fn send_on(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    letter: &NewLetter<'_>,
    way: Way,
) -> Result<LetterId, Fault> {
    if let Some(since) = way.held_since {
        let id = lay_out(conn, moment, letter)?;
        hold::mark_held(conn, id, since)?;
        return Ok(id);
    }
    let id: LetterId = moment.id();
    records::add(conn, (id, moment.now()), letter, State::Queued)?;
    enqueue(conn, moment, id, AT_ONCE)?;
    Ok(id)
}

/// Lays a letter out; it goes when a person releases it.
pub fn lay_out(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    letter: &NewLetter<'_>,
) -> Result<LetterId, Fault> {
    let id: LetterId = moment.id();
    records::add(conn, (id, moment.now()), letter, State::Waiting)?;
    Ok(id)
}

/// Which waiting letters the office means, and how many it saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Their kind.
    pub kind: String,
    /// What they are about.
    pub about: About,
    /// How many there were when the office looked.
    pub count: i64,
}

/// Releases a group of waiting letters.
///
/// # Errors
/// [`Halt::Stale`] when there are more or fewer than the office saw.
pub fn release(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    chosen: &Chosen,
) -> Result<usize, Halt> {
    let letters = meant(conn, network, chosen)?;
    for letter in &letters {
        records::set_queued(conn, *letter, moment.now())?;
        let due = moment.now();
        enqueue(conn, moment, *letter, due)?;
    }
    note(conn, moment, (who, network), "letters-released", chosen)?;
    Ok(letters.len())
}

/// Discards a group of waiting letters.
///
/// # Errors
/// [`Halt::Stale`] when there are more or fewer than the office saw.
pub fn discard(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    chosen: &Chosen,
) -> Result<usize, Halt> {
    let letters = meant(conn, network, chosen)?;
    for letter in &letters {
        records::settle(conn, *letter, (State::Withdrawn, ""), moment.now())?;
    }
    note(conn, moment, (who, network), "letters-discarded", chosen)?;
    Ok(letters.len())
}

/// Sends a letter once more: one that failed as it is, one that went out as a new letter,
/// because mail servers drop a message id that they have seen. One on its way stays.
///
/// # Errors
/// [`Halt::Missing`] for a letter that is not there or was never released.
pub fn send_again(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    id: LetterId,
    by: &str,
) -> Result<LetterId, Halt> {
    let letter = records::letter(conn, id)?.ok_or(Halt::Missing)?;
    let sent = match letter.state {
        State::Waiting | State::Withdrawn => return Err(Halt::Missing),
        State::Queued => return Ok(id),
        State::Failed => {
            records::set_queued(conn, id, moment.now())?;
            id
        }
        State::Sent => {
            let copy: LetterId = moment.id();
            records::copy(conn, id, (copy, moment.now()), by)?;
            copy
        }
    };
    enqueue(conn, moment, sent, AT_ONCE)?;
    conn.note(
        moment,
        &Entry {
            network: letter.network,
            account: None,
            actor: by,
            verb: "letter-sent-again",
            kind: "letter",
            subject: id.into(),
            detail: letter.kind,
        },
    )?;
    Ok(sent)
}

/// Frees a paused address: letters go there again, and counting begins anew.
///
/// # Errors
/// [`Halt::Missing`] where none of the network's letters came back from there.
pub fn free_address(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    address: &str,
) -> Result<(), Halt> {
    let theirs = addresses::paused(conn, network)?;
    let found = theirs
        .iter()
        .find(|it| it.address == addresses::key(address));
    let found = found.ok_or(Halt::Missing)?;
    addresses::free(conn, &found.address)?;
    conn.note(
        moment,
        &Entry {
            network: Some(network),
            account: who.account,
            actor: &who.name,
            verb: "address-freed",
            kind: "network",
            subject: network.into(),
            detail: String::new(),
        },
    )?;
    Ok(())
}

/// Tries a letter once more that failed, for the operator.
///
/// # Errors
/// [`Halt::Stale`] where it does not stand failed any more.
pub fn retry(conn: &mut Conn<'_>, moment: &mut Moment, id: LetterId, by: &str) -> Result<(), Halt> {
    match records::letter(conn, id)? {
        Some(letter) if letter.state == State::Failed => send_again(conn, moment, id, by).map(drop),
        _ => Err(Halt::Stale),
    }
}

/// Gives a letter up that failed; it is not offered for another try.
///
/// # Errors
/// [`Halt::Stale`] where it does not stand failed any more.
pub fn give_up(conn: &mut Conn<'_>, moment: &Moment, id: LetterId) -> Result<(), Halt> {
    let letter = records::letter(conn, id)?.ok_or(Halt::Stale)?;
    if letter.state != State::Failed {
        return Err(Halt::Stale);
    }
    let end = (State::Withdrawn, letter.answer.as_str());
    Ok(records::settle(conn, id, end, moment.now())?)
}

/// Ends that a network's letters are held back after a restore; those that wait go on waiting.
pub(crate) fn end_hold(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
) -> Result<(), Fault> {
    if !hold::end_hold(conn, network)? {
        return Ok(());
    }
    conn.note(
        moment,
        &Entry {
            network: Some(network),
            account: who.account,
            actor: &who.name,
            verb: "letter-hold-ended",
            kind: "network",
            subject: network.into(),
            detail: String::new(),
        },
    )
}

fn enqueue(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    id: LetterId,
    due: Timestamp,
) -> Result<(), Fault> {
    let job = Job {
        kind: DELIVER,
        subject: &id.to_string(),
        due,
    };
    conn.later(moment, &job).map(drop)
}

fn meant(conn: &mut Conn<'_>, network: NetworkId, chosen: &Chosen) -> Result<Vec<LetterId>, Halt> {
    let letters = records::waiting_in(conn, network, (&chosen.kind, &chosen.about))?;
    if letters.is_empty() || i64::try_from(letters.len()) != Ok(chosen.count) {
        return Err(Halt::Stale);
    }
    Ok(letters.into_iter().map(|letter| letter.id).collect())
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    verb: &'static str,
    chosen: &Chosen,
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "network",
            subject: network.into(),
            detail: format!(
                "{} × {} {} ({})",
                chosen.count,
                chosen.about.title,
                chosen.about.iso(),
                chosen.kind
            ),
        },
    )
}
