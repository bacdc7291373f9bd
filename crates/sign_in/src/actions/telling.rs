//! Who hears of a change: the journal of the person's records, and the person by mail.

use base::{AccountId, Fault, Halt, Moment};
use outbox::{About, NewLetter};
use register::Account;
use store::{Conn, Entry};

use crate::letters;
use crate::records::factors;

/// Something that has happened to somebody's second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    Added,
    Removed,
    Reset,
    CodesRenewed,
    CodeUsed,
}

impl Change {
    /// All of them.
    pub(crate) const ALL: [Self; 5] = [
        Self::Added,
        Self::Removed,
        Self::Reset,
        Self::CodesRenewed,
        Self::CodeUsed,
    ];

    /// The word in the letter's detail, by which its phrase chooses.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Reset => "reset",
            Self::CodesRenewed => "codes-renewed",
            Self::CodeUsed => "code-used",
        }
    }

    /// Phrase key of the sentence that tells it.
    pub(crate) const fn sentence(self) -> &'static str {
        match self {
            Self::Added => "sign-in-letter-added",
            Self::Removed => "sign-in-letter-removed",
            Self::Reset => "sign-in-letter-reset",
            Self::CodesRenewed => "sign-in-letter-codes-renewed",
            Self::CodeUsed => "sign-in-letter-code-used",
        }
    }

    /// Phrase key of the whole text: what the operator did was not the person.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Reset => "sign-in-letter-text-reset",
            _ => "sign-in-letter-text",
        }
    }

    const fn verb(self) -> &'static str {
        match self {
            Self::Added => "sign-in-factor-added",
            Self::Removed => "sign-in-factor-removed",
            Self::Reset => "sign-in-factor-reset",
            Self::CodesRenewed => "sign-in-codes-renewed",
            Self::CodeUsed => "sign-in-code-used",
        }
    }
}

/// The account, while it is open.
pub(crate) fn account(conn: &mut Conn<'_>, id: AccountId) -> Result<Account, Halt> {
    register::account(conn, id)?
        .filter(|it| !it.ended)
        .ok_or(Halt::Missing)
}

/// Notes a change and writes to whom it happened. The name of a factor is nobody else's business.
pub(crate) fn tell(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (account, by): (&Account, &str),
    change: Change,
) -> Result<(), Fault> {
    note(conn, moment, (account, by), change)?;
    let subject = account.id.to_string();
    outbox::send_now(
        conn,
        moment,
        &NewLetter {
            // Of no network: what an account has is no office's business to read.
            network: None,
            kind: letters::CHANGED,
            subject: &subject,
            detail: change.word().to_owned(),
            about: About::default(),
            to_name: &account.name,
            to_address: &account.mail,
            lang: account.lang,
            by,
        },
    )?;
    Ok(())
}

/// On the record of every person behind the account, or on the account where there is none.
fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (account, by): (&Account, &str),
    change: Change,
) -> Result<(), Fault> {
    let people = factors::people(conn, account.id)?;
    let mut entry = Entry {
        network: None,
        account: (by == account.name).then_some(account.id),
        actor: by,
        verb: change.verb(),
        kind: "account",
        subject: account.id.into(),
        detail: String::new(),
    };
    if people.is_empty() {
        return conn.note(moment, &entry);
    }
    entry.kind = "person";
    for (network, person) in people {
        entry.network = Some(network);
        entry.subject = person.into();
        conn.note(moment, &entry)?;
    }
    Ok(())
}
