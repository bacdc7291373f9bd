//! From the list to one record, and back to two.

use base::Halt;
use base::access::Actor;
use register::actions::{PersonInput, change_person, create_account, set_office};
use shell::Named;
use trial::{form, story};

use super::{LIST, merged, person};

const ONE: &str = "Freiwilligenagentur Brückenbogen Weimar e.V.";
const OTHER: &str = "Freiwilligen-Agentur Brückenbogen";

story!(two_organisations_become_one_and_two_again, |trial| async {
    let start = trial.office.get("/weimar/intern").await;
    assert!(
        start.has("1 Organisation steht wohl doppelt"),
        "{}",
        start.main_text()
    );
    let list = trial.office.get(LIST).await;
    assert!(list.has(ONE) && list.has(OTHER), "{}", list.main_text());
    assert!(list.has("gleiche E-Mail-Adresse"));
    let old = list.link(OTHER);

    let pair = list.link("Vergleichen");
    let compared = trial.office.get(&pair).await;
    assert!(compared.has("1 Mitgliedschaft"), "{}", compared.main_text());
    let is_one_first = compared.main_text().find(ONE) < compared.main_text().find(OTHER);
    let (stay, go) = if is_one_first {
        ("one", "other")
    } else {
        ("other", "one")
    };
    let asked = trial.office.get(&format!("{pair}/vorschau")).await;
    assert_eq!(asked.status, 422);
    assert!(asked.has("Welcher Eintrag bleibt?"));

    let chosen = format!("stay={stay}&name={stay}&short_name={stay}&address={go}");
    let preview = trial.office.get(&format!("{pair}/vorschau?{chosen}")).await;
    let text = preview.main_text();
    assert!(text.contains("Noch ist nichts geschehen."), "{text}");
    assert!(
        text.contains("entfällt: Freiwilligen-Agentur Brückenbogen"),
        "{text}"
    );
    assert!(text.contains("1 Funktion"), "{text}");
    assert!(
        text.contains("Das steht doppelt 1 Mitgliedschaft") || text.contains("1 Mitgliedschaft")
    );
    assert_eq!(trial.office.get(&old).await.status, 200);

    let fields = form![
        ("stay", stay),
        ("name", stay),
        ("short_name", stay),
        ("address", go)
    ];
    let done = trial
        .office
        .post_on(&format!("{pair}/zusammenfuehrung"), fields)
        .await;
    assert!(
        done.has("Die Einträge sind zusammengeführt."),
        "{}",
        done.main_text()
    );

    let moved = trial.office.get(&old).await;
    assert_eq!(moved.status, 307);
    let kept = trial.office.get(moved.location()).await;
    assert!(kept.has("Beispiel-Ufer 9"), "{}", kept.main_text());
    assert!(kept.has("Koordination Brueckenbogen"), "its contact moved");
    assert!(kept.has("Mit einem anderen Eintrag zusammengeführt"));
    assert!(
        !trial
            .office
            .get(&format!("{LIST}?art=organisationen"))
            .await
            .has(OTHER)
    );
    let found = trial
        .office
        .get("/weimar/suche?q=Freiwilligen-Agentur")
        .await;
    assert!(!found.has(OTHER), "{}", found.main_text());

    let list = trial
        .office
        .get(&format!("{LIST}?art=zusammengefuehrt"))
        .await;
    let merge = list.link("Ansehen");
    let page = trial
        .office
        .post_on(&format!("{merge}/ruecknahme"), form![])
        .await;
    assert!(
        page.has("beide Einträge sind wieder da"),
        "{}",
        page.main_text()
    );
    let back = trial.office.get(&old).await;
    assert_eq!(back.status, 200);
    assert!(back.has(OTHER) && back.has("Koordination Brueckenbogen"));
    let one = trial.office.get(moved.location()).await;
    assert!(one.has("Beispielufer 9"), "{}", one.main_text());
    let twice = trial
        .office
        .post(&format!("{merge}/ruecknahme"), form![])
        .await;
    assert_eq!(twice.status, 422);
    assert!(twice.has("schon zurückgenommen"));
});

