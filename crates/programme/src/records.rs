//! All SQL of programmes.

pub(crate) mod kept;

use std::collections::BTreeMap;

use base::{Fault, GatheringId};
use gatherings::Speaker;
use jiff::civil::Time;
use registration::Texts;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{Access, Hours, Known, Mark, Section, Session, Stretch};

/// How every statement begins that reads sections.
macro_rules! sections {
    () => {
        "SELECT s.id, s.gathering_id, s.day_no, s.starts, s.ends, s.title_de, s.title_en,
         s.is_break FROM programme_section s "
    };
}

/// How every statement begins that reads sessions.
macro_rules! sessions {
    () => {
        "SELECT e.id, e.section_id, e.position, e.title_de, e.title_en, e.text_de, e.text_en,
         e.starts, e.ends, e.room, e.lang, e.signs, e.captions, e.hearing_loop, e.plain,
         e.choosable, e.capacity FROM programme_session e "
    };
}

fn texts(row: &mut Row) -> Result<Texts, Fault> {
    Ok(Texts {
        de: row.take()?,
        en: row.take()?,
    })
}

fn read_section(row: &mut Row) -> Result<Section, Fault> {
    Ok(Section {
        id: row.take()?,
        gathering: row.take()?,
        hours: Hours {
            day: row.take()?,
            starts: row.take()?,
            ends: row.take()?,
        },
        title: texts(row)?,
        is_break: row.take()?,
    })
}

fn read_session(row: &mut Row) -> Result<Session, Fault> {
    Ok(Session {
        id: row.take()?,
        section: row.take()?,
        position: row.take()?,
        title: texts(row)?,
        text: texts(row)?,
        own_hours: {
            let (starts, ends): (Option<Time>, Option<Time>) = (row.take()?, row.take()?);
            starts.zip(ends)
        },
        room: row.take()?,
        lang: row.take()?,
        marks: {
            let mut marks = Vec::new();
            for mark in Mark::ALL {
                if row.take()? {
                    marks.push(mark);
                }
            }
            marks
        },
        choosable: row.take()?,
        capacity: row.take()?,
        speakers: Vec::new(),
    })
}

/// The programme of a gathering, in order of time.
///
/// # Errors
/// When the database fails.
pub fn stretches(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Stretch>, Fault> {
    let sections = conn.all(
        sql!(
            sections!,
            "WHERE s.gathering_id = $1 ORDER BY s.day_no, s.starts, s.ends, s.id"
        ),
        params![gathering],
        read_section,
    )?;
    if sections.is_empty() {
        return Ok(Vec::new());
    }
    let mut speakers = speakers_of(conn, gathering)?;
    let mut sessions = conn.all(
        sql!(
            sessions!,
            "JOIN programme_section s ON s.id = e.section_id WHERE s.gathering_id = $1
             ORDER BY e.position, e.id"
        ),
        params![gathering],
        read_session,
    )?;
    for session in &mut sessions {
        session.speakers = speakers.remove(&session.id).unwrap_or_default();
    }
    Ok(sections
        .into_iter()
        .map(|section| Stretch {
            sessions: sessions
                .iter()
                .filter(|it| it.section == section.id)
                .cloned()
                .collect(),
            section,
        })
        .collect())
}

fn speakers_of(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<BTreeMap<Uuid, Vec<Speaker>>, Fault> {
    let rows = conn.all(
        sql!(
            "SELECT w.session_id, w.name, w.function_name, w.body FROM programme_speaker w
             JOIN programme_session e ON e.id = w.session_id
             JOIN programme_section s ON s.id = e.section_id WHERE s.gathering_id = $1
             ORDER BY w.session_id, w.position"
        ),
        params![gathering],
        |row| {
            let session: Uuid = row.take()?;
            let who = Speaker {
                name: row.take()?,
                function: row.take()?,
                body: row.take()?,
            };
            Ok((session, who))
        },
    )?;
    let mut by_session: BTreeMap<Uuid, Vec<Speaker>> = BTreeMap::new();
    for (session, who) in rows {
        by_session.entry(session).or_default().push(who);
    }
    Ok(by_session)
}

/// Writes a section down; one that is known is written anew.
pub(crate) fn put_section(conn: &mut Conn<'_>, it: &Section) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO programme_section (id, gathering_id, day_no, starts, ends, title_de,
             title_en, is_break) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (id) DO UPDATE SET day_no = EXCLUDED.day_no, starts = EXCLUDED.starts,
             ends = EXCLUDED.ends, title_de = EXCLUDED.title_de, title_en = EXCLUDED.title_en,
             is_break = EXCLUDED.is_break"
        ),
        params![
            it.id,
            it.gathering,
            it.hours.day,
            it.hours.starts,
            it.hours.ends,
            it.title.de,
            it.title.en,
            it.is_break
        ],
    )?;
    Ok(())
}

