//! All SQL of mails to participants.

use base::{Fault, GatheringId, Lang, NetworkId};
use jiff::Timestamp;
use jiff::civil::Date;
use shell::Chapter;
use shell::ToldAs::{Id, Number, Text, When, Yes};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use super::rules::{Mailing, Reminder, To};
use crate::rules::Texts;

/// How every statement begins that reads mailings.
macro_rules! mailings {
    () => {
        "SELECT m.id, m.network_id, m.desk_id, m.gathering_id, m.to_state, m.subject_de,
         m.subject_en, m.body_de, m.body_en, m.reminds_of, m.laid_at FROM registration_mailing m "
    };
}

fn texts(row: &mut Row) -> Result<Texts, Fault> {
    Ok(Texts {
        de: row.take()?,
        en: row.take()?,
    })
}

fn read(row: &mut Row) -> Result<Mailing, Fault> {
    Ok(Mailing {
        id: row.take()?,
        network: row.take()?,
        desk: row.take()?,
        gathering: row.take()?,
        to: To::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read to whom a mailing goes"))?,
        subject: texts(row)?,
        body: texts(row)?,
        reminds_of: row.take()?,
        laid_at: row.take()?,
    })
}

/// A mailing by its id.
pub(super) fn mailing(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Mailing>, Fault> {
    conn.one(sql!(mailings!, "WHERE m.id = $1"), params![id], read)
}

/// The mailings of a gathering, the newest first.
pub(super) fn mailings(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Mailing>, Fault> {
    conn.all(
        sql!(
            mailings!,
            "WHERE m.gathering_id = $1 ORDER BY m.changed_at DESC, m.id DESC LIMIT 200"
        ),
        params![gathering],
        read,
    )
}

/// What reminds of a day of a gathering.
pub(super) fn reminder_of(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    day: Date,
) -> Result<Option<Mailing>, Fault> {
    conn.one(
        sql!(
            mailings!,
            "WHERE m.gathering_id = $1 AND m.reminds_of = $2 ORDER BY m.id LIMIT 1"
        ),
        params![gathering, day],
        read,
    )
}

/// Writes a mailing down; one that is known is written anew.
pub(super) fn put(conn: &mut Conn<'_>, it: &Mailing, now: Timestamp) -> Result<(), Fault> {
    conn.put(
        sql!(
            "INSERT INTO registration_mailing (id, network_id, desk_id, gathering_id, to_state,
             subject_de, subject_en, body_de, body_en, reminds_of, laid_at, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             ON CONFLICT (id) DO UPDATE SET to_state = EXCLUDED.to_state,
             subject_de = EXCLUDED.subject_de, subject_en = EXCLUDED.subject_en,
             body_de = EXCLUDED.body_de, body_en = EXCLUDED.body_en,
             laid_at = EXCLUDED.laid_at, changed_at = EXCLUDED.changed_at"
        ),
        params![
            it.id,
            it.network,
            it.desk,
            it.gathering,
            it.to.word(),
            it.subject.de,
            it.subject.en,
            it.body.de,
            it.body.en,
            it.reminds_of,
            it.laid_at,
            now
        ],
    )?;
    Ok(())
}

/// Takes a mailing away.
pub(super) fn remove(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.put(
        sql!("DELETE FROM registration_mailing WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

/// Somebody who can be written to.
#[derive(Clone, Debug)]
pub(super) struct Recipient {
    pub(super) registration: Uuid,
    pub(super) name: String,
    pub(super) mail: String,
    pub(super) lang: Lang,
    /// When the place last changed.
    pub(super) changed_at: Timestamp,
    /// Whether the mailing was written to them already.
    pub(super) is_told: bool,
}

/// Whom a mailing means: `$1` is the gathering, `$2` to whom it goes, `$3` now, `$4` its id. Those
/// whose place stands so, and of those who gave it back only who has no other at the desk. Who
/// came is told by the door or by the attendance list; nobody stayed away before the end, where
/// nobody wrote down who came, or where somebody of the same registration was there.
macro_rules! meant {
    () => {
        "SELECT r.id, r.name, r.mail, r.lang, MAX(p.changed_at),
         EXISTS (SELECT 1 FROM registration_mailing_sent s
         WHERE s.mailing_id = $4 AND s.registration_id = r.id)
         FROM registration_place p JOIN registration r ON r.id = p.registration_id
         JOIN gathering g ON g.id = p.gathering_id
         WHERE p.gathering_id = $1 AND r.mail <> '' AND (
          (p.state = $2 AND (p.state <> 'cancelled' OR NOT EXISTS
           (SELECT 1 FROM registration_place o JOIN registration b ON b.id = o.registration_id
            WHERE b.desk_id = r.desk_id AND b.mail_key = r.mail_key AND o.state IN
            ('unconfirmed', 'requested', 'confirmed', 'waiting', 'offered'))))
          OR ($2 = 'came' AND (p.came_at IS NOT NULL OR (p.position = 0 AND EXISTS
           (SELECT 1 FROM attendance t WHERE t.gathering_id = p.gathering_id
            AND t.person_id = r.person_id AND t.state = 'present'))))
          OR ($2 = 'missed' AND p.state = 'confirmed' AND g.ends_at <= $3
           AND EXISTS (SELECT 1 FROM attendance t WHERE t.gathering_id = p.gathering_id)
           AND NOT EXISTS (SELECT 1 FROM registration_place o
            WHERE o.registration_id = r.id AND o.gathering_id = p.gathering_id
            AND o.came_at IS NOT NULL)
           AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.gathering_id = p.gathering_id
            AND t.person_id = r.person_id AND t.state IN ('present', 'represented')))) "
    };
}

fn recipient(row: &mut Row) -> Result<Recipient, Fault> {
    Ok(Recipient {
        registration: row.take()?,
        name: row.take()?,
        mail: row.take()?,
        lang: Lang::from_tag(&row.take::<String>()?),
        changed_at: row.take()?,
        is_told: row.take()?,
    })
}

/// Whom a mailing means, each once, by name.
pub(super) fn recipients(
    conn: &mut Conn<'_>,
    it: &Mailing,
    now: Timestamp,
) -> Result<Vec<Recipient>, Fault> {
    conn.all(
        sql!(
            meant!,
            "GROUP BY r.id, r.name, r.mail, r.lang ORDER BY r.name, r.id"
        ),
        params![it.gathering, it.to.word(), now, it.id],
        recipient,
    )
}

/// Whether a mailing means somebody still.
pub(super) fn is_meant(
    conn: &mut Conn<'_>,
    (it, registration): (&Mailing, Uuid),
    now: Timestamp,
) -> Result<bool, Fault> {
    let found = conn.one(
        sql!(
            meant!,
            "AND r.id = $5 GROUP BY r.id, r.name, r.mail, r.lang"
        ),
        params![it.gathering, it.to.word(), now, it.id, registration],
        recipient,
    )?;
    Ok(found.is_some())
}

/// Writes down that a mailing goes to somebody; says whether this is the first time.
pub(super) fn mark_sent(
    conn: &mut Conn<'_>,
    (mailing, registration): (Uuid, Uuid),
    now: Timestamp,
) -> Result<bool, Fault> {
    let touched = conn.exec(
        sql!(
            "INSERT INTO registration_mailing_sent (mailing_id, registration_id, sent_at)
             VALUES ($1, $2, $3) ON CONFLICT (mailing_id, registration_id) DO NOTHING"
        ),
        params![mailing, registration, now],
    )?;
    Ok(touched == 1)
}

/// To how many a mailing was written.
pub(super) fn count_sent(conn: &mut Conn<'_>, mailing: Uuid) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM registration_mailing_sent WHERE mailing_id = $1"),
        params![mailing],
    )
}

fn read_reminder(row: &mut Row) -> Result<(Uuid, Reminder), Fault> {
    Ok((
        row.take()?,
        Reminder {
            days: row.take()?,
            without_release: row.take()?,
            subject: texts(row)?,
            body: texts(row)?,
        },
    ))
}

/// How every statement begins that reads how desks remind.
macro_rules! reminders {
    () => {
        "SELECT m.desk_id, m.days, m.without_release, m.subject_de, m.subject_en, m.body_de,
         m.body_en FROM registration_reminder m "
    };
}

/// How a desk reminds; none where nobody has said.
pub(super) fn reminder(conn: &mut Conn<'_>, desk: Uuid) -> Result<Option<Reminder>, Fault> {
    let found = conn.one(
        sql!(reminders!, "WHERE m.desk_id = $1"),
        params![desk],
        read_reminder,
    )?;
    Ok(found.map(|(_, it)| it))
}

/// The desks of a network that remind.
pub(super) fn reminders(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<(Uuid, Reminder)>, Fault> {
    conn.all(
        sql!(
            reminders!,
            "JOIN registration_desk d ON d.id = m.desk_id
             WHERE d.network_id = $1 AND m.days > 0 ORDER BY m.desk_id"
        ),
        params![network],
        read_reminder,
    )
}

/// Writes down how a desk reminds.
pub(super) fn put_reminder(conn: &mut Conn<'_>, desk: Uuid, it: &Reminder) -> Result<(), Fault> {
    conn.put(
        sql!(
            "INSERT INTO registration_reminder (desk_id, days, without_release, subject_de,
             subject_en, body_de, body_en) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (desk_id) DO UPDATE SET days = EXCLUDED.days,
             without_release = EXCLUDED.without_release, subject_de = EXCLUDED.subject_de,
             subject_en = EXCLUDED.subject_en, body_de = EXCLUDED.body_de,
             body_en = EXCLUDED.body_en"
        ),
        params![
            desk,
            it.days,
            it.without_release,
            it.subject.de,
            it.subject.en,
            it.body.de,
            it.body.en
        ],
    )?;
    Ok(())
}

/// The tables that go into an archive of everything.
pub(super) const CHAPTERS: &[Chapter] = &[MAILINGS, SENT, REMINDERS];

const MAILINGS: Chapter = Chapter {
    table: "registration_mailing",
    file: "anmeldungen-mails",
    columns: &[
        ("to-state", Text),
        ("subject", Text),
        ("subject-en", Text),
        ("text", Text),
        ("text-en", Text),
        ("reminds-of", Text),
        ("laid-at", When),
        ("changed-at", When),
        ("id", Id),
        ("desk-id", Id),
        ("gathering-id", Id),
    ],
    read: sql!(
        "SELECT t.to_state, t.subject_de, t.subject_en, t.body_de, t.body_en, t.reminds_of,
         t.laid_at, t.changed_at, t.id, t.desk_id, t.gathering_id FROM registration_mailing t
         WHERE t.network_id = $1 ORDER BY t.changed_at, t.id"
    ),
};

const SENT: Chapter = Chapter {
    table: "registration_mailing_sent",
    file: "anmeldungen-mails-empfangen",
    columns: &[
        ("sent-at", When),
        ("mailing-id", Id),
        ("registration-id", Id),
    ],
    read: sql!(
        "SELECT t.sent_at, t.mailing_id, t.registration_id FROM registration_mailing_sent t
         JOIN registration_mailing m ON m.id = t.mailing_id WHERE m.network_id = $1
         ORDER BY t.mailing_id, t.registration_id"
    ),
};

const REMINDERS: Chapter = Chapter {
    table: "registration_reminder",
    file: "anmeldungen-erinnerungen",
    columns: &[
        ("days-before", Number),
        ("without-release", Yes),
        ("subject", Text),
        ("subject-en", Text),
        ("text", Text),
        ("text-en", Text),
        ("desk-id", Id),
    ],
    read: sql!(
        "SELECT t.days, t.without_release, t.subject_de, t.subject_en, t.body_de, t.body_en,
         t.desk_id FROM registration_reminder t JOIN registration_desk d ON d.id = t.desk_id
         WHERE d.network_id = $1 ORDER BY t.desk_id"
    ),
};
