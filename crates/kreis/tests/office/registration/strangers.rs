//! What people do with forms and links that nobody meant: they press twice, keep old tabs open,
//! open an older mail, write too much.

use super::*;
use trial::story;

/// The place that a page's form is about.
async fn place_at(trial: &Trial, address: &str) -> String {
    let page = trial.nobody.get(address).await;
    page.field("place").unwrap()
}

/// Presses a button of one's own page twice; the page after the second time.
async fn pressed_twice(trial: &Trial, address: &str, fields: Fields) -> Seen {
    let first = trial.nobody.post(address, fields.clone()).await;
    assert_eq!(first.status, 303, "{}", first.main_text());
    trial.nobody.post_on(address, fields).await
}

story!(
    a_button_that_is_pressed_twice_does_what_it_does_once,
    |trial| async {
        desk(trial, "1").await;
        let ada = registered(trial, PAGE, "Ada Erste").await;
        let ben = registered(trial, PAGE, "Ben Zweiter").await;
        let cem = registered(trial, PAGE, "Cem Dritter").await;

        let absage = format!("{ada}/absage");
        let hers = form![("place", place_at(trial, &absage).await)];
        let gone = pressed_twice(trial, &absage, hers).await;
        assert!(gone.has("Die Absage ist eingetragen."), "{}", gone.text());
        let given = mails_to(trial, "Ada Erste").await.len();
        let his = form![("place", place_at(trial, &ben).await)];
        let left = pressed_twice(trial, &format!("{ben}/verzicht"), his).await;
        assert!(
            left.has("Der Platz geht an die Nächsten."),
            "{}",
            left.text()
        );
        let theirs = form![("place", place_at(trial, &cem).await)];
        let taken = pressed_twice(trial, &format!("{cem}/annahme"), theirs.clone()).await;
        assert!(
            taken.has("Der Platz gehört jetzt Ihnen."),
            "{}",
            taken.text()
        );
        let mails = mails_to(trial, "Cem Dritter").await.len();
        let again = format!("{cem}/annahme");
        assert_eq!(trial.nobody.post(&again, theirs.clone()).await.status, 303);
        assert_eq!(mails_to(trial, "Cem Dritter").await.len(), mails);
        assert_eq!(mails_to(trial, "Ada Erste").await.len(), given);
        in_order(trial).await;
        // What is another's stays closed.
        let foreign = trial.nobody.post(&absage, theirs.clone()).await;
        assert_eq!(foreign.status, 404);
        let foreign = trial.nobody.post(&format!("{ada}/annahme"), theirs).await;
        assert_eq!(foreign.status, 404);
    }
);

story!(moving_twice_is_moving_once, |trial| async {
    conferences(trial).await;
    opened(trial, NORTH, settings("1")).await;
    let ada = registered(trial, NORTH, "Ada Erste").await;
    let south = form![("gathering", date_of(trial, SOUTH).await)];

    let moved = pressed_twice(trial, &format!("{ada}/umbuchung"), south).await;

    assert!(moved.has("17. Januar 2018"), "{}", moved.main_text());
    assert!(moved.has("Bestätigt"));
    let mails = mails_to(trial, "Ada Erste").await;
    let told = mails
        .iter()
        .filter(|it| it.subject.starts_with("Gewechselt"));
    assert_eq!(told.count(), 1);
    in_order(trial).await;
});

story!(an_older_mail_leads_to_the_newer_one, |trial| async {
    desk(trial, "5").await;
    posted(trial, PAGE, "Kim Beispiel").await;
    let older = link(mails_to(trial, "Kim Beispiel").await.last().unwrap());
    let corrected = typed(trial, PAGE, "Kim Beispiel").await;
    let corrected = but(corrected, "organisation", "Mein Verein");
    let form = format!("{PAGE}/anmeldung");
    trial.nobody.post(&form, corrected).await;

    let page = trial.nobody.get(&older).await;
    assert!(
        page.has("Sie haben das Formular danach noch einmal abgeschickt."),
        "{}",
        page.main_text()
    );
    assert!(!page.has("Wieder anmelden"), "{}", page.main_text());
    // From a tab that was open before.
    let late = format!("{older}/bestaetigung");
    let late = trial.nobody.post(&late, form![]).await;
    assert_eq!(late.status, 422);
    assert!(
        late.has("Diese Anmeldung gilt nicht mehr."),
        "{}",
        late.text()
    );
    let newer = link(mails_to(trial, "Kim Beispiel").await.last().unwrap());
    assert_ne!(older, newer);
    let done = format!("{newer}/bestaetigung");
    assert!(trial.nobody.post_on(&done, form![]).await.has("Bestätigt"));
    in_order(trial).await;
});

