//! The mails of this room: the address to be confirmed, how things stand, the link once more,
//! and the question to an organisation's contact.

mod scene;
mod words;

use base::Fault;
use register::access_links::{self, Issue};
use shell::{Addressed, App, Content, LetterKind};
use store::Conn;
use uuid::Uuid;

use crate::actions::{self, Detail, Event, PURPOSE_CONTACT};
use crate::links;
use crate::rules::PlaceState;
use scene::Scene;

/// The mail address is to be confirmed; the subject is the registration.
pub const CONFIRM: &str = "registration.confirm";
/// How things stand; the subject is the registration.
pub const NEWS: &str = "registration.news";
/// The link once more; the subject is the registration.
pub const LINK: &str = "registration.link";
/// Whether somebody belongs to an organisation; the subject is the registration.
pub const CONTACT: &str = "registration.contact";

pub(crate) const LETTERS: &[LetterKind] = &[
    LetterKind {
        kind: CONFIRM,
        compose: news,
        sample: None,
    },
    LetterKind {
        kind: NEWS,
        compose: news,
        sample: None,
    },
    LetterKind {
        kind: LINK,
        compose: news,
        sample: None,
    },
    LetterKind {
        kind: CONTACT,
        compose: contact,
        sample: None,
    },
];

fn detail(to: &Addressed) -> Result<Detail, Fault> {
    serde_json::from_str(&to.detail)
        .map_err(|cause| Fault::because("read a letter's detail", cause))
}

fn subject(to: &Addressed) -> Result<Uuid, Fault> {
    to.subject
        .parse()
        .map_err(|cause| Fault::because("read a letter's subject", cause))
}

/// Writes how things stand now; nothing where another letter tells it, because they stand
/// otherwise meanwhile.
fn news(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let detail = detail(to)?;
    let Some(mut scene) = Scene::of(conn, subject(to)?, to.lang)? else {
        return Ok(None);
    };
    if !scene.still_stands(&detail) {
        return Ok(None);
    }
    let token = actions::issue_link(conn, &mut app.moment(), scene.it.id)?;
    scene.door = app.url(to.lang, &links::own(&token, ""));
    if let Some(place) = scene.named(&detail).first() {
        let at = place.gathering;
        let gathering = gatherings::gathering(conn, at)?;
        scene.reason = gathering.map(|it| it.cancelled_reason).unwrap_or_default();
    }
    let sender = outbox::sender(conn, Some(scene.network.id))?;
    let sheet = outbox::Sheet::of(&app.phrases, to.lang, sender);
    let (subject, text, html) = words::news(sheet, &scene, &detail)?;
    let has_place = |it: &&crate::rules::Place| it.state == PlaceState::Confirmed;
    let attachments = match scene.places.iter().find(has_place) {
        Some(place) if tells_of_a_place(detail.event) => {
            let at = place.gathering;
            scene.calendar(conn, app, at)?.into_iter().collect()
        }
        _ => Vec::new(),
    };
    Ok(Some(Content {
        subject,
        text,
        html: Some(html),
        attachments,
        automatic: true,
        ..Content::default()
    }))
}

const fn tells_of_a_place(event: Event) -> bool {
    matches!(
        event,
        Event::Stand | Event::Given | Event::Moved | Event::Approved | Event::Shifted | Event::Link
    )
}

/// Asks the contact of an organisation; nothing once that was answered.
fn contact(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let contact = detail(to)?.place;
    let Some(mut scene) = Scene::of(conn, subject(to)?, to.lang)? else {
        return Ok(None);
    };
    if scene.it.tie != "asked" {
        return Ok(None);
    }
    let starts = scene.dates.iter().map(|it| it.starts_at).max();
    let issue = Issue {
        purpose: PURPOSE_CONTACT,
        subject: scene.it.id.to_string(),
        person: contact.map(Into::into),
        account: None,
        expires_at: starts.unwrap_or(app.clock.now()),
    };
    let token = access_links::issue(conn, &mut app.moment(), issue)?;
    scene.door = app.url(to.lang, &links::contact(&token));
    let person = match contact {
        Some(id) => register::person(conn, id.into())?,
        None => None,
    };
    let sender = outbox::sender(conn, Some(scene.network.id))?;
    let sheet = outbox::Sheet::of(&app.phrases, to.lang, sender);
    let (subject, text, html) = words::contact(sheet, &scene, person.as_ref())?;
    Ok(Some(Content {
        subject,
        text,
        html: Some(html),
        automatic: true,
        ..Content::default()
    }))
}
