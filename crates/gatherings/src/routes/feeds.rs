//! The list of gatherings for programs: the calendar, the news.

use std::sync::Arc;

use axum::http::header;
use axum::response::IntoResponse;
use base::Fault;
use jiff::SignedDuration;
use shell::{Answer, Visit, kept};
use store::Conn;

use crate::feeds::{News, NewsEntry, atom};
use crate::links;
use crate::records;
use crate::records::listing;
use crate::rules::Gathering;

/// How far back subscribed calendars reach.
pub(super) const CALENDAR_REACHES: SignedDuration = SignedDuration::from_hours(24 * 400);

pub(super) async fn list_ics(visit: Visit) -> Answer {
    let network = visit.network()?.clone();
    let since = visit.now.checked_sub(CALENDAR_REACHES).unwrap_or(visit.now);
    let url = visit.app.url(visit.lang, &format!("/{}", network.slug));
    let inner = visit.clone();
    let events = visit
        .store()
        .read(move |conn| {
            let shelf = &crate::workshop(&inner.app)?.shelf;
            shelf.events(conn, (network.id, &url), since)
        })
        .await?;
    let network = visit.network()?;
    let feed = calendar::Feed {
        name: &network.name,
        description: Some(visit.say("gatherings-feed-calendar")),
        refresh_hours: 12,
    };
    let events: Vec<_> = events.iter().map(Arc::as_ref).collect();
    let ics = calendar::publish_written(&feed, &events);
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

fn loaded(conn: &mut Conn<'_>, ids: Vec<base::GatheringId>) -> Result<Vec<Gathering>, Fault> {
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(records::gathering::gathering(conn, id)?);
    }
    Ok(found)
}
