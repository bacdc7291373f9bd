//! The guest list, late members, mail servers that refuse, and previews.

use super::*;

story!(
    the_office_answers_for_somebody_sends_again_and_withdraws,
    |trial| async {
        let mails = invited(trial).await;
        let guest = trial
            .office
            .get(&format!("{PAGE}/einladung"))
            .await
            .link("Lebensräume");
        let answered = trial
            .office
            .post_on(
                &format!("{guest}/antwort"),
                form![
                    ("reply", "tentative"),
                    ("through", "office-phone"),
                    ("note", "Ruft zurück.")
                ],
            )
            .await;
        assert!(
            answered.has("telefonisch, eingetragen"),
            "{}",
            answered.text()
        );
        let blamed = trial
            .office
            .post(&format!("{guest}/antwort"), form![("reply", "yes")])
            .await;
        assert_eq!(blamed.status, 422);
        assert_eq!(counts(trial).await.tentative, 1);

        let again = trial.office.post(&format!("{guest}/erneut"), form![]).await;
        assert_eq!(again.status, 303, "{}", again.text());
        trial.run_due().await;
        assert_eq!(trial.mails().await.len(), mails.len() + 1);

        let withdrawn = trial
            .office
            .post(&format!("{guest}/ruecknahme"), form![("tell", "yes")])
            .await;
        assert_eq!(withdrawn.status, 303);
        trial.run_due().await;
        let all = trial.mails().await;
        let last = all.last().unwrap();
        assert!(
            last.subject.starts_with("Einladung zurückgenommen"),
            "{}",
            last.subject
        );
        let calendar = last.calendar.as_ref().unwrap();
        assert_eq!(calendar.method.as_deref(), Some("CANCEL"));
        assert!(calendar.text.contains("SEQUENCE:1\r\n"));
        assert_eq!(counts(trial).await.guests, mails.len() - 1);
    }
);

story!(
    calendars_take_up_a_second_invitation_after_a_withdrawal,
    |trial| async {
        let mails = invited(trial).await;
        let list = format!("{PAGE}/einladung");
        let guest = trial.office.get(&list).await.link("Lebensräume");
        trial
            .office
            .post(&format!("{guest}/ruecknahme"), form![("tell", "yes")])
            .await;
        trial.run_due().await;
        let again = invited(trial).await.split_off(mails.len() + 1);
        assert_eq!(again.len(), 1, "nobody else is invited twice");
        let calendar = again[0].calendar.as_ref().unwrap();
        assert_eq!(calendar.method.as_deref(), Some("REQUEST"));
        assert!(
            calendar.text.contains("SEQUENCE:2\r\n"),
            "{}",
            calendar.text
        );

        // News of the gathering reach whoever came back, above what their calendar knows.
        let told = ("Der Saal steht unter Wasser.", Some(Inform::Tell));
        act(trial, move |conn, moment, who, id| {
            gatherings::cancel(conn, moment, who, id, told)
        })
        .await;
        trial.run_due().await;
        let news = trial.mails().await;
        let address = &again[0].to[0].address;
        let last = news.iter().rfind(|mail| &mail.to[0].address == address);
        let calendar = last.unwrap().calendar.as_ref().unwrap();
        assert_eq!(calendar.method.as_deref(), Some("CANCEL"));
        assert!(
            calendar.text.contains("SEQUENCE:3\r\n"),
            "{}",
            calendar.text
        );
    }
);

story!(
    a_signed_in_guest_answers_on_the_gathering_page,
    |trial| async {
        invited(trial).await;
        let page = trial.member.get(PAGE).await;
        assert!(page.has("Ihre Einladung"), "{}", page.main_text());
        assert!(
            trial
                .member
                .get("/weimar/intern")
                .await
                .has("Meine Einladungen")
        );
        let answer = format!("{PAGE}/einladung/antwort");
        let done = trial.member.post_on(&answer, form![("reply", "yes")]).await;
        assert!(done.has("Die Antwort ist eingetragen."), "{}", done.text());
        assert_eq!(counts(trial).await.yes, 1);

        assert_eq!(
            trial
                .stranger
                .post(&answer, form![("reply", "yes")])
                .await
                .status,
            404
        );
        assert_eq!(
            trial
                .nobody
                .post(&answer, form![("reply", "yes")])
                .await
                .status,
            303
        );
        assert_eq!(counts(trial).await.yes, 1);
    }
);

