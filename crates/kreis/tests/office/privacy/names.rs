//! A name is not a person: namesakes keep theirs, and earlier names are forgotten too.

use base::access::Actor;
use base::{Moment, PersonId};
use register::actions::PersonInput;
use store::{Conn, Entry};
use trial::{Trial, form, story};
use uuid::Uuid;

use super::erasing::tables_with;
use super::{contact, count, of};

const NAME: &str = "Nina Beispiel";

async fn person(trial: &Trial, name: &'static str, mail: &'static str) -> PersonId {
    trial
        .write(move |conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
            let input = PersonInput {
                name: name.to_owned(),
                mail: mail.to_owned(),
                ..PersonInput::default()
            };
            register::actions::add_person(conn, moment, &Actor::default(), network, &input)
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

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (actor, detail): (&str, &str),
) -> Result<(), base::Fault> {
    let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
    conn.note(
        moment,
        &Entry {
            network: Some(network),
            account: None,
            actor,
            verb: "register-changed",
            kind: "organisation",
            subject: Uuid::nil(),
            detail: detail.to_owned(),
        },
    )
}

const DEPUTIES: &str = "SELECT COUNT(*) FROM invitation WHERE deputy = 'Nina Beispiel'";
const ACTED: &str = "SELECT COUNT(*) FROM journal WHERE actor = 'Nina Beispiel'";
const LONGER: &str = "SELECT COUNT(*) FROM journal WHERE detail = 'Nina Beispiel-Vogt'";
const NAMED: &str = "SELECT COUNT(*) FROM journal WHERE detail = 'Nina Beispiel, Vorstand'";

async fn acts(trial: &Trial) {
    trial
        .write(|conn, moment| {
            conn.exec(
                "UPDATE invitation SET deputy = 'Nina Beispiel'
                 WHERE id IN (SELECT id FROM invitation ORDER BY id LIMIT 1)",
                &[],
            )?;
            note(conn, moment, (NAME, "Nina Beispiel, Vorstand"))?;
            Ok(note(conn, moment, ("Wer anders", "Nina Beispiel-Vogt"))?)
        })
        .await
        .unwrap();
}

story!(a_namesake_keeps_everything, |trial| async {
    let gone = person(trial, NAME, "nina.1@beispiel.example").await;
    person(trial, NAME, "nina.2@beispiel.example").await;
    acts(trial).await;
    let before = (count(trial, DEPUTIES).await, count(trial, ACTED).await);
    assert_eq!(before, (1, 1));

    forget(trial, gone).await;

    let after = (count(trial, DEPUTIES).await, count(trial, ACTED).await);
    assert_eq!(after, before);
    assert_eq!(count(trial, NAMED).await, 1);
});

story!(
    a_name_of_ones_own_goes_and_a_longer_one_stays,
    |trial| async {
        let gone = person(trial, NAME, "nina.1@beispiel.example").await;
        person(trial, "Nina Beispiel-Vogt", "nina.2@beispiel.example").await;
        acts(trial).await;
        let longer = count(trial, LONGER).await;
        assert!(longer > 0);

        forget(trial, gone).await;

        assert_eq!(count(trial, DEPUTIES).await + count(trial, ACTED).await, 0);
        assert_eq!(count(trial, NAMED).await, 0);
        assert_eq!(count(trial, LONGER).await, longer);
    }
);

story!(an_earlier_name_is_forgotten_too, |trial| async {
    let person = contact(trial).await;
    let typed = form![("words", "Ich heiße jetzt anders.")];
    let path = format!("/konto/daten/{person}/anfrage");
    assert_eq!(trial.member.post(&path, typed).await.status, 303);
    trial
        .write(move |conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
            let old = register::person(conn, person)?.unwrap();
            let input = PersonInput {
                name: "Rosa Umbenannt".to_owned(),
                mail: old.mail,
                ..PersonInput::default()
            };
            let who = Actor::default();
            register::actions::change_person(conn, moment, &who, (network, person), &input)
        })
        .await
        .unwrap();

    forget(trial, person).await;

    for table in tables_with(trial, "Leitung Lebensräume").await {
        let records = [
            "attendance",
            "minutes",
            "minutes_text",
            "minutes_revision",
            "task",
        ];
        assert!(
            records.contains(&table.as_str()),
            "{table} still names the person"
        );
    }
    assert_eq!(
        tables_with(trial, "Rosa Umbenannt").await,
        Vec::<String>::new()
    );
});

story!(
    who_was_merged_and_parted_again_is_forgotten,
    |trial| async {
        let declared = duplicates::Declared::of(&trial.app.rooms);
        let kept = person(trial, "Doppelte Leitung", "doppelt@beispiel.example").await;
        let gone = person(trial, "Leitung, doppelt", "doppelt@beispiel.example").await;
        trial
            .write(move |conn, moment| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
                let who = Actor::default();
                let order = duplicates::Order {
                    network,
                    named: shell::Named::Person,
                    kept: kept.into(),
                    gone: gone.into(),
                    picks: std::collections::BTreeMap::new(),
                };
                let merge = duplicates::merge(conn, moment, &who, &declared, &order)?;
                duplicates::undo(conn, moment, &who, &declared, (network, merge)).map(drop)
            })
            .await
            .unwrap();

        forget(trial, gone).await;

        assert_eq!(
            tables_with(trial, "Leitung, doppelt").await,
            Vec::<String>::new()
        );
        assert!(!tables_with(trial, "Doppelte Leitung").await.is_empty());
    }
);
