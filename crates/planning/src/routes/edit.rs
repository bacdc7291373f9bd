//! The table of a plan: one form, saved in one transaction. Its buttons send all that is typed;
//! what they do shows in the form and counts when it is saved.

use axum::extract::Path;
use axum::http::StatusCode;
use base::{GatheringId, Halt};
use gatherings::Inform;
use shell::{Answer, Form, Problem, Visit, go, show_as};

use super::{led, network_slug};
use crate::pages::edit::{EditPage, Notice};
use crate::table::propose;
use crate::table::rows::{self as table, MOST_ROWS, TypedRow};
use crate::table::sheet::{self, Sheet};
use crate::{actions, links};

/// What a button of the form asks for.
enum Ask {
    Save,
    Add,
    Remove(usize),
    Rule,
    Copy,
    Hosts,
}

impl Ask {
    fn of(form: &Form) -> Self {
        match form.value("do") {
            "add" => Self::Add,
            "rule" => Self::Rule,
            "copy" => Self::Copy,
            "hosts" => Self::Hosts,
            word => word
                .strip_prefix("remove-")
                .and_then(|number| number.parse().ok())
                .map_or(Self::Save, Self::Remove),
        }
    }
}

async fn sheet(visit: &Visit, segment: &str) -> Result<Sheet, Problem> {
    let plan = led(visit, segment).await?;
    let looker = visit.clone();
    let sheet = visit
        .store()
        .read(move |conn| sheet::load(conn, &looker, plan))
        .await?;
    Ok(sheet)
}

pub(super) async fn show(visit: Visit, Path((_, segment)): Path<(String, String)>) -> Answer {
    let sheet = sheet(&visit, &segment).await?;
    let rows: Vec<_> = sheet
        .open_rows()
        .map(|(it, kind)| TypedRow::of(it, *kind))
        .collect();
    let mut form = Form::of([("rule_skip", "true".to_owned())]);
    table::put(&mut form, &rows);
    page(&visit, &sheet, (form, None, StatusCode::OK))
}

fn page(
    visit: &Visit,
    sheet: &Sheet,
    (form, notice, status): (Form, Option<Notice>, StatusCode),
) -> Answer {
    show_as(status, &EditPage::new(visit, sheet, form, notice)?)
}

pub(super) async fn act(
    visit: Visit,
    Path((_, segment)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let sheet = sheet(&visit, &segment).await?;
    let ask = Ask::of(&form);
    if matches!(ask, Ask::Save) {
        return save(visit, sheet, form).await;
    }
    let mut rows = table::taken(&form);
    let mut notice = None;
    match ask {
        Ask::Save => {}
        Ask::Add => {
            if rows.len() < MOST_ROWS {
                rows.push(TypedRow::blank(rows.last()));
            }
        }
        Ask::Remove(number) => {
            if (1..=rows.len()).contains(&number) {
                let gone = rows.remove(number - 1);
                if !gone.id.is_empty() {
                    form.put("removed", gone.id);
                }
                notice = Some(Notice::info(&visit, "planning-row-removed"));
            }
        }
        Ask::Rule => match propose::proposed(&mut form, &visit, &sheet) {
            Some(proposed) => {
                rows.retain(|row| !row.is_blank());
                rows.extend(proposed.rows);
                notice = Some(Notice::told(proposed.words));
            }
            None => {
                return page(
                    &visit,
                    &sheet,
                    (form, None, StatusCode::UNPROCESSABLE_ENTITY),
                );
            }
        },
        Ask::Copy => {
            let copied = copied(&visit, &sheet).await?;
            notice = Some(Notice::info(
                &visit,
                if copied.is_empty() {
                    "planning-copy-none"
                } else {
                    "planning-copied"
                },
            ));
            rows.retain(|row| !row.is_blank());
            rows.extend(copied);
        }
        Ask::Hosts => {
            propose::fill_hosts(&mut rows, &sheet);
            notice = Some(Notice::info(&visit, "planning-hosts-filled"));
        }
    }
    rows.truncate(MOST_ROWS);
    let form = rewritten(&form, &rows);
    page(&visit, &sheet, (form, notice, StatusCode::OK))
}

async fn copied(visit: &Visit, sheet: &Sheet) -> Result<Vec<TypedRow>, Problem> {
    let looker = visit.clone();
    let plan = sheet.plan.clone();
    let rows = visit
        .store()
        .read(move |conn| propose::from_last_year(conn, &looker, &plan))
        .await?;
    Ok(rows)
}

/// The form with other rows; everything else that was typed stays.
fn rewritten(form: &Form, rows: &[TypedRow]) -> Form {
    let mut anew = Form::default();
    for name in form.names() {
        let is_row = name == "rows"
            || name.starts_with('r') && name.chars().nth(1).is_some_and(|it| it.is_ascii_digit());
        if !is_row && name != "do" {
            for value in form.values(name) {
                anew.put(name, value.clone());
            }
        }
    }
    table::put(&mut anew, rows);
    anew
}

async fn save(visit: Visit, sheet: Sheet, mut form: Form) -> Answer {
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(rows) = table::inputs(&mut form, &visit, &sheet) else {
        return page(&visit, &sheet, (form, None, unprocessable));
    };
    let removed: Vec<GatheringId> = form
        .values("removed")
        .iter()
        .filter_map(|id| id.parse().ok())
        .collect();
    let inform = Inform::from_word(form.value("inform"));
    let id = sheet.plan.id;
    let act = visit.clone();
    let saved = visit
        .store()
        .write(move |conn| {
            let mut moment = act.moment();
            let table = (id, rows.as_slice(), removed.as_slice());
            actions::save_rows(conn, &mut moment, &act.actor, table, inform)
        })
        .await;
    match saved {
        Ok(_) => {
            let slug = network_slug(&visit)?;
            let path = links::below(&slug, &sheet.plan.segment(), "bearbeiten");
            Ok(go(&visit, &path, "year-plan-saved"))
        }
        Err(halt) => refused(&visit, &sheet, (form, halt)),
    }
}

/// A refused form shows what was typed; where somebody else was faster, saving once more counts.
fn refused(visit: &Visit, sheet: &Sheet, (mut form, halt): (Form, Halt)) -> Answer {
    form.take_refusal(halt)?;
    let blames = form.blames().to_vec();
    let mut rows = table::taken(&form);
    for row in &mut rows {
        let known = row.id.parse().ok().and_then(|id| sheet.row(id));
        if let Some((it, kind)) = known {
            row.was = table::facts(it, *kind).fingerprint();
        }
    }
    let mut form = rewritten(&form, &rows);
    for blame in blames {
        form.blame(blame);
    }
    page(visit, sheet, (form, None, StatusCode::UNPROCESSABLE_ENTITY))
}
