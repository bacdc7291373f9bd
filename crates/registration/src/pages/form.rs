//! The public form: what for, which date, who, the office's own questions.

use askama::Template;
use base::access::Right;
use base::{Fault, Halt, Lang};
use gatherings::State;
use jiff::Timestamp;
use jiff::civil::Date;
use shell::{Block, Field, Fields, Form, Link, Marked, Page, Visit, blocks};
use store::Conn;

use super::{contact_lines, fault_at, own_words, together, until, when};
use crate::actions::Floor;
use crate::needs::{self, Asking};
use crate::rules::{
    Answer, Desk, FieldKind, FormField, Level, MOST_BYTES, Offered, Stage, stage_of,
};
use crate::{records, slots};

/// Why somebody cannot register, told above what they typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turned {
    /// The desk is for members.
    NotAMember,
    /// The desk is for the invited.
    NotInvited,
}

/// One of the dates.
struct DateRow {
    id: String,
    when: String,
    place: String,
    level: &'static str,
    ring: &'static str,
    /// Why it cannot be chosen.
    closed: Option<&'static str>,
    is_chosen: bool,
    until: String,
}

/// The form.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a page shows or leaves out"
)]
#[derive(Template)]
#[template(path = "registration/form.html")]
pub(crate) struct FormPage {
    pub(crate) page: Page,
    dates: Vec<DateRow>,
    is_choice: bool,
    /// Why nothing can be chosen at all.
    closed: Option<String>,
    /// The address of somebody who was invited.
    guest: Option<String>,
    intro: Vec<Block>,
    fee: Marked,
    is_turned: bool,
    is_not_member: bool,
    who: &'static str,
    is_open_to_all: bool,
    asks_phone: bool,
    asks_list_consent: bool,
    organisations: Vec<String>,
    companions: Vec<Vec<Field>>,
    questions: Vec<Field>,
    takes_files: bool,
    needs: Option<Asking>,
    workshops: Vec<Field>,
    hold_minutes: i64,
    is_preview: bool,
    /// The languages of the preview: name, address, tag, and whether it is the one shown.
    langs: Vec<(&'static str, String, &'static str, bool)>,
    for_somebody: bool,
    notice: Link,
    contact: Vec<String>,
    action: String,
    cancel: String,
    which_fault: Option<String>,
    organisation_fault: Option<String>,
    fields: Fields,
}

/// How a form is shown.
pub(crate) struct Shown {
    pub(crate) form: Form,
    pub(crate) turned: Option<Turned>,
    pub(crate) is_preview: bool,
    pub(crate) for_somebody: bool,
    pub(crate) action: String,
    pub(crate) cancel: String,
    pub(crate) guest: Option<Invited>,
}

/// Somebody who was invited, and whose address is therefore known.
pub(crate) struct Invited {
    pub(crate) mail: String,
    /// Phrase key of how the place stands that the person has already.
    pub(crate) standing: Option<&'static str>,
}

/// The form of a desk; `chosen` is the date that its address names.
pub(crate) fn show_form(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (desk, page): (Desk, Page),
    shown: Shown,
) -> Result<FormPage, Halt> {
    let network = register::network(conn, desk.network)?.ok_or(Halt::Missing)?;
    let floor = Floor::of(conn, desk, visit.now)?;
    let desk = &floor.desk;
    let questions = records::fields(conn, desk.id)?;
    let fields = Fields::new(visit, shown.form)
        .labelled("gathering", visit.say("registration-which"))
        .labelled("organisation", visit.say("registration-organisation"));
    let needs_all = shown.is_preview || shown.for_somebody;
    let mut dates = Vec::new();
    for date in &floor.dates {
        let is_known = needs_all || (shown.guest.is_some() && date.state != State::Draft);
        let is_readable = is_known || is_readable(conn, visit, date)?;
        if is_readable && floor.line.knows(date.id) {
            dates.push(row(visit, &floor, date, (fields.form(), needs_all)));
        }
    }
    let organisations = if desk.offers_organisations {
        records::member_names(conn, (desk.network, visit.today()))?
    } else {
        Vec::new()
    };
    let needs = if desk.asks_needs && !shown.for_somebody {
        needs::asking(
            conn,
            visit,
            (floor.dates.as_slice(), desk.needs_days),
            &fields,
        )?
    } else {
        None
    };
    let open = choosable(&floor, &dates);
    let workshops = slots::asking(conn, visit, (desk.id, &open), &fields)?;
    let companions = companions(conn, visit, (desk, &open), &fields)?;
    let has_open = dates.iter().any(|it| it.closed.is_none());
    let standing = shown.guest.as_ref().and_then(|it| it.standing);
    let closed = why_closed(visit, &floor, (standing, has_open));
    Ok(FormPage {
        page,
        is_choice: desk.series.is_some(),
        closed,
        guest: shown.guest.map(|it| it.mail),
        intro: blocks(desk.intro.in_lang(visit.lang).0),
        fee: own_words(visit, &desk.fee),
        is_turned: shown.turned.is_some(),
        is_not_member: shown.turned == Some(Turned::NotAMember),
        who: desk.who.key(),
        is_open_to_all: desk.who == crate::rules::Who::Open,
        asks_phone: desk.asks_phone,
        asks_list_consent: desk.asks_list_consent,
        organisations,
        companions,
        takes_files: takes_files(&questions),
        questions: question_fields(visit, &fields, &questions),
        needs,
        workshops,
        hold_minutes: desk.hold_minutes,
        is_preview: shown.is_preview,
        langs: langs(visit),
        for_somebody: shown.for_somebody,
        notice: notice(visit, &network.slug),
        contact: contact_lines(&network),
        action: visit.href(&shown.action),
        cancel: visit.href(&shown.cancel),
        which_fault: fault_at(visit, &fields, "gathering"),
        organisation_fault: fault_at(visit, &fields, "organisation"),
        dates,
        fields,
    })
}

