//! Nights: what fails stays alone, what is shown is what goes, and one record kept is one.

use jiff::{SignedDuration, ToSpan};
use store::Dialect;
use trial::{Trial, form, story};

use super::{contact, count, of};

const LIST: &str = "/weimar/daten/regeln/outbox-sent";
const JOURNAL: &str = "/weimar/daten/regeln/journal";
const SENT: &str = "SELECT COUNT(*) FROM letter WHERE state = 'sent'";
const HELD: &str = "SELECT COUNT(*) FROM letter WHERE to_name = 'Bleibt hängen'";

async fn later(trial: &Trial, span: jiff::Span) {
    let now = trial.app.clock.now().in_tz("UTC").unwrap();
    trial
        .move_to(now.checked_add(span).unwrap().timestamp())
        .await;
    trial.run_due().await;
}

async fn set(trial: &Trial, terms: &[(&'static str, &'static str)]) {
    privacy::wake(&trial.app).await.unwrap();
    let typed = terms
        .iter()
        .map(|(key, months)| ((*key).to_owned(), (*months).to_owned()));
    let page = trial
        .office
        .post("/weimar/daten/regeln", typed.collect())
        .await;
    assert_eq!(page.status, 303);
}

/// One letter that the database does not let go.
async fn held_back(trial: &Trial) {
    trial
        .write(|conn, _| {
            conn.exec(
                "UPDATE letter SET to_name = 'Bleibt hängen' WHERE id IN
                 (SELECT l.id FROM letter l JOIN network n ON n.id = l.network_id
                  WHERE l.state = 'sent' AND n.slug = 'weimar' ORDER BY l.id LIMIT 1)",
                &[],
            )?;
            if conn.dialect() == Dialect::Sqlite {
                conn.exec(
                    "CREATE TRIGGER held BEFORE DELETE ON letter
                     WHEN OLD.to_name = 'Bleibt hängen'
                     BEGIN SELECT RAISE(ABORT, 'held'); END",
                    &[],
                )?;
                return Ok(());
            }
            conn.exec(
                "CREATE FUNCTION held() RETURNS trigger AS $$ BEGIN
                 IF OLD.to_name = 'Bleibt hängen' THEN RAISE EXCEPTION 'held'; END IF;
                 RETURN OLD; END $$ LANGUAGE plpgsql",
                &[],
            )?;
            conn.exec(
                "CREATE TRIGGER held BEFORE DELETE ON letter
                 FOR EACH ROW EXECUTE FUNCTION held()",
                &[],
            )?;
            Ok(())
        })
        .await
        .unwrap();
}

story!(
    one_record_that_stays_does_not_stop_the_night,
    |trial| async {
        held_back(trial).await;
        set(trial, &[("months-outbox-sent", "12")]).await;
        later(trial, 12.months().days(1)).await;
        let sent = count(trial, SENT).await;
        let seen = trial.office.get(LIST).await.field("list").unwrap();
        trial
            .office
            .post_on(&format!("{LIST}/freigabe"), form![("list", seen)])
            .await;

        later(trial, 15.days()).await;

        assert!(count(trial, SENT).await < sent);
        assert_eq!(count(trial, HELD).await, 1);
        let next = "SELECT COUNT(*) FROM job WHERE kind = 'privacy.night' AND dead = FALSE";
        assert_eq!(count(trial, next).await, 1);
        let ended = "SELECT COUNT(*) FROM retention_list WHERE state = 'gone' AND gone < items";
        assert_eq!(count(trial, ended).await, 1);
        let proofs = trial.protection.get("/weimar/daten/nachweise").await;
        assert!(proofs.has("ein Eintrag blieb"), "{}", proofs.main_text());
        later(trial, 1.days()).await;
        assert!(trial.office.get(LIST).await.has("Bleibt hängen"));
    }
);

story!(
    everything_that_a_release_would_let_go_is_shown,
    |trial| async {
        trial
            .write(|conn, moment| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
                let at = moment.now() - SignedDuration::from_hours(24 * 365 * 9);
                for number in 0..350 {
                    let id: uuid::Uuid = moment.id();
                    conn.exec(
                    "INSERT INTO journal (id, network_id, at, actor, verb, kind, subject_id, detail)
                     VALUES ($1, $2, $3, $4, 'register-changed', 'person', $1, '')",
                    store::params![id, network, at, format!("Akte {number:03}")],
                )?;
                }
                Ok(())
            })
            .await
            .unwrap();
        set(trial, &[("months-journal", "100")]).await;
        let mut shown = std::collections::BTreeSet::new();
        for page in 1..=4 {
            let page = trial.office.get(&format!("{JOURNAL}?seite={page}")).await;
            let words = page.main_text();
            shown.extend(
                words
                    .match_indices("Akte ")
                    .filter_map(|(at, _)| words.get(at..at + 8).map(str::to_owned)),
            );
        }
        let listed = count(
            trial,
            "SELECT items FROM retention_list WHERE purpose = 'journal' AND state = 'preview'",
        )
        .await;
        assert_eq!((shown.len(), listed), (350, 350));
    }
);

