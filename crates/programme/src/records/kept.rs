//! Who is named in programmes, and what of them goes into an archive of everything.

use base::{Fault, Moment};
use shell::ToldAs::{Id, Number, Text, Yes};
use shell::{Chapter, Erased, Ground, Held, Holding, How, Whom};
use store::{Conn, params, sql};

use crate::links;

/// What programmes keep about people: who speaks, by name.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "programme-speakers",
    label: "programme-holding",
    purpose: "programme-holding-purpose",
    ground: Ground::Interest,
    columns: &["programme_speaker.name"],
    former: None,
    tell,
    erase,
}];

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    whom.under_own_names(|name| {
        conn.all(
            sql!(
                "SELECT g.slug, e.title_de FROM programme_speaker w
                 JOIN programme_session e ON e.id = w.session_id
                 JOIN programme_section s ON s.id = e.section_id
                 JOIN gathering g ON g.id = s.gathering_id
                 WHERE g.network_id = $1 AND w.name = $2 ORDER BY g.slug, e.id"
            ),
            params![whom.network, name],
            |row| {
                let page = links::programme(&whom.slug, &row.take::<String>()?, "");
                Ok(Held::new("programme-holding-named", row.take::<String>()?).on(page))
            },
        )
    })
}

/// The name goes; what the person was there stays in the programme.
fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let gone = whom.forget_names(
        conn,
        &[sql!(
            "UPDATE programme_speaker SET name = $3 WHERE name = $2 AND session_id IN
             (SELECT e.id FROM programme_session e
              JOIN programme_section s ON s.id = e.section_id
              JOIN gathering g ON g.id = s.gathering_id WHERE g.network_id = $1)"
        )],
    )?;
    Ok(vec![Erased::anonymised("programme-holding-named", gone)])
}

/// The tables that go into an archive of everything.
pub(crate) const CHAPTERS: &[Chapter] = &[
    Chapter {
        table: "programme_section",
        file: "programm-abschnitte",
        columns: &[
            ("day-no", Number),
            ("starts", Text),
            ("ends", Text),
            ("title", Text),
            ("title-en", Text),
            ("is-break", Yes),
            ("id", Id),
            ("gathering-id", Id),
        ],
        read: sql!(
            "SELECT t.day_no, t.starts, t.ends, t.title_de, t.title_en, t.is_break, t.id,
             t.gathering_id FROM programme_section t JOIN gathering g ON g.id = t.gathering_id
             WHERE g.network_id = $1 ORDER BY t.gathering_id, t.day_no, t.starts, t.id"
        ),
    },
    Chapter {
        table: "programme_session",
        file: "programm-beitraege",
        columns: &[
            ("position", Number),
            ("title", Text),
            ("title-en", Text),
            ("text", Text),
            ("text-en", Text),
            ("starts", Text),
            ("ends", Text),
            ("room", Text),
            ("lang", Text),
            ("signs", Yes),
            ("captions", Yes),
            ("hearing-loop", Yes),
            ("plain", Yes),
            ("choosable", Yes),
            ("capacity", Number),
            ("id", Id),
            ("section-id", Id),
        ],
        read: sql!(
            "SELECT t.position, t.title_de, t.title_en, t.text_de, t.text_en, t.starts, t.ends,
             t.room, t.lang, t.signs, t.captions, t.hearing_loop, t.plain, t.choosable,
             t.capacity, t.id, t.section_id FROM programme_session t
             JOIN programme_section s ON s.id = t.section_id
             JOIN gathering g ON g.id = s.gathering_id WHERE g.network_id = $1
             ORDER BY t.section_id, t.position, t.id"
        ),
    },
    Chapter {
        table: "programme_speaker",
        file: "programm-mitwirkende",
        columns: &[
            ("position", Number),
            ("name", Text),
            ("function-name", Text),
            ("body", Text),
            ("session-id", Id),
        ],
        read: sql!(
            "SELECT t.position, t.name, t.function_name, t.body, t.session_id
             FROM programme_speaker t JOIN programme_session e ON e.id = t.session_id
             JOIN programme_section s ON s.id = e.section_id
             JOIN gathering g ON g.id = s.gathering_id WHERE g.network_id = $1
             ORDER BY t.session_id, t.position"
        ),
    },
    Chapter {
        table: "programme_access",
        file: "programm-barrierefreiheit",
        columns: &[
            ("step-free", Text),
            ("lift", Text),
            ("toilet", Text),
            ("hearing-loop", Text),
            ("parking", Text),
            ("way", Text),
            ("way-en", Text),
            ("gathering-id", Id),
        ],
        read: sql!(
            "SELECT t.step_free, t.lift, t.toilet, t.hearing_loop, t.parking, t.way_de, t.way_en,
             t.gathering_id FROM programme_access t JOIN gathering g ON g.id = t.gathering_id
             WHERE g.network_id = $1 ORDER BY t.gathering_id"
        ),
    },
];
