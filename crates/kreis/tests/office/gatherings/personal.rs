//! One's own calendar by a secret address: what stands in it, who opens it, how it ends.

use axum::body::Body;
use axum::http::Method;
use trial::{Seen, Trial, Visitor, form, story};

use super::{announced, at, but, facts, invited, planned};

const PAGE: &str = "/konto/kalender";

/// Gives a person's calendar an address; the page that shows it, and the address itself.
async fn subscribed(visitor: &Visitor) -> (String, String) {
    let made = visitor.post(PAGE, form![]).await;
    assert_eq!(made.status, 303, "{}", made.text());
    let shown = made.location().to_owned();
    let token = shown.rsplit('/').next().unwrap();
    assert!(token.len() >= 40, "long and random: {token}");
    let feed = format!("/kalender/{token}.ics");
    let page = visitor.get(&shown).await;
    assert!(page.has(&feed), "{}", page.text());
    (shown, feed)
}

/// The lines of a calendar, unfolded.
fn lines(feed: &Seen) -> Vec<String> {
    let text = String::from_utf8(feed.body.clone()).unwrap();
    let whole = text.replace("\r\n ", "");
    whole.lines().map(str::to_owned).collect()
}

/// The lines of the event with this title.
fn event(feed: &Seen, title: &str) -> Option<Vec<String>> {
    let all = lines(feed);
    let events = all.split(|line| line == "BEGIN:VEVENT").skip(1);
    let wanted = format!("SUMMARY:{title}");
    events
        .map(<[String]>::to_vec)
        .find(|event| event.contains(&wanted))
}

fn line(event: &[String], name: &str) -> String {
    let found = event.iter().find(|it| it.starts_with(name));
    found.cloned().unwrap_or_default()
}

async fn again(trial: &Trial, feed: &str, tag: &str) -> Seen {
    let headers = [("if-none-match", tag)];
    trial
        .nobody
        .ask(Method::GET, feed, &headers, Body::empty())
        .await
}

story!(
    a_personal_feed_holds_what_its_person_may_see,
    |trial| async {
        for audience in ["public", "members", "invited"] {
            let title = format!("Runde {audience}");
            announced(
                trial,
                but(facts(&title, "2018-02-01"), "audience", audience),
            )
            .await;
        }
        let asked = but(facts("Zu zweit", "2018-02-02"), "audience", "invited");
        let asked = announced(trial, asked).await;
        invited(trial, at(trial, &asked).await.id, None).await;
        planned(trial, facts("Noch geheim", "2018-02-03")).await;

        let (_, of_member) = subscribed(&trial.member).await;
        let (_, of_office) = subscribed(&trial.office).await;
        let (_, of_stranger) = subscribed(&trial.stranger).await;
        let (member, office, stranger) = (
            trial.nobody.get(&of_member).await,
            trial.nobody.get(&of_office).await,
            trial.nobody.get(&of_stranger).await,
        );

        for (title, expected) in [
            ("Runde public", [true, true, false]),
            ("Runde members", [true, true, false]),
            ("Runde invited", [false, true, false]),
            ("Zu zweit", [true, true, false]),
            ("Noch geheim", [false, true, false]),
        ] {
            for (feed, expected) in [&member, &office, &stranger].into_iter().zip(expected) {
                assert_eq!(feed.status, 200);
                assert_eq!(event(feed, title).is_some(), expected, "{title}");
            }
        }
        let draft = event(&office, "Noch geheim").unwrap();
        assert_eq!(line(&draft, "STATUS"), "STATUS:TENTATIVE");
        let public = trial.nobody.get("/weimar/termine.ics").await;
        let (own, common) = (
            event(&member, "Runde public").unwrap(),
            event(&public, "Runde public").unwrap(),
        );
        assert_eq!(line(&own, "UID"), line(&common, "UID"));
        assert_eq!(line(&own, "SEQUENCE"), line(&common, "SEQUENCE"));
        assert_eq!(member.header("content-type"), public.header("content-type"));
        assert!(!member.has("ATTENDEE") && !member.has("ORGANIZER"));
        assert_eq!(member.header("cache-control"), "private, no-cache");
        assert!(member.header("x-robots-tag").contains("noindex"));
        let english = trial.nobody.get(&format!("/en{of_member}")).await;
        assert!(english.has("My network meetings") && english.has("/en/weimar/termine/"));
    }
);

