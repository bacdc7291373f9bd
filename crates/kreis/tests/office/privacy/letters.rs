//! Letters to earlier addresses, mails, and what lies there under no network.

use base::access::Actor;
use base::{Lang, NetworkId, PersonId};
use outbox::{About, NewLetter};
use register::actions::PersonInput;
use trial::{Trial, form, story};

use super::erasing::tables_with;
use super::{contact, count, of};

const OLD: &str = "frueher@beispiel.example";
const NEW: &str = "spaeter@beispiel.example";

fn input(mail: &str) -> PersonInput {
    PersonInput {
        name: "Wanda Umgezogen".to_owned(),
        mail: mail.to_owned(),
        ..PersonInput::default()
    }
}

/// Somebody who got a letter at an address that is another now.
async fn moved(trial: &Trial, slug: &'static str) -> (NetworkId, PersonId) {
    trial
        .write(move |conn, moment| {
            let network = register::network_by_slug(conn, slug)?.unwrap().id;
            let who = Actor::default();
            let person = register::actions::add_person(conn, moment, &who, network, &input(OLD))?;
            let letter = NewLetter {
                network: Some(network),
                kind: "register.sign_in",
                subject: "",
                detail: String::new(),
                about: About::default(),
                to_name: "Wanda Umgezogen",
                to_address: OLD,
                lang: Lang::De,
                by: "Wer anders",
            };
            let id = outbox::lay_out(conn, moment, &letter)?;
            conn.exec(
                "UPDATE letter SET state = 'sent' WHERE id = $1",
                store::params![id],
            )?;
            let came = outbox::CameBack {
                letter: id,
                is_hard: true,
                status: "5.1.1",
                reason: "no such user",
            };
            outbox::came_back(conn, moment, came)?;
            let about = (network, person);
            register::actions::change_person(conn, moment, &who, about, &input(NEW))?;
            Ok((network, person))
        })
        .await
        .unwrap()
}

async fn forget(trial: &Trial, person: PersonId) {
    let typed = form![("how", "erase"), ("understood", "true")];
    let page = trial
        .office
        .post_on(&of(person, "datenloeschung"), typed)
        .await;
    assert!(page.has("Die Person ist gelöscht."), "{}", page.main_text());
}

story!(letters_to_an_earlier_address_go_too, |trial| async {
    let (_, person) = moved(trial, "weimar").await;
    assert!(!tables_with(trial, OLD).await.is_empty());

    forget(trial, person).await;

    for address in [OLD, NEW] {
        assert_eq!(
            tables_with(trial, address).await,
            Vec::<String>::new(),
            "{address}"
        );
    }
});

story!(
    what_another_network_knows_of_an_address_stays,
    |trial| async {
        moved(trial, "celle").await;
        let person = trial
            .write(|conn, moment| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
                let who = Actor::default();
                let here = PersonInput {
                    name: "Wanda Andernorts".to_owned(),
                    mail: OLD.to_owned(),
                    ..PersonInput::default()
                };
                let celle = register::network_by_slug(conn, "celle")?.unwrap().id;
                let other = register::people_by_mail(conn, NEW)?.remove(0).id;
                let back = input(OLD);
                register::actions::change_person(conn, moment, &who, (celle, other), &back)?;
                register::actions::add_person(conn, moment, &who, network, &here)
            })
            .await
            .unwrap();

        forget(trial, person).await;

        let bounces = "SELECT COUNT(*) FROM bounce WHERE address = 'frueher@beispiel.example'";
        let health = "SELECT COUNT(*) FROM mail_address WHERE address = 'frueher@beispiel.example'";
        assert_eq!(
            (count(trial, bounces).await, count(trial, health).await),
            (1, 1)
        );
    }
);

story!(
    a_mail_goes_and_a_picture_of_the_same_bytes_stays,
    |trial| async {
        let person = contact(trial).await;
        trial
            .write(|conn, moment| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
                let hash = conn.keep_blob(b"the same bytes")?;
                let id: uuid::Uuid = moment.id();
                conn.exec(
                "INSERT INTO mail_in (id, message_key, network_id, kind, state, finding, came_at,
                 from_name, from_address, subject, body, quoted, settled_by, raw)
                 VALUES ($1, 'key', $2, 'unknown', 'filed', '', $3, '',
                 'Leitung@Lebensraeume.example', 'Betreff', '', '', '', $4)",
                store::params![id, network, moment.now(), hash],
            )?;
                conn.exec("UPDATE post SET picture = $1", store::params![hash])?;
                Ok(())
            })
            .await
            .unwrap();
        let pictures = "SELECT COUNT(*) FROM post p JOIN blob b ON b.hash = p.picture";
        let before = count(trial, pictures).await;
        assert!(before > 0);

        forget(trial, person).await;

        assert_eq!(
            count(
                trial,
                "SELECT COUNT(*) FROM mail_in WHERE message_key = 'key'"
            )
            .await,
            0
        );
        assert_eq!(count(trial, pictures).await, before);
    }
);

/// How often the member has acted, as the page of the member's data says.
async fn acted(trial: &Trial) -> i64 {
    let words = trial.member.get("/konto/daten").await.main_text();
    let told = words.split_once("Als handelnde Person im Journal");
    let number = told.and_then(|(_, rest)| rest.split_whitespace().next());
    number.map_or(0, |number| number.parse().unwrap())
}

story!(
    what_an_account_did_in_no_network_is_told_and_forgotten,
    |trial| async {
        let person = contact(trial).await;
        let before = acted(trial).await;
        let made = trial.member.post("/konto/kalender", form![]).await;
        assert_eq!(made.status, 303);
        let lone = "SELECT COUNT(*) FROM journal
                    WHERE network_id IS NULL AND actor = 'Leitung Lebensräume'";
        assert_eq!(count(trial, lone).await, 1);
        assert_eq!(acted(trial).await, before + 1);

        forget(trial, person).await;

        assert_eq!(count(trial, lone).await, 0);
    }
);
