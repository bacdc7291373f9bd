//! One mail: what it says, what was found, what can be done.

use askama::Template;
use base::Halt;
use gatherings::{Gathering, Reply};
use jiff::{SignedDuration, Timestamp};
use shell::{Fields, Form, Marked, Page, Visit};
use store::Conn;

use super::{instant, label, sender, subject};
use crate::links;
use crate::records::mails::MailIn;
use crate::rules::State;

/// How far back gatherings are offered for filing.
const OFFERED: SignedDuration = SignedDuration::from_hours(24 * 120);

/// One mail.
#[derive(Template)]
#[template(path = "inbox/mail.html")]
pub(crate) struct MailPage {
    pub(crate) page: Page,
    sender: String,
    address: String,
    when: String,
    kind: &'static str,
    state: &'static str,
    is_open: bool,
    finding: String,
    settled: String,
    body: String,
    quoted: String,
    said: Option<&'static str>,
    files: Vec<FileLine>,
    here: String,
    gathering: Option<(Marked, String)>,
    answers: Option<Answers>,
    fields: Fields,
    choices: Vec<(String, String)>,
}

/// A file of a mail.
struct FileLine {
    name: String,
    size: String,
    href: String,
}

/// Whose answer can be written down here.
struct Answers {
    name: String,
    now: String,
    doors: Vec<(&'static str, &'static str)>,
}

/// A mail of the network of the visit.
pub(crate) fn mail_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    mail: &MailIn,
    form: Form,
) -> Result<MailPage, Halt> {
    let network = visit.network()?;
    let here = visit.href(&links::mail(&network.slug, mail.id, ""));
    let gathering = match mail.gathering {
        Some(id) => gatherings::gathering(conn, id)?,
        None => None,
    };
    let page = Page::of_record(visit, subject(visit, mail))
        .below_record(&network.name, &format!("/{}", network.slug))
        .below(visit.say("inbox-title"), &links::inbox(&network.slug))
        .here();
    Ok(MailPage {
        page,
        sender: sender(visit, mail),
        address: mail.from_address.clone(),
        when: instant(visit, mail.came_at),
        kind: mail.kind.key(),
        state: mail.state.key(),
        is_open: mail.state == State::Open,
        finding: mail.finding.clone(),
        settled: settled(visit, mail),
        body: mail.body.clone(),
        quoted: mail.quoted.clone(),
        said: mail
            .partstat
            .as_deref()
            .and_then(Reply::from_word)
            .map(Reply::key),
        files: files(conn, visit, mail, &here)?,
        answers: answers(conn, visit, mail, gathering.as_ref())?,
        gathering: gathering.map(|it| {
            let path = gatherings::links::gathering(&network.slug, &it.slug);
            (label(visit, &it), visit.href(&path))
        }),
        fields: Fields::new(visit, form).labelled("reply", visit.say("inbox-answer")),
        choices: choices(conn, visit)?,
        here,
    })
}

fn settled(visit: &Visit, mail: &MailIn) -> String {
    let (Some(at), false) = (mail.settled_at, mail.settled_by.is_empty()) else {
        return String::new();
    };
    visit.tell(
        "inbox-settled-by",
        &[
            ("name", mail.settled_by.as_str().into()),
            ("when", instant(visit, at).into()),
        ],
    )
}

fn files(
    conn: &mut Conn<'_>,
    visit: &Visit,
    mail: &MailIn,
    here: &str,
) -> Result<Vec<FileLine>, Halt> {
    let raw = conn.blob(mail.raw)?;
    let files = mail::incoming(&raw).map(|it| it.attachments);
    let lines = files.unwrap_or_default().into_iter().enumerate();
    Ok(lines
        .map(|(number, file)| FileLine {
            name: file
                .file_name
                .filter(|it| !it.trim().is_empty())
                .unwrap_or_else(|| visit.say("inbox-file-nameless").to_owned()),
            size: visit.tell(
                "outbox-kilobytes",
                &[("count", file.bytes.len().div_ceil(1024).into())],
            ),
            href: format!("{here}/anlage/{number}"),
        })
        .collect())
}

/// The three answers, where the sender is a guest who can still answer.
fn answers(
    conn: &mut Conn<'_>,
    visit: &Visit,
    mail: &MailIn,
    gathering: Option<&Gathering>,
) -> Result<Option<Answers>, Halt> {
    let (Some(id), Some(gathering)) = (mail.invitation, gathering) else {
        return Ok(None);
    };
    let is_to_come =
        gathering.state == gatherings::State::Announced && gathering.starts_at > visit.now;
    let Some(invitation) = gatherings::invitation(conn, id)?.filter(|it| !it.withdrawn) else {
        return Ok(None);
    };
    let guest = register::person(conn, invitation.person)?;
    Ok(guest.filter(|_| is_to_come).map(|guest| Answers {
        name: guest.name,
        now: visit
            .say(invitation.reply.map_or("invitations-no-reply", Reply::key))
            .to_owned(),
        doors: Reply::ALL.map(|it| (it.word(), it.key())).into(),
    }))
}

/// The gatherings that a mail can be filed at: those to come and those of the last months.
fn choices(conn: &mut Conn<'_>, visit: &Visit) -> Result<Vec<(String, String)>, Halt> {
    let network = visit.network()?.id;
    let since: Timestamp = visit.now.checked_sub(OFFERED).unwrap_or(visit.now);
    let all = gatherings::filed_since(conn, network, since)?;
    Ok(all
        .into_iter()
        .map(|(id, title, starts)| {
            let day = calendar::dates::day_short(starts.date(), visit.lang);
            (id.to_string(), format!("{title}, {day}"))
        })
        .collect())
}
