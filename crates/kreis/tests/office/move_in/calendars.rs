//! Calendars that real programs have written: what comes again becomes records, day by day.

use super::*;
use trial::story;

const EVOLUTION: &[u8] = include_bytes!("../../../../reading/tests/calendars/evolution.ics");
const KORGANIZER: &[u8] = include_bytes!("../../../../reading/tests/calendars/korganizer.ics");

/// Beginnings, ends and houses of the gatherings of a series, in order.
async fn series(trial: &Trial, name: &'static str) -> Vec<String> {
    trial
        .read(move |conn| {
            conn.all(
                "SELECT g.starts, g.ends, g.venue_name FROM gathering g \
                 JOIN series s ON s.id = g.series_id WHERE s.name = $1 ORDER BY g.starts",
                store::params![name],
                |row| {
                    let (starts, ends): (String, String) = (row.take()?, row.take()?);
                    let venue: String = row.take()?;
                    // To the minute; of its end the time alone.
                    let (starts, ends) = (starts.get(..16), ends.get(11..16));
                    let span = starts.zip(ends).map(|(from, to)| format!("{from}–{to}"));
                    Ok(format!("{} {venue}", span.unwrap_or_default()))
                },
            )
        })
        .await
}

/// What kind of series it is.
async fn kind(trial: &Trial, name: &'static str) -> String {
    trial
        .read(move |conn| {
            let kinds = "SELECT kind FROM series WHERE name = $1";
            let found = conn.one(kinds, store::params![name], store::Row::take)?;
            Ok(found.unwrap_or_default())
        })
        .await
}

/// Accepts all that is sure of a file.
async fn accept_all(trial: &Trial, file: &str) -> Seen {
    let id = file.rsplit('/').next().unwrap();
    let all = format!("{HOME}/entwuerfe/annahme?ab=85&datei={id}");
    let done = trial.office.post(&all, form![]).await;
    assert_eq!(done.status, 303, "{}", done.main_text());
    trial.office.get(done.location()).await
}

story!(
    what_comes_again_in_a_calendar_becomes_records_with_its_days,
    |trial| async {
        let before = counts(trial).await;
        let file = read_in(trial, "calendar.ics", EVOLUTION).await;
        let id = file.rsplit('/').next().unwrap();
        let preview = format!("{HOME}/entwuerfe/annahme?ab=85&datei={id}");
        let preview = trial.office.get(&preview).await;
        for day in ["4. März 2027", "11. März 2027", "12. Juni 2029"] {
            assert!(preview.has(day), "{day}: {}", preview.main_text());
        }

        let done = accept_all(trial, &file).await;
        let undoing = trial
            .office
            .get(&done.link("Alles davon zurücknehmen"))
            .await;
        assert!(undoing.has("11. März 2027"), "{}", undoing.main_text());

        assert!(done.has("Übernommen: 20"), "{}", done.main_text());
        assert_eq!(counts(trial).await[0], before[0] + 20);
        let house = "Bürgerhaus Auetal";
        let weekly = [
            "2027-03-04",
            "2027-03-11",
            "2027-03-18",
            "2027-03-25",
            "2027-04-01",
            "2027-04-08",
        ];
        assert_eq!(
            series(trial, "Offene Sprechstunde für Übungsleitungen").await,
            weekly.map(|it| format!("{it}T16:00–17:30 {house}"))
        );
        assert_eq!(
            series(trial, "Stammtisch der Fördervereine").await,
            [
                "2027-01-05T19:00–21:00 Gasthaus Zur Brücke",
                "2027-02-02T19:00–21:00 Gasthaus Zur Brücke",
                "2027-03-02T19:00–21:00 Gasthaus Zur Brücke",
                "2027-05-11T18:30–20:30 Vereinsheim Grüne Aue",
                "2027-06-01T19:00–21:00 Gasthaus Zur Brücke",
            ]
        );
        let yearly = ["2027-06-12", "2028-06-12", "2029-06-12"];
        assert_eq!(
            series(trial, "Gründungsfest des Nachbarschaftskreises").await,
            yearly.map(|it| format!("{it}T18:00–22:00 Festwiese an der Ölmühle"))
        );
        assert_eq!(series(trial, "Runder Tisch Ehrenamt").await.len(), 6);
        assert_eq!(
            kind(trial, "Stammtisch der Fördervereine").await,
            "recurring"
        );
    }
);

story!(
    whole_days_wait_for_their_hours_and_a_calendar_comes_only_once,
    |trial| async {
        let file = read_in(trial, "calendar.ics", EVOLUTION).await;
        accept_all(trial, &file).await;
        let open = draft(trial, &file, "Freiwilligenwerkstatt").await;
        let page = trial.office.get(&open).await;
        assert!(page.has("keine Uhrzeit"), "{}", page.main_text());
        assert_eq!(page.field("last_day").as_deref(), Some("2027-09-19"));
        let done = accept(trial, &open, &[("start", "14:00"), ("end", "12:00")]).await;
        assert_eq!(done.status, 303, "{}", done.main_text());
        let page = trial.office.get(&open).await;
        let gathering = trial.office.get(&page.link("Freiwilligenwerkstatt")).await;
        for words in ["17.", "19. September 2027", "Schullandheim Höhe"] {
            assert!(gathering.has(words), "{}", gathering.main_text());
        }
        let before = counts(trial).await;

        let later = String::from_utf8_lossy(EVOLUTION).replace("DTSTAMP:2026", "DTSTAMP:2027");
        let file = read_in(trial, "calendar.ics", later.as_bytes()).await;

        let list = trial.office.get(&file).await;
        assert!(list.has("Hier ist kein Entwurf"), "{}", list.main_text());
        assert_eq!(counts(trial).await, before);
    }
);

story!(
    the_rest_of_a_series_that_was_moved_comes_with_its_new_hour_and_house,
    |trial| async {
        let file = read_in(trial, "lesekreis.ics", KORGANIZER).await;
        let list = trial.office.get(&file).await;
        let page = trial.office.get(&list.link("Lesekreis")).await;
        assert!(page.has("jede Woche, 8-mal"), "{}", page.main_text());
        assert!(!page.has("FREQ="), "{}", page.main_text());

        accept_all(trial, &file).await;

        let (before, after) = (
            "17:00–18:30 Stadtteilbüro",
            "18:00–19:00 Bücherstube Grüner Winkel",
        );
        assert_eq!(
            series(trial, "Lesekreis über Wörter und Brüche").await,
            [
                format!("2029-01-10T{before}"),
                format!("2029-01-17T{before}"),
                format!("2029-01-31T{before}"),
                format!("2029-02-07T{before}"),
                format!("2029-02-15T{after}"),
                format!("2029-02-22T{after}"),
                format!("2029-03-01T{after}"),
            ]
        );
    }
);
