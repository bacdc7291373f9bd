//! Stories of the room gatherings.

mod bad_input;
mod day;
mod list;
mod personal;
mod rights;
mod structured;
mod work;

use base::{GatheringId, Halt, NetworkId, PersonId};
use gatherings::{Gathering, Reply, ReplyInput};
use trial::{Trial, form};

/// The facts of a meeting that nobody could object to.
fn facts(title: &str, day: &str) -> Vec<(String, String)> {
    form![
        ("title", title),
        ("day", day),
        ("start", "14:00"),
        ("end", "16:30"),
        ("zone", "Europe/Berlin"),
        ("audience", "public"),
        ("venue_name", "Haus am Markt"),
        ("venue_town", "Weimar"),
    ]
}

/// The same with one field in another way.
fn but(mut fields: Vec<(String, String)>, name: &str, value: &str) -> Vec<(String, String)> {
    fields.retain(|(field, _)| field != name);
    fields.push((name.to_owned(), value.to_owned()));
    fields
}

/// The office plans a meeting; its address.
async fn planned(trial: &Trial, fields: Vec<(String, String)>) -> String {
    let answer = trial.office.post("/weimar/termin-anlegen", fields).await;
    assert_eq!(answer.status, 303, "{}", answer.main_text());
    let (path, _) = answer.location().split_once('?').unwrap();
    path.to_owned()
}

/// The office plans a meeting and announces it; its address.
async fn announced(trial: &Trial, fields: Vec<(String, String)>) -> String {
    let path = planned(trial, fields).await;
    let answer = trial
        .office
        .post(&format!("{path}/ankuendigung"), form![])
        .await;
    assert_eq!(answer.status, 303);
    path
}

async fn weimar(trial: &Trial) -> NetworkId {
    trial
        .read(|conn| register::network_by_slug(conn, "weimar"))
        .await
        .unwrap()
        .id
}

/// The gathering at an address.
async fn at(trial: &Trial, path: &str) -> Gathering {
    let network = weimar(trial).await;
    let slug = path.rsplit('/').next().unwrap().to_owned();
    trial
        .read(move |conn| gatherings::gathering_by_slug(conn, network, &slug))
        .await
        .unwrap()
}

/// The person behind the member's account.
pub async fn member(trial: &Trial) -> PersonId {
    let network = weimar(trial).await;
    trial
        .read(move |conn| register::people_of(conn, network))
        .await
        .into_iter()
        .find(|it| it.person.mail == kreis::demo::contents::MEMBER)
        .unwrap()
        .person
        .id
}

/// Puts the member on the guest list, invites and answers for them.
async fn invited(trial: &Trial, id: GatheringId, reply: Option<Reply>) {
    let person = member(trial).await;
    trial
        .write(move |conn, moment| {
            let guest = gatherings::add_guest(conn, moment, id, person, "Kreisgruppe")?;
            gatherings::mark_invited(conn, guest, moment.now(), 0)?;
            if let Some(reply) = reply {
                let input = ReplyInput {
                    reply,
                    through: "link",
                    deputy: String::new(),
                    note: String::new(),
                };
                gatherings::record_reply(conn, moment, guest, &input)?;
            }
            Ok::<_, Halt>(())
        })
        .await
        .unwrap();
}
