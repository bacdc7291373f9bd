//! Lists to read: the page, the calendar, the news.

use axum::http::header;
use axum::response::IntoResponse;
use base::Fault;
use base::access::Right;
use jiff::SignedDuration;
use jiff::civil::Date;
use shell::{Answer, Link, Page, Visit, kept, query_value, show};
use store::Conn;

use crate::feeds::{News, NewsEntry, atom, ics_event};
use crate::links;
use crate::pages::list::{ListPage, months, years};
use crate::records;
use crate::records::listing::{self, Onlooker};
use crate::rules::Gathering;

/// The last year that is asked for; see `calendar::check_year`.
const LAST_YEAR: i16 = 2199;

pub(super) async fn list(visit: Visit) -> Answer {
    let network = visit.network()?.clone();
    let shown = query_value(&visit.query, "jahr")
        .and_then(|typed| typed.parse::<i16>().ok())
        .filter(|year| (1900..=LAST_YEAR).contains(year));
    let span = match shown {
        Some(year) => (Date::constant(year, 1, 1), Date::constant(year + 1, 1, 1)),
        None => (
            visit.today().first_of_year(),
            Date::constant(LAST_YEAR + 1, 1, 1),
        ),
    };
    let looker = visit.clone();
    let (listed, known) = visit
        .store()
        .read(move |conn| {
            let onlooker = Onlooker {
                network: network.id,
                actor: &looker.actor,
            };
            let listed = listing::between(conn, onlooker, span)?;
            Ok::<_, Fault>((listed, listing::years(conn, onlooker)?))
        })
        .await?;
    let network = visit.network()?;
    let title = match shown {
        Some(year) => visit.tell("gatherings-list-year", &[("year", year.to_string().into())]),
        None => visit.say("gatherings-list").to_owned(),
    };
    let page = Page::new(&visit, title)
        .below(&network.name, &format!("/{}", network.slug))
        .here()
        .with_feed(
            visit.say("gatherings-feed-calendar"),
            &format!("/{}/termine.ics", network.slug),
            "text/calendar",
        )
        .with_feed(
            visit.say("gatherings-feed-news"),
            &format!("/{}/termine.atom", network.slug),
            "application/atom+xml",
        );
    let answer = show(&ListPage {
        months: months(&visit, &network.slug, &listed),
        years: years(&visit, &network.slug, &known, shown),
        is_present: shown.is_none(),
        calendar_href: visit.href(&format!("/{}/termine.ics", network.slug)),
        plan: visit.may_here(Right::Lead).then(|| {
            Link::new(
                visit.say("gatherings-plan"),
                visit.href(&links::plan(&network.slug)),
            )
        }),
        series: visit.may_here(Right::RunOffice).then(|| {
            Link::new(
                visit.say("gatherings-series-all"),
                visit.href(&links::series(&network.slug)),
            )
        }),
        page,
    });
    if visit.actor.is_signed_in() {
        answer
    } else {
        kept(answer)
    }
}

/// How far back subscribed calendars reach.
const CALENDAR_REACHES: SignedDuration = SignedDuration::from_hours(24 * 400);

pub(super) async fn list_ics(visit: Visit) -> Answer {
    let network = visit.network()?.clone();
    let since = visit.now.checked_sub(CALENDAR_REACHES).unwrap_or(visit.now);
    let gatherings = visit
        .store()
        .read(move |conn| {
            let ids = listing::public_since(conn, network.id, since)?;
            loaded(conn, ids)
        })
        .await?;
    let network = visit.network()?;
    let url = visit.app.url(visit.lang, &format!("/{}", network.slug));
    let events: Vec<_> = gatherings
        .iter()
        .map(|it| ics_event(it, &url, true))
        .collect();
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

fn loaded(conn: &mut Conn<'_>, ids: Vec<base::GatheringId>) -> Result<Vec<Gathering>, Fault> {
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(records::gathering::gathering(conn, id)?);
    }
    Ok(found)
}
