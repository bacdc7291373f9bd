//! Giving accounts to those who speak for members, and laying out the mails that say so.

use base::access::Actor;
use base::{AccountId, Halt, Moment, NetworkId, PersonId};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use outbox::{NewLetter, State};
use store::Conn;

use super::letter::ACCESS;
use super::records::{self, Shown};
use crate::actions::create_account;
use crate::records::{network, person};

/// What has become of a wish to hand records over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entrusted {
    /// How many mails wait in the outbox now.
    pub laid: usize,
    /// How many people have no mail address.
    pub without_mail: usize,
    /// How many addresses already stand for somebody else.
    pub taken: usize,
    /// How many have a mail that waits already.
    pub waiting: usize,
}

/// Gives accounts to those who speak for members, and lays out a mail to each that says how to
/// sign in; the office releases these. Without anybody named: to all who have none yet.
///
/// # Errors
/// When the database fails; missing where somebody named does not speak for a member.
pub fn entrust(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    here: NetworkId,
    people: Option<&[PersonId]>,
) -> Result<Entrusted, Halt> {
    let on = moment.now().to_zoned(TimeZone::UTC).date();
    let chosen: Vec<PersonId> = match people {
        Some(people) => people.to_vec(),
        None => records::speakers(conn, (here, on), Shown::Without, (i64::MAX, 0))?
            .into_iter()
            .map(|it| it.person)
            .collect(),
    };
    let mut done = Entrusted::default();
    for id in chosen {
        let speaker = records::speaker(conn, (here, on), id)?.ok_or(Halt::Missing)?;
        if speaker.mail.is_empty() {
            done.without_mail += 1;
            continue;
        }
        match create_account(conn, moment, who, here, id) {
            Ok(account) => invite(conn, moment, who, (here, id, account), &mut done)?,
            Err(Halt::Refused(_)) => done.taken += 1,
            Err(other) => return Err(other),
        }
    }
    Ok(done)
}

/// Lets whoever follows in a function sign in as the one before could: the account and the mail
/// are the successor's own. Nothing where the one before had none, or no address is known.
///
/// # Errors
/// When the database fails.
pub(crate) fn entrust_successor(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (here, from, to): (NetworkId, PersonId, PersonId),
) -> Result<(), Halt> {
    let before = crate::records::accounts::account_of(conn, from)?;
    let successor = person(conn, to)?;
    let has_mail = successor.is_some_and(|it| !it.mail.is_empty());
    let has_account = crate::records::accounts::account_of(conn, to)?.is_some();
    if before.is_none_or(|it| it.ended) || !has_mail || has_account {
        return Ok(());
    }
    match create_account(conn, moment, who, here, to) {
        Ok(account) => invite(
            conn,
            moment,
            who,
            (here, to, account),
            &mut Entrusted::default(),
        ),
        // The address stands for somebody else: the office sees it at the person.
        Err(Halt::Refused(_)) => Ok(()),
        Err(other) => Err(other),
    }
}

fn invite(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (here, id, account): (NetworkId, PersonId, AccountId),
    done: &mut Entrusted,
) -> Result<(), Halt> {
    let subject = account.to_string();
    let before = outbox::letters_about(conn, ACCESS, &subject)?;
    if before
        .iter()
        .any(|it| matches!(it.state, State::Waiting | State::Queued))
    {
        done.waiting += 1;
        return Ok(());
    }
    let it = person(conn, id)?.ok_or(Halt::Missing)?;
    let network = network(conn, here)?.ok_or(Halt::Missing)?;
    let letter = NewLetter {
        network: Some(here),
        kind: ACCESS,
        subject: &subject,
        detail: id.to_string(),
        about: outbox::About {
            title: network.name,
            day: None::<Date>,
        },
        to_name: &it.name,
        to_address: &it.mail,
        lang: it.lang,
        by: &who.name,
    };
    outbox::lay_out(conn, moment, &letter)?;
    done.laid += 1;
    Ok(())
}
