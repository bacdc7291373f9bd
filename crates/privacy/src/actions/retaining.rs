//! Terms, previews, quarantine and the end.

use std::collections::BTreeSet;

use base::access::Actor;
use base::{Fault, Halt, Moment, NetworkId};
use shell::{Going, Holding, Retained, Room};
use store::Conn;
use uuid::Uuid;

use super::{erased_by_rule, note};
use crate::records::retention::{self, List};
use crate::rules::{self, Stage};

/// So many records go at a time; the rest stands in the next day's preview.
const AT_ONCE: i64 = 2_000;

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
        let months = terms.get(it.name).copied();
        let items = match months {
            Some(months) => due(conn, network, it, (months, moment.now()))?,
            None => Vec::new(),
        };
        let of = (network, it.name, months.unwrap_or_default());
        retention::set_preview(conn, moment, of, &items)?;
    }
    Ok(())
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
    // Those among the oldest that stay must not hide the others.
    let more = i64::try_from(kept.len() + waiting.len()).unwrap_or(AT_ONCE);
    let found = (it.due)(conn, network, rules::cutoff(now, months), AT_ONCE + more)?;
    Ok(found
        .into_iter()
        .map(|due| due.id)
        .filter(|id| !kept.contains(id) && !waiting.contains(id))
        .take(usize::try_from(AT_ONCE).unwrap_or(usize::MAX))
        .collect())
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
    seen: Option<Uuid>,
) -> Result<(), Halt> {
    let preview = retention::preview(conn, network, purpose)?
        .ok_or_else(|| Halt::no("privacy-fault-no-preview"))?;
    if seen.is_some_and(|seen| seen != preview.id) {
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
    purpose: &str,
    all: &[Retained],
) -> Result<(), Halt> {
    let waiting = retention::quarantined(conn, network, purpose)?;
    if waiting.is_empty() {
        return Err(Halt::no("privacy-fault-no-quarantine"));
    }
    for list in waiting {
        let by = (moment.now(), who.name.as_str());
        retention::settle(conn, list.id, (Stage::Undone, 0), by)?;
        let about = (list.id, format!("{purpose}: {}", list.items));
        note(conn, moment, (who, network), "privacy-taken-back", about)?;
    }
    Ok(refresh(conn, moment, all, network)?)
}

/// Lets one record stay all the same, or no longer.
///
/// # Errors
/// When the database fails.
pub fn keep_item(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network): (&Actor, NetworkId),
    (purpose, item, stays): (&'static str, Uuid, bool),
    all: &[Retained],
) -> Result<(), Halt> {
    let by = (moment.now(), who.name.as_str());
    retention::keep(conn, (network, purpose, item), stays, by)?;
    let verb = if stays {
        "privacy-kept"
    } else {
        "privacy-kept-no-longer"
    };
    note(
        conn,
        moment,
        (who, network),
        verb,
        (item, purpose.to_owned()),
    )?;
    Ok(refresh(conn, moment, all, network)?)
}

/// Ends every quarantine whose hour has come.
pub(crate) fn carry_out(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (all, holdings): (&[Retained], &[Holding]),
    network: NetworkId,
) -> Result<(), Halt> {
    let terms = retention::terms(conn, network)?;
    for it in all {
        for list in retention::quarantined(conn, network, it.name)? {
            if list.goes_at.is_none_or(|at| at > moment.now()) {
                continue;
            }
            let Some(months) = terms.get(it.name).copied() else {
                // The rule went meanwhile, and with it the reason.
                let by = (moment.now(), "Kreis");
                retention::settle(conn, list.id, (Stage::Undone, 0), by)?;
                continue;
            };
            let months = rules::term(list.months, months);
            let gone = end(conn, moment, (it, holdings), (&list, months))?;
            retention::settle(conn, list.id, (Stage::Gone, gone), (moment.now(), "Kreis"))?;
            let program = Actor {
                name: "Kreis".to_owned(),
                ..Actor::default()
            };
            let about = (list.id, format!("{}: {gone}", it.name));
            note(conn, moment, (&program, network), "privacy-gone", about)?;
        }
    }
    Ok(())
}

/// Whatever has become younger or is kept meanwhile stays.
fn end(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (it, holdings): (&Retained, &[Holding]),
    (list, months): (&List, i64),
) -> Result<i64, Halt> {
    let before = rules::cutoff(moment.now(), months);
    let kept = retention::kept(conn, list.network, it.name)?;
    let items = retention::items(conn, list.id)?;
    let mut items: BTreeSet<Uuid> = items.into_iter().filter(|id| !kept.contains(id)).collect();
    if matches!(it.going, Going::People) {
        let due = (it.due)(conn, list.network, before, i64::MAX)?;
        let due: BTreeSet<Uuid> = due.into_iter().map(|it| it.id).collect();
        items.retain(|id| due.contains(id));
    }
    let mut gone = 0;
    for id in items {
        let went = match it.going {
            Going::Rows(go) => go(conn, list.network, id, before)?,
            Going::People => {
                erased_by_rule(conn, moment, holdings, (list.network, id.into()))?;
                true
            }
        };
        gone += i64::from(went);
    }
    Ok(gone)
}
