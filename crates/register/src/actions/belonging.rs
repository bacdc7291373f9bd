//! A network belongs to another one where both offices want it: one asks, the other accepts, and
//! either ends it. Until it is accepted the other one gains nothing.

use base::access::Actor;
use base::{Fault, Halt, Lang, Moment, NetworkId};
use outbox::NewLetter;
use store::Conn;

use crate::letters::BELONGING;
use crate::records::{self, About, Changes, NetworkRequest};
use crate::types::Network;

/// How many levels of networks may stand above each other.
const MOST_LEVELS: usize = 8;

/// What one office does that the other is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A network asks.
    Asked,
    /// It asks no more.
    Withdrawn,
    /// The other one accepts.
    Accepted,
    /// It declines.
    Declined,
    /// One of them ends it.
    Ended,
}

impl Step {
    const ALL: [Self; 5] = [
        Self::Asked,
        Self::Withdrawn,
        Self::Accepted,
        Self::Declined,
        Self::Ended,
    ];

    /// The word in letters; the phrase key of what they say is `register-letter-belonging-` and it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Withdrawn => "withdrawn",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Ended => "ended",
        }
    }

    /// Reads the word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    const fn verb(self) -> &'static str {
        match self {
            Self::Asked => "register-belonging-asked",
            Self::Withdrawn => "register-belonging-withdrawn",
            Self::Accepted => "register-belonging-accepted",
            Self::Declined => "register-belonging-declined",
            Self::Ended => "register-belonging-ended",
        }
    }
}

/// What became of a wish to belong to a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wished {
    /// It waits for the other office.
    Waits,
    /// It holds: the operator of the installation said so.
    Holds,
}

/// Lets a network ask to belong to another one; what it belonged to before ends when that is
/// accepted. The operator asks nobody.
///
/// # Errors
/// Missing where there is no such network; refused where it would come to belong to itself, or
/// belongs there already.
pub fn ask_parent_network(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, parent): (NetworkId, NetworkId),
) -> Result<Wished, Halt> {
    let network = known(conn, id)?;
    let above = known(conn, parent).map_err(|_| Halt::at("parent", "fault-choice"))?;
    if network.parent == Some(parent) {
        return Err(Halt::at("parent", "register-fault-tie-there"));
    }
    refuse_circle(conn, id, parent)?;
    if who.operator {
        tie(conn, moment, who, (&network, &above))?;
        return Ok(Wished::Holds);
    }
    let request = NetworkRequest {
        network: id,
        parent,
        asked_at: moment.now(),
    };
    let before = records::request_of(conn, id)?;
    if before.is_some_and(|it| it.parent == parent) {
        return Err(Halt::at("parent", "register-fault-tie-asked"));
    }
    if before.is_some() {
        withdraw(conn, moment, who, &network)?;
    }
    records::put_request(conn, &request)?;
    note(conn, moment, who, (&network, &above), Step::Asked)?;
    tell(conn, moment, who, (&network, &above), Step::Asked)?;
    Ok(Wished::Waits)
}

/// Accepts a network that asks.
///
/// # Errors
/// Missing where it does not ask; refused where it would come to belong to itself by now.
pub fn accept_child_network(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (parent, child): (NetworkId, NetworkId),
) -> Result<(), Halt> {
    records::request_of(conn, child)?
        .filter(|it| it.parent == parent)
        .ok_or(Halt::Missing)?;
    let (network, above) = (known(conn, child)?, known(conn, parent)?);
    refuse_circle(conn, child, parent)?;
    tie(conn, moment, who, (&network, &above))?;
    Ok(tell(conn, moment, who, (&above, &network), Step::Accepted)?)
}

