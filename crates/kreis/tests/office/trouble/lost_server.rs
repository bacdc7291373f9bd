//! PostgreSQL goes away while the program serves, and comes back.

use std::time::Duration;

use mail::SinkManners;
use store::{Address, Conn};
use trial::{DbKind, Installation, Visitor, form, tokio};

use super::line::Line;
use super::{OF_THE_OFFICE, PROGRAM, People, in_runtime, signed_in};

/// An installation whose program reaches its server over a line of ours.
async fn over_a_line() -> (Installation, Line, Address) {
    let office = Installation::furnished(PROGRAM, DbKind::Postgres, SinkManners::default()).await;
    let Address::Postgres(url) = office.address() else {
        panic!("no server");
    };
    let (line, url) = Line::to(url).await;
    (office, line, Address::Postgres(url))
}

async fn is_soon_ready(browser: &Visitor) {
    for _ in 0..500 {
        if browser.get("/readyz").await.status == 200 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("not ready after ten seconds");
}

async fn away_and_back() {
    let (office, mut line, address) = over_a_line().await;
    let (_process, browser) = office.serve_at(&address);
    let browser = signed_in(&office, &browser).await;
    let mut people = People::default();
    for _ in 0..3 {
        for _ in 0..5 {
            assert_eq!(people.enter(&browser).await.status, 303);
        }
        line.cut().await;

        assert_eq!(browser.get("/readyz").await.status, 503);
        assert_eq!(browser.get("/healthz").await.status, 200);
        for answer in [
            browser.get(OF_THE_OFFICE).await,
            people.enter(&browser).await,
            browser.get("/weimar/gibt-es-nicht").await,
        ] {
            assert_eq!(answer.status, 503, "{}", answer.text());
            assert!(answer.has("Die Datenbank antwortet zurzeit nicht."));
            assert!(answer.has("sehen Sie dann nach, ob es angekommen ist"));
            assert_eq!(answer.header("retry-after"), "30");
        }
        let english = browser.get("/en/weimar/personen").await;
        assert!(english.has("The database does not answer"));

        line.mend().await;
        is_soon_ready(&browser).await;
        assert_eq!(browser.get(OF_THE_OFFICE).await.status, 200);
    }
    assert_eq!(people.enter(&browser).await.status, 303);
    assert_eq!(people.are_there(&office.store()).await, 0);
    let wish = form![("mail", kreis::demo::contents::OFFICE), ("weiter", "")];
    assert_eq!(browser.post("/anmelden", wish).await.status, 303);
}

#[test]
fn a_server_that_is_away_is_told_and_waited_for() {
    if DbKind::Postgres.is_here() {
        in_runtime(away_and_back());
    }
}

/// Ends all sessions but the one that asks.
fn end_sessions(conn: &mut Conn<'_>) -> Result<i64, base::Fault> {
    conn.count(
        "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()",
        &[],
    )
}

/// How often the sessions are ended, and the line is cut.
const TIMES: u32 = 12;

async fn cut_off_under_load() {
    let (office, mut line, address) = over_a_line().await;
    let (_process, browser) = office.serve_at(&address);
    let browser = signed_in(&office, &browser).await;
    let mut people = People::default();
    let store = office.store();
    for time in 0..TIMES {
        let work = async {
            // Until well after the cut.
            for _ in 0..15 {
                let status = people.enter(&browser).await.status;
                assert!([303, 503].contains(&status), "{status}");
            }
        };
        let cut = async {
            tokio::time::sleep(Duration::from_millis(37) * (time % 4)).await;
            if time % 2 == 0 {
                store.read(end_sessions).await.unwrap();
            } else {
                line.cut().await;
                line.mend().await;
            }
        };
        tokio::join!(work, cut);
        is_soon_ready(&browser).await;
    }
    assert_eq!(people.enter(&browser).await.status, 303);
    let unsaid = people.are_there(&store).await;
    eprintln!(
        "{TIMES} cuts: {} of {} acknowledged, {unsaid} more are there",
        people.acknowledged(),
        people.0.len()
    );
}

#[test]
fn sessions_that_are_cut_off_lose_nothing_that_was_acknowledged() {
    if DbKind::Postgres.is_here() {
        in_runtime(cut_off_under_load());
    }
}
