//! The program is killed in the middle of its work, again and again, as a power cut would end
//! it. What it has acknowledged must be there, nothing may be there in half, and every letter
//! goes out.
//!
//! `KREIS_KILLS` says how often each database's program is killed (usually 12).

mod crowd;
mod exactly;
mod ledger;
mod look;
mod restoring;
mod work;

use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::{Duration, Instant};

use mail::SinkManners;
use trial::{DbKind, Installation, Visitor, form, tokio};

use ledger::Ledger;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kreis");

/// How long the program lives at most, on a machine that has nothing else to do.
const LONGEST: Duration = Duration::from_millis(900);

fn kills() -> u32 {
    std::env::var("KREIS_KILLS")
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or(12)
}

/// Something between nothing and this long, never the same twice.
fn a_while(longest: Duration) -> Duration {
    let chance = RandomState::new().build_hasher().finish() % 1000;
    longest.mul_f64(f64::from(u32::try_from(chance).unwrap()) / 1000.0)
}

fn in_runtime(story: impl Future<Output = ()>) {
    tokio::runtime::Runtime::new().unwrap().block_on(story);
}

/// The office's browser, wherever the program listens after its next start.
async fn signed_in(office: &Installation) -> trial::Seen {
    let link = office.sign_in_link(kreis::demo::contents::OFFICE);
    let (_process, browser) = office.serve();
    let answer = browser.post(&link, form![]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer
}

async fn killed_at_random(kind: DbKind) {
    let manners = SinkManners {
        answer_delay: Duration::from_millis(3),
        ..SinkManners::default()
    };
    let office = Installation::furnished(PROGRAM, kind, manners).await;
    let session = signed_in(&office).await;
    let mut ledger = Ledger::default();
    let longest = {
        let begun = Instant::now();
        let (_process, browser) = office.serve();
        work::invite_once(&browser.with_cookie_of(&session), &mut ledger.rounds).await;
        // On a slow machine nothing would ever be done before the end.
        LONGEST.max(begun.elapsed() * 2)
    };
    for _ in 0..kills() {
        let (mut process, browser) = office.serve();
        let browser: Visitor = browser.with_cookie_of(&session);
        let work = work::everything(&office, &browser, &mut ledger);
        let end = async {
            tokio::time::sleep(a_while(longest)).await;
            process.kill();
        };
        tokio::join!(work, end);
        look::nothing_is_lost_or_half(&office.store(), &mut ledger).await;
    }
    let (_process, _browser) = office.serve();
    let again = look::given_up_is_tried_again(&office.store()).await;
    let (mails, twice) = look::every_letter_went_out(&office, &ledger, kills()).await;
    eprintln!(
        "{kind:?}: {} kills; {ledger}; {mails} mails, {twice} of them twice; {again} jobs given up",
        kills()
    );
}

fn story(kind: DbKind, story: impl AsyncFnOnce(DbKind)) {
    if kind.is_here() {
        in_runtime(story(kind));
    }
}

#[test]
fn killed_at_random_on_sqlite() {
    story(DbKind::Sqlite, killed_at_random);
}

#[test]
fn killed_at_random_on_postgres() {
    story(DbKind::Postgres, killed_at_random);
}

async fn killed_while_it_makes_its_tables(kind: DbKind) {
    let mut count = 0;
    for _ in 0..kills().div_ceil(3) {
        let office = Installation::empty(PROGRAM, kind).await;
        for _ in 0..3 {
            let mut process = office.start(&["migrate"]);
            tokio::time::sleep(a_while(Duration::from_millis(250))).await;
            process.kill();
            count += 1;
        }
        let (success, said) = office.start(&["migrate"]).end();
        assert!(success, "{said}");
        let (_process, browser) = office.serve();
        assert_eq!(browser.get("/readyz").await.status, 200);
    }
    eprintln!("{kind:?}: {count} kills while tables are made; all are there in the end");
}

#[test]
fn killed_while_it_makes_its_tables_on_sqlite() {
    story(DbKind::Sqlite, killed_while_it_makes_its_tables);
}

#[test]
fn killed_while_it_makes_its_tables_on_postgres() {
    story(DbKind::Postgres, killed_while_it_makes_its_tables);
}
