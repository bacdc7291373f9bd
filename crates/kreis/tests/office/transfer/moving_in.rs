//! An office moves in: from a spreadsheet to invitations, in one story.

use std::fmt::Write;

use super::*;
use crate::privacy::erasing::tables_with;
use jiff::civil::date;
use trial::story;

/// Thirty-five members with a contact each; two of them stand there twice, spelled otherwise.
fn members() -> String {
    let mut table = "Träger;PLZ;Ort;Ansprechperson;Funktion;E-Mail\r\n".to_owned();
    for number in 1..=33 {
        write!(
            table,
            "Haus {number} Musterstadt e.V.;99423;Musterstadt;Leitung Haus {number};Leitung;\
             leitung{number}@haus.example\r\n"
        )
        .unwrap();
    }
    table.push_str(
        "Träger für Bäume e.V.;99423;Musterstadt;Kim Eins;Leitung;kim@baeume.example\r\n\
         Traeger fuer Baeume;99423;Musterstadt;Kim Eins;Leitung;kim@baeume.example\r\n",
    );
    table
}

async fn read_in(trial: &Trial) {
    let table = members();
    let (list, review) = reviewed(trial, "mitglieder.csv", table.as_bytes()).await;
    assert!(review.has("35 Zeilen: 35 neu"), "{}", review.main_text());
    assert!(
        review.has("Sieht aus wie die Organisation in Zeile 35 dieser Liste."),
        "{}",
        review.main_text()
    );
    let result = written(trial, &list, form![]).await;
    assert!(
        result.has("Organisationen angelegt 35") && result.has("Personen angelegt 34"),
        "{}",
        result.main_text()
    );
}

/// Merges what stands there twice, by the list of duplicates.
async fn merge(trial: &Trial) {
    let list = trial.office.get("/weimar/dubletten").await;
    assert!(list.has("Träger für Bäume e.V."), "{}", list.main_text());
    let mut pairs = list.links();
    pairs.retain(|(label, _)| label.contains("Vergleichen"));
    let mut found = None;
    for (_, pair) in pairs {
        let page = trial.office.get(&pair).await;
        if page.has("Traeger fuer Baeume") {
            found = Some((pair, page));
        }
    }
    let (pair, page) = found.expect("the pair is in the list");
    let mut fields = Vec::new();
    for name in [
        "stay",
        "name",
        "short_name",
        "legal_form",
        "address",
        "postal",
        "phone",
        "mail",
        "web",
        "can_host",
        "parent",
        "logo",
        "note",
    ] {
        if let Some(value) = page.field(name) {
            fields.push((name.to_owned(), value));
        }
    }
    let merging = format!("{pair}/zusammenfuehrung");
    let done = trial.office.post_on(&merging, fields).await;
    assert!(
        done.has("Die Einträge sind zusammengeführt."),
        "{} {}",
        done.status,
        done.main_text()
    );
    let list = trial.office.get("/weimar/dubletten").await;
    assert!(!list.has("Träger für Bäume"), "{}", list.main_text());
}

/// Hands every member its record: an account and a mail each, released by the office.
async fn hand_over(trial: &Trial) {
    let before = trial.mails().await.len();
    let page = trial
        .office
        .get("/weimar/organisationen-uebergabe?seite=2")
        .await;
    assert!(page.has("Leitung Haus 7"), "{}", page.main_text());
    let done = trial
        .office
        .post("/weimar/organisationen-uebergabe", form![("all", "true")])
        .await;
    assert!(matches!(done.status, 303 | 422), "{}", done.main_text());
    let page = trial
        .office
        .get("/weimar/organisationen-uebergabe?art=mit")
        .await;
    assert!(
        page.has("Mail wartet im Postausgang"),
        "{}",
        page.main_text()
    );
    trial
        .write(|conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
            for group in outbox::groups(conn, network)? {
                let chosen = outbox::Chosen {
                    kind: group.kind,
                    about: group.about,
                    count: group.count,
                };
                let who = base::access::Actor::default();
                outbox::release(conn, moment, (&who, network), &chosen)?;
            }
            Ok(())
        })
        .await
        .unwrap();
    trial.run_due().await;
    let mails = trial.mails().await;
    let ours: Vec<_> = mails
        .iter()
        .skip(before)
        .filter(|it| it.to.iter().any(|to| to.address.ends_with("@haus.example")))
        .collect();
    assert_eq!(ours.len(), 33, "one each");
}

