//! Where a list stands: under work, under review, written, taken back.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use base::{Fault, Halt};
use shell::{Answer, Form, Pages, Visit, go, query_value, show, show_as};
use store::Conn;

use super::{found, path};
use crate::pages::{BusyPage, Review, result_page, review_page};
use crate::progress::Progress;
use crate::records::{self, Change, Changed, State, Transfer};
use crate::rules::{Choice, Verdict};
use crate::{actions, links};

type Below = Path<(String, String)>;

/// How many rows are on one page.
const ON_A_PAGE: i64 = 50;

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
    Ok(Review {
        taken: records::count_taken(conn, it.id)?,
        rows: records::reviewed(conn, it.id, shown, part)?,
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

/// A row with what becomes of it.
type RowChoice = (i64, Choice);

/// The choices of a page: `r12` for row 12, `all` for a whole verdict.
fn choices(form: &Form) -> (Vec<RowChoice>, Option<(Verdict, Choice)>) {
    let rows = form
        .names()
        .filter_map(|name| {
            let number = name.strip_prefix('r')?.parse().ok()?;
            Some((number, Choice::from_word(form.value(name))?))
        })
        .collect();
    let all = form
        .value("all")
        .split_once(':')
        .and_then(|(verdict, choice)| {
            Some((Verdict::from_word(verdict)?, Choice::from_word(choice)?))
        });
    (rows, all)
}

/// The office says what becomes of rows.
pub(super) async fn choose(visit: Visit, Path((_, id)): Below, form: Form) -> Answer {
    let it = found(&visit, &id).await?;
    let about = (it.network, it.id);
    let (rows, all) = choices(&form);
    visit
        .store()
        .write(move |conn| actions::decide(conn, about, &rows, all))
        .await?;
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
