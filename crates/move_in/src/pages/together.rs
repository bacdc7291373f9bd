//! What was accepted together, before it is taken back, and what of it has stayed.

use askama::Template;
use shell::{Marked, Page, Visit};
use uuid::Uuid;

use super::{below, day, decision, href, href_of};
use crate::actions::Foreseen;
use crate::links;
use crate::records::drafts::Draft;
use crate::rules::State;

/// A draft that was accepted together with others.
pub(crate) struct Member {
    kind: String,
    title: String,
    href: String,
    day: String,
    /// What becomes of what the draft has made or filled.
    follows: String,
}

/// Taking back what was accepted together.
#[derive(Template)]
#[template(path = "move_in/together.html")]
pub(crate) struct TogetherPage {
    page: Page,
    lead: Option<Marked>,
    /// What was just done, where something of it stays.
    outcome: Option<String>,
    goes: Vec<Member>,
    goes_label: String,
    stays: Vec<Member>,
    stays_label: String,
    action: String,
    drafts_href: String,
}

/// The page of what was accepted together; `undone` says how much of it was just taken back, so
/// that what is left is what has stayed.
pub(crate) fn together_page(
    visit: &Visit,
    bulk: Uuid,
    all: &[Foreseen],
    undone: Option<i64>,
) -> TogetherPage {
    let (stays, goes): (Vec<&Foreseen>, Vec<&Foreseen>) =
        all.iter().partition(|it| it.stays || undone.is_some());
    let title = visit.say("move-in-together-title");
    let counted = |key: &str, count: usize| visit.tell(key, &[("count", count.into())]);
    TogetherPage {
        page: below(visit, Page::new(visit, title)).here(),
        lead: all
            .first()
            .map(|it| decision(visit, "move-in-together-lead", &it.draft)),
        outcome: undone.map(|undone| {
            let args = [("undone", undone.into()), ("stays", stays.len().into())];
            visit.tell("move-in-together-done", &args)
        }),
        goes_label: counted("move-in-together-goes", goes.len()),
        stays_label: counted("move-in-together-stays", stays.len()),
        goes: goes
            .iter()
            .map(|it| member(visit, &it.draft, true))
            .collect(),
        stays: stays
            .iter()
            .map(|it| member(visit, &it.draft, false))
            .collect(),
        action: href_of(visit, links::UNDOING_ALL, bulk),
        drafts_href: href(visit, links::DRAFTS),
    }
}

fn member(visit: &Visit, draft: &Draft, goes: bool) -> Member {
    let follows = match (goes, draft.state) {
        (false, _) => "move-in-together-kept",
        (true, State::Merged) => "move-in-together-emptied",
        (true, _) => "move-in-together-removed",
    };
    Member {
        kind: visit
            .say(&format!("move-in-kind-{}", draft.kind.word()))
            .to_owned(),
        title: draft.title.clone(),
        href: href_of(visit, links::DRAFT, draft.id),
        day: day(visit, draft.day),
        follows: visit.say(follows).to_owned(),
    }
}
