//! The programme on paper.

use base::Halt;
use gatherings::{Gathering, papers};
use print::{ProgrammePaper, ProgrammePart, ProgrammeStretch, Prose, Said};
use registration::Texts;
use shell::Visit;
use store::Conn;

use crate::pages::{access_rows, day_of, marks_of, time_of};
use crate::records;
use crate::rules::{Session, Stretch};

/// The programme of a gathering, with everything that is to stand in it.
pub(crate) fn programme(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
) -> Result<ProgrammePaper, Halt> {
    let network = register::network(conn, it.network)?.ok_or(Halt::Missing)?;
    let of = (visit.lang, visit.now);
    let stretches = records::stretches(conn, it.id)?;
    let access = records::access_of(conn, it.id)?;
    let (way, way_lang) = access.way.in_lang(visit.lang);
    let rows = access.is_told().then(|| access_rows(visit, &access));
    Ok(ProgrammePaper {
        letterhead: papers::letterhead(conn, &visit.app, &network, of)?,
        facts: papers::facts(conn, it, visit.lang)?,
        stretches: stretches
            .iter()
            .map(|stretch| on_paper(visit, it, stretch))
            .collect(),
        access: rows
            .into_iter()
            .flatten()
            .map(|row| (row.label, row.known))
            .collect(),
        way: Prose::from(way),
        way_is_own: way_lang == visit.lang,
    })
}

fn said(visit: &Visit, texts: &Texts) -> Said {
    let (text, lang) = texts.in_lang(visit.lang);
    Said {
        text: text.to_owned(),
        is_own: lang == visit.lang,
    }
}

fn on_paper(visit: &Visit, it: &Gathering, stretch: &Stretch) -> ProgrammeStretch {
    let section = &stretch.section;
    ProgrammeStretch {
        day: day_of(visit, it, &section.hours),
        time: time_of(visit, &section.hours),
        title: (!section.title.is_empty()).then(|| said(visit, &section.title)),
        parts: stretch
            .sessions
            .iter()
            .map(|session| part(visit, stretch, session))
            .collect(),
    }
}

fn part(visit: &Visit, stretch: &Stretch, it: &Session) -> ProgrammePart {
    let (about, lang) = it.text.in_lang(visit.lang);
    let room = Some(it.room.clone()).filter(|room| !room.is_empty());
    ProgrammePart {
        title: said(visit, &it.title),
        time: it.own_hours.map(|_| time_of(visit, &stretch.hours_of(it))),
        about: Prose::from(about),
        about_is_own: lang == visit.lang,
        room,
        speakers: it.speakers.iter().map(papers::party).collect(),
        marks: marks_of(visit, it),
    }
}
