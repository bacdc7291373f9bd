//! The list of gatherings to read: a short one as a whole, a long one month by month.

use base::Fault;
use base::access::Right;
use jiff::civil::Date;
use shell::{Answer, Link, Page, Visit, kept, query_value, show};
use store::Conn;

use crate::links;
use crate::pages::list::{ListPage, Looked, month_steps, months, months_of_year, years};
use crate::records::listing::{self, Onlooker};
use crate::rules::{Listed, month_span, opening_month, year_span};

/// The last year that is asked for; see `calendar::check_year`.
const LAST_YEAR: i16 = 2199;

/// What the address asks for; without a year, this year and all that comes.
#[derive(Clone, Copy)]
struct Asked {
    year: Option<i16>,
    month: Option<Date>,
}

impl Asked {
    fn of(query: &str) -> Self {
        let year = query_value(query, "jahr")
            .and_then(|typed| typed.parse().ok())
            .filter(|year| (1900..=LAST_YEAR).contains(year));
        let month = query_value(query, "monat").and_then(|typed| typed.parse().ok());
        Self {
            year,
            month: year
                .zip(month)
                .and_then(|(year, month)| Date::new(year, month, 1).ok()),
        }
    }
}

/// What was found for the page.
struct Found {
    listed: Vec<Listed>,
    years: Vec<i16>,
    looked: Looked,
}

pub(super) async fn list(visit: Visit) -> Answer {
    let network = visit.network()?.clone();
    let asked = Asked::of(&visit.query);
    let looker = visit.clone();
    let found = visit
        .store()
        .read(move |conn| {
            let onlooker = Onlooker {
                network: network.id,
                actor: &looker.actor,
            };
            find(conn, onlooker, asked, looker.today())
        })
        .await?;
    let answer = show(&page(&visit, asked, &found)?);
    if visit.actor.is_signed_in() {
        answer
    } else {
        kept(answer)
    }
}

fn find(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    asked: Asked,
    today: Date,
) -> Result<Found, Fault> {
    let (from, next_year) = year_span(asked.year.unwrap_or(today.year()));
    let mut months = listing::by_month(conn, onlooker, (from, next_year))?;
    let mut span = (from, next_year);
    if asked.year.is_none() {
        span.1 = year_span(LAST_YEAR).1;
        if opening_month(&months, today).is_none() {
            months.extend(listing::by_month(conn, onlooker, (next_year, span.1))?);
        }
    }
    let month = asked.month.or_else(|| opening_month(&months, today));
    let mut looked = Looked {
        is_present: span.0 <= today,
        month,
        months,
        ..Looked::default()
    };
    if let Some(month) = month {
        span = month_span(month);
        looked.is_present = span.0 <= today;
        (looked.before, looked.after) = beside(conn, onlooker, &looked.months, month)?;
    }
    Ok(Found {
        listed: listing::between(conn, onlooker, span)?,
        years: listing::years(conn, onlooker)?,
        looked,
    })
}

/// The months next to `month` that have something to read, in the years beside it too.
fn beside(
    conn: &mut Conn<'_>,
    onlooker: Onlooker<'_>,
    known: &[(Date, usize)],
    month: Date,
) -> Result<(Option<Date>, Option<Date>), Fault> {
    let mut before = known.iter().rfind(|(it, _)| *it < month).copied();
    let mut after = known.iter().find(|(it, _)| *it > month).copied();
    if before.is_none() {
        let year = listing::by_month(conn, onlooker, year_span(month.year() - 1))?;
        before = year.last().copied();
    }
    if after.is_none() {
        let year = listing::by_month(conn, onlooker, year_span(month.year() + 1))?;
        after = year.first().copied();
    }
    Ok((before.map(|(it, _)| it), after.map(|(it, _)| it)))
}

fn page(visit: &Visit, asked: Asked, found: &Found) -> Result<ListPage, base::Halt> {
    let network = visit.network()?;
    let slug = network.slug.as_str();
    let heading = match asked.year.or(found.looked.month.map(Date::year)) {
        Some(year) => visit.tell("gatherings-list-year", &[("year", year.to_string().into())]),
        None => visit.say("gatherings-list").to_owned(),
    };
    let title = match found.looked.month {
        Some(month) => visit.tell(
            "gatherings-list-month",
            &[(
                "month",
                calendar::dates::month_year(month, visit.lang).into(),
            )],
        ),
        None => heading.clone(),
    };
    let calendar = format!("/{slug}/termine.ics");
    let news = format!("/{slug}/termine.atom");
    let page = Page::new(visit, title)
        .below_record(&network.name, &format!("/{slug}"))
        .here()
        .with_feed(
            visit.say("gatherings-feed-calendar"),
            &calendar,
            "text/calendar",
        )
        .with_feed(
            visit.say("gatherings-feed-news"),
            &news,
            "application/atom+xml",
        );
    let link = |right, key, path: String| {
        let label = visit.say(key);
        visit
            .may_here(right)
            .then(|| Link::new(label, visit.href(&path)))
    };
    Ok(ListPage {
        heading,
        months: months(visit, slug, &found.listed, &found.looked),
        years: years(visit, slug, &found.years, asked.year),
        by_month: months_of_year(visit, slug, &found.looked),
        steps: month_steps(visit, slug, &found.looked),
        is_present: asked.year.is_none() && found.looked.month.is_none(),
        calendar_href: visit.href(&calendar),
        plan: link(Right::Lead, "gatherings-plan", links::plan(slug)),
        series: link(
            Right::RunOffice,
            "gatherings-series-all",
            links::series(slug),
        ),
        page,
    })
}
