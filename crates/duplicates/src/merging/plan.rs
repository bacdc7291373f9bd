//! What merging two records does, worked out without doing it.

use std::collections::BTreeMap;

use base::{Fault, Halt};
use shell::{Holds, Named, Reference, Then};
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
    /// How many rows lose a mark that one alone may bear, by phrase key.
    pub given_up: BTreeMap<&'static str, usize>,
    /// What stands in fields of the network's own on memberships that become one.
    pub(crate) asked: Vec<Asked>,
}

/// Two values of a field of the network's own on memberships that become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// By what the choice between them is named.
    pub(crate) name: String,
    /// The field.
    pub(crate) field: Uuid,
    /// What the membership of the record that stays says.
    pub(crate) kept: String,
    /// What the other one says.
    pub(crate) gone: String,
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
        lower: BTreeMap::new(),
        plan: Plan::default(),
    };
    let of_kind = |it: &&Reference| it.named == order.named;
    let values = values(order, &table, (&kept, &gone));
    for reference in declared.references.iter().filter(of_kind) {
        if reference.table == order.named.table() {
            let above = values.iter().find(|(column, _)| column == reference.column);
            let above = above.map_or(&Value::Null, |(_, value)| value);
            planner.refuse_circle(&table, (reference.column, above))?;
        }
        planner.reference(reference)?;
    }
    planner.redirect((&table, &gone))?;
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
    let table = conn.table_named(order.named.table())?;
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

/// The same for a field of two memberships, whichever of them stays.
pub(super) fn own_field_of(field: Uuid, (one, other): (Uuid, Uuid)) -> String {
    let both = Uuid::from_u128(one.as_u128() ^ other.as_u128());
    format!("own-{field}-{}", both.simple())
}

/// By what the choice between two accounts is named.
pub(crate) const ACCOUNT: &str = "account";

/// The rows of one table that hang on a row of another.
type Hanging = (&'static str, &'static str, Uuid);

pub(super) struct Planner<'p, 'c> {
    pub(super) conn: &'p mut Conn<'c>,
    pub(super) declared: &'p Declared,
    pub(super) order: &'p Order,
    tables: BTreeMap<&'static str, Table>,
    /// What hangs on rows that were joined already, as it hangs there then.
    pub(super) lower: BTreeMap<Hanging, Vec<Vec<Value>>>,
    pub(super) plan: Plan,
}

impl Planner<'_, '_> {
    pub(super) fn table(&mut self, name: &'static str) -> Result<Table, Fault> {
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

    pub(super) fn rename(
        &mut self,
        (it, table): (&Reference, &Table),
        row: &[Value],
    ) -> Result<(), Fault> {
        let is_own_table = it.table == self.order.named.table();
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

    /// The addresses of the record that goes lead to the one that stays; one that somebody else
    /// had before leads there now.
    fn redirect(&mut self, (own, gone): (&Table, &[Value])) -> Result<(), Fault> {
        let table = self.table("old_slug")?;
        let mut slugs = vec![self.order.gone.to_string()];
        if let Value::Text(slug) = cell(own, gone, "slug") {
            slugs.push(slug.clone());
        }
        for slug in slugs {
            let place = [
                ("network_id", Value::Id(self.order.network.into())),
                ("kind", Value::Text(self.order.named.word().to_owned())),
                ("slug", Value::Text(slug)),
            ];
            let leads = ("record_id", Value::Id(self.order.kept));
            let known = self.conn.rows_with(&table, &place)?.into_iter().next();
            let step = match known {
                // What led to the record that goes has been turned round already.
                Some(row) if *cell(&table, &row, leads.0) == Value::Id(self.order.gone) => None,
                Some(row) => Step::changed(&table, &row, &[leads])?,
                None => {
                    let held = place.iter().chain([&leads]);
                    let held: BTreeMap<&str, &Value> = held.map(|(it, cell)| (*it, cell)).collect();
                    let cells = table.columns.iter().map(|column| {
                        let cell = held.get(column.name.as_str());
                        cell.map_or(Value::Null, |it| (*it).clone())
                    });
                    Some(Step::added(&table, &cells.collect::<Vec<_>>())?)
                }
            };
            self.plan.steps.extend(step);
        }
        Ok(())
    }
}

pub(super) fn count(counts: &mut BTreeMap<&'static str, usize>, label: &'static str) {
    if !label.is_empty() {
        *counts.entry(label).or_default() += 1;
    }
}

/// An id as a column holds it: by itself, or written out.
pub(super) fn id_in(table: &Table, column: &str, id: Uuid) -> Result<Value, Fault> {
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
    Named::ALL
        .into_iter()
        .find(|it| it.word() == word)
        .ok_or_else(|| Fault::new("read a kind of record"))
}
