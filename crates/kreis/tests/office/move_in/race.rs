//! Two people of the office who decide in the same moment: one of them does, and the other reads
//! who did and what came of it.

use std::sync::Arc;

use super::*;
use tokio::sync::Barrier;
use trial::story;

/// How often each race is run.
const ROUNDS: i8 = 12;
/// How the second of the two is called.
const SECOND: &str = "Vertretung Ilmpark";

/// A second person who runs the office.
async fn second(trial: &Trial) -> Visitor {
    let mail = "vertretung@ilmpark.example";
    let person = form![
        ("name", SECOND),
        ("address_form", "neutral"),
        ("mail", mail),
        ("lang", "de")
    ];
    let answer = trial.office.post("/weimar/person-anlegen", person).await;
    assert_eq!(answer.status, 303, "{}", answer.main_text());
    let role = form![("who", mail), ("role", "office"), ("place", "")];
    let given = trial.office.post("/weimar/rolle-vergeben", role).await;
    assert_eq!(given.status, 303, "{}", given.main_text());
    trial.signed_in_as(mail).await
}

/// What somebody sends.
type Sent<'s> = (&'s Visitor, String, Vec<(String, String)>);

/// Sends both in the same moment.
async fn at_once(one: Sent<'_>, other: Sent<'_>) -> [Seen; 2] {
    let start = Arc::new(Barrier::new(2));
    let send = |(visitor, path, fields): Sent<'_>| {
        let (visitor, start) = (visitor.clone(), Arc::clone(&start));
        tokio::spawn(async move {
            start.wait().await;
            visitor.post(&path, fields).await
        })
    };
    let (one, other) = (send(one), send(other));
    [one.await.unwrap(), other.await.unwrap()]
}

/// A file with a draft for each round; the addresses of file and drafts.
async fn rounds(trial: &Trial) -> (String, Vec<String>) {
    let title = |number: i8| format!("Werkstatt Runde Nummer {number}");
    let drafts = Drafts {
        gatherings: (1..=ROUNDS).map(|it| workshop(&title(it), it)).collect(),
        ..Drafts::default()
    };
    let file = found(trial, "runden.html", drafts).await;
    let list = trial.office.get(&file).await;
    let mut all = Vec::new();
    for number in 1..=ROUNDS {
        let links = list.links();
        let link = links.iter().find(|(words, _)| *words == title(number));
        all.push(link.unwrap().1.split('?').next().unwrap().to_owned());
    }
    (file, all)
}

/// Of two answers the one that came first, and the other one.
fn in_order(both: [Seen; 2]) -> (Seen, Seen, bool) {
    let [one, other] = both;
    let statuses = [one.status, other.status];
    match statuses {
        [303, 409] => (one, other, true),
        [409, 303] => (other, one, false),
        _ => panic!("{statuses:?}: {} {}", one.main_text(), other.main_text()),
    }
}

/// The one who came too late reads who was first, and finds the record.
async fn is_told_kindly(trial: &Trial, late: &Seen, is_first_the_office: bool) {
    assert!(
        late.has("übernommen, bevor Ihre Eingabe ankam"),
        "{}",
        late.main_text()
    );
    let told = format!("von {SECOND} übernommen");
    assert_eq!(
        late.has(&told),
        !is_first_the_office,
        "{}",
        late.main_text()
    );
    let record = late.link("Werkstatt Runde");
    assert_eq!(trial.office.get(&record).await.status, 200, "{record}");
}

/// How many notes there are of records that drafts have become.
async fn made(trial: &Trial) -> i64 {
    let made = trial.read(|conn| conn.count("SELECT COUNT(*) FROM move_in_made", &[]));
    made.await
}

story!(
    two_who_accept_a_draft_at_once_make_one_record,
    |trial| async {
        let second = second(trial).await;
        let (_, drafts) = rounds(trial).await;
        let before = counts(trial).await;
        let notes = made(trial).await;
        for (number, draft) in drafts.iter().enumerate() {
            let page = trial.office.get(draft).await;
            let path = format!("{draft}/annahme");
            let mine = fields(&page, &[("venue", "Großer Saal")]);
            let theirs = fields(&page, &[("venue", "Kleiner Saal")]);

            let both = at_once((&trial.office, path.clone(), mine), (&second, path, theirs)).await;

            let (_, late, is_office) = in_order(both);
            is_told_kindly(trial, &late, is_office).await;
            let unkept = if is_office {
                "Kleiner Saal"
            } else {
                "Großer Saal"
            };
            assert!(late.has("Ihre Angaben, die nicht gespeichert sind"));
            assert!(late.has(unkept), "{}", late.main_text());
            let so_far = i64::try_from(number).unwrap() + 1;
            assert_eq!(counts(trial).await[0], before[0] + so_far);
            assert_eq!(made(trial).await, notes + so_far);
        }
    }
);

