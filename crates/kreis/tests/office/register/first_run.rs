//! The first run of an empty installation.

use trial::{DbKind, Trial, form};

fn on_an_empty_program(kind: DbKind, story: impl AsyncFnOnce(&Trial)) {
    if !kind.is_here() {
        return;
    }
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(async { story(&Trial::empty(kind).await).await });
}

async fn the_key_opens_the_first_run_once(trial: &Trial) {
    assert_eq!(trial.nobody.get("/einrichten").await.status, 200);
    let fields = |key: &str, slug: &str, mail: &str| {
        form![
            ("key", key),
            ("name", "Kreisgruppe Musterstadt"),
            ("slug", slug),
            ("association", "Im Landesverband"),
            ("land", "TH"),
            ("office_mail", "buero@muster.example"),
            ("person", "Leitung Geschäftsstelle"),
            ("mail", mail)
        ]
    };
    let mail = "leitung@muster.example";
    let refused = trial
        .nobody
        .post("/einrichten", fields("geraten", "", mail))
        .await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.has("Dieser Schlüssel passt nicht"),
        "{}",
        refused.main_text()
    );
    let name = refused.field("name");
    assert_eq!(name.as_deref(), Some("Kreisgruppe Musterstadt"));

    let old = trial
        .write(|conn, moment| Ok(register::setup_key(conn, moment)?))
        .await
        .unwrap();
    let key = trial
        .write(|conn, moment| Ok(register::setup_key(conn, moment)?))
        .await
        .unwrap();
    let (old, key) = (old.unwrap(), key.unwrap());
    for (key, slug, mail) in [
        (old.as_str(), "", mail),
        (key.as_str(), "anmelden", mail),
        (key.as_str(), "Köln", mail),
        (key.as_str(), "", "keine Adresse"),
    ] {
        let refused = trial
            .nobody
            .post("/einrichten", fields(key, slug, mail))
            .await;
        assert_eq!(refused.status, 422, "{slug} {mail}");
    }

    let answer = trial
        .nobody
        .post("/einrichten", fields(&key, "", mail))
        .await;
    let settings = "/kreisgruppe-musterstadt/einstellungen?done=register-set-up";
    assert_eq!(answer.location(), settings, "{}", answer.main_text());
    let office = trial.nobody.with_cookie_of(&answer);
    let page = office.get(settings).await;
    assert_eq!(page.status, 200);
    assert!(page.has("Leitung Geschäftsstelle"));

    assert_eq!(trial.nobody.get("/einrichten").await.status, 404);
    let late = trial
        .nobody
        .post("/einrichten", fields(&key, "zweites", mail))
        .await;
    assert_eq!(late.status, 404);
    let none = trial
        .write(|conn, moment| Ok(register::setup_key(conn, moment)?))
        .await
        .unwrap();
    assert_eq!(none, None);
}

#[test]
fn the_key_opens_the_first_run_once_on_sqlite() {
    on_an_empty_program(DbKind::Sqlite, async |trial| {
        the_key_opens_the_first_run_once(trial).await;
    });
}

#[test]
fn the_key_opens_the_first_run_once_on_postgres() {
    on_an_empty_program(DbKind::Postgres, async |trial| {
        the_key_opens_the_first_run_once(trial).await;
    });
}
