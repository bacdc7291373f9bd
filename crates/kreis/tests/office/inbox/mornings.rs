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

/// Says how the gathering reminds.
async fn remind(trial: &Trial, answer: &str, days: &str, day_before: &str) -> trial::Seen {
    let fields = form![
        ("answer", answer),
        ("days", days),
        ("day_before", day_before)
    ];
    let path = format!("{PAGE}/einladung/erinnerung");
    trial.leader.get(&path).await;
    trial.office.post(&path, fields).await
}

story!(a_gathering_reminds_by_a_rule_of_its_own, |trial| async {
    let mails = invited(trial).await;
    inbox::wake(&trial.app).await.unwrap();
    let list = format!("{PAGE}/einladung");
    assert!(trial.office.get(&list).await.has("3 Tage vorher"));

    let set = remind(trial, "own", "10", "no").await;
    assert_eq!(set.status, 303, "{}", set.text());
    let page = trial.office.get(&list).await;
    assert!(page.has("10 Tage vorher"), "{}", page.text());
    let form = trial.office.get(&format!("{list}/erinnerung")).await;
    assert_eq!(form.field("days").as_deref(), Some("10"));
    let noted = "SELECT COUNT(*) FROM journal WHERE verb = 'own-reminders-set'";
    assert_eq!(trial.read(move |conn| conn.count(noted, &[])).await, 1);

    trial.move_to_local("2017-11-26T12:00").await;
    assert_eq!(waiting(trial).await, 0);
    trial.move_to_local("2017-11-27T12:00").await;
    assert_eq!(usize::try_from(waiting(trial).await).unwrap(), mails.len());

    // As the network says again: nobody is reminded twice, but of tomorrow.
    let set = remind(trial, "network", "", "network").await;
    assert_eq!(set.status, 303, "{}", set.text());
    answers(trial, &to(&mails[0]), "ACCEPTED").await;
    without_release(trial).await;
    trial.move_to_local("2017-12-06T12:00").await;
    assert_eq!(usize::try_from(waiting(trial).await).unwrap(), mails.len());
    assert_eq!(about_it(trial, "Ihre Antwort fehlt").await, 0);
    assert_eq!(about_it(trial, "Morgen:").await, 1);
});

story!(
    a_gathering_that_reminds_nobody_is_quiet_to_its_day,
    |trial| async {
        let mails = invited(trial).await;
        inbox::wake(&trial.app).await.unwrap();
        without_release(trial).await;
        answers(trial, &to(&mails[0]), "ACCEPTED").await;

        let set = remind(trial, "never", "", "no").await;
        assert_eq!(set.status, 303, "{}", set.text());
        let list = trial.office.get(&format!("{PAGE}/einladung")).await;
        assert!(list.has("keine Erinnerungen"), "{}", list.text());
        trial.move_to_local("2017-12-06T12:00").await;

        assert_eq!(about_it(trial, "Ihre Antwort fehlt").await, 0);
        assert_eq!(about_it(trial, "Morgen:").await, 0);
    }
);

story!(
    a_rule_that_says_nothing_is_refused_with_what_was_typed,
    |trial| async {
        for (days, day_before) in [("", "yes"), ("0", "yes"), ("31", "yes"), ("zehn", "no")] {
            let refused = remind(trial, "own", days, day_before).await;
            assert_eq!(refused.status, 422, "{days}");
            assert_eq!(refused.field("days").as_deref(), Some(days));
        }
        assert_eq!(remind(trial, "", "", "yes").await.status, 422);
        assert_eq!(remind(trial, "never", "", "").await.status, 422);
        trial.move_to_local("2017-12-07T23:00").await;
        let late = remind(trial, "never", "", "no").await;
        assert_eq!(late.status, 422);
        assert!(late.has("niemand mehr erinnert"), "{}", late.text());
    }
);

story!(
    the_morning_mail_says_all_that_came_with_an_answer,
    |trial| async {
        let mails = invited(trial).await;
        inbox::wake(&trial.app).await.unwrap();
        let text = mails[0].text.clone().unwrap();
        let link = text
            .split_whitespace()
            .find_map(|word| word.strip_prefix(trial::BASE_URL))
            .filter(|path| path.contains("/antwort/"))
            .unwrap();
        let typed = form![
            ("reply", "no"),
            ("deputy", "Fachbereichsleitung"),
            ("note", "Wir bringen Zahlen mit.")
        ];
        let action = link.split('?').next().unwrap();
        let done = trial.nobody.post(action, typed).await;
        assert_eq!(done.status, 303, "{}", done.text());

        trial.move_to_local("2017-11-21T07:30").await;

        let digest = trial.mails().await.pop().unwrap().text.unwrap();
        assert!(digest.contains("Absage (Fachkräfte"), "{digest}");
        assert!(digest.contains("Es kommt stattdessen: Fachbereichsleitung"));
        assert!(digest.contains("Hinweis: Wir bringen Zahlen mit."));
    }
);
