//! Rows of two records of which each says something that another may say too: which stays, and
//! what becomes of what hangs on the other.

use std::cmp::Ordering;

use base::Fault;
use jiff::civil::Date;
use register::Term;
use shell::{Alike, Below, Reference};
use store::{Table, Value};
use uuid::Uuid;

use super::plan::{ACCOUNT, Asked, Planner, count, id_in, own_field, own_field_of};
use super::step::Step;
use crate::rules::{self, Pick, cell};

/// A row of the record that stays, as it stands after the steps so far.
struct Held {
    row: Vec<Value>,
    /// Whether it was a row of the record that stays from the beginning.
    is_first: bool,
    /// Whether another row can say the same: not those that only moved, which stood beside each
    /// other before.
    is_met: bool,
}

impl Planner<'_, '_> {
    pub(super) fn join(
        &mut self,
        (it, table): (&Reference, &Table),
        rows: Vec<Vec<Value>>,
        alike: Alike,
    ) -> Result<(), Fault> {
        let kept = id_in(table, it.column, self.order.kept)?;
        let there = self
            .conn
            .rows_with(table, &[(it.column, kept.clone())])?
            .into_iter();
        let mut held: Vec<Held> = there
            .map(|row| Held {
                row,
                is_first: true,
                is_met: true,
            })
            .collect();
        for row in rows {
            let mut now = Held {
                row,
                is_first: false,
                is_met: false,
            };
            // A longer term may meet the next row.
            let meets = |one: &Held, other: &Held| {
                one.is_met && says_the_same(table, alike, (&one.row, &other.row))
            };
            while let Some(at) = held.iter().position(|other| meets(other, &now)) {
                let twin = held.remove(at);
                now = self.joined((it, table, alike), (twin, now))?;
            }
            if !now.is_met {
                self.rename((it, table), &now.row)?;
                now.row = with(table, now.row, vec![(it.column, kept.clone())]);
            }
            held.push(now);
            if let Some(mark) = alike.over {
                self.make_way((it, table, alike), mark, &mut held)?;
            }
        }
        if let Some((mark, label)) = alike.sole {
            self.leave_one(table, (mark, label), &mut held)?;
        }
        Ok(())
    }

