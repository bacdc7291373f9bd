//! What is found after the program was killed, held against what it acknowledged.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use base::Clock;
use gatherings::Reply;
use mail::ReadMail;
use store::{Conn, Store, params};
use trial::{Installation, tokio};

use super::ledger::Ledger;

/// What a letter may go twice for: the connections that deliver at the same time.
const AT_ONCE: usize = 8;

pub(super) async fn nothing_is_lost_or_half(store: &Store, ledger: &mut Ledger) {
    let names: Vec<String> = ledger.people.keys().cloned().collect();
    let links: Vec<String> = ledger.replies.values().map(|it| it.link.clone()).collect();
    let titles: Vec<String> = ledger.rounds.iter().map(|it| it.title.clone()).collect();
    let (people, replies, minutes, letters) = store
        .read(move |conn| {
            let people = found_people(conn, &names)?;
            let replies = found_replies(conn, &links)?;
            let letters = found_letters(conn, &titles)?;
            Ok::<_, base::Fault>((people, replies, written(conn)?, letters))
        })
        .await
        .unwrap();

    for (name, tried) in &mut ledger.people {
        let found = people.get(name).map(|entries| {
            assert_eq!(*entries, 1, "{name} stands once, with one journal entry");
            true
        });
        assert!(tried.allows(found.as_ref()), "{name}: {tried:?}");
        tried.settle(found);
    }
    for answers in ledger.replies.values_mut() {
        let found = replies.get(&answers.link).copied().flatten();
        let tried = &mut answers.reply;
        assert!(tried.allows(found.as_ref()), "{found:?} {tried:?}");
        tried.settle(found);
    }
    assert!(
        ledger.minutes.allows(minutes.as_ref()),
        "{minutes:?} {:?}",
        ledger.minutes
    );
    ledger.minutes.settle(minutes);
    for round in &mut ledger.rounds {
        let Some((waiting, all)) = letters.get(&round.title).copied() else {
            assert_eq!(round.released.settled, None);
            continue;
        };
        assert!(waiting == 0 || waiting == all, "{waiting} of {all} wait");
        let found = (waiting == 0).then_some(true);
        assert!(round.released.allows(found.as_ref()), "{round:?}");
        round.released.settle(found);
    }
}

/// How many journal entries the person of each name has; names that nobody has are left out.
fn found_people(
    conn: &mut Conn<'_>,
    names: &[String],
) -> Result<BTreeMap<String, i64>, base::Fault> {
    let mut found = BTreeMap::new();
    for name in names {
        let people = conn.count("SELECT COUNT(*) FROM person WHERE name = $1", params![name])?;
        assert!(people <= 1, "{name} stands {people} times");
        if people == 1 {
            let entries = conn.count(
                "SELECT COUNT(*) FROM journal WHERE subject_id =
                 (SELECT id FROM person WHERE name = $1)",
                params![name],
            )?;
            found.insert(name.clone(), entries);
        }
    }
    Ok(found)
}

fn found_replies(
    conn: &mut Conn<'_>,
    links: &[String],
) -> Result<BTreeMap<String, Option<Reply>>, base::Fault> {
    let mut found = BTreeMap::new();
    for link in links {
        let token = link.rsplit('/').next().unwrap_or_default();
        let now = Clock::real().now();
        let access = register::access_links::find(conn, "reply", token, now)?.unwrap();
        let invitation = gatherings::invitation(conn, access.subject.parse().unwrap())?.unwrap();
        found.insert(link.clone(), invitation.reply);
    }
    Ok(found)
}

/// The text of the minutes, of which each version must have its revision.
fn written(conn: &mut Conn<'_>) -> Result<Option<String>, base::Fault> {
    let half = conn.count(
        "SELECT COUNT(*) FROM minutes_text WHERE version > 1 AND NOT EXISTS
         (SELECT 1 FROM minutes_revision WHERE minutes_text_id = minutes_text.id
          AND minutes_revision.version = minutes_text.version)",
        &[],
    )?;
    assert_eq!(half, 0, "a version of the minutes without its revision");
    conn.one(
        "SELECT public_text FROM minutes_text WHERE public_text LIKE 'Stand %'",
        &[],
        store::Row::take,
    )
}

/// How many letters wait for their release, and how many there are, by the gathering's title.
fn found_letters(
    conn: &mut Conn<'_>,
    titles: &[String],
) -> Result<BTreeMap<String, (i64, i64)>, base::Fault> {
    let mut found = BTreeMap::new();
    for title in titles {
        let like = format!("%{title}%");
        let all = conn.count(
            "SELECT COUNT(*) FROM letter WHERE about LIKE $1",
            params![&like],
        )?;
        let waiting = conn.count(
            "SELECT COUNT(*) FROM letter WHERE about LIKE $1 AND state = 'waiting'",
            params![&like],
        )?;
        if all > 0 {
            found.insert(title.clone(), (waiting, all));
        }
    }
    Ok(found)
}

/// A job that the end of the program has cut off a dozen times is given up; the operator lets it
/// be tried again. Says how many those are.
pub(super) async fn given_up_is_tried_again(store: &Store) -> usize {
    let again = |conn: &mut Conn<'_>| {
        let dead = conn.dead_jobs()?;
        for job in &dead {
            conn.job_again(job.id, Clock::real().now())?;
        }
        Ok::<_, base::Fault>(dead.len())
    };
    store.write(again).await.unwrap()
}

/// Waits until nothing is to be done any more, then reads every mail that came.
///
/// Says how many there are, and how many of them came twice.
pub(super) async fn every_letter_went_out(
    office: &Installation,
    ledger: &Ledger,
    kills: u32,
) -> (usize, usize) {
    let store = office.store();
    let jobs = "SELECT COUNT(*) FROM letter WHERE state = 'queued'";
    for _ in 0..600 {
        if store.read(move |conn| conn.count(jobs, &[])).await.unwrap() == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let unsent = "SELECT COUNT(*) FROM letter WHERE state IN ('queued', 'failed')";
    let unsent = store.read(move |conn| conn.count(unsent, &[])).await;
    assert_eq!(unsent.unwrap(), 0, "letters that did not go out");

    let mails = office.mails().await;
    let mut twice = 0;
    for round in &ledger.rounds {
        let of_round: Vec<&ReadMail> = mails
            .iter()
            .filter(|mail| mail.subject.contains(&round.title))
            .collect();
        let released = round.released.settled.is_some();
        assert_eq!(released, !of_round.is_empty(), "{round:?}");
        let guests: BTreeSet<_> = of_round.iter().map(|it| &it.to[0].address).collect();
        let letters: BTreeSet<_> = of_round
            .iter()
            .map(|it| (&it.to[0].address, &it.message_id, uid(it)))
            .collect();
        assert_eq!(guests.len(), letters.len(), "twice under another name");
        twice += of_round.len() - letters.len();
    }
    let most = usize::try_from(kills).unwrap() * AT_ONCE;
    assert!(twice <= most, "{twice} mails went twice");
    (mails.len(), twice)
}

fn uid(mail: &ReadMail) -> Option<String> {
    let calendar = &mail.calendar.as_ref()?.text;
    let (_, rest) = calendar.split_once("UID:")?;
    Some(rest.lines().next()?.to_owned())
}
