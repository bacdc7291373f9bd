//! By the list: in, once, and back; guests; who may.

use super::*;
use gatherings::Presence;
use trial::story;

story!(
    somebody_is_let_in_once_and_stands_on_the_attendance_list,
    |trial| async {
        let id = day(trial, 5).await;
        let ada = place(trial, id, "Ada Erste").await;
        place(trial, id, "Ben Zweiter").await;
        trial.move_to_local("2018-01-10T08:50").await;
        let list = trial.office.get(DOOR).await;
        assert!(list.has("0 / 2"), "{}", list.main_text());
        assert!(list.has("Ist da Ada Erste"));
        let attendance = format!("{PAGE}/teilnahme");
        let page = trial.office.get(&attendance).await;
        assert!(
            page.has("noch nicht auf dieser Liste: 2") && page.has("Ben Zweiter, Verein"),
            "{}",
            page.main_text()
        );

        let seen = arrives(trial, ada).await;
        assert!(seen.has("Ada Erste ist da."), "{}", seen.main_text());
        assert!(seen.has("Da seit 08:50"));
        let again = arrives(trial, ada).await;
        assert!(again.has("Ada Erste war schon da, seit 08:50"));
        assert!(again.has("1 / 2"), "{}", again.main_text());

        let rows = trial
            .read(move |conn| gatherings::attendance(conn, id))
            .await;
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].state, Presence::Present);
        assert_eq!(rows[0].organisation_name, "Verein Ada Erste");
        // The office's own list says it, and does not take it away.
        let page = trial.office.get(&attendance).await;
        assert!(page.has("Am Einlass erfasst: 1 Person"));
        assert!(page.has("noch nicht auf dieser Liste: 1"));
        assert!(page.has("Teilnehmende 1"), "{}", page.main_text());
        let typed = form![("walk1_name", "Leitung Nachbarschaft")];
        assert_eq!(trial.office.post(&attendance, typed).await.status, 303);
        let both = ["Leitung Nachbarschaft", "Ada Erste"];
        assert_eq!(attending(trial, id).await, both);
    }
);

story!(what_was_wrong_is_taken_back, |trial| async {
    let id = day(trial, 5).await;
    let ada = place(trial, id, "Ada Erste").await;
    let arrival = arrives(trial, ada).await.field("arrival").unwrap();
    let back = format!("{DOOR}/ruecknahme");

    let seen = trial
        .office
        .post_on(&back, form![("arrival", &arrival)])
        .await;

    assert!(seen.has("Die Ankunft ist zurückgenommen."));
    assert!(seen.has("0 / 1"), "{}", seen.main_text());
    assert_eq!(attending(trial, id).await, Vec::<String>::new());
    let twice = trial.office.post(&back, form![("arrival", arrival)]).await;
    assert_eq!(twice.status, 404);
    assert!(arrives(trial, ada).await.has("Ada Erste ist da."));
    assert_eq!(attending(trial, id).await, ["Ada Erste"]);
});

story!(guests_are_entered_and_others_counted, |trial| async {
    let id = day(trial, 1).await;
    let refused = trial
        .office
        .post(&format!("{DOOR}/besuch"), form![("organisation", "Chor")])
        .await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.field("organisation").as_deref(), Some("Chor"));

    let guest = form![("name", "Kim Gast"), ("organisation", "Chor")];
    let seen = trial.office.post_on(&format!("{DOOR}/besuch"), guest).await;
    assert!(seen.has("Kim Gast ist da."), "{}", seen.main_text());
    assert!(seen.has("Ohne Anmeldung, da seit"));
    let count = format!("{DOOR}/zaehlung");
    let wrong = trial
        .office
        .post(&count, form![("further_guests", "viele")])
        .await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.field("further_guests").as_deref(), Some("viele"));
    let about = form![("further_guests", "90"), ("further_guests_about", "true")];
    let seen = trial.office.post_on(&count, about).await;
    assert!(seen.has("rund 91"), "{}", seen.main_text());

    assert_eq!(attending(trial, id).await, ["Kim Gast"]);
    let page = trial.office.get(&format!("{PAGE}/teilnahme")).await;
    assert!(page.has("rund 90"), "{}", page.main_text());
    let arrival = seen.field("arrival").unwrap();
    let back = format!("{DOOR}/ruecknahme");
    trial.office.post(&back, form![("arrival", arrival)]).await;
    assert_eq!(attending(trial, id).await, Vec::<String>::new());
    let page = trial.office.get(DOOR).await;
    assert!(page.has("rund 90"), "the count stays");
});

story!(names_are_found_by_a_part_of_them, |trial| async {
    let id = day(trial, 5).await;
    let ada = place(trial, id, "Ada Übermut").await;
    place(trial, id, "Ben Zweiter").await;
    arrives(trial, ada).await;

    for (query, finds) in [
        ("suche=uberm", [true, false]),
        ("suche=verein+ben", [false, true]),
        ("suche=niemand", [false, false]),
        ("wer=da", [true, false]),
        ("wer=offen", [false, true]),
        ("wer=unfug", [true, true]),
    ] {
        let page = trial.office.get(&format!("{DOOR}?{query}")).await;
        let found = ["Ada Übermut", "Ben Zweiter"].map(|name| page.has(name));
        assert_eq!(found, finds, "{query}: {}", page.main_text());
    }
});

story!(nobody_else_lets_people_in, |trial| async {
    let id = day(trial, 5).await;
    let ada = place(trial, id, "Ada Erste").await;
    let press = || form![("place", ada)];
    let address = format!("{DOOR}/ankunft");

    assert_eq!(trial.member.post(&address, press()).await.status, 403);
    assert_eq!(trial.stranger.post(&address, press()).await.status, 404);
    assert_eq!(trial.stranger.get(DOOR).await.status, 404);
    let nobody = trial.nobody.get(DOOR).await;
    assert_eq!(nobody.status, 303);
    assert_eq!(attending(trial, id).await, Vec::<String>::new());
    // A place of another network's gathering is none of this door.
    let other = gathering(trial, ("celle", "Fachtag Zukunft"), 5).await;
    let theirs = place(trial, other, "Cleo Dritte").await;
    let wrong = trial.office.post(&address, form![("place", theirs)]).await;
    assert_eq!(wrong.status, 404);
});

story!(nobody_is_let_into_what_was_called_off, |trial| async {
    let id = day(trial, 5).await;
    let ada = place(trial, id, "Ada Erste").await;
    trial.office.post(&format!("{PAGE}/absage"), form![]).await;

    let pressed = form![("place", ada)];
    let seen = trial.office.post(&format!("{DOOR}/ankunft"), pressed).await;

    assert_eq!(seen.status, 422);
    assert!(
        trial
            .office
            .get(DOOR)
            .await
            .has("Hier wird niemand eingelassen")
    );
    assert_eq!(attending(trial, id).await, Vec::<String>::new());
});
