//! The postman: hands composed mails to the office's mail server and says how it went.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{sync::Semaphore, time::Instant};

use crate::{
    connection::{Connection, Route},
    outcome::{Cause, Envelope, Hindrance, Outcome, Stage},
    settings::{MailSettings, SettingsFault},
};

/// An idle connection older than this is not used again; many servers hang up after half a
/// minute or a minute.
const FRESH: Duration = Duration::from_secs(20);

/// Delivers mails, several at once, over connections that it keeps for a while.
pub struct Postman {
    route: Route,
    slots: Semaphore,
    idle: Mutex<Vec<Idle>>,
    max_idle: usize,
}

struct Idle {
    connection: Connection,
    since: Instant,
}

impl Postman {
    /// A postman for these settings. Reads the password; connects to nothing yet.
    pub fn new(settings: &MailSettings) -> Result<Self, SettingsFault> {
        let max_connections = usize::from(settings.max_connections.max(1));
        Ok(Self {
            route: Route::new(settings)?,
            slots: Semaphore::new(max_connections),
            idle: Mutex::new(Vec::new()),
            max_idle: max_connections,
        })
    }

    /// Delivers one mail. Waits for a free connection when all are busy.
    pub async fn deliver(&self, envelope: &Envelope, raw: &[u8]) -> Outcome {
        // The semaphore is never closed; a refused permit could only cost the limit.
        let _slot = self.slots.acquire().await.ok();
        if let Some(connection) = self.take_idle().await {
            let outcome = self.converse(connection, envelope, raw).await;
            if !blames_an_old_connection(&outcome) {
                return outcome;
            }
        }
        match self.route.open().await {
            Ok(connection) => self.converse(connection, envelope, raw).await,
            Err(hindrance) => Outcome::Again(hindrance),
        }
    }

    /// Says goodbye on all idle connections.
    pub async fn close(&self) {
        for idle in self.drain_idle() {
            idle.connection.quit().await;
        }
    }

    async fn converse(
        &self,
        mut connection: Connection,
        envelope: &Envelope,
        raw: &[u8],
    ) -> Outcome {
        let addressed = connection.address(envelope, !raw.is_ascii()).await;
        let handed_over = match addressed {
            Ok(_) => connection.hand_over(raw).await,
            Err(hindrance) => Err(hindrance),
        };
        match handed_over {
            Ok(answer) => {
                self.keep(connection);
                Outcome::Accepted(answer)
            }
            Err(hindrance) => {
                if still_talking(&hindrance.cause) && connection.reset().await.is_ok() {
                    self.keep(connection);
                }
                Outcome::from(hindrance)
            }
        }
    }

    async fn take_idle(&self) -> Option<Connection> {
        loop {
            let idle = self.lock_idle().pop()?;
            if idle.since.elapsed() < FRESH {
                return Some(idle.connection);
            }
            idle.connection.quit().await;
        }
    }

    fn keep(&self, connection: Connection) {
        let mut idle = self.lock_idle();
        if idle.len() < self.max_idle {
            idle.push(Idle {
                connection,
                since: Instant::now(),
            });
        }
    }

    fn drain_idle(&self) -> Vec<Idle> {
        std::mem::take(&mut *self.lock_idle())
    }

    fn lock_idle(&self) -> MutexGuard<'_, Vec<Idle>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// 421 says that the server hangs up.
fn still_talking(cause: &Cause) -> bool {
    matches!(cause, Cause::Answer(answer) if answer.code != 421)
}

/// Servers hang up on connections at rest, or after so many mails. That shows at the next
/// first word and says nothing about the letter.
fn blames_an_old_connection(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Again(Hindrance {
            stage: Stage::Sender,
            ..
        })
    )
}
