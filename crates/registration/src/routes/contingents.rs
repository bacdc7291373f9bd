//! Places kept for organisations and groups.

use axum::extract::Path;
use axum::http::StatusCode;
use base::{Blame, Halt};
use gatherings::Gathering;
use shell::{Answer, Form, Visit, go, show_as};
use uuid::Uuid;

use super::{led_desk, network_slug};
use crate::actions::{self, ContingentInput};
use crate::rules::Desk;
use crate::{links, pages, records, typed};

type Below = Path<(String, String)>;

async fn page(
    visit: &Visit,
    (it, desk): (Gathering, Desk),
    form: Form,
    status: StatusCode,
) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::contingents_page(conn, &inner, (&it, &desk), form))
        .await?;
    show_as(status, &page)
}

pub(super) async fn all(visit: Visit, Path((_, slug)): Below) -> Answer {
    let found = led_desk(&visit, &slug).await?;
    let form = Form::of([("gathering", found.0.id.to_string())]);
    page(&visit, found, form, StatusCode::OK).await
}

pub(super) async fn add(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let (it, desk) = led_desk(&visit, &slug).await?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let Some((input, name)) = typed::contingent(&mut form) else {
        return page(&visit, (it, desk), form, unprocessable).await;
    };
    let (act, id, network, today) = (visit.clone(), desk.id, desk.network, visit.today());
    let added = visit
        .store()
        .write(move |conn| {
            let organisation = records::member_by_name(conn, (network, today), &name)?;
            if organisation.is_none() && !name.is_empty() {
                return Err(Halt::Refused(vec![Blame::at(
                    "organisation",
                    "registration-fault-organisation",
                )]));
            }
            let input = ContingentInput {
                organisation,
                ..input
            };
            actions::add_contingent(conn, &mut act.moment(), &act.actor, (id, today), &input)
        })
        .await;
    match added {
        Ok(()) => {
            let path = links::desk(&network_slug(&visit)?, &it.slug, "/kontingente");
            Ok(go(&visit, &path, "registration-contingent-added"))
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            page(&visit, (it, desk), form, unprocessable).await
        }
    }
}

pub(super) async fn remove(
    visit: Visit,
    Path((_, slug, id)): Path<(String, String, String)>,
) -> Answer {
    let (it, desk) = led_desk(&visit, &slug).await?;
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    let (act, about) = (visit.clone(), (desk.id, id));
    visit
        .store()
        .write(move |conn| actions::remove_contingent(conn, &mut act.moment(), &act.actor, about))
        .await?;
    let path = links::desk(&network_slug(&visit)?, &it.slug, "/kontingente");
    Ok(go(&visit, &path, "registration-contingent-removed"))
}
