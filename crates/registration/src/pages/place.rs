//! One place at work: what is known, what was answered, why it stands as it stands, and what
//! the office can do.

use askama::Template;
use base::Halt;
use base::access::Right;
use calendar::dates;
use gatherings::{Gathering, Tab, tabs};
use shell::{Fields, Form, Marked, Page, Visit};
use store::Conn;
use uuid::Uuid;

use super::{below_list, own_words, together, until, when};
use crate::actions::Floor;
use crate::rules::{
    Answer, FieldKind, FormField, Level, Offered, Place, PlaceState, Readers, Step,
};
use crate::{links, records, slots};

/// What happened, in words.
struct StepRow {
    when: String,
    what: String,
    by: String,
}

/// An answer with its question.
struct AnswerRow {
    question: Marked,
    lines: Vec<String>,
    /// Where the file is, where it is one.
    href: Option<String>,
}

/// What the office can do.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each act is offered by itself"
)]
struct Acts {
    approve: bool,
    refuse: bool,
    give: bool,
    cancel: bool,
    choices: Vec<(String, String)>,
}

/// The page.
#[derive(Template)]
#[template(path = "registration/place.html")]
pub(crate) struct PlacePage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    ring: &'static str,
    state: &'static str,
    note: String,
    with: Option<Marked>,
    mail: String,
    phone: String,
    organisation: String,
    tie: Option<&'static str>,
    made: String,
    through: &'static str,
    list_consent: Option<&'static str>,
    answers: Vec<AnswerRow>,
    hidden_answers: bool,
    workshops: Vec<(Marked, slots::ChoiceState)>,
    steps: Vec<StepRow>,
    acts: Acts,
    here: String,
    fields: Fields,
}

/// The page of a place of a gathering; `form` is that of the move.
pub(crate) fn place_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, id): (&Gathering, Uuid),
    form: Form,
) -> Result<PlacePage, Halt> {
    let slug = &visit.network()?.slug;
    let place = records::place(conn, id)?.filter(|place| place.gathering == it.id);
    let place = place.ok_or(Halt::Missing)?;
    let registration = records::registration(conn, place.registration)?;
    let registration = registration.ok_or(Halt::Missing)?;
    let desk = records::desk(conn, place.desk)?.ok_or(Halt::Missing)?;
    let floor = Floor::of(conn, desk, visit.now)?;
    let date = floor.date_of(&place)?;
    let questions = records::fields(conn, place.desk)?;
    let answers = records::answers(conn, id)?;
    let steps = records::steps(conn, id)?;
    let organisation = match registration.organisation {
        Some(id) => register::organisation(conn, id)?.map(|it| it.name),
        None => None,
    };
    let here = links::place(slug, &it.slug, id, "");
    let (answers, hidden_answers) = answer_rows(visit, &here, &questions, &answers);
    let page = Page::of_record(visit, &place.name);
    Ok(PlacePage {
        page: below_list(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Registration)?,
        kicker: it.title.clone(),
        ring: place.state.ring(),
        state: place.state.key(),
        note: note(conn, visit, &date, &place)?,
        with: (place.position > 0).then(|| super::list::along(visit, &registration.name)),
        organisation: organisation.unwrap_or_else(|| registration.organisation_name.clone()),
        tie: tie_key(&registration.tie),
        made: instant(visit, &date, registration.made_at),
        through: registration.through.key(),
        list_consent: floor
            .desk
            .asks_list_consent
            .then_some(if registration.list_consent {
                "registration-yes"
            } else {
                "registration-no"
            }),
        answers,
        hidden_answers,
        workshops: slots::lines(conn, &place)?
            .into_iter()
            .map(|(title, state)| (own_words(visit, &title), state))
            .collect(),
        steps: steps
            .iter()
            .map(|step| step_row(visit, &date, step))
            .collect(),
        acts: acts(visit, &floor, &place),
        here: visit.href(&here),
        fields: Fields::new(visit, form),
        mail: registration.mail,
        phone: registration.phone,
    })
}

