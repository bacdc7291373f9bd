//! Stories of the room planning.

mod clock;
mod table;
mod topics;

use trial::{Seen, Trial, form};

/// The plan of the group for a year that nothing is known of.
const PLAN: &str = "/weimar/jahresplan/2020-kreisgruppe";

/// The office begins the plan of 2020; the address of its table.
async fn begun(trial: &Trial) -> String {
    let list = trial.office.get("/weimar/jahresplan").await;
    let group = list.option("Kreisgruppe").unwrap();
    let answer = trial
        .office
        .post(
            "/weimar/jahresplan",
            form![("year", "2020"), ("group", group)],
        )
        .await;
    assert_eq!(answer.status, 303, "{}", answer.main_text());
    format!("{PLAN}/bearbeiten")
}

/// A row of the table that nobody could object to.
fn row(number: usize, day: &str, title: &str) -> Vec<(String, String)> {
    let at = |part: &str| format!("r{number}_{part}");
    vec![
        (at("kind"), "meeting".to_owned()),
        (at("day"), day.to_owned()),
        (at("start"), "10:00".to_owned()),
        (at("end"), "12:00".to_owned()),
        (at("title"), title.to_owned()),
    ]
}

/// The table as a form.
fn rows(given: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields = form![("rows", given.len())];
    for (before, (day, title)) in given.iter().enumerate() {
        fields.extend(row(before + 1, day, title));
    }
    fields
}

/// The same with one field in another way.
fn but(mut fields: Vec<(String, String)>, name: &str, value: &str) -> Vec<(String, String)> {
    fields.retain(|(field, _)| field != name);
    fields.push((name.to_owned(), value.to_owned()));
    fields
}

/// Everything that a page's table would send.
fn typed(page: &Seen) -> Vec<(String, String)> {
    let count: usize = page.field("rows").unwrap().parse().unwrap();
    let mut fields = form![("rows", count)];
    for number in 1..=count {
        for part in [
            "id",
            "was",
            "day",
            "start",
            "end",
            "title",
            "focus",
            "guest_function",
            "guest_body",
        ] {
            let name = format!("r{number}_{part}");
            let value = page.field(&name).unwrap_or_default();
            fields.push((name, value));
        }
        fields.push((format!("r{number}_kind"), "meeting".to_owned()));
    }
    fields
}
