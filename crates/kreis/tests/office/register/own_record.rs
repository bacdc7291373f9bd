//! Contacts keep the record of their own organisation, and the office looks at what they change.

use super::record;
use trial::{Trial, form, story};

const OWN: &str = "/weimar/meine-organisation";
const CHANGES: &str = "/weimar/organisationen/aenderungen";

/// The address at which the member changes the own organisation.
async fn own(trial: &Trial) -> String {
    let page = trial.member.get(OWN).await;
    assert!(page.has("Lebensräume e.V."), "{}", page.main_text());
    page.link("Angaben ändern")
}

fn typed(phone: &str, town: &str) -> Vec<(String, String)> {
    form![
        ("name", "Lebensräume e.V."),
        ("short_name", "Lebensräume"),
        ("legal_form", "ev"),
        ("street", "Schwanseestraße 26"),
        ("postcode", "99423"),
        ("town", town),
        ("phone", phone),
        ("mail", "info@lebensraeume.example"),
        ("web", "https://lebensraeume.example"),
        ("can_host", "true"),
        ("regions", "16055"),
        ("regions", "16071"),
        ("channel-kind-0", "instagram"),
        ("channel-0", "@lebensraeume.example"),
        ("note", "Von fremder Hand")
    ]
}

story!(
    a_contact_keeps_the_record_and_the_office_looks_at_each_change,
    |trial| async {
        let start = trial.member.get("/weimar/intern").await;
        assert!(start.has("Meine Organisation"), "{}", start.text());
        assert!(
            !trial
                .office
                .get("/weimar/intern")
                .await
                .has("Meine Organisation")
        );
        let edit = own(trial).await;
        let form = trial.member.get(&edit).await;
        assert!(!form.html().contains("name=\"note\"") && !form.html().contains("name=\"parent\""));

        let page = trial
            .member
            .post_on(&edit, typed("03643 1", "Bad Berka"))
            .await;
        assert!(page.has("Gespeichert. Die Geschäftsstelle sieht"));
        assert!(page.has("Telefon „03643 1“"), "{}", page.main_text());
        let list = trial.office.get(CHANGES).await;
        assert!(list.has("Telefon „03643 1“"), "{}", list.main_text());
        assert!(
            list.has("„Schwanseestraße 26, 99423 Weimar“ → „Schwanseestraße 26, 99423 Bad Berka“")
        );
        assert!(list.has("Kontaktwege „@lebensraeume.example“"));
        assert!(
            trial
                .office
                .get("/weimar/intern")
                .await
                .has("Änderungen von Organisationen ansehen")
        );
        let path = record(&trial.office, "/weimar/organisationen", "Lebensräume").await;
        let page = trial.office.get(&path).await;
        assert!(
            page.has("03643 1") && page.has("Bad Berka"),
            "it holds at once"
        );
        assert!(
            !page.has("Von fremder Hand"),
            "the office's note is its own"
        );

        let address = action(&list.html(), "Anschrift", "/ruecknahme");
        let page = trial.office.post_on(&address, form![]).await;
        assert!(page.has("Die Änderung ist zurückgenommen."));
        let page = trial.office.get(&path).await;
        assert!(page.has("99423 Weimar") && page.has("Änderung zurückgenommen"));
        assert!(page.has("03643 1"), "the rest stays");
        let twice = trial.office.post(&address, form![]).await;
        assert_eq!(twice.status, 422);
        assert!(twice.has("Diese Änderung ist schon erledigt."));

        let list = trial.office.get(CHANGES).await;
        let seen = action(&list.html(), "Telefon", "/gesehen");
        let marks = marks(&list.html());
        let page = trial
            .office
            .post_on(&seen, form![("seen", mark_of(&list.html(), "Telefon"))])
            .await;
        assert!(page.has("Als gesehen vermerkt."));
        let page = trial.member.get(OWN).await;
        assert!(
            page.has("Zurückgenommen") && page.has("Gesehen"),
            "{}",
            page.main_text()
        );
        let page = trial.office.post_on(CHANGES, marks).await;
        assert!(page.has("Nichts anzusehen"), "{}", page.main_text());
    }
);

/// What the form for all changes sends along.
fn marks(html: &str) -> Vec<(String, String)> {
    let values = html.split("name=\"seen\" value=\"").skip(1);
    let values = values.map(|rest| rest.split('"').next().unwrap().to_owned());
    let of_all = values.filter(|it| it.contains(' '));
    of_all.map(|it| ("seen".to_owned(), it)).collect()
}

