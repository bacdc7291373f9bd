//! The office: registering for others, approving, moving, giving places, the whole list.

use super::*;
use trial::story;

story!(the_office_registers_and_cancels_for_others, |trial| async {
    desk(trial, "1").await;
    let new = format!("{PAGE}/anmeldungen/neu");
    let fields = but(typed(trial, PAGE, "Opa Ohne Mail").await, "mail", "");
    let made = trial.office.post_on(&new, fields).await;
    assert!(
        made.has("durch die Geschäftsstelle"),
        "{}",
        made.main_text()
    );
    let second = typed(trial, PAGE, "Ben Zweiter").await;
    trial.office.post(&new, second.clone()).await;
    assert!(
        last_subject(trial, "Ben Zweiter")
            .await
            .starts_with("Warteliste")
    );
    let twice = trial.office.post(&new, second).await;
    assert_eq!(twice.status, 422);
    assert!(twice.has("Mit dieser Adresse ist schon jemand angemeldet."));
    in_order(trial).await;

    let list = trial.office.get(&format!("{PAGE}/anmeldungen")).await;
    let first = list.link("Opa Ohne Mail");
    let full = trial
        .office
        .post(&format!("{}/platz", list.link("Ben Zweiter")), form![])
        .await;
    assert_eq!(full.status, 422, "never a place too many");
    let gone = trial
        .office
        .post_on(&format!("{first}/absage"), form![])
        .await;
    assert!(gone.has("Abgesagt"), "{}", gone.main_text());
    assert!(
        last_subject(trial, "Ben Zweiter")
            .await
            .starts_with("Platz frei bis")
    );
    let second = list.link("Ben Zweiter");
    let given = trial
        .office
        .post_on(&format!("{second}/platz"), form![])
        .await;
    assert!(
        given.has("Platz von der Geschäftsstelle gegeben"),
        "{}",
        given.main_text()
    );
    assert!(given.has("Bestätigt"));
    in_order(trial).await;
    let found = trial
        .office
        .get(&format!("{PAGE}/anmeldungen?suche=zweiter&stand=confirmed"))
        .await;
    assert!(found.has("Ben Zweiter") && !found.has("Opa Ohne Mail"));
    let none = trial
        .office
        .get(&format!("{PAGE}/anmeldungen?suche=niemand"))
        .await;
    assert!(none.has("Niemand gefunden"));
});

story!(
    where_the_office_approves_nobody_is_in_before,
    |trial| async {
        planned(trial, TITLE, (date(2018, 1, 10), None)).await;
        opened(trial, PAGE, but(settings("2"), "approval", "true")).await;
        let ada = registered(trial, PAGE, "Ada Erste").await;
        let ben = registered(trial, PAGE, "Ben Zweiter").await;
        assert!(trial.nobody.get(&ada).await.has("Wartet auf Zustimmung"));
        assert!(
            last_subject(trial, "Ada Erste")
                .await
                .starts_with("Anmeldung eingegangen")
        );
        let list = trial.office.get(&format!("{PAGE}/anmeldungen")).await;
        let (first, second) = (list.link("Ada Erste"), list.link("Ben Zweiter"));
        trial
            .office
            .post(&format!("{first}/zustimmung"), form![])
            .await;
        trial
            .office
            .post(&format!("{second}/ablehnung"), form![])
            .await;
        let twice = trial
            .office
            .post(&format!("{second}/zustimmung"), form![])
            .await;
        assert_eq!(twice.status, 422);

        assert!(trial.nobody.get(&ada).await.has("Bestätigt"));
        assert!(
            last_subject(trial, "Ada Erste")
                .await
                .starts_with("Anmeldung bestätigt")
        );
        assert!(trial.nobody.get(&ben).await.has("Abgelehnt"));
        assert!(
            last_subject(trial, "Ben Zweiter")
                .await
                .starts_with("Anmeldung nicht angenommen")
        );
        in_order(trial).await;
    }
);

story!(the_office_moves_somebody_to_another_date, |trial| async {
    conferences(trial).await;
    opened(trial, NORTH, but(settings("1"), "shared", "2")).await;
    let ada = registered(trial, NORTH, "Ada Erste").await;
    let list = trial.office.get(&format!("{NORTH}/anmeldungen")).await;
    assert!(
        list.has("17. Januar 2018"),
        "all dates: {}",
        list.main_text()
    );
    let place = list.link("Ada Erste");
    let south = form![("gathering", date_of(trial, SOUTH).await)];
    let moved = trial
        .office
        .post(&format!("{place}/umbuchung"), south.clone())
        .await;
    assert_eq!(moved.status, 303, "{}", moved.main_text());
    assert!(trial.nobody.get(&ada).await.has("17. Januar 2018"));
    in_order(trial).await;
    registered(trial, NORTH, "Ben Zweiter").await;
    let list = trial.office.get(&format!("{NORTH}/anmeldungen")).await;
    let full = trial
        .office
        .post(&format!("{}/umbuchung", list.link("Ben Zweiter")), south)
        .await;
    assert_eq!(full.status, 422);
    in_order(trial).await;
});

story!(doors_of_the_office_are_closed_to_others, |trial| async {
    desk(trial, "1").await;
    registered(trial, PAGE, "Ada Erste").await;
    let list = format!("{PAGE}/anmeldungen");
    assert_eq!(trial.nobody.get(&list).await.status, 303);
    assert_eq!(trial.member.get(&list).await.status, 403);
    assert_eq!(trial.stranger.get(&list).await.status, 404);
    let place = trial.office.get(&list).await.link("Ada Erste");
    assert_eq!(trial.member.get(&place).await.status, 403);
    let closed = trial
        .office
        .post_on(
            &format!("{PAGE}/anmeldung/stand"),
            form![("state", "closed")],
        )
        .await;
    assert!(closed.has("Die Anmeldung ist geschlossen."));
    assert_eq!(posted(trial, PAGE, "Ben Zweiter").await.status, 422);
});
