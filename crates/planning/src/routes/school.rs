//! When schools are closed: typed, or read from a file.

use axum::http::StatusCode;
use base::Blame;
use calendar::dates;
use shell::{Answer, Fields, Form, Visit, go, show_as};

use super::network_slug;
use crate::pages::page;
use crate::pages::topics::SchoolPage;
use crate::rules::{SchoolHoliday, read_ics, read_table, written};
use crate::{actions, links, records};

/// The longest table, in letters.
const TABLE: usize = 60_000;

async fn known(visit: &Visit) -> Result<Vec<SchoolHoliday>, shell::Problem> {
    let network = visit.network()?.id;
    let rows = visit
        .store()
        .read(move |conn| records::school::school_holidays(conn, network))
        .await?;
    Ok(rows)
}

pub(super) async fn show(visit: Visit) -> Answer {
    let rows = known(&visit).await?;
    let form = Form::of([("rows", written(&rows))]);
    school_page(&visit, &rows, (form, StatusCode::OK))
}

fn school_page(
    visit: &Visit,
    rows: &[SchoolHoliday],
    (form, status): (Form, StatusCode),
) -> Answer {
    let slug = network_slug(visit)?;
    show_as(
        status,
        &SchoolPage {
            page: page(visit, visit.say("planning-school").to_owned())?.here(),
            fields: Fields::new(visit, form),
            action: visit.href(&links::school(&slug)),
            cancel: visit.href(&links::plans(&slug)),
            rows: rows
                .iter()
                .map(|it| {
                    let days = dates::day_span(it.first, it.last, visit.lang);
                    (it.name.clone(), days)
                })
                .collect(),
        },
    )
}

pub(super) async fn save(visit: Visit, mut form: Form) -> Answer {
    let network = visit.network()?.id;
    let Some(rows) = read(&mut form) else {
        let rows = known(&visit).await?;
        return school_page(&visit, &rows, (form, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let act = visit.clone();
    visit
        .store()
        .write(move |conn| {
            actions::set_school_holidays(conn, &mut act.moment(), &act.actor, network, &rows)
        })
        .await?;
    let path = links::school(&network_slug(&visit)?);
    Ok(go(&visit, &path, "school-holidays-set"))
}

/// What was typed and what the file adds to it.
fn read(form: &mut Form) -> Option<Vec<SchoolHoliday>> {
    let typed = form.text("rows", TABLE);
    let mut rows = taken(form, read_table(&typed)).unwrap_or_default();
    let upload = form.uploads("file").next().cloned();
    if let Some(upload) = upload {
        let found = match String::from_utf8(upload.bytes) {
            Ok(text) if looks_like_calendar(&text) => read_ics(&text),
            Ok(text) if text.contains(';') || text.contains(',') || text.contains('\t') => {
                read_table(&text).map_err(|blames| {
                    let at_file = |mut blame: Blame| {
                        "file".clone_into(&mut blame.field);
                        blame
                    };
                    blames.into_iter().map(at_file).collect()
                })
            }
            _ => Err(vec![Blame::at("file", "planning-fault-school-no-calendar")]),
        };
        for it in taken(form, found).unwrap_or_default() {
            rows.retain(|known| (known.first, known.last) != (it.first, it.last));
            rows.push(it);
        }
    }
    if form.is_blamed() {
        return None;
    }
    rows.sort_by_key(|it| (it.first, it.last));
    Some(rows)
}

fn looks_like_calendar(text: &str) -> bool {
    text.trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with("BEGIN:VCALENDAR")
}

fn taken(
    form: &mut Form,
    found: Result<Vec<SchoolHoliday>, Vec<Blame>>,
) -> Option<Vec<SchoolHoliday>> {
    match found {
        Ok(rows) => Some(rows),
        Err(blames) => {
            for blame in blames {
                form.blame(blame);
            }
            None
        }
    }
}
