//! The sessions of a programme at work.

use axum::extract::Path;
use axum::http::StatusCode;
use gatherings::{Gathering, Step};
use shell::{Answer, ConfirmPage, Form, Marked, Page, Problem, Visit, show, show_as};
use uuid::Uuid;

use super::{back, id_of, led};
use crate::pages::forms::{Around, below_programme, session_page};
use crate::pages::{own_words, time_of};
use crate::rules::{Session, Stretch};
use crate::{actions, links, typed};

type BelowOne = Path<(String, String, String)>;

const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// The section of an address.
async fn section(visit: &Visit, slug: &str, id: &str) -> Result<(Gathering, Stretch), Problem> {
    let it = led(visit, slug).await?;
    let (gathering, id) = (it.id, id_of(id)?);
    let stretch = visit
        .store()
        .read(move |conn| actions::stretch(conn, gathering, id))
        .await?;
    Ok((it, stretch))
}

/// The session of an address with its section.
async fn found(
    visit: &Visit,
    slug: &str,
    id: &str,
) -> Result<(Gathering, Stretch, Session), Problem> {
    let it = led(visit, slug).await?;
    let (gathering, id) = (it.id, id_of(id)?);
    let (stretch, session) = visit
        .store()
        .read(move |conn| actions::session(conn, gathering, id))
        .await?;
    Ok((it, stretch, session))
}

fn page(
    visit: &Visit,
    (it, stretch, known): (&Gathering, &Stretch, Option<Uuid>),
    (form, status): (Form, StatusCode),
) -> Answer {
    let slug = &visit.network()?.slug;
    let around = Around {
        title: if known.is_some() {
            "programme-session-edit"
        } else {
            "programme-session-add"
        },
        time: time_of(visit, &stretch.section.hours),
        action: match known {
            Some(id) => links::session(slug, &it.slug, id, ""),
            None => links::section(slug, &it.slug, stretch.section.id, "/beitrag"),
        },
    };
    show_as(status, &session_page(visit, it, form, around)?)
}

/// Writes a session down; nothing where something is wrong, which the form then says.
async fn put(
    visit: &Visit,
    (it, section, known): (&Gathering, Uuid, Option<Uuid>),
    form: &mut Form,
) -> Result<Option<Uuid>, Problem> {
    let Some(input) = typed::session(form) else {
        return Ok(None);
    };
    let (act, gathering) = (visit.clone(), it.id);
    let done = visit
        .store()
        .write(move |conn| {
            let about = (gathering, section, known);
            actions::put_session(conn, &mut act.moment(), &act.actor, about, &input)
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

pub(super) async fn blank(visit: Visit, Path((_, slug, id)): BelowOne) -> Answer {
    let (it, stretch) = section(&visit, &slug, &id).await?;
    page(
        &visit,
        (&it, &stretch, None),
        (Form::default(), StatusCode::OK),
    )
}

pub(super) async fn add(visit: Visit, Path((_, slug, id)): BelowOne, mut form: Form) -> Answer {
    let (it, stretch) = section(&visit, &slug, &id).await?;
    let about = (&it, stretch.section.id, None);
    let Some(id) = put(&visit, about, &mut form).await? else {
        return page(&visit, (&it, &stretch, None), (form, REFUSED));
    };
    back(
        &visit,
        &it,
        (&format!("#e-{id}"), "programme-session-added"),
    )
}

pub(super) async fn edit(visit: Visit, Path((_, slug, id)): BelowOne) -> Answer {
    let (it, stretch, session) = found(&visit, &slug, &id).await?;
    let form = typed::of_session(&session);
    page(
        &visit,
        (&it, &stretch, Some(session.id)),
        (form, StatusCode::OK),
    )
}

pub(super) async fn save(visit: Visit, Path((_, slug, id)): BelowOne, mut form: Form) -> Answer {
    let (it, stretch, session) = found(&visit, &slug, &id).await?;
    let known = Some(session.id);
    let about = (&it, stretch.section.id, known);
    let Some(id) = put(&visit, about, &mut form).await? else {
        return page(&visit, (&it, &stretch, known), (form, REFUSED));
    };
    back(
        &visit,
        &it,
        (&format!("#e-{id}"), "programme-session-changed"),
    )
}

pub(super) async fn place(visit: Visit, Path((_, slug, id)): BelowOne, form: Form) -> Answer {
    let (it, _, session) = found(&visit, &slug, &id).await?;
    let step = Step::from_word(form.value("move")).ok_or(base::Halt::Missing)?;
    let (act, about) = (visit.clone(), (it.id, session.id));
    visit
        .store()
        .write(move |conn| actions::move_session(conn, &mut act.moment(), &act.actor, about, step))
        .await?;
    let at = format!("#e-{}", session.id);
    back(&visit, &it, (&at, "programme-session-moved"))
}

pub(super) async fn ask_remove(visit: Visit, Path((_, slug, id)): BelowOne) -> Answer {
    let (it, _, session) = found(&visit, &slug, &id).await?;
    let slug = visit.network()?.slug.clone();
    let action = links::session(&slug, &it.slug, session.id, "/entfernung");
    let cancel = links::programme(&slug, &it.slug, "/bearbeiten");
    let page = Page::new(&visit, visit.say("programme-session-remove"));
    let title = own_words(&visit, &session.title);
    let question = Marked::around(&visit, "programme-session-remove-ask", &[("title", title)]);
    show(&ConfirmPage {
        page: below_programme(&visit, &it, page)?,
        question,
        consequences: vec![Marked::own(visit.say("programme-remove-told"))],
        action: visit.href(&action),
        confirm_label: visit.say("programme-session-remove").to_owned(),
        cancel_href: visit.href(&cancel),
        danger: true,
    })
}

pub(super) async fn remove(visit: Visit, Path((_, slug, id)): BelowOne) -> Answer {
    let (it, _, session) = found(&visit, &slug, &id).await?;
    let (act, about) = (visit.clone(), (it.id, session.id));
    visit
        .store()
        .write(move |conn| actions::remove_session(conn, &mut act.moment(), &act.actor, about))
        .await?;
    back(&visit, &it, ("", "programme-session-removed"))
}
