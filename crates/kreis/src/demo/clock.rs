//! The demo's clock: it moves forward only, and what becomes due on the way is done.

use axum::http::{HeaderMap, header};
use axum::response::Response;
use base::{Fault, Halt};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use shell::{App, Form, Problem, Visit};

use super::records;
use super::room::START;
use crate::house;

/// How often due work may bring more due work before the clock jumps to its goal.
const STOPS: usize = 500;

/// So long before the goal of a leap the days are lived through one by one; what became due before
/// is done on the first of them. Years would keep the visitor waiting.
const LIVED: SignedDuration = SignedDuration::from_hours(14 * 24);

/// One step, as the bar asks for it.
pub(super) async fn step(
    visit: Visit,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response, Problem> {
    let back = back_to(&visit, &headers);
    let goal = match form.value("step") {
        "day" => Some(morning(visit.today().tomorrow().ok(), &visit)?),
        "gathering" => house::next_gathering(&visit.app, visit.now).await?,
        _ => form
            .date("date")
            .map(|day| morning(Some(day), &visit))
            .transpose()?,
    };
    let done = match goal {
        Some(goal) if goal > visit.now => {
            move_to(&visit.app, goal).await?;
            "demo-moved"
        }
        None if form.value("step") == "gathering" => "demo-no-gathering",
        _ => "demo-forward-only",
    };
    Ok(shell::go(&visit, &back, done))
}

/// When an office opens.
fn morning(day: Option<Date>, visit: &Visit) -> Result<Timestamp, Halt> {
    let zone = visit
        .network
        .as_ref()
        .map_or("Europe/Berlin", |it| &it.zone);
    day.and_then(|day| day.at(8, 0, 0, 0).in_tz(zone).ok())
        .map(|zoned| zoned.timestamp())
        .ok_or(Halt::Missing)
}

/// Moves the clock and remembers the hour for the next start.
async fn move_to(app: &App, goal: Timestamp) -> Result<(), Fault> {
    let first = goal.checked_sub(LIVED).unwrap_or(goal);
    if first > app.clock.now() {
        app.clock.move_to(first);
        shell::run_due(app).await?;
    }
    through(app, goal).await?;
    keep(app).await
}

/// Moves the clock from one due job to the next, up to the goal.
///
/// # Errors
/// When the queue cannot be read.
pub async fn through(app: &App, goal: Timestamp) -> Result<(), Fault> {
    for _ in 0..STOPS {
        let next = app
            .store
            .read(move |conn| {
                let due = conn.next_job_due()?;
                Ok::<_, Fault>(due.filter(|due| *due < goal))
            })
            .await?;
        let Some(due) = next else { break };
        app.clock.move_to(due.max(app.clock.now()));
        shell::run_due(app).await?;
    }
    app.clock.move_to(goal);
    shell::run_due(app).await?;
    Ok(())
}

/// Remembers the hour for the next start.
pub(super) async fn keep(app: &App) -> Result<(), Fault> {
    let now = app.clock.now();
    app.store
        .housekeep(move |conn| records::keep_hour(conn, now))
        .await
}

/// The page that one came from, as far as it is one of ours; in the visit's language.
fn back_to(visit: &Visit, headers: &HeaderMap) -> String {
    let from = headers
        .get(header::REFERER)
        .and_then(|it| it.to_str().ok())
        .unwrap_or_default();
    local_path(from, &visit.app.settings.base_url)
        .map_or_else(|| START.to_owned(), |path| without_language(&path))
}

fn without_language(path: &str) -> String {
    match path.strip_prefix("/en") {
        Some("") => "/".to_owned(),
        Some(rest) if rest.starts_with('/') => rest.to_owned(),
        _ => path.to_owned(),
    }
}

/// The path of an address below ours, without what the last act said.
fn local_path(from: &str, base_url: &str) -> Option<String> {
    let rest = from.strip_prefix(base_url)?;
    let rest = rest.split('#').next().unwrap_or_default();
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    if !path.starts_with('/') || path.starts_with("//") {
        return None;
    }
    let kept: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("done="))
        .collect();
    if kept.is_empty() {
        Some(path.to_owned())
    } else {
        Some(format!("{path}?{}", kept.join("&")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_stays_in_the_house() {
        let here = "http://localhost:8080";
        for (from, to) in [
            (
                "http://localhost:8080/weimar?jahr=2018&done=x",
                Some("/weimar?jahr=2018"),
            ),
            ("http://localhost:8080/weimar", Some("/weimar")),
            ("http://localhost:8080//evil.example/", None),
            ("http://localhost:8080.evil.example/", None),
            ("http://evil.example/", None),
            ("", None),
        ] {
            assert_eq!(local_path(from, here).as_deref(), to, "{from}");
        }
    }
}
