//! Answers by the links of a mail and by the office.

use jiff::SignedDuration;

use super::*;

story!(
    after_the_start_an_answer_is_kindly_declined,
    |trial| async {
        let mails = invited(trial).await;
        let link = answer_link(&mails[0], "zusage");
        let action = link.split('?').next().unwrap().to_owned();
        trial.move_to_local("2017-12-07T23:00").await;

        let page = trial.nobody.get(&link).await;
        assert_eq!(page.status, 200);
        assert!(
            page.has("Der Termin hat schon begonnen."),
            "{}",
            page.text()
        );
        let late = trial.nobody.post(&action, form![("reply", "yes")]).await;
        assert_eq!(late.status, 422);
        assert_eq!(counts(trial).await.yes, 0);
    }
);

story!(
    the_link_of_a_mail_shows_the_online_meeting_in_time,
    |trial| async {
        const URL: &str = "https://treffen.example/raum-7";
        let it = gathering(trial).await;
        let id = it.id;
        let mails = invited(trial).await;
        let link = answer_link(&mails[0], "zusage");
        assert!(!trial.nobody.get(&link).await.has("online"));
        trial
            .write(move |conn, _| {
                let set = "UPDATE gathering SET online_url = $1 WHERE id = $2";
                Ok(conn.exec(set, store::params![URL, id])?)
            })
            .await
            .unwrap();

        for (minutes, shown) in [(-61, false), (-60, true), (30, true), (600, false)] {
            let hour = it.starts_at + SignedDuration::from_mins(minutes);
            trial.move_to(hour).await;
            let page = trial.nobody.get(&link).await;
            assert_eq!(page.html().contains(URL), shown, "{hour}");
            assert!(shown || page.has("ab einer Stunde vor Beginn"), "{hour}");
        }
    }
);

story!(links_that_open_nothing_all_look_alike, |trial| async {
    let mails = invited(trial).await;
    let unknown = trial.nobody.get("/antwort/unbekannt?a=zusage").await;
    assert_eq!(unknown.status, 404);
    assert!(unknown.has("Dieser Link gilt nicht mehr"));
    assert!(unknown.has("geschaeftsstelle@kreisgruppe-weimar.example"));

    let link = answer_link(&mails[0], "zusage");
    let action = link.split('?').next().unwrap().to_owned();
    let first = first_guest(trial, &mails[0]).await;
    act(trial, move |conn, moment, who, _| {
        invitations::withdraw(conn, moment, who, (first, false))
    })
    .await;
    assert_eq!(trial.nobody.get(&link).await.text(), unknown.text());
    assert_eq!(
        trial
            .nobody
            .post(&action, form![("reply", "yes")])
            .await
            .status,
        404
    );
    assert_eq!(counts(trial).await.yes, 0);

    let other = answer_link(&mails[1], "zusage");
    trial.move_to_local("2018-01-20T12:00").await;
    assert_eq!(trial.nobody.get(&other).await.text(), unknown.text());
});

async fn first_guest(trial: &Trial, mail: &ReadMail) -> base::InvitationId {
    let (id, address) = (gathering(trial).await.id, mail.to[0].address.clone());
    let guests = trial
        .read(move |conn| gatherings::guest_list(conn, id))
        .await;
    let guest = guests
        .iter()
        .find(|(_, guest)| guest.person.mail == address);
    guest.unwrap().0.id
}

story!(a_link_answers_for_its_own_person_alone, |trial| async {
    let mails = invited(trial).await;
    let first = first_guest(trial, &mails[0]).await;
    let action = answer_link(&mails[1], "zusage")
        .split('?')
        .next()
        .unwrap()
        .to_owned();
    trial.nobody.post(&action, form![("reply", "yes")]).await;

    let answered = trial
        .read(move |conn| gatherings::invitation(conn, first))
        .await
        .unwrap();
    assert_eq!(answered.reply, None);
    assert_eq!(counts(trial).await.yes, 1);
});

