//! One's own registration, behind the link in one's mail.

use askama::Template;
use base::Halt;
use jiff::Timestamp;
use register::Network;
use shell::{Field, Fields, Form, Marked, Page, Visit, record};
use store::Conn;
use uuid::Uuid;

use super::{contact_lines, marked, put_answers, question_fields, takes_files, today, until, when};
use crate::actions::{Own, party};
use crate::rules::{Level, Offered, Place, PlaceState, Stage, stage_of};
use crate::{links, needs, records, slots};

/// One place as its page shows it.
struct PlaceRow {
    id: String,
    name: String,
    ring: &'static str,
    state: &'static str,
    /// What the state means, and what comes next.
    note: String,
    is_offered: bool,
    may_return: bool,
}

/// One date with those who come there.
struct DatePart {
    title: Marked,
    when: String,
    place: String,
    ics: String,
    page: Option<String>,
    has_place: bool,
    rows: Vec<PlaceRow>,
}

/// The page.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a page shows or leaves out"
)]
#[derive(Template)]
#[template(path = "registration/own.html")]
pub(crate) struct OwnPage {
    pub(crate) page: Page,
    name: String,
    parts: Vec<DatePart>,
    awaits_mail: bool,
    holds: bool,
    here: String,
    may_cancel: bool,
    may_move: bool,
    may_change: bool,
    too_late: Option<String>,
    thanks: Marked,
    fee: Marked,
    needs: Option<String>,
    panels: Vec<String>,
    workshops: Option<String>,
    contact: Vec<String>,
}

/// A page of a network, read through a link.
pub(crate) fn framed(visit: &Visit, network: &Network, page: Page) -> Page {
    let mut page = page.of_network(&register::card(network.clone()));
    page.sign_in_href = visit.href("/anmelden");
    page
}

fn network_of(conn: &mut Conn<'_>, own: &Own) -> Result<Network, Halt> {
    register::network(conn, own.registration.network)?.ok_or(Halt::Missing)
}

/// The places that a page shows: those that stand for somebody; where none does, all of them.
fn shown(own: &Own) -> Vec<&Place> {
    let alive: Vec<_> = own.places.iter().filter(|it| it.state.is_alive()).collect();
    if alive.is_empty() {
        own.places.iter().collect()
    } else {
        alive
    }
}

/// The page with everything that can be done.
pub(crate) fn own_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (own, token): (&Own, &str),
) -> Result<OwnPage, Halt> {
    let network = network_of(conn, own)?;
    let places = shown(own);
    let mut parts: Vec<DatePart> = Vec::new();
    for date in &own.dates {
        let here: Vec<_> = places
            .iter()
            .filter(|it| it.gathering == date.id)
            .copied()
            .collect();
        if !here.is_empty() {
            parts.push(part(conn, visit, (own, &network.slug), (date, &here))?);
        }
    }
    let first = places.first().and_then(|it| own.date(it.gathering));
    let title = first.map_or_else(String::new, |it| it.title.clone());
    let awaits_mail = places
        .iter()
        .any(|it| it.state == PlaceState::Unconfirmed && is_to_come(own, it, visit.now));
    let is_gone =
        first.is_some_and(|it| it.ends_at <= visit.now || it.state == gatherings::State::Cancelled);
    let has_firm = places.iter().any(|it| it.state.is_firm());
    let can = |it: &&&Place| may_change(own, it, visit.now);
    let may_change = places.iter().any(|it| can(&it));
    let is_in_term = places.iter().any(|it| is_in_term(own, it, visit.now));
    let has_other = own.dates.iter().any(|it| {
        let is_here = places.iter().any(|place| place.gathering == it.id);
        !is_here && own.line.knows(it.id) && is_running(own, it, visit.now)
    });
    let has_place = places.iter().any(|it| it.state == PlaceState::Confirmed);
    let page = Page::told(visit, "registration-own-title", &[("title", record(title))]);
    Ok(OwnPage {
        page: framed(visit, &network, page),
        name: own.registration.name.clone(),
        parts,
        holds: places.iter().any(|it| it.holds),
        here: visit.href(&links::own(token, "")),
        may_cancel: may_change && places.iter().any(|it| it.state.is_alive()),
        may_move: !awaits_mail && has_other && may_move(own, visit.now),
        may_change: may_change
            && places
                .iter()
                .any(|it| it.position == 0 && it.state.is_alive()),
        too_late: first
            .filter(|_| has_firm && !is_in_term && !is_gone)
            .map(|it| until(visit, it, own.desk.changes_until(it))),
        thanks: if has_place && !is_gone {
            super::own_words(visit, &own.desk.thanks)
        } else {
            Marked::default()
        },
        fee: if is_gone {
            Marked::default()
        } else {
            super::own_words(visit, &own.desk.fee)
        },
        awaits_mail,
        needs: needs::own_part(conn, visit, (own, token))?,
        panels: shell::panels(
            conn,
            visit,
            shell::Place::Registration(own.registration.id, token),
        )?,
        workshops: slots::own_part(conn, visit, (own, token))?,
        contact: contact_lines(&network),
    })
}

