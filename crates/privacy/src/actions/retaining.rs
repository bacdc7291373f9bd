//! Terms, previews, quarantine and the end.

use base::access::Actor;
use base::{Fault, Halt, Moment, NetworkId};
use shell::{Going, Holding, Retained, Room};
use store::Conn;
use uuid::Uuid;

use super::{erased_by_rule, note};
use crate::records::retention::{self, List};
use crate::rules::{self, Stage};

/// So many records are released at a time; the rest stands in the next day's preview.
pub(crate) const AT_ONCE: i64 = 2_000;
/// So many records go in one transaction, so that nobody waits for it.
const IN_ONE: i64 = 100;
/// So many people go in one, because every room is asked about each.
const PEOPLE_IN_ONE: i64 = 20;

/// What all rooms keep for a time only.
pub(crate) fn retained(rooms: &[Room]) -> Vec<Retained> {
    rooms
        .iter()
        .flat_map(|room| room.retained)
        .copied()
        .collect()
}

/// Sets the terms of a network, in months; none lets things stay.
///
/// # Errors
/// When the database fails.
pub fn set_terms(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    all: &[Retained],
    terms: &[(&'static str, Option<i64>)],
) -> Result<(), Halt> {
    let before = retention::terms(conn, network)?;
    for (purpose, months) in terms {
        if before.get(*purpose) == months.as_ref() {
            continue;
        }
        let by = (moment.now(), who.name.as_str());
        retention::set_term(conn, network, (purpose, *months), by)?;
        let told = months.map_or_else(String::new, |months| months.to_string());
        let about = (network.into(), format!("{purpose}: {told}"));
        note(conn, moment, (who, network), "privacy-term-set", about)?;
    }
    Ok(refresh(conn, moment, all, network)?)
}

/// Makes the previews of a network anew.
pub(crate) fn refresh(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    all: &[Retained],
    network: NetworkId,
) -> Result<(), Fault> {
    let terms = retention::terms(conn, network)?;
    for it in all {
        refresh_one(conn, moment, it, (network, terms.get(it.name).copied()))?;
    }
    Ok(())
}

fn refresh_one(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    it: &Retained,
    (network, months): (NetworkId, Option<i64>),
) -> Result<(), Fault> {
    let items = match months {
        Some(months) => due(conn, network, it, (months, moment.now()))?,
        None => Vec::new(),
    };
    let of = (network, it.name, months.unwrap_or_default());
    retention::set_preview(conn, moment, of, &items)
}

/// What is due and neither kept nor waiting in quarantine already.
fn due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    it: &Retained,
    (months, now): (i64, jiff::Timestamp),
) -> Result<Vec<Uuid>, Fault> {
    let kept = retention::kept(conn, network, it.name)?;
    let waiting = retention::waiting(conn, network, it.name)?;
    let limit = most(kept.len() + waiting.len());
    let found = (it.due)(conn, network, rules::cutoff(now, months), limit)?;
    Ok(found
        .into_iter()
        .map(|due| due.id)
        .filter(|id| !kept.contains(id) && !waiting.contains(id))
        .take(usize::try_from(AT_ONCE).unwrap_or(usize::MAX))
        .collect())
}

/// How many are looked for, so that those among the oldest that stay do not hide the others.
pub(crate) fn most(staying: usize) -> i64 {
    AT_ONCE.saturating_add(i64::try_from(staying).unwrap_or(AT_ONCE))
}

/// Lets what a person has looked at go into quarantine.
///
/// # Errors
/// Refused where there is no preview; stale where it is another than the person saw.
pub fn release(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    purpose: &str,
    seen: Uuid,
) -> Result<(), Halt> {
    let preview = retention::preview(conn, network, purpose)?
        .ok_or_else(|| Halt::no("privacy-fault-no-preview"))?;
    if seen != preview.id {
        return Err(Halt::Stale);
    }
    let by = (moment.now(), who.name.as_str());
    retention::release(conn, preview.id, by, rules::goes_at(moment.now()))?;
    let about = (preview.id, format!("{purpose}: {}", preview.items));
    Ok(note(
        conn,
        moment,
        (who, network),
        "privacy-released",
        about,
    )?)
}

/// Takes back what waits in quarantine for one purpose; it stands in the next preview again.
///
/// # Errors
/// Refused where nothing waits.
pub fn take_back(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    it: &Retained,
) -> Result<(), Halt> {
    let purpose = it.name;
    let waiting = retention::quarantined(conn, network, purpose)?;
    if waiting.is_empty() {
        return Err(Halt::no("privacy-fault-no-quarantine"));
    }
    for list in waiting {
        let by = (moment.now(), who.name.as_str());
        retention::settle(conn, list.id, Stage::Undone, by)?;
        let about = (list.id, format!("{purpose}: {}", list.items));
        note(conn, moment, (who, network), "privacy-taken-back", about)?;
    }
    let months = retention::terms(conn, network)?.get(purpose).copied();
    Ok(refresh_one(conn, moment, it, (network, months))?)
}

/// Lets one record stay all the same, or no longer.
///
/// # Errors
/// When the database fails.
pub fn keep_item(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    it: &Retained,
    (item, stays): (Uuid, bool),
) -> Result<(), Halt> {
    let purpose = it.name;
    let by = (moment.now(), who.name.as_str());
    retention::keep(conn, (network, purpose, item), stays, by)?;
    let verb = if stays {
        "privacy-kept"
    } else {
        "privacy-kept-no-longer"
    };
    let about = (item, purpose.to_owned());
    note(conn, moment, (who, network), verb, about)?;
    if stays {
        return Ok(retention::leave_preview(conn, (network, purpose, item))?);
    }
    let months = retention::terms(conn, network)?.get(purpose).copied();
    Ok(refresh_one(conn, moment, it, (network, months))?)
}

/// Carries out a part of one quarantine whose hour has come; says whether there may be more.
pub(crate) fn carry_on(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (all, holdings): (&[Retained], &[Holding]),
    network: NetworkId,
) -> Result<bool, Fault> {
    let terms = retention::terms(conn, network)?;
    for it in all {
        for list in retention::quarantined(conn, network, it.name)? {
            if list.goes_at.is_none_or(|at| at > moment.now()) {
                continue;
            }
            let Some(months) = terms.get(it.name).copied() else {
                // The rule went meanwhile, and with it the reason.
                let by = (moment.now(), PROGRAM);
                retention::settle(conn, list.id, Stage::Undone, by)?;
                continue;
            };
            let months = rules::term(list.months, months);
            part(conn, moment, (it, holdings), (&list, months))?;
            return Ok(true);
        }
    }
    Ok(false)
}

/// How proofs name what the program does by itself.
const PROGRAM: &str = "Kreis";

/// Whatever has become younger or is kept meanwhile stays, and what the database holds on to:
/// it stands in the next preview again.
fn part(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (it, holdings): (&Retained, &[Holding]),
    (list, months): (&List, i64),
) -> Result<(), Fault> {
    let before = rules::cutoff(moment.now(), months);
    let kept = retention::kept(conn, list.network, it.name)?;
    let limit = match it.going {
        Going::Rows(_) => IN_ONE,
        Going::People(_) => PEOPLE_IN_ONE,
    };
    let items = retention::some_items(conn, list.id, limit)?;
    if items.is_empty() {
        return end(conn, moment, it, list);
    }
    for id in items {
        let went = !kept.contains(&id)
            && conn
                .attempt(|conn| go(conn, moment, (it, holdings), (list.network, id, before)))?
                .unwrap_or(false);
        retention::strike(conn, (list.id, id), went)?;
    }
    Ok(())
}

fn go(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (it, holdings): (&Retained, &[Holding]),
    (network, id, before): (NetworkId, Uuid, jiff::Timestamp),
) -> Result<bool, Fault> {
    match it.going {
        Going::Rows(go) => go(conn, network, id, before),
        Going::People(is_due) => {
            if !is_due(conn, network, id, before)? {
                return Ok(false);
            }
            match erased_by_rule(conn, moment, holdings, (network, id.into())) {
                Ok(()) => Ok(true),
                Err(Halt::Fault(fault)) => Err(fault),
                // Nobody would be left to run the office, or the record went meanwhile.
                Err(_) => Ok(false),
            }
        }
    }
}

fn end(conn: &mut Conn<'_>, moment: &mut Moment, it: &Retained, list: &List) -> Result<(), Fault> {
    retention::settle(conn, list.id, Stage::Gone, (moment.now(), PROGRAM))?;
    let program = Actor {
        name: PROGRAM.to_owned(),
        ..Actor::default()
    };
    let about = (list.id, format!("{}: {}", it.name, list.gone));
    note(
        conn,
        moment,
        (&program, list.network),
        "privacy-gone",
        about,
    )
}
