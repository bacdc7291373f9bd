//! Roles that must give a second factor.

use base::access::Role;
use trial::{DbKind, Trial, form, tokio};

use super::{FACTORS, address_of, tied};

fn told(kind: DbKind, story: impl AsyncFnOnce(&Trial)) {
    if !kind.is_here() {
        return;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let trial = Trial::demanding(kind, vec![Role::Operator, Role::Office]).await;
        story(&trial).await;
    });
}

async fn led_to_set_one_up(trial: &Trial) {
    for visitor in [&trial.office, &trial.operator, &trial.stranger] {
        let led = visitor.get("/konto").await;
        assert_eq!(led.location(), format!("{FACTORS}?weiter=/konto"));
    }
    let led = trial.office.get("/weimar/einstellungen").await;
    assert_eq!(
        led.location(),
        format!("{FACTORS}?weiter=/weimar/einstellungen")
    );
    let act = trial
        .office
        .post("/weimar/person-anlegen", form![("name", "Probe")])
        .await;
    assert_eq!(act.location(), FACTORS);
    let page = trial.office.get(FACTORS).await;
    assert!(
        page.has("Ihre Rolle verlangt einen zweiten Faktor."),
        "{}",
        page.main_text()
    );
    let home = trial.office.get("/weimar").await;
    assert_eq!(home.status, 200);
    assert!(!home.has("Einstellungen"), "{}", home.text());

    tied(trial, &trial.office, "Telefon").await;
    assert_eq!(trial.office.get("/weimar/einstellungen").await.status, 200);
    for path in ["/weimar/intern", "/konto"] {
        assert_eq!(trial.member.get(path).await.status, 200, "others need none");
        assert_eq!(trial.leader.get(path).await.status, 200);
    }
}

async fn the_last_one_stays(trial: &Trial) {
    tied(trial, &trial.office, "Telefon").await;
    let gone = format!("{}/entfernung", address_of(&trial.office, "Telefon").await);
    let refused = trial.office.post(&gone, form![]).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.has("Richten Sie zuerst einen anderen ein"),
        "{}",
        refused.main_text()
    );

    tied(trial, &trial.office, "Rechner").await;
    assert_eq!(trial.office.post(&gone, form![]).await.status, 303);
    tied(trial, &trial.member, "Telefon").await;
    let own = format!("{}/entfernung", address_of(&trial.member, "Telefon").await);
    assert_eq!(trial.member.post(&own, form![]).await.status, 303);
}

async fn signing_out_is_always_open(trial: &Trial) {
    let answer = trial.office.post("/abmelden", form![]).await;
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert!(
        trial
            .office
            .get("/konto")
            .await
            .location()
            .starts_with("/anmelden?")
    );
}

#[test]
fn who_must_and_has_none_is_led_to_set_one_up_on_sqlite() {
    told(DbKind::Sqlite, async |trial| led_to_set_one_up(trial).await);
}

#[test]
fn who_must_and_has_none_is_led_to_set_one_up_on_postgres() {
    told(DbKind::Postgres, async |trial| {
        led_to_set_one_up(trial).await;
    });
}

#[test]
fn who_must_keeps_the_last_factor_on_sqlite() {
    told(DbKind::Sqlite, async |trial| {
        the_last_one_stays(trial).await;
    });
}

#[test]
fn who_must_keeps_the_last_factor_on_postgres() {
    told(DbKind::Postgres, async |trial| {
        the_last_one_stays(trial).await;
    });
}

#[test]
fn who_must_may_sign_out_first() {
    told(DbKind::Sqlite, async |trial| {
        signing_out_is_always_open(trial).await;
    });
}
