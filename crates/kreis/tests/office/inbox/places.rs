//! What calendar programs answer where to come is to register.

use gatherings::Reply;

use super::shapes::{Said, desktop};
use super::*;
use crate::registration::{in_order, opened, places, settings};

fn said<'s>(from: &'s str, uid: &'s str, partstat: &'s str, at: &'s str) -> Said<'s> {
    Said {
        from,
        attendee: from,
        uid,
        partstat,
        sequence: 0,
        at,
        message_id: at,
    }
}

story!(
    a_calendars_yes_takes_the_place_and_its_no_gives_it_back,
    |trial| async {
        opened(trial, PAGE, settings("1")).await;
        let mails = invited(trial).await;
        let uid = gathering(trial).await.uid();
        let [first, second] = [to(&mails[0]), to(&mails[1])];

        arrives(
            trial,
            desktop(&said(&first, &uid, "ACCEPTED", "20171120T075900Z")),
        )
        .await;
        let reply = invitation(trial, &first).await;
        assert_eq!(reply.reply, Some(Reply::Yes));
        assert_eq!(reply.replied_through, "calendar");
        assert_eq!(places(trial, "t.state = 'confirmed'").await, 1);
        trial.run_due().await;
        let told = trial.mails().await.pop().unwrap();
        assert!(told.subject.starts_with("Anmeldung bestätigt"));

        arrives(
            trial,
            desktop(&said(&second, &uid, "ACCEPTED", "20171120T075901Z")),
        )
        .await;
        assert_eq!(invitation(trial, &second).await.reply, None);
        assert_eq!(places(trial, "t.state = 'waiting'").await, 1);
        trial.run_due().await;
        let told = trial.mails().await.pop().unwrap();
        assert!(told.subject.starts_with("Warteliste"), "{}", told.subject);

        trial.move_to_local("2017-11-21T09:00").await;
        arrives(
            trial,
            desktop(&said(&first, &uid, "DECLINED", "20171121T075900Z")),
        )
        .await;
        assert_eq!(invitation(trial, &first).await.reply, Some(Reply::No));
        assert_eq!(places(trial, "t.state = 'offered'").await, 1);
        in_order(trial).await;
    }
);

story!(
    the_morning_mail_does_not_call_silent_who_waits_for_a_place,
    |trial| async {
        opened(trial, PAGE, settings("1")).await;
        let mails = invited(trial).await;
        let uid = gathering(trial).await.uid();
        trial.move_to_local("2017-11-23T12:00").await;
        inbox::wake(&trial.app).await.unwrap();
        for (mail, at) in mails.iter().zip(["20171123T110000Z", "20171123T110001Z"]) {
            let from = to(mail);
            arrives(trial, desktop(&said(&from, &uid, "ACCEPTED", at))).await;
        }
        assert_eq!(places(trial, "t.state = 'waiting'").await, 1);

        trial.move_to_local("2017-11-24T07:30").await;
        trial.run_due().await;

        let mails_now = trial.mails().await;
        let morning = mails_now
            .iter()
            .rfind(|it| it.subject.starts_with("Ihr Tag in der Geschäftsstelle"));
        let text = morning.and_then(|it| it.text.clone()).unwrap();
        let all = mails.len();
        let silent = format!("{} von {all} haben nicht geantwortet", all - 2);
        assert!(text.contains(&silent), "{text}");
    }
);

story!(
    where_a_place_comes_with_questions_a_calendars_yes_leads_to_them,
    |trial| async {
        opened(trial, PAGE, settings("5")).await;
        let question = form![
            ("label_de", "Essen?"),
            ("kind", "text"),
            ("required", "true"),
            ("readers", "office")
        ];
        let page = format!("{PAGE}/anmeldung/fragen");
        assert_eq!(trial.office.post(&page, question).await.status, 303);
        let mails = invited(trial).await;
        let uid = gathering(trial).await.uid();
        let first = to(&mails[0]);

        let yes = desktop(&said(&first, &uid, "ACCEPTED", "20171120T075900Z"));
        assert_eq!(arrives(trial, yes).await, NEW_CALENDAR);

        assert_eq!(invitation(trial, &first).await.reply, None);
        assert_eq!(places(trial, "1 = 1").await, 0);
        trial.run_due().await;
        let told = trial.mails().await.pop().unwrap();
        assert!(told.subject.starts_with("Bitte noch anmelden"));
        assert_eq!(to(&told), first);
        let text = told.text.as_deref().unwrap();
        let links = crate::invitations::links(text);
        let form = links.iter().find(|it| it.contains("/anmeldung/einladung/"));
        let form = trial.nobody.get(form.unwrap()).await;
        assert!(form.has("Essen?"), "{}", form.main_text());
    }
);
