//! Records out of drafts, through the acts of their own rooms: drafts there too, so that nothing
//! is published by that.

use base::access::{Actor, Audience};
use base::{GatheringId, Halt, Moment, OrganisationId, PersonId, SeriesId};
use gatherings::{Fold, GatheringInput, LocalInput, SeriesInput, SeriesKind, Speaker, Venue, When};
use jiff::civil::{Date, Time};
use publishing::{PictureChange, PostInput};
use register::actions::{FunctionInput, OrganisationInput, PersonInput};
use register::{Network, Term};
use store::Conn;
use uuid::Uuid;

use super::facts;
use crate::records::drafts::Draft;
use crate::records::made::Record;
use crate::records::pictures;
use crate::rules::{self, Kind, Rhythm, Values};

/// The most gatherings that one draft becomes.
const MOST: usize = 60;

/// Who makes records where, and what was made so far.
pub(super) struct Work<'w> {
    pub(super) who: &'w Actor,
    pub(super) network: &'w Network,
    /// The page that the draft was found on.
    source: Uuid,
    /// Whether the page says how often it comes again.
    comes_again: bool,
    done: Vec<(Record, bool, Values)>,
}

impl<'w> Work<'w> {
    pub(super) fn new(who: &'w Actor, network: &'w Network, draft: &Draft) -> Self {
        let mut marks = draft.found.marks.iter();
        Self {
            who,
            network,
            source: draft.source,
            comes_again: marks.any(|it| it.label == "rhythm"),
            done: Vec::new(),
        }
    }

    /// A record was made.
    pub(super) fn made(&mut self, record: Record, facts: Values) {
        self.done.push((record, true, facts));
    }

    /// Fields of a record were filled.
    pub(super) fn filled(&mut self, record: Record, fields: Values) {
        self.done.push((record, false, fields));
    }

    /// What was made, in order.
    pub(super) fn done(self) -> Vec<(Record, bool, Values)> {
        self.done
    }
}

/// The value of a field; empty where there is none.
pub(super) fn value(values: &Values, field: &str) -> String {
    values.get(field).cloned().unwrap_or_default()
}

fn parsed<T: std::str::FromStr>(values: &Values, field: &str) -> Result<T, Halt> {
    let parsed = values.get(field).and_then(|it| it.parse().ok());
    parsed.ok_or_else(|| Halt::at(field, "fault-missing"))
}

/// Makes the records of a draft.
pub(super) fn make(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    work: &mut Work<'_>,
    (kind, values): (Kind, &Values),
) -> Result<(), Halt> {
    match kind {
        Kind::Gathering => gathering(conn, moment, work, values),
        Kind::Recurring => recurring(conn, moment, work, values),
        Kind::Organisation => organisation(conn, moment, work, values),
        Kind::Contact => contact(conn, moment, work, values),
        Kind::Post => post(conn, moment, work, values),
    }
}

/// Day and times of a draft; of an hour that comes twice the first is meant.
fn when(
    network: &Network,
    (day, last): (Date, Option<Date>),
    (start, end): (Time, Time),
) -> Result<When, Halt> {
    let input = LocalInput {
        end_day: last,
        start_fold: Some(Fold::First),
        end_fold: Some(Fold::First),
        ..LocalInput::on(day, start, end, &network.zone)
    };
    input.resolved().map_err(Halt::Refused)
}

fn span(values: &Values) -> Result<(Time, Time), Halt> {
    Ok((parsed(values, "start")?, parsed(values, "end")?))
}

/// Guests out of lines: name; function; body.
pub(super) fn guests(lines: &str) -> Vec<Speaker> {
    let read = |line: &str| {
        let mut parts = line.split(';').map(|it| it.trim().to_owned());
        let mut next = || parts.next().unwrap_or_default();
        Speaker {
            name: next(),
            function: next(),
            body: next(),
        }
    };
    let all = lines.lines().map(read);
    all.filter(|it| !it.is_blank()).collect()
}

fn input(values: &Values, when: When) -> GatheringInput {
    GatheringInput {
        about: value(values, "about"),
        venue: Venue {
            name: value(values, "venue"),
            street: value(values, "street"),
            postcode: value(values, "postcode"),
            town: value(values, "town"),
            access: String::new(),
        },
        guests: guests(&value(values, "speakers")),
        ..GatheringInput::new(&value(values, "title"), when)
    }
}

fn gathering(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    work: &mut Work<'_>,
    values: &Values,
) -> Result<(), Halt> {
    let last = values.get("last_day").and_then(|it| it.parse().ok());
    let when = when(work.network, (parsed(values, "day")?, last), span(values)?)?;
    let name = value(values, "series");
    let series = if name.is_empty() {
        None
    } else {
        let kind = if work.comes_again {
            SeriesKind::Recurring
        } else {
            SeriesKind::Sequence
        };
        Some(series(conn, moment, work, (&name, kind))?)
    };
    let input = GatheringInput {
        series,
        ..input(values, when)
    };
    plan(conn, moment, work, &input)
}

fn plan(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    work: &mut Work<'_>,
    input: &GatheringInput,
) -> Result<(), Halt> {
    let id: GatheringId =
        gatherings::plan_gathering(conn, moment, work.who, work.network.id, input)?;
    let made = gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?;
    let facts = facts::whole_gathering(conn, &made)?;
    work.made(Record::Gathering(id), facts);
    Ok(())
}

