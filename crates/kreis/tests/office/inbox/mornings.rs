//! The office's morning: reminders that wait for release, and one mail.

use super::shapes::{Said, answer, desktop};
use super::*;
use crate::invitations::act;

async fn subjects(trial: &Trial) -> Vec<String> {
    let mails = trial.mails().await;
    mails.into_iter().map(|mail| mail.subject).collect()
}

/// How many mails of this beginning went out about the gathering.
async fn about_it(trial: &Trial, beginning: &str) -> usize {
    let all = subjects(trial).await;
    let about = all
        .iter()
        .filter(|it| it.starts_with(beginning) && it.contains("Fachkräfte dringend gesucht"));
    about.count()
}

/// How many reminders of the gathering wait for release.
async fn waiting(trial: &Trial) -> i64 {
    trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            let groups = outbox::groups(conn, network.id)?;
            let found = groups.into_iter().find(|it| {
                it.kind == invitations::REMINDER && it.about.title.starts_with("Fachkräfte")
            });
            Ok(found.map_or(0, |it| it.count))
        })
        .await
}

async fn answers(trial: &Trial, guest: &str, partstat: &str) {
    let uid = gathering(trial).await.uid();
    let raw = desktop(&Said {
        from: guest,
        attendee: guest,
        uid: &uid,
        partstat,
        sequence: 0,
        at: "20171120T080100Z",
        message_id: &format!("{partstat}-{guest}"),
    });
    arrives(trial, raw).await;
}

/// Lets the program send by itself what else waits for release.
async fn without_release(trial: &Trial) {
    let fields = form![
        ("days", "3"),
        ("day_before", "yes"),
        ("without_release", "yes"),
        ("digest", "yes")
    ];
    let set = trial
        .office
        .post("/weimar/posteingang/einstellungen", fields)
        .await;
    assert_eq!(set.status, 303, "{}", set.text());
}

story!(
    the_silent_are_reminded_once_when_the_office_releases_it,
    |trial| async {
        let mails = invited(trial).await;
        inbox::wake(&trial.app).await.unwrap();
        answers(trial, &to(&mails[0]), "DECLINED").await;

        trial.move_to_local("2017-12-03T12:00").await;
        assert_eq!(waiting(trial).await, 0);
        trial.move_to_local("2017-12-05T12:00").await;
        let silent = mails.len() - 1;
        assert_eq!(usize::try_from(waiting(trial).await).unwrap(), silent);
        let page = trial.office.get("/weimar/postausgang").await;
        assert!(page.has("Erinnerung: Antwort fehlt"), "{}", page.text());

        let group = page.link("Fachkräfte");
        let count = trial.office.get(&group).await.field("count").unwrap();
        let released = trial
            .office
            .post(&format!("{group}/freigabe"), form![("count", count)])
            .await;
        assert_eq!(released.status, 303);
        trial.run_due().await;
        assert_eq!(about_it(trial, "Ihre Antwort fehlt").await, silent);
    }
);

story!(
    those_who_come_are_told_on_the_eve_and_never_after_a_cancellation,
    |trial| async {
        let mails = invited(trial).await;
        inbox::wake(&trial.app).await.unwrap();
        without_release(trial).await;
        answers(trial, &to(&mails[0]), "ACCEPTED").await;
        answers(trial, &to(&mails[1]), "DECLINED").await;

        trial.move_to_local("2017-12-06T12:00").await;
        assert_eq!(about_it(trial, "Morgen:").await, 1);
        assert_eq!(about_it(trial, "Ihre Antwort fehlt").await, mails.len() - 2);
        let all = trial.mails().await;
        let reminders = all.iter().filter(|it| {
            it.subject.starts_with("Morgen:") || it.subject.starts_with("Ihre Antwort")
        });
        let pairs: Vec<_> = reminders.map(|mail| (to(mail), &mail.subject)).collect();
        for pair in &pairs {
            let same = pairs.iter().filter(|it| *it == pair).count();
            assert_eq!(same, 1, "{pair:?}");
        }
    }
);

story!(a_cancelled_gathering_reminds_nobody, |trial| async {
    invited(trial).await;
    inbox::wake(&trial.app).await.unwrap();
    without_release(trial).await;
    act(trial, |conn, moment, who, id| {
        let quietly = Some(gatherings::Inform::KeepQuiet);
        gatherings::cancel(conn, moment, who, id, ("Fällt aus", quietly))
    })
    .await;

    trial.move_to_local("2017-12-06T12:00").await;

    assert_eq!(about_it(trial, "Morgen:").await, 0);
    assert_eq!(about_it(trial, "Ihre Antwort fehlt").await, 0);
});

story!(
    the_morning_mail_tells_what_happened_and_is_silent_otherwise,
    |trial| async {
        let mails = invited(trial).await;
        inbox::wake(&trial.app).await.unwrap();
        answers(trial, &to(&mails[0]), "ACCEPTED").await;
        let letter = message_id(&mails[1]);
        arrives(
            trial,
            answer(&to(&mails[1]), &letter, "Vielleicht.", "a1@haus.example"),
        )
        .await;

        trial.move_to_local("2017-11-21T06:30").await;
        let digests = |all: &[String]| {
            let digest = "Ihr Tag in der Geschäftsstelle";
            all.iter().filter(|it| it.starts_with(digest)).count()
        };
        assert_eq!(digests(&subjects(trial).await), 0);
        trial.move_to_local("2017-11-21T07:30").await;
        assert_eq!(digests(&subjects(trial).await), 1);
        let mail = trial.mails().await.pop().unwrap();
        let text = mail.text.unwrap();
        assert!(
            text.contains("Zusage (Fachkräfte dringend gesucht"),
            "{text}"
        );
        assert!(text.contains("AW: Einladung") && text.contains("haben nicht geantwortet"));

        trial.move_to_local("2017-11-23T12:00").await;
        assert_eq!(digests(&subjects(trial).await), 1, "two days without news");
    }
);

story!(
    an_office_that_wants_no_morning_mail_gets_none,
    |trial| async {
        let mails = invited(trial).await;
        inbox::wake(&trial.app).await.unwrap();
        let fields = form![("days", "0")];
        let set = trial
            .office
            .post("/weimar/posteingang/einstellungen", fields)
            .await;
        assert_eq!(set.status, 303);
        answers(trial, &to(&mails[0]), "ACCEPTED").await;

        trial.move_to_local("2017-12-06T12:00").await;

        let all = subjects(trial).await;
        let unwanted = ["Ihr Tag", "Ihre Antwort fehlt", "Morgen:"];
        let got = all
            .iter()
            .filter(|it| unwanted.iter().any(|word| it.starts_with(word)));
        assert_eq!(got.count(), 0, "{all:?}");
        let refused = trial
            .office
            .post("/weimar/posteingang/einstellungen", form![("days", "99")])
            .await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.field("days").as_deref(), Some("99"));
    }
);
