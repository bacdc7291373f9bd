//! The table of a plan: fields, marks and suggestions row by row.

use askama::Template;
use base::Halt;
use calendar::dates;
use calendar::holidays::Reach;
use gatherings::{Inform, Outline, State};
use jiff::civil::Date;
use shell::{Field, Fields, Form, Marked, Page, Visit, record};

use crate::links;
use crate::rules::{Conflict, Nth, PlanState, RowKind, Suggestion, conflicts};
use crate::table::propose::{WEEKDAYS, suggestions};
use crate::table::rows::{TypedRow, taken};
use crate::table::sheet::Sheet;

/// What the last button has to say.
pub(crate) struct Notice {
    pub(crate) text: String,
}

impl Notice {
    /// A phrase.
    pub(crate) fn info(visit: &Visit, key: &str) -> Self {
        Self::told(visit.say(key).to_owned())
    }

    /// Finished words.
    pub(crate) const fn told(text: String) -> Self {
        Self { text }
    }
}

/// One thing that speaks against a row.
pub(crate) struct Mark {
    pub(crate) is_strong: bool,
    pub(crate) text: String,
}

/// One row of the table.
pub(crate) struct RowView {
    pub(crate) number: usize,
    pub(crate) name: String,
    pub(crate) hidden: [Field; 2],
    pub(crate) day: Field,
    pub(crate) start: Field,
    pub(crate) end: Field,
    pub(crate) title: Field,
    pub(crate) focus: Field,
    pub(crate) host: Field,
    pub(crate) guest_function: Field,
    pub(crate) guest_body: Field,
    pub(crate) kind: Field,
    pub(crate) marks: Vec<Mark>,
    pub(crate) suggestion: Option<Marked>,
    pub(crate) open: Option<(String, String)>,
    pub(crate) is_removable: bool,
}

/// A row that is over or called off.
pub(crate) struct Closed {
    pub(crate) when: String,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) state: &'static str,
    pub(crate) state_label: String,
}

/// The page.
#[derive(Template)]
#[template(path = "planning/edit.html")]
pub(crate) struct EditPage {
    pub(crate) page: Page,
    pub(crate) notice: Option<Notice>,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) cancel: String,
    pub(crate) rows: Vec<RowView>,
    pub(crate) removed: Vec<String>,
    pub(crate) closed: Vec<Closed>,
    pub(crate) opens_rule: bool,
    pub(crate) state: &'static str,
    pub(crate) state_label: String,
    pub(crate) publication: Option<String>,
    pub(crate) deletion: Option<String>,
    pub(crate) school: String,
    pub(crate) adoption: String,
    pub(crate) nths: Vec<(String, String)>,
    pub(crate) weekdays: Vec<(String, String)>,
    pub(crate) months: Vec<(String, String)>,
    pub(crate) informs: Vec<(String, String)>,
    pub(crate) asks_inform: bool,
    pub(crate) has_undated: bool,
}

impl EditPage {
    /// The table with what a form holds.
    pub(crate) fn new(
        visit: &Visit,
        sheet: &Sheet,
        form: Form,
        notice: Option<Notice>,
    ) -> Result<Self, Halt> {
        let slug = visit.network()?.slug.clone();
        let segment = sheet.plan.segment();
        let typed = taken(&form);
        let removed = form.values("removed").to_vec();
        let asked = form.value("do") == "rule";
        let fields = Fields::new(visit, form);
        let below = |rest: &str| visit.href(&links::below(&slug, &segment, rest));
        let drafts = sheet
            .rows
            .iter()
            .filter(|(it, _)| it.state == State::Draft)
            .count();
        let is_draft = sheet.plan.state == PlanState::Draft;
        let only_drafts = drafts == sheet.rows.len();
        Ok(Self {
            page: super::page_below(visit, &sheet.plan, "planning-edit")?,
            notice,
            action: below("bearbeiten"),
            cancel: visit.href(&links::plan(&slug, &segment)),
            rows: rows(visit, &fields, sheet, &typed),
            removed,
            closed: sheet
                .closed_rows()
                .map(|(it, _)| closed(visit, &slug, it))
                .collect(),
            opens_rule: asked || typed.is_empty(),
            state: state_ring(sheet.plan.state),
            state_label: visit.say(state_key(sheet.plan.state)).to_owned(),
            publication: (drafts > 0).then(|| below("veroeffentlichung")),
            deletion: (is_draft && only_drafts).then(|| below("loeschung")),
            school: visit.href(&links::school(&slug)),
            adoption: below("uebernahme"),
            nths: Nth::ALL
                .map(|nth| (nth.word().to_owned(), visit.say(nth.key()).to_owned()))
                .to_vec(),
            weekdays: weekdays(visit),
            months: months(visit),
            informs: [
                (Inform::Tell, "gatherings-inform-tell"),
                (Inform::KeepQuiet, "gatherings-inform-quiet"),
            ]
            .map(|(inform, key)| (inform.word().to_owned(), visit.say(key).to_owned()))
            .to_vec(),
            asks_inform: sheet.asks_inform,
            has_undated: typed.iter().any(|row| row.host.is_empty()),
            fields,
        })
    }
}

