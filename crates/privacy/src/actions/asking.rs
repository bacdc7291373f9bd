//! Requests with their answers, notices, consents.

use base::access::Actor;
use base::{Fault, Halt, Moment, NetworkId, PersonId};
use jiff::SignedDuration;
use outbox::{About, NewLetter};
use shell::{PARTICIPANT_LIST, Whom};
use store::Conn;
use uuid::Uuid;

use super::note;
use crate::letters;
use crate::records::requests::{self, Kind, Request, State};
use crate::records::{consents, notices};

/// So many requests of a person may be open at once: more is not a wish but noise.
const MOST_OPEN: usize = 5;

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
    let mut open = requests::of_person(conn, whom.person)?;
    open.retain(|it| it.state == State::Open);
    if kind == Kind::Erasure && open.iter().any(|it| it.kind == kind) {
        return Err(Halt::no("privacy-fault-asked"));
    }
    if kind == Kind::Correction && open.iter().any(|it| it.words == words) {
        return Err(Halt::at("words", "privacy-fault-asked"));
    }
    if open.len() >= MOST_OPEN {
        return Err(Halt::no("privacy-fault-many"));
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
    if (request.kind, state) == (Kind::Erasure, State::Done) {
        return Err(Halt::at("state", "privacy-fault-erase-first"));
    }
    requests::settle(conn, id, (state, answer), (moment.now(), &who.name))?;
    tell_answered(conn, moment, &request, &who.name)?;
    let about = (id, state.word().to_owned());
    Ok(note(
        conn,
        moment,
        (who, network),
        "privacy-answered",
        about,
    )?)
}

fn tell_answered(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    request: &Request,
    by: &str,
) -> Result<(), Fault> {
    let Some(person) = register::person(conn, request.person)?.filter(|it| !it.mail.is_empty())
    else {
        return Ok(());
    };
    let card = register::network(conn, request.network)?;
    let letter = NewLetter {
        network: Some(request.network),
        kind: letters::ANSWERED,
        subject: &request.id.to_string(),
        detail: String::new(),
        about: About {
            title: card.map_or_else(String::new, |it| it.name),
            day: None,
        },
        to_name: &person.name,
        to_address: &person.mail,
        lang: person.lang,
        by,
    };
    outbox::send_now(conn, moment, &letter).map(drop)
}

/// A person takes a request back that nobody has answered.
///
/// # Errors
/// Missing where it is somebody else's; stale where it is answered.
pub fn withdraw_request(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    whom: &Whom,
    id: Uuid,
) -> Result<(), Halt> {
    let request = requests::request(conn, id)?
        .filter(|it| it.person == whom.person)
        .ok_or(Halt::Missing)?;
    if request.state != State::Open {
        return Err(Halt::Stale);
    }
    requests::delete(conn, id)?;
    let about = (id, request.kind.word().to_owned());
    note(
        conn,
        moment,
        (who, whom.network),
        "privacy-withdrawn",
        about,
    )?;
    Ok(())
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
    notices::keep_draft(conn, network, text, by)?;
    let about = (network.into(), String::new());
    Ok(note(
        conn,
        moment,
        (who, network),
        "privacy-notice-kept",
        about,
    )?)
}

/// Brings a text out as the notice's next version, and says which.
///
/// # Errors
/// Refused where it is empty, or says what the last version says.
pub fn publish_notice(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    text: String,
) -> Result<i64, Halt> {
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
pub fn may_be_listed(conn: &mut Conn<'_>, person: PersonId) -> Result<bool, Fault> {
    agreed(conn, person, PARTICIPANT_LIST)
}

/// Whether a person agreed to something.
///
/// # Errors
/// When the database fails.
pub fn agreed(conn: &mut Conn<'_>, person: PersonId, purpose: &str) -> Result<bool, Fault> {
    Ok(consents::accepted(conn, person, purpose)?.is_some_and(|it| it.granted))
}