/// Takes a section away with what is left in it.
pub(crate) fn remove_section(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM programme_section WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

/// Writes a session down; one that is known is written anew.
pub(crate) fn put_session(conn: &mut Conn<'_>, it: &Session) -> Result<(), Fault> {
    let [signs, captions, hearing_loop, plain] = Mark::ALL.map(|mark| it.marks.contains(&mark));
    conn.exec(
        sql!(
            "INSERT INTO programme_session (id, section_id, position, title_de, title_en, text_de,
             text_en, starts, ends, room, lang, signs, captions, hearing_loop, plain, choosable,
             capacity)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
             ON CONFLICT (id) DO UPDATE SET title_de = EXCLUDED.title_de,
             title_en = EXCLUDED.title_en, text_de = EXCLUDED.text_de,
             text_en = EXCLUDED.text_en, starts = EXCLUDED.starts, ends = EXCLUDED.ends,
             room = EXCLUDED.room, lang = EXCLUDED.lang, signs = EXCLUDED.signs,
             captions = EXCLUDED.captions, hearing_loop = EXCLUDED.hearing_loop,
             plain = EXCLUDED.plain, choosable = EXCLUDED.choosable,
             capacity = EXCLUDED.capacity"
        ),
        params![
            it.id,
            it.section,
            it.position,
            it.title.de,
            it.title.en,
            it.text.de,
            it.text.en,
            it.own_hours.map(|(starts, _)| starts),
            it.own_hours.map(|(_, ends)| ends),
            it.room,
            it.lang,
            signs,
            captions,
            hearing_loop,
            plain,
            it.choosable,
            it.capacity
        ],
    )?;
    set_speakers(conn, it.id, &it.speakers)
}

fn set_speakers(conn: &mut Conn<'_>, session: Uuid, speakers: &[Speaker]) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM programme_speaker WHERE session_id = $1"),
        params![session],
    )?;
    for (position, who) in speakers.iter().enumerate() {
        conn.exec(
            sql!(
                "INSERT INTO programme_speaker (session_id, position, name, function_name, body)
                 VALUES ($1, $2, $3, $4, $5)"
            ),
            params![session, position, who.name, who.function, who.body],
        )?;
    }
    Ok(())
}

/// Puts a session at a place among those beside it.
pub(crate) fn place_session(
    conn: &mut Conn<'_>,
    session: Uuid,
    position: i64,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE programme_session SET position = $2 WHERE id = $1"),
        params![session, position],
    )?;
    Ok(())
}

/// Takes a session away.
pub(crate) fn remove_session(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM programme_session WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

/// How accessible the place of a gathering is; where nobody has said it, nothing is known.
///
/// # Errors
/// When the database fails.
pub fn access_of(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Access, Fault> {
    let found = conn.one(
        sql!(
            "SELECT step_free, lift, toilet, hearing_loop, parking, way_de, way_en
             FROM programme_access WHERE gathering_id = $1"
        ),
        params![gathering],
        |row| {
            let mut known = || {
                let word: String = row.take()?;
                Ok::<_, Fault>(Known::from_word(&word).unwrap_or_default())
            };
            Ok(Access {
                step_free: known()?,
                lift: known()?,
                toilet: known()?,
                hearing_loop: known()?,
                parking: known()?,
                way: texts(row)?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

/// Writes down how accessible the place of a gathering is.
pub(crate) fn put_access(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    it: &Access,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO programme_access (gathering_id, step_free, lift, toilet, hearing_loop,
             parking, way_de, way_en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (gathering_id) DO UPDATE SET step_free = EXCLUDED.step_free,
             lift = EXCLUDED.lift, toilet = EXCLUDED.toilet,
             hearing_loop = EXCLUDED.hearing_loop, parking = EXCLUDED.parking,
             way_de = EXCLUDED.way_de, way_en = EXCLUDED.way_en"
        ),
        params![
            gathering,
            it.step_free.word(),
            it.lift.word(),
            it.toilet.word(),
            it.hearing_loop.word(),
            it.parking.word(),
            it.way.de,
            it.way.en
        ],
    )?;
    Ok(())
}
