//! What the program saves before it changes tables or replaces everything, and how much of it
//! stays.

use trial::story;

use super::commands::{does, kreis, run, text};
use super::*;

/// A database as it was before a step of the schema, so that there is something to upgrade.
async fn one_step_back(address: &Address) {
    let store = store::Store::open(address).unwrap();
    let back = |conn: &mut store::Conn<'_>| {
        conn.exec("ALTER TABLE gathering DROP COLUMN further_guests", &[])?;
        conn.exec(
            "ALTER TABLE gathering DROP COLUMN further_guests_about",
            &[],
        )?;
        let step = "DELETE FROM schema_migration WHERE name = 'gatherings-0003'";
        conn.exec(step, &[]).map(drop)
    };
    store.write::<(), base::Fault>(back).await.unwrap();
}

fn kind_of(trial: &Trial) -> DbKind {
    match trial.address() {
        Address::Sqlite(_) => DbKind::Sqlite,
        Address::Postgres(_) => DbKind::Postgres,
    }
}

/// Lays files with the names of older backups into a folder, and others.
fn fill(folder: &Path, occasion: &str) {
    std::fs::create_dir_all(folder).unwrap();
    for name in [
        format!("{occasion}-2017-11-01-030000.gz"),
        format!("{occasion}-2017-11-02-030000.gz"),
        format!("{occasion}-2017-11-03-030000.gz"),
        format!("{occasion}-2017-11-04-030000.gz"),
        "kreis-2017-11-01-030000.gz".to_owned(),
        "notizen.gz".to_owned(),
    ] {
        std::fs::write(folder.join(name), "").unwrap();
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The newest of the older ones and one that is new have stayed, and what is none of them.
fn three_stay(folder: &Path, occasion: &str) {
    let names = names(folder);
    let stayed: Vec<&String> = names.iter().filter(|it| it.contains(occasion)).collect();
    assert_eq!(stayed.len(), 3, "{names:?}");
    assert!(stayed[0].ends_with("2017-11-03-030000.gz"), "{names:?}");
    assert!(stayed[1].ends_with("2017-11-04-030000.gz"), "{names:?}");
    Checked::open(&folder.join(stayed[2])).unwrap();
    assert!(names.contains(&"notizen.gz".to_owned()), "{names:?}");
    assert!(names.contains(&"kreis-2017-11-01-030000.gz".to_owned()));
}

story!(
    an_upgrade_is_saved_before_without_any_setting_and_three_stay,
    |trial| async {
        let (folder, file) = backup_of(trial).await;
        let database = restored(&file, kind_of(trial), Letters::GoOn)
            .await
            .unwrap();
        one_step_back(database.address()).await;
        let state = folder.path().join("state");
        let beside = match database.address() {
            Address::Sqlite(place) => place.parent().unwrap(),
            Address::Postgres(_) => {
                // Where nobody says where, nothing is changed.
                let (success, said) = run(kreis(database.address(), &["migrate"]));
                assert!(!success && said.contains("Nennen Sie dafür"), "{said}");
                state.as_path()
            }
        };
        let backups = beside.join("backups");
        fill(&backups, "kreis-before-upgrade");

        let mut command = kreis(database.address(), &["migrate"]);
        command.env("STATE_DIRECTORY", format!("{}:/srv/other", text(&state)));
        let (success, said) = run(command);

        assert!(
            success && said.contains("Vor der Änderung gesichert in"),
            "{said}"
        );
        three_stay(&backups, "kreis-before-upgrade");
    }
);

/// One step more is missing, and it fails: what it makes is there.
async fn next_step_fails(address: &Address) {
    let store = store::Store::open(address).unwrap();
    let step = "DELETE FROM schema_migration WHERE name = 'invitations-0003'";
    let forget = |conn: &mut store::Conn<'_>| conn.exec(step, &[]).map(drop);
    store.write::<(), base::Fault>(forget).await.unwrap();
}

/// The names of the new backups, the oldest first.
fn new(folder: &Path) -> Vec<String> {
    let mut names = names(folder);
    names.retain(|it| it.starts_with("kreis-before-upgrade-") && !it.contains("-2017-"));
    names
}

story!(
    an_upgrade_that_fails_again_and_again_loses_no_backup,
    |trial| async {
        let (folder, file) = backup_of(trial).await;
        let database = restored(&file, kind_of(trial), Letters::GoOn)
            .await
            .unwrap();
        let address = database.address();
        one_step_back(address).await;
        next_step_fails(address).await;
        let backups = folder.path().join("backups");
        fill(&backups, "kreis-before-upgrade");
        let upgrade = |arguments: &[&str]| {
            let mut command = kreis(address, arguments);
            command.env("KREIS_BACKUP_FOLDER", &backups);
            run(command)
        };

        for _ in 0..3 {
            for arguments in [["migrate"], ["serve"]] {
                let (success, said) = upgrade(&arguments);
                assert!(!success && said.contains("gathering_reminder"), "{said}");
            }
        }
        // As it was before the first step, and after it.
        let taken = new(&backups);
        assert_eq!(taken.len(), 2, "{taken:?}");
        assert_eq!(names(&backups).len(), 8);
        let first = Checked::open(&backups.join(&taken[0])).unwrap();
        assert!(!first.head().steps.contains(&"gatherings-0003".to_owned()));

        // An older program may have worked on since.
        let store = store::Store::open(address).unwrap();
        let more = "INSERT INTO letter_hold (network_id, taken_at, restored_at)
            SELECT id, 0, 0 FROM network";
        store.write(|conn| conn.exec(more, &[])).await.unwrap();
        assert!(!upgrade(&["migrate"]).0);
        assert_eq!(new(&backups).len(), 3);

        let mend = "DROP TABLE gathering_reminder";
        store.write(|conn| conn.exec(mend, &[])).await.unwrap();
        let (success, said) = upgrade(&["migrate"]);
        assert!(success, "{said}");
        let stayed = new(&backups);
        assert_eq!(stayed.len(), 3, "{stayed:?}");
        assert_eq!(names(&backups).len(), 5);
    }
);

story!(
    what_a_restore_replaces_is_saved_and_three_stay,
    |trial| async {
        let (folder, file) = backup_of(trial).await;
        let database = restored(&file, kind_of(trial), Letters::GoOn)
            .await
            .unwrap();
        let backups = folder.path().join("backups");
        fill(&backups, "kreis-before-restore");
        // What one restores from must not be tidied away.
        let oldest = backups.join("kreis-before-restore-2016-11-04-030000.gz");
        std::fs::copy(&file, &oldest).unwrap();

        let mut command = kreis(
            database.address(),
            &["restore", text(&oldest), "--replace", "--moved"],
        );
        command.env("KREIS_BACKUP_FOLDER", &backups);
        let (success, said) = run(command);

        assert!(success, "{said}");
        assert!(oldest.exists());
        std::fs::remove_file(&oldest).unwrap();
        three_stay(&backups, "kreis-before-restore");
        does(database.address(), &["check", "--backup", text(&file)]);
    }
);
