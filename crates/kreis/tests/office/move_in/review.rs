//! A gathering on its way from an old page into the office's drafts, and back.

use super::*;
use trial::story;

story!(
    a_page_becomes_a_gathering_that_the_office_alone_sees,
    |trial| async {
        let before = counts(trial).await;
        let brought = bring(
            &trial.office,
            HOME,
            &[("werkstatt.html", WORKSHOP.as_bytes())],
        )
        .await;
        let busy = trial.office.get(brought.location()).await;
        assert!(
            busy.html().contains("http-equiv=\"refresh\""),
            "it renews itself"
        );
        assert!(busy.has("0 von 1 Dateien gelesen"), "{}", busy.main_text());
        trial.run_due().await;
        let read = trial.office.get(brought.location()).await;
        assert!(!read.html().contains("http-equiv=\"refresh\""));
        let file = read.link("werkstatt.html");
        let draft = draft(trial, &file, "Werkstatt Gute Briefe").await;
        let page = trial.office.get(&draft).await;
        assert!(
            page.html().contains("<mark id=\"beleg\">"),
            "{}",
            page.html()
        );
        assert!(page.has("Beleg"), "{}", page.main_text());
        assert!(
            page.has("Vorgeschlagen sind zwei Stunden"),
            "{}",
            page.main_text()
        );
        assert_eq!(page.field("day").as_deref(), Some("2027-08-04"));
        assert_eq!(page.field("start").as_deref(), Some("10:15"));
        assert_eq!(counts(trial).await, before, "a draft is no record");

        let done = accept(trial, &draft, &[("venue", "Großer Saal")]).await;

        assert_eq!(done.status, 303, "{}", done.main_text());
        assert!(done.location().contains("done=move-in-accepted"));
        let page = trial.office.get(&draft).await;
        assert!(page.has("Übernommen am"), "{}", page.main_text());
        let gathering = page.link("Werkstatt Gute Briefe");
        let seen = trial.office.get(&gathering).await;
        assert!(seen.has("Großer Saal"), "{}", seen.main_text());
        assert!(seen.has("Entwurf"), "{}", seen.main_text());
        assert_eq!(trial.nobody.get(&gathering).await.status, 404);
        assert_eq!(trial.member.get(&gathering).await.status, 404);
        let twice = trial
            .office
            .post(&format!("{draft}/annahme"), form![])
            .await;
        assert_eq!(twice.status, 409, "one wins, nobody doubles");
        assert!(
            twice.has("übernommen, bevor Ihre Eingabe ankam"),
            "{}",
            twice.main_text()
        );
        assert_eq!(twice.link("Werkstatt Gute Briefe"), gathering);
        assert_eq!(counts(trial).await[0], before[0] + 1);

        let page = undo(trial, &draft).await;

        assert!(page.has("wieder offen"), "{}", page.text());
        assert_eq!(counts(trial).await, before);
        assert_eq!(page.field("venue").as_deref(), Some("Großer Saal"));
        let back = format!("{draft}/korrektur/ruecknahme");
        trial.office.post(&back, form![]).await;
        let page = trial.office.get(&draft).await;
        assert_ne!(page.field("venue").as_deref(), Some("Großer Saal"));
    }
);

story!(what_was_changed_since_is_not_taken_back, |trial| async {
    let file = read_in(trial, "werkstatt.html", WORKSHOP.as_bytes()).await;
    let draft = draft(trial, &file, "Werkstatt").await;
    accept(trial, &draft, &[]).await;
    let page = trial.office.get(&draft).await;
    let gathering = page.link("Werkstatt Gute Briefe");
    let announced = format!("{gathering}/ankuendigung");
    let announced = trial.office.post(&announced, form![]).await;
    assert_eq!(announced.status, 303, "{}", announced.main_text());
    let before = counts(trial).await;

    let page = undo(trial, &draft).await;

    assert!(
        page.has("Nicht alles konnte zurückgenommen werden"),
        "{}",
        page.main_text()
    );
    assert!(page.has("Übernommen am"), "{}", page.main_text());
    assert_eq!(counts(trial).await, before);
});

story!(
    a_draft_that_lacks_something_says_so_and_can_be_rejected,
    |trial| async {
        let page = WORKSHOP.replace("<dt>Uhrzeit:</dt><dd>10.15 Uhr</dd>", "");
        let file = read_in(trial, "ohne-zeit.html", page.as_bytes()).await;
        let draft = draft(trial, &file, "Werkstatt").await;
        let before = counts(trial).await;

        let refused = accept(trial, &draft, &[]).await;

        assert_eq!(refused.status, 422, "{}", refused.main_text());
        assert!(refused.has("Beginn"), "{}", refused.main_text());
        assert_eq!(
            refused.field("title").as_deref(),
            Some("Werkstatt Gute Briefe")
        );
        let rejected = trial
            .office
            .post(&format!("{draft}/ablehnung"), form![])
            .await;
        assert!(rejected.location().contains("done=move-in-rejected"));
        let list = trial.office.get(&format!("{file}?stand=rejected")).await;
        assert!(list.has("Werkstatt Gute Briefe"), "{}", list.main_text());
        let page = undo(trial, &draft).await;
        assert!(
            page.has("Als Terminentwurf übernehmen"),
            "{}",
            page.main_text()
        );
        assert_eq!(counts(trial).await, before);
    }
);

