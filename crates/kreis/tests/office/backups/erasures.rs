//! Who was erased stays erased, whatever backup is read back.

use base::PersonId;
use trial::{form, story};

use super::commands::{does, text};
use super::*;

const MAIL: &str = "leitung@lebensraeume.example";

async fn contact(trial: &Trial) -> PersonId {
    trial
        .read(|conn| {
            let account = register::account_by_mail(conn, MAIL)?.unwrap();
            Ok(register::people_behind(conn, account.id)?[0])
        })
        .await
}

async fn erase(trial: &Trial) {
    let person = contact(trial).await;
    let path = format!("/weimar/personen/{person}/datenloeschung");
    let typed = form![("how", "erase"), ("understood", "true")];
    assert_eq!(trial.office.post(&path, typed).await.status, 303);
}

async fn names(address: &Address) -> usize {
    let lines = lines_of(address).await;
    lines.iter().filter(|it| it.contains(MAIL)).count()
}

story!(
    an_older_backup_brings_nobody_back_into_a_running_installation,
    |trial| async {
        let (folder, file) = backup_of(trial).await;
        erase(trial).await;
        let after = folder.path().join("after.gz");
        does(trial.address(), &["backup", text(&after)]);
        for kind in kinds() {
            let database = Database::empty(kind);
            does(database.address(), &["restore", text(&after)]);
            assert_eq!(names(database.address()).await, 0);

            // Beside the backup nothing lies; the database that is replaced knows.
            drop(std::fs::remove_file(folder.path().join(privacy::FILE)));
            does(
                database.address(),
                &["restore", text(&file), "--replace", "--moved"],
            );

            assert_eq!(names(database.address()).await, 0);
            let store = store::Store::open(database.address()).unwrap();
            let erased = store.read(privacy::erasures).await.unwrap();
            assert_eq!(erased.len(), 1);
            assert!(erased[0].repeated_at.is_some());
        }
    }
);

story!(
    the_list_beside_the_backup_is_heeded_on_a_new_machine,
    |trial| async {
        let (folder, file) = backup_of(trial).await;
        let person = contact(trial).await;
        erase(trial).await;
        let erased = trial.read(privacy::erasures).await;
        privacy::Ledger::in_folder(Some(folder.path()))
            .add(&erased)
            .unwrap();
        let list = std::fs::read_to_string(folder.path().join(privacy::FILE)).unwrap();
        assert!(
            list.contains(&person.to_string()) && !list.contains("Leitung"),
            "{list}"
        );

        for kind in kinds() {
            let database = Database::empty(kind);
            does(database.address(), &["restore", text(&file)]);
            assert_eq!(names(database.address()).await, 0);
        }
    }
);

story!(
    without_erasures_a_restore_brings_everything_back,
    |trial| async {
        let (_folder, file) = backup_of(trial).await;
        let database = Database::empty(DbKind::Sqlite);
        does(database.address(), &["restore", text(&file)]);
        assert!(names(database.address()).await > 0);
    }
);
