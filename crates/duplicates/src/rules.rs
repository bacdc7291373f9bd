//! Which of two values stays, and which of two rows says more.

use std::cmp::Ordering;

use register::Term;
use shell::{More, Named};
use store::{Table, Value};

/// Whose value a field has after a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Of the record that stays.
    Kept,
    /// Of the one that goes.
    Gone,
    /// Both, one below the other.
    Both,
}

/// Something that is chosen as a whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Its name in forms.
    pub(crate) name: &'static str,
    /// Phrase key of its label.
    pub(crate) label: &'static str,
    /// Its columns.
    pub(crate) columns: &'static [&'static str],
    /// Phrase keys of its words begin like this, where it is a word and no text.
    pub(crate) words: Option<&'static str>,
    /// Whether both values can stand together.
    pub(crate) joins: bool,
}

const fn text(name: &'static str, label: &'static str, columns: &'static [&'static str]) -> Field {
    Field {
        name,
        label,
        columns,
        words: None,
        joins: false,
    }
}

const fn word(
    name: &'static str,
    label: &'static str,
    columns: &'static [&'static str],
    words: &'static str,
) -> Field {
    Field {
        words: Some(words),
        ..text(name, label, columns)
    }
}

const NOTE: Field = Field {
    joins: true,
    ..text("note", "register-note", &["note"])
};

const PERSON: [Field; 6] = [
    text("name", "register-name", &["name", "sort_name"]),
    word(
        "address_form",
        "register-address-form",
        &["address_form"],
        "register-address-",
    ),
    text("mail", "register-mail", &["mail"]),
    text("phone", "register-phone", &["phone"]),
    word("lang", "register-lang", &["lang"], "register-lang-"),
    NOTE,
];

const ORGANISATION: [Field; 12] = [
    text("name", "register-name", &["name"]),
    text("short_name", "register-short-name", &["short_name"]),
    word(
        "legal_form",
        "register-legal-form",
        &["legal_form", "legal_form_other"],
        "register-legal-",
    ),
    text(
        "address",
        "register-address",
        &["street", "postcode", "town"],
    ),
    text(
        "postal",
        "register-postal",
        &["postal_street", "postal_postcode", "postal_town"],
    ),
    text("phone", "register-phone", &["phone"]),
    text("mail", "register-mail", &["mail"]),
    text("web", "register-web", &["web"]),
    word("can_host", "register-can-host", &["can_host"], "register-"),
    text("parent", PARENT_LABEL, &["parent_id"]),
    text("logo", "register-logo", &["logo", "logo_type", "logo_alt"]),
    NOTE,
];

const GROUP: [Field; 3] = [
    text("name", "register-name", &["name"]),
    Field {
        joins: true,
        ..text("about", "register-group-about", &["about"])
    },
    text("parent", "register-group-parent", &["parent_id"]),
];

/// Phrase key of what an organisation is part of.
const PARENT_LABEL: &str = "register-parent-organisation";

/// What is chosen of a record.
pub(crate) const fn fields(named: Named) -> &'static [Field] {
    match named {
        Named::Person => &PERSON,
        Named::Organisation => &ORGANISATION,
        Named::Group => &GROUP,
    }
}

/// What every record has of its own, or what follows from the rest.
const OWN: [&str; 5] = ["id", "network_id", "slug", "sort_key", "found_by"];

/// The columns of which nobody is asked: what is missing in the record that stays is taken from
/// the other.
pub(crate) fn unasked(named: Named, table: &Table) -> Vec<String> {
    let asked = |column: &str| {
        fields(named)
            .iter()
            .any(|field| field.columns.contains(&column))
    };
    table
        .columns
        .iter()
        .map(|column| column.name.clone())
        .filter(|name| !OWN.contains(&name.as_str()) && !asked(name))
        .collect()
}

/// Whether a cell says anything.
pub(crate) fn is_filled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Text(text) => !text.is_empty(),
        Value::Bool(it) => *it,
        Value::Bytes(bytes) => !bytes.is_empty(),
        Value::Int(_) | Value::Real(_) | Value::Id(_) => true,
    }
}

/// Whose value is proposed: the fuller one, and of two full ones the newer record's.
pub(crate) fn proposed(kept: &[Value], gone: &[Value], is_gone_newer: bool) -> Pick {
    let filled = |values: &[Value]| values.iter().filter(|it| is_filled(it)).count();
    match filled(kept).cmp(&filled(gone)) {
        Ordering::Less => Pick::Gone,
        Ordering::Equal if is_gone_newer && filled(gone) > 0 => Pick::Gone,
        Ordering::Greater | Ordering::Equal => Pick::Kept,
    }
}

