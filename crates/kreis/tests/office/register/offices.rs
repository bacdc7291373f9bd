//! Office and data protection for a term, and what people learn of their roles by mail.

use base::PersonId;
use trial::{ReadMail, Seen, Trial, form, story};

const MAIL: &str = "stadtarchiv@weimar.example";

/// A new person of `weimar` without any role.
async fn newcomer(trial: &Trial, lang: &str) {
    let fields = form![
        ("name", "Leitung Stadtarchiv"),
        ("address_form", "neutral"),
        ("mail", MAIL),
        ("lang", lang)
    ];
    let answer = trial.office.post("/weimar/person-anlegen", fields).await;
    assert_eq!(answer.status, 303, "{}", answer.main_text());
}

async fn give(trial: &Trial, who: &str, role: &str, (from, until): (&str, &str)) -> Seen {
    let fields = form![
        ("who", who),
        ("role", role),
        ("place", ""),
        ("from", from),
        ("until", until)
    ];
    trial.office.post_on("/weimar/rolle-vergeben", fields).await
}

/// The mails about roles that an address got.
async fn role_mails(trial: &Trial, address: &str) -> Vec<ReadMail> {
    trial.run_due().await;
    let mut mails = trial.mails().await;
    mails.retain(|it| it.to.iter().any(|to| to.address == address));
    mails.retain(|it| {
        let subject = &it.subject;
        ["Rolle", "role", "führt niemand"]
            .iter()
            .any(|word| subject.contains(word))
    });
    mails
}

story!(a_role_is_told_by_mail_at_once_and_once, |trial| async {
    newcomer(trial, "en").await;
    give(trial, MAIL, "editor", ("", "2017-11-30")).await;
    let mails = role_mails(trial, MAIL).await;
    assert_eq!(mails.len(), 1, "{mails:#?}");
    let mail = &mails[0];
    assert_eq!(
        mail.subject,
        "Your new role “Editor” at Kreisgruppe Weimar/Weimarer Land"
    );
    let text = mail.text.as_deref().unwrap();
    for words in [
        "Geschäftsstelle Kreisgruppe has given you a role",
        "until 30 Nov 2017",
        "the whole network",
        "Write and publish posts and page texts",
        "Whom to ask: ",
        MAIL,
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }

    // The same once more says nothing new.
    let page = give(trial, MAIL, "editor", ("", "2017-11-30")).await;
    assert_eq!(page.status, 200, "{}", page.main_text());
    assert_eq!(role_mails(trial, MAIL).await.len(), 1);

    let page = give(trial, MAIL, "editor", ("", "2017-12-31")).await;
    let mails = role_mails(trial, MAIL).await;
    assert_eq!(mails.len(), 2);
    assert!(
        mails[1].subject.starts_with("Another term"),
        "{}",
        mails[1].subject
    );

    let href = page.link("Rolle entziehen: Redaktion, Leitung Stadtarchiv");
    trial.office.post_on(&href, form![]).await;
    let mails = role_mails(trial, MAIL).await;
    assert_eq!(mails.len(), 3);
    assert!(
        mails[2].subject.contains("was taken back"),
        "{}",
        mails[2].subject
    );
    // The term's end tells nothing of a role that is gone.
    trial.move_to_local("2018-01-02T12:00").await;
    assert_eq!(role_mails(trial, MAIL).await.len(), 3);
});

story!(the_end_of_a_term_is_told_the_next_morning, |trial| async {
    newcomer(trial, "de").await;
    give(trial, MAIL, "auditor", ("", "2017-11-30")).await;
    give(trial, MAIL, "jury", ("", "2017-11-30")).await;
    give(trial, MAIL, "jury", ("", "")).await;
    let before = role_mails(trial, MAIL).await.len();
    trial.move_to_local("2017-12-01T06:30").await;
    assert_eq!(role_mails(trial, MAIL).await.len(), before);
    trial.move_to_local("2017-12-01T08:00").await;
    let mails = role_mails(trial, MAIL).await;
    assert_eq!(mails.len(), before + 1);
    assert_eq!(
        mails[before].subject,
        "Ihre Rolle „Prüfung“ bei Kreisgruppe Weimar/Weimarer Land ist zu Ende"
    );
});

