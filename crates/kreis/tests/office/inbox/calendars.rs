//! What calendar programs answer.

use gatherings::Reply;

use super::shapes::{Said, desktop, telephone, web};
use super::*;

fn said<'s>(from: &'s str, uid: &'s str, partstat: &'s str, message_id: &'s str) -> Said<'s> {
    Said {
        from,
        attendee: from,
        uid,
        partstat,
        sequence: 0,
        at: "20171120T075900Z",
        message_id,
    }
}

story!(each_calendar_program_is_understood, |trial| async {
    let mails = invited(trial).await;
    let uid = gathering(trial).await.uid();
    let [first, second, third] = [0, 1, 2].map(|at| to(&mails[at]));

    let raws = [
        desktop(&said(&first, &uid, "ACCEPTED", "1@haus.beispiel.example")),
        web(&said(&second, &uid, "TENTATIVE", "2@web.beispiel.example")),
        telephone(&said(&third, &uid, "DECLINED", "3@tel.beispiel.example")),
    ];
    for raw in raws {
        assert_eq!(arrives(trial, raw).await, NEW_CALENDAR);
    }

    let counts = counts(trial).await;
    assert_eq!((counts.yes, counts.tentative, counts.no), (1, 1, 1));
    let yes = invitation(trial, &first).await;
    assert_eq!(yes.replied_through, "calendar");
    assert_eq!(yes.note, "Ich bringe Zahlen mit.");
    let page = trial.office.get(&format!("{PAGE}/einladung")).await;
    assert!(page.has("über den Kalender"));
    // Nothing is left to do, and nobody was answered by a machine.
    let inbox = trial.office.get("/weimar/posteingang").await;
    assert!(inbox.has("Nichts zu erledigen"));
    trial.run_due().await;
    assert_eq!(trial.mails().await.len(), mails.len());
});

story!(a_mail_taken_twice_changes_nothing, |trial| async {
    let mails = invited(trial).await;
    let uid = gathering(trial).await.uid();
    let from = to(&mails[0]);
    let raw = desktop(&said(&from, &uid, "ACCEPTED", "1@haus.beispiel.example"));

    assert_eq!(arrives(trial, raw.clone()).await, NEW_CALENDAR);
    let before = invitation(trial, &from).await;
    assert_eq!(arrives(trial, raw).await, Taken::Known);

    assert_eq!(invitation(trial, &from).await, before);
    assert_eq!(filed(trial).await.len(), 1);
});

story!(
    an_older_answer_does_not_overwrite_a_newer_one,
    |trial| async {
        let mails = invited(trial).await;
        let uid = gathering(trial).await.uid();
        let from = to(&mails[0]);
        trial.move_to_local("2017-11-22T12:00").await;
        let newer = Said {
            at: "20171122T090000Z",
            ..said(&from, &uid, "DECLINED", "neu@haus.beispiel.example")
        };
        let older = Said {
            at: "20171121T090000Z",
            ..said(&from, &uid, "ACCEPTED", "alt@haus.beispiel.example")
        };
        let newest = Said {
            at: "20171122T100000Z",
            ..said(&from, &uid, "TENTATIVE", "neuer@haus.beispiel.example")
        };

        arrives(trial, desktop(&newer)).await;
        let late = arrives(trial, desktop(&older)).await;
        assert_eq!(late, Taken::New(Kind::Calendar, State::Quiet));
        let reply = invitation(trial, &from).await.reply;
        assert_eq!(reply, Some(Reply::No));

        // Given before the older ones were taken in, and still the newest.
        assert_eq!(arrives(trial, desktop(&newest)).await, NEW_CALENDAR);
        let reply = invitation(trial, &from).await.reply;
        assert_eq!(reply, Some(Reply::Tentative));
    }
);

story!(
    an_answer_of_somebody_else_is_kept_for_the_office,
    |trial| async {
        let mails = invited(trial).await;
        let uid = gathering(trial).await.uid();
        let guest = to(&mails[0]);
        let other = Said {
            from: "fremd@anderswo.beispiel.example",
            ..said(&guest, &uid, "ACCEPTED", "1@anderswo.beispiel.example")
        };
        let stranger = said(
            "fremd@anderswo.beispiel.example",
            &uid,
            "ACCEPTED",
            "2@x.example",
        );
        let unknown = said(
            &guest,
            "0198c0de-0000-7000-8000-00000000dead",
            "ACCEPTED",
            "3@x.example",
        );

        for raw in [desktop(&other), web(&stranger), telephone(&unknown)] {
            let taken = arrives(trial, raw).await;
            assert_eq!(taken, Taken::New(Kind::Calendar, State::Open));
        }

        assert_eq!(invitation(trial, &guest).await.reply, None);
        let inbox = trial.office.get("/weimar/posteingang").await;
        assert!(inbox.has("von einer anderen Adresse als der eingeladenen"));
        assert!(inbox.has("steht nicht auf der Gästeliste"));
        assert!(inbox.has("Den Termin dazu gibt es hier nicht"));
    }
);

story!(
    an_answer_to_an_earlier_version_is_no_answer_to_this_one,
    |trial| async {
        let mails = invited(trial).await;
        let it = gathering(trial).await;
        let (uid, guest) = (it.uid(), to(&mails[0]));
        let id = invitation(trial, &guest).await;
        let id = id_of(&id);
        trial
            .write(move |conn, moment| {
                gatherings::mark_invited(conn, id, moment.now(), 3)?;
                Ok(())
            })
            .await
            .unwrap();

        let raw = desktop(&said(&guest, &uid, "ACCEPTED", "1@haus.beispiel.example"));
        assert_eq!(
            arrives(trial, raw).await,
            Taken::New(Kind::Calendar, State::Open)
        );

        assert_eq!(invitation(trial, &guest).await.reply, None);
        let page = trial.office.get("/weimar/posteingang").await;
        assert!(page.has("einem früheren Stand des Termins"));
    }
);

story!(
    an_answer_after_the_beginning_is_kept_and_not_written_down,
    |trial| async {
        let mails = invited(trial).await;
        let (uid, guest) = (gathering(trial).await.uid(), to(&mails[0]));
        trial.move_to_local("2017-12-07T15:00").await;

        let raw = desktop(&said(&guest, &uid, "ACCEPTED", "1@haus.beispiel.example"));
        assert_eq!(
            arrives(trial, raw).await,
            Taken::New(Kind::Calendar, State::Open)
        );

        assert_eq!(invitation(trial, &guest).await.reply, None);
    }
);
