//! Topics, and when schools are closed.

use askama::Template;
use calendar::dates;
use shell::{Block, Fields, Marked, Page, Pick, Visit, blocks, record};

use crate::rules::{Topic, TopicState};

/// A topic in a list.
pub(crate) struct Row {
    pub(crate) title: String,
    pub(crate) text: Vec<Block>,
    pub(crate) from: Marked,
    pub(crate) ring: &'static str,
    pub(crate) state_label: String,
    pub(crate) answer: String,
    pub(crate) wished: Option<(String, String)>,
    pub(crate) planned: Option<(String, String)>,
    pub(crate) office: Option<Office>,
}

/// What the office can do with a topic.
pub(crate) struct Office {
    pub(crate) number: usize,
    pub(crate) edit: String,
    pub(crate) assignment: Option<String>,
    pub(crate) dismissal: Option<String>,
    pub(crate) reopening: Option<String>,
    pub(crate) wished_id: String,
    /// Where the person came from and goes back to.
    pub(crate) back: String,
}

/// All topics and the form for a new one.
#[derive(Template)]
#[template(path = "planning/topics.html")]
pub(crate) struct TopicsPage {
    pub(crate) page: Page,
    pub(crate) lead: &'static str,
    pub(crate) open: Vec<Row>,
    pub(crate) settled: Vec<Row>,
    pub(crate) gatherings: Vec<(String, String)>,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) organisations: Option<Pick>,
}

/// One topic at work.
#[derive(Template)]
#[template(path = "planning/topic.html")]
pub(crate) struct TopicPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) cancel: String,
    pub(crate) organisations: Option<Pick>,
}

/// When schools are closed.
#[derive(Template)]
#[template(path = "planning/school.html")]
pub(crate) struct SchoolPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) cancel: String,
    pub(crate) rows: Vec<(String, String)>,
}

/// A topic as everybody concerned sees it.
pub(crate) fn row(visit: &Visit, it: &Topic, zone: &str) -> Row {
    let day = it.created_at.in_tz(zone).map(|at| at.date()).ok();
    let day = day
        .map(|day| dates::day(day, visit.lang))
        .unwrap_or_default();
    let from: Vec<&str> = [it.person_name.as_str(), it.organisation_name.as_str()]
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect();
    let from = if from.is_empty() {
        visit.tell_marked("planning-topic-noted", &[("day", day.into())])
    } else {
        visit.tell_marked(
            "planning-topic-from",
            &[("who", record(from.join(", "))), ("day", day.into())],
        )
    };
    Row {
        title: it.title.clone(),
        text: blocks(&it.text),
        from,
        ring: it.state().ring(),
        state_label: visit.say(it.state().key()).to_owned(),
        answer: if it.state() == TopicState::Dismissed {
            it.answer.clone()
        } else {
            String::new()
        },
        wished: None,
        planned: None,
        office: None,
    }
}
