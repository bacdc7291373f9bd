//! What was found in a file, and what its columns mean.

use axum::extract::Path;
use axum::http::StatusCode;
use base::{Blame, Fault, Halt};
use shell::{Answer, Form, Visit, go, show_as};
use tables::Table;

use super::{found, lists, path};
use crate::actions;
use crate::links;
use crate::pages::{columns_page, kind_of};
use crate::records::{self, Asked, State, Transfer};
use crate::rules::{Field, Mapping};

type Below = Path<(String, String)>;

/// Reads the file again, as the office wishes.
async fn read(
    visit: &Visit,
    it: &Transfer,
    asked: Asked,
) -> Result<Result<Table, tables::Fault>, Halt> {
    let id = it.id;
    let file = visit
        .store()
        .read(move |conn| records::file(conn, id))
        .await?;
    let read = tokio::task::spawn_blocking(move || actions::parse(&file, &asked));
    let read = read.await;
    Ok(read.map_err(|cause| Fault::because("read a list", cause))?)
}

async fn page(visit: &Visit, it: &Transfer, typed: Option<Form>) -> Answer {
    let table = read(visit, it, it.asked.clone())
        .await?
        .map_err(|_| Halt::Stale)?;
    let network = it.network;
    let own = visit
        .store()
        .read(move |conn| actions::own_fields(conn, network))
        .await?;
    let status = match &typed {
        Some(form) if form.is_blamed() => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    show_as(status, &columns_page(visit, it, (&table, &own), typed))
}

fn is_open(it: &Transfer) -> Result<(), Halt> {
    match it.state {
        State::Columns | State::Ready => Ok(()),
        _ => Err(Halt::Stale),
    }
}

/// What was found.
pub(super) async fn ask(visit: Visit, Path((_, id)): Below) -> Answer {
    let it = found(&visit, &id).await?;
    is_open(&it)?;
    page(&visit, &it, None).await
}

/// How the file is to be read, as the form says.
fn asked(form: &Form) -> Asked {
    let word = |field: &str| Some(form.value(field).to_owned()).filter(|it| !it.is_empty());
    Asked {
        encoding: word("encoding"),
        separator: word("separator"),
        sheet: word("sheet"),
        header: form.value("header").parse().ok(),
    }
}

/// The office says what the columns mean, or has the file read in another way.
pub(super) async fn choose(visit: Visit, Path((_, id)): Below, mut form: Form) -> Answer {
    let it = found(&visit, &id).await?;
    is_open(&it)?;
    if form.value("do") == "again" {
        return read_again(&visit, &it, form).await;
    }
    let mapping: Mapping = (0..it.columns.len())
        .map(|place| Field::from_word(form.value(&format!("c{place}"))))
        .collect();
    let (about, act, kind) = ((it.network, it.id), visit.clone(), kind_of(&form));
    let done = visit
        .store()
        .write(move |conn| actions::choose_columns(conn, &mut act.moment(), about, (mapping, kind)))
        .await;
    match done {
        Ok(()) => Ok(go(
            &visit,
            &path(&visit, links::TRANSFER, it.id),
            "transfer-mapped",
        )),
        Err(halt) => {
            form.take_refusal(halt)?;
            page(&visit, &it, Some(form)).await
        }
    }
}

async fn read_again(visit: &Visit, it: &Transfer, mut form: Form) -> Answer {
    let asked = asked(&form);
    let table = match read(visit, it, asked.clone()).await? {
        Ok(table) => table,
        Err(fault) => {
            // Said at the field of the encoding: the file itself stays as it is.
            let told = lists::blame(visit, fault);
            form.blame(Blame {
                field: String::new(),
                ..told
            });
            return page(visit, it, Some(form)).await;
        }
    };
    let about = (it.network, it.id);
    visit
        .store()
        .write(move |conn| actions::read_again(conn, about, asked, &table))
        .await?;
    Ok(go(
        visit,
        &path(visit, links::COLUMNS, it.id),
        "transfer-read-again",
    ))
}