story!(
    a_pair_that_is_none_stays_away_until_taken_back,
    |trial| async {
        let people = format!("{LIST}?art=personen");
        let list = trial.office.get(&people).await;
        assert!(
            list.has("Koordination Brueckenbogen"),
            "{}",
            list.main_text()
        );
        let different = list
            .actions()
            .into_iter()
            .find(|it| it.ends_with("/verschieden"))
            .unwrap();

        let after = trial.office.post_on(&different, form![]).await;
        assert!(
            after.has("zwei verschiedene Einträge"),
            "{}",
            after.main_text()
        );
        assert!(after.has("Keine Person steht doppelt hier."));
        let said = trial.office.get(&format!("{LIST}?art=verschieden")).await;
        assert!(said.has("Koordination Brueckenbogen"));
        let back = trial
            .office
            .post_on(&format!("{different}/ende"), form![])
            .await;
        assert!(back.has("Noch kein Paar ist als verschieden vermerkt."));
        assert!(
            trial
                .office
                .get(&people)
                .await
                .has("Koordination Brueckenbogen")
        );
    }
);

story!(a_later_change_stands_in_the_way, |trial| async {
    let kept = person(trial, "Sam Beispiel", "").await;
    let gone = person(trial, "Sam Beispiel", "sam@beispiel.example").await;
    let merge = merged(trial, Named::Person, kept, gone).await.unwrap();
    trial
        .write(move |conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.ok_or(Halt::Missing)?;
            let input = PersonInput {
                name: "Sam Beispiel".to_owned(),
                mail: "anders@beispiel.example".to_owned(),
                ..PersonInput::default()
            };
            let who = Actor::default();
            change_person(conn, moment, &who, (network.id, kept.into()), &input)
        })
        .await
        .unwrap();

    let path = format!("/weimar/zusammenfuehrungen/{merge}/ruecknahme");
    let refused = trial.office.post(&path, form![]).await;

    assert_eq!(refused.status, 422);
    assert!(
        refused.has("Der Eintrag ist seither geändert worden"),
        "{}",
        refused.main_text()
    );
    assert_eq!(
        trial
            .office
            .get(&format!("/weimar/personen/{gone}"))
            .await
            .status,
        307
    );
});

story!(
    merges_are_undone_in_turn_and_for_thirty_days,
    |trial| async {
        let first = person(trial, "Kim Beispiel", "").await;
        let second = person(trial, "Kim Beispiel", "").await;
        let third = person(trial, "Kim Beispiel", "").await;
        let one = merged(trial, Named::Person, second, third).await.unwrap();
        let two = merged(trial, Named::Person, first, second).await.unwrap();
        let undo = |merge| format!("/weimar/zusammenfuehrungen/{merge}/ruecknahme");
        let at = |id| format!("/weimar/personen/{id}");

        // Both old addresses lead to the one that is left.
        for id in [second, third] {
            assert_eq!(trial.office.get(&at(id)).await.location(), at(first));
        }
        let early = trial.office.post(&undo(one), form![]).await;
        assert!(
            early.has("Nehmen Sie erst diese Zusammenführung zurück"),
            "{}",
            early.main_text()
        );
        assert_eq!(trial.office.post(&undo(two), form![]).await.status, 303);
        assert_eq!(trial.office.get(&at(third)).await.location(), at(second));

        trial.move_to_local("2017-12-21T10:00").await;
        let late = trial.office.post(&undo(one), form![]).await;
        assert_eq!(late.status, 422);
        assert!(late.has("Die dreißig Tage sind um"), "{}", late.main_text());
        let kept = trial
            .read(move |conn| {
                conn.count("SELECT COUNT(*) FROM record_merge WHERE record <> ''", &[])
            })
            .await;
        assert_eq!(kept, 0, "what undoes a merge is forgotten");
    }
);

story!(no_account_loses_its_rights_unseen, |trial| async {
    let kept = person(trial, "Kai Beispiel", "kai@beispiel.example").await;
    let gone = person(trial, "Kai Beispiel", "kai.b@beispiel.example").await;
    trial
        .write(move |conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.ok_or(Halt::Missing)?;
            let who = Actor::default();
            for id in [kept, gone] {
                create_account(conn, moment, &who, network.id, id.into())?;
            }
            set_office(conn, moment, &who, (network.id, gone.into()), true)
        })
        .await
        .unwrap();

    let refused = merged(trial, Named::Person, kept, gone).await;
    assert!(matches!(refused, Err(Halt::Refused(_))));
    let pair = format!("{LIST}/personen/{kept}/{gone}/zusammenfuehrung");
    let page = trial.office.post(&pair, form![("stay", "one")]).await;
    assert_eq!(page.status, 422);
    assert!(page.has("Konto mit Rechten"), "{}", page.main_text());
    let other_way = trial.office.post(&pair, form![("stay", "other")]).await;
    assert_eq!(other_way.status, 303, "{}", other_way.main_text());
});
