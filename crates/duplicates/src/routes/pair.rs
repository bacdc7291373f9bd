//! Two records side by side, what merging them does, and merging them.

mod extras;
mod reasons;

use std::collections::BTreeMap;

use axum::extract::Path;
use base::{Blame, Halt, NetworkId};
use register::fields;
use shell::{Answer, Fields, Form, Marked, Named, Page, Visit, encoded, go, query_value, show_as};
use store::{Conn, Table, Value};

use super::{Places, Two, here};
use crate::merging::{self, Declared, Order, Plan};
use crate::pages::{self, Choosing, Half, Outcome, PairPage, PreviewPage, shown};
use crate::rules::{self, Pick};
use crate::{actions, links};
use extras::Extra;
use reasons::reasons;

/// The words of forms for the two records.
const ONE: &str = "one";
const OTHER: &str = "other";
const BOTH: &str = "both";
/// The field that says which record stays.
const STAY: &str = "stay";

/// Both records, with what hangs on each.
struct Facts {
    table: Table,
    one: Vec<Value>,
    other: Vec<Value>,
    /// What moves where the other one stays.
    of_one: Plan,
    of_other: Plan,
    is_other_newer: bool,
    /// What hangs on both and has room for one.
    extras: Vec<Extra>,
    /// The names of what stands above.
    above: pages::Above,
}

fn order(network: NetworkId, two: Two, keeps_one: bool) -> Order {
    let (kept, gone) = if keeps_one {
        (two.one, two.other)
    } else {
        (two.other, two.one)
    };
    Order {
        network,
        named: two.named,
        kept,
        gone,
        picks: BTreeMap::new(),
    }
}

fn facts(
    conn: &mut Conn<'_>,
    declared: &Declared,
    (network, two): (NetworkId, Two),
) -> Result<Facts, Halt> {
    let (keeps_one, keeps_other) = (order(network, two, true), order(network, two, false));
    let of_other = planned(conn, declared, &keeps_one)?;
    let of_one = planned(conn, declared, &keeps_other)?;
    let (table, one) = merging::record_of(conn, &keeps_one, two.one)?;
    let (_, other) = merging::record_of(conn, &keeps_one, two.other)?;
    let touched = |conn: &mut Conn<'_>, id| {
        let noted = conn.journal_of(id)?;
        Ok::<_, Halt>(noted.first().map(|it| it.at))
    };
    let is_other_newer = touched(conn, two.other)? > touched(conn, two.one)?;
    let own = fields::every(conn, network)?;
    let mut extras = extras::of(conn, two, &own)?;
    let asked = (of_one.asked.as_slice(), of_other.asked.as_slice());
    extras.extend(extras::of_memberships(two, &own, asked));
    Ok(Facts {
        extras,
        above: extras::above(conn, (two.named, &table, [&one, &other]))?,
        table,
        one,
        other,
        of_one,
        of_other,
        is_other_newer,
    })
}

/// Nothing moves in a direction that is refused; the act itself says why.
fn planned(conn: &mut Conn<'_>, declared: &Declared, order: &Order) -> Result<Plan, Halt> {
    match merging::plan(conn, declared, order) {
        Err(Halt::Refused(_)) => Ok(Plan::default()),
        other => other,
    }
}

async fn looked_up(visit: &Visit, two: Two) -> Result<Facts, Halt> {
    let (network, _) = here(visit)?;
    let declared = Declared::of(&visit.app.rooms);
    visit
        .store()
        .read(move |conn| facts(conn, &declared, (network, two)))
        .await
}

pub(super) async fn show(visit: Visit, Path(places): Path<Places>) -> Answer {
    let two = Two::of(&places)?;
    let facts = looked_up(&visit, two).await?;
    let form = match query_value(&visit.query, STAY) {
        Some(_) => asked(&visit, (two, &facts)),
        None => proposed(&facts, two),
    };
    pair_page(&visit, two, &facts, form)
}

