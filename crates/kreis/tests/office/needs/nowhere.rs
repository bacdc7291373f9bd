//! The words stand nowhere in clear: database files, logs, backups, mails, archives, pages of
//! others.

use std::path::Path;

use jiff::civil::date;
use store::Value;
use trial::{Installation, Process, story, tokio};

use super::*;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kreis");
const DAY: &[Date] = &[date(2018, 3, 15)];

/// Parts of what was told that stand nowhere else.
const SECRETS: [&str; 3] = ["Xylophonallergie", "Quastenflosser", "sign-language"];

fn holds(bytes: &[u8]) -> Option<&'static str> {
    let utf16: Vec<Vec<u8>> = SECRETS
        .iter()
        .map(|it| it.encode_utf16().flat_map(u16::to_le_bytes).collect())
        .collect();
    let plain = SECRETS.iter().map(|it| it.as_bytes().to_vec());
    let found = plain
        .chain(utf16)
        .position(|it| bytes.windows(it.len()).any(|part| part == it));
    found.map(|place| SECRETS[place % SECRETS.len()])
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut all = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                all.push(path);
            }
        }
    }
    all
}

async fn told_to_a_program(folder: &Path) {
    let office = Installation::furnished_in(PROGRAM, folder).await;
    let store = office.store();
    let mut moment = base::Moment::new(office_now(), base::Dice::from_machine().throw());
    let day = office_now()
        .in_tz("Europe/Berlin")
        .unwrap()
        .date()
        .saturating_add(jiff::ToSpan::days(60));
    let slugs = store
        .write(move |conn| desk(conn, &mut moment, &[day]))
        .await
        .unwrap();
    drop(store);
    let (process, nobody) = office.serve();
    let typed = typed(&nobody, &slugs[0], WORDS).await;
    let path = format!("/weimar/termine/{}/anmeldung", slugs[0]);
    // Once with a fault, then as it should be.
    let faulty: Vec<_> = typed
        .iter()
        .filter(|(name, _)| name != "mail")
        .cloned()
        .collect();
    assert_eq!(nobody.post(&path, faulty).await.status, 422);
    assert_eq!(nobody.post(&path, typed).await.status, 303);
    let own = loop {
        if let Some(own) = found_in(&office.mails().await) {
            break own;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    };
    assert_eq!(
        nobody
            .post(&format!("{own}/bestaetigung"), form![])
            .await
            .status,
        303
    );
    let told = form![("needs", "vegan"), ("needs_words", WORDS)];
    assert_eq!(
        nobody.post(&format!("{own}/bedarf"), told).await.status,
        303
    );
    let link = office.sign_in_link(CONTACT);
    let entered = nobody.post(&link, form![]).await;
    let contact = nobody.with_cookie_of(&entered);
    let need = first_need(&contact, &slugs[0]).await.unwrap();
    assert!(contact.get(&need).await.has(WORDS));
    assert_eq!(
        contact
            .post(&need, form![("state", "confirmed")])
            .await
            .status,
        303
    );
    nothing_shows(folder, &office, process).await;
}

/// Backup, log, files and mails of a program that is killed.
async fn nothing_shows(folder: &Path, office: &Installation, mut process: Process) {
    let backup = folder.join("all.backup.gz");
    let (success, said) = office.start(&["backup", backup.to_str().unwrap()]).end();
    assert!(success, "{said}");
    let lines = crate::backups::unpacked(&backup).join("\n");
    assert_eq!(holds(lines.as_bytes()), None);
    // Killed, so that the write-ahead log stays as it is.
    process.kill();
    let (_, said) = process.end();
    assert_eq!(holds(said.as_bytes()), None);
    let all = files(folder);
    assert!(all.iter().any(|it| it.ends_with("kreis.db")), "{all:?}");
    for file in all {
        let bytes = std::fs::read(&file).unwrap();
        assert_eq!(holds(&bytes), None, "{}", file.display());
    }
    for mail in office.mails().await {
        let text = [mail.text.unwrap_or_default(), mail.html.unwrap_or_default()].concat();
        assert_eq!(holds(text.as_bytes()), None);
    }
}

fn office_now() -> jiff::Timestamp {
    base::Clock::real().now()
}

#[test]
fn no_file_of_a_program_at_work_holds_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(told_to_a_program(folder.path()));
}

/// Every value of every table, as text.
async fn everything(trial: &Trial) -> Vec<u8> {
    trial
        .read(|conn| {
            let mut all = Vec::new();
            for table in conn.tables()? {
                conn.each_row(&table, &[], |values| {
                    for value in values {
                        match value {
                            Value::Text(text) => all.extend_from_slice(text.as_bytes()),
                            Value::Bytes(bytes) => all.extend_from_slice(bytes),
                            _ => {}
                        }
                    }
                    Ok(())
                })?;
            }
            Ok(all)
        })
        .await
}

story!(
    no_table_search_archive_or_page_of_others_holds_a_word,
    |trial| async {
        let (slugs, contact) = set_up(trial, DAY).await;
        registered(trial, &slugs[0]).await;
        let need = first_need(&contact, &slugs[0]).await.unwrap();
        contact.get(&need).await;
        contact.post(&need, form![("state", "confirmed")]).await;
        trial.run_due().await;

        assert_eq!(holds(&everything(trial).await), None);
        for mail in trial.mails().await {
            let text = [mail.text.unwrap_or_default(), mail.html.unwrap_or_default()].concat();
            assert_eq!(holds(text.as_bytes()), None);
        }
        let found = trial.office.get("/weimar/suche?q=Xylophonallergie").await;
        assert!(
            found.main_text().contains("nichts gefunden") || !found.has(NAME),
            "{}",
            found.text()
        );
        for path in [
            format!("/weimar/termine/{}/anmeldungen", slugs[0]),
            format!("/weimar/termine/{}", slugs[0]),
            "/weimar/verlauf".to_owned(),
        ] {
            let page = trial.office.get(&path).await;
            assert_eq!(holds(&page.body), None, "{path}");
        }
    }
);
