//! Reminders: an answer is missing, or a registration; tomorrow is the day.

use base::Fault;
use gatherings::{Gathering, Invitation, Reply};
use outbox::Sheet;
use shell::{Addressed, App, Content, record};
use store::Conn;

use super::invitation::answer;
use super::scene::Scene;
use super::{doors, is_to_come, subject};

/// Asks for the answer that is missing; nobody is asked who has answered meanwhile.
pub(super) fn missing(
    conn: &mut Conn<'_>,
    app: &App,
    to: &Addressed,
) -> Result<Option<Content>, Fault> {
    let Some((invitation, gathering)) = subject(conn, to)? else {
        return Ok(None);
    };
    let standing = registration::standing_of(conn, (gathering.id, invitation.person))?;
    let is_wanted = !invitation.withdrawn
        && invitation.reply.is_none()
        && standing.is_none()
        && is_to_come(&gathering, app.clock.now());
    if !is_wanted {
        return Ok(None);
    }
    let words = (
        "invitations-subject-reminder",
        "invitations-reminder-opening",
    );
    staged(conn, app, to, ((invitation, gathering), words))
}

/// Leads somebody whose calendar said yes to the questions that come with a place; nothing once
/// there is a place.
pub(super) fn register(
    conn: &mut Conn<'_>,
    app: &App,
    to: &Addressed,
) -> Result<Option<Content>, Fault> {
    let Some((invitation, gathering)) = subject(conn, to)? else {
        return Ok(None);
    };
    let standing = registration::standing_of(conn, (gathering.id, invitation.person))?;
    let is_wanted =
        !invitation.withdrawn && standing.is_none() && is_to_come(&gathering, app.clock.now());
    if !is_wanted {
        return Ok(None);
    }
    let words = (
        "invitations-subject-register",
        "invitations-register-opening",
    );
    staged(conn, app, to, ((invitation, gathering), words))
}

/// Tells those who come that tomorrow is the day.
pub(super) fn tomorrow(
    conn: &mut Conn<'_>,
    app: &App,
    to: &Addressed,
) -> Result<Option<Content>, Fault> {
    let Some((invitation, gathering)) = subject(conn, to)? else {
        return Ok(None);
    };
    let is_wanted = !invitation.withdrawn
        && invitation.reply == Some(Reply::Yes)
        && is_to_come(&gathering, app.clock.now());
    if !is_wanted {
        return Ok(None);
    }
    let words = (
        "invitations-subject-tomorrow",
        "invitations-tomorrow-opening",
    );
    staged(conn, app, to, ((invitation, gathering), words))
}

/// The letter, where the register still knows the person.
fn staged(
    conn: &mut Conn<'_>,
    app: &App,
    to: &Addressed,
    ((invitation, gathering), words): ((Invitation, Gathering), (&str, &str)),
) -> Result<Option<Content>, Fault> {
    let doors = doors(conn, app, to, (&invitation, &gathering))?;
    let scene = Scene::of(conn, to, (&invitation, gathering), doors)?;
    scene.map(|it| write(conn, app, &it, words)).transpose()
}

fn write(
    conn: &mut Conn<'_>,
    app: &App,
    scene: &Scene,
    (subject, opening): (&str, &str),
) -> Result<Content, Fault> {
    let sender = outbox::sender(conn, Some(scene.network.id))?;
    let mut sheet = Sheet::of(&app.phrases, scene.lang, sender);
    let title = scene.gathering.title.as_str();
    sheet.text(scene.salutation(&sheet));
    sheet.text(sheet.tell(
        opening,
        &[("title", record(title)), ("day", scene.day().into())],
    ));
    scene.facts(&mut sheet);
    answer(&mut sheet, scene);
    scene.schedule(&mut sheet);
    scene.close(&mut sheet);
    let subject = sheet.tell(
        subject,
        &[("title", record(title)), ("day", scene.day().into())],
    );
    let (subject, text, html) = sheet.finished(&subject, &scene.because(&sheet))?;
    Ok(Content {
        subject,
        text,
        html: Some(html),
        automatic: true,
        ..Content::default()
    })
}
