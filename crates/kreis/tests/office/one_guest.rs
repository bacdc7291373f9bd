//! One guest is invited to a gathering and the letter is let go, by the office's browser.

use base::{Clock, PersonId};
use jiff::ToSpan;
use store::{Row, params};
use trial::{Installation, ReadMail, Seen, Visitor, form};

/// Who is invited.
pub const NAME: &str = "Leitung Haus Abendstern";
/// Where the letter goes.
pub const MAIL: &str = "leitung@abendstern.example";
/// What to.
pub const TITLE: &str = "Beratung zu zweit";

/// Enters the guest, plans and announces a gathering, invites and releases.
pub async fn invite(office: &Installation, browser: &Visitor) {
    let fields = form![
        ("name", NAME),
        ("address_form", "neutral"),
        ("mail", MAIL),
        ("lang", "de"),
    ];
    led_on(&browser.post("/weimar/person-anlegen", fields).await);
    let found = office
        .store()
        .read(|conn| {
            let sql = "SELECT id FROM person WHERE mail = $1";
            conn.one(sql, params![MAIL], Row::take::<PersonId>)
        })
        .await;
    let facts = form![
        ("title", TITLE),
        ("day", in_forty_days()),
        ("start", "14:00"),
        ("end", "16:00"),
        ("zone", "Europe/Berlin"),
        ("audience", "public"),
        ("venue_name", "Haus am Markt"),
        ("venue_town", "Weimar"),
    ];
    let path = led_on(&browser.post("/weimar/termin-anlegen", facts).await);
    led_on(&browser.post(&format!("{path}/ankuendigung"), form![]).await);
    let chosen = form![("people", found.unwrap().unwrap())];
    let round = format!("{path}/einladung/runde");
    let preview = led_on(&browser.post(&round, chosen).await);
    led_on(&browser.post(&format!("{preview}/auslage"), form![]).await);
    let group = browser.get("/weimar/postausgang").await.link(TITLE);
    let count = browser.get(&group).await.field("count").unwrap();
    assert_eq!(count, "1");
    let release = form![("count", count)];
    led_on(&browser.post(&format!("{group}/freigabe"), release).await);
}

/// The guest's mails that came so far.
pub async fn mails(office: &Installation) -> Vec<ReadMail> {
    let mut mails = office.mails().await;
    mails.retain(|it| it.to.iter().any(|to| to.address == MAIL));
    mails
}

fn in_forty_days() -> jiff::civil::Date {
    let day = Clock::real().now().checked_add((24 * 40).hours()).unwrap();
    day.in_tz("Europe/Berlin").unwrap().date()
}

/// Where an act leads.
fn led_on(seen: &Seen) -> String {
    assert_eq!(seen.status, 303, "{}", seen.main_text());
    let path = seen.location().split('?').next().unwrap_or_default();
    path.to_owned()
}
