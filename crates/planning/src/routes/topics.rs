//! Topics: members propose and see what became of theirs, the office decides.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use base::access::Right;
use base::{Fault, GatheringId, Halt, NetworkId, OrganisationId, TopicId};
use calendar::dates;
use gatherings::Onlooker;
use jiff::civil::Date;
use register::Among;
use shell::{Answer, Fields, Form, LINE, Pick, Problem, TEXT, Visit, go, show_as};
use store::Conn;

use super::network_slug;
use crate::actions::{self, TopicInput};
use crate::pages::page;
use crate::pages::topics::{Office, Row, TopicPage, TopicsPage, row};
use crate::rules::{Topic, TopicState};
use crate::{links, records};

/// The longest answer.
const ANSWER: usize = 500;
/// The last year that topics are assigned in.
const LAST_YEAR: i16 = 2199;

pub(super) async fn all(visit: Visit) -> Answer {
    topics_page(&visit, Form::default(), StatusCode::OK).await
}

/// Gatherings that a topic can go to.
fn gatherings_ahead(
    conn: &mut Conn<'_>,
    visit: &Visit,
    network: NetworkId,
) -> Result<Vec<(String, String)>, Fault> {
    let onlooker = Onlooker {
        network,
        actor: &visit.actor,
    };
    let span = (visit.today(), Date::constant(LAST_YEAR, 12, 31));
    Ok(gatherings::between(conn, onlooker, span)?
        .into_iter()
        .filter(|it| {
            let is_open = matches!(
                it.state,
                gatherings::State::Draft | gatherings::State::Announced
            );
            is_open && it.ends_at > visit.now
        })
        .map(|it| {
            let day = dates::day_short(it.starts.date(), visit.lang);
            let label = visit.tell(
                "planning-gathering-choice",
                &[("day", day.into()), ("title", it.title.into())],
            );
            (it.id.to_string(), label)
        })
        .collect())
}

/// The field that names an organisation.
pub(super) const ORGANISATION: (&str, Among) = ("organisation", Among::Organisations);

pub(super) fn organisations(
    conn: &mut Conn<'_>,
    visit: &Visit,
    network: NetworkId,
    form: &Form,
) -> Result<Pick, Fault> {
    let (here, none) = (
        (network, visit.today()),
        visit.say("planning-topic-no-organisation"),
    );
    register::offer(
        conn,
        visit,
        here,
        form,
        (ORGANISATION.0, ORGANISATION.1, none),
    )
}

/// Everything that the page shows, read in one view.
struct Shown {
    rows: Vec<(TopicState, Row)>,
    gatherings: Vec<(String, String)>,
    organisations: Option<Pick>,
}

fn read(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (network, form): (NetworkId, &Form),
) -> Result<Shown, Fault> {
    let is_office = visit.may_here(Right::RunOffice);
    let mut topics = records::topics::topics_of(conn, network)?;
    if !is_office {
        topics.retain(|it| it.person.is_some() && it.person == visit.actor.person);
    }
    let mut rows = Vec::new();
    for (number, topic) in topics.iter().enumerate() {
        let mut shown = shown_row(conn, visit, topic)?;
        if is_office {
            let slug = crate::pages::network_slug(visit);
            shown.office = Some(office(visit, topic, (number, links::topics(slug))));
        }
        rows.push((topic.state(), shown));
    }
    Ok(Shown {
        rows,
        gatherings: if is_office {
            gatherings_ahead(conn, visit, network)?
        } else {
            Vec::new()
        },
        organisations: if is_office {
            Some(organisations(conn, visit, network, form)?)
        } else {
            None
        },
    })
}

/// A topic with the gatherings that it names, as far as this person may know of them.
pub(crate) fn shown_row(conn: &mut Conn<'_>, visit: &Visit, topic: &Topic) -> Result<Row, Fault> {
    let zone = visit.network.as_ref().map_or("UTC", |it| it.zone.as_str());
    let mut shown = row(visit, topic, zone);
    shown.planned = match topic.item {
        Some(_) => gathering_link(conn, visit, topic.gathering)?,
        None => None,
    };
    shown.wished = gathering_link(conn, visit, topic.wished)?;
    Ok(shown)
}

