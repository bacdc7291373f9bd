//! Who is reached by a round, and what stands against writing to somebody.

use base::{Fault, InvitationId};
use gatherings::Gathering;
use outbox::State;
use store::Conn;

use crate::letters::INVITATION;
use crate::records::Round;
use crate::rules::{Chosen, each_once};

/// Somebody whom a round reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Who, and what led to it.
    pub chosen: Chosen,
    /// What stands against writing.
    pub bar: Option<Bar>,
}

/// What stands against writing to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The person was written to already, or a letter waits.
    Invited,
    /// No mail address is known; the person stands on the guest list all the same.
    NoAddress,
    /// Letters to the address came back for good; the person stands on the guest list all the
    /// same.
    Paused,
}

impl Reached {
    /// Whether a letter is laid out for this person.
    pub const fn is_to_be_written_to(&self) -> bool {
        self.bar.is_none()
    }
}

/// Everybody whom a round reaches, each once, in the order of their names.
pub fn people(
    conn: &mut Conn<'_>,
    gathering: &Gathering,
    round: &Round,
) -> Result<Vec<Reached>, Fault> {
    let day = gathering.starts.date();
    let mut chosen = Vec::new();
    for id in &round.choice.groups {
        let Some(group) = register::group(conn, *id)?.filter(|it| it.network == gathering.network)
        else {
            continue;
        };
        for guest in register::members_of_group(conn, *id, day)? {
            let via = group.name.clone();
            chosen.push(Chosen { guest, via });
        }
    }
    if round.choice.member_contacts {
        for guest in register::member_contacts(conn, gathering.network, day)? {
            let organisation = guest.organisation.as_ref();
            let via = organisation.map_or_else(String::new, |(_, name)| name.clone());
            chosen.push(Chosen { guest, via });
        }
    }
    for id in &round.choice.people {
        let guest = register::representative(conn, *id, day)?;
        let here = guest.filter(|it| it.person.network == gathering.network && !it.person.ended);
        chosen.extend(here.map(|guest| Chosen {
            guest,
            via: String::new(),
        }));
    }
    each_once(chosen)
        .into_iter()
        .map(|chosen| {
            let bar = bar(conn, gathering, &chosen)?;
            Ok(Reached { chosen, bar })
        })
        .collect()
}

fn bar(conn: &mut Conn<'_>, gathering: &Gathering, chosen: &Chosen) -> Result<Option<Bar>, Fault> {
    let person = &chosen.guest.person;
    let known = gatherings::invitation_of(conn, gathering.id, person.id)?;
    if let Some(known) = known.filter(|it| !it.withdrawn)
        && (known.invited_at.is_some() || has_letter(conn, known.id)?)
    {
        return Ok(Some(Bar::Invited));
    }
    if person.mail.is_empty() {
        return Ok(Some(Bar::NoAddress));
    }
    Ok(outbox::is_paused(conn, &person.mail)?.then_some(Bar::Paused))
}

/// Whether a letter waits for the person or has gone out; one that was discarded is none.
fn has_letter(conn: &mut Conn<'_>, id: InvitationId) -> Result<bool, Fault> {
    let letters = outbox::letters_about(conn, INVITATION, &id.to_string())?;
    Ok(letters.iter().any(|it| it.state != State::Withdrawn))
}
