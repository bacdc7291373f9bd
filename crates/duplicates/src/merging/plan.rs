//! What merging two records does, worked out without doing it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use base::{Fault, Halt};
use shell::{Alike, Holds, Named, Reference, Then};
use store::{Conn, Kind, Table, Value};
use uuid::Uuid;

use super::step::Step;
use super::{Declared, Order};
use crate::rules::{self, Pick, cell};

/// What merging two records does.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub(crate) steps: Vec<Step>,
    /// How many rows move, by phrase key.
    pub moved: BTreeMap<&'static str, usize>,
    /// Of how many rows another says the same and more, by phrase key.
    pub joined: BTreeMap<&'static str, usize>,
    /// What stands in fields of the network's own on memberships that become one, and has no
    /// room beside what stands in the other: the field and its content.
    pub(crate) dropped: Vec<(Uuid, String)>,
}

/// Works out what an order does.
///
/// # Errors
/// Missing where one of the records is not in the network; refused where both are the same.
pub fn plan(conn: &mut Conn<'_>, declared: &Declared, order: &Order) -> Result<Plan, Halt> {
    if order.kept == order.gone {
        return Err(Halt::Missing);
    }
    let (table, kept) = record_of(conn, order, order.kept)?;
    let (_, gone) = record_of(conn, order, order.gone)?;
    let mut planner = Planner {
        conn,
        declared,
        order,
        tables: BTreeMap::new(),
        plan: Plan::default(),
    };
    let of_kind = |it: &&Reference| it.named == order.named;
    let values = values(order, &table, (&kept, &gone));
    for reference in declared.references.iter().filter(of_kind) {
        if reference.table == order.named.word() {
            let above = values.iter().find(|(column, _)| column == reference.column);
            let above = above.map_or(&Value::Null, |(_, value)| value);
            planner.refuse_circle(&table, (reference.column, above))?;
        }
        planner.reference(reference)?;
    }
    planner.redirect()?;
    let mut plan = planner.plan;
    plan.steps.push(Step::removed(&table, &gone)?);
    let values: Vec<(&str, Value)> = values
        .iter()
        .map(|(column, value)| (column.as_str(), value.clone()))
        .collect();
    plan.steps.extend(Step::changed(&table, &kept, &values)?);
    Ok(plan)
}

/// A record of the order's kind and network as a row.
pub(crate) fn record_of(
    conn: &mut Conn<'_>,
    order: &Order,
    id: Uuid,
) -> Result<(Table, Vec<Value>), Halt> {
    let table = conn.table_named(order.named.word())?;
    let key = [
        ("id", Value::Id(id)),
        ("network_id", Value::Id(order.network.into())),
    ];
    let row = conn.rows_with(&table, &key)?.into_iter().next();
    Ok((table, row.ok_or(Halt::Missing)?))
}

/// What the record that stays holds then, column by column.
pub(crate) fn values(
    order: &Order,
    table: &Table,
    (kept, gone): (&[Value], &[Value]),
) -> Vec<(String, Value)> {
    let mut values = Vec::new();
    for field in rules::fields(order.named) {
        let cells = |row: &[Value]| -> Vec<Value> {
            let columns = field.columns.iter();
            columns.map(|it| cell(table, row, it).clone()).collect()
        };
        let (its, others) = (cells(kept), cells(gone));
        let is_one = |id: &Uuid| *id == order.gone || *id == order.kept;
        let mut above = its.iter().chain(&others);
        let above = above
            .find(|it| matches!(it, Value::Id(id) if !is_one(id)))
            .cloned();
        let pick = order.picks.get(field.name).copied();
        let pick = pick.unwrap_or_else(|| rules::proposed(&its, &others, false));
        let picked = match (pick, its.as_slice(), others.as_slice()) {
            (Pick::Both, [Value::Text(one)], [Value::Text(other)]) => {
                vec![Value::Text(rules::together(one, other))]
            }
            (Pick::Gone, ..) => others,
            _ => its,
        };
        // Nobody is above oneself.
        let picked = picked.into_iter().map(|it| match it {
            Value::Id(id) if is_one(&id) => above.clone().unwrap_or(Value::Null),
            it => it,
        });
        let columns = field.columns.iter().map(|it| (*it).to_owned());
        values.extend(columns.zip(picked));
    }
    for column in rules::unasked(order.named, table) {
        let (its, other) = (cell(table, kept, &column), cell(table, gone, &column));
        let value = match (column.as_str(), its, other) {
            // Of an open record and a closed one comes an open one.
            ("ended", Value::Bool(one), Value::Bool(other)) => Value::Bool(*one && *other),
            // Nobody is above oneself.
            (_, Value::Id(id), _) if *id == order.gone => Value::Null,
            (_, its, Value::Id(id)) if *id == order.kept => its.clone(),
            (_, its, other) if rules::is_filled(its) || !rules::is_filled(other) => its.clone(),
            (_, _, other) => other.clone(),
        };
        values.push((column, value));
    }
    values
}