story!(who_is_signed_in_and_has_a_place_is_told_so, |trial| async {
    conferences(trial).await;
    opened(trial, NORTH, settings("5")).await;
    let mine = async |page: &str| {
        let fields = typed(trial, page, "Leitung Lebensräume").await;
        let fields = but(fields, "mail", kreis::demo::contents::MEMBER);
        let form = format!("{page}/anmeldung");
        trial.member.post_on(&form, fields).await
    };
    assert!(mine(NORTH).await.has("Ihre Anmeldung ist eingetragen."));
    let twice = mine(NORTH).await;
    assert!(
        twice.has("Ihre Anmeldung ist eingetragen."),
        "{}",
        twice.text()
    );

    let other = mine(SOUTH).await;

    assert!(
        !other.has("Ihre Anmeldung ist eingetragen."),
        "{}",
        other.text()
    );
    assert!(
        other.has("Sie sind hier schon angemeldet."),
        "{}",
        other.text()
    );
    assert!(other.has("10. Januar 2018"), "{}", other.main_text());
    in_order(trial).await;
});

story!(too_much_of_everything_is_refused_in_words, |trial| async {
    desk(trial, "5").await;
    let form = format!("{PAGE}/anmeldung");
    let long = "Überlänge ".repeat(1000);
    for field in ["name", "phone", "organisation", "companion1"] {
        let fields = but(typed(trial, PAGE, "Kim Beispiel").await, field, &long);
        let seen = trial.nobody.post(&form, fields).await;
        assert_eq!(seen.status, 422, "{field}");
        assert!(
            seen.has("Bitte kürzen Sie den Text"),
            "{field}: {}",
            seen.main_text()
        );
    }
    let address = format!("{}@person.example", "a".repeat(10_000));
    let fields = but(typed(trial, PAGE, "Kim Beispiel").await, "mail", &address);
    assert_eq!(trial.nobody.post(&form, fields).await.status, 422);
    // The form offers two; the others were never asked for.
    let mut many = typed(trial, PAGE, "Kim Beispiel").await;
    for number in 1..=50 {
        many.push((format!("companion{number}"), format!("Begleitung {number}")));
    }
    assert_eq!(trial.nobody.post(&form, many).await.status, 303);
    assert_eq!(places(trial, "1 = 1").await, 3);
    assert_eq!(trial.nobody.post(&form, form![]).await.status, 422);
    in_order(trial).await;
});

story!(
    a_page_in_english_tells_of_no_fee_where_there_is_none,
    |trial| async {
        desk(trial, "5").await;
        let own = registered(trial, PAGE, "Ada Erste").await;
        for page in [format!("/en{PAGE}/anmeldung"), format!("/en{own}")] {
            let seen = trial.nobody.get(&page).await;
            assert_eq!(seen.status, 200);
            assert!(
                !seen.has("takes no payments"),
                "{page}: {}",
                seen.main_text()
            );
        }
        let paid = but(settings("5"), "fee_de", "12 Euro vor Ort.");
        opened(trial, PAGE, paid).await;
        let seen = trial.nobody.get(&format!("/en{own}")).await;
        assert!(seen.has("12 Euro vor Ort.") && seen.has("takes no payments"));
    }
);

/// The page that an address leads on to.
async fn led_on(trial: &Trial, seen: &Seen, from: &str) -> Seen {
    assert_eq!(seen.status, 303, "{from}: {}", seen.main_text());
    trial.nobody.get(seen.location()).await
}

story!(
    what_was_cancelled_in_another_tab_is_told_as_cancelled,
    |trial| async {
        conferences(trial).await;
        opened(trial, NORTH, settings("5")).await;
        let ada = registered(trial, NORTH, "Ada Erste").await;
        let absage = format!("{ada}/absage");
        let hers = form![("place", place_at(trial, &absage).await)];
        trial.nobody.post(&absage, hers).await;

        for old in ["absage", "umbuchung", "angaben", "bedarf", "workshops"] {
            let seen = trial.nobody.get(&format!("{ada}/{old}")).await;
            let page = led_on(trial, &seen, old).await;
            assert!(page.has("Dieser Platz ist zurückgegeben."), "{old}");
        }
        let south = form![("gathering", date_of(trial, SOUTH).await)];
        let name = form![("name", "Ada Erstmals")];
        for (old, fields) in [("umbuchung", south), ("angaben", name)] {
            let page = trial.nobody.post(&format!("{ada}/{old}"), fields).await;
            assert_eq!(page.status, 422, "{old}");
            assert!(page.has("Dieser Platz ist zurückgegeben."), "{old}");
        }
        in_order(trial).await;
    }
);

