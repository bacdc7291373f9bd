//! The operator's page: what gave up.

use mail::SinkManners;
use trial::{form, story};

use super::*;
use crate::invitations;

async fn dead(trial: &Trial) -> Vec<base::JobId> {
    trial
        .read(|conn| Ok(conn.dead_jobs()?.iter().map(|job| job.id).collect()))
        .await
}

story!(
    the_operator_sees_what_gave_up_and_lets_it_try_again,
    |trial| async {
        trial
            .write(|conn, moment| {
                let job = store::Job {
                    kind: "probe.none",
                    subject: "geheim@example.org",
                    due: moment.now(),
                };
                Ok(conn.later(moment, &job)?)
            })
            .await
            .unwrap();
        trial.run_due().await;

        let page = trial.operator.get("/betrieb").await;
        assert_eq!(page.status, 200);
        assert!(
            page.has("probe.none") && page.has("find the room of a job"),
            "{}",
            page.text()
        );
        assert!(!page.has("geheim@example.org"));
        assert!(page.has("Nicht eingerichtet"));
        let id = dead(trial).await[0];

        let again = trial
            .operator
            .post(&format!("/betrieb/auftraege/{id}/erneut"), form![])
            .await;
        assert_eq!(again.status, 303);
        assert!(dead(trial).await.is_empty());
        trial.run_due().await;
        assert_eq!(dead(trial).await.len(), 1);
        trial
            .operator
            .post(&format!("/betrieb/auftraege/{id}/verwerfen"), form![])
            .await;
        assert!(dead(trial).await.is_empty());
        let gone = trial
            .operator
            .post(&format!("/betrieb/auftraege/{id}/verwerfen"), form![])
            .await;
        assert!(
            gone.location().contains("operation-gone"),
            "{}",
            gone.location()
        );
    }
);

#[test]
fn the_operator_tries_a_refused_letter_again_or_drops_it() {
    for kind in kinds() {
        tell_refused(kind);
    }
}

#[trial::tokio::main]
async fn tell_refused(kind: DbKind) {
    let manners = SinkManners {
        size_limit: 100,
        ..SinkManners::default()
    };
    let trial = Trial::with_manners(kind, manners).await;
    invitations::lay_out(&trial).await;
    let released = invitations::release(&trial).await;
    trial.run_due().await;
    let failed = trial.read(outbox::failed_everywhere).await;
    assert_eq!(i64::try_from(failed.len()), Ok(released));

    let page = trial.operator.get("/betrieb").await;
    assert!(
        page.has("Einladung") && page.has("Weimar"),
        "{}",
        page.text()
    );
    let (first, second) = (failed[0].id, failed[1].id);
    trial
        .operator
        .post(&format!("/betrieb/briefe/{first}/erneut"), form![])
        .await;
    trial
        .operator
        .post(&format!("/betrieb/briefe/{second}/verwerfen"), form![])
        .await;
    let left = trial.read(outbox::failed_everywhere).await;
    assert_eq!(left.len(), failed.len() - 2);
    trial.run_due().await;
    let left = trial.read(outbox::failed_everywhere).await;
    assert_eq!(left.len(), failed.len() - 1);
}

story!(the_operator_sees_that_a_backup_has_failed, |trial| async {
    let operations: &kreis::operation::Operations = trial.app.tool().unwrap();
    operations.note_trouble(hour(), "No space left on device".to_owned());
    let page = trial.operator.get("/betrieb").await;
    assert!(page.has("Die Sicherung ist fehlgeschlagen"));
    assert!(page.has("No space left on device"), "{}", page.text());

    operations.note_success();
    let page = trial.operator.get("/betrieb").await;
    assert!(!page.has("Die Sicherung ist fehlgeschlagen"));
    assert!(
        trial
            .operator
            .get("/konto")
            .await
            .has("Zustand der Installation ansehen")
    );
    assert!(
        !trial
            .office
            .get("/konto")
            .await
            .has("Zustand der Installation ansehen")
    );
});
