//! The register's only letter: a one-time sign-in link.

use base::{AccountId, Fault};
use jiff::SignedDuration;
use shell::{Addressed, App, Content, LetterKind};
use store::Conn;

use crate::actions::{LINK_LIVES, sign_in_link};
use crate::records::accounts;

/// The kind of the letter.
pub(crate) const SIGN_IN: &str = "register.sign_in";

/// The register's letters.
pub(crate) const LETTERS: &[LetterKind] = &[LetterKind {
    kind: SIGN_IN,
    compose: sign_in,
}];

/// A link that nobody waits for any more is not sent.
const WAITED_FOR: SignedDuration = SignedDuration::from_hours(2);

/// The link is made when the letter goes out, so that its term begins then and its token
/// lies nowhere before.
fn sign_in(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let Ok(account) = to.subject.parse::<AccountId>() else {
        return Ok(None);
    };
    let is_open = accounts::account(conn, account)?.is_some_and(|it| !it.ended);
    let waited = app.real_clock.now().duration_since(to.written_at);
    if !is_open || waited > WAITED_FOR {
        return Ok(None);
    }
    let mut moment = app.real_moment();
    let path = sign_in_link(conn, &mut moment, account, LINK_LIVES, &to.detail)?;
    let args = [
        ("link", app.url(to.lang, &path).into()),
        ("site", app.settings.base_url.as_str().into()),
        ("minutes", LINK_LIVES.as_mins().into()),
    ];
    Ok(Some(Content {
        subject: app
            .phrases
            .say(to.lang, "register-letter-sign-in-subject")
            .to_owned(),
        text: app
            .phrases
            .tell(to.lang, "register-letter-sign-in-text", &args),
        automatic: true,
        ..Content::default()
    }))
}
