//! Comparing happens in the background, and the list says how far it has come.

use base::Fault;
use store::{Row, Store};
use trial::{Trial, story};
use uuid::Uuid;

use super::{LIST, person};

/// The pairs of people and organisations that look alike.
async fn pairs(trial: &Trial) -> Vec<String> {
    trial
        .read(|conn| {
            let mut pairs = conn.all(
                "SELECT one_id, other_id, reasons FROM person_pair
                 UNION ALL SELECT one_id, other_id, reasons FROM organisation_pair",
                &[],
                |row: &mut Row| {
                    let (one, other): (Uuid, Uuid) = (row.take()?, row.take()?);
                    Ok(format!("{one} {other} {}", row.take::<String>()?))
                },
            )?;
            pairs.sort_unstable();
            Ok(pairs)
        })
        .await
}

async fn count(trial: &Trial, statement: &'static str) -> i64 {
    trial.read(move |conn| conn.count(statement, &[])).await
}

const WAITING: &str = "SELECT COUNT(*) FROM likeness_waiting";
const KEYS: &str = "SELECT COUNT(*) FROM person_key";

/// What a start does with a database that is older than comparing.
async fn start_anew(trial: &Trial) {
    trial
        .write(|conn, _| {
            for statement in [
                "DELETE FROM person_pair",
                "DELETE FROM organisation_pair",
                "DELETE FROM person_key",
                "DELETE FROM organisation_key",
                "DELETE FROM filling WHERE name = 'register-likeness-1'",
            ] {
                conn.exec(statement, &[])?;
            }
            Ok(())
        })
        .await
        .unwrap();
    let fillings = trial.app.rooms.iter().flat_map(|room| room.fillings);
    let (fillings, moment) = (fillings.copied().collect(), trial.app.moment());
    let store: &Store = &trial.app.store;
    store.fill(fillings, moment).await.unwrap();
}

story!(
    an_old_database_serves_while_its_records_are_compared,
    |trial| async {
        let before = pairs(trial).await;
        assert!(!before.is_empty());
        start_anew(trial).await;

        // The start is over before anything is compared.
        assert_eq!(count(trial, KEYS).await, 0);
        let waiting = count(trial, WAITING).await;
        assert!(waiting > 50, "{waiting}");
        let list = trial.office.get(LIST).await;
        assert!(
            list.has("Der Vergleich läuft noch: 0 von"),
            "{}",
            list.main_text()
        );

        // Others write in between: of one transaction there are few.
        let most = trial
            .app
            .store
            .housekeep(|conn| {
                let one = register::likeness::compare_some(conn)?;
                Ok::<_, Fault>((one, conn.count(WAITING, &[])?))
            })
            .await
            .unwrap();
        assert!(
            most.0 && waiting - most.1 <= 40 && most.1 < waiting,
            "{most:?}"
        );
        trial.run_due().await;
        assert_eq!(count(trial, WAITING).await, 0);
        assert_eq!(pairs(trial).await, before);
        assert!(!trial.office.get(LIST).await.has("Der Vergleich läuft"));
    }
);

story!(what_a_list_brought_is_compared_afterwards, |trial| async {
    trial
        .write(|conn, moment| {
            register::likeness::put_off(conn)?;
            let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
            for name in ["Verein Nachgeholt", "Verein Nachgeholt e.V."] {
                let input = register::actions::OrganisationInput {
                    name: name.to_owned(),
                    ..register::actions::OrganisationInput::default()
                };
                let who = base::access::Actor::default();
                register::actions::add_organisation(conn, moment, &who, network, &input)?;
            }
            register::likeness::take_up(conn, moment)?;
            Ok(())
        })
        .await
        .unwrap();
    assert_eq!(count(trial, WAITING).await, 2);
    assert!(!trial.office.get(LIST).await.has("Nachgeholt"));

    trial.run_due().await;

    assert!(trial.office.get(LIST).await.has("Nachgeholt"));
    // Whoever is entered later is compared at once.
    person(trial, "Kim Nachgeholt", "kim@nachgeholt.example").await;
    person(trial, "Kim Nachgeholt", "kim@nachgeholt.example").await;
    assert_eq!(count(trial, WAITING).await, 0);
});
