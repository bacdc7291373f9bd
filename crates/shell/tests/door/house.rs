//! A small room, and a browser to visit it with.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::{Html, IntoResponse};
use base::access::{Actor, Audience, Right, Subject};
use base::{Clock, Dice, Fault, Lang, NetworkId};
use shell::{
    Answer, App, Done, Fields, Form, Hours, Identified, JobFault, JobKind, NetworkCard, Room,
    Routes, Seams, Settings, Visit,
};
use store::{Address, Conn, Migration, Store};
use tower::ServiceExt;
use uuid::Uuid;

const MIGRATIONS: &[Migration] = &[Migration::both(
    "house-0001",
    "CREATE TABLE board (number BIGINT PRIMARY KEY, text TEXT NOT NULL);
     INSERT INTO board (number, text) VALUES (1, '0');",
)];
const ALL: &[&[Migration]] = &[store::MIGRATIONS, MIGRATIONS];

pub const START: &str = "2017-12-07T09:00:00Z";

fn network() -> NetworkId {
    Uuid::from_u128(1).into()
}

/// Everyone's name is their session token.
fn identify(
    conn: &mut Conn<'_>,
    slug: Option<&str>,
    token: Option<&[u8]>,
    _: Hours,
) -> Result<Identified, Fault> {
    use sha2::{Digest, Sha256};

    let is = |name: &str| token == Some(Sha256::digest(name).as_slice());
    let mut actor = Actor::default();
    for name in ["office", "member", "stranger"] {
        if is(name) {
            actor.account = Some(Uuid::from_u128(9).into());
            name.clone_into(&mut actor.name);
        }
    }
    if is("office") {
        actor.offices.push(network());
    }
    if is("member") {
        actor.member_of.push(network());
    }
    let card = NetworkCard {
        id: network(),
        slug: "weimar".to_owned(),
        name: "Netzwerk Weimar".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        accent: "#123456".to_owned(),
        logo_alt: None,
        sample_data: false,
        office_name: "Geschäftsstelle Weimar".to_owned(),
        office_mail: "office@weimar.example".to_owned(),
    };
    Ok(Identified {
        network: (slug == Some("weimar") && !board(conn)?.is_empty()).then_some(card),
        actor,
        ..Identified::default()
    })
}

/// What happened in the house.
#[derive(Default)]
pub struct Counts {
    /// How often the board was painted anew.
    pub painted: AtomicUsize,
    /// How often the job that counts was done.
    pub ran: AtomicUsize,
}

fn board(conn: &mut Conn<'_>) -> Result<String, Fault> {
    Ok(conn
        .one("SELECT text FROM board", &[], store::Row::take)?
        .unwrap_or_default())
}

async fn show_board(visit: Visit) -> Answer {
    counts(&visit.app).painted.fetch_add(1, Ordering::SeqCst);
    let text = visit.store().read(board).await?;
    let who = &visit.actor.name;
    let page = format!(
        "{} {} {who} board={text}.",
        visit.say("shell-home"),
        visit.today()
    );
    shell::kept(Ok(Html(page).into_response()))
}

async fn show_form(visit: Visit) -> Answer {
    let fields = Fields::new(&visit, Form::default());
    Ok(Html(fields.text("title", "shell-home").to_string()).into_response())
}

async fn take_form(visit: Visit, mut form: Form) -> Answer {
    let title = form.required("title", shell::LINE);
    form.choice("kind", |it| (it == "a").then_some(()));
    if form.is_blamed() {
        let choices = [("a", "A"), ("b", "B")].map(|(it, label)| (it.to_owned(), label.to_owned()));
        let fields = Fields::new(&visit, form);
        let html = format!(
            "{}{}{}{}",
            fields.summary(),
            fields
                .text("title", "shell-home")
                .hint("Hilfe & Rat")
                .must(),
            fields.radios("kind", "shell-menu", &choices),
            fields.password("word", "shell-sign-in"),
        );
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(html)).into_response());
    }
    let files: usize = form.uploads("file").map(|it| it.bytes.len()).sum();
    Ok(Html(format!("title={title} files={files}")).into_response())
}

async fn show_record(visit: Visit) -> Answer {
    visit.require(
        Right::ReadRecord,
        &Subject::Record {
            network: network(),
            group: None,
            record: None,
            audience: Audience::Members,
            published: true,
            invited: false,
        },
    )?;
    Ok(Html("for members").into_response())
}

async fn ok() -> &'static str {
    "ok"
}

