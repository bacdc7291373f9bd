//! What would become of every row, what is being done, and what was done.

use askama::Template;
use jiff::Timestamp;
use register::MembershipKind;
use shell::{Fields, Form, Link, Page, Pages, Visit};

use super::{below, href, instant};
use crate::actions::{UNDO_DAYS, days_after};
use crate::links;
use crate::records::{Change, Changed, Reviewed, State, Transfer};
use crate::rules::{Choice, Flaw, Line, Verdict};

/// A tab of the review: a verdict with its count.
pub(crate) struct Tab {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) count: i64,
    pub(crate) current: bool,
}

/// A row of the review.
pub(crate) struct RowLine {
    pub(crate) number: i64,
    pub(crate) name: String,
    pub(crate) record_href: Option<String>,
    pub(crate) state: &'static str,
    pub(crate) verdict: String,
    pub(crate) why: Option<String>,
    pub(crate) adds: Vec<String>,
    pub(crate) differences: Vec<String>,
    pub(crate) flaws: Vec<String>,
    /// Value, label, chosen.
    pub(crate) choices: Vec<(&'static str, String, bool)>,
}

/// The review of a list.
#[derive(Template)]
#[template(path = "transfer/review.html")]
pub(crate) struct ReviewPage {
    pub(crate) page: Page,
    pub(crate) note: Option<String>,
    pub(crate) lead: String,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) lines: Vec<RowLine>,
    pub(crate) pages: Pages,
    pub(crate) shown: Option<&'static str>,
    pub(crate) action: String,
    pub(crate) write_action: String,
    pub(crate) write_fields: Fields,
    pub(crate) write_label: String,
    pub(crate) wrong: i64,
    pub(crate) columns_href: String,
    pub(crate) discard_href: String,
}

/// What the review is made of.
pub(crate) struct Review {
    pub(crate) counts: Vec<(Verdict, i64)>,
    pub(crate) taken: i64,
    pub(crate) shown: Option<Verdict>,
    pub(crate) rows: Vec<Reviewed>,
    pub(crate) pages: Pages,
}

/// The review of a list, with the form of writing as it was sent.
pub(crate) fn review_page(visit: &Visit, it: &Transfer, review: Review, typed: Form) -> ReviewPage {
    let count = |verdict: Verdict| {
        let found = review.counts.iter().find(|(of, _)| *of == verdict);
        found.map_or(0, |(_, count)| *count)
    };
    let name = [("name", shell::record(&it.file_name))];
    ReviewPage {
        page: below(visit, Page::told(visit, "transfer-review-title", &name)).here(),
        note: note(visit, it),
        lead: visit.tell(
            "transfer-review-lead",
            &[
                ("rows", it.row_count.into()),
                ("new", count(Verdict::New).into()),
                ("match", count(Verdict::Match).into()),
                ("same", count(Verdict::Same).into()),
                ("wrong", count(Verdict::Wrong).into()),
            ],
        ),
        tabs: tabs(visit, it, &review),
        lines: review.rows.iter().map(|row| line(visit, it, row)).collect(),
        shown: review.shown.map(Verdict::word),
        action: href(visit, links::CHOICES, it),
        write_action: href(visit, links::WRITING, it),
        write_fields: Fields::new(visit, typed),
        write_label: visit.tell("transfer-write", &[("count", review.taken.into())]),
        wrong: count(Verdict::Wrong),
        columns_href: href(visit, links::COLUMNS, it),
        discard_href: href(visit, links::DISCARDING, it),
        pages: review.pages,
    }
}

/// What stood against the list last: a phrase, or the row and phrase of the register's refusal.
fn note(visit: &Visit, it: &Transfer) -> Option<String> {
    if it.note.is_empty() {
        return None;
    }
    Some(match it.note.split_once(' ') {
        Some((row, key)) => visit.tell(
            "transfer-note-row",
            &[("row", row.into()), ("fault", visit.say(key).into())],
        ),
        None => visit.say(&it.note).to_owned(),
    })
}

