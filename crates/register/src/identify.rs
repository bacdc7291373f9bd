//! Who asks, and in which network: asked before every page.

use base::access::{Actor, Role};
use base::{Fault, NetworkId};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use shell::{Hours, Identified, NetworkCard};
use store::Conn;

use crate::records::{self, accounts, sessions, slugs, ties};
use crate::rules;

/// A session's last use is written down at most this often.
const NOTICED_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// Finds the network of an address and the person of a session token.
///
/// An address with an old slug gets the network as it is called now.
pub fn identify(
    conn: &mut Conn<'_>,
    slug: Option<&str>,
    token: Option<&[u8]>,
    hours: Hours,
) -> Result<Identified, Fault> {
    let network = match slug {
        Some(slug) => network_at(conn, slug)?,
        None => None,
    };
    let open = match token {
        Some(token) => sessions::by_token(conn, token, hours.real)?,
        None => None,
    };
    let Some(open) = open else {
        return Ok(Identified {
            network,
            ..Identified::default()
        });
    };
    let here = network.as_ref().map(|it| it.id);
    let session_is_due = hours.real.duration_since(open.used_at) >= NOTICED_EVERY;
    let session = Some(open.id);
    Ok(Identified {
        actor: actor(conn, open, here, local_day(hours.office))?,
        network,
        session,
        session_is_due,
    })
}

/// Lets a session live on.
pub fn renew(
    conn: &mut Conn<'_>,
    session: base::SessionId,
    real_now: Timestamp,
) -> Result<(), Fault> {
    sessions::renew(conn, session, real_now)
}

fn network_at(conn: &mut Conn<'_>, slug: &str) -> Result<Option<NetworkCard>, Fault> {
    if slug.is_empty() || slug.len() > 80 {
        return Ok(None);
    }
    if let Some(network) = records::network_by_slug(conn, slug)? {
        return Ok(Some(rules::card(network)));
    }
    let Some(id) = slugs::network_by_old_slug(conn, slug)? else {
        return Ok(None);
    };
    Ok(records::network(conn, id)?.map(rules::card))
}

fn local_day(now: Timestamp) -> Date {
    now.in_tz("Europe/Berlin")
        .map_or(Date::default(), |zoned| zoned.date())
}

fn actor(
    conn: &mut Conn<'_>,
    open: sessions::Open,
    here: Option<NetworkId>,
    today: Date,
) -> Result<Actor, Fault> {
    let behind = accounts::behind(conn, open.account)?;
    let person = match here {
        Some(here) => behind.iter().find(|it| it.network == here),
        None => behind.first(),
    };
    let name = person.map_or(open.name, |it| it.name.clone());
    let person = person.map(|it| it.person);
    let mut actor = Actor {
        account: Some(open.account),
        person,
        name,
        operator: open.operator,
        offices: accounts::networks_with_role(conn, open.account, Role::Office)?,
        ..Actor::default()
    };
    for organisation in ties::organisations(conn, open.account, today)? {
        actor.organisations.push(organisation.0);
        actor.member_of.extend(organisation.1);
    }
    for (network, group, leader) in ties::groups(conn, open.account, today)? {
        actor.groups.push(group);
        actor.member_of.push(network);
        if leader {
            actor.leads.push((network, group));
        }
    }
    tidy(&mut actor.organisations);
    tidy(&mut actor.member_of);
    tidy(&mut actor.groups);
    tidy(&mut actor.leads);
    Ok(actor)
}

fn tidy<T: Ord>(list: &mut Vec<T>) {
    list.sort();
    list.dedup();
}
