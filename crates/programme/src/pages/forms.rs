//! The forms of the office: a section, a session, how accessible the place is.

use askama::Template;
use base::Halt;
use calendar::dates;
use gatherings::{Gathering, Tab, tabs};
use jiff::ToSpan;
use shell::{Field, Fields, Form, Page, Visit};

use super::{below, together};
use crate::actions::days;
use crate::links;
use crate::rules::{Access, Known, LANGS, Mark};
use crate::typed::MOST_SPEAKERS;

/// The fields of a section.
pub(crate) struct SectionForm {
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) submit: &'static str,
    /// The days to choose from, where a gathering has several.
    pub(crate) days: Vec<(String, String)>,
    pub(crate) cancel: Option<String>,
}

/// The form of a section.
pub(crate) fn section_form(
    visit: &Visit,
    it: &Gathering,
    (form, action): (Form, String),
    submit: &'static str,
) -> SectionForm {
    let count = days(it);
    let first = it.starts.date();
    let days = (0..count).map(|number| {
        let day = first.checked_add(number.days()).unwrap_or(first);
        (
            number.to_string(),
            together(&dates::day_long(day, visit.lang)),
        )
    });
    SectionForm {
        fields: Fields::new(visit, form),
        action,
        submit,
        days: if count > 1 {
            days.collect()
        } else {
            Vec::new()
        },
        cancel: None,
    }
}

/// One section by itself.
#[derive(Template)]
#[template(path = "programme/section.html")]
pub(crate) struct SectionPage {
    page: Page,
    tabs: String,
    section: SectionForm,
}

/// The page of a section.
pub(crate) fn section_page(
    visit: &Visit,
    it: &Gathering,
    (form, action): (Form, String),
) -> Result<SectionPage, Halt> {
    let page = Page::new(visit, visit.say("programme-section-edit"));
    let cancel = links::programme(&visit.network()?.slug, &it.slug, "/bearbeiten");
    let form = (form, visit.href(&action));
    Ok(SectionPage {
        page: below_programme(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Programme)?,
        section: SectionForm {
            cancel: Some(visit.href(&cancel)),
            ..section_form(visit, it, form, "programme-save")
        },
    })
}

/// The path to a page below the programme at work.
pub(crate) fn below_programme(visit: &Visit, it: &Gathering, page: Page) -> Result<Page, Halt> {
    let path = links::programme(&visit.network()?.slug, &it.slug, "/bearbeiten");
    Ok(below(visit, it, page)?
        .below(visit.say("programme-heading"), &path)
        .here())
}

/// Fields of somebody who speaks.
pub(crate) struct WhoFields {
    legend: String,
    name: Field,
    function: Field,
    body: Field,
}

/// One session by itself.
#[derive(Template)]
#[template(path = "programme/session.html")]
pub(crate) struct SessionPage {
    page: Page,
    tabs: String,
    kicker: String,
    fields: Fields,
    speakers: Vec<WhoFields>,
    langs: Vec<(String, String)>,
    marks: Vec<(String, String)>,
    action: String,
    cancel: String,
}

/// What surrounds the form of a session.
pub(crate) struct Around {
    /// Phrase key of the page's title.
    pub(crate) title: &'static str,
    /// When its section is.
    pub(crate) time: String,
    /// Where the form goes.
    pub(crate) action: String,
}

/// The page of a session, a new one or a known one.
pub(crate) fn session_page(
    visit: &Visit,
    it: &Gathering,
    form: Form,
    around: Around,
) -> Result<SessionPage, Halt> {
    let page = Page::new(visit, visit.say(around.title));
    let cancel = links::programme(&visit.network()?.slug, &it.slug, "/bearbeiten");
    let fields = Fields::new(visit, form);
    let named = |key: &'static str| (String::new(), visit.say(key).to_owned());
    let langs = LANGS.map(|tag| {
        let name = super::lang_name(visit, tag).unwrap_or_default();
        (tag.to_owned(), name)
    });
    Ok(SessionPage {
        page: below_programme(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Programme)?,
        kicker: around.time,
        speakers: who_fields(visit, &fields),
        langs: std::iter::once(named("programme-lang-none"))
            .chain(langs)
            .collect(),
        marks: Mark::ALL
            .map(|mark| (mark.word().to_owned(), visit.say(mark.key()).to_owned()))
            .to_vec(),
        action: visit.href(&around.action),
        cancel: visit.href(&cancel),
        fields,
    })
}

/// Fields for the people that a form carries and one more.
fn who_fields(visit: &Visit, fields: &Fields) -> Vec<WhoFields> {
    let is_filled = |number: &usize| {
        ["name", "function", "body"].iter().any(|part| {
            let value = fields.form().value(&format!("speaker{number}_{part}"));
            !value.is_empty()
        })
    };
    let filled = (1..=MOST_SPEAKERS).filter(is_filled).max().unwrap_or(0);
    let shown = (filled + 1).clamp(2, MOST_SPEAKERS);
    (1..=shown)
        .map(|number| WhoFields {
            legend: visit.tell("gatherings-speaker-number", &[("number", number.into())]),
            name: fields.text(&format!("speaker{number}_name"), "gatherings-who-name"),
            function: fields.text(
                &format!("speaker{number}_function"),
                "gatherings-who-function",
            ),
            body: fields.text(&format!("speaker{number}_body"), "gatherings-who-body"),
        })
        .collect()
}

/// How accessible the place is.
#[derive(Template)]
#[template(path = "programme/access.html")]
pub(crate) struct AccessPage {
    page: Page,
    tabs: String,
    place: String,
    questions: Vec<Field>,
    fields: Fields,
    action: String,
    cancel: String,
}

/// The page with what is known of the place.
pub(crate) fn access_page(visit: &Visit, it: &Gathering, form: Form) -> Result<AccessPage, Halt> {
    let slug = &visit.network()?.slug;
    let fields = Fields::new(visit, form);
    let choices = Known::ALL.map(|it| (it.word().to_owned(), visit.say(it.key()).to_owned()));
    let questions = Access::default()
        .facts()
        .map(|(field, key, ..)| fields.radios(field, key, &choices).must());
    let page = Page::new(visit, visit.say("programme-access-title"));
    Ok(AccessPage {
        page: below_programme(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Programme)?,
        place: it.place(),
        questions: questions.into(),
        action: visit.href(&links::programme(slug, &it.slug, "/zugang")),
        cancel: visit.href(&links::programme(slug, &it.slug, "/bearbeiten")),
        fields,
    })
}
