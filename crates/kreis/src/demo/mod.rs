//! `kreis demo`: the whole program with sample data on a clock of its own.

mod answer;
pub mod clock;
pub mod contents;
mod doors;
mod key;
mod post;
mod records;
mod room;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use base::{Blame, Clock, Dice, Fault, Halt};
use jiff::civil::{Date, date};
use mail::{MailSettings, ReceivedMail, Sink, SinkManners};
use shell::{App, Room, Seams, Settings};
use sign_in::Locks;
use store::{Address, Store};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::mpsc::Receiver;
use vault::{Places, Start, Vault};

pub use doors::Role;
pub use room::room;

use crate::words::Words;
use crate::{house, serve};

/// The day between the two meetings that the sample network is known by.
pub const DAY: Date = date(2017, 11, 20);
/// The address that the demo's mails come from.
pub const SENDER: &str = "kreis@kreis.beispiel.example";

/// What the visitor asked for.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Where to keep everything.
    pub data: Option<PathBuf>,
    /// Where to listen.
    pub listen: Option<SocketAddr>,
    /// On which day to begin.
    pub on: Option<Date>,
}

/// Where the data lies; a temporary folder goes away with this.
struct Place {
    folder: PathBuf,
    temporary: Option<TempDir>,
}

impl Place {
    fn of(wish: &Wish) -> Result<Self, Fault> {
        if let Some(folder) = &wish.data {
            std::fs::create_dir_all(folder)
                .map_err(|cause| Fault::because("create the demo's folder", cause))?;
            return Ok(Self {
                folder: folder.clone(),
                temporary: None,
            });
        }
        let temporary = tempfile::Builder::new()
            .prefix("kreis-demo-")
            .tempdir()
            .map_err(|cause| Fault::because("create a temporary folder", cause))?;
        Ok(Self {
            folder: temporary.path().to_owned(),
            temporary: Some(temporary),
        })
    }

    fn database(&self) -> PathBuf {
        self.folder.join("demo.db")
    }

    fn keys(&self) -> Places {
        Places {
            folder: self.folder.join("vault"),
            key_file: self.folder.join("vault.key"),
            copy: None,
        }
    }
}

/// Runs the demo until it is asked to stop.
pub(crate) async fn run(wish: Wish, words: &Words) -> Result<(), Halt> {
    let place = Place::of(&wish)?;
    let store = serve::alone(&Address::Sqlite(place.database())).await?;
    let listener = listen(wish.listen)?;
    let address = listener
        .local_addr()
        .map_err(|cause| Fault::because("read the address", cause))?;
    let (sink, mails) = Sink::start(SinkManners::default())
        .await
        .map_err(|cause| Fault::because("start the mail sink", cause))?;
    let app = open(store, &place, address, sink.address().port()).await?;
    let collector = tokio::spawn(collect(app.clone(), mails));
    start_contents(&app, wish.on).await?;
    inbox::wake(&app).await?;
    privacy::wake(&app).await?;
    registration::needs::wake(&app).await?;
    greet(
        &app,
        words,
        place.temporary.is_none().then_some(&place.folder),
    );
    serve::work(&app, listener, None).await?;
    clock::keep(&app).await?;
    sink.stop().await;
    // The sink is gone, so the collector has written what there was.
    drop(collector.await);
    Ok(())
}

fn listen(wish: Option<SocketAddr>) -> Result<TcpListener, Halt> {
    if let Some(address) = wish {
        return serve::listen(address);
    }
    let usual = SocketAddr::from(([127, 0, 0, 1], 8080));
    let free = SocketAddr::from(([127, 0, 0, 1], 0));
    match serve::bind(usual) {
        Ok(listener) => Ok(listener),
        Err(_) => serve::listen(free),
    }
}

async fn open(store: Store, place: &Place, at: SocketAddr, port: u16) -> Result<App, Halt> {
    let dice = Dice::from_machine();
    let (dkim, record) = key::signing(&place.folder, SENDER, &dice)?;
    let mail = MailSettings {
        dkim: Some(dkim),
        ..MailSettings::on_this_machine(port, SENDER)
    };
    // Nobody must, everybody may: a visitor of the demo has no app at hand.
    let locks = Locks::new(
        Vec::new(),
        Some(key::of_secrets(&place.folder, &dice)?),
        Vec::new(),
    );
    let rooms = house::rooms_with(&mail, locks, Arc::default(), None)?;
    let rooms = house::with_reader(rooms, &house::reader()?);
    let vault = Vault::open(&place.keys(), Start::MakesKey)?;
    let mut rooms = house::with_vault(rooms, Some(vault));
    rooms.push(Room {
        tool: Some(Arc::new(record)),
        ..room()
    });
    let settings = Settings {
        base_url: format!("http://{at}"),
        behind_proxy: false,
        upload_limit: 25 * 1024 * 1024,
        demo: true,
        mail_from: SENDER.to_owned(),
        answers_to: None,
    };
    let seams = Seams {
        clock: Clock::real(),
        real_clock: Clock::real(),
        dice,
    };
    Ok(house::build(store, seams, rooms, settings).await?)
}

/// Keeps what the sink takes, until it is gone.
async fn collect(app: App, mut mails: Receiver<ReceivedMail>) {
    while let Some(mail) = mails.recv().await {
        if let Err(fault) = keep(&app, mail).await {
            tracing::error!(story = fault.whole_story(), "a mail was not kept");
        }
    }
}

/// Lays a mail into the demo's mailbox.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep(app: &App, mail: ReceivedMail) -> Result<(), Fault> {
    let mut moment = app.moment();
    app.store
        .housekeep(move |conn| records::keep_mail(conn, &mut moment, &mail))
        .await
}

/// Goes on where the demo was left, or begins it.
async fn start_contents(app: &App, on: Option<Date>) -> Result<(), Halt> {
    let left = app.store.read(records::hour).await?;
    match (left, on) {
        (Some(_), Some(_)) => Err(Halt::Refused(vec![Blame::at("--on", "demo-has-begun")])),
        (Some(hour), None) => {
            app.clock.move_to(hour);
            Ok(())
        }
        (None, on) => {
            contents::fill(app, on.unwrap_or(DAY)).await?;
            contents::tell_needs(app).await?;
            clock::keep(app).await?;
            Ok(())
        }
    }
}

fn greet(app: &App, words: &Words, kept: Option<&PathBuf>) {
    println!("{}", words.say("demo-ready"));
    println!(
        "\n{}\n  {}",
        words.say("demo-address"),
        app.url(words.lang(), "/demo")
    );
    println!("\n{}", words.say("demo-links"));
    for line in doors::lines(app, words.lang()) {
        println!("  {line}");
    }
    println!();
    if let Some(folder) = kept {
        let path = folder.display().to_string();
        println!("{}", words.tell("demo-kept", &[("path", path.into())]));
    }
    println!("{}", words.say("demo-end"));
}
