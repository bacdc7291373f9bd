//! The life of minutes: sent round, approved, taken back, distributed.

use base::access::{Actor, Audience};
use base::{Fault, GatheringId, Halt, MinutesId, Moment};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use outbox::{About, NewLetter};
use register::Representative;
use store::{Conn, Indexed};

use super::{Scene, note, representatives, scene};
use crate::rules::{Act, Standing, State, Step, StepKind, allow, found_lines, without_lines};
use crate::{jobs, letters, links, records};

/// Today where the gathering was, at an instant.
pub fn today(scene: &Scene, now: Timestamp) -> Result<Date, Fault> {
    now.in_tz(&scene.gathering.zone)
        .map(|local| local.date())
        .map_err(|cause| Fault::because("tell the day", cause))
}

/// How often the minutes went round.
pub(super) fn round(conn: &mut Conn<'_>, minutes: MinutesId) -> Result<i64, Fault> {
    let rounds = records::steps(conn, minutes)?
        .iter()
        .filter(|step| step.kind == StepKind::Circulation)
        .count();
    i64::try_from(rounds).map_err(|cause| Fault::because("count circulations", cause))
}

/// The last day of a term as the network's settings have it.
pub fn usual_term(conn: &mut Conn<'_>, scene: &Scene, now: Timestamp) -> Result<Date, Halt> {
    let network = register::network(conn, scene.minutes.network)?.ok_or(Halt::Missing)?;
    let days = network.objection_days.clamp(1, 366);
    Ok(today(scene, now)?.saturating_add(days.days()))
}

/// Everybody to whom minutes are sent: invited or there, with a mail address.
pub fn recipients(conn: &mut Conn<'_>, scene: &Scene) -> Result<Vec<Representative>, Fault> {
    let mut all = representatives(conn, &scene.gathering)?;
    all.retain(|rep| !rep.person.mail.is_empty() && !rep.person.ended);
    Ok(all)
}

/// Sends minutes round with a term for objections; the letters wait in the outbox. Says how
/// many there are.
///
/// # Errors
/// [`Halt::Refused`] while an objection is open, for a term that does not lie ahead, and for
/// minutes that are approved.
pub fn circulate(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    minutes: MinutesId,
    until: Date,
) -> Result<usize, Halt> {
    let scene = scene(conn, minutes)?;
    let today = today(&scene, moment.now())?;
    let standing = records::standing(conn, &scene.minutes)?;
    let state = allow(&standing, Act::Circulate { until, today })?;
    if records::entries(conn, minutes)?.is_empty() {
        return Err(Halt::no("minutes-fault-empty"));
    }
    let subject = minutes.to_string();
    outbox::withdraw_waiting(conn, letters::CIRCULATION, &subject)?;
    let to = recipients(conn, &scene)?;
    let number = 1 + round(conn, minutes)?;
    for rep in &to {
        let detail = letters::detail(rep.person.id, number, true);
        lay_out(
            conn,
            moment,
            (who, &scene),
            (letters::CIRCULATION, detail),
            rep,
        )?;
    }
    let step = Step {
        until: Some(until),
        ..step(StepKind::Circulation, who, moment, to.len())
    };
    take(conn, moment, (who, &scene), state, &step)?;
    plan_lapse(conn, moment, &scene, Some(until))?;
    note(
        conn,
        moment,
        (who, &scene.minutes),
        "minutes-circulated",
        until.to_string(),
    )?;
    Ok(to.len())
}

fn step(kind: StepKind, who: &Actor, moment: &Moment, letters: usize) -> Step {
    Step {
        kind,
        at: moment.now(),
        by: who.name.clone(),
        until: None,
        meeting: None,
        letters: i64::try_from(letters).unwrap_or(i64::MAX),
    }
}

fn take(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, scene): (&Actor, &Scene),
    state: State,
    step: &Step,
) -> Result<(), Fault> {
    records::add_step(conn, moment, scene.minutes.id, who.account, step)?;
    records::set_state(conn, scene.minutes.id, state, moment.now())
}

