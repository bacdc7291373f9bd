//! The pages about workshops, and what other pages say of them.

use askama::Template;
use base::{Fault, Halt};
use calendar::dates;
use gatherings::{Gathering, Tab, papers, tabs};
use print::{ParticipantsPaper, Party};
use shell::{Field, Fields, Form, Marked, Page, Visit};
use store::Conn;
use uuid::Uuid;

use super::form::{blocks, question, title_of};
use super::records::{self, Chooser};
use super::rules::{ChoiceState, Slot};
use super::{actions, links};
use crate::actions::Own;
use crate::pages::{below_list, framed, rendered, together};
use crate::rules::{Place, Texts};

/// What somebody has chosen, a line each.
pub(crate) type Lines = Vec<(Texts, ChoiceState)>;

/// What somebody has chosen and waits for, in the order of the programme.
pub(crate) fn lines(conn: &mut Conn<'_>, place: &Place) -> Result<Lines, Fault> {
    let choices = records::choices_of(conn, place.id)?;
    if choices.is_empty() {
        return Ok(Vec::new());
    }
    let slots = records::slots_of(conn, place.gathering)?;
    let mut lines = Vec::new();
    for slot in &slots {
        for choice in choices.iter().filter(|it| it.slot == slot.id) {
            lines.push((slot.title.clone(), choice.state));
        }
    }
    Ok(lines)
}

/// A workshop of somebody's.
struct LineRow {
    title: Marked,
    ring: &'static str,
    state: &'static str,
}

fn line_rows(visit: &Visit, slots: &[Slot], choices: &[super::Choice]) -> Vec<LineRow> {
    let mut rows = Vec::new();
    for slot in slots {
        for choice in choices.iter().filter(|it| it.slot == slot.id) {
            rows.push(LineRow {
                title: title_of(&slot.title, visit),
                ring: choice.state.ring(),
                state: choice.state.key(),
            });
        }
    }
    rows
}

/// What one person has, on the page that is everybody's of a registration.
struct PersonPart {
    name: String,
    rows: Vec<LineRow>,
}

#[derive(Template)]
#[template(path = "registration/slots/own-part.html")]
struct OwnPart<'v> {
    visit: &'v Visit,
    people: Vec<PersonPart>,
    is_many: bool,
    href: Option<String>,
}

/// Whether somebody can choose now: who comes, as long as changes are the person's own.
fn can_choose(own: &Own, place: &Place, now: jiff::Timestamp) -> bool {
    own.date(place.gathering).is_some_and(|date| {
        let is_in_term = now < own.desk.term_of(place, date);
        place.state.is_alive() && is_in_term && date.state == gatherings::State::Announced
    })
}

/// What one's own page says of workshops; nothing where there are none.
pub(crate) fn own_part(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (own, token): (&Own, &str),
) -> Result<Option<String>, Fault> {
    let mut people = Vec::new();
    let mut can = false;
    for place in own.places.iter().filter(|it| it.state.is_alive()) {
        let slots = records::slots_of(conn, place.gathering)?;
        if slots.is_empty() {
            continue;
        }
        let choices = records::choices_of(conn, place.id)?;
        can |= can_choose(own, place, visit.now);
        people.push(PersonPart {
            name: place.name.clone(),
            rows: line_rows(visit, &slots, &choices),
        });
    }
    if people.is_empty() {
        return Ok(None);
    }
    rendered(&OwnPart {
        visit,
        is_many: people.len() > 1,
        people,
        href: can.then(|| visit.href(&links::own(token))),
    })
    .map(Some)
}

/// Choosing through one's own link.
#[derive(Template)]
#[template(path = "registration/slots/own.html")]
pub(crate) struct OwnPage {
    page: Page,
    title: String,
    people: Vec<(String, Vec<Field>)>,
    is_many: bool,
    action: String,
    back: String,
    fields: Fields,
}