/// Whether a place is for a day that has not begun and was not called off.
fn is_to_come(own: &Own, it: &Place, now: Timestamp) -> bool {
    own.date(it.gathering)
        .is_some_and(|date| now < date.starts_at && date.state == gatherings::State::Announced)
}

/// Whether the person may still change a place by themselves.
fn is_in_term(own: &Own, it: &Place, now: Timestamp) -> bool {
    let date = own.date(it.gathering);
    date.is_some_and(|date| now < own.desk.term_of(it, date))
}

fn may_change(own: &Own, it: &Place, now: Timestamp) -> bool {
    is_in_term(own, it, now) && is_to_come(own, it, now)
}

/// Whether those who move together may; also from a date that was called off.
fn may_move(own: &Own, now: Timestamp) -> bool {
    let party = party(own.places.clone());
    !party.is_empty() && party.iter().all(|it| is_in_term(own, it, now))
}

fn is_running(own: &Own, date: &Offered, now: Timestamp) -> bool {
    stage_of(&own.desk, date, (today(date, now), now)) == Stage::Running
}

fn part(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (own, slug): (&Own, &str),
    (date, places): (&Offered, &[&Place]),
) -> Result<DatePart, Halt> {
    let mut rows = Vec::new();
    let is_off = date.state == gatherings::State::Cancelled;
    for place in places {
        let (ring, state) = match place.state {
            it if is_off && it.is_alive() => ("cancelled", "registration-state-off"),
            it => (it.ring(), it.key()),
        };
        let is_replaced = records::was_replaced(conn, place.id)?;
        rows.push(PlaceRow {
            id: place.id.to_string(),
            name: place.name.clone(),
            ring,
            state,
            note: note(conn, visit, (own, date), (place, is_replaced))?,
            is_offered: place.state == PlaceState::Offered
                && place.until.is_some_and(|until| visit.now < until),
            may_return: matches!(place.state, PlaceState::Cancelled | PlaceState::Expired)
                && !is_replaced
                && is_running(own, date, visit.now),
        });
    }
    let it = gatherings::gathering(conn, date.id)?;
    let is_public = it.is_some_and(|it| it.audience == base::access::Audience::Public);
    let path = gatherings::links::gathering(slug, &date.slug);
    Ok(DatePart {
        title: marked(visit, &date.title),
        when: when(visit, date),
        place: date.place(),
        ics: visit.href(&format!("{path}.ics")),
        page: is_public.then(|| visit.href(&path)),
        has_place: places.iter().any(|it| it.state == PlaceState::Confirmed),
        rows,
    })
}

/// What a state means for the person.
fn note(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (own, date): (&Own, &Offered),
    (place, is_replaced): (&Place, bool),
) -> Result<String, Halt> {
    if date.state == gatherings::State::Cancelled {
        return Ok(visit.say("registration-note-off").to_owned());
    }
    let (is_alive, now) = (place.state.is_alive(), visit.now);
    let key = match place.state {
        _ if is_alive && date.ends_at <= now => "registration-note-over",
        PlaceState::Confirmed if may_change(own, place, now) => "registration-note-confirmed",
        PlaceState::Confirmed => "registration-note-expected",
        _ if is_alive && date.starts_at <= now => "registration-note-begun",
        PlaceState::Unconfirmed if place.holds => "registration-note-held",
        PlaceState::Unconfirmed => "registration-note-unheld",
        PlaceState::Requested if own.registration.tie == "asked" => "registration-note-contact",
        PlaceState::Requested => "registration-note-requested",
        PlaceState::Waiting => "registration-note-waiting",
        PlaceState::Offered => "registration-note-offered",
        PlaceState::Expired => "registration-note-expired",
        PlaceState::Refused => "registration-note-refused",
        PlaceState::Cancelled if is_replaced => "registration-note-replaced",
        PlaceState::Cancelled => "registration-note-cancelled",
    };
    let end = match place.state {
        state if state.is_firm() => Some(own.desk.changes_until(date)),
        _ => place.until,
    };
    let number = match place.state {
        PlaceState::Waiting => records::line_place(conn, place)?,
        _ => 0,
    };
    let end = end.map(|at| until(visit, date, at)).unwrap_or_default();
    Ok(visit.tell(key, &[("until", end.into()), ("number", number.into())]))
}

/// Asks which places go back.
#[derive(Template)]
#[template(path = "registration/cancel.html")]
pub(crate) struct CancelPage {
    pub(crate) page: Page,
    rows: Vec<(String, String)>,
    is_many: bool,
    has_firm: bool,
    action: String,
    back: String,
    fields: Fields,
}

