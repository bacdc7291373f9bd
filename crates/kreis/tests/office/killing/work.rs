//! What an office and its members do until nobody answers any more.

use std::collections::BTreeMap;

use base::Clock;
use gatherings::Reply;
use jiff::ToSpan;
use trial::{Installation, Seen, Visitor, form, tokio};

use super::ledger::{Answers, Ledger, Round, Tried};

/// A gathering whose minutes are written.
const HELD: &str = "/weimar/termine/2017-05-17-beratung-sichern";

/// Whether the program is still there.
fn alive(seen: &Seen) -> bool {
    seen.status != 502
}

/// All at the same time, each thing one after the other.
pub(super) async fn everything(office: &Installation, browser: &Visitor, ledger: &mut Ledger) {
    let Ledger {
        people,
        replies,
        minutes,
        rounds,
    } = ledger;
    tokio::join!(
        enter_people(browser, people),
        answer(office, browser, replies),
        write_minutes(browser, minutes),
        invite(browser, rounds),
    );
}

async fn enter_people(browser: &Visitor, people: &mut BTreeMap<String, Tried<bool>>) {
    loop {
        let name = format!("Leitung Haus {}", people.len());
        let fields = form![
            ("name", name.clone()),
            ("address_form", "neutral"),
            ("mail", format!("haus-{}@haus.example", people.len())),
            ("lang", "de"),
        ];
        let person = people.entry(name).or_default();
        let asked = async { browser.post("/weimar/person-anlegen", fields).await.status };
        if !person.ask(true, asked).await {
            return;
        }
    }
}

/// The guests of the invitations that have come by mail change their minds without end.
async fn answer(office: &Installation, browser: &Visitor, replies: &mut BTreeMap<String, Answers>) {
    let minds = [
        (Reply::Yes, "yes"),
        (Reply::Tentative, "tentative"),
        (Reply::No, "no"),
    ];
    for (reply, word) in minds.iter().cycle() {
        for mail in office.mails().await.iter().rev().take(3) {
            let link = answer_link(mail.text.as_deref().unwrap_or_default());
            let (Some(link), Some(id)) = (link, mail.message_id.clone()) else {
                continue;
            };
            let fields = form![("reply", word)];
            let asked = async { browser.post(&link, fields).await.status };
            let answers = replies.entry(id).or_default();
            answers.link.clone_from(&link);
            if !answers.reply.ask(*reply, asked).await {
                return;
            }
        }
        if !alive(&browser.get("/healthz").await) {
            return;
        }
    }
}

fn answer_link(text: &str) -> Option<String> {
    let link = text
        .split_whitespace()
        .find(|it| it.contains("/antwort/"))?;
    Some(link.split('?').next().unwrap_or_default().to_owned())
}

async fn write_minutes(browser: &Visitor, minutes: &mut Tried<String>) {
    browser.post(&format!("{HELD}/protokoll"), form![]).await;
    loop {
        let editor = browser.get(&format!("{HELD}/protokoll/bearbeiten")).await;
        let mut actions = editor.actions().into_iter();
        let entry = actions.find(|it| {
            it.split_once("/eintraege/")
                .is_some_and(|(_, rest)| !rest.contains('/'))
        });
        let (Some(entry), Some(version)) = (entry, editor.field("version")) else {
            return;
        };
        let text = format!("Stand {version}");
        let fields = form![
            ("version", version),
            ("public", text.clone()),
            ("internal", "")
        ];
        let asked = async { browser.post(&entry, fields).await.status };
        if !minutes.ask(text, asked).await {
            return;
        }
    }
}

/// One gathering after the other is planned, announced, invited to and released.
async fn invite(browser: &Visitor, rounds: &mut Vec<Round>) {
    while invite_once(browser, rounds).await.is_some() {}
}

/// None where the program has gone.
pub(super) async fn invite_once(browser: &Visitor, rounds: &mut Vec<Round>) -> Option<()> {
    rounds.push(Round {
        title: format!("Beratung {:04}", rounds.len()),
        released: Tried::default(),
    });
    invite_to(browser, rounds.last_mut()?).await
}

async fn invite_to(browser: &Visitor, round: &mut Round) -> Option<()> {
    let form = browser.get("/weimar/termin-anlegen").await;
    let board = form.option("Vorstand")?;
    let day = Clock::real()
        .now()
        .checked_add((24 * 40).hours())
        .ok()?
        .in_tz("Europe/Berlin")
        .ok()?
        .date();
    let facts = form![
        ("title", round.title.clone()),
        ("day", day),
        ("start", "14:00"),
        ("end", "16:00"),
        ("zone", "Europe/Berlin"),
        ("audience", "public"),
        ("group", board.clone()),
        ("venue_name", "Haus am Markt"),
        ("venue_town", "Weimar"),
    ];
    let path = led_on(&browser.post("/weimar/termin-anlegen", facts).await)?;
    led_on(&browser.post(&format!("{path}/ankuendigung"), form![]).await)?;
    let chosen = form![("groups", board)];
    let preview = led_on(
        &browser
            .post(&format!("{path}/einladung/runde"), chosen)
            .await,
    )?;
    led_on(&browser.post(&format!("{preview}/auslage"), form![]).await)?;
    let outbox = browser.get("/weimar/postausgang").await;
    let links = outbox.links();
    let (_, group) = links
        .iter()
        .find(|(words, _)| words.contains(&round.title))?;
    let count = browser.get(group).await.field("count")?;
    let release = form![("count", count)];
    let asked = async {
        browser
            .post(&format!("{group}/freigabe"), release)
            .await
            .status
    };
    round.released.ask(true, asked).await.then_some(())
}

/// Where an acknowledged act leads.
fn led_on(seen: &Seen) -> Option<String> {
    if !alive(seen) {
        return None;
    }
    assert_eq!(seen.status, 303, "{}", seen.main_text());
    let path = seen.location().split('?').next().unwrap_or_default();
    Some(path.to_owned())
}
