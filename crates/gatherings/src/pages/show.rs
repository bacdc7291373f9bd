//! A gathering's own page.

use askama::Template;
use calendar::dates;
use shell::{Block, Link, Marked, Page, Visit, blocks};

use super::entry::Entry;
use crate::rules::{AgendaItem, Gathering, Online, Speaker, agenda_times};

/// Somebody with a part in it, as the page names them.
pub(crate) struct Who {
    pub(crate) name: String,
    pub(crate) role: String,
}

/// A row of the agenda.
pub(crate) struct Row {
    pub(crate) time: String,
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) notes: Vec<Block>,
    pub(crate) speakers: Vec<Who>,
}

/// A document to download.
pub(crate) struct File {
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) what: String,
    pub(crate) audience: Option<String>,
}

/// What the office can do next with the gathering as a whole.
pub(crate) struct Office {
    pub(crate) tabs: String,
    pub(crate) announcement: Option<String>,
    pub(crate) cancellation: Option<String>,
    pub(crate) withdrawal: Option<String>,
    pub(crate) holding: Option<String>,
    pub(crate) deletion: Option<String>,
    pub(crate) copy: String,
}

/// The page.
#[derive(Template)]
#[template(path = "gatherings/show.html")]
pub(crate) struct ShowPage {
    pub(crate) page: Page,
    pub(crate) structured: Option<String>,
    pub(crate) kicker: Option<Marked>,
    pub(crate) focus: String,
    pub(crate) day_number: String,
    pub(crate) month_short: &'static str,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) state: &'static str,
    pub(crate) state_label: String,
    pub(crate) cancelled: Option<Marked>,
    pub(crate) venue: Option<Venue>,
    pub(crate) online: Option<Online>,
    pub(crate) host: Option<String>,
    pub(crate) group: Option<String>,
    pub(crate) co_organisers: Vec<String>,
    pub(crate) guests: Vec<Who>,
    pub(crate) came: Option<String>,
    pub(crate) audience: Option<String>,
    pub(crate) tags: Vec<Link>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) agenda: Vec<Row>,
    pub(crate) has_programme: bool,
    pub(crate) has_times: bool,
    pub(crate) has_speakers: bool,
    pub(crate) agenda_pdf: String,
    pub(crate) participants: Option<String>,
    pub(crate) ics: String,
    pub(crate) files: Vec<File>,
    pub(crate) panels: Vec<String>,
    pub(crate) series: Vec<Entry>,
    pub(crate) series_heading: &'static str,
    pub(crate) series_next: Option<(Marked, String)>,
    pub(crate) series_about: Vec<Block>,
    pub(crate) office: Option<Office>,
}

/// Where it takes place.
pub(crate) struct Venue {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) access: Vec<Block>,
}

impl Who {
    pub(crate) fn new(visit: &Visit, speaker: &Speaker) -> Self {
        let role = match (speaker.function.is_empty(), speaker.body.is_empty()) {
            (false, false) => visit.tell(
                "gatherings-function-at",
                &[
                    ("function", (&speaker.function).into()),
                    ("body", (&speaker.body).into()),
                ],
            ),
            (false, true) => speaker.function.clone(),
            _ => speaker.body.clone(),
        };
        Self {
            name: speaker.name.clone(),
            role,
        }
    }
}

/// The agenda as rows with computed times.
pub(crate) fn rows(visit: &Visit, it: &Gathering, agenda: &[AgendaItem]) -> Vec<Row> {
    agenda_times(it, agenda)
        .into_iter()
        .zip(agenda)
        .map(|(time, item)| Row {
            time: time
                .map(|time| dates::time(time, visit.lang))
                .unwrap_or_default(),
            number: item.position,
            title: item.title.clone(),
            notes: blocks(&item.text),
            speakers: item
                .speakers
                .iter()
                .map(|speaker| Who::new(visit, speaker))
                .collect(),
        })
        .collect()
}
