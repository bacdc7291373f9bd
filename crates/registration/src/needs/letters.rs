//! The mail that says that what somebody needs is seen to. It repeats nothing of it, not even
//! in its subject.

use base::{Fault, GatheringId};
use outbox::Sheet;
use shell::{Addressed, App, Content, LetterKind, record};
use store::Conn;
use uuid::Uuid;

use super::rules::NeedState;
use super::{links, records};

/// What somebody told is seen to; the subject is the need's id. Once it went, nothing says any
/// more to whom.
pub const CONFIRMED: &str = "needs.confirmed";

/// There are needs that nobody has seen to; the subject is the gathering's id.
pub const NEWS: &str = "needs.news";

pub(crate) const LETTERS: &[LetterKind] = &[
    LetterKind {
        kind: CONFIRMED,
        compose: confirmed,
        sample: None,
    },
    LetterKind {
        kind: NEWS,
        compose: news,
        sample: None,
    },
];

fn news(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let Ok(id) = to.subject.parse::<GatheringId>() else {
        return Ok(None);
    };
    let Some(it) = gatherings::gathering(conn, id)? else {
        return Ok(None);
    };
    let open = records::open_count(conn, id)?;
    let network = register::network(conn, it.network)?;
    let (Some(network), 1..) = (network, open) else {
        return Ok(None);
    };
    let mut sheet = Sheet::new(conn, &app.phrases, to)?;
    let args = [
        ("name", to.to_name.as_str().into()),
        ("title", record(it.title.as_str())),
        (
            "day",
            calendar::dates::day_long(it.starts.date(), to.lang).into(),
        ),
        ("count", open.into()),
    ];
    sheet.text(sheet.tell("needs-letter-hello", &args));
    sheet.text(sheet.tell("needs-letter-news", &args));
    let href = app.url(to.lang, &links::list(&network.slug, &it.slug, ""));
    sheet.doors(vec![shell::Link::new(sheet.say("needs-letter-open"), href)]);
    let subject = sheet.tell("needs-letter-news-subject", &args);
    let because = sheet.say("needs-letter-news-because");
    let (subject, text, html) = sheet.finished(&subject, &because)?;
    Ok(Some(Content {
        subject,
        text,
        html: Some(html),
        automatic: true,
        ..Content::default()
    }))
}

fn confirmed(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let Ok(id) = to.subject.parse::<Uuid>() else {
        return Ok(None);
    };
    let Some((need, whose)) = records::need(conn, id)? else {
        return Ok(None);
    };
    let Some(it) = gatherings::gathering(conn, whose.gathering)? else {
        return Ok(None);
    };
    if need.state != NeedState::Confirmed {
        return Ok(None);
    }
    let mut sheet = Sheet::new(conn, &app.phrases, to)?;
    let args = [
        ("name", to.to_name.as_str().into()),
        ("title", record(it.title.as_str())),
        (
            "day",
            calendar::dates::day_long(it.starts.date(), to.lang).into(),
        ),
    ];
    sheet.text(sheet.tell("needs-letter-hello", &args));
    sheet.text(sheet.tell("needs-letter-text", &args));
    sheet.text(sheet.say("needs-letter-questions"));
    let subject = sheet.tell("needs-letter-subject", &args);
    let (subject, text, html) = sheet.finished(&subject, &sheet.say("needs-letter-because"))?;
    Ok(Some(Content {
        subject,
        text,
        html: Some(html),
        ..Content::default()
    }))
}
