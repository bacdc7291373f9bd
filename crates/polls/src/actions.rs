//! What people do with polls: each act is change, journal entry and letters in one transaction.

mod answers;
mod asking;
mod ending;
mod making;

use base::access::Actor;
use base::{Fault, Halt, Moment};
use outbox::{About, NewLetter};
use register::Person;
use store::{Conn, Entry};
use uuid::Uuid;

use crate::records;
use crate::rules::DatePoll;

pub use answers::{ByLink, Spoken, answer_as_asked, answer_by_link, answer_for, by_link};
pub(crate) use answers::{field, for_oneself};
pub use asking::{LaidOut, lay_out, remind, send_test};
pub(crate) use asking::{Reached, reached};
pub(crate) use ending::news_counts;
pub use ending::{close, set_deadline, settle, withdraw};
pub use making::{PollInput, put_poll};

fn known(conn: &mut Conn<'_>, id: Uuid) -> Result<DatePoll, Halt> {
    records::poll(conn, id)?.ok_or(Halt::Missing)
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    poll: &DatePoll,
    (verb, detail): (&'static str, String),
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(poll.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "date-poll",
            subject: poll.id,
            detail,
        },
    )
}

/// Whether no mail can go to a person: no address, or one that letters came back from.
fn is_out_of_reach(conn: &mut Conn<'_>, person: &Person) -> Result<bool, Fault> {
    Ok(person.mail.is_empty() || outbox::is_paused(conn, &person.mail)?)
}

/// A letter of this room to a person.
fn letter<'l>(
    poll: &DatePoll,
    (kind, subject): (&'static str, &'l str),
    person: &'l Person,
    by: &'l str,
) -> NewLetter<'l> {
    NewLetter {
        network: Some(poll.network),
        kind,
        subject,
        detail: String::new(),
        about: About {
            title: poll.title.clone(),
            day: None,
        },
        to_name: &person.name,
        to_address: &person.mail,
        lang: person.lang,
        by,
    }
}
