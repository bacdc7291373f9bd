//! Writing to participants: each act is change, journal entry and letters in one transaction.

use base::access::Actor;
use base::{Blame, Fault, GatheringId, Halt, Lang, Moment, NetworkId};
use gatherings::State;
use jiff::Timestamp;
use jiff::civil::Date;
use outbox::{About, NewLetter};
use store::Conn;
use uuid::Uuid;

use super::letters::{Detail, MAILING};
use super::records;
use super::rules::{Mailing, PATIENCE, Part, Reminder, To, is_time, next_time, wording};
use crate::actions::{note, wake_by};
use crate::records as room;
use crate::rules::{Desk, Offered, Texts};

/// A mail as the office writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailingInput {
    /// To whom it goes.
    pub to: To,
    /// Its subject.
    pub subject: Texts,
    /// What it says.
    pub body: Texts,
}

/// Every blank must be one that is filled.
fn check(subject: &Texts, body: &Texts) -> Result<(), Halt> {
    let mut blames = Vec::new();
    for (field, text, (lang, part)) in [
        ("subject_de", &subject.de, (Lang::De, Part::Subject)),
        ("subject_en", &subject.en, (Lang::En, Part::Subject)),
        ("body_de", &body.de, (Lang::De, Part::Body)),
        ("body_en", &body.en, (Lang::En, Part::Body)),
    ] {
        if let Some(blank) = wording(lang, part).unknown_blank(text) {
            blames.push(Blame::at(field, "mailings-fault-blank").with("blank", blank));
        }
    }
    // Half a mail in English helps nobody.
    if subject.en.is_empty() != body.en.is_empty() {
        let field = if subject.en.is_empty() {
            "subject_en"
        } else {
            "body_en"
        };
        blames.push(Blame::at(field, "mailings-fault-half"));
    }
    if blames.is_empty() {
        Ok(())
    } else {
        Err(Halt::Refused(blames))
    }
}

fn known(conn: &mut Conn<'_>, id: Uuid) -> Result<Mailing, Halt> {
    records::mailing(conn, id)?.ok_or(Halt::Missing)
}

/// Writes a mail down; nothing goes anywhere yet.
///
/// # Errors
/// Refused where a blank is none, and where only half of it is in English.
pub fn add(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (desk, gathering): (&Desk, GatheringId),
    input: &MailingInput,
) -> Result<Uuid, Halt> {
    check(&input.subject, &input.body)?;
    let it = Mailing {
        id: moment.id(),
        network: desk.network,
        desk: desk.id,
        gathering,
        to: input.to,
        subject: input.subject.clone(),
        body: input.body.clone(),
        reminds_of: None,
        laid_at: None,
    };
    records::put(conn, &it, moment.now())?;
    let verb = ("registration-mail-written", String::new());
    note(conn, moment, who, (it.network, gathering), verb)?;
    Ok(it.id)
}

/// Changes a mail before it is laid out.
///
/// # Errors
/// As [`add`]; [`Halt::Stale`] once letters of it were laid out.
pub(super) fn change(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, input): (Uuid, &MailingInput),
) -> Result<(), Halt> {
    let before = known(conn, id)?;
    if before.laid_at.is_some() {
        return Err(Halt::Stale);
    }
    check(&input.subject, &input.body)?;
    let it = Mailing {
        to: input.to,
        subject: input.subject.clone(),
        body: input.body.clone(),
        ..before
    };
    records::put(conn, &it, moment.now())?;
    let verb = ("registration-mail-written", String::new());
    note(conn, moment, who, (it.network, it.gathering), verb)?;
    Ok(())
}

/// Takes a mail away that was never laid out.
///
/// # Errors
/// [`Halt::Stale`] once letters of it were laid out.
pub(super) fn remove(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: Uuid,
) -> Result<(), Halt> {
    let it = known(conn, id)?;
    if it.laid_at.is_some() {
        return Err(Halt::Stale);
    }
    records::remove(conn, id)?;
    let verb = ("registration-mail-removed", String::new());
    note(conn, moment, who, (it.network, it.gathering), verb)?;
    Ok(())
}

/// The date that a mail is about.
pub(super) fn date_of(conn: &mut Conn<'_>, it: &Mailing) -> Result<Option<Offered>, Fault> {
    let Some(desk) = room::desk(conn, it.desk)? else {
        return Ok(None);
    };
    let dates = room::offered(conn, &desk)?;
    Ok(dates.into_iter().find(|date| date.id == it.gathering))
}

/// Lays out one letter for everybody whose place stands as the mail means and who has not got it;
/// so it reaches those who came later, too. Says how many.
///
/// # Errors
/// Refused where the gathering is called off, and where nobody is left to be written to.
pub fn lay_out(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: Uuid,
) -> Result<usize, Halt> {
    let it = known(conn, id)?;
    let date = date_of(conn, &it)?.ok_or(Halt::Missing)?;
    if date.state == State::Cancelled {
        return Err(Halt::no("mailings-fault-off"));
    }
    if it.reminds_of.is_some() {
        return Err(Halt::Stale);
    }
    let sending = Sending {
        by: &who.name,
        at_once: false,
        had_since: None,
    };
    let count = send(conn, moment, (&it, &date), sending)?;
    if count == 0 {
        return Err(Halt::no("mailings-fault-nobody"));
    }
    let verb = ("registration-mail-laid-out", count.to_string());
    note(conn, moment, who, (it.network, it.gathering), verb)?;
    Ok(count)
}

