//! Passkeys: tying one to the account, and giving one.

use base::{Halt, Moment};
use serde_json::Value;
use store::Conn;
use uuid::Uuid;

use super::Owner;
use super::owning::{added, refuse_many};
use super::telling::account;
use crate::passkeys::Site;
use crate::records::passkeys::{self, Purpose};
use crate::records::sessions::{self, Way};

/// What the browser is asked for a new passkey.
///
/// # Errors
/// Refused where there are many factors already.
pub(crate) fn ask_for_new(conn: &mut Conn<'_>, owner: &Owner, site: &Site) -> Result<Value, Halt> {
    refuse_many(conn, owner.account)?;
    let account = account(conn, owner.account)?;
    let there = keys(passkeys::of_account(conn, owner.account)?);
    let asked = site.ask_for_new(owner.account, (&account.mail, &account.name), &there)?;
    let kept = (Purpose::New, asked.state.as_str());
    passkeys::ask(conn, owner.session, kept, owner.real_now)?;
    Ok(asked.question)
}

fn keys(there: Vec<(Uuid, String)>) -> Vec<String> {
    there.into_iter().map(|(_, key)| key).collect()
}

fn late() -> Halt {
    Halt::no("sign-in-fault-passkey-late")
}

/// Ties the passkey that answers; says the recovery codes where these are the account's first.
///
/// # Errors
/// Refused where the browser was not asked, was asked too long ago, or answers wrongly.
pub(crate) fn tie_passkey(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (owner, site): (&Owner, &Site),
    (name, said): (&str, &str),
) -> Result<Vec<String>, Halt> {
    let state = passkeys::take(conn, owner.session, Purpose::New, owner.real_now)?;
    let key = site.new_key(&state.ok_or_else(late)?, said)?;
    refuse_many(conn, owner.account)?;
    let id: Uuid = moment.id();
    passkeys::insert(conn, (id, owner.account), (name, &key), owner.real_now)?;
    sessions::give(conn, owner.session, Way::Passkey, owner.real_now)?;
    added(conn, moment, owner)
}

/// What the browser is asked for a passkey of the account.
///
/// # Errors
/// Missing where it has none.
pub(crate) fn ask_for_known(
    conn: &mut Conn<'_>,
    owner: &Owner,
    site: &Site,
) -> Result<Value, Halt> {
    let there = keys(passkeys::of_account(conn, owner.account)?);
    if there.is_empty() {
        return Err(Halt::Missing);
    }
    let asked = site.ask_for_known(&there)?;
    let kept = (Purpose::Known, asked.state.as_str());
    passkeys::ask(conn, owner.session, kept, owner.real_now)?;
    Ok(asked.question)
}

/// Takes the answer of a passkey; the session opens everything then.
///
/// # Errors
/// Refused where the browser was not asked, was asked too long ago, or answers wrongly.
pub(crate) fn give_passkey(
    conn: &mut Conn<'_>,
    (owner, site): (&Owner, &Site),
    said: &str,
) -> Result<(), Halt> {
    let state = passkeys::take(conn, owner.session, Purpose::Known, owner.real_now)?;
    let state = state.ok_or_else(late)?;
    let (ids, there): (Vec<_>, Vec<_>) = passkeys::of_account(conn, owner.account)?
        .into_iter()
        .unzip();
    let (place, key) = site.known_key(&state, said, &there)?;
    let id = ids.get(place).copied().ok_or(Halt::Missing)?;
    passkeys::note_use(conn, id, &key, owner.real_now)?;
    Ok(sessions::give(
        conn,
        owner.session,
        Way::Passkey,
        owner.real_now,
    )?)
}