fn gathering_link(
    conn: &mut Conn<'_>,
    visit: &Visit,
    id: Option<GatheringId>,
) -> Result<Option<(String, String)>, Fault> {
    let Some(id) = id else { return Ok(None) };
    let found = gatherings::gathering(conn, id)?;
    Ok(found
        .filter(|it| visit.may(Right::ReadRecord, &it.subject(false)))
        .map(|it| {
            let day = dates::day_short(it.starts.date(), visit.lang);
            let label = visit.tell(
                "planning-gathering-choice",
                &[("day", day.into()), ("title", it.title.into())],
            );
            let slug = crate::pages::network_slug(visit);
            (
                label,
                visit.href(&gatherings::links::gathering(slug, &it.slug)),
            )
        }))
}

/// What the office can do with a topic.
pub(crate) fn office(visit: &Visit, topic: &Topic, (number, back): (usize, String)) -> Office {
    let slug = crate::pages::network_slug(visit);
    let at = |rest: &str| visit.href(&links::topic(slug, topic.id, rest));
    let is_open = topic.state() == TopicState::Open;
    Office {
        number,
        edit: at(""),
        assignment: is_open.then(|| at("/zuordnung")),
        dismissal: is_open.then(|| at("/ablehnung")),
        reopening: (!is_open).then(|| at("/ruecknahme")),
        wished_id: topic.wished.map(|id| id.to_string()).unwrap_or_default(),
        back,
    }
}

async fn topics_page(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let network = visit.network()?.id;
    let (looker, typed) = (visit.clone(), form.clone());
    let shown = visit
        .store()
        .read(move |conn| read(conn, &looker, (network, &typed)))
        .await?;
    let (open, settled): (Vec<_>, Vec<_>) = shown
        .rows
        .into_iter()
        .partition(|(state, _)| *state == TopicState::Open);
    let rows = |rows: Vec<(TopicState, Row)>| rows.into_iter().map(|(_, row)| row).collect();
    show_as(
        status,
        &TopicsPage {
            page: page(visit, visit.say("planning-topics").to_owned())?.here(),
            lead: if visit.may_here(Right::RunOffice) {
                "planning-topics-lead-office"
            } else {
                "planning-topics-lead"
            },
            open: rows(open),
            settled: rows(settled),
            gatherings: shown.gatherings,
            organisations: shown.organisations,
            fields: Fields::new(visit, form),
            action: visit.href(&links::topics(&network_slug(visit)?)),
        },
    )
}

/// Reads a topic from a form; nothing where something is wrong.
pub(super) fn input(form: &mut Form) -> Option<TopicInput> {
    let title = form.required("title", LINE);
    let text = form.text("text", TEXT);
    (!form.is_blamed()).then_some(TopicInput {
        title,
        text,
        ..TopicInput::default()
    })
}

/// Who proposes: a member for their organisation, the office for whom it says.
pub(super) fn signed(
    conn: &mut Conn<'_>,
    visit: &Visit,
    input: TopicInput,
    said: Option<OrganisationId>,
) -> Result<TopicInput, Fault> {
    if visit.may_here(Right::RunOffice) {
        return Ok(TopicInput {
            organisation: said,
            ..input
        });
    }
    let organisation = match visit.actor.person {
        Some(person) => register::representative(conn, person, visit.today())?
            .and_then(|it| it.organisation)
            .map(|(id, _)| id),
        None => None,
    };
    Ok(TopicInput {
        person: visit.actor.person,
        organisation,
        ..input
    })
}

pub(super) async fn propose(visit: Visit, form: Form) -> Answer {
    let mut form = register::settled(&visit, form, ORGANISATION).await?;
    let network = visit.network()?.id;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let said: Option<OrganisationId> = form.id("organisation");
    let Some(input) = input(&mut form) else {
        return topics_page(&visit, form, unprocessable).await;
    };
    let act = visit.clone();
    let proposed = visit
        .store()
        .write(move |conn| {
            let input = signed(conn, &act, input, said)?;
            actions::propose_topic(conn, &mut act.moment(), &act.actor, network, &input)
        })
        .await;
    match proposed {
        Ok(_) => Ok(go(
            &visit,
            &links::topics(&network_slug(&visit)?),
            "topic-proposed",
        )),
        Err(halt) => {
            form.take_refusal(halt)?;
            topics_page(&visit, form, unprocessable).await
        }
    }
}

