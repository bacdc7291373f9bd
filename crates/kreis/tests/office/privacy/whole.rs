//! From end to end: a member exports, corrects and erases what is held about them.

use kreis::demo::Role;
use trial::{form, story};

use super::erasing::tables_with;
use super::{contact, of};

const HELD: &str = "/weimar/termine/2017-10-25-fachkraefte-fuer-die-region/teilnehmende";

story!(
    a_member_exports_corrects_and_erases_what_is_held_about_them,
    |trial| async {
        let (person, mail) = (contact(trial).await, Role::Member.mail());

        // What is held is read and taken along.
        let own = trial.member.get("/konto/daten").await;
        assert!(own.has("Eintrag im Verzeichnis"), "{}", own.main_text());
        assert!(own.has("Anrede"), "{}", own.main_text());
        let file = trial.member.get(&own.link("Alles als Datei")).await;
        assert!(file.html().contains("\"name\": \"Leitung Lebensräume\""));

        // A correction is asked for, made and answered; the answer is told by mail.
        let asking = own.link("Berichtigung verlangen");
        let typed = form![("words", "Ich bin jetzt telefonisch zu erreichen.")];
        let page = trial.member.post_on(&asking, typed).await;
        assert!(page.has("Ihre Anfrage ist bei der Geschäftsstelle."));
        let desk = trial.office.get("/weimar/daten").await;
        let requests: Vec<String> = desk
            .links()
            .into_iter()
            .filter(|(_, href)| href.contains("/daten/anfragen/"))
            .map(|(_, href)| href)
            .collect();
        for request in requests {
            let answer = form![("state", "done"), ("answer", "Die Nummer steht jetzt da.")];
            assert_eq!(trial.office.post(&request, answer).await.status, 303);
        }
        trial.run_due().await;
        let mails = trial.mails().await;
        let answered = mails
            .iter()
            .find(|it| it.subject == "Ihre Anfrage zu Ihren Daten ist beantwortet")
            .unwrap();
        assert_eq!(answered.to[0].address, mail);

        // Consent lets the name onto the list of participants.
        let consent = format!("/konto/daten/{person}/einwilligung");
        trial
            .member
            .post(&consent, form![("granted", "true")])
            .await;
        let list = trial.leader.get(HELD).await.main_text();
        assert!(list.contains("Leitung Lebensräume"), "{list}");

        // The wish to be erased is one step, with what happens before it.
        let own = trial.member.get("/konto/daten").await;
        let wish = own.link("Löschung verlangen");
        let preview = trial.member.get(&wish).await;
        for words in ["Gelöscht", "Bleibt", "Genehmigte Protokolle sind Urkunden"] {
            assert!(preview.has(words), "{words}\n{}", preview.main_text());
        }
        let refused = trial
            .member
            .post(&wish, form![("words", "Bitte bald.")])
            .await;
        assert_eq!(refused.status, 422);
        assert!(refused.html().contains("Bitte bald."));
        let typed = form![("words", "Bitte bald."), ("understood", "true")];
        let page = trial.member.post_on(&wish, typed.clone()).await;
        assert!(page.has("Ihre Anfrage ist bei der Geschäftsstelle."));
        assert_eq!(trial.member.post(&wish, typed).await.status, 422);

        // The office cannot say that it is done; it erases.
        let desk = trial.office.get("/weimar/daten").await;
        let request = desk.link("Leitung Lebensräume");
        let page = trial.office.get(&request).await;
        assert!(
            page.has("Löschen oder anonymisieren"),
            "{}",
            page.main_text()
        );
        let said = form![("state", "done"), ("answer", "Erledigt.")];
        assert_eq!(trial.office.post(&request, said).await.status, 422);
        let typed = form![("how", "erase"), ("understood", "true")];
        let page = trial
            .office
            .post_on(&of(person, "datenloeschung"), typed)
            .await;
        assert!(page.has("Die Person ist gelöscht."), "{}", page.main_text());

        // The person is told what stays, and then nobody knows the address any more.
        trial.run_due().await;
        let mails = trial.mails().await;
        let last = mails
            .iter()
            .find(|it| it.subject.contains("sind gelöscht"))
            .unwrap();
        assert_eq!(last.to[0].address, mail);
        let text = last.text.clone().unwrap();
        assert!(
            text.contains("Genehmigte Protokolle sind Urkunden"),
            "{text}"
        );
        privacy::wake(&trial.app).await.unwrap();
        let tomorrow = trial.app.clock.now() + jiff::SignedDuration::from_hours(24);
        trial.move_to(tomorrow).await;
        trial.run_due().await;
        assert_eq!(tables_with(trial, mail).await, Vec::<String>::new());
        assert_eq!(trial.member.get("/konto").await.status, 303);
        let list = trial.leader.get(HELD).await.main_text();
        assert!(!list.contains("Leitung Lebensräume"), "{list}");
        let proofs = trial.protection.get("/weimar/daten/nachweise").await;
        assert!(proofs.has("Verlangt"), "{}", proofs.main_text());
    }
);
