//! The queue: what panics, gives up or comes again.

use base::Fault;
use jiff::{SignedDuration, Timestamp};
use store::{Conn, Job, Waiting};

use crate::house::{House, START, house};

async fn enter(house: &House, kinds: &'static [&'static str]) {
    let mut moment = house.app.moment();
    house
        .app
        .store
        .write(move |conn| {
            for kind in kinds {
                let due = moment.now();
                conn.later(
                    &mut moment,
                    &Job {
                        kind,
                        subject: "x",
                        due,
                    },
                )?;
            }
            Ok::<_, Fault>(())
        })
        .await
        .unwrap();
}

/// All jobs that wait, now or ever, and those that were given up.
async fn waiting(house: &House) -> (Vec<Waiting>, Vec<Waiting>) {
    house
        .app
        .store
        .read(|conn: &mut Conn<'_>| {
            let end = Timestamp::MAX - SignedDuration::from_hours(48);
            Ok::<_, Fault>((conn.jobs_due(end, 99)?, conn.dead_jobs()?))
        })
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_job_that_fails_stops_no_other() {
    let house = house().await;
    enter(
        &house,
        &[
            "house.panic",
            "house.never",
            "house.again",
            "house.unknown",
            "house.count",
            "house.panic",
            "house.panic",
            "house.panic",
            "house.panic",
            "house.panic",
            "house.panic",
            "house.panic",
            "house.panic",
            "house.count",
        ],
    )
    .await;

    // Two who ask at once never run a job twice.
    let (one, two) = tokio::join!(shell::run_due(&house.app), shell::run_due(&house.app));

    assert_eq!(one.unwrap() + two.unwrap(), 14);
    assert_eq!(house.ran(), 2);
    let (again, dead) = waiting(&house).await;
    let start: Timestamp = START.parse().unwrap();
    assert_eq!(again.len(), 10);
    for job in again {
        assert_eq!(
            (job.attempts, job.due),
            (1, start + SignedDuration::from_secs(30))
        );
        let error = job.last_error.unwrap();
        let expected = if job.kind == "house.panic" {
            "survive a job: "
        } else {
            "try"
        };
        assert!(error.starts_with(expected), "{error}");
    }
    let mut kinds: Vec<_> = dead.iter().map(|job| job.kind.as_str()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["house.never", "house.unknown"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn waits_grow_and_end_and_a_clock_that_goes_back_only_waits() {
    let house = house().await;
    enter(&house, &["house.again"]).await;
    let mut waits = Vec::new();
    while let (again, _) = waiting(&house).await
        && let [job] = again.as_slice()
    {
        house.app.clock.move_to(job.due);
        shell::run_due(&house.app).await.unwrap();
        if let [next] = waiting(&house).await.0.as_slice() {
            waits.push(next.due.duration_since(job.due).as_secs());
        }
        if waits.len() == 3 {
            house.app.clock.move_to(START.parse().unwrap());
            assert_eq!(shell::run_due(&house.app).await.unwrap(), 0);
        }
    }

    assert_eq!(
        waits,
        [30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 21600]
    );
    let (_, dead) = waiting(&house).await;
    assert_eq!(dead.len(), 1);
    assert_eq!(dead[0].attempts, 12);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_took_the_program_down_each_time_is_not_begun_again() {
    let house = house().await;
    enter(&house, &["house.count"]).await;
    let (again, _) = waiting(&house).await;
    let id = again[0].id;
    for _ in 0..12 {
        let begun = house.app.store.housekeep(move |conn| conn.job_begun(id));
        assert!(begun.await.unwrap());
    }

    shell::run_due(&house.app).await.unwrap();

    let (again, dead) = waiting(&house).await;
    assert_eq!((again.len(), dead.len(), house.ran()), (0, 1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_always_comes_at_once_still_ends() {
    let house = house().await;
    enter(&house, &["house.soon"]).await;

    assert_eq!(shell::run_due(&house.app).await.unwrap(), 12);
    let (again, dead) = waiting(&house).await;
    assert_eq!((again.len(), dead.len()), (0, 1));
}