/// Nobody stands below more than these.
const MOST_LEVELS: usize = 50;

/// By what the choice between two values of a field of the network's own is named.
pub(crate) fn own_field(field: Uuid) -> String {
    format!("own-{field}")
}

/// By what the choice between two accounts is named.
pub(crate) const ACCOUNT: &str = "account";

struct Planner<'p, 'c> {
    conn: &'p mut Conn<'c>,
    declared: &'p Declared,
    order: &'p Order,
    tables: BTreeMap<&'static str, Table>,
    plan: Plan,
}

impl Planner<'_, '_> {
    fn table(&mut self, name: &'static str) -> Result<Table, Fault> {
        if let Some(table) = self.tables.get(name) {
            return Ok(table.clone());
        }
        let table = self.conn.table_named(name)?;
        self.tables.insert(name, table.clone());
        Ok(table)
    }

    fn reference(&mut self, it: &Reference) -> Result<(), Fault> {
        if matches!(it.then, Then::Renew) {
            return Ok(());
        }
        let table = self.table(it.table)?;
        let rows = match it.holds {
            Holds::Id => {
                let gone = id_in(&table, it.column, self.order.gone)?;
                self.conn.rows_with(&table, &[(it.column, gone)])?
            }
            Holds::Text => {
                let gone = self.order.gone.to_string();
                self.conn.rows_naming(&table, it.column, &gone)?
            }
        };
        if rows.is_empty() {
            return Ok(());
        }
        match it.then {
            Then::Join(alike) => self.join((it, &table), rows, alike),
            Then::Go => rows.iter().try_for_each(|row| {
                self.plan.steps.push(Step::removed(&table, row)?);
                Ok(())
            }),
            Then::Move | Then::Renew => rows
                .iter()
                .try_for_each(|row| self.rename((it, &table), row)),
        }
    }

    /// Where one record stands above another of its kind, the one that stays must not come to
    /// stand above itself by way of others; that one stood right below the other is no harm.
    fn refuse_circle(
        &mut self,
        table: &Table,
        (column, above): (&str, &Value),
    ) -> Result<(), Halt> {
        let mut above = above.clone();
        for _ in 0..MOST_LEVELS {
            let Value::Id(at) = above else {
                return Ok(());
            };
            if at == self.order.kept || at == self.order.gone {
                return Err(Halt::no("duplicates-fault-circle"));
            }
            let rows = self.conn.rows_with(table, &[("id", Value::Id(at))])?;
            let next = rows.first().map(|row| cell(table, row, column).clone());
            above = next.unwrap_or(Value::Null);
        }
        Ok(())
    }

    /// What was chosen for something that hangs on both records and has room for one.
    fn picked(&self, table: &Table, row: &[Value]) -> Option<Pick> {
        let name = match (table.name.as_str(), cell(table, row, "field_id")) {
            ("custom_value", Value::Id(field)) => own_field(*field),
            ("account_person", _) => ACCOUNT.to_owned(),
            _ => return None,
        };
        self.order.picks.get(&name).copied()
    }

    fn rename(&mut self, (it, table): (&Reference, &Table), row: &[Value]) -> Result<(), Fault> {
        let is_own_table = it.table == self.order.named.word();
        // The rows of the two records themselves come last.
        if is_own_table && self.is_of_order(table, row) {
            return Ok(());
        }
        let after = match (it.holds, cell(table, row, it.column)) {
            (Holds::Text, Value::Text(text)) => Value::Text(
                text.replace(&self.order.gone.to_string(), &self.order.kept.to_string()),
            ),
            _ => id_in(table, it.column, self.order.kept)?,
        };
        let step = Step::changed(table, row, &[(it.column, after)])?;
        self.plan.steps.extend(step);
        count(&mut self.plan.moved, it.label);
        Ok(())
    }

    fn is_of_order(&self, table: &Table, row: &[Value]) -> bool {
        let id = cell(table, row, "id");
        *id == Value::Id(self.order.kept) || *id == Value::Id(self.order.gone)
    }

