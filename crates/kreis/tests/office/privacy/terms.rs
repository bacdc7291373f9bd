//! Terms: shown, released, in quarantine, taken back, gone; and what is overdue.

use jiff::{SignedDuration, ToSpan};
use trial::{Trial, form, story};

use super::count;

const LIST: &str = "/weimar/daten/regeln/outbox-sent";
const SENT: &str = "SELECT COUNT(*) FROM letter WHERE state = 'sent'";

/// Releases what stands on the list, as somebody who has seen it.
async fn release(trial: &Trial, list: &str) -> trial::Seen {
    let seen = trial.office.get(list).await.field("list").unwrap();
    let path = format!("{list}/freigabe");
    trial.office.post_on(&path, form![("list", seen)]).await
}

async fn later(trial: &Trial, days: i64) {
    let at = trial.app.clock.now() + SignedDuration::from_hours(24 * days);
    trial.move_to(at).await;
    trial.run_due().await;
}

/// Everything sent before the trial's morning is a year old then.
async fn a_year_later(trial: &Trial) {
    privacy::wake(&trial.app).await.unwrap();
    let typed = form![("months-outbox-sent", "12")];
    let page = trial.office.post_on("/weimar/daten/regeln", typed).await;
    assert!(
        page.has("Die Fristen sind gespeichert."),
        "{}",
        page.main_text()
    );
    let now = trial.app.clock.now().in_tz("UTC").unwrap();
    let year = now.checked_add(12.months()).unwrap().timestamp();
    trial
        .app
        .clock
        .move_to(year + SignedDuration::from_hours(24));
    trial.run_due().await;
}

story!(nothing_goes_that_nobody_has_released, |trial| async {
    let sent = count(trial, SENT).await;
    assert!(sent > 0);
    a_year_later(trial).await;
    assert!(trial.office.get(LIST).await.has("auf Ihre Freigabe"));
    assert!(
        trial
            .office
            .get("/weimar/intern")
            .await
            .has("ansehen und freigeben")
    );

    later(trial, 40).await;

    assert!(count(trial, SENT).await >= sent);
    let proofs = trial.protection.get("/weimar/daten/nachweise").await;
    assert!(
        proofs.has("niemand hat die Liste freigegeben"),
        "{}",
        proofs.main_text()
    );
});

story!(
    what_is_released_goes_after_two_weeks_with_proof,
    |trial| async {
        a_year_later(trial).await;
        let due = count(trial, SENT).await;
        let page = release(trial, LIST).await;
        assert!(page.has("In Quarantäne"), "{}", page.main_text());
        later(trial, 13).await;
        assert_eq!(count(trial, SENT).await, due);

        later(trial, 2).await;

        assert!(count(trial, SENT).await < due);
        let proofs = trial.protection.get("/weimar/daten/nachweise").await;
        for words in [
            "Gesendete E-Mails",
            "12 Monate",
            "Gelöscht",
            "Geschäftsstelle Kreisgruppe",
        ] {
            assert!(proofs.has(words), "{words}\n{}", proofs.main_text());
        }
        assert_eq!(count(trial, "SELECT COUNT(*) FROM retention_item").await, 0);
    }
);

story!(a_release_is_taken_back, |trial| async {
    a_year_later(trial).await;
    let due = count(trial, SENT).await;
    release(trial, LIST).await;
    later(trial, 5).await;
    let page = trial
        .office
        .post_on(&format!("{LIST}/ruecknahme"), form![])
        .await;
    assert!(
        page.has("Die Freigabe ist zurückgenommen."),
        "{}",
        page.main_text()
    );
    assert!(page.has("auf Ihre Freigabe"), "{}", page.main_text());
    assert_eq!(
        trial
            .office
            .post(&format!("{LIST}/ruecknahme"), form![])
            .await
            .status,
        422
    );

    later(trial, 20).await;

    assert_eq!(count(trial, SENT).await, due);
    let proofs = trial.protection.get("/weimar/daten/nachweise").await;
    assert!(proofs.has("Zurückgenommen"), "{}", proofs.main_text());
});

