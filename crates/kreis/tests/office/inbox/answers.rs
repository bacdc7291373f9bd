//! What people write back, what machines write back, and what nobody can place.

use gatherings::Reply;

use super::shapes::{absent, answer, stray};
use super::*;

story!(words_are_the_offices_to_read, |trial| async {
    let mails = invited(trial).await;
    let guest = to(&mails[0]);
    let raw = answer(
        &guest,
        &message_id(&mails[0]),
        "Ich komme, Zusage!",
        "a1@haus.example",
    );

    let taken = arrives(trial, raw).await;

    assert_eq!(taken, Taken::New(Kind::Answer, State::Open));
    assert_eq!(invitation(trial, &guest).await.reply, None);
    let start = trial.office.get("/weimar/intern").await;
    assert!(start.has("Eine E-Mail wartet"));
    let on_page = trial.office.get(PAGE).await;
    assert!(on_page.has("Ich komme, Zusage!"), "{}", on_page.text());
    for other in [&trial.leader, &trial.member, &trial.nobody] {
        assert!(!other.get(PAGE).await.has("Ich komme, Zusage!"));
    }

    let mail = page_of(trial, "AW: Einladung").await;
    let page = trial.office.get(&mail).await;
    assert!(page.has("Ich komme, Zusage!") && page.has("Zitierter Text"));
    let done = trial
        .office
        .post(&format!("{mail}/antwort"), form![("reply", "yes")])
        .await;
    assert_eq!(done.status, 303, "{}", done.text());
    let reply = invitation(trial, &guest).await;
    assert_eq!(reply.reply, Some(Reply::Yes));
    assert_eq!(reply.replied_through, "office-mail");
    let inbox = trial.office.get("/weimar/posteingang").await;
    assert!(inbox.has("Nichts zu erledigen"));
    let list = trial.office.get(&format!("{PAGE}/einladung")).await;
    assert!(list.has("per E-Mail, eingetragen"));
});

story!(
    an_absence_note_is_filed_quietly_and_never_answered,
    |trial| async {
        let mails = invited(trial).await;
        let (guest, letter) = (to(&mails[0]), message_id(&mails[0]));
        let headers = [
            "Auto-Submitted: auto-replied",
            "Precedence: auto_reply",
            "X-Autoreply: yes",
            "X-Auto-Response-Suppress: All",
            "Precedence: bulk",
        ];

        for (number, header) in headers.iter().enumerate() {
            let id = format!("weg{number}@haus.example");
            let taken = arrives(trial, absent(&guest, &letter, header, &id)).await;
            assert_eq!(taken, Taken::New(Kind::Automatic, State::Quiet), "{header}");
        }
        let by_hand = absent(&guest, &letter, "Auto-Submitted: no", "hier@haus.example");
        assert_eq!(
            arrives(trial, by_hand).await,
            Taken::New(Kind::Answer, State::Open)
        );

        assert_eq!(invitation(trial, &guest).await.reply, None);
        trial.run_due().await;
        assert_eq!(trial.mails().await.len(), mails.len());
        let inbox = trial.office.get("/weimar/posteingang").await;
        assert!(inbox.has("Automatische Antwort"));
    }
);

story!(
    a_mail_that_nobody_can_place_is_kept_shown_as_text_and_filed,
    |trial| async {
        let taken = arrives(
            trial,
            stray("frage@unbekannt.example", "s1@unbekannt.example"),
        )
        .await;
        assert_eq!(taken, Taken::New(Kind::Unknown, State::Open));

        let networks = ["weimar", "celle", "landesverband"];
        let mut offices = Vec::new();
        for network in networks {
            let slug = network.to_owned();
            let open = trial
                .read(move |conn| {
                    let network = register::network_by_slug(conn, &slug)?.unwrap();
                    inbox::open_count(conn, network.id)
                })
                .await;
            offices.push(open);
        }
        assert_eq!(offices.iter().sum::<i64>(), 1, "one office keeps it");
    }
);

story!(
    a_stray_mail_of_a_known_person_is_read_safely,
    |trial| async {
        let mails = invited(trial).await;
        let guest = to(&mails[0]);
        arrives(trial, stray(&guest, "s1@haus.example")).await;

        let mail = page_of(trial, "Frage zum Sommerfest").await;
        let page = trial.office.get(&mail).await;
        assert!(page.has("Wann ist das Sommerfest?"), "{}", page.text());
        let html = page.html();
        assert!(!html.contains("alert(1)") && !html.contains("fremd.example"));
        let file = trial.office.get(&format!("{mail}/anlage/0")).await;
        assert_eq!(file.status, 200);
        assert_eq!(file.header("content-type"), "application/octet-stream");
        let manner = file.header("content-disposition").to_owned();
        assert!(manner.starts_with("attachment;"), "{manner}");
        assert!(!manner.contains('/') && !manner.contains("%2F") && !manner.contains('<'));
        assert_eq!(
            trial.office.get(&format!("{mail}/anlage/7")).await.status,
            404
        );

        let refused = trial.office.post(&format!("{mail}/ablage"), form![]).await;
        assert_eq!(refused.status, 422);
        let id = gathering(trial).await.id;
        let done = trial
            .office
            .post(&format!("{mail}/ablage"), form![("gathering", id)])
            .await;
        assert_eq!(done.status, 303);
        assert!(trial.office.get(PAGE).await.has("Frage zum Sommerfest"));
        // The office of another network knows nothing of it.
        let elsewhere = mail.replace("/weimar/", "/celle/");
        assert_eq!(trial.stranger.get(&elsewhere).await.status, 404);
    }
);

story!(a_mail_is_dismissed_and_taken_up_again, |trial| async {
    let mails = invited(trial).await;
    arrives(trial, stray(&to(&mails[0]), "s1@haus.example")).await;
    let mail = page_of(trial, "Frage zum Sommerfest").await;

    let done = trial
        .office
        .post(&format!("{mail}/erledigung"), form![])
        .await;
    assert_eq!(done.status, 303);
    assert!(
        trial
            .office
            .get("/weimar/posteingang")
            .await
            .has("Nichts zu erledigen")
    );
    let again = trial
        .office
        .post(&format!("{mail}/wiedervorlage"), form![])
        .await;
    assert_eq!(again.status, 303);

    assert!(
        !trial
            .office
            .get("/weimar/posteingang")
            .await
            .has("Nichts zu erledigen")
    );
});

story!(hostile_mails_are_kept_and_break_nothing, |trial| async {
    let deep = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(300);
    let mails: Vec<Vec<u8>> = vec![
        Vec::new(),
        b"\0\0\0".to_vec(),
        b"Subject: \0nul\0\r\n\r\nein\0 Text\0".to_vec(),
        b"From: \xff\xfe <a@b>\r\nSubject: \xe4\xf6\r\n\r\n\xff\xff".to_vec(),
        b"From: a@b.example\r\nSubject: =?utf-8?B?4oCuZXhlLnBkZg==?=\r\n\r\nx".to_vec(),
        format!("From: a@b.example\r\nMIME-Version: 1.0\r\n{deep}").into_bytes(),
        vec![b'A'; 300_000],
    ];

    for raw in mails {
        let taken = arrives(trial, raw).await;
        assert!(matches!(taken, Taken::New(_, State::Open)), "{taken:?}");
    }
});