/// What the form for the change whose words begin so sends along.
fn mark_of(html: &str, words: &str) -> String {
    let entry = html
        .split("<li>")
        .find(|it| it.trim_start().starts_with(words) && it.contains("/gesehen"))
        .unwrap();
    let rest = entry.split("name=\"seen\" value=\"").nth(1).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

story!(
    what_the_office_has_not_seen_stays_to_be_seen,
    |trial| async {
        let edit = own(trial).await;
        trial
            .member
            .post_on(&edit, typed("03643 1", "Bad Berka"))
            .await;
        let list = trial.office.get(CHANGES).await.html();
        let (all, phone) = (marks(&list), mark_of(&list, "Telefon"));
        let seen = action(&list, "Telefon", "/gesehen");
        // Meanwhile the contact writes another number.
        trial
            .member
            .post_on(&edit, typed("03643 2", "Bad Berka"))
            .await;

        let page = trial.office.post_on(&seen, form![("seen", phone)]).await;
        assert!(
            page.has("inzwischen noch einmal geändert"),
            "{}",
            page.main_text()
        );
        let nothing = trial.office.post_on(CHANGES, form![]).await;
        assert!(nothing.has("Bad Berka") && nothing.has("03643 2"));
        let page = trial.office.post_on(CHANGES, all).await;
        assert!(
            page.has("die nicht auf der Seite standen"),
            "{}",
            page.main_text()
        );
        let waiting = page.html();
        assert!(waiting.contains("03643 2") && !mark_of(&waiting, "Telefon").is_empty());
        assert_eq!(marks(&waiting).len(), 0, "one is left, with its own button");
        let path = record(&trial.office, "/weimar/organisationen", "Lebensräume").await;
        let page = trial.office.get(&path).await;
        assert!(
            page.has("Änderung angesehen und so gelassen"),
            "{}",
            page.main_text()
        );
    }
);

/// Where the button of the change whose words begin so is sent.
fn action(html: &str, words: &str, ending: &str) -> String {
    let entry = html
        .split("<li>")
        .find(|it| it.trim_start().starts_with(words) && it.contains(ending))
        .unwrap_or_else(|| panic!("no change of {words}"));
    let actions = entry.split("action=\"").skip(1);
    actions
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .find(|it| it.ends_with(ending))
        .unwrap()
}

story!(what_moved_on_meanwhile_is_not_taken_back, |trial| async {
    let edit = own(trial).await;
    trial
        .member
        .post_on(&edit, typed("03643 1", "Weimar"))
        .await;
    let list = trial.office.get(CHANGES).await;
    let back = action(&list.html(), "Telefon", "/ruecknahme");
    let path = record(&trial.office, "/weimar/organisationen", "Lebensräume").await;
    trial
        .office
        .post_on(&format!("{path}/bearbeiten"), typed("03643 2", "Weimar"))
        .await;
    let refused = trial.office.post(&back, form![]).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.has("wurde inzwischen noch einmal geändert"),
        "{}",
        refused.main_text()
    );
    assert!(trial.office.get(&path).await.has("03643 2"));

    // A contact who changes it back has nothing that waits.
    let list = trial.office.get(CHANGES).await;
    trial.office.post_on(CHANGES, marks(&list.html())).await;
    trial
        .member
        .post_on(&edit, typed("03643 3", "Weimar"))
        .await;
    trial
        .member
        .post_on(&edit, typed("03643 2", "Weimar"))
        .await;
    assert!(trial.office.get(CHANGES).await.has("Nichts anzusehen"));
});

story!(
    a_contact_changes_no_other_organisation_and_nothing_wrongly,
    |trial| async {
        let edit = own(trial).await;
        let (_, own) = edit.rsplit_once('/').unwrap();
        let other = record(&trial.office, "/weimar/organisationen", "Ilmpark").await;
        let (_, other) = other.rsplit_once('/').unwrap();
        let elsewhere = format!("{OWN}/{other}");
        assert_eq!(trial.member.get(&elsewhere).await.status, 403);
        let taken = trial.member.post(&elsewhere, typed("1", "Weimar")).await;
        assert_eq!(taken.status, 403);
        assert_eq!(
            trial.stranger.get(&format!("{OWN}/{own}")).await.status,
            404
        );
        assert_eq!(trial.nobody.get(OWN).await.status, 303);
        assert_eq!(trial.office.get(OWN).await.status, 403);

        let mut wrong = typed("03643 1", "Weimar");
        wrong.push(("channel-kind-1".to_owned(), "mail".to_owned()));
        wrong.push(("channel-1".to_owned(), "keine Adresse".to_owned()));
        let page = trial.member.post(&edit, wrong).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.field("channel-1").as_deref(), Some("keine Adresse"));
        let page = trial.office.get(CHANGES).await;
        assert!(!page.has("03643 1"), "nothing was written");
    }
);

story!(a_guest_of_the_network_keeps_its_record_too, |trial| async {
    let mail = "geschaeftsfuehrung@jobcenter-weimar.example";
    let person = trial
        .write(move |conn, moment| {
            let person = register::people_by_mail(conn, mail)?.remove(0);
            let who = base::access::Actor::default();
            register::actions::create_account(conn, moment, &who, person.network, person.id)?;
            Ok(person)
        })
        .await
        .unwrap();
    let guest = trial.signed_in_as(&person.mail).await;
    assert_eq!(guest.get("/weimar/organisationen").await.status, 404);
    let page = guest.get(OWN).await;
    assert!(page.has("Jobcenter Weimar"), "{}", page.main_text());
    let fields = form![("name", "Jobcenter Weimar"), ("phone", "03643 4")];
    let page = guest.post_on(&page.link("Angaben ändern"), fields).await;
    assert!(page.has("Gespeichert."), "{}", page.main_text());
    assert!(trial.office.get(CHANGES).await.has("03643 4"));
});
