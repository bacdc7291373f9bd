//! Lists as files, with the columns that somebody chose.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use base::access::Right;
use base::{Blame, Fault, Halt};
use shell::{Answer, Fields, Form, Look, Page, Routes, Visit, show_as};

use crate::export::{self, Column, List};
use crate::pages::{ExportPage, below};
use crate::records;
use crate::{actions, links};

type Below = Path<(String, String)>;

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::CHOOSE, Right::ReadAsMember, ask);
    routes.post(links::CHOOSE, Right::ReadAsMember, choose);
    routes.get(links::CHOOSE_GROUP, Right::ReadAsMember, ask_group);
    routes.post(links::CHOOSE_GROUP, Right::ReadAsMember, choose_group);
    routes.get(
        links::ORGANISATIONS_CSV,
        Right::ReadAsMember,
        |visit: Visit| file(visit, List::Organisations, Suffix::Csv),
    );
    routes.get(
        links::ORGANISATIONS_XLSX,
        Right::ReadAsMember,
        |visit: Visit| file(visit, List::Organisations, Suffix::Xlsx),
    );
    routes.get(links::PEOPLE_CSV, Right::ReadAsMember, |visit: Visit| {
        file(visit, List::People, Suffix::Csv)
    });
    routes.get(links::PEOPLE_XLSX, Right::ReadAsMember, |visit: Visit| {
        file(visit, List::People, Suffix::Xlsx)
    });
    routes.get(
        links::GROUP_CSV,
        Right::ReadAsMember,
        |visit: Visit, Path((_, slug)): Below| file(visit, List::Group(slug), Suffix::Csv),
    );
    routes.get(
        links::GROUP_XLSX,
        Right::ReadAsMember,
        |visit: Visit, Path((_, slug)): Below| file(visit, List::Group(slug), Suffix::Xlsx),
    );
}

/// What a file is for.
#[derive(Clone, Copy)]
enum Suffix {
    Csv,
    Xlsx,
}

/// The addresses of a list: where columns are chosen, and its files.
struct Places {
    choose: String,
    csv: String,
    xlsx: String,
}

fn places(slug: &str, list: &List) -> Places {
    let of = |address| links::of(address, slug);
    match list {
        List::Organisations => Places {
            choose: links::below(links::CHOOSE, slug, "organisationen"),
            csv: of(links::ORGANISATIONS_CSV),
            xlsx: of(links::ORGANISATIONS_XLSX),
        },
        List::People => Places {
            choose: links::below(links::CHOOSE, slug, "personen"),
            csv: of(links::PEOPLE_CSV),
            xlsx: of(links::PEOPLE_XLSX),
        },
        List::Group(group) => Places {
            choose: links::below(links::CHOOSE_GROUP, slug, group),
            csv: links::below(links::GROUP_CSV, slug, group),
            xlsx: links::below(links::GROUP_XLSX, slug, group),
        },
    }
}

fn list_of(word: &str) -> Result<List, Halt> {
    match word {
        "organisationen" => Ok(List::Organisations),
        "personen" => Ok(List::People),
        _ => Err(Halt::Missing),
    }
}

/// The name of a list; missing where there is no such group.
async fn name(visit: &Visit, list: &List) -> Result<String, Halt> {
    let List::Group(slug) = list else {
        let key = match list {
            List::People => "register-people",
            _ => "register-organisations",
        };
        return Ok(visit.say(key).to_owned());
    };
    let (network, slug) = (visit.network()?.id, slug.clone());
    let groups = visit
        .store()
        .read(move |conn| register::groups_of(conn, network))
        .await?;
    let group = groups.into_iter().find(|it| it.slug == slug);
    Ok(group.ok_or(Halt::Missing)?.name)
}

/// The columns of a list that the one who asks may have.
async fn columns(visit: &Visit, list: &List) -> Result<Vec<Column>, Fault> {
    let network = visit.network.as_ref().map(|it| it.id);
    let own = visit
        .store()
        .read(move |conn| match network {
            Some(network) => actions::own_fields(conn, network),
            None => Ok(Vec::new()),
        })
        .await?;
    Ok(list.columns(own, visit.may_here(Right::RunOffice)))
}

async fn chosen(visit: &Visit, list: &List) -> Result<Vec<Column>, Fault> {
    let all = columns(visit, list).await?;
    let remembered = match visit.actor.account {
        Some(account) => {
            let word = list.word();
            let read =
                move |conn: &mut store::Conn<'_>| records::chosen_columns(conn, account, &word);
            visit.store().read(read).await?
        }
        None => None,
    };
    let is_chosen = |column: &Column| match &remembered {
        Some(words) => words.contains(&column.word),
        None => column.is_usual,
    };
    Ok(all.into_iter().filter(is_chosen).collect())
}

