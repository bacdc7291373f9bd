//! What is found after the program was killed, held against what it acknowledged.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use base::{Clock, Fault, GatheringId, LetterId};
use jiff::Timestamp;
use registration::PlaceState;
use store::{Conn, Store, params};
use trial::{Installation, tokio};
use uuid::Uuid;

use super::Crowd;
use super::work::Expected;

/// How somebody stands.
#[derive(Clone, Debug, Default)]
struct Facts {
    is_known: bool,
    is_confirmed: bool,
    places: Vec<(GatheringId, PlaceState)>,
}

impl Facts {
    fn firm(&self) -> Option<GatheringId> {
        let firm = [PlaceState::Confirmed, PlaceState::Requested];
        let mut places = self.places.iter();
        places.find(|(_, it)| firm.contains(it)).map(|it| it.0)
    }

    fn is_alive(&self) -> bool {
        self.places.iter().any(|(_, it)| it.is_alive())
    }

    fn allow(&self, expected: Expected) -> bool {
        match expected {
            Expected::Anything => true,
            Expected::Known => self.is_known,
            Expected::Alive => self.is_alive(),
            Expected::Firm => self.firm().is_some(),
            Expected::At(date) => self.firm() == Some(date),
            Expected::Gone => self.is_known && !self.is_alive(),
        }
    }

    /// What counts from now on.
    fn settled(&self) -> Expected {
        match self.firm() {
            Some(date) => Expected::At(date),
            None if !self.is_known => Expected::Anything,
            None if !self.is_confirmed => Expected::Known,
            None if self.is_alive() => Expected::Alive,
            None => Expected::Gone,
        }
    }
}

pub(super) async fn nothing_is_lost_or_too_much(store: &Store, crowd: &mut Crowd) {
    let (facts, wrong) = store
        .read(|conn| {
            let mut wrong = crate::registration::wrong(conn)?;
            wrong.extend(idle(conn)?);
            wrong.extend(forgotten(conn)?);
            Ok::<_, Fault>((facts(conn)?, wrong))
        })
        .await
        .unwrap();
    assert!(wrong.is_empty(), "{wrong:#?}");
    for guest in &mut crowd.guests {
        let found = facts.get(&guest.mail).cloned().unwrap_or_default();
        let is_well = found.allow(guest.sure) || guest.open.is_some_and(|it| found.allow(it));
        assert!(is_well, "{found:?} where {guest:?}");
        guest.settle(found.settled(), found.is_confirmed);
    }
}

fn facts(conn: &mut Conn<'_>) -> Result<BTreeMap<String, Facts>, Fault> {
    let known = conn.all(
        "SELECT mail_key, mail_confirmed_at FROM registration WHERE mail_key LIKE '%@crowd.example'",
        params![],
        |row| Ok((row.take::<String>()?, row.take::<Option<Timestamp>>()?)),
    )?;
    let mut facts: BTreeMap<String, Facts> = BTreeMap::new();
    for (mail, confirmed) in known {
        let found = facts.entry(mail).or_default();
        found.is_known = true;
        found.is_confirmed |= confirmed.is_some();
    }
    let places = conn.all(
        "SELECT r.mail_key, p.gathering_id, p.state FROM registration_place p
         JOIN registration r ON r.id = p.registration_id
         WHERE r.mail_key LIKE '%@crowd.example' ORDER BY p.id",
        params![],
        |row| {
            let (mail, date): (String, GatheringId) = (row.take()?, row.take()?);
            let state = PlaceState::from_word(&row.take::<String>()?).unwrap();
            Ok((mail, date, state))
        },
    )?;
    for (mail, date, state) in places {
        facts.entry(mail).or_default().places.push((date, state));
    }
    Ok(facts)
}

