//! What the pages of plans and topics show.

pub(crate) mod adopt;
pub(crate) mod edit;
pub(crate) mod list;
pub(crate) mod panels;
pub(crate) mod proposals;
pub(crate) mod show;
pub(crate) mod topics;

use base::Halt;
use gatherings::Speaker;
use shell::{Page, Visit};

use crate::links;
use crate::rules::YearPlan;

/// Somebody by function and body.
pub(crate) fn who(visit: &Visit, speaker: &Speaker) -> String {
    let role = match (speaker.function.is_empty(), speaker.body.is_empty()) {
        (false, false) => visit.tell(
            "planning-function-at",
            &[
                ("function", (&speaker.function).into()),
                ("body", (&speaker.body).into()),
            ],
        ),
        (false, true) => speaker.function.clone(),
        _ => speaker.body.clone(),
    };
    [speaker.name.clone(), role]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The network's first path segment.
pub(crate) fn network_slug(visit: &Visit) -> &str {
    visit
        .network
        .as_ref()
        .map_or("", |network| network.slug.as_str())
}

/// What a plan is called.
pub(crate) fn title(visit: &Visit, plan: &YearPlan) -> String {
    let year = plan.year.to_string();
    if plan.group_name.is_empty() {
        return visit.tell("planning-title", &[("year", year.into())]);
    }
    visit.tell(
        "planning-title-of-group",
        &[("year", year.into()), ("group", (&plan.group_name).into())],
    )
}

/// A page below all plans.
pub(crate) fn page(visit: &Visit, title: String) -> Result<Page, Halt> {
    let network = visit.network()?;
    Ok(Page::new(visit, title)
        .below_record(&network.name, &format!("/{}", network.slug))
        .below(visit.say("planning-nav"), &links::plans(&network.slug)))
}

/// A page below one plan.
pub(crate) fn page_below(visit: &Visit, plan: &YearPlan, key: &str) -> Result<Page, Halt> {
    let slug = visit.network()?.slug.clone();
    Ok(page(visit, visit.say(key).to_owned())?
        .below(title(visit, plan), &links::plan(&slug, &plan.segment()))
        .here())
}
