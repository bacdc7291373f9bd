//! What people type into fields of a network's own, and what it means.

use jiff::civil::Date;

use super::{CustomField, ValueKind};

/// The longest text of a field.
const LONGEST: usize = 500;

/// The value that a text means in a field, in the one form that is kept.
///
/// # Errors
/// The phrase key of what is wrong with it.
pub fn read(field: &CustomField, typed: &str) -> Result<String, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(String::new());
    }
    match field.value_kind {
        ValueKind::Text if typed.chars().count() > LONGEST => Err("register-fault-field-long"),
        ValueKind::Text => Ok(typed.to_owned()),
        ValueKind::Choice => {
            let lower = typed.to_lowercase();
            let mut choices = field.choices.iter();
            let choice = choices.find(|it| it.to_lowercase() == lower);
            choice.cloned().ok_or("fault-choice")
        }
        ValueKind::Date => day(typed).map(|day| day.to_string()).ok_or("fault-date"),
        ValueKind::Number => number(typed).ok_or("register-fault-field-number"),
        ValueKind::YesNo => match typed.to_lowercase().as_str() {
            "yes" | "ja" | "j" | "y" | "true" | "wahr" | "1" | "x" => Ok("yes".to_owned()),
            "no" | "nein" | "n" | "false" | "falsch" | "0" => Ok("no".to_owned()),
            _ => Err("register-fault-field-yes-no"),
        },
    }
}

/// A day as `2017-12-07` or `7.12.2017`.
fn day(typed: &str) -> Option<Date> {
    let german = || {
        let mut parts = typed.split('.').map(|part| part.trim().parse::<i16>().ok());
        let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
        if parts.next().is_some() {
            return None;
        }
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    let day: Date = typed.parse().ok().or_else(german)?;
    (1900..=2199).contains(&day.year()).then_some(day)
}

/// A number as it is written in German or English; a point before three digits parts
/// thousands, unless a comma does.
fn number(typed: &str) -> Option<String> {
    let plain: String = typed
        .chars()
        .filter(|it| !it.is_whitespace() && *it != '\u{a0}' && *it != '\u{202f}')
        .map(|it| if it == '−' { '-' } else { it })
        .collect();
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let (whole, fraction) = match (digits.rfind(','), digits.rfind('.')) {
        (Some(comma), Some(point)) if comma > point => (
            digits.get(..comma)?.replace('.', ""),
            digits.get(comma + 1..)?,
        ),
        (Some(_), Some(point)) => (
            digits.get(..point)?.replace(',', ""),
            digits.get(point + 1..)?,
        ),
        (Some(comma), None) => (digits.get(..comma)?.to_owned(), digits.get(comma + 1..)?),
        (None, Some(_)) if parts_thousands(digits) => (digits.replace('.', ""), ""),
        (None, Some(point)) => (digits.get(..point)?.to_owned(), digits.get(point + 1..)?),
        (None, None) => (digits.to_owned(), ""),
    };
    let is_number = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || !is_number(&whole) || !is_number(fraction) {
        return None;
    }
    if whole.len() > 15 || fraction.len() > 6 {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.trim_end_matches('0');
    Some(match fraction {
        "" if whole == "0" => whole.to_owned(),
        "" => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction}"),
    })
}

fn parts_thousands(digits: &str) -> bool {
    let mut groups = digits.split('.');
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && first != "0" && groups.all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::RecordKind;
    use super::*;

    fn field(value_kind: ValueKind) -> CustomField {
        CustomField {
            id: Uuid::from_u128(1).into(),
            network: Uuid::from_u128(2).into(),
            record_kind: RecordKind::Organisation,
            value_kind,
            label: "Probe".to_owned(),
            label_en: String::new(),
            help: String::new(),
            help_en: String::new(),
            choices: vec!["Rot".to_owned(), "Blau".to_owned()],
            place: 1,
            required: false,
            internal: false,
            ended: false,
        }
    }

    #[test]
    fn values_are_kept_in_one_form() {
        for (kind, typed, value) in [
            (ValueKind::Text, "  Worte ", "Worte"),
            (ValueKind::Choice, "blau", "Blau"),
            (ValueKind::Date, "7.12.2017", "2017-12-07"),
            (ValueKind::Date, "2017-12-07", "2017-12-07"),
            (ValueKind::Number, "1.234,50", "1234.5"),
            (ValueKind::Number, "1,234.5", "1234.5"),
            (ValueKind::Number, "12.345", "12345"),
            (ValueKind::Number, "0.125", "0.125"),
            (ValueKind::Number, "−3", "-3"),
            (ValueKind::Number, "-0", "0"),
            (ValueKind::YesNo, "Ja", "yes"),
            (ValueKind::YesNo, "nein", "no"),
            (ValueKind::Number, " ", ""),
        ] {
            assert_eq!(read(&field(kind), typed).as_deref(), Ok(value), "{typed}");
            if !value.is_empty() {
                assert_eq!(
                    read(&field(kind), value).as_deref(),
                    Ok(value),
                    "{value} again"
                );
            }
        }
    }

    #[test]
    fn what_means_nothing_is_refused() {
        for (kind, typed) in [
            (ValueKind::Choice, "Grün"),
            (ValueKind::Date, "31.2.2018"),
            (ValueKind::Date, "1.1.0017"),
            (ValueKind::Number, "zwölf"),
            (ValueKind::Number, "1,2,3"),
            (ValueKind::Number, ","),
            (ValueKind::Number, "1234567890123456"),
            (ValueKind::YesNo, "vielleicht"),
        ] {
            assert!(read(&field(kind), typed).is_err(), "{typed}");
        }
        assert!(read(&field(ValueKind::Text), &"a".repeat(501)).is_err());
    }
}