story!(
    what_is_there_already_is_shown_and_only_filled_where_it_is_empty,
    |trial| async {
        let file = read_in(trial, "werkstatt.html", WORKSHOP.as_bytes()).await;
        let first = draft(trial, &file, "Werkstatt").await;
        accept(
            trial,
            &first,
            &[("venue", ""), ("town", ""), ("end", "11:00")],
        )
        .await;
        let other = WORKSHOP.replace("10.15 Uhr", "10.30 Uhr");
        let other = other.replace("Werkstatt Gute Briefe", "Die Werkstatt: Gute Briefe");
        let file = read_in(trial, "andere-seite.html", other.as_bytes()).await;
        let second = draft(trial, &file, "Die Werkstatt").await;
        let page = trial.office.get(&second).await;
        assert!(
            page.has("Gibt es den Termin schon?"),
            "{}",
            page.main_text()
        );
        let before = counts(trial).await;

        let ask = trial.office.get(&page.link("Damit zusammenführen")).await;

        assert!(ask.has("bisher leer"), "{}", ask.main_text());
        let done = trial
            .office
            .post(&ask.actions()[ask.actions().len() - 1], form![])
            .await;
        assert!(
            done.location().contains("done=move-in-merged"),
            "{}",
            done.main_text()
        );
        assert_eq!(counts(trial).await, before);
        let page = trial.office.get(&second).await;
        let gathering = page.link("Werkstatt Gute Briefe");
        let seen = trial.office.get(&gathering).await;
        assert!(seen.main_text().contains("Apolda"), "{}", seen.main_text());
        assert!(
            seen.has("10:15"),
            "what stands there stays: {}",
            seen.main_text()
        );
        undo(trial, &second).await;
        let seen = trial.office.get(&gathering).await;
        assert!(!seen.main_text().contains("Apolda"), "{}", seen.main_text());
    }
);

story!(sure_drafts_are_accepted_together, |trial| async {
    let page = WORKSHOP.replace("10.15 Uhr", "10.15 bis 12 Uhr");
    let file = read_in(trial, "werkstatt.html", page.as_bytes()).await;
    let id = file.rsplit('/').next().unwrap();
    let all = format!("{HOME}/entwuerfe/annahme?ab=0&datei={id}");
    let before = counts(trial).await;
    let ask = trial.office.get(&all).await;
    assert!(ask.has("Werkstatt Gute Briefe"), "{}", ask.main_text());

    let done = trial.office.post(&all, form![]).await;

    let told = trial.office.get(done.location()).await;
    assert!(told.has("Übernommen: "), "{}", told.main_text());
    assert_eq!(counts(trial).await[0], before[0] + 1);
    let again = trial.office.post(&all, form![]).await;
    let told = trial.office.get(again.location()).await;
    assert!(told.has("Übernommen: 0"), "{}", told.main_text());
});

story!(
    what_comes_again_becomes_a_series_with_its_days,
    |trial| async {
        let text = "Offenes Strickcafé\n\nDas Strickcafé trifft sich jeden ersten Dienstag \
            im Monat um 15 Uhr im Familienzentrum in Weimar.";
        let file = read_in(trial, "stricken.txt", text.as_bytes()).await;
        let list = trial.office.get(&file).await;
        assert!(list.has("Wiederkehrender Termin"), "{}", list.main_text());
        let link = list
            .links()
            .into_iter()
            .find(|(_, href)| href.contains("/entwuerfe/") && !href.contains("annahme"));
        let draft = link.unwrap().1;
        let draft = draft.split('?').next().unwrap();
        let page = trial.office.get(draft).await;
        let mut fields = fields(&page, &[("from", "2018-01-01"), ("until", "2018-06-30")]);
        fields.extend(form![("rhythm", "m1"), ("weekday", "TU")]);
        let before = counts(trial).await;

        let done = trial.office.post(&format!("{draft}/annahme"), fields).await;

        assert_eq!(done.status, 303, "{}", done.main_text());
        assert_eq!(counts(trial).await[0], before[0] + 6);
        let page = undo(trial, draft).await;
        assert!(page.has("wieder offen"), "{}", page.text());
        assert_eq!(counts(trial).await, before);
        let series = trial.office.get("/weimar/reihen").await;
        assert!(!series.has("Strickcafé"), "{}", series.main_text());
    }
);

story!(
    a_deadline_stands_at_its_own_gathering_alone,
    |trial| async {
        let page = "<!doctype html><html><body><main><h1>Unsere Termine 2027</h1>\
        <h2>Lesung im Garten</h2>\
        <dl><dt>Datum:</dt><dd>5. August 2027</dd><dt>Uhrzeit:</dt><dd>17 bis 19 Uhr</dd>\
        <dt>Ort:</dt><dd>Bürgergarten, Apolda</dd></dl>\
        <h2>Fachtag Nachbarschaft</h2>\
        <dl><dt>Datum:</dt><dd>9. September 2027</dd><dt>Uhrzeit:</dt><dd>9 bis 15 Uhr</dd>\
        <dt>Ort:</dt><dd>Stadthaus, Apolda</dd></dl>\
        <p>Anmeldung bitte bis zum 1. August 2027 im Büro.</p></main></body></html>";
        let file = read_in(trial, "termine-2027.html", page.as_bytes()).await;
        let free = draft(trial, &file, "Lesung im Garten").await;
        let free = trial.office.get(&free).await;
        assert!(!free.has("Anmeldung bis"), "{}", free.main_text());
        let own = draft(trial, &file, "Fachtag Nachbarschaft").await;
        let own = trial.office.get(&own).await;
        assert!(
            own.has("Anmeldung bis 1. August 2027"),
            "{}",
            own.main_text()
        );
    }
);
