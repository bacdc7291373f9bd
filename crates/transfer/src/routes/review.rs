//! Where a list stands: under work, under review, written, taken back.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use base::{Fault, Halt};
use shell::{Answer, Form, Pages, Visit, go, query_value, show, show_as};
use store::Conn;

use super::{found, path};
use crate::actions::{Decided, Decision, ForAll};
use crate::pages::{BusyPage, Review, result_page, review_page};
use crate::progress::Progress;
use crate::records::{self, Change, Changed, State, Transfer};
use crate::rules::{Choice, Pick, Verdict};
use crate::{actions, jobs, links};

type Below = Path<(String, String)>;

/// How many rows are on one page.
const ON_A_PAGE: i64 = 50;
/// How many rows are compared again while the one who decides waits for the page.
const AT_ONCE: i64 = 500;

/// Where a list stands.
pub(super) async fn look(visit: Visit, Path((_, id)): Below) -> Answer {
    let it = found(&visit, &id).await?;
    match it.state {
        State::Columns => {
            let to = visit.href(&path(&visit, links::COLUMNS, it.id));
            Ok(Redirect::to(&to).into_response())
        }
        state if state.is_busy() => {
            let progress = visit.app.tool::<Progress>().and_then(|all| all.of(it.id));
            show(&BusyPage::new(&visit, &it, progress))
        }
        State::Ready => page(&visit, it, Form::default()).await,
        _ => result(&visit, it).await,
    }
}

fn review(conn: &mut Conn<'_>, visit: &Visit, it: &Transfer) -> Result<Review, Fault> {
    let shown = query_value(&visit.query, "art").and_then(|word| Verdict::from_word(&word));
    let counts = records::count_verdicts(conn, it.id)?;
    let count = counts
        .iter()
        .filter(|(verdict, _)| shown.is_none_or(|it| it == *verdict))
        .map(|(_, count)| count)
        .sum();
    let pages = Pages::of(visit, count, ON_A_PAGE);
    let part = (pages.each, pages.before());
    let rows = records::reviewed(conn, it.id, shown, part)?;
    let (first, last) = (rows.first(), rows.last());
    let span = first
        .zip(last)
        .map_or((1, 0), |(first, last)| (first.number, last.number));
    Ok(Review {
        taken: records::count_taken(conn, it.id)?,
        asked: records::count_asked(conn, it.id)?,
        offers: records::offers(conn, it.id, span)?,
        own: actions::own_fields(conn, it.network)?,
        rows,
        counts,
        shown,
        pages,
    })
}

async fn page(visit: &Visit, it: Transfer, typed: Form) -> Answer {
    let status = if typed.is_blamed() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let inner = visit.clone();
    let (it, review) = visit
        .store()
        .read(move |conn| {
            let review = review(conn, &inner, &it)?;
            Ok::<_, Fault>((it, review))
        })
        .await?;
    show_as(status, &review_page(visit, &it, review, typed))
}

async fn result(visit: &Visit, it: Transfer) -> Answer {
    let (it, staying, changes) = visit
        .store()
        .read(move |conn| {
            let mut staying = Vec::new();
            for change in records::staying(conn, it.id)? {
                let name = name_of(conn, &change)?;
                staying.push((change, name));
            }
            let changes = records::count_changes(conn, it.id)?;
            Ok::<_, Fault>((it, staying, changes))
        })
        .await?;
    let can_undo = it.state == State::Written && changes > 0;
    show(&result_page(visit, &it, (&staying, can_undo)))
}

fn name_of(conn: &mut Conn<'_>, change: &Change) -> Result<String, Fault> {
    Ok(match change.of {
        Changed::Organisation(id) => {
            register::organisation(conn, id)?.map_or_else(String::new, |it| it.name)
        }
        Changed::Person(id) => register::person(conn, id)?.map_or_else(String::new, |it| it.name),
        Changed::Function(_) | Changed::Membership(_) => String::new(),
    })
}

/// The record that a field of a row names: one that is known, or a new one.
fn picked<Id: std::str::FromStr>(word: &str) -> Option<Pick<Id>> {
    match word {
        "new" => Some(Pick::New),
        id => id.parse().ok().map(Pick::Known),
    }
}

/// The decisions of a page: `r12` for what becomes of row 12, `o12` and `p12` for which
/// organisation and person it means; `all` for many rows at once.
fn decisions(form: &Form) -> (Vec<(i64, Decision)>, Option<ForAll>) {
    let mut rows: Vec<(i64, Decision)> = Vec::new();
    for name in form.names() {
        let Some((kind, number)) = name.split_at_checked(1) else {
            continue;
        };
        let Ok(number) = number.parse::<i64>() else {
            continue;
        };
        if !rows.iter().any(|(it, _)| *it == number) {
            rows.push((number, Decision::default()));
        }
        let row = rows.iter_mut().find(|(it, _)| *it == number);
        let Some((_, said)) = row else {
            continue;
        };
        let word = form.value(name);
        match kind {
            "r" if word == "anew" => {
                said.choice = Some(Choice::Take);
                said.person = Some(Pick::New);
            }
            "r" => said.choice = Choice::from_word(word),
            "o" => said.organisation = picked(word),
            "p" => said.person = picked(word),
            _ => {}
        }
    }
    let all = match form.value("all") {
        "like:best" => Some(ForAll::Best),
        "like:new" => Some(ForAll::New),
        other => other.split_once(':').and_then(|(verdict, choice)| {
            let (verdict, choice) = (Verdict::from_word(verdict)?, Choice::from_word(choice)?);
            Some(ForAll::Choice(verdict, choice))
        }),
    };
    (rows, all)
}

/// The office says what becomes of rows.
pub(super) async fn choose(visit: Visit, Path((_, id)): Below, form: Form) -> Answer {
    let it = found(&visit, &id).await?;
    let (about, act) = ((it.network, it.id), visit.clone());
    let (rows, all) = decisions(&form);
    let decided = visit
        .store()
        .write(move |conn| actions::decide(conn, &mut act.moment(), about, (&rows, all)))
        .await?;
    if matches!(decided, Decided::Checking(rows) if rows <= AT_ONCE) {
        jobs::check_now(visit.app.clone(), it.id).await?;
    }
    let mut to = path(&visit, links::TRANSFER, it.id);
    let page: i64 = form.value("seite").parse().unwrap_or(1);
    let shown = Verdict::from_word(form.value("art"));
    let shown = shown.map(|it| format!("art={}", it.word()));
    let page = (page > 1).then(|| format!("seite={page}"));
    let query: Vec<String> = [shown, page].into_iter().flatten().collect();
    if !query.is_empty() {
        to = format!("{to}?{}", query.join("&"));
    }
    Ok(go(&visit, &to, "transfer-chosen"))
}

/// The office has the list written.
pub(super) async fn write(visit: Visit, Path((_, id)): Below, mut form: Form) -> Answer {
    let it = found(&visit, &id).await?;
    let (about, act, without) = ((it.network, it.id), visit.clone(), form.has("without"));
    let done = visit
        .store()
        .write(move |conn| actions::begin_writing(conn, &mut act.moment(), about, without))
        .await;
    match done {
        Ok(()) => {
            let to = visit.href(&path(&visit, links::TRANSFER, it.id));
            Ok(Redirect::to(&to).into_response())
        }
        Err(halt @ Halt::Refused(_)) => {
            form.take_refusal(halt)?;
            page(&visit, it, form).await
        }
        Err(other) => Err(other.into()),
    }
}