/// The ring of a plan's state.
pub(crate) const fn state_ring(state: PlanState) -> &'static str {
    match state {
        PlanState::Draft => "draft",
        PlanState::Published => "announced",
    }
}

/// Phrase key of a plan's state.
pub(crate) const fn state_key(state: PlanState) -> &'static str {
    match state {
        PlanState::Draft => "planning-state-draft",
        PlanState::Published => "planning-state-published",
    }
}

fn weekdays(visit: &Visit) -> Vec<(String, String)> {
    let monday = Date::constant(2018, 1, 1);
    WEEKDAYS
        .iter()
        .filter_map(|(word, weekday)| {
            let day = monday.nth_weekday(1, *weekday).ok()?;
            Some((
                (*word).to_owned(),
                dates::weekday(day, visit.lang).to_owned(),
            ))
        })
        .collect()
}

fn months(visit: &Visit) -> Vec<(String, String)> {
    (1..=12)
        .filter_map(|month| Date::new(2018, month, 1).ok())
        .map(|day| {
            let name = dates::month(day, visit.lang).to_owned();
            (day.month().to_string(), name)
        })
        .collect()
}

fn closed(visit: &Visit, slug: &str, it: &Outline) -> Closed {
    Closed {
        when: dates::span(it.starts, it.ends, visit.lang),
        title: it.title.clone(),
        href: visit.href(&gatherings::links::gathering(slug, &it.slug)),
        state: it.state.word(),
        state_label: visit.say(it.state.key()).to_owned(),
    }
}

fn rows(visit: &Visit, fields: &Fields, sheet: &Sheet, typed: &[TypedRow]) -> Vec<RowView> {
    let mut days: Vec<(usize, Date)> = typed
        .iter()
        .enumerate()
        .filter_map(|(before, row)| Some((before + 1, row.read_day()?)))
        .collect();
    days.sort_unstable();
    let suggested = suggestions(typed, sheet);
    typed
        .iter()
        .enumerate()
        .map(|(before, row)| {
            let suggestion = suggested
                .iter()
                .find(|(index, _)| *index == before)
                .and_then(|(_, it)| *it);
            let view = View {
                visit,
                fields,
                sheet,
                suggestion,
                number: before + 1,
            };
            view.row(row, &days)
        })
        .collect()
}

/// What one row is shown with.
struct View<'v> {
    visit: &'v Visit,
    fields: &'v Fields,
    sheet: &'v Sheet,
    suggestion: Option<Suggestion>,
    number: usize,
}