/// Places that are free while somebody waits for them.
fn idle(conn: &mut Conn<'_>) -> Result<Vec<String>, Fault> {
    let waiting = conn.all(
        "SELECT p.desk_id, p.gathering_id, COUNT(*) FROM registration_place p
         JOIN registration r ON r.id = p.registration_id
         WHERE p.state = 'waiting' AND r.mail_key LIKE '%@crowd.example'
         GROUP BY p.desk_id, p.gathering_id",
        params![],
        |row| {
            let (desk, date): (Uuid, GatheringId) = (row.take()?, row.take()?);
            Ok((desk, date, row.take::<i64>()?))
        },
    )?;
    let mut idle = Vec::new();
    for (desk, date, count) in waiting {
        let line = registration::line(conn, desk, Clock::real().now())?;
        let free = line.free(date, None);
        if free.is_none_or(|it| it > 0) {
            idle.push(format!("{count} wait for {date}, where {free:?} are free"));
        }
    }
    Ok(idle)
}

/// Work that nobody would do: a term that no job wakes for, a letter that none delivers.
fn forgotten(conn: &mut Conn<'_>) -> Result<Vec<String>, Fault> {
    let mut forgotten = Vec::new();
    let next = conn.one(
        "SELECT MIN(p.until) FROM registration_place p
         JOIN registration r ON r.id = p.registration_id
         WHERE r.mail_key LIKE '%@crowd.example'",
        params![],
        store::Row::take::<Option<Timestamp>>,
    )?;
    if let Some(next) = next.flatten() {
        let in_time = conn.count(
            "SELECT COUNT(*) FROM job WHERE kind = 'registration.terms' AND dead = FALSE
             AND due_at <= $1",
            params![next],
        )?;
        if in_time == 0 {
            forgotten.push(format!("nobody wakes by {next}"));
        }
    }
    let jobs: Vec<String> = conn.all(
        "SELECT subject FROM job WHERE kind = 'outbox.deliver'",
        params![],
        store::Row::take,
    )?;
    let jobs: BTreeSet<String> = jobs.into_iter().collect();
    let letters: Vec<LetterId> = conn.all(
        "SELECT id FROM letter WHERE state = 'queued'",
        params![],
        store::Row::take,
    )?;
    for id in letters {
        if !jobs.contains(&id.to_string()) {
            forgotten.push(format!("nobody delivers {id}"));
        }
    }
    Ok(forgotten)
}

/// What makes a place somebody's.
const GIVEN: &str =
    "'seated', 'given', 'accepted', 'moved', 'returned', 'approved', 'given-by-office'";

/// Waits until nothing is to be sent any more, then reads every mail that came: whoever never
/// had a place was told of none. Says how many mails there are.
pub(super) async fn every_letter_went_out(office: &Installation, crowd: &Crowd) -> usize {
    let store = office.store();
    let unsent = "SELECT COUNT(*) FROM letter WHERE state IN ('queued', 'failed')";
    for _ in 0..600 {
        if store
            .read(move |conn| conn.count(unsent, &[]))
            .await
            .unwrap()
            == 0
        {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let left = store.read(move |conn| conn.count(unsent, &[])).await;
    assert_eq!(left.unwrap(), 0, "letters that did not go out");
    let dead = store
        .read(|conn| Ok::<_, Fault>(conn.dead_jobs()?.len()))
        .await;
    assert_eq!(dead.unwrap(), 0, "jobs that were given up");
    let sql = format!(
        "SELECT r.mail_key FROM registration r WHERE r.mail_key LIKE '%@crowd.example'
         AND NOT EXISTS (SELECT 1 FROM registration_place p
         JOIN registration_step s ON s.place_id = p.id
         WHERE p.registration_id = r.id AND s.kind IN ({GIVEN}))"
    );
    let sql: &'static str = sql.leak();
    let without: Vec<String> = store
        .read(move |conn| conn.all(sql, &[], store::Row::take))
        .await
        .unwrap();
    let mails = office.mails().await;
    for mail in &mails {
        let to = &mail.to[0].address;
        let tells_of_a_place = ["Anmeldung bestätigt", "Platz frei: Sie sind dabei"]
            .iter()
            .any(|words| mail.subject.starts_with(words));
        assert!(
            !(tells_of_a_place && without.contains(to)),
            "{to} waits and was told: {}",
            mail.subject
        );
    }
    for guest in &crowd.guests {
        let was_told = mails.iter().any(|mail| mail.to[0].address == guest.mail);
        assert_eq!(was_told, guest.sure != Expected::Anything, "{guest:?}");
    }
    mails.len()
}
