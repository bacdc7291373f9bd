//! A round of invitations: the form, and the preview before it is laid out.

use askama::Template;
use base::access::Audience;
use base::{Fault, Halt};
use gatherings::{Gathering, Tab, tabs};
use shell::{Content, Fields, Form, Marked, Page, Visit, record};
use store::Conn;

use super::crumbs;
use crate::records::Round;
use crate::select::{Bar, Choosable, Reached};
use crate::{letters, links, select};

/// The form of a round.
#[derive(Template)]
#[template(path = "invitations/form.html")]
pub(crate) struct FormPage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    action: String,
    back: String,
    fields: Fields,
    choosable: Choosable,
    documents: Vec<(String, String)>,
    last: Option<Marked>,
}

/// The form with everything there is to choose from; `action` is where it goes.
pub(crate) fn form_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, action): (&Gathering, String),
    form: Form,
) -> Result<FormPage, Halt> {
    let network = visit.network()?;
    let page = Page::new(visit, visit.say("invitations-form-title"));
    let back = links::invitation(&network.slug, &it.slug);
    let mut documents = gatherings::documents(conn, it.id)?;
    documents.retain(|document| document.audience != Audience::Office);
    let choosable = Choosable::of(conn, visit, network.id, &form)?;
    Ok(FormPage {
        tabs: tabs(visit, it, Tab::Invitation)?,
        page: crumbs(visit, it, page)?
            .below(visit.say("invitations-title"), &back)
            .here(),
        kicker: it.title.clone(),
        action: visit.href(&action),
        back: visit.href(&back),
        fields: Fields::new(visit, form),
        choosable,
        documents: documents
            .into_iter()
            .map(|document| (document.id.to_string(), document.title))
            .collect(),
        last: last_minutes(conn, visit, it)?,
    })
}

/// Which minutes could go along: those of the last meeting, once they are approved.
fn last_minutes(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
) -> Result<Option<Marked>, Fault> {
    let Some(last) = gatherings::last_held_before(conn, it)? else {
        return Ok(None);
    };
    let minutes = minutes::minutes_of(conn, last.id)?;
    if !minutes.is_some_and(|it| it.state.is_approved()) {
        return Ok(None);
    }
    let day = calendar::dates::day(last.starts.date(), visit.lang);
    Ok(Some(visit.tell_marked(
        "invitations-field-last-minutes-of",
        &[("title", record(last.title)), ("day", day.into())],
    )))
}

/// A round before it is laid out.
#[derive(Template)]
#[template(path = "invitations/round.html")]
pub(crate) struct RoundPage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    here: String,
    list: String,
    is_laid_out: bool,
    to_write: Vec<Line>,
    known: Vec<Line>,
    without_address: Vec<Line>,
    paused: Vec<Line>,
    preview: String,
}

/// One person whom a round reaches.
struct Line {
    name: String,
    mail: String,
}

impl Line {
    fn of(reached: &Reached) -> Self {
        Self {
            name: reached.chosen.guest.line(),
            mail: reached.chosen.guest.person.mail.clone(),
        }
    }
}

/// Whom a round reaches, and what they will get.
pub(crate) fn round_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, round): (&Gathering, &Round),
) -> Result<RoundPage, Halt> {
    let network = visit.network()?;
    let people = select::people(conn, it, round)?;
    let lines = |bar: Option<Bar>| {
        let chosen = people.iter().filter(|reached| reached.bar == bar);
        chosen.map(Line::of).collect::<Vec<_>>()
    };
    let to_write = lines(None);
    let content = letters::sample(conn, &visit.app, round, None)?;
    let content = content.map(Content::printed).transpose()?;
    let here = visit.href(&links::round(&network.slug, &it.slug, round.id, ""));
    let first = to_write
        .first()
        .map_or_else(String::new, |line| format!("{} <{}>", line.name, line.mail));
    let list = links::invitation(&network.slug, &it.slug);
    let page = Page::new(visit, visit.say("invitations-round-title"));
    Ok(RoundPage {
        tabs: tabs(visit, it, Tab::Invitation)?,
        page: crumbs(visit, it, page)?
            .below(visit.say("invitations-title"), &list)
            .here(),
        kicker: it.title.clone(),
        list: visit.href(&list),
        is_laid_out: round.laid_out_at.is_some(),
        known: lines(Some(Bar::Invited)),
        without_address: lines(Some(Bar::NoAddress)),
        paused: lines(Some(Bar::Paused)),
        preview: outbox::view(visit, content.as_ref(), &first, &here)?,
        to_write,
        here,
    })
}
