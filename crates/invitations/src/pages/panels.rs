//! What this room shows on other pages: answers for the office, one's own invitations.

use askama::Template;
use base::access::Right;
use base::{Fault, GatheringId};
use calendar::dates;
use gatherings::{Invitation, Onlooker};
use registration::Stage;
use shell::{Fields, Handover, Panel, Place, Visit};
use store::Conn;

use super::guests::{other_replies, own_fields, replies};
use super::{answer_of, is_open, mark, rendered, reply_name};
use crate::actions::counted;
use crate::links;
use crate::rules::Counts;

pub(crate) const PANELS: &[Panel] = &[Panel {
    order: 30,
    show: panel,
}];

/// How many gatherings a start page looks at.
const LOOKED_AT: usize = 30;

fn panel(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    if !visit.actor.is_signed_in() {
        return Ok(None);
    }
    match place {
        Place::Gathering(id) => on_gathering(conn, visit, id),
        Place::Start => on_start(conn, visit),
        Place::Handover(handover) => on_handover(conn, visit, handover),
        _ => Ok(None),
    }
}

#[derive(Template)]
#[template(path = "invitations/panel-office.html")]
struct OfficePanel<'v> {
    visit: &'v Visit,
    href: String,
    counts: Counts,
}

#[derive(Template)]
#[template(path = "invitations/panel-guest.html")]
struct GuestPanel<'v> {
    visit: &'v Visit,
    action: String,
    mark: &'static str,
    reply: String,
    has_replied: bool,
    is_open: bool,
    /// Where whoever comes registers.
    register: Option<String>,
    fields: Fields,
    replies: Vec<(String, String)>,
}

fn on_gathering(
    conn: &mut Conn<'_>,
    visit: &Visit,
    id: GatheringId,
) -> Result<Option<String>, Fault> {
    let Some(it) = gatherings::gathering(conn, id)? else {
        return Ok(None);
    };
    let Some(network) = visit.network.as_ref().filter(|card| card.id == it.network) else {
        return Ok(None);
    };
    let mut html = String::new();
    if let Some(invitation) = own(conn, visit, id)? {
        let entry = registration::entry(conn, &it, visit.now)?;
        let standing = registration::standing_of(conn, (it.id, invitation.person))?;
        let (mark, reply) = answer_of(visit, invitation.reply, standing);
        html.push_str(&rendered(&GuestPanel {
            visit,
            action: visit.href(&format!(
                "{}/antwort",
                links::invitation(&network.slug, &it.slug)
            )),
            mark,
            reply,
            has_replied: invitation.reply.is_some(),
            is_open: is_open(&it, visit.now),
            register: entry
                .as_ref()
                .filter(|entry| entry.stage == Stage::Running && standing.is_none())
                .map(|_| visit.href(&registration::links::desk(&network.slug, &it.slug, ""))),
            fields: Fields::new(visit, own_fields(conn, visit, &invitation)?),
            replies: if entry.is_some() {
                other_replies(visit, standing.is_some())
            } else {
                replies(visit)
            },
        })?);
    }
    if visit.may(Right::Lead, &it.subject(false)) {
        let invitations = gatherings::invitations(conn, id)?;
        html.push_str(&rendered(&OfficePanel {
            visit,
            href: visit.href(&links::invitation(&network.slug, &it.slug)),
            counts: counted(conn, id, &invitations)?,
        })?);
    }
    Ok((!html.is_empty()).then_some(html))
}

/// The invitation of the person who looks.
fn own(conn: &mut Conn<'_>, visit: &Visit, id: GatheringId) -> Result<Option<Invitation>, Fault> {
    let Some(person) = visit.actor.person else {
        return Ok(None);
    };
    let found = gatherings::invitation_of(conn, id, person)?;
    Ok(found.filter(|it| !it.withdrawn && it.invited_at.is_some()))
}

#[derive(Template)]
#[template(path = "invitations/panel-handover.html")]
struct HandoverPanel<'v> {
    visit: &'v Visit,
    invited: Vec<Taken>,
    open: Vec<Taken>,
    /// Who gets the function, and the handover that the office comes back to.
    to: Option<(String, String)>,
}

