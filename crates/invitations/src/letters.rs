//! The mails of this room: invitation, reminders, news of a change, cancellation, and a test
//! to oneself.

mod again;
mod change;
mod invitation;
mod reminder;
mod sample;
mod scene;
#[cfg(test)]
mod tests;
mod wordings;

use base::{Fault, InvitationId, PersonId};
use gatherings::{Gathering, Invitation, State};
use jiff::{SignedDuration, Timestamp};
use mail::CalendarPart;
use register::access_links::{self, Issue};
use registration::PlaceState;
use serde::{Deserialize, Serialize};
use shell::{Addressed, App, Content, LetterKind, Link};
use store::Conn;
use uuid::Uuid;

pub(crate) use invitation::sample;
pub(crate) use scene::Scene;
use wordings::NOTE;
pub(crate) use wordings::WORDINGS;

use crate::{links, records, rules};

/// An invitation to one person; the subject is the invitation's id.
pub const INVITATION: &str = "invitations.invitation";
/// What changed; the subject is the invitation's id.
pub const UPDATE: &str = "invitations.update";
/// It does not take place, or the person is no longer expected.
pub const CANCELLATION: &str = "invitations.cancellation";
/// An answer is missing; the subject is the invitation's id.
pub const REMINDER: &str = "invitations.reminder";
/// Somebody comes, and registering asks questions first; the subject is the invitation's id.
pub const REGISTER: &str = "invitations.register";
/// Tomorrow is the day; the subject is the invitation's id.
pub const TOMORROW: &str = "invitations.tomorrow";
/// The links to all open invitations of a person, who asked for them; the subject is the
/// person's id.
pub const LINKS: &str = "invitations.links";
/// A round's mail to the one who prepares it; the subject is the round's id.
pub const TEST: &str = "invitations.test";

/// What an access link of this room is for.
pub const REPLY: &str = gatherings::GUEST_LINK;

/// How long after the gathering a link still leads to the page that says what was answered;
/// an answer is taken until the start.
const LINK_OUTLIVES: SignedDuration = SignedDuration::from_hours(7 * 24);

pub(crate) const LETTERS: &[LetterKind] = &[
    LetterKind {
        kind: INVITATION,
        compose: invitation,
        sample: Some(sample::invitation),
    },
    LetterKind {
        kind: UPDATE,
        compose: update,
        sample: Some(sample::update),
    },
    LetterKind {
        kind: CANCELLATION,
        compose: cancellation,
        sample: Some(sample::cancellation),
    },
    LetterKind {
        kind: REMINDER,
        compose: reminder::missing,
        sample: None,
    },
    LetterKind {
        kind: REGISTER,
        compose: reminder::register,
        sample: None,
    },
    LetterKind {
        kind: TOMORROW,
        compose: reminder::tomorrow,
        sample: None,
    },
    LetterKind {
        kind: LINKS,
        compose: again::links,
        sample: None,
    },
    LetterKind {
        kind: TEST,
        compose: test,
        sample: None,
    },
];

/// What a letter needs to know besides its invitation.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Detail {
    /// The round that it belongs to.
    pub(crate) round: Option<Uuid>,
    /// The change that it tells of.
    pub(crate) change: Option<Uuid>,
}

impl Detail {
    pub(crate) fn to_json(&self) -> Result<String, Fault> {
        serde_json::to_string(self)
            .map_err(|cause| Fault::because("write a letter's detail", cause))
    }

    fn of(to: &Addressed) -> Result<Self, Fault> {
        serde_json::from_str(&to.detail)
            .map_err(|cause| Fault::because("read a letter's detail", cause))
    }
}

/// What the office of a gathering's network has every round of invitations begin with.
pub(crate) fn note(conn: &mut Conn<'_>, app: &App, gathering: &Gathering) -> Result<String, Fault> {
    let day = calendar::dates::day(gathering.starts.date(), base::Lang::De);
    let blanks = [("title", (&gathering.title).into()), ("day", day.into())];
    let wordings = register::wordings(conn, gathering.network)?;
    Ok(wordings.tell(&NOTE, (&app.phrases, base::Lang::De), &blanks))
}

/// The invitation that a letter is about, with its gathering.
fn subject(conn: &mut Conn<'_>, to: &Addressed) -> Result<Option<(Invitation, Gathering)>, Fault> {
    let id: InvitationId = to
        .subject
        .parse()
        .map_err(|cause| Fault::because("read a letter's subject", cause))?;
    let Some(invitation) = gatherings::invitation(conn, id)? else {
        return Ok(None);
    };
    let gathering = gatherings::gathering(conn, invitation.gathering)?;
    Ok(gathering.map(|gathering| (invitation, gathering)))
}

/// Whether there is still something to come to.
fn is_to_come(gathering: &Gathering, now: Timestamp) -> bool {
    gathering.state == State::Announced && now < gathering.starts_at
}

fn invitation(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let now = app.clock.now();
    let Some((invitation, gathering)) = subject(conn, to)? else {
        return Ok(None);
    };
    if invitation.withdrawn || !is_to_come(&gathering, now) {
        return Ok(None);
    }
    let round = match Detail::of(to)?.round {
        Some(id) => records::round(conn, id)?,
        None => None,
    };
    let token = token(conn, app, (&invitation, &gathering))?;
    let about = (&gathering, invitation.person);
    let doors = doors_with(conn, app, about, (to.lang, &token))?;
    let Some(scene) = Scene::of(conn, to, (&invitation, gathering), doors)? else {
        return Ok(None);
    };
    gatherings::mark_invited(conn, invitation.id, now, scene.gathering.sequence)?;
    let enclosed = round.map(|round| round.enclosed).unwrap_or_default();
    invitation::write(conn, app, &scene, (&enclosed, &token)).map(Some)
}

