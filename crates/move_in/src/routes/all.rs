//! Accepting everything that is sure enough, and taking that back.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use base::{Fault, Halt};
use shell::{Answer, Fields, Form, Marked, Page, Visit, go, query_value, show};
use uuid::Uuid;

use super::{id_of, only_of};
use crate::actions;
use crate::links;
use crate::pages::{AllPage, below, fates, href, href_of, together_page};
use crate::records::lists::{self, Bulk};

/// What one may ask for, in hundredths.
const LEASTS: [i64; 5] = [95, 85, 70, 50, 0];
/// What is asked for where nothing is said.
const USUAL: i64 = 85;

fn least_of(word: Option<String>) -> i64 {
    word.and_then(|it| it.parse().ok())
        .filter(|it| LEASTS.contains(it))
        .unwrap_or(USUAL)
}

fn query(least: i64, only: Option<Uuid>) -> String {
    match only {
        Some(only) => format!("?ab={least}&datei={only}"),
        None => format!("?ab={least}"),
    }
}

/// A number of the query.
fn number(visit: &Visit, name: &str) -> Option<i64> {
    query_value(&visit.query, name).and_then(|it| it.parse().ok())
}

/// What the last acceptance has brought, where one was just made.
fn outcome(visit: &Visit) -> Option<String> {
    let args = [
        ("made", number(visit, "gemacht")?.into()),
        ("joined", number(visit, "verbunden")?.into()),
        ("left", number(visit, "offen")?.into()),
    ];
    Some(visit.tell("move-in-all-done", &args))
}

/// Asks, with what would become of each draft.
pub(super) async fn ask(visit: Visit) -> Answer {
    let network = visit.network()?.id;
    let (least, only) = (least_of(query_value(&visit.query, "ab")), only_of(&visit));
    let act = visit.clone();
    let (planned, bulks) = visit
        .store()
        .read(move |conn| {
            let planned = actions::plan(conn, &act.actor, (network, only), least)?;
            Ok::<_, Fault>((planned, lists::bulks(conn, network)?))
        })
        .await?;
    let home = href(&visit, links::ALL);
    let choices: Vec<(String, String)> = LEASTS
        .iter()
        .map(|it| {
            (
                it.to_string(),
                visit.tell("move-in-all-from", &[("least", it.into())]),
            )
        })
        .collect();
    let made = query_value(&visit.query, "gemeinsam").and_then(|it| it.parse::<Uuid>().ok());
    let form = Form::of([("ab", least.to_string())]);
    let fates = fates(&visit, &planned);
    show(&AllPage {
        page: below(&visit, Page::new(&visit, visit.say("move-in-all-title"))).here(),
        fields: Fields::new(&visit, form),
        choices,
        look_action: home.clone(),
        only: only.map(|it| it.to_string()),
        action: format!("{home}{}", query(least, only)),
        outcome: outcome(&visit),
        undo_href: made.map(|it| href_of(&visit, links::UNDOING_ALL, it)),
        bulks: bulks.iter().map(|it| bulk_link(&visit, it)).collect(),
        fates,
        drafts_href: href(&visit, links::DRAFTS),
    })
}

fn bulk_link(visit: &Visit, it: &Bulk) -> (Marked, String) {
    let args = [
        (
            "when",
            it.at.map_or_else(String::new, |at| visit.hour(at)).into(),
        ),
        ("actor", shell::record(&it.actor)),
        ("count", it.count.into()),
    ];
    let label = visit.tell_marked("move-in-bulk", &args);
    (label, href_of(visit, links::UNDOING_ALL, it.id))
}

/// Accepts them.
pub(super) async fn accept(visit: Visit) -> Answer {
    let network = visit.network()?.id;
    let (least, only) = (least_of(query_value(&visit.query, "ab")), only_of(&visit));
    let act = visit.clone();
    let outcome = visit
        .store()
        .write(move |conn| {
            let from = (network, only);
            actions::accept_all(conn, &mut act.moment(), &act.actor, from, least)
        })
        .await?;
    let home = href(&visit, links::ALL);
    let query = query(least, only);
    let (made, joined, left) = (outcome.made, outcome.joined, outcome.left);
    let bulk = if made + joined > 0 {
        format!("&gemeinsam={}", outcome.bulk)
    } else {
        String::new()
    };
    let to = format!("{home}{query}&gemacht={made}&verbunden={joined}&offen={left}{bulk}");
    Ok(Redirect::to(&to).into_response())
}

/// Asks before all of it is taken back: what would go, and what would stay; or, after that, says
/// what has stayed.
pub(super) async fn ask_undo(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let (network, bulk) = (visit.network()?.id, id_of(&id)?);
    let found = visit
        .store()
        .read(move |conn| actions::foresee(conn, network, bulk))
        .await;
    let undone = number(&visit, "zurueck");
    match found {
        Ok(found) => show(&together_page(&visit, bulk, &found, undone)),
        Err(Halt::Stale) => undone_before(&visit),
        Err(halt) => Err(halt.into()),
    }
}

/// To the drafts, which are open again: somebody else was faster, or the button was pressed twice.
fn undone_before(visit: &Visit) -> Answer {
    let list = links::of(links::DRAFTS, &visit.network()?.slug);
    Ok(go(visit, &list, "move-in-undone-before"))
}

/// Takes all of it back.
pub(super) async fn undo(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let (network, bulk) = (visit.network()?.id, id_of(&id)?);
    let act = visit.clone();
    let undone = visit
        .store()
        .write(move |conn| actions::undo_all(conn, &mut act.moment(), &act.actor, (network, bulk)))
        .await;
    match undone {
        Ok(it) if it.stays == 0 => {
            let list = links::of(links::DRAFTS, &visit.network()?.slug);
            Ok(go(&visit, &list, "move-in-undone-together"))
        }
        Ok(it) => {
            let to = href_of(&visit, links::UNDOING_ALL, bulk);
            let to = format!("{to}?zurueck={}", it.undone);
            Ok(Redirect::to(&to).into_response())
        }
        Err(Halt::Stale) => undone_before(&visit),
        Err(halt) => Err(halt.into()),
    }
}
