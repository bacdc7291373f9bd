//! From the round to the mails: released, moved, cancelled.

use super::*;
use trial::File;

story!(an_invitation_goes_out_after_its_release, |trial| async {
    let round = round(trial).await;
    let preview = trial.office.get(&round).await;
    assert_eq!(preview.status, 200);
    assert!(
        preview.has("E-Mails sind vorbereitet"),
        "{}",
        preview.text()
    );
    assert!(preview.has("Einladung: Fachkräfte dringend gesucht am 7. Dezember 2017"));
    let html = trial.office.get(&format!("{round}/html")).await;
    assert!(html.header("content-security-policy").contains("sandbox"));
    assert!(html.has("Bitte bringen Sie Zahlen aus Ihrem Haus mit."));
    let pdf = trial.office.get(&format!("{round}/anlage/0")).await;
    assert!(pdf.body.starts_with(b"%PDF-"));
    assert!(pdf.header("content-disposition").starts_with("attachment"));

    let laid = trial
        .office
        .post(&format!("{round}/auslage"), form![])
        .await;
    assert_eq!(laid.status, 303, "{}", laid.text());
    trial.run_due().await;
    assert_eq!(trial.mails().await.len(), 0);
    assert!(
        trial
            .office
            .get("/weimar/intern")
            .await
            .has("E-Mails freigeben")
    );

    let released = release(trial).await;
    trial.run_due().await;
    trial.run_due().await;

    let mails = trial.mails().await;
    assert_eq!(i64::try_from(mails.len()), Ok(released));
    for mail in &mails {
        assert_eq!(
            mail.subject,
            "Einladung: Fachkräfte dringend gesucht am 7. Dezember 2017"
        );
        assert_eq!(mail.to.len(), 1);
        assert_eq!(
            mail.reply_to[0].address,
            "geschaeftsstelle@kreisgruppe-weimar.example"
        );
        assert!(mail.html.as_deref().unwrap().contains("Beispieldaten"));
        assert!(mail.text.as_deref().unwrap().contains("Beispieldaten"));
        let names: Vec<_> = mail
            .attachments
            .iter()
            .filter_map(|it| it.file_name.as_deref())
            .collect();
        assert!(names.contains(&"Einladung-2017-12-07.pdf"), "{names:?}");
    }
});

/// A file of the gathering with an audience; its id.
async fn document(trial: &Trial, title: &'static str, audience: &'static str) -> String {
    let file = File {
        field: "file",
        name: "blatt.pdf",
        kind: "application/pdf",
        bytes: b"%PDF-1.7 Blatt",
    };
    let fields = form![("title", title), ("audience", audience)];
    let added = trial
        .office
        .upload(&format!("{PAGE}/dokumente"), fields, &[file])
        .await;
    assert_eq!(added.status, 303, "{}", added.text());
    let link = trial.office.get(PAGE).await.link(title);
    link.rsplit('/').next().unwrap().to_owned()
}

story!(
    a_guests_link_opens_the_documents_that_the_guest_may_read,
    |trial| async {
        let members = document(trial, "Zahlen der Mitglieder", "members").await;
        let invited_only = document(trial, "Tischvorlage", "invited").await;
        let office_only = document(trial, "Notizen der Geschäftsstelle", "office").await;
        let open = document(trial, "Faltblatt", "public").await;
        let fields = form![
            ("groups", board(trial).await),
            ("documents", members.clone()),
            ("documents", invited_only.clone()),
            ("documents", office_only.clone()),
            ("documents", open.clone())
        ];
        let made = trial
            .office
            .post(&format!("{PAGE}/einladung/runde"), fields)
            .await;
        assert_eq!(made.status, 303, "{}", made.text());
        let laid = format!("{}/auslage", made.location());
        assert_eq!(trial.office.post(&laid, form![]).await.status, 303);
        release(trial).await;
        trial.run_due().await;

        let mail = trial.mails().await.remove(0);
        let links = links(mail.text.as_deref().unwrap());
        let link_to = |id: &str| links.iter().find(|it| it.ends_with(id)).cloned();
        for id in [&members, &invited_only] {
            let link = link_to(id).unwrap();
            assert!(link.starts_with("/antwort/"), "{link}");
            let file = trial.nobody.get(&link).await;
            assert_eq!(
                (file.status, file.body.as_slice()),
                (200, &b"%PDF-1.7 Blatt"[..])
            );
            assert_eq!(file.header("x-robots-tag"), "noindex, nofollow");
            assert_eq!(
                trial
                    .nobody
                    .get(&format!("{PAGE}/dokumente/{id}"))
                    .await
                    .status,
                404
            );
        }
        assert!(link_to(&open).unwrap().starts_with(PAGE));
        assert_eq!(link_to(&office_only), None);

        let page = trial.nobody.get(&answer_link(&mail, "zusage")).await;
        for title in ["Zahlen der Mitglieder", "Tischvorlage", "Faltblatt"] {
            assert!(page.has(title), "{title}");
        }
        assert!(!page.has("Notizen der Geschäftsstelle"));
        let own = link_to(&members).unwrap();
        let hidden = own.replace(&members, &office_only);
        assert_eq!(trial.nobody.get(&hidden).await.status, 404);
        let foreign = format!("/antwort/unbekannt/unterlagen/{members}");
        assert_eq!(trial.nobody.get(&foreign).await.status, 404);
    }
);

