//! What the demo itself keeps: mails and the hour.

use base::{Fault, Moment};
use jiff::Timestamp;
use mail::ReceivedMail;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// A mail in the list.
pub(super) struct Line {
    pub id: Uuid,
    pub received_at: Timestamp,
    pub to: String,
    pub subject: String,
}

impl Line {
    /// Whether each word of a search stands in the recipients or the subject, in any case.
    fn is_found_by(&self, search: &str) -> bool {
        let text = format!("{} {}", self.to, self.subject).to_lowercase();
        search
            .split_whitespace()
            .all(|word| text.contains(&word.to_lowercase()))
    }
}

/// Keeps a mail that the sink took, by the hour that stands in it: the clock may have moved on
/// while the mail was on its way.
pub(super) fn keep_mail(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    mail: &ReceivedMail,
) -> Result<(), Fault> {
    let id: Uuid = moment.id();
    let (subject, date) = mail::read(&mail.raw)
        .map(|it| (it.subject, it.date))
        .unwrap_or_default();
    conn.exec(
        sql!(
            "INSERT INTO demo_mail (id, received_at, to_address, subject, raw)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        params![
            id,
            date.unwrap_or(moment.now()),
            mail.to.join(", "),
            subject,
            mail.raw
        ],
    )?;
    Ok(())
}

/// The mails that a search finds, the newest first; all of them without words to search for.
pub(super) fn mails(conn: &mut Conn<'_>, search: &str) -> Result<Vec<Line>, Fault> {
    let mut lines = conn.all(
        sql!(
            "SELECT id, received_at, to_address, subject FROM demo_mail
             ORDER BY received_at DESC, id DESC"
        ),
        &[],
        |row| {
            Ok(Line {
                id: row.take()?,
                received_at: row.take()?,
                to: row.take()?,
                subject: row.take()?,
            })
        },
    )?;
    lines.retain(|line| line.is_found_by(search));
    Ok(lines)
}

/// One mail's bytes and when it came.
pub(super) fn mail(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<(Timestamp, Vec<u8>)>, Fault> {
    conn.one(
        sql!("SELECT received_at, raw FROM demo_mail WHERE id = $1"),
        params![id],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// The hour at which the demo was left.
pub(super) fn hour(conn: &mut Conn<'_>) -> Result<Option<Timestamp>, Fault> {
    conn.one(
        sql!("SELECT at FROM demo_clock WHERE number = 1"),
        &[],
        Row::take,
    )
}

/// Remembers the hour.
pub(super) fn keep_hour(conn: &mut Conn<'_>, at: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO demo_clock (number, at) VALUES (1, $1)
             ON CONFLICT (number) DO UPDATE SET at = excluded.at"
        ),
        params![at],
    )?;
    Ok(())
}
