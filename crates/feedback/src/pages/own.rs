//! Answering, behind the link to one's own registration; and the way there from that.

use askama::Template;
use base::{Fault, Halt, Lang};
use registration::Texts;
use shell::{Block, Field, Fields, Form, Marked, Page, Panel, Place, Visit, blocks, record};
use store::Conn;

use super::results::scale_label;
use super::{below, instant, own_words};
use crate::actions::{Asked, asked};
use crate::rules::{FeedbackForm, Question, QuestionKind, SCALE, Stage};
use crate::{links, records};

pub(crate) const PANELS: &[Panel] = &[Panel {
    order: 20,
    show: panel,
}];

/// The questions, or why they cannot be answered.
#[derive(Template)]
#[template(path = "feedback/own.html")]
pub(crate) struct OwnPage {
    pub(crate) page: Page,
    kicker: Marked,
    is_preview: bool,
    /// The languages of the preview: name, address, tag, and whether it is the one shown.
    langs: Vec<(&'static str, String, &'static str, bool)>,
    intro: Vec<Block>,
    /// Why no answers are taken.
    closed: Option<String>,
    /// Said where somebody came along who can answer, too.
    more: Option<String>,
    until: String,
    questions: Vec<Field>,
    action: String,
    back: String,
    fields: Fields,
}

fn framed(conn: &mut Conn<'_>, visit: &Visit, it: &Asked, page: Page) -> Result<Page, Halt> {
    let network = register::network(conn, it.form.network)?.ok_or(Halt::Missing)?;
    let mut page = page.of_network(&register::card(network));
    page.sign_in_href = visit.href("/anmelden");
    Ok(page)
}

fn question_fields(visit: &Visit, fields: &Fields, questions: &[Question]) -> Vec<Field> {
    let scale = SCALE.map(|value| (value.to_owned(), scale_label(visit, value)));
    let all = questions.iter().map(|it| {
        let name = it.name();
        let label = it.label.in_lang(visit.lang).0;
        let field = match it.kind {
            QuestionKind::Scale => fields.radios(&name, label, &scale),
            QuestionKind::Choice => {
                let choices: Vec<_> = it
                    .choices
                    .iter()
                    .map(|choice| (choice.de.clone(), choice.in_lang(visit.lang).0.to_owned()))
                    .collect();
                let field = fields.radios(&name, label, &choices);
                if it.choices.iter().any(|choice| choice.en.is_empty()) {
                    field.of_records()
                } else {
                    field
                }
            }
            QuestionKind::Text => fields
                .area(&name, label)
                .rows(4)
                .hint(visit.say("feedback-text-hint")),
        };
        field.called(&own_words(visit, &it.label))
    });
    all.collect()
}

fn intro(visit: &Visit, texts: &Texts) -> Vec<Block> {
    blocks(texts.in_lang(visit.lang).0)
}

/// The questions behind a link.
pub(crate) fn own_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, token): (&Asked, &str),
    form: Form,
) -> Result<OwnPage, Halt> {
    let closed = match it.stage {
        Stage::Running if it.left() > 0 => None,
        Stage::Running => Some(visit.say("feedback-closed-spent").to_owned()),
        Stage::Early => {
            let at = instant(visit, &it.gathering, it.gathering.ends_at);
            Some(visit.tell("feedback-closed-early", &[("when", at.into())]))
        }
        Stage::Draft | Stage::Over => Some(visit.say("feedback-closed-over").to_owned()),
    };
    let questions = match closed {
        None => records::questions(conn, it.form.id)?,
        Some(_) => Vec::new(),
    };
    let fields = Fields::new(visit, form);
    let page = Page::new(visit, visit.say("feedback-own-title"));
    let left = it.left();
    Ok(OwnPage {
        page: framed(conn, visit, it, page)?,
        kicker: Marked::record(visit.content_lang(), &it.gathering.title),
        is_preview: false,
        langs: Vec::new(),
        intro: intro(visit, &it.form.intro),
        more: (it.places > 1 && closed.is_none())
            .then(|| visit.tell("feedback-own-more", &[("count", left.into())])),
        until: instant(
            visit,
            &it.gathering,
            it.form.closes_at(it.gathering.ends_at),
        ),
        questions: question_fields(visit, &fields, &questions),
        closed,
        action: visit.href(&links::own(token)),
        back: visit.href(&registration::links::own(token, "")),
        fields,
    })
}

/// A page in each language.
fn langs(visit: &Visit, path: &str) -> Vec<(&'static str, String, &'static str, bool)> {
    let all = Lang::ALL.into_iter().map(|lang| {
        let name = match lang {
            Lang::De => "Deutsch",
            Lang::En => "English",
        };
        let href = format!("{}{path}", lang.prefix());
        (name, href, lang.tag(), lang == visit.lang)
    });
    all.collect()
}

/// The questions before anybody is asked.
pub(crate) fn preview_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, form): (&gatherings::Gathering, &FeedbackForm),
) -> Result<OwnPage, Halt> {
    let slug = &visit.network()?.slug;
    let questions = records::questions(conn, form.id)?;
    let fields = Fields::new(visit, Form::default());
    let (page, _) = below(visit, it, "feedback-preview-title")?;
    let here = links::results(slug, &it.slug, "");
    Ok(OwnPage {
        page: page.below(visit.say("feedback-title"), &here).here(),
        kicker: Marked::record(visit.content_lang(), &it.title),
        is_preview: true,
        langs: langs(visit, &links::results(slug, &it.slug, "/vorschau")),
        intro: intro(visit, &form.intro),
        more: None,
        until: instant(visit, it, form.closes_at(it.ends_at)),
        questions: question_fields(visit, &fields, &questions),
        closed: None,
        action: String::new(),
        back: visit.href(&here),
        fields,
    })
}

#[derive(Template)]
#[template(path = "feedback/panel.html")]
struct OwnPanel {
    heading: String,
    said: String,
    href: Option<(String, String)>,
}

/// On one's own page: the way to the questions while answers are taken.
fn panel(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    let Place::Registration(registration, token) = place else {
        return Ok(None);
    };
    let it = match asked(conn, registration, visit.now) {
        Ok(it) => it,
        Err(Halt::Fault(fault)) => return Err(fault),
        Err(_) => None,
    };
    let Some(it) = it.filter(|it| it.stage == Stage::Running) else {
        return Ok(None);
    };
    let title = [("title", record(&it.gathering.title))];
    let (said, href) = if it.left() > 0 {
        let label = visit.say("feedback-panel-go").to_owned();
        (
            visit.tell("feedback-panel-lead", &title),
            Some((label, visit.href(&links::own(token)))),
        )
    } else {
        (visit.say("feedback-panel-thanks").to_owned(), None)
    };
    let panel = OwnPanel {
        heading: visit.say("feedback-title").to_owned(),
        said,
        href,
    };
    let html = panel
        .render()
        .map_err(|cause| Fault::because("render a panel", cause))?;
    Ok(Some(html))
}