/// Declines a network that asks, or ends that it belongs here.
///
/// # Errors
/// Missing where it neither asks nor belongs here.
pub fn release_child_network(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (parent, child): (NetworkId, NetworkId),
) -> Result<(), Halt> {
    let (network, above) = (known(conn, child)?, known(conn, parent)?);
    let asks = records::request_of(conn, child)?.is_some_and(|it| it.parent == parent);
    let step = if asks {
        records::remove_request(conn, child)?;
        Step::Declined
    } else if network.parent == Some(parent) {
        records::update_parent(conn, child, None)?;
        Step::Ended
    } else {
        return Err(Halt::Missing);
    };
    note(conn, moment, who, (&network, &above), step)?;
    Ok(tell(conn, moment, who, (&above, &network), step)?)
}

/// Withdraws what a network asks for; where it asks for nothing, ends that it belongs to another.
///
/// # Errors
/// Missing where it does neither.
pub fn leave_parent_network(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: NetworkId,
) -> Result<(), Halt> {
    let network = known(conn, id)?;
    if records::request_of(conn, id)?.is_some() {
        return withdraw(conn, moment, who, &network);
    }
    let above = known(conn, network.parent.ok_or(Halt::Missing)?)?;
    records::update_parent(conn, id, None)?;
    note(conn, moment, who, (&network, &above), Step::Ended)?;
    Ok(tell(conn, moment, who, (&network, &above), Step::Ended)?)
}

fn withdraw(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: &Network,
) -> Result<(), Halt> {
    let Some(request) = records::request_of(conn, network.id)? else {
        return Ok(());
    };
    let above = known(conn, request.parent)?;
    records::remove_request(conn, network.id)?;
    note(conn, moment, who, (network, &above), Step::Withdrawn)?;
    Ok(tell(conn, moment, who, (network, &above), Step::Withdrawn)?)
}

/// Lets a network belong to another one from now on, and to none besides.
fn tie(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, above): (&Network, &Network),
) -> Result<(), Halt> {
    if let Some(before) = network.parent {
        let before = known(conn, before)?;
        note(conn, moment, who, (network, &before), Step::Ended)?;
        tell(conn, moment, who, (network, &before), Step::Ended)?;
    }
    records::remove_request(conn, network.id)?;
    records::update_parent(conn, network.id, Some(above.id))?;
    Ok(note(conn, moment, who, (network, above), Step::Accepted)?)
}

fn known(conn: &mut Conn<'_>, id: NetworkId) -> Result<Network, Halt> {
    records::network(conn, id)?.ok_or(Halt::Missing)
}

fn refuse_circle(conn: &mut Conn<'_>, id: NetworkId, parent: NetworkId) -> Result<(), Halt> {
    let mut above = Some(parent);
    for _ in 0..MOST_LEVELS {
        match above {
            None => return Ok(()),
            Some(network) if network == id => break,
            Some(network) => above = known(conn, network)?.parent,
        }
    }
    Err(Halt::at("parent", "register-fault-parent-network"))
}

/// Both networks' histories say it, each of the other.
fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, above): (&Network, &Network),
    step: Step,
) -> Result<(), Fault> {
    for (at, other) in [(network, above), (above, network)] {
        let about = About {
            network: at.id,
            kind: "network",
            subject: at.id.into(),
        };
        let changes = Changes::default().about("register-membership-network", &other.name);
        records::note(conn, moment, who, about, step.verb(), changes.detail())?;
    }
    Ok(())
}

/// Tells the other office by mail, where it has an address.
fn tell(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (from, to): (&Network, &Network),
    step: Step,
) -> Result<(), Fault> {
    if to.office_mail.is_empty() {
        return Ok(());
    }
    let name = if to.office_name.is_empty() {
        &to.name
    } else {
        &to.office_name
    };
    let subject = to.id.to_string();
    outbox::send_now(
        conn,
        moment,
        &NewLetter {
            network: Some(from.id),
            kind: BELONGING,
            subject: &subject,
            detail: step.word().to_owned(),
            about: outbox::About {
                title: to.name.clone(),
                day: None,
            },
            to_name: name,
            to_address: &to.office_mail,
            lang: Lang::De,
            by: &who.name,
        },
    )?;
    Ok(())
}