impl View<'_> {
    fn row(&self, row: &TypedRow, days: &[(usize, Date)]) -> RowView {
        let number = self.number;
        let at = |part: &str| format!("r{number}_{part}");
        let known = row.id.parse().ok().and_then(|id| self.sheet.row(id));
        let is_draft = known.is_none_or(|(it, _)| it.state == State::Draft);
        let kinds = RowKind::ALL.map(|kind| {
            let label = self.visit.say(kind.key()).to_owned();
            (kind.word().to_owned(), label)
        });
        RowView {
            number,
            name: self
                .visit
                .tell("planning-row", &[("number", number.into())]),
            hidden: [
                self.fields.hidden(&at("id")),
                self.fields.hidden(&at("was")),
            ],
            day: self.fields.date(&at("day"), "planning-day").must(),
            start: self.fields.time(&at("start"), "planning-start").must(),
            end: self.fields.time(&at("end"), "planning-end").must(),
            title: self.fields.text(&at("title"), "planning-row-title"),
            focus: self.fields.text(&at("focus"), "planning-focus"),
            host: self
                .fields
                .select(&at("host"), "planning-host", &self.hosts())
                .of_records(),
            guest_function: self
                .fields
                .text(&at("guest_function"), "planning-guest-function"),
            guest_body: self.fields.text(&at("guest_body"), "planning-guest-body"),
            kind: self.fields.select(&at("kind"), "planning-kind", &kinds),
            marks: row
                .read_day()
                .map_or_else(Vec::new, |day| self.marks(row, day, days)),
            suggestion: self.suggestion.and_then(|it| self.reason(it)),
            open: known.filter(|_| !is_draft).map(|(it, _)| {
                let slug = super::network_slug(self.visit);
                let path = gatherings::links::gathering(slug, &it.slug);
                (self.visit.href(&path), it.title.clone())
            }),
            is_removable: is_draft,
        }
    }

    /// Whose turn it is stands first, then who can receive the others, then the rest.
    fn hosts(&self) -> Vec<(String, String)> {
        let mut hosts = vec![(
            String::new(),
            self.visit.say("planning-host-open").to_owned(),
        )];
        let suggested = self.suggestion.map(|it| it.host);
        let all = &self.sheet.organisations;
        hosts.extend(all.iter().filter(|it| Some(it.id) == suggested).map(|it| {
            let label = self
                .visit
                .tell("planning-host-suggested", &[("host", (&it.name).into())]);
            (it.id.to_string(), label)
        }));
        for can_host in [true, false] {
            hosts.extend(
                all.iter()
                    .filter(|it| it.can_host == can_host && Some(it.id) != suggested)
                    .map(|it| (it.id.to_string(), it.name.clone())),
            );
        }
        hosts
    }

    /// Why it is this one's turn.
    fn reason(&self, it: Suggestion) -> Option<Marked> {
        let host = self
            .sheet
            .organisations
            .iter()
            .find(|org| org.id == it.host)?;
        let times = self
            .visit
            .tell("planning-host-times", &[("count", it.times.into())]);
        Some(match it.last {
            Some(last) => self.visit.tell_marked(
                "planning-host-why",
                &[
                    ("host", record(&host.name)),
                    ("times", times.into()),
                    ("last", dates::month_year(last, self.visit.lang).into()),
                ],
            ),
            None => self.visit.tell_marked(
                "planning-host-why-never",
                &[("host", record(&host.name)), ("times", times.into())],
            ),
        })
    }

    fn marks(&self, row: &TypedRow, day: Date, days: &[(usize, Date)]) -> Vec<Mark> {
        let has_host = !row.host.trim().is_empty();
        let about = (self.number, day, row.read_start());
        conflicts(about, has_host, days, &self.sheet.around)
            .into_iter()
            .map(|conflict| Mark {
                is_strong: conflict.is_strong(),
                text: conflict_words(self.visit, &conflict, day),
            })
            .collect()
    }
}

/// What speaks against a day, in words.
pub fn conflict_words(visit: &Visit, conflict: &Conflict, day: Date) -> String {
    match conflict {
        Conflict::Past => visit.say("planning-mark-past").to_owned(),
        Conflict::Weekend => visit.tell(
            "planning-mark-weekend",
            &[("weekday", dates::weekday(day, visit.lang).into())],
        ),
        Conflict::Holiday(holiday) => {
            let key = match holiday.reach {
                Reach::Everywhere => "planning-mark-holiday",
                Reach::Regional => "planning-mark-holiday-regional",
            };
            visit.tell(key, &[("name", holiday.name(visit.lang).into())])
        }
        Conflict::School(name) => visit.tell("planning-mark-school", &[("name", name.into())]),
        Conflict::Other {
            title,
            network: Some(network),
        } => visit.tell(
            "planning-mark-other-network",
            &[("title", title.into()), ("network", network.into())],
        ),
        Conflict::Other {
            title,
            network: None,
        } => visit.tell("planning-mark-other", &[("title", title.into())]),
        Conflict::SameDay { number } => {
            visit.tell("planning-mark-same-day", &[("number", number.into())])
        }
        Conflict::NoHost => visit.say("planning-mark-no-host").to_owned(),
        Conflict::Skipped => visit.say("planning-mark-skipped").to_owned(),
        Conflict::Repeated => visit.say("planning-mark-repeated").to_owned(),
    }
}
