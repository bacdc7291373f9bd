//! The list of gatherings for programs: the calendar, the news.

use axum::http::header;
use axum::response::IntoResponse;
use base::Fault;
use base::access::{Actor, Decision, Right, decide};
use jiff::SignedDuration;
use shell::{Answer, Visit, kept};
use store::Conn;

use crate::feeds::{News, NewsEntry, atom, ics_events};
use crate::links;
use crate::records;
use crate::records::gathering::Reach;
use crate::records::listing;
use crate::rules::Gathering;

/// How far back subscribed calendars reach.
pub(super) const CALENDAR_REACHES: SignedDuration = SignedDuration::from_hours(24 * 400);

pub(super) async fn list_ics(visit: Visit) -> Answer {
    let network = visit.network()?.clone();
    let since = visit.now.checked_sub(CALENDAR_REACHES).unwrap_or(visit.now);
    let gatherings = visit
        .store()
        .read(move |conn| {
            records::gathering::for_calendars(conn, (network.id, Reach::Public), since)
        })
        .await?;
    let network = visit.network()?;
    let url = visit.app.url(visit.lang, &format!("/{}", network.slug));
    let shown = gatherings.iter().filter(|it| is_everyones(it));
    let events = ics_events(shown, &url, true);
    let feed = calendar::Feed {
        name: &network.name,
        description: Some(visit.say("gatherings-feed-calendar")),
        refresh_hours: 12,
    };
    let ics = calendar::publish(&feed, &events);
    let kind = [(header::CONTENT_TYPE, ics.content_type())];
    kept(Ok((kind, ics.into_text()).into_response()))
}

pub(super) async fn list_atom(visit: Visit) -> Answer {
    let network = visit.network()?.clone();
    let gatherings = visit
        .store()
        .read(move |conn| {
            let ids = listing::public_news(conn, network.id)?;
            loaded(conn, ids)
        })
        .await?;
    let network = visit.network()?;
    let at = |path: String| visit.app.url(visit.lang, &path);
    let entries: Vec<_> = gatherings
        .iter()
        .filter_map(|it| {
            let when = calendar::dates::span(it.starts, it.ends, visit.lang);
            Some(NewsEntry {
                id: it.id.to_string(),
                title: it.title.clone(),
                href: at(links::gathering(&network.slug, &it.slug)),
                summary: [when, it.place(), it.focus.clone()]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · "),
                published: it.announced_at?,
                updated: it.changed_at,
            })
        })
        .collect();
    let title = visit.tell(
        "gatherings-feed-title",
        &[("network", (&network.name).into())],
    );
    let text = atom(
        &News {
            lang: visit.lang.tag(),
            title: &title,
            author: &network.name,
            page: &at(links::list(&network.slug)),
            feed: &at(format!("/{}/termine.atom", network.slug)),
        },
        &entries,
    );
    let kind = [(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")];
    kept(Ok((kind, text).into_response()))
}

/// Feeds without a secret address say what somebody unknown may read, whoever fetches them.
fn is_everyones(it: &Gathering) -> bool {
    let nobody = Actor::default();
    decide(&nobody, Right::ReadRecord, &it.subject(false)) == Decision::Allowed
}

fn loaded(conn: &mut Conn<'_>, ids: Vec<base::GatheringId>) -> Result<Vec<Gathering>, Fault> {
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(records::gathering::gathering(conn, id)?);
    }
    Ok(found)
}