story!(
    a_gathering_that_is_moved_is_told_once_with_a_higher_sequence,
    |trial| async {
        let count = invited(trial).await.len();
        let before = gathering(trial).await;
        act(trial, move |conn, moment, who, id| {
            let when = LocalInput::on(
                date(2017, 12, 8),
                time(15, 0, 0, 0),
                time(17, 0, 0, 0),
                "Europe/Berlin",
            );
            let input = GatheringInput {
                group: before.group,
                host: before.host,
                venue: Venue {
                    name: "Rathaus".to_owned(),
                    ..Venue::default()
                },
                ..GatheringInput::new(&before.title, when.resolved().unwrap())
            };
            gatherings::change_gathering(conn, moment, who, id, (&input, Some(Inform::Tell)))
        })
        .await;
        trial.run_due().await;
        trial.run_due().await;

        let mails = trial.mails().await;
        assert_eq!(mails.len(), count * 2);
        let update = mails.last().unwrap();
        assert!(
            update.subject.starts_with("Verlegt: "),
            "{}",
            update.subject
        );
        let text = update.text.as_deref().unwrap();
        assert!(
            text.contains("bisher: Donnerstag, 7. Dezember 2017"),
            "{text}"
        );
        assert!(
            text.contains("neu: Freitag, 8. Dezember 2017, 15:00 Uhr"),
            "{text}"
        );
        let calendar = update.calendar.as_ref().unwrap();
        assert_eq!(calendar.method.as_deref(), Some("REQUEST"));
        assert!(calendar.text.contains("SEQUENCE:1\r\n"));
        assert_eq!(
            trial
                .nobody
                .get(&answer_link(update, "vorbehalt"))
                .await
                .status,
            200
        );
    }
);

story!(
    a_gathering_that_is_cancelled_leaves_the_calendars,
    |trial| async {
        let count = invited(trial).await.len();
        let link = answer_link(&trial.mails().await[0], "zusage");
        act(trial, |conn, moment, who, id| {
            let told = ("Der Saal steht unter Wasser.", Some(Inform::Tell));
            gatherings::cancel(conn, moment, who, id, told)
        })
        .await;
        trial.run_due().await;
        trial.run_due().await;

        let mails = trial.mails().await;
        assert_eq!(mails.len(), count * 2);
        let off = mails.last().unwrap();
        assert!(off.subject.starts_with("Abgesagt: "), "{}", off.subject);
        assert!(
            off.text
                .as_deref()
                .unwrap()
                .contains("Der Saal steht unter Wasser.")
        );
        let calendar = off.calendar.as_ref().unwrap();
        assert_eq!(calendar.method.as_deref(), Some("CANCEL"));
        assert!(calendar.text.contains("METHOD:CANCEL\r\n"));
        assert!(calendar.text.contains("SEQUENCE:1\r\n"));
        assert!(calendar.text.contains("STATUS:CANCELLED\r\n"));
        assert!(
            trial
                .nobody
                .get(&link)
                .await
                .has("Dieser Termin findet nicht statt.")
        );
    }
);

story!(
    what_waits_when_a_gathering_is_cancelled_never_goes,
    |trial| async {
        lay_out(trial).await;
        act(trial, |conn, moment, who, id| {
            gatherings::cancel(conn, moment, who, id, ("", Some(Inform::KeepQuiet)))
        })
        .await;
        release(trial).await;
        trial.run_due().await;

        assert_eq!(trial.mails().await.len(), 0);
    }
);

story!(
    nobody_is_invited_twice_and_a_late_member_once,
    |trial| async {
        let count = invited(trial).await.len();
        let again = round(trial).await;
        assert!(trial.office.get(&again).await.has("Schon eingeladen"));
        let refused = trial
            .office
            .post(&format!("{again}/auslage"), form![])
            .await;
        assert_eq!(refused.status, 422);

        let late = late_member(trial).await;
        let fields = form![("groups", board(trial).await), ("people", late)];
        let made = trial
            .office
            .post(&format!("{PAGE}/einladung/runde"), fields)
            .await;
        trial
            .office
            .post(&format!("{}/auslage", made.location()), form![])
            .await;
        assert_eq!(release(trial).await, 1);
        trial.run_due().await;

        assert_eq!(trial.mails().await.len(), count + 1);
    }
);

/// Somebody with a mail address who is not on the list.
async fn late_member(trial: &Trial) -> String {
    let it = gathering(trial).await;
    let people = trial
        .read(move |conn| {
            let mut people = register::people_of(conn, it.network)?;
            let known = gatherings::invitations(conn, it.id)?;
            people.retain(|one| {
                !one.person.mail.is_empty() && known.iter().all(|it| it.person != one.person.id)
            });
            Ok(people)
        })
        .await;
    people[0].person.id.to_string()
}
