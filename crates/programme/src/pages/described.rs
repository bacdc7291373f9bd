//! A programme for machines: what of it stands in a gathering's facts.

use base::{Fault, GatheringId};
use shell::{Amenity, Described, Part, Visit};
use store::Conn;

use crate::records;
use crate::rules::{Access, Known, Mark, Session, Stretch};

/// What the programme of a gathering and its place are.
pub(crate) fn describe(
    conn: &mut Conn<'_>,
    visit: &Visit,
    id: GatheringId,
) -> Result<Described, Fault> {
    let stretches = records::stretches(conn, id)?;
    let access = records::access_of(conn, id)?;
    let mut parts = Vec::new();
    if !stretches.is_empty()
        && let Some(it) = gatherings::gathering(conn, id)?
    {
        let first = it.starts.date();
        for stretch in &stretches {
            let all = stretch.sessions.iter();
            parts.extend(all.map(|session| part(visit, first, (stretch, session))));
        }
    }
    Ok(Described {
        parts,
        amenities: amenities(visit, &access),
    })
}

/// What nobody has looked at is not said.
fn amenities(visit: &Visit, access: &Access) -> Vec<Amenity> {
    let known = access.facts().into_iter();
    known
        .filter(|(.., known)| *known != Known::Unknown)
        .map(|(_, key, id, known)| Amenity {
            id,
            name: visit.say(key).to_owned(),
            is_there: known == Known::Yes,
        })
        .collect()
}

fn part(visit: &Visit, first: jiff::civil::Date, (stretch, it): (&Stretch, &Session)) -> Part {
    let (starts, ends) = stretch.hours_of(it).on(first);
    let is_plain = it.marks.contains(&Mark::Plain);
    Part {
        id: it.id,
        title: it.title.in_lang(visit.lang).0.to_owned(),
        about: it.text.in_lang(visit.lang).0.to_owned(),
        starts,
        ends,
        room: it.room.clone(),
        lang: lang(&it.lang, is_plain),
        speakers: it
            .speakers
            .iter()
            .map(|who| [who.name.clone(), who.function.clone(), who.body.clone()])
            .collect(),
        features: it.marks.iter().copied().filter_map(feature).collect(),
        amenities: it
            .marks
            .contains(&Mark::Loop)
            .then(|| Amenity {
                id: "hearing-loop",
                name: visit.say("programme-access-loop").to_owned(),
                is_there: true,
            })
            .into_iter()
            .collect(),
        capacity: it.capacity.filter(|_| it.choosable),
    }
}

/// Leichte Sprache is the simplified form of a language (variant subtag of BCP 47).
fn lang(tag: &str, is_plain: bool) -> String {
    match (tag, is_plain) {
        ("", true) => "de-simple".to_owned(),
        (tag, true) => format!("{tag}-simple"),
        (tag, false) => tag.to_owned(),
    }
}

/// The word of the vocabulary that schema.org's accessibilityFeature takes.
const fn feature(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Signs => Some("signLanguage"),
        Mark::Captions => Some("captions"),
        Mark::Loop | Mark::Plain => None,
    }
}