fn tabs(visit: &Visit, it: &Transfer, review: &Review) -> Vec<Tab> {
    let home = href(visit, links::TRANSFER, it);
    let all = Tab {
        label: visit.say("transfer-verdict-all").to_owned(),
        href: home.clone(),
        count: it.row_count,
        current: review.shown.is_none(),
    };
    let verdicts = review.counts.iter().map(|(verdict, count)| Tab {
        label: visit
            .say(&format!("transfer-verdict-{}", verdict.word()))
            .to_owned(),
        href: format!("{home}?art={}", verdict.word()),
        count: *count,
        current: review.shown == Some(*verdict),
    });
    std::iter::once(all)
        .chain(verdicts)
        .filter(|tab| tab.count > 0 || tab.current)
        .collect()
}

fn line(visit: &Visit, it: &Transfer, row: &Reviewed) -> RowLine {
    let line = &row.line;
    RowLine {
        number: row.number,
        name: line.name.clone(),
        record_href: record_href(visit, line),
        state: match line.verdict {
            Verdict::New => "announced",
            Verdict::Match => "circulated",
            Verdict::Same => "held",
            Verdict::Wrong => "cancelled",
        },
        verdict: visit
            .say(&format!("transfer-row-{}", line.verdict.word()))
            .to_owned(),
        why: line.why.as_deref().map(|key| visit.say(key).to_owned()),
        adds: line
            .adds
            .iter()
            .map(|key| visit.say(key).to_owned())
            .collect(),
        differences: differences(visit, line),
        flaws: line
            .flaws
            .iter()
            .map(|flaw| told(visit, it, flaw))
            .collect(),
        choices: choices(visit, row),
    }
}

fn record_href(visit: &Visit, line: &Line) -> Option<String> {
    let slug = visit.network.as_ref()?.slug.as_str();
    let path = match (line.person, line.organisation) {
        (Some(id), _) => register::links::below(register::links::PERSON, slug, id),
        (None, Some(id)) => register::links::below(register::links::ORGANISATION, slug, id),
        (None, None) => return None,
    };
    Some(visit.href(&path))
}

fn differences(visit: &Visit, line: &Line) -> Vec<String> {
    line.differences
        .iter()
        .map(|it| {
            let field = visit
                .say(&format!("transfer-field-{}", it.field))
                .to_owned();
            let places = [
                ("field", field.into()),
                ("from", it.from.as_str().into()),
                ("to", it.to.as_str().into()),
            ];
            let key = if it.from.is_empty() {
                "transfer-sets"
            } else {
                "transfer-changes"
            };
            visit.tell(key, &places)
        })
        .collect()
}

/// What is wrong, with the column that it is about.
fn told(visit: &Visit, it: &Transfer, flaw: &Flaw) -> String {
    let what = visit.tell(&flaw.key, &[("what", flaw.what.as_str().into())]);
    let column = flaw.column.and_then(|place| it.columns.get(place));
    match column {
        Some(column) => visit.tell(
            "transfer-flaw-at",
            &[("column", column.into()), ("flaw", what.into())],
        ),
        None => what,
    }
}

fn choices(visit: &Visit, row: &Reviewed) -> Vec<(&'static str, String, bool)> {
    let offered: &[Choice] = match row.line.verdict {
        Verdict::Match if row.line.person.is_some() => &Choice::ALL,
        Verdict::New | Verdict::Match => &[Choice::Take, Choice::Leave],
        Verdict::Same | Verdict::Wrong => &[],
    };
    let verdict = row.line.verdict.word();
    offered
        .iter()
        .map(|choice| {
            let key = format!("transfer-choice-{verdict}-{}", choice.word());
            (
                choice.word(),
                visit.say(&key).to_owned(),
                *choice == row.choice,
            )
        })
        .collect()
}

/// A list on which something works just now; the page asks again by itself.
#[derive(Template)]
#[template(path = "transfer/busy.html")]
pub(crate) struct BusyPage {
    pub(crate) page: Page,
    pub(crate) what: String,
    pub(crate) progress: Option<String>,
    pub(crate) done: usize,
    pub(crate) all: usize,
    pub(crate) here: String,
}

