//! The office's morning at seven: reminders are laid out, and one mail tells what happened.

use base::{Fault, Lang, Moment};
use calendar::Zone;
use gatherings::{Gathering, Invitation};
use invitations::Counts;
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};
use outbox::{About, NewLetter, State as LetterState};
use register::Network;
use serde::{Deserialize, Serialize};
use shell::{App, Told};
use store::Conn;

use crate::letters::DIGEST;
use crate::records::mails::{self, MailIn};
use crate::records::mornings::{self, Morning};

/// When an office's day begins.
pub(crate) const HOUR: Time = Time::constant(7, 0, 0, 0);
/// Offices are written to in German.
const LANG: Lang = Lang::De;
/// How far back the first mail of an office tells.
const FIRST_TELLS: SignedDuration = SignedDuration::from_hours(24);
/// How many days ahead missing answers are told of.
const DAYS_AHEAD: i32 = 14;

/// Between which instants a mail tells what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Span {
    pub(crate) after: Timestamp,
    pub(crate) until: Timestamp,
    /// Reminders that were laid out this morning.
    pub(crate) reminders: usize,
}

/// What happened in an office, and what is due.
#[derive(Clone, Debug, Default)]
pub(crate) struct News {
    /// New answers of guests, by gathering.
    pub(crate) replies: Vec<(Gathering, Vec<Invitation>)>,
    /// Mails that wait for the office.
    pub(crate) mails: Vec<MailIn>,
    /// Letters that came back.
    pub(crate) bounces: i64,
    /// Addresses that no letters go to.
    pub(crate) paused: usize,
    /// Gatherings to which answers are missing.
    pub(crate) missing: Vec<(Gathering, Counts)>,
    /// Letters that wait for release.
    pub(crate) waiting: i64,
    /// Letters that failed.
    pub(crate) failed: i64,
    /// What the other rooms tell.
    pub(crate) told: Vec<Told>,
}

impl News {
    /// Whether anything happened; what merely is still due makes no mail.
    pub(crate) fn is_empty(&self, span: Span) -> bool {
        let is_quiet = self.told.iter().all(|it| !it.is_news);
        let no_mails = self.mails.is_empty() && self.bounces == 0 && span.reminders == 0;
        is_quiet && no_mails && self.replies.is_empty()
    }
}

/// The day and the hour of a network's clock.
pub(crate) fn local(network: &Network, now: Timestamp) -> (Date, Time) {
    let zone = Zone::named(&network.zone).unwrap_or_else(|_| Zone::utc());
    let local = zone.local(now);
    (local.date(), local.time())
}

/// The next seven o'clock of a network.
pub(crate) fn next(network: &Network, now: Timestamp) -> Result<Timestamp, Fault> {
    let (today, time) = local(network, now);
    let day = if time < HOUR {
        today
    } else {
        today.saturating_add(jiff::Span::new().days(1))
    };
    let zone = Zone::named(&network.zone).unwrap_or_else(|_| Zone::utc());
    day.to_datetime(HOUR)
        .to_zoned(zone.rules().clone())
        .map(|zoned| zoned.timestamp())
        .map_err(|cause| Fault::because("reckon the hour of a morning", cause))
}

/// Makes a network's morning where it is due; a second call on the same day does nothing.
pub(crate) fn make(
    conn: &mut Conn<'_>,
    app: &App,
    moment: &mut Moment,
    network: &Network,
) -> Result<(), Fault> {
    let (today, time) = local(network, moment.now());
    let morning = mornings::morning(conn, network.id)?;
    // A day that is far off was made while the clock was ahead, and counts no more.
    let far_off = today.saturating_add(jiff::Span::new().days(7));
    let is_made = morning
        .day
        .is_some_and(|day| day >= today && day <= far_off);
    if time < HOUR || is_made {
        return Ok(());
    }
    let reminded = invitations::remind(conn, moment, network.id, today)?;
    let now = moment.now();
    let usual = now.checked_sub(FIRST_TELLS).unwrap_or(now);
    let span = Span {
        after: morning.told_until.filter(|at| *at <= now).unwrap_or(usual),
        until: now,
        reminders: reminded.waiting + reminded.sent,
    };
    mornings::set_morning(
        conn,
        network.id,
        &Morning {
            day: Some(today),
            told_until: Some(now),
            ..morning.clone()
        },
    )?;
    let is_wanted = morning.wants_digest && !network.office_mail.is_empty();
    if is_wanted && !news(conn, app, network, span)?.is_empty(span) {
        send(conn, moment, network, span)?;
    }
    Ok(())
}

fn send(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: &Network,
    span: Span,
) -> Result<(), Fault> {
    let detail = serde_json::to_string(&span)
        .map_err(|cause| Fault::because("write what a morning tells", cause))?;
    outbox::send_now(
        conn,
        moment,
        &NewLetter {
            network: Some(network.id),
            kind: DIGEST,
            subject: &network.id.to_string(),
            detail,
            about: About::default(),
            to_name: &network.office_name,
            to_address: &network.office_mail,
            lang: LANG,
            by: "Kreis",
        },
    )?;
    Ok(())
}

/// What happened in a network and what is due.
pub(crate) fn news(
    conn: &mut Conn<'_>,
    app: &App,
    network: &Network,
    span: Span,
) -> Result<News, Fault> {
    let (today, _) = local(network, span.until);
    let morning = shell::Morning {
        network: network.id,
        lang: LANG,
        today,
        after: span.after,
        until: span.until,
    };
    let told = shell::told(conn, app, &morning)?;
    let network = network.id;
    let mut news = News {
        told,
        mails: mails::since(conn, network, (span.after, span.until))?,
        bounces: outbox::bounces_since(conn, network, span.after)?,
        paused: outbox::paused(conn, network)?.len(),
        waiting: outbox::count(conn, network, LetterState::Waiting)?,
        failed: outbox::count(conn, network, LetterState::Failed)?,
        ..News::default()
    };
    // A gathering that began yesterday may still have got answers before it.
    let from = span.after.min(span.until);
    let ahead = far_ahead(span.until);
    for gathering in gatherings::announced_before(conn, network, (from, ahead))? {
        let invitations = gatherings::invitations(conn, gathering.id)?;
        let fresh: Vec<Invitation> = invitations
            .iter()
            .filter(|it| {
                it.replied_at
                    .is_some_and(|at| at > span.after && at <= span.until)
            })
            .cloned()
            .collect();
        let told = invitations.into_iter();
        let told: Vec<Invitation> = told.filter(|it| it.invited_at.is_some()).collect();
        let counts = invitations::counted(conn, gathering.id, &told)?;
        if !fresh.is_empty() {
            news.replies.push((gathering.clone(), fresh));
        }
        let is_soon = gathering.starts_at.duration_since(span.until)
            <= SignedDuration::from_hours(24 * i64::from(DAYS_AHEAD));
        if counts.silent > 0 && is_soon && gathering.starts_at > span.until {
            news.missing.push((gathering, counts));
        }
    }
    Ok(news)
}

/// Answers come in for gatherings far ahead, too.
fn far_ahead(now: Timestamp) -> Date {
    let utc = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    utc.saturating_add(jiff::Span::new().days(400))
}
