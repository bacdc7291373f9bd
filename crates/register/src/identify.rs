//! Who asks, and in which network: asked before every page.

use base::access::{Actor, Role};
use base::{AccountId, Fault, NetworkId, PersonId};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use shell::{Hours, Identified, NetworkCard};
use store::Conn;

use crate::records::accounts::Behind;
use crate::records::ties::Whose;
use crate::records::{self, accounts, sessions, slugs, ties};
use crate::rules;
use crate::types::Network;

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
        detour: None,
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

/// The networks that an account has to do with, each with what the account is and may there,
/// as it is now; none where the account is closed.
///
/// # Errors
/// When the database fails.
pub fn everywhere(
    conn: &mut Conn<'_>,
    account: AccountId,
    now: Timestamp,
) -> Result<Vec<(Network, Actor)>, Fault> {
    let found = accounts::account(conn, account)?.filter(|it| !it.ended);
    let Some(account) = found else {
        return Ok(Vec::new());
    };
    let nobody = Actor {
        account: Some(account.id),
        name: account.name,
        operator: account.operator,
        ..Actor::default()
    };
    let behind = accounts::behind(conn, account.id)?;
    let actor = tied(conn, nobody, Whose::Account(account.id), local_day(now))?;
    let mut ids: Vec<NetworkId> = behind.iter().map(|it| it.network).collect();
    ids.extend(&actor.offices);
    ids.extend(&actor.protects);
    ids.extend(&actor.member_of);
    ids.extend(actor.assigned.iter().map(|it| it.network));
    tidy(&mut ids);
    let mut networks = Vec::new();
    for id in ids {
        if let Some(network) = records::network(conn, id)? {
            networks.push((network, standing(actor.clone(), &behind, Some(id))));
        }
    }
    Ok(networks)
}

fn actor(
    conn: &mut Conn<'_>,
    open: sessions::Open,
    here: Option<NetworkId>,
    today: Date,
) -> Result<Actor, Fault> {
    let nobody = Actor {
        account: Some(open.account),
        name: open.name,
        operator: open.operator,
        ..Actor::default()
    };
    let behind = accounts::behind(conn, open.account)?;
    let whose = Whose::Account(open.account);
    tied(conn, standing(nobody, &behind, here), whose, today)
}

/// What a person is and may on a day by functions, memberships and groups alone: as if signed
/// in, with an account that is nobody's and without any office.
///
/// # Errors
/// When the database fails.
pub fn standing_of(conn: &mut Conn<'_>, person: PersonId, on: Date) -> Result<Actor, Fault> {
    let nobody = Actor {
        account: Some(AccountId::from(uuid::Uuid::nil())),
        person: Some(person),
        ..Actor::default()
    };
    tied(conn, nobody, Whose::Person(person), on)
}

/// The account as the person that a network knows, or as any where none is named.
fn standing(actor: Actor, behind: &[Behind], here: Option<NetworkId>) -> Actor {
    let person = match here {
        Some(here) => behind.iter().find(|it| it.network == here),
        None => behind.first(),
    };
    Actor {
        name: person.map_or_else(|| actor.name.clone(), |it| it.name.clone()),
        person: person.map(|it| it.person),
        ..actor
    }
}

/// With everything that rights derive from.
fn tied(conn: &mut Conn<'_>, mut actor: Actor, whose: Whose, today: Date) -> Result<Actor, Fault> {
    if let Whose::Account(account) = whose {
        let mut holding = |role| accounts::networks_holding(conn, account, (role, today));
        actor.offices = holding(Role::Office)?;
        actor.protects = holding(Role::DataProtection)?;
        actor.assigned = crate::roles::records::assigned(conn, account, today)?;
    }
    for (organisation, keeper, contact, member_of) in ties::organisations(conn, whose, today)? {
        actor.organisations.push(organisation);
        actor.member_of.extend(member_of);
        if contact {
            actor.speaks_for.push((keeper, organisation));
        }
    }
    for tie in ties::groups(conn, whose, today)? {
        if tie.leads {
            actor.leads.push((tie.network, tie.group));
        } else {
            actor.groups.push(tie.group);
            actor.member_of.push(tie.network);
        }
    }
    tidy(&mut actor.organisations);
    tidy(&mut actor.speaks_for);
    tidy(&mut actor.member_of);
    tidy(&mut actor.groups);
    tidy(&mut actor.leads);
    tidy(&mut actor.assigned);
    Ok(actor)
}

fn tidy<T: Ord>(list: &mut Vec<T>) {
    list.sort();
    list.dedup();
}
