//! Stories of the room registration: from the form to the place, through the line, and back.

mod invited;
mod line;
mod mailings;
mod many;
mod members;
mod office;
mod own;
mod questions;
mod signing;
mod strangers;
mod workshops;

use base::access::Actor;
use base::{GatheringId, Halt, SeriesId};
use gatherings::{GatheringInput, LocalInput, SeriesInput, SeriesKind};
use jiff::civil::{Date, date, time};
use mail::ReadMail;
use store::{Conn, Value, params};
use trial::{Seen, Trial, form};

use crate::at_work::{at_work, called_off};

pub(super) use mailings::released;

/// The title of the gathering that most stories are about.
const TITLE: &str = "Fachtag Zukunft";
/// Its address.
pub(super) const PAGE: &str = "/weimar/termine/2018-01-10-fachtag-zukunft";

pub(crate) type Fields = Vec<(String, String)>;

/// Plans a gathering of the network and announces it.
async fn planned(
    trial: &Trial,
    title: &'static str,
    (day, series): (Date, Option<SeriesId>),
) -> GatheringId {
    trial
        .write(move |conn, moment| {
            let (network, who) = at_work(conn, "weimar")?;
            let when = LocalInput::on(day, time(9, 0, 0, 0), time(16, 0, 0, 0), "Europe/Berlin");
            let input = GatheringInput {
                series,
                ..GatheringInput::new(title, when.resolved().unwrap())
            };
            let id = gatherings::plan_gathering(conn, moment, &who, network.id, &input)?;
            gatherings::announce(conn, moment, &who, id)?;
            Ok(id)
        })
        .await
        .unwrap()
}

/// A choice series of two dates.
async fn conferences(trial: &Trial) -> SeriesId {
    let series = trial
        .write(|conn, moment| {
            let network = register::network_by_slug(conn, "weimar")?.ok_or(Halt::Missing)?;
            let input = SeriesInput {
                name: "Konferenzen".to_owned(),
                about: String::new(),
                kind: SeriesKind::Choice,
            };
            gatherings::add_series(conn, moment, &Actor::default(), network.id, &input)
        })
        .await
        .unwrap();
    planned(trial, "Konferenz Nord", (date(2018, 1, 10), Some(series))).await;
    planned(trial, "Konferenz Süd", (date(2018, 1, 17), Some(series))).await;
    series
}

/// The page of the first of them.
const NORTH: &str = "/weimar/termine/2018-01-10-konferenz-nord";
/// The page of the second.
const SOUTH: &str = "/weimar/termine/2018-01-17-konferenz-sued";

/// The office's settings, as its form sends them.
pub(crate) fn settings(places: &str) -> Fields {
    form![
        ("places1", places),
        ("places2", places),
        ("shared", ""),
        ("passing", "offer"),
        ("offer_hours", "48"),
        ("who", "open"),
        ("companions", "2"),
        ("opens", ""),
        ("closes_days", "1"),
        ("change_days", "1"),
        ("hold_minutes", "60"),
        ("intro_de", "Bitte kommen Sie zahlreich."),
        ("thanks_de", "Bringen Sie gute Laune mit.")
    ]
}

/// The same with one field in another way.
pub(super) fn but(mut fields: Fields, name: &str, value: &str) -> Fields {
    fields.retain(|(field, _)| field != name);
    fields.push((name.to_owned(), value.to_owned()));
    fields
}

/// The office sets a desk up and opens it.
pub(crate) async fn opened(trial: &Trial, page: &str, settings: Fields) {
    let saved = trial
        .office
        .post(&format!("{page}/anmeldung/einrichten"), settings)
        .await;
    assert_eq!(saved.status, 303, "{}", saved.main_text());
    let stand = format!("{page}/anmeldung/stand");
    let open = trial.office.post(&stand, form![("state", "open")]).await;
    assert_eq!(open.status, 303, "{}", open.main_text());
}

/// A gathering with an open desk of so many places.
pub(super) async fn desk(trial: &Trial, places: &str) {
    planned(trial, TITLE, (date(2018, 1, 10), None)).await;
    opened(trial, PAGE, settings(places)).await;
}

/// The date that a form offers, by its page.
async fn date_of(trial: &Trial, page: &str) -> String {
    let slug = page.rsplit('/').next().unwrap().to_owned();
    let id = trial
        .read(move |conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            gatherings::gathering_by_slug(conn, network.id, &slug)
        })
        .await;
    id.unwrap().id.to_string()
}

/// What somebody types.
pub(super) async fn typed(trial: &Trial, page: &str, name: &str) -> Fields {
    form![
        ("gathering", date_of(trial, page).await),
        ("name", name),
        ("mail", mail_of(name)),
        ("organisation", ""),
        ("website", "")
    ]
}

fn mail_of(name: &str) -> String {
    format!("{}@person.example", base::slug(name))
}