async fn found(visit: &Visit, typed: &str) -> Result<Topic, Problem> {
    let network = visit.network()?.id;
    let id: TopicId = typed.parse().map_err(|_| Halt::Missing)?;
    let topic = visit
        .store()
        .read(move |conn| records::topics::topic(conn, id))
        .await?
        .filter(|topic| topic.network == network)
        .ok_or(Halt::Missing)?;
    Ok(topic)
}

pub(super) async fn edit(visit: Visit, Path((_, typed)): Path<(String, String)>) -> Answer {
    let topic = found(&visit, &typed).await?;
    let organisation = topic.organisation.map(|id| id.to_string());
    let form = Form::of([
        ("title", topic.title.clone()),
        ("text", topic.text.clone()),
        ("organisation", organisation.unwrap_or_default()),
    ]);
    topic_page(&visit, &topic, (form, StatusCode::OK)).await
}

async fn topic_page(visit: &Visit, topic: &Topic, (form, status): (Form, StatusCode)) -> Answer {
    let network = visit.network()?.id;
    let (looker, typed) = (visit.clone(), form.clone());
    let organisations = visit
        .store()
        .read(move |conn| organisations(conn, &looker, network, &typed))
        .await?;
    let slug = network_slug(visit)?;
    let title = visit.say("planning-topic-edit").to_owned();
    show_as(
        status,
        &TopicPage {
            page: page(visit, title)?
                .below(visit.say("planning-topics"), &links::topics(&slug))
                .here(),
            fields: Fields::new(visit, form),
            action: visit.href(&links::topic(&slug, topic.id, "")),
            cancel: visit.href(&links::topics(&slug)),
            organisations: Some(organisations),
        },
    )
}

pub(super) async fn save(
    visit: Visit,
    Path((_, typed)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let mut form = register::settled(&visit, form, ORGANISATION).await?;
    let topic = found(&visit, &typed).await?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let organisation = form.id("organisation");
    let Some(input) = input(&mut form) else {
        return topic_page(&visit, &topic, (form, unprocessable)).await;
    };
    let input = TopicInput {
        organisation,
        ..input
    };
    let act = visit.clone();
    let id = topic.id;
    let saved = visit
        .store()
        .write(move |conn| actions::change_topic(conn, &mut act.moment(), &act.actor, id, &input))
        .await;
    if let Err(halt) = saved {
        form.take_refusal(halt)?;
        return topic_page(&visit, &topic, (form, unprocessable)).await;
    }
    done(&visit, &form, "topic-changed")
}

/// Back to where the office came from: the topics, or a gathering's page.
fn done(visit: &Visit, form: &Form, key: &str) -> Result<Response, Problem> {
    let slug = network_slug(visit)?;
    let back = form.value("back");
    let gathering = gatherings::links::gathering(&slug, "");
    let path = if back.starts_with(&gathering) && !back.contains(['?', '\\']) {
        back.to_owned()
    } else {
        links::topics(&slug)
    };
    Ok(go(visit, &path, key))
}

pub(super) async fn assign(
    visit: Visit,
    Path((_, typed)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let topic = found(&visit, &typed).await?;
    let gathering: GatheringId = form
        .id("gathering")
        .ok_or_else(|| Halt::at("gathering", "fault-choice"))?;
    let act = visit.clone();
    let both = (topic.id, gathering);
    visit
        .store()
        .write(move |conn| actions::assign_topic(conn, &mut act.moment(), &act.actor, both))
        .await?;
    done(&visit, &form, "topic-assigned")
}

pub(super) async fn dismiss(
    visit: Visit,
    Path((_, typed)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let topic = found(&visit, &typed).await?;
    let answer = form.line("answer", ANSWER);
    if form.is_blamed() {
        return Err(Problem::from(Halt::Refused(form.blames().to_vec())));
    }
    let act = visit.clone();
    let id = topic.id;
    visit
        .store()
        .write(move |conn| {
            actions::dismiss_topic(conn, &mut act.moment(), &act.actor, (id, &answer))
        })
        .await?;
    done(&visit, &form, "topic-dismissed")
}

pub(super) async fn reopen(
    visit: Visit,
    Path((_, typed)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let topic = found(&visit, &typed).await?;
    let act = visit.clone();
    let id = topic.id;
    visit
        .store()
        .write(move |conn| actions::reopen_topic(conn, &mut act.moment(), &act.actor, id))
        .await?;
    done(&visit, &form, "topic-reopened")
}
