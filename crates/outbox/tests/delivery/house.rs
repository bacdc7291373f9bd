//! An installation with one network, a mail server and the letter `tested.greeting`.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use base::access::Actor;
use base::{Clock, Dice, Fault, Halt, Lang, LetterId, Moment, NetworkId};
use mail::{MailSettings, ReadMail, ReceivedMail, Sink, SinkManners};
use outbox::{About, AddressHealth, Chosen, Desk, Letter, NewLetter, release};
use shell::{Addressed, App, Content, LetterKind, Paper, Room, Seams, Settings};
use store::{Conn, Migration, Store, params};
use tokio::net::TcpSocket;
use tokio::sync::mpsc;
use trial::{Database, DbKind};

/// The register's table, as far as letters look at it.
const NETWORK: &[Migration] = &[Migration::both(
    "network",
    "CREATE TABLE network (id UUID PRIMARY KEY, name TEXT, sender_name TEXT, slug TEXT,
     accent TEXT, office_name TEXT, office_phone TEXT, office_mail TEXT, sample_data BOOLEAN);
     CREATE TABLE written (letter TEXT)",
)];

pub struct House {
    pub app: App,
    pub network: NetworkId,
    /// The mail server's place while it is down: taken, and nobody listens.
    place: Option<TcpSocket>,
    server: Option<(Sink, mpsc::Receiver<ReceivedMail>)>,
    _database: Database,
}

/// Tells a story to one kind of database; without manners the mail server is down.
pub fn tell(kind: DbKind, manners: Option<SinkManners>, story: impl AsyncFnOnce(&mut House)) {
    if !kind.is_here() {
        return;
    }
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(async {
            let mut house = House::build(kind).await;
            if let Some(manners) = manners {
                house.server_comes_up(manners);
            }
            story(&mut house).await;
            house.close().await;
        });
}

/// Tells a story on SQLite and on PostgreSQL, as two tests.
macro_rules! story {
    ($name:ident, $manners:expr, |$house:ident| $body:block) => {
        mod $name {
            use super::*;

            async fn told($house: &mut House) $body

            #[test]
            fn sqlite() {
                tell(DbKind::Sqlite, $manners, async |house| told(house).await);
            }

            #[test]
            fn postgres() {
                tell(DbKind::Postgres, $manners, async |house| told(house).await);
            }
        }
    };
}
pub(crate) use story;

/// Notes that it was asked, and writes nothing about a subject that has passed away.
fn greeting(conn: &mut Conn<'_>, _: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    conn.exec(
        "INSERT INTO written (letter) VALUES ($1)",
        params![to.id.to_string()],
    )?;
    let torn = || {
        Paper::new("torn.pdf".to_owned(), || {
            Err(Fault::new("print a greeting"))
        })
    };
    match to.subject.as_str() {
        "gone" => Ok(None),
        "broken" => Err(Fault::new("write a greeting")),
        subject => Ok(Some(Content {
            subject: format!("About {subject}"),
            text: "Guten Tag\n".to_owned(),
            html: Some("<p>Guten Tag</p>".to_owned()),
            papers: (subject == "torn").then(torn).into_iter().collect(),
            ..Content::default()
        })),
    }
}

fn rooms(port: u16) -> Vec<Room> {
    let settings = MailSettings {
        timeout_seconds: 1,
        ..MailSettings::on_this_machine(port, "post@example.org")
    };
    let tested = Room {
        name: "tested",
        letters: &[LetterKind {
            kind: "tested.greeting",
            compose: greeting,
            sample: None,
        }],
        ..Room::default()
    };
    vec![
        outbox::room(Arc::new(Desk::new(&settings).unwrap())),
        tested,
    ]
}

fn seams() -> Seams {
    let frozen = || Clock::frozen("2017-11-20T09:00:00Z".parse().unwrap());
    Seams {
        clock: frozen(),
        real_clock: frozen(),
        dice: Dice::seeded(7),
    }
}

fn settings() -> Settings {
    Settings {
        base_url: "https://kreis.example".to_owned(),
        behind_proxy: false,
        upload_limit: 1024,
        demo: false,
        mail_from: "post@example.org".to_owned(),
        answers_to: None,
    }
}