story!(an_office_for_a_term_ends_by_itself, |trial| async {
    newcomer(trial, "de").await;
    let page = give(trial, MAIL, "office", ("", "2017-11-30")).await;
    assert!(page.has("bis 30.11.2017"), "{}", page.main_text());
    let second = trial.signed_in_as(MAIL).await;
    assert_eq!(second.get("/weimar/einstellungen").await.status, 200);
    trial.move_to_local("2017-12-01T00:10").await;
    assert_eq!(second.get("/weimar/einstellungen").await.status, 404);
    assert_eq!(trial.office.get("/weimar/einstellungen").await.status, 200);
    let own = second.get("/konto/daten").await;
    assert!(
        own.has("Geschäftsstelle (bis 30.11.2017)"),
        "{}",
        own.main_text()
    );
});

story!(
    whoever_runs_the_office_watches_only_afterwards,
    |trial| async {
        newcomer(trial, "de").await;
        let page = give(trial, MAIL, "office", ("", "2017-11-30")).await;
        assert_eq!(page.status, 200, "{}", page.main_text());
        let refused = give(trial, MAIL, "data_protection", ("", "")).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.has("Wer die Geschäftsstelle führt"),
            "{}",
            refused.main_text()
        );
        let page = give(trial, MAIL, "data_protection", ("2017-12-01", "")).await;
        assert_eq!(page.status, 200, "{}", page.main_text());
        let watch = trial.signed_in_as(MAIL).await;
        assert_eq!(watch.get("/weimar/daten/zugriffe").await.status, 403);
        trial.move_to_local("2017-12-01T00:10").await;
        assert_eq!(watch.get("/weimar/daten/zugriffe").await.status, 200);
        assert_eq!(watch.get("/weimar/einstellungen").await.status, 403);
    }
);

story!(
    a_network_is_warned_before_its_last_office_ends,
    |trial| async {
        let office = kreis::demo::Role::Office.mail();
        // Nobody would be left at once.
        let refused = give(trial, office, "office", ("2017-12-01", "")).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.has("Das ist die letzte Person der Geschäftsstelle."),
            "{}",
            refused.main_text()
        );

        newcomer(trial, "de").await;
        let page = give(trial, MAIL, "office", ("", "2017-12-31")).await;
        assert!(
            !page.has("führt niemand mehr"),
            "one is left without a term: {}",
            page.main_text()
        );
        let person = own_person(trial).await;
        let href = format!("/weimar/rollen/office.{person}/ende");
        for address in [
            href.clone(),
            format!("/weimar/personen/{person}/geschaeftsstelle/ende"),
        ] {
            let asked = trial.office.get(&address).await;
            assert!(
                asked.has("Ab dem 01.01.2018 führt niemand mehr die Geschäftsstelle"),
                "{address}: {}",
                asked.main_text()
            );
        }
        assert_eq!(trial.office.post(&href, form![]).await.status, 303);

        let second = trial.signed_in_as(MAIL).await;
        for page in ["/weimar/rollen", "/weimar/intern"] {
            let page = second.get(page).await;
            assert!(
                page.has("Ab dem 01.01.2018 führt niemand mehr die Geschäftsstelle"),
                "{}",
                page.main_text()
            );
        }
        let lapsing = async || {
            let mut mails = role_mails(trial, MAIL).await;
            mails.retain(|it| it.subject.contains("Ab dem 01.01.2018 führt niemand"));
            mails.len()
        };
        trial.move_to_local("2017-12-02T06:00").await;
        assert_eq!(lapsing().await, 0);
        trial.move_to_local("2017-12-02T08:00").await;
        assert_eq!(lapsing().await, 1, "thirty days ahead");
        trial.move_to_local("2017-12-26T08:00").await;
        assert_eq!(lapsing().await, 2, "and a week ahead");
        let fields = form![
            ("who", MAIL),
            ("role", "office"),
            ("place", ""),
            ("from", ""),
            ("until", "")
        ];
        let page = second.post_on("/weimar/rolle-vergeben", fields).await;
        assert!(
            page.status == 200 && !page.has("führt niemand mehr"),
            "{}",
            page.main_text()
        );
        trial.move_to_local("2018-01-02T08:00").await;
        assert_eq!(second.get("/weimar/einstellungen").await.status, 200);
    }
);

async fn own_person(trial: &Trial) -> PersonId {
    trial
        .read(|conn| {
            let weimar = register::network_by_slug(conn, "weimar")?.unwrap();
            let people = register::people_by_mail(conn, kreis::demo::Role::Office.mail())?;
            let own = people.into_iter().find(|it| it.network == weimar.id);
            Ok(own.unwrap().id)
        })
        .await
}