/// How letters go.
#[derive(Clone, Copy)]
struct Sending<'s> {
    /// Who is named as having written them.
    by: &'s str,
    /// Whether nobody releases them.
    at_once: bool,
    /// Only to those whose place has been so since.
    had_since: Option<Timestamp>,
}

fn send(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (it, date): (&Mailing, &Offered),
    how: Sending<'_>,
) -> Result<usize, Fault> {
    let title = title_of(&it.subject.de, (&date.title, date.starts.date()));
    let mut count = 0_usize;
    for to in records::recipients(conn, it, moment.now())? {
        let is_new = how.had_since.is_some_and(|since| to.changed_at > since);
        if to.is_told || is_new || outbox::is_paused(conn, &to.mail)? {
            continue;
        }
        if count == 0 {
            let laid_at = Some(moment.now());
            let it = Mailing {
                laid_at,
                ..it.clone()
            };
            records::put(conn, &it, moment.now())?;
        }
        if !records::mark_sent(conn, (it.id, to.registration), moment.now())? {
            continue;
        }
        let letter = NewLetter {
            network: Some(it.network),
            kind: MAILING,
            subject: &to.registration.to_string(),
            detail: Detail { mailing: it.id }.to_json()?,
            // Two mails about one gathering are released each by itself.
            about: About::on(&title, date.starts.date()),
            to_name: &to.name,
            to_address: &to.mail,
            lang: to.lang,
            by: how.by,
        };
        if how.at_once {
            outbox::send_now(conn, moment, &letter)?;
        } else {
            outbox::lay_out(conn, moment, &letter)?;
        }
        count += 1;
    }
    Ok(count)
}

/// What a mail is called: its German subject, as far as it is the same for all.
pub(super) fn title_of(subject: &str, (title, day): (&str, Date)) -> String {
    let day = calendar::dates::day(day, Lang::De);
    subject.replace("{Termin}", title).replace("{Datum}", &day)
}

/// Says how a desk reminds.
///
/// # Errors
/// As [`add`].
pub fn set_reminder(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (desk, gathering): (&Desk, GatheringId),
    it: &Reminder,
) -> Result<(), Halt> {
    check(&it.subject, &it.body)?;
    records::put_reminder(conn, desk.id, it)?;
    wake(conn, moment, desk.network)?;
    let verb = ("registration-reminder-set", it.days.to_string());
    note(conn, moment, who, (desk.network, gathering), verb)?;
    Ok(())
}

/// What a desk would write of a day.
pub(super) fn reminding(
    moment: &mut Moment,
    desk: &Desk,
    (reminder, date): (&Reminder, &Offered),
) -> Mailing {
    Mailing {
        id: moment.id(),
        network: desk.network,
        desk: desk.id,
        gathering: date.id,
        to: To::Confirmed,
        subject: reminder.subject.clone(),
        body: reminder.body.clone(),
        reminds_of: Some(date.starts.date()),
        laid_at: None,
    }
}

/// Reminds those who have a place, where their desks want it now. Each is reminded of each day
/// once; a second call writes nothing.
pub(crate) fn remind(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: NetworkId,
) -> Result<(), Fault> {
    let now = moment.now();
    for (desk, reminder) in records::reminders(conn, network)? {
        let Some(desk) = room::desk(conn, desk)? else {
            continue;
        };
        for date in room::offered(conn, &desk)? {
            if !is_time(&date, reminder.days, now) {
                continue;
            }
            let known = records::reminder_of(conn, date.id, date.starts.date())?;
            let it = known.unwrap_or_else(|| reminding(moment, &desk, (&reminder, &date)));
            let sending = Sending {
                by: "Kreis",
                at_once: reminder.without_release,
                had_since: now.checked_sub(PATIENCE).ok(),
            };
            send(conn, moment, (&it, &date), sending)?;
        }
    }
    Ok(())
}

/// When a network's desks remind next.
pub(crate) fn next_reminder(
    conn: &mut Conn<'_>,
    network: NetworkId,
    now: Timestamp,
) -> Result<Option<Timestamp>, Fault> {
    let mut next: Option<Timestamp> = None;
    for (desk, reminder) in records::reminders(conn, network)? {
        let Some(desk) = room::desk(conn, desk)? else {
            continue;
        };
        for date in room::offered(conn, &desk)? {
            let at = next_time(&date, reminder.days, now);
            next = [next, at].into_iter().flatten().min();
        }
    }
    Ok(next)
}

/// Sees to it that a network's desks are looked at when they remind next.
pub(crate) fn wake(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: NetworkId,
) -> Result<(), Fault> {
    match next_reminder(conn, network, moment.now())? {
        Some(due) => wake_by(conn, moment, network, due),
        None => Ok(()),
    }
}
