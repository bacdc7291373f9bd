//! Taking a mail in: known again, understood, placed and kept in one transaction.

use base::{Fault, Halt, Moment};
use calendar::Partstat;
use mail::{Incoming, Severity};
use outbox::{CameBack, Letter};
use store::{BlobHash, Conn};

use super::place::{self, Place};
use crate::records::mails::{self, MailIn};
use crate::rules::{Kind, State, Weight, is_same_address, reply_of, said_at, weigh};

/// A mail as it lay in the mailbox, read already.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// The mail; of one that is too large its head alone.
    pub raw: Vec<u8>,
    /// Whether it is there from end to end.
    pub is_whole: bool,
    /// What it says; none where it could not be read.
    pub read: Option<Incoming>,
}

impl Arrived {
    /// Reads a mail.
    pub fn read(raw: Vec<u8>, is_whole: bool) -> Self {
        let read = mail::incoming(&raw);
        Self {
            raw,
            is_whole,
            read,
        }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It was known already; nothing changed.
    Known,
    /// It is kept.
    New(Kind, State),
}

/// What the program makes of a mail.
struct Found {
    kind: Kind,
    state: State,
    finding: &'static str,
    place: Place,
    said: Option<Said>,
}

struct Said {
    partstat: Partstat,
    at: jiff::Timestamp,
    sequence: i64,
}

impl Found {
    fn new(kind: Kind, state: State, finding: &'static str) -> Self {
        Self {
            kind,
            state,
            finding,
            place: Place::default(),
            said: None,
        }
    }

    fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }
}

/// Takes a mail in. One that is known by its message id changes nothing.
///
/// # Errors
/// When the database fails.
pub fn take_in(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    arrived: &Arrived,
) -> Result<Taken, Fault> {
    let id = arrived
        .read
        .as_ref()
        .and_then(|it| it.message_id.as_deref());
    if let Some(id) = id
        && mails::is_known(conn, id)?
    {
        return Ok(Taken::Known);
    }
    let raw = conn.keep_blob(&arrived.raw)?;
    // Without an id of its own a mail is known by its bytes.
    let key = id.map_or_else(|| format!("bytes:{raw}"), str::to_owned);
    if mails::is_known(conn, &key)? {
        return Ok(Taken::Known);
    }
    let found = match &arrived.read {
        Some(mail) if arrived.is_whole => understood(conn, moment, mail)?,
        Some(_) => Found::new(Kind::Unknown, State::Open, "inbox-finding-too-large"),
        None => Found::new(Kind::Unknown, State::Open, "inbox-finding-unreadable"),
    };
    let (kind, state) = (found.kind, found.state);
    let mail = kept(conn, moment, (arrived, raw), &found)?;
    mails::add(conn, &mail, &key)?;
    Ok(Taken::New(kind, state))
}

fn kept(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (arrived, raw): (&Arrived, BlobHash),
    found: &Found,
) -> Result<MailIn, Fault> {
    let mail = arrived.read.as_ref();
    let from = mail.and_then(|it| it.from.as_ref());
    let from_address = from.map(|it| it.address.clone()).unwrap_or_default();
    let network = match found.place.network {
        Some(network) => Some(network),
        None => place::network_of_sender(conn, &from_address)?,
    };
    let text = |field: fn(&Incoming) -> &String| mail.map(field).cloned().unwrap_or_default();
    Ok(MailIn {
        id: moment.id(),
        network,
        kind: found.kind,
        state: found.state,
        finding: found.finding.to_owned(),
        came_at: moment.now(),
        from_name: from.and_then(|it| it.name.clone()).unwrap_or_default(),
        from_address,
        subject: text(|it| &it.subject),
        body: text(|it| &it.text),
        quoted: text(|it| &it.quoted),
        letter: found.place.letter,
        gathering: found.place.gathering,
        invitation: found.place.invitation,
        partstat: found
            .said
            .as_ref()
            .and_then(|it| reply_of(it.partstat))
            .map(|it| it.word().to_owned()),
        said_at: found.said.as_ref().map(|it| it.at),
        said_sequence: found.said.as_ref().map(|it| it.sequence),
        settled_at: (found.state != State::Open).then(|| moment.now()),
        settled_by: String::new(),
        raw,
    })
}

