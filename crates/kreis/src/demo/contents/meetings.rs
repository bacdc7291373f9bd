//! Inviting, answering, attending, and the way of the minutes.

use base::access::Actor;
use base::{GatheringId, GroupId, Halt, MinutesId, Moment, NetworkId, PersonId};
use gatherings::{Attendance, FurtherGuests, Presence, Reply, ReplyInput};
use invitations::{Choice, Enclosed};
use minutes::{DecisionInput, EntryText, Named, NewDecision, Outcome};
use store::Conn;

use super::data;
use super::events::Day;
use super::networks::Cast;

/// The answers that came, by person; who was silent is not among them.
pub(super) fn answers(cast: &Cast, round: &data::Round) -> Vec<(PersonId, Reply)> {
    let contacts = cast.organisations.values();
    contacts
        .filter(|(_, it)| !round.silent.contains(&it.short))
        .filter_map(|(_, it)| {
            let person = cast.people.get(&it.contact_name())?;
            let reply = if round.excused.contains(&it.short) {
                Reply::No
            } else {
                Reply::Yes
            };
            Some((*person, reply))
        })
        .collect()
}

/// Puts the groups on the guest list, and where mails go out, into the outbox.
pub(super) fn invite(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: GatheringId,
    (round, groups): (&data::Round, Vec<GroupId>),
) -> Result<(), Halt> {
    if round.mail {
        let choice = Choice {
            groups,
            ..Choice::default()
        };
        let enclosed = Enclosed {
            last_minutes: true,
            ..Enclosed::default()
        };
        let round =
            invitations::put_round(conn, moment, who, (gathering, None), (choice, enclosed))?;
        return invitations::lay_out_round(conn, moment, who, round).map(drop);
    }
    let it = gatherings::gathering(conn, gathering)?.ok_or(Halt::Missing)?;
    for group in groups {
        let name = register::group(conn, group)?.map(|it| it.name);
        for guest in register::members_of_group(conn, group, it.starts.date())? {
            let via = name.clone().unwrap_or_default();
            let id = gatherings::add_guest(conn, moment, gathering, guest.person.id, &via)?;
            gatherings::mark_invited(conn, id, moment.now(), it.sequence)?;
        }
    }
    Ok(())
}

/// Notes the answers of those who are on the guest list.
pub(super) fn answer(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    gathering: GatheringId,
    answers: Vec<(PersonId, Reply)>,
) -> Result<(), Halt> {
    for (person, reply) in answers {
        if let Some(invitation) = gatherings::invitation_of(conn, gathering, person)? {
            let input = ReplyInput {
                reply,
                through: "link",
                deputy: String::new(),
                note: String::new(),
            };
            gatherings::record_reply(conn, moment, invitation.id, &input)?;
        }
    }
    Ok(())
}

/// Whoever said yes came, and about so many more.
pub(super) fn attend(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: GatheringId,
    counted: Option<i64>,
) -> Result<(), Halt> {
    let rows: Vec<Attendance> = gatherings::guest_list(conn, gathering)?
        .into_iter()
        .map(|(invitation, guest)| Attendance {
            person: Some(guest.person.id),
            organisation: guest.organisation.as_ref().map(|(id, _)| *id),
            name: guest.person.name,
            organisation_name: guest.organisation.map(|(_, name)| name).unwrap_or_default(),
            function: guest.function,
            state: match invitation.reply {
                Some(Reply::Yes | Reply::Tentative) => Presence::Present,
                Some(Reply::No) => Presence::Excused,
                None => Presence::Absent,
            },
            represented_by: String::new(),
        })
        .collect();
    let further = counted.map(|count| FurtherGuests {
        count,
        is_about: true,
    });
    gatherings::set_attendance(conn, moment, who, gathering, (&rows, further))
}

/// Writes down what was said.
pub(super) fn write(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: GatheringId,
    text: data::Minutes,
) -> Result<(), Halt> {
    let minutes = minutes::begin_minutes(conn, moment, who, gathering)?;
    let named = |name: &str| Named {
        person: None,
        name: name.to_owned(),
    };
    let people = (named("Leitung der Kreisgruppe"), named(&who.name));
    minutes::set_minutes_people(conn, moment, who, minutes, (&people.0, &people.1))?;
    let entries = minutes::entries(conn, minutes)?;
    for (entry, said) in entries.into_iter().zip(text.entries) {
        let new = EntryText {
            entry: entry.id,
            version: entry.version,
            title: None,
            public_text: said.public.trim().to_owned(),
            internal_text: said.internal.trim().to_owned(),
            is_merged: false,
        };
        minutes::write_entry(conn, moment, who, new)?;
        if let Some(decision) = said.decision {
            let input = DecisionInput {
                wording: decision.wording,
                internal: false,
                result: Outcome::Accepted,
                counts: [
                    Some(decision.yes),
                    Some(decision.no),
                    Some(decision.abstained),
                ],
            };
            let new = NewDecision {
                entry: entry.id,
                input,
            };
            minutes::add_decision(conn, moment, who, new)?;
        }
    }
    Ok(())
}

/// The minutes of a day's gathering.
pub(super) fn minutes(
    conn: &mut Conn<'_>,
    day: &Day,
    network: NetworkId,
) -> Result<MinutesId, Halt> {
    let gathering = day.find(conn, network)?;
    minutes::minutes_of(conn, gathering)?
        .map(|it| it.id)
        .ok_or(Halt::Missing)
}

/// Lets everything go out that waits in the outbox.
pub(super) fn release(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
) -> Result<(), Halt> {
    for group in outbox::groups(conn, network)? {
        let chosen = outbox::Chosen {
            kind: group.kind,
            about: group.about,
            count: group.count,
        };
        outbox::release(conn, moment, (who, network), &chosen)?;
    }
    Ok(())
}
