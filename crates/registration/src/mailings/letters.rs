//! The mails to participants. What the office wrote stands between what it cannot change: who
//! is meant, how the place stands, and the way to one's own registration.

use base::{Fault, Lang};
use calendar::dates;
use gatherings::State;
use jiff::Timestamp;
use outbox::Sheet;
use register::Network;
use serde::{Deserialize, Serialize};
use shell::{Addressed, App, Arg, Content, LetterKind, Link, Phrases, Wordings, record};
use store::Conn;
use uuid::Uuid;

use super::actions::date_of;
use super::records;
use super::rules::{Mailing, Part, asks_feedback, wording};
use crate::actions::issue_link;
use crate::links;
use crate::records as room;
use crate::rules::{Offered, Place, Registration};

/// A mail to somebody who registered; the subject is the registration.
pub const MAILING: &str = "registration.mailing";

/// The token that links in a preview have; it opens nothing.
const SAMPLE_TOKEN: &str = "vorschau";

pub(super) const LETTERS: &[LetterKind] = &[LetterKind {
    kind: MAILING,
    compose,
    sample: None,
}];

/// Which mail a letter is of.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Detail {
    pub(super) mailing: Uuid,
}

impl Detail {
    pub(super) fn to_json(self) -> Result<String, Fault> {
        serde_json::to_string(&self)
            .map_err(|cause| Fault::because("write a letter's detail", cause))
    }
}

/// Everything that a mail says.
struct Scene<'m> {
    mailing: &'m Mailing,
    it: Registration,
    /// The places at the gathering that stand for somebody, or were given back as the mail means.
    places: Vec<Place>,
    date: Offered,
    network: Network,
    wordings: Wordings,
    lang: Lang,
}

impl<'m> Scene<'m> {
    /// None where nobody's place stands any more as the mail means.
    fn of(
        conn: &mut Conn<'_>,
        mailing: &'m Mailing,
        (registration, lang): (Uuid, Lang),
        now: Timestamp,
    ) -> Result<Option<Self>, Fault> {
        let Some(it) = room::registration(conn, registration)? else {
            return Ok(None);
        };
        let Some(date) = date_of(conn, mailing)? else {
            return Ok(None);
        };
        let Some(network) = register::network(conn, mailing.network)? else {
            return Ok(None);
        };
        let means = mailing.to.state();
        let mut places = room::places_of(conn, registration)?;
        places.retain(|place| {
            let is_there = place.gathering == mailing.gathering;
            is_there && (place.state.is_alive() || place.state == means)
        });
        if !records::is_meant(conn, (mailing, registration), now)? {
            return Ok(None);
        }
        Ok(Some(Self {
            wordings: register::wordings(conn, network.id)?,
            mailing,
            it,
            places,
            date,
            network,
            lang,
        }))
    }

    /// What a text's blanks stand for.
    fn args(&self, lang: Lang, phrases: &Phrases) -> Vec<(&'static str, Arg)> {
        let until = self.places.iter().find_map(|place| place.until);
        let zone = calendar::Zone::named(&self.date.zone);
        let zone = zone.unwrap_or_else(|_| calendar::Zone::utc());
        let until = until.map(|at| dates::instant_local(at, &zone, lang));
        let day = self.date.starts.date();
        // An address as it is would be wider than a phone; the door below the text has it.
        let named = |key: &str| {
            let label = [("label", phrases.say(lang, key).into())];
            phrases.tell(lang, "mailings-door-named", &label)
        };
        vec![
            ("name", self.it.name.as_str().into()),
            ("title", record(&self.date.title)),
            ("day", dates::day_long(day, lang).into()),
            ("time", dates::time(self.date.starts.time(), lang).into()),
            ("place", self.date.place().into()),
            ("until", until.unwrap_or_default().into()),
            ("link", named("registration-door").into()),
            ("feedback", named("mailings-door-feedback").into()),
        ]
    }

    /// A text of the office in the letter's language, where it has one.
    fn filled(&self, phrases: &Phrases, (text, lang): (&str, Lang)) -> String {
        let text = told(phrases, (text, lang), &self.args(lang, phrases));
        if lang == self.lang {
            return text;
        }
        shell::written(&text, self.lang)
    }
}

/// Where feedback is asked for.
fn feedback(lang: Lang, token: &str, app: &App) -> String {
    app.url(lang, &links::own_feedback(token))
}

fn told(phrases: &Phrases, (text, lang): (&str, Lang), args: &[(&str, Arg)]) -> String {
    let wording = wording(lang, Part::Body);
    let mut own = Wordings::default();
    own.put(wording.name, lang, text);
    own.tell(&wording, (phrases, lang), args)
}