story!(
    a_personal_feed_follows_changes_and_is_sent_once,
    |trial| async {
        let path = announced(
            trial,
            but(facts("Nur für uns", "2018-02-01"), "audience", "members"),
        )
        .await;
        let (_, feed) = subscribed(&trial.member).await;
        let first = trial.nobody.get(&feed).await;
        let tag = first.header("etag").to_owned();

        let same = again(trial, &feed, &tag).await;
        assert_eq!((same.status, same.body.len()), (304, 0));
        assert_eq!(same.header("etag"), tag);

        trial.move_to_local("2017-11-21T09:00").await;
        let cancelled = form![("reason", "Krankheit"), ("inform", "quiet")];
        let done = trial
            .office
            .post(&format!("{path}/absage"), cancelled)
            .await;
        assert_eq!(done.status, 303, "{}", done.text());
        let changed = again(trial, &feed, &tag).await;

        assert_eq!(changed.status, 200);
        let (before, after) = (
            event(&first, "Nur für uns").unwrap(),
            event(&changed, "Nur für uns").unwrap(),
        );
        assert_eq!(line(&after, "STATUS"), "STATUS:CANCELLED");
        assert_eq!(line(&after, "UID"), line(&before, "UID"));
        let number = |event: &[String]| -> u32 {
            let line = line(event, "SEQUENCE:");
            line.replace("SEQUENCE:", "").parse().unwrap()
        };
        assert!(number(&after) >= number(&before));
        assert!(line(&after, "DTSTAMP") > line(&before, "DTSTAMP"));
    }
);

story!(
    a_new_address_stops_the_old_one_and_an_end_both,
    |trial| async {
        let blank = trial.member.get(PAGE).await;
        assert!(blank.has("Kalenderadresse anlegen") && !blank.has("Kalender beenden"));
        let (shown, first) = subscribed(&trial.member).await;
        let known = trial.member.get(PAGE).await;
        assert!(
            known.has("hat seit") && !known.has(&first),
            "shown once only"
        );
        assert_eq!(trial.office.get(&shown).await.status, 404);
        assert_eq!(trial.nobody.get(&shown).await.status, 303);
        trial.nobody.head(&first).await;
        assert_eq!(trial.nobody.get(&first).await.status, 200);

        let (_, second) = subscribed(&trial.member).await;
        assert_eq!(trial.nobody.get(&first).await.status, 404);
        assert_eq!(trial.member.get(&shown).await.status, 404);
        assert_eq!(trial.nobody.get(&second).await.status, 200);
        let (_, of_office) = subscribed(&trial.office).await;

        let ended = trial.member.post("/konto/kalender/ende", form![]).await;
        assert_eq!(ended.status, 303);
        assert_eq!(trial.nobody.get(&second).await.status, 404);
        assert_eq!(trial.nobody.get(&of_office).await.status, 200);
        let blank = trial.member.get(PAGE).await;
        assert!(blank.has("Kalenderadresse anlegen"));
    }
);

story!(who_leaves_a_network_loses_its_gatherings, |trial| async {
    let fields = but(facts("Nur für uns", "2018-02-01"), "audience", "members");
    announced(trial, fields).await;
    let (_, feed) = subscribed(&trial.member).await;
    assert!(trial.nobody.get(&feed).await.has("Nur für uns"));

    trial
        .write(|conn, _| {
            for left in [
                "UPDATE person_function SET until_day = '2017-11-01'",
                "UPDATE group_member SET until_day = '2017-11-01'",
            ] {
                conn.exec(left, &[])?;
            }
            Ok::<_, base::Halt>(())
        })
        .await
        .unwrap();
    assert!(!trial.nobody.get(&feed).await.has("Nur für uns"));

    trial
        .write(|conn, _| {
            let ended = "UPDATE account SET ended = TRUE WHERE mail = $1";
            conn.exec(ended, store::params![kreis::demo::contents::MEMBER])?;
            Ok::<_, base::Halt>(())
        })
        .await
        .unwrap();
    let closed = trial.nobody.get(&feed).await;
    assert!(!closed.has("BEGIN:VEVENT"), "{}", closed.text());
});

story!(
    the_online_link_is_in_a_personal_feed_in_time,
    |trial| async {
        let fields = but(facts("Von zu Hause", "2018-02-01"), "audience", "members");
        let fields = but(fields, "online_url", "https://treffen.example/raum");
        announced(trial, fields).await;
        let (_, of_member) = subscribed(&trial.member).await;
        assert!(!trial.nobody.get(&of_member).await.has("treffen.example"));

        trial.move_to_local("2018-02-01T13:15").await;

        let feed = trial.nobody.get(&of_member).await;
        let event = event(&feed, "Von zu Hause").unwrap();
        assert!(line(&event, "DESCRIPTION").contains("treffen.example/raum"));
        assert!(
            !trial
                .nobody
                .get("/weimar/termine.ics")
                .await
                .has("treffen.example")
        );
    }
);

story!(
    a_personal_feed_is_not_fetched_or_guessed_without_end,
    |trial| async {
        let (_, feed) = subscribed(&trial.member).await;
        let mut answers = Vec::new();
        for _ in 0..31 {
            answers.push(trial.nobody.get(&feed).await.status);
        }
        assert_eq!(answers.iter().filter(|it| **it == 200).count(), 30);
        assert_eq!(answers.last(), Some(&429));

        let mut guesses = Vec::new();
        for number in 0..41 {
            let path = format!("/kalender/geraten{number}.ics");
            guesses.push(trial.nobody.get(&path).await.status);
        }
        assert_eq!(guesses.iter().filter(|it| **it == 404).count(), 40);
        assert_eq!(guesses.last(), Some(&429));
        assert_eq!(trial.nobody.get("/kalender/ohne-endung").await.status, 404);
    }
);