/// The page with the places that can go back.
pub(crate) fn cancel_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (own, token): (&Own, &str),
    form: Form,
) -> Result<CancelPage, Halt> {
    let network = network_of(conn, own)?;
    let all = own.places.iter();
    let places: Vec<_> = all
        .filter(|it| it.state.is_alive() && may_change(own, it, visit.now))
        .collect();
    let rows: Vec<_> = places
        .iter()
        .map(|it| {
            let day = own.date(it.gathering).map(|it| when(visit, it));
            let args = [
                ("name", it.name.as_str().into()),
                ("when", day.unwrap_or_default().into()),
            ];
            let label = visit.tell("registration-cancel-row", &args);
            (it.id.to_string(), label)
        })
        .collect();
    let mut form = form;
    if !form.has("place") && !form.is_blamed() {
        for (id, _) in &rows {
            form.put("place", id.clone());
        }
    }
    let page = Page::new(visit, visit.say("registration-cancel-title"));
    Ok(CancelPage {
        page: framed(visit, &network, page),
        is_many: rows.len() > 1,
        has_firm: places.iter().any(|it| it.holds),
        rows,
        action: visit.href(&links::own(token, "/absage")),
        back: visit.href(&links::own(token, "")),
        fields: Fields::new(visit, form),
    })
}

/// Asks which other date.
#[derive(Template)]
#[template(path = "registration/move.html")]
pub(crate) struct MovePage {
    pub(crate) page: Page,
    choices: Vec<(String, String)>,
    now: Vec<String>,
    is_late: bool,
    action: String,
    back: String,
    fields: Fields,
}

/// The page with the other dates.
pub(crate) fn move_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (own, token): (&Own, &str),
    form: Form,
) -> Result<MovePage, Halt> {
    let network = network_of(conn, own)?;
    let places = shown(own);
    let here = |it: &&Offered| places.iter().any(|place| place.gathering == it.id);
    let has_movable = !party(own.places.clone()).is_empty();
    let may_move = may_move(own, visit.now);
    let others = own.dates.iter().filter(|it| {
        may_move && !here(it) && own.line.knows(it.id) && is_running(own, it, visit.now)
    });
    let choices = others.map(|it| {
        let level = Level::of(own.line.free(it.id, None), own.line.capacity(it.id));
        let args = [
            ("when", when(visit, it).into()),
            ("place", it.place().into()),
            ("level", visit.say(level.key()).into()),
        ];
        let label = visit.tell("registration-move-choice", &args);
        (it.id.to_string(), label)
    });
    let page = Page::new(visit, visit.say("registration-move-title"));
    Ok(MovePage {
        page: framed(visit, &network, page),
        choices: choices.collect(),
        now: own
            .dates
            .iter()
            .filter(here)
            .map(|it| when(visit, it))
            .collect(),
        is_late: has_movable && !may_move,
        action: visit.href(&links::own(token, "/umbuchung")),
        back: visit.href(&links::own(token, "")),
        fields: Fields::new(visit, form),
    })
}

/// Changes what was typed.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a page shows or leaves out"
)]
#[derive(Template)]
#[template(path = "registration/details.html")]
pub(crate) struct DetailsPage {
    pub(crate) page: Page,
    asks_phone: bool,
    asks_list_consent: bool,
    questions: Vec<Field>,
    takes_files: bool,
    is_late: bool,
    action: String,
    back: String,
    fields: Fields,
}

/// The page with what stands; `form` is what was typed.
pub(crate) fn details_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (own, token): (&Own, &str),
    form: Option<Form>,
) -> Result<DetailsPage, Halt> {
    let network = network_of(conn, own)?;
    let questions = records::fields(conn, own.desk.id)?;
    let form = form.unwrap_or_else(|| {
        let it = &own.registration;
        let mut form = Form::of([
            ("name", it.name.clone()),
            ("phone", it.phone.clone()),
            ("organisation", it.organisation_name.clone()),
            ("list_consent", it.list_consent.to_string()),
        ]);
        put_answers(&mut form, &questions, &own.answers);
        form
    });
    let fields = Fields::new(visit, form);
    let page = Page::new(visit, visit.say("registration-details-title"));
    Ok(DetailsPage {
        page: framed(visit, &network, page),
        asks_phone: own.desk.asks_phone,
        asks_list_consent: own.desk.asks_list_consent,
        takes_files: takes_files(&questions),
        questions: question_fields(visit, &fields, &questions),
        is_late: !shown(own).iter().any(|it| is_in_term(own, it, visit.now)),
        action: visit.href(&links::own(token, "/angaben")),
        back: visit.href(&links::own(token, "")),
        fields,
    })
}

/// The id of a place that a form sent.
pub(crate) fn place_of(form: &mut Form) -> Option<Uuid> {
    form.id("place")
}