/// The series of this name, which is made where there is none.
fn series(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    work: &mut Work<'_>,
    (name, kind): (&str, SeriesKind),
) -> Result<SeriesId, Halt> {
    let all = gatherings::series_of(conn, work.network.id)?;
    if let Some(known) = all
        .iter()
        .find(|it| base::slug(&it.name) == base::slug(name))
    {
        return Ok(known.id);
    }
    let input = SeriesInput {
        name: name.to_owned(),
        about: String::new(),
        kind,
    };
    let id = gatherings::add_series(conn, moment, work.who, work.network.id, &input)?;
    work.made(Record::Series(id), facts::of([("title", name.to_owned())]));
    Ok(id)
}

fn recurring(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    work: &mut Work<'_>,
    values: &Values,
) -> Result<(), Halt> {
    let rhythm = Rhythm::from_word(&value(values, "rhythm"));
    let rhythm = rhythm.ok_or_else(|| Halt::at("rhythm", "fault-missing"))?;
    let (from, until): (Date, Date) = (parsed(values, "from")?, parsed(values, "until")?);
    let weekday = value(values, "weekday");
    let days = rules::days(rhythm, &weekday, (from, until), MOST + 1);
    if days.is_empty() {
        return Err(Halt::at("until", "move-in-no-days"));
    }
    if days.len() > MOST {
        return Err(Halt::at("until", "move-in-too-many-days"));
    }
    let times = span(values)?;
    let name = value(values, "title");
    let series = series(conn, moment, work, (&name, SeriesKind::Recurring))?;
    for day in days {
        let when = when(work.network, (day, None), times)?;
        let input = GatheringInput {
            series: Some(series),
            ..input(values, when)
        };
        plan(conn, moment, work, &input)?;
    }
    Ok(())
}

fn organisation(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    work: &mut Work<'_>,
    values: &Values,
) -> Result<(), Halt> {
    let input = OrganisationInput {
        name: value(values, "name"),
        short_name: value(values, "short_name"),
        street: value(values, "street"),
        postcode: value(values, "postcode"),
        town: value(values, "town"),
        phone: value(values, "phone"),
        mail: value(values, "mail"),
        web: value(values, "web"),
        ..OrganisationInput::default()
    };
    let network = work.network.id;
    let id = register::actions::add_organisation(conn, moment, work.who, network, &input)?;
    let made = register::organisation(conn, id)?.ok_or(Halt::Missing)?;
    work.made(Record::Organisation(id), facts::organisation(&made));
    Ok(())
}

fn contact(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    work: &mut Work<'_>,
    values: &Values,
) -> Result<(), Halt> {
    let input = PersonInput {
        name: value(values, "name"),
        mail: value(values, "mail"),
        phone: value(values, "phone"),
        ..PersonInput::default()
    };
    let network = work.network.id;
    let id = register::actions::add_person(conn, moment, work.who, network, &input)?;
    let made = register::person(conn, id)?.ok_or(Halt::Missing)?;
    work.made(Record::Person(id), facts::person(&made));
    function(conn, moment, work, (id, values))
}

/// Enters what somebody is at the organisation of the draft, where it says both.
pub(super) fn function(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    work: &mut Work<'_>,
    (person, values): (PersonId, &Values),
) -> Result<(), Halt> {
    let title = value(values, "function");
    let at: Option<OrganisationId> = values.get("organisation").and_then(|it| it.parse().ok());
    let Some(organisation) = at.filter(|_| !title.is_empty()) else {
        return Ok(());
    };
    let input = FunctionInput {
        person,
        organisation,
        title,
        contact: true,
        voting: false,
        term: Term::default(),
    };
    let network = work.network.id;
    let done = register::actions::add_function(conn, moment, work.who, network, &input);
    let id = done.map_err(|halt| match halt {
        // The organisation of a form that was made up, or that is gone meanwhile.
        Halt::Missing => Halt::at("organisation", "fault-choice"),
        other => other,
    })?;
    let facts = facts::of([
        ("title", input.title.clone()),
        ("contact", input.contact.to_string()),
        ("voting", input.voting.to_string()),
        ("term", format!("{:?}", input.term)),
    ]);
    work.made(Record::Function(id), facts);
    Ok(())
}

/// Tags out of a line.
pub(super) fn tags(line: &str) -> Vec<String> {
    let all = line.split(',').map(|it| it.trim().to_owned());
    all.filter(|it| !it.is_empty()).collect()
}

fn post(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    work: &mut Work<'_>,
    values: &Values,
) -> Result<(), Halt> {
    let picture = match values.get("picture").and_then(|it| it.parse().ok()) {
        Some(number) => pictures::file(conn, (work.source, number))?
            .map(PictureChange::New)
            .ok_or_else(|| Halt::at("picture", "fault-choice"))?,
        None => PictureChange::Keep,
    };
    let input = PostInput {
        title: value(values, "title"),
        body: value(values, "body"),
        source_mark: value(values, "source_mark"),
        audience: Audience::Public,
        day: values.get("post_day").and_then(|it| it.parse().ok()),
        tags: tags(&value(values, "tags")),
        picture,
        picture_alt: value(values, "picture_alt"),
        picture_caption: value(values, "picture_caption"),
        ..PostInput::default()
    };
    let id = publishing::write_post(conn, moment, work.who, work.network.id, &input).map_err(
        |halt| match halt {
            Halt::Refused(mut blames) => {
                for blame in blames.iter_mut().filter(|it| it.field == "day") {
                    blame.field = "post_day".into();
                }
                Halt::Refused(blames)
            }
            other => other,
        },
    )?;
    let made = publishing::post(conn, id)?.ok_or(Halt::Missing)?;
    work.made(Record::Post(id), facts::whole_post(&made));
    Ok(())
}