story!(
    who_accepts_and_who_rejects_at_once_agree_on_one,
    |trial| async {
        let second = second(trial).await;
        let (_, drafts) = rounds(trial).await;
        let mut expected = counts(trial).await;
        for draft in &drafts {
            let page = trial.office.get(draft).await;
            let accept = (format!("{draft}/annahme"), fields(&page, &[]));
            let reject = (format!("{draft}/ablehnung"), form![]);

            let both = at_once(
                (&trial.office, accept.0, accept.1),
                (&second, reject.0, reject.1),
            )
            .await;

            let (first, late, is_accepted) = in_order(both);
            if is_accepted {
                assert!(first.location().contains("done=move-in-accepted"));
                is_told_kindly(trial, &late, true).await;
                expected[0] += 1;
            } else {
                let told = format!("von {SECOND} abgelehnt, bevor Ihre Eingabe ankam");
                assert!(late.has(&told), "{}", late.main_text());
            }
            assert_eq!(counts(trial).await, expected);
        }
    }
);

story!(
    who_accepts_all_and_who_accepts_one_at_once_make_it_once,
    |trial| async {
        let second = second(trial).await;
        let (file, drafts) = rounds(trial).await;
        let before = counts(trial).await;
        for round in 0..4 {
            let draft = &drafts[drafts.len() - 1 - round];
            let page = trial.office.get(draft).await;
            let one = (format!("{draft}/annahme"), fields(&page, &[]));

            let both = at_once(
                (&second, together(&file), form![]),
                (&trial.office, one.0, one.1),
            )
            .await;

            let [all, one] = both;
            assert_eq!(all.status, 303, "{}", all.main_text());
            match one.status {
                303 => {}
                409 => is_told_kindly(trial, &one, false).await,
                other => panic!("{other}: {}", one.main_text()),
            }
            assert_eq!(counts(trial).await[0], before[0] + i64::from(ROUNDS));
            let told = trial.office.get(all.location()).await;
            trial
                .office
                .post(&told.link("Alles davon zurücknehmen"), form![])
                .await;
            if one.status == 303 {
                undo(trial, draft).await;
            }
            assert_eq!(counts(trial).await, before);
        }
    }
);

story!(
    two_who_accept_all_at_once_make_each_record_once,
    |trial| async {
        let second = second(trial).await;
        let (file, _) = rounds(trial).await;
        let before = counts(trial).await;
        for _ in 0..4 {
            let both = at_once(
                (&trial.office, together(&file), form![]),
                (&second, together(&file), form![]),
            )
            .await;

            assert_eq!(both.each_ref().map(|it| it.status), [303, 303]);
            assert_eq!(counts(trial).await[0], before[0] + i64::from(ROUNDS));
            let brought = both.iter().find(|it| it.location().contains("gemeinsam="));
            let told = trial.office.get(brought.unwrap().location()).await;
            let back = told.link("Alles davon zurücknehmen");

            let both = at_once(
                (&trial.office, back.clone(), form![]),
                (&second, back, form![]),
            )
            .await;

            let mut ways = both.each_ref().map(|it| {
                let done = it.location().rsplit_once("done=");
                done.map_or("", |(_, done)| done).to_owned()
            });
            ways.sort();
            assert_eq!(ways, ["move-in-undone-before", "move-in-undone-together"]);
            assert_eq!(counts(trial).await, before);
        }
    }
);

story!(a_decision_is_taken_back_once, |trial| async {
    let second = second(trial).await;
    let (_, drafts) = rounds(trial).await;
    let before = counts(trial).await;
    for draft in drafts.iter().take(4) {
        accept(trial, draft, &[]).await;
        let path = format!("{draft}/ruecknahme");

        let both = at_once(
            (&trial.office, path.clone(), form![]),
            (&second, path, form![]),
        )
        .await;

        let (_, late, _) = in_order(both);
        assert!(late.has("war schon zurückgenommen"), "{}", late.main_text());
        assert_eq!(counts(trial).await, before);
    }
});
