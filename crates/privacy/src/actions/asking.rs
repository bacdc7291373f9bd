//! Requests with their answers, notices, consents.

use base::access::Actor;
use base::{Halt, Moment, NetworkId, PersonId};
use jiff::SignedDuration;
use shell::Whom;
use store::Conn;
use uuid::Uuid;

use super::note;
use crate::records::requests::{self, Kind, Request, State};
use crate::records::{consents, notices};

/// The consent to stand on attendance lists that go to other participants.
pub const ATTENDANCE_LIST: &str = "attendance-list";

/// A person asks the office for a correction or for erasure.
///
/// # Errors
/// Refused where a correction does not say of what, or the same is asked for already.
pub fn ask(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    whom: &Whom,
    (kind, words): (Kind, String),
) -> Result<Uuid, Halt> {
    if kind == Kind::Correction && words.is_empty() {
        return Err(Halt::at("words", "privacy-fault-words"));
    }
    let open = requests::of_person(conn, whom.person)?;
    let is_asked = |it: &Request| it.state == State::Open && it.kind == Kind::Erasure;
    if kind == Kind::Erasure && open.iter().any(is_asked) {
        return Err(Halt::at("kind", "privacy-fault-asked"));
    }
    let request = Request {
        id: moment.id(),
        network: whom.network,
        person: whom.person,
        name: whom.name.clone(),
        kind,
        words,
        at: moment.now(),
        state: State::Open,
        answer: String::new(),
        settled_at: None,
    };
    requests::add(conn, &request)?;
    let about = (request.id, kind.word().to_owned());
    note(conn, moment, (who, whom.network), "privacy-asked", about)?;
    Ok(request.id)
}

/// The office answers.
///
/// # Errors
/// Missing in another network; stale where it is answered; refused where a refusal gives no
/// reason.
pub fn answer_request(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    id: Uuid,
    (state, answer): (State, &str),
) -> Result<(), Halt> {
    let request = requests::request(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)?;
    if request.state != State::Open {
        return Err(Halt::Stale);
    }
    if answer.is_empty() {
        return Err(Halt::at("answer", "fault-missing"));
    }
    requests::settle(conn, id, (state, answer), (moment.now(), &who.name))?;
    let about = (id, state.word().to_owned());
    Ok(note(
        conn,
        moment,
        (who, network),
        "privacy-answered",
        about,
    )?)
}

/// Keeps what is being written of the notice.
///
/// # Errors
/// When the database fails.
pub fn keep_draft(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    text: &str,
) -> Result<(), Halt> {
    let by = (moment.now(), who.name.as_str());
    Ok(notices::keep_draft(conn, network, text, by)?)
}

/// Brings the notice out as its next version, and says which.
///
/// # Errors
/// Refused where it is empty, or says what the last version says.
pub fn publish_notice(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
) -> Result<i64, Halt> {
    let text = notices::draft(conn, network)?.unwrap_or_default();
    if text.trim().is_empty() {
        return Err(Halt::at("text", "privacy-fault-notice-empty"));
    }
    let last = notices::notices(conn, network)?.into_iter().next();
    if last.as_ref().is_some_and(|it| it.text == text) {
        return Err(Halt::at("text", "privacy-fault-notice-same"));
    }
    let notice = notices::Notice {
        version: last.map_or(1, |it| it.version + 1),
        text,
        published_at: moment.now(),
    };
    notices::publish(conn, network, &notice, &who.name)?;
    let about = (network.into(), notice.version.to_string());
    note(
        conn,
        moment,
        (who, network),
        "privacy-notice-published",
        about,
    )?;
    Ok(notice.version)
}

/// A person agrees to something, or takes that back; dated, with the notice that stands now.
///
/// # Errors
/// Missing where there is no such person.
pub fn accept(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (person, purpose): (PersonId, &str),
    granted: bool,
) -> Result<(), Halt> {
    let person = register::person(conn, person)?.ok_or(Halt::Missing)?;
    let before = consents::accepted(conn, person.id, purpose)?;
    if before.is_some_and(|it| it.granted == granted) {
        return Ok(());
    }
    let notice = notices::notices(conn, person.network)?.into_iter().next();
    let turn = (granted, notice.map(|it| it.version));
    let after = before.and_then(|it| it.at.checked_add(SignedDuration::from_micros(1)).ok());
    // Of two turns in the same instant the later one counts.
    let at = after.map_or(moment.now(), |after| after.max(moment.now()));
    let whose = (person.network, person.id);
    consents::add(conn, moment, whose, purpose, (turn, at))?;
    let verb = if granted {
        "privacy-consent-given"
    } else {
        "privacy-consent-taken"
    };
    let about = (person.id.into(), purpose.to_owned());
    Ok(note(conn, moment, (who, person.network), verb, about)?)
}

/// Whether a person agreed to stand on lists that go to other participants.
///
/// # Errors
/// When the database fails.
pub fn may_be_listed(conn: &mut Conn<'_>, person: PersonId) -> Result<bool, base::Fault> {
    Ok(consents::accepted(conn, person, ATTENDANCE_LIST)?.is_some_and(|it| it.granted))
}