fn lay_out(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, scene): (&Actor, &Scene),
    (kind, detail): (&'static str, String),
    rep: &Representative,
) -> Result<(), Fault> {
    let letter = NewLetter {
        network: Some(scene.minutes.network),
        kind,
        subject: &scene.minutes.id.to_string(),
        detail,
        about: About::on(&scene.gathering.title, scene.gathering.starts.date()),
        to_name: &rep.person.name,
        to_address: &rep.person.mail,
        lang: rep.person.lang,
        by: &who.name,
    };
    outbox::lay_out(conn, moment, &letter).map(drop)
}

/// Looks at the minutes again when their term has passed.
pub(super) fn plan_lapse(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    scene: &Scene,
    until: Option<Date>,
) -> Result<(), Fault> {
    let subject = scene.minutes.id.to_string();
    conn.forget_jobs(jobs::LAPSE, &subject)?;
    let Some(until) = until else { return Ok(()) };
    let over = until
        .tomorrow()
        .and_then(|day| day.in_tz(&scene.gathering.zone))
        .map_err(|cause| Fault::because("reckon the end of a term", cause))?
        .timestamp();
    let due = if over > moment.now() {
        over
    } else {
        moment.now()
    };
    let job = store::Job {
        kind: jobs::LAPSE,
        subject: &subject,
        due,
    };
    conn.later(moment, &job).map(drop)
}

/// How minutes are approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approval {
    /// Because the term passed without an open objection.
    Lapse,
    /// By a later meeting.
    Meeting(GatheringId),
}

/// Approves minutes; from then on they can be found.
///
/// # Errors
/// [`Halt::Refused`] where the way does not lead there: not circulated, an objection open,
/// the term not over, or a meeting that is none.
pub fn approve(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    minutes: MinutesId,
    approval: Approval,
) -> Result<(), Halt> {
    let scene = scene(conn, minutes)?;
    let standing = records::standing(conn, &scene.minutes)?;
    let (act, meeting) = match approval {
        Approval::Lapse => {
            let today = today(&scene, moment.now())?;
            (Act::Lapse { today }, None)
        }
        Approval::Meeting(meeting) => {
            let found = gatherings::gathering(conn, meeting)?;
            let is_later_and_begun = found.is_some_and(|meeting| {
                meeting.network == scene.minutes.network
                    && meeting.starts_at > scene.gathering.starts_at
                    && meeting.starts_at <= moment.now()
                    && !matches!(
                        meeting.state,
                        gatherings::State::Draft | gatherings::State::Cancelled
                    )
            });
            (Act::ApproveInMeeting { is_later_and_begun }, Some(meeting))
        }
    };
    let state = allow(&standing, act)?;
    let step = Step {
        meeting,
        ..step(StepKind::Approval, who, moment, 0)
    };
    take(conn, moment, (who, &scene), state, &step)?;
    records::decide_waiting(conn, minutes, (&who.name, moment.now()))?;
    conn.forget_jobs(jobs::LAPSE, &minutes.to_string())?;
    outbox::withdraw_waiting(conn, letters::CIRCULATION, &minutes.to_string())?;
    let verb = if meeting.is_some() {
        "minutes-approved"
    } else {
        "minutes-lapsed"
    };
    note(conn, moment, (who, &scene.minutes), verb, String::new())?;
    let_be_found(conn, moment, &scene)?;
    Ok(())
}

/// Approves by lapse if nothing stands against it; says whether it did. May run twice.
pub fn lapse(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    minutes: MinutesId,
) -> Result<bool, Fault> {
    match approve(conn, moment, who, minutes, Approval::Lapse) {
        Ok(()) => Ok(true),
        Err(Halt::Fault(fault)) => Err(fault),
        Err(Halt::Refused(_) | Halt::Missing | Halt::Stale) => Ok(false),
    }
}

