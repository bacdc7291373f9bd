//! The outbox's work in the background: delivery.
//!
//! Written in one transaction; printed, signed and delivered outside of any; settled in another
//! together with the end of the job. A crash between the mail server's receipt and that repeats
//! one letter, under the same message id.

use std::time::Duration;

use base::{Fault, LetterId};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use mail::{
    Answer, AutoSubmitted, Cause, Envelope, Hindrance, Mailbox, Outcome, Stage, wait_before_retry,
};
use shell::{App, Content, Done, JobFault, JobKind};
use store::{Conn, Entry};

use crate::desk::{Desk, InHand};
use crate::letter::{Letter, State};
use crate::records;
use crate::records::addresses::{CameBack, came_back};
use crate::sender::{Sender, sender};

/// The queue's name for the delivery of one letter; the subject is its id.
pub const DELIVER: &str = "outbox.deliver";

/// The outbox's jobs.
pub(crate) const JOBS: &[JobKind] = &[JobKind { kind: DELIVER, run }];

/// How long a letter that another hand delivers is left alone.
const IN_OTHER_HANDS: Duration = Duration::from_secs(5);

/// A letter with everything that its mail needs.
struct Written {
    letter: Letter,
    content: Content,
    sender: Sender,
}

/// A mail in wire form.
type Wire = (Envelope, Vec<u8>);

fn run(app: App, subject: String) -> BoxFuture<'static, Result<Done, JobFault>> {
    deliver(app, subject).boxed()
}

async fn deliver(app: App, subject: String) -> Result<Done, JobFault> {
    let id: LetterId = subject
        .parse()
        .map_err(|cause| JobFault::Never(Fault::because("read a letter's id", cause)))?;
    let desk = desk(&app).map_err(JobFault::Never)?;
    let Some(in_hand) = desk.take_in_hand(id) else {
        let fault = Fault::new("take a letter in hand that another hand delivers");
        return Err(JobFault::Again(fault, Some(IN_OTHER_HANDS)));
    };
    let (envelope, raw) = match ready(&app, id).await {
        Ok(Some(Ok(wire))) => wire,
        Ok(Some(Err(reason))) => return Ok(settled(&app, in_hand, id, End::Unsendable(reason))),
        Ok(None) => return Ok(Done::default()),
        Err(fault) => return put_off(&app, id, String::from(UNWRITTEN), fault).await,
    };
    let end = match desk.postman.deliver(&envelope, &raw).await {
        Outcome::Accepted(answer) => End::Sent(answer),
        Outcome::Refused(answer) => End::Refused(answer),
        Outcome::NoSuchAddress(answer) => End::NoSuchAddress(answer),
        Outcome::Again(hindrance) => {
            return put_off(&app, id, told(&hindrance), fault_of(&hindrance)).await;
        }
    };
    Ok(settled(&app, in_hand, id, end))
}

/// How a letter's way ended.
enum End {
    /// It can never be a mail, for this reason.
    Unsendable(String),
    /// The server took it.
    Sent(Answer),
    /// The server did not take it.
    Refused(Answer),
    /// The server takes nothing for this address.
    NoSuchAddress(Answer),
}

impl End {
    fn outcome(&self) -> (State, String) {
        match self {
            Self::Sent(answer) => (State::Sent, answer.to_string()),
            Self::Refused(answer) | Self::NoSuchAddress(answer) => {
                (State::Failed, answer.to_string())
            }
            Self::Unsendable(reason) => (State::Failed, reason.clone()),
        }
    }
}

fn desk(app: &App) -> Result<&Desk, Fault> {
    app.tool::<Desk>()
        .ok_or_else(|| Fault::new("find the desk of the outbox"))
}

/// The letter as a mail, or why it can never be one; none where it need not go any more.
async fn ready(app: &App, id: LetterId) -> Result<Option<Result<Wire, String>>, Fault> {
    let Some(written) = write(app, id).await? else {
        return Ok(None);
    };
    let _turn = desk(app)?.bench.lock().await;
    let app = app.clone();
    let work = move || {
        let desk = desk(&app)?;
        let content = written.content.printed()?;
        Ok(Some(wire(&app, desk, &Written { content, ..written })))
    };
    // Printing and signing are computing, a few milliseconds of it.
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|cause| Fault::because("print and sign a letter", cause))?
}

/// Phrase key in place of a server's answer: the letter could not be written.
pub(crate) const UNWRITTEN: &str = "outbox-answer-unwritten";

/// Phrase key in place of a server's answer: no letters go to this address for now.
pub(crate) const PAUSED: &str = "outbox-answer-paused";

/// What the office reads of it: the server's own answer, or a phrase key in its place.
fn told(hindrance: &Hindrance) -> String {
    let key = match (&hindrance.cause, hindrance.stage) {
        (Cause::Answer(_), _) => return hindrance.to_string(),
        (Cause::Timeout, _) => "outbox-answer-slow",
        (Cause::Tls(_), _) => "outbox-answer-tls",
        (Cause::Broken(_), Stage::Connect) => "outbox-answer-unreachable",
        (Cause::Broken(_), _) => "outbox-answer-broken",
    };
    key.to_owned()
}

/// What the log says of it: all before the first address is named, only the step after that.
fn fault_of(hindrance: &Hindrance) -> Fault {
    match hindrance.stage {
        Stage::Connect | Stage::Tls => Fault::new(format!("reach the mail server: {hindrance}")),
        stage => Fault::new(format!("deliver a letter at {}", stage.name())),
    }
}

