//! Nights when the clock changes, in the table of a plan.

use trial::story;

use super::{begun, but, rows};

/// A plan with one date in a night when the clock changes.
fn night(day: &str) -> Vec<(String, String)> {
    let table = but(rows(&[(day, "Nacht der Museen")]), "r1_start", "02:30");
    but(table, "r1_end", "05:00")
}

story!(an_hour_that_is_skipped_is_refused_and_said, |trial| async {
    let edit = begun(trial).await;

    let refused = trial.office.post(&edit, night("2020-03-29")).await;

    assert_eq!(refused.status, 422);
    assert!(
        refused
            .has("Diese Uhrzeit gibt es an dem Tag nicht: Die Uhr wird auf Sommerzeit gestellt.")
            && refused.has("wird auf 03:00 Uhr vorgestellt"),
        "{}",
        refused.main_text()
    );
    assert_eq!(refused.field("r1_start").as_deref(), Some("02:30"));
});

story!(an_hour_that_comes_twice_is_said_at_its_row, |trial| async {
    let edit = begun(trial).await;

    let saved = trial.office.post_on(&edit, night("2020-10-25")).await;

    assert!(
        saved.has("Der Plan ist gespeichert.") && saved.has("Gemeint ist die erste."),
        "{}",
        saved.main_text()
    );
});
