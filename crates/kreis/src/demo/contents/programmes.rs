//! The programme of one gathering in the sample data, and who chooses what of it.

use base::access::Actor;
use base::{Fault, GatheringId, Halt, Moment};
use gatherings::Speaker;
use jiff::civil::{Date, Time};
use programme::{Access, Hours, Known, Mark, SectionInput, SessionInput};
use registration::{Texts, slots};
use serde::Deserialize;
use store::Conn;
use uuid::Uuid;

use super::events::Day;

const TEXT: &str = include_str!("../../../demo/programme.toml");

/// A programme as it is told.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Programme {
    network: String,
    day: Date,
    title: String,
    /// The day on which the office enters it.
    pub(super) told: Date,
    step_free: String,
    lift: String,
    toilet: String,
    hearing_loop: String,
    parking: String,
    way: String,
    way_en: String,
    sections: Vec<Section>,
    choices: Vec<Chosen>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    start: Time,
    end: Time,
    #[serde(default)]
    title: String,
    #[serde(default)]
    title_en: String,
    #[serde(default)]
    is_break: bool,
    #[serde(default)]
    sessions: Vec<Session>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Session {
    title: String,
    title_en: String,
    text: String,
    text_en: String,
    room: String,
    lang: String,
    #[serde(default)]
    marks: Vec<String>,
    #[serde(default)]
    choosable: bool,
    capacity: Option<i64>,
    speakers: Vec<Who>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Who {
    function: String,
    body: String,
}

/// What somebody chooses with the registration.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Chosen {
    from: String,
    title: String,
}

fn told() -> Result<Programme, Fault> {
    toml::from_str(TEXT).map_err(|cause| Fault::because("read the programme", cause))
}

/// The programme of a network's gathering, where one is told.
pub(super) fn of(network: &str) -> Result<Option<Programme>, Fault> {
    Ok(Some(told()?).filter(|it| it.network == network))
}

/// The workshops that whoever comes from an organisation chooses at a gathering, for themselves.
pub(super) fn chosen(
    conn: &mut Conn<'_>,
    (gathering, from): (GatheringId, &str),
) -> Result<Vec<(usize, Uuid, Uuid)>, Fault> {
    let wanted: Vec<String> = told()?
        .choices
        .into_iter()
        .filter(|it| it.from == from)
        .map(|it| it.title)
        .collect();
    let slots = slots::slots_of(conn, gathering)?.into_iter();
    let slots = slots.filter(|it| wanted.contains(&it.title.de));
    Ok(slots.map(|it| (0, it.block, it.id)).collect())
}

fn texts(de: &str, en: &str) -> Texts {
    Texts {
        de: de.trim().to_owned(),
        en: en.trim().to_owned(),
    }
}

fn known(word: &str) -> Result<Known, Fault> {
    Known::from_word(word).ok_or_else(|| Fault::new("read how accessible a place is"))
}

/// Enters a programme as the office does.
pub(super) fn enter(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, base::NetworkId),
    it: &Programme,
) -> Result<(), Halt> {
    let day = Day {
        day: it.day,
        title: it.title.clone(),
    };
    let id = day.find(conn, network)?;
    for section in &it.sections {
        let input = SectionInput {
            hours: Hours {
                day: 0,
                starts: section.start,
                ends: section.end,
            },
            title: texts(&section.title, &section.title_en),
            is_break: section.is_break,
        };
        let of = programme::put_section(conn, moment, who, (id, None), &input)?;
        for session in &section.sessions {
            let input = input_of(session);
            programme::put_session(conn, moment, who, (id, of, None), &input)?;
        }
    }
    let access = Access {
        step_free: known(&it.step_free)?,
        lift: known(&it.lift)?,
        toilet: known(&it.toilet)?,
        hearing_loop: known(&it.hearing_loop)?,
        parking: known(&it.parking)?,
        way: texts(&it.way, &it.way_en),
    };
    programme::put_access(conn, moment, who, id, &access)
}

fn input_of(it: &Session) -> SessionInput {
    let marks = Mark::ALL.into_iter();
    let marks = marks.filter(|mark| it.marks.iter().any(|word| word == mark.word()));
    let speakers = it.speakers.iter().map(|who| Speaker {
        name: String::new(),
        function: who.function.clone(),
        body: who.body.clone(),
    });
    SessionInput {
        title: texts(&it.title, &it.title_en),
        text: texts(&it.text, &it.text_en),
        own_hours: None,
        room: it.room.clone(),
        lang: it.lang.clone(),
        marks: marks.collect(),
        choosable: it.choosable,
        capacity: it.capacity,
        speakers: speakers.collect(),
    }
}
