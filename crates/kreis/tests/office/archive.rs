//! Everything that a network keeps, in one file.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use store::{Value, params};
use trial::{Seen, Trial, form, story};
use zip::ZipArchive;

const PAGE: &str = "/weimar/gesamtarchiv";

/// Asks for an archive, has it made, and takes it away.
pub(crate) async fn taken(trial: &Trial) -> (Seen, String) {
    let asked = trial.office.post_on(PAGE, form![]).await;
    assert!(asked.has("wird erstellt"), "{}", asked.main_text());
    let twice = trial.office.post(PAGE, form![]).await;
    assert_eq!(twice.status, 422, "{}", twice.main_text());
    trial.run_due().await;
    let page = trial.office.get(PAGE).await;
    assert!(page.has("Fertig"), "{}", page.main_text());
    let file = page
        .actions()
        .into_iter()
        .find(|it| it.ends_with("/datei"))
        .unwrap();
    let seen = trial.office.post(&file, form![]).await;
    (seen, file)
}

pub(crate) fn read(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> String {
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

story!(
    everything_goes_out_in_one_file_and_is_explained,
    |trial| async {
        let (seen, file) = taken(trial).await;
        assert_eq!(seen.status, 200);
        assert_eq!(seen.header("content-type"), "application/zip");
        assert!(seen.header("cache-control").contains("no-store"));
        let mut archive = ZipArchive::new(Cursor::new(seen.body.clone())).unwrap();
        let names: Vec<String> = archive
            .file_names()
            .map(|it| it.unwrap().into_owned())
            .collect();

        let people = read(&mut archive, "personen.csv");
        assert!(people.starts_with("\u{feff}Name;"), "{people}");
        assert!(people.contains("Leitung Lebensräume"), "{people}");
        let guests = read(&mut archive, "einladungen.csv");
        assert!(
            !guests.lines().next().unwrap().contains("Notiz"),
            "{guests}"
        );
        let page = read(&mut archive, "LIESMICH.html");
        for words in ["Alle Daten: ", "All data: ", "Passwörter", "personen.csv"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        for room in &trial.app.rooms {
            for chapter in room.chapters {
                let name = format!("{}.csv", chapter.file);
                assert!(names.contains(&name), "{name}");
            }
        }
        // Whatever file a table names is there.
        let versions = read(&mut archive, "dokumente-fassungen.csv");
        for line in versions.lines().skip(1) {
            let path = line.split(';').find(|it| it.starts_with("dateien/"));
            assert!(
                path.is_some_and(|it| names.iter().any(|name| name == it)),
                "{line}"
            );
        }
        let journal = trial
            .read(|conn| {
                let verbs = conn.all(
                    "SELECT verb FROM journal WHERE kind = 'archive' ORDER BY at, id",
                    &[],
                    store::Row::take::<String>,
                )?;
                Ok(verbs)
            })
            .await;
        // The hour stands still here.
        let journal: BTreeSet<String> = journal.into_iter().collect();
        let noted = ["archive-asked", "archive-taken"].map(str::to_owned);
        assert_eq!(journal, BTreeSet::from(noted));

        for visitor in [&trial.member, &trial.operator, &trial.stranger] {
            assert_ne!(visitor.post(&file, form![]).await.status, 200);
        }
    }
);

story!(an_archive_is_there_for_its_time, |trial| async {
    let (_, file) = taken(trial).await;
    trial.move_to_local("2017-11-26T08:00").await;
    assert_eq!(trial.office.post(&file, form![]).await.status, 200);
    trial.move_to_local("2017-11-28T12:00").await;
    trial.run_due().await;
    assert_ne!(trial.office.post(&file, form![]).await.status, 200);
    let page = trial.office.get(PAGE).await;
    assert!(page.has("Gelöscht"), "{}", page.main_text());
    let parts = trial
        .read(|conn| conn.count("SELECT COUNT(*) FROM archive_part", &[]))
        .await;
    assert_eq!(parts, 0);
});

story!(an_archive_is_taken_out_before_its_time, |trial| async {
    let (_, file) = taken(trial).await;
    let removal = file.replace("/datei", "/entfernung");
    let page = trial.office.post_on(&removal, form![]).await;
    assert!(page.has("Das Archiv ist gelöscht"), "{}", page.main_text());
    assert_ne!(trial.office.post(&file, form![]).await.status, 200);
});

story!(every_table_goes_out_or_says_why_not, |trial| async {
    let rooms = || trial.app.rooms.iter();
    let told: Vec<&str> = rooms()
        .flat_map(|room| room.chapters.iter().map(|it| it.table))
        .chain(rooms().flat_map(|room| room.not_told.iter().map(|it| it.table)))
        .collect();
    let distinct: BTreeSet<&str> = told.iter().copied().collect();
    assert_eq!(told.len(), distinct.len(), "told twice");
    let tables = trial
        .read(|conn| {
            Ok(conn
                .tables()?
                .into_iter()
                .map(|it| it.name)
                .collect::<Vec<_>>())
        })
        .await;
    let forgotten: Vec<&String> = tables
        .iter()
        .filter(|table| !distinct.contains(table.as_str()))
        .collect();
    assert_eq!(
        forgotten,
        Vec::<&String>::new(),
        "neither in the archive nor excepted"
    );
    for why in rooms().flat_map(|room| room.not_told) {
        assert!(
            trial.app.phrases.knows(base::Lang::De, why.why),
            "{}",
            why.why
        );
    }
});

story!(every_table_says_what_its_columns_promise, |trial| async {
    let chapters: Vec<shell::Chapter> = trial
        .app
        .rooms
        .iter()
        .flat_map(|room| room.chapters)
        .copied()
        .collect();
    for chapter in chapters {
        for secret in ["password", "token", "t.raw"] {
            assert!(!chapter.read.contains(secret), "{}", chapter.table);
        }
        let columns = chapter.columns.len();
        let read: Vec<&str> = chapter.read.split_whitespace().collect();
        let read = read.join(" ");
        let head = read.split(" FROM ").next().unwrap();
        assert_eq!(head.split(", ").count(), columns, "{}", chapter.table);
        let rows = trial
            .read(move |conn| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
                let rows = conn.all(chapter.read, params![network], |row| {
                    let values = (0..columns).map(|_| row.take::<Value>());
                    values.collect::<Result<Vec<_>, _>>()
                })?;
                Ok(rows)
            })
            .await;
        assert!(
            rows.iter().all(|row| row.len() == columns),
            "{}",
            chapter.table
        );
        let table = chapter.table.replace('_', "-");
        for key in [format!("archive-{table}"), format!("archive-{table}-about")] {
            assert!(trial.app.phrases.knows(base::Lang::En, &key), "{key}");
        }
        for (word, _) in chapter.columns {
            let key = format!("archive-col-{word}");
            assert!(trial.app.phrases.knows(base::Lang::De, &key), "{key}");
        }
    }
});
