//! `kreis serve`: the program at work, until it is asked to stop.

use std::io;
use std::net::SocketAddr;
use std::os::unix::fs::MetadataExt;
use std::sync::Arc;
use std::time::Duration;

use base::{Blame, Clock, Dice, Fault, Halt, Moment};
use futures_util::future::OptionFuture;
use jiff::SignedDuration;
use mail::Postbox;
use shell::{App, Seams};
use store::{Address, Store};
use tokio::net::{TcpListener, TcpSocket};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::settings::Settings;
use crate::words::Words;
use crate::{backups, house, keys};

/// How long requests and jobs may take to finish once we are asked to stop.
const PATIENCE: Duration = Duration::from_secs(8);

/// How many may wait to be let in, as far as the system allows. The usual 128 are too few where a
/// crowd comes in the same second: whom the system turns away tries again a second later, and some
/// find their connection reset.
const WAITING: u32 = 4096;

/// Machine time and machine chance.
pub(crate) fn machine() -> Seams {
    Seams {
        clock: Clock::real(),
        real_clock: Clock::real(),
        dice: Dice::from_machine(),
    }
}

/// An act outside of any program at work.
pub(crate) fn machine_moment() -> Moment {
    let Seams { clock, dice, .. } = machine();
    Moment::new(clock.now(), dice.throw())
}

/// The database, for this process alone.
pub(crate) async fn alone(address: &Address) -> Result<Store, Halt> {
    Store::open_alone(address).await?.ok_or_else(|| {
        Halt::Refused(vec![match address {
            Address::Sqlite(path) => Blame::at("", "cli-locked").with("path", path.display()),
            Address::Postgres(_) => Blame::at("", "cli-locked-server"),
        }])
    })
}

/// Serves until SIGTERM or SIGINT.
pub(crate) async fn serve(settings: &Settings, words: &Words) -> Result<(), Halt> {
    warn_root();
    let store = alone(&settings.database).await?;
    let operations = Arc::new(settings.operations()?);
    let (locks, folder) = (settings.locks()?, settings.data_folder());
    let rooms = house::rooms_with(&settings.mail, locks, operations.clone(), folder)?;
    let rooms = house::with_reader(rooms, &house::reader()?);
    let rooms = house::with_vault(rooms, keys::open(settings)?);
    let saved = backups::before_upgrade(settings, &rooms, Clock::real().now()).await?;
    let app = house::build(store, machine(), rooms, settings.for_shell()).await?;
    if let Some(saved) = saved {
        backups::after_upgrade(&saved)?;
    }
    let listener = listen(settings.server.listen)?;
    if let Some(link) = house::set_up_link(&app).await? {
        println!("{}\n  {link}", words.say("serve-set-up"));
    }
    house::heed_clock(&app).await?;
    let listen = listener
        .local_addr()
        .map_err(|cause| Fault::because("see where we listen", cause))?;
    tracing::info!(%listen, "ready");
    let address = settings.database.clone();
    let keeper = tokio::spawn(backups::keep_taking(app.clone(), address, operations));
    let watch = tokio::spawn(watch_clock(app.clone()));
    let end = work(&app, listener, postbox(settings)?).await;
    keeper.abort();
    watch.abort();
    end
}

/// What root makes, the service cannot write afterwards.
fn warn_root() {
    if std::fs::metadata("/proc/self").is_ok_and(|it| it.uid() == 0) {
        tracing::warn!(
            "this runs as root: the account kreis will not be able to write what is made now; \
             start it by systemctl start kreis"
        );
    }
}

/// How often we look whether the clock has fallen back.
const GLANCE: Duration = Duration::from_secs(30);
/// Less than this is how clocks are kept right.
const TRIFLE: SignedDuration = SignedDuration::from_mins(1);

/// Puts right what a clock that was ahead has put off, as soon as it is set back.
async fn watch_clock(app: App) {
    let mut last = app.clock.now();
    loop {
        tokio::time::sleep(GLANCE).await;
        let now = app.clock.now();
        if last.duration_since(now) > TRIFLE {
            tracing::warn!("the clock fell back");
            if let Err(fault) = house::heed_clock(&app).await {
                tracing::error!(story = fault.whole_story(), "the clock is not heeded yet");
                continue;
            }
        }
        last = now;
    }
}

/// The mailbox that answers come to, where there is one.
fn postbox(settings: &Settings) -> Result<Option<Postbox>, Fault> {
    let settings = settings.mailbox.as_ref();
    settings
        .map(Postbox::new)
        .transpose()
        .map_err(|cause| Fault::because("prepare the mailbox", cause))
}

/// Takes the address, or says who has it.
pub(crate) fn listen(address: SocketAddr) -> Result<TcpListener, Halt> {
    bind(address).map_err(|cause| {
        Halt::Refused(vec![
            Blame::at("", "serve-no-address")
                .with("address", address)
                .with("reason", cause),
        ])
    })
}

/// Takes an address of this machine for a crowd.
pub(crate) fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // Whoever starts again does not wait until the last connections are forgotten.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(WAITING)
}

/// Answers requests, runs jobs and looks into the mailbox until a signal comes or the database
/// is another's, then finishes what has begun.
pub(crate) async fn work(
    app: &App,
    listener: TcpListener,
    postbox: Option<Postbox>,
) -> Result<(), Halt> {
    let (stop, stopped) = watch::channel(false);
    let runner = tokio::spawn(shell::run_until(app.clone(), stopped.clone()));
    let reader = postbox.map(|it| inbox::watch(app.clone(), it, stopped.clone()));
    let reader = tokio::spawn(OptionFuture::from(reader));
    let service = shell::open(app).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(until(stopped));
    let server = tokio::spawn(async move { server.await });
    let end = tokio::select! {
        asked = asked_to_stop() => asked.map_err(Halt::from),
        () = app.store.taken_away() => Err(Halt::no("cli-taken-away")),
    };
    tracing::info!("finishing what has begun");
    stop.send_replace(true);
    let ended =
        tokio::time::timeout(PATIENCE, async { tokio::join!(server, runner, reader) }).await;
    if ended.is_err() {
        tracing::warn!("something took too long and was left where it stood");
    }
    end
}

async fn until(mut stopped: watch::Receiver<bool>) {
    // The sender lives as long as the server; were it gone, stopping is right as well.
    drop(stopped.wait_for(|it| *it).await);
}

async fn asked_to_stop() -> Result<(), Fault> {
    let listen = |kind| signal(kind).map_err(|cause| Fault::because("listen for signals", cause));
    let (mut term, mut int) = (
        listen(SignalKind::terminate())?,
        listen(SignalKind::interrupt())?,
    );
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpStream};

    use super::*;

    #[tokio::test]
    async fn a_crowd_waits_at_the_door_before_the_first_is_let_in() {
        let listener = listen((Ipv4Addr::LOCALHOST, 0).into()).unwrap();
        let address = listener.local_addr().unwrap();
        // Whom the system turns away tries again after a second.
        let patience = Duration::from_millis(900);

        let mut crowd = Vec::new();
        for number in 0..300 {
            let comer = TcpStream::connect_timeout(&address, patience);
            crowd.push(comer.unwrap_or_else(|why| panic!("{number}: {why}")));
        }
        assert_eq!(crowd.len(), 300);
    }
}