/// The page with what can be chosen; `form` is what was typed. None where nothing can be.
pub(crate) fn own_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (own, token): (&Own, &str),
    form: Option<Form>,
) -> Result<Option<OwnPage>, Halt> {
    let network = register::network(conn, own.registration.network)?.ok_or(Halt::Missing)?;
    let open: Vec<&Place> = own
        .places
        .iter()
        .filter(|it| can_choose(own, it, visit.now))
        .collect();
    let form = match form {
        Some(form) => form,
        None => stands(conn, &open)?,
    };
    let fields = Fields::new(visit, form);
    let mut people = Vec::new();
    for place in &open {
        let date = own.date(place.gathering).ok_or(Halt::Missing)?;
        let slots = records::slots_of(conn, place.gathering)?;
        let slots: Vec<&Slot> = slots.iter().collect();
        let mine = records::choices_of(conn, place.id)?;
        let asked: Vec<Field> = blocks(&slots)
            .iter()
            .map(|block| {
                question(
                    visit,
                    &fields,
                    (date, block),
                    (false, Some((place.id, &mine))),
                )
            })
            .collect();
        if !asked.is_empty() {
            people.push((place.name.clone(), asked));
        }
    }
    if people.is_empty() {
        return Ok(None);
    }
    let title = open.first().and_then(|it| own.date(it.gathering));
    let page = Page::new(visit, visit.say("slots-own"));
    Ok(Some(OwnPage {
        page: framed(visit, &network, page),
        title: title.map_or_else(String::new, |it| it.title.clone()),
        is_many: people.len() > 1,
        people,
        action: visit.href(&links::own(token)),
        back: visit.href(&crate::links::own(token, "")),
        fields,
    }))
}

/// What is chosen now: what somebody waits for is what they want most.
fn stands(conn: &mut Conn<'_>, places: &[&Place]) -> Result<Form, Fault> {
    let mut form = Form::default();
    for place in places {
        let choices = records::choices_of(conn, place.id)?;
        for slot in records::slots_of(conn, place.gathering)? {
            let name = format!("{}-{}", place.id, actions::field(slot.block));
            let of = |state: ChoiceState| {
                let mut all = choices.iter();
                all.find(|it| it.block == slot.block && it.state == state)
            };
            let now = of(ChoiceState::Waiting).or(of(ChoiceState::Chosen));
            if !form.has(&name) {
                form.put(&name, now.map(|it| it.slot.to_string()).unwrap_or_default());
            }
        }
    }
    Ok(form)
}

/// One workshop with its numbers.
struct CountRow {
    id: String,
    title: Marked,
    when: String,
    room: String,
    taken: i64,
    capacity: Option<i64>,
    waiting: i64,
    people: Vec<PersonRow>,
    pdf: String,
}

/// Somebody on a workshop's list.
struct PersonRow {
    name: String,
    organisation: String,
    ring: &'static str,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "registration/slots/office-part.html")]
struct OfficePart<'v> {
    visit: &'v Visit,
    rows: Vec<CountRow>,
    href: String,
}

fn count_rows(conn: &mut Conn<'_>, visit: &Visit, it: &Gathering) -> Result<Vec<CountRow>, Fault> {
    let network = visit.network.as_ref().map_or("", |card| card.slug.as_str());
    let slots = records::slots_of(conn, it.id)?;
    let waiting = records::waiting(conn, it.id)?;
    let rows = slots.iter().map(|slot| CountRow {
        id: slot.id.to_string(),
        title: title_of(&slot.title, visit),
        when: together(&dates::time_span(slot.starts, slot.ends, visit.lang)),
        room: slot.room.clone(),
        taken: slot.taken,
        capacity: slot.capacity,
        waiting: waiting
            .iter()
            .find(|(id, _)| *id == slot.id)
            .map_or(0, |(_, count)| *count),
        people: Vec::new(),
        pdf: visit.href(&links::list(
            network,
            &it.slug,
            &format!("/{}/liste.pdf", slot.id),
        )),
    });
    Ok(rows.collect())
}

/// How many have chosen what, on the office's list; nothing where nothing can be chosen.
pub(crate) fn office_part(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
) -> Result<Option<String>, Halt> {
    let rows = count_rows(conn, visit, it)?;
    if rows.is_empty() {
        return Ok(None);
    }
    let slug = &visit.network()?.slug;
    Ok(Some(rendered(&OfficePart {
        visit,
        rows,
        href: visit.href(&links::list(slug, &it.slug, "")),
    })?))
}

