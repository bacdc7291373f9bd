//! Where a mail belongs: which letter, which gathering, whose office.

use base::{Fault, GatheringId, Halt, InvitationId, LetterId, Moment, NetworkId, PersonId};
use calendar::CalendarReply;
use gatherings::Invitation;
use invitations::Spoken;
use outbox::Letter;
use store::Conn;

use crate::records::mails;
use crate::rules::{is_same_address, reply_of};

/// Where a mail belongs, as far as is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// Whose office it is for.
    pub(crate) network: Option<NetworkId>,
    /// Our letter that it answers.
    pub(crate) letter: Option<LetterId>,
    /// The gathering that the letter was about.
    pub(crate) gathering: Option<GatheringId>,
    /// The invitation that the letter was about.
    pub(crate) invitation: Option<InvitationId>,
}

/// Our letter among these message ids, the first that is one. Their first half is the letter's
/// id, which nobody can guess.
pub(crate) fn letter_of(conn: &mut Conn<'_>, ids: &[String]) -> Result<Option<Letter>, Fault> {
    for id in ids {
        let Some((local, _)) = id.split_once('@') else {
            continue;
        };
        if let Ok(id) = local.parse::<LetterId>()
            && let Some(letter) = outbox::letter(conn, id)?
        {
            return Ok(Some(letter));
        }
    }
    Ok(None)
}

/// What a letter was about.
pub(crate) fn of_letter(conn: &mut Conn<'_>, letter: &Letter) -> Result<Place, Fault> {
    let mut place = Place {
        network: letter.network,
        letter: Some(letter.id),
        ..Place::default()
    };
    if letter.kind.starts_with("invitations.") {
        if let Ok(id) = letter.subject.parse()
            && let Some(invitation) = gatherings::invitation(conn, id)?
        {
            place.invitation = Some(invitation.id);
            place.gathering = Some(invitation.gathering);
        }
    } else if letter.kind.starts_with("minutes.")
        && let Ok(id) = letter.subject.parse()
        && let Some(minutes) = minutes::minutes(conn, id)?
    {
        place.gathering = Some(minutes.gathering);
    }
    Ok(place)
}

/// The gathering of a calendar's event and the invitation of the one who answers.
pub(crate) fn of_event(
    conn: &mut Conn<'_>,
    uid: &str,
    attendee: &str,
) -> Result<(Place, Option<Invitation>), Fault> {
    let id = uid.split('@').next().unwrap_or_default().parse();
    let Ok(id) = id else {
        return Ok((Place::default(), None));
    };
    let Some(gathering) = gatherings::gathering(conn, id)? else {
        return Ok((Place::default(), None));
    };
    let invitation = guest(conn, gathering.id, attendee)?;
    let place = Place {
        network: Some(gathering.network),
        letter: None,
        gathering: Some(gathering.id),
        invitation: invitation.as_ref().map(|it| it.id),
    };
    Ok((place, invitation))
}

/// The guest with this address: as the register knows it now, or as the invitation went there.
pub(crate) fn guest(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    address: &str,
) -> Result<Option<Invitation>, Fault> {
    let mut earlier = None;
    for invitation in gatherings::invitations(conn, gathering)? {
        if invitation.invited_at.is_none() {
            continue;
        }
        let person = register::person(conn, invitation.person)?;
        if person.is_some_and(|it| is_same_address(&it.mail, address)) {
            return Ok(Some(invitation));
        }
        let subject = invitation.id.to_string();
        let letters = outbox::letters_about(conn, invitations::INVITATION, &subject)?;
        let went = letters
            .iter()
            .any(|it| it.sent_at.is_some() && is_same_address(&it.to_address, address));
        if went && earlier.is_none() {
            earlier = Some(invitation);
        }
    }
    Ok(earlier)
}

/// Writes down what a guest's calendar program answered.
pub(crate) fn calendar_said(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    invitation: &Invitation,
    reply: &CalendarReply,
) -> Result<(), Halt> {
    let answer = reply_of(reply.partstat).ok_or(Halt::Missing)?;
    let note: String = reply.comment.chars().take(NOTE).collect();
    let spoken = Spoken {
        reply: answer,
        // Who comes instead stays, unless the guest comes after all or nobody does.
        deputy: if invitation.reply == Some(answer) {
            invitation.deputy.clone()
        } else {
            String::new()
        },
        note: if note.is_empty() {
            invitation.note.clone()
        } else {
            note
        },
    };
    invitations::answer_by_calendar(conn, moment, invitation.id, spoken)
}

/// The longest note of a guest, as in the forms.
const NOTE: usize = 1000;

/// Whose office reads a mail that nothing else places: the one network that knows the sender,
/// else the first network of the installation.
pub(crate) fn network_of_sender(
    conn: &mut Conn<'_>,
    address: &str,
) -> Result<Option<NetworkId>, Fault> {
    if let [only] = mails::networks_knowing(conn, address)?[..] {
        return Ok(Some(only));
    }
    // Ids sort by the instant at which they were given.
    let networks = register::networks(conn)?;
    Ok(networks.into_iter().map(|it| it.id).min())
}

/// The people of a network whom a mail can be from.
pub(crate) fn people_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
    address: &str,
) -> Result<Vec<(PersonId, String)>, Fault> {
    mails::people_at(conn, network, address)
}
