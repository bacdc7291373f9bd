//! Requests, terms, what is to go, proofs, notices and looks, as the office and data protection
//! see them.

use std::collections::BTreeMap;

use askama::Template;
use base::Halt;
use shell::{Block, Due, Fields, Link, Page, Pages, Retained, Visit};

use super::{RequestLine, day};
use crate::links;
use crate::records::erasures::Erasure;
use crate::records::retention::List;
use crate::rules::{self, Overdue, Stage};

/// What people ask for.
#[derive(Template)]
#[template(path = "privacy/requests.html")]
pub(crate) struct RequestsPage {
    pub(crate) page: Page,
    pub(crate) tabs: Vec<(Link, bool)>,
    pub(crate) open: Vec<RequestLine>,
    pub(crate) settled: Vec<RequestLine>,
    pub(crate) pages: Pages,
}

/// One purpose with its term.
pub(crate) struct RuleLine {
    pub(crate) field: String,
    pub(crate) label: &'static str,
    pub(crate) hint: String,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) standing: Vec<String>,
}

/// How long what may stay.
#[derive(Template)]
#[template(path = "privacy/rules.html")]
pub(crate) struct RulesPage {
    pub(crate) page: Page,
    pub(crate) tabs: Vec<(Link, bool)>,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) rules: Vec<RuleLine>,
}

pub(crate) fn rules_page(
    visit: &Visit,
    (page, tabs): (Page, Vec<(Link, bool)>),
    fields: Fields,
    (retained, terms, lists): (&[Retained], &BTreeMap<String, i64>, &[List]),
) -> Result<RulesPage, Halt> {
    let slug = &visit.network()?.slug;
    let line = |it: &Retained| RuleLine {
        field: format!("months-{}", it.name),
        label: it.label,
        hint: visit.tell(
            "privacy-rule-hint",
            &[
                ("hint", visit.say(it.hint).into()),
                ("months", it.months.into()),
            ],
        ),
        title: visit.say(it.label).to_owned(),
        href: visit.href(&links::of_purpose(slug, it.name, "")),
        standing: if terms.contains_key(it.name) {
            standing(visit, it.name, lists)
        } else {
            vec![visit.say("privacy-rule-none").to_owned()]
        },
    };
    Ok(RulesPage {
        page,
        tabs,
        fields,
        action: visit.href(&links::below(slug, "/regeln")),
        rules: retained.iter().map(line).collect(),
    })
}

fn standing(visit: &Visit, purpose: &str, lists: &[List]) -> Vec<String> {
    let of = lists.iter().filter(|it| it.purpose == purpose);
    let words: Vec<String> = of
        .filter_map(|it| match it.stage {
            Stage::Preview => {
                Some(visit.tell("privacy-standing-preview", &[("count", it.items.into())]))
            }
            Stage::Quarantine => {
                let at = it.goes_at.map_or_else(String::new, |at| day(visit, at));
                let args = [("count", it.items.into()), ("day", at.into())];
                Some(visit.tell("privacy-standing-quarantine", &args))
            }
            Stage::Gone | Stage::Undone => None,
        })
        .collect();
    if words.is_empty() {
        vec![visit.say("privacy-standing-nothing").to_owned()]
    } else {
        words
    }
}

/// A record that is to go.
pub(crate) struct DueLine {
    pub(crate) id: String,
    pub(crate) words: String,
    pub(crate) since: String,
    pub(crate) stays: bool,
}

/// What is to go for one purpose.
#[derive(Template)]
#[template(path = "privacy/due.html")]
pub(crate) struct DuePage {
    pub(crate) page: Page,
    pub(crate) hint: String,
    pub(crate) term: Option<String>,
    pub(crate) preview: Option<(String, String)>,
    pub(crate) quarantine: Vec<String>,
    pub(crate) lines: Vec<DueLine>,
    pub(crate) vanished: Option<String>,
    pub(crate) pages: Pages,
    pub(crate) release: String,
    pub(crate) undo: String,
    pub(crate) keep: String,
    pub(crate) rules: String,
}

pub(crate) fn due_page(
    visit: &Visit,
    page: Page,
    (retained, months): (&Retained, Option<i64>),
    (preview, quarantine): (Option<List>, Vec<List>),
    (due, pages, vanished): (Vec<(Due, bool)>, Pages, usize),
) -> Result<DuePage, Halt> {
    let slug = &visit.network()?.slug;
    let act = |rest| visit.href(&links::of_purpose(slug, retained.name, rest));
    let lines = due.into_iter().map(|(it, stays)| DueLine {
        id: it.id.to_string(),
        words: it.words,
        since: day(visit, it.since),
        stays,
    });
    Ok(DuePage {
        page,
        hint: visit.say(retained.hint).to_owned(),
        term: months.map(|months| visit.tell("privacy-term", &[("months", months.into())])),
        preview: preview.map(|it| {
            let words = visit.tell("privacy-standing-preview", &[("count", it.items.into())]);
            (it.id.to_string(), words)
        }),
        quarantine: quarantine
            .into_iter()
            .map(|it| {
                let at = it.goes_at.map_or_else(String::new, |at| day(visit, at));
                visit.tell(
                    "privacy-quarantine",
                    &[
                        ("count", it.items.into()),
                        ("by", it.released_by.into()),
                        ("day", at.into()),
                    ],
                )
            })
            .collect(),
        lines: lines.collect(),
        vanished: (vanished > 0)
            .then(|| visit.tell("privacy-due-vanished", &[("count", vanished.into())])),
        pages,
        release: act("/freigabe"),
        undo: act("/ruecknahme"),
        keep: act("/behalten"),
        rules: visit.href(&links::below(slug, "/regeln")),
    })
}