story!(
    every_mail_carries_a_request_that_mail_programs_accept,
    |trial| async {
        let mails = invited(trial).await;
        let uid = gathering(trial).await.uid();
        for (mail, raw) in mails.iter().zip(trial.raw_mails().await) {
            let calendar = mail.calendar.as_ref().unwrap();
            assert_eq!(calendar.method.as_deref(), Some("REQUEST"));
            let text = calendar.text.replace("\r\n ", "");
            assert!(text.contains("METHOD:REQUEST\r\n"), "{text}");
            assert!(text.contains(&format!("UID:{uid}\r\n")), "{text}");
            assert!(text.contains("SEQUENCE:0\r\n"), "{text}");
            let to = &mail.to[0].address;
            assert!(text.contains(&format!("mailto:{to}")), "{text}");
            assert!(text.contains("ORGANIZER;"), "{text}");
            let raw = String::from_utf8_lossy(&raw.raw).into_owned();
            let order = [
                "multipart/mixed",
                "multipart/alternative",
                "text/plain",
                "text/html",
                "text/calendar",
                "application/pdf",
            ];
            let places: Vec<_> = order.iter().map(|part| raw.find(part)).collect();
            assert!(
                places.iter().all(Option::is_some) && places.is_sorted(),
                "{places:?}"
            );
        }
    }
);

story!(
    an_answer_from_the_mail_is_taken_and_can_be_changed,
    |trial| async {
        let mails = invited(trial).await;
        let link = answer_link(&mails[0], "zusage");
        let page = trial.nobody.get(&link).await;
        assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(page.has("Kommen Sie?"));
        assert!(
            page.html().contains(r#"value="yes" checked"#),
            "{}",
            page.html()
        );
        let action = page
            .actions()
            .into_iter()
            .find(|it| it.starts_with("/antwort/"))
            .unwrap();

        let thanks = trial
            .nobody
            .post_on(
                &action,
                form![("reply", "yes"), ("deputy", "Stellvertretende Leitung")],
            )
            .await;
        assert!(
            thanks.has("Es kommt stattdessen: Stellvertretende Leitung"),
            "{}",
            thanks.text()
        );
        let seen = counts(trial).await;
        assert_eq!((seen.yes, seen.deputies, seen.answered()), (1, 1, 1));

        let later = trial.nobody.get(&answer_link(&mails[0], "absage")).await;
        assert!(later.html().contains(r#"value="no" checked"#));
        assert!(later.has("Ihre Antwort bisher: Zusage"), "{}", later.text());
        trial
            .nobody
            .post_on(
                &action,
                form![("reply", "no"), ("note", "Leider verhindert.")],
            )
            .await;
        let seen = counts(trial).await;
        assert_eq!((seen.yes, seen.no, seen.deputies), (0, 1, 0));
        let list = trial.office.get(&format!("{PAGE}/einladung")).await;
        assert!(list.has("Leider verhindert."));
        assert!(list.has("über den Link in der E-Mail"));
        assert!(
            trial
                .office
                .get(PAGE)
                .await
                .has("Antworten auf die Einladung")
        );

        let refused = trial
            .nobody
            .post(&action, form![("reply", "vielleicht")])
            .await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("Bitte wählen Sie"));
    }
);

story!(
    the_outbox_names_days_in_the_language_of_its_reader,
    |trial| async {
        lay_out(trial).await;
        let title = "Fachkräfte dringend gesucht";
        for (path, day) in [
            ("/weimar/postausgang", "07.12.2017"),
            ("/en/weimar/postausgang", "7 Dec 2017"),
        ] {
            let outbox = trial.office.get(path).await;
            let words = format!("{title}, {day}");
            assert!(outbox.has(&words), "{}", outbox.main_text());
            let group = trial.office.get(&outbox.link("Fachkräfte")).await;
            assert!(group.has(&words), "{}", group.main_text());
        }
    }
);

story!(everybody_with_a_function_is_chosen_at_once, |trial| async {
    let form = trial.office.get(&format!("{PAGE}/einladung/runde")).await;
    let (name, offered) = trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            register::shared_functions(conn, network.id, 30)
        })
        .await
        .into_iter()
        .next()
        .unwrap();
    assert!(
        form.has(&format!("{name} ({offered})")),
        "{}",
        form.main_text()
    );

    let fields = form![("functions", name.clone()), ("functions", "Gibt es nicht")];
    let made = trial
        .office
        .post(&format!("{PAGE}/einladung/runde"), fields)
        .await;
    assert_eq!(made.status, 303, "{}", made.main_text());
    let preview = trial.office.get(made.location()).await;
    assert!(preview.has("Einladung prüfen"));
    let again = format!("{}/bearbeiten", made.location());
    let ticked = trial.office.get(&again).await;
    assert!(ticked.html().contains(&format!("value=\"{name}\" checked")));
    trial
        .office
        .post(&format!("{}/auslage", made.location()), form![])
        .await;
    let id = gathering(trial).await.id;
    let guests = trial
        .read(move |conn| gatherings::guest_list(conn, id))
        .await;
    let through = guests.iter().filter(|(it, _)| it.via == name).count();
    assert!(
        through > 1 && through <= usize::try_from(offered).unwrap(),
        "{through}"
    );
});
