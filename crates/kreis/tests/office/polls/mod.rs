//! Stories of the room polls: from the question to the day that is settled on.

mod answers;
mod changes;
mod ending;
mod making;

use mail::ReadMail;
use trial::{Seen, Trial, form};

/// The gathering whose day is looked for in the sample data.
const PARTY: &str = "/weimar/termine/2018-08-15-sommerfest-und-ehrenamtstag-2018";
/// Its title.
pub(super) const TITLE: &str = "Sommerfest und Ehrenamtstag 2018";

/// The address of the poll of the sample data.
pub(super) async fn poll(trial: &Trial) -> String {
    trial.office.get("/weimar/umfragen").await.link(TITLE)
}

/// The id that the register knows somebody by.
async fn person(trial: &Trial, name: &'static str) -> String {
    let found = trial
        .read(move |conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            register::people_of(conn, network.id)
        })
        .await;
    let found = found.into_iter().find(|it| it.person.name == name);
    found.unwrap().person.id.to_string()
}

/// A form that nobody could object to: two days in March, one person.
async fn fields(trial: &Trial) -> Vec<(String, String)> {
    form![
        ("do", "save"),
        ("rows", "3"),
        ("title", "Klausurtag"),
        ("note", "Wir brauchen einen ganzen Tag."),
        ("d1_day", "2018-03-14"),
        ("d1_start", "09:00"),
        ("d1_end", "16:00"),
        ("d2_day", "2018-03-25"),
        ("d2_start", "09:00"),
        ("d2_end", "16:00"),
        ("d3_start", "09:00"),
        ("until", "2017-12-01"),
        ("people", person(trial, "Leitung Lebensräume").await),
    ]
}

/// The same with one field in another way.
fn but(mut fields: Vec<(String, String)>, name: &str, value: &str) -> Vec<(String, String)> {
    fields.retain(|(field, _)| field != name);
    fields.push((name.to_owned(), value.to_owned()));
    fields
}

/// The office writes a poll down; the address of its page.
async fn made(trial: &Trial) -> String {
    let fields = fields(trial).await;
    let made = trial.office.post("/weimar/umfrage-anlegen", fields).await;
    assert_eq!(made.status, 303, "{}", made.main_text());
    made.location().to_owned()
}

/// Lets everything of a title go out; the mails about it.
pub(super) async fn released(trial: &Trial, title: &str) -> Vec<ReadMail> {
    let group = trial.office.get("/weimar/postausgang").await.link(title);
    let count = trial.office.get(&group).await.field("count").unwrap();
    let released = trial
        .office
        .post(&format!("{group}/freigabe"), form![("count", count)])
        .await;
    assert_eq!(released.status, 303, "{}", released.main_text());
    trial.run_due().await;
    let mails = trial.mails().await.into_iter();
    mails.filter(|it| it.subject.contains(title)).collect()
}

/// A poll that one person was asked in, with the link that the mail brought.
async fn asked(trial: &Trial) -> (String, String) {
    let poll = made(trial).await;
    let laid = trial.office.post(&format!("{poll}/auslage"), form![]).await;
    assert_eq!(laid.status, 303, "{}", laid.main_text());
    let mails = released(trial, "Klausurtag").await;
    (poll, link(&mails[0]))
}

/// The path of the link in a mail.
fn link(mail: &ReadMail) -> String {
    let text = mail.text.as_deref().unwrap();
    let found = text
        .split_whitespace()
        .filter_map(|word| word.strip_prefix(trial::BASE_URL))
        .find(|path| path.starts_with("/termine/umfrage/"));
    found
        .unwrap_or_else(|| panic!("no link: {text}"))
        .to_owned()
}

/// The words of a mail, with single spaces.
fn words(mail: &ReadMail) -> String {
    let text = mail.text.as_deref().unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Both days of the poll, answered.
fn answer(first: &str, second: &str) -> Vec<(String, String)> {
    form![("day1", first), ("day2", second), ("remark", "")]
}

/// The address of a page's link that ends like this.
fn leading(page: &Seen, part: &str) -> Vec<String> {
    let links = page.links().into_iter().map(|(_, href)| href);
    links.filter(|href| href.contains(part)).collect()
}
