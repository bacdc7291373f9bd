//! Answering a mail in the place of its recipient: as a calendar program, in words, or as a
//! server that knows no such address. It takes the same way in as mail from a mailbox.

use axum::extract::Path;
use base::{Fault, Halt};
use mail::{AutoSubmitted, CalendarPart, Letter, Mailbox, ReadMail};
use shell::{Answer, Form, Visit};

use super::post;
use super::room::POST;

/// What the recipient does.
enum Deed {
    /// The calendar program answers with this word of RFC 5545.
    Calendar(&'static str),
    /// The person writes.
    Words(String),
    /// The server sends the letter back for good.
    Bounce,
}

/// The longest answer in words.
const WORDS: usize = 2000;

/// Whether a mail invites.
pub(super) fn invites(mail: &ReadMail) -> bool {
    let method = mail.calendar.as_ref().and_then(|it| it.method.as_deref());
    method == Some("REQUEST")
}

pub(super) async fn give(visit: Visit, Path(id): Path<String>, mut form: Form) -> Answer {
    let (_, mail) = post::read(&visit, &id).await?;
    let deed = match form.value("deed") {
        "yes" => Deed::Calendar("ACCEPTED"),
        "tentative" => Deed::Calendar("TENTATIVE"),
        "no" => Deed::Calendar("DECLINED"),
        "bounce" => Deed::Bounce,
        _ => Deed::Words(form.text("words", WORDS)),
    };
    let back = format!("{POST}/{id}");
    let is_silent = matches!(&deed, Deed::Words(words) if words.trim().is_empty());
    if is_silent || form.is_blamed() {
        return Ok(shell::go(&visit, &back, "demo-nothing-said"));
    }
    let raw = written(&visit, &mail, deed)?;
    inbox::receive(&visit.app, raw).await?;
    Ok(shell::go(&visit, &back, "demo-answered"))
}

fn written(visit: &Visit, mail: &ReadMail, deed: Deed) -> Result<Vec<u8>, Halt> {
    let from = mail.to.first().ok_or(Halt::Missing)?;
    let to = mail.reply_to.first().or_else(|| mail.from.first());
    let answered = mail.message_id.as_deref().ok_or(Halt::Missing)?;
    let mut moment = visit.moment();
    let id: uuid::Uuid = moment.id();
    let mut letter = Letter {
        message_id: format!("{id}@antwort.example"),
        date: moment.now(),
        from: from.clone(),
        reply_to: None,
        to: to.cloned().ok_or(Halt::Missing)?,
        subject: format!("Re: {}", mail.subject),
        text: String::new(),
        html: None,
        calendar: None,
        attachments: Vec::new(),
        auto_submitted: AutoSubmitted::No,
        headers: vec![("In-Reply-To".to_owned(), format!("<{answered}>"))],
    };
    match deed {
        Deed::Words(words) => letter.text = words,
        Deed::Calendar(partstat) => {
            let invited = mail.calendar.as_ref().ok_or(Halt::Missing)?;
            let stamp = moment.now().strftime("%Y%m%dT%H%M%SZ").to_string();
            let said = (partstat, from.address.as_str(), stamp.as_str());
            letter.calendar = Some(CalendarPart {
                method: "REPLY".to_owned(),
                text: reply(&invited.text, said),
            });
        }
        Deed::Bounce => {
            letter.from = Mailbox::bare("mailer-daemon@antwort.example");
            letter.text = format!(
                "<{}>: 550 5.1.1 User unknown\n\nMessage-ID: <{answered}>\n",
                from.address
            );
        }
    }
    mail::compose(&letter).map_err(|cause| Fault::because("write an answer", cause).into())
}

/// What a calendar program makes of an invitation.
fn reply(invitation: &str, (partstat, attendee, stamp): (&str, &str, &str)) -> String {
    let line = |name: &str| {
        let mut lines = invitation.lines();
        lines
            .find(|it| it.starts_with(name))
            .map_or_else(String::new, |it| format!("{}\r\n", it.trim_end()))
    };
    let (uid, sequence) = (line("UID:"), line("SEQUENCE:"));
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kreis//Demo//DE\r\nMETHOD:REPLY\r\n\
         BEGIN:VEVENT\r\n{uid}{sequence}DTSTAMP:{stamp}\r\n\
         ATTENDEE;PARTSTAT={partstat}:mailto:{attendee}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}
