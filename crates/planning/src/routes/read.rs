//! A plan to read: as page, on paper, as calendar.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use base::access::{Audience, Right};
use base::{Fault, Halt};
use calendar::dates;
use gatherings::State;
use gatherings::papers::{file_name, printed};
use print::{PlanPaper, PlanRow};
use shell::{Answer, Link, Visit, kept};

use super::{found, network_slug};
use crate::pages::show::{Office, ShowPage, row};
use crate::pages::{page, title, who};
use crate::rules::{PlanState, YearPlan};
use crate::table::sheet;
use crate::{links, records};

pub(super) async fn show(visit: Visit, Path((_, segment)): Path<(String, String)>) -> Answer {
    let (segment, suffix) = match segment.rsplit_once('.') {
        Some((segment, suffix @ ("ics" | "pdf"))) => (segment, suffix),
        _ => (segment.as_str(), ""),
    };
    let plan = found(&visit, segment).await?;
    visit.require(Right::ReadRecord, &plan.subject())?;
    match suffix {
        "ics" => calendar_file(&visit, plan).await,
        "pdf" => paper(&visit, plan).await,
        _ => html(&visit, plan).await,
    }
}

async fn html(visit: &Visit, plan: YearPlan) -> Answer {
    let looker = visit.clone();
    let about = plan.clone();
    let (rows, plans) = visit
        .store()
        .read(move |conn| {
            let rows = sheet::rows(conn, &looker, &about)?;
            let mut plans = records::plans::plans_of(conn, about.network)?;
            plans.retain(|it| {
                it.group == about.group && looker.may(Right::ReadRecord, &it.subject())
            });
            Ok::<_, Fault>((rows, plans))
        })
        .await?;
    let slug = network_slug(visit)?;
    let segment = plan.segment();
    let address = links::plan(&slug, &segment);
    let is_draft = plan.state == PlanState::Draft;
    let drafts = rows
        .iter()
        .filter(|(it, _)| it.state == State::Draft)
        .count();
    let page = page(visit, title(visit, &plan))?.here();
    let page = if is_draft {
        page
    } else {
        page.with_feed(
            visit.say("planning-ics"),
            &format!("{address}.ics"),
            "text/calendar",
        )
    };
    let may_lead = visit.may(Right::Lead, &plan.subject());
    let answer = shell::show(&ShowPage {
        page,
        has_guests: rows.iter().any(|(it, _)| !it.guests.is_empty()),
        rows: rows.iter().map(|it| row(visit, &slug, it)).collect(),
        years: plans
            .iter()
            .map(|it| {
                let path = links::plan(&slug, &it.segment());
                Link::new(title(visit, it), visit.href(&path))
            })
            .collect(),
        pdf: visit.href(&format!("{address}.pdf")),
        ics: visit.href(&format!("{address}.ics")),
        proposal: visit
            .may_here(Right::TakePart)
            .then(|| visit.href(&links::topics(&slug))),
        is_draft,
        office: may_lead.then(|| Office {
            edit: visit.href(&links::below(&slug, &segment, "bearbeiten")),
            publication: (drafts > 0)
                .then(|| visit.href(&links::below(&slug, &segment, "veroeffentlichung"))),
        }),
    });
    if visit.actor.is_signed_in() || is_draft {
        answer
    } else {
        kept(answer)
    }
}

async fn paper(visit: &Visit, plan: YearPlan) -> Answer {
    let name = file_name(visit, "planning-file", &plan.segment());
    let heading = title(visit, &plan);
    let looker = visit.clone();
    let paper = visit
        .store()
        .read(move |conn| {
            let lang = looker.lang;
            let network = register::network(conn, plan.network)?.ok_or(Halt::Missing)?;
            let rows = sheet::rows(conn, &looker, &plan)?;
            let day = plan
                .changed_at
                .in_tz(&network.zone)
                .map(|at| at.date())
                .ok();
            let app = &looker.app;
            let printed_at = (lang, looker.now);
            Ok::<_, Halt>(PlanPaper {
                letterhead: gatherings::papers::letterhead(conn, app, &network, printed_at)?,
                title: heading,
                is_draft: plan.state == PlanState::Draft,
                as_of: day.map(|day| {
                    looker.tell("gatherings-as-of", &[("day", dates::day(day, lang).into())])
                }),
                rows: rows.iter().map(|it| on_paper(&looker, it)).collect(),
            })
        })
        .await?;
    let bytes = printed(visit, move |press| press.plan(&paper)).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    Ok((headers, bytes).into_response())
}

fn on_paper(visit: &Visit, row: &(gatherings::Outline, crate::rules::RowKind)) -> PlanRow {
    let shown = self::row(visit, "", row);
    let it = &row.0;
    PlanRow {
        day: shown.day,
        time: shown.time,
        kind: shown.kind,
        title: shown.title,
        focus: Some(shown.focus).filter(|focus| !focus.is_empty()),
        topics: shown.topics,
        host: Some(shown.host).filter(|host| !host.is_empty()),
        guests: it.guests.iter().map(|guest| who(visit, guest)).collect(),
        state: (it.state == State::Cancelled).then_some(shown.state_label),
    }
}

async fn calendar_file(visit: &Visit, plan: YearPlan) -> Answer {
    let name = title(visit, &plan);
    let looker = visit.clone();
    let is_open = plan.state == PlanState::Published;
    let found = visit
        .store()
        .read(move |conn| {
            let mut found = Vec::new();
            for (it, _) in sheet::rows(conn, &looker, &plan)? {
                let is_public = it.audience == Audience::Public && it.state != State::Draft;
                if is_public {
                    found.extend(gatherings::gathering(conn, it.id)?);
                }
            }
            Ok::<_, Fault>(found)
        })
        .await?;
    let network = visit.network()?;
    let url = visit.app.url(visit.lang, &format!("/{}", network.slug));
    let events: Vec<_> = found
        .iter()
        .map(|it| gatherings::ics_event(it, &url, true))
        .collect();
    let feed = calendar::Feed {
        name: &format!("{}: {name}", network.name),
        description: None,
        refresh_hours: 12,
    };
    let ics = calendar::publish(&feed, &events);
    let kind = [(header::CONTENT_TYPE, ics.content_type())];
    let answer = Ok((kind, ics.into_text()).into_response());
    if is_open { kept(answer) } else { answer }
}