story!(the_guest_list_is_for_those_who_lead, |trial| async {
    let list = format!("{PAGE}/einladung");
    assert_eq!(trial.office.get(&list).await.status, 200);
    assert_eq!(trial.leader.get(&list).await.status, 200);
    assert_eq!(trial.member.get(&list).await.status, 403);
    assert_eq!(trial.stranger.get(&list).await.status, 404);
    assert_eq!(trial.nobody.get(&list).await.status, 303);
    assert_eq!(trial.leader.get("/weimar/postausgang").await.status, 403);
    assert_eq!(trial.stranger.get("/weimar/postausgang").await.status, 404);

    let round = round(trial).await;
    for below in ["", "/bearbeiten", "/html", "/anlage/0"] {
        let address = format!("{round}{below}");
        assert_eq!(trial.leader.get(&address).await.status, 200, "{address}");
        assert_eq!(trial.stranger.get(&address).await.status, 404, "{address}");
    }
});

story!(a_test_goes_to_oneself_at_once, |trial| async {
    let round = round(trial).await;
    let sent = trial.leader.post(&format!("{round}/test"), form![]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    trial.run_due().await;

    let mails = trial.mails().await;
    assert_eq!(mails.len(), 1);
    assert!(
        mails[0].subject.starts_with("[Test] Einladung: "),
        "{}",
        mails[0].subject
    );
    assert_eq!(mails[0].to[0].address, kreis::demo::Role::Leader.mail());
    let dead = trial.nobody.get(&answer_link(&mails[0], "zusage")).await;
    assert_eq!(dead.status, 404);
    assert_eq!(counts(trial).await.guests, 0);
});

story!(
    a_round_without_anybody_is_refused_with_everything_typed,
    |trial| async {
        let fields = form![("note", "Diese Worte bleiben stehen.")];
        let refused = trial
            .office
            .post(&format!("{PAGE}/einladung/runde"), fields)
            .await;

        assert_eq!(refused.status, 422);
        assert!(refused.has("Bitte wählen Sie mindestens ein Gremium"));
        assert!(refused.has("Diese Worte bleiben stehen."));
    }
);

story!(a_preview_in_the_outbox_leaves_no_trace, |trial| async {
    lay_out(trial).await;
    let group = trial
        .office
        .get("/weimar/postausgang")
        .await
        .link("Fachkräfte");
    let before = (reply_links(trial).await, trial.app.store.generation());
    let page = trial.office.get(&group).await;
    assert!(page.has("freigeben"));
    let first = page.link("Lebensräume");
    assert!(
        trial
            .office
            .get(&format!("{first}/html"))
            .await
            .has("Kommen Sie?")
    );
    assert!(
        trial
            .office
            .get(&format!("{first}/anlage/0"))
            .await
            .body
            .starts_with(b"%PDF-")
    );

    assert_eq!(
        (reply_links(trial).await, trial.app.store.generation()),
        before
    );
    let discarded = trial
        .office
        .post(&format!("{group}/verwerfen"), form![("count", "1")])
        .await;
    assert_eq!(discarded.status, 409);
});

async fn reply_links(trial: &Trial) -> i64 {
    let counted = "SELECT COUNT(*) FROM access_link WHERE purpose = 'reply'";
    trial.read(move |conn| conn.count(counted, &[])).await
}

fn one_refused_recipient(kind: DbKind) {
    if !kind.is_here() {
        return;
    }
    let manners = SinkManners {
        refused_recipients: [kreis::demo::Role::Member.mail().to_owned()].into(),
        ..SinkManners::default()
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let trial = Trial::with_manners(kind, manners).await;
        lay_out(&trial).await;
        let released = release(&trial).await;
        trial.run_due().await;

        assert_eq!(i64::try_from(trial.mails().await.len()), Ok(released - 1));
        let outbox = trial.office.get("/weimar/postausgang").await;
        assert!(outbox.has("Nicht zustellbar"), "{}", outbox.text());
        assert!(outbox.has("550"), "{}", outbox.text());
        let start = trial.office.get("/weimar/intern").await;
        assert!(start.has("war nicht zustellbar"), "{}", start.text());
        let list = trial.office.get(&format!("{PAGE}/einladung")).await;
        assert!(list.has("Nicht zustellbar"));
    });
}

#[test]
fn one_refused_recipient_keeps_nobody_else_from_being_invited() {
    one_refused_recipient(DbKind::Sqlite);
}

#[test]
fn one_refused_recipient_keeps_nobody_else_from_being_invited_on_postgresql() {
    one_refused_recipient(DbKind::Postgres);
}

#[test]
fn answers_are_named_alike_in_mails_and_forms() {
    for reply in Reply::ALL {
        assert_eq!(
            invitations::answer_of(invitations::answer_word(reply)),
            Some(reply)
        );
    }
}
