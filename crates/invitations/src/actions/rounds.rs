//! Rounds: chosen, tried out, laid out.

use base::access::{Actor, Audience};
use base::{Blame, GatheringId, Halt, Moment};
use gatherings::{Gathering, State};
use outbox::NewLetter;
use store::Conn;
use uuid::Uuid;

use super::{about, note};
use crate::letters::{Detail, INVITATION, TEST};
use crate::records::{self, Round};
use crate::rules::{Choice, Enclosed, fit};
use crate::select::{self, Bar};

/// Writes a round down: whom the office means and what goes along. `known` is a round that is
/// written anew.
///
/// # Errors
/// Refused where nobody was chosen, the files are too large together, or there is nothing to
/// invite to.
pub fn put_round(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (gathering, known): (GatheringId, Option<Uuid>),
    (choice, mut enclosed): (Choice, Enclosed),
) -> Result<Uuid, Halt> {
    let it = to_come(conn, moment, gathering)?;
    if choice.is_empty() {
        return Err(Halt::at("people", "invitations-fault-nobody"));
    }
    let mut documents = gatherings::documents(conn, gathering)?;
    documents.retain(|document| {
        document.audience != Audience::Office && enclosed.documents.contains(&document.id)
    });
    if !fit(documents.iter().map(|document| document.size)) {
        return Err(Halt::Refused(vec![
            Blame::at("documents", "invitations-fault-too-large").with("most", 7),
        ]));
    }
    enclosed.documents = documents.iter().map(|document| document.id).collect();
    let id = match known {
        Some(id) => {
            let round = records::round(conn, id)?.filter(|it| it.gathering == gathering);
            let round = round.ok_or(Halt::Missing)?;
            if round.laid_out_at.is_some() {
                return Err(Halt::Stale);
            }
            id
        }
        None => moment.id(),
    };
    let round = Round {
        id,
        gathering: it.id,
        enclosed,
        choice,
        made_at: moment.now(),
        made_by: who.name.clone(),
        laid_out_at: None,
    };
    records::put(conn, &round)?;
    Ok(id)
}

/// Sends a round's mail to the one who prepares it, at once.
///
/// # Errors
/// Refused where the person has no mail address.
pub fn send_test(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    round: Uuid,
) -> Result<(), Halt> {
    let round = records::round(conn, round)?.ok_or(Halt::Missing)?;
    let it = gatherings::gathering(conn, round.gathering)?.ok_or(Halt::Missing)?;
    let person = match who.person {
        Some(id) => register::person(conn, id)?,
        None => None,
    };
    let Some(person) = person.filter(|it| !it.mail.is_empty()) else {
        return Err(Halt::no("invitations-fault-no-own-address"));
    };
    let letter = NewLetter {
        network: Some(it.network),
        kind: TEST,
        subject: &round.id.to_string(),
        detail: Detail::default().to_json()?,
        about: about(&it),
        to_name: &person.name,
        to_address: &person.mail,
        lang: person.lang,
        by: &who.name,
    };
    outbox::send_now(conn, moment, &letter)?;
    Ok(())
}

/// How many people a round put where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LaidOut {
    /// Letters that wait in the outbox now.
    pub letters: usize,
    /// People on the guest list for whom no mail address is known, or only one that letters
    /// came back from.
    pub without_address: usize,
}

/// Puts a round's people on the guest list and lays out one letter for each of them; who has
/// one already gets no second one.
///
/// # Errors
/// [`Halt::Stale`] when the round was laid out before; refused where it reaches nobody new.
pub fn lay_out_round(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    round: Uuid,
) -> Result<LaidOut, Halt> {
    let round = records::round(conn, round)?.ok_or(Halt::Missing)?;
    if round.laid_out_at.is_some() {
        return Err(Halt::Stale);
    }
    let it = to_come(conn, moment, round.gathering)?;
    let detail = Detail {
        round: Some(round.id),
        change: None,
    }
    .to_json()?;
    let mut laid_out = LaidOut::default();
    for reached in select::people(conn, &it, &round)? {
        if reached.bar == Some(Bar::Invited) {
            continue;
        }
        let person = &reached.chosen.guest.person;
        let id = gatherings::add_guest(conn, moment, it.id, person.id, &reached.chosen.via)?;
        // Who has registered before has answered.
        registration::follow_guest(conn, moment, (it.id, person.id))?;
        if matches!(reached.bar, Some(Bar::NoAddress | Bar::Paused)) {
            laid_out.without_address += 1;
            continue;
        }
        let letter = NewLetter {
            network: Some(it.network),
            kind: INVITATION,
            subject: &id.to_string(),
            detail: detail.clone(),
            about: about(&it),
            to_name: &person.name,
            to_address: &person.mail,
            lang: person.lang,
            by: &who.name,
        };
        outbox::lay_out(conn, moment, &letter)?;
        laid_out.letters += 1;
    }
    if laid_out == LaidOut::default() {
        return Err(Halt::no("invitations-fault-nobody-new"));
    }
    records::mark_laid_out(conn, round.id, moment.now())?;
    let count = (laid_out.letters + laid_out.without_address).to_string();
    note(conn, moment, who, &it, ("invitations-laid-out", count))?;
    Ok(laid_out)
}

/// A gathering that can be invited to.
fn to_come(conn: &mut Conn<'_>, moment: &Moment, id: GatheringId) -> Result<Gathering, Halt> {
    let it = gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?;
    match it.state {
        State::Draft => Err(Halt::no("invitations-fault-draft")),
        State::Announced if it.starts_at > moment.now() => Ok(it),
        _ => Err(Halt::no("invitations-fault-not-to-come")),
    }
}
