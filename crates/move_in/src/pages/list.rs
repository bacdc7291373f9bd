//! Lists of drafts.

use askama::Template;
use shell::{Page, Pages, Visit};

use super::{FateLine, Fates, below, day, href, href_of, sure};
use crate::actions::Fate;
use crate::links;
use crate::records::drafts::Draft;
use crate::records::lists::Listed;
use crate::records::uploads::Upload;
use crate::rules::State;

/// What a list of drafts is about.
pub(crate) struct List {
    pub(crate) upload: Option<Upload>,
    pub(crate) unread: Vec<(String, String)>,
    pub(crate) counts: Vec<(State, i64)>,
    pub(crate) state: State,
    pub(crate) rows: Vec<Listed>,
    pub(crate) pages: Pages,
}

/// The drafts of one state.
pub(crate) struct Tab {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) count: i64,
    pub(crate) is_current: bool,
}

/// A draft in a list.
pub(crate) struct Line {
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) kind: String,
    pub(crate) day: String,
    pub(crate) page: String,
    pub(crate) sure: String,
    pub(crate) remarks: Vec<String>,
}

/// A list of drafts.
#[derive(Template)]
#[template(path = "move_in/list.html")]
pub(crate) struct ListPage {
    page: Page,
    lead: String,
    failed: Option<String>,
    unread: Vec<(String, String)>,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    pages: Pages,
    all_href: Option<String>,
    discard_href: Option<String>,
    uploads_href: String,
}

/// The page of a list.
pub(crate) fn list_page(visit: &Visit, list: List) -> ListPage {
    let upload = list.upload.as_ref();
    let only = upload.map_or_else(String::new, |it| format!("datei={}", it.id));
    let home = upload.map_or_else(
        || href(visit, links::DRAFTS),
        |it| href_of(visit, links::UPLOAD, it.id),
    );
    let count = |state: State| {
        let found = list.counts.iter().find(|(it, _)| *it == state);
        found.map_or(0, |(_, count)| *count)
    };
    let tabs = State::ALL.map(|state| Tab {
        label: visit
            .say(&format!("move-in-state-{}", state.word()))
            .to_owned(),
        href: format!("{home}?stand={}", state.word()),
        count: count(state),
        is_current: state == list.state,
    });
    let page = match upload {
        Some(it) => Page::of_record(visit, &it.name),
        None => Page::new(visit, visit.say("move-in-drafts")),
    };
    let unread = list.unread.iter();
    let is_open = list.state == State::Open && count(State::Open) > 0;
    let joint = if only.is_empty() { "" } else { "?" };
    ListPage {
        page: below(visit, page).here(),
        lead: match upload {
            Some(it) => {
                let args = [
                    ("when", visit.hour(it.created_at).into()),
                    ("actor", it.actor.as_str().into()),
                ];
                visit.tell("move-in-upload-lead", &args)
            }
            None => visit.say("move-in-drafts-lead").to_owned(),
        },
        failed: upload
            .filter(|it| !it.note.is_empty())
            .map(|it| visit.say(&it.note).to_owned()),
        unread: unread
            .map(|(name, note)| (name.clone(), visit.say(note).to_owned()))
            .collect(),
        tabs: tabs.into(),
        lines: list.rows.iter().map(|it| line(visit, it, &only)).collect(),
        pages: list.pages,
        all_href: is_open.then(|| format!("{}{joint}{only}", href(visit, links::ALL))),
        discard_href: upload.map(|it| href_of(visit, links::DISCARDING, it.id)),
        uploads_href: href(visit, links::UPLOADS),
    }
}

fn line(visit: &Visit, it: &Listed, only: &str) -> Line {
    let remarks = [
        (it.is_corrected, "move-in-remark-corrected"),
        (it.differs, "move-in-remark-differs"),
    ];
    let joint = if only.is_empty() { "" } else { "?" };
    Line {
        title: it.title.clone(),
        href: format!("{}{joint}{only}", href_of(visit, links::DRAFT, it.id)),
        kind: visit
            .say(&format!("move-in-kind-{}", it.kind.word()))
            .to_owned(),
        day: day(visit, it.day),
        page: it.page.clone(),
        sure: sure(visit, it.confidence),
        remarks: remarks
            .iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, key)| visit.say(key).to_owned())
            .collect(),
    }
}

/// Drafts by what would become of them, and how many would be accepted.
pub(crate) fn fates(visit: &Visit, planned: &[(Draft, Fate)]) -> (Vec<Fates>, usize) {
    let keys = [
        "move-in-fate-make",
        "move-in-fate-join",
        "move-in-fate-lacks",
        "move-in-fate-alike",
        "move-in-fate-look",
    ];
    let place = |fate: Fate| match fate {
        Fate::Make => 0,
        Fate::Join(_) => 1,
        Fate::Lacks => 2,
        Fate::Alike => 3,
        Fate::Look => 4,
    };
    let mut all = Vec::new();
    for (at, key) in (0..).zip(keys) {
        let of = planned.iter().filter(|(_, fate)| place(*fate) == at);
        let lines: Vec<FateLine> = of
            .map(|(it, _)| FateLine {
                title: it.title.clone(),
                href: href_of(visit, links::DRAFT, it.id),
                day: day(visit, it.day),
            })
            .collect();
        if !lines.is_empty() {
            all.push(Fates {
                label: visit.tell(key, &[("count", lines.len().into())]),
                lines,
            });
        }
    }
    let accepted = planned.iter().filter(|(_, fate)| place(*fate) < 2);
    (all, accepted.count())
}