impl BusyPage {
    /// The page, with how far the work has come.
    pub(crate) fn new(visit: &Visit, it: &Transfer, progress: Option<(usize, usize)>) -> Self {
        let (done, all) = progress.unwrap_or_default();
        let words = [("done", done.into()), ("all", all.into())];
        let key = format!("transfer-busy-{}", it.state.word());
        Self {
            page: below(visit, Page::new(visit, visit.say(&key))).here(),
            what: visit.say("transfer-busy-lead").to_owned(),
            progress: progress.map(|_| visit.tell("transfer-progress", &words)),
            done,
            all,
            here: href(visit, links::TRANSFER, it),
        }
    }
}

/// What a list has brought.
#[derive(Template)]
#[template(path = "transfer/result.html")]
pub(crate) struct ResultPage {
    pub(crate) page: Page,
    pub(crate) lead: String,
    pub(crate) figures: Vec<(String, usize)>,
    pub(crate) links: Vec<Link>,
    pub(crate) undo_href: Option<String>,
    pub(crate) undo_until: String,
    pub(crate) stays: Vec<Link>,
    pub(crate) stays_lead: Option<String>,
    pub(crate) note: Option<String>,
}

/// What a list has brought, or what stayed of it.
pub(crate) fn result_page(
    visit: &Visit,
    it: &Transfer,
    (staying, can_undo): (&[(Change, String)], bool),
) -> ResultPage {
    let name = [("name", shell::record(&it.file_name))];
    let at = it.written_at.unwrap_or(it.created_at);
    let places = [
        ("when", instant(visit, at).into()),
        ("actor", it.actor.as_str().into()),
    ];
    let is_undone = it.state == State::Undone;
    let lead = if is_undone {
        visit.tell("transfer-undone-lead", &places)
    } else {
        visit.tell("transfer-written-lead", &places)
    };
    let stays = staying
        .iter()
        .filter_map(|(change, name)| stay(visit, change, name));
    let until: Timestamp = days_after(at, UNDO_DAYS);
    ResultPage {
        page: below(visit, Page::told(visit, "transfer-result-title", &name)).here(),
        lead,
        figures: figures(visit, it),
        links: lists(visit),
        undo_href: can_undo.then(|| href(visit, links::UNDOING, it)),
        undo_until: visit.tell(
            "transfer-undo-until",
            &[("when", instant(visit, until).into())],
        ),
        stays: stays.collect(),
        stays_lead: (is_undone && it.outcome.stays > 0)
            .then(|| visit.tell("transfer-stays", &[("count", it.outcome.stays.into())])),
        note: note(visit, it),
    }
}

fn figures(visit: &Visit, it: &Transfer) -> Vec<(String, usize)> {
    let outcome = &it.outcome;
    [
        ("transfer-figure-organisations", outcome.organisations),
        ("transfer-figure-people", outcome.people),
        ("transfer-figure-functions", outcome.functions),
        ("transfer-figure-memberships", outcome.memberships),
        ("transfer-figure-changed", outcome.changed),
        ("transfer-figure-left", outcome.left),
    ]
    .map(|(key, count)| (visit.say(key).to_owned(), count))
    .to_vec()
}

fn lists(visit: &Visit) -> Vec<Link> {
    let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
    [
        ("register-organisations", register::links::ORGANISATIONS),
        ("register-people", register::links::PEOPLE),
    ]
    .map(|(key, address)| {
        let href = visit.href(&links::of(address, slug));
        Link::new(visit.say(key), href)
    })
    .to_vec()
}

fn stay(visit: &Visit, change: &Change, name: &str) -> Option<Link> {
    let slug = visit.network.as_ref()?.slug.as_str();
    let path = match change.of {
        Changed::Organisation(id) => {
            register::links::below(register::links::ORGANISATION, slug, id)
        }
        Changed::Person(id) => register::links::below(register::links::PERSON, slug, id),
        Changed::Function(_) | Changed::Membership(_) => return None,
    };
    Some(Link::new(name, visit.href(&path)))
}

/// How a membership that holds for all rows is called.
pub(crate) fn kind_of(form: &Form) -> Option<MembershipKind> {
    MembershipKind::from_word(form.value("kind"))
}