/// Where the network says what it does with what is typed.
fn notice(visit: &Visit, network: &str) -> Link {
    let path = format!("/{network}/datenschutz");
    Link::new(visit.say("registration-notice"), visit.href(&path))
}

/// This page in each language.
fn langs(visit: &Visit) -> Vec<(&'static str, String, &'static str, bool)> {
    let all = Lang::ALL.into_iter().map(|lang| {
        let name = match lang {
            Lang::De => "Deutsch",
            Lang::En => "English",
        };
        let href = format!("{}{}", lang.prefix(), visit.path);
        (name, href, lang.tag(), lang == visit.lang)
    });
    all.collect()
}

/// The dates that can be chosen now.
fn choosable(floor: &Floor, dates: &[DateRow]) -> Vec<Offered> {
    let is_open = |it: &&Offered| {
        let id = it.id.to_string();
        dates
            .iter()
            .any(|date| date.closed.is_none() && date.id == id)
    };
    floor.dates.iter().filter(is_open).cloned().collect()
}

fn is_readable(conn: &mut Conn<'_>, visit: &Visit, date: &Offered) -> Result<bool, Halt> {
    let Some(it) = gatherings::gathering(conn, date.id)? else {
        return Ok(false);
    };
    let invited = match visit.actor.person {
        Some(person) => gatherings::is_invited(conn, it.id, person)?,
        None => false,
    };
    Ok(visit.may(Right::ReadRecord, &it.subject(invited)))
}

fn row(visit: &Visit, floor: &Floor, date: &Offered, (form, needs_all): (&Form, bool)) -> DateRow {
    let free = floor.line.free(date.id, None);
    let level = Level::of(free, floor.line.capacity(date.id));
    let stage = stage_of(
        &floor.desk,
        date,
        (super::today(date, visit.now), visit.now),
    );
    let can_be_chosen = stage == Stage::Running
        || (needs_all && stage != Stage::Cancelled && visit.now < date.starts_at);
    let id = date.id.to_string();
    DateRow {
        when: when(visit, date),
        place: date.place(),
        level: level.key(),
        ring: level.ring(),
        closed: (!can_be_chosen).then(|| stage.key()),
        is_chosen: form.value("gathering") == id,
        until: until(visit, date, floor.desk.closes_at(date)),
        id,
    }
}

