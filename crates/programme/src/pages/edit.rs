//! The programme at work.

use askama::Template;
use base::Halt;
use gatherings::{Gathering, Tab, tabs};
use registration::slots;
use shell::{Form, Marked, Page, Visit};
use store::Conn;
use uuid::Uuid;

use super::forms::{SectionForm, section_form};
use super::{Who, below, day_of, marks_of, own_words, time_of};
use crate::rules::{Over, Session, Stretch, conflicts};
use crate::{links, records};

/// A section at work.
struct SectionRow {
    id: String,
    day: Option<String>,
    time: String,
    title: Option<Marked>,
    is_break: bool,
    edit: String,
    removal: String,
    add: String,
    sessions: Vec<SessionRow>,
}

/// A session at work.
struct SessionRow {
    id: String,
    number: i64,
    title: Marked,
    meta: Vec<String>,
    speakers: Vec<Who>,
    marks: Vec<String>,
    /// How many have chosen it, where it can be chosen.
    choice: Option<String>,
    place: String,
    edit: String,
    removal: String,
    is_first: bool,
    is_last: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "programme/edit.html")]
pub(crate) struct EditPage {
    page: Page,
    tabs: String,
    sections: Vec<SectionRow>,
    warnings: Vec<Marked>,
    public: String,
    access: String,
    lists: Option<String>,
    section: SectionForm,
}

/// The page of a gathering; `form` is that of a new section.
pub(crate) fn edit_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
    form: Form,
) -> Result<EditPage, Halt> {
    let slug = &visit.network()?.slug;
    let stretches = records::stretches(conn, it.id)?;
    let slots = slots::slots_of(conn, it.id)?;
    let page = Page::new(visit, visit.say("programme-heading"));
    let action = links::programme(slug, &it.slug, "/bearbeiten");
    Ok(EditPage {
        page: below(visit, it, page)?.here(),
        tabs: tabs(visit, it, Tab::Programme)?,
        sections: stretches
            .iter()
            .map(|stretch| section_row(visit, (slug, it), (stretch, &slots)))
            .collect(),
        warnings: warnings(visit, it, &stretches),
        public: visit.href(&links::programme(slug, &it.slug, "")),
        access: visit.href(&links::programme(slug, &it.slug, "/zugang")),
        lists: (!slots.is_empty()).then(|| visit.href(&slots::list(slug, &it.slug, ""))),
        section: section_form(
            visit,
            it,
            (form, visit.href(&action)),
            "programme-section-add",
        ),
    })
}

fn section_row(
    visit: &Visit,
    (slug, it): (&str, &Gathering),
    (stretch, slots): (&Stretch, &[slots::Slot]),
) -> SectionRow {
    let section = &stretch.section;
    let at = |rest: &str| visit.href(&links::section(slug, &it.slug, section.id, rest));
    let last = stretch.sessions.len();
    let sessions = (1..).zip(&stretch.sessions).map(|(number, session)| {
        let at = |rest: &str| visit.href(&links::session(slug, &it.slug, session.id, rest));
        let time = session
            .own_hours
            .map(|_| time_of(visit, &stretch.hours_of(session)));
        let room = Some(session.room.clone()).filter(|room| !room.is_empty());
        SessionRow {
            id: session.id.to_string(),
            number,
            title: own_words(visit, &session.title),
            meta: [time, room].into_iter().flatten().collect(),
            speakers: session
                .speakers
                .iter()
                .map(|who| Who::new(visit, who))
                .collect(),
            marks: marks_of(visit, session),
            choice: choice(visit, session, slots),
            place: at("/platz"),
            edit: at(""),
            removal: at("/entfernung"),
            is_first: number == 1,
            is_last: usize::try_from(number).is_ok_and(|it| it == last),
        }
    });
    SectionRow {
        id: section.id.to_string(),
        day: day_of(visit, it, &section.hours),
        time: time_of(visit, &section.hours),
        title: (!section.title.is_empty()).then(|| own_words(visit, &section.title)),
        is_break: section.is_break,
        edit: at(""),
        removal: at("/entfernung"),
        add: at("/beitrag"),
        sessions: sessions.collect(),
    }
}

fn choice(visit: &Visit, it: &Session, slots: &[slots::Slot]) -> Option<String> {
    let slot = slots.iter().find(|slot| slot.id == it.id)?;
    let taken = ("taken", slot.taken.into());
    Some(match slot.capacity {
        Some(capacity) => visit.tell("slots-count-of", &[taken, ("capacity", capacity.into())]),
        None => visit.tell("slots-count", &[taken]),
    })
}

/// What is in two places at once, and what lies outside of the gathering.
fn warnings(visit: &Visit, it: &Gathering, stretches: &[Stretch]) -> Vec<Marked> {
    let title = |id: Uuid| {
        let mut all = stretches.iter().flat_map(|it| &it.sessions);
        let found = all.find(|session| session.id == id);
        found.map_or_else(Marked::default, |it| own_words(visit, &it.title))
    };
    let mut warnings: Vec<Marked> = conflicts(stretches)
        .into_iter()
        .map(|conflict| {
            let (key, what) = match &conflict.over {
                Over::Room(room) => ("programme-conflict-room", room),
                Over::Speaker(who) => ("programme-conflict-speaker", who),
            };
            let parts = [
                ("what", Marked::record(visit.content_lang(), what)),
                ("first", title(conflict.first)),
                ("second", title(conflict.second)),
            ];
            Marked::around(visit, key, &parts)
        })
        .collect();
    let outside = stretches.iter().filter(|stretch| {
        let (starts, ends) = stretch.section.hours.on(it.starts.date());
        starts < it.starts || ends > it.ends
    });
    warnings.extend(outside.map(|stretch| {
        let time = time_of(visit, &stretch.section.hours);
        Marked::own(&visit.tell("programme-outside", &[("time", time.into())]))
    }));
    warnings
}
