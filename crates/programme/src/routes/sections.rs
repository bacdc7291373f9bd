//! The programme at work: its sections, and how accessible the place is.

use axum::extract::Path;
use axum::http::StatusCode;
use base::Halt;
use gatherings::Gathering;
use shell::{Answer, ConfirmPage, Form, Marked, Page, Problem, Visit, show, show_as};
use uuid::Uuid;

use super::{back, edit_page, id_of, led};
use crate::pages::forms::{access_page, below_programme, section_page};
use crate::pages::time_of;
use crate::rules::Stretch;
use crate::{actions, links, records, typed};

type Below = Path<(String, String)>;
type BelowOne = Path<(String, String, String)>;

const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

pub(super) async fn all(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, &slug).await?;
    edit_page(&visit, &it, (Form::default(), StatusCode::OK)).await
}

pub(super) async fn add(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let Some(id) = put(&visit, (&it, None), &mut form).await? else {
        return edit_page(&visit, &it, (form, REFUSED)).await;
    };
    back(
        &visit,
        &it,
        (&format!("#s-{id}"), "programme-section-added"),
    )
}

/// Writes a section down; nothing where something is wrong, which the form then says.
async fn put(
    visit: &Visit,
    (it, id): (&Gathering, Option<Uuid>),
    form: &mut Form,
) -> Result<Option<Uuid>, Problem> {
    let Some(input) = typed::section(form) else {
        return Ok(None);
    };
    let (act, gathering) = (visit.clone(), it.id);
    let done = visit
        .store()
        .write(move |conn| {
            let about = (gathering, id);
            actions::put_section(conn, &mut act.moment(), &act.actor, about, &input)
        })
        .await;
    match done {
        Ok(id) => Ok(Some(id)),
        Err(halt) => {
            form.take_refusal(halt)?;
            Ok(None)
        }
    }
}

async fn found(visit: &Visit, slug: &str, id: &str) -> Result<(Gathering, Stretch), Problem> {
    let it = led(visit, slug).await?;
    let (gathering, id) = (it.id, id_of(id)?);
    let stretch = visit
        .store()
        .read(move |conn| actions::stretch(conn, gathering, id))
        .await?;
    Ok((it, stretch))
}

fn page(visit: &Visit, (it, id): (&Gathering, Uuid), (form, status): (Form, StatusCode)) -> Answer {
    let action = links::section(&visit.network()?.slug, &it.slug, id, "");
    show_as(status, &section_page(visit, it, (form, action))?)
}

pub(super) async fn edit(visit: Visit, Path((_, slug, id)): BelowOne) -> Answer {
    let (it, stretch) = found(&visit, &slug, &id).await?;
    let form = typed::of_section(&stretch.section);
    page(&visit, (&it, stretch.section.id), (form, StatusCode::OK))
}

pub(super) async fn save(visit: Visit, Path((_, slug, id)): BelowOne, mut form: Form) -> Answer {
    let (it, stretch) = found(&visit, &slug, &id).await?;
    let id = stretch.section.id;
    if put(&visit, (&it, Some(id)), &mut form).await?.is_none() {
        return page(&visit, (&it, id), (form, REFUSED));
    }
    back(
        &visit,
        &it,
        (&format!("#s-{id}"), "programme-section-changed"),
    )
}

pub(super) async fn ask_remove(visit: Visit, Path((_, slug, id)): BelowOne) -> Answer {
    let (it, stretch) = found(&visit, &slug, &id).await?;
    let slug = visit.network()?.slug.clone();
    let action = links::section(&slug, &it.slug, stretch.section.id, "/entfernung");
    let cancel = links::programme(&slug, &it.slug, "/bearbeiten");
    let page = Page::new(&visit, visit.say("programme-section-remove"));
    let time = time_of(&visit, &stretch.section.hours);
    let count = stretch.sessions.len();
    show(&ConfirmPage {
        page: below_programme(&visit, &it, page)?,
        question: Marked::own(
            &visit.tell("programme-section-remove-ask", &[("time", time.into())]),
        ),
        consequences: vec![
            Marked::own(&visit.tell("programme-section-remove-what", &[("count", count.into())])),
            Marked::own(visit.say("programme-remove-told")),
        ],
        action: visit.href(&action),
        confirm_label: visit.say("programme-section-remove").to_owned(),
        cancel_href: visit.href(&cancel),
        danger: true,
    })
}

pub(super) async fn remove(visit: Visit, Path((_, slug, id)): BelowOne) -> Answer {
    let (it, stretch) = found(&visit, &slug, &id).await?;
    let (act, about) = (visit.clone(), (it.id, stretch.section.id));
    visit
        .store()
        .write(move |conn| actions::remove_section(conn, &mut act.moment(), &act.actor, about))
        .await?;
    back(&visit, &it, ("", "programme-section-removed"))
}

pub(super) async fn access(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, &slug).await?;
    let id = it.id;
    let known = visit
        .store()
        .read(move |conn| records::access_of(conn, id))
        .await?;
    show(&access_page(&visit, &it, typed::of_access(&known))?)
}

pub(super) async fn save_access(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let Some(input) = typed::access(&mut form) else {
        return show_as(REFUSED, &access_page(&visit, &it, form)?);
    };
    let (act, id) = (visit.clone(), it.id);
    visit
        .store()
        .write(move |conn| -> Result<(), Halt> {
            actions::put_access(conn, &mut act.moment(), &act.actor, id, &input)
        })
        .await?;
    back(&visit, &it, ("", "programme-access-changed"))
}