story!(
    one_record_kept_leaves_the_other_lists_alone,
    |trial| async {
        set(
            trial,
            &[
                ("months-outbox-sent", "12"),
                ("months-invitations-past", "6"),
                ("months-register-former", "12"),
            ],
        )
        .await;
        later(trial, 12.months().days(1)).await;
        let of_letters = trial.office.get(LIST).await;
        let (before, item) = (
            of_letters.field("list").unwrap(),
            of_letters.field("item").unwrap(),
        );
        let past = "/weimar/daten/regeln/invitations-past";
        let others = trial.office.get(past).await.field("list");
        assert!(others.is_some());

        let typed = form![("item", item.clone()), ("stays", "true")];
        trial.office.post(&format!("{LIST}/behalten"), typed).await;

        let after = trial.office.get(LIST).await;
        assert_eq!(after.field("list").unwrap(), before);
        assert!(after.has("Nicht mehr behalten"), "{}", after.main_text());
        assert_eq!(trial.office.get(past).await.field("list"), others);
        let left = "SELECT COUNT(*) FROM retention_item i JOIN retention_list l ON l.id = i.list_id
                WHERE l.purpose = 'outbox-sent' AND l.items <> (SELECT COUNT(*) FROM retention_item j WHERE j.list_id = l.id)";
        assert_eq!(count(trial, left).await, 0);
    }
);

story!(whoever_is_erased_is_kept_on_no_list, |trial| async {
    set(trial, &[("months-register-former", "12")]).await;
    let list = "/weimar/daten/regeln/register-former";
    let item = trial.office.get(list).await.field("item").unwrap();
    let typed = form![("item", item.clone()), ("stays", "true")];
    trial.office.post(&format!("{list}/behalten"), typed).await;
    assert_eq!(count(trial, "SELECT COUNT(*) FROM retention_keep").await, 1);

    let typed = form![("how", "erase"), ("understood", "true")];
    let person = item.parse().unwrap();
    let page = trial
        .office
        .post_on(&of(person, "datenloeschung"), typed)
        .await;
    assert!(page.has("Die Person ist gelöscht."), "{}", page.main_text());

    assert_eq!(count(trial, "SELECT COUNT(*) FROM retention_keep").await, 0);
});

story!(every_purpose_lets_go_what_it_lists, |trial| async {
    let person = contact(trial).await;
    trial
        .office
        .get(&format!("/weimar/personen/{person}"))
        .await;
    let answer = trial.office.get("/weimar/daten").await;
    let request = answer.link("Leitung Lebensräume");
    let typed = form![("state", "done"), ("answer", "Ist geändert.")];
    trial.office.post(&request, typed).await;
    crate::transfer::reviewed(trial, "liste.csv", b"Verein;Ort\r\nNeu;Weimar\r\n").await;
    trial
        .write(|conn, moment| {
            conn.exec(
                "UPDATE transfer SET state = 'written', written_at = created_at",
                &[],
            )?;
            let id: uuid::Uuid = moment.id();
            conn.exec(
                "INSERT INTO attendance (id, gathering_id, position, name, organisation_name,
                 function_name, state, represented_by)
                 SELECT $1, g.id, 1, 'Wer da war', '', '', 'present', '' FROM gathering g
                 JOIN network n ON n.id = g.network_id
                 WHERE n.slug = 'weimar' AND g.ends_at < $2
                 AND NOT EXISTS (SELECT 1 FROM minutes m WHERE m.gathering_id = g.id)
                 ORDER BY g.starts_at LIMIT 1",
                store::params![id, moment.now()],
            )?;
            Ok(())
        })
        .await
        .unwrap();
    privacy::wake(&trial.app).await.unwrap();
    let purposes: Vec<&'static str> = trial
        .app
        .rooms
        .iter()
        .flat_map(|room| room.retained)
        .map(|it| it.name)
        .collect();
    let terms = purposes.iter().filter(|it| **it != "register-former");
    let typed = terms.map(|it| (format!("months-{it}"), "1".to_owned()));
    let page = trial
        .office
        .post("/weimar/daten/regeln", typed.collect())
        .await;
    assert_eq!(page.status, 303);
    later(trial, 8.months()).await;

    let mut released = Vec::new();
    for purpose in purposes {
        let list = format!("/weimar/daten/regeln/{purpose}");
        let page = trial.office.get(&list).await;
        assert_eq!(page.status, 200, "{purpose}");
        let Some(seen) = page.field("list") else {
            continue;
        };
        trial
            .office
            .post_on(&format!("{list}/freigabe"), form![("list", seen)])
            .await;
        released.push(purpose);
    }
    for purpose in [
        "journal",
        "privacy-looks",
        "privacy-requests",
        "outbox-sent",
        "invitations-past",
        "minutes-attendance",
        "minutes-revisions",
        "polls-answers",
        "register-links",
        "transfer-lists",
    ] {
        assert!(
            released.contains(&purpose),
            "{purpose} is not among {released:?}"
        );
    }
    later(trial, 15.days()).await;

    let stayed = "SELECT COUNT(*) FROM retention_list WHERE state <> 'preview' AND gone < items";
    assert_eq!(count(trial, stayed).await, 0);
    let previews = "SELECT COUNT(*) FROM retention_list WHERE state = 'preview' AND network_id =
                    (SELECT id FROM network WHERE slug = 'weimar') AND purpose <> 'journal'";
    assert_eq!(count(trial, previews).await, 0);
});
