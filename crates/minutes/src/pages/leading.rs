//! What those who lead minutes can do next, and what they should know before they do.

use base::{Fault, Halt};
use calendar::dates;
use gatherings::Onlooker;
use jiff::civil::Date;
use shell::{Fields, Form, Visit};
use store::Conn;

use super::Ground;
use crate::actions::Scene;
use crate::rules::{Standing, State, Step, StepKind};
use crate::{actions, links, records};

/// What happened to the minutes.
pub(crate) struct StepRow {
    pub text: String,
    pub when: String,
    pub by: String,
}

/// What those who lead can do next.
pub(crate) struct Leading {
    pub edit: Option<String>,
    pub revisions: String,
    pub steps: Vec<StepRow>,
    pub notice: Option<Notice>,
    pub circulation: Option<Sending>,
    pub again: Option<Sending>,
    pub approval: Option<Approving>,
    pub withdrawal: Option<String>,
    pub distribution: Option<Sending>,
}

/// What one should know before one does anything.
pub(crate) struct Notice {
    pub kind: String,
    pub text: String,
}

impl Notice {
    fn new(kind: &str, text: impl Into<String>) -> Self {
        Self {
            kind: kind.to_owned(),
            text: text.into(),
        }
    }
}

/// A form that sends mails.
pub(crate) struct Sending {
    pub action: String,
    pub fields: Fields,
    pub count: usize,
}

/// The form that names the meeting which approved.
pub(crate) struct Approving {
    pub action: String,
    pub fields: Fields,
    pub meetings: Vec<(String, String)>,
}

/// Which form was refused, with what was typed.
#[derive(Default)]
pub(crate) struct Pressed {
    pub circulation: Option<Form>,
    pub approval: Option<Form>,
    pub distribution: Option<Form>,
}

/// What comes next, as the minutes stand.
pub(crate) fn leading(
    conn: &mut Conn<'_>,
    visit: &Visit,
    ground: &Ground,
    pressed: Pressed,
) -> Result<Leading, Halt> {
    let scene = ground.scene()?;
    let standing = records::standing(conn, &scene.minutes)?;
    let steps = records::steps(conn, scene.minutes.id)?
        .iter()
        .map(|step| step_row(conn, (visit, ground), step))
        .collect::<Result<_, Fault>>()?;
    let noun = |noun: &str| {
        visit.href(&links::below(
            &ground.network.slug,
            &ground.gathering.slug,
            noun,
        ))
    };
    let count = actions::recipients(conn, &scene)?.len();
    let state = scene.minutes.state;
    let until = actions::usual_term(conn, &scene, visit.now)?;
    let term = |typed: Option<Form>| Sending {
        action: noun("umlauf"),
        fields: Fields::new(visit, typed.unwrap_or_else(|| term_form(until))),
        count,
    };
    let notice = notice(visit, &standing);
    Ok(Leading {
        edit: (state == State::Draft).then(|| visit.href(&ground.path(links::edit))),
        revisions: noun("fassungen"),
        steps,
        notice,
        again: (state == State::Circulated && standing.open == 0 && standing.taken_back)
            .then(|| term(None)),
        approval: if state == State::Circulated && standing.open == 0 {
            approving(conn, visit, &scene, (noun("genehmigung"), pressed.approval))?
        } else {
            None
        },
        withdrawal: (state == State::Approved).then(|| noun("genehmigung/ruecknahme")),
        distribution: (state == State::Approved).then(|| Sending {
            action: noun("verteilung"),
            fields: Fields::new(visit, pressed.distribution.unwrap_or_default()),
            count,
        }),
        circulation: (state == State::Draft).then(|| term(pressed.circulation)),
    })
}

fn term_form(until: Date) -> Form {
    Form::of([("until", until.to_string())])
}

fn notice(visit: &Visit, standing: &Standing) -> Option<Notice> {
    if standing.state != State::Circulated {
        return None;
    }
    if standing.open > 0 {
        let args = [("count", standing.open.into())];
        return Some(Notice::new(
            "warning",
            visit.tell("minutes-notice-open", &args),
        ));
    }
    if standing.for_meeting > 0 || standing.taken_back {
        return Some(Notice::new("info", visit.say("minutes-notice-meeting")));
    }
    let until = dates::day_long(standing.until?, visit.lang);
    let args = [("until", until.into())];
    Some(Notice::new(
        "info",
        visit.tell("minutes-notice-term", &args),
    ))
}

fn step_row(
    conn: &mut Conn<'_>,
    (visit, ground): (&Visit, &Ground),
    step: &Step,
) -> Result<StepRow, Fault> {
    let text = match (step.kind, step.until, step.meeting) {
        (StepKind::Circulation, Some(until), _) => visit.tell(
            "minutes-step-circulation",
            &[
                ("until", dates::day_short(until, visit.lang).into()),
                ("count", step.letters.into()),
            ],
        ),
        (StepKind::Circulation, None, _) => visit.say("minutes-state-circulated").to_owned(),
        (StepKind::Approval, _, Some(meeting)) => {
            let meeting = gatherings::gathering(conn, meeting)?;
            let day = meeting.map_or_else(String::new, |meeting| {
                dates::day_short(meeting.starts.date(), visit.lang)
            });
            visit.tell("minutes-step-approval-meeting", &[("day", day.into())])
        }
        (StepKind::Approval, _, None) => visit.say("minutes-step-approval-lapse").to_owned(),
        (StepKind::ApprovalWithdrawal, ..) => visit.say("minutes-step-withdrawal").to_owned(),
        (StepKind::Distribution, ..) => visit.tell(
            "minutes-step-distribution",
            &[("count", step.letters.into())],
        ),
    };
    Ok(StepRow {
        text,
        when: ground.when(visit, step.at),
        by: step.by.clone(),
    })
}

/// How many meetings one can choose from.
const MEETINGS: usize = 12;

/// Later meetings that have begun; nothing to press where there is none.
fn approving(
    conn: &mut Conn<'_>,
    visit: &Visit,
    scene: &Scene,
    (action, typed): (String, Option<Form>),
) -> Result<Option<Approving>, Halt> {
    let onlooker = Onlooker {
        network: scene.minutes.network,
        actor: &visit.actor,
    };
    let mut found = gatherings::held(conn, onlooker, visit.now, MEETINGS)?;
    found.extend(gatherings::coming(conn, onlooker, visit.now, MEETINGS)?);
    found.retain(|it| it.starts_at > scene.gathering.starts_at && it.starts_at <= visit.now);
    // The group's own meetings come first.
    found.sort_by_key(|it| (it.group != scene.minutes.group, it.starts_at));
    let meetings: Vec<(String, String)> = found
        .iter()
        .map(|it| {
            let day = dates::day_short(it.starts.date(), visit.lang);
            let args = [("day", day.into()), ("title", it.title.as_str().into())];
            (it.id.to_string(), visit.tell("minutes-meeting", &args))
        })
        .collect();
    Ok((!meetings.is_empty()).then(|| Approving {
        action,
        fields: Fields::new(visit, typed.unwrap_or_default()),
        meetings,
    }))
}