fn test(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let id = to
        .subject
        .parse()
        .map_err(|cause| Fault::because("read a round's id", cause))?;
    let Some(round) = records::round(conn, id)? else {
        return Ok(None);
    };
    let content = sample(conn, app, &round, Some(to))?;
    Ok(content.map(|mut content| {
        content.subject = app.phrases.tell(
            to.lang,
            "invitations-subject-test",
            &[("subject", content.subject.as_str().into())],
        );
        content
    }))
}

fn update(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let now = app.clock.now();
    let Some((invitation, gathering)) = subject(conn, to)? else {
        return Ok(None);
    };
    let change = match Detail::of(to)?.change {
        Some(id) => gatherings::change(conn, id)?,
        None => None,
    };
    let Some(change) = change else {
        return Ok(None);
    };
    if invitation.withdrawn || !is_to_come(&gathering, now) {
        return Ok(None);
    }
    let doors = doors(conn, app, to, (&invitation, &gathering))?;
    match Scene::of(conn, to, (&invitation, gathering), doors)? {
        Some(scene) => change::update(conn, app, &scene, (&invitation, &change)).map(Some),
        None => Ok(None),
    }
}

fn cancellation(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let Some((invitation, gathering)) = subject(conn, to)? else {
        return Ok(None);
    };
    if !invitation.withdrawn && gathering.state != State::Cancelled {
        return Ok(None);
    }
    match Scene::of(conn, to, (&invitation, gathering), Doors::default())? {
        Some(scene) => change::cancellation(conn, app, &scene, &invitation).map(Some),
        None => Ok(None),
    }
}

/// Links for the answers, with the phrase that says what happens behind them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doors {
    pub(crate) links: Vec<Link>,
    pub(crate) how: &'static str,
}

/// Links for the answers, with one new token.
fn doors(
    conn: &mut Conn<'_>,
    app: &App,
    to: &Addressed,
    about: (&Invitation, &Gathering),
) -> Result<Doors, Fault> {
    let token = token(conn, app, about)?;
    let (invitation, gathering) = about;
    doors_with(conn, app, (gathering, invitation.person), (to.lang, &token))
}

/// The same with a token that is known. Where people register for the gathering, to come is to
/// register.
fn doors_with(
    conn: &mut Conn<'_>,
    app: &App,
    (it, person): (&Gathering, PersonId),
    (lang, token): (base::Lang, &str),
) -> Result<Doors, Fault> {
    let entry = registration::entry(conn, it, app.clock.now())?;
    let network = register::network(conn, it.network)?;
    let (Some(entry), Some(network)) = (entry, network) else {
        return Ok(doors_of(app, lang, token));
    };
    let standing = registration::standing_of(conn, (it.id, person))?;
    let is_running = entry.stage == registration::Stage::Running;
    let mut links = Vec::new();
    if is_running && standing.is_none() {
        let path = registration::links::guest_form(&network.slug, &it.slug, token);
        links.push(Link::new(
            app.phrases.say(lang, "invitations-door-register"),
            app.url(lang, &path),
        ));
    }
    links.push(Link::new(
        app.phrases.say(lang, "invitations-door-no"),
        app.url(
            lang,
            &links::reply(token, rules::answer_word(gatherings::Reply::No)),
        ),
    ));
    let how = match (standing, is_running) {
        (Some(PlaceState::Confirmed), _) => "invitations-answer-placed",
        (Some(_), _) => "invitations-answer-pending",
        (None, true) => "invitations-answer-register",
        (None, false) => "invitations-answer-closed",
    };
    Ok(Doors { links, how })
}

/// A new token that opens the page of an answer; older ones go on opening it.
fn token(
    conn: &mut Conn<'_>,
    app: &App,
    (invitation, gathering): (&Invitation, &Gathering),
) -> Result<String, Fault> {
    access_links::issue(
        conn,
        &mut app.moment(),
        Issue {
            purpose: REPLY,
            subject: invitation.id.to_string(),
            person: Some(invitation.person),
            account: None,
            expires_at: gathering
                .ends_at
                .checked_add(LINK_OUTLIVES)
                .unwrap_or(gathering.ends_at),
        },
    )
}

fn doors_of(app: &App, lang: base::Lang, token: &str) -> Doors {
    let links = gatherings::Reply::ALL
        .into_iter()
        .map(|reply| {
            let path = links::reply(token, rules::answer_word(reply));
            let key = match reply {
                gatherings::Reply::Yes => "invitations-door-yes",
                gatherings::Reply::Tentative => "invitations-door-tentative",
                gatherings::Reply::No => "invitations-door-no",
            };
            Link::new(app.phrases.say(lang, key), app.url(lang, &path))
        })
        .collect();
    Doors {
        links,
        how: "invitations-answer-how",
    }
}

/// A written calendar as a part of a mail.
fn calendar_part(ics: calendar::Ics) -> CalendarPart {
    CalendarPart {
        method: ics.method().word().to_owned(),
        text: ics.into_text(),
    }
}
