//! The mails of this room: which day suits, an answer is missing, the day that was settled on,
//! and a test to oneself.

mod scene;
#[cfg(test)]
mod tests;
mod words;

use base::{Fault, LetterId};
use register::access_links::{self, Issue};
use shell::{Addressed, App, Content, LetterKind};
use store::Conn;
use uuid::Uuid;

use crate::rules::{Asked, DatePoll, PollState, Stage};
use crate::{actions, links, records};
use scene::Scene;
use words::{Words, ask, remind, settled};

/// Which days suit; the subject is the id of who is asked.
pub const ASK: &str = "polls.ask";
/// An answer is missing; the subject is the id of who is asked.
pub const REMINDER: &str = "polls.reminder";
/// The day that was settled on; the subject is the id of who was asked.
pub const SETTLED: &str = "polls.settled";
/// A poll's mail to the one who prepares it; the subject is the poll's id.
pub const TEST: &str = "polls.test";

/// What an access link of this room is for.
pub const BY_LINK: &str = "date-poll";

/// The token that links in a sample have; it opens nothing.
const SAMPLE_TOKEN: &str = "vorschau";

pub(crate) const LETTERS: &[LetterKind] = &[
    LetterKind {
        kind: ASK,
        compose: first,
        sample: None,
    },
    LetterKind {
        kind: REMINDER,
        compose: second,
        sample: None,
    },
    LetterKind {
        kind: SETTLED,
        compose: news,
        sample: None,
    },
    LetterKind {
        kind: TEST,
        compose: test,
        sample: None,
    },
];

fn first(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    question(conn, app, to, ask)
}

fn second(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    question(conn, app, to, remind)
}

/// Asks for an answer; nobody is asked who has answered, or once answers are taken no more.
fn question(
    conn: &mut Conn<'_>,
    app: &App,
    to: &Addressed,
    write: Words,
) -> Result<Option<Content>, Fault> {
    let Some((asked, poll)) = subject(conn, to)? else {
        return Ok(None);
    };
    if asked.answered_at.is_some() || poll.stage(app.clock.now()) != Stage::Running {
        return Ok(None);
    }
    let dates = records::dates(conn, poll.id)?;
    let issue = Issue {
        purpose: BY_LINK,
        subject: asked.id.to_string(),
        person: Some(asked.person),
        account: None,
        expires_at: poll.links_end(&dates),
    };
    let token = access_links::issue(conn, &mut app.moment(), issue)?;
    let person = register::person(conn, asked.person)?;
    let Some(person) = person else {
        return Ok(None);
    };
    let scene = Scene::of(conn, (poll, dates), (person, &asked.via), to)?;
    let door = app.url(to.lang, &links::answer(&token));
    content(conn, app, write, (&scene, &door))
}

/// Tells the day that was settled on; nothing once it is another, or the gathering is over or
/// called off.
fn news(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let Some((asked, poll)) = subject(conn, to)? else {
        return Ok(None);
    };
    if poll.state != PollState::Settled || poll.needs_no_day {
        return Ok(None);
    }
    let Some(person) = register::person(conn, asked.person)? else {
        return Ok(None);
    };
    let dates = records::dates(conn, poll.id)?;
    let answers = records::answers(conn, poll.id)?;
    let mut scene = Scene::of(conn, (poll, dates), (person, &asked.via), to)?;
    let Some(date) = scene.settled() else {
        return Ok(None);
    };
    let still = scene.gathering.as_ref();
    if still.is_none_or(|it| it.starts != date.starts) {
        return Ok(None);
    }
    let answer = answers
        .iter()
        .find(|it| it.asked == asked.id && it.date == date.id);
    scene.answered = answer.map(|it| it.fits);
    let door = scene.page().map(|path| app.url(to.lang, &path));
    let door = door.unwrap_or_default();
    content(conn, app, settled, (&scene, &door))
}

fn test(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let id: Uuid = to
        .subject
        .parse()
        .map_err(|cause| Fault::because("read a poll's id", cause))?;
    let Some(poll) = records::poll(conn, id)? else {
        return Ok(None);
    };
    let content = sample(conn, app, &poll, Some(to))?;
    Ok(content.map(|mut content| {
        let subject = [("subject", content.subject.as_str().into())];
        content.subject = app.phrases.tell(to.lang, "polls-subject-test", &subject);
        content
    }))
}

/// A poll's mail as the first of its recipients will get it, with a link that opens nothing;
/// `to` gets it in the recipient's place. None where no mail reaches anybody.
pub(crate) fn sample(
    conn: &mut Conn<'_>,
    app: &App,
    poll: &DatePoll,
    to: Option<&Addressed>,
) -> Result<Option<Content>, Fault> {
    let people = actions::reached(conn, poll)?;
    let Some(first) = people.into_iter().find(|it| it.by_mail) else {
        return Ok(None);
    };
    let person = first.chosen.guest.person;
    let own = Addressed {
        id: LetterId::from(Uuid::nil()),
        network: Some(poll.network),
        kind: ASK.to_owned(),
        subject: String::new(),
        detail: String::new(),
        to_name: person.name.clone(),
        to_address: person.mail.clone(),
        lang: person.lang,
        written_at: app.clock.now(),
    };
    let to = to.unwrap_or(&own);
    let dates = records::dates(conn, poll.id)?;
    let scene = Scene::of(conn, (poll.clone(), dates), (person, &first.chosen.via), to)?;
    let door = app.url(to.lang, &links::answer(SAMPLE_TOKEN));
    content(conn, app, ask, (&scene, &door))
}

/// Who was asked, with the poll.
fn subject(conn: &mut Conn<'_>, to: &Addressed) -> Result<Option<(Asked, DatePoll)>, Fault> {
    let id: Uuid = to
        .subject
        .parse()
        .map_err(|cause| Fault::because("read a letter's subject", cause))?;
    let Some(asked) = records::asked(conn, id)? else {
        return Ok(None);
    };
    let poll = records::poll(conn, asked.poll)?;
    Ok(poll.map(|poll| (asked, poll)))
}

fn content(
    conn: &mut Conn<'_>,
    app: &App,
    write: Words,
    (scene, door): (&Scene, &str),
) -> Result<Option<Content>, Fault> {
    let sender = outbox::sender(conn, Some(scene.network.id))?;
    let sheet = outbox::Sheet::of(&app.phrases, scene.lang, sender);
    let (subject, text, html) = write(sheet, scene, door)?;
    Ok(Some(Content {
        subject,
        text,
        html: Some(html),
        ..Content::default()
    }))
}
