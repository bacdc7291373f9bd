//! What this room shows on other rooms' pages.

use askama::Template;
use base::access::Right;
use base::{Fault, GatheringId};
use shell::{Place, Visit};
use store::Conn;

use crate::pages::Card;
use crate::routes::may_write;
use crate::{links, records};

#[derive(Template)]
#[template(path = "publishing/panel_report.html")]
struct ReportPanel<'p> {
    visit: &'p Visit,
    reports: Vec<Reported>,
    write_href: Option<String>,
}

/// A report on the gathering's page.
struct Reported {
    post: Card,
    edit_href: Option<String>,
}

#[derive(Template)]
#[template(path = "publishing/panel_drafts.html")]
struct DraftsPanel<'p> {
    visit: &'p Visit,
    count: usize,
    title: String,
    drafts: Vec<Card>,
}

/// On a gathering's page its report; on the start page what the office has not brought out.
pub fn show(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    match place {
        Place::Gathering(id) => report(conn, visit, id),
        Place::Start => drafts(conn, visit),
        Place::Home
        | Place::Tag(_)
        | Place::Person(_)
        | Place::Group(_)
        | Place::Standing(_)
        | Place::Keeping(_)
        | Place::Handover(_)
        | Place::Attendance(_)
        | Place::Registration(..)
        | Place::Notice => Ok(None),
    }
}

fn report(
    conn: &mut Conn<'_>,
    visit: &Visit,
    gathering: GatheringId,
) -> Result<Option<String>, Fault> {
    let Some(network) = &visit.network else {
        return Ok(None);
    };
    let mut reports = records::reports(conn, network.id, gathering)?;
    reports.retain(|post| {
        let subject = post.subject(network.id);
        visit.may(Right::ReadRecord, &subject) || visit.may(Right::Publish, &subject)
    });
    let begins_report = reports.is_empty() && may_write(visit) && has_been(conn, visit, gathering)?;
    if reports.is_empty() && !begins_report {
        return Ok(None);
    }
    let write = links::below(&network.slug, "meldung-schreiben");
    let panel = ReportPanel {
        visit,
        write_href: begins_report.then(|| visit.href(&format!("{write}?termin={gathering}"))),
        reports: reports
            .into_iter()
            .map(|post| {
                let edit = links::of_post(&network.slug, &post.slug, "bearbeiten");
                Reported {
                    edit_href: visit
                        .may(Right::Publish, &post.subject(network.id))
                        .then(|| visit.href(&edit)),
                    post: Card::of(post, visit, &network.slug),
                }
            })
            .collect(),
    };
    rendered(&panel)
}

fn has_been(conn: &mut Conn<'_>, visit: &Visit, gathering: GatheringId) -> Result<bool, Fault> {
    let found = conn.indexed("gathering", gathering.into())?;
    Ok(found
        .and_then(|found| found.day)
        .is_some_and(|day| day <= visit.today()))
}

fn drafts(conn: &mut Conn<'_>, visit: &Visit) -> Result<Option<String>, Fault> {
    let Some(network) = visit
        .network
        .as_ref()
        .filter(|_| visit.may_here(Right::Publish))
    else {
        return Ok(None);
    };
    let mut drafts = records::drafts(conn, network.id)?;
    drafts.retain(|it| visit.may(Right::Publish, &it.subject(network.id)));
    if drafts.is_empty() {
        return Ok(None);
    }
    let count = drafts.len();
    rendered(&DraftsPanel {
        visit,
        count,
        title: visit.tell("publishing-drafts-due", &[("count", count.into())]),
        drafts: drafts
            .into_iter()
            .take(5)
            .map(|post| Card::of(post, visit, &network.slug))
            .collect(),
    })
}

fn rendered(panel: &impl Template) -> Result<Option<String>, Fault> {
    panel
        .render()
        .map(Some)
        .map_err(|cause| Fault::because("render a panel", cause))
}
