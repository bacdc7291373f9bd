//! The programme to read.

use askama::Template;
use base::Halt;
use gatherings::{Gathering, State};
use registration::slots::{self, Slot};
use shell::{Block, ContentLang, Marked, Page, Visit, blocks};
use store::Conn;

use super::{AccessRow, Who, access_rows, below, day_of, lang_of, marks_of, own_words, time_of};
use crate::rules::{Session, Stretch};
use crate::{links, records};

/// A stretch of time.
pub(crate) struct StretchRow {
    pub(crate) id: String,
    pub(crate) day: Option<String>,
    pub(crate) time: String,
    pub(crate) title: Option<Marked>,
    pub(crate) parts: Vec<PartRow>,
    pub(crate) is_choice: bool,
}

/// What takes place in it.
pub(crate) struct PartRow {
    pub(crate) id: String,
    pub(crate) title: Marked,
    pub(crate) time: Option<String>,
    pub(crate) room: String,
    pub(crate) text: Vec<Block>,
    pub(crate) text_lang: ContentLang,
    pub(crate) speakers: Vec<Who>,
    pub(crate) marks: Vec<String>,
    /// How much room there is, where it can be chosen.
    pub(crate) level: Option<(&'static str, &'static str)>,
}

/// The page.
#[derive(Template)]
#[template(path = "programme/show.html")]
pub(crate) struct ShowPage {
    page: Page,
    title: String,
    iso: String,
    when: String,
    place: String,
    stretches: Vec<StretchRow>,
    access: Vec<AccessRow>,
    way: Vec<Block>,
    way_lang: ContentLang,
    has_access: bool,
    pdf: String,
    register: Option<String>,
    edit: Option<String>,
}

/// The programme of a gathering for whoever may read it.
pub(crate) fn show_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, may_lead): (&Gathering, bool),
) -> Result<ShowPage, Halt> {
    let slug = &visit.network()?.slug;
    let stretches = records::stretches(conn, it.id)?;
    let slots = slots::slots_of(conn, it.id)?;
    let access = records::access_of(conn, it.id)?;
    let of = (Some(it.id), it.series);
    let is_open = it.state == State::Announced && it.starts_at > visit.now;
    let can_register = !slots.is_empty() && is_open && slots::has_desk(conn, of)?;
    let page = Page::told(
        visit,
        "programme-title",
        &[("title", shell::record(&it.title))],
    );
    Ok(ShowPage {
        page: below(visit, it, page)?.here(),
        title: it.title.clone(),
        iso: calendar::dates::iso_local(it.starts),
        when: super::together(&calendar::dates::span(it.starts, it.ends, visit.lang)),
        place: it.place(),
        stretches: rows(visit, it, (&stretches, &slots)),
        has_access: access.is_told(),
        way: blocks(access.way.in_lang(visit.lang).0),
        way_lang: lang_of(visit, &access.way),
        access: access_rows(visit, &access),
        pdf: visit.href(&links::programme(slug, &it.slug, ".pdf")),
        register: can_register.then(|| visit.href(&slots::below(slug, &it.slug))),
        edit: may_lead.then(|| visit.href(&links::programme(slug, &it.slug, "/bearbeiten"))),
    })
}

/// The stretches of a programme, with how much room there is.
pub(crate) fn rows(
    visit: &Visit,
    it: &Gathering,
    (stretches, slots): (&[Stretch], &[Slot]),
) -> Vec<StretchRow> {
    stretches
        .iter()
        .map(|stretch| {
            let section = &stretch.section;
            let parts = stretch.sessions.iter();
            StretchRow {
                id: section.id.to_string(),
                day: day_of(visit, it, &section.hours),
                time: time_of(visit, &section.hours),
                title: (!section.title.is_empty()).then(|| own_words(visit, &section.title)),
                parts: parts
                    .map(|its| part(visit, (stretch, its), slots))
                    .collect(),
                is_choice: stretch.sessions.iter().any(|its| its.choosable),
            }
        })
        .collect()
}

fn part(visit: &Visit, (stretch, it): (&Stretch, &Session), slots: &[Slot]) -> PartRow {
    let level = slots.iter().find(|slot| slot.id == it.id);
    let level = level
        .filter(|slot| slot.capacity.is_some())
        .map(Slot::level);
    PartRow {
        id: it.id.to_string(),
        title: own_words(visit, &it.title),
        time: it.own_hours.map(|_| time_of(visit, &stretch.hours_of(it))),
        room: it.room.clone(),
        text: blocks(it.text.in_lang(visit.lang).0),
        text_lang: lang_of(visit, &it.text),
        speakers: it.speakers.iter().map(|who| Who::new(visit, who)).collect(),
        marks: marks_of(visit, it),
        level: level.map(|level| (level.ring(), level.key())),
    }
}
