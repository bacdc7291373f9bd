//! Beginning a plan and saving its table.

use base::access::Actor;
use base::{Blame, GatheringId, GroupId, Halt, Moment, NetworkId, YearPlanId};
use gatherings::{Gathering, GatheringInput, Inform, Speaker, State, Venue, When};
use store::Conn;

use super::{known, note};
use crate::records;
use crate::rules::{RowFacts, RowKind, YearPlan};

/// Begins the plan of a year, of the network or of a group.
///
/// # Errors
/// Refused where there is one, or the group is not the network's.
pub fn begin_plan(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    (year, group): (i16, Option<GroupId>),
) -> Result<YearPlan, Halt> {
    let slug = match group {
        Some(id) => {
            register::group(conn, id)?
                .filter(|group| group.network == network && !group.ended)
                .ok_or_else(|| Halt::at("group", "fault-choice"))?
                .slug
        }
        None => String::new(),
    };
    if records::plans::plan_of(conn, network, (year, &slug))?.is_some() {
        return Err(Halt::at("year", "planning-fault-taken"));
    }
    let id = moment.id();
    records::plans::add(conn, (id, network, group), (year, moment.now()))?;
    let plan = known(conn, id)?;
    let detail = plan.segment();
    note(conn, moment, who, &plan, ("year-plan-begun", detail))?;
    Ok(plan)
}

/// One row of the table as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowInput {
    /// Its number in the form, where faults are shown.
    pub number: usize,
    /// The gathering that it shows; none for a new row.
    pub gathering: Option<GatheringId>,
    /// The fingerprint of the facts that the form showed.
    pub was: String,
    /// What was typed.
    pub facts: RowFacts,
    /// The same times with their instants.
    pub when: When,
}

/// What saving did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// How many rows are new.
    pub added: usize,
    /// How many changed.
    pub changed: usize,
    /// How many were removed.
    pub removed: usize,
}

/// Saves the whole table: new rows become drafts, changed ones are changed as gatherings are,
/// removed drafts are deleted. Rows that are not in the form stay as they are.
///
/// # Errors
/// Refused with the fields of each row that cannot be saved; then nothing is.
pub fn save_rows(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, rows, removed): (YearPlanId, &[RowInput], &[GatheringId]),
    inform: Option<Inform>,
) -> Result<Saved, Halt> {
    let plan = known(conn, id)?;
    let mine = records::plans::rows(conn, id)?;
    let kind_of = |gathering: GatheringId| {
        let found = mine.iter().find(|(row, _)| *row == gathering);
        found.map(|(_, kind)| *kind)
    };
    let mut saved = Saved::default();
    let mut blames = Vec::new();
    for gathering in removed {
        if kind_of(*gathering).is_some() {
            gatherings::remove_draft(conn, moment, who, *gathering)?;
            saved.removed += 1;
        }
    }
    for row in rows {
        let known = row.gathering.and_then(|it| Some((it, kind_of(it)?)));
        let done = match known {
            Some(known) => change_row(conn, moment, who, (known, row), inform)
                .map(|changed| saved.changed += usize::from(changed)),
            None => add_row(conn, moment, who, &plan, row).map(|_| saved.added += 1),
        };
        match done {
            Err(Halt::Refused(found)) => {
                blames.extend(found.into_iter().map(|it| at_row(it, row.number)));
            }
            done => done?,
        }
    }
    if !blames.is_empty() {
        return Err(Halt::Refused(blames));
    }
    records::plans::touch(conn, id, moment.now())?;
    Ok(saved)
}

/// A blame of a gathering's own form, at the row's field.
fn at_row(mut blame: Blame, number: usize) -> Blame {
    if blame.field != "inform" {
        let field = match blame.field.as_str() {
            field @ ("day" | "start" | "end" | "title" | "focus" | "host" | "kind") => field,
            _ => "day",
        };
        blame.field = format!("r{number}_{field}");
    }
    blame
}

/// Adds a row: a draft of a gathering that belongs to the plan.
///
/// # Errors
/// Refused as a gathering's facts are.
pub fn add_row(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    plan: &YearPlan,
    row: &RowInput,
) -> Result<GatheringId, Halt> {
    let facts = &row.facts;
    let guest = Speaker {
        name: String::new(),
        function: facts.guest_function.clone(),
        body: facts.guest_body.clone(),
    };
    let input = GatheringInput {
        group: plan.group,
        focus: facts.focus.clone(),
        host: facts.host,
        guests: Some(guest)
            .filter(|it| !it.is_blank())
            .into_iter()
            .collect(),
        ..GatheringInput::new(&facts.title, row.when.clone())
    };
    let id = gatherings::plan_gathering(conn, moment, who, plan.network, &input)?;
    records::plans::add_row(conn, plan.id, (id, facts.kind))?;
    Ok(id)
}

