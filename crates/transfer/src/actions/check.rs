//! Comparing every row of a list with the register.

use std::collections::{HashMap, HashSet};

use base::{Fault, NetworkId};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use register::fields::{self, RecordKind, Values};
use register::{MembershipKind, regions, whole};
use store::Conn;
use tables::Row;
use uuid::Uuid;

use crate::records::{self, Kept, State, Transfer};
use crate::rules::{
    Choice, Entry, Field, Guide, Known, Mapping, Picks, Plan, Planned, Unread, Verdict, entry,
    name_key,
};

/// What lists are compared with.
pub(super) struct Ground {
    pub(super) known: Known,
    pub(super) guide: Guide,
}

/// The register as it is, and what the network offers.
pub(super) fn ground(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (mapping, on): (&Mapping, Date),
) -> Result<Ground, Fault> {
    let organisations = whole::organisations(conn, network)?;
    let people = whole::people(conn, network)?;
    let functions = whole::functions(conn, network)?;
    let memberships = whole::memberships(conn, network)?;
    let known = Known::of(organisations, people, functions, memberships, on);
    let mut values: HashMap<Uuid, Values> = HashMap::new();
    for kind in RecordKind::ALL {
        for (record, field, value) in fields::all_values(conn, network, kind)? {
            values.entry(record).or_default().insert(field, value);
        }
    }
    let known = known.detailed(whole::profiles(conn, network)?, values);
    let guide = guide(conn, network, mapping)?;
    Ok(Ground { known, guide })
}

/// What a network offers that the columns of a list may name.
pub(crate) fn guide(
    conn: &mut Conn<'_>,
    network: NetworkId,
    mapping: &Mapping,
) -> Result<Guide, Fault> {
    let regions = if mapping.contains(&Some(Field::Regions)) {
        regions::every(conn)?
    } else {
        Vec::new()
    };
    let works = register::fields_of_work(conn, network)?;
    Ok(Guide::of(own_fields(conn, network)?, works, regions))
}

/// The open fields of a network's own, of all kinds of records.
pub(crate) fn own_fields(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<fields::CustomField>, Fault> {
    let mut own = Vec::new();
    for kind in RecordKind::ALL {
        own.extend(fields::of(conn, network, kind)?);
    }
    Ok(own)
}

/// The day of an instant, close enough for terms.
pub(super) fn day_of(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

/// A row with what it says.
pub(super) type Said = Result<Entry, Unread>;

/// What the rows of a list say.
pub(super) fn said<'r>(
    rows: impl Iterator<Item = &'r [String]>,
    guide: &Guide,
    (mapping, kind): (&Mapping, Option<MembershipKind>),
) -> Vec<Said> {
    rows.map(|cells| entry(cells, (mapping, guide), kind))
        .collect()
}

/// What would become of each row, with what the office chose for it.
pub(super) fn planned(
    ground: &Ground,
    rows: impl Iterator<Item = (usize, Picks)>,
    said: &[Said],
) -> Vec<Planned> {
    let organisations = said
        .iter()
        .flatten()
        .filter_map(|it| it.organisation.as_ref());
    let names: HashSet<String> = organisations.map(|it| name_key(&it.name)).collect();
    let mut plan = Plan::new((&ground.known, &ground.guide), names);
    let mut planned: Vec<Planned> = rows
        .zip(said)
        .map(|((number, picks), said)| plan.line(number, said, picks))
        .collect();
    plan.settle_votes(&mut planned);
    planned
}

/// A row as it was reviewed before, by its number.
type Before = HashMap<usize, Kept>;

/// What a check found.
pub(crate) struct Checked {
    planned: Vec<Planned>,
    before: Before,
}

/// What would become of every row: reads alone, and may take its time. What the office chose
/// for rows that are under review already holds on.
pub(crate) fn check(
    conn: &mut Conn<'_>,
    transfer: &Transfer,
    rows: &[Row],
    now: Timestamp,
) -> Result<Checked, Fault> {
    let ground = ground(conn, transfer.network, (&transfer.mapping, day_of(now)))?;
    let kept = records::every_row(conn, transfer.id)?;
    let before: Before = kept.into_iter().map(|row| (row.number, row)).collect();
    let cells = rows.iter().map(|row| row.cells.as_slice());
    let said = said(cells, &ground.guide, (&transfer.mapping, transfer.kind));
    let picked = rows.iter().map(|row| {
        let before = before.get(&row.number);
        (
            row.number,
            before.map_or_else(Picks::default, |it| it.reviewed.picks),
        )
    });
    let planned = planned(&ground, picked, &said);
    Ok(Checked { planned, before })
}

/// Keeps what a check found, for the review; nothing where the list is gone meanwhile or was
/// told something else.
pub(crate) fn checked(
    conn: &mut Conn<'_>,
    checked: &Transfer,
    rows: &[Row],
    found: &Checked,
    told: impl Fn(usize),
) -> Result<(), Fault> {
    let Some(mut it) = records::transfer(conn, checked.id)? else {
        return Ok(());
    };
    if it.state != State::Checking || it.mapping != checked.mapping {
        return Ok(());
    }
    records::clear_rows(conn, it.id)?;
    let has_changed = it.note == super::CHANGED;
    for (place, (row, planned)) in rows.iter().zip(&found.planned).enumerate() {
        let before = found.before.get(&row.number);
        keep(conn, it.id, row, (planned, before, has_changed))?;
        if place % 500 == 0 {
            told(place);
        }
    }
    it.state = State::Ready;
    records::update_transfer(conn, &it)
}

fn keep(
    conn: &mut Conn<'_>,
    id: Uuid,
    row: &Row,
    (planned, before, has_changed): (&Planned, Option<&Kept>, bool),
) -> Result<(), Fault> {
    let proposed = match planned.line.verdict {
        Verdict::New | Verdict::Like | Verdict::Match => Choice::Take,
        Verdict::Same | Verdict::Wrong => Choice::Leave,
    };
    let Some(before) = before.map(|it| &it.reviewed) else {
        let row = (row.number, row.cells.as_slice());
        return records::insert_row(conn, id, row, (planned, proposed, Picks::default()));
    };
    let left_out = before.choice == Choice::Leave
        && !matches!(before.line.verdict, Verdict::Same | Verdict::Wrong);
    let choice = if left_out { Choice::Leave } else { proposed };
    let mut planned = planned.clone();
    if planned.mark.is_empty() {
        if has_changed && planned.line != before.line {
            "transfer-mark-changed".clone_into(&mut planned.mark);
        } else if !has_changed {
            planned.mark.clone_from(&before.mark);
        }
    }
    // A choice that holds no longer is the office's to make again.
    let picks = planned.picks(before.picks);
    let row = (row.number, row.cells.as_slice());
    records::insert_row(conn, id, row, (&planned, choice, picks))
}
