//! The addresses of this room and who comes in.

mod by_link;
mod forms;
mod life;
mod lists;
mod objections;
mod write;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use base::Halt;
use base::access::Right;
use shell::{Answer, Denied, Form, Problem, Routes, Visit, query_value};

use crate::pages::{self, Ground, Pressed, Reading};
use crate::{links, paper};

/// Fills the router.
pub(crate) fn fill(routes: &mut Routes) {
    use Right::{Lead, ReadAsMember, ReadPublic, ReadRecord, RunOffice, TakePart};
    routes.get(links::MINUTES, ReadRecord, show);
    routes.get(links::PDF, ReadRecord, pdf);
    routes.post(links::MINUTES, Lead, write::begin);
    routes.get(links::EDIT, Lead, write::edit);
    routes.get(links::REVISIONS, Lead, write::revisions);
    routes.post(links::PEOPLE, Lead, write::people);
    routes.post(links::ENTRIES, Lead, write::add_entry);
    routes.post(links::ENTRY, Lead, write::save);
    routes.post(links::ENTRY_PLACE, Lead, write::place);
    routes.post(links::ENTRY_REMOVAL, Lead, write::remove);
    routes.post(links::ANSWERS, Lead, write::answer);
    routes.get(links::ENTRY_TASKS, Lead, forms::task);
    routes.post(links::ENTRY_TASKS, Lead, forms::add_task);
    routes.get(links::ENTRY_DECISIONS, Lead, forms::decision);
    routes.post(links::ENTRY_DECISIONS, Lead, forms::add_decision);
    routes.get(links::DECISION, Lead, forms::show_decision);
    routes.post(links::DECISION, Lead, forms::change_decision);
    routes.post(links::DECISION_REMOVAL, Lead, forms::remove_decision);
    routes.post(links::CIRCULATION, Lead, life::circulate);
    routes.post(links::APPROVAL, Lead, life::approve);
    routes.post(links::APPROVAL_WITHDRAWAL, Lead, life::withdraw);
    routes.post(links::DISTRIBUTION, Lead, life::distribute);
    routes.get(links::OBJECTIONS, ReadAsMember, objections::show);
    routes.post(links::OBJECTIONS, TakePart, objections::object);
    routes.post(links::OBJECTION_ACCEPTANCE, RunOffice, objections::accept);
    routes.post(links::OBJECTION_DEFERRAL, RunOffice, objections::defer);
    routes.post(links::OBJECTION_WITHDRAWAL, TakePart, objections::withdraw);
    routes.get(links::OBJECTION_BY_LINK, ReadPublic, by_link::objection);
    routes.post(links::OBJECTION_BY_LINK, ReadPublic, by_link::object);
    routes.post(links::OPEN_POINTS, Lead, lists::put_on_agenda);
    routes.get(links::TASKS, ReadAsMember, lists::tasks);
    routes.post(links::TASK_STATE, TakePart, lists::task_state);
    routes.get(links::DECISIONS, ReadAsMember, lists::decisions);
    routes.post(links::DECISION_STATE, Lead, lists::decision_state);
    routes.get(links::TASK_BY_LINK, ReadPublic, by_link::task);
    routes.post(links::TASK_BY_LINK, ReadPublic, by_link::settle);
}

/// Names of network and gathering in an address.
type Named = Path<(String, String)>;
/// The same with a record.
type NamedOne = Path<(String, String, String)>;

/// An id of an address; what is none leads nowhere.
fn id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::from(Halt::Missing))
}

/// Takes a refusal into the form; anything else goes on its way.
fn take_refusal(form: &mut Form, problem: Problem) -> Result<(), Problem> {
    match problem.0 {
        Denied::Refused(blames) => {
            for blame in blames {
                form.blame(blame);
            }
            Ok(())
        }
        other => Err(Problem(other)),
    }
}

async fn show(visit: Visit, Path((_, slug)): Named) -> Answer {
    page(visit, slug, StatusCode::OK, Pressed::default()).await
}

/// The page at the minutes' own address, with a form that was refused.
async fn page(visit: Visit, slug: String, status: StatusCode, pressed: Pressed) -> Answer {
    let at = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::show(conn, &at, &slug, pressed))
        .await?;
    shell::show_as(status, &page)
}

/// The printed minutes, as much of them as the visitor may read.
async fn pdf(visit: Visit, Path((_, slug)): Named) -> Answer {
    let wants_all = query_value(&visit.query, "fassung").as_deref() == Some("voll");
    let at = visit.clone();
    let file = visit
        .store()
        .read(move |conn| -> Result<_, Problem> {
            let ground = Ground::find(conn, &at, &slug)?;
            let reading = ground.reading(&at);
            if reading == Reading::Nothing {
                return Err(Halt::Missing.into());
            }
            let full = wants_all && reading == Reading::Full;
            let scene = ground.scene()?;
            let seen = (full, at.lang, at.now);
            Ok(paper::to_print(conn, &at.app, &scene, seen)?.printed()?)
        })
        .await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("inline; filename=\"{}\"", file.file_name),
        ),
    ];
    Ok((headers, file.bytes).into_response())
}