/// Writes the letter; none where it need not go any more.
async fn write(app: &App, id: LetterId) -> Result<Option<Written>, Fault> {
    let inner = app.clone();
    app.store
        .housekeep(move |conn| {
            let Some(letter) = records::letter(conn, id)? else {
                return Ok(None);
            };
            if letter.state != State::Queued {
                return Ok(None);
            }
            if is_barred(conn, &letter)? {
                let now = inner.clock.now();
                records::settle(conn, id, (State::Failed, PAUSED), now)?;
                return Ok(None);
            }
            let Some(content) = content(conn, &inner, &letter)? else {
                let now = inner.clock.now();
                records::settle(conn, id, (State::Withdrawn, ""), now)?;
                return Ok(None);
            };
            let sender = sender(conn, letter.network)?;
            Ok(Some(Written {
                letter,
                content,
                sender,
            }))
        })
        .await
}

/// Whether no letter may go to the address. One of no network, such as a link to sign in with,
/// goes all the same: the person waits for it and will see whether it comes.
fn is_barred(conn: &mut Conn<'_>, letter: &Letter) -> Result<bool, Fault> {
    Ok(letter.network.is_some() && records::addresses::is_paused(conn, &letter.to_address)?)
}

/// What the letter's room writes.
pub(crate) fn content(
    conn: &mut Conn<'_>,
    app: &App,
    letter: &Letter,
) -> Result<Option<Content>, Fault> {
    let kind = app
        .rooms
        .iter()
        .flat_map(|room| room.letters)
        .find(|kind| kind.kind == letter.kind)
        .ok_or_else(|| Fault::new("find the room of a letter"))?;
    (kind.compose)(conn, app, &letter.addressed())
}

/// The mail in wire form; the reason is for the office.
fn wire(app: &App, desk: &Desk, written: &Written) -> Result<(Envelope, Vec<u8>), String> {
    let Written {
        letter,
        content,
        sender,
    } = written;
    let envelope = Envelope::new(&desk.bounces_to, &letter.to_address)
        .map_err(|refused| refused.to_string())?;
    let mail = mail::Letter {
        message_id: format!("{}@{}", letter.id, desk.domain),
        date: letter.queued_at.unwrap_or(letter.laid_at),
        from: Mailbox::named(sender.signs_as(), &desk.from),
        reply_to: reply_to(app, sender),
        to: Mailbox::named(&letter.to_name, &letter.to_address),
        subject: content.subject.clone(),
        text: content.text.clone(),
        html: content.html.clone(),
        calendar: content.calendar.clone(),
        attachments: content.attachments.clone(),
        auto_submitted: if content.automatic {
            AutoSubmitted::Generated
        } else {
            AutoSubmitted::No
        },
        headers: Vec::new(),
    };
    let raw = mail::compose(&mail).map_err(|refused| refused.to_string())?;
    let raw = match &desk.signer {
        Some(signer) => signer
            .sign(&raw, mail.date)
            .map_err(|refused| refused.to_string())?,
        None => raw,
    };
    Ok((envelope, raw))
}

/// Where an answer goes: to the mailbox that the program reads, else to the office.
fn reply_to(app: &App, sender: &Sender) -> Option<Mailbox> {
    let mailbox = app.settings.answers_to.as_ref();
    let address = mailbox.unwrap_or(&sender.office_mail);
    (!address.is_empty()).then(|| Mailbox::named(&sender.office_name, address))
}

/// Ends the letter's way in the transaction that ends the job. Until then it stays in hand.
fn settled(app: &App, in_hand: InHand, id: LetterId, end: End) -> Done {
    let mut moment = app.moment();
    Done::with(move |conn| {
        let _in_hand = in_hand;
        let (state, answer) = end.outcome();
        records::settle(conn, id, (state, &answer), moment.now())?;
        if let End::NoSuchAddress(answer) = end {
            count_against_address(conn, &mut moment, id, &answer)?;
        }
        if state == State::Failed {
            note_failure(conn, &mut moment, id)?;
        }
        Ok(())
    })
}

/// Leaves the letter to the queue for a while, or gives it up after the last wait.
async fn put_off(app: &App, id: LetterId, answer: String, fault: Fault) -> Result<Done, JobFault> {
    let mut moment = app.moment();
    let wait = app
        .store
        .housekeep(move |conn| {
            let failed = records::count_attempt(conn, id)?;
            let wait = wait_before_retry(failed);
            if wait.is_some() {
                records::set_answer(conn, id, &answer)?;
            } else {
                records::settle(conn, id, (State::Failed, &answer), moment.now())?;
                note_failure(conn, &mut moment, id)?;
            }
            Ok::<_, Fault>(wait)
        })
        .await?;
    match wait {
        Some(wait) => Err(JobFault::Again(fault, Some(wait))),
        None => Ok(Done::default()),
    }
}

/// A refusal at the door counts like a letter that came back for good.
fn count_against_address(
    conn: &mut Conn<'_>,
    moment: &mut base::Moment,
    id: LetterId,
    answer: &Answer,
) -> Result<(), Fault> {
    let it = CameBack {
        letter: id,
        is_hard: true,
        status: &answer.status(),
        reason: &answer.text,
    };
    came_back(conn, moment, it)?;
    Ok(())
}

fn note_failure(conn: &mut Conn<'_>, moment: &mut base::Moment, id: LetterId) -> Result<(), Fault> {
    let Some(letter) = records::letter(conn, id)? else {
        return Ok(());
    };
    conn.note(
        moment,
        &Entry {
            network: letter.network,
            account: None,
            actor: "Kreis",
            verb: "letter-failed",
            kind: "letter",
            subject: id.into(),
            detail: letter.kind,
        },
    )
}