/// Who has chosen what.
#[derive(Template)]
#[template(path = "registration/slots/list.html")]
pub(crate) struct ListPage {
    page: Page,
    tabs: String,
    kicker: String,
    rows: Vec<CountRow>,
    csv: String,
}

/// The lists of all workshops of a gathering.
pub(crate) fn list_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &Gathering,
) -> Result<ListPage, Halt> {
    let mut rows = count_rows(conn, visit, it)?;
    let choosers = records::choosers(conn, it.id)?;
    for row in &mut rows {
        let here = choosers.iter().filter(|who| who.slot.to_string() == row.id);
        row.people = here.map(person).collect();
    }
    let slug = &visit.network()?.slug;
    let page = Page::new(visit, visit.say("slots-list"));
    Ok(ListPage {
        page: below_list(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Registration)?,
        kicker: it.title.clone(),
        rows,
        csv: visit.href(&links::list(slug, &it.slug, ".csv")),
    })
}

fn person(it: &Chooser) -> PersonRow {
    PersonRow {
        name: it.name.clone(),
        organisation: it.organisation.clone(),
        ring: it.state.ring(),
        state: it.state.key(),
    }
}

/// The same as rows of a table: workshop, time, room, name, organisation, state.
pub(crate) fn sheet(
    conn: &mut Conn<'_>,
    visit: &Visit,
    gathering: base::GatheringId,
) -> Result<(Vec<String>, Vec<Vec<tables::Cell>>), Fault> {
    let slots = records::slots_of(conn, gathering)?;
    let choosers = records::choosers(conn, gathering)?;
    let names = [
        "slots-col-title",
        "slots-col-when",
        "slots-col-room",
        "registration-col-name",
        "registration-organisation",
        "registration-col-state",
    ];
    let names = names.map(|key| visit.say(key).to_owned()).to_vec();
    let mut rows = Vec::new();
    for slot in &slots {
        for who in choosers.iter().filter(|it| it.slot == slot.id) {
            rows.push(vec![
                tables::Cell::text(slot.title.in_lang(visit.lang).0),
                tables::Cell::text(dates::time_span(slot.starts, slot.ends, visit.lang)),
                tables::Cell::text(slot.room.as_str()),
                tables::Cell::text(who.name.as_str()),
                tables::Cell::text(who.organisation.as_str()),
                tables::Cell::text(visit.say(who.state.key())),
            ]);
        }
    }
    Ok((names, rows))
}

/// The list of one workshop on paper: who has a place in it.
pub(crate) fn paper(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, slot): (&Gathering, Uuid),
) -> Result<ParticipantsPaper, Halt> {
    let slot = records::slot(conn, slot)?.filter(|slot| slot.gathering == it.id);
    let slot = slot.ok_or(Halt::Missing)?;
    let network = register::network(conn, it.network)?.ok_or(Halt::Missing)?;
    let mut facts = papers::facts(conn, it, visit.lang)?;
    let part_of = Some(facts.title.clone());
    slot.title
        .in_lang(visit.lang)
        .0
        .clone_into(&mut facts.title);
    facts.time = dates::time_span(slot.starts, slot.ends, visit.lang);
    if let Some(place) = facts.place.as_mut().filter(|_| !slot.room.is_empty()) {
        place.name = [slot.room.as_str(), &place.name].join(", ");
    }
    let filled = |text: String| (!text.is_empty()).then_some(text);
    let rows = records::choosers(conn, it.id)?.into_iter();
    let rows = rows.filter(|who| who.slot == slot.id && who.state == ChoiceState::Chosen);
    Ok(ParticipantsPaper {
        letterhead: papers::letterhead(conn, &visit.app, &network, (visit.lang, visit.now))?,
        facts,
        part_of,
        rows: rows
            .map(|who| Party {
                name: filled(who.name),
                function: None,
                body: filled(who.organisation),
            })
            .collect(),
        others: 0,
    })
}

/// The id of a place that a field's name begins with.
pub(crate) fn places_of(form: &Form) -> Vec<Uuid> {
    let mut places: Vec<Uuid> = form
        .names()
        .filter_map(|name| name.split_once("-slot-")?.0.parse().ok())
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}