impl House {
    async fn build(kind: DbKind) -> Self {
        let place = TcpSocket::new_v4().unwrap();
        place.bind((Ipv4Addr::LOCALHOST, 0).into()).unwrap();
        let port = place.local_addr().unwrap().port();
        let database = Database::empty(kind);
        let store = Store::open(database.address()).unwrap();
        let tables = &[store::MIGRATIONS, NETWORK, outbox::MIGRATIONS];
        store.migrate(tables).await.unwrap();
        let app = App::new(store, seams(), rooms(port), settings()).unwrap();
        let house = Self {
            network: app.moment().id(),
            app,
            place: Some(place),
            server: None,
            _database: database,
        };
        let network = house.network;
        let founded = house.act(move |conn, _| {
            conn.exec(
                "INSERT INTO network VALUES ($1, 'Kreis A', '', 'kreis-a', '#123456',
                 'Geschäftsstelle', '03643 1', 'buero@example.net', TRUE)",
                params![network],
            )
        });
        founded.await.unwrap();
        house
    }

    /// The mail server, which was down until now, answers.
    pub fn server_comes_up(&mut self, manners: SinkManners) {
        let listener = self.place.take().unwrap().listen(16).unwrap();
        self.server = Some(Sink::on(listener, manners).unwrap());
    }

    async fn close(mut self) {
        if let Some((sink, _)) = self.server.take() {
            sink.stop().await;
        }
    }

    /// Does something in a transaction, at the office's hour.
    pub async fn act<T: Send + 'static, E: From<Fault> + Send + 'static>(
        &self,
        act: impl FnOnce(&mut Conn<'_>, &mut Moment) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E> {
        let mut moment = self.app.moment();
        let store = &self.app.store;
        store.write(move |conn| act(conn, &mut moment)).await
    }

    /// Does something with a letter to `address` about `subject`.
    pub async fn with_letter(
        &self,
        (subject, address): (&'static str, &'static str),
        act: fn(&mut Conn<'_>, &mut Moment, &NewLetter<'_>) -> Result<LetterId, Fault>,
    ) -> LetterId {
        let network = Some(self.network);
        let done = self.act(move |conn, moment| {
            let letter = NewLetter {
                network,
                kind: "tested.greeting",
                subject,
                detail: String::new(),
                about: about(),
                to_name: "Leitung",
                to_address: address,
                lang: Lang::De,
                by: "Geschäftsstelle",
            };
            act(conn, moment, &letter)
        });
        done.await.unwrap()
    }

    /// Releases the letters that wait, having seen so many of them.
    pub async fn release(&self, count: i64) -> Result<usize, Halt> {
        let who = (Actor::default(), self.network);
        self.act(move |conn, moment| release(conn, moment, (&who.0, who.1), &chosen(count)))
            .await
    }

    pub async fn letter(&self, id: LetterId) -> Letter {
        let read = self.app.store.read(move |conn| outbox::letter(conn, id));
        read.await.unwrap().unwrap()
    }

    /// What is known of an address that letters came back from.
    pub async fn health(&self, address: &'static str) -> Option<AddressHealth> {
        self.app
            .store
            .read(move |conn| outbox::health(conn, address))
            .await
            .unwrap()
    }

    /// Does what is due, and says how many jobs that were.
    pub async fn run_due(&self) -> usize {
        shell::run_due(&self.app).await.unwrap()
    }

    /// Does what is due, and lets so much time pass.
    pub async fn run_due_and_wait(&self, time: Duration) {
        self.run_due().await;
        self.app.clock.move_to(self.app.clock.now() + time);
    }

    /// The mails that the server has taken since it was last asked.
    pub fn taken(&mut self) -> Vec<ReadMail> {
        let mails = self.server.as_mut().map(|(_, mails)| mails);
        let taken = mails
            .into_iter()
            .flat_map(|mails| std::iter::from_fn(|| mails.try_recv().ok()));
        taken.map(|mail| mail::read(&mail.raw).unwrap()).collect()
    }

    /// How many rows a query counts.
    pub async fn count(&self, sql: &'static str) -> i64 {
        let count = self.app.store.read(move |conn| conn.count(sql, &[]));
        count.await.unwrap()
    }

    /// How many jobs wait or were given up.
    pub async fn jobs(&self) -> i64 {
        self.count("SELECT COUNT(*) FROM job").await
    }
}

/// The house's letters, having seen so many of them.
pub fn chosen(count: i64) -> Chosen {
    Chosen {
        kind: "tested.greeting".to_owned(),
        about: about(),
        count,
    }
}

fn about() -> About {
    About::on("Frühjahrstagung", jiff::civil::date(2017, 3, 1))
}
