//! Everything comes back, on either database, or nothing does.

use store::{Conn, Row, Store};
use trial::{story, tokio};

use super::*;

story!(
    a_backup_goes_from_database_to_database_and_stays_the_same,
    |trial| async {
        let (_folder, file) = backup_of(trial).await;
        let first = unpacked(&file);
        for there in kinds() {
            let copy = restored(&file, there, Letters::GoOn).await.unwrap();
            let (_folder, again) = {
                let folder = tempfile::tempdir().unwrap();
                let file = folder.path().join("again.gz");
                take(copy.address(), &file, hour()).await.unwrap();
                (folder, file)
            };
            let second = unpacked(&again);
            assert_eq!(second[1..], first[1..]);
            for back in kinds() {
                let home = restored(&again, back, Letters::GoOn).await.unwrap();
                assert_eq!(lines_of(home.address()).await[1..], first[1..]);
            }
        }
    }
);

story!(what_was_restored_works_and_is_found, |trial| async {
    let (_folder, file) = backup_of(trial).await;
    for kind in kinds() {
        let database = restored(&file, kind, Letters::GoOn).await.unwrap();
        let copy = Trial::on(database).await;
        for path in [
            "/weimar",
            "/weimar/termine?jahr=2017",
            "/weimar/suche?q=Fachkr%C3%A4fte",
        ] {
            let (here, there) = (trial.nobody.get(path).await, copy.nobody.get(path).await);
            assert_eq!(here.status, 200, "{path}");
            assert_eq!(there.text(), here.text(), "{path}");
        }
        // Who was signed in there is not signed in here; the copy has its own sessions.
        assert_eq!(copy.office.get("/weimar/postausgang").await.status, 200);
    }
});

story!(doors_that_open_by_themselves_stay_out, |trial| async {
    let lines = lines_of(trial.address()).await;
    let after = |table: &str| {
        let at = lines
            .iter()
            .position(|line| *line == format!("\"{table}\""))
            .unwrap();
        lines[at + 1].clone()
    };

    for table in [
        "session",
        "setup_key",
        "session_factor",
        "passkey_challenge",
    ] {
        assert!(!after(table).starts_with('['), "{table} has rows");
    }
});

/// Each write leaves two entries; whoever saw half of one would count an odd number.
async fn write_twice(trial: &Trial) {
    trial
        .write(|conn, moment| {
            for verb in ["first", "second"] {
                let entry = store::Entry {
                    network: None,
                    account: None,
                    actor: "Probe",
                    verb,
                    kind: "probe",
                    subject: moment.id(),
                    detail: String::new(),
                };
                conn.note(moment, &entry)?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

story!(
    while_it_is_taken_others_write_and_it_holds_no_half,
    |trial| async {
        let folder = tempfile::tempdir().unwrap();
        write_twice(trial).await;
        for number in 0..3 {
            let file = folder.path().join(format!("{number}.gz"));
            let taking = take(trial.address(), &file, hour());
            let mut written = 0;
            tokio::pin!(taking);
            loop {
                tokio::select! {
                    taken = &mut taking => { taken.unwrap(); break; }
                    () = write_twice(trial) => written += 1,
                }
            }
            let entries = unpacked(&file)
                .iter()
                .filter(|line| line.contains("\"probe\""))
                .count();
            assert!(
                entries >= 2 && entries % 2 == 0,
                "{entries} of {written} writes"
            );
        }
    }
);

story!(a_database_that_is_not_empty_stays_as_it_is, |trial| async {
    let (_folder, file) = backup_of(trial).await;
    let before = lines_of(trial.address()).await;

    let refused = put_into(&file, trial.address(), Letters::GoOn).await;

    assert_eq!(why(refused), "restore-not-empty");
    assert_eq!(lines_of(trial.address()).await, before);
});

async fn in_place(address: &Address, work: fn(&mut Conn<'_>) -> Result<u64, base::Fault>) {
    let store = Store::open(address).unwrap();
    store.write(work).await.unwrap();
}

story!(the_backup_of_a_newer_program_is_refused, |trial| async {
    in_place(trial.address(), |conn| {
        conn.exec(
            "INSERT INTO schema_migration (name) VALUES ('register-9999')",
            &[],
        )
    })
    .await;
    let (_folder, file) = backup_of(trial).await;
    for kind in kinds() {
        let database = Database::empty(kind);

        let refused = put_into(&file, database.address(), Letters::GoOn).await;

        assert_eq!(why(refused), "restore-newer");
        assert_eq!(
            why(take(database.address(), &file.with_extension("2"), hour()).await),
            "backup-nothing"
        );
    }
});

story!(
    a_row_that_refers_to_nothing_brings_nothing_back,
    |trial| async {
        let (_folder, file) = backup_of(trial).await;
        let lines = unpacked(&file);
        let torn = file.with_extension("torn");
        // The networks are gone, but not what belongs to them.
        let at = lines.iter().position(|line| line == "\"network\"").unwrap();
        let rows = lines[at + 1..]
            .iter()
            .take_while(|line| line.starts_with('['))
            .count();
        let mut lines = lines;
        lines.drain(at + 1..=at + rows);
        lines[0] = lines[0].replace(
            &format!("{{\"name\":\"network\",\"rows\":{rows}"),
            "{\"name\":\"network\",\"rows\":0",
        );
        backup::write_lines(&torn, &lines).unwrap();
        for kind in kinds() {
            let database = Database::empty(kind);

            let broken = put_into(&torn, database.address(), Letters::GoOn).await;

            assert!(matches!(broken, Err(Halt::Fault(_))), "{broken:?}");
            assert!(!has_tables(database.address()).await);
        }
    }
);

story!(tables_of_another_program_are_left_alone, |trial| async {
    let (_folder, file) = backup_of(trial).await;
    for kind in kinds() {
        let database = Database::empty(kind);
        in_place(database.address(), |conn| {
            conn.exec("CREATE TABLE ledger (id BIGINT PRIMARY KEY, day DATE)", &[])?;
            conn.exec("INSERT INTO ledger (id) VALUES (1)", &[])
        })
        .await;

        let refused = put_into(&file, database.address(), Letters::GoOn).await;

        assert_eq!(why(refused), "restore-others");
        let store = Store::open(database.address()).unwrap();
        let kept: i64 = store
            .read(|conn| conn.one("SELECT id FROM ledger", &[], Row::take))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(kept, 1);
    }
});
