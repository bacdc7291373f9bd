//! What stands on a page: gatherings, appointments that come again, organisations, people, what
//! is said about registering, the page as a post.

pub(crate) mod besides;
pub(crate) mod context;
pub(crate) mod gatherings;
pub(crate) mod judging;
pub(crate) mod lonely;
pub(crate) mod merging;
pub(crate) mod months;
pub(crate) mod places;
pub(crate) mod published;
pub(crate) mod recurring;
pub(crate) mod same_day;
pub(crate) mod titles;
pub(crate) mod told;
pub(crate) mod unusual;
pub(crate) mod words;

use besides::{asking, organisations, people, posts, speakers};
use context::Context;

use crate::drafts::{Drafts, PageKind};
use crate::page::Page;

/// Finds all that stands on a page.
pub(crate) fn find(page: &Page) -> Drafts {
    let context = Context::of(page);
    if page.is_told {
        return told_alone(&context);
    }
    let mut gatherings = gatherings::find(&context);
    speakers::fill(&context, &mut gatherings);
    let asking = asking::find(&context, &mut gatherings);
    let recurring = recurring::find(&context, &mut gatherings);
    let post = posts::find(&context, &gatherings);
    let kind = match (gatherings.len(), recurring.is_empty()) {
        (0, false) => PageKind::Offer,
        (0, true) if context.published.is_some() => PageKind::News,
        (0, true) => PageKind::Other,
        (1, _) if post.as_ref().is_some_and(|it| it.day.is_some()) => PageKind::News,
        (1, _) => PageKind::EventPage,
        _ => PageKind::SeriesPage,
    };
    Drafts {
        title: page.title.clone(),
        published: context.published,
        kind,
        organisations: organisations::find(&context),
        contacts: people::contacts(&context),
        gatherings,
        recurring,
        asking,
        post,
        text: page.text.clone(),
    }
}

/// What stands in a calendar or a table of dates.
fn told_alone(context: &Context<'_>) -> Drafts {
    let gatherings = told::alone(context);
    let mut organisations = organisations::find(context);
    told::organisers(context, &mut organisations);
    Drafts {
        title: context.page.title.clone(),
        kind: match gatherings.len() {
            0 => PageKind::Other,
            1 => PageKind::EventPage,
            _ => PageKind::SeriesPage,
        },
        organisations,
        contacts: people::contacts(context),
        gatherings,
        text: context.text().to_owned(),
        ..Drafts::default()
    }
}
