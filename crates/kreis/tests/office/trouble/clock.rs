//! The machine's clock jumps, forward and back.

use gatherings::State;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use register::actions::{LINK_LIVES, sign_in_link};
use store::{Conn, Job, Row, params};
use trial::{Trial, form, story};

use super::OF_THE_OFFICE;

const GATHERING: &str = "2017-12-07-fachkraefte-dringend-gesucht";
/// A clock whose battery was changed by somebody in a hurry.
const FAR_AHEAD: &str = "2099-05-05T10:00:00Z";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Sets the office's clock without a word to anybody.
fn jump(trial: &Trial, local: &str) {
    let local: jiff::civil::DateTime = local.parse().unwrap();
    let hour = local.in_tz("Europe/Berlin").unwrap().timestamp();
    trial.app.clock.move_to(hour);
}

async fn gathering(trial: &Trial) -> gatherings::Gathering {
    trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
            Ok(gatherings::gathering_by_slug(conn, network, GATHERING)?.unwrap())
        })
        .await
}

/// How many letters there are, and how often the gathering was noted as held.
async fn done(trial: &Trial) -> (i64, i64) {
    let id = gathering(trial).await.id;
    trial
        .read(move |conn| {
            let letters = conn.count("SELECT COUNT(*) FROM letter", &[])?;
            let held = "SELECT COUNT(*) FROM journal WHERE verb = 'gathering-held'
                        AND subject_id = $1";
            Ok((letters, conn.count(held, params![id])?))
        })
        .await
}

story!(
    what_was_done_is_not_done_again_when_the_clock_falls_back,
    |trial| async {
        crate::invitations::lay_out(trial).await;
        crate::invitations::release(trial).await;
        trial.run_due().await;
        kreis::house::heed_clock(&trial.app).await.unwrap();
        let before = done(trial).await;
        trial.move_to_local("2017-12-08T09:00").await;
        let after = done(trial).await;
        assert_eq!(gathering(trial).await.state, State::Held);
        assert_eq!(after.1, 1);
        assert!(after.0 > before.0, "nobody was reminded");
        let mails = trial.mails().await.len();

        jump(trial, "2017-12-03T09:00");
        kreis::house::heed_clock(&trial.app).await.unwrap();
        trial.run_due().await;
        trial.move_to_local("2017-12-08T09:00").await;

        assert_eq!(done(trial).await, after);
        assert_eq!(trial.mails().await.len(), mails);
    }
);

story!(
    what_is_due_later_is_not_done_early_when_the_clock_falls_back,
    |trial| async {
        trial.move_to_local("2017-12-06T09:00").await;
        jump(trial, "2017-12-01T09:00");
        assert_eq!(trial.run_due().await, 0);
        trial.move_to_local("2017-12-07T12:00").await;
        assert_eq!(gathering(trial).await.state, State::Announced);
        trial.move_to_local("2017-12-08T09:00").await;
        assert_eq!(gathering(trial).await.state, State::Held);
        assert_eq!(done(trial).await.1, 1);
    }
);

fn due_of(conn: &mut Conn<'_>, subject: &str) -> Result<Timestamp, base::Fault> {
    let found = "SELECT due_at FROM job WHERE subject = $1";
    Ok(conn.one(found, params![subject], Row::take)?.unwrap())
}

story!(
    what_a_clock_far_ahead_has_put_off_is_done_once_it_is_set_right,
    |trial| async {
        kreis::house::heed_clock(&trial.app).await.unwrap();
        let morning = trial.app.clock.now();
        trial.app.clock.move_to(at(FAR_AHEAD));
        trial.run_due().await;
        let entered = trial.write(|conn, moment| {
            let now = moment.now();
            let later = now.checked_add(30.hours()).unwrap();
            for (subject, due) in [("at once", now), ("tried", now), ("in its time", later)] {
                let job = Job {
                    kind: "nobody.does",
                    subject,
                    due,
                };
                let id = conn.later(moment, &job)?;
                if subject == "tried" {
                    conn.job_begun(id)?;
                    conn.job_failed(id, "busy", Some(later))?;
                }
            }
            Ok(())
        });
        entered.await.unwrap();

        trial.app.clock.move_to(morning);
        kreis::house::heed_clock(&trial.app).await.unwrap();

        let due = trial.read(|conn| {
            let one = |conn: &mut Conn<'_>, subject| due_of(conn, subject);
            Ok((
                one(conn, "at once")?,
                one(conn, "tried")?,
                one(conn, "in its time")?,
                one(conn, "")?,
            ))
        });
        let (at_once, tried, in_its_time, next_morning) = due.await;
        assert_eq!((at_once, tried), (morning, morning));
        assert!(in_its_time > at(FAR_AHEAD));
        assert!(next_morning < morning.checked_add(24.hours()).unwrap());
        trial.move_to_local("2017-11-21T07:05").await;
        let day = trial.read(|conn| {
            let day = "SELECT MIN(day) FROM office_morning";
            conn.one(day, &[], Row::take::<Date>)
        });
        assert_eq!(day.await, Some(jiff::civil::date(2017, 11, 21)));
    }
);

async fn is_signed_in(visitor: &trial::Visitor) -> bool {
    visitor.get(OF_THE_OFFICE).await.status == 200
}

story!(
    no_session_lives_on_because_the_clock_was_ahead,
    |trial| async {
        let clock = &trial.app.real_clock;
        let morning = clock.now();
        let office = kreis::demo::contents::OFFICE;
        let steady = trial.signed_in_as(office).await;
        clock.move_to(morning.checked_sub(2.hours()).unwrap());
        assert!(is_signed_in(&steady).await);
        clock.move_to(morning.checked_add((24 * 29).hours()).unwrap());
        assert!(is_signed_in(&steady).await);

        clock.move_to(at(FAR_AHEAD));
        assert!(!is_signed_in(&steady).await);
        let from_afar = trial.signed_in_as(office).await;
        assert!(is_signed_in(&from_afar).await);
        let mut moment = trial.app.real_moment();
        let link = trial
            .write(move |conn, _| {
                let account = register::account_by_mail(conn, office)?.unwrap().id;
                Ok(sign_in_link(conn, &mut moment, account, LINK_LIVES, "")?)
            })
            .await
            .unwrap();

        clock.move_to(morning);
        assert!(!is_signed_in(&from_afar).await);
        assert_ne!(trial.nobody.post(&link, form![]).await.status, 303);
        assert!(is_signed_in(&trial.signed_in_as(office).await).await);
    }
);