    /// Makes one row of two that say the same.
    fn joined(
        &mut self,
        (it, table, alike): (&Reference, &Table, Alike),
        (twin, row): (Held, Held),
    ) -> Result<Held, Fault> {
        let kept = id_in(table, it.column, self.order.kept)?;
        let picked = self.picked(table, &row.row);
        let is_twin = match picked {
            Some(pick) => pick != Pick::Gone,
            None => rules::compared(table, alike.more, (&twin.row, &row.row)) != Ordering::Less,
        };
        let (stays, goes) = if is_twin { (twin, row) } else { (row, twin) };
        self.hand_down(table, (&stays.row, &goes.row), is_twin)?;
        self.plan.steps.push(Step::removed(table, &goes.row)?);
        let mut cells = vec![(it.column, kept)];
        if alike.term {
            let both = (
                rules::days(table, &stays.row),
                rules::days(table, &goes.row),
            );
            cells.extend(term(rules::united(both.0, both.1)));
        }
        if let (Some(Pick::Both), Value::Text(one), Value::Text(other)) = (
            picked,
            cell(table, &stays.row, "content"),
            cell(table, &goes.row, "content"),
        ) {
            cells.push(("content", Value::Text(rules::in_one_line(one, other))));
        }
        self.plan
            .steps
            .extend(Step::changed(table, &stays.row, &cells)?);
        count(&mut self.plan.joined, it.label);
        Ok(Held {
            row: with(table, stays.row, cells),
            is_first: stays.is_first,
            is_met: true,
        })
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

    /// Rows without the mark keep the days on which none with it stands: a lead that has ended
    /// does not go on because somebody stayed a member.
    fn make_way(
        &mut self,
        (it, table, alike): (&Reference, &Table, Alike),
        mark: &'static str,
        held: &mut Vec<Held>,
    ) -> Result<(), Fault> {
        let bears = |held: &Held| *cell(table, &held.row, mark) == Value::Bool(true);
        let days = |held: &Held| rules::days(table, &held.row);
        let agree = |one: &Held, other: &Held| agrees(table, alike.columns, (&one.row, &other.row));
        loop {
            let found = held.iter().enumerate().find_map(|(at, weak)| {
                let mut above = held.iter();
                let above = above.find(|strong| {
                    !bears(weak)
                        && bears(strong)
                        && agree(weak, strong)
                        && days(weak).overlaps(days(strong))
                });
                above.map(|strong| (at, days(strong), cell(table, &strong.row, "id").clone()))
            });
            let Some((at, taken, strong)) = found else {
                return Ok(());
            };
            let weak = held.remove(at);
            let mut rest = rules::outside(days(&weak), taken).into_iter();
            let Some(first) = rest.next() else {
                self.plan.steps.push(Step::removed(table, &weak.row)?);
                count(&mut self.plan.joined, it.label);
                continue;
            };
            let cells = term(first);
            self.plan
                .steps
                .extend(Step::changed(table, &weak.row, &cells)?);
            for more in rest {
                let mut cells = term(more);
                cells.push(("id", split_off(cell(table, &weak.row, "id"), &strong)));
                let row = with(table, weak.row.clone(), cells);
                self.plan.steps.push(Step::added(table, &row)?);
                held.push(Held { row, ..weak });
            }
            held.push(Held {
                row: with(table, weak.row, cells),
                ..weak
            });
        }
    }

    /// A mark that one alone may bear stays where it was at the record that stays.
    fn leave_one(
        &mut self,
        table: &Table,
        (mark, label): (&'static str, &'static str),
        held: &mut [Held],
    ) -> Result<(), Fault> {
        let bears = |held: &Held| *cell(table, &held.row, mark) == Value::Bool(true);
        let first: Vec<Term> = held
            .iter()
            .filter(|it| it.is_first && bears(it))
            .map(|it| rules::days(table, &it.row))
            .collect();
        for it in held.iter_mut().filter(|it| !it.is_first && bears(it)) {
            let days = rules::days(table, &it.row);
            if first.iter().any(|other| other.overlaps(days)) {
                let cells = vec![(mark, Value::Bool(false))];
                self.plan
                    .steps
                    .extend(Step::changed(table, &it.row, &cells)?);
                it.row = with(table, std::mem::take(&mut it.row), cells);
                count(&mut self.plan.given_up, label);
            }
        }
        Ok(())
    }

    /// What hangs on a row that goes hangs on the one that stays; `is_kept` says whether that is
    /// the one of the record that stays.
    fn hand_down(
        &mut self,
        table: &Table,
        (stays, goes): (&[Value], &[Value]),
        is_kept: bool,
    ) -> Result<(), Fault> {
        let declared = self.declared;
        for below in declared.below.iter().filter(|it| it.above == table.name) {
            let (Value::Id(stays), Value::Id(goes)) =
                (cell(table, stays, "id"), cell(table, goes, "id"))
            else {
                continue;
            };
            let lower = self.table(below.table)?;
            let above = id_in(&lower, below.column, *stays)?;
            let mut there = self.hanging(below, &lower, *stays)?;
            for row in self.hanging(below, &lower, *goes)? {
                let same = there.iter().position(|other| {
                    !below.unlike.is_empty() && agrees(&lower, below.unlike, (other, &row))
                });
                let Some(same) = same.map(|at| there.remove(at)) else {
                    let cells = vec![(below.column, above.clone())];
                    self.plan.steps.extend(Step::changed(&lower, &row, &cells)?);
                    there.push(with(&lower, row, cells));
                    continue;
                };
                let (one, other) = if is_kept {
                    (&same, &row)
                } else {
                    (&row, &same)
                };
                let chosen = self.chosen(&lower, (one, other), (*stays, *goes));
                self.plan.steps.push(Step::removed(&lower, &row)?);
                let cells: Vec<_> = chosen.map(|it| ("content", it)).into_iter().collect();
                self.plan
                    .steps
                    .extend(Step::changed(&lower, &same, &cells)?);
                there.push(with(&lower, same, cells));
            }
            self.lower
                .insert((below.table, below.column, *stays), there);
            self.lower
                .insert((below.table, below.column, *goes), Vec::new());
        }
        Ok(())
    }

    /// What hangs on a row after the steps so far.
    fn hanging(
        &mut self,
        below: &Below,
        lower: &Table,
        above: Uuid,
    ) -> Result<Vec<Vec<Value>>, Fault> {
        let known = self.lower.get(&(below.table, below.column, above));
        if let Some(rows) = known {
            return Ok(rows.clone());
        }
        let cell = id_in(lower, below.column, above)?;
        self.conn.rows_with(lower, &[(below.column, cell)])
    }

    /// What stands in a field of the network's own where two rows said something else, and one
    /// has room: what was chosen, else what the record that stays says.
    fn chosen(
        &mut self,
        table: &Table,
        (kept, gone): (&[Value], &[Value]),
        rows: (Uuid, Uuid),
    ) -> Option<Value> {
        let Value::Id(field) = cell(table, kept, "field_id") else {
            return None;
        };
        let (Value::Text(one), Value::Text(other)) =
            (cell(table, kept, "content"), cell(table, gone, "content"))
        else {
            return None;
        };
        if one == other {
            return None;
        }
        let name = own_field_of(*field, rows);
        let text = match self.order.picks.get(&name) {
            Some(Pick::Gone) => other.clone(),
            Some(Pick::Both) => rules::in_one_line(one, other),
            Some(Pick::Kept) | None => one.clone(),
        };
        self.plan.asked.push(Asked {
            name,
            field: *field,
            kept: one.clone(),
            gone: other.clone(),
        });
        Some(Value::Text(text))
    }
}

/// A row that is split off from another has an id that follows from why.
fn split_off(row: &Value, by: &Value) -> Value {
    match (row, by) {
        (Value::Id(row), Value::Id(by)) => Value::Id(Uuid::from_u128(
            row.as_u128() ^ by.as_u128().rotate_left(64),
        )),
        _ => Value::Null,
    }
}

fn term(days: Term) -> Vec<(&'static str, Value)> {
    let day = |day: Option<Date>| day.map_or(Value::Null, |day| Value::Text(day.to_string()));
    vec![("from_day", day(days.from)), ("until_day", day(days.until))]
}

fn agrees(table: &Table, columns: &[&str], (one, other): (&[Value], &[Value])) -> bool {
    let mut columns = columns.iter();
    columns.all(|column| cell(table, one, column) == cell(table, other, column))
}

fn says_the_same(table: &Table, alike: Alike, (one, other): (&[Value], &[Value])) -> bool {
    let is_marked_alike = |mark: &'static str| cell(table, one, mark) == cell(table, other, mark);
    agrees(table, alike.columns, (one, other))
        && alike.over.is_none_or(is_marked_alike)
        && (!alike.term || rules::days(table, one).overlaps(rules::days(table, other)))
}

fn with(table: &Table, mut row: Vec<Value>, cells: Vec<(&str, Value)>) -> Vec<Value> {
    for (column, value) in cells {
        if let Some(cell) = table.place(column).and_then(|place| row.get_mut(place)) {
            *cell = value;
        }
    }
    row
}
