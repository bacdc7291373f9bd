//! Setting factors up, naming them, taking them away.

use base::access::Actor;
use base::{AccountId, Fault, Halt, Moment};
use store::Conn;
use uuid::Uuid;

use super::Owner;
use super::telling::{Change, account, tell};
use crate::records::factors;
use crate::records::sessions::{self, Way};
use crate::rules::{self, SECRET_LENGTH};

/// Nobody needs more.
const MOST: usize = 10;

/// Makes the secret of a new app; it counts once a first code has proven it.
///
/// # Errors
/// Refused where the program has no key for secrets, or where there are many already.
pub(crate) fn begin_app(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    owner: &Owner,
) -> Result<Uuid, Halt> {
    let seal = owner
        .locks
        .seal()
        .ok_or_else(|| Halt::no("sign-in-fault-no-key"))?;
    refuse_many(conn, owner.account)?;
    let id: Uuid = moment.id();
    let secret: Vec<u8> = moment.secret().into_iter().take(SECRET_LENGTH).collect();
    let sealed = seal.sealed(moment, id, &secret)?;
    factors::begin_app(conn, (id, owner.account), &sealed, owner.real_now)?;
    Ok(id)
}

pub(super) fn refuse_many(conn: &mut Conn<'_>, account: AccountId) -> Result<(), Halt> {
    if factors::of_account(conn, account)?.len() < MOST {
        Ok(())
    } else {
        Err(Halt::no("sign-in-fault-many"))
    }
}

/// The secret of an app that is not proven yet.
///
/// # Errors
/// Missing where there is no such app.
pub(crate) fn secret_of_unproven(
    conn: &mut Conn<'_>,
    owner: &Owner,
    id: Uuid,
) -> Result<Vec<u8>, Halt> {
    let app = factors::unproven_app(conn, owner.account, id)?.ok_or(Halt::Missing)?;
    let seal = owner.locks.seal().ok_or(Halt::Missing)?;
    seal.opened(app.id, &app.sealed).ok_or(Halt::Missing)
}

/// Proves an app by its first code; says the recovery codes where these are the account's first.
///
/// # Errors
/// Missing where there is no such app; refused where the code does not fit.
pub(crate) fn confirm_app(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    owner: &Owner,
    (id, name, code): (Uuid, &str, &str),
) -> Result<Vec<String>, Halt> {
    let secret = secret_of_unproven(conn, owner, id)?;
    let now = owner.real_now.as_second();
    let step = rules::fitting_step(&secret, code, (now, 0))?
        .ok_or_else(|| Halt::at("code", "sign-in-fault-first-code"))?;
    factors::confirm(conn, id, name)?;
    factors::note_use(conn, id, step, owner.real_now)?;
    sessions::give(conn, owner.session, Way::App, owner.real_now)?;
    added(conn, moment, owner)
}

/// What every new factor brings with it.
pub(super) fn added(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    owner: &Owner,
) -> Result<Vec<String>, Halt> {
    let account = account(conn, owner.account)?;
    tell(conn, moment, (&account, &account.name), Change::Added)?;
    if factors::codes_left(conn, owner.account)? > 0 {
        return Ok(Vec::new());
    }
    Ok(fresh_codes(conn, moment, owner.account)?)
}

fn fresh_codes(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    account: AccountId,
) -> Result<Vec<String>, Fault> {
    let codes = rules::made(moment);
    let hashes: Vec<_> = codes
        .iter()
        .filter_map(|code| rules::normal(code))
        .map(|code| rules::hashed(&code))
        .collect();
    factors::set_codes(conn, account, &hashes)?;
    Ok(codes)
}

/// Makes new recovery codes, and those before useless.
///
/// # Errors
/// Missing where the account has no factor that they could stand in for.
pub(crate) fn renew_codes(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    owner: &Owner,
) -> Result<Vec<String>, Halt> {
    if factors::of_account(conn, owner.account)?.is_empty() {
        return Err(Halt::Missing);
    }
    let account = account(conn, owner.account)?;
    let by = &account.name;
    tell(conn, moment, (&account, by), Change::CodesRenewed)?;
    Ok(fresh_codes(conn, moment, owner.account)?)
}

/// Calls a factor otherwise.
///
/// # Errors
/// Missing where it is nobody's or another's.
pub(crate) fn rename(conn: &mut Conn<'_>, owner: &Owner, id: Uuid, name: &str) -> Result<(), Halt> {
    if factors::rename(conn, (id, owner.account), name)? {
        Ok(())
    } else {
        Err(Halt::Missing)
    }
}

/// Takes a factor away, and with the last one the recovery codes.
///
/// # Errors
/// Missing where it is nobody's or another's; refused where it is the last one and a role of
/// whoever acts asks for one.
pub(crate) fn remove(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (owner, who): (&Owner, &Actor),
    id: Uuid,
) -> Result<(), Halt> {
    if !factors::remove(conn, id, owner.account)? {
        return Err(Halt::Missing);
    }
    if factors::of_account(conn, owner.account)?.is_empty() {
        if rules::is_demanded(who, owner.locks.demanded_of()) {
            return Err(Halt::no("sign-in-fault-last"));
        }
        factors::set_codes(conn, owner.account, &[])?;
    }
    let account = account(conn, owner.account)?;
    Ok(tell(
        conn,
        moment,
        (&account, &account.name),
        Change::Removed,
    )?)
}

/// Takes all factors of an account away, and its recovery codes, and signs it out everywhere;
/// says whether there was anything. `by` is how the journal names the one who does it.
///
/// # Errors
/// Missing where there is no such open account.
pub fn reset(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    id: AccountId,
    by: &str,
) -> Result<bool, Halt> {
    let account = account(conn, id)?;
    if factors::remove_all(conn, id)? == 0 {
        return Ok(false);
    }
    factors::set_codes(conn, id, &[])?;
    let whose = Actor {
        account: Some(id),
        ..Actor::default()
    };
    register::actions::end_other_sessions(conn, &whose, None)?;
    tell(conn, moment, (&account, by), Change::Reset)?;
    Ok(true)
}
