//! `kreis serve`: the program at work, until it is asked to stop.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use base::{Blame, Clock, Dice, Fault, Halt};
use shell::{App, Seams};
use store::{Address, Store};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::house;
use crate::lock::Lock;
use crate::settings::Settings;
use crate::words::Words;

/// How long requests and jobs may take to finish once we are asked to stop.
const PATIENCE: Duration = Duration::from_secs(8);

/// Machine time and machine chance.
pub(crate) fn machine() -> Seams {
    Seams {
        clock: Clock::real(),
        real_clock: Clock::real(),
        dice: Dice::from_machine(),
    }
}

/// The lock of an embedded database; a server keeps order by itself.
pub(crate) fn lock(address: &Address) -> Result<Option<Lock>, Halt> {
    match address {
        Address::Sqlite(path) => Lock::take(path).map(Some),
        Address::Postgres(_) => Ok(None),
    }
}

/// The program as the settings describe it, with its database up to date.
pub(crate) async fn app(settings: &Settings) -> Result<App, Halt> {
    let store = Store::open(&settings.database)?;
    let rooms = house::rooms(&settings.mail)?;
    Ok(house::build(store, machine(), rooms, settings.for_shell()).await?)
}

/// Serves until SIGTERM or SIGINT.
pub(crate) async fn serve(settings: &Settings, words: &Words) -> Result<(), Halt> {
    let _lock = lock(&settings.database)?;
    let app = app(settings).await?;
    let listener = listen(settings.server.listen).await?;
    if let Some(link) = house::set_up_link(&app).await? {
        println!("{}\n  {link}", words.say("serve-set-up"));
    }
    tracing::info!(listen = %settings.server.listen, "ready");
    work(&app, listener, shell::open(&app)).await?;
    Ok(())
}

/// Takes the address, or says who has it.
pub(crate) async fn listen(address: SocketAddr) -> Result<TcpListener, Halt> {
    TcpListener::bind(address).await.map_err(|cause| {
        Halt::Refused(vec![
            Blame::at("", "serve-no-address")
                .with("address", address)
                .with("reason", cause),
        ])
    })
}

/// Answers requests and runs jobs until a signal comes, then finishes what has begun.
pub(crate) async fn work(app: &App, listener: TcpListener, router: Router) -> Result<(), Fault> {
    let (stop, stopped) = watch::channel(false);
    let runner = tokio::spawn(shell::run_until(app.clone(), stopped.clone()));
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(until(stopped));
    let server = tokio::spawn(async move { server.await });
    asked_to_stop().await?;
    tracing::info!("finishing what has begun");
    stop.send_replace(true);
    let ended = tokio::time::timeout(PATIENCE, async { tokio::join!(server, runner) }).await;
    if ended.is_err() {
        tracing::warn!("something took too long and was left where it stood");
    }
    Ok(())
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