/// Takes a gathering that is known already into a plan.
///
/// # Errors
/// Refused where it is of another network or group, or stands in a plan already.
pub fn adopt_gathering(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    plan: &YearPlan,
    (id, kind): (GatheringId, RowKind),
) -> Result<(), Halt> {
    let it = gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?;
    let belongs = it.network == plan.network && (plan.group.is_none() || it.group == plan.group);
    if !belongs || records::plans::is_planned(conn, id)? {
        return Err(Halt::at("day", "fault-choice"));
    }
    records::plans::add_row(conn, plan.id, (id, kind))?;
    note(conn, moment, who, plan, ("year-plan-adopted", it.title))?;
    Ok(())
}

/// Takes several gatherings into a plan, as meetings; what they are can be said in its table.
///
/// # Errors
/// As [`adopt_gathering`]; then none is taken in.
pub fn adopt_gatherings(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: YearPlanId,
    gatherings: &[GatheringId],
) -> Result<(), Halt> {
    let plan = known(conn, id)?;
    for gathering in gatherings {
        let row = (*gathering, RowKind::Meeting);
        adopt_gathering(conn, moment, who, &plan, row)?;
    }
    records::plans::touch(conn, id, moment.now())?;
    Ok(())
}

fn change_row(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    ((id, kind), row): ((GatheringId, RowKind), &RowInput),
    inform: Option<Inform>,
) -> Result<bool, Halt> {
    let it = gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?;
    let stands = RowFacts::of(&it, kind);
    if stands == row.facts {
        return Ok(false);
    }
    if !matches!(it.state, State::Draft | State::Announced) {
        return Err(Halt::at("day", "planning-fault-over"));
    }
    if stands.fingerprint() != row.was {
        return Err(Halt::at("day", "planning-fault-stale"));
    }
    if kind != row.facts.kind {
        records::plans::set_kind(conn, id, row.facts.kind)?;
    }
    let same_kind = RowFacts {
        kind,
        ..row.facts.clone()
    };
    if same_kind != stands {
        let input = changed_input(conn, &it, row)?;
        gatherings::change_gathering(conn, moment, who, id, (&input, inform))?;
    }
    Ok(true)
}

fn changed_input(
    conn: &mut Conn<'_>,
    it: &Gathering,
    row: &RowInput,
) -> Result<GatheringInput, Halt> {
    let facts = &row.facts;
    let mut input = GatheringInput::of(it);
    input.title.clone_from(&facts.title);
    input.focus.clone_from(&facts.focus);
    if (it.starts, it.ends) != (facts.starts, facts.ends) {
        input.when = row.when.clone();
    }
    if it.host != facts.host {
        if is_at_hosts(conn, it)? {
            input.venue = Venue::default();
        }
        input.host = facts.host;
    }
    let guest = input.guests.first_mut();
    match guest {
        Some(guest) => {
            guest.function.clone_from(&facts.guest_function);
            guest.body.clone_from(&facts.guest_body);
        }
        None => input.guests.push(Speaker {
            name: String::new(),
            function: facts.guest_function.clone(),
            body: facts.guest_body.clone(),
        }),
    }
    input.guests.retain(|guest| !guest.is_blank());
    Ok(input)
}

/// Whether the place is the host's own address, which goes with the host.
fn is_at_hosts(conn: &mut Conn<'_>, it: &Gathering) -> Result<bool, Halt> {
    let Some(host) = it.host else {
        return Ok(it.venue_name.is_empty() && it.venue_street.is_empty());
    };
    let host = register::organisation(conn, host)?.ok_or(Halt::Missing)?;
    Ok(host.name == it.venue_name && host.street == it.venue_street)
}

/// Deletes a plan that nobody outside the office has seen, with its drafts.
///
/// # Errors
/// Refused once it is published, or where a row is more than a draft.
pub fn remove_plan(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: YearPlanId,
) -> Result<(), Halt> {
    let plan = known(conn, id)?;
    for (gathering, _) in records::plans::rows(conn, id)? {
        gatherings::remove_draft(conn, moment, who, gathering)?;
    }
    records::plans::remove(conn, id)?;
    conn.unindex("year-plan", id.into())?;
    let detail = plan.segment();
    note(conn, moment, who, &plan, ("year-plan-deleted", detail))?;
    Ok(())
}