/// What is chosen to begin with.
fn proposed(facts: &Facts, two: Two) -> Form {
    let ties =
        |plan: &Plan| plan.moved.values().sum::<usize>() + plan.joined.values().sum::<usize>();
    let keeps_one = ties(&facts.of_one) >= ties(&facts.of_other);
    let stay = if keeps_one { ONE } else { OTHER };
    let mut form = Form::of([(STAY, stay.to_owned())]);
    for field in rules::fields(two.named) {
        let cells = |row: &[Value]| -> Vec<Value> {
            let columns = field.columns.iter();
            columns
                .map(|it| rules::cell(&facts.table, row, it).clone())
                .collect()
        };
        let (one, other) = (cells(&facts.one), cells(&facts.other));
        let both_full = one.iter().chain(&other).all(rules::is_filled);
        let pick = if field.joins && both_full && one != other {
            BOTH
        } else {
            match rules::proposed(&one, &other, facts.is_other_newer) {
                Pick::Gone => OTHER,
                Pick::Kept | Pick::Both => ONE,
            }
        };
        form.put(field.name, pick);
    }
    for extra in &facts.extras {
        let pick = match (extra.joins, facts.is_other_newer) {
            (true, _) => BOTH,
            (false, true) => OTHER,
            (false, false) => ONE,
        };
        form.put(&extra.name, pick);
    }
    form
}

/// What the address says was chosen.
fn asked(visit: &Visit, (two, facts): (Two, &Facts)) -> Form {
    let fields = rules::fields(two.named).iter().map(|field| field.name);
    let extras = facts.extras.iter().map(|it| it.name.as_str());
    let mut form = Form::default();
    for name in std::iter::once(STAY).chain(fields).chain(extras) {
        if let Some(value) = query_value(&visit.query, name) {
            form.put(name, value);
        }
    }
    form
}

/// The order that a form gives; none where it does not say which record stays.
fn ordered(network: NetworkId, two: Two, form: &Form) -> Option<Order> {
    let stay = form.value(STAY);
    let mut order = match stay {
        ONE => order(network, two, true),
        OTHER => order(network, two, false),
        _ => return None,
    };
    for field in rules::fields(two.named) {
        let pick = match form.value(field.name) {
            BOTH if field.joins => Pick::Both,
            word if word == stay => Pick::Kept,
            ONE | OTHER => Pick::Gone,
            _ => continue,
        };
        order.picks.insert(field.name.to_owned(), pick);
    }
    for name in form.names().filter(|it| extras::is_extra(it)) {
        let pick = match form.value(name) {
            BOTH if name != merging::ACCOUNT => Pick::Both,
            word if word == stay => Pick::Kept,
            ONE | OTHER => Pick::Gone,
            _ => continue,
        };
        order.picks.insert(name.to_owned(), pick);
    }
    Some(order)
}

fn pair_page(visit: &Visit, two: Two, facts: &Facts, form: Form) -> Answer {
    let (_, slug) = here(visit)?;
    let list = links::of(links::DUPLICATES, &slug);
    let list = format!("{list}?art={}", links::kind(two.named));
    let names = [&facts.one, &facts.other].map(|row| name_of(&facts.table, row));
    let [one, other] = &names;
    let status = form.status();
    let half = |row: &[Value], plan: &Plan, id| Half {
        name: name_of(&facts.table, row),
        href: visit.href(&links::record(&slug, two.named, id)),
        ended: *rules::cell(&facts.table, row, "ended") == Value::Bool(true),
        ties: told(visit, &summed(plan)),
    };
    let mut stays =
        [(ONE, one), (OTHER, other)].map(|(word, name)| (word.to_owned(), name.clone()));
    if one == other {
        for ((_, label), key) in stays
            .iter_mut()
            .zip(["duplicates-first", "duplicates-second"])
        {
            *label = visit.tell(key, &[("name", label.as_str().into())]);
        }
    }
    let (choosing, same) = compared(visit, two.named, facts);
    let cancel = match two.named {
        Named::Group => links::record(&slug, two.named, two.one),
        Named::Person | Named::Organisation => list.clone(),
    };
    show_as(
        status,
        &PairPage {
            page: Page::new(visit, visit.say("duplicates-pair-title"))
                .below(visit.say("duplicates-title"), &list)
                .here(),
            fields: Fields::new(visit, form),
            action: visit.href(&two.link(links::PREVIEW, &slug)),
            halves: vec![
                half(&facts.one, &facts.of_one, two.one),
                half(&facts.other, &facts.of_other, two.other),
            ],
            reasons: reasons(visit, two.named, facts),
            stays: stays.to_vec(),
            choosing,
            same,
            different_href: two
                .found_alike()
                .is_ok()
                .then(|| visit.href(&two.link(links::DIFFERENT, &slug))),
            cancel_href: visit.href(&cancel),
        },
    )
}