    fn join(
        &mut self,
        (it, table): (&Reference, &Table),
        rows: Vec<Vec<Value>>,
        alike: Alike,
    ) -> Result<(), Fault> {
        let kept = id_in(table, it.column, self.order.kept)?;
        let mut there = self.conn.rows_with(table, &[(it.column, kept.clone())])?;
        for row in rows {
            let twin = there
                .iter_mut()
                .find(|other| says_the_same(table, alike, (other, &row)));
            let Some(twin) = twin else {
                self.rename((it, table), &row)?;
                continue;
            };
            let picked = self.picked(table, &row);
            let says_more = match picked {
                Some(pick) => pick != Pick::Gone,
                None => rules::compared(table, alike.more, (twin, &row)) != Ordering::Less,
            };
            let (stays, goes) = if says_more {
                (twin.clone(), row)
            } else {
                (row, twin.clone())
            };
            self.hand_down(table, (&stays, &goes))?;
            self.plan.steps.push(Step::removed(table, &goes)?);
            let mut cells = vec![(it.column, kept.clone())];
            if alike.term {
                let days = rules::united(&rules::days(table, &stays), &rules::days(table, &goes));
                let day = |day: Option<String>| day.map_or(Value::Null, Value::Text);
                cells.extend([("from_day", day(days.0)), ("until_day", day(days.1))]);
            }
            if let (Some(Pick::Both), Value::Text(one), Value::Text(other)) = (
                picked,
                cell(table, &stays, "content"),
                cell(table, &goes, "content"),
            ) {
                cells.push(("content", Value::Text(rules::in_one_line(one, other))));
            }
            self.plan
                .steps
                .extend(Step::changed(table, &stays, &cells)?);
            *twin = with(table, stays, cells);
            count(&mut self.plan.joined, it.label);
        }
        Ok(())
    }

    /// What hangs on a row that goes hangs on the one that stays.
    fn hand_down(
        &mut self,
        table: &Table,
        (stays, goes): (&[Value], &[Value]),
    ) -> Result<(), Fault> {
        let declared = self.declared;
        for below in declared.below.iter().filter(|it| it.above == table.name) {
            let (Value::Id(stays), Value::Id(goes)) =
                (cell(table, stays, "id"), cell(table, goes, "id"))
            else {
                continue;
            };
            let lower = self.table(below.table)?;
            let (stays, goes) = (
                id_in(&lower, below.column, *stays)?,
                id_in(&lower, below.column, *goes)?,
            );
            let there = self
                .conn
                .rows_with(&lower, &[(below.column, stays.clone())])?;
            for row in self.conn.rows_with(&lower, &[(below.column, goes)])? {
                let agrees = |other: &Vec<Value>| {
                    let mut columns = below.unlike.iter();
                    columns.all(|it| cell(&lower, other, it) == cell(&lower, &row, it))
                };
                let same = there.iter().find(|other| agrees(other));
                if let Some(same) = same.filter(|_| !below.unlike.is_empty()) {
                    let content = |row: &[Value]| cell(&lower, row, "content").clone();
                    if let (Value::Id(field), Value::Text(text)) =
                        (cell(&lower, &row, "field_id"), content(&row))
                        && content(same) != Value::Text(text.clone())
                    {
                        self.plan.dropped.push((*field, text));
                    }
                    self.plan.steps.push(Step::removed(&lower, &row)?);
                } else {
                    let cells = [(below.column, stays.clone())];
                    self.plan.steps.extend(Step::changed(&lower, &row, &cells)?);
                }
            }
        }
        Ok(())
    }

    /// The address of the record that goes leads to the one that stays.
    fn redirect(&mut self) -> Result<(), Fault> {
        let table = self.table("old_slug")?;
        let row: Vec<Value> = table
            .columns
            .iter()
            .map(|column| match column.name.as_str() {
                "network_id" => Value::Id(self.order.network.into()),
                "kind" => Value::Text(self.order.named.word().to_owned()),
                "slug" => Value::Text(self.order.gone.to_string()),
                "record_id" => Value::Id(self.order.kept),
                _ => Value::Null,
            })
            .collect();
        self.plan.steps.push(Step::added(&table, &row)?);
        Ok(())
    }
}

fn says_the_same(table: &Table, alike: Alike, (one, other): (&[Value], &[Value])) -> bool {
    let agrees = |column: &&str| cell(table, one, column) == cell(table, other, column);
    alike.columns.iter().all(agrees)
        && (!alike.term || rules::overlap(&rules::days(table, one), &rules::days(table, other)))
}

fn with(table: &Table, mut row: Vec<Value>, cells: Vec<(&str, Value)>) -> Vec<Value> {
    for (column, value) in cells {
        if let Some(cell) = table.place(column).and_then(|place| row.get_mut(place)) {
            *cell = value;
        }
    }
    row
}

fn count(counts: &mut BTreeMap<&'static str, usize>, label: &'static str) {
    if !label.is_empty() {
        *counts.entry(label).or_default() += 1;
    }
}

/// An id as a column holds it: by itself, or written out.
fn id_in(table: &Table, column: &str, id: Uuid) -> Result<Value, Fault> {
    let kind = table
        .place(column)
        .and_then(|place| table.columns.get(place));
    match kind.map(|column| column.kind) {
        Some(Kind::Id) => Ok(Value::Id(id)),
        Some(Kind::Text) => Ok(Value::Text(id.to_string())),
        _ => Err(Fault::new(format!("find an id in {}.{column}", table.name))),
    }
}

/// The kind of record that a word of the database means.
pub(crate) fn named_of(word: &str) -> Result<Named, Fault> {
    [Named::Person, Named::Organisation]
        .into_iter()
        .find(|it| it.word() == word)
        .ok_or_else(|| Fault::new("read a kind of record"))
}