/// A coming gathering after the day of a handover.
struct Taken {
    title: String,
    href: String,
    when: String,
    reply: String,
    mark: &'static str,
    action: String,
    was_told: bool,
}

/// Where the one who hands a function over is invited after that day, and where nobody is yet:
/// there the next one is meant by themselves.
fn on_handover(
    conn: &mut Conn<'_>,
    visit: &Visit,
    handover: Handover,
) -> Result<Option<String>, Fault> {
    let Some(network) = visit.network.as_ref() else {
        return Ok(None);
    };
    let onlooker = Onlooker {
        network: network.id,
        actor: &visit.actor,
    };
    let (mut invited, mut open) = (Vec::new(), Vec::new());
    for it in gatherings::coming(conn, onlooker, visit.now, LOOKED_AT)? {
        if it.starts.date() <= handover.last_day || it.state != gatherings::State::Announced {
            continue;
        }
        let taken = |action, invitation: Option<&Invitation>| Taken {
            href: visit.href(&links::invitation(&network.slug, &it.slug)),
            when: dates::day_and_time(it.starts, visit.lang),
            reply: reply_name(visit, invitation.and_then(|it| it.reply)),
            mark: mark(invitation.and_then(|it| it.reply)),
            was_told: invitation.is_some_and(|it| it.invited_at.is_some()),
            title: it.title.clone(),
            action,
        };
        let found = gatherings::invitation_of(conn, it.id, handover.from)?;
        match found.filter(|found| !found.withdrawn) {
            Some(found) => {
                let path = links::guest(&network.slug, &it.slug, found.id, "/nachfolge");
                invited.push(taken(visit.href(&path), Some(&found)));
            }
            None if gatherings::guest_count(conn, it.id)? == 0 => {
                open.push(taken(String::new(), None));
            }
            None => (),
        }
    }
    let to = handover.to.zip(handover.entered);
    rendered(&HandoverPanel {
        visit,
        invited,
        open,
        to: to.map(|(to, entered)| (to.to_string(), entered.to_string())),
    })
    .map(Some)
}

#[derive(Template)]
#[template(path = "invitations/panel-start.html")]
struct StartPanel<'v> {
    visit: &'v Visit,
    mine: Vec<Mine>,
    due: Vec<Due>,
}

/// One's own invitation.
struct Mine {
    title: String,
    href: String,
    day: String,
    month: &'static str,
    iso: String,
    when: String,
    mark: &'static str,
    reply: String,
}

/// A gathering to which answers are missing.
struct Due {
    title: String,
    href: String,
    when: String,
    counts: Counts,
}

fn on_start(conn: &mut Conn<'_>, visit: &Visit) -> Result<Option<String>, Fault> {
    let Some(network) = visit.network.as_ref() else {
        return Ok(None);
    };
    let onlooker = Onlooker {
        network: network.id,
        actor: &visit.actor,
    };
    let (mut mine, mut due) = (Vec::new(), Vec::new());
    for listed in gatherings::coming(conn, onlooker, visit.now, LOOKED_AT)? {
        let when = dates::day_and_time(listed.starts, visit.lang);
        if let Some(invitation) = own(conn, visit, listed.id)? {
            let standing = registration::standing_of(conn, (listed.id, invitation.person))?;
            let (mark, reply) = answer_of(visit, invitation.reply, standing);
            mine.push(Mine {
                title: listed.title.clone(),
                href: visit.href(&gatherings::links::gathering(&network.slug, &listed.slug)),
                day: format!("{}.", listed.starts.day()),
                month: dates::month_short(listed.starts.date(), visit.lang),
                iso: dates::iso_local(listed.starts),
                when: when.clone(),
                mark,
                reply,
            });
        }
        if visit.may(Right::Lead, &listed.subject()) {
            let invitations = gatherings::invitations(conn, listed.id)?;
            let counts = counted(conn, listed.id, &invitations)?;
            if counts.silent > 0 {
                due.push(Due {
                    title: listed.title,
                    href: visit.href(&links::invitation(&network.slug, &listed.slug)),
                    when,
                    counts,
                });
            }
        }
    }
    if mine.is_empty() && due.is_empty() {
        return Ok(None);
    }
    rendered(&StartPanel { visit, mine, due }).map(Some)
}
