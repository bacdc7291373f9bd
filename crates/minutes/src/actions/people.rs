//! People around minutes: who may be named in them, who belongs to the gathering.

use base::{Fault, GatheringId, NetworkId, PersonId};
use gatherings::Presence;
use register::Representative;
use store::Conn;

use crate::rules::{Candidate, Responsible};

/// Everybody and every organisation that a task line can name; of a large register those that
/// these names may mean.
pub fn candidates(
    conn: &mut Conn<'_>,
    network: NetworkId,
    names: &[&str],
) -> Result<Vec<Candidate>, Fault> {
    let (people, mut organisations) = if register::is_small(conn, network)? {
        let organisations = register::organisations_of(conn, network)?;
        (register::people_of(conn, network)?, organisations)
    } else {
        register::meant_by(conn, network, names)?
    };
    for (id, _) in people.iter().filter_map(|rep| rep.organisation.as_ref()) {
        if organisations.iter().all(|it| it.id != *id) {
            organisations.extend(register::organisation(conn, *id)?.filter(|it| !it.ended));
        }
    }
    let bodies_of = |rep: &Representative| -> Vec<String> {
        let Some((id, name)) = &rep.organisation else {
            return Vec::new();
        };
        let short = organisations
            .iter()
            .find(|organisation| organisation.id == *id)
            .map(|organisation| organisation.short_name.clone());
        std::iter::once(name.clone())
            .chain(short.filter(|short| !short.is_empty()))
            .collect()
    };
    let mut all: Vec<Candidate> = people
        .iter()
        .map(|rep| Candidate {
            who: responsible(rep),
            person: rep.person.name.clone(),
            function: rep.function.clone(),
            bodies: bodies_of(rep),
        })
        .collect();
    all.extend(organisations.iter().map(|organisation| {
        Candidate {
            who: Responsible {
                person: None,
                organisation: Some(organisation.id),
                name: organisation.name.clone(),
            },
            person: String::new(),
            function: String::new(),
            bodies: [&organisation.name, &organisation.short_name]
                .into_iter()
                .filter(|name| !name.is_empty())
                .cloned()
                .collect(),
        }
    }));
    Ok(all)
}

/// Somebody who is chosen as responsible; none where the network's register does not know them.
pub fn responsible_person(
    conn: &mut Conn<'_>,
    network: NetworkId,
    person: PersonId,
) -> Result<Option<Responsible>, Fault> {
    let rep = register::representative(conn, person, jiff::civil::Date::MAX)?;
    let rep = rep.filter(|it| it.person.network == network && !it.person.ended);
    Ok(rep.as_ref().map(responsible))
}

/// An organisation that is chosen as responsible; none where the network's register does not
/// know it.
pub fn responsible_organisation(
    conn: &mut Conn<'_>,
    network: NetworkId,
    organisation: base::OrganisationId,
) -> Result<Option<Responsible>, Fault> {
    let found = register::organisation(conn, organisation)?;
    let found = found.filter(|it| it.network == network && !it.ended);
    Ok(found.map(|it| Responsible {
        person: None,
        organisation: Some(it.id),
        name: it.name,
    }))
}

/// A person as somebody responsible, with the organisation that they come from.
pub(crate) fn responsible(rep: &Representative) -> Responsible {
    Responsible {
        person: Some(rep.person.id),
        organisation: rep.organisation.as_ref().map(|it| it.0),
        name: title(rep),
    }
}

/// A name with its organisation, unless the name says it already.
pub fn title(rep: &Representative) -> String {
    match &rep.organisation {
        Some((_, body)) if !rep.person.name.contains(body.as_str()) => {
            format!("{}, {body}", rep.person.name)
        }
        _ => rep.person.name.clone(),
    }
}

/// Whether a person was invited to the gathering or came to it.
pub fn is_party(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    person: Option<PersonId>,
) -> Result<bool, Fault> {
    let Some(person) = person else {
        return Ok(false);
    };
    let invitation = gatherings::invitation_of(conn, gathering, person)?;
    if invitation.is_some_and(|invitation| !invitation.withdrawn) {
        return Ok(true);
    }
    let attendance = gatherings::attendance(conn, gathering)?;
    Ok(attendance.iter().any(|row| {
        row.person == Some(person) && matches!(row.state, Presence::Present | Presence::Represented)
    }))
}

/// Everybody who was invited or came, each once, with a name that says where from.
pub fn representatives(
    conn: &mut Conn<'_>,
    gathering: &gatherings::Gathering,
) -> Result<Vec<Representative>, Fault> {
    let mut all: Vec<Representative> = gatherings::guest_list(conn, gathering.id)?
        .into_iter()
        .filter(|(invitation, _)| !invitation.withdrawn)
        .map(|(_, rep)| rep)
        .collect();
    for row in gatherings::attendance(conn, gathering.id)? {
        let Some(person) = row.person else { continue };
        let came = matches!(row.state, Presence::Present | Presence::Represented);
        if !came || all.iter().any(|rep| rep.person.id == person) {
            continue;
        }
        all.extend(register::representative(
            conn,
            person,
            gathering.starts.date(),
        )?);
    }
    Ok(all)
}