story!(ones_page_goes_with_the_days, |trial| async {
    conferences(trial).await;
    opened(trial, NORTH, settings("5")).await;
    let ada = registered(trial, NORTH, "Ada Erste").await;
    let page = trial.nobody.get(&ada).await;
    assert!(page.has("Wir erwarten Sie. Wechseln, ändern oder absagen können Sie bis"));

    trial.move_to_local("2018-01-10T08:00").await;
    let page = trial.nobody.get(&ada).await;
    assert!(page.has("Wir erwarten Sie.") && page.has("Bringen Sie gute Laune mit."));
    assert!(!page.has("absagen können Sie bis"), "{}", page.main_text());
    assert!(page.has("absagen konnten Sie bis"), "{}", page.main_text());
    for late in ["absage", "umbuchung", "angaben"] {
        let page = trial.nobody.get(&format!("{ada}/{late}")).await;
        assert!(
            page.has("Die Frist zum Ändern und Absagen ist vorbei."),
            "{late}"
        );
        assert!(
            page.actions().iter().all(|it| !it.ends_with(late)),
            "{late}"
        );
    }

    trial.move_to_local("2018-01-11T09:00").await;
    let page = trial.nobody.get(&ada).await;
    assert!(page.has("Der Termin ist vorbei."), "{}", page.main_text());
    for past in [
        "Wir erwarten Sie",
        "gute Laune",
        "Bitte wenden Sie sich jetzt",
    ] {
        assert!(!page.has(past), "{past}: {}", page.main_text());
    }
});

story!(
    from_a_date_that_was_called_off_one_moves_to_another,
    |trial| async {
        conferences(trial).await;
        opened(trial, NORTH, settings("5")).await;
        let ada = registered(trial, NORTH, "Ada Erste").await;
        called_off(trial, NORTH.rsplit('/').next().unwrap()).await;

        let page = trial.nobody.get(&ada).await;
        assert!(page.has("Der Termin findet nicht statt."));
        for past in ["konnten Sie bis", "Bestätigt", "gute Laune"] {
            assert!(!page.has(past), "{past}: {}", page.main_text());
        }
        let umbuchung = format!("{ada}/umbuchung");
        let ask = trial.nobody.get(&umbuchung).await;
        assert!(!ask.has("Die Frist"), "{}", ask.main_text());
        let south = form![("gathering", ask.field("gathering").unwrap())];
        let moved = trial.nobody.post_on(&umbuchung, south).await;
        assert!(moved.has("17. Januar 2018"), "{}", moved.main_text());
        assert!(moved.has("Bestätigt"));
        in_order(trial).await;
    }
);

story!(
    a_fault_is_told_once_and_by_the_name_of_its_field,
    |trial| async {
        desk(trial, "5").await;
        let form = format!("{PAGE}/anmeldung");
        let long = "a".repeat(300);
        let fields = but(typed(trial, PAGE, "Kim Beispiel").await, "mail", &long);
        let fields = but(fields, "companion2", &long);
        let seen = trial.nobody.post(&form, fields).await;
        assert!(
            seen.has("Bitte prüfen Sie 2 Angaben"),
            "{}",
            seen.main_text()
        );
        assert!(
            seen.has("Name der 2. Person: Bitte kürzen Sie den Text"),
            "{}",
            seen.main_text()
        );
    }
);

story!(
    an_answer_to_a_lapsed_offer_leads_to_what_stands,
    |trial| async {
        desk(trial, "1").await;
        let ada = registered(trial, PAGE, "Ada Erste").await;
        let ben = registered(trial, PAGE, "Ben Zweiter").await;
        let absage = format!("{ada}/absage");
        let hers = form![("place", place_at(trial, &absage).await)];
        trial.nobody.post(&absage, hers).await;
        let his = form![("place", place_at(trial, &ben).await)];
        trial.move_to_local("2017-11-27T09:00").await;
        trial.run_due().await;

        for answer in ["annahme", "verzicht"] {
            let late = format!("{ben}/{answer}");
            let late = trial.nobody.post(&late, his.clone()).await;
            assert_eq!(late.status, 422, "{answer}");
            assert!(
                late.has("weil bis zum Ende der Frist keine Antwort kam"),
                "{answer}: {}",
                late.main_text()
            );
        }
        in_order(trial).await;
    }
);
