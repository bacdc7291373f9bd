//! Giving a second factor.

use base::{Fault, Halt, Moment};
use store::Conn;

use super::Owner;
use super::telling::{Change, account, tell};
use crate::records::factors;
use crate::records::sessions::{self, Way};
use crate::rules;

/// Takes a code of an app or a recovery code; the session opens everything then.
///
/// # Errors
/// Refused where it is neither, or was used before.
pub(crate) fn give_code(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    owner: &Owner,
    typed: &str,
) -> Result<(), Halt> {
    let account = account(conn, owner.account)?;
    if let Some(code) = rules::normal(typed) {
        if !factors::use_code(conn, owner.account, &rules::hashed(&code))? {
            return Err(wrong());
        }
        sessions::give(conn, owner.session, Way::Recovery, owner.real_now)?;
        let by = &account.name;
        return Ok(tell(conn, moment, (&account, by), Change::CodeUsed)?);
    }
    if !takes_app_code(conn, owner, typed)? {
        return Err(wrong());
    }
    Ok(sessions::give(
        conn,
        owner.session,
        Way::App,
        owner.real_now,
    )?)
}

fn wrong() -> Halt {
    Halt::at("code", "sign-in-fault-code")
}

/// Whether the code is one of the account's apps'; it is none afterwards.
fn takes_app_code(conn: &mut Conn<'_>, owner: &Owner, typed: &str) -> Result<bool, Fault> {
    let Some(seal) = owner.locks.seal() else {
        return Ok(false);
    };
    let now = owner.real_now.as_second();
    for app in factors::apps(conn, owner.account)? {
        let Some(secret) = seal.opened(app.id, &app.sealed) else {
            tracing::error!("a second factor was sealed with another key");
            continue;
        };
        if let Some(step) = rules::fitting_step(&secret, typed, (now, app.last_step))? {
            factors::note_use(conn, app.id, step, owner.real_now)?;
            return Ok(true);
        }
    }
    Ok(false)
}
