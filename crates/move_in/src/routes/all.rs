//! Accepting everything that is sure enough.

use axum::response::{IntoResponse, Redirect};
use shell::{Answer, Fields, Form, Page, Visit, query_value, show};
use uuid::Uuid;

use super::only_of;
use crate::actions;
use crate::links;
use crate::pages::{AllPage, below, fates, href};

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

/// Asks, with what would become of each draft.
pub(super) async fn ask(visit: Visit) -> Answer {
    let network = visit.network()?.id;
    let (least, only) = (least_of(query_value(&visit.query, "ab")), only_of(&visit));
    let act = visit.clone();
    let planned = visit
        .store()
        .read(move |conn| actions::plan(conn, &act.actor, (network, only), least))
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
    let done = query_value(&visit.query, "gemacht").and_then(|it| it.parse::<i64>().ok());
    let joined = query_value(&visit.query, "verbunden").and_then(|it| it.parse::<i64>().ok());
    let left = query_value(&visit.query, "offen").and_then(|it| it.parse::<i64>().ok());
    let outcome = done.zip(joined).zip(left).map(|((made, joined), left)| {
        let args = [
            ("made", made.into()),
            ("joined", joined.into()),
            ("left", left.into()),
        ];
        visit.tell("move-in-all-done", &args)
    });
    let form = Form::of([("ab", least.to_string())]);
    let fates = fates(&visit, &planned);
    show(&AllPage {
        page: below(&visit, Page::new(&visit, visit.say("move-in-all-title"))).here(),
        fields: Fields::new(&visit, form),
        choices,
        look_action: home.clone(),
        only: only.map(|it| it.to_string()),
        action: format!("{home}{}", query(least, only)),
        outcome,
        fates,
        drafts_href: href(&visit, links::DRAFTS),
    })
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
    let to = format!("{home}{query}&gemacht={made}&verbunden={joined}&offen={left}");
    Ok(Redirect::to(&to).into_response())
}
