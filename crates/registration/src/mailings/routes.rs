//! Mails to participants over HTTP.

use axum::extract::Path;
use axum::http::StatusCode;
use base::Halt;
use base::access::Right;
use gatherings::Gathering;
use shell::{Answer, Content, Form, Problem, Routes, Visit, go, query_value, show, show_as};
use uuid::Uuid;

use super::rules::{Mailing, Reminder, To, proposed};
use super::{actions, letters, links, pages, records, typed};
use crate::routes::{led_desk, network_slug};
use crate::rules::Desk;

/// The addresses with the rights they need.
pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::ALL, Right::Lead, all);
    routes.get(links::NEW, Right::Lead, blank);
    routes.post(links::NEW, Right::Lead, add);
    routes.get(links::MAILING, Right::Lead, first);
    routes.get(links::TO, Right::Lead, one);
    routes.get(links::HTML, Right::Lead, html);
    routes.get(links::EDIT, Right::Lead, edit);
    routes.post(links::EDIT, Right::Lead, change);
    routes.post(links::LAYING_OUT, Right::Lead, lay_out);
    routes.post(links::REMOVAL, Right::Lead, remove);
    routes.get(links::REMINDER, Right::Lead, reminder);
    routes.post(links::REMINDER, Right::Lead, set_reminder);
    routes.get(links::REMINDER_HTML, Right::Lead, reminder_html);
}

type Below = Path<(String, String)>;
type BelowMailing = Path<(String, String, String)>;
type BelowTo = Path<(String, String, String, String)>;

async fn all(visit: Visit, Path((_, slug)): Below) -> Answer {
    let (it, desk) = led_desk(&visit, &slug).await?;
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::list_page(conn, &inner, (&it, &desk)))
        .await?;
    show(&page)
}

async fn blank(visit: Visit, Path((_, slug)): Below) -> Answer {
    let (it, _) = led_desk(&visit, &slug).await?;
    let wanted = query_value(&visit.query, "an").unwrap_or_default();
    let to = To::from_word(&wanted).unwrap_or(To::Confirmed);
    let (subject, body) = proposed(&visit.app.phrases, (to, it.ends_at <= visit.now));
    let form = typed::of_words(to, (&subject, &body));
    show(&pages::edit_page(&visit, (&it, None), form)?)
}

fn refused(visit: &Visit, (it, known): (&Gathering, Option<Uuid>), form: Form) -> Answer {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    show_as(status, &pages::edit_page(visit, (it, known), form)?)
}

async fn add(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let (it, desk) = led_desk(&visit, &slug).await?;
    let Some(input) = typed::mailing(&mut form) else {
        return refused(&visit, (&it, None), form);
    };
    let (act, gathering) = (visit.clone(), it.id);
    let added = visit
        .store()
        .write(move |conn| {
            let at = (&desk, gathering);
            actions::add(conn, &mut act.moment(), &act.actor, at, &input)
        })
        .await;
    match added {
        Ok(id) => {
            let path = links::mailing(&network_slug(&visit)?, &it.slug, id, "");
            Ok(go(&visit, &path, "registration-mail-written"))
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            refused(&visit, (&it, None), form)
        }
    }
}

/// A mail of a gathering that the visitor leads.
async fn found(visit: &Visit, slug: &str, id: &str) -> Result<(Gathering, Mailing), Problem> {
    let (it, _) = led_desk(visit, slug).await?;
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    let mailing = visit
        .store()
        .read(move |conn| records::mailing(conn, id))
        .await?
        .filter(|mailing| mailing.gathering == it.id)
        .ok_or(Halt::Missing)?;
    Ok((it, mailing))
}

async fn shown(visit: &Visit, found: (Gathering, Mailing), to: Option<Uuid>) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::show_page(conn, &inner, (&found.0, &found.1), to))
        .await?;
    show(&page)
}

async fn first(visit: Visit, Path((_, slug, id)): BelowMailing) -> Answer {
    let found = found(&visit, &slug, &id).await?;
    shown(&visit, found, None).await
}

async fn one(visit: Visit, Path((_, slug, id, to)): BelowTo) -> Answer {
    let found = found(&visit, &slug, &id).await?;
    let to: Uuid = to.parse().map_err(|_| Halt::Missing)?;
    shown(&visit, found, Some(to)).await
}

async fn html(visit: Visit, Path((_, slug, id, to)): BelowTo) -> Answer {
    let (_, mailing) = found(&visit, &slug, &id).await?;
    let to: Uuid = to.parse().map_err(|_| Halt::Missing)?;
    let app = visit.app.clone();
    let content = visit
        .store()
        .read(move |conn| letters::sample(conn, &app, (&mailing, to)))
        .await?;
    outbox::frame(outbox::printed(content).await?)
}