/// The privacy notice at work.
#[derive(Template)]
#[template(path = "privacy/notices.html")]
pub(crate) struct NoticesPage {
    pub(crate) page: Page,
    pub(crate) tabs: Vec<(Link, bool)>,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) publish: String,
    pub(crate) versions: Vec<Link>,
}

/// One version of the privacy notice.
#[derive(Template)]
#[template(path = "privacy/notice-version.html")]
pub(crate) struct NoticePage {
    pub(crate) page: Page,
    pub(crate) standing: String,
    pub(crate) blocks: Vec<Block>,
    pub(crate) versions: Vec<Link>,
}

/// A list that went, as a line of proof.
pub(crate) struct ProofLine {
    pub(crate) label: String,
    pub(crate) term: String,
    pub(crate) count: i64,
    pub(crate) at: String,
    pub(crate) by: String,
    pub(crate) outcome: String,
}

/// An erasure as a line of proof.
pub(crate) struct ErasureLine {
    pub(crate) at: String,
    pub(crate) how: String,
    pub(crate) reason: String,
    pub(crate) deleted: i64,
    pub(crate) anonymised: i64,
    pub(crate) stayed: i64,
    pub(crate) repeated: String,
}

/// What went, and what should have gone.
#[derive(Template)]
#[template(path = "privacy/proofs.html")]
pub(crate) struct Proofs {
    pub(crate) page: Page,
    pub(crate) tabs: Vec<(Link, bool)>,
    pub(crate) overdue: Vec<(Link, String)>,
    pub(crate) gone: Vec<ProofLine>,
    pub(crate) erasures: Vec<ErasureLine>,
}

pub(crate) fn proofs(
    visit: &Visit,
    (page, tabs): (Page, Vec<(Link, bool)>),
    (retained, lists, kept): (&[Retained], &[List], &[(&'static str, usize)]),
    erasures: &[Erasure],
) -> Result<Proofs, Halt> {
    let slug = &visit.network()?.slug;
    let label = |purpose: &str| {
        let known = retained.iter().find(|it| it.name == purpose);
        visit.say(known.map_or("privacy-purpose-gone", |it| it.label))
    };
    let mut overdue: Vec<(Link, String)> = lists
        .iter()
        .filter_map(|it| {
            let why = rules::overdue(it.stage, it.first_listed_at, it.goes_at, visit.now)?;
            let key = match why {
                Overdue::Unreleased => "privacy-overdue-unreleased",
                Overdue::Undone => "privacy-overdue-undone",
            };
            let since = day(visit, it.first_listed_at);
            let words = visit.tell(key, &[("count", it.items.into()), ("since", since.into())]);
            let href = visit.href(&links::of_purpose(slug, &it.purpose, ""));
            Some((Link::new(label(&it.purpose), href), words))
        })
        .collect();
    overdue.extend(
        kept.iter()
            .filter(|(_, count)| *count > 0)
            .map(|(purpose, count)| {
                let words = visit.tell("privacy-overdue-kept", &[("count", (*count).into())]);
                let href = visit.href(&links::of_purpose(slug, purpose, ""));
                (Link::new(label(purpose), href), words)
            }),
    );
    let ended = lists
        .iter()
        .filter(|it| matches!(it.stage, Stage::Gone | Stage::Undone));
    Ok(Proofs {
        page,
        tabs,
        overdue,
        gone: ended
            .map(|it| proof(visit, label(&it.purpose), it))
            .collect(),
        erasures: erasures.iter().map(|it| erasure(visit, it)).collect(),
    })
}

fn proof(visit: &Visit, label: &str, it: &List) -> ProofLine {
    let (key, count) = match it.stage {
        Stage::Gone => ("privacy-outcome-gone", it.gone),
        _ => ("privacy-outcome-undone", it.items),
    };
    ProofLine {
        label: label.to_owned(),
        term: visit.tell("privacy-term", &[("months", it.months.into())]),
        count,
        at: it.settled_at.map_or_else(String::new, |at| visit.hour(at)),
        by: if it.stage == Stage::Undone {
            it.settled_by.clone()
        } else {
            it.released_by.clone()
        },
        outcome: match it.items - it.gone {
            rest if it.stage == Stage::Gone && rest > 0 => {
                visit.tell("privacy-outcome-rest", &[("count", rest.into())])
            }
            _ => visit.say(key).to_owned(),
        },
    }
}

fn erasure(visit: &Visit, it: &Erasure) -> ErasureLine {
    let how = match it.how {
        shell::How::Erase => "privacy-way-erase",
        shell::How::Anonymise => "privacy-way-anonymise",
    };
    let reason = if it.by_rule {
        "privacy-reason-rule"
    } else {
        "privacy-reason-request"
    };
    ErasureLine {
        at: visit.hour(it.at),
        how: visit.say(how).to_owned(),
        reason: visit.say(reason).to_owned(),
        deleted: it.deleted,
        anonymised: it.anonymised,
        stayed: it.stayed,
        repeated: it.repeated_at.map_or_else(String::new, |at| visit.hour(at)),
    }
}

/// One look.
pub(crate) struct LookLine {
    pub(crate) at: String,
    pub(crate) actor: String,
    pub(crate) what: String,
    pub(crate) name: String,
}

/// Who looked at what is held about whom.
#[derive(Template)]
#[template(path = "privacy/reads.html")]
pub(crate) struct ReadsPage {
    pub(crate) page: Page,
    pub(crate) tabs: Vec<(Link, bool)>,
    pub(crate) lines: Vec<LookLine>,
    pub(crate) pages: Pages,
}
