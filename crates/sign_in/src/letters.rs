//! The room's only letter: something has changed about somebody's second factor.

use base::{AccountId, Fault};
use shell::{Addressed, App, Content, LetterKind};
use store::Conn;

use crate::actions::Change;
use crate::links;

/// The kind of the letter.
pub(crate) const CHANGED: &str = "sign_in.changed";

/// The room's letters.
pub(crate) const LETTERS: &[LetterKind] = &[LetterKind {
    kind: CHANGED,
    compose: changed,
    sample: None,
}];

/// What happened, when it did not come from the person, and where to look.
fn changed(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let Ok(account) = to.subject.parse::<AccountId>() else {
        return Ok(None);
    };
    let is_open = register::account(conn, account)?.is_some_and(|it| !it.ended);
    let change = Change::ALL.into_iter().find(|it| it.word() == to.detail);
    let Some(change) = change.filter(|_| is_open) else {
        return Ok(None);
    };
    let args = [
        ("site", app.settings.base_url.as_str().into()),
        ("link", app.url(to.lang, links::FACTORS).into()),
        ("what", app.phrases.say(to.lang, change.sentence()).into()),
    ];
    Ok(Some(Content {
        subject: app.phrases.tell(to.lang, "sign-in-letter-subject", &args),
        text: app.phrases.tell(to.lang, change.text(), &args),
        automatic: true,
        ..Content::default()
    }))
}