story!(
    a_preview_that_changed_meanwhile_is_not_released,
    |trial| async {
        a_year_later(trial).await;
        let seen = trial.office.get(LIST).await.field("list").unwrap();
        let unseen = trial
            .office
            .post(&format!("{LIST}/freigabe"), form![])
            .await;
        assert_eq!(unseen.status, 422);
        later(trial, 1).await;
        let stale = trial
            .office
            .post(&format!("{LIST}/freigabe"), form![("list", seen)])
            .await;
        assert_eq!(stale.status, 409);
    }
);

story!(a_record_is_kept_all_the_same, |trial| async {
    a_year_later(trial).await;
    let due = count(trial, SENT).await;
    let item = trial.office.get(LIST).await.field("item").unwrap();
    let typed = form![("item", item), ("stays", "true")];
    trial.office.post(&format!("{LIST}/behalten"), typed).await;
    release(trial, LIST).await;

    later(trial, 15).await;

    let left = count(trial, SENT).await;
    assert!(left < due && left >= 1, "{left} of {due}");
    let proofs = trial.protection.get("/weimar/daten/nachweise").await;
    assert!(
        proofs.has("auf Wunsch der Geschäftsstelle"),
        "{}",
        proofs.main_text()
    );
});

story!(a_term_made_longer_saves_what_waits, |trial| async {
    a_year_later(trial).await;
    let due = count(trial, SENT).await;
    release(trial, LIST).await;
    let typed = form![("months-outbox-sent", "36")];
    trial.office.post("/weimar/daten/regeln", typed).await;

    later(trial, 20).await;

    assert_eq!(count(trial, SENT).await, due);
});

story!(a_term_is_a_number_of_months, |trial| async {
    for typed in ["0", "-3", "ewig", "9999"] {
        let fields = form![("months-journal", typed)];
        let page = trial.office.post("/weimar/daten/regeln", fields).await;
        assert_eq!(page.status, 422, "{typed}");
        assert_eq!(page.field("months-journal").as_deref(), Some(typed));
    }
    assert_eq!(
        trial.office.get("/weimar/daten/regeln/nichts").await.status,
        404
    );
});

story!(former_contacts_go_with_everything, |trial| async {
    let typed = form![
        ("name", "Frühere Leitung"),
        ("mail", "frueher@beispiel.example"),
        ("address_form", "neutral"),
        ("lang", "de")
    ];
    let answer = trial.office.post("/weimar/person-anlegen", typed).await;
    let path = answer.location().split('?').next().unwrap().to_owned();
    let form_path = format!("{path}/funktion");
    let at = trial
        .office
        .get(&form_path)
        .await
        .option("Lebensräume")
        .unwrap();
    let typed = form![
        ("organisation", at),
        ("title", "Leitung"),
        ("from", "2016-02-01"),
        ("until", "2016-10-31")
    ];
    trial.office.post(&form_path, typed).await;
    trial
        .write(|conn, _| {
            conn.exec(
                "UPDATE person_function SET until_day = '2016-10-31' WHERE person_id =
                 (SELECT id FROM person WHERE name = 'Frühere Leitung')",
                &[],
            )
            .map_err(Into::into)
        })
        .await
        .unwrap();
    privacy::wake(&trial.app).await.unwrap();
    trial
        .office
        .post(
            "/weimar/daten/regeln",
            form![("months-register-former", "12")],
        )
        .await;
    let list = "/weimar/daten/regeln/register-former";
    assert!(trial.office.get(list).await.has("Frühere Leitung"));
    release(trial, list).await;
    later(trial, 15).await;

    assert_eq!(trial.office.get(&path).await.status, 404);
    let proofs = trial.protection.get("/weimar/daten/nachweise").await;
    assert!(proofs.has("Löschregel"), "{}", proofs.main_text());
});
