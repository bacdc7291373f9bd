//! Writing over HTTP: with a script in the background, without one by a button.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::IntoResponse;
use base::{Blame, Halt, OrganisationId, PersonId};
use shell::{Answer, Denied, Form, LINE, Problem, TEXT, Visit, go};
use store::Conn;

use super::{Named, NamedOne, id, take_refusal};
use crate::pages::{self, Ground, Typed};
use crate::rules::{AnswerKind, EntryId, Named as Somebody, Responsible};
use crate::{actions, links};

pub(super) async fn begin(visit: Visit, Path((network, slug)): Named) -> Answer {
    let (at, name) = (visit.clone(), slug.clone());
    let mut moment = visit.moment();
    let done = visit
        .store()
        .write(move |conn| -> Result<_, Problem> {
            let ground = Ground::led(conn, &at, &name)?;
            Ok(actions::begin_minutes(
                conn,
                &mut moment,
                &at.actor,
                ground.gathering.id,
            )?)
        })
        .await;
    match done {
        Ok(_) => Ok(go(&visit, &links::edit(&network, &slug), "minutes-begun")),
        Err(problem) => Err(problem),
    }
}

pub(super) async fn edit(visit: Visit, Path((network, slug)): Named) -> Answer {
    let shown = editor(
        visit.clone(),
        slug.clone(),
        StatusCode::OK,
        Typed::default(),
    )
    .await;
    match shown {
        // Minutes that are no draft any more are there to be read.
        Err(Problem(Denied::Refused(_))) => {
            let path = visit.href(&links::minutes(&network, &slug));
            Ok(axum::response::Redirect::to(&path).into_response())
        }
        shown => shown,
    }
}

async fn editor(visit: Visit, slug: String, status: StatusCode, typed: Typed) -> Answer {
    let at = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::edit(conn, &at, &slug, typed))
        .await?;
    shell::show_as(status, &page)
}

pub(super) async fn revisions(visit: Visit, Path((_, slug)): Named) -> Answer {
    let at = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::revisions(conn, &at, &slug))
        .await?;
    shell::show(&page)
}

pub(super) async fn people(visit: Visit, Path((network, slug)): Named, mut form: Form) -> Answer {
    let chosen = [("chair", "chair-name"), ("taker", "taker-name")].map(|(choice, free)| {
        let person: Option<PersonId> = form.id(choice);
        (person, form.line(free, LINE))
    });
    if !form.is_blamed() {
        let (at, name) = (visit.clone(), slug.clone());
        let mut moment = visit.moment();
        let done = visit
            .store()
            .write(move |conn| -> Result<(), Problem> {
                let ground = Ground::led(conn, &at, &name)?;
                let [chair, taker] = chosen;
                let chair = somebody(conn, &ground, chair, "chair")?;
                let taker = somebody(conn, &ground, taker, "taker")?;
                let minutes = ground.scene()?.minutes.id;
                let both = (&chair, &taker);
                Ok(actions::set_minutes_people(
                    conn,
                    &mut moment,
                    &at.actor,
                    minutes,
                    both,
                )?)
            })
            .await;
        match done {
            Ok(()) => return Ok(go(&visit, &links::edit(&network, &slug), "minutes-people")),
            Err(problem) => take_refusal(&mut form, problem)?,
        }
    }
    let typed = Typed {
        people: Some(form),
        ..Typed::default()
    };
    editor(visit, slug, StatusCode::UNPROCESSABLE_ENTITY, typed).await
}

/// A person of the register goes before a name that was typed.
fn somebody(
    conn: &mut Conn<'_>,
    ground: &Ground,
    (person, typed): (Option<PersonId>, String),
    field: &str,
) -> Result<Somebody, Halt> {
    let Some(id) = person else {
        return Ok(Somebody {
            person: None,
            name: typed,
        });
    };
    let day = ground.gathering.starts.date();
    let known = register::representative(conn, id, day)?
        .filter(|rep| rep.person.network == ground.network.id)
        .ok_or_else(|| Halt::at(field, "fault-choice"))?;
    Ok(Somebody {
        person: Some(id),
        name: actions::title(&known),
    })
}

