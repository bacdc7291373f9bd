//! The outbox against a mail server on the loopback.

mod delivery;
mod sheets;

use std::sync::Arc;

use base::{Clock, Dice, Fault, Lang, LetterId, NetworkId};
use jiff::Timestamp;
use mail::{MailSettings, ReceivedMail, Sink, SinkManners};
use shell::{Addressed, App, Content, LetterKind, Room, Seams, Settings};
use store::{Address, Conn, Migration, Store, params};
use tokio::sync::mpsc;

use crate::{About, Desk, Letter, NewLetter, room};

/// The register's table, as far as letters look at it.
const NETWORK: &[Migration] = &[Migration::both(
    "network",
    "CREATE TABLE network (id UUID PRIMARY KEY, name TEXT, sender_name TEXT, slug TEXT,
     accent TEXT, office_name TEXT, office_phone TEXT, office_mail TEXT, sample_data BOOLEAN);
     CREATE TABLE written (letter TEXT)",
)];

/// An installation with one network, a mail server and the letter `tested.greeting`.
pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) network: NetworkId,
    pub(crate) sink: Sink,
    pub(crate) mails: mpsc::Receiver<ReceivedMail>,
    _folder: tempfile::TempDir,
}

/// Notes that it was asked, and writes nothing about a subject that has passed away.
fn greeting(conn: &mut Conn<'_>, _: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    conn.exec(
        "INSERT INTO written (letter) VALUES ($1)",
        params![to.id.to_string()],
    )?;
    match to.subject.as_str() {
        "gone" => Ok(None),
        "broken" => Err(Fault::new("write a greeting")),
        subject => Ok(Some(Content {
            subject: format!("About {subject}"),
            text: "Guten Tag\n".to_owned(),
            html: Some("<p>Guten Tag</p>".to_owned()),
            ..Content::default()
        })),
    }
}

impl House {
    pub(crate) async fn open(manners: SinkManners) -> Self {
        let (sink, mails) = Sink::start(manners).await.unwrap();
        let settings = MailSettings {
            timeout_seconds: 1,
            ..MailSettings::on_this_machine(sink.address().port(), "post@example.org")
        };
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Address::Sqlite(folder.path().join("test.sqlite"))).unwrap();
        store
            .migrate(&[store::MIGRATIONS, NETWORK, crate::MIGRATIONS])
            .await
            .unwrap();
        let app = App::new(
            store,
            Seams {
                clock: Clock::frozen(start()),
                real_clock: Clock::frozen(start()),
                dice: Dice::seeded(7),
            },
            vec![
                room(Arc::new(Desk::new(&settings).unwrap())),
                Room {
                    name: "tested",
                    letters: &[LetterKind {
                        kind: "tested.greeting",
                        compose: greeting,
                        sample: None,
                    }],
                    ..Room::default()
                },
            ],
            Settings {
                base_url: "https://kreis.example".to_owned(),
                behind_proxy: false,
                upload_limit: 1024,
                demo: false,
                mail_from: "post@example.org".to_owned(),
            },
        )
        .unwrap();
        let network = app.moment().id();
        app.store
            .write(move |conn| {
                conn.exec(
                    "INSERT INTO network VALUES ($1, 'Kreis A', '', 'kreis-a', '#123456',
                     'Geschäftsstelle', '03643 1', 'buero@example.net', TRUE)",
                    params![network],
                )
            })
            .await
            .unwrap();
        Self {
            app,
            network,
            sink,
            mails,
            _folder: folder,
        }
    }

    /// Does something with a letter to `address` about `subject`.
    pub(crate) async fn with_letter(
        &self,
        (subject, address): (&'static str, &'static str),
        act: fn(&mut Conn<'_>, &mut base::Moment, &NewLetter<'_>) -> Result<LetterId, Fault>,
    ) -> LetterId {
        let (mut moment, network) = (self.app.moment(), self.network);
        self.app
            .store
            .write(move |conn| {
                let letter = NewLetter {
                    network: Some(network),
                    kind: "tested.greeting",
                    subject,
                    detail: String::new(),
                    about: About::on("Frühjahrstagung", jiff::civil::date(2017, 3, 1)),
                    to_name: "Leitung",
                    to_address: address,
                    lang: Lang::De,
                    by: "Geschäftsstelle",
                };
                act(conn, &mut moment, &letter)
            })
            .await
            .unwrap()
    }

    pub(crate) async fn letter(&self, id: LetterId) -> Letter {
        let read = self
            .app
            .store
            .read(move |conn| crate::letter(conn, id))
            .await;
        read.unwrap().unwrap()
    }

    /// All mails that the server has taken so far.
    pub(crate) fn taken(&mut self) -> Vec<ReceivedMail> {
        std::iter::from_fn(|| self.mails.try_recv().ok()).collect()
    }

    pub(crate) async fn written(&self) -> i64 {
        let count = self
            .app
            .store
            .read(|conn| conn.count("SELECT COUNT(*) FROM written", &[]))
            .await;
        count.unwrap()
    }
}

pub(crate) fn start() -> Timestamp {
    "2017-11-20T09:00:00Z".parse().unwrap()
}
