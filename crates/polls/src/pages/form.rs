//! The form of a poll: what for, which days, until when, whom.

use askama::Template;
use base::Halt;
use base::access::Right;
use calendar::dates;
use gatherings::{Onlooker, State};
use invitations::Choosable;
use jiff::civil::Date;
use planning::Surroundings;
use shell::{Field, Fields, Form, Page, Visit};
use store::Conn;

use super::marks::{Mark, around, marks};
use crate::rules::{LEAST_DATES, MOST_DATES};
use crate::typed;
use crate::typed::TypedDate;

/// The last year that a day is looked for in.
const LAST_YEAR: i16 = 2199;

/// One day of the form.
struct DateRow {
    name: String,
    day: Field,
    start: Field,
    end: Field,
    marks: Vec<Mark>,
}

/// The form.
#[derive(Template)]
#[template(path = "polls/form.html")]
pub(crate) struct FormPage {
    pub(crate) page: Page,
    action: String,
    cancel: String,
    rows: Vec<DateRow>,
    may_add: bool,
    gatherings: Vec<(String, String)>,
    groups: Vec<(String, String)>,
    choosable: Choosable,
    fields: Fields,
}

/// The form with everything there is to choose from; `action` is where it goes.
pub(crate) fn form_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (action, cancel): (String, String),
    form: Form,
) -> Result<FormPage, Halt> {
    let network = visit.network()?;
    let typed = typed::taken(&form);
    let days: Vec<_> = typed.iter().filter_map(TypedDate::read_day).collect();
    let gathering = form.value("gathering").parse().ok();
    let around = around(conn, visit, (network.id, gathering), &days)?;
    let choosable = Choosable::of(conn, visit, network.id, &form)?;
    let fields = Fields::new(visit, form);
    Ok(FormPage {
        page: super::below_polls(visit, Page::new(visit, visit.say("polls-form-title")))?.here(),
        action: visit.href(&action),
        cancel: visit.href(&cancel),
        rows: rows(visit, &fields, &typed, &around),
        may_add: typed.len() < MOST_DATES,
        gatherings: gatherings_ahead(conn, visit)?,
        groups: groups(conn, visit)?,
        choosable,
        fields,
    })
}

fn rows(
    visit: &Visit,
    fields: &Fields,
    typed: &[TypedDate],
    around: &Surroundings,
) -> Vec<DateRow> {
    let row = |(before, row): (usize, &TypedDate)| {
        let number = before + 1;
        let at = |part: &str| format!("d{number}_{part}");
        let day = row.read_day();
        let needed = |field: Field| {
            if number <= LEAST_DATES {
                field.must()
            } else {
                field
            }
        };
        DateRow {
            name: visit.tell("polls-date-number", &[("number", number.into())]),
            day: needed(fields.date(&at("day"), "polls-day")),
            start: needed(fields.time(&at("start"), "polls-start")),
            end: needed(fields.time(&at("end"), "polls-end")),
            marks: day.map_or_else(Vec::new, |day| {
                marks(visit, around, (day, row.read_start()))
            }),
        }
    };
    typed.iter().enumerate().map(row).collect()
}

/// The gatherings whose day this person can change; none yet stands first.
fn gatherings_ahead(conn: &mut Conn<'_>, visit: &Visit) -> Result<Vec<(String, String)>, Halt> {
    let onlooker = Onlooker {
        network: visit.network()?.id,
        actor: &visit.actor,
    };
    let span = (visit.today(), Date::constant(LAST_YEAR, 12, 31));
    let ahead = gatherings::between(conn, onlooker, span)?
        .into_iter()
        .filter(|it| matches!(it.state, State::Draft | State::Announced))
        .filter(|it| it.starts_at > visit.now && visit.may(Right::Lead, &it.subject()))
        .map(|it| {
            let day = dates::day_short(it.starts.date(), visit.lang);
            let args = [("day", day.into()), ("title", it.title.into())];
            (
                it.id.to_string(),
                visit.tell("polls-gathering-choice", &args),
            )
        });
    let none = (String::new(), visit.say("polls-gathering-none").to_owned());
    Ok(std::iter::once(none).chain(ahead).collect())
}

/// The groups that this person leads; the office looks for the whole network, too.
fn groups(conn: &mut Conn<'_>, visit: &Visit) -> Result<Vec<(String, String)>, Halt> {
    let is_office = visit.may_here(Right::RunOffice);
    let mut groups: Vec<_> = register::groups_of(conn, visit.network()?.id)?
        .into_iter()
        .filter(|group| !group.ended && (is_office || visit.actor.leads(group.id)))
        .map(|group| (group.id.to_string(), group.name))
        .collect();
    if is_office {
        let whole = visit.say("polls-group-none").to_owned();
        groups.insert(0, (String::new(), whole));
    }
    Ok(groups)
}