/// Sends the form; the answer.
async fn posted(trial: &Trial, page: &str, name: &str) -> Seen {
    let fields = typed(trial, page, name).await;
    trial
        .nobody
        .post(&format!("{page}/anmeldung"), fields)
        .await
}

/// The mails to somebody, oldest first; due work is done before.
pub(super) async fn mails_to(trial: &Trial, name: &str) -> Vec<ReadMail> {
    trial.run_due().await;
    let address = mail_of(name);
    let mut mails = trial.mails().await;
    mails.retain(|it| it.to.iter().any(|to| to.address == address));
    mails
}

/// The path of the link in a mail.
pub(super) fn link(mail: &ReadMail) -> String {
    let text = mail.text.as_deref().unwrap();
    let found = text
        .split_whitespace()
        .filter_map(|word| word.strip_prefix(trial::BASE_URL))
        .find(|path| path.starts_with("/anmeldung"));
    found
        .unwrap_or_else(|| panic!("no link: {text}"))
        .to_owned()
}

/// Registers and confirms; the own page's address.
pub(super) async fn registered(trial: &Trial, page: &str, name: &str) -> String {
    let sent = posted(trial, page, name).await;
    assert_eq!(sent.status, 303, "{}", sent.main_text());
    let own = link(mails_to(trial, name).await.last().unwrap());
    let done = trial
        .nobody
        .post(&format!("{own}/bestaetigung"), form![])
        .await;
    assert_eq!(done.status, 303, "{}", done.main_text());
    own
}

/// The subject of the last mail to somebody.
async fn last_subject(trial: &Trial, name: &str) -> String {
    let mails = mails_to(trial, name).await;
    mails
        .last()
        .map(|it| it.subject.clone())
        .unwrap_or_default()
}

/// How many rows of a table are the network's, among those of a condition.
async fn count(trial: &Trial, table: &str, condition: &str) -> i64 {
    let sql = format!(
        "SELECT COUNT(*) FROM {table} t WHERE {condition} AND t.desk_id IN
         (SELECT d.id FROM registration_desk d JOIN network n ON n.id = d.network_id
          WHERE n.slug = 'weimar')"
    );
    let sql: &'static str = Box::leak(sql.into_boxed_str());
    trial.read(move |conn| conn.count(sql, &[])).await
}

/// How many registrations there are.
async fn registrations(trial: &Trial) -> i64 {
    count(trial, "registration", "1 = 1").await
}

/// How many places stand like this.
pub(crate) async fn places(trial: &Trial, condition: &str) -> i64 {
    count(trial, "registration_place", condition).await
}

/// What no act may break: no quota gives more than it has, what is taken is what is held, and
/// nobody has two places at one desk.
pub(crate) async fn in_order(trial: &Trial) {
    let wrong = trial.read(wrong).await;
    assert!(wrong.is_empty(), "{wrong:?}");
}

pub(crate) fn wrong(conn: &mut Conn<'_>) -> Result<Vec<String>, base::Fault> {
    let none: &[Value] = params![];
    let mut wrong = conn.all(
        "SELECT q.taken, q.capacity, (SELECT COUNT(*) FROM registration_place p
         WHERE p.holds = TRUE AND p.desk_id = q.desk_id AND p.gathering_id IN
         (SELECT u.gathering_id FROM registration_quota_use u WHERE u.quota_id = q.id))
         + (SELECT COUNT(*) FROM registration_slot_choice c
         JOIN registration_slot s ON s.id = c.slot_id
         WHERE s.quota_id = q.id AND c.state = 'chosen')
         FROM registration_quota q",
        none,
        |row| {
            let (taken, capacity): (i64, Option<i64>) = (row.take()?, row.take()?);
            let held: i64 = row.take()?;
            let is_well = taken == held && capacity.is_none_or(|it| taken <= it);
            Ok((!is_well).then(|| format!("{taken} taken, {held} held of {capacity:?}")))
        },
    )?;
    wrong.extend(conn.all(
        "SELECT COUNT(*) FROM registration_place
         WHERE state IN ('confirmed', 'requested') GROUP BY desk_id, who_key",
        none,
        |row| {
            let count: i64 = row.take()?;
            Ok((count > 1).then(|| format!("{count} places for one")))
        },
    )?);
    wrong.extend(
        conn.all("SELECT state, holds FROM registration_place", none, |row| {
            let (state, holds): (String, bool) = (row.take()?, row.take()?);
            let must = matches!(state.as_str(), "confirmed" | "requested" | "offered");
            let may = must || state == "unconfirmed";
            let is_well = (holds || !must) && (may || !holds);
            Ok((!is_well).then(|| format!("{state} holds {holds}")))
        })?,
    );
    wrong.extend(workshops::wrong(conn)?);
    Ok(wrong.into_iter().flatten().collect())
}