story!(an_office_moves_in_and_everything_follows, |trial| async {
    read_in(trial).await;
    merge(trial).await;
    hand_over(trial).await;

    // The contact signs in and keeps the own record.
    let contact = trial.signed_in_as("leitung7@haus.example").await;
    let own = contact.get("/weimar/meine-organisation").await;
    assert!(own.has("Haus 7 Musterstadt e.V."), "{}", own.main_text());
    let page = trial
        .office
        .get("/weimar/organisationen-uebergabe?art=mit")
        .await;
    assert!(page.has("angemeldet, zuletzt"), "{}", page.main_text());

    // One Leitung changes: a single edit.
    let found = trial
        .office
        .get("/weimar/personen?suche=Leitung+Haus+7")
        .await;
    let person = trial.office.get(&found.link("Leitung Haus 7")).await;
    let path = person.link("Nachfolge: Haus 7");
    let fields = form![
        ("last_day", "2017-11-30"),
        ("name", "Kim Nachfolge"),
        ("mail", "nachfolge@haus.example"),
        ("save", "true")
    ];
    let done = trial.office.post_on(&path, fields).await;
    assert!(
        done.has("Die Nachfolge ist eingetragen."),
        "{}",
        done.main_text()
    );

    // The invitation list follows …
    let contacts = trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
            register::member_contacts(conn, network, date(2017, 12, 7))
        })
        .await;
    let names: Vec<&str> = contacts.iter().map(|it| it.person.name.as_str()).collect();
    assert!(
        names.contains(&"Kim Nachfolge") && !names.contains(&"Leitung Haus 7"),
        "{names:?}"
    );
    // … the rights follow: the successor can sign in, and keeps the record from that day on …
    trial.move_to_local("2017-12-01T09:00").await;
    let successor = trial.signed_in_as("nachfolge@haus.example").await;
    let own = successor.get("/weimar/meine-organisation").await;
    assert!(own.has("Haus 7 Musterstadt e.V."), "{}", own.main_text());
    let left = contact.get("/weimar/meine-organisation").await;
    assert!(
        matches!(left.status, 403 | 404),
        "{} {}",
        left.status,
        left.main_text()
    );
    // … and the next gathering's invitation reaches the one and not the other.
    let coming = trial.office.get("/weimar/termine").await;
    let (_, gathering) = coming
        .links()
        .into_iter()
        .find(|(_, href)| href.starts_with("/weimar/termine/2018-"))
        .unwrap();
    let round = format!("{gathering}/einladung/runde");
    let chosen = form![("member_contacts", "true")];
    let preview = trial.office.post_on(&round, chosen).await;
    assert!(preview.has("Kim Nachfolge"), "{}", preview.main_text());
    assert!(
        preview.has("Leitung Haus 8 Musterstadt"),
        "{}",
        preview.main_text()
    );
    assert!(
        !preview.has("Leitung Haus 7 Musterstadt"),
        "{}",
        preview.main_text()
    );
    attend(trial, &gathering, &preview).await;
    take_along(trial, &successor).await;
});

