//! Killed exactly between the mail server's receipt and our note of it.

use std::sync::mpsc::channel;
use std::time::Duration;

use base::{Fault, LetterId};
use mail::SinkManners;
use store::{Conn, params};
use trial::{DbKind, Installation, Process, ReadMail, form, tokio};

use super::{PROGRAM, signed_in, story};
use crate::one_guest;

/// The mail server thinks this long before each answer, so that there is time to get in the way.
const THINKING: Duration = Duration::from_millis(150);

fn thoughtful() -> SinkManners {
    SinkManners {
        answer_delay: THINKING,
        ..SinkManners::default()
    }
}

async fn killed_after_the_receipt(kind: DbKind) {
    let office = Installation::furnished(PROGRAM, kind, thoughtful()).await;
    drop(signed_in(&office).await);
    let (process, browser) = office.serve();
    let fields = form![("mail", kreis::demo::contents::OFFICE), ("weiter", "")];
    assert_eq!(browser.post("/anmelden", fields).await.status, 303);

    // The program counts its try before it speaks; after that nobody can write.
    let store = office.store();
    until(async || store.read(is_begun).await.unwrap()).await;
    let (_process, _) = doubled(&office, process, links).await;
    until(async || store.read(is_sent).await.unwrap()).await;
}

async fn an_invitation_killed_after_the_receipt(kind: DbKind) {
    let office = Installation::furnished(PROGRAM, kind, thoughtful()).await;
    let session = signed_in(&office).await;
    let (process, browser) = office.serve();
    one_guest::invite(&office, &browser.with_cookie_of(&session)).await;

    // The letter's own link is the last that is written before the program speaks.
    let store = office.store();
    until(async || store.read(is_written).await.unwrap()).await;
    let (_process, mails) = doubled(&office, process, one_guest::mails).await;
    let [first, second] = [&mails[0], &mails[1]].map(uid);
    assert!(first.starts_with("UID:"), "{first}");
    assert_eq!(first, second);
}

/// The line that calendars know the gathering by.
fn uid(mail: &ReadMail) -> String {
    let calendar = &mail.calendar.as_ref().unwrap().text;
    let lines: Vec<&str> = calendar
        .lines()
        .filter(|it| it.starts_with("UID:"))
        .collect();
    lines.join("; ")
}

/// Kills the program once the one mail is received and cannot be noted, and starts another:
/// the mail comes once more, as the same.
async fn doubled(
    office: &Installation,
    mut process: Process,
    mine: impl AsyncFn(&Installation) -> Vec<ReadMail>,
) -> (Process, Vec<ReadMail>) {
    let (begun, begins) = tokio::sync::oneshot::channel();
    let (let_go, wait) = channel::<()>();
    let writer = office.store();
    let writing = tokio::spawn(async move {
        let occupy = move |_: &mut Conn<'_>| {
            begun.send(()).unwrap();
            // An end of the other side lets go as well.
            wait.recv().unwrap_or_default();
            Ok::<_, Fault>(())
        };
        writer.housekeep(occupy).await.unwrap();
    });
    begins.await.unwrap();
    until(async || mine(office).await.len() == 1).await;
    // The receipt follows the mail by one thought.
    tokio::time::sleep(THINKING * 2).await;
    process.kill();
    drop(let_go);
    writing.await.unwrap();

    let (process, _browser) = office.serve();
    until(async || mine(office).await.len() == 2).await;
    let mails = mine(office).await;
    assert!(mails[0].message_id.is_some());
    assert_eq!(mails[0].message_id, mails[1].message_id);
    assert_eq!(mails[0].to, mails[1].to);
    (process, mails)
}

/// Waits for something that comes soon.
async fn until(has_come: impl AsyncFn() -> bool) {
    for _ in 0..3000 {
        if has_come().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it did not come in half a minute");
}

/// Whether the delivery of the link's letter has been begun once.
fn is_begun(conn: &mut Conn<'_>) -> Result<bool, Fault> {
    let letter = "SELECT id FROM letter WHERE kind = 'register.sign_in' AND state = 'queued'";
    let Some(id) = conn.one(letter, &[], store::Row::take::<LetterId>)? else {
        return Ok(false);
    };
    let begun = "SELECT COUNT(*) FROM job WHERE subject = $1 AND attempts = 1";
    Ok(conn.count(begun, params![id.to_string()])? == 1)
}

/// Whether the guest's letter has been written once.
fn is_written(conn: &mut Conn<'_>) -> Result<bool, Fault> {
    let links = "SELECT COUNT(*) FROM access_link JOIN person ON person.id = person_id
        WHERE person.mail = $1";
    Ok(conn.count(links, params![one_guest::MAIL])? > 0)
}

fn is_sent(conn: &mut Conn<'_>) -> Result<bool, Fault> {
    let sent = "SELECT COUNT(*) FROM letter WHERE state = 'sent' AND kind = 'register.sign_in'";
    Ok(conn.count(sent, &[])? > 0)
}

/// The mails with a link for signing in; what was overdue in the sample networks goes out too.
async fn links(office: &Installation) -> Vec<ReadMail> {
    let mut mails = office.mails().await;
    mails.retain(|it| {
        it.text
            .as_ref()
            .is_some_and(|text| text.contains("/anmelden/link/"))
    });
    mails
}

#[test]
fn killed_after_the_receipt_on_sqlite() {
    story(DbKind::Sqlite, killed_after_the_receipt);
}

#[test]
fn killed_after_the_receipt_on_postgres() {
    story(DbKind::Postgres, killed_after_the_receipt);
}

#[test]
fn an_invitation_killed_after_the_receipt_on_sqlite() {
    story(DbKind::Sqlite, an_invitation_killed_after_the_receipt);
}

#[test]
fn an_invitation_killed_after_the_receipt_on_postgres() {
    story(DbKind::Postgres, an_invitation_killed_after_the_receipt);
}
