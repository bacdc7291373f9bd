//! All mails that went out, kept in order.

use std::sync::Arc;

use mail::{ReadMail, ReceivedMail, Sink, SinkManners};
use tokio::sync::Mutex;

/// A mail server that keeps what it takes.
pub(crate) struct Mailbox {
    // Ends with the trial.
    _sink: Sink,
    mails: Arc<Mutex<Kept>>,
}

struct Kept {
    waiting: tokio::sync::mpsc::Receiver<ReceivedMail>,
    taken: Vec<ReceivedMail>,
}

impl Mailbox {
    /// A mailbox and the port of its server.
    pub(crate) async fn open(manners: SinkManners) -> (Self, u16) {
        let (sink, waiting) = crate::sink(manners).await;
        let port = sink.address().port();
        let kept = Kept {
            waiting,
            taken: Vec::new(),
        };
        let mails = Arc::new(Mutex::new(kept));
        tokio::spawn(empty_often(Arc::downgrade(&mails)));
        let mailbox = Self { _sink: sink, mails };
        (mailbox, port)
    }

    pub(crate) async fn raw(&self) -> Vec<ReceivedMail> {
        let mut kept = self.mails.lock().await;
        kept.take();
        kept.taken.clone()
    }

    pub(crate) async fn read(&self) -> Vec<ReadMail> {
        let raw = self.raw().await;
        raw.iter()
            .map(|mail| mail::read(&mail.raw).expect("the mail can be read"))
            .collect()
    }
}

impl Kept {
    fn take(&mut self) {
        while let Ok(mail) = self.waiting.try_recv() {
            self.taken.push(mail);
        }
    }
}

/// The server's channel is short; many mails at once must not wait for a test to look.
async fn empty_often(mails: std::sync::Weak<Mutex<Kept>>) {
    while let Some(mails) = mails.upgrade() {
        mails.lock().await.take();
        drop(mails);
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}
