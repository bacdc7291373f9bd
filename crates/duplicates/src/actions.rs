//! What the office does with records that look alike, each act in the caller's transaction.

use base::access::Actor;
use base::{Fault, Halt, Moment, NetworkId};
use jiff::{SignedDuration, Timestamp};
use shell::Named;
use store::{Conn, Entry, Job, Value};
use uuid::Uuid;

use crate::merging::{self, Declared, Order, Step};
use crate::records::{self, Merge};
use crate::{jobs, rules};

/// How long a merge can be undone.
const UNDOABLE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Until when a merge can be undone.
pub(crate) fn undoable_until(merged_at: Timestamp) -> Timestamp {
    merged_at.checked_add(UNDOABLE).unwrap_or(merged_at)
}

/// Makes one record of two: everything that names the one that goes names the one that stays.
///
/// # Errors
/// Missing where one of them is not in the network; refused where an account would lose its
/// roles.
pub fn merge(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    declared: &Declared,
    order: &Order,
) -> Result<Uuid, Halt> {
    let plan = merging::plan(conn, declared, order)?;
    let two = match order.picks.get(merging::ACCOUNT) {
        Some(rules::Pick::Gone) => (order.gone, order.kept),
        _ => (order.kept, order.gone),
    };
    if order.named == Named::Person && records::loses_roles(conn, two)? {
        return Err(Halt::no("duplicates-fault-roles"));
    }
    let (table, gone) = merging::record_of(conn, order, order.gone)?;
    let gone_name = match rules::cell(&table, &gone, "name") {
        Value::Text(name) => name.clone(),
        _ => String::new(),
    };
    merging::apply(conn, &plan.steps)?;
    for id in [order.gone, order.kept] {
        declared.refresh(conn, moment, (order.named, id))?;
    }
    let it = Merge {
        id: moment.id(),
        network: order.network,
        named: order.named,
        kept: Some(order.kept),
        kept_name: String::new(),
        gone: order.gone,
        gone_name,
        merged_at: moment.now(),
        merged_by: who.name.clone(),
        undone_at: None,
        is_kept: true,
    };
    let record = serde_json::to_string(&plan.steps)
        .map_err(|cause| Fault::because("write down what undoes a merge", cause))?;
    records::write_merge(conn, &it, &record)?;
    let forget = Job {
        kind: jobs::FORGET,
        subject: &it.id.to_string(),
        due: undoable_until(it.merged_at),
    };
    conn.later(moment, &forget)?;
    note(conn, moment, who, (&it, order.kept), "register-merged")?;
    Ok(it.id)
}

/// Parts two records again that were merged.
///
/// # Errors
/// Missing in another network; refused after thirty days, and where a later change is in the
/// way.
pub fn undo(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    declared: &Declared,
    (network, id): (NetworkId, Uuid),
) -> Result<Merge, Halt> {
    let it = records::merge_by_id(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)?;
    if it.undone_at.is_some() {
        return Err(Halt::no("duplicates-fault-undone"));
    }
    if !it.is_kept || moment.now() > undoable_until(it.merged_at) {
        return Err(Halt::no("duplicates-fault-too-late"));
    }
    let kept = it.kept.ok_or(Halt::no("duplicates-fault-deleted"))?;
    if records::later_merges(conn, &it)? > 0 {
        return Err(Halt::no("duplicates-fault-later-merge"));
    }
    let record = records::undo_record(conn, id)?;
    let steps: Vec<Step> = serde_json::from_str(&record)
        .map_err(|cause| Fault::because("read what undoes a merge", cause))?;
    merging::put_back(conn, &steps, it.named.table())?;
    for id in [kept, it.gone] {
        declared.refresh(conn, moment, (it.named, id))?;
    }
    records::write_undone(conn, id, (moment.now(), &who.name))?;
    for subject in [kept, it.gone] {
        let verb = "register-merge-undone";
        note(conn, moment, who, (&it, subject), verb)?;
    }
    Ok(it)
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (it, subject): (&Merge, Uuid),
    verb: &'static str,
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(it.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: it.named.word(),
            subject,
            detail: it.gone_name.clone(),
        },
    )
}

/// Says of two records that look alike that they are two.
///
/// # Errors
/// Missing where one of them is not in the network.
pub fn say_different(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, named): (NetworkId, Named),
    pair: (Uuid, Uuid),
) -> Result<(), Halt> {
    both_here(conn, (network, named), pair)?;
    let (id, now) = (moment.id(), moment.now());
    records::write_different(conn, (id, network, named), pair, (now, &who.name))?;
    let verb = "duplicates-different";
    Ok(note_pair(conn, moment, (who, network, named), pair, verb)?)
}

/// Takes it back that two records are two.
///
/// # Errors
/// Missing where one of them is not in the network.
pub fn take_back_different(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, named): (NetworkId, Named),
    pair: (Uuid, Uuid),
) -> Result<(), Halt> {
    both_here(conn, (network, named), pair)?;
    records::remove_different(conn, named, pair)?;
    let verb = "duplicates-different-undone";
    Ok(note_pair(conn, moment, (who, network, named), pair, verb)?)
}

/// Both records say what was said of them; neither names the other.
fn note_pair(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, network, named): (&Actor, NetworkId, Named),
    (one, other): (Uuid, Uuid),
    verb: &'static str,
) -> Result<(), Fault> {
    for subject in [one, other] {
        conn.note(
            moment,
            &Entry {
                network: Some(network),
                account: who.account,
                actor: &who.name,
                verb,
                kind: named.word(),
                subject,
                detail: String::new(),
            },
        )?;
    }
    Ok(())
}

fn both_here(
    conn: &mut Conn<'_>,
    (network, named): (NetworkId, Named),
    (one, other): (Uuid, Uuid),
) -> Result<(), Halt> {
    let order = Order {
        network,
        named,
        kept: one,
        gone: other,
        picks: std::collections::BTreeMap::new(),
    };
    if one == other {
        return Err(Halt::Missing);
    }
    merging::record_of(conn, &order, one)?;
    merging::record_of(conn, &order, other)?;
    Ok(())
}
