//! Codes: one that was typed, and many that a device has read.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Blame, Halt};
use gatherings::Gathering;
use shell::{Answer, Form, LINE, Visit, show_as};

use super::door::said_at;
use super::{led, network_slug};
use crate::actions::{self, Said};
use crate::rules::{Outcome, Scan, scans_of};
use crate::{links, pages, records};

type Below = Path<(String, String)>;

async fn page(visit: &Visit, it: Gathering, form: Form, status: StatusCode) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::scan_page(conn, &inner, &it, form))
        .await?;
    show_as(status, &page)
}

pub(super) async fn show(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, &slug).await?;
    page(&visit, it, Form::default(), StatusCode::OK).await
}

async fn taken(visit: &Visit, it: &Gathering, scans: Vec<Scan>) -> Result<Vec<Said>, Halt> {
    let (act, at) = (visit.clone(), it.clone());
    visit
        .store()
        .write(move |conn| actions::take_scans(conn, &mut act.moment(), (&act.actor, &at), &scans))
        .await
}

pub(super) async fn typed(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let code = form.required("code", LINE);
    // People put spaces between letters; in a line they would begin the age.
    let code: String = code.split_whitespace().collect();
    if !form.is_blamed() {
        match taken(&visit, &it, scans_of(&code, visit.now)).await {
            Ok(said) => {
                let said = said.into_iter().next();
                let said = said.ok_or(Halt::Missing)?;
                if said.outcome.is_in() {
                    let path = links::door(&network_slug(&visit)?, &it.slug, "/codes");
                    return Ok(said_at(&visit, &path, &said));
                }
                form.blame(blame(&said));
            }
            Err(halt) => form.take_refusal(halt)?,
        }
    }
    page(&visit, it, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

fn blame(said: &Said) -> Blame {
    let key = match said.outcome {
        Outcome::Elsewhere => "reception-said-elsewhere",
        Outcome::Ended => "reception-said-ended",
        Outcome::NotCertain => "reception-said-not-certain",
        Outcome::TakenBack => "reception-said-taken-back",
        Outcome::Arrived | Outcome::Already | Outcome::Unknown => "reception-said-unknown",
    };
    Blame::at("code", key).with("name", &said.name)
}

/// What a device has read, now or without a network: taken as a whole, answered line by line.
pub(super) async fn reconcile(visit: Visit, Path((_, slug)): Below, form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let scans = scans_of(form.value("scans"), visit.now);
    let said = taken(&visit, &it, scans.clone()).await?;
    let id = it.id;
    let counts = visit
        .store()
        .read(move |conn| records::counts(conn, id, &records::Asked::default()))
        .await?;
    let told = pages::told(&visit, &it, (scans, &said, counts.here));
    Ok(Json(told).into_response())
}