fn understood(conn: &mut Conn<'_>, moment: &mut Moment, mail: &Incoming) -> Result<Found, Fault> {
    let own = mail.message_id.as_deref().map(|id| [id.to_owned()]);
    if let Some(own) = own
        && let Some(letter) = place::letter_of(conn, &own)?
    {
        let place = place::of_letter(conn, &letter)?;
        return Ok(Found::new(Kind::Own, State::Quiet, "inbox-finding-own").at(place));
    }
    if let Some(bounce) = &mail.bounce {
        return came_back(conn, moment, bounce);
    }
    if let Some(calendar) = &mail.calendar
        && let Some(reply) = calendar::reply(&calendar.text)
    {
        return calendar_answer(conn, moment, mail, &reply);
    }
    let letter = place::letter_of(conn, &mail.answers)?;
    let place = match &letter {
        Some(letter) => place::of_letter(conn, letter)?,
        None => Place::default(),
    };
    if mail.is_automatic {
        let found = Found::new(Kind::Automatic, State::Quiet, "inbox-finding-automatic");
        return Ok(found.at(place));
    }
    if let Some(from) = &mail.from {
        outbox::is_alive(conn, &from.address)?;
    }
    Ok(match letter {
        Some(letter) => answer(mail, &letter).at(place),
        None => Found::new(Kind::Unknown, State::Open, "inbox-finding-unknown"),
    })
}

/// A person's answer: words are the office's to read, never guessed into a yes or no.
fn answer(mail: &Incoming, letter: &Letter) -> Found {
    let is_addressee = mail
        .from
        .as_ref()
        .is_some_and(|it| is_same_address(&it.address, &letter.to_address));
    let finding = if is_addressee {
        "inbox-finding-answer"
    } else {
        "inbox-finding-answer-other"
    };
    Found::new(Kind::Answer, State::Open, finding)
}

/// A letter that came back counts only where it is known to be ours: anybody can write that
/// an address does not exist.
fn came_back(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    bounce: &mail::Bounce,
) -> Result<Found, Fault> {
    let Some(letter) = place::letter_of(conn, &bounce.message_ids)? else {
        let finding = "inbox-finding-bounce-unknown";
        return Ok(Found::new(Kind::Bounce, State::Open, finding));
    };
    let is_hard = bounce.severity == Severity::Hard;
    outbox::came_back(
        conn,
        moment,
        CameBack {
            letter: letter.id,
            is_hard,
            status: &bounce.status,
            reason: &bounce.reason,
        },
    )?;
    let finding = if is_hard {
        "inbox-finding-bounce-hard"
    } else {
        "inbox-finding-bounce-soft"
    };
    let place = place::of_letter(conn, &letter)?;
    Ok(Found::new(Kind::Bounce, State::Quiet, finding).at(place))
}

/// A calendar program's answer is written down only where sender, attendee and guest are one.
fn calendar_answer(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    mail: &Incoming,
    reply: &calendar::CalendarReply,
) -> Result<Found, Fault> {
    let open = |finding| Found::new(Kind::Calendar, State::Open, finding);
    let (place, invitation) = place::of_event(conn, &reply.uid, &reply.attendee)?;
    if place.gathering.is_none() {
        return Ok(open("inbox-finding-calendar-unknown"));
    }
    let Some(invitation) = invitation else {
        return Ok(open("inbox-finding-calendar-stranger").at(place));
    };
    let at = said_at(reply, mail.date, moment.now());
    let said = Some(Said {
        partstat: reply.partstat,
        at,
        sequence: reply.sequence,
    });
    let with = |found: Found, said| Found { said, ..found }.at(place);
    let is_sender = mail
        .from
        .as_ref()
        .is_some_and(|it| is_same_address(&it.address, &reply.attendee));
    if !is_sender {
        return Ok(with(open("inbox-finding-calendar-other"), said));
    }
    outbox::is_alive(conn, &reply.attendee)?;
    if reply_of(reply.partstat).is_none() {
        return Ok(with(open("inbox-finding-calendar-words"), said));
    }
    let last = mails::last_said(conn, invitation.id)?;
    match weigh((at, reply.sequence), &invitation, last) {
        Weight::Older => {
            let found = Found::new(Kind::Calendar, State::Quiet, "inbox-finding-calendar-older");
            return Ok(with(found, None));
        }
        Weight::OtherVersion => {
            return Ok(with(open("inbox-finding-calendar-version"), said));
        }
        Weight::Counts => {}
    }
    match place::calendar_said(conn, moment, &invitation, reply) {
        Ok(()) => {
            let found = Found::new(Kind::Calendar, State::Filed, "inbox-finding-calendar");
            Ok(with(found, said))
        }
        Err(Halt::Fault(fault)) => Err(fault),
        Err(Halt::Refused(_) | Halt::Missing | Halt::Stale) => {
            Ok(with(open("inbox-finding-calendar-late"), said))
        }
    }
}
