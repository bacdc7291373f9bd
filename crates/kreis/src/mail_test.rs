//! `kreis mail test`: what can be seen of mail from this machine, in plain words.

use base::{Blame, Halt, Moment};
use mail::{AutoSubmitted, Finding, Letter, Level, MailSettings, Mailbox, Probe};
use shell::Arg;

use crate::settings::Settings;
use crate::words::Words;

/// Tries the settings and prints what was found; refused where mail cannot go out or in.
pub(crate) async fn test(
    settings: &Settings,
    to: Option<&str>,
    send: bool,
    mut moment: Moment,
    words: &Words,
) -> Result<(), Halt> {
    let mailbox = settings.mailbox.as_ref();
    let settings = &settings.mail;
    let recipient = to.unwrap_or(&settings.from);
    let letter = send.then(|| letter(settings, recipient, &mut moment, words));
    let probe = Probe {
        recipient,
        letter: letter.as_ref(),
    };
    let mut findings = mail::check(settings, probe).await;
    findings.extend(mail::check_mailbox(mailbox).await);
    for finding in &findings {
        println!("{}", line(finding, words));
    }
    let faults = findings
        .iter()
        .filter(|it| it.level() == Level::Fault)
        .count();
    if faults > 0 {
        return Err(Halt::Refused(vec![
            Blame::at("", "mail-check-failed").with("count", faults),
        ]));
    }
    println!("{}", words.say("mail-check-passed"));
    Ok(())
}

fn line(finding: &Finding, words: &Words) -> String {
    let level = match finding.level() {
        Level::Ok => "mail-check-level-ok",
        Level::Task => "mail-check-level-task",
        Level::Warning => "mail-check-level-warning",
        Level::Fault => "mail-check-level-fault",
    };
    let args: Vec<(&str, Arg)> = finding
        .args()
        .into_iter()
        .map(|(name, value)| (name, Arg::from(value)))
        .collect();
    let sentence = words.tell(finding.key(), &args);
    words.tell(level, &[("sentence", sentence.into())])
}

fn letter(settings: &MailSettings, recipient: &str, moment: &mut Moment, words: &Words) -> Letter {
    let id: base::LetterId = moment.id();
    let domain = mail::domain_of(&settings.from).unwrap_or("localhost".into());
    Letter {
        message_id: format!("{id}@{domain}"),
        date: moment.now(),
        from: Mailbox::named("Kreis", &settings.from),
        reply_to: None,
        to: Mailbox::bare(recipient),
        subject: words.say("mail-check-letter-subject"),
        text: words.say("mail-check-letter-text"),
        html: None,
        calendar: None,
        attachments: Vec::new(),
        auto_submitted: AutoSubmitted::No,
        headers: Vec::new(),
    }
}
