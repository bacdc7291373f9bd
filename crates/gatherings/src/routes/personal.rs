//! One's own calendar of all networks: the page about it, and what calendar programs fetch.
//!
//! What stands in it is decided anew each time it is fetched: whoever leaves a network has its
//! gatherings no longer.

use std::collections::HashMap;

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Redirect};
use base::{AccountId, Fault, Halt};
use calendar::{Event, Zone, dates};
use register::access_links;
use shell::{Answer, Denied, Limit, Page, Problem, Visit, go, show};
use store::Conn;

use super::feeds::CALENDAR_REACHES;
use crate::actions::{self, CALENDAR};
use crate::feeds::ics_event;
use crate::links;
use crate::pages::personal::{Address, PersonalPage, Standing};
use crate::records::gathering::{Reach, for_calendars};
use crate::records::listing::{self, Onlooker};
use crate::rules::Gathering;

pub(super) async fn look(visit: Visit) -> Answer {
    let subject = account(&visit)?.to_string();
    let now = visit.now;
    let since = visit
        .store()
        .read(move |conn| access_links::since(conn, (CALENDAR, &subject), now))
        .await?;
    let standing = since.map_or(Standing::None, |at| {
        // The page is of no network, and so its hours are of none.
        let zone = Zone::named("Europe/Berlin").unwrap_or_else(|_| Zone::utc());
        Standing::Since(dates::instant_local_short(at, &zone, visit.lang))
    });
    page(&visit, standing)
}

/// Shows a new address, for as long as it opens: nothing else remembers it.
pub(super) async fn look_at_new(visit: Visit, Path(token): Path<String>) -> Answer {
    let (own, now, given) = (account(&visit)?, visit.now, token.clone());
    let opened = visit
        .store()
        .read(move |conn| actions::calendar_account(conn, &given, now))
        .await?;
    if opened != Some(own) {
        return Err(Halt::Missing.into());
    }
    let address = visit.app.url(visit.lang, &links::own_feed(&token));
    let (_, rest) = address.split_once("://").unwrap_or_default();
    let subscribe = format!("webcal://{rest}");
    page(&visit, Standing::New(Address { address, subscribe }))
}

fn account(visit: &Visit) -> Result<AccountId, Halt> {
    visit.actor.account.ok_or(Halt::Missing)
}

fn page(visit: &Visit, standing: Standing) -> Answer {
    let page = Page::new(visit, visit.say("gatherings-own-calendar"))
        .below(visit.say("register-account"), "/konto")
        .here();
    show(&PersonalPage {
        page,
        standing,
        renew: visit.href(links::OWN_CALENDAR),
        end: visit.href(links::OWN_CALENDAR_END),
    })
}

pub(super) async fn renew(visit: Visit) -> Answer {
    let act = visit.clone();
    let token = visit
        .store()
        .write(move |conn| actions::renew_calendar(conn, &mut act.moment(), &act.actor))
        .await?;
    let path = visit.href(&links::own_calendar_new(&token));
    Ok(Redirect::to(&path).into_response())
}

pub(super) async fn end(visit: Visit) -> Answer {
    let act = visit.clone();
    visit
        .store()
        .write(move |conn| actions::end_calendar(conn, &mut act.moment(), &act.actor))
        .await?;
    Ok(go(&visit, links::OWN_CALENDAR, "own-calendar-ended"))
}

pub(super) async fn feed(visit: Visit, Path(file): Path<String>, asked: HeaderMap) -> Answer {
    let token = file.strip_suffix(".ics").ok_or(Halt::Missing)?.to_owned();
    let now = visit.now;
    let known = visit
        .store()
        .read(move |conn| actions::calendar_account(conn, &token, now))
        .await?;
    admit(&visit, known)?;
    let account = known.ok_or(Halt::Missing)?;
    let inner = visit.clone();
    let events = visit
        .store()
        .read(move |conn| events(conn, &inner, account))
        .await?;
    let ics = calendar::publish(
        &calendar::Feed {
            name: visit.say("gatherings-own-feed"),
            description: Some(visit.say("gatherings-own-feed-about")),
            refresh_hours: 1,
        },
        &events,
    );
    let kind = ics.content_type();
    let mut response = shell::private(&asked, kind, ics.into_text());
    let unlisted = HeaderValue::from_static("noindex, nofollow");
    response.headers_mut().insert("x-robots-tag", unlisted);
    Ok(response)
}

/// Counts who fetches: each calendar by itself, because many may ask from one line, and
/// whoever guesses by the line.
fn admit(visit: &Visit, known: Option<AccountId>) -> Result<(), Problem> {
    let real_now = visit.app.real_clock.now();
    let limits = &visit.app.limits;
    let is_admitted = match known {
        Some(account) => limits.admit(Limit::Feed, &account.to_string(), real_now),
        None => limits.admit(Limit::Client, &visit.client, real_now),
    };
    if is_admitted {
        return Ok(());
    }
    Err(Problem(Denied::TooOften))
}

/// Everything that an account may read or is invited to, in all its networks.
fn events(conn: &mut Conn<'_>, visit: &Visit, account: AccountId) -> Result<Vec<Event>, Fault> {
    let since = visit.now.checked_sub(CALENDAR_REACHES).unwrap_or(visit.now);
    let mut events = Vec::new();
    for (network, actor) in register::everywhere(conn, account, visit.now)? {
        let onlooker = Onlooker {
            network: network.id,
            actor: &actor,
        };
        let home = visit.app.url(visit.lang, &format!("/{}", network.slug));
        let listed = listing::since(conn, onlooker, since)?;
        let readable: HashMap<_, _> = listed.iter().map(|it| (it.id, it.invited)).collect();
        for it in for_calendars(conn, (network.id, Reach::All), since)? {
            let Some(is_invited) = readable.get(&it.id) else {
                continue;
            };
            let mut event = ics_event(&it, &home, false);
            if it.concerns(&actor, *is_invited) && it.is_online_open(visit.now) {
                add_link(visit, &it, &mut event);
            }
            events.push(event);
        }
    }
    Ok(events)
}

/// Where it takes place online, under what it is about.
fn add_link(visit: &Visit, it: &Gathering, event: &mut Event) {
    if it.online_url.is_empty() {
        return;
    }
    let link = [("link", it.online_url.as_str().into())];
    let place = visit.tell("gatherings-own-feed-online", &link);
    event.description = Some(match event.description.take() {
        Some(text) => format!("{text}\n\n{place}"),
        None => place,
    });
}
