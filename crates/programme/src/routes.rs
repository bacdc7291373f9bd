//! Programmes over HTTP.

mod read;
mod sections;
mod sessions;

use axum::http::StatusCode;
use base::access::Right;
use base::{Fault, Halt};
use gatherings::{Gathering, led};
use shell::{Answer, Form, Problem, Routes, Visit, go, show_as};
use store::Conn;
use uuid::Uuid;

use crate::{links, pages};

/// The room's addresses with the rights they need.
pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::PROGRAMME, Right::ReadRecord, read::show);
    routes.get(links::PROGRAMME_PDF, Right::ReadRecord, read::pdf);
    routes.get(links::EDIT, Right::Lead, sections::all);
    routes.post(links::EDIT, Right::Lead, sections::add);
    routes.get(links::ACCESS, Right::Lead, sections::access);
    routes.post(links::ACCESS, Right::Lead, sections::save_access);
    routes.get(links::SECTION, Right::Lead, sections::edit);
    routes.post(links::SECTION, Right::Lead, sections::save);
    routes.get(links::SECTION_REMOVAL, Right::Lead, sections::ask_remove);
    routes.post(links::SECTION_REMOVAL, Right::Lead, sections::remove);
    routes.get(links::SESSION_NEW, Right::Lead, sessions::blank);
    routes.post(links::SESSION_NEW, Right::Lead, sessions::add);
    routes.get(links::SESSION, Right::Lead, sessions::edit);
    routes.post(links::SESSION, Right::Lead, sessions::save);
    routes.post(links::SESSION_PLACE, Right::Lead, sessions::place);
    routes.get(links::SESSION_REMOVAL, Right::Lead, sessions::ask_remove);
    routes.post(links::SESSION_REMOVAL, Right::Lead, sessions::remove);
}

/// A gathering that this person may read, and whether they lead it.
async fn readable(visit: &Visit, slug: &str) -> Result<(Gathering, bool), Problem> {
    let (network, slug, person) = (visit.network()?.id, slug.to_owned(), visit.actor.person);
    let (it, invited) = visit
        .store()
        .read(move |conn| {
            let it = gatherings::gathering_by_slug(conn, network, &slug)?.ok_or(Halt::Missing)?;
            let invited = is_invited(conn, &it, person)?;
            Ok::<_, Halt>((it, invited))
        })
        .await?;
    visit.require(Right::ReadRecord, &it.subject(invited))?;
    let may_lead = visit.may(Right::Lead, &it.subject(false));
    Ok((it, may_lead))
}

fn is_invited(
    conn: &mut Conn<'_>,
    it: &Gathering,
    person: Option<base::PersonId>,
) -> Result<bool, Fault> {
    match person {
        Some(person) => gatherings::is_invited(conn, it.id, person),
        None => Ok(false),
    }
}

fn id_of(typed: &str) -> Result<Uuid, Halt> {
    typed.parse().map_err(|_| Halt::Missing)
}

/// Back to the programme at work, at a place of it.
fn back(visit: &Visit, it: &Gathering, (at, done): (&str, &str)) -> Answer {
    let slug = &visit.network()?.slug;
    let path = links::programme(slug, &it.slug, &format!("/bearbeiten{at}"));
    Ok(go(visit, &path, done))
}

/// The programme at work with the form of a new section.
async fn edit_page(visit: &Visit, it: &Gathering, (form, status): (Form, StatusCode)) -> Answer {
    let (inner, it) = (visit.clone(), it.clone());
    let page = visit
        .store()
        .read(move |conn| pages::edit::edit_page(conn, &inner, &it, form))
        .await?;
    show_as(status, &page)
}
