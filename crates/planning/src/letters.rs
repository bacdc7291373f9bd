//! The mail to whoever proposed a topic: what became of it.

#[cfg(test)]
mod tests;

use base::access::{Actor, Audience, Decision, Right, decide};
use base::{Fault, TopicId};
use calendar::dates;
use gatherings::{Gathering, State};
use jiff::Timestamp;
use outbox::Sheet;
use register::{Network, Person};
use shell::{Addressed, App, Content, LetterKind, Link, Wordings, record};
use store::Conn;

use crate::records;
use crate::rules::{Topic, TopicState};

/// What became of a topic; the subject is the topic's id.
pub const TOPIC: &str = "planning.topic";

/// The subject, where a topic stands on an agenda.
const SUBJECT: &str = "planning-topic-subject-planned";

pub(crate) const LETTERS: &[LetterKind] = &[LetterKind {
    kind: TOPIC,
    compose: topic,
    sample: None,
}];

/// Everything that the mail says.
struct Scene {
    topic: Topic,
    gathering: Option<Gathering>,
    /// Whether the person may read of the gathering.
    is_reader: bool,
    network: Network,
    wordings: Wordings,
    person: Person,
}

/// Tells how a topic stands; nothing where the decision was taken back meanwhile.
fn topic(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let id: TopicId = to
        .subject
        .parse()
        .map_err(|cause| Fault::because("read a letter's subject", cause))?;
    let Some(topic) = records::topics::topic(conn, id)? else {
        return Ok(None);
    };
    let person = match topic.person {
        Some(id) => register::person(conn, id)?,
        None => None,
    };
    let network = register::network(conn, topic.network)?;
    let (Some(person), Some(network)) = (person, network) else {
        return Ok(None);
    };
    let gathering = match topic.gathering {
        Some(id) => gatherings::gathering(conn, id)?,
        None => None,
    };
    if topic.state() == TopicState::Open {
        return Ok(None);
    }
    let is_reader = match &gathering {
        Some(it) => is_reader(conn, it, &person, app.clock.now())?,
        None => false,
    };
    let scene = Scene {
        is_reader,
        wordings: register::wordings(conn, network.id)?,
        topic,
        gathering,
        network,
        person,
    };
    let page = scene.page().map(|path| app.url(to.lang, &path));
    let sheet = Sheet::new(conn, &app.phrases, to)?;
    let (subject, text, html) = written(sheet, &scene, (to, page))?;
    Ok(Some(Content {
        subject,
        text,
        html: Some(html),
        ..Content::default()
    }))
}

/// Whether a gathering may be named to a person: it is on the guest list, or its rights reach.
fn is_reader(
    conn: &mut Conn<'_>,
    it: &Gathering,
    person: &Person,
    now: Timestamp,
) -> Result<bool, Fault> {
    if gatherings::is_invited(conn, it.id, person.id)? {
        return Ok(true);
    }
    let account = register::account_of(conn, person.id)?;
    let networks = match account {
        Some(account) => register::everywhere(conn, account.id, now)?,
        None => Vec::new(),
    };
    let here = networks
        .into_iter()
        .find(|(network, _)| network.id == it.network);
    let actor = here.map_or_else(Actor::default, |(_, actor)| actor);
    Ok(decide(&actor, Right::ReadRecord, &it.subject(false)) == Decision::Allowed)
}

impl Scene {
    /// The gathering that may be named: a draft is the office's alone, and others are for whom
    /// they are meant.
    fn named(&self) -> Option<&Gathering> {
        let gathering = self.gathering.as_ref();
        gathering.filter(|it| self.is_reader && it.state != State::Draft)
    }

    fn is_coming(&self) -> bool {
        let gathering = self.gathering.as_ref();
        gathering.is_some_and(|it| it.state == State::Draft)
    }

    /// The gathering's page, where anybody may open it.
    fn page(&self) -> Option<String> {
        let it = self.named()?;
        (it.audience == Audience::Public)
            .then(|| gatherings::links::gathering(&self.network.slug, &it.slug))
    }
}

fn written(
    mut sheet: Sheet<'_>,
    scene: &Scene,
    (to, page): (&Addressed, Option<String>),
) -> Result<(String, String, String), Fault> {
    let topic = [("topic", record(&scene.topic.title))];
    sheet.text(register::salutation(&sheet, &scene.person));
    let subject = if scene.topic.state() == TopicState::Planned {
        let subject = planned(&mut sheet, scene, to);
        sheet.links(
            page.map(|href| Link::new(sheet.say("planning-topic-mail-page"), href))
                .into_iter()
                .collect(),
        );
        sheet.tell(subject, &topic)
    } else {
        sheet.text(sheet.tell("planning-topic-mail-dismissed", &topic));
        let why = sheet.say("planning-topic-mail-why");
        sheet.facts(vec![(why, sheet.record(&scene.topic.answer))]);
        sheet.text(sheet.say("planning-topic-mail-further"));
        sheet.tell("planning-topic-subject-dismissed", &topic)
    };
    let office = [("office", scene.network.office_name.as_str().into())];
    sheet.text(sheet.own(&scene.wordings, &register::CLOSING, &office));
    let network = [("network", scene.network.name.as_str().into())];
    let because = sheet.tell("planning-topic-mail-because", &network);
    sheet.finished(&subject, &because)
}

/// On which agenda it stands; the phrase of the mail's subject.
fn planned(sheet: &mut Sheet<'_>, scene: &Scene, to: &Addressed) -> &'static str {
    let topic = [("topic", record(&scene.topic.title))];
    let Some(it) = scene.named() else {
        if scene.is_coming() {
            sheet.text(sheet.tell("planning-topic-mail-coming", &topic));
            return "planning-topic-subject-coming";
        }
        sheet.text(sheet.tell("planning-topic-mail-unnamed", &topic));
        return SUBJECT;
    };
    sheet.text(sheet.tell("planning-topic-mail-planned", &topic));
    sheet.facts(vec![
        (
            sheet.say("planning-topic-mail-gathering"),
            sheet.record(&it.title),
        ),
        (
            sheet.say("planning-topic-mail-when"),
            dates::span(it.starts, it.ends, to.lang),
        ),
    ]);
    SUBJECT
}