fn name_of(table: &Table, row: &[Value]) -> String {
    text_of(table, row, "name")
}

fn text_of(table: &Table, row: &[Value], column: &str) -> String {
    match rules::cell(table, row, column) {
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// What hangs on a record, whether it moves or another row says the same.
fn summed(plan: &Plan) -> BTreeMap<&'static str, usize> {
    let mut sums = plan.moved.clone();
    for (label, count) in &plan.joined {
        *sums.entry(label).or_default() += count;
    }
    sums
}

fn told(visit: &Visit, counts: &BTreeMap<&'static str, usize>) -> Vec<String> {
    counts
        .iter()
        .map(|(label, count)| visit.tell(label, &[("count", count.into())]))
        .collect()
}

/// The fields to choose from, and what both records say.
fn compared(visit: &Visit, named: Named, facts: &Facts) -> (Vec<Choosing>, Vec<(Marked, String)>) {
    let (mut choosing, mut same) = (Vec::new(), Vec::new());
    for field in rules::fields(named) {
        let words = |row: &[Value]| shown(visit, (field, &facts.above), (&facts.table, row));
        let (mut one, mut other) = (words(&facts.one), words(&facts.other));
        let label = Marked::own(visit.say(field.label));
        let differs = field.name == "logo" && logo(facts, &facts.one) != logo(facts, &facts.other);
        if one == other && (one.is_empty() || !differs) {
            if !one.is_empty() {
                same.push((label, one));
            }
            continue;
        }
        if one == other {
            // Two pictures of one description.
            let told = |key, name: String| visit.tell(key, &[("name", name.into())]);
            (one, other) = (
                told("duplicates-first", one),
                told("duplicates-second", other),
            );
        }
        let both_full = !one.is_empty() && !other.is_empty();
        let or_empty = |text: String| {
            if text.is_empty() {
                visit.say("duplicates-empty").to_owned()
            } else {
                text
            }
        };
        let mut choices = vec![
            (ONE.to_owned(), or_empty(one)),
            (OTHER.to_owned(), or_empty(other)),
        ];
        if field.joins && both_full {
            choices.push((BOTH.to_owned(), visit.say("duplicates-both").to_owned()));
        }
        choosing.push(Choosing {
            name: field.name.to_owned(),
            label,
            words: visit.say(field.label).to_owned(),
            hint: None,
            choices,
            of_records: field.words.is_none() && both_full && !field.joins,
        });
    }
    choosing.extend(facts.extras.iter().map(|it| it.choosing(visit)));
    (choosing, same)
}

fn logo<'f>(facts: &'f Facts, row: &'f [Value]) -> &'f Value {
    rules::cell(&facts.table, row, "logo")
}

pub(super) async fn preview(visit: Visit, Path(places): Path<Places>) -> Answer {
    let two = Two::of(&places)?;
    let facts = looked_up(&visit, two).await?;
    let form = asked(&visit, (two, &facts));
    preview_of(&visit, (two, facts), form).await
}

/// What the order does, with what was chosen; what stands in its way is said in the form.
async fn chosen_plan(visit: &Visit, order: &Order, form: &mut Form) -> Result<Plan, Halt> {
    let (declared, order) = (Declared::of(&visit.app.rooms), order.clone());
    let found = visit
        .store()
        .read(move |conn| merging::plan(conn, &declared, &order))
        .await;
    match found {
        Err(halt @ Halt::Refused(_)) => {
            if !form.is_blamed() {
                form.take_refusal(halt)?;
            }
            Ok(Plan::default())
        }
        other => other,
    }
}

async fn preview_of(visit: &Visit, (two, facts): (Two, Facts), mut form: Form) -> Answer {
    let (network, slug) = here(visit)?;
    let Some(order) = ordered(network, two, &form) else {
        form.blame(Blame::at(STAY, "fault-missing"));
        return pair_page(visit, two, &facts, form);
    };
    let plan = chosen_plan(visit, &order, &mut form).await?;
    let (kept, gone) = if order.kept == two.one {
        (&facts.one, &facts.other)
    } else {
        (&facts.other, &facts.one)
    };
    let hidden: Vec<(String, String)> = form
        .names()
        .map(|name| (name.to_owned(), form.value(name).to_owned()))
        .collect();
    let pair = two.link(links::PAIR, &slug);
    let status = form.status();
    show_as(
        status,
        &PreviewPage {
            page: Page::new(visit, visit.say("duplicates-preview-title"))
                .below(
                    visit.say("duplicates-title"),
                    &links::of(links::DUPLICATES, &slug),
                )
                .below(visit.say("duplicates-pair-title"), &pair)
                .here(),
            action: visit.href(&two.link(links::MERGING, &slug)),
            back_href: visit.href(&format!("{pair}?{}", query(&hidden))),
            hidden,
            kept: name_of(&facts.table, kept),
            gone: name_of(&facts.table, gone),
            outcomes: outcomes(visit, (&order, &facts), (kept, gone)),
            moved: told(visit, &plan.moved),
            joined: told(visit, &plan.joined),
            given_up: told(visit, &plan.given_up),
            is_group: two.named == Named::Group,
            until: visit.hour(actions::undoable_until(visit.now)),
            fields: Fields::new(visit, form),
        },
    )
}

fn query(pairs: &[(String, String)]) -> String {
    let pairs = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn outcomes(
    visit: &Visit,
    (order, facts): (&Order, &Facts),
    (kept, gone): (&[Value], &[Value]),
) -> Vec<Outcome> {
    let table = &facts.table;
    let values = merging::values(order, table, (kept, gone));
    let after: Vec<Value> = table
        .columns
        .iter()
        .zip(kept)
        .map(|(column, cell)| {
            let value = values.iter().find(|(name, _)| *name == column.name);
            value.map_or(cell, |(_, value)| value).clone()
        })
        .collect();
    let of_fields = rules::fields(order.named).iter().filter_map(|field| {
        let [text, its, other] =
            [&after, kept, gone].map(|row| shown(visit, (field, &facts.above), (table, row)));
        let dropped = [its, other]
            .into_iter()
            .find(|it| !it.is_empty() && !text.contains(it.as_str()));
        (!text.is_empty() || dropped.is_some()).then(|| Outcome {
            label: Marked::own(visit.say(field.label)),
            text,
            dropped,
        })
    });
    let of_extras = facts.extras.iter().map(|it| it.outcome(visit, order));
    of_fields.chain(of_extras).collect()
}

pub(super) async fn merge(visit: Visit, Path(places): Path<Places>, mut form: Form) -> Answer {
    let two = Two::of(&places)?;
    let (network, slug) = here(&visit)?;
    let Some(order) = ordered(network, two, &form) else {
        let facts = looked_up(&visit, two).await?;
        return preview_of(&visit, (two, facts), form).await;
    };
    let declared = Declared::of(&visit.app.rooms);
    let (who, mut moment) = (visit.actor.clone(), visit.moment());
    let done = visit
        .store()
        .write(move |conn| actions::merge(conn, &mut moment, &who, &declared, &order))
        .await;
    match done {
        Ok(merge) => {
            let path = links::merged(links::MERGED, &slug, merge);
            Ok(go(&visit, &path, "duplicates-merged"))
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            let facts = looked_up(&visit, two).await?;
            preview_of(&visit, (two, facts), form).await
        }
    }
}
