//! The page of lists, and a file that comes in.

use axum::response::Response;
use base::access::Right;
use base::{Blame, Fault};
use shell::{Answer, Fields, Form, Link, Page, Visit, go, show_as};
use tables::{Cell, MOST_BYTES, MOST_ROWS, Wish};

use super::export::attachment;
use super::path;
use crate::actions::{self, Upload};
use crate::pages::{Import, ListsPage, TransferLine};
use crate::records::{self, Transfer};
use crate::{links, rules};

/// The page of lists.
pub(super) async fn show_lists(visit: Visit) -> Answer {
    page(&visit, Form::default()).await
}

async fn page(visit: &Visit, form: Form) -> Answer {
    let network = visit.network()?.id;
    let is_office = visit.may_here(Right::RunOffice);
    let (groups, transfers) = visit
        .store()
        .read(move |conn| {
            let groups = register::groups_of(conn, network)?;
            let transfers = if is_office {
                records::transfers_of(conn, network)?
            } else {
                Vec::new()
            };
            Ok::<_, Fault>((groups, transfers))
        })
        .await?;
    let slug = visit.network()?.slug.clone();
    let choose = |list: &str| visit.href(&links::below(links::CHOOSE, &slug, list));
    let group = |slug_of: &str| visit.href(&links::below(links::CHOOSE_GROUP, &slug, slug_of));
    let status = form.status();
    let page = ListsPage {
        page: Page::new(visit, visit.say("transfer-title")),
        out: vec![
            Link::new(
                visit.say("register-organisations"),
                choose("organisationen"),
            ),
            Link::new(visit.say("register-people"), choose("personen")),
        ],
        groups: groups
            .iter()
            .map(|it| Link::new(&it.name, group(&it.slug)))
            .collect(),
        import: is_office.then(|| import(visit, form, &transfers)),
    };
    show_as(status, &page)
}

fn import(visit: &Visit, form: Form, transfers: &[Transfer]) -> Import {
    let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
    Import {
        fields: Fields::new(visit, form),
        action: visit.href(&links::of(links::UPLOAD, slug)),
        hint: visit.tell(
            "transfer-file-hint",
            &[
                ("rows", MOST_ROWS.into()),
                ("megabytes", most(visit).into()),
            ],
        ),
        sample_href: visit.href(&links::of(links::SAMPLE, slug)),
        transfers: transfers
            .iter()
            .map(|it| TransferLine {
                name: it.file_name.clone(),
                href: visit.href(&path(visit, links::TRANSFER, it.id)),
                when: visit.hour(it.created_at),
                actor: it.actor.clone(),
                state: visit
                    .say(&format!("transfer-state-{}", it.state.word()))
                    .to_owned(),
            })
            .collect(),
    }
}

/// How many megabytes a list may have here.
fn most(visit: &Visit) -> usize {
    MOST_BYTES.min(visit.app.settings.upload_limit) / (1024 * 1024)
}

/// Why a file cannot be read, and what can be done about it.
pub(super) fn blame(visit: &Visit, fault: tables::Fault) -> Blame {
    let at = |key| Blame::at("file", key);
    match fault {
        tables::Fault::Empty => at("transfer-file-empty"),
        tables::Fault::TooLarge => at("transfer-file-too-large").with("megabytes", most(visit)),
        tables::Fault::TooManyRows => at("transfer-file-too-many-rows").with("most", MOST_ROWS),
        tables::Fault::TooManyColumns => {
            at("transfer-file-too-many-columns").with("most", tables::MOST_COLUMNS)
        }
        tables::Fault::CellTooLong(row) => at("transfer-file-cell-too-long")
            .with("row", row)
            .with("most", tables::LONGEST_CELL),
        tables::Fault::Explodes => at("transfer-file-explodes"),
        tables::Fault::Locked => at("transfer-file-locked"),
        tables::Fault::OldExcel => at("transfer-file-old-excel"),
        tables::Fault::WebPage => at("transfer-file-web-page"),
        tables::Fault::NoTable => at("transfer-file-no-table"),
        tables::Fault::Broken => at("transfer-file-broken"),
        tables::Fault::QuoteOpen(row) => at("transfer-file-quote-open").with("row", row),
        tables::Fault::NoRows => at("transfer-file-no-rows"),
    }
}

/// A file comes in.
pub(super) async fn upload(visit: Visit, mut form: Form) -> Answer {
    let file = form
        .uploads("file")
        .next()
        .map(|file| (file.file_name.clone(), file.bytes.clone()));
    let Some((file_name, bytes)) = file else {
        form.blame(Blame::at("file", "transfer-file-missing"));
        return page(&visit, form).await;
    };
    let wish = Wish {
        knows: Some(rules::is_known_header),
        ..Wish::default()
    };
    let read = tokio::task::spawn_blocking(move || {
        let table = tables::read(&bytes, &wish);
        (bytes, table)
    });
    let (bytes, table) = read
        .await
        .map_err(|cause| Fault::because("read a list", cause))?;
    let table = match table {
        Ok(table) => table,
        Err(fault) => {
            form.blame(blame(&visit, fault));
            return page(&visit, form).await;
        }
    };
    let upload = Upload {
        file_name,
        bytes,
        table,
    };
    let (act, network) = (visit.clone(), visit.network()?.id);
    let id = visit
        .store()
        .write(move |conn| actions::receive(conn, &mut act.moment(), &act.actor, network, &upload))
        .await?;
    Ok(go(
        &visit,
        &path(&visit, links::COLUMNS, id),
        "transfer-received",
    ))
}

/// The columns of the sample, with one row that shows what is meant.
const SAMPLE: [(&str, &str); 16] = [
    ("Organisation", "Beispielverein Weimar e.V."),
    ("Kurzname", "Beispielverein"),
    ("Straße", "Musterstraße 1"),
    ("PLZ", "99423"),
    ("Ort", "Weimar"),
    ("Telefon", "03643 12345"),
    ("E-Mail", "info@beispielverein.example"),
    ("Website", "https://beispielverein.example"),
    ("Art der Mitgliedschaft", "Mitglied"),
    ("Mitglied seit", "01.01.2015"),
    ("Anrede", ""),
    ("Vorname", ""),
    ("Nachname", "Leitung Beispielverein"),
    ("Funktion", "Leitung"),
    ("Durchwahl", "03643 12346"),
    ("E-Mail Ansprechperson", "leitung@beispielverein.example"),
];

/// A table to fill in.
pub(super) async fn sample(visit: Visit) -> Answer {
    let columns = SAMPLE.map(|(name, _)| name.to_owned());
    let row = SAMPLE.map(|(_, cell)| Cell::text(cell)).to_vec();
    let bytes = tables::to_csv(&columns, &[row]);
    let name = visit.say("transfer-sample-file").to_owned();
    let answer: Response = attachment("text/csv; charset=utf-8", &name, bytes);
    Ok(answer)
}
