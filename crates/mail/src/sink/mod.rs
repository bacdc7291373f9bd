//! A small mail server on the loopback: it takes every mail and hands it to a channel. The
//! demonstration shows what would have gone out, tests and benches measure against it.

mod session;
mod wire;

use std::{
    collections::BTreeSet,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, mpsc, watch},
    task::{JoinHandle, JoinSet},
};

use session::Session;

/// How many mails may lie in the channel before the server makes senders wait.
const WAITING_MAILS: usize = 256;

/// How the server behaves.
#[derive(Debug, Clone)]
pub struct SinkManners {
    /// How long it thinks before every answer.
    pub answer_delay: Duration,
    /// Recipients (in lower case) that get 550.
    pub refused_recipients: BTreeSet<String>,
    /// Recipients (in lower case) for whom a policy refuses every mail of ours.
    pub barred_recipients: BTreeSet<String>,
    /// How many recipients get 451 before one is taken.
    pub try_later: u32,
    /// How many times it hangs up after the mail, without a receipt.
    pub hang_up_after_data: u32,
    /// User and password, if it wants a login.
    pub login: Option<(String, String)>,
    /// The largest mail in bytes.
    pub size_limit: usize,
    /// How many connections at once; more get 421.
    pub max_connections: usize,
}

impl Default for SinkManners {
    fn default() -> Self {
        Self {
            answer_delay: Duration::ZERO,
            refused_recipients: BTreeSet::new(),
            barred_recipients: BTreeSet::new(),
            try_later: 0,
            hang_up_after_data: 0,
            login: None,
            size_limit: 30 * 1024 * 1024,
            max_connections: 64,
        }
    }
}

/// A mail the server took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivedMail {
    /// `MAIL FROM`; empty when nobody wants bounces.
    pub from: String,
    /// `RCPT TO`, each.
    pub to: Vec<String>,
    /// The mail as it was before the wire's dots.
    pub raw: Vec<u8>,
}

/// The running server. Dropping it ends it too, without waiting.
#[derive(Debug)]
pub struct Sink {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

/// What all conversations share.
struct Shared {
    manners: SinkManners,
    still_to_put_off: AtomicU32,
    still_to_hang_up: AtomicU32,
    mails: mpsc::Sender<ReceivedMail>,
}

impl Sink {
    /// Starts on a free port of 127.0.0.1. Keep the receiver: once it is gone, mails get 451.
    pub async fn start(manners: SinkManners) -> io::Result<(Self, mpsc::Receiver<ReceivedMail>)> {
        Self::on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?, manners)
    }

    /// Starts where somebody listens already.
    pub fn on(
        listener: TcpListener,
        manners: SinkManners,
    ) -> io::Result<(Self, mpsc::Receiver<ReceivedMail>)> {
        let address = listener.local_addr()?;
        let (mails, received) = mpsc::channel(WAITING_MAILS);
        let (stop, stopped) = watch::channel(false);
        let shared = Shared {
            still_to_put_off: AtomicU32::new(manners.try_later),
            still_to_hang_up: AtomicU32::new(manners.hang_up_after_data),
            manners,
            mails,
        };
        let task = tokio::spawn(listen(listener, Arc::new(shared), stopped));
        Ok((
            Self {
                address,
                stop,
                task,
            },
            received,
        ))
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Takes no new connections, ends the open ones and waits until all is quiet.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        if let Err(error) = self.task.await {
            tracing::warn!(%error, "the mail sink ended badly");
        }
    }
}

async fn listen(listener: TcpListener, shared: Arc<Shared>, mut stop: watch::Receiver<bool>) {
    let slots = Arc::new(Semaphore::new(shared.manners.max_connections));
    let mut sessions = JoinSet::new();
    loop {
        tokio::select! {
            _ = stop.changed() => break,
            Some(_) = sessions.join_next(), if !sessions.is_empty() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let (shared, slots, stop) = (shared.clone(), slots.clone(), stop.clone());
                    sessions.spawn(serve(stream, shared, slots, stop));
                }
                Err(error) => {
                    // Out of file handles: others must end first.
                    tracing::warn!(%error, "the mail sink cannot accept");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
        }
    }
    drop(listener);
    while sessions.join_next().await.is_some() {}
}

async fn serve(
    stream: TcpStream,
    shared: Arc<Shared>,
    slots: Arc<Semaphore>,
    mut stop: watch::Receiver<bool>,
) {
    let slot = slots.try_acquire();
    let mut session = Session::new(stream, &shared);
    let talk = async {
        if slot.is_ok() {
            session.talk().await
        } else {
            session.turn_away().await
        }
    };
    let ended = tokio::select! {
        ended = talk => ended,
        _ = stop.changed() => Ok(()),
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a conversation with the mail sink broke off");
    }
}

/// Takes one from a counter that stops at zero; says whether there was one.
fn take_one(counter: &AtomicU32) -> bool {
    counter
        .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
            left.checked_sub(1)
        })
        .is_ok()
}