async fn panics() -> &'static str {
    panic!("on purpose")
}

async fn whose(visit: Visit) -> Answer {
    Ok(Html(visit.client.clone()).into_response())
}

fn routes(routes: &mut Routes) {
    routes.get("/", Right::ReadPublic, show_board);
    routes.get("/konto", Right::OwnAccount, ok);
    routes.get("/wer", Right::ReadPublic, whose);
    routes.get("/panik", Right::ReadPublic, panics);
    routes.get("/antwort/{token}", Right::ReadPublic, ok);
    routes.get("/{network}", Right::ReadPublic, show_board);
    routes.get("/{network}/formular", Right::ReadPublic, show_form);
    routes.post("/{network}/formular", Right::ReadPublic, take_form);
    routes.get("/{network}/intern", Right::RunOffice, ok);
    routes.post("/{network}/absage", Right::RunOffice, ok);
    routes.get("/{network}/termine/{slug}", Right::ReadRecord, show_record);
}

fn counts(app: &App) -> &Counts {
    app.tool().unwrap()
}

fn again(wait: Option<Duration>) -> JobFault {
    JobFault::Again(Fault::new("try"), wait)
}

const JOBS: &[JobKind] = &[
    JobKind {
        kind: "house.panic",
        run: |_, _| Box::pin(async { panic!("on purpose") }),
    },
    JobKind {
        kind: "house.never",
        run: |_, _| Box::pin(async { Err(JobFault::Never(Fault::new("give up"))) }),
    },
    JobKind {
        kind: "house.again",
        run: |_, _| Box::pin(async { Err(again(None)) }),
    },
    JobKind {
        kind: "house.soon",
        run: |_, _| Box::pin(async { Err(again(Some(Duration::ZERO))) }),
    },
    JobKind {
        kind: "house.count",
        run: |app, _| {
            Box::pin(async move {
                app.store.read(board).await?;
                counts(&app).ran.fetch_add(1, Ordering::SeqCst);
                Ok(Done::default())
            })
        },
    },
];

fn room() -> Room {
    Room {
        name: "house",
        migrations: MIGRATIONS,
        routes: Some(routes),
        jobs: JOBS,
        identify: Some(identify),
        tool: Some(Arc::new(Counts::default())),
        ..Room::default()
    }
}

/// The house with its door.
pub struct House {
    pub app: App,
    pub door: Router,
    _folder: tempfile::TempDir,
}

pub async fn house() -> House {
    house_at("http://kreis.test", false).await
}

pub async fn house_at(base_url: &str, behind_proxy: bool) -> House {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Address::Sqlite(folder.path().join("kreis.db"))).unwrap();
    store.migrate(ALL).await.unwrap();
    let frozen = || Clock::frozen(START.parse().unwrap());
    let seams = Seams {
        clock: frozen(),
        real_clock: frozen(),
        dice: Dice::seeded(1),
    };
    let settings = Settings {
        base_url: base_url.to_owned(),
        behind_proxy,
        upload_limit: 3 * 1024 * 1024,
        demo: false,
        mail_from: "kreis@kreis.test".to_owned(),
        answers_to: None,
    };
    let app = App::new(store, seams, vec![room()], settings).unwrap();
    House {
        door: shell::open(&app),
        app,
        _folder: folder,
    }
}

/// What came back.
#[derive(Debug)]
pub struct Got {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Got {
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

impl House {
    pub fn painted(&self) -> usize {
        counts(&self.app).painted.load(Ordering::SeqCst)
    }

    pub fn ran(&self) -> usize {
        counts(&self.app).ran.load(Ordering::SeqCst)
    }

    pub async fn send(&self, request: Request<Body>) -> Got {
        let response = self.door.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Got {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// A request of `METHOD /path`, with headers.
    pub async fn ask(&self, line: &str, headers: &[(&str, &str)]) -> Got {
        self.ask_with(line, headers, Body::empty()).await
    }

    pub async fn ask_with(&self, line: &str, headers: &[(&str, &str)], body: Body) -> Got {
        let (method, path) = line.split_once(' ').unwrap();
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(body).unwrap()).await
    }

    /// Writes on the board.
    pub async fn write(&self, text: String) {
        self.app
            .store
            .write(move |conn| conn.exec("UPDATE board SET text = $1", store::params![text]))
            .await
            .unwrap();
    }

    pub fn say(&self, lang: Lang, key: &'static str) -> &str {
        self.app.phrases.say(lang, key)
    }
}
