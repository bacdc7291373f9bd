//! One row as a line of JSON.

use base::Fault;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value as Json;
use store::{Kind, Value};
use uuid::Uuid;

/// The row as an array.
pub(crate) fn written(values: &[Value]) -> Result<String, Fault> {
    let array = values
        .iter()
        .map(|value| {
            Ok(match value {
                Value::Null => Json::Null,
                Value::Int(number) => Json::from(*number),
                Value::Text(text) => Json::from(text.as_str()),
                Value::Bool(it) => Json::from(*it),
                Value::Bytes(bytes) => Json::from(STANDARD.encode(bytes)),
                Value::Id(id) => Json::from(id.to_string()),
                Value::Real(_) => return Err(Fault::new("copy a fraction")),
            })
        })
        .collect::<Result<Vec<Json>, Fault>>()?;
    serde_json::to_string(&array).map_err(|cause| Fault::because("write a row", cause))
}

/// The array as a row whose columns hold these.
pub(crate) fn read(line: &str, kinds: &[Kind]) -> Result<Vec<Value>, Fault> {
    let array: Vec<Json> =
        serde_json::from_str(line).map_err(|cause| Fault::because("read a row", cause))?;
    if array.len() != kinds.len() {
        return Err(Fault::new("read a row with all its columns"));
    }
    array
        .into_iter()
        .zip(kinds)
        .map(|(found, kind)| value(found, *kind))
        .collect()
}

fn value(found: Json, kind: Kind) -> Result<Value, Fault> {
    let odd = || Fault::new(format!("read a value that should be {}", kind.word()));
    Ok(match (kind, found) {
        (_, Json::Null) => Value::Null,
        (Kind::Number, Json::Number(number)) => Value::Int(number.as_i64().ok_or_else(odd)?),
        (Kind::Switch, Json::Bool(it)) => Value::Bool(it),
        (Kind::Text, Json::String(text)) => Value::Text(text),
        (Kind::Bytes, Json::String(text)) => {
            Value::Bytes(STANDARD.decode(text).map_err(|_| odd())?)
        }
        (Kind::Id, Json::String(text)) => Value::Id(Uuid::parse_str(&text).map_err(|_| odd())?),
        _ => return Err(odd()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_back_as_it_was() {
        let row = [
            Value::Null,
            Value::Int(i64::MIN),
            Value::Text("„Grüße“\n\t\\N \u{2028}".to_owned()),
            Value::Bool(true),
            Value::Bytes((0..=255).collect()),
            Value::Id(Uuid::from_u128(7)),
        ];
        let kinds = [
            Kind::Text,
            Kind::Number,
            Kind::Text,
            Kind::Switch,
            Kind::Bytes,
            Kind::Id,
        ];

        let line = written(&row).unwrap();

        assert!(!line.contains('\n'));
        assert_eq!(read(&line, &kinds).unwrap(), row);
        assert!(read(&line, &kinds[1..]).is_err());
    }
}
