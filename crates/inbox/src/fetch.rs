//! Looking into the mailbox: each mail is read, kept in one transaction together with the mark
//! how far we are, and only then marked or moved.

use std::time::Duration;

use base::Fault;
use mail::{Hindrance, OpenPostbox, Postbox};
use shell::App;
use tokio::sync::watch;

use crate::actions::{Arrived, Taken, take_in};
use crate::records::marks::{self, Mark};

/// The most mails of one look; the next one follows at once.
const AT_A_TIME: usize = 200;

/// Takes one mail in, as it came by whatever way.
///
/// # Errors
/// When the database fails.
pub async fn receive(app: &App, raw: Vec<u8>) -> Result<Taken, Fault> {
    let arrived = read(raw, true).await;
    let mut moment = app.moment();
    app.store
        .write(move |conn| take_in(conn, &mut moment, &arrived))
        .await
}

/// Reads a mail on a thread of its own: were a reader to fail at a hostile one, the mail is
/// kept unread.
async fn read(raw: Vec<u8>, is_whole: bool) -> Arrived {
    let bytes = raw.clone();
    let read = tokio::task::spawn_blocking(move || mail::incoming(&bytes)).await;
    Arrived {
        raw,
        is_whole,
        read: read.unwrap_or_default(),
    }
}

/// Looks into the mailbox once and says how many mails were new.
///
/// # Errors
/// When the mailbox or the database fails; what was taken until then is kept.
pub async fn look(app: &App, postbox: &Postbox) -> Result<usize, Fault> {
    let name = postbox.name();
    let looked = visit(app, postbox).await;
    let now = app.clock.now();
    let step = match &looked {
        Ok(_) => String::new(),
        Err(Trouble::Mailbox(hindrance)) => hindrance.stage.name().to_owned(),
        Err(Trouble::Fault(_)) => "database".to_owned(),
    };
    app.store
        .housekeep(move |conn| marks::set_looked(conn, &name, (now, &step)))
        .await?;
    looked.map_err(|trouble| match trouble {
        Trouble::Fault(fault) => fault,
        // The server's words can name people; the log learns the step alone.
        Trouble::Mailbox(hindrance) => {
            Fault::new(format!("read the mailbox at {}", hindrance.stage.name()))
        }
    })
}

enum Trouble {
    Mailbox(Hindrance),
    Fault(Fault),
}

impl From<Hindrance> for Trouble {
    fn from(hindrance: Hindrance) -> Self {
        Self::Mailbox(hindrance)
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

async fn visit(app: &App, postbox: &Postbox) -> Result<usize, Trouble> {
    let mut open = postbox.open().await?;
    let taken = take_all(app, &postbox.name(), &mut open).await;
    open.close().await;
    taken
}

async fn take_all(app: &App, name: &str, open: &mut OpenPostbox) -> Result<usize, Trouble> {
    let owned = name.to_owned();
    let mark = app
        .store
        .read(move |conn| marks::mark(conn, &owned))
        .await?;
    let validity = open.uid_validity();
    let last = if mark.uid_validity == validity {
        mark.last_uid
    } else {
        0
    };
    if open.moves_away() {
        // Kept, and then something broke before it could be moved.
        for uid in open.above(0).await?.into_iter().filter(|it| *it <= last) {
            open.put_away(uid).await?;
        }
    }
    let mut new = 0;
    for uid in open.above(last).await?.into_iter().take(AT_A_TIME) {
        let Some(lying) = open.fetch(uid).await? else {
            continue;
        };
        let arrived = read(lying.raw, lying.is_whole).await;
        let (mark, owned) = (
            Mark {
                uid_validity: validity,
                last_uid: uid,
            },
            name.to_owned(),
        );
        let taken = keep(app, arrived, (owned, mark)).await?;
        new += usize::from(taken != Taken::Known);
        open.put_away(uid).await?;
    }
    Ok(new)
}

/// Keeps a mail and the mark together. One that cannot be kept as it was understood is kept as
/// it came, so that it neither is lost nor stands in the way of the next.
async fn keep(app: &App, arrived: Arrived, mark: (String, Mark)) -> Result<Taken, Fault> {
    let raw_alone = Arrived {
        read: None,
        ..arrived.clone()
    };
    match keep_once(app, arrived, mark.clone()).await {
        Ok(taken) => Ok(taken),
        Err(fault) => {
            let story = fault.to_string();
            tracing::warn!(story, "a mail is kept without being understood");
            keep_once(app, raw_alone, mark).await
        }
    }
}

async fn keep_once(
    app: &App,
    arrived: Arrived,
    (name, mark): (String, Mark),
) -> Result<Taken, Fault> {
    let mut moment = app.moment();
    app.store
        .write(move |conn| {
            let taken = take_in(conn, &mut moment, &arrived)?;
            marks::set_mark(conn, &name, &mark, moment.now())?;
            Ok(taken)
        })
        .await
}

/// Looks into the mailbox again and again until it is told to stop.
pub async fn watch(app: App, postbox: Postbox, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        let pause = match look(&app, &postbox).await {
            Ok(AT_A_TIME) => Duration::ZERO,
            Ok(new) => {
                if new > 0 {
                    tracing::info!(new, "mail came in");
                }
                postbox.pause()
            }
            Err(fault) => {
                let story = fault.to_string();
                tracing::warn!(story, "the mailbox cannot be read");
                postbox.pause()
            }
        };
        tokio::select! {
            _ = stop.changed() => break,
            () = tokio::time::sleep(pause) => {}
        }
    }
}
