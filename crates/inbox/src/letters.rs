//! The office's one mail in the morning.

use base::{Fault, NetworkId};
use calendar::dates;
use gatherings::{Gathering, Invitation, Reply};
use outbox::Sheet;
use shell::{Addressed, App, Content, LetterKind, Link, record};
use store::Conn;

use crate::links;
use crate::morning::{self, News, Span};
use crate::rules::beginning;

/// What happened since the morning before; the subject is the network's id.
pub const DIGEST: &str = "inbox.digest";

pub(crate) const LETTERS: &[LetterKind] = &[LetterKind {
    kind: DIGEST,
    compose: digest,
    sample: None,
}];

fn digest(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let id: NetworkId = to
        .subject
        .parse()
        .map_err(|cause| Fault::because("read a morning's network", cause))?;
    let span: Span = serde_json::from_str(&to.detail)
        .map_err(|cause| Fault::because("read what a morning tells", cause))?;
    let Some(network) = register::network(conn, id)? else {
        return Ok(None);
    };
    let news = morning::news(conn, app, &network, span)?;
    if news.is_empty(span) {
        return Ok(None);
    }
    let mut sheet = Sheet::new(conn, &app.phrases, to)?;
    let (day, _) = morning::local(&network, span.until);
    let day = dates::day_long(day, to.lang);
    sheet.text(sheet.tell("inbox-digest-opening", &[("day", day.clone().into())]));
    replies(conn, &mut sheet, &news)?;
    mails(&mut sheet, &news);
    due(&mut sheet, &news, span);
    missing(&mut sheet, &news);
    for told in news.told {
        sheet.heading(told.heading);
        sheet.list(told.points);
    }
    let path = format!("/{}/intern", network.slug);
    let start = Link::new(sheet.say("inbox-digest-start"), app.url(to.lang, &path));
    let inbox = links::inbox(&network.slug);
    let inbox = Link::new(sheet.say("inbox-digest-inbox"), app.url(to.lang, &inbox));
    sheet.links(vec![start, inbox]);
    let subject = sheet.tell("inbox-digest-subject", &[("day", day.into())]);
    let (subject, text, html) = sheet.finished(&subject, &sheet.say("inbox-digest-because"))?;
    Ok(Some(Content {
        subject,
        text,
        html: Some(html),
        automatic: true,
        ..Content::default()
    }))
}

fn replies(conn: &mut Conn<'_>, sheet: &mut Sheet<'_>, news: &News) -> Result<(), Fault> {
    if news.replies.is_empty() {
        return Ok(());
    }
    sheet.heading(sheet.say("inbox-digest-replies"));
    let mut points = Vec::new();
    for (gathering, fresh) in &news.replies {
        for invitation in fresh {
            points.push(reply(conn, sheet, gathering, invitation)?);
        }
    }
    sheet.list(points);
    Ok(())
}

/// A guest's answer with all that was said with it.
fn reply(
    conn: &mut Conn<'_>,
    sheet: &Sheet<'_>,
    gathering: &Gathering,
    invitation: &Invitation,
) -> Result<String, Fault> {
    let guest = register::person(conn, invitation.person)?;
    let reply = sheet.say(invitation.reply.map_or("invitations-no-reply", Reply::key));
    let (deputy, note) = (invitation.deputy.as_str(), beginning(&invitation.note, 300));
    let key = match (deputy.is_empty(), note.is_empty()) {
        (true, true) => "inbox-digest-reply",
        (false, true) => "inbox-digest-reply-deputy",
        (true, false) => "inbox-digest-reply-note",
        (false, false) => "inbox-digest-reply-deputy-note",
    };
    let args = [
        ("name", guest.map(|it| it.name).unwrap_or_default().into()),
        ("reply", reply.into()),
        ("title", record(&gathering.title)),
        ("deputy", deputy.into()),
        ("note", note.into()),
    ];
    Ok(sheet.tell(key, &args))
}

fn mails(sheet: &mut Sheet<'_>, news: &News) {
    if news.mails.is_empty() {
        return;
    }
    sheet.heading(sheet.say("inbox-digest-mails"));
    let points = news.mails.iter().map(|mail| {
        let name = if mail.from_name.is_empty() {
            &mail.from_address
        } else {
            &mail.from_name
        };
        let subject = beginning(&mail.subject, 80);
        sheet.tell(
            "inbox-digest-mail",
            &[("name", name.as_str().into()), ("subject", subject.into())],
        )
    });
    let points = points.collect();
    sheet.list(points);
}

fn due(sheet: &mut Sheet<'_>, news: &News, span: Span) {
    let counts = [
        (
            "inbox-digest-reminders",
            i64::try_from(span.reminders).unwrap_or(0),
        ),
        ("inbox-digest-bounces", news.bounces),
        (
            "inbox-digest-paused",
            i64::try_from(news.paused).unwrap_or(0),
        ),
        ("inbox-digest-waiting", news.waiting),
        ("inbox-digest-failed", news.failed),
    ];
    let points: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| sheet.tell(key, &[("count", count.into())]))
        .collect();
    if !points.is_empty() {
        sheet.heading(sheet.say("inbox-digest-due"));
        sheet.list(points);
    }
}

fn missing(sheet: &mut Sheet<'_>, news: &News) {
    if news.missing.is_empty() {
        return;
    }
    sheet.heading(sheet.say("inbox-digest-missing"));
    let points = news.missing.iter().map(|(gathering, counts)| {
        let day = dates::day(gathering.starts.date(), base::Lang::De);
        sheet.tell(
            "inbox-digest-missing-of",
            &[
                ("title", record(&gathering.title)),
                ("day", day.into()),
                ("silent", counts.silent.into()),
                ("guests", counts.guests.into()),
            ],
        )
    });
    let points = points.collect();
    sheet.list(points);
}