/// The invitations go out, and the attendance list is of those who were invited: with the vote
/// of each organisation, on the page and on paper.
async fn attend(trial: &Trial, gathering: &str, preview: &Seen) {
    let laid = preview.actions();
    let laid = laid.iter().find(|it| it.ends_with("/auslage")).unwrap();
    let done = trial.office.post_on(laid, form![]).await;
    assert_eq!(done.status, 200, "{}", done.main_text());

    let list = format!("{gathering}/teilnahme");
    let page = trial.office.get(&list).await;
    let html = page.html();
    let row = html
        .split("<tr>")
        .find(|row| row.contains("Kim Nachfolge"))
        .unwrap_or_else(|| panic!("the successor is expected: {}", page.main_text()));
    assert!(row.contains("stimmberechtigt"), "{row}");
    assert!(row.contains("Haus 7 Musterstadt e.V."), "{row}");
    assert!(page.has("Leitung Haus 8"), "{}", page.main_text());
    assert!(
        !page.has("Leitung Haus 7 Musterstadt") && !html.contains(">Leitung Haus 7<"),
        "{}",
        page.main_text()
    );
    let words = trial.office.get(&format!("{list}.pdf")).await.pdf_words();
    let row = words.split("KimNachfolge").nth(1);
    let row = row.unwrap_or_else(|| panic!("on paper, too: {words}"));
    assert!(
        row.starts_with("Leitungstimmberechtigt"),
        "with the vote: {row}"
    );
    assert!(words.contains("LeitungHaus8Leitung"), "{words}");
    assert!(!words.contains("LeitungHaus7Leitung"), "{words}");
}

/// The member reads what is held, takes it along and is erased; what is left names nobody.
async fn take_along(trial: &Trial, member: &Visitor) {
    let mail = "nachfolge@haus.example";
    let page = member.get("/konto/daten").await;
    for words in [
        "Kim Nachfolge",
        mail,
        "Leitung, Haus 7 Musterstadt e.V. (seit 01.12.2017)",
    ] {
        assert!(page.has(words), "{words}\n{}", page.main_text());
    }
    let file = member.get(&page.link("Alles als Datei")).await;
    let told: serde_json::Value = serde_json::from_slice(&file.body).unwrap();
    assert_eq!(told["account"], mail);
    assert_eq!(told["networks"][0]["name"], "Kim Nachfolge");
    let function = told["networks"][0]["holdings"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|it| it["kept"].as_array().unwrap())
        .find(|it| it["what"] == "Funktion")
        .unwrap();
    assert_eq!(
        function["words"],
        "Leitung, Haus 7 Musterstadt e.V. (seit 01.12.2017)"
    );

    let asking = page.link("Löschung verlangen");
    let preview = member.get(&asking).await;
    assert!(preview.has("Einladung"), "{}", preview.main_text());
    let asked = form![("words", "Ich höre auf."), ("understood", "true")];
    let page = member.post_on(&asking, asked).await;
    assert!(
        page.has("Ihre Anfrage ist bei der Geschäftsstelle."),
        "{}",
        page.main_text()
    );

    let desk = trial.office.get("/weimar/daten").await;
    let request = trial.office.get(&desk.link("Kim Nachfolge")).await;
    let erasing = request
        .links()
        .into_iter()
        .find(|(_, href)| href.ends_with("/datenloeschung"))
        .unwrap();
    let typed = form![("how", "erase"), ("understood", "true")];
    let page = trial.office.post_on(&erasing.1, typed).await;
    assert!(page.has("Die Person ist gelöscht."), "{}", page.main_text());
    trial.run_due().await;
    assert_eq!(member.get("/konto").await.status, 303);
    let mails = trial.mails().await;
    let last = mails.iter().rev();
    let mut last = last.filter(|it| it.to.iter().any(|to| to.address == mail));
    let told = last.next().unwrap();
    assert!(told.subject.contains("gelöscht"), "{}", told.subject);

    // The mail that said so is forgotten in the night.
    privacy::wake(&trial.app).await.unwrap();
    trial.move_to_local("2017-12-02T12:00").await;
    for words in [mail, "Kim Nachfolge"] {
        assert_eq!(
            tables_with(trial, words).await,
            Vec::<String>::new(),
            "{words}"
        );
    }
}