fn compose(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let detail: Detail = serde_json::from_str(&to.detail)
        .map_err(|cause| Fault::because("read a letter's detail", cause))?;
    let registration: Uuid = to
        .subject
        .parse()
        .map_err(|cause| Fault::because("read a letter's subject", cause))?;
    let Some(mailing) = records::mailing(conn, detail.mailing)? else {
        return Ok(None);
    };
    let now = app.clock.now();
    let Some(scene) = Scene::of(conn, &mailing, (registration, to.lang), now)? else {
        return Ok(None);
    };
    let is_off = scene.date.state == State::Cancelled;
    let day = scene.date.starts.date();
    let is_over = scene.date.starts_at <= now;
    // A reminder of another day, or of one that has come, reminds of nothing.
    let is_vain = mailing
        .reminds_of
        .is_some_and(|reminds_of| reminds_of != day || is_over);
    if is_off || is_vain {
        return Ok(None);
    }
    let token = issue_link(conn, &mut app.moment(), registration)?;
    written(conn, app, (&scene, &token)).map(Some)
}

/// A mail exactly as somebody gets it, but with links that open nothing; none where it does not
/// mean them.
pub(super) fn sample(
    conn: &mut Conn<'_>,
    app: &App,
    (mailing, registration): (&Mailing, Uuid),
) -> Result<Option<Content>, Fault> {
    let Some(it) = room::registration(conn, registration)? else {
        return Ok(None);
    };
    match Scene::of(conn, mailing, (registration, it.lang), app.clock.now())? {
        Some(scene) => written(conn, app, (&scene, SAMPLE_TOKEN)).map(Some),
        None => Ok(None),
    }
}

fn written(
    conn: &mut Conn<'_>,
    app: &App,
    (scene, token): (&Scene<'_>, &str),
) -> Result<Content, Fault> {
    let (lang, to) = (scene.lang, scene.mailing.to);
    let sender = outbox::sender(conn, Some(scene.network.id))?;
    let mut sheet = Sheet::of(&app.phrases, lang, sender);
    let name = [("name", scene.it.name.as_str().into())];
    sheet.text(sheet.tell("registration-mail-salutation", &name));
    // Once the day is there, it and not the place says how somebody stands.
    let is_over = scene.date.ends_at <= app.clock.now() || to.is_of_the_day();
    let is_mixed = scene.places.iter().any(|it| it.state != to.state());
    if !is_over || to.is_of_the_day() {
        sheet.text(sheet.say(to.stand_key()));
        if is_mixed && !to.is_of_the_day() {
            sheet.text(sheet.say("mailings-stand-mixed"));
        }
    }
    let body = scene.mailing.body.in_lang(lang);
    sheet.text(scene.filled(&app.phrases, body));
    facts(&mut sheet, scene, is_over);
    let mut doors = Vec::new();
    if asks_feedback(body) {
        let href = feedback(lang, token, app);
        doors.push(Link::new(sheet.say("mailings-door-feedback"), href));
    }
    let own = app.url(lang, &links::own(token, ""));
    doors.push(Link::new(sheet.say("registration-door"), own));
    sheet.doors(doors);
    let office = [("office", scene.network.office_name.as_str().into())];
    sheet.text(sheet.own(&scene.wordings, &register::CLOSING, &office));
    let subject = scene.mailing.subject.in_lang(lang);
    let subject = scene.filled(&app.phrases, subject);
    let subject = match to.subject_key() {
        Some(key) => sheet.tell(key, &[("subject", subject.into())]),
        None => subject,
    };
    let network = [("network", record(scene.network.name.as_str()))];
    let because = sheet.tell("registration-mail-because", &network);
    let (subject, text, html) = sheet.finished(&subject, &because)?;
    Ok(Content {
        subject,
        text,
        html: Some(html),
        automatic: scene.mailing.reminds_of.is_some(),
        ..Content::default()
    })
}

/// What, when and where, and how each place stands.
fn facts(sheet: &mut Sheet<'_>, scene: &Scene<'_>, is_over: bool) {
    let date = &scene.date;
    let people = scene.places.iter().map(|place| {
        let state = sheet.say(place.state.key());
        let args = [
            ("name", place.name.as_str().into()),
            ("state", state.into()),
        ];
        sheet.tell("registration-mail-person", &args)
    });
    let people: Vec<_> = people.collect();
    let facts = vec![
        (
            sheet.say("registration-mail-what"),
            sheet.record(&date.title),
        ),
        (
            sheet.say("registration-mail-when"),
            dates::span(date.starts, date.ends, scene.lang),
        ),
        (sheet.say("registration-mail-where"), date.place()),
        (
            sheet.say("registration-mail-who"),
            if is_over {
                String::new()
            } else {
                people.join("\n")
            },
        ),
    ];
    sheet.facts(facts);
}