/// Why there is no form: the person has a place already, or nothing can be chosen.
fn why_closed(
    visit: &Visit,
    floor: &Floor,
    (standing, has_open): (Option<&'static str>, bool),
) -> Option<String> {
    match standing {
        Some(key) => {
            let state = [("state", visit.say(key).into())];
            Some(visit.tell("registration-guest-stands", &state))
        }
        None => (!has_open).then(|| closed(visit, floor)),
    }
}

/// Why nothing can be chosen.
fn closed(visit: &Visit, floor: &Floor) -> String {
    let mut stages = floor.dates.iter().map(|date| {
        let now: (Date, Timestamp) = (super::today(date, visit.now), visit.now);
        stage_of(&floor.desk, date, now)
    });
    let first = stages.next().unwrap_or(Stage::Draft);
    let opens = floor.desk.opens.filter(|_| first == Stage::Early);
    match opens {
        Some(day) => {
            let day = together(&calendar::dates::day_long(day, visit.lang));
            visit.tell("registration-closed-early", &[("day", day.into())])
        }
        None if first == Stage::Cancelled => visit.say("registration-closed-cancelled").to_owned(),
        None if first == Stage::Draft => visit.say("registration-closed-draft").to_owned(),
        None => visit.say("registration-closed-over").to_owned(),
    }
}

/// Who comes along, each with the workshops that can be chosen for them.
fn companions(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (desk, open): (&Desk, &[Offered]),
    fields: &Fields,
) -> Result<Vec<Vec<Field>>, Fault> {
    let mut all = Vec::new();
    for number in 1..=desk.companions {
        let label = visit.tell("registration-companion", &[("number", number.into())]);
        let name = fields.text(&format!("companion{number}"), &label);
        let mut asked = vec![name];
        asked.extend(slots::asking_companion(
            conn,
            visit,
            (desk.id, open),
            (fields, number),
        )?);
        all.push(asked);
    }
    Ok(all)
}

/// The office's own questions as fields.
pub(crate) fn question_fields(
    visit: &Visit,
    fields: &Fields,
    questions: &[FormField],
) -> Vec<Field> {
    let all = questions.iter();
    all.map(|it| question(visit, fields, (it, questions)))
        .collect()
}

fn question(visit: &Visit, fields: &Fields, (it, all): (&FormField, &[FormField])) -> Field {
    let name = it.name();
    let label = it.label.in_lang(visit.lang).0;
    let choices = it.offered(visit.lang);
    let field = match it.kind {
        FieldKind::Text | FieldKind::Number => fields.text(&name, label),
        FieldKind::Long => fields.area(&name, label).rows(3),
        FieldKind::Choice => fields.radios(&name, label, &choices),
        FieldKind::Several => fields.checkboxes(&name, label, &choices),
        FieldKind::Date => fields.date(&name, label),
        FieldKind::Consent => fields.checkbox(&name, label),
        FieldKind::File => fields.file(&name, label),
    };
    let field = field.called(&own_words(visit, &it.label));
    let field = if it.choices.iter().any(|choice| choice.en.is_empty()) {
        field.of_records()
    } else {
        field
    };
    let field = match hint(visit, it, all) {
        Some(hint) => field.hint_marked(&hint),
        None if it.kind == FieldKind::File => field.hint(&file_hint(visit)),
        None => field,
    };
    if it.required && it.shown_if.is_none() {
        field.must()
    } else {
        field
    }
}

/// Which files are taken.
fn file_hint(visit: &Visit) -> String {
    let most = MOST_BYTES / (1024 * 1024);
    visit.tell("registration-file-hint", &[("most", most.into())])
}

/// Whether a form takes files, which travel in another way.
pub(crate) fn takes_files(questions: &[FormField]) -> bool {
    questions.iter().any(|it| it.kind == FieldKind::File)
}

/// The help, or which answer makes it a question at all.
fn hint(visit: &Visit, it: &FormField, all: &[FormField]) -> Option<Marked> {
    let on = it.shown_if.as_ref().and_then(|(on, value)| {
        let above = all.iter().find(|above| above.id == *on)?;
        Some((above, value))
    });
    let Some((above, value)) = on else {
        return (!it.help.is_empty()).then(|| own_words(visit, &it.help));
    };
    let choice = above.choices.iter().find(|choice| choice.de == *value);
    let value = choice.map_or(value.as_str(), |it| it.in_lang(visit.lang).0);
    let key = if it.required {
        "registration-condition-must"
    } else {
        "registration-condition"
    };
    Some(visit.tell_marked(
        key,
        &[
            ("question", shell::record(above.label.in_lang(visit.lang).0)),
            ("value", shell::record(value)),
        ],
    ))
}

/// Writes answers into a form, as their fields take them.
pub(crate) fn put_answers(form: &mut Form, questions: &[FormField], answers: &[Answer]) {
    for it in questions {
        let given = answers.iter().find(|answer| answer.field == it.id);
        let Some(given) = given else { continue };
        let name = it.name();
        match it.kind {
            FieldKind::Several => {
                for line in given.value.lines() {
                    form.put(&name, line);
                }
            }
            FieldKind::Consent => form.put(&name, "true"),
            // A browser fills no file in; the one that is there stays.
            FieldKind::File => {}
            _ => form.put(&name, given.value.clone()),
        }
    }
}