async fn edit(visit: Visit, Path((_, slug, id)): BelowMailing) -> Answer {
    let (it, mailing) = found(&visit, &slug, &id).await?;
    if mailing.laid_at.is_some() {
        return Err(Halt::Stale.into());
    }
    let form = typed::of_mailing(&mailing);
    show(&pages::edit_page(&visit, (&it, Some(mailing.id)), form)?)
}

async fn change(visit: Visit, Path((_, slug, id)): BelowMailing, mut form: Form) -> Answer {
    let (it, mailing) = found(&visit, &slug, &id).await?;
    let known = Some(mailing.id);
    let Some(input) = typed::mailing(&mut form) else {
        return refused(&visit, (&it, known), form);
    };
    let (act, id) = (visit.clone(), mailing.id);
    let changed = visit
        .store()
        .write(move |conn| actions::change(conn, &mut act.moment(), &act.actor, (id, &input)))
        .await;
    if let Err(halt) = changed {
        form.take_refusal(halt)?;
        return refused(&visit, (&it, known), form);
    }
    let path = links::mailing(&network_slug(&visit)?, &it.slug, id, "");
    Ok(go(&visit, &path, "registration-mail-written"))
}

async fn lay_out(visit: Visit, Path((_, slug, id)): BelowMailing) -> Answer {
    let (it, mailing) = found(&visit, &slug, &id).await?;
    let (act, id) = (visit.clone(), mailing.id);
    visit
        .store()
        .write(move |conn| actions::lay_out(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::mailing(&network_slug(&visit)?, &it.slug, id, "");
    Ok(go(&visit, &path, "registration-mail-laid-out"))
}

async fn remove(visit: Visit, Path((_, slug, id)): BelowMailing) -> Answer {
    let (it, mailing) = found(&visit, &slug, &id).await?;
    let (act, id) = (visit.clone(), mailing.id);
    visit
        .store()
        .write(move |conn| actions::remove(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::all(&network_slug(&visit)?, &it.slug, "");
    Ok(go(&visit, &path, "registration-mail-removed"))
}

/// How a desk reminds, or what it is proposed to say.
async fn known(visit: &Visit, desk: &Desk) -> Result<Reminder, Problem> {
    let id = desk.id;
    let kept = visit
        .store()
        .read(move |conn| records::reminder(conn, id))
        .await?;
    Ok(kept.unwrap_or_else(|| Reminder::proposed(&visit.app.phrases)))
}

async fn sample(
    visit: &Visit,
    (it, desk): (&Gathering, &Desk),
    reminder: &Reminder,
) -> Result<Option<(Content, String)>, Problem> {
    let (inner, it, desk) = (visit.clone(), it.clone(), desk.clone());
    let reminder = reminder.clone();
    let sample = visit
        .store()
        .read(move |conn| pages::reminder_sample(conn, &inner, (&it, &desk), &reminder))
        .await?;
    Ok(sample)
}

async fn reminder(visit: Visit, Path((_, slug)): Below) -> Answer {
    let (it, desk) = led_desk(&visit, &slug).await?;
    let reminder = known(&visit, &desk).await?;
    let sample = sample(&visit, (&it, &desk), &reminder).await?;
    let form = typed::of_reminder(&reminder);
    show(&pages::reminder_page(&visit, (&it, &desk), sample, form)?)
}

async fn reminder_html(visit: Visit, Path((_, slug)): Below) -> Answer {
    let (it, desk) = led_desk(&visit, &slug).await?;
    let reminder = known(&visit, &desk).await?;
    let content = sample(&visit, (&it, &desk), &reminder).await?;
    outbox::frame(content.map(|(content, _)| content))
}

async fn set_reminder(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let (it, desk) = led_desk(&visit, &slug).await?;
    let before = known(&visit, &desk).await?;
    if let Some(input) = typed::reminder(&mut form) {
        let (act, desk, gathering) = (visit.clone(), desk.clone(), it.id);
        let set = visit
            .store()
            .write(move |conn| {
                let at = (&desk, gathering);
                actions::set_reminder(conn, &mut act.moment(), &act.actor, at, &input)
            })
            .await;
        match set {
            Ok(()) => {
                let path = links::reminder(&network_slug(&visit)?, &it.slug);
                return Ok(go(&visit, &path, "registration-reminder-set"));
            }
            Err(halt) => form.take_refusal(halt)?,
        }
    }
    let sample = sample(&visit, (&it, &desk), &before).await?;
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    show_as(
        status,
        &pages::reminder_page(&visit, (&it, &desk), sample, form)?,
    )
}
