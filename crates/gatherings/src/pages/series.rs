//! Series at work.

use askama::Template;
use calendar::dates;
use shell::{Fields, Marked, Page, Visit, record};

use crate::links;
use crate::rules::{Gathering, Listed, Series, SeriesKind, State};

/// How a gathering's page speaks of its series, by its kind.
pub(crate) struct SeriesWords {
    pub(crate) kicker: Option<Marked>,
    pub(crate) heading: &'static str,
    /// What comes after it where one builds on the other.
    pub(crate) next: Option<(Marked, String)>,
}

impl SeriesWords {
    /// The words for a gathering among its siblings, which stand in order of time.
    pub(crate) fn new(
        visit: &Visit,
        it: &Gathering,
        (series, siblings): (Option<&Series>, &[Listed]),
    ) -> Self {
        let kind = series.map(|series| series.kind);
        let name = series.map(|series| series.name.as_str());
        let next = siblings
            .iter()
            .filter(|_| kind == Some(SeriesKind::Sequence))
            .find(|other| other.starts_at > it.starts_at && other.state == State::Announced);
        Self {
            kicker: match (kind, name, it.series_number) {
                (Some(SeriesKind::Sequence), Some(name), Some(number)) => Some(visit.tell_marked(
                    "gatherings-series-nth",
                    &[("series", record(name)), ("number", number.into())],
                )),
                _ => super::entry::series_line(visit, name, it.series_number),
            },
            heading: match kind {
                Some(SeriesKind::Choice) => "gatherings-series-choices",
                _ => "gatherings-series-others",
            },
            next: next.map(|next| {
                let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
                let label = visit.tell_marked(
                    "gatherings-series-next-is",
                    &[
                        ("title", record(&next.title)),
                        (
                            "day",
                            dates::day_long(next.starts.date(), visit.lang).into(),
                        ),
                    ],
                );
                (label, visit.href(&links::gathering(slug, &next.slug)))
            }),
        }
    }
}

/// A series in the list.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) count: usize,
    pub(crate) next: String,
    pub(crate) edit: String,
}

/// All series and the form for a new one.
#[derive(Template)]
#[template(path = "gatherings/series.html")]
pub(crate) struct SeriesPage {
    pub(crate) page: Page,
    pub(crate) rows: Vec<Row>,
    pub(crate) form: SeriesForm,
}

/// One series.
#[derive(Template)]
#[template(path = "gatherings/series-edit.html")]
pub(crate) struct SeriesEditPage {
    pub(crate) page: Page,
    pub(crate) form: SeriesForm,
}

/// The fields of a series.
pub(crate) struct SeriesForm {
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) kinds: Vec<(String, String)>,
    pub(crate) submit: &'static str,
    pub(crate) cancel: String,
}
