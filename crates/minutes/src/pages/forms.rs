//! Forms of their own pages: a decision, a task.

use askama::Template;
use base::Halt;
use register::Among;
use shell::{Fields, Form, Page, Pick, Problem, Visit};
use store::Conn;

use super::Ground;
pub(crate) use super::edit::responsible_choices;
use crate::rules::{Decision, EntryId, Outcome, Part};
use crate::{links, records};

/// A decision, new or to be changed.
#[derive(Template)]
#[template(path = "minutes/decision.html")]
pub(crate) struct DecisionPage {
    page: Page,
    entry_title: String,
    fields: Fields,
    action: String,
    removal: Option<String>,
    back: String,
    results: Vec<(String, String)>,
    parts: Vec<(String, String)>,
}

/// A new task.
#[derive(Template)]
#[template(path = "minutes/task.html")]
pub(crate) struct TaskPage {
    page: Page,
    entry_title: String,
    fields: Fields,
    action: String,
    back: String,
    people: Pick,
    parts: Vec<(String, String)>,
}

fn parts(visit: &Visit) -> Vec<(String, String)> {
    Part::ALL
        .into_iter()
        .map(|part| {
            let key = match part {
                Part::Public => "minutes-part-public",
                Part::Internal => "minutes-part-internal",
            };
            (part.word().to_owned(), visit.say(key).to_owned())
        })
        .collect()
}

fn results(visit: &Visit) -> Vec<(String, String)> {
    Outcome::ALL
        .into_iter()
        .map(|result| (result.word().to_owned(), visit.say(result.key()).to_owned()))
        .collect()
}

/// The form for a new decision of an entry.
pub(crate) fn decision_form(
    conn: &mut Conn<'_>,
    visit: &Visit,
    slug: &str,
    (entry, typed): (EntryId, Option<Form>),
) -> Result<DecisionPage, Problem> {
    let ground = Ground::led(conn, visit, slug)?;
    let entry = own_entry(conn, &ground, entry)?;
    let (network, slug) = (&ground.network.slug, &ground.gathering.slug);
    let form = typed.unwrap_or_else(|| {
        Form::of([
            ("result", Outcome::Accepted.word().to_owned()),
            ("part", Part::Public.word().to_owned()),
        ])
    });
    Ok(DecisionPage {
        page: ground.page_below(visit, visit.say("minutes-decision-add")),
        entry_title: entry.title,
        fields: Fields::new(visit, form),
        action: visit.href(&format!(
            "{}/beschluesse",
            links::entry(network, slug, entry.id)
        )),
        removal: None,
        back: visit.href(&links::entry_anchor(network, slug, entry.id)),
        results: results(visit),
        parts: parts(visit),
    })
}

/// The form for changing a decision.
pub(crate) fn decision_of(
    conn: &mut Conn<'_>,
    visit: &Visit,
    slug: &str,
    (decision, typed): (&Decision, Option<Form>),
) -> Result<DecisionPage, Problem> {
    let ground = Ground::led(conn, visit, slug)?;
    let entry = own_entry(conn, &ground, decision.entry)?;
    let (network, slug) = (&ground.network.slug, &ground.gathering.slug);
    let action = visit.href(&links::decision(network, slug, decision.id));
    let title = visit.tell(
        "minutes-decision-label",
        &[("number", decision.label().into())],
    );
    Ok(DecisionPage {
        page: ground.page_below(visit, title),
        entry_title: entry.title,
        fields: Fields::new(visit, typed.unwrap_or_else(|| form_of(decision))),
        removal: Some(format!("{action}/entfernung")),
        action,
        back: visit.href(&links::entry_anchor(network, slug, entry.id)),
        results: results(visit),
        parts: parts(visit),
    })
}

fn form_of(decision: &Decision) -> Form {
    let part = if decision.internal {
        Part::Internal
    } else {
        Part::Public
    };
    let mut form = Form::of([
        ("wording", decision.wording.clone()),
        ("result", decision.result.word().to_owned()),
        ("part", part.word().to_owned()),
        ("version", decision.version.to_string()),
    ]);
    if let Some(vote) = decision.vote {
        form.put("yes", vote.yes.to_string());
        form.put("no", vote.no.to_string());
        form.put("abstentions", vote.abstentions.to_string());
    }
    form
}

/// The form for a new task of an entry.
pub(crate) fn task_form(
    conn: &mut Conn<'_>,
    visit: &Visit,
    slug: &str,
    (entry, typed): (EntryId, Option<Form>),
) -> Result<TaskPage, Problem> {
    let ground = Ground::led(conn, visit, slug)?;
    let entry = own_entry(conn, &ground, entry)?;
    let (network, slug) = (&ground.network.slug, &ground.gathering.slug);
    let form = typed.unwrap_or_else(|| Form::of([("part", Part::Public.word().to_owned())]));
    let (here, nobody) = (
        (ground.network.id, visit.today()),
        visit.say("minutes-task-somebody"),
    );
    let field = ("who", Among::Parties, nobody);
    let mut people = register::offer(conn, visit, here, &form, field)?;
    if people.all.is_some() {
        let nobody = std::iter::once((String::new(), nobody.to_owned()));
        let all = nobody.chain(responsible_choices(conn, &ground)?);
        people.all = Some(all.collect());
    }
    Ok(TaskPage {
        page: ground.page_below(visit, visit.say("minutes-task-add")),
        entry_title: entry.title,
        fields: Fields::new(visit, form),
        action: visit.href(&format!(
            "{}/aufgaben",
            links::entry(network, slug, entry.id)
        )),
        back: visit.href(&links::entry_anchor(network, slug, entry.id)),
        people,
        parts: parts(visit),
    })
}

/// An entry, if it belongs to the gathering of the address.
pub(crate) fn own_entry(
    conn: &mut Conn<'_>,
    ground: &Ground,
    id: EntryId,
) -> Result<crate::rules::Entry, Halt> {
    let entry = records::entry(conn, id)?.ok_or(Halt::Missing)?;
    let own = ground.minutes.as_ref().map(|minutes| minutes.id);
    if own == Some(entry.minutes) {
        Ok(entry)
    } else {
        Err(Halt::Missing)
    }
}