pub(super) async fn add_entry(
    visit: Visit,
    Path((network, slug)): Named,
    mut form: Form,
) -> Answer {
    let title = form.required("entry-title", LINE);
    if !form.is_blamed() {
        let (at, name) = (visit.clone(), slug.clone());
        let mut moment = visit.moment();
        let entry = visit
            .store()
            .write(move |conn| -> Result<_, Problem> {
                let ground = Ground::led(conn, &at, &name)?;
                let minutes = ground.scene()?.minutes.id;
                Ok(actions::add_free_entry(
                    conn,
                    &mut moment,
                    &at.actor,
                    minutes,
                    &title,
                )?)
            })
            .await?;
        let path = links::entry_anchor(&network, &slug, entry);
        return Ok(go(&visit, &path, "minutes-entry-added"));
    }
    let typed = Typed {
        free: Some(form),
        ..Typed::default()
    };
    editor(visit, slug, StatusCode::UNPROCESSABLE_ENTITY, typed).await
}

/// The browser's script saves in the background; the button saves in the open. Both build
/// upon the version that was seen.
pub(super) async fn save(
    visit: Visit,
    headers: HeaderMap,
    Path((network, slug, entry)): NamedOne,
    mut form: Form,
) -> Answer {
    let entry: EntryId = id(&entry)?;
    let background = headers.contains_key("x-autosave");
    let version = form.number("version", 0, i64::MAX).unwrap_or(0);
    let text = actions::EntryText {
        entry,
        version,
        title: form.has("title").then(|| form.line("title", LINE)),
        public_text: form.text("public", TEXT),
        internal_text: form.text("internal", TEXT),
        is_merged: form.has("merged"),
    };
    if !form.is_blamed() {
        let (at, name) = (visit.clone(), slug.clone());
        let mut moment = visit.moment();
        let done = visit
            .store()
            .write(move |conn| -> Result<_, Problem> {
                let ground = Ground::led(conn, &at, &name)?;
                pages::own_entry(conn, &ground, entry)?;
                Ok(actions::write_entry(conn, &mut moment, &at.actor, text)?)
            })
            .await;
        match done {
            Ok(written) if background => return Ok(saved_behind(&written)),
            Ok(written) if written.questions.is_empty() => {
                let path = links::entry_anchor(&network, &slug, entry);
                return Ok(go(&visit, &path, "minutes-saved"));
            }
            Ok(_) => {
                let path = format!("{}#fragen", links::edit(&network, &slug));
                return Ok(go(&visit, &path, "minutes-saved-asks"));
            }
            Err(Problem(Denied::Stale)) if background => {
                return Ok(StatusCode::CONFLICT.into_response());
            }
            Err(Problem(Denied::Stale)) => return conflict(visit, slug, entry, form).await,
            Err(problem) => take_refusal(&mut form, problem)?,
        }
    }
    if background {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    }
    let typed = Typed {
        entry: Some((entry, form)),
        ..Typed::default()
    };
    editor(visit, slug, StatusCode::UNPROCESSABLE_ENTITY, typed).await
}