async fn ask(visit: Visit, Path((_, word)): Below) -> Answer {
    let list = list_of(&word)?;
    asked(&visit, list).await
}

async fn ask_group(visit: Visit, Path((_, slug)): Below) -> Answer {
    asked(&visit, List::Group(slug)).await
}

async fn asked(visit: &Visit, list: List) -> Answer {
    let mut form = Form::default();
    for column in chosen(visit, &list).await? {
        form.put("columns", &column.word);
    }
    page(visit, &list, form).await
}

async fn page(visit: &Visit, list: &List, form: Form) -> Answer {
    let name = name(visit, list).await?;
    let slug = visit.network()?.slug.clone();
    let status = form.status();
    let heading = [("list", shell::record(name))];
    let choice = |column: &Column| (column.word.clone(), column.label(visit));
    let columns = columns(visit, list).await?;
    let page = ExportPage {
        page: below(visit, Page::told(visit, "transfer-export-title", &heading)).here(),
        fields: Fields::new(visit, form),
        action: visit.href(&places(&slug, list).choose),
        choices: columns.iter().map(choice).collect(),
        cancel_href: visit.href(&links::of(links::LISTS, &slug)),
    };
    show_as(status, &page)
}

async fn choose(visit: Visit, Path((_, word)): Below, form: Form) -> Answer {
    let list = list_of(&word)?;
    take(&visit, list, form).await
}

async fn choose_group(visit: Visit, Path((_, slug)): Below, form: Form) -> Answer {
    take(&visit, List::Group(slug), form).await
}

/// Remembers the columns and goes on to the file.
async fn take(visit: &Visit, list: List, mut form: Form) -> Answer {
    name(visit, &list).await?;
    let allowed = columns(visit, &list).await?;
    let typed = form.values("columns");
    let words: Vec<String> = allowed
        .into_iter()
        .map(|column| column.word)
        .filter(|word| typed.contains(word))
        .collect();
    if words.is_empty() {
        form.blame(Blame::at("columns", "transfer-fault-no-columns"));
        return page(visit, &list, form).await;
    }
    let word = list.word();
    if let Some(account) = visit.actor.account {
        visit
            .store()
            .housekeep(move |conn| records::choose_columns(conn, account, &word, &words))
            .await?;
    }
    let places = places(&visit.network()?.slug, &list);
    let to = if form.value("format") == "xlsx" {
        places.xlsx
    } else {
        places.csv
    };
    Ok(Redirect::to(&visit.href(&to)).into_response())
}

async fn file(visit: Visit, list: List, suffix: Suffix) -> Answer {
    let title = name(&visit, &list).await?;
    let columns = chosen(&visit, &list).await?;
    let names: Vec<String> = columns.iter().map(|it| it.label(&visit)).collect();
    let (inner, network, on) = (visit.clone(), visit.network()?.id, visit.today());
    let rows = visit
        .store()
        .read(move |conn| export::rows(conn, &inner, network, (&list, &columns)))
        .await?
        .ok_or(Halt::Missing)?;
    noted(&visit, &title, rows.len()).await?;
    let network = visit.network()?.slug.clone();
    let stem = format!("{network}-{}-{on}", base::slug(&title));
    let made = tokio::task::spawn_blocking(move || match suffix {
        Suffix::Csv => Ok(("csv", tables::to_csv(&names, &rows))),
        Suffix::Xlsx => tables::to_xlsx(&title, &names, &rows, on).map(|bytes| ("xlsx", bytes)),
    });
    let made = made
        .await
        .map_err(|cause| Fault::because("write a table", cause))?;
    let (ending, bytes) = made.map_err(|cause| Fault::because("write a table", cause))?;
    let kind = match suffix {
        Suffix::Csv => "text/csv; charset=utf-8",
        Suffix::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    Ok(attachment(kind, &format!("{stem}.{ending}"), bytes))
}

/// Who takes a list along is seen doing so.
async fn noted(visit: &Visit, title: &str, rows: usize) -> Result<(), Halt> {
    let (network, inner, mut moment) = (visit.network()?.id, visit.clone(), visit.moment());
    let args = [("title", title.into()), ("count", rows.into())];
    let look = Look {
        what: "transfer-look-list",
        subject: network.into(),
        detail: visit.tell("transfer-look-detail", &args),
        is_frequent: false,
    };
    let done = visit.store().housekeep(move |conn| {
        let by = (&inner.actor, network);
        inner.app.note_look(conn, &mut moment, by, &look)
    });
    Ok(done.await?)
}

/// A file for the one who asked, to be kept by the browser and by nobody on the way.
pub(super) fn attachment(kind: &str, file_name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{file_name}\""),
        ),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}
