//! Stories of the room minutes.

mod life;
mod morning;
mod rights;
mod tasks;
mod writing;

use base::access::Actor;
use base::{GatheringId, Halt, MinutesId, NetworkId};
use minutes::{Entry, Minutes, Task};
use register::Representative;
use trial::{Trial, Visitor, form};

/// A meeting that has been held, without minutes.
struct Meeting {
    /// The address of its page.
    path: String,
    id: GatheringId,
    network: NetworkId,
    /// Somebody who was invited and has a mail address.
    guest: Representative,
}

impl Meeting {
    fn minutes(&self) -> String {
        format!("{}/protokoll", self.path)
    }
}

/// The office plans and announces a meeting of the board; its address.
async fn planned(trial: &Trial, title: &str, day: &str) -> String {
    let group = trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            register::groups_of(conn, network.id)
        })
        .await
        .into_iter()
        .find(|group| group.name == "Vorstand")
        .unwrap();
    let fields = form![
        ("title", title),
        ("day", day),
        ("start", "14:00"),
        ("end", "16:30"),
        ("zone", "Europe/Berlin"),
        ("audience", "public"),
        ("group", group.id),
        ("venue_name", "Haus am Markt"),
        ("venue_town", "Weimar"),
    ];
    let answer = trial.office.post("/weimar/termin-anlegen", fields).await;
    assert_eq!(answer.status, 303, "{}", answer.main_text());
    let (path, _) = answer.location().split_once('?').unwrap();
    let announced = format!("{path}/ankuendigung");
    assert_eq!(trial.office.post(&announced, form![]).await.status, 303);
    path.to_owned()
}

async fn gathering_at(trial: &Trial, path: &str) -> gatherings::Gathering {
    let slug = path.rsplit('/').next().unwrap().to_owned();
    trial
        .read(move |conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            gatherings::gathering_by_slug(conn, network.id, &slug)
        })
        .await
        .unwrap()
}

/// A meeting with two items and one guest, held on 1 December 2017 at 14:00; it is five now.
async fn held(trial: &Trial) -> Meeting {
    let path = planned(trial, "Vorstandssitzung", "2017-12-01").await;
    let gathering = gathering_at(trial, &path).await;
    let (id, network) = (gathering.id, gathering.network);
    let guest = trial
        .read(move |conn| register::people_of(conn, network))
        .await
        .into_iter()
        .find(|it| {
            !it.person.mail.is_empty()
                && it.person.mail != kreis::demo::contents::MEMBER
                && it.person.mail != kreis::demo::contents::LEADER
                && it.person.mail != kreis::demo::contents::OFFICE
        })
        .unwrap();
    let person = guest.person.id;
    trial
        .write(move |conn, moment| {
            let who = office();
            for title in ["Haushalt", "Sommerfest"] {
                gatherings::add_agenda_item(conn, moment, &who, id, title, "")?;
            }
            gatherings::add_guest(conn, moment, id, person, "Vorstand")?;
            Ok::<_, Halt>(())
        })
        .await
        .unwrap();
    trial.move_to_local("2017-12-01T17:00").await;
    Meeting {
        path,
        id,
        network,
        guest,
    }
}

/// Acts past the pages in the name of the office.
fn office() -> Actor {
    Actor {
        name: "Geschäftsstelle".to_owned(),
        ..Actor::default()
    }
}

/// A held meeting whose minutes are begun.
async fn begun(trial: &Trial) -> Meeting {
    let meeting = held(trial).await;
    let answer = trial.office.post(&meeting.minutes(), form![]).await;
    assert_eq!(answer.status, 303, "{}", answer.main_text());
    meeting
}

async fn minutes_of(trial: &Trial, meeting: &Meeting) -> Minutes {
    let id = meeting.id;
    trial
        .read(move |conn| minutes::minutes_of(conn, id))
        .await
        .unwrap()
}

async fn entries(trial: &Trial, meeting: &Meeting) -> Vec<Entry> {
    let id: MinutesId = minutes_of(trial, meeting).await.id;
    trial.read(move |conn| minutes::entries(conn, id)).await
}

async fn tasks(trial: &Trial, meeting: &Meeting) -> Vec<Task> {
    let id: MinutesId = minutes_of(trial, meeting).await.id;
    trial.read(move |conn| minutes::tasks_of(conn, id)).await
}

/// Saves an entry's texts by the button, as it stands now.
async fn write(
    trial: &Trial,
    visitor: &Visitor,
    meeting: &Meeting,
    (at, public, internal): (usize, &str, &str),
) -> trial::Seen {
    let entry = &entries(trial, meeting).await[at];
    let fields = form![
        ("version", entry.version),
        ("public", public),
        ("internal", internal)
    ];
    let path = format!("{}/eintraege/{}", meeting.minutes(), entry.id);
    visitor.post(&path, fields).await
}

/// Sends the minutes round until a day, and all waiting letters out.
async fn circulated(trial: &Trial, meeting: &Meeting, until: &str) {
    let path = format!("{}/umlauf", meeting.minutes());
    let answer = trial.office.post(&path, form![("until", until)]).await;
    assert_eq!(answer.status, 303, "{}", answer.main_text());
    release(trial, meeting).await;
}

/// Releases everything that waits, and lets it go out.
async fn release(trial: &Trial, meeting: &Meeting) {
    let network = meeting.network;
    trial
        .write(move |conn, moment| {
            for group in outbox::groups(conn, network)? {
                let chosen = outbox::Chosen {
                    kind: group.kind,
                    about: group.about,
                    count: group.count,
                };
                outbox::release(conn, moment, (&office(), network), &chosen)?;
            }
            Ok::<_, Halt>(())
        })
        .await
        .unwrap();
    trial.run_due().await;
}

/// The first link of this kind in the last mail to the guest.
async fn link_to_guest(trial: &Trial, meeting: &Meeting, below: &str) -> String {
    let mails = trial.mails().await;
    let to = |mail: &&mail::ReadMail| {
        mail.to
            .iter()
            .any(|it| it.address == meeting.guest.person.mail)
            && mail.text.as_ref().is_some_and(|text| text.contains(below))
    };
    let mail = mails.iter().rev().find(to).unwrap();
    let text = mail.text.clone().unwrap();
    text.split_whitespace()
        .find(|word| word.contains(below))
        .unwrap()
        .to_owned()
}

/// The words of a PDF.
fn pdf_words(bytes: &[u8]) -> String {
    use std::io::Write;
    use std::process::{Command, Stdio};
    assert!(bytes.starts_with(b"%PDF"));
    let mut tool = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is installed");
    let mut input = tool.stdin.take().unwrap();
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = tool.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}