/// Takes an approval back; after that only a meeting or another circulation leads to one.
///
/// # Errors
/// [`Halt::Refused`] once the minutes are distributed.
pub fn withdraw_approval(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    minutes: MinutesId,
) -> Result<(), Halt> {
    let scene = scene(conn, minutes)?;
    let standing: Standing = records::standing(conn, &scene.minutes)?;
    let state = allow(&standing, Act::WithdrawApproval)?;
    let step = step(StepKind::ApprovalWithdrawal, who, moment, 0);
    take(conn, moment, (who, &scene), state, &step)?;
    conn.unindex("minutes", minutes.into())?;
    for decision in records::decisions_of(conn, minutes)? {
        conn.unindex("decision", decision.id.into())?;
    }
    note(
        conn,
        moment,
        (who, &scene.minutes),
        "minutes-approval-withdrawn",
        String::new(),
    )?;
    Ok(())
}

/// Sends approved minutes out: in full to those who were invited or came, and where wished
/// the public part to all members. The letters wait in the outbox; says how many there are.
///
/// # Errors
/// [`Halt::Refused`] for minutes that are not approved, or were distributed before.
pub fn distribute(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    minutes: MinutesId,
    to_members: bool,
) -> Result<usize, Halt> {
    let scene = scene(conn, minutes)?;
    let standing = records::standing(conn, &scene.minutes)?;
    let state = allow(&standing, Act::Distribute)?;
    let full = recipients(conn, &scene)?;
    let mut others = Vec::new();
    if to_members && is_for_members(&scene) {
        let today = today(&scene, moment.now())?;
        for rep in register::member_contacts(conn, scene.minutes.network, today)? {
            let has =
                |all: &[Representative]| all.iter().any(|other| other.person.id == rep.person.id);
            if !rep.person.mail.is_empty() && !has(&full) && !has(&others) {
                others.push(rep);
            }
        }
    }
    for (rep, is_full) in full
        .iter()
        .map(|rep| (rep, true))
        .chain(others.iter().map(|rep| (rep, false)))
    {
        let detail = letters::detail(rep.person.id, 0, is_full);
        lay_out(
            conn,
            moment,
            (who, &scene),
            (letters::DISTRIBUTION, detail),
            rep,
        )?;
    }
    let count = full.len() + others.len();
    let step = step(StepKind::Distribution, who, moment, count);
    take(conn, moment, (who, &scene), state, &step)?;
    note(
        conn,
        moment,
        (who, &scene.minutes),
        "minutes-distributed",
        count.to_string(),
    )?;
    Ok(count)
}

/// Whether all members may read the public part.
pub(crate) fn is_for_members(scene: &Scene) -> bool {
    matches!(
        scene.gathering.audience,
        Audience::Public | Audience::Members
    )
}

/// The public part and its decisions become findable, never the internal part.
fn let_be_found(conn: &mut Conn<'_>, moment: &mut Moment, scene: &Scene) -> Result<(), Halt> {
    let network = register::network(conn, scene.minutes.network)?.ok_or(Halt::Missing)?;
    let gathering = &scene.gathering;
    let audience = if is_for_members(scene) {
        Audience::Members
    } else {
        gathering.audience
    };
    let held = gathering.starts.date();
    let text: Vec<String> = records::entries(conn, scene.minutes.id)?
        .into_iter()
        .map(|entry| {
            let lines = found_lines(&entry.public_text, held);
            let plain = without_lines(&entry.public_text, |it| {
                lines.iter().any(|line| line.line == it)
            });
            format!("{} {plain}", entry.title)
        })
        .collect();
    let entry = Indexed {
        network: network.id,
        kind: "minutes",
        subject: scene.minutes.id.into(),
        audience,
        title: &gathering.title,
        href: &links::minutes(&network.slug, &gathering.slug),
        day: Some(held),
        text: &text.join("\n"),
    };
    conn.index(moment, &entry)?;
    for decision in records::decisions_of(conn, scene.minutes.id)? {
        if decision.internal {
            continue;
        }
        let short: String = decision.wording.chars().take(120).collect();
        let entry = Indexed {
            kind: "decision",
            subject: decision.id.into(),
            title: &short,
            href: &format!(
                "{}#beschluss-{}",
                links::decisions(&network.slug),
                decision.id
            ),
            text: &decision.wording,
            ..entry.clone()
        };
        conn.index(moment, &entry)?;
    }
    Ok(())
}
