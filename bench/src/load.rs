//! The load generator: some kept-alive connections on one thread, for a while.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use crate::Failed;
use crate::wire::Wire;

/// Nothing measured here needs more to be sure.
const MOST: u32 = 2_000_000;

/// What is asked, by how many, for how long.
#[derive(Clone)]
pub struct Load {
    /// The server.
    pub address: SocketAddr,
    /// The request's bytes.
    pub request: Arc<Vec<u8>>,
    /// How many connections ask at the same time.
    pub connections: u32,
    /// For how long.
    pub time: Duration,
    /// The status of every answer.
    pub status: u16,
}

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub struct Ran {
    /// How many answers came, all of them with the status.
    pub answers: u32,
    /// How long it took.
    pub seconds: f64,
}

impl Ran {
    /// Answers a second.
    pub fn rate(self) -> f64 {
        f64::from(self.answers) / self.seconds
    }
}

/// Asks until the time is over.
pub fn run(load: &Load) -> Result<Ran, Failed> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(ask_all(load))
}

async fn ask_all(load: &Load) -> Result<Ran, Failed> {
    let begin = Instant::now();
    let mut asking = JoinSet::new();
    for _ in 0..load.connections {
        asking.spawn(ask_on(load.clone(), begin + load.time));
    }
    let mut answers = 0;
    while let Some(done) = asking.join_next().await {
        answers += done??;
    }
    Ok(Ran {
        answers,
        seconds: begin.elapsed().as_secs_f64(),
    })
}

async fn ask_on(load: Load, until: Instant) -> Result<u32, Failed> {
    let mut wire = Wire::open(load.address).await?;
    let most = MOST / load.connections.max(1);
    let mut answers = 0;
    while answers < most && Instant::now() < until {
        let status = wire.status(&load.request).await?;
        if status != load.status {
            return Err(format!("a page under load answered {status}").into());
        }
        answers += 1;
    }
    Ok(answers)
}
