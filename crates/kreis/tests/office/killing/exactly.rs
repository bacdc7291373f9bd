//! Killed exactly between the mail server's receipt and our note of it.

use std::sync::mpsc::channel;
use std::time::Duration;

use base::{Fault, LetterId};
use mail::SinkManners;
use store::{Conn, params};
use trial::{DbKind, Installation, ReadMail, form, tokio};

use super::{PROGRAM, signed_in, story};

/// The mail server thinks this long before each answer, so that there is time to get in the way.
const THINKING: Duration = Duration::from_millis(150);

async fn killed_after_the_receipt(kind: DbKind) {
    let manners = SinkManners {
        answer_delay: THINKING,
        ..SinkManners::default()
    };
    let office = Installation::furnished(PROGRAM, kind, manners).await;
    drop(signed_in(&office).await);
    let (mut process, browser) = office.serve();
    let fields = form![("mail", kreis::demo::contents::OFFICE), ("weiter", "")];
    assert_eq!(browser.post("/anmelden", fields).await.status, 303);

    // The program counts its try before it speaks; after that nobody can write.
    let store = office.store();
    until(async || store.read(is_begun).await.unwrap()).await;
    let (begun, begins) = tokio::sync::oneshot::channel();
    let (let_go, wait) = channel::<()>();
    let writer = store.clone();
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
    until(async || links(&office).await.len() == 1).await;
    // The receipt follows the mail by one thought.
    tokio::time::sleep(THINKING * 2).await;
    process.kill();
    drop(let_go);
    writing.await.unwrap();

    let (_process, _browser) = office.serve();
    until(async || links(&office).await.len() == 2).await;
    let mails = links(&office).await;
    assert_eq!(mails[0].message_id, mails[1].message_id);
    assert_eq!(mails[0].to, mails[1].to);
    until(async || store.read(is_sent).await.unwrap()).await;
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
