//! Stories of the room `move_in`: old pages become drafts, reviewed drafts become records.

mod again;
mod calendars;
mod hostile;
mod people;
mod posts;
mod race;
mod review;
mod together;

use base::Halt;
use jiff::civil::{date, time};
use reading::drafts::{DraftDay, Drafts, GatheringDraft, GatheringKind, Said};
use trial::{File, Seen, Trial, Visitor, form};

use crate::at_work::at_work;

/// Where files come in.
const HOME: &str = "/weimar/uebernahme";

/// A page of one gathering.
const WORKSHOP: &str = "<!doctype html><html><body><main><h1>Werkstatt Gute Briefe</h1>\
    <dl><dt>Datum:</dt><dd>4. August 2027</dd><dt>Uhrzeit:</dt><dd>10.15 Uhr</dd>\
    <dt>Ort:</dt><dd>Kleiner Saal, Apolda</dd></dl></main></body></html>";

/// Somebody brings files; what comes back.
async fn bring(visitor: &Visitor, home: &str, files: &[(&str, &[u8])]) -> Seen {
    let files: Vec<File<'_>> = files
        .iter()
        .map(|(name, bytes)| File {
            field: "files",
            name,
            kind: "application/octet-stream",
            bytes,
        })
        .collect();
    visitor.upload(home, form![], &files).await
}

/// The office brings files, which are read; the page that lists them.
async fn batch_of(trial: &Trial, files: &[(&str, &[u8])]) -> Seen {
    let brought = bring(&trial.office, HOME, files).await;
    assert_eq!(brought.status, 303, "{}", brought.main_text());
    trial.run_due().await;
    let batch = trial.office.get(brought.location()).await;
    let count = files.len();
    let done = format!("{count} von {count} Dateien gelesen");
    assert!(batch.has(&done), "{}", batch.main_text());
    batch
}

/// The office brings a file, which is read; the address of what was found in it.
async fn read_in(trial: &Trial, name: &str, bytes: &[u8]) -> String {
    batch_of(trial, &[(name, bytes)]).await.link(name)
}

/// The address of the draft of this title among what was found in a file.
async fn draft(trial: &Trial, file: &str, title: &str) -> String {
    let list = trial.office.get(file).await;
    assert_eq!(list.status, 200, "{}", list.main_text());
    let link = list.link(title);
    link.split('?').next().unwrap().to_owned()
}

/// The fields of the form of a draft as they stand, with some changed.
fn fields(page: &Seen, changed: &[(&str, &str)]) -> Vec<(String, String)> {
    let names = [
        "title",
        "day",
        "start",
        "end",
        "last_day",
        "venue",
        "street",
        "postcode",
        "town",
        "series",
        "name",
        "short_name",
        "phone",
        "mail",
        "web",
        "function",
        "from",
        "until",
    ];
    let mut fields: Vec<(String, String)> = names
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), page.field(name)?)))
        .collect();
    for (name, value) in changed {
        fields.retain(|(it, _)| it != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

/// Accepts a draft as it stands in its form, with some fields changed.
async fn accept(trial: &Trial, draft: &str, changed: &[(&str, &str)]) -> Seen {
    let page = trial.office.get(draft).await;
    let fields = fields(&page, changed);
    trial.office.post(&format!("{draft}/annahme"), fields).await
}

/// Takes a decision back; the page of the draft.
async fn undo(trial: &Trial, draft: &str) -> Seen {
    let done = trial
        .office
        .post(&format!("{draft}/ruecknahme"), form![])
        .await;
    assert_eq!(done.status, 303, "{}", done.main_text());
    trial.office.get(done.location()).await
}

/// How many gatherings, organisations, people and posts there are in all.
async fn counts(trial: &Trial) -> [i64; 4] {
    trial
        .read(|conn| {
            Ok([
                conn.count("SELECT COUNT(*) FROM gathering", &[])?,
                conn.count("SELECT COUNT(*) FROM organisation", &[])?,
                conn.count("SELECT COUNT(*) FROM person", &[])?,
                conn.count("SELECT COUNT(*) FROM post", &[])?,
            ])
        })
        .await
}

/// Enters what a reader found; the address of it.
async fn found(trial: &Trial, name: &str, drafts: Drafts) -> String {
    let name = name.to_owned();
    let id = trial
        .write(move |conn, moment| {
            let (network, who) = at_work(conn, "weimar")?;
            let file = move_in::Incoming {
                name: name.clone(),
                bytes: name.clone().into_bytes(),
            };
            let place = (network.id, moment.id());
            let received = move_in::receive(conn, moment, &who, place, &file)?;
            let documents = vec![reading::apart::Document {
                name,
                read: Ok(drafts),
            }];
            move_in::enter(conn, moment, received.id, &Ok(documents))?;
            Ok::<_, Halt>(received.id)
        })
        .await
        .unwrap();
    format!("{HOME}/{id}")
}

fn said(name: &str) -> Said {
    Said {
        value: name.to_owned(),
        ..Said::default()
    }
}

/// A gathering on a September day, complete and sure.
fn workshop(title: &str, day: i8) -> GatheringDraft {
    GatheringDraft {
        title: title.to_owned(),
        day: DraftDay::Whole(date(2027, 9, day)),
        year_reason: None,
        last_day: None,
        start: Some(time(10, 0, 0, 0)),
        end: Some(time(12, 0, 0, 0)),
        doors: None,
        venue: None,
        city: None,
        series: None,
        recurrence: None,
        speakers: Vec::new(),
        topics: Vec::new(),
        audience: None,
        register_until: None,
        kind: GatheringKind::Workshop,
        evidence: Vec::new(),
        contradictions: Vec::new(),
        confidence: 90,
    }
}

/// Where everything that was found in a file is accepted together.
fn together(file: &str) -> String {
    let id = file.rsplit('/').next().unwrap();
    format!("{HOME}/entwuerfe/annahme?ab=50&datei={id}")
}
