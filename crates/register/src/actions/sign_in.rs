//! Signing in and out: one-time links, passwords, sessions. All by the machine's clock.

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use base::access::Actor;
use base::{AccountId, Fault, Halt, Lang, Moment, SessionId};
use jiff::{SignedDuration, Timestamp};
use store::Conn;

use super::Check;
use crate::access_links::{self, AccessLink, Issue};
use crate::records::accounts;
use crate::records::sessions;
use crate::rules;

/// What sign-in links are for.
pub(crate) const SIGN_IN: &str = "sign-in";

/// How long a mailed sign-in link opens.
pub const LINK_LIVES: SignedDuration = SignedDuration::from_mins(15);

/// No sign-in link opens for longer; one that seems to was issued while the clock was ahead.
const LINK_LIVES_AT_MOST: SignedDuration = SignedDuration::from_hours(24);

/// The shortest and longest password, in characters.
pub(crate) const PASSWORD_LENGTH: std::ops::RangeInclusive<usize> = 12..=200;

/// Issues a one-time sign-in link and says its path, without the language.
///
/// # Errors
/// When the database cannot be written.
pub fn sign_in_link(
    conn: &mut Conn<'_>,
    real_moment: &mut Moment,
    account: AccountId,
    lives: SignedDuration,
    onward: &str,
) -> Result<String, Fault> {
    let now = real_moment.now();
    let issue = Issue {
        purpose: SIGN_IN,
        subject: onward.to_owned(),
        person: None,
        account: Some(account),
        expires_at: now.checked_add(lives).unwrap_or(now),
    };
    let token = access_links::issue(conn, real_moment, issue)?;
    Ok(crate::links::sign_in_link(&token))
}

/// The account that a sign-in link opens and where it leads then; changes nothing.
pub(crate) fn sign_in_target(
    conn: &mut Conn<'_>,
    token: &str,
    real_now: Timestamp,
) -> Result<Option<(AccessLink, AccountId)>, Fault> {
    let Some(link) = access_links::find(conn, SIGN_IN, token, real_now)? else {
        return Ok(None);
    };
    let is_of_today = link.expires_at.duration_since(real_now) <= LINK_LIVES_AT_MOST;
    let Some(account) = link.account.filter(|_| is_of_today) else {
        return Ok(None);
    };
    let open = accounts::account(conn, account)?.is_some_and(|it| !it.ended);
    Ok(open.then_some((link, account)))
}

/// Signs in by a link, which then opens nothing any more; says the session's token and where
/// it leads.
///
/// # Errors
/// Missing where the link opens nothing.
pub fn sign_in_by_link(
    conn: &mut Conn<'_>,
    real_moment: &mut Moment,
    token: &str,
    browser: &str,
) -> Result<(String, String), Halt> {
    let (link, account) = sign_in_target(conn, token, real_moment.now())?.ok_or(Halt::Missing)?;
    access_links::revoke(conn, link.id, real_moment.now())?;
    let session = open_session(conn, real_moment, account, browser)?;
    Ok((session, link.subject))
}

/// Opens a session and says its token, which goes into the cookie and is known nowhere else.
///
/// # Errors
/// When the database cannot be written.
pub fn open_session(
    conn: &mut Conn<'_>,
    real_moment: &mut Moment,
    account: AccountId,
    browser: &str,
) -> Result<String, Fault> {
    Ok(open_known_session(conn, real_moment, account, browser)?.1)
}

/// The same, for a room that has more to say about the session.
///
/// # Errors
/// When the database cannot be written.
pub fn open_known_session(
    conn: &mut Conn<'_>,
    real_moment: &mut Moment,
    account: AccountId,
    browser: &str,
) -> Result<(SessionId, String), Fault> {
    let token = rules::url_text(&real_moment.secret());
    let id: SessionId = real_moment.id();
    let now = real_moment.now();
    sessions::insert(conn, id, account, &rules::hashed(&token), browser, now)?;
    Ok((id, token))
}

/// Ends one session of the person who acts.
///
/// # Errors
/// Missing where it is nobody's or another's.
pub fn end_session(conn: &mut Conn<'_>, who: &Actor, session: SessionId) -> Result<(), Halt> {
    let account = who.account.ok_or(Halt::Missing)?;
    if sessions::end(conn, account, session)? {
        Ok(())
    } else {
        Err(Halt::Missing)
    }
}

/// Ends all sessions of the person who acts but this one.
///
/// # Errors
/// Missing where nobody is signed in.
pub fn end_other_sessions(
    conn: &mut Conn<'_>,
    who: &Actor,
    kept: Option<SessionId>,
) -> Result<(), Halt> {
    let account = who.account.ok_or(Halt::Missing)?;
    Ok(sessions::end_others(conn, account, kept)?)
}

/// Changes one's own name and language.
///
/// # Errors
/// Refused where the name is empty.
pub fn change_account(
    conn: &mut Conn<'_>,
    who: &Actor,
    name: &str,
    lang: Lang,
) -> Result<(), Halt> {
    let mut account = own(conn, who)?;
    let mut check = Check::default();
    check.filled(name, "name");
    check.done()?;
    name.clone_into(&mut account.name);
    account.lang = lang;
    Ok(accounts::update(conn, &account)?)
}

/// Keeps a password's hash for one's own account, or none; ends all other sessions.
///
/// # Errors
/// Missing where nobody is signed in.
pub fn keep_password(
    conn: &mut Conn<'_>,
    who: &Actor,
    hash: Option<String>,
    kept: Option<SessionId>,
) -> Result<(), Halt> {
    let mut account = own(conn, who)?;
    account.password = hash;
    accounts::update(conn, &account)?;
    Ok(sessions::end_others(conn, account.id, kept)?)
}

fn own(conn: &mut Conn<'_>, who: &Actor) -> Result<accounts::Account, Halt> {
    let id = who.account.ok_or(Halt::Missing)?;
    accounts::account(conn, id)?.ok_or(Halt::Missing)
}

/// The hash of a password; slow on purpose, so never call it in a transaction.
///
/// # Errors
/// Refused where the password is too short or too long.
pub fn password_hash(real_moment: &mut Moment, password: &str) -> Result<String, Halt> {
    let mut check = Check::default();
    check.must(
        PASSWORD_LENGTH.contains(&password.chars().count()),
        "password",
        "register-fault-password-length",
    );
    check.done()?;
    let salt = SaltString::encode_b64(&real_moment.secret())
        .map_err(|cause| Fault::new(format!("salt a password: {cause}")))?;
    let hash = Argon2::default()
        .hash_password(password.as_bytes(), &salt)
        .map_err(|cause| Fault::new(format!("hash a password: {cause}")))?;
    Ok(hash.to_string())
}

/// A hash that no password fits, so that an unknown address takes as long as a known one.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$S3JlaXNLcmVpc0tyZWlz$\
                      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Whether a password fits a hash; as slow without a hash as with one.
pub(crate) fn password_fits(hash: Option<&str>, password: &str) -> bool {
    let known = hash.is_some();
    let Ok(hash) = PasswordHash::new(hash.unwrap_or(NOBODY)) else {
        return false;
    };
    let fits = Argon2::default()
        .verify_password(password.as_bytes(), &hash)
        .is_ok();
    fits && known
}