fn instant(visit: &Visit, date: &Offered, at: jiff::Timestamp) -> String {
    let zone = calendar::Zone::named(&date.zone).unwrap_or_else(|_| calendar::Zone::utc());
    together(&dates::instant_local_short(at, &zone, visit.lang))
}

fn tie_key(tie: &str) -> Option<&'static str> {
    match tie {
        "person" => Some("registration-tie-person"),
        "domain" => Some("registration-tie-domain"),
        "asked" => Some("registration-tie-asked"),
        "contact" => Some("registration-tie-contact"),
        _ => None,
    }
}

fn note(conn: &mut Conn<'_>, visit: &Visit, date: &Offered, place: &Place) -> Result<String, Halt> {
    if place.state == PlaceState::Waiting {
        let number = records::line_place(conn, place)?;
        return Ok(visit.tell("registration-line-place", &[("number", number.into())]));
    }
    let Some(at) = place.until else {
        return Ok(match place.state {
            PlaceState::Unconfirmed => visit.say("registration-hold-over").to_owned(),
            _ => String::new(),
        });
    };
    let day = until(visit, date, at);
    Ok(visit.tell("registration-until-short", &[("until", day.into())]))
}

/// The answers that this person may read, and whether there are others.
fn answer_rows(
    visit: &Visit,
    here: &str,
    questions: &[FormField],
    answers: &[Answer],
) -> (Vec<AnswerRow>, bool) {
    let is_office = visit.may_here(Right::RunOffice);
    let mut hidden = false;
    let mut rows = Vec::new();
    for question in questions {
        let Some(answer) = answers.iter().find(|it| it.field == question.id) else {
            continue;
        };
        if question.readers == Readers::Office && !is_office {
            hidden = true;
            continue;
        }
        let lines = match question.kind {
            FieldKind::Consent => vec![visit.say("registration-yes").to_owned()],
            FieldKind::Date => vec![day(visit, &answer.value)],
            _ => answer.value.lines().map(str::to_owned).collect(),
        };
        rows.push(AnswerRow {
            question: own_words(visit, &question.label),
            lines,
            href: (question.kind == FieldKind::File).then(|| {
                let rest = format!("/datei/{}", question.id);
                visit.href(&format!("{here}{rest}"))
            }),
        });
    }
    (rows, hidden)
}

fn day(visit: &Visit, value: &str) -> String {
    let day = value.parse().map(|day| dates::day_short(day, visit.lang));
    day.unwrap_or_else(|_| value.to_owned())
}

fn step_row(visit: &Visit, date: &Offered, step: &Step) -> StepRow {
    StepRow {
        when: instant(visit, date, step.at),
        what: visit
            .say(&format!("registration-step-{}", step.kind))
            .to_owned(),
        by: step.by.clone(),
    }
}

fn acts(visit: &Visit, floor: &Floor, place: &Place) -> Acts {
    let waits = matches!(
        place.state,
        PlaceState::Waiting | PlaceState::Offered | PlaceState::Expired | PlaceState::Unconfirmed
    );
    let is_free = place.holds
        || floor
            .line
            .free(place.gathering, place.contingent)
            .is_none_or(|it| it > 0);
    let others = floor.dates.iter().filter(|it| {
        it.id != place.gathering && floor.line.knows(it.id) && it.starts_at > visit.now
    });
    let choices = others.map(|it| {
        let level = Level::of(floor.line.free(it.id, None), floor.line.capacity(it.id));
        let args = [
            ("when", when(visit, it).into()),
            ("place", it.place().into()),
            ("level", visit.say(level.key()).into()),
        ];
        let label = visit.tell("registration-move-choice", &args);
        (it.id.to_string(), label)
    });
    Acts {
        approve: place.state == PlaceState::Requested,
        refuse: matches!(place.state, PlaceState::Requested | PlaceState::Waiting),
        give: waits && is_free,
        cancel: place.state.is_alive(),
        choices: if place.state.is_alive() {
            choices.collect()
        } else {
            Vec::new()
        },
    }
}
