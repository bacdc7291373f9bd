//! The day on which needs are forgotten, and backups with them.

use std::ffi::OsStr;
use std::path::Path;

use jiff::civil::date;
use kreis::backups::{Letters, take};
use trial::story;
use vault::{KeyId, Label, Places as Where, Start, Vault};

use super::*;
use crate::backups::{kinds, put_into};

const DAY: &[Date] = &[date(2018, 3, 15)];

story!(
    thirty_days_later_the_key_is_gone_and_its_end_is_proven,
    |trial| async {
        let (slugs, contact) = set_up(trial, DAY).await;
        kreis::house::heed_clock(&trial.app).await.unwrap();
        registered(trial, &slugs[0]).await;
        trial.move_to_local("2018-04-14T23:00").await;
        let need = first_need(&contact, &slugs[0]).await.unwrap();
        assert!(contact.get(&need).await.has(WORDS));

        trial.move_to_local("2018-04-15T06:00").await;

        assert_eq!(needs(trial).await, 0);
        assert_eq!(contact.get(&need).await.status, 404);
        let folder = trial.keys().join("keys");
        let names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        let has = |kind| {
            names
                .iter()
                .any(|it| Path::new(it).extension() == Some(OsStr::new(kind)))
        };
        assert!(has("gone") && !has("key"), "{names:?}");
        let proofs = trial.protection.get("/weimar/assistenz/nachweise").await;
        assert!(
            proofs.has("Vernichtet") && proofs.has("Frist abgelaufen") && proofs.has("Eine Angabe"),
            "{}",
            proofs.text()
        );
        // Another night finds nothing more to do.
        trial.move_to_local("2018-04-17T06:00").await;
        assert_eq!(
            trial
                .app
                .store
                .read(|conn| Ok::<_, base::Fault>(conn.dead_jobs()?.len()))
                .await
                .unwrap(),
            0
        );
    }
);

/// What is sealed in the database at an address.
async fn sealed(address: &store::Address) -> Option<(String, Vec<u8>)> {
    let store = store::Store::open(address).unwrap();
    store
        .read(|conn| {
            conn.one("SELECT key_id, sealed FROM assistance_need", &[], |row| {
                Ok((row.take()?, row.take()?))
            })
        })
        .await
        .unwrap()
}

story!(
    a_backup_of_before_brings_words_back_that_nobody_can_read,
    |trial| async {
        let (slugs, _) = set_up(trial, DAY).await;
        kreis::house::heed_clock(&trial.app).await.unwrap();
        registered(trial, &slugs[0]).await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("before.gz");
        take(trial.address(), &file, trial::morning())
            .await
            .unwrap();
        let keys_before = folder.path().join("keys-before");
        let places = Where {
            folder: trial.keys().join("keys"),
            key_file: trial.keys().join("operator.key"),
            copy: None,
        };
        vault::copy_to(&places, &keys_before, &[], trial::morning()).unwrap();
        let before = sealed(trial.address()).await.unwrap();
        trial.move_to_local("2018-04-15T06:00").await;
        let stones = trial.app.tool::<Vault>().unwrap().tombstones().unwrap();
        assert_eq!(stones.len(), 1);

        for kind in kinds() {
            let restored = trial::Database::empty(kind);
            put_into(&file, restored.address(), Letters::GoOn)
                .await
                .unwrap();
            // The rows are there again, and stay closed.
            let (key, bytes) = sealed(restored.address()).await.unwrap();
            assert_eq!((&key, &bytes), (&before.0, &before.1));
            let vault = trial.app.tool::<Vault>().unwrap();
            let id: KeyId = key.parse().unwrap();
            let label = Label {
                gathering: "",
                place: "",
                purpose: "assistance",
            };
            assert!(matches!(
                vault.open_sealed(&id, &label, &bytes),
                Err(vault::Closed::Gone(_))
            ));
            // Not even the keys' own copy of before brings the key back, where the end is remembered.
            vault
                .take_back(&keys_before, &[], trial::morning())
                .unwrap();
            assert!(matches!(
                vault.open_sealed(&id, &label, &bytes),
                Err(vault::Closed::Gone(_))
            ));
            let elsewhere = tempfile::tempdir().unwrap();
            let there = Where {
                folder: elsewhere.path().join("keys"),
                key_file: elsewhere.path().join("operator.key"),
                copy: None,
            };
            std::fs::copy(trial.keys().join("operator.key"), &there.key_file).unwrap();
            let other = Vault::open(&there, Start::NeedsKey).unwrap();
            other
                .take_back(&keys_before, &stones, trial::morning())
                .unwrap();
            assert!(matches!(
                other.open_sealed(&id, &label, &bytes),
                Err(vault::Closed::Gone(_))
            ));
        }
    }
);

story!(
    after_a_restore_the_next_start_strikes_what_is_closed,
    |trial| async {
        let (slugs, _) = set_up(trial, DAY).await;
        registered(trial, &slugs[0]).await;
        let key = sealed(trial.address()).await.unwrap().0;
        // As if the database were an older one: it does not know that the key is gone.
        let vault = trial.app.tool::<Vault>().unwrap();
        vault
            .destroy(&key.parse().unwrap(), vault::Why::Term, trial::morning())
            .unwrap();
        assert_eq!(needs(trial).await, 1);

        registration::needs::settle(&trial.app).await.unwrap();

        assert_eq!(needs(trial).await, 0);
        let proofs = trial.protection.get("/weimar/assistenz/nachweise").await;
        assert!(proofs.has("Vernichtet"), "{}", proofs.text());
    }
);

story!(
    what_the_database_remembers_bars_a_key_that_comes_back,
    |trial| async {
        let (slugs, _) = set_up(trial, DAY).await;
        registered(trial, &slugs[0]).await;
        let key = sealed(trial.address()).await.unwrap().0;
        trial
            .write(|conn, moment| {
                let now = moment.now();
                conn.exec("DELETE FROM assistance_need", &[])?;
                Ok(conn.exec(
                    "UPDATE assistance_key SET destroyed_at = $1, why = 'term'",
                    store::params![now],
                )?)
            })
            .await
            .unwrap();

        registration::needs::settle(&trial.app).await.unwrap();

        let vault = trial.app.tool::<Vault>().unwrap();
        assert_eq!(vault.tombstones().unwrap()[0].id.as_str(), key);
        assert!(
            !trial
                .keys()
                .join("keys")
                .join(format!("{key}.key"))
                .exists()
        );
    }
);