fn saved_behind(written: &actions::Written) -> axum::response::Response {
    let asks = written.questions.len().to_string();
    let headers = [
        (
            HeaderName::from_static("x-version"),
            written.version.to_string(),
        ),
        (HeaderName::from_static("x-asks"), asks),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

async fn conflict(visit: Visit, slug: String, entry: EntryId, form: Form) -> Answer {
    let at = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::conflict(conn, &at, &slug, (entry, &form)))
        .await?;
    shell::show_as(StatusCode::CONFLICT, &page)
}

pub(super) async fn place(
    visit: Visit,
    Path((network, slug, entry)): NamedOne,
    form: Form,
) -> Answer {
    let entry: EntryId = id(&entry)?;
    let up = form.value("move") == "up";
    let (at, name) = (visit.clone(), slug.clone());
    visit
        .store()
        .write(move |conn| -> Result<(), Problem> {
            let ground = Ground::led(conn, &at, &name)?;
            pages::own_entry(conn, &ground, entry)?;
            Ok(actions::move_entry(conn, entry, up)?)
        })
        .await?;
    let path = links::entry_anchor(&network, &slug, entry);
    Ok(go(&visit, &path, "minutes-entry-moved"))
}

pub(super) async fn remove(visit: Visit, Path((network, slug, entry)): NamedOne) -> Answer {
    let entry: EntryId = id(&entry)?;
    let (at, name) = (visit.clone(), slug.clone());
    let mut moment = visit.moment();
    visit
        .store()
        .write(move |conn| -> Result<(), Problem> {
            let ground = Ground::led(conn, &at, &name)?;
            pages::own_entry(conn, &ground, entry)?;
            Ok(actions::remove_free_entry(
                conn,
                &mut moment,
                &at.actor,
                entry,
            )?)
        })
        .await?;
    let path = links::edit(&network, &slug);
    Ok(go(&visit, &path, "minutes-entry-removed"))
}

/// What somebody chose for an unclear line.
pub(super) async fn answer(
    visit: Visit,
    Path((network, slug, entry)): NamedOne,
    mut form: Form,
) -> Answer {
    let entry: EntryId = id(&entry)?;
    // The line is compared with what stands in the text, so it may be as long as a text.
    let line = form.value("line").trim().to_owned();
    let meaning = form.line("meaning", 60);
    let due = form.date("due");
    if meaning.is_empty() && due.is_none() && !form.is_blamed() {
        form.blame(Blame::at("meaning", "minutes-fault-no-answer"));
    }
    if !form.is_blamed() {
        let (at, name) = (visit.clone(), slug.clone());
        let mut moment = visit.moment();
        let done = visit
            .store()
            .write(move |conn| -> Result<_, Problem> {
                let ground = Ground::led(conn, &at, &name)?;
                pages::own_entry(conn, &ground, entry)?;
                let kind = meant(conn, &ground, &meaning)?;
                Ok(actions::answer_question(
                    conn,
                    &mut moment,
                    &at.actor,
                    entry,
                    (&line, kind, due),
                )?)
            })
            .await;
        match done {
            Ok(questions) => {
                let (path, key) = if questions.is_empty() {
                    let path = links::entry_anchor(&network, &slug, entry);
                    (path, "minutes-answered")
                } else {
                    let path = format!("{}#fragen", links::edit(&network, &slug));
                    (path, "minutes-answered-more")
                };
                return Ok(go(&visit, &path, key));
            }
            Err(problem) => take_refusal(&mut form, problem)?,
        }
    }
    let typed = Typed {
        answer: Some(form),
        ..Typed::default()
    };
    editor(visit, slug, StatusCode::UNPROCESSABLE_ENTITY, typed).await
}

fn meant(conn: &mut Conn<'_>, ground: &Ground, meaning: &str) -> Result<Option<AnswerKind>, Halt> {
    Ok(match meaning {
        "" => None,
        "free" => Some(AnswerKind::Free),
        "text" => Some(AnswerKind::Text),
        chosen => {
            let who = responsible(conn, ground, chosen)?;
            Some(AnswerKind::Known(
                who.ok_or_else(|| Halt::at("meaning", "fault-choice"))?,
            ))
        }
    })
}

/// Reads a choice `p:id` or `o:id`, or one by name; none where the register does not offer it
/// here.
pub(super) fn responsible(
    conn: &mut Conn<'_>,
    ground: &Ground,
    chosen: &str,
) -> Result<Option<Responsible>, Halt> {
    let network = ground.network.id;
    let id = |kinds: [&str; 2]| kinds.iter().find_map(|kind| chosen.strip_prefix(kind));
    let person: Option<PersonId> = id(["p:", "person-"]).and_then(|id| id.parse().ok());
    let organisation: Option<OrganisationId> =
        id(["o:", "organisation-"]).and_then(|id| id.parse().ok());
    Ok(match (person, organisation) {
        (Some(id), _) => actions::responsible_person(conn, network, id)?,
        (None, Some(id)) => actions::responsible_organisation(conn, network, id)?,
        (None, None) => None,
    })
}
