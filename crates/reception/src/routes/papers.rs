//! The list, the badges and the table, to take along.

use axum::extract::Path;
use base::{Fault, Halt};
use gatherings::Gathering;
use gatherings::papers::{file_name, printed};
use shell::{Answer, Look, Visit};

use super::{attachment, led};
use crate::papers;

pub(super) async fn file(
    visit: Visit,
    Path((_, slug, file)): Path<(String, String, String)>,
) -> Answer {
    let it = led(&visit, &slug).await?;
    match file.as_str() {
        "liste.pdf" => list(&visit, it).await,
        "schilder.pdf" => badges(&visit, it).await,
        "liste.csv" => table(&visit, it, Suffix::Csv).await,
        "liste.xlsx" => table(&visit, it, Suffix::Xlsx).await,
        _ => Err(Halt::Missing.into()),
    }
}

async fn list(visit: &Visit, it: Gathering) -> Answer {
    let name = file_name(visit, "reception-file-list", &it.slug);
    let inner = visit.clone();
    let paper = visit
        .store()
        .read(move |conn| papers::list(conn, &inner, &it))
        .await?;
    let bytes = printed(visit, move |press| press.attendance(&paper)).await?;
    Ok(attachment("application/pdf", &name, bytes))
}

async fn badges(visit: &Visit, it: Gathering) -> Answer {
    let name = file_name(visit, "reception-file-badges", &it.slug);
    let inner = visit.clone();
    let paper = visit
        .store()
        .read(move |conn| papers::badges(conn, &inner, &it))
        .await?;
    let bytes = printed(visit, move |press| press.badges(&paper)).await?;
    Ok(attachment("application/pdf", &name, bytes))
}

#[derive(Clone, Copy)]
enum Suffix {
    Csv,
    Xlsx,
}

async fn table(visit: &Visit, it: Gathering, suffix: Suffix) -> Answer {
    let stem = format!("{}-{}", visit.say("reception-file-list"), it.slug);
    let (inner, on, title) = (visit.clone(), visit.today(), it.title.clone());
    let at = it.clone();
    let rows = visit
        .store()
        .read(move |conn| papers::rows(conn, &inner, &at))
        .await?;
    noted(visit, &it, rows.len()).await?;
    let columns = papers::columns(visit);
    let made = tokio::task::spawn_blocking(move || match suffix {
        Suffix::Csv => Ok(tables::to_csv(&columns, &rows)),
        Suffix::Xlsx => tables::to_xlsx(&title, &columns, &rows, on),
    });
    let made = made
        .await
        .map_err(|cause| Fault::because("write a table", cause))?;
    let bytes = made.map_err(|cause| Fault::because("write a table", cause))?;
    let (kind, ending) = match suffix {
        Suffix::Csv => ("text/csv; charset=utf-8", "csv"),
        Suffix::Xlsx => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
        ),
    };
    Ok(attachment(kind, &format!("{stem}.{ending}"), bytes))
}

/// Who takes a list along is seen doing so.
async fn noted(visit: &Visit, it: &Gathering, rows: usize) -> Result<(), Halt> {
    let (network, inner, mut moment) = (it.network, visit.clone(), visit.moment());
    let args = [
        ("title", shell::record(it.title.as_str())),
        ("count", rows.into()),
    ];
    let look = Look {
        what: "reception-look-list",
        subject: network.into(),
        detail: visit.tell("reception-look-detail", &args),
        is_frequent: false,
    };
    let done = visit.store().housekeep(move |conn| {
        let by = (&inner.actor, network);
        inner.app.note_look(conn, &mut moment, by, &look)
    });
    Ok(done.await?)
}