/// Both texts, unless one says what the other says.
pub(crate) fn together(one: &str, other: &str) -> String {
    if one.contains(other) {
        one.to_owned()
    } else if other.contains(one) {
        other.to_owned()
    } else {
        format!("{one}\n\n{other}")
    }
}

/// The same where there is one line.
pub(crate) fn in_one_line(one: &str, other: &str) -> String {
    together(one, other).replace("\n\n", "; ")
}

/// A row of a table, by the names of its columns.
pub(crate) fn cell<'r>(table: &Table, row: &'r [Value], column: &str) -> &'r Value {
    table
        .place(column)
        .and_then(|place| row.get(place))
        .unwrap_or(&Value::Null)
}

/// Which of two rows says more; the first difference decides.
pub(crate) fn compared(
    table: &Table,
    more: &[More],
    (one, other): (&[Value], &[Value]),
) -> Ordering {
    more.iter()
        .map(|it| weight(table, *it, one).cmp(&weight(table, *it, other)))
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

fn weight(table: &Table, more: More, row: &[Value]) -> i64 {
    match more {
        More::Filled(column) => i64::from(is_filled(cell(table, row, column))),
        More::Unset(column) => i64::from(!is_filled(cell(table, row, column))),
        More::Word(column, word) => match cell(table, row, column) {
            Value::Text(text) => i64::from(text == word),
            _ => 0,
        },
        More::Larger(column) => match cell(table, row, column) {
            Value::Int(number) => *number,
            _ => i64::MIN,
        },
    }
}

/// The term of a row.
pub(crate) fn days(table: &Table, row: &[Value]) -> Term {
    let day = |column| match cell(table, row, column) {
        Value::Text(day) => day.parse().ok(),
        _ => None,
    };
    Term {
        from: day("from_day"),
        until: day("until_day"),
    }
}

/// What is left of a term without the days of another.
pub(crate) fn outside(days: Term, taken: Term) -> Vec<Term> {
    if !days.overlaps(taken) {
        return vec![days];
    }
    let mut rest = Vec::new();
    if let Some(first) = taken.from
        && days.from.is_none_or(|from| from < first)
    {
        let until = first.yesterday().ok();
        rest.push(Term { until, ..days });
    }
    if let Some(last) = taken.until
        && days.until.is_none_or(|until| until > last)
    {
        let from = last.tomorrow().ok();
        rest.push(Term { from, ..days });
    }
    rest
}

/// The days of both terms.
pub(crate) fn united(one: Term, other: Term) -> Term {
    let (from, until) = (one.from.zip(other.from), one.until.zip(other.until));
    Term {
        from: from.map(|(one, other)| one.min(other)),
        until: until.map(|(one, other)| one.max(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn the_fuller_value_is_proposed_and_of_two_full_ones_the_newer() {
        let (full, empty) = ([text("a"), text("b")], [text("a"), text("")]);

        assert_eq!(proposed(&full, &empty, true), Pick::Kept);
        assert_eq!(proposed(&empty, &full, false), Pick::Gone);
        assert_eq!(proposed(&full, &full, true), Pick::Gone);
        assert_eq!(proposed(&full, &full, false), Pick::Kept);
        assert_eq!(proposed(&[Value::Null], &[text("")], true), Pick::Kept);
    }

    #[test]
    fn notes_stand_together_and_say_nothing_twice() {
        assert_eq!(together("Eins", "Zwei"), "Eins\n\nZwei");
        assert_eq!(together("Eins", "Eins, zwei"), "Eins, zwei");
        assert_eq!(together("Eins", ""), "Eins");
    }

    #[test]
    fn terms_that_overlap_become_the_longer_one() {
        let term = |from: &str, until: &str| Term {
            from: from.parse().ok(),
            until: until.parse().ok(),
        };
        let (early, late) = (term("", "2017-06-30"), term("2017-01-01", ""));

        assert_eq!(united(early, late), Term::default());
        assert_eq!(
            outside(Term::default(), term("2016-01-01", "2016-12-31")),
            [term("", "2015-12-31"), term("2017-01-01", "")]
        );
        assert_eq!(outside(late, term("2016-05-01", "")), []);
        assert_eq!(outside(late, early), [term("2017-07-01", "")]);
        let first = term("2016-01-01", "2016-12-31");
        assert_eq!(outside(first, late), [first]);
        let second = term("2016-05-01", "2017-05-01");
        assert_eq!(united(first, second), term("2016-01-01", "2017-05-01"));
    }
}
