//! The form with a gathering's facts, and the pages that call one off.

use askama::Template;
use shell::{Field, Fields, Page, Pick};

/// Fields of one person with a part in it.
pub(crate) struct WhoFields {
    pub(crate) legend: String,
    pub(crate) name: Field,
    pub(crate) function: Field,
    pub(crate) body: Field,
}

/// What the form offers for choice; pairs of value and label.
#[derive(Default)]
pub(crate) struct Choices {
    pub(crate) hosts: Pick,
    pub(crate) partners: Pick,
    pub(crate) groups: Vec<(String, String)>,
    pub(crate) series: Vec<(String, String)>,
    pub(crate) audiences: Vec<(String, String)>,
    pub(crate) folds: Vec<(String, String)>,
    pub(crate) informs: Vec<(String, String)>,
}

/// The form.
#[derive(Template)]
#[template(path = "gatherings/form.html")]
pub(crate) struct FormPage {
    pub(crate) page: Page,
    pub(crate) tabs: Option<String>,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) cancel: String,
    pub(crate) submit: &'static str,
    pub(crate) choices: Choices,
    pub(crate) guests: Vec<WhoFields>,
    pub(crate) asks_start_fold: bool,
    pub(crate) asks_end_fold: bool,
    pub(crate) asks_inform: bool,
}

/// Calling off, or taking that back.
#[derive(Template)]
#[template(path = "gatherings/cancel.html")]
pub(crate) struct CancelPage {
    pub(crate) page: Page,
    pub(crate) tabs: String,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) cancel: String,
    pub(crate) lead: &'static str,
    pub(crate) submit: &'static str,
    pub(crate) asks_reason: bool,
    pub(crate) informs: Vec<(String, String)>,
    pub(crate) is_danger: bool,
}

/// The most people whose fields one form shows.
const MOST_PEOPLE: usize = 12;

/// Fields for the people that a form carries and one more.
pub(crate) fn who_fields(
    page: &Page,
    fields: &Fields,
    prefix: &str,
    legend: &str,
) -> Vec<WhoFields> {
    let filled = (1..=MOST_PEOPLE)
        .filter(|number| {
            ["name", "function", "body"].iter().any(|part| {
                !fields
                    .form()
                    .value(&format!("{prefix}{number}_{part}"))
                    .is_empty()
            })
        })
        .max()
        .unwrap_or(0);
    let shown = (filled + 1).clamp(2, MOST_PEOPLE);
    (1..=shown)
        .map(|number| WhoFields {
            legend: page.tell(legend, &[("number", number.into())]),
            name: fields.text(&format!("{prefix}{number}_name"), "gatherings-who-name"),
            function: fields.text(
                &format!("{prefix}{number}_function"),
                "gatherings-who-function",
            ),
            body: fields.text(&format!("{prefix}{number}_body"), "gatherings-who-body"),
        })
        .collect()
}
